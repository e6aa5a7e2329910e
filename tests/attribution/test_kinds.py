"""Source types, anonymity, directness, and the road."""

from __future__ import annotations

import pytest

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "kind", "grade"),
    [
        ("Police said the crane fell.", "government", None),
        ("The Norland Army said the crane fell.", "military", None),
        ("Reuters reported that the crane fell.", "media", None),
        ("The report said that the crane fell.", "document", None),
        ("Moscow said the crane fell.", "government", None),
        ("The company said the crane fell.", "organization", None),
        ("Edna Quill said the crane fell.", "named_person", None),
        ("Senator Edna Quill said the crane fell.", "official", None),
        ("A source said the crane fell.", "anonymous", "bare"),
        ("A senior source in the ministry said the crane fell.", "anonymous", "described"),
        ("Some said the crane fell.", "anonymous", "vague"),
        ("Witnesses said the crane fell.", "witness", "bare"),
        ("The mayor said the crane fell.", "official", None),
        ("Military officials said the crane fell.", "military", "bare"),
        ("I believe that the crane fell.", "author", None),
    ],
)
def test_source_type(text: str, kind: str, grade: str | None) -> None:
    a = Read(text).found[0]
    assert a.source_type == kind
    if grade:
        assert a.anonymity == grade or kind == "witness"


def test_outlet_that_was_told_is_the_way() -> None:
    a = Read("Edna Quill told Reuters that the crane fell.").found[0]
    assert (a.via, a.directness) == (("Reuters",), "other_outlet")


def test_whom_the_source_cites_is_the_chain() -> None:
    a = Read("The crane fell, Edna Quill said, citing information received from the Harbour Ministry.").found[0]
    assert a.chain == ("Harbour Ministry",)


def test_a_report_that_is_confirmed_is_the_chain() -> None:
    read = Read("The ministry confirmed a report by Reuters that the crane fell.")
    a = read.of("the crane fell")
    assert a.chain == ("Reuters",)


def test_statement() -> None:
    assert Read("The company said in a statement that the crane fell.").found[0].directness == "statement"
