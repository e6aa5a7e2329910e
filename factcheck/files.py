"""Reading and writing files: atomic, with a backup where something is replaced, and errors in one line."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from factcheck.model.errors import FactcheckError


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file.

    Raises:
        FactcheckError: it does not exist, is a folder or a device, or may not be read.
    """
    try:
        if not path.exists():
            raise FactcheckError("there is no such file", str(path), "check the name")
        if path.is_dir():
            raise FactcheckError("is a folder", str(path), "give a file")
        if not path.is_file():
            raise FactcheckError("is no regular file", str(path), "give an article as a file, or '-' to read standard input")
        return path.read_bytes()
    except OSError as error:
        raise FactcheckError(f"cannot be read ({error.strerror or error})", str(path), "check the name and the permissions") from error


def write_atomic(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write to a temporary file beside the target and rename it, so that no reader ever sees half a file.

    Args:
        force: replace an existing target, keeping it as ``NAME.bak`` (``.bak2`` …).
    Raises:
        FactcheckError: the target exists, or the folder cannot be written.
    """
    refuse_existing(path, force=force)
    temporary = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name[:100]}.", suffix=".tmp", delete=False) as file:
            temporary = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask())
        if path.exists():
            path.replace(backup_name(path))
        temporary.replace(path)
    except OSError as error:
        raise FactcheckError(
            f"cannot be written ({error.strerror or error})", str(path), "nothing was changed; choose another place with -o"
        ) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(FileNotFoundError):
                temporary.unlink()


def refuse_existing(path: Path, *, force: bool) -> None:
    """Raise where a target would be replaced, or its folder is missing.

    Raises:
        FactcheckError: with the option that helps.
    """
    if path.is_dir():
        raise FactcheckError("is a folder", str(path), "give -o a file name")
    if path.exists() and not force:
        raise FactcheckError("is already there", str(path), "give another name with -o, or --force, which keeps it as a .bak file")
    if not path.parent.is_dir():
        raise FactcheckError("there is no such folder", str(path.parent), "make it first")


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
