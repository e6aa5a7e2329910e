"""Edges of claims."""

from __future__ import annotations

import pytest

from factcheck.claims.trim import trim

EDGES = [
    ("  The bridge fell. ", "The bridge fell"),
    (", which fell, ", "which fell"),
    ("“The bridge fell.”", "“The bridge fell.”"),
    ('"The bridge fell', '"The bridge fell'),
    ("The bridge fell “", "The bridge fell"),
    ("(the bridge fell)", "(the bridge fell)"),
    ("the bridge fell)", "the bridge fell"),
    ("He works for the U.S.", "He works for the U.S."),
    ("-3 degrees", "-3 degrees"),
    ("the end …", "the end"),
    ("...", ""),
]


@pytest.mark.parametrize(("text", "wanted"), EDGES)
def test_trim(text, wanted):
    start, end = trim(text, (0, len(text)))
    assert text[start:end] == wanted
