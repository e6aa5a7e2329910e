"""Many articles into a folder: the same bytes in one process and in two, resumed after a kill, with an index that lists failures."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pytest

from factcheck import files

TEXT = "Bridge {n} opens\n\nThe bridge cost ${n}0 million, the mayor said.\n\nIt opened on Tuesday, March 12, 2025.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    articles = tmp_path / "in"
    articles.mkdir()
    for n in range(1, 7):
        (articles / f"bridge {n}.txt").write_text(TEXT.format(n=n), "utf-8")
    (tmp_path / "out").mkdir()
    return tmp_path


def run(folder: Path, *more: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "factcheck", "generate", "in", "-o", "out", "--no-plugins", *more]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == code, done.stderr
    return done


SLOW = """
import os, signal, time
from factcheck.plugin import hookimpl

@hookimpl
def review_worksheet(worksheet, ctx):
    if "Bridge 3" in ctx.article.text:
        time.sleep(600)
    if "Bridge 4" in ctx.article.text:
        os.kill(os.getpid(), signal.SIGKILL)
"""


def made(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted((folder / "out").iterdir())}


def test_two_processes_write_the_same_bytes_as_one(folder: Path) -> None:
    done = run(folder, "--jobs", "2", "-f", "xlsx", "-f", "json")
    assert done.stdout == f"out{os.sep}index.html\n"
    two = made(folder)
    assert len(two) == 15
    for p in (folder / "out").iterdir():
        p.unlink()
    run(folder, "-f", "xlsx", "-f", "json")
    one = made(folder)
    assert {k: v for k, v in two.items() if not k.startswith("index.")} == one


@pytest.mark.parametrize("start", ["spawn", "forkserver"])
def test_processes_may_begin_as_on_other_systems(start: str, folder: Path) -> None:
    run(folder, "-f", "json")
    one = made(folder)
    script = f"import multiprocessing\nfrom factcheck.cli import main\nif __name__ == '__main__':\n    multiprocessing.set_start_method({start!r})\n    main()\n"
    (folder / "start.py").write_text(script, "utf-8")
    words = ["generate", "in", "-o", "other/", "-f", "json", "--no-plugins", "--jobs", "2"]
    done = subprocess.run([sys.executable, "start.py", *words], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert {p.name: p.read_bytes() for p in (folder / "other").iterdir() if not p.name.startswith("index.")} == one


def test_what_is_finished_is_passed_over_and_what_changed_is_made_again(folder: Path) -> None:
    run(folder, "--jobs", "1", "--resume")
    before = {p.name: p.stat().st_mtime_ns for p in (folder / "out").glob("*.xlsx") if p.name != "index.xlsx"}
    (folder / "in" / "bridge 2.txt").write_text(TEXT.format(n=22), "utf-8")
    (folder / "out" / "bridge 5.factcheck.xlsx").unlink()
    assert "4 of 6 articles are finished already" in run(folder, "--jobs", "2", "--resume").stderr
    after = {p.name: p.stat().st_mtime_ns for p in (folder / "out").glob("*.xlsx") if p.name != "index.xlsx"}
    assert {n for n in before if before[n] != after[n]} == {"bridge 2.factcheck.xlsx", "bridge 5.factcheck.xlsx"}
    assert "finished already" not in run(folder, "--jobs", "2", "--resume", "--practice").stderr  # made in another way


def test_a_killed_run_leaves_complete_files_and_resumed_gives_the_same_bytes(folder: Path) -> None:
    command = [sys.executable, "-m", "factcheck", "generate", "in", "-o", "out", "--no-plugins", "--jobs", "2", "-f", "json"]
    running = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    while not list((folder / "out").glob("*.json")) and running.poll() is None:
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    for p in (folder / "out").glob("*.json"):
        json.loads(p.read_bytes())  # each is whole
    run(folder, "--jobs", "2", "--resume", "-f", "json")
    resumed = made(folder)
    for p in (folder / "out").iterdir():
        p.unlink()
    run(folder, "--jobs", "2", "-f", "json")
    assert {k: v for k, v in resumed.items() if not k.startswith(".")} == made(folder)


def test_the_index_puts_failures_and_conflicts_first(folder: Path) -> None:
    (folder / "in" / "broken.txt").write_bytes(b"\0\0\0")
    (folder / "in" / "calm.txt").write_text("Calm\n\nThe bridge opened in 1998.\n", "utf-8")
    done = run(folder, "--jobs", "2", code=1)
    assert "1 of 8 articles failed" in done.stderr
    lines = [json.loads(line) for line in (folder / "out" / "index.jsonl").read_text("utf-8").splitlines()]
    assert [line["article"] for line in lines] == [
        str(Path("in", n)) for n in (*(f"bridge {n}.txt" for n in range(1, 7)), "broken.txt", "calm.txt")
    ]
    assert "binary data" in lines[6]["failed"] and lines[7]["conflicts"] == {}
    book = openpyxl.load_workbook(io.BytesIO((folder / "out" / "index.xlsx").read_bytes()))
    rows = list(book["Index"].iter_rows(min_row=2, values_only=True))
    assert rows[0][0] == "broken.txt" and rows[-1][0] == "Calm" and rows[1][4] >= 1
    assert book["Index"]["B3"].hyperlink.target.startswith("./bridge%20")
    page = (folder / "out" / "index.html").read_text("utf-8")
    assert page.index("binary data") < page.index("Bridge 1 opens") < page.index("Calm")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_article_that_takes_too_long_or_kills_its_process_is_listed_and_the_rest_is_made(jobs: str, folder: Path) -> None:
    (folder / "slow.py").write_text(SLOW, "utf-8")
    done = run(folder, "--jobs", jobs, "--timeout", "5", "-p", "slow.py", "-f", "json", code=1)
    assert "bridge 3.txt: was given up: it took more than 5 seconds; --timeout gives it more" in done.stderr
    assert "bridge 4.txt: was given up: its process was killed, twice" in done.stderr
    assert "2 of 6 articles failed" in done.stderr
    assert set(made(folder)) == {f"bridge {n}.factcheck.json" for n in (1, 2, 5, 6)} | {"index.html", "index.jsonl", "index.xlsx"}
    failed = [json.loads(line)["failed"] for line in (folder / "out" / "index.jsonl").read_text("utf-8").splitlines()]
    assert [bool(f) for f in failed] == [False, False, True, True, False, False]
    (folder / "slow.py").write_text("", "utf-8")
    assert "4 of 6 articles are finished already" in run(folder, "--resume", "--timeout", "0", "-p", "slow.py", "-f", "json").stderr


def test_what_a_killed_run_left_is_removed_by_the_next(folder: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    (folder / "two").mkdir()
    for place in ("out", "two"):
        left = folder / place / f".bridge 1.factcheck-{files._computer()}-{child.pid}-abc.tmp"
        left.write_bytes(b"half")
        (folder / place / ".mine.tmp").write_bytes(b"")
    run(folder, "--jobs", "2", "-f", "json")
    assert [n for n in made(folder) if n.startswith(".")] == [".mine.tmp"]
    command = [sys.executable, "-m", "factcheck", "generate", "in/bridge 1.txt", "-o", "two/one.json", "--no-plugins"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    assert {p.name for p in (folder / "two").iterdir()} == {"one.json", ".mine.tmp"}


def _hears_ctrl_c() -> None:
    """What is started in the background of a shell passes over Ctrl-C, and so would its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_leaves_complete_files_only(folder: Path) -> None:
    for n in range(7, 200):
        (folder / "in" / f"bridge {n}.txt").write_text(TEXT.format(n=n), "utf-8")
    command = [sys.executable, "-m", "factcheck", "generate", "in", "-o", "out", "--no-plugins", "--jobs", "2", "-f", "json"]
    running = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True, preexec_fn=_hears_ctrl_c
    )
    while not list((folder / "out").glob("*.json")) and running.poll() is None:
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGINT)
    told = running.communicate()[1]
    assert running.returncode == 130 and "interrupted; nothing half-written" in told and "Traceback" not in told
    names = set(made(folder))
    assert {n for n in names if not n.startswith("bridge ")} == {".factcheck-journal.jsonl"}
    assert 0 < len(names) < 150
    for p in (folder / "out").glob("*.json"):
        json.loads(p.read_bytes())


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--jobs", "2", "--strict"), "leave one of them out"),
        (("--resume", "-o", "one.xlsx"), "-o a folder"),
        (("--timeout", "5", "-o", "one.xlsx"), "-o a folder"),
        (("-o", ""), "-o: names nothing; give a file or a folder, or leave it out"),
    ],
)
def test_what_cannot_go_together_is_refused(folder: Path, more: tuple[str, ...], says: str) -> None:
    assert says in run(folder, *more, code=2).stderr
    assert made(folder) == {}


@pytest.mark.parametrize("jobs", [(), ("--jobs", "2", "--resume")])
def test_one_name_with_two_suffixes_is_two_articles(folder: Path, jobs: tuple[str, ...]) -> None:
    (folder / "in" / "bridge 1.md").write_text(f"# Mark\n\n{TEXT.format(n=9)}", "utf-8")
    run(folder, "-f", "json", *jobs)
    names = {p.name for p in (folder / "out").glob("bridge*")}
    assert names == {"bridge 1.md.factcheck.json", "bridge 1.txt.factcheck.json", *(f"bridge {n}.factcheck.json" for n in range(2, 7))}


def test_an_address_is_not_for_many_processes(folder: Path) -> None:
    command = ["generate", "https://127.0.0.1:1/x", "in/bridge 1.txt", "-o", "out", "--no-plugins", "--jobs", "2"]
    done = subprocess.run([sys.executable, "-m", "factcheck", *command], cwd=folder, capture_output=True, text=True)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1) and "without --jobs" in done.stderr and made(folder) == {}


def test_the_index_of_an_earlier_run_is_no_article_and_somebodys_own_is_kept(folder: Path) -> None:
    own = b"<html><body><h1>Harbour</h1><p>The harbour opened in 1998, the mayor said on Monday.</p></body></html>"
    (folder / "out").rmdir()
    (folder / "in" / "index.html").write_bytes(own)
    words = [sys.executable, "-m", "factcheck", "generate", "in", "-o", "in", "--no-plugins", "-f", "json", "--jobs", "1", "--resume"]
    for count in (7, 6):
        done = subprocess.run(words, cwd=folder, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        assert f"Worksheets: {count} articles" in (folder / "in" / "index.html").read_text("utf-8")
    assert (folder / "in" / "index.html.bak").read_bytes() == own
    assert len(list((folder / "in").glob("*.factcheck.json"))) == 7 and not list((folder / "in").glob("*.bak2"))
