"""Adverbials before a frame belong to it; what has a verb of its own does not."""

from __future__ import annotations

import pytest

from .conftest import Read


@pytest.mark.parametrize(
    "before", ["At a meeting in Holm, ", "On Monday ", "In May 2019, ", "Speaking in Holm on Tuesday, ", "Earlier today "]
)
def test_an_adverbial_belongs_to_the_frame(before: str) -> None:
    read = Read(f"{before}the harbour board said that the crane was old.")
    assert read.words(read.of("the crane").frame_span) == f"{before}the harbour board said that"


@pytest.mark.parametrize("before", ["When the crane fell, ", "The crane fell, and ", "“It fell,” and "])
def test_a_clause_does_not(before: str) -> None:
    read = Read(f"{before}the harbour board said that the quay was old.")
    assert read.words(read.of("the quay").frame_span) == "the harbour board said that"


def test_a_year_before_the_subject_is_no_part_of_it() -> None:
    assert Read("In 2019 the agency said the crane was safe.").of("the crane").source == "agency"
