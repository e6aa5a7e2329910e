"""Names and places: spaces, quotes, newlines, bytes that are no text, links, folders, devices, pipes, folders that cannot be written.

Nothing is written but the worksheet, and that only where it was asked for.
"""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck import files
from factcheck.model.errors import FactcheckError
from factcheck.plugin.records import Source
from factcheck.readers import plain
from tests.robustness.conftest import sound, tree
from tests.robustness.corpus import WORDS
from tests.robustness.forks import Forks

TEXT = WORDS.encode()
MAKE = ("generate", "--no-plugins", "-f", "json")
NAMES = [
    "two words.txt",
    'quote\'s "two".txt',
    "line\nbreak.txt",
    "-o.txt",
    "--force",
    "$(touch evil).txt",
    "a;b|c&d.txt",
    "%s{0}{{x}}.txt",
    "=1+1.txt",
    "<script>alert(1)<",
    "tab\tand \x1b[31mred.txt",
    "ünï 中 😀.txt",
    "\u202egpj.txt",
    "~root.txt",
    "C:\\..\\x.txt",
    "con.txt",
    " .txt",
    ".hidden.txt",
    "n" * 200 + ".txt",
    "n" * 236 + ".txt",
    "😀" * 59 + ".txt",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_worksheet_stands_beside_an_article_of_any_name(name: str, forks: Forks, tmp_path: Path) -> None:
    article = tmp_path / name
    article.write_bytes(TEXT)
    done = forks.run([*MAKE, "--", name], tmp_path)
    sound(done, name)
    made = f"{article.stem}.factcheck.json"
    assert tree(tmp_path) == {name} | ({made} if done.code == 0 else set())
    assert done.code == 2 or done.out == f"{made}\n"
    assert done.code == 0 or "no reader for" in done.err


@pytest.mark.parametrize("jobs", [(), ("--jobs", "2")])
def test_names_that_are_no_text_are_written_as_they_are(jobs: tuple[str, ...], forks: Forks, tmp_path: Path) -> None:
    if sys.platform in ("darwin", "win32"):
        pytest.skip("this system has no such names")
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    for name in (b"caf\xe9.txt", b"caf\xff\xfe.txt"):
        Path(os.fsdecode(os.fsencode(tmp_path / "in") + b"/" + name)).write_bytes(TEXT)
    done = forks.run([*MAKE, "-f", "xlsx", "-f", "html", "in", "-o", "out", *jobs], tmp_path, seconds=120)
    assert (done.code, "Traceback" in done.err, "internal" in done.err) == (0, False, False), done
    made = {os.fsencode(p.name) for p in (tmp_path / "out").iterdir()}
    assert {b"caf\xe9.factcheck.json", b"caf\xff\xfe.factcheck.xlsx"} <= made


@pytest.mark.parametrize("length", [241, 251, 300, 5_000])
def test_a_name_that_is_too_long_is_one_line(length: int, forks: Forks, tmp_path: Path) -> None:
    long = "n" * length + ".txt"
    (tmp_path / "a.txt").write_bytes(TEXT)
    if length < 252:
        (tmp_path / long).write_bytes(TEXT)
    before = tree(tmp_path)
    for command in (
        [*MAKE, long],
        [*MAKE, "a.txt", "-o", f"{'n' * length}.factcheck.json"],
        ["status", long],
        [*MAKE, "a.txt", "-o", f"{long}/"],
    ):
        done = forks.run(command, tmp_path)
        sound(done, command)
        assert (done.code == 2 and tree(tmp_path) == before) or command[-1] == f"{long}/"


def test_a_name_with_folders_in_it_stays_a_name() -> None:
    article = plain.read(Source("../../etc/x\\..\\y.txt", TEXT), {})
    assert article.path == "y.txt"


def test_the_article_says_nothing_about_where_to_write(forks: Forks, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.md").write_bytes(b"---\ntitle: ../../../evil\npath: ../evil\nurl: file:///etc/passwd\n---\n\n" + TEXT)
    done = forks.run([*MAKE, "-f", "html", "in/a.md"], tmp_path)
    sound(done, "front matter")
    assert tree(tmp_path) == {"in", "in/a.md", "in/a.factcheck.json", "in/a.factcheck.html"}


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="this system has no symbolic links")
def test_links_are_read_and_a_linked_target_keeps_what_it_leads_to(forks: Forks, tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_bytes(b"mine")
    (tmp_path / "a.txt").write_bytes(TEXT)
    (tmp_path / "linked.txt").symlink_to("a.txt")
    (tmp_path / "round.txt").symlink_to("round.txt")
    (tmp_path / "nowhere.txt").symlink_to("gone.txt")
    (tmp_path / "target.json").symlink_to("mine.json")
    assert forks.run([*MAKE, "linked.txt"], tmp_path).code == 0
    for name in ("round.txt", "nowhere.txt"):
        done = forks.run([*MAKE, name], tmp_path)
        sound(done, name)
        assert done.code == 2
    assert forks.run([*MAKE, "a.txt", "-o", "target.json"], tmp_path).code == 2
    assert forks.run([*MAKE, "a.txt", "-o", "target.json", "--force"], tmp_path).code == 0
    assert (tmp_path / "mine.json").read_bytes() == b"mine"


@pytest.mark.parametrize(
    "name", ["/dev/zero", "/dev/null", "/dev/full", "/proc/self/mem", "pipe.txt", "folder.txt", "folder.txt/x.txt", "a.txt/x"]
)
def test_what_is_no_file_is_one_line(name: str, forks: Forks, tmp_path: Path) -> None:
    if name.startswith("/") and not Path(name).exists():
        pytest.skip("this system has no such device")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "a.txt").write_bytes(TEXT)
    before = tree(tmp_path)
    for command in (
        ["generate", "--no-plugins", name],
        ["status", "--no-plugins", name],
        ["generate", "--no-plugins", "a.txt", "-o", name],
    ):
        if command[-2:] == ["-o", "folder.txt"]:
            continue  # a folder is a place to write to
        done = forks.run(command, tmp_path, seconds=20)
        sound(done, command)
        assert done.code == 2 and tree(tmp_path) == before


def test_a_folder_of_everything_gives_what_can_be_read(forks: Forks, tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    os.mkfifo(inside / "pipe.txt")
    (inside / "loop.txt").symlink_to("loop.txt")
    (inside / "sub.txt").mkdir()
    (inside / "good.txt").write_bytes(TEXT)
    (inside / "empty.txt").write_bytes(b"")
    done = forks.run([*MAKE, "in", "-o", "out", "--jobs", "1", "--resume"], tmp_path)
    assert done.code == 1 and "empty.txt" in done.err and "Traceback" not in done.err
    assert {p.name for p in (tmp_path / "out").iterdir()} == {"good.factcheck.json", "index.html", "index.xlsx", "index.jsonl"}


def test_a_folder_that_may_not_be_written_is_one_line(forks: Forks, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    (tmp_path / "locked").mkdir(mode=0o500)
    target = "/proc/1/x.json" if os.access(tmp_path / "locked", os.W_OK) else "locked/x.json"  # root may write anywhere but there
    if not Path(tmp_path, target).parent.is_dir():
        pytest.skip("this user may write everywhere")
    done = forks.run([*MAKE, "a.txt", "-o", target], tmp_path)
    sound(done, target)
    assert done.code == 2 and "cannot be written" in done.err and tree(tmp_path) == {"a.txt", "locked"}


def test_a_full_disk_behind_standard_output_is_one_line(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    (tmp_path / "a.txt").write_bytes(TEXT)
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "factcheck", *MAKE, "a.txt", "-o", "-"]
        done = subprocess.run(command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and "cannot be written" in done.stderr


STEPS: tuple[tuple[Any, str], ...] = ((os, "fsync"), (files.tempfile, "NamedTemporaryFile"), (Path, "replace"), (Path, "chmod"))


@pytest.mark.parametrize(("owner", "step"), STEPS, ids=[s for _, s in STEPS])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EDQUOT], ids=errno.errorcode.get)
def test_wherever_a_write_fails_the_old_file_stays(
    owner: Any, step: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "w.json"
    target.write_bytes(b"mine")
    monkeypatch.setattr(owner, step, failing(code))
    with pytest.raises(FactcheckError, match=r"w\.json: cannot be written .*nothing was changed"):
        files.write_atomic(target, b"new", force=True)
    monkeypatch.undo()
    assert target.read_bytes() == b"mine"
    left = {p.name for p in tmp_path.iterdir()} - {"w.json", "w.json.bak"}
    assert left == set()


def failing(code: int) -> Callable[..., None]:
    def fail(*args: object, **kwargs: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail


def test_a_message_gives_a_console_no_orders(forks: Forks, tmp_path: Path) -> None:
    done = forks.run(["generate", "no \x1b[31m\x07\u202egpj.txt"], tmp_path)
    assert done.code == 2 and "\x1b" not in done.err and "\u202e" not in done.err and "no \ufffd[31m" in done.err
