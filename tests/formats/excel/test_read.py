from __future__ import annotations

import dataclasses
import datetime
import io
import random
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from factcheck.formats import excel
from factcheck.formats.excel.rows import COMMENTS
from factcheck.model.errors import FactcheckError
from factcheck.model.worksheet import AddedClaim, GoneRow, Lineage, Worksheet
from factcheck.plugin.records import WriteOptions

from .conftest import column, make, put

Filled = Callable[..., Worksheet]


def told(worksheet: Worksheet) -> str:
    return "\n".join(p.message for p in worksheet.problems)


def test_what_is_written_is_read_back(sheet: Worksheet, options: WriteOptions) -> None:
    entries = {
        "C001": {"status": "confirmed", "evidence": "p. 3", "date": "2026-11-22", "note": "one\ntwo", "link": "https://a.example/b", "basis": "recording", "in_draft": "x"},
        "C002": {"status": "cannot verify it", "date": "soon", "my own": "words"},
        "C001.1": {"spelling_ok": "x", "correct": "Quay Mills"}, "S01": {"reached": "by telephone"}, "X01": {"resolution": "40", "decided_by": "AB"},
        "Q01": {"wording_ok": "x"}, "legal:nobody": {"lawyer": "Z"}, "C003.2": {"tick": "x"}, "cover": {"draft": "2", "deadline": "2026-12-01", "outside_bio": "x", "Phone": "1"},
    }
    contacts = ({"who": "A", "when": "2026-11-21", "answer": "yes\nno", "Mood": "good"}, {"answer": "=none"})
    full = dataclasses.replace(sheet, entries=entries, contacts=contacts, added_claims=(AddedClaim("N02", "New.", None),))
    assert excel.read_xlsx(excel.write_xlsx(full, options), "a.xlsx") == full


FIELDS = ("note", "status", "date", "in_draft", "waiting_for", "link", "evidence", "basis")


@settings(max_examples=8, deadline=None)
@given(texts=st.lists(st.text(min_size=1, max_size=40), min_size=36, max_size=36))
def test_any_text_comes_back_to_the_letter(texts: list[str]) -> None:
    entries = {f"C00{row}": dict(zip(FIELDS, texts[row * 8 : row * 8 + 8], strict=False)) for row in (1, 2, 3)}
    entries["C003.3"] = {"correct": texts[0]}
    full = dataclasses.replace(
        make(), entries=entries, contacts=({"who": f"a{texts[1]}", "answer": f"b{texts[2]}"},), added_claims=(AddedClaim("N01", f"c{texts[3]}", 2),)
    )
    assert excel.read_xlsx(excel.write_xlsx(full, WriteOptions()), "a.xlsx") == full


def test_a_text_longer_than_a_cell_is_cut_in_the_cell_and_kept_in_the_file(sheet: Worksheet, options: WriteOptions) -> None:
    full = dataclasses.replace(sheet, entries={"C001": {"note": "😀" * 40_000}})
    assert excel.read_xlsx(excel.write_xlsx(full, options), "a.xlsx") == full


def test_what_people_type_comes_back_as_ids_and_iso(filled: Filled) -> None:
    def fill(book: Any) -> None:
        ws = book["Checklist"]
        put(ws, 2, "Status", "Confirmed as said")
        put(ws, 2, "Note", "first\nsecond")
        put(ws, 2, "Date", datetime.datetime(2026, 11, 22))
        put(ws, 2, "In draft", True)
        put(ws, 2, "Waiting for", "LAWYER")
        put(ws, 3, "Status", "✎ Confirmed with change")
        put(ws, 3, "Date", "22.11.2026")
        put(ws, 3, "Locator", 12)
        put(ws, 4, "Status", "half done")
        put(ws, 4, "Date", "03/04/2026")
        put(book["Names"], 3, "Spelling", "☑", 2)
        put(book["Sources"], 3, "Note", "code 7", 2)
        put(book["Contradictions"], 3, "Resolution", "forty", 2)
        put(book["Quotations"], 3, "Wording ok", "x", 2)

    got = filled(fill).entries
    assert got["C001"] == {"status": "confirmed_as_said", "note": "first\nsecond", "date": "2026-11-22", "in_draft": "x", "waiting_for": "lawyer"}
    assert got["C002"] == {"status": "confirmed_with_change", "date": "2026-11-22", "locator": "12"}
    assert got["C003"] == {"status": "half done", "date": "03/04/2026"}
    assert (got["C001.1"], got["S01"], got["X01"], got["Q01"]) == ({"spelling_ok": "x"}, {"note": "code 7"}, {"resolution": "forty"}, {"wording_ok": "x"})


def test_the_cover_is_read_by_its_labels(filled: Filled) -> None:
    def fill(book: Any) -> None:
        ws = book["Cover"]
        for row in ws.iter_rows():
            for cell in row:
                if cell.value == "Draft":
                    ws.cell(cell.row, cell.column + 1).value = "third"
                if cell.value == "Pictures":
                    ws.cell(cell.row, cell.column + 2).value = "☑"

    assert filled(fill).entries == {"cover": {"draft": "third", "outside_pictures": "x"}}


def test_what_is_cleared_is_gone_and_what_the_sheet_does_not_show_stays(filled: Filled, sheet: Worksheet) -> None:
    full = dataclasses.replace(sheet, entries={"C001": {"note": "old", "status": "wrong", "archived": "https://w.example/1"}, "C004.9": {"tick": "x"}})

    def fill(book: Any) -> None:
        ws = book["Checklist"]
        put(ws, 2, "Note", None)
        ws.delete_cols(column(ws, "Archived link"))

    assert filled(fill, full).entries == {"C001": {"status": "wrong", "archived": "https://w.example/1"}, "C004.9": {"tick": "x"}}


def test_spare_rows_become_added_claims_and_ids_are_for_ever(filled: Filled, sheet: Worksheet) -> None:
    full = dataclasses.replace(sheet, added_claims=(AddedClaim("N01", "Mine.", None), AddedClaim("N02", "Mine too.", 2)), entries={"N01": {"note": "a"}, "N02": {"note": "b"}})

    def fill(book: Any) -> None:
        ws = book["Checklist"]
        ws.delete_rows(7)  # N02
        put(ws, 10, "Claim in its sentence", "A third.")
        put(ws, 10, "¶.s", "2.2")
        put(ws, 10, "Status", "In progress")
        put(ws, 12, "Note", "only a note")

    got = filled(fill, full)
    assert got.added_claims == (AddedClaim("N01", "Mine.", None), AddedClaim("N03", "A third.", 3), AddedClaim("N04", "", None))
    assert got.entries == {"N01": {"note": "a"}, "N03": {"status": "in_progress"}, "N04": {"note": "only a note"}}


def shuffle(ws: Any, first: int = 2) -> None:
    """Sort the rows another way, values only, as a program does."""
    rows = [[c.value for c in row] for row in ws.iter_rows(min_row=first)]
    random.Random(4).shuffle(rows)
    for number, row in enumerate(rows, first):
        for at, value in enumerate(row, 1):
            ws.cell(number, at).value = value


def test_sorted_hidden_moved_deleted_and_inserted(filled: Filled) -> None:
    def fill(book: Any) -> None:
        ws = book["Checklist"]
        for row, note in ((2, "one"), (3, "two"), (4, "three")):
            put(ws, row, "Note", note)
        put(ws, 5, "Status", "Wrong")
        ws.delete_rows(3)
        shuffle(ws)
        ws.column_dimensions["I"].hidden = True
        ws.row_dimensions[3].hidden = True
        note, link = column(ws, "Note"), column(ws, "Link")
        for row in ws.iter_rows(min_row=1):
            row[note - 1].value, row[link - 1].value = row[link - 1].value, row[note - 1].value
        ws.insert_cols(1)
        ws.cell(1, 1).value = "Desk"
        at = next(r for r in range(2, ws.max_row + 1) if ws.cell(r, 2).value == "C003")
        ws.cell(at, 1).value = "foreign"

    got = filled(fill)
    assert got.entries == {"C001": {"note": "one"}, "C003": {"note": "three", "Desk": "foreign"}, "C004": {"status": "wrong"}}
    assert got.added_claims == ()


def test_renamed_headings_are_known_and_told(filled: Filled) -> None:
    def fill(book: Any) -> None:
        ws = book["Checklist"]
        put(ws, 2, "Evidence", "register")
        put(ws, 2, "Change", "thirty")
        ws.cell(1, column(ws, "Evidence")).value = "Proof"
        ws.cell(1, column(ws, "Change")).value = "changes"
        book["Sources"].title = "Our sources"

    got = filled(fill)
    assert got.entries == {"C001": {"evidence": "register", "change": "thirty"}}
    assert "the heading 'Proof' is read as 'Evidence'" in told(got) and "the sheet 'Our sources' is read as 'Sources'" in told(got)


def test_own_columns_are_kept_under_their_heading_and_go_when_they_are_deleted(filled: Filled) -> None:
    def fill(book: Any) -> None:
        ws = book["Checklist"]
        last = ws.max_column
        for at, (head, value) in enumerate((("House\nstyle", "serial comma"), ("House style", "second"), (None, "no heading")), last + 1):
            ws.cell(1, at).value, ws.cell(2, at).value = head, value

    got = filled(fill)
    assert {k: v for k, v in got.entries["C001"].items() if k.startswith("House")} == {"House style": "serial comma", "House style (2)": "second"}
    assert "no heading" in got.entries["C001"].values()
    again = filled(lambda book: book["Checklist"].delete_cols(column(book["Checklist"], "House style")), got)
    assert "House style" not in again.entries["C001"] and again.entries["C001"]["House style (2)"] == "second"


def test_comments_and_links_are_kept(filled: Filled) -> None:
    def fill(book: Any) -> None:
        ws = book["Checklist"]
        ws["I2"].comment = Comment("ask the desk", "AB")
        cell = ws.cell(2, column(ws, "Link"))
        cell.value = "the report"
        cell.hyperlink = "https://a.example/report"

    got = filled(fill).entries["C001"]
    assert got[COMMENTS] == "ask the desk" and got["link"] == "the report https://a.example/report"


def test_doubled_unknown_and_nameless_rows_lose_nothing(filled: Filled) -> None:
    def fill(book: Any) -> None:
        ws = book["Checklist"]
        put(ws, 2, "Note", "first")
        ws.cell(3, 1).value = None  # the id of C002 was deleted
        put(ws, 3, "Note", "by its words")
        ws.cell(7, 1).value, ws.cell(7, 4).value = "C001", "a copied row"
        put(ws, 7, "Note", "second")
        ws.cell(8, 1).value, ws.cell(8, 4).value = "Z9", "somebody's own number"

    got = filled(fill)
    assert got.entries == {"C001": {"note": "first"}, "C002": {"note": "by its words"}, "N01": {"note": "second"}}
    assert [a.text for a in got.added_claims] == ["a copied row", "somebody's own number"]
    assert "row 7: C001 is there twice" in told(got) and "'Z9' is no row of this worksheet" in told(got)


def test_rows_added_to_other_tables_are_kept_and_written_again(filled: Filled) -> None:
    def fill(book: Any) -> None:
        ws = book["Sources"]
        put(ws, 5, "Source", "A neighbour", 2)
        put(ws, 5, "Note", "code 3", 2)

    got = filled(fill)
    assert got.entries == {"sources+1": {"name": "A neighbour", "note": "code 3"}}
    assert filled(lambda book: None, got) == got


def test_missing_sheets_and_own_sheets_are_told_and_cost_nothing_else(filled: Filled, sheet: Worksheet) -> None:
    full = dataclasses.replace(sheet, entries={"S01": {"note": "kept"}, "C001": {"note": "x"}})

    def fill(book: Any) -> None:
        del book["Sources"]
        book.create_sheet("My notes")["A1"] = "things"
        put(book["Checklist"], 2, "Note", "y")

    got = filled(fill, full)
    assert got.entries == {"S01": {"note": "kept"}, "C001": {"note": "y"}}
    assert "Sources: there is no such sheet" in told(got) and "My notes: a sheet of your own" in told(got)


def test_remarks_of_an_earlier_reading_do_not_pile_up(filled: Filled) -> None:
    def fill(book: Any) -> None:
        book.create_sheet("Mine")["A1"] = 1

    assert filled(lambda book: None, filled(fill)).problems == ()


def test_contacts_follow_the_sheet(filled: Filled, sheet: Worksheet) -> None:
    full = dataclasses.replace(sheet, contacts=({"who": "A", "answer": "yes"}, {"who": "B"}))

    def fill(book: Any) -> None:
        ws = book["Contact log"]
        ws.delete_rows(3)
        put(ws, 6, "Who", "C", 2)
        put(ws, 6, "When", datetime.date(2026, 1, 2), 2)

    assert filled(fill, full).contacts == ({"who": "B"}, {"who": "C", "when": "2026-01-02"})


def workbook_without_machine() -> bytes:
    out = io.BytesIO()
    Workbook().save(out)
    return out.getvalue()


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no Excel workbook"), (b"PK\x03\x04 broken", "no Excel workbook"), (b"\xd0\xcf\x11\xe0" + b"0" * 600, "password"), (workbook_without_machine(), "no Machine sheet"),
        (zipped({"a.txt": b"x"}), "no Excel workbook"), (zipped({"xl/workbook.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"}), "entities"),
        (zipped({"xl/sheet.xml": b"0" * 300_000_000}), "unpacks to"),
        (zipped({"xl/worksheets/sheet1.xml": b'<x><mergeCell ref="A1:XFD1048576"/></x>'}), "merges"),
    ],
    ids=["empty", "broken", "encrypted", "foreign", "zip", "entities", "bomb", "merge"],
)
def test_what_is_no_worksheet_is_an_error_in_one_line(data: bytes, words: str) -> None:
    with pytest.raises(FactcheckError, match=words) as error:
        excel.read_xlsx(data, "given.xlsx")
    assert "given.xlsx" in str(error.value) and "\n" not in str(error.value)


def test_an_edited_machine_side_is_named_by_its_cell(filled: Filled) -> None:
    def fill(book: Any) -> None:
        book["Machine"]["B3"].value = book["Machine"]["B3"].value.replace("Quay Mill", "Quay Mall")

    with pytest.raises(FactcheckError, match=r"sheet Machine, cell B2: it was edited"):
        filled(fill)


def test_broken_bytes_never_end_in_a_traceback(sheet: Worksheet, options: WriteOptions) -> None:
    data = excel.write_xlsx(sheet, options)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    dice = random.Random(11)
    outcomes = set()
    for _ in range(60):
        changed = dict(parts)
        name = dice.choice(sorted(changed))
        body = bytearray(changed[name])
        for _ in range(3):
            body[dice.randrange(len(body))] = dice.choice(b'<>"09AZ&/ \xff')
        changed[name] = bytes(body)
        try:
            excel.read_xlsx(zipped(changed), "x.xlsx")
            outcomes.add("read")
        except FactcheckError:
            outcomes.add("refused")
    assert outcomes == {"read", "refused"}


def test_a_formula_that_somebody_typed_is_not_lost(filled: Filled) -> None:
    def fill(book: Any) -> None:
        put(book["Checklist"], 2, "Evidence", "=1+1")
        put(book["Checklist"], 3, "Note", '="a < b"&A1')

    got = filled(fill)
    assert got.entries == {"C001": {"evidence": "=1+1"}, "C002": {"note": '="a < b"&A1'}}
    assert "Checklist: J2, M3 held a formula that nothing has computed yet: its text is kept" in told(got)


def test_what_a_formula_computed_is_kept_and_told(sheet: Worksheet, options: WriteOptions) -> None:
    made = dataclasses.replace(sheet, entries={"C001": {"evidence": "two"}})
    with zipfile.ZipFile(io.BytesIO(excel.write_xlsx(made, options))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet2.xml"
    before = re.search(rb'<c r="J2"([^>]*) t="[a-zA-Z]+"[^>]*>.*?</c>', parts[name])
    assert before is not None
    parts[name] = parts[name].replace(before[0], b'<c r="J2"' + before[1] + b' t="str"><f>"tw"&amp;"o!"</f><v>two!</v></c>')
    got = excel.read_xlsx(zipped(parts), "a.xlsx")
    assert got.entries == {"C001": {"evidence": "two!"}}
    assert told(got) == "Checklist: J2 held a formula: what it computed is kept, the formula is not"


def test_what_is_gone_has_a_sheet_of_its_own(filled: Filled, sheet: Worksheet) -> None:
    gone = (GoneRow("C009", "The pier sank", "2.1", "wrong"), GoneRow("S04", "Leo Voss", status=""))
    entries = {"C009": {"status": "wrong", "evidence": "log", "my own": "x"}, "S04": {"reached": "telephone", "note": "code 2"}}
    full = dataclasses.replace(sheet, lineage=Lineage("0" * 64, {"C009": "gone"}, {}, gone), entries=entries)
    assert filled(lambda book: None, full) == full

    def fill(book: Any) -> None:
        ws = book["Gone"]
        assert [ws.cell(3, n).value for n in range(1, 5)] == ["C009", "2.1", "The pier sank", "Wrong"]
        put(ws, 3, "Note", "sank twice", 2)
        shuffle(ws, 3)

    assert filled(fill, full).entries == {**entries, "C009": {**entries["C009"], "note": "sank twice"}}
    assert "Gone" not in [s.title for s in load_workbook(io.BytesIO(excel.write_xlsx(sheet, WriteOptions()))).worksheets]
