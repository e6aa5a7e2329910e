"""Titles beside names, and no titles without names."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Then Fire Chief Tomas Brandt spoke.", "Fire Chief"),
        ("They heard Vera Lund, a retired teacher, on the pier.", "retired teacher"),
        ("They asked actor Tom Berg about it.", "actor"),
        ("It was drawn by the port's chief engineer, Anna Brandt.", "chief engineer"),
        ("Anna Brandt was the deputy mayor then.", "deputy mayor"),
        ("Maj. Gen. Tomas Brandt left.", "Maj. Gen."),
    ],
)
def test_beside_a_name(told, text, title):
    assert ("title", title) in told(text)


@pytest.mark.parametrize("text", ["A teacher and an engineer went home.", "The president of the club left.", "Mr. Brandt left."])
def test_not_without_a_name_or_courtesy_alone(told, text):
    assert [x for x in told(text) if x[0] == "title"] == []


def test_rank_over_a_body_and_no_body_in_a_plain_title(told):
    assert ("title", "senior Karvik Harbour Board official") in told("They met a senior Karvik Harbour Board official, Tomas Brandt.")
    assert ("title", "spokesman") in told("They met Norway's Defense Ministry spokesman, Tomas Brandt.")
