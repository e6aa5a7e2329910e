from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import files
from factcheck.files import lock_beside, make_folder, read_bytes, refuse_existing, write_atomic, write_stdout
from factcheck.model.errors import FactcheckError


def test_nothing_is_left_beside_the_target(tmp_path: Path) -> None:
    write_atomic(tmp_path / "w.json", b"one")
    assert [p.name for p in tmp_path.iterdir()] == ["w.json"]


def test_each_forced_write_keeps_the_one_before(tmp_path: Path) -> None:
    target = tmp_path / "w.json"
    for data in (b"one", b"two", b"three"):
        write_atomic(target, data, force=True)
    assert (target.read_bytes(), (tmp_path / "w.json.bak").read_bytes(), (tmp_path / "w.json.bak2").read_bytes()) == (
        b"three",
        b"one",
        b"two",
    )


def test_a_failing_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "w.json"
    target.write_bytes(b"mine")

    def full(fd: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FactcheckError, match=r"No space left on device.*nothing was changed"):
        write_atomic(target, b"new", force=True)
    assert target.read_bytes() == b"mine"
    assert [p.name for p in tmp_path.iterdir()] == ["w.json"]


def test_the_file_has_the_usual_permissions(tmp_path: Path) -> None:
    write_atomic(tmp_path / "w.json", b"one")
    (tmp_path / "plain").write_bytes(b"")
    assert stat.S_IMODE((tmp_path / "w.json").stat().st_mode) == stat.S_IMODE((tmp_path / "plain").stat().st_mode)


@pytest.mark.parametrize("name", ["folder", "gone.txt", "pipe"])
def test_only_regular_files_are_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FactcheckError, match=name):
        read_bytes(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "lock"),
    [
        ("w.xlsx", "~$w.xlsx"),
        ("w.xlsx", ".~lock.w.xlsx#"),
        ("annual report.xlsx", "~$annual report.xlsx"),
        ("story.docx", "~$story.docx"),
        ("stories.docx", "~$tories.docx"),
        ("harbour fire.docx", "~$rbour fire.docx"),
    ],
)
def test_the_lock_of_an_office_program_is_seen(tmp_path: Path, name: str, lock: str) -> None:
    target = tmp_path / name
    target.write_bytes(b"mine")
    assert lock_beside(target) is None
    (tmp_path / lock).write_bytes(b"")
    assert lock_beside(target) == tmp_path / lock
    with pytest.raises(FactcheckError, match="seems to be open in another program"):
        refuse_existing(target, force=True)
    with pytest.raises(FactcheckError, match="close it there"):
        write_atomic(target, b"new", force=True)
    assert target.read_bytes() == b"mine"


def test_a_lock_that_was_left_behind_without_its_file_hinders_nothing(tmp_path: Path) -> None:
    (tmp_path / "~$w.xlsx").write_bytes(b"")
    write_atomic(tmp_path / "w.xlsx", b"new")
    assert (tmp_path / "w.xlsx").read_bytes() == b"new"


def test_the_lock_of_another_file_is_none(tmp_path: Path) -> None:
    (tmp_path / "~$other.xlsx").write_bytes(b"")
    (tmp_path / "~$arbour.xlsx").write_bytes(b"")
    assert lock_beside(tmp_path / "harbour.xlsx") is None


def refused(*args: object, **kwargs: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_a_folder_that_may_not_be_written_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files.tempfile, "NamedTemporaryFile", refused)
    with pytest.raises(FactcheckError) as error:
        write_atomic(tmp_path / "w.json", b"new")
    assert (
        str(error.value)
        == f"{tmp_path / 'w.json'}: cannot be written (Permission denied); nothing was changed; choose another place with -o"
    )


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(FactcheckError, match=r"cannot be made .Permission denied.; choose another folder"):
        make_folder(tmp_path / "out" / "deeper")


@pytest.mark.parametrize("step", ["replace", "copy2"])
def test_there_is_no_moment_without_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    target = tmp_path / "w.json"
    target.write_bytes(b"mine")
    if step == "replace":
        monkeypatch.setattr(Path, "replace", refused)
    else:
        monkeypatch.setattr(os, "link", refused)  # a file system without links, and no room for a copy
        monkeypatch.setattr(shutil, "copy2", refused)
    with pytest.raises(FactcheckError, match="nothing was changed"):
        write_atomic(target, b"new", force=True)
    assert target.read_bytes() == b"mine"


def test_without_links_the_backup_is_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "w.json").write_bytes(b"mine")
    monkeypatch.setattr(os, "link", refused)
    write_atomic(tmp_path / "w.json", b"new", force=True)
    assert ((tmp_path / "w.json").read_bytes(), (tmp_path / "w.json.bak").read_bytes()) == (b"new", b"mine")


class Full:
    """A standard output whose disk is full."""

    def __init__(self, error: OSError) -> None:
        self.error = error
        self.buffer = self

    def write(self, data: bytes) -> int:
        raise self.error

    def fileno(self) -> int:
        raise ValueError("no file")


def test_a_full_disk_behind_standard_output_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Full(OSError(28, "No space left on device")))
    with pytest.raises(FactcheckError, match=r"standard output: cannot be written .No space left on device."):
        write_stdout(b"x")
    monkeypatch.setattr(sys, "stdout", Full(BrokenPipeError(32, "Broken pipe")))
    with pytest.raises(BrokenPipeError):
        write_stdout(b"x")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("force", [True, False])
def test_what_is_no_regular_file_is_never_replaced(tmp_path: Path, force: bool) -> None:
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    with pytest.raises(FactcheckError, match="is no regular file"):
        files.write_atomic(pipe, b"{}", force=force)
    assert pipe.is_fifo() and [p.name for p in tmp_path.iterdir()] == ["pipe.json"]


@pytest.fixture
def dead() -> int:
    """The number of a process that is no more."""
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


def leave(folder: Path, name: str, *, by: int | None = None, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a process leaves that is killed while it writes."""
    with monkeypatch.context() as patched:
        if by is not None:
            patched.setattr(os, "getpid", lambda: by)
        patched.setattr(Path, "unlink", lambda self: None)
        with pytest.raises(RuntimeError), files.whole(folder / name, keep=False) as file:
            file.write(b"half")
            raise RuntimeError("killed")
    return next(p for p in folder.iterdir() if p.name.startswith(f".{name[:20]}.factcheck-"))


def test_what_a_killed_run_left_is_removed(tmp_path: Path, dead: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("w.json", "n" * 200 + ".json", "line\nbreak.json"):
        leave(tmp_path, name, by=dead, monkeypatch=monkeypatch)
    assert files.sweep(tmp_path) == 3
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_surely_left_behind_stays(tmp_path: Path, dead: int, monkeypatch: pytest.MonkeyPatch) -> None:
    own = leave(tmp_path, "own.json", monkeypatch=monkeypatch)  # this process lives
    left = leave(tmp_path, "left.json", by=dead, monkeypatch=monkeypatch)
    computer = left.name.split("-")[1]
    elsewhere = left.rename(left.with_name(left.name.replace(computer, "0" * 6)))
    folder = tmp_path / f".a.factcheck-{computer}-{dead}-x.tmp"
    folder.mkdir()
    other = [tmp_path / n for n in (".w.json.abcdef.tmp", f"a.factcheck-{computer}-{dead}-x.tmp", f".a.factcheck-{computer}-x-x.tmp")]
    for p in other:
        p.write_bytes(b"not ours")
    assert files.sweep(tmp_path) == 0
    assert set(tmp_path.iterdir()) == {own, elsewhere, folder, *other}
    assert files.sweep(tmp_path / "nowhere") == 0


def test_without_posix_signals_an_open_file_is_the_systems_to_keep(tmp_path: Path, dead: int, monkeypatch: pytest.MonkeyPatch) -> None:
    own = leave(tmp_path, "own.json", monkeypatch=monkeypatch)
    leave(tmp_path, "left.json", by=dead, monkeypatch=monkeypatch)
    monkeypatch.setattr(files, "os", _Windows())
    assert files.sweep(tmp_path) == 1
    assert list(tmp_path.iterdir()) == [own]


class _Windows:
    """The module os, where there is no ``kill`` that only asks."""

    name = "nt"
    scandir, getpid = staticmethod(os.scandir), staticmethod(os.getpid)
