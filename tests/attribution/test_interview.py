"""Who speaks in an interview: with labels, with initials, without any."""

from __future__ import annotations

from .conftest import Read

INTRO = ("A harbour is a promise", "Edna Quill was harbour master for 30 years. She spoke to Otto Brand about cranes and rope.")


def test_answers_without_labels_belong_to_the_interviewee() -> None:
    read = Read(
        *INTRO,
        "Did you like the quay?",
        "I hated it. It was wet.",
        "And the cranes?",
        "We had nine. The ministry says that they were safe.",
    )
    assert {a.source for a in read.found if a.directness == "own_interview"} == {"Edna Quill"}
    assert read.of("It was wet").quotation == "direct"
    assert read.of("The ministry says").chain == ("ministry",)
    assert not any("like the quay" in read.words(a.content_span) for a in read.found)


def test_a_question_without_its_mark() -> None:
    read = Read(
        *INTRO, "Was it wet?", "I was wet.", "Your rivals say the cranes were old.", "We had nine.", "How many now?", "I count two."
    )
    assert read.of("the cranes were old").source == "Your rivals"
    assert read.of("We had nine").source == "Edna Quill"


def test_the_words_after_the_interview_are_nobodys() -> None:
    read = Read(*INTRO, "Was it wet?", "I was wet.", "And cold?", "We froze.", "Edna Quill's book costs 9 crowns.")
    assert all("9 crowns" not in read.words(a.content_span) for a in read.found)


def test_labels_and_initials() -> None:
    read = Read(*INTRO, "Q: Was it wet?", "A: The quay was. The crane fell.", "Herald: And cold?", "Quill: It froze.", "EQ: It thawed.")
    assert [(a.source, read.words(a.content_span)) for a in read.found if a.directness == "own_interview"] == [
        ("Edna Quill", "The quay was."),
        ("Edna Quill", "The crane fell."),
        ("Edna Quill", "It froze."),
        ("Edna Quill", "It thawed."),
    ]


def test_questions_alone_make_no_interview() -> None:
    read = Read(
        "Cranes", "Edna Quill was harbour master.", "Who would pay?", "The crane cost 9 crowns.", "Who would want it?", "The quay was lost."
    )
    assert read.found == []
