"""Reads the Cover's form: each white cell stands to the right of its label. Reads nothing below the form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openpyxl.cell.cell import MergedCell

from factcheck.formats.excel.cover import COLUMNS, FORM_ENDS, FORM_FROM, MACHINE_LABELS
from factcheck.formats.excel.locate import Grid
from factcheck.formats.excel.values import entry_of, said
from factcheck.plugin.records import Column
from factcheck.worksheet.typed import fold

SECTIONS = frozenset({"outside this text"})


def read_cover(grid: Grid, columns: Sequence[Column], before: Mapping[str, str]) -> dict[str, str]:
    """The Cover's entries.

    Args:
        columns: the declared fields and ticks.
        before: the entries when the file was written; a field whose label is gone keeps its entry.
    """
    own = {c.id for c in columns if c.group == "own"}
    out = {k: v for k, v in before.items() if k not in own}
    known = {fold(c.title): c for c in columns}
    machine = {fold(label) for label in MACHINE_LABELS} | SECTIONS
    for row, cells in grid.items():
        words = [said(c) for c in cells.values()]
        if row >= FORM_FROM and any(fold(w) == fold(FORM_ENDS) for w in words):
            break
        if row < FORM_FROM:
            continue
        number = 1
        while number <= COLUMNS + 4:
            label = said(cells[number]) if number in cells else ""
            if not label.strip():
                number += 1
                continue
            at = _value_at(cells, number)
            value = said(cells[at]) if at in cells else ""
            column = known.get(fold(label))
            if column is not None:
                now = entry_of(column, before.get(column.id, ""), value)
                out.pop(column.id, None)
                if now:
                    out[column.id] = now
            elif value.strip() and fold(label) not in machine and fold(value) not in known and not label.strip()[0].isdigit():
                out[" ".join(label.split())] = value
            number = at + 1
    return out


def _value_at(cells: Mapping[int, object], label: int) -> int:
    """The column of a label's value: the next one that is not merged into the label."""
    at = label + 1
    while isinstance(cells.get(at), MergedCell):
        at += 1
    return at
