"""Reads a filled-in workbook back: the machine side from its hidden sheet, what people typed from the others, by heading and row id.

Sorted, hidden, moved and deleted rows and columns are fine. What cannot be placed is told in ``problems`` by sheet and cell; only a file
that is no worksheet at all is an error.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from factcheck.formats.excel import machine, package, values
from factcheck.formats.excel.form import read_cover
from factcheck.formats.excel.layout import tables_from
from factcheck.formats.excel.locate import Found, Grid, grid_of, locate
from factcheck.formats.excel.rows import Rows
from factcheck.model.errors import FactcheckError
from factcheck.model.worksheet import Problem, Worksheet
from factcheck.worksheet.typed import fold

HOOK = "reading the workbook"
OURS = frozenset({"Article", "Corrections", "Progress", "Lists", "Cover", machine.SHEET})
"""Sheets from which nothing is read back, or not as a table."""


def read_workbook(data: bytes, name: str) -> Worksheet:
    """Read a workbook.

    Args:
        data: the file.
        name: its name, for errors.
    Raises:
        FactcheckError: it is no workbook, has no Machine sheet, or that sheet was edited.
    """
    book, formulas = package.unpack(data, name)
    grids = {str(s.title): grid_of(s) for s in book.worksheets}
    worksheet, layout = _machine(grids, name)
    rows = Rows(worksheet)
    for sheet, remark in formulas:
        rows.tell(sheet, remark)
    tables = tables_from(layout, f"{name}, sheet {machine.SHEET}")
    others = {fold(t.sheet) for t in tables.values()}
    taken = {t for t in grids if t in OURS}
    for table_id, (sheet, columns, named) in tables.items():
        if table_id == "cover":
            if "Cover" in grids:
                rows.merge_cover(read_cover(grids["Cover"], columns, worksheet.entries.get("cover", {})))
            else:
                rows.tell("Cover", "there is no such sheet; its entries stay as they were")
            continue
        found = locate(book, grids, table_id, sheet, columns, taken, others - {fold(sheet)})
        if found is None:
            rows.tell(sheet, "there is no such sheet, or it has no heading row; its entries stay as they were")
            continue
        for hint in found.hints:
            rows.tell(found.sheet, hint)
        rows.take(table_id, found, columns, named)
    for title, grid in grids.items():
        if title not in taken and any(grid.values()):
            rows.tell(title, "a sheet of your own; it stays in this file and is not carried over")
    return _joined(worksheet, rows)


def _machine(grids: Mapping[str, Grid], name: str) -> tuple[Worksheet, Mapping[str, Any]]:
    for title in sorted(grids, key=lambda t: t != machine.SHEET):
        grid = grids[title]
        first = next(iter(grid.values()), {})
        if first and machine.is_machine(next(iter(first.values())).value):
            return machine.unpack([_pair(cells) for cells in grid.values()], name)
    raise FactcheckError("has no Machine sheet, so it is no worksheet of factcheck", name, "give a workbook that factcheck wrote")


def _pair(cells: Mapping[int, Any]) -> tuple[str, str]:
    said = [values.said(cell) for cell in cells.values()]
    return said[0], said[1] if len(said) > 1 else ""


def _joined(worksheet: Worksheet, rows: Rows) -> Worksheet:
    told = tuple(Problem("factcheck", HOOK, message) for message in dict.fromkeys(rows.told))
    kept = tuple(p for p in worksheet.problems if p.hook != HOOK)
    entries = {key: dict(entry) for key, entry in rows.entries.items() if entry}
    return dataclasses.replace(
        worksheet, entries=entries, added_claims=tuple(rows.added), contacts=tuple(rows.contacts), problems=(*kept, *told)
    )


__all__ = ["Found", "read_workbook"]
