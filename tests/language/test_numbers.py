"""Numbers in digits and words to values."""

from __future__ import annotations

import pytest

from factcheck.language.lexicon import load_packaged
from factcheck.language.numbers import NumberWords, approximate, plain_number, read_range, singular
from factcheck.language.tokens import Tokens

WORDS = NumberWords(load_packaged("numbers"))


def read(text: str):
    low = Tokens(text).lower
    at = next(i for i, w in enumerate(low) if WORDS.starts(w))
    n = read_range(low, at, len(low), WORDS)
    return None if n is None else approximate(low, n, 0, len(low), WORDS)


@pytest.mark.parametrize(
    ("text", "low", "high", "approx"),
    [
        ("sixty-two", 62, None, None),
        ("one hundred and five", 105, None, None),
        ("one million two hundred thousand", 1200000, None, None),
        ("1.2 million", 1200000, None, None),
        ("64.8million", 64800000, None, None),
        ("two dozen", 24, None, None),
        ("hundreds of thousands", 100000, None, "vague"),
        ("two-thirds", 0.6666666667, None, None),
        ("two and a half", 2.5, None, None),
        ("3 1/2", 3.5, None, None),
        ("½", 0.5, None, None),
        ("10 to 15", 10, 15, None),
        ("2 to 3 million", 2000000, 3000000, None),
        ("five or six", 5, 6, None),
        ("more than 40", 40, None, "over"),
        ("no fewer than 40", 40, None, "at_least"),
        ("40 or so", 40, None, "about"),
        ("5 to 4", 5, None, None),
        ("1.000.000", 1000000, None, None),
    ],
)
def test_values(text, low, high, approx):
    n = read(text)
    assert (n.low, n.high, n.approx) == (low, high, approx)


def test_forms_and_tails():
    assert read("33rd").form == "ordinal"
    assert read("twenty-first").low == 21
    assert read("1990s").form == "decade"
    assert (read("eight-year").low, read("eight-year").tail) == (8, "year")
    assert read("five six").end == 1


def test_plain_number():
    assert plain_number("1,200.5") == (1200.5, "")
    assert plain_number("17:00") is None
    assert plain_number("²") is None


def test_singular():
    assert [singular(w, WORDS) for w in ("people", "soldiers", "bodies", "boxes", "houses", "press", "series")] == [
        "person", "soldier", "body", "box", "house", "press", "series"]


def test_hostile_input_stays_cheap():
    assert read("million " * 5000).low <= 10 ** 24
    assert read("hundred " * 5000) is not None
    assert read("1.5 " + "trillion " * 5000) is not None
