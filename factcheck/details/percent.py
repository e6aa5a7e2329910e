"""Percent and percentage points, kept apart. Computes nothing."""

from __future__ import annotations

from factcheck.details.amounts import Amounts
from factcheck.details.reading import Figure, Stretch
from factcheck.language.numbers import Number, approximate
from factcheck.model.claim_parts import Value
from factcheck.plugin.records import Example, must, must_not

SOURCE = "AP Stylebook, 'percent, percentage, percentage points'"
EXAMPLES: tuple[Example, ...] = (
    must("Turnout rose by 4 percent in the town.", "4 percent"),
    must("Turnout rose by nearly three percentage points.", "nearly three percentage points"),
    must("The bill grew by 12.5%.", "12.5%"),
    must_not("The team scored 4 points."),
)


def match(a: Amounts, n: Number, s: Stretch) -> Figure | None:
    """A number with percent or percentage points after it."""
    if n.low is None or n.tail.startswith("percent"):
        return Figure("percent", n.start, n.end, Value(n.low, n.high, "percent")) if n.tail == "percent" else None
    j = n.end
    if j + 1 < s.stop and a.r.lower[j] in ("-", "–") and a.r.lower[j + 1].startswith("percent"):
        j += 1
    form, stop = a.phrase(j, s.stop, a.percent)
    if form == "%" and stop < s.stop and a.r.lower[stop] in ("point", "points"):
        form, stop = "percentage points", stop + 1
    if form in ("pc", "pp") and not n.digits:
        return None
    if not form:
        return None
    full = approximate(a.r.lower, n, s.first, s.stop, a.words)
    return Figure("percent", full.start, stop, Value(n.low, n.high, a.percent[form], full.approx))
