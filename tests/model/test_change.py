"""Changing a frozen record: the same as the standard library's replace, whatever is changed."""

from __future__ import annotations

import dataclasses

import pytest

from factcheck.model.article import Sentence
from factcheck.model.change import changed
from factcheck.model.claim_parts import Detail, Verifiability

RECORDS = (
    Sentence(1, 2, 10, 20, ("C001",), None),
    Detail("number", "62", 3, 5, "C001.1", by="x:y"),
    Verifiability("full", "states_a_fact", "It can be looked up."),
)


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: type(r).__name__)
def test_every_field_changes_as_with_replace(record: object) -> None:
    before = repr(record)
    for field in dataclasses.fields(record):  # type: ignore[arg-type]
        new = changed(record, **{field.name: "other"})
        assert new == dataclasses.replace(record, **{field.name: "other"})  # type: ignore[type-var]
        assert new != record
    assert repr(record) == before


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(KeyError, match="colour"):
        changed(RECORDS[0], colour="red")
