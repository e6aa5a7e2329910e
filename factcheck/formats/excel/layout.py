"""Which column stands where and how wide: pure, from the declared columns.

The layout travels in the file, so that it is read back by it. Writes no cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from factcheck.formats.excel import fit
from factcheck.model.errors import FactcheckError
from factcheck.model.light import dataclass
from factcheck.model.vocabulary import Term
from factcheck.plugin.records import Column
from factcheck.worksheet.tables import TITLES, Table, choice_titles

SCREEN = 172.0
"""Width of the working view in digits: 1366 pixels at 100 %, less the row heads and the scroll bar."""
PAPER = 166.0
"""Width of the other sheets."""
NARROW = 14
"""Declared width up to which a column of the tool's is as wide as its longest word."""
GAP_WIDTH = 2.0
"""Width of the tab of a collapsed group."""
SPARE = {"claims": 30, "contacts": 30, "gone": 0}
"""Empty rows to type into; ten on other tables."""
SHEETS = {**TITLES, "legal": "Legal and reply"}
LINKS = {"see_contradiction": "contradictions", "see_source": "sources"}
"""Columns of the Checklist that only lead elsewhere, and the table that they lead to."""
GROUPS = {"links": "Links", "evidence": "Evidence", "decision": "Decision", "analysis": "Analysis", "own": "Own columns"}
OPEN_GROUPS = frozenset({"work", "own"})
NUMBERED = frozenset({"names"})
"""Tables whose declared columns have no id: the sheet adds one, by which a sorted row is known."""

NAMED = frozenset({"names", "legal"})
"""Tables whose rows are made from other records: the layout lists their ids."""

COLUMN_NAME = "factcheck.{}.{}"
"""Hidden name of a white heading cell, by table and number of its column: by it a renamed heading is known."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A column of a sheet; a gap, which carries a group's heading, has no column.

    Args:
        column: the declared column, or None.
        title: heading on the sheet; unique on it.
        width: in digits.
        folded: in a collapsed group.
    """

    column: Column | None
    title: str
    width: float
    folded: bool = False


ID = Column(id="id", title="#", side="machine", width=8, help="Id of the row; for ever.")


SHARES = {"claim": 37, "road": 14, "tick": 15, "check": 36, "flags": 14, "status": 16, "evidence": 16, "change": 13, "note": 13}
"""Shares of the working view where they differ from the declared width: what is long gets room, so that rows stay low."""


LEAST = {"status": 12.4}
"""Widths that a column never goes below: a status stands on one line with its sign."""


def lay(table: Table) -> tuple[Laid, ...]:
    """The columns of a sheet from left to right."""
    columns = table.columns if table.id not in NUMBERED else (ID, *table.columns)
    if table.id == "claims":
        columns = tuple(replace(c, width=SHARES.get(c.id, c.width)) if c.group == "work" else c for c in columns)
    titles = _titles(columns)
    groups = list(dict.fromkeys(["work", *(c.group for c in columns if c.group not in OPEN_GROUPS)]))
    own = [c for c in columns if c.group == "own"]
    front = [*(c for c in columns if c.group == "work"), *own]
    narrowest = {c.id: least(c, table) for c in columns}
    widths = widths_of(front, (SCREEN if table.id == "claims" else PAPER) - GAP_WIDTH * (len(groups) - 1), narrowest)
    out = [Laid(c, titles[id(c)], widths[c.id]) for c in front]
    for group in groups[1:]:
        out.append(Laid(None, GROUPS.get(group, group.replace("_", " ").capitalize()), GAP_WIDTH))
        out += [Laid(c, titles[id(c)], max(float(c.width), narrowest[c.id]), folded=True) for c in columns if c.group == group]
    return tuple(out)


def _titles(columns: Sequence[Column]) -> dict[int, str]:
    """Headings by column; where two are the same, the later one says its id."""
    seen: set[str] = set()
    out = {}
    for c in columns:
        title = " ".join(c.title.split()) or c.id
        if title.casefold() in seen:
            title = f"{title} ({c.id})"
        seen.add(title.casefold())
        out[id(c)] = title
    return out


def least(column: Column, table: Table) -> float:
    """The narrowest that a column may be: its longest word fits, of heading and choices, in a narrow machine column of its cells."""
    words = column.title.split()
    inside = [w for choice in choice_titles(column) for w in choice.split()]
    if column.side == "machine" and column.width <= NARROW:
        inside += [w for row in table.rows for w in (row.cells.get(column.id) or row.id).split()]
    widest = max([fit.text_width(w) * 0.95 for w in words] + [min(fit.text_width(w), NARROW) for w in inside], default=0.0)
    return round(max(LEAST.get(column.id, 5.0), widest + 0.8), 1)


def widths_of(columns: Sequence[Column], total: float, narrowest: Mapping[str, float]) -> dict[str, float]:
    """Widths in proportion to the declared ones that together make the total, none below its least."""
    fixed: dict[str, float] = {}
    while True:
        rest = [c for c in columns if c.id not in fixed]
        room, asked = total - sum(fixed.values()), sum(c.width for c in rest)
        scale = max(room, 0.0) / asked if asked else 1.0
        narrow = {c.id: narrowest[c.id] for c in rest if c.width * scale < narrowest[c.id]}
        if not narrow:
            return {**fixed, **{c.id: round(c.width * scale, 1) for c in rest}}
        fixed.update(narrow)


def spare(table: str) -> int:
    """How many empty rows a table ends with."""
    return SPARE.get(table, 10)


def describe(tables: Mapping[str, Table], laid: Mapping[str, Sequence[Laid]]) -> dict[str, Any]:
    """The layout as data for the Machine sheet: by table its sheet, its columns, and the names of rows that have no id in the contract."""
    out: dict[str, Any] = {}
    for name, table in tables.items():
        out[name] = {"sheet": SHEETS[name], "columns": list(_described(laid[name]))}
        if name in NAMED:
            out[name]["rows"] = {row.id: row.cells.get("name", "") for row in table.rows}
    return out


def _described(laid: Sequence[Laid]) -> Iterator[dict[str, Any]]:
    for place in laid:
        c = place.column
        if c is not None:
            choices = [[t.id, t.title] if isinstance(t, Term) else [t] for t in c.choices]
            yield {"id": c.id, "title": place.title, "side": c.side, "type": c.type, "choices": choices, "own": c.group == "own"}


class Described(NamedTuple):
    """A table as ``describe`` wrote it: its sheet, its columns as far as reading needs them, names of rows without an id."""

    sheet: str
    columns: tuple[Column, ...]
    rows: Mapping[str, str]


def tables_from(layout: Any, where: str) -> dict[str, Described]:
    """The tables that ``describe`` wrote.

    Args:
        where: the place of the layout, for errors.
    Raises:
        FactcheckError: it was edited.
    """
    try:
        return {
            str(name): Described(
                str(table["sheet"]),
                tuple(_column(d) for d in table["columns"]),
                {str(row): str(words) for row, words in table.get("rows", {}).items()},
            )
            for name, table in layout.items()
        }
    except (LookupError, TypeError, ValueError, AttributeError):
        raise FactcheckError("the layout of its sheets was edited", where, "restore it from a copy of the file") from None


def _column(d: Mapping[str, Any]) -> Column:
    return Column(
        id=str(d["id"]),
        title=str(d["title"]),
        side=str(d["side"]),
        type=str(d["type"]),
        group="own" if d.get("own") else "work",
        choices=tuple(Term(str(c[0]), str(c[1]), "") if len(c) > 1 else str(c[0]) for c in d["choices"]),
    )
