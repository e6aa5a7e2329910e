"""Paragraphs by blank lines, single lines, hard wraps; the note only where it was a guess."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.readers.paragraphs import BLANK, LINES, MODES, WRAPPED, is_row, paragraphs


def words(text: str, mode: str | None = None) -> list[str]:
    return [text[p.start : p.end] for p in paragraphs(text, mode).parts]


WRAPPED_TEXT = """The council of Harbor City voted on Tuesday evening to close the
old bridge for at least two years, after engineers had found
cracks in three of its four piers.

The mayor called it a hard day for everybody who lives on the far
side of the river and promised a ferry, which is to run every ten
minutes from early in the morning.
"""


def test_blank_lines_are_no_guess() -> None:
    found = paragraphs("One here.\n \n\n\tTwo here. \n")
    assert (found.mode, found.note) == (BLANK, None)
    assert words("One here.\n \n\n\tTwo here. \n") == ["One here.", "Two here."]


def test_hard_wrapped_lines_are_joined_and_told() -> None:
    found = paragraphs(WRAPPED_TEXT)
    assert found.mode == WRAPPED
    assert len(found.parts) == 2
    assert found.note is not None and "hard-wrapped" in found.note


def test_hard_wrapped_paragraphs_without_blank_lines_end_at_a_short_line() -> None:
    assert len(words(WRAPPED_TEXT.replace("\n\n", "\n"))) == 2


def test_hard_wrapped_paragraphs_may_begin_with_an_indent() -> None:
    text = WRAPPED_TEXT.replace("\n\nThe mayor called", "\n    The mayor called")
    assert [w[:9] for w in words(text)] == ["The counc", "The mayor"]


def test_short_lines_stand_for_themselves_and_are_told() -> None:
    text = "The bridge was closed.\nTraffic went over Mill Lane.\nNobody knows for how long."
    assert words(text) == text.split("\n")
    assert paragraphs(text).note is not None


def test_long_lines_are_paragraphs_without_a_note() -> None:
    text = "\n".join(
        f"Paragraph {n} tells of the bridge and of all the people who crossed it, day by day, until the piers gave way at last." * 2
        for n in range(4)
    )
    found = paragraphs(text)
    assert (found.mode, found.note, len(found.parts)) == (LINES, None, 4)


def test_a_broken_line_goes_on_in_small_letters() -> None:
    assert words("Headline\n\nOne paragraph.\n\nAnother paragraph.\n\nThe mayor\nwas late.\n\nThe end.")[3] == "The mayor\nwas late."


def test_items_and_rows_begin_anew() -> None:
    assert words("Bring:\n- water\n- bread") == ["Bring:", "- water", "- bread"]
    assert words("a\tb\tc\nd\te\tf") == ["a\tb\tc", "d\te\tf"]
    assert is_row("| a | b |") and not is_row("a | b") and not is_row("a\tb\nc\td\te")


def test_the_mode_can_be_told() -> None:
    assert words("One\nTwo", "blank") == ["One\nTwo"]
    assert words("one\n\ntwo.\nThree", "lines") == ["one", "two.", "Three"]


@given(st.text(alphabet=st.sampled_from(list("aB.: \n\t-1|,“”\u00a0")), max_size=150), st.sampled_from([None, *MODES]))
def test_parts_are_trimmed_in_order_and_hold_everything(text: str, mode: str | None) -> None:
    last, inside = 0, set()
    for p in paragraphs(text, mode).parts:
        assert last <= p.start < p.end <= len(text)
        assert text[p.start : p.end] == text[p.start : p.end].strip()
        inside |= set(range(p.start, p.end))
        last = p.end
    assert all(m.start() in inside for m in re.finditer(r"\S", text))


@pytest.mark.parametrize("text", ["", "\n\n \n"])
def test_nothing_has_no_parts(text: str) -> None:
    assert paragraphs(text).parts == ()
