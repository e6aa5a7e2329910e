"""Votes and scores as one thing to tick off: "voted 7–4", "a 6-3 ruling", "won 21 to 7". Says nothing of who was on which side."""

from __future__ import annotations

from factcheck.details.amounts import Amounts
from factcheck.details.reading import Figure, Stretch
from factcheck.model.claim_parts import Value
from factcheck.plugin.records import Example, must, must_not

SOURCE = "AP Stylebook, 'scores' and 'votes, vote tabulations'"
EXAMPLES: tuple[Example, ...] = (
    must("The council voted 7–4 to close the pool.", "7–4"),
    must("The bill failed by a vote of 31 to 18.", "31 to 18"),
    must("The visitors won 2-2 on penalties.", "2-2"),
    must_not("The price fell from 7 to 4.", "7 to 4"),
)
_DASHES = frozenset("-–—‐‑−")
_REACH = 5  # words before it in which a vote or a score is named
_DIGITS = 3


def by_number(a: Amounts, i: int, s: Stretch) -> Figure | None:
    """Two counts against each other that begin at token ``i``: the first as ``number``, the second as ``high``, unit "vote" or "score"."""
    lower = a.r.lower
    second, stop = _pair(a, i, s)
    first = _count(a, i)
    if first is None or second is None:
        return None
    unit = _named(a, i, stop, s)
    glued = lower[i + 1] in _DASHES
    if unit is None and (not glued or first < second or lower[i - 1] in ("from", "between")):
        return None
    if first < second and a.noun(stop, s.stop)[0] is not None:
        return None  # "won three to five seats"
    if stop < s.stop and (lower[stop] in a.measures or lower[stop] in a.percent or lower[stop] in a.r.dates.units):
        return None
    return Figure("number", i, stop, Value(first, second, unit or "tally"))


def _count(a: Amounts, i: int) -> int | None:
    word = a.r.lower[i]
    if word.isdecimal():
        return int(word) if len(word) <= _DIGITS and (word == "0" or word[0] != "0") else None
    value = a.words.values.get(word)
    return int(value) if value is not None and value == int(value) else None


def _pair(a: Amounts, i: int, s: Stretch) -> tuple[int | None, int]:
    """The second count and the token after it; None where no pair stands here."""
    lower, tokens = a.r.lower, a.r.tokens
    if i + 2 >= s.stop:
        return None, i
    if lower[i + 1] == "to":
        return _count(a, i + 2), i + 3
    if lower[i + 1] not in _DASHES or not lower[i].isdecimal():
        return None, i
    glued = tokens.ends[i] == tokens.starts[i + 1] and tokens.ends[i + 1] == tokens.starts[i + 2]
    if not glued or _chained(a, i - 1, s) or _chained(a, i + 3, s):
        return None, i
    rest = lower[i + 2]
    if rest.startswith("to-"):  # "a 5-to-4 vote"
        return (int(rest[3:]), i + 3) if rest[3:].isdecimal() and len(rest) <= 3 + _DIGITS else (None, i)
    return (_count(a, i + 2) if rest.isdecimal() else None), i + 3


def _chained(a: Amounts, i: int, s: Stretch) -> bool:
    """Whether a third group follows or goes before, as in a telephone number or an identifier."""
    tokens = a.r.tokens
    if not s.first <= i < s.stop or (tokens.words[i] not in _DASHES and tokens.words[i] != "/"):
        return False
    return (i > 0 and tokens.ends[i - 1] == tokens.starts[i]) and (i + 1 < s.stop and tokens.ends[i] == tokens.starts[i + 1])


def _named(a: Amounts, i: int, stop: int, s: Stretch) -> str | None:
    """ "vote" or "score", by the nearest word that names one; before the pair, or right after it."""
    lower, lists = a.r.lower, a.words.lists
    if lower[i - 1] == "from" and i > s.first:
        return None
    for k in (*range(stop, min(stop + 2, s.stop)), *range(i - 1, max(s.first, i - _REACH) - 1, -1)):
        if lower[k] in lists["vote_words"]:
            return "vote"
        if lower[k] in lists["score_words"]:
            return "score"
        if k < i and lower[k] in (".", ";"):
            break
    return None
