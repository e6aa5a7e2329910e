from __future__ import annotations

import contextlib
import datetime
import io
import re
import zipfile
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any
from xml.etree.ElementTree import canonicalize

import pytest
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.xml.functions import tostring

from factcheck.formats.excel import cells
from factcheck.formats.excel.style import PLAIN, Look, Styles

RICH = CellRichText(TextBlock(InlineFont(b=True), "bold "), TextBlock(InlineFont(i=True), " & <slanted>"))


def as_openpyxl_writes(value: Any) -> str:
    """The cell as openpyxl's own streaming writer spells it."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    cell = WriteOnlyCell(sheet)
    cell.font = Font(bold=True)
    cell.value = str(value) if isinstance(value, cells.Formula) else value
    if isinstance(value, str) and not isinstance(value, cells.Formula) and value:
        cell.data_type = "s"
    sheet.append([None, cell])
    out = io.BytesIO()
    book.save(out)
    with zipfile.ZipFile(out) as archive:
        part = archive.read("xl/worksheets/sheet1.xml").decode()
    return canonicalize(re.sub(' s="[0-9]+"', "", part.partition('<row r="1">')[2].partition("</row>")[0]))


@pytest.mark.parametrize(
    "value",
    ["plain", "a < b & c > d", " kept ", "two\nlines", "é “quoted” 漢字", "=1+1", None, 7, 0.1, 1e20, datetime.date(2026, 11, 23), RICH],
)
def test_a_cell_is_spelled_as_openpyxl_spells_it(value: Any) -> None:
    assert canonicalize(cells.cell("B1", ' s="1"', value).replace(' s="1"', "")) == as_openpyxl_writes(value)


def test_a_formula_of_ours_is_a_formula_and_any_other_text_is_text() -> None:
    formula = cells.cell("B1", "", cells.Formula('=A1&"<"'))
    assert formula == '<c r="B1"><f>A1&amp;"&lt;"</f><v /></c>'
    assert canonicalize(formula) == as_openpyxl_writes(cells.Formula('=A1&"<"'))
    assert "<f>" not in cells.cell("B1", "", '=A1&"<"')


def test_an_empty_cell_is_there_only_for_its_look() -> None:
    assert cells.cell("B1", "", None) == cells.cell("B1", "", "") == ""
    assert cells.cell("B1", ' s="3"', "") == '<c r="B1" s="3" t="n" />'


class Elements:
    """A writer of XML that takes elements only, as lxml's does."""

    def __init__(self) -> None:
        self.taken: list[str] = []

    @contextlib.contextmanager
    def element(self, tag: str) -> Iterator[None]:
        self.taken.append(f"<{tag}>")
        yield
        self.taken.append(f"</{tag}>")

    def write(self, element: Any) -> None:
        self.taken.append(canonicalize(tostring(element, encoding="unicode")))


class Letters(Elements):
    """A writer whose sink of letters is within reach, as et_xmlfile's is."""

    def _file(self, text: str) -> None:
        self.taken.append(canonicalize(text))


@pytest.mark.parametrize("writer", [Elements(), Letters()])
def test_rows_come_in_whatever_writes_the_xml(writer: Elements) -> None:
    sent: list[Any] = []

    def send(what: Any) -> Elements:
        sent.append(what)
        return writer

    ws = SimpleNamespace(_get_writer=lambda: None, _writer=SimpleNamespace(xf=SimpleNamespace(send=send)))
    rows = cells.stream(ws)
    next(rows)
    rows.send(cells.row(1, ' ht="18"', cells.cell("A1", "", "one")))
    rows.send(cells.row(2, "", cells.cell("B2", "", 2)))
    rows.close()
    first, second = '<row ht="18" r="1"><c r="A1" t="inlineStr"><is><t>one</t></is></c></row>', '<row r="2"><c r="B2" t="n"><v>2</v></c></row>'
    assert writer.taken == ["<sheetData>", first, second, "</sheetData>"]
    assert sent == [True, None]


def test_equal_looks_share_one_number_and_their_parts() -> None:
    book = Workbook(write_only=True)
    styles = Styles(book.create_sheet())
    first = styles.attribute(PLAIN)
    assert first == styles.attribute(Look())
    assert styles.attribute(Look(bold=True)) not in ("", first)
    fonts = len(book._fonts)
    styles.attribute(Look(bold=True, fill="FFFFFF"))
    assert len(book._fonts) == fonts
