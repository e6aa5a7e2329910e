"""Votes and scores: one detail with both numbers; ranges, changes and telephone numbers are none."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "words", "first", "second", "unit"),
    [
        ("The board voted 7–4 to close the school.", "7–4", 7, 4, "vote"),
        ("The bill passed 31-18 on Monday.", "31-18", 31, 18, "vote"),
        ("The bill failed by a vote of 18 to 31.", "18 to 31", 18, 31, "vote"),
        ("The 5-to-4 ruling came on Monday.", "5-to-4", 5, 4, "vote"),
        ("The jury split eight to four.", "eight to four", 8, 4, "vote"),
        ("The club lost 2-3 at home.", "2-3", 2, 3, "score"),
        ("It drew 0–0 away.", "0–0", 0, 0, "score"),
        ("They met again and it was 3–1 by noon.", "3–1", 3, 1, "tally"),
    ],
)
def test_one_detail(details, text, words, first, second, unit):
    found = [d for d in details(text) if d.kind == "number"]
    assert [d.text for d in found] == [words]
    value = found[0].value
    assert (value.number, value.high, value.unit) == (first, second, unit)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The fare fell from 7 to 4.", ["7", "4"]),
        ("The party won three to five seats.", ["three to five"]),
        ("The boat holds 4–7 people.", ["4–7"]),
        ("The lead was 4-3 percent.", ["4"]),
    ],
)
def test_no_tally(details, text, words):
    found = [d for d in details(text) if d.kind == "number"]
    assert [d.text for d in found] == words
    assert all(d.value.unit not in ("vote", "score", "tally") for d in found)


def test_a_telephone_number_is_no_tally(details):
    assert all(d.value.unit != "tally" for d in details("Call 555-123-4567 today.") if d.kind == "number")


@pytest.mark.parametrize(
    ("text", "words", "unit"), [("A 214-page report fell.", "214-page", "page"), ("A three-judge panel sat.", "three-judge", "judge")]
)
def test_a_number_with_a_hyphened_noun_is_one_detail(details, text, words, unit):
    found = [d for d in details(text) if d.kind == "number"]
    assert [(d.text, d.value.unit) for d in found] == [(words, unit)]
