"""Where words and stems stand: as a look at each token would find them."""

from __future__ import annotations

import pytest

from factcheck.contradictions.keys import lines, stemmer
from factcheck.contradictions.negation import is_negator, negations, negators
from factcheck.contradictions.postings import among, places, standing, stemming
from tests.contradictions.handmade import context

CTX = context(
    [
        "The mill did not burn in May, and nobody may enter it.",
        "They failed to warn the clerk; she warns not only him.",
        "The clerk wasn't there. Failing walls were warned of.",
    ]
)


def test_each_token_is_posted_once() -> None:
    assert sorted(i for at in places(CTX).values() for i in at) == list(range(len(CTX.tokens)))


@pytest.mark.parametrize("words", [("the", "clerk"), ("absent",), ()])
def test_words_stand_where_the_tokens_are(words: tuple[str, ...]) -> None:
    wanted = {i for i, w in enumerate(CTX.tokens.lower) if w in words}
    assert standing(f"test {words}", words, CTX) == wanted


def test_the_month_of_may_is_left_out_on_demand() -> None:
    assert len(standing("with", ("may",), CTX)) == 2
    assert [CTX.tokens.words[i] for i in standing("without", ("may",), CTX, may=False)] == ["may"]


def test_stems_stand_where_their_forms_are() -> None:
    stem = stemmer(CTX)
    wanted = {i for i, w in enumerate(CTX.tokens.lower) if stem(w) == stem("warn")}
    assert len(wanted) == 3
    assert stemming("warn", frozenset([stem("warn")]), CTX) == wanted


def test_among_keeps_to_the_line_and_its_order() -> None:
    found = standing("clerk", ("clerk", "the"), CTX)
    assert [[CTX.tokens.lower[i] for i in among(line, found)] for line in lines(CTX)] == [["the"], ["the", "clerk"], ["the", "clerk"], []]


def test_negators_without_set_phrases() -> None:
    assert [CTX.tokens.lower[i] for i in sorted(negators(CTX))] == ["not", "nobody", "failed", "wasn't"]
    assert all(is_negator(i, CTX) for i in negators(CTX))
    assert [CTX.tokens.lower[n.at] for line in lines(CTX) for n in negations(line, CTX)] == ["burn", "enter", "warn"]
