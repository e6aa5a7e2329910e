"""Quotations as one detail each."""

from __future__ import annotations


def test_styles_and_unclosed(told):
    for text in ("She said “a fair price” twice.", 'She said "a fair price" twice.', "She said «a fair price» twice."):
        assert [k for k, w in told(text) if k == "quotation" and "a fair price" in w] == ["quotation"]
    assert any(k == "quotation" and w.endswith("end.") for k, w in told("She said: “It has no end."))


def test_apostrophes_are_none(told):
    assert [x for x in told("The dogs' owner didn't come.") if x[0] == "quotation"] == []
