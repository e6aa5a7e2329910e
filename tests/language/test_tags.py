"""The tag string: one letter for each token, homographs by their neighbours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.inflect import verb_forms
from factcheck.language.lexicon import load_packaged
from factcheck.language.phrases import phrase_left, phrase_right
from factcheck.language.tags import Grammar, tag
from factcheck.language.tokens import Tokens

GRAMMAR = Grammar(load_packaged("grammar"), load_packaged("cues")["verbs"])


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("The crane fell.", "DnV."),
        ("He claims that it fell.", "IVHEV."),
        ("His claims were false.", "Gnxn."),
        ("Mr. J. Quill's boat sank.", "NNNNSnV."),
        ("The boys’ boat is new.", "DSSnxn."),
    ],
)
def test_letters(text: str, tags: str) -> None:
    found = tag(Tokens(text), GRAMMAR)
    assert len(found) == len(tags)
    assert sum(a != b for a, b in zip(found, tags, strict=True)) <= 1


@given(st.text(max_size=200))
def test_one_letter_for_each_token(text: str) -> None:
    tokens = Tokens(text)
    assert len(tag(tokens, GRAMMAR)) == len(tokens)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The 30-page plan fell.", "The 30-page plan"),
        ("A 9-year-old girl fell.", "A 9-year-old girl"),
        ("A 40-year-old fell.", "A 40-year-old"),
        ("The 6–2 vote stood.", "The 6–2 vote"),
    ],
)
def test_a_number_with_a_hyphen_is_inside_the_phrase(text: str, phrase: str) -> None:
    tokens = Tokens(text)
    found = phrase_right(tag(tokens, GRAMMAR), 0, len(tokens))
    assert found is not None and text[tokens.starts[0] : tokens.ends[found[1] - 1]] == phrase


@pytest.mark.parametrize("text", ["In 1990 - they say - it fell.", "It fell in 1990—it rose again."])
def test_a_dash_beside_a_number_stays_a_dash(text: str) -> None:
    assert "-" in tag(Tokens(text), GRAMMAR)


def test_phrases() -> None:
    tags = tag(Tokens("Yesterday the head of the port said it."), GRAMMAR)
    assert phrase_left(tags, 0, 6) == (1, 6)
    assert phrase_right(tags, 1, len(tags)) == (1, 6)
    assert phrase_right(tags, 1, len(tags), attached=False) == (1, 3)


@pytest.mark.parametrize(
    ("lemma", "past", "ing"),
    [
        ("deny", "denied", "denying"),
        ("say", "said", "saying"),
        ("argue", "argued", "arguing"),
        ("point out", "pointed out", "pointing out"),
    ],
)
def test_inflection(lemma: str, past: str, ing: str) -> None:
    forms = verb_forms(lemma, load_packaged("grammar")["irregular"])
    assert (forms.past, forms.ing) == (past, ing)
