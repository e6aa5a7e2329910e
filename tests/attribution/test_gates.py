"""Cues that report nothing: how easily it is said, whether it is said, that it is not said."""

from __future__ import annotations

import pytest

from .conftest import Read


@pytest.mark.parametrize("text", [
    "It was too early to tell whether the crane was old.",
    "It is hard to say how many cranes fell.",
    "It was unclear whether the board would find that the crane was old.",
    "The board would not say how many cranes fell.",
    "Police declined to say who had been held.",
    "Edna Quill did not say that the crane was old.",
    "Residents worried about the smell from the quay might move away.",
    "The mill is old according to its size.",
    "Edna Quill weighs 60 kilos.",
    "A Curious Plan to Fight Rot: Buy Mills",
    "You'd need to put aside $115 each month.",
    "Edna Quill conceded a penalty in the second half.",
    "The outline of a plan seems clear: the quay must be sold.",
])  # fmt: skip
def test_nothing_is_attributed(text: str) -> None:
    assert Read(text).found == []


@pytest.mark.parametrize("text", [
    "Edna Quill said how many cranes fell.", "Edna Quill did not deny that the crane was old.", "Residents worried about the smell from the quay."
])  # fmt: skip
def test_something_is(text: str) -> None:
    assert len(Read(text).found) == 1


def test_a_fronted_noun_leaves_the_quotation_to_its_speaker() -> None:
    read = Read("Asked about Otto Brand's claim that the crane was safe, Edna Quill said, “I have read the report and it was not.”")
    assert read.of("the crane was safe").source == "Otto Brand"
    assert read.words(read.of("the crane was safe").content_span) == "the crane was safe"
    assert read.of("“I have read").source == "Edna Quill"
