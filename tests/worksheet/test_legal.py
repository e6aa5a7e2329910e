from __future__ import annotations

from factcheck.model.view import View
from factcheck.plugin.testing import make_worksheet
from factcheck.worksheet.legal import ASKED, NONE_FOUND, legal_table, row_id


def table(text: str, manager) -> dict[str, dict[str, str]]:
    return {row.cells["name"]: dict(row.cells) for row in legal_table(View(make_worksheet(text, manager))).rows}


def test_an_allegation_stands_beside_its_answer(builtin_manager) -> None:
    rows = table("Nora Pell said that Tom Ashby lied to the board.\n\nAshby denied that he had lied.\n", builtin_manager)
    assert rows["Tom Ashby"]["allegations"].startswith("C001: ")
    assert "denied" in rows["Tom Ashby"]["answer"] or "lied" in rows["Tom Ashby"]["answer"]


def test_where_nobody_answers_it_says_so(builtin_manager) -> None:
    assert table("Nora Pell said that Tom Ashby lied to the board.\n", builtin_manager)["Tom Ashby"]["answer"] == NONE_FOUND


def test_a_question_without_an_answer_is_told_apart(builtin_manager) -> None:
    rows = table("Nora Pell said that Tom Ashby lied to the board.\n\nAshby did not respond to two e-mails.\n", builtin_manager)
    assert rows["Tom Ashby"]["answer"].startswith(f"{ASKED}: C002")


def test_a_row_keeps_its_entries_whatever_the_spacing() -> None:
    assert row_id("Harbour\n Works") == row_id("harbour works")


def test_an_article_without_accusation_has_no_rows(builtin_manager) -> None:
    assert not table("The bridge opened in May.\n", builtin_manager)
