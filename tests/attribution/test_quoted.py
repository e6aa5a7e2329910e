"""Speakers of quotations: own cue, carried over, over several paragraphs, signed."""

from __future__ import annotations

from .conftest import Read


def test_a_second_quotation_keeps_the_speaker() -> None:
    read = Read("“The crane fell,” Edna Quill said. “Nobody was hurt that night.”")
    a = read.of("“Nobody")
    assert a.source == "Edna Quill"
    assert a.frame_span is None


def test_an_unclosed_quotation_goes_on_in_the_next_paragraph() -> None:
    read = Read("Edna Quill said: “The crane fell at noon.", "“Nobody was hurt by it at all.”")
    assert read.of("“Nobody").source == "Edna Quill"


def test_a_quotation_nobody_speaks_stays_alone() -> None:
    assert Read("“The crane fell at noon and nobody was hurt.”").found == []


def test_a_signed_quotation() -> None:
    read = Read("“The crane fell at noon and nobody cared.” – Edna Quill")
    assert read.of("“The crane").source == "Edna Quill"


def test_a_line_is_signed_at_its_end() -> None:
    read = Read("“The crane fell at noon and nobody cared.” ― Edna Quill\n“It was a “scandal for the town and the port.” ― Jo Vale\nMore")
    assert {a.source for a in read.found} == {"Edna Quill", "Jo Vale"}


def test_a_straight_mark_after_a_space_closes_behind_a_single_one() -> None:
    read = Read("\"I have never liked the word 'crane,' \" she told the board, adding that it was old.")
    assert ("adding", "it was old") in {(a.cue, read.words(a.content_span)) for a in read.found}


def test_scare_quotes_have_no_speaker() -> None:
    assert Read("The so-called “crane” fell at noon.").found == []


def test_a_quotation_after_a_statement_was_issued() -> None:
    read = Read("The harbour board issued a statement on Monday.", "“We regret the error and have paid for the crane.”")
    a = read.of("“We regret")
    assert (a.source, a.frame_span, a.cue_span) == ("harbour board", None, None)
    assert Read("The harbour board issued tickets on Monday.", "“We regret the error and have paid for the crane.”").found == []


def test_a_quotation_in_a_block_without_sentences_is_no_crash() -> None:
    assert Read('",\nc').found == []
