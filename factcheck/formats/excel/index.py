"""The index over many worksheets as a workbook: one row an article, links to its worksheets. Knows no worksheet itself."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import islice
from typing import IO

from openpyxl.workbook import Workbook

from factcheck.formats.excel.sheet import LONGEST_LINK, MOST_LINKS, Page, Put, Sheet
from factcheck.formats.excel.streamed import pack_streamed
from factcheck.formats.excel.style import Look
from factcheck.formats.index import Rows

TIME = datetime.datetime(2000, 1, 1)
HEADS = ("Article", "Worksheet", "Claims", "High", "Conflicts", "What speaks against what", "Start here", "Problems")
WIDTHS = (38.0, 22.0, 8.0, 8.0, 10.0, 60.0, 60.0, 30.0)
_LINE, _POINTS = 58, 13.0  # characters of a wide cell's line; points of a line


def index_workbook(found: Rows, out: IO[bytes]) -> None:
    """Write the index as an .xlsx file, row by row; the same rows give the same bytes."""
    book = Workbook(write_only=True)
    sheet = Sheet(book, None, "Index", WIDTHS, Page("Worksheets", f"{len(found)} articles", ""))
    sheet.freeze(2, 2)
    sheet.repeat(1, 1)
    head, plain, link = Look(bold=True, border="bottom"), Look(border="bottom"), Look(border="bottom", color="1B4F8A")
    sheet.row([Put(h, head) for h in HEADS], 18)
    for row in found:
        name = row.title or row.article
        against, top = "\n".join(row.contradictions), "\n".join(row.top)
        trouble = row.failed or (f"failed: {', '.join(row.problems)}" if row.problems else "")
        shown = row.links[0].name if row.links else ""
        height = max(_height(against), _height(top), _height(name, 36), _height(trouble, 28))
        cells = [Put(name, plain), Put(f"{row.article} ({shown})" if shown else row.article, link if shown else plain)]
        cells += [Put(n, plain) for n in (row.claims, row.high, row.conflicts)]
        sheet.row([*cells, Put(against, plain), Put(top, plain), Put(trouble, plain)], height)
        sheet.forget_height()
    sheet.filter(1, sheet.at, len(HEADS))
    book.properties.creator, book.properties.title = "factcheck", "Index"
    book.properties.created = book.properties.modified = TIME
    pack_streamed(book, out, _links(found))


def _links(found: Rows) -> Iterator[tuple[str, str]]:
    """The cell of each article with the address of its worksheet; Excel takes so many of them."""
    linked = ((f"B{number}", f"./{row.links[0].href}") for number, row in enumerate(found, 2) if row.links)
    return islice((link for link in linked if len(link[1]) <= LONGEST_LINK), MOST_LINKS)


def _height(text: str, width: int = _LINE) -> float:
    """The points that a text needs."""
    return 4 + _POINTS * sum(1 + len(line) // width for line in text.split("\n"))
