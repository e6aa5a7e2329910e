"""Quotation marks of every style."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.quotes import outer, quotations


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('He said "no" twice.', ["no"]),
        ("He said “no” twice.", ["no"]),
        ("He said ‘no’ twice.", ["no"]),
        ("He said 'not now' twice.", ["not now"]),
        ("He said «no» twice.", ["no"]),
        ("He said ''not now'' twice.", ["not now"]),
        ("It’s the boys’ boat, isn't it?", []),
        ("In the ’90s it was theirs.", []),
        ("He said “the ‘crane’ fell” twice.", ["the ‘crane’ fell", "crane"]),
    ],
)
def test_inner_words(text: str, inner: list[str]) -> None:
    assert [text[q.inner_start : q.inner_end] for q in quotations(text, 0, len(text))] == inner


def test_unclosed_and_unopened() -> None:
    text = "“The crane fell."
    assert [(q.opened, q.closed) for q in quotations(text, 0, len(text))] == [(True, False)]
    text = "Today it fell,” she said."
    assert [(q.opened, q.closed, q.start) for q in quotations(text, 0, len(text))] == [(False, True, 0)]


@given(st.text(alphabet="ab \"'“”‘’«»`.,", max_size=80))
def test_spans_stay_inside_and_outer_ones_apart(text: str) -> None:
    found = quotations(text, 0, len(text))
    for q in found:
        assert 0 <= q.start <= q.inner_start < q.inner_end <= q.end <= len(text)
    kept = outer(found)
    assert all(a.end <= b.start for a, b in pairwise(kept))
