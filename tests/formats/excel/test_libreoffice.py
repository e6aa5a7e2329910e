"""What LibreOffice makes of the workbook: it opens, prints every claim inside its row, and a re-saved file reads back to the letter."""

from __future__ import annotations

import dataclasses
import html
import io
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from factcheck import api
from factcheck.formats import excel
from factcheck.model.worksheet import Worksheet
from factcheck.plugin.manager import Manager
from factcheck.plugin.records import WriteOptions
from factcheck.plugin.testing import make_worksheet

from .conftest import put

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("soffice") or not shutil.which("pdftotext"), reason="needs LibreOffice and poppler"),
]
EXAMPLE = Path(__file__).parents[3] / "examples" / "harbour-fire.txt"
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


def convert(source: Path, to: str, folder: Path) -> Path:
    """Let LibreOffice convert a file."""
    target = folder / f"out-{to.split(':')[0]}"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(["soffice", profile, "--headless", "--convert-to", to, "--outdir", str(target), str(source)], check=True, capture_output=True, timeout=240)
    return target / f"{source.stem}.{to.split(':')[0]}"


@pytest.fixture(scope="module")
def example(builtin_manager: Manager) -> tuple[Worksheet, WriteOptions]:
    worksheet = make_worksheet(EXAMPLE.read_text("utf-8"), builtin_manager)
    return worksheet, WriteOptions(columns=api.columns_for(worksheet, builtin_manager))


def test_a_saved_workbook_reads_back_to_the_letter(example: tuple[Worksheet, WriteOptions], tmp_path: Path) -> None:
    worksheet, options = example
    first = worksheet.claims[0].id
    entries = {
        first: {"status": "confirmed", "note": "one\ntwo _x0041_ \x07 é😀", "date": "2026-11-22", "evidence": "=1+1", "own": "+2", "in_draft": "x"},
        "cover": {"draft": "3", "deadline": "2026-12-01", "outside_links": "x"},
    }
    full = dataclasses.replace(worksheet, entries=entries, contacts=({"who": "A", "when": "2026-11-21", "answer": "-no"},))
    source = tmp_path / "draft.xlsx"
    source.write_bytes(excel.write_xlsx(full, options))
    saved = convert(source, "xlsx:Calc MS Excel 2007 XML", tmp_path)
    assert excel.read_xlsx(saved.read_bytes(), "saved.xlsx") == full


def test_what_is_typed_and_saved_comes_back(example: tuple[Worksheet, WriteOptions], tmp_path: Path) -> None:
    worksheet, options = example
    book: Any = load_workbook(io.BytesIO(excel.write_xlsx(worksheet, options)))
    ws = book["Checklist"]
    put(ws, 2, "Status", "Wrong")
    put(ws, 2, "Note", "line one\nline two")
    put(ws, 3, "In draft", "☑")
    spare = len(worksheet.claims) + 2
    put(ws, spare, "Claim in its sentence", "A claim of my own.")
    put(ws, spare, "Status", "In progress")
    ws.cell(1, ws.max_column + 1).value = "House"
    ws.cell(2, ws.max_column).value = "kept"
    source = tmp_path / "typed.xlsx"
    book.save(source)
    got = excel.read_xlsx(convert(source, "xlsx:Calc MS Excel 2007 XML", tmp_path).read_bytes(), "typed.xlsx")
    ids = [c.id for c in worksheet.claims]
    assert got.entries[ids[0]] == {"status": "wrong", "note": "line one\nline two", "House": "kept"}
    assert got.entries[ids[1]] == {"in_draft": "x"}
    assert [a.text for a in got.added_claims] == ["A claim of my own."] and got.entries["N01"]["status"] == "in_progress"


def words_of(pdf: Path) -> list[list[tuple[float, float, float, float, str]]]:
    """The words of each page with their boxes."""
    out = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, timeout=120).stdout.decode("utf-8")
    pages = out.split("<page ")[1:]
    return [[(*(float(g) for g in m.groups()[:4]), html.unescape(m[5])) for m in WORD.finditer(page)] for page in pages]  # type: ignore[misc]


def printed_rows(pages: list[list[tuple[float, float, float, float, str]]]) -> dict[str, tuple[str, float]]:
    """By claim id the words printed in its claim cell, and how much of the row's height they leave, in points."""
    out: dict[str, tuple[str, float]] = {}
    for page in pages:
        heads = {w[4]: w for w in reversed(page) if w[4] in ("Claim", "Road", "Priority", "Status")}
        if not {"Claim", "Road", "Priority", "Status"} <= set(heads):
            continue
        left, right, below = heads["Claim"][0] - 1, heads["Road"][0] - 1, heads["Claim"][3]
        rows = sorted((w for w in page if w[2] < heads["Priority"][0] and re.fullmatch(r"C\d{3,}", w[4]) and w[1] > below), key=lambda w: w[1])
        for row, following in zip(rows, [*rows[1:], None][: len(rows)], strict=True):
            bottom = following[1] - 1 if following else row[1] + 2_000
            inside = [w for w in page if left <= w[0] < right and row[1] - 2 <= w[1] < bottom]
            out[row[4]] = (" ".join(w[4] for w in inside), bottom - max((w[3] for w in inside), default=0.0))
    return out


def test_every_claim_is_printed_inside_its_row(example: tuple[Worksheet, WriteOptions], tmp_path: Path) -> None:
    worksheet, options = example
    source = tmp_path / "print.xlsx"
    source.write_bytes(excel.write_xlsx(worksheet, options))
    pages = words_of(convert(source, "pdf", tmp_path))
    printed = printed_rows(pages)
    assert set(printed) == {c.id for c in worksheet.claims}
    for claim in worksheet.claims:
        words, room = printed[claim.id]
        assert "".join(claim.text.split()) in "".join(words.split()), claim.id
        assert room >= -1, claim.id
    everything = " ".join(w[4] for page in pages for w in page)
    assert f"Page 1 of {len(pages)}" in everything and worksheet.article.sha256[:8] in everything


def test_the_formulas_count(example: tuple[Worksheet, WriteOptions], tmp_path: Path) -> None:
    worksheet, options = example
    ids = [c.id for c in worksheet.claims]
    entries = {
        ids[0]: {"status": "confirmed", "evidence": "register"}, ids[1]: {"status": "confirmed"}, ids[2]: {"status": "confirmed", "basis": "none"},
        ids[3]: {"status": "confirmed_as_said"}, ids[4]: {"status": "wrong", "change": "thirty", "decided": "change"},
    }
    source = tmp_path / "count.xlsx"
    source.write_bytes(excel.write_xlsx(dataclasses.replace(worksheet, entries=entries), options))
    book = load_workbook(convert(source, "xlsx:Calc MS Excel 2007 XML", tmp_path), data_only=True)
    counted = {row[0].value: row[1].value for row in book["Progress"].iter_rows() if row[0].value}
    assert (counted["Rows"], counted["Done"], counted["Open"]) == (len(ids), 3, len(ids) - 3)
    assert (counted["✔ Confirmed, with evidence"], counted["✔ Confirmed, no evidence yet"], counted["“✔” Confirmed as said"]) == (1, 2, 1)
    assert [c.value for c in book["Corrections"][3]][:1] == [ids[4]] and "thirty" in [c.value for c in book["Corrections"][3]]
