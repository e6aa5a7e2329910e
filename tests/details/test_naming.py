"""Datelines, seats of power, addresses as names, words that are no name."""

from __future__ import annotations

import pytest

OPENING = "The talks went on."


@pytest.mark.parametrize(
    "text",
    ["RIVERTON — The pier fell on Monday.", "RIVERTON, Ohio (AP) — The pier fell on Monday.", "RIVERTON (Harbour News) - The pier fell."],
)
def test_the_capitals_of_a_dateline_are_a_place(told, text):
    assert ("place", "RIVERTON") in told(OPENING, text)


def test_a_place_of_a_dateline_is_known_in_the_text(told):
    found = told("RIVERTON — The pier fell on Monday.", "The mayor of Riverton resigned.")
    assert ("place", "Riverton") in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was said that the White House denied it.", ("organization", "White House")),
        ("She slept at the White House in May.", ("place", "White House")),
        ("They asked Harbourline.com about it.", ("organization", "Harbourline.com")),
        ("The envoys met N. Korea there.", ("place", "N. Korea")),
        ("They asked Lim Kwok-hing about it.", ("person", "Lim Kwok-hing")),
        ("The mayor of Riverton resigned.", ("place", "Riverton")),
        ("Its spokesman Jan Brandt swam.", ("person", "Jan Brandt")),
        ("They told Radio Ostrand that it fell.", ("organization", "Radio Ostrand")),
        ("They walked to the Vera W. Lund Museum.", ("place", "Vera W. Lund Museum")),
    ],
)
def test_kinds(told, text, expected):
    assert expected in told(OPENING, text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("They gave to NGOs in May.", "NGOs"),
        ("It was tagged #HarbourNow by all.", "HarbourNow"),
        ("Veterans in town met in May.", "Veterans"),
        ("Revenue grew 12 percent.", "Revenue"),
        ("It cost US$ 300 to mend.", "US"),
        ("The former secretary of State swam.", "State"),
    ],
)
def test_no_names(told, text, word):
    assert word not in [words for kind, words in told(OPENING, text) if kind in ("name", "person", "place", "organization")]


def test_a_persons_campaign_is_told_by_the_name(told):
    found = told(OPENING, "Vera Lund spoke. The Lund campaign paid, and the Ardan navy sailed.")
    assert ("person", "Lund") in found
    assert ("organization", "Lund campaign") not in found


def test_a_town_is_not_its_newspaper(told):
    found = told(OPENING, "They told the Riverton Gazette about the harbour of Riverton.")
    assert ("organization", "Riverton Gazette") in found
    assert ("place", "Riverton") in found


def test_a_month_before_a_name_stays_a_month(told):
    assert ("date", "April") in told(OPENING, "It fell in April Brandt said.")
