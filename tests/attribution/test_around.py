"""Content before its source, with adverbials, unknown verbs and colons."""

from __future__ import annotations

import pytest

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("By noon the dockers were in control of the quay, RIA reported.", "RIA", "By noon the dockers were in control of the quay"),
        ("After two years weed covered half of the quay, the team said.", "team", "After two years weed covered half of the quay"),
        ("Nine boats sank on Monday, the coast guard said.", "coast guard", "Nine boats sank on Monday"),
        ("Nine boats sink off Norland, officials say", "officials", "Nine boats sink off Norland"),
        ("Nine boats adrift off Norland, officials say", "officials", "Nine boats adrift off Norland"),
        ("Nine boats were late, the council reports on its website.", "council", "Nine boats were late"),
        ("The crates were packed by hand, Edna Quill notes, not by machine.", "Edna Quill", "The crates were packed by hand"),
        ("Of the 12 cranes, nine were seen by inspectors and three fell, said Edna Quill, the harbour master.", "Edna Quill", "Of the 12"),
        ("“We had hoped to wait,” said the lead engineer, Edna Quill.", "Edna Quill", "“We had hoped"),
        # adverbials are no contents
        ("After the quay was closed, the team said the crane would be sold.", "team", "the crane would be sold"),
        ("In an email, the team said the crane would be sold.", "team", "the crane would be sold"),
        ("On Monday, the team said the crane would be sold.", "team", "the crane would be sold"),
    ],
)
def test_the_words_before_the_source(text: str, source: str, content: str) -> None:
    read = Read(text)
    assert read.found[0].source == source
    assert read.words(read.found[0].content_span).startswith(content)


def test_a_colon_after_the_cue_goes_on() -> None:
    read = Read("Traffic was down, the Board said: nine ships came.")
    assert [row[2] for row in read.rows] == ["Traffic was down", "nine ships came"]


def test_not_goes_on() -> None:
    read = Read("The crates were packed by hand, Edna Quill notes, not by machine.")
    assert [row[2] for row in read.rows] == ["The crates were packed by hand", "not by machine"]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Otto Brand cut the ribbon and said the crane was new.", "Otto Brand", "the crane was new"),
        ("The mayor shook his head and groused that the crane was lost.", "mayor", "the crane was lost"),
        ("Edna Quill told me later that he slows down there.", "Edna Quill", "he slows down there"),
        ("It was Edna Quill, 84, who told me that she had never sailed.", "Edna Quill", "she had never sailed"),
        ("Then I read in a guide book that the bay is shallow.", "a guide book", "the bay is shallow"),
        ("Norland Today, which has a reporter in the port, wrote that the crane fell.", "Norland Today", "the crane fell"),
        ("The government's harbour report put the loss at 35 cranes.", "government's harbour report", "the loss at 35"),
        ("The annual report lists nine cranes.", "annual report", "nine cranes"),
        ("The annual report blames the weather for the loss.", "annual report", "the weather"),
        ("Edna Quill put the number of lost boats at “well under twenty.”", "Edna Quill", "the number of lost boats"),
    ],
)
def test_subjects_and_verbs(text: str, source: str, content: str) -> None:
    read = Read(text)
    assert [(read.found[0].source, read.words(read.found[0].content_span).startswith(content))] == [(source, True)]


@pytest.mark.parametrize(
    "text", ["Edna Quill listed nine cranes.", "Edna Quill put the book on the shelf.", "I read in the park all morning."]
)
def test_deeds_are_no_words(text: str) -> None:
    assert Read(text).found == []
