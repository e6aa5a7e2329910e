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


def test_scare_quotes_have_no_speaker() -> None:
    assert Read("The so-called “crane” fell at noon.").found == []
