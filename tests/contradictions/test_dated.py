"""Dates likened to each other: one occasion told with two dates, and what keeps two occasions apart."""

from __future__ import annotations

import pytest

from factcheck.contradictions.moments import Moment, minutes_apart
from factcheck.plugin.manager import Manager, create_manager
from factcheck.plugin.testing import make_worksheet


@pytest.fixture(scope="module")
def manager() -> Manager:
    return create_manager(entry_points=False)


def dates(manager: Manager, *paragraphs: str) -> set[str]:
    return {x.rule for x in make_worksheet("\n\n".join(paragraphs), manager).contradictions if x.kind == "date"}


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("A crane toppled onto the market on Tuesday.", "The crane toppled onto the market on Monday."),
        (
            "The trial of the treasurer opened on 3 February in Holm.",
            "When the trial began on 10 February, the treasurer denied everything.",
        ),
        ("Gravel dealer Odo Marsh was arrested at his yard on 4 May.", "The inspectors who took him into custody on 9 May found a shovel."),
        ("The sculptor Ada Ruun died on 2 May in her mill.", "She wept on the morning of 6 May, when she died."),
        ("Two cousins founded the brewery in 1880.", "The cousins who set up the firm in 1886 wept."),
        ("The siren went off at 2:10 a.m.", "The siren had gone off at 4:45 a.m., neighbours said."),
        ("The deal was signed in March.", "The deal, signed in May, runs for ten years."),
    ],
)
def test_one_occasion_with_two_dates(manager: Manager, first: str, last: str) -> None:
    assert dates(manager, first, "It was raining.", last)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("A crane toppled onto the market on Tuesday.", "Another crane toppled onto the market on Monday of last week."),
        ("The match was to be played on Saturday.", "The match was played on Sunday."),
        ("The shop closed in March for repairs.", "The shop closed again in May."),
        ("The choir sings every Monday in the chapel.", "The choir sang on Tuesday in the chapel."),
        ("The law of 1998 bans the plastic.", "The law of 2004 bans the plastic."),
        ("Odo Marsh was arrested on 4 May.", "Pim Lott was arrested on 9 May, and he wept."),
        ("The bridge did not open on Monday.", "The bridge opened on Tuesday."),
    ],
)
def test_two_occasions(manager: Manager, first: str, last: str) -> None:
    assert not dates(manager, first, "It was raining.", last)


def test_minutes_across_midnight() -> None:
    assert minutes_apart(Moment((0, 1), {"time": "23:50"}), Moment((2, 3), {"time": "00:10"})) == 20
    assert minutes_apart(Moment((0, 1), {"time": "23:50"}), Moment((2, 3), {"year": 1990})) is None
