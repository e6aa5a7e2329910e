"""Bylines, datelines, tails of a headline."""

from __future__ import annotations

import pytest

from factcheck.readers.lines import byline_of, dateline_of, glued_dateline, is_tail_byline, iso_date, split_headline, wire_dateline


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ann Roe", "Ann Roe"),
        ("by\u00a0ABC", "ABC"),
        ("– By Ann Roe and Bo van Lind, staff writers", "Ann Roe and Bo van Lind, staff writers"),
        ("Written by Ann Roe | Valley Courier", "Ann Roe | Valley Courier"),
        ("BY ANN ROE", "ANN ROE"),
    ],
)
def test_bylines(line: str, name: str) -> None:
    assert byline_of(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the water had gone.",
        "By March 5 all was over",
        "By a margin of 12 votes, Jo Marten won.",
        "By",
        "Bye Ann",
        "By Ann Roe?",
        "By " + "Ann " * 50,
    ],
)
def test_no_bylines(line: str) -> None:
    assert byline_of(line) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Monday, March 5, 2007", "2007-03-05"),
        ("ELLERBY FALLS, Wednesday, March 13, 2024", "2024-03-13"),
        ("Harbor City, 7 May 2019", "2019-05-07"),
        ("Published: 4th June 2021 at 2:20 p.m. EDT", "2021-06-04"),
        ("Published 4 June 2021 | Updated 5 June 2021, 14:20 CET", "2021-06-04"),
        ("2024-05-03T10:15:00Z", "2024-05-03"),
        ("Sept. 9, 2016 5:41 pm", "2016-09-09"),
        ("25/12/2020", "2020-12-25"),
        ("3/5/2024", None),
        ("February 30, 2024", None),
    ],
)
def test_datelines(line: str, day: str | None) -> None:
    found = dateline_of(line)
    assert found is not None
    assert (found.published, found.updated) == (day, False)


def test_an_update_is_not_the_day_of_publication() -> None:
    found = dateline_of("Last updated: March 6, 2007")
    assert found is not None and found.updated


@pytest.mark.parametrize(
    "line", ["On May 3, 2024, the dam burst.", "The dam burst on May 3, 2024", "May 2024", "Ellerby Falls", "Born May 3, 2024?", "x" * 200]
)
def test_no_datelines(line: str) -> None:
    assert dateline_of(line) is None


def test_a_date_glued_to_the_first_sentence() -> None:
    line = "Thursday, May 7, 2015 On Tuesday the council met."
    end = glued_dateline(line)
    assert end is not None and line[end:] == "On Tuesday the council met."
    assert glued_dateline("Thursday, May 7, 2015 Cup winners met.") is None
    assert glued_dateline("Thursday, May 7, 2015, the council met.") is None


@pytest.mark.parametrize(
    ("line", "title", "tag", "byline"),
    [
        ("Dam bursts, 80 homes lost (UPDATES) – By\u00a0ABC", "Dam bursts, 80 homes lost", "(UPDATES)", "By\u00a0ABC"),
        ("Dam bursts [VIDEO]", "Dam bursts", "[VIDEO]", None),
        ("Dam bursts | By Ann Roe", "Dam bursts", None, "By Ann Roe"),
        ("Dam bursts (again)", "Dam bursts (again)", None, None),
        ("Step by step - by the river", "Step by step - by the river", None, None),
        ("(UPDATES)", "(UPDATES)", None, None),
    ],
)
def test_tails_of_a_headline(line: str, title: str, tag: str | None, byline: str | None) -> None:
    found = split_headline(line)
    assert line[slice(*found.title)] == title
    assert (line[slice(*found.tag)] if found.tag else None) == tag
    assert (line[slice(*found.byline)] if found.byline else None) == byline


def test_who_else_worked_on_it() -> None:
    assert is_tail_byline("(Reporting by Ida Holm; editing by Per Dahl)")
    assert is_tail_byline("Bo Lind in Norrby contributed to this report.")
    assert not is_tail_byline("The rain contributed to the flood.")


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("NORRBY, May 6 (VC) — The council met at the weir on Monday.", "NORRBY, May 6 (VC)"),
        ("EAST NORRBY, Westland -- The council met at the weir on Monday.", "EAST NORRBY, Westland"),
        ("NORRBY - “The council met at the weir on Monday.”", "NORRBY"),
    ],
)
def test_a_dateline_before_the_report(line: str, place: str) -> None:
    found = wire_dateline(line)
    assert found is not None and line[: found[0]] == place
    assert "council met" in line[found[1] : found[1] + 18]


@pytest.mark.parametrize(
    "line", ["The council - all of it - met on Monday at the weir.", "NORRBY - Weir", "A-level results rose on Monday - by a third."]
)
def test_a_dash_makes_no_dateline(line: str) -> None:
    assert wire_dateline(line) is None


def test_a_bare_byline_in_the_text() -> None:
    assert is_tail_byline("By Ann Roe")
    assert not is_tail_byline("By Monday")
    assert not is_tail_byline("By noon it was over.")


def test_dates_of_front_matter() -> None:
    assert iso_date("2024-05-03") == iso_date("May 3, 2024") == iso_date("3 May 2024 10:00") == "2024-05-03"
    assert iso_date("yesterday") is None
