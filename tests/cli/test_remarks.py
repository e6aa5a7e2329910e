"""What could not be read where it stands is told by the commands, and kept."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from tests.cli.test_cli import TEXT, run


def test_a_status_that_is_none_is_told_with_its_cell(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(TEXT, "utf-8")
    run("generate", "draft.txt", "-o", "w.xlsx", cwd=tmp_path)
    book = load_workbook(tmp_path / "w.xlsx")
    sheet = book["Checklist"]
    head = {str(c.value): c.column for c in next(sheet.iter_rows(min_row=1, max_row=1))}
    sheet.cell(1, head["Evidence"]).value = "Evidense"
    book.save(tmp_path / "w.xlsx")
    _, err = run("status", "w.xlsx", cwd=tmp_path)
    assert "Evidense" in err and "Evidence" in err
