"""Names that the tagger cuts, hearers, deeds, shared subjects: who is the source, and who is not."""

from __future__ import annotations

import pytest

from .conftest import Read


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Other pages such as Quaynews.com have stated that the crane fell in 2009.", "Quaynews.com"),
        ("The crane fell in 2009. Dockers said that it was old.", "Dockers"),
        ("The crane fell in 2009, according to an Internet posting made on Monday.", "an Internet posting"),
        ("The crane fell in 2009, according to a Swede living in Oslo.", "a Swede"),
        ("“We lost nine cranes,” said Quill to the gathered dockers.", "Quill"),
        ("“We lost nine cranes,” said an adviser to the mayor.", "an adviser to the mayor"),
        ("The plan was criticised by dockers.", "dockers"),
    ],
)
def test_the_source_is_whole(sentence: str, source: str) -> None:
    assert [row[0] for row in Read(sentence).rows][-1:] == [source]


@pytest.mark.parametrize(
    "sentence",
    [
        "The harbour is being attacked by pirates, causing the quay to close.",
        "No one could have foreseen that nine cranes would fall.",
        "Not all were pleased that the toll rose.",
    ],
)
def test_nobody_is_the_source(sentence: str) -> None:
    assert Read(sentence).rows == []


def test_a_masthead_with_and_is_one_name() -> None:
    source = Read("Edna Quill of The Quay and Harbour claimed that the plan was dead.").rows[0][0]
    assert source in ("Edna Quill", "Edna Quill of The Quay and Harbour")


@pytest.mark.parametrize(("word", "more"), [("since", True), ("because", True), ("as", False)])
def test_a_reason_behind_the_frame_is_said_too(word: str, more: bool) -> None:
    said = " ".join(row[2] for row in Read(f"Tolls fell, Quill said, {word} most boats had left the quay.").rows)
    assert ("most boats" in said) is more


def test_after_an_opening_clause_the_main_subject_speaks() -> None:
    rows = Read("When my mother mentioned the crane to me, Edna Quill laughed and said, “It will fall on Monday.”").rows
    assert [row[0] for row in rows if row[1] == "said"] == ["Edna Quill"]
