"""Single sums to do again: shares, changes, totals of percent, conversions, ages, weekdays, lengths of time.

Each check gives the sum with its result, computed here from the details' values; never whether the article is right.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from factcheck.model.claim import Claim
from factcheck.model.claim_parts import Detail
from factcheck.model.patterns import compiled
from factcheck.plugin.context import Context

_OF = compiled(r"\s*(?:out\s+)?of\s+(?:(?:the|its|their|those|all|these)\s+){0,2}\Z")
_FROM = compiled(r"\bfrom\s+\Z", re.IGNORECASE)
_TO = compiled(r"\s+(?:[a-z]+\s+){0,3}to\s+\Z")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def number(value: float) -> str:
    """A number as people write it, with at most one decimal.

    >>> number(60.0), number(19.312), number(1250000)
    ('60', '19.3', '1,250,000')
    """
    rounded = round(value, 1)
    return f"{int(rounded):,}" if rounded == int(rounded) else f"{rounded:,.1f}"


def amount(d: Detail) -> float | None:
    """The number of a detail that is one number, not a range."""
    return float(d.value.number) if d.value and d.value.number is not None and d.value.high is None else None


def shares(details: Sequence[Detail], text: str) -> Iterator[str]:
    """'recompute 3 of 5 = 60 percent' where a count is named as part of another beside a percent."""
    if not any(d.kind == "percent" for d in details):
        return
    counts = [(d, n) for d in details if d.kind in ("number", "quantity") and (n := amount(d)) is not None]
    for (a, part), (b, whole) in pairwise(counts):
        if 0 <= part <= whole and whole > 0 and _OF.match(text[a.end : b.start]):
            yield f"recompute {number(part)} of {number(whole)} = {number(100 * part / whole)} percent"


def changes(details: Sequence[Detail], text: str) -> Iterator[str]:
    """'recompute from 40 to 50 = 25 percent more' where a change in percent stands beside both figures."""
    if not any(d.kind == "percent" for d in details):
        return
    figures = [(d, n) for d in details if d.kind in ("number", "quantity", "money") and (n := amount(d)) is not None]
    for (a, old), (b, new) in pairwise(figures):
        if old > 0 and new != old and _FROM.search(text[max(0, a.start - 8) : a.start]) and _TO.match(text[a.end : b.start]):
            change = number(abs(100 * (new - old) / old))
            yield f"recompute from {number(old)} to {number(new)} = {change} percent {'more' if new > old else 'less'}"


def totals(details: Sequence[Detail]) -> Iterator[str]:
    """'add up 60 + 25 + 25 = 110 percent' for three or more shares in one claim."""
    parts = [n for d in details if d.kind == "percent" and (n := amount(d)) is not None]
    if len(parts) >= 3:
        yield f"add up {' + '.join(number(p) for p in parts)} = {number(sum(parts))} percent"


def factor(unit: str | None, units: Mapping[str, Mapping[str, float]]) -> tuple[str, float] | None:
    """The dimension of a unit and its factor to that dimension's first unit."""
    if not unit:
        return None
    folded = unit.casefold().removesuffix("s") if unit.casefold() not in ("feet",) else "feet"
    for dimension, table in units.items():
        if folded in table:
            return dimension, table[folded]
    return None


def conversions(details: Sequence[Detail], units: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """'convert 12 mile = 19.3 kilometer' for two neighbouring quantities of one dimension and different units."""
    measured: list[tuple[Detail, float, str, str, float]] = []
    for d in details:
        value, unit = amount(d), d.value.unit if d.value else None
        known = factor(unit, units)
        if d.kind == "quantity" and value is not None and unit and known:
            measured.append((d, value, unit, *known))
    for (a, n, unit, dim, f), (b, _, unit2, dim2, g) in pairwise(measured):
        if dim == dim2 and f != g and b.start - a.end <= 3:
            yield f"convert {number(n)} {unit} = {number(n * f / g)} {unit2}"


def full_date(iso: str | None) -> datetime.date | None:
    """A date with its year and day; None for "--03-11", "2024" and for days that no calendar has."""
    try:
        return datetime.date.fromisoformat(iso) if iso and len(iso) == 10 and iso[0].isdigit() else None
    except ValueError:
        return None


def weekdays(details: Sequence[Detail]) -> Iterator[str]:
    """'calendar: 2024-03-11 is a Monday' for a full date that is written with its weekday."""
    for d in details:
        if d.kind == "date" and d.value and d.value.weekday and (day := full_date(d.value.date)):
            yield f"calendar: {d.value.date} is a {DAYS[day.weekday()]}"


def ages(details: Sequence[Detail], published: str | None) -> Iterator[str]:
    """'age: born 1961, so 62 or 63 in 2024' where an age stands beside a year of birth; the year of publication is today."""
    if not published or not published[:4].isdigit() or not any(d.kind == "age" for d in details):
        return
    year = int(published[:4])
    for d in details:
        if d.kind == "date" and d.value and d.value.date and d.value.date[:4].isdigit() and 0 < year - int(d.value.date[:4]) <= 120:
            born = int(d.value.date[:4])
            yield f"age: if born {born}, {year - born - 1} or {year - born} in {year}"


def minutes(time: str | None) -> int | None:
    """Minutes since midnight of "HH:MM"."""
    if not time or len(time) != 5 or time[2] != ":":
        return None
    return 60 * int(time[:2]) + int(time[3:])


def durations(details: Sequence[Detail]) -> Iterator[str]:
    """'from 17:00 to 17:50 = 50 minutes' for two times of day in one claim."""
    times = [(d.value.time, m) for d in details if d.kind == "time" and d.value and (m := minutes(d.value.time)) is not None]
    for (a, start), (b, end) in pairwise(times):
        if end > start:
            yield f"from {a} to {b} = {end - start} minutes"


def checks_of(claim: Claim, ctx: Context) -> tuple[str, ...]:
    """The sums of one claim, each once, in a fixed order."""
    details = sorted(claim.details, key=lambda d: d.start)
    if not details:
        return ()
    text = ctx.article.text
    found = [
        *shares(details, text),
        *changes(details, text),
        *totals(details),
        *conversions(details, ctx.lexicons["routes"]["units"]),
        *weekdays(details),
        *ages(details, ctx.article.published),
        *durations(details),
    ]
    return tuple(dict.fromkeys(found))
