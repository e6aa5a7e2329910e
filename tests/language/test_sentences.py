"""Sentences: abbreviations, quotations, ellipses, credits; offsets and coverage on any text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.sentences import cut


def pieces(text: str) -> list[str]:
    return [text[a:b] for a, b in cut(text, 0, len(text))]


ONE = [
    "Mr. Orla met Dr. Venn and Gen. Pask at St. Olave.",
    "The bill, S. 42, was sent to Rep. Ann Q. Roe (R-Ill.) on Jan. 5.",
    "He earned 3.5 percent, No. 5 on the list, and left at 6 p.m. Monday.",
    "The U.S. Navy and Bell Corp. Limited signed, e.g. Article 4, i.e. the last.",
    "A. A. Milford wrote it.",
    '"Why did it fall?" Ostrander asked.',
    '"Never!" he said.',
    "She was … late.",
    "It was . . . unclear.",
    '"It is a long game." - Ann Reeve',
    "1. The council votes.",
    "(a) The council votes.",
    "Visit example.org or read v2.0 of the plan.",
]
TWO = [
    ("The dam broke.", "Nobody knew."),
    ("He left at 6 p.m.", "Mayor Hallam stayed."),
    ("She moved to the U.S.", "The visa came later."),
    ("It was signed by Bell Corp.", "The price was not told."),
    ('"We ran out," Lund said.', '"Then it fell."'),
    ('He said "the dam is safe."', "He was wrong."),
    ('He called it "a misguided decision.“', "The council disagreed."),
    ("It fell.[12]", "The mayor came."),
    ("(It fell.)", "The mayor came."),
    ("Is it safe?", "Yes."),
    ("It was late...", "They left."),
    ("The answer was no.", "The mayor left."),
    ("They sat.", "The sun rose."),
    ("The old bridge at dusk", "Image: City archive."),
    ("I chose plan B.", "The mayor chose another."),
    ("He was born in 1961.", "80 people came."),
    ("''It is over,'' he said.", "''We go home.''"),
]


@pytest.mark.parametrize("text", ONE)
def test_stays_one_sentence(text: str) -> None:
    assert pieces(text) == [text]


@pytest.mark.parametrize(("first", "second"), TWO)
def test_is_cut_in_two(first: str, second: str) -> None:
    assert pieces(f"{first} {second}") == [first, second]


def test_cuts_inside_long_quotations() -> None:
    assert pieces("“We ran. The tower fell. Nobody came.”") == ["“We ran.", "The tower fell.", "Nobody came.”"]


def test_a_speaker_with_a_content_of_its_own_opens_a_sentence() -> None:
    assert pieces("She hoped for “a new quay.” She said that it would come.") == ["She hoped for “a new quay.”", "She said that it would come."]
    assert pieces("“Is it a new quay?” she asked the town.") == ["“Is it a new quay?” she asked the town."]


def test_cuts_at_a_missing_space_and_at_a_blank_line() -> None:
    assert pieces("The tower fell.The mayor came.") == ["The tower fell.", "The mayor came."]
    assert pieces("Over the hill\n\nThe mayor came.") == ["Over the hill", "The mayor came."]


def test_a_wrapped_sentence_goes_on() -> None:
    assert pieces("The tower\nfell. Nobody\ncame.") == ["The tower\nfell.", "Nobody\ncame."]


def test_stretches_without_words_join_a_neighbour() -> None:
    assert pieces("— The tower fell. ***") == ["— The tower fell. ***"]
    assert pieces("… !") == []


def test_keeps_to_the_block() -> None:
    text = "Before. The tower fell. After."
    assert cut(text, 8, 23) == [(8, 23)]


MARKS = st.text(alphabet=st.sampled_from(list(" .!?…\"“”'()[]1aAzZ:-\n\t\u00a0\u200f😀שI")), max_size=80)


@given(st.one_of(st.text(max_size=120), MARKS))
def test_spans_are_trimmed_in_order_and_hold_every_word(text: str) -> None:
    spans = cut(text, 0, len(text))
    last = 0
    for start, end in spans:
        assert last <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        last = end
    inside = {i for a, b in spans for i in range(a, b)}
    assert all(m.start() in inside for m in re.finditer(r"\w", text))


def test_an_amount_with_a_decimal_point_ends_a_sentence() -> None:
    text = "The shares closed at $41.50. Of the staff, half work there."
    assert [text[a:b] for a, b in cut(text, 0, len(text))] == ["The shares closed at $41.50.", "Of the staff, half work there."]
