"""Short forms, possessives and descriptions: the full name where the article has one, both where two fit."""

from __future__ import annotations

import pytest

from .conftest import Read


@pytest.mark.parametrize(
    ("paragraphs", "source"),
    [
        (("Quayside Holdings bought the port.", "The company said that the crane was old."), "Quayside Holdings"),
        (("The Norland Dockers' Union met on Monday.", "The union said that the crane was old."), "Norland Dockers' Union"),
        (("Otto Brand, the mayor, was away. His office said that the crane was old.",), "Otto Brand's office"),
        (("Otto Brand, an Italian sailor, won the race.", "The Italian said that the crane was old."), "Otto Brand"),
        (("Otto Brand, 34, won the race.", "The 34-year-old said that the crane was old."), "Otto Brand"),
        # nothing in the article fits
        (("Edna Quill left the port.", "The company said that the crane was old."), "company"),
        (("The crane fell. His office said that the crane was old.",), "His office"),
        (("Edna Quill, 51, won the race.", "The 34-year-old said that the crane was old."), "34-year-old"),
        (("Edna Quill, a Danish sailor, won the race.", "The Italian said that the crane was old."), "Italian"),
    ],
)
def test_short_forms(paragraphs: tuple[str, ...], source: str) -> None:
    assert Read(*paragraphs).of("the crane was old").source == source


@pytest.mark.parametrize(
    ("paragraphs", "source"),
    [
        (
            ("Quayside Holdings bought the port from Brand Shipping Ltd.", "The company said that the crane was old."),
            "[Brand Shipping Ltd; or Quayside Holdings?]",
        ),
        (
            ("Otto Brand, 34, and Edna Quill, 34, won the race.", "The 34-year-old said that the crane was old."),
            "[Edna Quill; or Otto Brand?]",
        ),
    ],
)
def test_two_that_fit_are_shown(paragraphs: tuple[str, ...], source: str) -> None:
    a = Read(*paragraphs).of("the crane was old")
    assert a.source == source
    assert a.ambiguity


@pytest.mark.parametrize(
    ("text", "kind", "via"),
    [
        ("Weed grows fast, according to a paper published in Coastal Weeds.", "document", ("Coastal Weeds",)),
        ("Weed grows fast, a study in the journal Coastal Weeds found.", "document", ("Coastal Weeds",)),
        ("A study published on Monday in Coastal Weeds suggests that weed grows fast.", "document", ("Coastal Weeds",)),
        ("The crane was sold, according to minutes seen by the Norland Herald.", "document", ("Norland Herald",)),
        ("The crane was sold, the paper said.", "document", ()),
        ("The crane was sold, according to a study published in March.", "document", ()),
    ],
)
def test_a_document_names_its_journal(text: str, kind: str, via: tuple[str, ...]) -> None:
    (a,) = Read(text).found
    assert (a.source_type, a.via) == (kind, via)


def test_the_paper_is_a_newspaper_where_one_is_named() -> None:
    read = Read("The Norland Herald sent a reporter.", "The crane was sold, the paper said.")
    assert read.of("The crane was sold").source_type == "media"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The crane was stolen by night, a jury has heard.", "court hearing"),
        ("The crane was stolen by night, the court heard.", "court hearing"),
        ("The inquest was told that the rope had snapped.", "inquest"),
        ("The hearing was told the rope had snapped.", "hearing"),
    ],
)
def test_what_a_court_hears_is_on_its_record(text: str, source: str) -> None:
    (a,) = Read(text).found
    assert (a.source, a.source_type) == (source, "document")


def test_a_prosecutor_speaks_for_himself() -> None:
    (a,) = Read("Opening the case, prosecutor Edna Quill said Brand had sold the crane.").found
    assert (a.source, a.source_type) == ("Edna Quill", "official")


def test_a_court_that_rules_is_heard_by_nobody() -> None:
    (a,) = Read("The court ruled that the crane was unsafe.").found
    assert a.source == "court"


@pytest.mark.parametrize(
    ("paragraphs", "source", "kind"),
    [
        (("The residents' group Quay Alive says that the crane was old.",), "Quay Alive", "organization"),
        (("The Norland News Agency sent nobody.", "On Friday the agency said that the crane was old."), "Norland News Agency", "media"),
        (("The newspaper Le Norland de Brand reported that the crane was old.",), "Le Norland de Brand", "media"),
        (("Quayside said the port was shut.", "The company said that the crane was old."), "Quayside", "organization"),
        (("Norland Crown Court heard that the crane was old.",), "Norland Crown Court hearing", "document"),
        (("An inspection report from 2019, seen by this newspaper, states that the crane was old.",), "An inspection report", "document"),
        # a role between the body and the name makes the name a person's
        (("The union leader Edna Quill said that the crane was old.",), "Edna Quill", "official"),
    ],
)
def test_bodies_by_the_noun_before_them(paragraphs: tuple[str, ...], source: str, kind: str) -> None:
    a = Read(*paragraphs).of("the crane was old")
    assert (a.source, a.source_type) == (source, kind)


def test_people_who_are_cited_say_nothing_themselves() -> None:
    (a,) = Read("The port wants a crane, the Norland Herald reported, citing two people familiar with the matter.").found
    assert (a.source, a.chain) == ("Norland Herald", ("two people familiar with the matter",))
