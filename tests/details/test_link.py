"""Addresses, and what is masked by them."""

from __future__ import annotations

from factcheck.details.reading import addresses


def test_addresses_without_punctuation(told):
    text = "See https://example.org/2019/plan (or www.example.org). Write to desk@example.org, or @handle."
    assert [w for k, w in told(text) if k == "link"] == ["https://example.org/2019/plan", "www.example.org", "desk@example.org", "@handle"]
    assert [w for k, w in told(text) if k != "link"] == []


def test_an_abbreviation_is_no_address():
    assert addresses("They came.They left at 3.45 a.m. e.g. today.") == ()


def test_long_hostile_text_is_read_to_its_end():
    for piece in ("@a", "a.com@", "://", "www.", "a."):
        text = piece * 20000 + " desk@example.org"
        assert text[slice(*addresses(text)[-1])] == "desk@example.org"
