"""Names by kind, cut from titles, carried over to short forms, told from capitals of sentences and headlines."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Vera Lund in Lisbon.", [("person", "Vera Lund"), ("place", "Lisbon")]),
        ("The Harbour Authority of Oslo met.", [("organization", "Harbour Authority of Oslo")]),
        ("A Norwegian boat sailed with the U.S. Navy.", [("organization", "U.S. Navy")]),
        ("They read the Clean Harbour Act.", [("name", "Clean Harbour Act")]),
        ("It rained on Karvik Island.", [("place", "Karvik Island")]),
        ("It rained in eastern Norway.", [("place", "eastern Norway")]),
        ("A NATO-led mission sailed.", [("organization", "NATO-led mission")]),
        ("He asked Kim Jong-un.", [("person", "Kim Jong-un")]),
        ("He works at the Department of Health and Human Services.", [("organization", "Department of Health and Human Services")]),
        ("He cited the Fifth Amendment.", [("name", "Fifth Amendment")]),
    ],
)
def test_kinds(told, text, expected):
    names = [x for x in told(text) if x[0] in ("person", "organization", "place", "name")]
    assert [n for n in expected if n not in names] == [], names


def test_a_title_is_cut_from_the_name(told):
    found = told("Then Norwegian Fisheries Minister Anna Brandt spoke to Secretary of State Paul Berg and Mr. Dahl.")
    assert ("person", "Anna Brandt") in found
    assert ("person", "Paul Berg") in found
    assert ("person", "Dahl") in found
    assert ("title", "Secretary of State") in found


def test_short_forms_take_the_kind_of_the_full_name(told):
    found = told("The Karvik Shipping Company paid Tomas Brandt.", "Later Brandt sued Karvik and won.")
    assert ("person", "Brandt") in found
    assert ("organization", "Karvik") in found


def test_the_capital_of_a_sentence_makes_no_name(told):
    assert told("Protesters gathered. Officials watched. Rising water stopped them.") == []


def test_headlines_use_what_the_text_taught(told):
    found = told("Brandt Opens Bridge After Long Delay", "The mayor, Tomas Brandt, opened the bridge.", kinds={0: "headline"})
    assert [x for x in found if x[0] != "title"] == [("person", "Brandt"), ("person", "Tomas Brandt")]


def test_possessive_is_left_out(told):
    assert ("person", "Lund") in told("Vera Lund came. They liked Lund's song and Lund’s dog.")


def test_coordination_shares_the_kind(told):
    assert ("place", "Karvik") in told("The road joins Oslo and Karvik.")


def test_party_and_state_after_a_name(told):
    found = told("They heard Rep. Anna Brandt (R-Ohio) and Sen. Paul Berg (D-N.C.).")
    assert ("place", "Ohio") in found
    assert ("place", "N.C") in found


def test_no_name_crosses_a_sentence(details):
    for d in details("He saw Anna. Brandt left.", "Oslo", "Bergen"):
        assert "." not in d.text
        assert "\n" not in d.text


def test_countries_are_teams_in_sport(told):
    text = (
        "Chile beat Peru in the match. A goal by the striker settled the tournament; the goalkeeper and the coach left the pitch in Chile."
    )
    found = told(text)
    assert found.count(("organization", "Chile")) == 1
    assert ("place", "Chile") in found
    assert ("organization", "Peru") in found


def test_a_museum_that_something_is_at_is_a_place(told):
    assert ("place", "Karvik Fishing Museum") in told("They met at the Karvik Fishing Museum.")
    assert ("organization", "Karvik Fishing Museum") in told("The Karvik Fishing Museum said so.")


def test_the_office_of_a_possessive_title(told):
    assert ("organization", "Oslo Sheriff's office") in told("They called the Oslo Sheriff's office again.")
    assert ("organization", "Oslo Sheriff's Office") in told("They called the Oslo Sheriff's Office again.")


def test_digits_written_to_a_name_belong_to_it(told):
    found = told("The G20 met, and the MI6 watched the U2 singer.")
    assert ("organization", "G20") in found
    assert ("organization", "MI6") in found
    assert [w for k, w in found if k == "number"] == []
