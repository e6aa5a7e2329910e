"""Quiet links: who gets them, how many, in which order, and what becomes of them on a worksheet's way."""

from __future__ import annotations

import dataclasses

import pytest

from factcheck import api
from factcheck.model.claim import Claim, fingerprint
from factcheck.model.claim_parts import ReadWith
from factcheck.model.contradiction import Contradiction
from factcheck.model.view import View
from factcheck.model.worksheet import Worksheet
from factcheck.plugin.manager import create_manager
from factcheck.plugin.records import Related
from factcheck.plugin.testing import make_worksheet
from factcheck.worksheet.check import invariant_breaches
from factcheck.worksheet.progress import progress
from factcheck.worksheet.read_with import among, read_with
from factcheck.worksheet.select import select
from factcheck.worksheet.update import update

STORY = "Twenty-three people were hurt when the pier in Holm gave way.\n\nFour of them are still in hospital, the clinic said.\n\nThe pier was built in 1968."


def claim(number: int, repeats: str | None = None) -> Claim:
    text = f"claim {number}"
    return Claim(f"C{number:03}", fingerprint(text), text, number * 10, number * 10 + 7, number, 1, repeats=repeats)


def links(claims: tuple[Claim, ...]) -> dict[str, list[str]]:
    return {c.id: [f"{r.claim} {r.relation}" for r in c.read_with] for c in claims if c.read_with}


def tie(a: Claim, b: Claim, earlier: str = "whole", later: str = "part"):
    return "p:d", Related(earlier, later), a, b


def test_each_side_says_what_the_other_is_to_it() -> None:
    a, b = claim(1), claim(2)
    assert links(read_with((a, b), [tie(a, b)], ())) == {"C001": ["C002 part"], "C002": ["C001 whole"]}


def test_three_at_most_the_most_telling_first_then_the_nearest() -> None:
    rows = tuple(claim(n) for n in range(1, 7))
    ties = [*(tie(rows[0], b, "other_time", "other_time") for b in rows[1:5]), tie(rows[0], rows[5], "plan", "outcome")]
    assert links(read_with(rows, ties, ()))["C001"] == ["C006 outcome", "C002 other_time", "C003 other_time"]


def test_no_link_beside_a_contradiction_in_a_repeat_or_inside_one_sentence() -> None:
    a, b, c, d = claim(1), claim(2), claim(3, "R01"), claim(4, "R01")
    near = dataclasses.replace(claim(5), sentence=1)
    against = Contradiction("X01", "quantity", "conflict", "article", "r", ("C001", "C003"), ("C001", "C002", "C003"))
    assert links(read_with((a, b, c, d, near), [tie(a, b), tie(c, d), tie(a, near)], (against,))) == {}
    spelling = dataclasses.replace(against, severity="inconsistent_spelling")
    assert links(read_with((a, b), [tie(a, b)], (spelling,)))["C001"] == ["C002 part"]


def test_a_fact_that_is_repeated_is_linked_once() -> None:
    a, b, c = claim(1), claim(2, "R01"), claim(3, "R01")
    assert links(read_with((a, b, c), [tie(a, b), tie(a, c)], ()))["C001"] == ["C002 part"]


def test_links_follow_rows_that_changed_their_ids() -> None:
    c = dataclasses.replace(claim(1), read_with=(ReadWith("C002", "part"), ReadWith("C003", "part"), ReadWith("C004", "plan")))
    assert links((among(c, {"C002": "C007", "C003": None, "C004": "C001"}),)) == {"C001": ["C007 part"]}


@pytest.fixture(scope="module")
def sheet() -> Worksheet:
    return make_worksheet(STORY)


def test_an_article_gets_its_links_and_no_flag_for_them(sheet: Worksheet) -> None:
    assert links(sheet.claims) == {"C001": ["C002 part"], "C002": ["C001 whole"]}
    assert sheet.contradictions == () and not progress(View(sheet)).open_contradictions
    assert invariant_breaches(sheet) == []


@pytest.mark.parametrize("format_id", ["json", "xlsx"])
def test_links_come_back_from_every_format_that_is_read(sheet: Worksheet, format_id: str) -> None:
    data = api.dump(sheet, format_id)
    assert links(api.load_bytes(data, f"sheet.{format_id}", create_manager(entry_points=False)).claims) == links(sheet.claims)


def test_links_are_told_where_a_checker_looks(sheet: Worksheet) -> None:
    assert "read with C002 (a part of it)" in api.dump(sheet, "csv").decode()
    assert "read with C001 (the whole)" in api.dump(sheet, "markdown").decode()
    page = api.dump(sheet, "html").decode()
    assert '<span class="rw" title="Four of them are still in hospital"' in page and "read with C002: a part of it" in page


def test_links_name_the_rows_of_the_revised_draft(sheet: Worksheet) -> None:
    revised = make_worksheet("The mayor came at noon.\n\n" + STORY.replace("Twenty-three people", "Twenty-three people,"))
    made = update(sheet, revised)
    by_text = {c.text: c for c in made.claims}
    part = next(c for text, c in by_text.items() if text.startswith("Four"))
    (link,) = part.read_with
    assert next(c for c in made.claims if c.id == link.claim).text.startswith("Twenty-three")
    assert invariant_breaches(made) == []


def test_an_extract_links_only_to_rows_that_it_has(sheet: Worksheet) -> None:
    done = dataclasses.replace(sheet, entries={"C001": {"status": "confirmed", "evidence": "log", "initials": "a"}})
    (c, *_) = select(done, "open").claims
    assert (c.id, c.read_with) == ("C002", ())


def test_a_link_to_no_row_is_a_breach(sheet: Worksheet) -> None:
    wrong = dataclasses.replace(sheet.claims[0], read_with=(ReadWith("C099", "part"),))
    broken = dataclasses.replace(sheet, claims=(wrong, *sheet.claims[1:]))
    assert any("read with C099" in line for line in invariant_breaches(broken))
