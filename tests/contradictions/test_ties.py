"""What has to be read together without conflict: what is linked, and what only looks like it."""

from __future__ import annotations

import pytest

from factcheck.plugin.manager import Manager, create_manager
from factcheck.plugin.testing import make_worksheet


@pytest.fixture(scope="module")
def manager() -> Manager:
    return create_manager(entry_points=False)


def links(manager: Manager, *paragraphs: str) -> set[str]:
    """The relations of all links, from the claim that stands first."""
    sheet = make_worksheet("\n\n".join(paragraphs), manager)
    at = {c.id: c.start for c in sheet.claims}
    return {r.relation for c in sheet.claims for r in c.read_with if at[r.claim] > c.start}


@pytest.mark.parametrize(
    ("first", "last", "relation"),
    [
        ("The storm damaged 31 houses in Holm.", "Nine of them had to be pulled down, the mayor said.", "part"),
        ("The board has 24 members.", "On Friday 15 of the 24 members voted for the plan.", "part"),
        ("Police arrested 40 people after the match.", "Six remained in custody on Sunday.", "part"),
        ("The flood killed more than 60 people, the ministry said.", "The Red Cross said 64 people were killed in the flood.", "exact"),
        (
            "In 2019 the library in Holm lent 90,000 books to readers.",
            "In 2023 the library in Holm lent 70,000 books to readers.",
            "other_time",
        ),
        ("Last year over 4,000 guests came to the fair.", "The mayor expects 6,000 guests this year.", "other_time"),
        ("The council will sell the old town hall in Holm in spring.", "The old town hall in Holm was sold on Friday.", "outcome"),
        ("The paper accused Oskar Lunt of fraud.", "Lunt denied any wrongdoing.", "denial"),
        ("Ida Brandt was charged with theft in May.", "Brandt has pleaded not guilty.", "denial"),
        ("Of 56 crews, 21 of 56 had no license, the inspector said.", "That was 37.5 percent.", "share"),
    ],
)
def test_what_belongs_together(manager: Manager, first: str, last: str, relation: str) -> None:
    assert links(manager, first, "It rained.", last) == {relation}


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("The storm damaged 31 houses in Holm.", "Nine of the boats had to be pulled down, the mayor said."),
        ("The storm damaged 31 houses and 12 boats.", "Nine of them had to be pulled down."),
        ("The board met for 24 hours.", "Six remained in custody on Sunday."),
        ("The flood killed more than 60 people in Holm.", "In 1953, a storm killed 64 people."),
        ("The council will sell the old town hall in Holm.", "The new school in Tarn was sold on Friday."),
        ("The paper accused Oskar Lunt of fraud.", "Ida Brandt denied any wrongdoing."),
        ("Of 56 crews, 21 had no license.", "Fares rose by 40 percent."),
    ],
)
def test_what_does_not(manager: Manager, first: str, last: str) -> None:
    assert links(manager, first, "It rained.", last) == set()
