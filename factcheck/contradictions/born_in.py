"""A year of birth, another year and the age in it, told together: "born in 1950, she won in 1980 at 25". Subtracts what is on the page."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.contradictions.clashes import Clash, detector
from factcheck.contradictions.reckoned import clash, equations, year_of
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, must, must_not

RULE = "age-in-year"
_OLDEST = 115
_RESOLVE = "The person's date of birth, from a document or the person."


def find(ctx: Context) -> Iterable[Clash]:
    """Ages that are not the years between; before a birthday one is a year younger."""
    kin = set(ctx.lexicons["reckoning"]["born_parts"]["kin"])
    for found, told in equations("born", ctx):
        born, year, age = year_of(found["born"]), year_of(found["at"]), found["age"].value
        if born is None or year is None:
            continue
        real = year - born
        if 0 < real <= _OLDEST and real - age not in (0, 1) and not kin & set(told[0].replace(",", " ").split()):
            yield clash(found, f"Born in {born:.0f}, one is {real - 1:.0f} or {real:.0f} in {year:.0f}, not {age:.0f}: ", _RESOLVE, ctx)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Ages in a year, reckoned again."""
    return [
        detector(
            RULE,
            "Age in a year",
            "arithmetic",
            find,
            "AP Stylebook on ages; house rule: compute every age from its date",
            (
                must("Born in 1950, Irma Falk won the regatta in 1980 at the age of 25.", RULE),
                must("Irma Falk was born in 1931 and moved to Holm in 1962, aged 26.", RULE),
                must("Irma Falk was born in 1931. She moved to Holm in 1960, when she was 22.", RULE),
                must_not("Born in 1950, Irma Falk won the regatta in 1980 at the age of 29."),
                must_not("Irma Falk was born in 1931 and died in 2002, aged 71."),
                must_not("Irma Falk was born in 1931. In 1960 her son, aged 4, drowned."),
                must_not("Irma Falk, 58, was born in 1966 and moved to Holm in 1990."),
            ),
        )
    ]
