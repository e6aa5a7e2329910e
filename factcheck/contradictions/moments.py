"""Dates and times of a sentence, taken apart into year, month, day, weekday and hour as far as they are stated. Resolves no "yesterday"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from factcheck.contradictions.keys import Line, sentence_of
from factcheck.model.article import Span
from factcheck.model.claim_parts import Detail
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.plugin.context import Context

_WORD = compiled(r"[A-Za-z]+|\d+(?:[:.]\d\d)?")
_ISO = compiled(r"(\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = {"mon": "monday", "tue": "tuesday", "wed": "wednesday", "thu": "thursday", "fri": "friday", "sat": "saturday", "sun": "sunday"}
_PARTS = ("year", "month", "day", "weekday", "time", "ago")
_EARLIEST_YEAR, _LATEST_YEAR = 1000, 2200
_DAY = 24 * 60
_HALF_OF_DAY = frozenset(["am", "pm", "m", "morning", "afternoon", "evening", "night", "noon", "midday", "midnight"])


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or time as it is stated.

    Args:
        span: its words.
        parts: year, month, day as numbers; weekday, time and "ago" ("20 year") as words; only those stated.
        ranged: whether it is one end of a range or a decade.
        either: whether it is a clock time that may be before or after noon: "half past eight".
    """

    span: Span
    parts: Mapping[str, int | str] = field(default_factory=dict)
    ranged: bool = False
    either: bool = False


def moments(line: Line, ctx: Context) -> tuple[Moment, ...]:
    """The moments of a line in order; durations are none."""
    memo: dict[int, tuple[Moment, ...]] = ctx.once("contradictions.moments", dict)
    if line.number not in memo:
        found = (moment(d, ctx) for d in line.details if d.kind in ("date", "time"))
        memo[line.number] = tuple(m for m in found if m.parts)
    return memo[line.number]


def moment(detail: Detail, ctx: Context) -> Moment:
    """The parts of a date or time detail.

    Raises nothing; what is not stated is left out.
    """
    parts: dict[str, int | str] = {}
    months: Mapping[str, int] = ctx.lexicons["dates"]["months"]
    text = detail.text.lower()
    words = _WORD.findall(text)
    if detail.kind == "date":
        for at, word in enumerate(words):
            if word.isdigit() and len(word) == 4 and _EARLIEST_YEAR <= int(word) <= _LATEST_YEAR:
                parts["year"] = int(word)
            elif word in months:
                parts["month"] = months[word]
                near = [w for w in (words[at - 1] if at else "", *words[at + 1 : at + 2]) if w.isdigit() and 1 <= int(w) <= 31]
                if near:
                    parts["day"] = int(near[0])
            elif word.rstrip("s") in WEEKDAYS or word in _SHORT:
                parts["weekday"] = _SHORT.get(word, word.rstrip("s"))
    value = detail.value
    iso = _ISO.match(value.date) if value and value.date and not parts else None
    if iso and detail.kind == "date":
        for name, group in zip(_PARTS, iso.groups(), strict=False):
            if group and group != "-":
                parts[name] = int(group)
    if value and value.number and not value.approx and words[-1:] == ["ago"]:
        parts = {"ago": f"{value.number:g} {value.unit}"}
    if value and value.time and detail.kind == "time":
        parts["time"] = value.time
    ranged = "0s" in text or any(w in ("between", "from", "since", "until", "through", "to") for w in words[:1]) or "–" in text
    told = "o'clock" in text or not any(c.isdigit() for c in text)
    either = "time" in parts and told and _HALF_OF_DAY.isdisjoint(words)
    return Moment((detail.start, detail.end), parts, ranged, either)


def one_time(line: Line, ctx: Context) -> str:
    """The one year or the one "last season" that a sentence speaks of, its frame included; "" where it names none or several."""
    found = {str(m.parts["year"]) for m in moments(line, ctx) if "year" in m.parts}
    words, lower = ctx.lexicons["read_with"]["times"], ctx.tokens.lower
    for at in ctx.tokens.within(*sentence_of(line.number, ctx)):
        if lower[at] in words["which"] and lower[at + 1 : at + 2] and lower[at + 1] in words["spans"]:
            found.add(f"{words['same'].get(lower[at], lower[at])} {lower[at + 1]}")
    return next(iter(found)) if len(found) == 1 else ""


def clash_of(a: Moment, b: Moment) -> str:
    """ "same" where nothing speaks against one moment, "clash" where a stated part differs, "other" where they cannot be compared.

    Only the last stated part may differ: "July 2012" against "March 2012"; "July 3, 2012" against "1990" is another matter.
    """
    common = [p for p in _PARTS if p in a.parts and p in b.parts]
    if not common or a.ranged != b.ranged:
        return "other"
    wrong = [p for p in common if a.parts[p] != b.parts[p]]
    if not wrong:
        return "same"
    if set(a.parts) == set(b.parts) or (len(wrong) == 1 and "day" not in wrong and len(common) == 1):
        return "clash"
    return "other"


def minutes_apart(a: Moment, b: Moment) -> int | None:
    """How many minutes lie between two clock times, the nearer way round; None where one is no clock time."""
    minutes = []
    for m in (a, b):
        hour, _, minute = str(m.parts.get("time", "")).partition(":")
        if not hour.isdigit():
            return None
        minutes.append(int(hour) * 60 + int(minute[:2] or 0))
    round_ = _DAY // 2 if a.either or b.either else _DAY
    gap = abs(minutes[0] - minutes[1]) % round_
    return min(gap, round_ - gap)


def full(parts: Mapping[str, int | str], year: int | None = None) -> date | None:
    """The date of stated parts, or None where it is not complete or impossible.

    Args:
        parts: year, month and day.
        year: for a date without one.
    """
    y, m, d = parts.get("year", year), parts.get("month"), parts.get("day")
    if not (isinstance(y, int) and isinstance(m, int) and isinstance(d, int)):
        return None
    try:
        return date(y, m, d)
    except ValueError:
        return None
