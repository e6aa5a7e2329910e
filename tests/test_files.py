from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from factcheck.files import read_bytes, write_atomic
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
