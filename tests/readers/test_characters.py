"""Normalised text: line ends, control characters, surrogates; nothing else changes."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from factcheck.readers.characters import normalised


def test_line_ends_mark_and_control_characters() -> None:
    assert normalised("\ufeffa\r\nb\rc\n\td\0\x85\x7f\ud800") == "a\nb\nc\n\td\ufffd\ufffd\ufffd\ufffd"


def test_keeps_spaces_marks_of_direction_and_emoji() -> None:
    text = "  \u200fשלום\u00a0 👩‍👧\u2028x \ufeff \n"
    assert normalised(text) == text


@given(st.text(alphabet=st.characters()))
def test_what_is_left_can_be_written_anywhere(text: str) -> None:
    done = normalised(text)
    done.encode("utf-8")
    assert not any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t" for c in done)
    assert normalised(done) == done or done.startswith("\ufeff")
