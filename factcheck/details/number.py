"""Counts and bare numbers; ordinals where they count; the counted noun goes into the value ("62 soldiers" → 62, soldier)."""

from __future__ import annotations

from factcheck.details.amounts import Amounts
from factcheck.details.reading import Figure, Stretch
from factcheck.language.numbers import Number, approximate, singular
from factcheck.model.claim_parts import Value
from factcheck.plugin.records import Example, must, must_not

SOURCE = "Huddleston and Pullum, The Cambridge Grammar of the English Language (2002), ch. 5 sec. 5 and 7"
EXAMPLES: tuple[Example, ...] = (
    must("Sixty-two sailors came home.", "Sixty-two"),
    must("Some 40 people were hurt.", "Some 40"),
    must("Hundreds of thousands fled.", "Hundreds of thousands"),
    must("It was the 33rd meeting of the club.", "33rd"),
    must_not("No one came, and this one did not stay."),
)


def match(a: Amounts, n: Number, s: Stretch) -> Figure | None:
    """What is left when no unit was found; None where the word does not count."""
    lower = a.r.lower
    if n.form == "ordinal":
        return _ordinal(a, n, s)
    if n.tail and (n.low == 1 or n.tail.startswith("on-")):
        return None
    if n.end - n.start == 1 and len(lower[n.start]) > 12 and lower[n.start].isdecimal():
        return None  # an identifier, not a count
    if n.form == "fraction" and not _shares(a, n, s):
        return None
    if n.low == 1 and not n.digits and n.end - n.start == 1 and n.form == "cardinal" and not _counts_one(a, n, s):
        return None
    if n.form == "decade":
        return None
    if lower[n.start] in ("couple", "pair") and not (n.end < s.stop and lower[n.end] == "of"):
        return None
    if n.tail or _compound(a, n, s):
        return _with_noun(a, n)
    full = approximate(lower, n, s.first, s.stop, a.words)
    start = full.start
    if start > s.first and start == n.start and lower[start - 1] in ("a", "an") and lower[start] in _WITH_ARTICLE:
        start -= 1
    at = full.end
    if n.form == "fraction" and at < s.stop and lower[at] in a.r.dates.lists["owners"]:
        at += 1  # "half the boats"
    noun, _ = a.noun(at, s.stop)
    if n.low is None and lower[n.start] not in ("numerous", "countless"):
        return None
    if noun == "percent":
        noun = None
    return Figure("number", start, full.end, Value(n.low, n.high, noun, full.approx))


def _compound(a: Amounts, n: Number, s: Stretch) -> bool:
    """Whether a noun is written to the digits with a hyphen: "214-page"."""
    tokens, j = a.r.tokens, n.end
    if not n.digits or j + 1 >= s.stop or tokens.words[j] not in _HYPHENS or not tokens.words[j + 1][0].isalpha():
        return False
    return tokens.ends[j - 1] == tokens.starts[j] and tokens.ends[j] == tokens.starts[j + 1]


def _with_noun(a: Amounts, n: Number) -> Figure:
    """The number with the noun that a hyphen ties to it: "three-judge" → 3, judge."""
    noun, stop = (n.tail, n.end) if n.tail else (a.r.lower[n.end + 1], n.end + 2)
    return Figure("number", n.start, stop, Value(n.low, n.high, singular(noun.split("-")[0], a.words)))


def _counts_one(a: Amounts, n: Number, s: Stretch) -> bool:
    lower, lists = a.r.lower, a.words.lists
    before = lower[n.start - 1] if n.start > s.first else ""
    after = lower[n.end] if n.end < s.stop else "."
    return before not in lists["one_after"] and after not in lists["one_before"] and (after[0].isalpha() or after == "-")


def _shares(a: Amounts, n: Number, s: Stretch) -> bool:
    lower = a.r.lower
    if "-" in lower[n.start] or n.end - n.start > 1:
        return True
    return n.end < s.stop and lower[n.end] in ("of", "the", "a", "an", "its", "his", "their")


def _ordinal(a: Amounts, n: Number, s: Stretch) -> Figure | None:
    """An ordinal before a noun or after a determiner: "the third vote", not "first, we went"."""
    lower, lists = a.r.lower, a.words.lists
    after = lower[n.end] if n.end < s.stop else ""
    before = lower[n.start - 1] if n.start > s.first else ""
    if n.tail == "century" and n.low is not None:
        return Figure("date", n.start, n.end, Value(int(n.low) * 100 - 99, int(n.low) * 100, "year"))
    if n.tail and n.tail not in ("place", "graders", "grade"):
        return None
    if before in ("a", "one") and after in ("of", "to") and n.low is not None and n.low >= 3 and lower[n.start] in a.words.fractions:
        return Figure("number", n.start - 1, n.end, Value(round(1 / n.low, 10), unit=a.noun(n.end, s.stop)[0]))  # a third of
    if (
        lower[n.start] == "second"
        and (after in ("or", "and", ",", ".") or before in ("a", "per"))
        and after not in a.r.dates.units
        and not after.isalpha()
    ):
        return None
    if after in lists["ordinal_stops"]:
        return None
    noun = after if after.isalpha() else None
    if not n.digits and before not in lists["ordinal_left"] and (noun is None or noun in lists["ordinal_no_noun"]):
        return None
    return Figure("number", n.start, n.end, Value(n.low))


_HYPHENS = frozenset("-‐‑")
_WITH_ARTICLE = frozenset(("dozen", "couple", "pair", "hundred", "thousand", "million", "billion", "trillion", "quarter"))
