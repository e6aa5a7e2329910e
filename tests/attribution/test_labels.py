"""Hand-overs by colon."""

from __future__ import annotations

from .conftest import Read


def test_words_in_the_next_paragraph() -> None:
    read = Read("Edna Quill told the Norland Herald:", "“The crane fell at noon and nobody was hurt.”")
    a = read.of("“The crane")
    assert (a.source, a.via, a.directness) == ("Edna Quill", ("Norland Herald",), "other_outlet")


def test_speaker_label() -> None:
    read = Read("QUILL: The crane fell at noon.", "BRAND: It was old.", "QUILL: Nobody checked it.")
    a = read.of("The crane")
    assert (a.source, a.cue) == ("QUILL", None)


def test_the_label_of_a_headline() -> None:
    read = Read("Poll: Quill leads in Norland", "Edna Quill leads by four points.", kinds={1: "headline"})
    assert ("Poll", None, "Quill leads in Norland") in read.rows


def test_a_headline_that_is_no_label() -> None:
    assert Read("Update: Quill leads in Norland", "Edna Quill leads.", kinds={1: "headline"}).found == []


def test_from_outlet_is_the_road_of_what_follows() -> None:
    read = Read("From Reuters:", "The harbour ministry said that the crane fell.")
    assert read.of("the crane fell").via == ("Reuters",)


def test_an_account_runs_on_to_the_next_update() -> None:
    paragraphs = ("The Norland Herald gives more details:", "The crane was old.", "Nobody had tested it.", "Update 2: The crane is gone.")
    read = Read(*paragraphs, kinds={4: "update"})
    assert {(a.source, read.words(a.content_span)) for a in read.found} == {
        ("Norland Herald", "The crane was old."),
        ("Norland Herald", "Nobody had tested it."),
    }


def test_an_editors_note_is_no_speaker() -> None:
    assert Read("Correction: The crane fell at noon.").found == []
