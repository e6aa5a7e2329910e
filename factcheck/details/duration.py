"""How long, and how often: "two hours", "a 30-minute call", "for weeks", "the past two years", "every day". Dates are elsewhere."""

from __future__ import annotations

from factcheck.details.amounts import Amounts
from factcheck.details.reading import Figure, Stretch
from factcheck.language.numbers import Number, approximate, tidy
from factcheck.model.claim_parts import Value
from factcheck.plugin.records import Example, must, must_not

SOURCE = "TimeML 1.2.1 annotation guidelines (Sauri et al. 2006), types DURATION and SET"
EXAMPLES: tuple[Example, ...] = (
    must("The talks lasted two hours.", "two hours"),
    must("They signed a five-year lease.", "five-year"),
    must("The road was shut for weeks.", "for weeks"),
    must("The ferry runs every day.", "every day"),
    must_not("They met two years ago.", "two years"),
)
_LEFT = frozenset(
    (
        "the",
        "past",
        "last",
        "next",
        "first",
        "previous",
        "coming",
        "following",
        "final",
        "recent",
        "another",
        "only",
        "these",
        "those",
        "just",
        "full",
        "whole",
    )
)
_ARTICLES = ("a", "an", "half", "another")


def match(a: Amounts, n: Number, s: Stretch) -> Figure | None:
    """A number with a unit of time; with "ago" after it, it is a date."""
    lower, units = a.r.lower, a.r.dates.units
    if n.form not in ("cardinal", "vague", "fraction"):
        return None
    if n.tail:
        unit = units.get(n.tail.split("-")[0])
        return Figure("duration", n.start, n.end, Value(n.low, n.high, unit)) if unit else None
    j = n.end
    if j < s.stop and lower[j] == "of" and j + 1 < s.stop and lower[j + 1] in units:
        j += 1  # hundreds of years, a couple of days
    elif j + 1 < s.stop and lower[j] in ("-", "–") and lower[j + 1].split("-")[0] in units and not lower[j + 1].endswith(("-old", "-olds")):
        return Figure("duration", n.start, j + 2, Value(n.low, n.high, units[lower[j + 1].split("-")[0]]))
    elif (
        j + 1 < s.stop
        and lower[j] in ("full", "more", "straight", "consecutive", "long", "whole", "business", "working", "calendar")
        and lower[j + 1] in units
    ):
        j += 1
    elif j + 1 < s.stop and lower[j] in ("an", "a") and n.form == "fraction":
        j += 1  # half an hour
    if j >= s.stop or lower[j] not in units:
        return None
    unit = units[lower[j]]
    full = approximate(lower, n, s.first, s.stop, a.words)
    start, stop = full.start, j + 1
    if full.start > s.first and lower[full.start - 1] == "a" and lower[n.start] in ("couple", "few", "dozen", "hundred"):
        start -= 1
    value = Value(tidy(n.low) if n.low is not None else None, n.high, unit, full.approx)
    if (
        stop < s.stop
        and lower[stop] in ("ago", "earlier", "later", "before", "from")
        and not (lower[stop] in ("before", "from") and not _now(lower, stop, s))
    ):
        return Figure("date", start, min(s.stop, stop + 1 + (lower[stop] == "from")), value)
    while start > s.first and lower[start - 1] in _LEFT and start > full.start - 3:
        start -= 1
    if lower[start] in ("only", "just"):
        start += 1
    return Figure("duration", start, stop, value)


def _now(lower: list[str], j: int, s: Stretch) -> bool:
    return j + 1 >= s.stop or lower[j + 1] in (",", ".", "now", ";")


def bare(a: Amounts, i: int, s: Stretch) -> Figure | None:
    """A unit of time without a number: "for weeks", "recent years", "a year", "years ago", "every day"."""
    lower, dates = a.r.lower, a.r.dates
    unit = dates.units.get(lower[i])
    if unit is None:
        return None
    if i == s.first:
        return _told(a, i, s, unit, lower[i].endswith("s"))
    before = lower[i - 1]
    follower = lower[i + 1] if i + 1 < s.stop else ""
    if before in ("every", "each") or (before == "other" and i - 2 >= s.first and lower[i - 2] == "every"):
        return Figure("duration", i - (1 if before != "other" else 2), i + 1, Value(1, unit=unit))
    plural = (lower[i].endswith("s") and lower[i] != unit) or lower[i] in ("centuries", "millennia")
    if before in _ARTICLES:
        start = i - 2 if before in _ARTICLES[2:] and i - 2 >= s.first and lower[i - 2] in ("a", "half", "yet") else i - 1
        value = Value(1, unit=unit)
        if follower in ("ago", "earlier", "later"):
            return Figure("date", start, i + 2, value)
        if (
            lower[i - 1] != "half"
            and i - 2 >= s.first
            and (
                lower[i - 2].isdecimal()
                or lower[i - 2] in ("times", "day", "once", "twice", "%", "percent")
                or lower[i - 2] in a.currencies
            )
        ):
            return None  # a rate: "$5 a day"
        if unit in ("second", "quarter", "night", "generation", "minute") and before != "half":
            return None
        return Figure("duration", start, i + 1, value)
    if plural and follower == "ago":
        return Figure("date", i, i + 2, Value(unit=unit, approx="vague"))
    if before in ("few", "many") or (plural and before in dates.lists["durations_before"]) or before == "recent":
        start = i - 1 if before in _LEFT or before in ("few", "many", "recent", "several") else i
        while (
            start - 1 >= s.first
            and lower[start] not in ("for", "in")
            and lower[start - 1] in ("the", "a", "past", "last", "next", "coming", "these", "very")
            and start > i - 4
        ):
            start -= 1
        if follower in ("ago", "earlier", "later"):
            return Figure("date", start, i + 2, Value(unit=unit, approx="vague"))
        if start == i and before == "for":
            start = i - 1  # "for weeks"
        return Figure("duration", start, i + 1, Value(unit=unit, approx="vague"))
    return _told(a, i, s, unit, plural)


def _told(a: Amounts, i: int, s: Stretch, unit: str, plural: bool) -> Figure | None:
    """Spans that their neighbours tell: "hours before the vote", "the years since", "an extra week", "his decades in office"."""
    lower, lists = a.r.lower, a.r.dates.lists
    before = lower[i - 1] if i > s.first else ""
    follower = lower[i + 1] if i + 1 < s.stop else ""
    if unit in ("second", "quarter", "night", "generation"):
        return None
    if plural and (
        follower in lists["spans_after"] or (before == "the" and (follower in lists["spans_the"] or lower[max(s.first, i - 2)] == "over"))
    ):
        return Figure("duration", i - (before == "the"), i + 1, Value(unit=unit, approx="vague"))
    if before in lists["spans_adjectives"]:
        start = i - 1
        while start > s.first and lower[start - 1] in ("a", "an", "the", "his", "her", "its", "their"):
            start -= 1
        return Figure("duration", start, i + 1, Value(unit=unit, approx="vague") if plural else Value(1, unit=unit))
    owned = plural and before in lists["owners"] and before != "the" and before != "a"
    paired = plural and before in ("and", "or") and i - 2 >= s.first and lower[i - 2] in a.r.dates.units and lower[i - 2].endswith("s")
    return Figure("duration", i, i + 1, Value(unit=unit, approx="vague")) if owned or paired else None
