"""The phrases of ``lexicon/blocks.toml`` as patterns: what shows the kind of a block. Never decides by itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from factcheck.language.gate import Gated
from factcheck.language.lexicon import load_packaged
from factcheck.model.patterns import compiled

_LEAD = r"[^\w#@©%]{0,6}"  # brackets, stars and dashes before the first word
_WHOLE = r"(?<!\w)"


@cache
def table() -> Mapping[str, Any]:
    """The lexicon of blocks."""
    return load_packaged("blocks")


@cache
def starting(*path: str) -> Gated:
    """A pattern to ``match`` a block that begins with one of the phrases of a list, by its path in the lexicon."""
    return _gated(path, _LEAD, opens=True)


@cache
def containing(*path: str) -> Gated:
    """A pattern to ``search``: one of the phrases, as whole words."""
    return _gated(path, _WHOLE)


@cache
def ending(*path: str) -> Gated:
    """A pattern to ``search`` in the tail of a block."""
    return _gated(path, _WHOLE, r"\W{0,4}\Z")


@cache
def whole(*path: str) -> Gated:
    """A pattern to ``fullmatch``: one of the phrases and punctuation, nothing else."""
    return _gated(path, r"\W{0,6}", r"\W{0,6}", opens=True)


@cache
def voicing(*path: str) -> Gated:
    """Like ``containing``, but letter case counts after the first letter: "us" is not "US"."""
    phrases = _list(path)
    pattern = rf"{_WHOLE}(?:{'|'.join(f'[{p[0].upper()}{p[0]}]{_phrase(p[1:])}' for p in phrases)})(?!\.\w)"
    return Gated((p.lower() for p in phrases), lambda: compiled(pattern), opens=False)


def _gated(path: tuple[str, ...], before: str, after: str = "", *, opens: bool = False) -> Gated:
    phrases = sorted(_list(path), key=len, reverse=True)
    firsts = ("" if p[0] in "#…" else p.lower() for p in phrases)
    return Gated(firsts, lambda: compiled(f"{before}(?:{'|'.join(map(_phrase, phrases))}){after}", re.IGNORECASE), opens=opens)


def words(*path: str) -> frozenset[str]:
    """A list of the lexicon as a set."""
    return frozenset(_list(path))


def _list(path: tuple[str, ...]) -> list[str]:
    found: Any = table()
    for key in path:
        found = found[key]
    return list(found)


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
