"""The hidden Lists sheet: what the drop-downs offer, and the helper column of the Corrections sheet. Never holds what people typed."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest

from openpyxl.utils import get_column_letter

from factcheck.formats.excel import values
from factcheck.formats.excel.book import Book
from factcheck.formats.excel.cells import Formula
from factcheck.formats.excel.sheet import Put
from factcheck.formats.excel.style import ONE_LINE
from factcheck.worksheet.tables import choice_titles

SHEET = "Lists"
CORRECTION_COLUMN = 1
"""Column A numbers the Checklist rows that change the draft."""


def offered(book: Book) -> dict[tuple[str, str], tuple[str, ...]]:
    """What each drop-down offers, by table and column id."""
    out: dict[tuple[str, str], tuple[str, ...]] = {}
    for table_id, laid in book.laid.items():
        for place in laid:
            c = place.column
            if c is None or c.side != "checker":
                continue
            if c.type == "tick":
                out[table_id, c.id] = (values.EMPTY_TICK, values.FULL_TICK)
            elif c.choices:
                out[table_id, c.id] = choice_titles(c)
    return out


def ranges(book: Book) -> Mapping[tuple[str, str], str]:
    """The range of each drop-down. Equal lists share one."""
    at: dict[tuple[str, ...], str] = {}
    out = {}
    for key, choices in offered(book).items():
        if choices not in at:
            letter = get_column_letter(CORRECTION_COLUMN + len(at) + 1)
            at[choices] = f"{SHEET}!${letter}$2:${letter}${len(choices) + 1}"
        out[key] = at[choices]
    return out


def write_lists(book: Book) -> None:
    """Write the sheet."""
    columns = list(dict.fromkeys(offered(book).values()))
    sheet = book.sheet(SHEET, [12.0] * (len(columns) + 1), hidden=True)
    sheet.row([Put("corrections", ONE_LINE), *(Put("list", ONE_LINE) for _ in columns)])
    helper = [Put(f, ONE_LINE) for f in _corrections(book)]
    for cells in zip_longest(helper, *columns):
        sheet.row([cells[0], *(Put(c, ONE_LINE) if c is not None else None for c in cells[1:])])


def _corrections(book: Book) -> list[Formula]:
    """Row n of the helper: the running number of Checklist row n where a change, a decision or a tick stands, else nothing."""
    first, last = book.head("claims") + 1, book.last("claims")
    filled = [f"INDEX('Checklist'!${x}:${x},ROW())<>\"\"" for x in (book.letter("claims", "change"), book.letter("claims", "decided")) if x]
    if not filled or first != 2:
        return []
    return [Formula(f'=IF(OR({",".join(filled)}),MAX($A$1:$A{row - 1})+1,"")') for row in range(first, last + 1)]
