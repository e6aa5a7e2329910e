"""Things counted again, headline numbers, none against some, corrections, votes, rejections, outcomes, ages, dates of what happens once."""

from __future__ import annotations

import pytest

from factcheck.plugin.manager import Manager, create_manager
from factcheck.plugin.testing import make_worksheet


@pytest.fixture(scope="module")
def manager() -> Manager:
    return create_manager(entry_points=False)


def rules(manager: Manager, *paragraphs: str) -> dict[str, str]:
    """The rules that fire, with their severities."""
    return {x.rule: x.severity for x in make_worksheet("\n\n".join(paragraphs), manager).contradictions}


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("The firm has 300 barges.", "All 350 barges were painted, the director said."),
        ("The film festival has 31 films from nine countries.", "The 35 films were chosen by a jury."),
        ("The company owns 300 barges.", "The firm's 350 barges will be sold."),
    ],
)
def test_a_number_that_refers_back_has_to_be_the_same(manager: Manager, first: str, last: str) -> None:
    assert rules(manager, first, "It was raining.", last) == {"one-thing-two-numbers": "conflict"}


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("The firm has 300 barges.", "The two barges in the dock were painted."),
        ("The firm has 300 barges.", "Now all 350 barges are painted."),
        ("The firm has 300 barges and bought another 50 barges in May.", "All 350 barges were painted."),
        ("The 12 districts of Holm voted.", "The 14 districts of Tarn did not vote."),
    ],
)
def test_parts_sums_and_later_days_are_no_second_count(manager: Manager, first: str, last: str) -> None:
    assert rules(manager, first, "It was raining.", last) == {}


def test_a_headline_whose_number_the_body_has_elsewhere_is_right(manager: Manager) -> None:
    head = "Tram fares in Holm to rise 12%"
    assert "headline-number" in rules(manager, head, "The council met.", "Tram fares will rise by 8% in January, it said.")
    assert rules(manager, head, "The council met.", "Tram fares will rise by 8%, or 12% on Sundays.") == {}


def test_nobody_on_the_tram_says_nothing_of_the_street(manager: Manager) -> None:
    first = "Six people were injured in the crash."
    assert "none-against-some" in rules(manager, first, "Nobody was hurt in the crash, the tram company said.")
    assert rules(manager, first, "Nobody on the tram was hurt, the tram company said.") == {}
    assert rules(manager, first, "There were no injuries on the ferry.") == {}
    assert rules(manager, first, "Nobody was hurt in the lift of the tower.") == {}
    assert "none-against-some" in rules(manager, first, "Nobody was hurt in the incident, the tram company said.")


def test_what_a_correction_takes_back_is_superseded(manager: Manager) -> None:
    note = "CORRECTION: An earlier version of this article gave the height of the tower as 40 meters. It is 30 meters."
    assert rules(manager, "The tower is 40 meters high.", "It opens soon.", note) == {"corrected-value": "superseded"}
    assert rules(manager, "The tower is 30 meters high.", "It opens soon.", note) == {}


@pytest.mark.parametrize(
    ("vote", "flagged"),
    [
        ("It voted 9 to 6 to sell the crane.", True),
        ("It voted 9-6 to sell the crane.", True),
        ("It voted 9 to 5 to sell the crane.", False),
        ("It voted 8 to 4 to sell the crane.", False),
        ("It voted for the crane after the team lost a match 9 to 6.", False),
    ],
)
def test_votes_fit_the_members(manager: Manager, vote: str, flagged: bool) -> None:
    assert ("votes-and-members" in rules(manager, "The 14-member harbour board met on Monday.", vote)) is flagged


def test_a_rejection_by_another_voice_is_disputed(manager: Manager) -> None:
    said = "The union said the mate had been suspended after the collision."
    assert rules(manager, said, "“I was not suspended,” said the mate, Ole Brandt.") == {"rejected-nearby": "disputed"}
    assert rules(manager, "The union asked whether the mate had been suspended.", "“I was not suspended,” said Ole Brandt.") == {}


def test_outcomes_are_compared_for_one_person_only(manager: Manager) -> None:
    assert "outcomes-exclude" in rules(manager, "Ole Falk had no children.", "He kept bees.", "Falk is survived by his daughter, Irma.")
    assert rules(manager, "Ole Falk had no children.", "His neighbor Ida Brandt came with her daughter.") == {}


def test_the_month_of_may_is_no_modal_verb(manager: Manager) -> None:
    found = rules(manager, "Ida Brandt resigned in May, her lawyer said.", "The board met.", "Brandt was dismissed in May, the board said.")
    assert "outcomes-exclude" in found


@pytest.mark.parametrize(
    ("first", "last", "flagged"),
    [
        ("Ida Marsh (1934-2018) taught at Tarn.", "She was kind. Marsh died at the age of 88.", True),
        ("Ida Marsh (1934-2018) taught at Tarn.", "She was kind. Marsh died at the age of 83.", False),
        ("Ida Marsh, 34, has run the shop since spring.", "Marsh, 37, bought it from her aunt.", True),
        ("Ida Marsh, 34, has run the shop since spring.", "Jan Marsh, 37, sold it to her.", False),
    ],
)
def test_ages_of_one_person_meet(manager: Manager, first: str, last: str, flagged: bool) -> None:
    assert ("age-birth-year" in rules(manager, first, last)) is flagged


def test_what_happens_once_has_one_date(manager: Manager) -> None:
    first = "The bridge opened in 1932."
    assert rules(manager, first, "Trains used it.", "The bridge was opened in 1936 by the king.") == {"once-two-dates": "conflict"}
    assert rules(manager, first, "Trains used it.", "The tunnel was opened in 1936 by the king.") == {}
    assert rules(manager, "She led the choir for 12 years, from 1990 to 2005.") == {"years-between": "conflict"}


def test_gallons_may_be_imperial_or_american(manager: Manager) -> None:
    assert rules(manager, "The tank holds 20 litres (4.4 gallons) of oil.") == {}
    assert rules(manager, "The tank holds 20 litres (5.3 gallons) of oil.") == {}
    assert rules(manager, "The tank holds 20 litres (8.1 gallons) of oil.") == {"unit-conversion": "conflict"}


def test_shares_of_one_whole_make_a_hundred(manager: Manager) -> None:
    assert "shares-over-hundred" in rules(manager, "The choir has 90 singers, 60% of them from Holm, 30% from Tarn and 15% from abroad.")
    assert rules(manager, "Ticket sales rose 60% in Holm, 30% in Tarn and 15% in Wick.") == {}
