"""Overlap of spans and likeness of names, as every figure of the bench needs them. Knows nothing of worksheets."""

from __future__ import annotations

import re

Span = tuple[int, int]
SMALL = frozenset(
    ["the", "a", "an", "of", "and", "for", "to", "in", "on", "s", "mr", "mrs", "ms", "dr", "his", "her", "its", "their", "my", "your"]
)
WORD = re.compile(r"\w+")


def shared(a: Span, b: Span) -> int:
    """Characters that two spans have in common."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def iou(a: Span, b: Span) -> float:
    """Common characters over all characters, 0 to 1.

    >>> iou((0, 10), (5, 10))
    0.5
    """
    both = shared(a, b)
    return both / ((a[1] - a[0]) + (b[1] - b[0]) - both) if both else 0.0


def held(part: Span, whole: Span) -> float:
    """How much of ``part`` lies in ``whole``, 0 to 1."""
    return shared(part, whole) / (part[1] - part[0]) if part[1] > part[0] else 0.0


def touch(a: Span, b: Span, share: float) -> bool:
    """Whether they have this share of the shorter one in common."""
    return shared(a, b) >= share * min(a[1] - a[0], b[1] - b[0])


def span_of(record: dict[str, int]) -> Span:
    """Start and end of a record."""
    return record["start"], record["end"]


def words(name: str) -> list[str]:
    """The words of a name that count, case kept."""
    return [w for w in WORD.findall(name.replace("’", "'").replace("'s", "")) if w.lower() not in SMALL]


def same_name(a: str, b: str) -> bool:
    """Whether two names mean one source: equal, or the shorter is part of the longer and more than one common noun.

    >>> same_name("Ostrander", "Fire Chief Marta Ostrander"), same_name("spokesman", "a police spokesman")
    (True, False)
    """
    left, right = words(a), words(b)
    short, long = sorted(({w.lower() for w in left}, {w.lower() for w in right}), key=len)
    if not short or not short <= long:
        return False
    named = {w.lower() for w in left if w[0].isupper()} & {w.lower() for w in right if w[0].isupper()}
    return short == long or len(short) > 1 or bool(short & named)


def match(gold: list[Span], tool: list[Span], least: float) -> list[tuple[int, int]]:
    """Pairs one to one, best overlap first, of at least this overlap (intersection over union)."""
    graded = sorted(((iou(g, t), -i, -j) for i, g in enumerate(gold) for j, t in enumerate(tool) if shared(g, t)), reverse=True)
    pairs: list[tuple[int, int]] = []
    done_gold: set[int] = set()
    done_tool: set[int] = set()
    for value, i, j in graded:
        if value >= least and -i not in done_gold and -j not in done_tool:
            done_gold.add(-i)
            done_tool.add(-j)
            pairs.append((-i, -j))
    return pairs
