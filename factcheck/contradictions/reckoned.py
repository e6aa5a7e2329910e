"""Figures of one equation, known by the shape of the words around them: "rose by {by}, from {old} to {new}". Reckons nothing itself.

A shape is a sentence, or two in a row, in which each figure is replaced by what it measures; the shapes are in the lexicon ``reckoning``.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from factcheck.contradictions.amounts import amounts
from factcheck.contradictions.clashes import Clash
from factcheck.contradictions.keys import Line, line_of, lines, sentence_of
from factcheck.model.article import Span
from factcheck.model.claim_parts import Detail
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.plugin.context import Context

_MOST = 12
"""A sentence with more figures is a table, which nobody tells in words."""
_NO_YEAR = 2001
_SIZES = {
    "day": ("days", 1.0),
    "week": ("days", 7.0),
    "year": ("years", 1.0),
    "decade": ("years", 10.0),
    "hour": ("minutes", 60.0),
    "minute": ("minutes", 1.0),
}
_ORDINAL = ("1st", "2nd", "3rd", "th", "first", "second", "third")
_RANGE, _YEARS = (
    compiled(r"([^\s]+) to ([^\s]+)(?: .*)?"),
    compiled(r".*\b(?:years?|hours?|minutes?|decades?|days?|weeks?)\b", re.IGNORECASE),
)
_SLOT, _PART = compiled(r"\{([a-z]+):([a-z]+)\}"), compiled(r"\{([a-z_]+)\}")
_SORTS = {
    "dated": "(?:year|day)",
    "amount": "(?:count|money|measure)",
    "many": "(?:count|measure)",
    "share": "(?:percent|count)",
    "old": "(?:age|count)",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with what it measures.

    Args:
        sort: count, percent, points, fraction (as a percentage), nth, money, measure, age; years, days and minutes (lengths of time); year,
            day (its ordinal), clock (minutes after midnight); or "other".
        unit: of money and measures: only what has one unit can be added; of a day its year, or "".
        span: its characters in the article.
        about: it is rounded in words ("some 40 percent").
    """

    sort: str
    value: float
    unit: str
    span: Span
    line: Line
    about: bool = False


Found = Mapping[str, Figure]
"""The figures of one equation by the names that the shape gives them."""


def figures(line: Line, ctx: Context) -> Iterator[Figure]:
    """The figures of a sentence in order, those of its frames too; what is rounded or a range is "other", "from 20 to 30" two figures."""
    start, end = sentence_of(line.number, ctx)
    framed = (d for c in line.claims if c.attribution for d in c.attribution.details)
    details = {(d.start, d.end): d for d in (*framed, *line.details) if start <= d.start and d.end <= end}
    taken = start
    for d in sorted(details.values(), key=lambda d: (d.start, -d.end)):
        sort, value, unit = _read(d)
        if not sort or d.start < taken:
            continue
        taken = d.end
        about = d.value is not None and d.value.approx is not None
        high = d.value.high if d.value is not None else None
        two = _RANGE.fullmatch(d.text) if high is not None else None
        years = _YEARS.match(d.text) if d.kind == "date" and sort in ("years", "days", "minutes") else None
        if two and high is not None and not about and ctx.article.text[max(0, d.start - 5) : d.start].lower().endswith(("from ", "by ")):
            yield Figure(sort, value, unit, (d.start, d.start + two.end(1)), line)
            yield Figure(sort, float(high), unit, (d.start + two.start(2), d.end), line)
        else:
            yield Figure(
                "other" if high is not None else sort, value, unit, (d.start, d.start + years.end() if years else d.end), line, about
            )


def _read(d: Detail) -> tuple[str, float, str]:
    """Sort, value and unit of a detail; "" for what is left as words: a weekday, "the first", "a week"."""
    v, text = d.value, d.text.lower()
    if v is None or text.startswith(("a ", "an ")):
        return "", 0.0, ""
    if text.endswith(_ORDINAL):
        return ("nth", float(v.number or 0), "") if text[0].isdigit() else ("", 0.0, "")
    if d.kind == "time":
        hour, _, minute = (v.time or "").partition(":")
        return ("clock", int(hour) * 60.0 + int(minute[:2] or 0), "") if hour.isdigit() else ("", 0.0, "")
    if d.kind == "date" and v.date:
        return _day(v.date)
    if v.number is None:
        return "", 0.0, ""
    number, unit = float(v.number), (v.unit or "").removesuffix("s")
    if "point" in (unit, unit.rpartition(" ")[2]):
        return ("other" if v.approx else "points"), number, ""
    if d.kind == "percent" and v.approx in (None, "about"):
        return "percent", number, ""
    if d.kind == "number" and 0 < number < 1 and text[0].isalpha() and v.approx in (None, "about"):
        return "fraction", 100 * number, ""
    if v.approx:
        return "other", 0.0, ""
    if d.kind in ("duration", "date"):
        sort, size = _SIZES.get(unit, ("other" if d.kind == "duration" else "", 1.0))
        return sort, number * size, ""
    sorts = {"money": ("money", v.unit or ""), "quantity": ("measure", unit), "age": ("age", "")}
    return (sorts.get(d.kind, ("count", ""))[0], number, sorts.get(d.kind, ("count", ""))[1])


def _day(date: str) -> tuple[str, float, str]:
    """A date as a day with its year, as far as it is told, or as a year."""
    year, month, day = date[:4], date[-5:-3], date[-2:]
    if len(date) in (7, 10) and month.isdigit() and day.isdigit() and (len(date) == 10 or date.startswith("--")):
        try:
            return (
                "day",
                float(datetime.date(int(year) if year.isdigit() else _NO_YEAR, int(month), int(day)).toordinal()),
                year.strip("-")[:4],
            )
        except ValueError:
            return "", 0.0, ""
    return ("year", float(year), "") if year.isdigit() else ("", 0.0, "")


def year_of(f: Figure) -> float | None:
    """The year of a year or of a day whose year is told."""
    if f.sort == "day":
        return float(f.unit) if f.unit.isdigit() and len(f.unit) == 4 else None
    return f.value


@dataclass(frozen=True, slots=True)
class Shape:
    """One sentence, or two in a row, with its figures named by sort and number: "the fee rose by <money0>, to <money1>"."""

    text: str
    found: tuple[Figure, ...]
    joined: bool
    sorts: frozenset[str]


def shapes(ctx: Context) -> Sequence[Shape]:
    """The shapes of an article with at least three figures in them, made once."""
    return ctx.once("contradictions.shapes", lambda: tuple(_shapes(ctx)))


def _shapes(ctx: Context) -> Iterator[Shape]:
    held = {line.number: tuple(figures(line, ctx)) for line in lines(ctx)}
    for line in lines(ctx):
        own, after = held[line.number], line_of(ctx).get(line.number + 1)
        if 2 < len(own) <= _MOST:
            yield _shape((line,), own, ctx)
        if after is not None and after.block == line.block and own and held[after.number] and 2 < len(own + held[after.number]) <= _MOST:
            yield _shape((line, after), own + held[after.number], ctx)


def _shape(told: Sequence[Line], found: tuple[Figure, ...], ctx: Context) -> Shape:
    text, out = ctx.article.text, []
    for line in told:
        at, end = sentence_of(line.number, ctx)
        for n, f in enumerate(found):
            if f.line is line and at <= f.span[0]:
                out += [text[at : f.span[0]].replace("<", " "), f"<{f.sort}{n}>"]
                at = f.span[1]
        out += [text[at:end].replace("<", " "), " | "]
    return Shape(" ".join("".join(out[:-1]).lower().replace("’", "'").split()), found, len(told) > 1, frozenset(f.sort for f in found))


def patterns(name: str, ctx: Context) -> tuple[tuple[re.Pattern[str], frozenset[frozenset[str]]], ...]:
    """The shapes of one table of the lexicon, ready to search with; of each place the sorts that can stand there."""

    def make() -> tuple[tuple[re.Pattern[str], frozenset[frozenset[str]]], ...]:
        lexicon = ctx.lexicons["reckoning"]
        parts = lexicon["parts"] | lexicon.get(f"{name}_parts", {})
        slots = (
            frozenset(frozenset(_SORTS.get(m[2], m[2]).strip("(?:)").split("|")) for m in _SLOT.finditer(w))
            for w in lexicon[name]["shapes"]
        )
        return tuple((compiled(expanded(w, parts)), slot) for w, slot in zip(lexicon[name]["shapes"], slots, strict=True))

    return ctx.lexicons.once(f"contradictions.reckoning.{name}", make)


def expanded(written: str, parts: Mapping[str, str]) -> str:
    """A written shape as a regular expression: ``{new:count}`` is a figure, ``{few}`` a part that several shapes share.

    >>> expanded("{new:count}{few} more", {"few": "[a-z ]*"})
    '(?P<new><count[0-9]+>)[a-z ]* more'
    """
    whole = _PART.sub(lambda m: parts[m[1]], written)
    return _SLOT.sub(lambda m: f"(?P<{m[1]}><{_SORTS.get(m[2], m[2])}[0-9]+>)", whole)


def equations(name: str, ctx: Context) -> Iterator[tuple[Found, re.Match[str]]]:
    """The figures of each equation that the article's words state, by the table of the lexicon, and where it stands in the shape."""
    told: set[frozenset[Span]] = set()
    for shape in shapes(ctx):
        for pattern, places in patterns(name, ctx):
            if any(shape.sorts.isdisjoint(place) for place in places):
                continue
            for m in pattern.finditer(shape.text):
                if shape.joined and "|" not in m[0]:
                    continue  # the sentence alone has told it
                found = {key: shape.found[int("".join(filter(str.isdigit, slot)))] for key, slot in m.groupdict().items() if slot}
                place = frozenset(f.span for f in found.values())
                if not any(place <= other for other in told):
                    told.add(place)
                    yield found, m


def alike(a: Figure, b: Figure) -> bool:
    """Whether two figures can be compared: of one sort and unit, or one of them told without its unit."""
    return (a.sort, a.unit) == (b.sort, b.unit) or ("count" in (a.sort, b.sort) and a.sort != b.sort and "measure" in (a.sort, b.sort))


def clash(found: Found, lead: str, resolve: str, ctx: Context) -> Clash:
    """The clash of an equation: from its first figure to its last, or sentence against sentence."""
    every = sorted(found.values(), key=lambda f: f.span)
    first, last = every[0], every[-1]
    a = [f for f in every if f.line is first.line]
    b = [f for f in every if f.line is last.line] if last.line is not first.line else every[-1:]
    a = a if last.line is not first.line else every[:-1]
    span_a, span_b = (a[0].span[0], _end(a[-1], ctx)), (b[0].span[0], _end(b[-1], ctx))
    return Clash(first.line.claim_at(first.span), last.line.claim_at(last.span), span_a, span_b, lead, resolve)


def _end(f: Figure, ctx: Context) -> int:
    """The end of a figure with what it counts: "28 women"."""
    return next((x.span[1] for x in amounts(f.line, ctx) if x.span[0] == f.span[0]), f.span[1])


def clashes(name: str, resolve: str, wrong: Callable[[Found], str]) -> Callable[[Context], Iterable[Clash]]:
    """A finder: the equations of a table for which ``wrong`` has something to say, with a colon and a space at its end."""

    def find(ctx: Context) -> Iterable[Clash]:
        return (clash(found, lead, resolve, ctx) for found, _ in equations(name, ctx) if (lead := wrong(found)))

    return find
