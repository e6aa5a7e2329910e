"""Times of day: "17:00", "6:40 p.m.", "half past eight", "noon", "late afternoon". The zone is kept in the words, not in the value."""

from __future__ import annotations

from factcheck.details.amounts import Amounts
from factcheck.details.reading import Figure, Stretch
from factcheck.language.dates import read_clock, told_clock
from factcheck.language.numbers import Number
from factcheck.model.claim_parts import Value
from factcheck.plugin.records import Example, must, must_not

SOURCE = "ISO 8601-1:2019; AP Stylebook, 'times'"
EXAMPLES: tuple[Example, ...] = (
    must("The alarm rang at 6:40 p.m. in the hall.", "6:40 p.m."),
    must("At 17:00 the gate was shut.", "17:00"),
    must("They left before noon.", "noon"),
    must("It happened in the early morning.", "early morning"),
    must("They left at twenty past eight.", "twenty past eight"),
    must("The alarm rang at half past three in the morning.", "half past three in the morning"),
    must("It was a quarter to six when the gate was shut.", "a quarter to six"),
    must("The meeting began at ten in the morning.", "ten in the morning"),
    must_not("The home side won by 17 to 3.", "17"),
    must_not("The board voted ten to six for the plan.", "ten to six"),
    must_not("He won by ten to six.", "ten to six"),
    must_not("There were nine in the morning class.", "nine in the morning"),
)
_FIXED = {"noon": "12:00", "midnight": "00:00", "midday": "12:00"}
_EDGES = ("early", "late", "mid")
_PARTS = ("morning", "afternoon", "evening", "night")


def by_number(a: Amounts, n: Number | None, i: int, s: Stretch) -> Figure | None:
    """A clock time that begins at token ``i``."""
    lower = a.r.lower
    hour = (
        int(n.low)
        if n is not None and not n.digits and n.low is not None and n.end == i + 1 and not n.tail and n.low == int(n.low) and 0 < n.low < 13
        else None
    )
    if hour is None and not lower[i][0].isdecimal():
        return None
    clock = read_clock(lower, i, s.stop, a.r.dates, hour)
    if clock is None and i + 3 < s.stop and lower[i + 1] in ("to", "-", "–", "and") and len(lower[i]) <= 5:
        second = read_clock(lower, i + 2, s.stop, a.r.dates)  # "6 to 8 p.m.": the half of the day holds for both
        if second is not None and len(lower[i]) <= 2 and lower[i].isdecimal() and 0 < int(lower[i]) < 13:
            base = int(second.time[:2]) >= 12
            return Figure("time", i, second.end, Value(time=f"{int(lower[i]) % 12 + 12 * base:02}:00"))
    return Figure("time", i, clock.end, Value(time=clock.time)) if clock else None


def told(a: Amounts, i: int, s: Stretch) -> Figure | None:
    """A clock time in words that begins at token ``i``, with the article before "quarter"."""
    clock = told_clock(a.r.lower, i, s.stop, a.r.dates, a.words.values)
    if clock is None:
        return None
    start = i - 1 if i > s.first and a.r.lower[i - 1] == "a" and a.r.lower[i] == "quarter" else i
    return Figure("time", start, clock.end, Value(time=clock.time))


def by_word(a: Amounts, i: int, s: Stretch) -> Figure | None:
    """ "noon", "overnight", "the early morning": a part of the day without a day."""
    lower = a.r.lower
    word = lower[i][:-2] if lower[i].endswith("'s") else lower[i]
    if word in a.r.dates.lists["clock_words"]:
        return Figure("time", i, i + 1, Value(time=_FIXED.get(word), approx=None if word in _FIXED else "vague"))
    if word not in _PARTS:
        return None
    before = lower[i - 1] if i > s.first else ""
    start = i
    if before in _EDGES:
        start = i - 1
    elif not (before == "the" and i - 2 >= s.first and lower[i - 2] in ("in", "during", "on", "of", "through", "by")) and not (
        before in ("all", "at", "by") and word == "night"
    ):
        return None
    stop = i + 1
    if stop < s.stop and lower[stop] == "hours":
        stop += 1
    if stop + 1 < s.stop and lower[stop] == "local" and lower[stop + 1] == "time":
        stop += 2
    return Figure("time", start, stop, Value(approx="vague"))
