"""Footnote definitions leave the text; lines keep their numbers."""

from __future__ import annotations

from factcheck.readers.footnotes import take_footnotes


def test_definitions_with_more_lines() -> None:
    found = take_footnotes("A[^x].\n\n[^x]: See\n    the minutes.\n\n    Page 4.\nB")
    assert found.notes == {"x": "See the minutes. Page 4."}
    assert found.text == "A[^x].\n\n\n\n\n\nB"


def test_the_first_of_two_definitions_and_code_fences() -> None:
    found = take_footnotes("[^a]: one\n```\n[^b]: code\n```\n")
    assert found.notes == {"a": "one"}
    assert "[^b]: code" in found.text
