"""Names compared."""

from __future__ import annotations

import pytest

from factcheck.language.names import acronym, fold, is_short_form, name_words, skeleton


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("Renwick", "Paul Renwick", True),
        ("Paul", "Paul Renwick", True),
        ("WHO", "World Health Organization", True),
        ("Karvik Shipping", "The Karvik Shipping Company", True),
        ("Renwick’s", "Paul Renwick Jr.", True),
        ("Anna Renwick", "Paul Renwick", False),
        ("of", "Bank of Oslo", False),
        ("Paul Renwick", "Paul Renwick", False),
    ],
)
def test_short_forms(short, full, expected):
    assert is_short_form(short, full) is expected


def test_fold_and_words():
    assert fold("The José’s") == "jose"
    assert name_words("J.R. Ewing Jr.") == ("jr", "ewing") or name_words("Paul Renwick, PhD") == ("paul", "renwick")
    assert acronym("Church of the Open Door") == "COD"


@pytest.mark.parametrize(("a", "b"), [("Sedira", "Sedirah"), ("Renwick", "Renwyck"), ("Mohammed", "Muhammad"), ("Hussein", "Husayn")])
def test_spellings_share_a_skeleton(a, b):
    assert skeleton(a) == skeleton(b)


def test_different_names_differ():
    assert skeleton("Brandt") != skeleton("Lund")
