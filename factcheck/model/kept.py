"""What was made of a file of ours, kept beside Python's bytecode: a lexicon that is parsed, a template or a pattern that is compiled.

Kept only where Python keeps bytecode, found again only for the same bytes of the file, made anew wherever anything is amiss.
"""

from __future__ import annotations

import atexit
import contextlib
import marshal
import os
import sys
from collections.abc import Hashable
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from pathlib import Path
from typing import Any


def load(source: Path, data: bytes) -> bytes | None:
    """What was kept of a file, or None.

    Args:
        source: the file, of this package: what lies beside it is trusted as its bytecode is.
        data: its bytes; what was made of others is not what is asked for.
    """
    place = _place(source)
    if place is None:
        return None
    try:
        kept = place.read_bytes()
    except OSError:
        return None
    body = kept[16:]
    return body if kept[:16] == source_hash(data) + source_hash(body) else None


def store(source: Path, data: bytes, made: bytes) -> None:
    """Keep what was made of a file; where that is not allowed or not possible, nothing happens.

    Args:
        source, data: as for ``load``.
        made: what is kept.
    """
    place = _place(source)
    if place is None or sys.dont_write_bytecode:
        return
    half = place.with_name(f"{place.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(source_hash(data) + source_hash(made) + made)
        half.replace(place)
        return
    with contextlib.suppress(OSError):  # a full disk: nothing half-written stays
        half.unlink()


class Shelf:
    """Many small things that a module makes of constants, kept in one file beside its bytecode and written when a run made new ones.

    Nothing that is made of an article may stand on it: what is kept outlives the run.

    Args:
        source: the file of the module.
        made_by: what else has to be the same for a thing to be found again, beside the version of Python.
        most: with more things than this it is started anew, so that it cannot grow for ever.
    """

    def __init__(self, source: Path, made_by: bytes = b"", *, most: int = 3_000) -> None:
        self._source, self._most = source, most
        self._made_by = sys.version.encode() + MAGIC_NUMBER + made_by
        self._old: dict[Hashable, Any] | None = None
        self._new: dict[Hashable, Any] = {}

    def get(self, key: Hashable) -> Any:
        """What was kept under a key, or None."""
        if self._old is None:
            self._old = self._read()
        return self._old.get(key)

    def put(self, key: Hashable, thing: Any) -> None:
        """Keep a thing that ``marshal`` can write; it is written when the run ends."""
        if not self._new:
            atexit.register(self.save)
        self._new[key] = thing

    def save(self) -> None:
        """Write what is new, beside what other runs kept meanwhile."""
        together = {**self._read(), **self._new}
        with contextlib.suppress(ValueError):  # what cannot be written is made anew each time
            store(self._source, self._made_by, marshal.dumps(together if len(together) <= self._most else self._new))

    def _read(self) -> dict[Hashable, Any]:
        body = load(self._source, self._made_by)
        try:
            found = marshal.loads(body) if body is not None else {}
        except (ValueError, EOFError, TypeError):
            return {}
        return found if isinstance(found, dict) else {}


def _place(source: Path) -> Path | None:
    """``__pycache__/cues.toml.cpython-311.kept``; None for a Python without a cache."""
    try:
        bytecode = Path(cache_from_source(f"{source}.py"))
    except NotImplementedError:
        return None
    return bytecode.with_suffix(".kept")
