"""Dates and clock times to values."""

from __future__ import annotations

import pytest

from factcheck.language.dates import DateWords, iso, read_clock, read_day, read_numeric_date, weekday_of
from factcheck.language.lexicon import load_packaged
from factcheck.language.tokens import Tokens

WORDS = DateWords(load_packaged("dates"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("March 11, 2024", "2024-03-11"),
        ("11 March 2024", "2024-03-11"),
        ("the 4th of July 1976", "1976-07-04"),
        ("Sept. 11", "--09-11"),
        ("September 2019", "2019-09"),
        ("March", "--03"),
        ("March 4-6, 2019", "2019-03-04"),
        ("February 30", "--02"),
    ],
)
def test_days(text, expected):
    low = Tokens(text).lower
    start = 1 if low[0] == "the" else 0
    assert read_day(low, start, len(low), WORDS).iso == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2024-03-11", "2024-03-11"), ("13/04/2015", "2015-04-13"), ("04/13/2015", "2015-04-13"), ("04/05/2015", "2015"), ("9/17/16", "2016-09-17")],
)
def test_numeric_dates(text, expected):
    low = Tokens(text).lower
    assert read_numeric_date(low, 0, len(low)).iso == expected


@pytest.mark.parametrize("text", ["40/50/60", "1-2-3", "12/13"])
def test_no_dates(text):
    low = Tokens(text).lower
    assert read_numeric_date(low, 0, len(low)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("17:00", "17:00"), ("6:40 p.m.", "18:40"), ("6:40 p.m", "18:40"), ("11am", "11:00"), ("12 a.m.", "00:00"), ("12 pm", "12:00"), ("10.30am", "10:30")],
)
def test_clock(text, expected):
    low = Tokens(text).lower
    assert read_clock(low, 0, len(low), WORDS).time == expected


@pytest.mark.parametrize("text", ["25:00", "17", "10.30", "6:75"])
def test_no_clock(text):
    low = Tokens(text).lower
    assert read_clock(low, 0, len(low), WORDS) is None


def test_iso_and_weekday():
    assert iso(None, None, 4) is None
    assert weekday_of("2024-03-11") == "monday"
    assert weekday_of("2024-02-30") is None
    assert weekday_of("--03-11") is None
