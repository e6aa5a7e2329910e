"""Times whole processes in one run, in turn, and prints ratios: start-up against click, workbook and page against a bare script each.

    python benchmarks/speed/run.py [--runs N] [--article FILE]

Asserts nothing: the figures go into docs/performance.md and the changelog.
"""

from __future__ import annotations

import argparse
import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

if __name__ == "__main__":  # a script beside the package: its own folder would hide the modules of the same name
    sys.path[0] = str(Path(__file__).resolve().parents[2])

from benchmarks.speed.ready import ready_book, ready_page

ROOT = Path(__file__).resolve().parents[2]
BARE_BOOK = ROOT / "benchmarks" / "speed" / "bare_workbook.py"
BARE_PAGE = """
import json, sys
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
env = Environment(loader=FileSystemLoader(sys.argv[2]), autoescape=True, trim_blocks=True, lstrip_blocks=True)
data = json.load(open(sys.argv[1], encoding="utf-8"))
for name in ("style", "script", "worksheet", "settings"):
    data[name] = Markup(data[name])
html = env.get_template("page.html.j2").render(**data)
open(sys.argv[3], "w", encoding="utf-8").write(html)
"""
"""Writes the very same bytes with our templates, from all that they ask for as JSON."""


def seconds(command: list[str]) -> float:
    """Processor time of one whole process, which other processes disturb least; the time on the clock where a system tells none."""
    start, before = time.perf_counter(), _spent()
    subprocess.run(command, check=True, capture_output=True)
    return _spent() - before or time.perf_counter() - start


def _spent() -> float:
    try:
        import resource
    except ImportError:  # not on Windows
        return 0.0
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def pair(name: str, a: list[str], b: list[str], runs: int, limit: float) -> None:
    """Run two commands in turn after a warm-up of each and print the median of the ratios."""
    seconds(a), seconds(b)
    rows = [(seconds(a), seconds(b)) for _ in range(runs)]
    ratio = statistics.median(x / y for x, y in rows)
    left, right = (statistics.median(r[i] for r in rows) for i in (0, 1))
    print(f"{name:34} {left * 1000:7.0f} ms {right * 1000:7.0f} ms   ratio {ratio:5.2f}   wanted at most {limit}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--article", type=Path, default=ROOT / "examples" / "harbour-fire.txt")
    args = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compileall.compile_dir(str(ROOT / "factcheck"), quiet=1)  # as installed and run once, like the libraries
    python = sys.executable
    factcheck = [python, "-m", "factcheck"]
    print(f"{'whole processes':34} {'ours':>10} {'other':>10}")
    pair("factcheck --help / import click", [*factcheck, "--help"], [python, "-c", "import click"], args.runs, 2.2)
    with tempfile.TemporaryDirectory() as folder:
        made, cells = Path(folder, "w.xlsx"), Path(folder, "cells.json")
        generate = [*factcheck, "generate", str(args.article), "-o", str(made), "--force"]
        seconds(generate)
        ready_book(made, cells)
        bare_book = [python, str(BARE_BOOK), str(cells), str(Path(folder, "bare.xlsx"))]
        pair("generate to xlsx / bare openpyxl", generate, bare_book, args.runs, 2)
        for old in Path(folder).glob("*.bak*"):
            old.unlink()
        ready, bare_page = Path(folder, "page.json"), Path(folder, "bare_page.py")
        page = ready_page(args.article, ready)
        bare_page.write_text(BARE_PAGE, "utf-8")
        generate_page = [*factcheck, "generate", str(args.article), "-o", str(Path(folder, "w.html")), "--force"]
        bare_command = [python, str(bare_page), str(ready), str(ROOT / "templates" / "worksheet"), str(Path(folder, "bare.html"))]
        pair("generate to html / bare jinja2", generate_page, bare_command, args.runs, 2.5)
        print("the bare page is the same" if Path(folder, "bare.html").read_bytes() == page else "THE BARE PAGE DIFFERS")
        generate_json = [*factcheck, "generate", str(args.article), "-o", str(Path(folder, "w.json")), "--force"]
        pair("generate to json / import click", generate_json, [python, "-c", "import click"], args.runs, float("inf"))


if __name__ == "__main__":
    main()
