"""House style: each kind of rule, what must not fire, and what a wrong file costs."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from factcheck import api
from factcheck.plugin.manager import Manager

FILE = Path(__file__).with_name("house_style.py")
HOUSE = Path(__file__).with_name("house.toml")
TEXT = "The iconic mill closed in 1990.\n\n“It is an iconic mill,” said Ada Brandt, its manager.\n\nIt reopened in 2001, they said.\n"


@pytest.fixture
def manager(fresh_manager: Any) -> Manager:
    made: Manager = fresh_manager(str(FILE), settings={"house_style": {"file": str(HOUSE)}})
    assert made.problems == ()
    return made


def test_a_banned_phrase_is_flagged_outside_quotations_only(manager: Manager, make_worksheet: Any, assert_flags: Any) -> None:
    sheet = make_worksheet(TEXT, manager)
    assert_flags(sheet, "house_style.banned", "iconic")
    assert sheet.article.text.index("iconic") in [f.span[0] for c in sheet.claims for f in c.flags if f.code == "house_style.banned"]


def test_a_claim_that_needs_two_sources_says_so(manager: Manager, make_worksheet: Any) -> None:
    sheet = make_worksheet("A person familiar with the matter said the mill will close.\n\nThe mill has 40 looms.\n", manager)
    flags = {c.text: [f.reason for f in c.flags if f.code == "house_style.sources"] for c in sheet.claims}
    assert [reasons for reasons in flags.values() if reasons] == [["Unnamed: the house wants 2 sources, the article names 1."]]


@pytest.mark.parametrize("format_id", ["xlsx", "json"])
def test_the_houses_columns_are_filled_and_come_back(manager: Manager, make_worksheet: Any, format_id: str) -> None:
    sheet = make_worksheet(TEXT, manager)
    typed = {"house_style.status": "Cleared by desk", "house_style.desk": "Courts", "house_style.called": "2026-05-02"}
    filled = dataclasses.replace(sheet, entries={sheet.claims[0].id: typed})
    data = api.dump(filled, format_id, manager=manager)
    assert api.load_bytes(data, f"mill.{format_id}", manager).entries[sheet.claims[0].id] == typed


@pytest.mark.parametrize(
    ("text", "says"),
    [("[baned]\n", "there is no table 'baned'"), ("[banned\n", "is no TOML"), (None, "cannot be read"), ("", "no file is set")],
)
def test_a_wrong_file_costs_the_rules_and_not_the_worksheet(
    tmp_path: Path, fresh_manager: Any, make_worksheet: Any, text: str | None, says: str
) -> None:
    file = tmp_path / "house.toml"
    if text:
        file.write_text(text, "utf-8")
    manager = fresh_manager(str(FILE), settings={"house_style": {"file": "" if text == "" else str(file)}})
    sheet = make_worksheet(TEXT, manager)
    assert len(sheet.claims) >= 3
    assert {p.plugin for p in sheet.problems} == {"house_style"} and all(says in p.message for p in sheet.problems)
