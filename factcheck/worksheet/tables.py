"""Worksheet = rows × columns: every format writes these tables, and reading back fills the same cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from factcheck.model import vocabulary
from factcheck.model.light import dataclass
from factcheck.model.view import View
from factcheck.model.vocabulary import Term
from factcheck.model.worksheet import AddedClaim, Worksheet
from factcheck.plugin.records import Column
from factcheck.worksheet.names import names

TITLES = {
    "claims": "Checklist",
    "names": "Names",
    "sources": "Sources",
    "contradictions": "Contradictions",
    "quotations": "Quotations",
    "gone": "Gone",
    "contacts": "Contact log",
    "cover": "Cover",
}

DETAIL_TICK = "tick"
"""What a single detail's tick is kept under, by the detail's id; a name shares the id of its first mention, so it is no column of Names."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Args:
        id: what its entries are kept under.
        cells: shown text by column id, machine and checker side; choices as their titles.
        item: the record behind it, None for a row that people added.
    """

    id: str
    cells: Mapping[str, str]
    item: Any = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under declared columns, and the columns that people added of their own."""

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def table(name: str, view: View, columns: Sequence[Column]) -> Table:
    """One table of a worksheet.

    Args:
        name: claims, names, sources, contradictions, quotations, contacts or cover.
        columns: of all tables; the table takes its own, in order.
    """
    own = tuple(c for c in columns if c.table == name)
    items = list(_items(name, view))
    unknown = _unknown(own, (view.entry(id_) for id_, _ in items)) if name != "contacts" else ()
    own = (*own, *unknown)
    return Table(name, TITLES.get(name, name), own, tuple(_row(id_, item, own, view) for id_, item in items))


def _items(name: str, view: View) -> Iterable[tuple[str, Any]]:
    w: Worksheet = view.worksheet
    if name == "claims":
        return [*((c.id, c) for c in w.claims), *((a.id, a) for a in w.added_claims)]
    if name == "names":
        return [(n.id, n) for n in names(view)]
    if name == "contacts":
        return [(f"contact-{i}", contact) for i, contact in enumerate(w.contacts, 1)]
    if name == "cover":
        return [("cover", None)]
    rows: Mapping[str, Sequence[Any]] = {"sources": w.sources, "contradictions": in_order_of_severity(w), "quotations": w.quotations}
    if name == "gone":
        return [(g.id, g) for g in (w.lineage.gone if w.lineage else ())]
    return [(r.id, r) for r in rows.get(name, ())]


def in_order_of_severity(worksheet: Worksheet) -> tuple[Any, ...]:
    """Conflicts first, then where sources disagree, then superseded, then spellings."""
    order = {"conflict": 0, "discrepancy": 1, "disputed": 2, "superseded": 3, "inconsistent_spelling": 4}
    return tuple(sorted(worksheet.contradictions, key=lambda x: order.get(x.severity, 5)))


def _row(id_: str, item: Any, columns: Sequence[Column], view: View) -> Row:
    entry: Mapping[str, str] = item if isinstance(item, Mapping) else view.entry(id_)
    cells = {}
    for c in columns:
        if c.side == "checker":
            cells[c.id] = show(c, entry.get(c.id, ""))
        elif isinstance(item, AddedClaim):
            cells[c.id] = {"id": item.id, "claim": item.text}.get(c.id) or entry.get(c.id, "") or _place(c, item, view)
        elif c.value is not None and item is not None:
            cells[c.id] = c.value(item, view) or ""
        else:
            cells[c.id] = ""
    return Row(id_, cells, item)


def _place(column: Column, item: AddedClaim, view: View) -> str:
    """Where an added claim belongs, where somebody said so."""
    return view.place(item.sentence) if column.id == "position" and item.sentence is not None else ""


def _unknown(known: Sequence[Column], entries: Iterable[Mapping[str, str]]) -> tuple[Column, ...]:
    """Columns that people added: kept under their header, after the others."""
    have = {c.id for c in known} | {DETAIL_TICK}
    found = dict.fromkeys(key for entry in entries for key in entry if key not in have)
    return tuple(
        Column(
            id=key,
            title=key,
            side="checker",
            group="own",
            help="Added by hand.",
            table=known[0].table if known else "claims",
            by="user:own",
        )
        for key in found
    )


def show(column: Column, value: str) -> str:
    """An entry as people see it: a choice by its title, the rest as it is.

    >>> show(Column(id="status", choices=vocabulary.STATUSES), "confirmed_as_said")
    'Confirmed as said'
    """
    for term in column.choices:
        if isinstance(term, Term) and term.id == value:
            return term.title
    return value


def keep(column: Column, typed: str) -> str:
    """What people typed as it is kept: a choice by its id where it is one, a tick as 'x', the rest as it is.

    >>> keep(Column(id="status", choices=vocabulary.STATUSES), "confirmed as said")
    'confirmed_as_said'
    """
    if column.type == "tick":
        return "x" if typed.strip().casefold() in TICKS else typed.strip()
    terms = tuple(t for t in column.choices if isinstance(t, Term))
    return (vocabulary.id_of(terms, typed) or typed) if terms else typed


TICKS = frozenset({"x", "☑", "☒", "✔", "✓", "yes", "y", "true", "1", "wahr", "ja"})
"""What counts as a tick when it is typed."""


def choice_titles(column: Column) -> tuple[str, ...]:
    """What a drop-down offers."""
    return tuple(c.title if isinstance(c, Term) else c for c in column.choices)
