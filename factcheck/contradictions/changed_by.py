"""A change with its size: "rose by 30, from 90 to 110", "grew 20 percent, from 400 to 600". Subtracts and divides what is on the page."""

from __future__ import annotations

from factcheck.contradictions.clashes import detector
from factcheck.contradictions.reckoned import Found, alike, clashes
from factcheck.plugin import hookimpl
from factcheck.plugin.records import ContradictionDetector, must, must_not

DIFFERENCE, CHANGE, POINTS = "figures-and-difference", "figures-and-change", "percent-and-points"
_POINT = 0.25
"""Percent points of rounding."""
_POINTS, _PART = 2.0, 0.12
"""Percent points, and a part of the percentage, by which rounding may explain a difference."""
_ROUNDED = 0.06
"""A part of a large difference by which rounded figures may explain it."""
_FAR = 5.0
"""A difference so many times the real one belongs to something else."""
_SCALED = 10_000.0


def difference(found: Found) -> str:
    """What is wrong with "from {old} to {new}, {by} more"; "" where nothing is."""
    old, new, by = (found[key] for key in ("old", "new", "by"))
    if not (alike(old, new) and alike(new, by) and alike(old, by)) or old.value == new.value or not by.value:
        return ""
    real = abs(new.value - old.value)
    room = _ROUNDED * by.value if max(old.value, new.value) >= _SCALED else 0.0
    if abs(real - by.value) <= room + 1e-9 or real > _FAR * by.value or by.value > _FAR * real:
        return ""
    return f"From {old.value:,.10g} to {new.value:,.10g} is {real:,.10g}, not {by.value:,.10g}: "


def points(found: Found) -> str:
    """What is wrong with "from {old} to {new} percent, {by} points"; "" where nothing is."""
    real, by = abs(found["new"].value - found["old"].value), found["by"].value
    return "" if abs(real - by) <= _POINT or real == 0 else f"That is {real:,.10g} points, not {by:,.10g}: "


def change(found: Found) -> str:
    """What is wrong with "{p} percent, from {old} to {new}"; "" where nothing is."""
    old, new, p = (found[key] for key in ("old", "new", "p"))
    if not alike(old, new) or not old.value or old.value == new.value or p.about:
        return ""
    real = 100 * abs(new.value - old.value) / old.value
    if abs(real - p.value) <= max(_POINTS, _PART * p.value):
        return ""
    return f"From {old.value:,.10g} to {new.value:,.10g} is {real:.0f} percent, not {p.value:,.10g}: "


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Changes, reckoned again."""
    source = "Cohn & Cope, Numbers in the Newsroom (IRE, 2nd ed. 2014), on change: subtract and divide the figures yourself"
    return [
        detector(
            DIFFERENCE,
            "Two figures and their difference",
            "arithmetic",
            clashes("difference", "The two figures; subtract them.", difference),
            source,
            (
                must("The number of beehives rose by 40, from 120 to 150.", DIFFERENCE),
                must("The choir has 48 singers now, up 12 from 40 in spring.", DIFFERENCE),
                must("The ferry carried 900 cars, 150 more than the 700 of the year before.", DIFFERENCE),
                must("The fee goes from 20 to 26 euros, an increase of eight euros.", DIFFERENCE),
                must_not("The number of beehives rose by 30, from 120 to 150."),
                must_not("The choir has 48 singers now, up eight from 40 in spring."),
                must_not("The fee goes from 20 to 26 euros, an increase of six euros."),
                must_not("The bus goes from platform 4 to platform 9 and takes 12 people more than the old one."),
            ),
        ),
        detector(
            POINTS,
            "Two shares and the points between",
            "arithmetic",
            clashes("points", "The two shares; subtract them.", points),
            source,
            (
                must("Turnout slipped from 64 percent to 59 percent, a fall of eight points.", POINTS),
                must("Unemployment climbed to 6.5 percent from 5.2 percent, an increase of 2.3 percentage points.", POINTS),
                must_not("Turnout slipped from 64 percent to 59 percent, a fall of five points."),
                must_not("Unemployment climbed to 6.5 percent from 5.2 percent, an increase of 1.3 percentage points."),
            ),
        ),
        detector(
            CHANGE,
            "Two figures and their change in percent",
            "arithmetic",
            clashes("change", "The two figures; recompute the percentage.", change),
            source,
            (
                must("Membership grew 50 percent over the winter, from 400 to 480.", CHANGE),
                must("Membership rose 20 percent to 900, from 600 a year earlier.", CHANGE),
                must("Bookings were up 40 percent at 1,200, compared with 1,000 a year earlier.", CHANGE),
                must("Rents rose from 800 to 1,000 crowns a month. That is an increase of 40 percent.", CHANGE),
                must("A decade ago 300 boats lay here; today there are 450, 80 percent more.", CHANGE),
                must_not("Membership grew 20 percent over the winter, from 400 to 480."),
                must_not("Bookings were up 20 percent at 1,200, compared with 1,000 a year earlier."),
                must_not("A decade ago 300 boats lay here; today there are 450, 50 percent more."),
            ),
        ),
    ]
