"""The phrases of ``lexicon/blocks.toml`` as patterns: what shows the kind of a block. Never decides by itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from factcheck.language.lexicon import load_packaged

_LEAD = r"[^\w#@©%]{0,6}"  # brackets, stars and dashes before the first word


@cache
def table() -> Mapping[str, Any]:
    """The lexicon of blocks."""
    return load_packaged("blocks")


@cache
def starting(*path: str) -> re.Pattern[str]:
    """A pattern to ``match`` a block that begins with one of the phrases of a list, by its path in the lexicon."""
    return re.compile(rf"{_LEAD}(?:{_any(path)})", re.IGNORECASE)


@cache
def containing(*path: str) -> re.Pattern[str]:
    """A pattern to ``search``: one of the phrases, as whole words."""
    return re.compile(rf"(?<!\w)(?:{_any(path)})", re.IGNORECASE)


@cache
def ending(*path: str) -> re.Pattern[str]:
    """A pattern to ``search`` in the tail of a block."""
    return re.compile(rf"(?<!\w)(?:{_any(path)})\W{{0,4}}\Z", re.IGNORECASE)


@cache
def whole(*path: str) -> re.Pattern[str]:
    """A pattern to ``fullmatch``: one of the phrases and punctuation, nothing else."""
    return re.compile(rf"\W{{0,6}}(?:{_any(path)})\W{{0,6}}", re.IGNORECASE)


@cache
def voicing(*path: str) -> re.Pattern[str]:
    """Like ``containing``, but letter case counts after the first letter: "us" is not "US"."""
    phrases = "|".join(f"[{p[0].upper()}{p[0]}]{_phrase(p[1:])}" for p in _list(path))
    return re.compile(rf"(?<!\w)(?:{phrases})(?!\.\w)")


def words(*path: str) -> frozenset[str]:
    """A list of the lexicon as a set."""
    return frozenset(_list(path))


def _list(path: tuple[str, ...]) -> list[str]:
    found: Any = table()
    for key in path:
        found = found[key]
    return list(found)


def _any(path: tuple[str, ...]) -> str:
    return "|".join(_phrase(p) for p in sorted(_list(path), key=len, reverse=True))


def _phrase(phrase: str) -> str:
    """One phrase as a pattern: "#" is a number, "…" up to six words, a space any white space; words end where they end.

    >>> bool(re.fullmatch(_phrase("# comments"), "12 comments"))
    True
    """
    out = ""
    for word in phrase.split():
        gap = r"\s{1,3}" if out else ""
        if word == "…":
            out += rf"(?:{gap}[^\s:]{{1,30}}){{0,6}}?" if out else r"(?:[^\s:]{1,30}\s{1,3}){0,6}?"
        else:
            out += gap + re.escape(word).replace(r"\#", r"\d{1,9}")
    return out + (r"(?!\w)" if phrase[-1:].isalnum() else "")
