"""Compiled regular expressions, kept beside Python's bytecode: a start would spend a fifth of its time compiling some 300 of them.

Only patterns of the package and of lexicons come here, never one made of an article's words: what is kept outlives the run.
"""

from __future__ import annotations

import re
from array import array
from importlib import import_module
from pathlib import Path
from typing import Any, AnyStr

from factcheck.model.kept import Shelf

try:
    _engine: Any = import_module("_sre")
    _shelf = Shelf(Path(__file__), f"{_engine.MAGIC} {_engine.CODESIZE}".encode())
except (ImportError, AttributeError):  # a Python with another engine compiles as ever
    _engine = None


def compiled(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern as ``re.compile`` makes it, without compiling it again in every process.

    Args:
        pattern: a pattern of the package or of a lexicon; never with words of an article in it.
        flags: as for ``re.compile``.

    Raises:
        re.error: the pattern is none.
    """
    if _engine is None:
        return re.compile(pattern, flags)
    key = (pattern, int(flags))
    program = _shelf.get(key)
    if program is not None:
        try:
            known, code, groups, names, by_number = program
            return _engine.compile(pattern, known, array("I", code).tolist(), groups, names, by_number)  # type: ignore[no-any-return]
        except (RuntimeError, TypeError, ValueError, OverflowError):  # the engine checks a program before it takes it
            pass
    made = re.compile(pattern, flags)
    program = _program(made, key[1])
    if program is not None:
        _shelf.put(key, program)
    return made


def _program(made: re.Pattern[AnyStr], flags: int) -> tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]] | None:
    """What the compiler hands to the engine for a pattern; None in a Python that does so in another way."""
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        code = array("I", _compiler._code(_parser.parse(made.pattern, flags), flags))
    except (ImportError, AttributeError, TypeError, OverflowError):
        return None
    by_number: list[str | None] = [None] * (made.groups + 1)
    for name, number in made.groupindex.items():
        by_number[number] = name
    return made.flags, code.tobytes(), made.groups, dict(made.groupindex), tuple(by_number)
