"""Thousands of articles: the rate of two processes against one, the peak memory at N articles against a tenth, killed and resumed.

    python benchmarks/speed/many.py [--articles N] [--kills N] [--format F] [--plain]

Articles are made from a seed (200 to 400 words, no two alike). Every run is a whole process of the command line in a folder of its
own. Prints what was wanted beside each figure; the exit code is 1 where bytes differ, never for a time. Linux, for the peaks of memory.
"""

from __future__ import annotations

import argparse
import compileall
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import texts

ROOT = Path(__file__).resolve().parents[2]
GENERATE = ("generate", "in", "--no-plugins")
TWO = ("--jobs", "2", "--resume")
WRAPPED = """
import atexit, os, resource, sys
def told(pid=os.getpid()):
    if os.getpid() == pid:
        peaks = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        cpu = sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF,))
        open(sys.argv[1], "w").write(" ".join(map(str, [*peaks, cpu])))
atexit.register(told)
from factcheck.cli import main
main(sys.argv[2:])
"""
"""Runs the command line; notes the peak memory of its process and of its largest child, in KiB, and its own processor seconds."""


@dataclass(frozen=True)
class Run:
    """One whole run: seconds of the clock, peaks in MiB of the parent and its largest worker, processor seconds of the parent."""

    seconds: float
    parent: float
    worker: float
    cpu: float


def write_articles(folder: Path, count: int) -> int:
    """Make the articles; returns how many words they have."""
    folder.mkdir(parents=True)
    words = 0
    for number in range(count):
        text = texts.article(number)
        words += len(text.split())
        (folder / f"article-{number:05}.txt").write_text(text, "utf-8")
    return words


def run(place: Path, out: str, *more: str) -> Run:
    """A run in a new folder."""
    shutil.rmtree(place / out, ignore_errors=True)
    (place / out).mkdir()
    noted = place / "noted"
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", WRAPPED, str(noted), *GENERATE, "-o", out, *more], cwd=place, check=True, capture_output=True)
    seconds = time.perf_counter() - begun
    parent, worker, cpu = map(float, noted.read_text().split())
    return Run(seconds, parent / 1024, worker / 1024, cpu)


def digest(folder: Path, *, index: bool = True) -> tuple[int, str]:
    """How many files a folder holds, and one sum of their names and bytes; hidden ones are counted in."""
    total, files = hashlib.sha256(), sorted(p for p in folder.iterdir() if index or not p.name.startswith("index."))
    for p in files:
        total.update(f"{p.name}\n{hashlib.sha256(p.read_bytes()).hexdigest()}\n".encode())
    return len(files), total.hexdigest()[:16]


def hears_ctrl_c() -> None:
    """What is started in the background of a shell passes over Ctrl-C, and so would its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def killed(place: Path, out: str, kind: signal.Signals, after: float, *more: str) -> bool:
    """Run and kill after some seconds: Ctrl-C goes to the whole group as on a terminal. Whether it was still running."""
    (place / out).mkdir(exist_ok=True)
    command = [sys.executable, "-m", "factcheck", *GENERATE, "-o", out, *more]
    null = subprocess.DEVNULL
    running = subprocess.Popen(command, cwd=place, stdout=null, stderr=null, start_new_session=True, preexec_fn=hears_ctrl_c)
    try:
        running.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, kind)
        code = running.wait(120)
        expected = -kind if kind == signal.SIGKILL else 130
        if code != expected:
            print(f"  ended with {code}, not {expected}")
        return True
    return False


def rates(place: Path, words: int, count: int, shape: tuple[str, ...], *, both: bool) -> Run:
    """One process against two, over all articles; the run of two."""
    two = run(place, "two", *TWO, *shape)
    print(f"two processes    {two.seconds:8.1f} s {count / two.seconds:7.1f} articles/s  {words / two.seconds:9,.0f} words/s")
    print(f"  of the parent  {two.cpu:8.1f} s of processor, {two.cpu / two.seconds:.1%} of the time")
    if both:
        one = run(place, "one", *shape)
        print(f"one process      {one.seconds:8.1f} s {count / one.seconds:7.1f} articles/s  {words / one.seconds:9,.0f} words/s")
        print(f"ratio of rates   {one.seconds / two.seconds:8.2f}    wanted at least 1.7")
        same = digest(place / "one") == digest(place / "two", index=False)
        print(f"same worksheets  {same}")
        shutil.rmtree(place / "one")
        if not same:
            sys.exit(1)
    return two


def kills(place: Path, whole: float, count: int, shape: tuple[str, ...]) -> None:
    """Kill again and again in one folder, by turns by SIGKILL and Ctrl-C, go on each time; compare with the run that nobody killed."""
    wanted, dice = digest(place / "two"), random.Random(5)
    out = "two"  # the index names the folder
    shutil.rmtree(place / out)
    done = {signal.SIGKILL: 0, signal.SIGINT: 0}
    for turn in range(count):
        kind = signal.SIGKILL if turn % 2 == 0 else signal.SIGINT
        if killed(place, out, kind, dice.uniform(0.3, max(0.5, 1.6 * whole / count)), *TWO, *shape):
            done[kind] += 1
        else:
            shutil.rmtree(place / out)  # finished before its end came: begin anew
    subprocess.run([sys.executable, "-m", "factcheck", *GENERATE, "-o", out, *TWO, *shape], cwd=place, check=True, capture_output=True)
    found = digest(place / out)
    print(f"killed           {done[signal.SIGKILL]} times by SIGKILL, {done[signal.SIGINT]} times by Ctrl-C, then finished")
    print(f"same bytes       {found == wanted}    ({found[0]} files, index included, nothing else left)")
    if found != wanted:
        sys.exit(1)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--format", default="xlsx")
    parser.add_argument("--no-one", action="store_true", help="leave out the run of one process")
    args = parser.parse_args()
    compileall.compile_dir(str(ROOT / "factcheck"), quiet=1)
    shape = ("-f", args.format)
    tenth = max(10, args.articles // 10)
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder, "small"), Path(folder, "large")
        write_articles(small / "in", tenth)
        words = write_articles(large / "in", args.articles)
        print(f"{args.articles} articles, {words:,} words, as {args.format}; {len(os.sched_getaffinity(0))} cores")
        few = run(small, "two", *TWO, *shape)
        many = rates(large, words, args.articles, shape, both=not args.no_one)
        for name, a, b in (("parent", many.parent, few.parent), ("worker", many.worker, few.worker)):
            print(f"peak of {name}   {a:8.1f} MiB, {b:.1f} MiB at {tenth}: ratio {a / b:.2f}    wanted at most 1.1")
        if args.kills:
            kills(small, few.seconds, args.kills, shape)


if __name__ == "__main__":
    main()
