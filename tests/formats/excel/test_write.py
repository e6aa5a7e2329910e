from __future__ import annotations

import dataclasses
import io
import zipfile
from typing import Any
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from factcheck.formats import excel
from factcheck.formats.excel.write import MOST_COLUMNS
from factcheck.model import vocabulary as v
from factcheck.model.errors import FactcheckError
from factcheck.model.worksheet import AddedClaim, Problem, Worksheet
from factcheck.plugin.records import WriteOptions

SHEETS = [
    "Cover", "Checklist", "Article", "Names", "Sources", "Contradictions", "Quotations", "Legal and reply", "Contact log", "Corrections", "Progress", "Lists", "Machine",
]


@pytest.fixture(scope="module")
def data(sheet: Worksheet, options: WriteOptions) -> bytes:
    return excel.write_xlsx(sheet, options)


@pytest.fixture(scope="module")
def book(data: bytes) -> Any:
    return load_workbook(io.BytesIO(data), rich_text=True)


def text_of(sheet: Any) -> str:
    return "\n".join(str(c.value) for row in sheet.iter_rows() for c in row if c.value is not None)


def test_the_sheets_stand_in_order_and_the_last_two_are_hidden(book: Any) -> None:
    assert book.sheetnames == SHEETS
    assert [s.title for s in book.worksheets if s.sheet_state == "hidden"] == ["Lists", "Machine"]
    assert book.active.title == "Checklist"


def test_the_same_worksheet_gives_the_same_bytes(sheet: Worksheet, options: WriteOptions, data: bytes) -> None:
    assert excel.write_xlsx(sheet, options) == data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_the_claim_is_bold_in_its_sentence(book: Any) -> None:
    cell = book["Checklist"]["D4"].value
    assert str(cell).startswith("=Forty people & a dog were hurt, Chief Ada Brook")
    assert [block.text for block in cell if block.font.b] == ["=Forty people & a dog were hurt"]


def test_text_is_never_a_formula(sheet: Worksheet, options: WriteOptions) -> None:
    typed = dict.fromkeys(("evidence", "change", "note", "author_source", "link", "date"), '=HYPERLINK("http://x.example","y")')
    hostile = dataclasses.replace(sheet, entries={"C001": {**typed, "own": "+1", "note": "@a"}, "S01": {"note": "-2+3"}, "cover": {"draft": "=1"}})
    made = load_workbook(io.BytesIO(excel.write_xlsx(hostile, options)))
    for title in ("Checklist", "Article", "Names", "Sources", "Contradictions", "Quotations", "Contact log"):
        assert not [c.coordinate for row in made[title].iter_rows() for c in row if c.data_type == "f"]
    assert made["Checklist"]["J2"].value.startswith("=HYPERLINK") and made["Checklist"]["J2"].data_type == "s"


def test_the_working_view_fits_the_screen_and_the_rest_is_folded(book: Any) -> None:
    ws = book["Checklist"]
    widths = {get_column_letter(n): ws.column_dimensions[get_column_letter(n)] for n in range(1, ws.max_column + 1)}
    seen = [d for d in widths.values() if not d.hidden]
    assert 160 <= sum(d.width for d in seen) <= 176
    assert sum(d.width * 7 + 5 for d in seen) <= 1366 - 50
    shown = [c.value for c in ws[1] if not widths[c.column_letter].hidden and not str(c.value).startswith("▸")]
    assert shown == [
        "#", "¶.s", "Priority", "Claim in its sentence", "Road", "Tick", "How to check", "Flags", "Status", "Evidence", "Change", "Waiting for", "Note", "Initials",
    ]
    folded = [d for d in widths.values() if d.hidden]
    assert folded and all(d.outlineLevel == 1 for d in folded)
    assert not ws.sheet_properties.outlinePr.summaryRight


def test_head_filter_and_print_set_up(book: Any) -> None:
    ws = book["Checklist"]
    assert ws.freeze_panes == "E2" and ws.print_title_rows == "$1:$1" and ws.auto_filter.ref.startswith("A1:")
    for each in book.worksheets:
        if each.sheet_state == "visible":
            assert each.page_setup.orientation == "landscape" and int(each.page_setup.paperSize) == 9 and each.page_setup.fitToWidth == 1
            assert each.sheet_properties.pageSetUpPr.fitToPage
            assert "Fire at Quay Mill" in each.oddHeader.left.text
            assert "abababab" in each.oddFooter.left.text and each.oddFooter.right.text == "Page &P of &N"


def test_drop_downs_stand_on_every_row_and_thirty_spare_rows(book: Any) -> None:
    ws = book["Checklist"]
    lists = book["Lists"]
    rules = {str(d.sqref): d for d in ws.data_validations.dataValidation if d.type == "list"}
    status = rules["I2:I35"]  # four claims and thirty spare rows
    area = status.formula1.removeprefix("Lists!").replace("$", "")
    assert [row[0].value for row in lists[area]] == list(v.titles(v.STATUSES))
    assert status.errorStyle == "warning"
    assert all(d.formula1.startswith("Lists!$") for d in rules.values())


def test_white_cells_are_free_and_grey_cells_are_locked(book: Any) -> None:
    ws = book["Checklist"]
    assert ws["A2"].protection.locked and ws["D2"].protection.locked and not ws["I2"].protection.locked and not ws["J2"].protection.locked
    assert not ws["D6"].protection.locked  # a spare row is people's own
    assert not ws.protection.sheet  # protection would stop sorting, unfolding and own columns
    assert book["Machine"].protection.sheet and book["Machine"].protection.password is None


def test_status_has_a_word_a_sign_and_a_tint(book: Any) -> None:
    rules = [r for area in book["Checklist"].conditional_formatting for r in area.rules]
    shown = {r.formula[0]: r.dxf for r in rules}
    for term in v.STATUSES:
        look = shown[f'$I2="{term.title}"']
        assert v.STATUS_SIGNS[term.id] in look.numFmt.formatCode
    asks = next(r for r in rules if r.stopIfTrue)
    assert "evidence?" in asks.dxf.numFmt.formatCode and asks.formula[0].startswith('AND($I2="Confirmed",NOT(OR(')
    assert book["Checklist"]["I2"].value == "Not checked"


def test_it_opens_at_the_first_open_row(sheet: Worksheet, options: WriteOptions) -> None:
    done = dataclasses.replace(sheet, entries={"C001": {"status": "wrong"}, "C002": {"status": "confirmed", "evidence": "register"}, "C003": {"status": "confirmed"}})
    ws = load_workbook(io.BytesIO(excel.write_xlsx(done, options)))["Checklist"]
    assert ws.sheet_view.pane.topLeftCell == "E4"
    assert next(s.activeCell for s in ws.sheet_view.selection if s.pane == "bottomRight") == "I4"


def test_the_article_shows_every_sentence_and_says_what_is_declared(book: Any, sheet: Worksheet) -> None:
    ws = book["Article"]
    shown = text_of(ws)
    for s in sheet.article.sentences:
        assert sheet.article.text[s.start : s.end] in shown
    assert [c.value for c in ws[6]][:1] == ["2.3"] and "Question: asks and states nothing" in str(ws["E6"].value)
    assert ws["D3"].value == "C001 C002" and ws["B3"].value == "Headline"


def test_links_lead_from_row_to_line_contradiction_and_source_and_back(book: Any) -> None:
    checklist = book["Checklist"]
    assert checklist["B4"].hyperlink.location == "'Article'!A4"
    assert checklist["A4"].hyperlink.location == "'Contradictions'!A3"
    assert book["Contradictions"]["A3"].hyperlink.location == "'Checklist'!A3"
    assert book["Sources"]["A3"].hyperlink.location == "'Checklist'!A4"
    assert book["Article"]["A4"].hyperlink.location == "'Checklist'!A4"
    see = next(c.column for c in checklist[1] if c.value == "Source row")
    assert checklist.cell(4, see).value == "S01" and checklist.cell(4, see).hyperlink.location == "'Sources'!A3"


def test_the_cover_says_what_matters(sheet: Worksheet, options: WriteOptions) -> None:
    told = dataclasses.replace(
        sheet, entries={"cover": {"draft": "second", "outside_links": "x"}}, problems=(Problem("desk", "register_columns", "it broke", ("C001",)),),
        article=dataclasses.replace(sheet.article, notes=("Line breaks were guessed.",)),
    )
    ws = load_workbook(io.BytesIO(excel.write_xlsx(told, options)))["Cover"]
    words = text_of(ws)
    for part in (
        "Fire at Quay Mill: 40 hurt", "second", "2026-11-20", "Start here", "Conflict: 40 in the headline", "Whom to ask", "C003 “=Forty people", "Social headline",
        "Line breaks were guessed.", "desk, register_columns: it broke (C001)", "People decide",
    ):
        assert part in words
    start = [c.value for row in ws.iter_rows() for c in row if str(c.value) in ("C001", "C002", "C003", "C004")]
    assert start == ["C002", "C003", "C004", "C001"]  # by score, then by place


def test_progress_keeps_confirmed_and_confirmed_as_said_apart(book: Any) -> None:
    rows = {str(row[0].value): str(row[1].value) for row in book["Progress"].iter_rows() if row[0].value}
    said, confirmed = rows["“✔” Confirmed as said"], rows["✔ Confirmed, with evidence"]
    assert said == "=COUNTIF('Checklist'!$I$2:$I$35,\"Confirmed as said\")"
    assert "SUMPRODUCT" in confirmed and '="Confirmed")' in confirmed and "as said" not in confirmed
    assert '<>"None"' in confirmed  # a basis of "None" is no evidence
    assert "✔ Confirmed, no evidence yet" in rows


def test_rows_are_as_high_as_their_text(sheet: Worksheet, options: WriteOptions) -> None:
    long = dataclasses.replace(sheet, entries={"C001": {"note": "word " * 200}})
    ws = load_workbook(io.BytesIO(excel.write_xlsx(long, options)))["Checklist"]
    assert ws.row_dimensions[2].height > 300 > 80 > ws.row_dimensions[3].height > 20


def test_added_claims_keep_their_id_and_place(sheet: Worksheet, options: WriteOptions) -> None:
    more = dataclasses.replace(sheet, added_claims=(AddedClaim("N07", "It burned twice.", 2),), entries={"N07": {"status": "wrong", "own column": "a"}})
    data = excel.write_xlsx(more, options)
    ws = load_workbook(io.BytesIO(data))["Checklist"]
    assert [ws.cell(6, n).value for n in (1, 2, 4, 9)] == ["N07", "2.1", "It burned twice.", "Wrong"]
    assert excel.read_xlsx(data, "a.xlsx") == more


def test_an_empty_worksheet_is_written_and_read_back(options: WriteOptions) -> None:
    for given in (options, WriteOptions()):
        assert excel.read_xlsx(excel.write_xlsx(Worksheet(), given), "empty.xlsx") == Worksheet()


def test_the_parts_of_a_sheet_stand_in_the_order_of_the_format(data: bytes) -> None:
    # ECMA-376 part 1, 18.3.1.99: the children of worksheet are a sequence
    order = [
        "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "autoFilter", "mergeCells", "conditionalFormatting",
        "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter",
    ]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet"):
                tags = [child.tag.rsplit("}", 1)[-1] for child in ElementTree.fromstring(archive.read(name))]
                assert [order.index(t) for t in tags] == sorted(order.index(t) for t in tags)


def test_more_columns_than_a_sheet_can_have_are_one_line(sheet: Worksheet, options: WriteOptions) -> None:
    own = {sheet.claims[0].id: {f"Own {n}": "x" for n in range(MOST_COLUMNS)}}
    with pytest.raises(FactcheckError, match="16,384"):
        excel.write_xlsx(dataclasses.replace(sheet, entries=own), options)
