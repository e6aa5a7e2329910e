"""Folders by path and address: files are whole, replaced ones stay, what cannot be reached is one line without a password."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import fsspec
import pytest
from factcheck_dask.place import Here, Place, There, masked, place, renames
from fsspec.implementations.local import LocalFileSystem
from fsspec.implementations.memory import MemoryFileSystem

from factcheck.model.errors import FactcheckError


class Renaming(MemoryFileSystem):
    """A store with a rename of its own; remembers what stood under a final name at which moment."""

    protocol = "renaming"
    store: ClassVar[dict[str, object]] = {}
    pseudo_dirs: ClassVar[list[str]] = [""]
    moved: ClassVar[list[tuple[str, str]]] = []
    fails = False

    def mv(self, path1: str, path2: str, **kwargs: object) -> None:
        if self.fails:
            raise OSError("the line is dead")
        self.moved.append((path1, path2))
        self.store[path2] = self.store.pop(path1)


@pytest.fixture(params=["path", "file", "memory", "renaming"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    fsspec.register_implementation("renaming", Renaming, clobber=True)
    name = uuid.uuid4().hex
    addresses = {"path": f"{tmp_path}", "file": f"file://{tmp_path}", "memory": f"memory://{name}", "renaming": f"renaming:///{name}"}
    made = place(addresses[request.param])
    assert isinstance(made, Here if request.param in ("path", "file") else There)
    yield made
    MemoryFileSystem.store.clear()
    Renaming.store.clear()
    Renaming.moved.clear()


def test_what_is_written_is_read_and_what_is_replaced_stays(folder: Place, tmp_path: Path) -> None:
    assert folder.names() == []
    for data in (b"one", b"one", b"two", b"three"):
        folder.write("a b.json", data)
        assert folder.read("a b.json") == data
    assert {n: folder.read(n) for n in folder.names()} == {"a b.json": b"three", "a b.json.bak": b"one", "a b.json.bak2": b"two"}
    made = tmp_path / "made"
    made.write_bytes(b"index")
    for _ in range(2):
        folder.put(made, "index.html")
    assert folder.read("index.html") == b"index" and "index.html.bak" not in folder.names()
    for _ in range(2):
        folder.remove("index.html")
    assert "index.html" not in folder.names()


def test_where_there_is_a_rename_nothing_is_written_under_the_final_name() -> None:
    fsspec.register_implementation("renaming", Renaming, clobber=True)
    there = place("renaming:///out")
    there.write("w.json", b"one")
    ((beside, target),) = Renaming.moved
    assert target.endswith("/w.json") and beside.endswith(".factcheck.tmp")
    Renaming.fails = True
    with pytest.raises(FactcheckError, match="the line is dead"):
        there.write("x.json", b"two")
    Renaming.fails = False
    assert there.names() == ["w.json"]
    Renaming.store.clear()
    Renaming.moved.clear()


def test_a_rename_that_copies_is_none() -> None:
    assert renames(Renaming()) and renames(LocalFileSystem()) and not renames(MemoryFileSystem())


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("https://example.org/archive", "is an address of the web"),
        ("simplecache::http://example.org/archive", "is an address of the web"),
        ("nonesuch://archive", "cannot be reached"),
        ("sftp://desk:secret@localhost:1/archive", "cannot be reached"),
    ],
)
def test_what_cannot_be_reached_is_one_line(given: str, says: str) -> None:
    with pytest.raises(FactcheckError, match=says) as caught:
        place(given).names()
    assert "secret" not in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("sftp://desk:secret@host/a::ftp://u:p@h/b", "sftp://desk@host/a::ftp://u@h/b"),
        ("sftp://desk:sec:r@et@host/a@b:c", "sftp://desk@host/a@b:c"),
        ("sftp://desk:secret@host::ftp://u:p@h", "sftp://desk@host::ftp://u@h"),
        ("s3://bucket/a", "s3://bucket/a"),
    ],
)
def test_a_password_is_never_shown(given: str, shown: str) -> None:
    assert masked(given) == shown
    assert There(MemoryFileSystem(), "/a", masked(given)).shown("a.txt") == f"{shown}/a.txt"


def test_a_windows_drive_is_a_path() -> None:
    assert isinstance(place("C:\\drafts"), Here)
