"""Noun phrases on the tag string of ``language/tags.py``: to the left of a token, to the right of it.

Never builds a tree: a phrase is a run of letters, with its prepositional phrases where the rule says so. Every look is bounded.
"""

from __future__ import annotations

from factcheck.model.patterns import compiled

_LEAD = r"(?:[DG]++r?|M)"  # possessive: a run of determiners is taken once, not in every way
_BASE = rf"(?:{_LEAD}*[nNMSeg]{{0,12}}[nN]|[DG][gM]|{_LEAD}M)(?:\([^()]{{1,6}}\))?"
_QUANT = r"(?:[DM](?=P))"
_ONE = rf"(?:{_BASE}|{_QUANT})"
_CHAIN = rf"{_ONE}(?:(?:P|t(?=[DGNM])){_ONE}){{0,5}}"
_LEFT_ONE = compiled(rf"{_BASE}\Z")
_LEFT = compiled(rf"(?<![nNDGMS]){_CHAIN}\Z")
_LEFT_JOINED = compiled(rf"{_CHAIN}(?:,{_CHAIN}){{0,4}},?c{_CHAIN}\Z")
_RIGHT_ONE = compiled(_BASE)
_RIGHT = compiled(_CHAIN)
_RIGHT_JOINED = compiled(rf"{_CHAIN}(?:,?c{_CHAIN})?")
_LOOK = 40


def phrase_left(tags: str, floor: int, end: int) -> tuple[int, int] | None:
    """The longest noun phrase, with its prepositional phrases, that ends before a token.

    Args:
        tags: the tag string.
        floor: index of the first token that may belong to it.
        end: index of the token before which it ends.
    """
    low = max(floor, end - _LOOK)
    window = tags[low:end] if low == floor else tags[low - 1 : end]  # what stands before the floor is no part of the sentence
    skip = 0 if low == floor else 1
    m = _LEFT.search(window, skip) or _LEFT_ONE.search(window, skip)
    return (low - skip + m.start(), end) if m else None


def joined_left(tags: str, floor: int, end: int) -> tuple[int, int] | None:
    """A list of noun phrases ("A, B and C") that starts at ``floor`` and ends before a token."""
    if end - floor > _LOOK:
        return None
    m = _LEFT_JOINED.match(tags, floor, end)
    return (floor, end) if m else None


def phrase_right(tags: str, start: int, ceiling: int, *, attached: bool = True, joined: bool = False) -> tuple[int, int] | None:
    """The noun phrase that starts at a token; ``attached`` takes its prepositional phrases too, ``joined`` one "and B"."""
    pattern = _RIGHT_JOINED if joined else _RIGHT if attached else _RIGHT_ONE
    m = pattern.match(tags, start, min(ceiling, start + _LOOK))
    return (start, m.end()) if m else None
