"""Line breaks inside a block become spaces; those between blocks stay."""

from __future__ import annotations

from factcheck.readers.paragraphs import Part
from factcheck.readers.wrapping import unwrapped


def test_only_inside_the_parts() -> None:
    text = "a\nb\n\nc\nd\n"
    assert unwrapped(text, [Part(0, 3), Part(5, 6), Part(7, 8)]) == "a b\n\nc\nd\n"
    assert unwrapped("", []) == ""
