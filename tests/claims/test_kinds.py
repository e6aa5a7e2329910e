"""The main kind of a claim."""

from __future__ import annotations

import pytest

KINDS = [
    ("The bridge fell into the river.", (), "event"),
    ("The council will meet in the hall.", (), "prediction"),
    ("The firm hired 12 clerks.", (("number", "12"),), "quantity"),
    ("The bridge opened in 1998.", (("date", "1998"),), "date_time"),
    ("The fire led to delays.", (), "cause"),
    ("The vote took place in the hall.", (), "place"),
    ("The plan is unfair.", (), "opinion"),
    ("The law prohibits smoking.", (), "definition_law"),
    ("The firm wanted the land.", (), "intention_motive"),
    ("The tower is taller than the church.", (), "comparison_superlative"),
    ("Orr was elected to the board.", (), "identity_title"),
    ("A test is required every two years.", (("duration", "two years"),), "definition_law"),
    ("The lift, cast by hand in 1891, stopped in May.", (("date", "1891"),), "date_time"),
    ("Ann Roe, a nurse from Oldport, left in May.", (("person", "Ann Roe"),), "identity_title"),
]


@pytest.mark.parametrize(("text", "details", "kind"), KINDS)
def test_main_kind(desk, text, details, kind):
    d = desk(text)
    for name, word in details:
        d.has(name, word)
    assert d.extraction().claims[0].kinds[0] == kind


def test_all_kinds_are_kept(desk):
    d = desk("The fire of 1998 killed 12 people.").has("date", "1998").has("number", "12")
    assert set(d.extraction().claims[0].kinds) >= {"quantity", "date_time"}


def test_a_designation_does_not_count(desk):
    d = desk("An F-16 landed near the lake.").has("number", "F-16")
    assert "quantity" not in d.extraction().claims[0].kinds
