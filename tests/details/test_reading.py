"""Invariants of all finders on any text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.details.conftest import all_details, make_context

_PIECES = st.sampled_from(
    [
        "The",
        "Mayor",
        "Anna",
        "Brandt",
        "of",
        "Oslo",
        "and",
        "$",
        "1.2",
        "million",
        "12",
        "-",
        "year-old",
        "March",
        "4",
        ",",
        ".",
        "2019",
        "“",
        "”",
        "'",
        "%",
        "first",
        "two",
        "hundred",
        "½",
        "²",
        "٣",
        "km",
        "per",
        "hour",
        "p.m.",
        "p",
        "m",
        "U.S.",
        "US-led",
        "R-N",
        "C",
        "@",
        "://",
        "NATO",
        "\n",
        "é",
        "😀",
        "half",
        "a",
    ],
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_PIECES, max_size=40), st.text(max_size=60))
def test_spans_and_order(pieces, noise):
    ctx = make_context(" ".join(pieces), noise.replace("\r", " "))
    text = ctx.article.text
    seen = set()
    for d in all_details(ctx):
        assert text[d.start : d.end] == d.text
        assert d.text.strip() == d.text != ""
        assert (d.kind, d.start, d.end) not in seen
        seen.add((d.kind, d.start, d.end))
        if d.value is not None and d.value.number is not None and d.value.high is not None:
            assert d.value.number <= d.value.high


def test_the_same_text_gives_the_same_details():
    text = "Mayor Anna Brandt, 34, paid $12 on March 4 in Oslo."
    assert all_details(make_context(text)) == all_details(make_context(text))


def test_no_state_between_articles():
    first = all_details(make_context("Oslo paid Brandt."))
    all_details(make_context("The Brandt Company sued Anna Oslo."))
    assert all_details(make_context("Oslo paid Brandt.")) == first
