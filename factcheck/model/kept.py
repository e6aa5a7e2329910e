"""What was made of a file of ours, kept beside Python's bytecode: a lexicon that is parsed, a template that is compiled.

Kept only where Python keeps bytecode, found again only for the same bytes of the file, made anew wherever anything is amiss.
"""

from __future__ import annotations

import contextlib
import os
import sys
from importlib.util import cache_from_source, source_hash
from pathlib import Path


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


def _place(source: Path) -> Path | None:
    """``__pycache__/cues.toml.cpython-311.kept``; None for a Python without a cache."""
    try:
        bytecode = Path(cache_from_source(f"{source}.py"))
    except NotImplementedError:
        return None
    return bytecode.with_suffix(".kept")
