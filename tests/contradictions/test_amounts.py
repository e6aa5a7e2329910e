"""Amounts: bounds, what can both hold, rounding."""

from __future__ import annotations

import pytest

from factcheck.contradictions.amounts import bounds, differ, rounded_alike
from factcheck.model.claim_parts import Value


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (Value(number=70), Value(number=52), "conflict"),
        (Value(number=52), Value(number=52.0), None),
        (Value(number=50, approx="at_least"), Value(number=52), None),
        (Value(number=100, approx="over"), Value(number=100, approx="about"), "discrepancy"),
        (Value(number=100, approx="about"), Value(number=100), None),
        (Value(number=40, high=60), Value(number=50), None),
        (Value(number=40, high=60), Value(number=90), "conflict"),
        (Value(number=20, approx="vague"), Value(number=300), None),
        (Value(number=100, approx="about"), Value(number=180), "conflict"),
        (Value(number=100, approx="about"), Value(number=112), "discrepancy"),
    ],
)
def test_differ(a: Value, b: Value, expected: str | None) -> None:
    assert differ(a, b) == expected
    assert differ(b, a) == expected


def test_bounds_of_open_numbers() -> None:
    assert bounds(Value(number=50, approx="nearly"))[1] == 50
    assert bounds(Value(number=50, approx="over"))[0] == 50


@pytest.mark.parametrize(
    ("a", "b", "same"), [(1187, 1200, True), (11620, 10000, False), (70, 52, False), (3.96e6, 4e6, True), (3, 2, False), (19, 20, False)]
)
def test_rounded_alike(a: float, b: float, same: bool) -> None:
    assert rounded_alike(a, b) is same


def test_two_votes_differ_by_either_number_and_are_one_from_the_other_side():
    seven_four = Value(number=7, high=4, unit="vote")
    assert differ(seven_four, Value(number=8, high=3, unit="vote")) == "conflict"
    assert differ(seven_four, Value(number=7, high=3, unit="vote")) is not None
    assert differ(seven_four, Value(number=4, high=7, unit="vote")) is None
    assert differ(seven_four, Value(number=7, high=4, unit="vote")) is None
