"""Two years, or two hours of a day, and the time told to lie between: "from 1998 to 2006, for ten years". Counts, never guesses."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.contradictions.clashes import Clash, detector
from factcheck.contradictions.reckoned import clash, equations, year_of
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, must, must_not

YEARS, DAYS, HOURS, NTH = "years-between", "days-between", "hours-between", "anniversary-and-year"
_ROOM = 1.0
"""Years that days and months may explain."""
_WEEK, _LOOSE_WEEK = 7.0, 3.0
"""Days of a week; a number of weeks may be so many days off."""
_MINUTES, _HALF_DAY = 30.0, 12 * 60.0
_RESOLVE = "Both dates, from a register, a contract or another record."
_RESOLVE_HOURS = "When it began and when it ended, from a log, programme or witness."


def find_years(ctx: Context) -> Iterable[Clash]:
    """Two years and another number of years between them."""
    for found, _ in equations("years", ctx):
        a, b, told = year_of(found["a"]), year_of(found["b"]), found["d"].value
        if a is not None and b is not None and abs(abs(b - a) - told) > _ROOM and told == int(told):
            yield clash(found, f"From {min(a, b):.0f} to {max(a, b):.0f} it is {abs(b - a):.0f} years, not {told:.0f}: ", _RESOLVE, ctx)


def find_anniversaries(ctx: Context) -> Iterable[Clash]:
    """A year of founding or birth, an anniversary of it, and another year."""
    for found, _ in equations("anniversary", ctx):
        a, b, told = year_of(found["a"]), year_of(found["b"]), found["n"].value
        if a is not None and b is not None and b > a and abs(b - a - told) > _ROOM:
            yield clash(found, f"From {a:.0f} to {b:.0f} it is {b - a:.0f} years, not {told:.0f}: ", _RESOLVE, ctx)


def find_days(ctx: Context) -> Iterable[Clash]:
    """Two days and another number of days from the one to the other, the last one counted or not."""
    for found, m in equations("days", ctx):
        between, told = abs(found["b"].value - found["a"].value), found["d"].value
        room = _LOOSE_WEEK if told % _WEEK == 0 else 0.0
        words = f"{m[0]} {ctx.article.text[slice(*found['d'].span)]}"
        rest = set(words.replace(",", " ").lower().split()) & set(ctx.lexicons["reckoning"]["days"]["unless"])
        one_calendar = bool(found["a"].unit) == bool(found["b"].unit)
        if not rest and one_calendar and not between - 1 - room <= told <= between + 1 + room:
            yield clash(found, f"That is {between:.0f} days, or {between + 1:.0f} with the first and the last: ", _RESOLVE, ctx)


def find_hours(ctx: Context) -> Iterable[Clash]:
    """Two hours of a day and another time between them, where no break and no second day may explain it."""
    unless = set(ctx.lexicons["reckoning"]["hours"]["unless"])
    for found, _ in equations("hours", ctx):
        between, told = (found["b"].value - found["a"].value) % (2 * _HALF_DAY), found["d"].value
        words = {ctx.tokens.lower[i] for line in {f.line.number: f.line for f in found.values()}.values() for i in line.tokens}
        if abs(between - told) > _MINUTES and abs(between % _HALF_DAY - told) > _MINUTES and not words & unless:
            yield clash(found, f"That is {_spelled(between)}: ", _RESOLVE_HOURS, ctx)


def _spelled(minutes: float) -> str:
    hours, rest = divmod(int(minutes), 60)
    return " and ".join(filter(None, (f"{hours} hour{'s' * (hours != 1)}" if hours else "", f"{rest} minutes" if rest else "")))


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Years and hours, counted again."""
    source = "TimeML 1.2.1 (Saurí et al. 2006), DURATION with begin and end points; house rule: count every duration"
    return [
        detector(
            YEARS,
            "Years and the time between",
            "calendar",
            find_years,
            source,
            (
                must("Ida Moll led the choir for six years, from 1998 to 2009.", YEARS),
                must("She led the choir for 12 years, from 1990 to 2005.", YEARS),
                must("The chapel burned down in 1911. It was built again ten years later, in 1926.", YEARS),
                must("The well dried up in 1954, nine years before the spring failed in 1959.", YEARS),
                must("The shop closed in 1988, eleven years after the bakery, which had closed in 1982.", YEARS),
                must("The strike of 1921 was followed by another in 1930, four years later.", YEARS),
                must_not("Ida Moll led the choir for eleven years, from 1998 to 2009."),
                must_not("The chapel burned down in 1911. It was built again 15 years later, in 1926."),
                must_not("She led the choir for 15 years, from 1990 to 2005."),
                must_not("From 2001 to 2005 she taught in Holm and then spent ten years abroad."),
                must_not("Founded in 1990, the firm was sold in 2005, two years after a fire."),
                must_not("He came in 1990 and left in 1995, a year later than his brother."),
            ),
        ),
        detector(
            DAYS,
            "Days and the time between",
            "calendar",
            find_days,
            source,
            (
                must("The ten-day fair opens on 3 May and closes on 20 May.", DAYS),
                must("The strike, from 4 March to 9 March, lasted two weeks.", DAYS),
                must_not("The ten-day fair opens on 3 May and closes on 12 May."),
                must_not("The ten-day fair opens on 3 May and closes on 13 May."),
                must_not("The strike, from 4 March to 17 March, lasted two weeks."),
                must_not("The office is shut from 4 March to 17 March, nine working days."),
            ),
        ),
        detector(
            NTH,
            "Anniversary and year",
            "calendar",
            find_anniversaries,
            source,
            (
                must("Founded in 1920, the club marked its 75th birthday in 2010.", NTH),
                must_not("Founded in 1920, the club marked its 90th birthday in 2010."),
                must_not("Founded in 1920, the club won the 90th derby in 2011."),
            ),
        ),
        detector(
            HOURS,
            "Hours and the time between",
            "date",
            find_hours,
            source,
            (
                must("The council met between 9 a.m. and 1 p.m., for three hours.", HOURS),
                must("The lights failed at 6 p.m. and came on again at 8 p.m., after five hours.", HOURS),
                must("The trial lasted four hours. It opened at 9 a.m. and closed at 11 a.m.", HOURS),
                must_not("The council met between 9 a.m. and noon, for three hours."),
                must_not("The flight left at 9 a.m. and landed at noon, after six hours."),
                must_not("The match began at 3 p.m. and the concert at 7 p.m., two hours after sunset."),
            ),
        ),
    ]
