"""Finds a table in a workbook that people worked in: its sheet, its heading row, which column is which. Reads no entries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl.cell.cell import MergedCell
from openpyxl.utils import column_index_from_string, get_column_letter

from factcheck.formats.excel.layout import COLUMN_NAME
from factcheck.formats.excel.values import said
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.plugin.records import Column
from factcheck.worksheet.typed import fold, like

HEAD_WITHIN = 30
"""The heading row is looked for in so many rows."""

_REF = compiled(r"\$?([A-Z]{1,3})\$?(\d{1,7})$")

Grid = Mapping[int, Mapping[int, Any]]
"""The filled cells of a sheet by row and column, both from 1, in order."""


@dataclass(frozen=True, slots=True)
class Found:
    """A table on its sheet.

    Args:
        sheet: the sheet's title now.
        grid: its filled cells.
        head: row of the headings.
        columns: declared column by column number.
        own: heading by column number, of columns that people added.
        hints: what was guessed, in sentences.
    """

    sheet: str
    grid: Grid
    head: int
    columns: Mapping[int, Column]
    own: Mapping[int, str]
    hints: tuple[str, ...]


def grid_of(sheet: Any) -> Grid:
    """The filled cells of a sheet; a stray cell far away costs nothing."""
    rows: dict[int, dict[int, Any]] = {}
    for (row, column), cell in sheet._cells.items():
        link = cell.hyperlink
        if link is not None and link.location and cell.value == link.location:
            continue  # openpyxl gives an empty cell with a link of ours the link's place as its value
        if cell.value is not None or cell.comment is not None or isinstance(cell, MergedCell):
            rows.setdefault(row, {})[column] = cell
    return {row: dict(sorted(rows[row].items())) for row in sorted(rows)}


def locate(
    book: Any, grids: Mapping[str, Grid], table_id: str, title: str, columns: Sequence[Column], taken: set[str], others: set[str]
) -> Found | None:
    """Find a table.

    Args:
        grids: the grids of the sheets, by title.
        title: the sheet's title when it was written.
        columns: the columns it was written with, in their order.
        taken: titles of sheets that other tables were found on; grows.
        others: folded titles that sheets of other tables were written with.
    """
    by_name = [t for t in grids if fold(t) == fold(title)] or [t for t in grids if t not in taken and fold(t) not in others]
    best = max(((score, -n, t, head) for n, t in enumerate(by_name) for score, head in [_head(grids[t], columns)]), default=None)
    renamed = best is not None and fold(best[2]) != fold(title)
    if best is None or best[0] < (max(2, len(columns) * 0.6) if renamed else 1):
        return None
    _, _, sheet, head = best
    taken.add(sheet)
    hints = [] if not renamed else [f"the sheet {sheet!r} is read as {title!r}"]
    mapped, own = _match(grids[sheet], head, columns, _named(book, sheet, table_id), hints)
    return Found(sheet, grids[sheet], head, mapped, own, tuple(hints))


def _head(grid: Grid, columns: Sequence[Column]) -> tuple[int, int]:
    """How many headings the likeliest heading row holds, and its number."""
    known = {fold(c.title) for c in columns} | {fold(c.id) for c in columns}
    rows = [(sum(fold(said(cell)) in known for cell in cells.values()), -row) for row, cells in grid.items() if row <= HEAD_WITHIN]
    score, row = max(rows, default=(0, -1))
    return score, -row


def _named(book: Any, sheet: str, table_id: str) -> Mapping[tuple[int, int], int]:
    """Heading cells that carry one of our names: the number of the column by cell."""
    out = {}
    prefix = COLUMN_NAME.format(table_id, "")
    for name, defined in book.defined_names.items():
        text = str(getattr(defined, "attr_text", "") or "")
        ref = _REF.search(text)
        if (
            name.startswith(prefix)
            and name[len(prefix) :].isdigit()
            and ref
            and text[: ref.start()].rstrip("!.").strip("$'").replace("''", "'") == sheet
        ):
            out[int(ref[2]), column_index_from_string(ref[1])] = int(name[len(prefix) :])
    return out


def _match(
    grid: Grid, head: int, columns: Sequence[Column], named: Mapping[tuple[int, int], int], hints: list[str]
) -> tuple[dict[int, Column], dict[int, str]]:
    """Which heading is which column: by its words, else by its name, else by likeness; the rest are people's own."""
    headings = {number: said(cell) for number, cell in grid[head].items() if said(cell).strip() and not said(cell).strip().startswith("▸")}
    mapped: dict[int, Column] = {}
    left = list(columns)
    for number, words in headings.items():
        for column in left:
            if fold(words) in (fold(column.title), fold(column.id)):
                mapped[number] = column
                left.remove(column)
                break
    for number, words in headings.items():
        if number in mapped or not left:
            continue
        index = named.get((head, number))
        by_name = next((c for c in left if index is not None and index < len(columns) and c is columns[index]), None)
        column_or_none = by_name or like(words, left)
        if column_or_none is not None:
            mapped[number] = column_or_none
            left.remove(column_or_none)
            hints.append(f"the heading {words.strip()!r} is read as {column_or_none.title!r}")
    last = max((n for cells in grid.values() for n in cells), default=0)
    return mapped, _own(headings, mapped, grid, head, last, {fold(c.title) for c in columns})


def _own(headings: Mapping[int, str], mapped: Mapping[int, Column], grid: Grid, head: int, last: int, known: set[str]) -> dict[int, str]:
    """Headings of people's own columns, each once; a column without heading is called by its letter."""
    own: dict[int, str] = {}
    groups = {n for n, cell in grid[head].items() if said(cell).strip().startswith("▸")}
    filled = {n for row, cells in grid.items() if row > head for n in cells}
    seen = set(known)
    for number in range(1, last + 1):
        if number in mapped or (number in groups and number not in filled):
            continue
        words = " ".join(headings.get(number, "").split())
        if not words and number not in filled:
            continue
        title = base = words or f"column {get_column_letter(number)}"
        count = 2
        while fold(title) in seen:
            title, count = f"{base} ({count})", count + 1
        seen.add(fold(title))
        own[number] = title
    return own
