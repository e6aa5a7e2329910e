"""Reading and writing files: atomic, with a backup where something is replaced, and errors in one line."""

from __future__ import annotations

import contextlib
import hashlib
import os
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from factcheck.model.errors import FactcheckError
from factcheck.model.patterns import compiled

WORD = frozenset({".doc", ".docx", ".docm", ".rtf"})
WORD_NAME = 6
"""Longest name, without suffix, that Word's lock file carries in full."""
MOST = 1_000_000_000
"""Bytes of a file that is read: what is larger holds pictures or is no article."""
MOST_PIPED = 100_000_000
"""Bytes that are read from standard input, more than text may have."""
_SHORT = 20
"""Characters of a name that its temporary file carries: the longest name that a disk takes must leave room for it."""
_OURS = compiled(r"\..{0,20}\.factcheck-([0-9a-f]{6})-([0-9]+)-\w+\.tmp", re.DOTALL)
"""The name of a temporary file of ours: which computer and which process wrote it."""


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file.

    Raises:
        FactcheckError: it does not exist, is a folder or a device, is larger than ``MOST``, or may not be read.
    """
    try:
        if not path.exists():
            raise FactcheckError("there is no such file", str(path), "check the name")
        if path.is_dir():
            raise FactcheckError("is a folder", str(path), "give a file")
        if not path.is_file():
            raise FactcheckError("is no regular file", str(path), "give an article as a file, or '-' to read standard input")
        if path.stat().st_size > MOST:
            raise FactcheckError(f"is larger than {MOST // 1000**2:,} MB", str(path), "give the article's text alone")
        return path.read_bytes()
    except OSError as error:
        raise FactcheckError(f"cannot be read ({error.strerror or error})", str(path), "check the name and the permissions") from error


def read_stdin() -> bytes:
    """The bytes of standard input, and of one that never ends as many as no article has.

    Raises:
        FactcheckError: it is closed.
    """
    if sys.stdin is None:
        raise FactcheckError("is closed", "standard input", "give a file")
    return sys.stdin.buffer.read(MOST_PIPED)


def write_atomic(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write to a temporary file beside the target and rename it, so that no reader ever sees half a file.

    Args:
        force: replace an existing target, keeping it as ``NAME.bak`` (``.bak2`` …).
    Raises:
        FactcheckError: the target exists, or the folder cannot be written.
    """
    refuse_existing(path, force=force)
    with whole(path, keep=True) as file:
        file.write(data)


@contextlib.contextmanager
def whole(path: Path, *, keep: bool) -> Iterator[IO[bytes]]:
    """A file to write into that takes its name when all is written; until then, and after an error, the old one stays.

    Args:
        keep: whether a file that is replaced stays as ``NAME.bak``.
    Raises:
        FactcheckError: it cannot be written.
    """
    temporary = None
    try:
        prefix = f".{path.name[:_SHORT]}.factcheck-{_computer()}-{os.getpid()}-"
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=prefix, suffix=".tmp", delete=False) as file:
            temporary = Path(file.name)
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask())
        if keep and path.exists():
            _back_up(path)
        temporary.replace(path)
    except OSError as error:
        raise FactcheckError(
            f"cannot be written ({error.strerror or error})", str(path), "nothing was changed; choose another place with -o"
        ) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(FileNotFoundError):
                temporary.unlink()


def sweep(folder: Path) -> int:
    """Remove temporary files that killed runs left in a folder: of our name, written on this computer, by a process that is no more.

    Returns:
        How many. What cannot be listed or removed stays.
    """
    gone = 0
    with contextlib.suppress(OSError), os.scandir(folder) as found:
        for entry in found:
            ours = _OURS.fullmatch(entry.name)
            if ours and ours[1] == _computer() and entry.is_file(follow_symlinks=False) and not _lives(int(ours[2])):
                with contextlib.suppress(OSError):
                    Path(entry.path).unlink()
                    gone += 1
    return gone


def _computer() -> str:
    """Tells computers apart that share a folder."""
    return hashlib.sha256(platform.node().encode("utf-8", "surrogateescape")).hexdigest()[:6]


def _lives(process: int) -> bool:
    """Whether a process is there. Where there are no POSIX signals, a file that is still open cannot be removed anyway."""
    if os.name != "posix":
        return process == os.getpid()
    try:
        os.kill(process, 0)  # sends nothing
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # it belongs to somebody else
        return True
    return True


def refuse_existing(path: Path, *, force: bool) -> None:
    """Raise where a target would be replaced, or its folder is missing.

    Raises:
        FactcheckError: with the option that helps; also where another program has the target open, which would write over it again.
    """
    if path.is_dir():
        raise FactcheckError("is a folder", str(path), "give -o a file name")
    if path.exists() and not path.is_file():  # a device or a pipe: renaming a file over it would take its place
        raise FactcheckError("is no regular file", str(path), "give -o a file name, or '-' for standard output")
    if path.exists() and not force:
        raise FactcheckError("is already there", str(path), "give another name with -o, or --force, which keeps it as a .bak file")
    if not path.parent.is_dir():
        raise FactcheckError("there is no such folder", str(path.parent), "make it first")
    lock = lock_beside(path) if path.exists() else None
    if lock is not None:
        raise FactcheckError(
            f"seems to be open in another program ({lock.name} is beside it)", str(path), "close it there, or give another name with -o"
        )


def lock_beside(path: Path) -> Path | None:
    """The lock file by which an office program says that it has a file open, or None.

    Excel writes ``~$name.xlsx``, Word leaves out the first two letters of a long name, LibreOffice writes ``.~lock.name#``.
    """
    names = [f"~${path.name}", f".~lock.{path.name}#"]
    if path.suffix.lower() in WORD:
        names.append(f"~${path.name[min(2, max(0, len(path.stem) - WORD_NAME)) :]}")
    with contextlib.suppress(OSError):
        return next((p for n in names if (p := path.with_name(n)).exists()), None)
    return None


def make_folder(path: Path) -> None:
    """Make a folder and those above it.

    Raises:
        FactcheckError: it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FactcheckError(f"cannot be made ({error.strerror or error})", str(path), "choose another folder with -o") from error


def write_stdout(data: bytes) -> None:
    """Write to standard output.

    Raises:
        BrokenPipeError: nobody reads any more.
        FactcheckError: it is closed, or cannot be written, as where a disk is full.
    """
    if sys.stdout is None:
        raise FactcheckError("is closed", "standard output", "write to a file with -o")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        with contextlib.suppress(OSError, ValueError):  # what is left in the buffer must not fail again when the program ends
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise FactcheckError(f"cannot be written ({error.strerror or error})", "standard output", "write to a file with -o") from error


def _back_up(path: Path) -> None:
    """Keep a file under a second name while it stays in its place, so that there is no moment without it."""
    name = backup_name(path)
    try:
        os.link(path, name)
    except (OSError, AttributeError):  # a file system or a system without links
        shutil.copy2(path, name)


def backup_name(path: Path) -> Path:
    """The first free name for a backup of a file."""
    number = 1
    while True:
        name = path.with_name(f"{path.name}.bak{number if number > 1 else ''}")
        if not name.exists():
            return name
        number += 1


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
