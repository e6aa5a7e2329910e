"""A workbook as a person leaves it, re-saved by LibreOffice: status, convert, merge and update keep every character."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.cli.test_cli import run

from .conftest import column, put
from .test_libreoffice import convert

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")]
EXAMPLE = Path(__file__).parents[3] / "examples" / "harbour-fire.txt"
NOTE = "first line\nsecond “line” – é😀 _x0041_\n\n=not a formula"
WORDS = (
    NOTE,
    "Register, p. 3",
    "thirty-eight berths",
    "A claim of my own.",
    "serial comma",
    "code 7",
    "by the harbour’s log\nat noon",
    "AB",
)


def as_a_person(source: Path, target: Path) -> None:
    """Statuses, notes with line breaks, dates, a new row; the table sorted, a column hidden, one moved, one inserted."""
    book: Any = load_workbook(io.BytesIO(source.read_bytes()))
    ws = book["Checklist"]
    put(ws, 2, "Status", "Confirmed")
    put(ws, 2, "Evidence", "Register, p. 3")
    put(ws, 2, "Note", NOTE)
    ws.cell(2, column(ws, "Note")).data_type = "s"
    put(ws, 2, "Date", "22 Nov 2026")
    put(ws, 3, "Status", "✘")
    put(ws, 3, "Change", "thirty-eight berths")
    put(ws, 4, "Status", "“✔” Confirmed as said")
    put(ws, 4, "Initials", "AB")
    put(ws, 4, "In draft", "☑")
    rows = [[c.value for c in row] for row in ws.iter_rows(min_row=2)]
    rows.sort(key=lambda r: str(r[3]))
    for number, row in enumerate(rows, 2):
        for at, value in enumerate(row, 1):
            ws.cell(number, at).value = value
            if isinstance(value, str):
                ws.cell(number, at).data_type = "s"
    spare = next(n for n in range(2, ws.max_row + 1) if not ws.cell(n, 1).value)
    put(ws, spare, "Claim in its sentence", "A claim of my own.")
    put(ws, spare, "Status", "In progress")
    note, link = column(ws, "Note"), column(ws, "Link")
    for row in ws.iter_rows():
        row[note - 1].value, row[link - 1].value = row[link - 1].value, row[note - 1].value
    ws.column_dimensions["E"].hidden = True
    ws.row_dimensions[5].hidden = True
    ws.insert_cols(3)
    ws.cell(1, 3).value = "House"
    ws.cell(next(n for n in range(2, ws.max_row + 1) if ws.cell(n, 1).value == "C003"), 3).value = "serial comma"
    put(book["Contact log"], 3, "Who", "code 7", 2)
    put(book["Contact log"], 3, "Answer", "by the harbour’s log\nat noon", 2)
    book.save(target)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("person")
    (made / "draft.txt").write_bytes(EXAMPLE.read_bytes())
    run("generate", "draft.txt", "-o", "fresh.xlsx", cwd=made)
    as_a_person(made / "fresh.xlsx", made / "typed.xlsx")
    shutil.copy(convert(made / "typed.xlsx", "xlsx:Calc MS Excel 2007 XML", made), made / "saved.xlsx")
    return made


def entries(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text("utf-8"))["entries"])


def test_status_counts_what_was_typed(folder: Path) -> None:
    out, err = run("status", "saved.xlsx", cwd=folder)
    assert "Confirmed 1, Confirmed as said 1, Wrong 1" in out and "In progress 1" in out and "no status" not in out
    assert "internal" not in err


def test_convert_keeps_every_character(folder: Path) -> None:
    run("convert", "saved.xlsx", "-o", "back.json", cwd=folder)
    data = json.loads((folder / "back.json").read_text("utf-8"))
    assert data["entries"] == {
        "C001": {"status": "confirmed", "evidence": "Register, p. 3", "note": NOTE, "date": "2026-11-22"},
        "C002": {"status": "wrong", "change": "thirty-eight berths"},
        "C003": {"status": "confirmed_as_said", "initials": "AB", "in_draft": "x", "House": "serial comma"},
        "N01": {"status": "in_progress"},
    }
    assert [a["text"] for a in data["added_claims"]] == ["A claim of my own."]
    assert data["contacts"] == [{"who": "code 7", "answer": "by the harbour’s log\nat noon"}]
    for name in ("again.xlsx", "again.csv"):
        run("convert", "back.json", "-o", name, cwd=folder)
    run("convert", "again.xlsx", "-o", "twice.json", cwd=folder)
    assert (folder / "twice.json").read_bytes() == (folder / "back.json").read_bytes()
    run("generate", "draft.txt", "-o", "empty.json", cwd=folder)
    run("merge", "empty.json", "again.csv", "-o", "table.json", cwd=folder)
    assert entries(folder / "table.json") == entries(folder / "back.json")


def test_merge_keeps_both(folder: Path) -> None:
    run("generate", "draft.txt", "-o", "other.json", cwd=folder)
    data = json.loads((folder / "other.json").read_text("utf-8"))
    data["entries"] = {"C001": {"status": "wrong", "note": "mine"}, "C004": {"note": "four"}}
    (folder / "other.json").write_text(json.dumps(data), "utf-8")
    run("merge", "saved.xlsx", "other.json", "-o", "both.xlsx", cwd=folder)
    run("convert", "both.xlsx", "-o", "both.json", cwd=folder)
    text = (folder / "both.json").read_text("utf-8")
    assert all(json.dumps(w, ensure_ascii=False)[1:-1] in text for w in (*WORDS, "mine", "four"))
    assert entries(folder / "both.json")["C001"]["Status (other)"] == "wrong"


def test_update_keeps_every_character(folder: Path) -> None:
    text = (folder / "draft.txt").read_text("utf-8")
    first, _, rest = text.partition("\n")
    (folder / "second.txt").write_text(f"{first}\n{rest.replace(', ', ' ', 1)}", "utf-8")
    run("update", "saved.xlsx", "second.txt", "-o", "second.xlsx", cwd=folder)
    run("convert", "second.xlsx", "-o", "second.json", cwd=folder)
    run("convert", "saved.xlsx", "-o", "first.json", cwd=folder)
    assert entries(folder / "second.json") == entries(folder / "first.json")
    (folder / "third.txt").write_text("Another story\n\nNothing of it stands here.\n", "utf-8")
    run("update", "saved.xlsx", "third.txt", "-o", "third.xlsx", cwd=folder)
    run("convert", "third.xlsx", "-o", "third.json", cwd=folder)
    assert all(json.dumps(w, ensure_ascii=False)[1:-1] in (folder / "third.json").read_text("utf-8") for w in WORDS)
