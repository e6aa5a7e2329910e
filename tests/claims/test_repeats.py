"""Repeat groups: the same fact in every detail, nothing less."""

from __future__ import annotations

import pytest

from factcheck.claims.repeats import groups
from factcheck.model.claim import Claim, fingerprint
from factcheck.model.claim_parts import Detail, Value


def claim(number: int, text: str, *details: tuple[str, str, Value | None]) -> Claim:
    start = number * 1000
    found = tuple(Detail(k, w, start + text.index(w), start + text.index(w) + len(w), value=v) for k, w, v in details)
    return Claim(
        id=f"C{number:03}",
        fingerprint=fingerprint(text),
        text=text,
        start=start,
        end=start + len(text),
        sentence=number,
        block=1,
        details=found,
    )


def number(word: str, value: float) -> tuple[str, str, Value]:
    return "number", word, Value(number=value, unit="worker")


SAME = [
    (claim(1, "Sixty workers were killed", number("Sixty", 60)), claim(2, "60 workers were killed", number("60", 60))),
    (claim(1, "The bridge opened in 1998"), claim(2, "the bridge  opened in 1998")),
    (
        claim(1, "Berg was arrested in Oldport", ("place", "Oldport", None)),
        claim(2, "Berg had been arrested in Oldport", ("place", "Oldport", None)),
    ),
]
OTHER = [
    (claim(1, "Sixty workers were killed", number("Sixty", 60)), claim(2, "61 workers were killed", number("61", 61))),
    (claim(1, "Sixty workers were killed", number("Sixty", 60)), claim(2, "60 workers were injured", number("60", 60))),
    (claim(1, "The mayor approved the new plan"), claim(2, "The mayor never approved the new plan")),
    (claim(1, "The mayor approved the new plan"), claim(2, "The mayor may approve the new plan")),
    (
        claim(1, "Berg was arrested in Oldport", ("place", "Oldport", None)),
        claim(2, "Berg was arrested in Newport", ("place", "Newport", None)),
    ),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_the_same_fact(a, b):
    assert groups((a, b)) == {a.id: "R01", b.id: "R01"}


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_another_fact(a, b):
    assert groups((a, b)) == {}


def test_groups_are_numbered_by_first_mention():
    a, b = claim(1, "The bridge opened in 1998"), claim(2, "The ferry sank in the lake")
    c, d = claim(3, "The ferry sank in the lake"), claim(4, "The bridge opened in 1998")
    assert groups((a, b, c, d)) == {"C001": "R01", "C004": "R01", "C002": "R02", "C003": "R02"}
