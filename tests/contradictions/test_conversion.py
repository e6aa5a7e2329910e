"""Conversions in both directions, with the rounding people use."""

from __future__ import annotations

import pytest

from factcheck.contradictions.conversion import equal, register_contradiction_detectors
from factcheck.model.claim_parts import Value
from tests.contradictions.handmade import context, findings

METER, FOOT, MILE, KM = ("length", 1.0), ("length", 0.3048), ("length", 1609.344), ("length", 1000.0)
C, F = ("temperature", 1.0), ("temperature", 2.0)


@pytest.mark.parametrize(
    ("a", "unit", "b", "into", "same"),
    [
        (62, METER, 203, FOOT, True),
        (3, MILE, 8.2, KM, False),
        (8, KM, 5, MILE, True),
        (5, MILE, 8, KM, True),
        (100, KM, 62, MILE, True),
        (100, KM, 90, MILE, False),
        (20, C, 68, F, True),
        (68, F, 20, C, True),
        (20, C, 38, F, False),
        (10, MILE, 16, KM, True),
        (10, MILE, 6.2, KM, False),
    ],
)
def test_equal(a: float, unit: tuple[str, float], b: float, into: tuple[str, float], same: bool) -> None:
    assert equal(a, unit, b, into) is same


def test_says_what_it_should_be() -> None:
    ctx = context(
        ["Divers searched 3 miles (8.2 kilometers) of the shore."],
        [("quantity", "3 miles", Value(number=3, unit="mile")), ("quantity", "8.2 kilometers", Value(number=8.2, unit="kilometer"))],
    )
    (found,) = findings(register_contradiction_detectors()[0], ctx)
    assert found.kind == "conversion" and "4.8" in found.explanation and len(found.spans) == 2


def test_two_lengths_of_two_things_are_left_alone() -> None:
    ctx = context(
        ["The road is 30 miles long and the lake is 12 kilometers wide."],
        [("quantity", "30 miles", Value(number=30, unit="mile")), ("quantity", "12 kilometers", Value(number=12, unit="kilometer"))],
    )
    assert findings(register_contradiction_detectors()[0], ctx) == []
