"""A table on its sheet: headings, rows, spare rows, drop-downs, filter. The Checklist adds its own looks; nothing is judged here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from openpyxl.utils import get_column_letter

from factcheck.formats.excel import fit, style, values
from factcheck.formats.excel.book import Book
from factcheck.formats.excel.layout import SHEETS, Laid, spare
from factcheck.formats.excel.sheet import Put, Sheet
from factcheck.formats.excel.style import Look
from factcheck.model.worksheet import AddedClaim
from factcheck.plugin.records import Column
from factcheck.worksheet.tables import Row

Dress = Callable[[Column, Row, str], Put | None]
"""Gives a machine cell another look, value or link; None leaves it as it is."""

OWN_ROW = "{}+{}"
"""Id of the entries of a row that people added to a table other than the Checklist."""


def write_table(book: Book, table_id: str, caption: str, lists: Mapping[tuple[str, str], str], dress: Dress | None = None) -> Sheet:
    """Write a table on a sheet of its own.

    Args:
        caption: a sentence above the headings.
        lists: the range of each drop-down, by table and column id.
        dress: looks of special machine cells.
    """
    laid = book.laid[table_id]
    sheet = book.sheet(SHEETS[table_id], [p.width for p in laid])
    head = book.head(table_id)
    sheet.freeze(_frozen(laid), head + 1)
    sheet.repeat(head, head)
    sheet.row([Put(caption, Look(color=style.SOFT, wrap=False))], 18)
    write_head(sheet, laid)
    rows = (*book.tables[table_id].rows, *own_rows(book, table_id))
    for row in rows:
        write_row(sheet, book, laid, row, dress)
    for _ in range(spare(table_id)):
        write_spare(sheet, laid)
    finish(sheet, book, table_id, head, len(rows), lists)
    return sheet


def _frozen(laid: Sequence[Laid]) -> int:
    """The first column that scrolls: the one after what names a row."""
    names = {"claim", "name", "words", "severity", "who"}
    return next((n for n, p in enumerate(laid, 1) if p.column and p.column.id in names), 1) + 1


def own_rows(book: Book, table_id: str) -> tuple[Row, ...]:
    """Rows that people added to a table, by their entries."""
    if table_id in ("claims", "contacts", "cover"):
        return ()
    prefix = OWN_ROW.format(table_id, "")
    found = sorted(
        (k for k in book.worksheet.entries if k.startswith(prefix) and k[len(prefix) :].isdigit()), key=lambda k: int(k[len(prefix) :])
    )
    return tuple(Row(k, dict(book.worksheet.entries[k])) for k in found)


def write_head(sheet: Sheet, laid: Sequence[Laid]) -> None:
    """The heading row, with a word of help on each heading."""
    puts = [
        Put(f"▸ {p.title}", style.HEAD_GROUP)
        if p.column is None
        else Put(p.title, style.HEAD_CHECKER if p.column.side == "checker" else style.HEAD_MACHINE)
        for p in laid
    ]
    folded = any(p.column is None for p in laid)
    height = fit.row_height(((p.title, p.width - 0.8) for p in laid if p.column), 9, bold=True)
    at = sheet.row(puts, max(50.0 if folded else 28.0, height))
    for number, p in enumerate(laid, 1):
        if p.column is not None:
            sheet.explain(number, at, p.title, p.column.help)


def write_row(sheet: Sheet, book: Book, laid: Sequence[Laid], row: Row, dress: Dress | None) -> None:
    """One row, as high as its text asks."""
    entry, places = book.view.entry(row.id), book.positions
    puts: list[Put | None] = []
    high = fit.LINE * style.SIZE + fit.PADDING
    typed = row.item is None or isinstance(row.item, AddedClaim | Mapping)  # a row that people added: all its cells are theirs
    for place in laid:
        column = place.column
        if column is None:
            puts.append(Put(None, style.GAP))
            continue
        shown = row.cells.get(column.id, "") or ("" if not typed else entry.get(column.id, ""))
        if column.id == "position" and isinstance(row.item, AddedClaim):
            shown = places.get(row.item.sentence or 0, shown)
        if column.id == "id" and not shown and not row.id.startswith("contact-"):
            shown = row.id
        if column.side == "checker":
            source = str(row.item.get(column.id, "")) if isinstance(row.item, Mapping) else entry.get(column.id, "")
            put: Put | None = checker(column, source)
        elif typed and column.id != "id":
            put = Put(shown, style.WHITE_TEXT)
        else:
            put = dress(column, row, shown) if dress else None
            put = put or Put(shown, style.MACHINE_LINK if column.id == "id" else style.MACHINE_CELL)
        puts.append(put)
        if not place.folded and put is not None and put.value is not None:
            bold = put.look.bold or not isinstance(put.value, str)
            high = max(high, fit.height(str(put.value), place.width, put.look.size, bold=bold))
    sheet.row(puts, min(fit.HIGHEST, round(high, 2)))


def checker(column: Column, entry: str) -> Put:
    """A white cell with what people typed."""
    value: Any = values.cell_value(column, entry)
    if column.type == "url":
        return Put(value, style.WHITE_URL, values.web_address(entry))
    look = style.WHITE_TICK if column.type == "tick" else style.WHITE_DATE if column.type == "date" else style.WHITE_TEXT
    return Put(value, look)


def write_spare(sheet: Sheet, laid: Sequence[Laid]) -> None:
    """An empty row to type into; it has no id until it is read back."""
    puts = [Put(None, style.GAP) if p.column is None else _blank(p.column) for p in laid]
    sheet.row(puts, fit.row_height((), least=1))


def _blank(column: Column) -> Put:
    if column.id == "id":
        return Put(None, style.MACHINE_LINK)
    if column.side == "checker":
        return Put(values.EMPTY_TICK if column.type == "tick" else None, checker(column, "").look)
    return Put(None, style.WHITE_TEXT)


def finish(sheet: Sheet, book: Book, table_id: str, head: int, rows: int, lists: Mapping[tuple[str, str], str]) -> None:
    """Filter, folded groups and drop-downs of a table."""
    laid = book.laid[table_id]
    last = head + rows + spare(table_id)
    sheet.filter(head, last, len(laid))
    sheet.print_only(next((n for n, p in enumerate(laid) if p.column is None), len(laid)), last)
    for number, place in enumerate(laid, 1):
        c = place.column
        source = lists.get((table_id, c.id)) if c else None
        if c is not None and source:
            sheet.choose(number, head + 1, last, source, place.title, warn=c.type != "tick")


def fold(sheet: Sheet, laid: Sequence[Laid]) -> None:
    """Collapse the groups to the right; each has its tab with the + button at its left. Before the first row."""
    sheet.ws.sheet_properties.outlinePr.summaryRight = False
    for number, place in enumerate(laid, 1):
        dimension = sheet.ws.column_dimensions[get_column_letter(number)]
        if place.folded:
            dimension.outlineLevel, dimension.hidden = 1, True
        elif place.column is None:
            dimension.collapsed = True
