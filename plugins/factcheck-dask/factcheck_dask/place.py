"""Folders by path or address: what is in them, reading a file, writing one whole. Opens only what the user named.

A path of this computer is written as the core writes; anything else goes through the fsspec backend of its protocol.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any, Protocol

from factcheck import files
from factcheck.model.errors import FactcheckError

_ADDRESS = re.compile(r"[\w+.-]{2,}://|::")
_PASSWORD = re.compile(r"(?<=//)([^/@:]*):[^/]*(?=@)")


class Place(Protocol):
    """A folder."""

    def shown(self, name: str) -> str:
        """A file of it as people read it: never with a password."""

    def names(self) -> list[str]:
        """Its files; [] where it is not there."""

    def read(self, name: str) -> bytes:
        """The bytes of a file."""

    def write(self, name: str, data: bytes) -> None:
        """Write a file whole; one that is there with other bytes stays as ``NAME.bak``."""

    def put(self, path: Path, name: str) -> None:
        """Copy a finished file of this computer there; what was there is replaced."""

    def remove(self, name: str) -> None:
        """Remove a file, if it is there."""


def masked(address: str) -> str:
    """An address without its password, as it may be shown.

    >>> masked("sftp://desk:secret@host/a")
    'sftp://desk@host/a'
    """
    return _PASSWORD.sub(r"\1", address)


def place(given: str) -> Place:
    """The folder that a path or address names.

    Args:
        given: as the user wrote it.
    Raises:
        FactcheckError: there is no backend for it, or it is a page of the web.
    """
    if not _ADDRESS.search(given):
        return Here(Path(given))
    what = masked(given)
    protocols = {p.split("://")[0].lower() for p in given.split("::")}
    if protocols & {"http", "https"}:
        raise FactcheckError("is an address of the web, which has no folders", what, "give one page to 'factcheck generate'")
    import fsspec
    from fsspec.implementations.local import LocalFileSystem

    with _told(what):
        system, root = fsspec.url_to_fs(given)
    return Here(Path(root)) if isinstance(system, LocalFileSystem) else There(system, root, what)


class Here:
    """A folder of this computer."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def shown(self, name: str) -> str:
        return str(self.path / name)

    def names(self) -> list[str]:
        if not self.path.is_dir():
            return []
        with os.scandir(self.path) as found:
            return sorted(e.name for e in found if Path(e.path).is_file())

    def read(self, name: str) -> bytes:
        return files.read_bytes(self.path / name)

    def write(self, name: str, data: bytes) -> None:
        target = self.path / name
        if not (target.is_file() and target.read_bytes() == data):
            files.write_atomic(target, data, force=True)

    def put(self, path: Path, name: str) -> None:
        with files.whole(self.path / name, keep=False) as out, path.open("rb") as source:
            shutil.copyfileobj(source, out)

    def remove(self, name: str) -> None:
        (self.path / name).unlink(missing_ok=True)


class There:
    """A folder of any fsspec file system.

    Args:
        system: the file system.
        root: the folder in it.
        given: what the user wrote, without a password.
    """

    def __init__(self, system: Any, root: str, given: str) -> None:
        self.system, self.root, self.given = system, root.rstrip("/"), given.rstrip("/")

    def shown(self, name: str) -> str:
        return f"{self.given}/{name}"

    def names(self) -> list[str]:
        with _told(self.given):
            self.system.invalidate_cache()
            try:
                found = self.system.ls(self.root, detail=True)
            except FileNotFoundError:
                return []
        names = {str(f["name"]).rstrip("/").rsplit("/", 1)[-1] for f in found if f["type"] == "file"}
        return sorted(n for n in names if n and PurePath(n).name == n)

    def read(self, name: str) -> bytes:
        with _told(self.shown(name)):
            return bytes(self.system.cat_file(self._at(name)))

    def write(self, name: str, data: bytes) -> None:
        with _told(self.shown(name)):
            if self.system.exists(self._at(name)):
                if self.system.cat_file(self._at(name)) == data:
                    return
                self.system.cp_file(self._at(name), self._at(self._backup(name)))
            self.system.makedirs(self.root, exist_ok=True)
            with self._whole(name) as target:
                self.system.pipe_file(target, data)

    def put(self, path: Path, name: str) -> None:
        with _told(self.shown(name)):
            self.system.makedirs(self.root, exist_ok=True)
            with self._whole(name) as target:
                self.system.put_file(str(path), target)

    def remove(self, name: str) -> None:
        with _told(self.shown(name)), contextlib.suppress(FileNotFoundError):
            self.system.rm_file(self._at(name))

    def _at(self, name: str) -> str:
        return f"{self.root}/{name}"

    def _backup(self, name: str) -> str:
        number = 1
        while self.system.exists(self._at(kept := f"{name}.bak{number if number > 1 else ''}")):
            number += 1
        return kept

    @contextlib.contextmanager
    def _whole(self, name: str) -> Iterator[str]:
        """Where to write so that nobody sees half a file: beside it and then renamed, or at once where a store takes objects whole."""
        if not renames(self.system):
            yield self._at(name)
            return
        beside = self._at(f".{uuid.uuid4().hex}.factcheck.tmp")
        try:
            yield beside
            self.system.mv(beside, self._at(name))
        except BaseException:
            with contextlib.suppress(Exception):
                self.system.rm_file(beside)
            raise


def renames(system: Any) -> bool:
    """Whether a file system has a rename of its own; fsspec's general one copies, which is no better than writing whole at once."""
    from fsspec import AbstractFileSystem

    return type(system).mv is not AbstractFileSystem.mv


@contextlib.contextmanager
def _told(what: str) -> Iterator[None]:
    """Whatever a backend raises, as one line."""
    try:
        yield
    except (FactcheckError, FileNotFoundError):
        raise
    except Exception as error:
        told = masked(str(error) or type(error).__name__)
        raise FactcheckError(f"cannot be reached ({told})", what, "check the address, and that its fsspec backend is installed") from error
