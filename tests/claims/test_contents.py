"""Contents that need their frame."""

from __future__ import annotations

import pytest

from factcheck.claims.contents import names_it, with_conditions, with_subjects
from factcheck.claims.rows import Row
from factcheck.claims.segments import Segment


@pytest.mark.parametrize(("text", "wanted"), [
    ("everything he did", True),
    ('"everything she knew."', True),
    ("everything he did was legal", False),
    ("everything he told the police in May", False),
    ("he did it", False),
    ("nothing happened", False),
])  # fmt: skip
def test_a_thing_with_its_relative(letters, text, wanted):
    from factcheck.language.tokens import Tokens

    tokens = Tokens(text)
    assert names_it(list(tokens.lower), letters(text)) is wanted


TEXT = "“If the dam fails,” she said, “nine farms are lost.”"
CONDITION, REST = Row(0, 19, content=True), Row(30, 53, content=True)


def test_a_condition_goes_with_what_it_conditions():
    (row,) = with_conditions([CONDITION, REST], [], TEXT)
    assert (row.start, row.reading.text) == (30, "[“If the dam fails,] “nine farms are lost.”")


def test_a_condition_with_a_detail_stays_beside():
    assert len(with_conditions([CONDITION, REST], [(8, 11)], TEXT)) == 2


def test_what_is_no_condition_stays():
    rows = [Row(0, 19, content=True), Row(30, 53, content=True)]
    assert with_conditions(list(rows), [], TEXT.replace("If", "As")) == rows


@pytest.mark.parametrize(("text", "row", "wanted"), [
    ("Wet rot, she said, is the greatest threat to the roof.", 19, "[Wet rot] is the greatest threat to the roof."),
    ("“The roof,” she said, “was laid in 1911.”", 22, "[The roof] “was laid in 1911.”"),
    ("On Monday, she said, was the first storm.", 21, None),
    ("Wet rot, she said, it is the greatest threat.", 19, None),
])  # fmt: skip
def test_a_subject_that_the_frame_parts_from_its_verb(letters, text, row, wanted):
    from factcheck.language.tokens import Tokens

    tokens = Tokens(text)
    (found,) = with_subjects([Row(row, len(text), content=True)], [Segment(0, text.index("she"))], letters(text), tokens)
    assert found.reading.text == wanted
