"""Several articles on one story: what one says against another, in both worksheets and in one object."""

from __future__ import annotations

import doctest
import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from factcheck import api
from factcheck.across import Comparison, compare
from factcheck.plugin.manager import Manager
from factcheck.plugin.testing import make_worksheet
from factcheck.worksheet.check import invariant_breaches

ONE = "Ferry sinks off Ellery\n\nNine people died when the ferry Halcyon sank on Monday, the coast guard said.\n\nThe ferry was built in 1961.\n"
TWO = (
    "Ferry disaster\n\nEight people died when the ferry Halcyon sank on Monday, the coast guard said.\n\n"
    "It carried no lights. Tuesday, March 12, 2025 was foggy.\n\nThe ferry was built in 1961.\n"
)


@pytest.fixture(scope="module")
def compared(builtin_manager: Manager) -> Comparison:
    sheets = [(name, make_worksheet(text, builtin_manager)) for name, text in (("one.txt", ONE), ("two.txt", TWO))]
    return compare(builtin_manager, sheets)


def test_what_two_articles_say_differently_is_found_once_and_named(compared: Comparison) -> None:
    (found,) = compared.contradictions
    assert (found.id, found.kind) == ("A01", "quantity")
    assert [c.split(":")[0] for c in found.claims] == ["one", "two"]
    assert found.explanation.startswith("one against two: ") and all("people died" in w for w in found.words)
    for claim in found.claims:
        article, own = claim.split(":")
        sheet = next(a.worksheet for a in compared.articles if a.id == article)
        assert "people died" in next(c.text for c in sheet.claims if c.id == own)


def test_each_worksheet_holds_the_others_side_and_its_own_contradictions_only(compared: Comparison) -> None:
    one, two = (a.worksheet for a in compared.articles)
    assert [(e.article, e.text[:5]) for e in one.elsewhere] == [("two", "Eight")]
    assert [(e.article, e.text[:4]) for e in two.elsewhere] == [("one", "Nine")]
    assert one.contradictions == () and [x.kind for x in two.contradictions] == ["calendar"]
    assert [invariant_breaches(s) for s in (one, two)] == [[], []]


def test_equal_names_are_told_apart(builtin_manager: Manager) -> None:
    sheet = make_worksheet(ONE, builtin_manager)
    assert [a.id for a in compare(builtin_manager, [("a.txt", sheet), ("a.txt", sheet), ("b:c.md", sheet)]).articles] == ["a", "a-2", "b-c"]
    assert compare(builtin_manager, [("a.txt", sheet), ("a.txt", sheet)]).contradictions == ()


def test_the_workbook_has_a_sheet_for_it_and_is_read_back(compared: Comparison, builtin_manager: Manager) -> None:
    sheet = compared.articles[0].worksheet
    data = api.dump(sheet, "xlsx", manager=builtin_manager)
    rows = list(openpyxl.load_workbook(io.BytesIO(data))["Across"].iter_rows(min_row=3, values_only=True))
    assert rows[0][0] == "A01" and rows[0][5].startswith("two C") and "Eight people" in rows[0][6]
    assert api.load_bytes(data, "one.xlsx", builtin_manager).elsewhere == sheet.elsewhere


@pytest.mark.parametrize("format_id", ["html", "markdown", "csv"])
def test_every_format_says_at_the_row_what_another_article_says(compared: Comparison, format_id: str) -> None:
    sheet = compared.articles[0].worksheet
    (e,) = sheet.elsewhere
    text = api.dump(sheet, format_id).decode("utf-8-sig")
    told = {
        "html": f"A01 {e.severity}, two {e.other}: “Eight people",
        "markdown": "## Across\n\n- **A01** ",
        "csv": f"A01: quantity, in two {e.other}",
    }
    assert told[format_id] in text
    assert "A01" not in api.dump(replace(sheet, elsewhere=()), format_id).decode("utf-8-sig")


def test_the_page_on_files_compares_as_it_says() -> None:
    page = Path(__file__).parents[1] / "docs" / "files.md"
    failed, tried = doctest.testfile(str(page), module_relative=False)
    assert failed == 0 and tried >= 7


def run(folder: Path, *more: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    (folder / "one.txt").write_text(ONE, "utf-8")
    (folder / "two.txt").write_text(TWO, "utf-8")
    command = [sys.executable, "-m", "factcheck", "generate", *more, "--across", "--no-plugins"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == code, done.stderr
    return done


def test_the_command_line_writes_the_comparison(tmp_path: Path) -> None:
    whole = json.loads(run(tmp_path, "one.txt", "two.txt", "-o", "-").stdout)
    assert (whole["schema"], [a["id"] for a in whole["articles"]]) == ("factcheck-comparison/1", ["one", "two"])
    assert whole["articles"][0]["worksheet"]["schema"] == "factcheck-worksheet/1"
    run(tmp_path, "one.txt", "two.txt", "-o", "out/")
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["comparison.json", "one.factcheck.xlsx", "two.factcheck.xlsx"]
    assert json.loads((tmp_path / "out" / "comparison.json").read_bytes()) == whole


@pytest.mark.parametrize(("given", "says"), [(("one.txt", "-o", "-"), "only one"), (("one.txt", "two.txt"), "give -o a folder")])
def test_what_cannot_be_compared_is_refused(tmp_path: Path, given: tuple[str, ...], says: str) -> None:
    assert says in run(tmp_path, *given, code=2).stderr
