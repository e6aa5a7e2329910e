"""Registers the finders of numbers, quantities, money, percent, ages, dates, times and durations.

One walk over the tokens that can begin a figure; the most specific kind is reported for a stretch of words, and no other.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from factcheck.details import age, date, duration, money, number, percent, quantity, reference, tally, time
from factcheck.details.amounts import Amounts
from factcheck.details.marks import CLOCK, FREQUENCY, HOLIDAY, MONTH, NUMBER, REFERENCE, RELATIVE, SEASON, SYMBOL, UNIT, WEEKDAY, marks
from factcheck.details.reading import Figure, Stretch, reading
from factcheck.language.numbers import Number, read_range
from factcheck.model.article import Article
from factcheck.model.claim_parts import Detail, Value
from factcheck.model.patterns import compiled
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import DetailFinder

_TRIGGER = compiled(r"[^.]")


def figures(ctx: Context) -> tuple[Figure, ...]:
    """Every figure of the article, in the order of the text, none overlapping another."""
    return ctx.once("details.figures", lambda: tuple(_walk(ctx)))


def _walk(ctx: Context) -> Iterable[Figure]:
    r = reading(ctx)
    a, letters = Amounts(r), marks(r)
    for s in r.stretches:
        at = s.first
        last: Figure | None = None
        for m in _TRIGGER.finditer(letters, s.first, s.stop):
            i = m.start()
            if i < at:
                continue
            found = _at(a, letters[i], i, s)
            if found is None:
                continue
            if last is not None and found.start < last.stop:  # widened to the left over what was already told
                if found.start >= last.start and found.stop > last.stop and last.kind in ("date", "time", "duration"):
                    found = Figure(found.kind, last.stop, found.stop, found.value)
                else:
                    continue
            if last is not None:
                yield last
            last, at = found, found.stop
        if last is not None:
            yield last


def _at(a: Amounts, letter: str, i: int, s: Stretch) -> Figure | None:
    if letter == NUMBER:
        return _number(a, i, s)
    if letter == SYMBOL:
        return money.by_symbol(a, i, s)
    if letter == MONTH:
        return date.by_month(a, i, s)
    if letter == WEEKDAY:
        return date.by_weekday(a, i, s)
    if letter == RELATIVE:
        return date.by_relative(a, i, s)
    if letter == UNIT:
        return time.told(a, i, s) or date.by_named_day(a, i, s) or date.by_unit(a, i, s) or duration.bare(a, i, s) or time.by_word(a, i, s)
    if letter == SEASON:
        return date.by_season(a, i, s)
    if letter == REFERENCE:
        return reference.by_word(a, i, s)
    if letter == HOLIDAY:
        return date.by_holiday(a, i, s)
    if letter == CLOCK:
        return time.by_word(a, i, s)
    if letter == FREQUENCY and a.r.tokens.words[i].islower():
        return Figure("duration", i, i + 1, Value(1, unit=_FREQUENT.get(a.r.lower[i])))
    return None


def _number(a: Amounts, i: int, s: Stretch) -> Figure | None:
    tokens = a.r.tokens
    if i > s.first and tokens.starts[i] == tokens.ends[i - 1] and tokens.words[i - 1][-1].isalpha():
        return None  # the digits of "G20"
    if i == s.first + 1 and i + 1 < s.stop and tokens.words[i + 1] == ":":
        return None  # a label counts itself: "Update 3:", "Part 2:"
    n: Number | None = read_range(a.r.lower, i, s.stop, a.words)
    found = time.told(a, i, s) or time.by_number(a, n, i, s) or date.by_number(a, n, i, s)
    found = found or tally.by_number(a, i, s)
    if found is not None or n is None:
        return found
    found = money.by_word(a, n, s) or percent.match(a, n, s) or age.match(a, n, s) or duration.match(a, n, s) or quantity.match(a, n, s)
    if found is None and n.low == 1 and n.tail and a.r.lower[i].endswith("-old"):
        return None
    return found or number.match(a, n, s)


_FREQUENT = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annually": "year",
    "nightly": "night",
    "hourly": "hour",
    "biweekly": "week",
    "biannually": "year",
    "fortnightly": "fortnight",
}

_PARTS = (
    ("number", "Numbers, counts, votes and scores", f"{number.SOURCE}; {tally.SOURCE}", (*number.EXAMPLES, *tally.EXAMPLES)),
    ("quantity", "Quantities with a unit", quantity.SOURCE, quantity.EXAMPLES),
    ("money", "Amounts of money", money.SOURCE, money.EXAMPLES),
    ("percent", "Percent and percentage points", percent.SOURCE, percent.EXAMPLES),
    ("age", "Ages", age.SOURCE, age.EXAMPLES),
    ("date", "Dates and periods", f"{date.SOURCE}, and its references", (*date.EXAMPLES, *reference.EXAMPLES)),
    ("time", "Times of day", time.SOURCE, time.EXAMPLES),
    ("duration", "Durations and frequencies", duration.SOURCE, duration.EXAMPLES),
)


def _find(kind: str, article: Article, ctx: Context) -> list[Detail]:
    r = reading(ctx)
    return [r.detail(f) for f in figures(ctx) if f.kind == kind]


@hookimpl
def register_detail_finders() -> list[DetailFinder]:
    """One finder for each kind of figure; they share one walk."""
    return [
        DetailFinder(id=kind, title=title, source=source, find=partial(_find, kind), examples=examples)
        for kind, title, source, examples in _PARTS
    ]
