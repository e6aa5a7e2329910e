"""How old somebody is: "aged 34", "34 years old", "a 34-year-old", "Ann Lee, 34, said". Never computes a birthday."""

from __future__ import annotations

from factcheck.details.amounts import Amounts
from factcheck.details.reading import Figure, Stretch
from factcheck.language.numbers import Number, approximate
from factcheck.model.claim_parts import Value
from factcheck.plugin.records import Example, must, must_not

SOURCE = "AP Stylebook, 'ages'"
EXAMPLES: tuple[Example, ...] = (
    must("Vera Lund, 71, lives by the harbour.", "71"),
    must("A 34-year-old man was found.", "34-year-old"),
    must("The keeper, aged 50, saw it.", "aged 50"),
    must("She is sixty-two years old.", "sixty-two years old"),
    must_not("On March 3, 71, houses stood there."),
    must_not("The firm owned 34 boats."),
)
_UNITS = ("year", "month", "week", "day")
_OPENERS = ("aged", "age", "ages")
_AFTER = frozenset((",", ".", ")", ";", ""))


def match(a: Amounts, n: Number, s: Stretch) -> Figure | None:
    """An age around the number."""
    lower = a.r.lower
    if n.low is None or n.form not in ("cardinal", "decade"):
        return None
    if n.tail:
        parts = n.tail.split("-")
        if len(parts) == 2 and parts[0] in _UNITS and parts[1] in ("old", "olds"):
            return Figure("age", n.start, n.end, Value(n.low, n.high, parts[0]))
        return None
    j = n.end
    if j + 1 < s.stop and lower[j] in ("-", "–"):
        for unit in _UNITS:
            if lower[j + 1] in (f"{unit}-old", f"{unit}-olds", f"{unit}-old's"):
                return Figure("age", n.start, j + 2, Value(n.low, n.high, unit))
    if (
        j + 1 < s.stop
        and lower[j].rstrip("s") in _UNITS
        and (lower[j + 1] in ("old", "young") or (lower[j + 1] == "of" and j + 2 < s.stop and lower[j + 2] == "age"))
    ):
        full = approximate(lower, n, s.first, s.stop, a.words)
        return Figure("age", full.start, j + (2 if lower[j + 1] != "of" else 3), Value(n.low, n.high, lower[j].rstrip("s"), full.approx))
    if not 0 < n.low < 120 or n.low != int(n.low):
        return None
    return _opened(a, n, s) or _apposed(a, n, s)


def _opened(a: Amounts, n: Number, s: Stretch) -> Figure | None:
    """ "aged 50", "at the age of 19", "under 65" after people, "in his 50s"."""
    lower, i = a.r.lower, n.start
    full = approximate(lower, n, s.first, s.stop, a.words)
    k = full.start
    if k - 1 >= s.first and lower[k - 1] in _OPENERS:
        return Figure("age", k - 1, full.end, Value(n.low, n.high, "year", full.approx))
    if k - 2 >= s.first and lower[k - 1] == "of" and lower[k - 2] == "age":
        return Figure("age", k - 2, full.end, Value(n.low, n.high, "year", full.approx))
    if (
        n.low is not None
        and n.form == "decade"
        and i - 2 >= s.first
        and n.low < 100
        and lower[i - 1] in ("his", "her", "their", "mid", "early", "late", "-")
        and n.end - i == 1
    ):
        high = n.low + 9 if n.low >= 10 else None
        return Figure("age", i, n.end, Value(n.low, high, "year", "vague"))
    if (
        full.approx in ("under", "over")
        and full.start < n.start
        and (n.end >= s.stop or lower[n.end] in _AFTER)
        and k - 1 >= s.first
        and lower[k - 1] in a.words.lists["irregular"]
    ):
        return Figure("age", full.start, n.end, Value(n.low, n.high, "year", full.approx))
    return None


def _apposed(a: Amounts, n: Number, s: Stretch) -> Figure | None:
    """A bare number between commas, or in brackets, after a capitalised name."""
    lower, words, i, j = a.r.lower, a.r.tokens.words, n.start, n.end
    if not n.digits or j - i != 1 or i - 2 < s.first or lower[i - 1] not in (",", "(") or n.low is None or n.high is not None:
        return None
    name = words[i - 2]
    after = lower[j] if j < s.stop else ""
    if (
        not (name[0].isupper() and name.isalpha() and len(name) > 1)
        or lower[i - 2] in a.r.dates.months
        or lower[i - 2] in a.r.dates.weekdays
    ):
        return None
    closes = after == ")" if lower[i - 1] == "(" else after in (",", ".", ";", "")
    return Figure("age", i, j, Value(n.low, unit="year")) if closes and len(lower[i]) <= 3 else None
