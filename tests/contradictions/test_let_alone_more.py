"""Pairs that look alike and can both hold, from kinds of articles that are lists of like things: tests of wares, police logs, storms day by
day, results of matches, councils, listings; and one that cannot hold for each, so that nothing is let alone too readily."""

from __future__ import annotations

import pytest

from factcheck import api

BETWEEN = "\n\nOther matters were raised during the week in the region.\n\n"


def _rules(text: str) -> list[str]:
    return [str(c.rule) for c in api.generate(api.read(text.encode(), name="draft.txt")).contradictions]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # one side and the other of a set
        (
            "The lighthouse at the north end was built in 1846 and is open to visitors.",
            "The lighthouse at the south end was built in 1871 and is not open to visitors.",
        ),
        ("The great clock is wound on Fridays at 11 a.m.", "The small clock is wound on Sundays at 3 p.m."),
        # names with numbers, and what opens with another name
        ("Two cars collided on Route 9 at 7:50 a.m.", "Two cars collided on Route 14 at 5:15 p.m."),
        ("The Kestrel X2 has a 4,800 mAh battery and a bright screen.", "The Vantis One has a 5,200 mAh battery."),
        # another of a kind
        ("The plan was rejected by 7 votes to 6.", "An earlier plan, with 120 spaces, was rejected by 10 votes to 3."),
        # the first and the last state of what is followed over time
        ("At the start, those in the second group scored 26.5 points.", "After a year those in the second group scored 26.2 points."),
        # an ordinal is no count
        ("Varga lost the first set in 39 minutes on the main court.", "Varga lost the final of that year in three sets on the main court."),
        ("Shots were reported on Mill Road at 9:20 p.m.", "Shots were reported on Mill Road again at 10:05 p.m."),
        # a seed is no age
        ("Lindholm, 28, won the title twice.", "Mei Tanabe bt Greta Lindholm (1) 6-4, 7-5"),
        ("The man in court, Curtis Boyle, 41, pleaded not guilty.", "His brother, Calvin Boyle, 39, pleaded guilty."),
    ],
)
def test_it_can_both_hold(first: str, second: str) -> None:
    for text in (first + BETWEEN + second, second + BETWEEN + first):
        assert _rules(text) == []


@pytest.mark.parametrize(
    "text",
    [
        # the toll of each day, in a chronicle with headings and in one that is told newest first
        "Storm Edda killed 14 people, officials said.\n\nMonday\n\nOne man was killed on the coast road.\n\nTuesday\n\nThe number of dead had "
        "risen to four.\n\nWednesday\n\nBy the evening the death toll stood at nine.\n\nThursday\n\nThe toll rose to 12.",
        "12:50 Seven hurt\nSeven people have been hurt, the hospital says.\n\n10:20 Four hurt\nFour people have been hurt, the brigade "
        "says.\n\n09:15 Fire at the refinery\nA fire has broken out. Nobody has been hurt.",
        # a log of many accidents
        "Monday\n\nTwo cars collided near the bridge. Nobody was hurt.\n\nTuesday\n\nA truck hit a deer. The driver was slightly hurt.\n\n"
        "Friday\n\nA fight at the bar ended early. Nobody was arrested.\n\nSaturday\n\nA house was searched. A man, 38, was arrested.",
        # what is new each time, at its own time
        "Nobody agrees about naps.\n\nThe studies differ.\n\nA review in 2017 covered 22 studies with 1,100 people. It rained.\n\nA review in "
        "2021 covered 41 studies with 2,900 people.",
        # a myth and the fact; a rank climbs to a lower number
        "Four things are told about the ice.\n\nMyth: The glaciers are growing again.\n\nFact: The glaciers are not growing.",
        "The tables came out on Monday.\n\nLinden Academy has climbed from 71st place to 31st.",
        # one maker and another in one paragraph
        "The tests took ten days.\n\nThe Lumo ships with Android 15 and gets five years of updates. The Kestrel ships with Android 15 and gets "
        "four years of updates.",
        "The season was long.\n\nMarchbank Electricals went into administration in January; 46 people lost their jobs. Corley Home Supplies "
        "closed in May with the loss of 12 jobs.",
    ],
)
def test_a_chronicle_and_a_comparison_hold(text: str) -> None:
    assert _rules(text) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The lighthouse at the north end was built in 1846 by the harbour board.", "The lighthouse at the north end was built in 1871."),
        ("The blast at the mill killed 31 weavers, the company said.", "The union said 44 weavers were killed in the blast at the mill."),
        ("Falk, 58, keeps the lighthouse on the point.", "Irma Falk (49) keeps the lighthouse, as her father did."),
        ("The Kestrel ferry carried 52,000 passengers to the islands last summer.", "The Kestrel ferry carried 38,000 passengers to the islands last summer."),
    ],
)  # fmt: skip
def test_it_cannot_both_hold(first: str, second: str) -> None:
    assert _rules(first + BETWEEN + second) != []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("In 1998 Anton wanted to move the workshop to the coast.", "Anton moved the workshop to the coast in 1999."),
        ('"People leave their cars open," the sergeant said.', '"Do not leave your cars open."'),
        ("A loan fixed for two years cost 4.9 percent in September.", "A loan fixed for five years cost 4.6 percent in September."),
        ("The plant can press 5.2 million tonnes of oil a year.", "Last year the plant pressed 4.7 million tonnes of oil."),
    ],
)
def test_wishes_orders_and_terms_are_let_alone(first: str, second: str) -> None:
    text = f"{first}\n\nOther matters were raised during the week.\n\n{second}"
    assert [c.explanation for c in api.generate(api.read(text.encode(), name="draft.txt")).contradictions] == []
