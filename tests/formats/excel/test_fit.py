from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.formats.excel import fit

WORDS = "The council voted on Tuesday to close the bridge for eleven months. "


def test_short_text_takes_one_line_and_nothing_none() -> None:
    assert fit.lines("", 10) == 0
    assert fit.lines("a word", 20) == 1


def test_own_line_breaks_count() -> None:
    assert fit.lines("a\nb\n\nc", 20) == 4


def test_long_text_is_wrapped_by_words() -> None:
    assert fit.lines(WORDS * 3, 30) == 6
    assert fit.lines("x" * 200, 20) >= 9  # a word longer than the line is broken


def test_bold_wide_and_large_letters_take_more_room() -> None:
    text = WORDS * 30
    assert fit.lines(text, 30, bold=True) > fit.lines(text, 30)
    assert fit.lines(text, 30, 14) > fit.lines(text, 30, 10) > fit.lines(text, 30, 8)
    assert fit.lines("橋" * 30, 30) > fit.lines("i" * 30, 30)


def test_the_highest_cell_makes_the_row_and_excel_limits_it() -> None:
    assert fit.row_height([("a", 10), (WORDS, 20)]) == round(fit.height(WORDS, 20), 2)
    assert fit.row_height([(WORDS * 500, 20)]) == fit.HIGHEST
    assert fit.row_height((), least=2) == fit.row_height([("a\nb", 9)])


@given(text=st.text(max_size=300), width=st.floats(3, 60))
def test_more_room_never_takes_more_lines(text: str, width: float) -> None:
    assert fit.lines(text, width * 2) <= fit.lines(text, width)
    assert fit.lines(text, width) >= (text.count("\n") + 1 if text else 0)
