"""Spellings of one name, and names that only look alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.contradictions.spellings import letters, skeleton, variant


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Renwick", "Renwyck"),
        ("Sant'Ilario", "Sant Ilario"),
        ("al Nour", "al-Nour"),
        ("ORF News", "Orf News"),
        ("Falkenrath", "Falkenrat"),
        ("Qasr ez-Zohr", "Kasr Az Zawhr"),
        ("Jabal Murrada", "Murradah Mountain"),
        ("Jabal Serat", "al-Serat Mountain"),
        ("Peter Falkenrath", "Falkenrat"),
        ("Certified A", "Certification A"),
        ("Sara Lund", "Sarah Lund"),
        ("Marc Holt", "Mark Holt"),
        ("Geoffrey Boone", "Jeffrey Boone"),
        ("Tamsin Ward", "Tasmin Ward"),
        ("Qandar", "Kandar"),
        ("Odesa", "Odessa"),
        ("Côte Claire", "Cote Claire"),
    ],
)
def test_variants(a: str, b: str) -> None:
    assert variant(a, b) is not None
    assert variant(b, a) == variant(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Board", "Baird"),
        ("Korea", "Korean"),
        ("Smith", "Smiths"),
        ("U.S.", "US"),
        ("NORVIK", "Norvik"),
        ("Leonard Pruett", "Carol Pruett"),
        ("the Tarn", "Tarn"),
        ("Defense Ministry", "Defense Minister"),
        ("Iran", "Iraq"),
        ("Lake Tarn", "Tarn"),
        ("F-16", "F-18"),
        ("Tarn Navy", "Tarn navy"),
        ("Ada Q. Moss", "Ada Moss"),
        ("Gulf War II", "Gulf War"),
        ("Tarn's", "Tarn"),
        ("Francis Lee", "Frances Lee"),
        ("Christian Voss", "Christina Voss"),
        ("Paul Bright", "Paula Bright"),
        ("Parker", "Barker"),
    ],
)
def test_no_variants(a: str, b: str) -> None:
    assert variant(a, b) is None
    assert variant(b, a) is None


@given(st.text(max_size=40), st.text(max_size=40))
def test_never_fails_and_is_symmetric(a: str, b: str) -> None:
    assert (variant(a, b) is None) == (variant(b, a) is None)
    assert isinstance(skeleton(a) + letters(a), str)
