"""Stems bring the forms of one word together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.stems import Stemmer, stem


@pytest.mark.parametrize(
    "forms",
    [
        ("plan", "plans", "planned", "planning"),
        ("release", "released", "releases"),
        ("city", "cities"),
        ("kill", "killed", "killing"),
        ("serviceman", "servicemen"),
        ("box", "boxes"),
        ("deny", "denied", "denies"),
    ],
)
def test_forms_meet(forms: tuple[str, ...]) -> None:
    assert len({stem(f) for f in forms}) == 1


def test_irregular_verbs_come_from_the_lexicon() -> None:
    make = Stemmer({"take": "takes took taken taking"})
    assert make("took") == make("taken") == make("take")


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz'", max_size=20))
def test_any_word_has_a_stem(word: str) -> None:
    assert isinstance(stem(word), str)
