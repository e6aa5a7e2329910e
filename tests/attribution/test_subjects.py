"""Subjects across what stands between them and their verb."""

from __future__ import annotations


def test_an_age_between_commas_is_no_speaker(builtin_manager) -> None:
    from factcheck.plugin.testing import make_worksheet

    sheet = make_worksheet(
        "The firm met on Monday.\n\nMarsh, 46, who took over in 2021, denied that any customer had left.\n", builtin_manager
    )
    assert [c.attribution.source for c in sheet.claims if c.attribution] == ["Marsh"]


def sources(text: str) -> list[tuple[str, str]]:
    from .conftest import Read

    read = Read(text)
    return [(a.source, read.words(a.content_span)) for a in read.found]


def test_names_in_a_row_are_all_told_in_full() -> None:
    found = sources("Ada Graber, Otto Lohse and Mia Brandt said the mill was old. But Ms. Graber and Mr. Lohse said that it was safe.")
    assert [source for source, _ in found] == ["Ada Graber, Otto Lohse and Mia Brandt", "Ada Graber and Otto Lohse"]


def test_a_date_at_a_participle_is_no_part_of_the_source() -> None:
    assert sources("The board's plan last year said that the mill was old.")[0][0] == "board's plan"
    assert sources("An audit office report released last year found that the mill was old.")[0][0] == "An audit office report"


def test_an_aside_may_tell_where_it_was_said() -> None:
    assert sources("The dam, Ada Graber said at a meeting in Holm on Monday, was built in 1911.") == [
        ("Ada Graber", "The dam"), ("Ada Graber", "was built in 1911")
    ]  # fmt: skip


def test_a_deed_after_by_is_no_saying() -> None:
    assert len(sources("Ada Graber said that firms had widened the zones by adding a few villages so they could build hotels.")) == 1


def test_a_relative_clause_is_stepped_over() -> None:
    assert sources("A 2014 study that appeared in the Harbour Record found that the mill was old.")[0][0] == "A 2014 study"


def test_a_reason_is_no_part_of_who_calls() -> None:
    assert sources("Ada Graber was called a fraud by fellow doctors for promoting pills.")[0][0] == "fellow doctors"


def test_either_or_stays_one_content() -> None:
    (row,) = sources("A study found that the pills either did not help or flatly contradicted the label.")
    assert row[1].endswith("contradicted the label")


def test_an_address_is_no_speaker() -> None:
    assert sources("Ada Graber, 52, of Mill Road, Holm, denies that she sold the mill.")[0][0] == "Ada Graber"


def test_a_headline_ends_with_its_document() -> None:
    assert sources("Seagrass twice as rich in carbon as thought, study finds") == [("study", "Seagrass twice as rich in carbon as thought")]
