"""One thing told twice in other words: measures, trends, votes, offices, relations, hours, wholes, dates of what happens once."""

from __future__ import annotations

import pytest

from factcheck.plugin.manager import Manager, create_manager
from factcheck.plugin.testing import make_worksheet


@pytest.fixture(scope="module")
def manager() -> Manager:
    return create_manager(entry_points=False)


def rules(manager: Manager, *paragraphs: str) -> set[str]:
    """The rules that fire."""
    return {x.rule for x in make_worksheet("\n\n".join(paragraphs), manager).contradictions}


@pytest.mark.parametrize(
    ("rule", "first", "last"),
    [
        ("event-tally", "Nine people died in the fire at the Velden mill.", "Eight people died in the fire, the fire service said."),
        ("one-thing-two-numbers", "The bypass cost the county $14 million.", "The $17 million bypass was praised by everybody."),
        ("one-thing-two-numbers", "The trial lasted five weeks.", "The trial took eight weeks, a juror said."),
        ("rose-and-fell", "Rents in the harbor district rose last year.", "Tenants praised the drop in rents last year."),
        ("one-vote-two-results", "The senate voted 31-18 for the bill.", "The 30-19 vote came at midnight."),
        ("one-vote-two-results", "The board voted 7-4 to close the pool.", "Five trustees voted against it."),
        ("two-offices", "Conrad Ove, the deputy mayor, spoke.", "Mr. Ove, the mayor, has three cats."),
        ("two-offices", "Captain Ole Brun led the search.", "Colonel Brun said the fog was thick."),
        ("two-holders-of-office", "Governor Ida Cord of Estria resigned.", "The governor of Estria, Otto Vell, laughed."),
        ("one-link-two-values", "The mural was painted by Ella Dorn.", "The mural, painted by Ole Fass, is damp."),
        ("one-link-two-values", "The painter Ella Dorn was born in Holm.", "Dorn, who was born in Wick, never married."),
        ("one-link-two-values", "The outage was caused by a squirrel.", "It named a computer fault as the cause of the outage."),
        ("thousandfold", "The tunnel will cost 4.2 billion crowns.", "For the tunnel 4.2 million crowns are set aside."),
        ("duration-and-times", "It rained.", "The match began at 2 p.m. and ended at 4 p.m.\n\nIt was five hours of rain and mud."),
        ("whole-and-its-parts", "It rained.", "Of the 30 looms, 12 are in Holm, nine in Tarn and the other seven in Wick."),
        ("list-and-count", "It rained.", "The storm closed four schools, in Holm, Tarn and Wick."),
        ("percent-more-than", "It rained.", "The fair drew 700 guests, 25 percent fewer than the 1,400 of last year."),
        ("once-two-dates", "The treaty was signed in Lorn on 14 May.", "The document was signed on 17 May, at midnight."),
        ("once-two-dates", "Construction of the tunnel began in 1998.", "The mayor broke ground for the tunnel in 2005."),
        ("once-two-dates", "The footbridge was opened on Saturday.", "At the opening of the footbridge on Friday, he wept."),
        ("once-two-dates", "A blast destroyed a bakery early on Thursday.", "The explosion on Wednesday was heard in Tarn."),
        ("one-thing-two-numbers", "The tower is to have 54 floors.", "The last of the 48 storeys will be done in May."),
        (
            "outcomes-exclude",
            "The council approved the wind farm by a large majority.",
            "After the wind farm was rejected, the council left.",
        ),
        ("told-and-excluded", "The mayor said she had not met the builder.", "The mayor met the builder in April and in June."),
        ("age-birth-year", "The 34-year-old driver, Timo Hask, is in hospital.", "Hask, 43, had passed his test a week earlier."),
    ],
)
def test_told_twice(manager: Manager, rule: str, first: str, last: str) -> None:
    assert rule in rules(manager, first, "It was a Tuesday in autumn.", last)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("The storm of 1987 killed 14 people.", "The storm killed two people last week."),
        ("The tower is 62 meters high.", "With its mast, the tower is 71 meters high."),
        ("The roof of the school cost $2 million.", "The $3 million roof of the town hall leaks."),
        ("Exports rose by 3 percent in May.", "Imports fell by 4 percent in May."),
        ("Profit fell in the third quarter.", "Profit rose in the second quarter."),
        ("Rents rose last year.", "Rents could fall next year, he said."),
        ("The senate voted 31-18 for the bill.", "In committee the bill passed by a 9-6 vote."),
        ("The senate voted 31-18 for the bill.", "Thirty-one senators voted for the bill."),
        ("Conrad Ove, the deputy mayor, spoke.", "Mr. Ove, a former mayor, has three cats."),
        ("The minister, Ida Cord, resigned.", "Finance Minister Cord will be missed."),
        ("Governor Ida Cord of Estria resigned.", "The governor of Varn, Otto Vell, laughed."),
        ("The mural was painted by Ella Dorn.", "The second mural was painted by Ole Fass."),
        ("He was born in Holm.", "His mother was born in Wick."),
        ("The tunnel will cost 4.2 billion crowns.", "A museum was built for 4.2 million crowns."),
        ("The bus left Holm at 2 p.m. and arrived at 4 p.m.", "The ride takes five hours in winter."),
        ("Of the 30 looms, 12 are in Holm and nine in Tarn.", "It rained."),
        ("The bridge opened in 1932.", "The bridge reopened in 1951."),
        ("The fire broke out on Thursday.", "A second fire broke out on Friday."),
        ("Sarn won the cup final.", "Belm lost the cup final by a goal."),
        ("Analysts had expected 30 stores.", "The 28 stores will be painted."),
        ("The bill was rejected in May.", "A new version was approved in September."),
        ("The dairy did not warn its customers.", "The brewery warned its customers within a day."),
        ("The fund is not registered in Holm to collect gifts.", "The fund is registered in Holm."),
    ],
)
def test_two_things_are_let_alone(manager: Manager, first: str, last: str) -> None:
    assert rules(manager, first, "It was a Tuesday in autumn.", last) == set()


def test_what_lies_ahead_names_the_row_that_states_the_date(manager: Manager) -> None:
    text = "Fair opens in Holm\n\nMonday, March 5, 2007\n\nThe fair opened on Saturday. I went back the next Tuesday and saw nobody there."
    (found,) = make_worksheet(text, manager).contradictions
    assert (found.rule, len(found.claims), found.scope) == ("past-after-publication", 2, "article")
