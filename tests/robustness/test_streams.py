"""Standard streams that are closed, broken or full, a disk that fills up where libraries write, a folder that is gone: one line, no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.robustness.corpus import WORDS

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system starts processes in another way")
MAKE = ("generate", "--no-plugins", "a.txt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(WORDS, "utf-8")
    return tmp_path


def run(folder: Path, *args: str, first: Callable[[], object] | None = None, **streams: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "factcheck", *args]
    given = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}
    return subprocess.run(command, cwd=folder, text=True, timeout=120, preexec_fn=first, **given)


def close(*numbers: int) -> Callable[[], None]:
    return lambda: [os.close(n) for n in numbers] and None


@pytest.mark.parametrize("numbers", [(0,), (1,), (2,), (0, 1, 2)])
def test_closed_streams_cost_nothing_but_what_goes_through_them(folder: Path, numbers: tuple[int, ...]) -> None:
    done = run(folder, *MAKE, "-o", "w.json", first=close(*numbers))
    assert done.returncode == 0 and done.stderr == ""
    assert {p.name for p in folder.iterdir()} == {"a.txt", "w.json"}


@pytest.mark.parametrize(("article", "number", "says"), [("-", 0, "standard input: is closed"), ("a.txt", 1, "standard output: is closed")])
def test_what_is_closed_is_neither_read_nor_written(folder: Path, article: str, number: int, says: str) -> None:
    done = run(folder, "generate", "--no-plugins", article, "-o", "-", first=close(number))
    assert done.returncode == 2 and says in done.stderr and done.stderr.count("\n") == 1


def test_a_line_that_nobody_reads_changes_no_exit_code(folder: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    assert run(folder, "generate", "no.txt", stderr=writing).returncode == 2
    os.close(writing)
    assert run(folder, "generate", "no.txt", first=close(2)).stdout == ""


@pytest.mark.parametrize("args", [("--help",), ("schema",), (*MAKE, "-o", "w.json"), ("generate", "no.txt")])
def test_a_full_disk_behind_the_printed_lines_is_told_once(folder: Path, args: tuple[str, ...]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    full = os.open("/dev/full", os.O_WRONLY)
    done = run(folder, *args, stdout=full)
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and done.stderr.startswith("factcheck: ")
    (folder / "w.json").unlink(missing_ok=True)
    assert run(folder, *args, stderr=full).returncode == (2 if "no.txt" in args else 0)
    os.close(full)


@pytest.mark.parametrize("suffix", ["xlsx", "html", "json"])
def test_a_disk_that_fills_up_where_a_library_writes_leaves_nothing(folder: Path, suffix: str) -> None:
    import resource

    (folder / "tmp").mkdir()
    before = os.environ.get("TMPDIR")
    os.environ["TMPDIR"] = str(folder / "tmp")
    try:
        done = run(folder, *MAKE, "-o", f"w.{suffix}", first=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000)))
    finally:
        os.environ.pop("TMPDIR") if before is None else os.environ.update(TMPDIR=before)
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and "File too large" in done.stderr
    assert sorted(p.name for p in folder.rglob("*")) == ["a.txt", "tmp"]


def test_a_folder_that_is_gone_is_one_line(folder: Path) -> None:
    (folder / "gone").mkdir()
    done = run(folder, "generate", "a.txt", first=lambda: (os.chdir("gone"), os.rmdir("../gone")))  # noqa: PTH106
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and "current folder is not there" in done.stderr


def test_an_input_without_end_is_refused(folder: Path) -> None:
    with Path("/dev/zero").open("rb") if Path("/dev/zero").exists() else (folder / "a.txt").open("rb") as endless:
        done = run(folder, "generate", "--no-plugins", "-", "-o", "w.json", stdin=endless.fileno())
    assert (done.returncode, done.stderr.count("\n")) == (2, 1) or not Path("/dev/zero").exists()


def test_a_file_that_is_larger_than_any_is_refused_before_it_is_read(folder: Path) -> None:
    with (folder / "huge.pdf").open("wb") as file:
        file.truncate(5_000_000_000)
    done = run(folder, "generate", "--no-plugins", "huge.pdf", "-o", "w.json")
    assert done.returncode == 2 and "is larger than 1,000 MB" in done.stderr
