"""Superlatives and claims of rank."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is the highest point of the isle.", "the highest point"),
        ("It had the second lowest score.", "the second lowest score"),
        ("She was the first woman on the board.", "the first woman"),
        ("It was the only bridge there.", "the only bridge"),
        ("It was never before seen.", "never before"),
    ],
)
def test_fires(told, text, words):
    assert ("superlative", words) in told(text)


@pytest.mark.parametrize("text", ["At least he came last week.", "The forest guest had an interest.", "Most stayed; he did his best."])
def test_does_not_fire(told, text):
    assert [x for x in told(text) if x[0] == "superlative"] == []
