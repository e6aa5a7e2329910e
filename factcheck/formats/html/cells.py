"""White cells from declared columns, in the order in which a hand fills them. Reads entries, changes none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from factcheck.formats.html.page import Cell
from factcheck.plugin.records import Column
from factcheck.worksheet.tables import DETAIL_TICK, Row, Table

HAND_ORDER = ("status", "waiting_for", "initials", "evidence", "change", "note")
"""The working view as it lies on paper: one line each for finding, evidence, wording; other columns follow as declared."""
PRINTED = frozenset({"id", "position", "priority", "claim", "road", "tick", "check", "flags"})
"""Machine columns of the checklist that a row prints in a place of its own."""


def cell(column: Column, row: Row) -> Cell:
    """One cell."""
    return Cell(row.id, column.id, column.title, column.type, column.help, row.cells.get(column.id, ""))


def working(table: Table) -> list[Column]:
    """The white columns of the working view, in the order of the hand. A column that somebody added by hand counts too."""
    own = [c for c in table.columns if c.side == "checker" and c.group in ("work", "own")]
    return sorted(own, key=lambda c: HAND_ORDER.index(c.id) if c.id in HAND_ORDER else len(HAND_ORDER))


def beyond(table: Table) -> list[Column]:
    """The white columns of the collapsed groups."""
    return [c for c in table.columns if c.side == "checker" and c.group not in ("work", "own")]


def white(columns: Iterable[Column], row: Row, *, only_filled: bool = False) -> tuple[Cell, ...]:
    """A row's white cells."""
    return tuple(cell(c, row) for c in columns if not only_filled or row.cells.get(c.id))


def extras(columns: Sequence[Column], row: Row, printed: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """What plugins' machine columns say in the working view."""
    return tuple(
        (c.title, row.cells[c.id])
        for c in columns
        if c.side == "machine" and c.group == "work" and c.id not in printed and row.cells.get(c.id)
    )


def ticked(entries: Mapping[str, Mapping[str, str]], detail_id: str) -> bool:
    """Whether a person ticked a detail off."""
    return bool(entries.get(detail_id, {}).get(DETAIL_TICK, "").strip())
