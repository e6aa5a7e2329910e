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


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--jobs", "2", "--strict"), "leave one of them out"),
        (("--resume", "-o", "one.xlsx"), "-o a folder"),
    ],
)
def test_what_cannot_go_together_is_refused(folder: Path, more: tuple[str, ...], says: str) -> None:
    assert says in run(folder, *more, code=2).stderr
    assert made(folder) == {}
