"""Writes the workbook: one function a sheet, in the order of the tabs. The only module that knows them all."""

from __future__ import annotations

import datetime

from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName

from factcheck.formats.excel import grid, layout, lists, machine, package
from factcheck.formats.excel.across import write_across
from factcheck.formats.excel.article import write_article
from factcheck.formats.excel.book import Book
from factcheck.formats.excel.checklist import write_checklist
from factcheck.formats.excel.corrections import write_corrections, write_progress
from factcheck.formats.excel.cover import write_cover
from factcheck.formats.excel.sheet import Put
from factcheck.formats.excel.style import ONE_LINE
from factcheck.formats.excel.table_looks import captions, dress
from factcheck.model.errors import FactcheckError
from factcheck.model.worksheet import Worksheet
from factcheck.plugin.records import WriteOptions

TIME = datetime.datetime(2000, 1, 1)
"""Creation time in the document's properties: no clock, the same bytes for the same worksheet."""


MOST_COLUMNS = 16_384
"""Columns that a sheet of Excel can have (Microsoft, Excel specifications and limits)."""


def workbook_bytes(worksheet: Worksheet, options: WriteOptions) -> bytes:
    """The worksheet as an .xlsx file.

    Raises:
        FactcheckError: a table has more columns than a sheet can have.
    """
    book = Book(worksheet, options)
    for table_id, table in book.tables.items():
        if len(table.columns) > MOST_COLUMNS:
            told_of = f"the table {table_id!r} has {len(table.columns):,} columns, a sheet of a workbook at most {MOST_COLUMNS:,}"
            raise FactcheckError(told_of, hint="write another format, as with -f json")
    offered = lists.ranges(book)
    write_cover(book, offered)
    checklist = write_checklist(book, offered)
    write_article(book)
    told = captions(book)
    for table_id in ("names", "sources", "contradictions", "quotations", "legal", "contacts", "gone"):
        if table_id not in book.tables:
            continue
        grid.write_table(book, table_id, told[table_id], offered, dress(book, table_id))
    if worksheet.elsewhere:
        write_across(book)
    write_corrections(book)
    write_progress(book)
    lists.write_lists(book)
    write_machine(book)
    _name_columns(book)
    made = book.workbook
    made.active = made.worksheets.index(checklist.ws)
    checklist.ws.sheet_view.tabSelected = True
    made.calculation.fullCalcOnLoad = True
    properties = made.properties
    properties.creator, properties.title = worksheet.generator or "factcheck", book.page.title[:200]
    properties.created = properties.modified = TIME
    return package.pack(made)


def write_machine(book: Book) -> None:
    """The hidden sheet by which the file is read back."""
    sheet = book.sheet(machine.SHEET, [12.0, 100.0], hidden=True)
    described = layout.describe(book.tables, book.laid)
    for key, value in machine.rows(book.worksheet, described):
        sheet.row([Put(key, ONE_LINE), Put(value, ONE_LINE)], 15)


def _name_columns(book: Book) -> None:
    """Name each white heading by table and number of its column, so that a renamed heading is known."""
    names = book.workbook.defined_names
    for table_id, laid in book.laid.items():
        described = -1
        for number, place in enumerate(laid, 1):
            described += place.column is not None
            if place.column is not None and place.column.side == "checker" and table_id != "cover":
                name = layout.COLUMN_NAME.format(table_id, described)
                cell = f"'{layout.SHEETS[table_id]}'!${get_column_letter(number)}${book.head(table_id)}"
                names[name] = DefinedName(name, attr_text=cell, hidden=True)
