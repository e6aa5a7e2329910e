"""Words of past, present and future; spans that their neighbours tell; feasts that their name tells."""

from __future__ import annotations

import pytest


def dates(told, text):
    return [words for kind, words in told(text) if kind == "date"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The current mayor swims.", ["current"]),
        ("She once led the port.", ["once"]),
        ("Nobody knew at the time.", ["at the time"]),
        ("His past is known; the future is not.", ["past", "the future"]),
        ("They will meet in the coming weeks.", ["the coming weeks"]),
        ("Later in the day it rained.", ["Later in the day"]),
        ("It closed on Harbour Day and on Lantern Eve.", ["Harbour Day", "Lantern Eve"]),
        ("It opened on Fishers Day 2019.", ["Fishers Day 2019"]),
    ],
)
def test_dates(told, text, words):
    assert dates(told, text) == words


@pytest.mark.parametrize(
    "text",
    [
        "The current of the river is strong.",
        "They left at once, and once more.",
        "Once they left, the hall was dark.",
        "He walked past a guard.",
        "She will present a plan.",
        "Doris Day sang.",
    ],
)
def test_no_dates(told, text):
    assert not dates(told, text)


def test_a_feast_is_no_other_name(told):
    assert all(kind == "date" for kind, words in told("It closed on Harbour Day.") if "Day" in words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hours before the vote it rained.", "Hours"),
        ("It has changed in the years since.", "the years"),
        ("They were given an extra week.", "an extra week"),
        ("After weeks of rain it cleared.", "weeks"),
        ("His decades in office ended.", "decades"),
        ("It was calm in the closing weeks.", "the closing weeks"),
    ],
)
def test_spans(told, text, words):
    assert ("duration", words) in told(text)


def test_a_bare_unit_is_no_span(told):
    assert not [d for d in told("The days were long and the week was cold.") if d[0] == "duration"]
