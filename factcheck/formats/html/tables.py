"""Names, sources, contacts, contradictions side by side, call sheets. Plugins' columns stand beside the built-in ones."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.formats.html import cells
from factcheck.formats.html.page import CallSheet, Fact, Pair, Piece, PlainTable, Side, TableRow
from factcheck.formats.html.proof import pieces
from factcheck.model import vocabulary as v
from factcheck.model.claim import Claim
from factcheck.model.contradiction import Contradiction
from factcheck.model.view import View
from factcheck.model.worksheet import SourceRow
from factcheck.plugin.records import Column
from factcheck.worksheet.names import NameRow
from factcheck.worksheet.progress import NOT_ASKED, once
from factcheck.worksheet.tables import Row, Table, table

SIDE_BY_SIDE = frozenset({"id", "severity", "kind", "first", "second", "explanation", "resolve"})
"""Machine columns of the contradictions that stand in a place of their own."""


def plain(name: str, view: View, columns: Sequence[Column]) -> PlainTable:
    """A table as it is declared."""
    return of_table(table(name, view, columns))


def of_table(made: Table) -> PlainTable:
    """A table with its rows."""
    machine = [c for c in made.columns if c.side == "machine"]
    checker = [c for c in made.columns if c.side == "checker"]
    rows = tuple(
        TableRow(
            r.id, r.item.kind if isinstance(r.item, NameRow) else "", tuple((c.id, _words(c, r)) for c in machine), cells.white(checker, r)
        )
        for r in made.rows
    )
    total = sum(c.width for c in made.columns) or 1
    widths = tuple(round(100 * c.width / total, 2) for c in (*machine, *checker))
    return PlainTable(made.id, made.title, tuple((c.id, c.title) for c in machine), tuple((c.id, c.title) for c in checker), widths, rows)


def _words(column: Column, row: Row) -> str:
    """A machine cell; a name with one spelling shows its places only, a source that speaks for itself no road."""
    n = row.item
    if column.id == "spellings" and isinstance(n, NameRow) and len(n.spellings) == 1 and n.spellings[0][0] == n.name:
        return ", ".join(n.spellings[0][1])
    if column.id == "road" and isinstance(n, SourceRow):
        return "\n".join(road for road in row.cells["road"].split("\n") if road != f"{n.name} → article")
    return row.cells[column.id]


def contradictions(view: View, columns: Sequence[Column]) -> tuple[Pair, ...]:
    """Conflicts, then where sources disagree, then what an update superseded, then spellings."""
    made = table("contradictions", view, columns)
    return tuple(_pair(r, made.columns, view) for r in made.rows)


def _pair(row: Row, columns: Sequence[Column], view: View) -> Pair:
    x: Contradiction = row.item
    claims = [view.claims[cid] for cid in x.claims if cid in view.claims]
    return Pair(
        id=x.id,
        severity=x.severity,
        severity_title=v.title(v.SEVERITIES, x.severity),
        kind=v.title(v.CONTRADICTION_KINDS, x.kind),
        sides=tuple(_side(c, x, view) for c in claims),
        explanation=x.explanation,
        resolve=x.resolve,
        elsewhere=tuple(cid for cid in x.occurrences if cid not in x.claims),
        words=cells.extras(columns, row, SIDE_BY_SIDE),
        cells=cells.white((c for c in columns if c.side == "checker"), row),
    )


def _side(c: Claim, x: Contradiction, view: View) -> Side:
    s = view.sentences.get(c.sentence)
    start, end = (s.start, s.end) if s else (c.start, c.end)
    inside = [(a, b) for a, b in x.spans if start <= a < b <= end] or [(c.start, c.end)]
    shown = tuple(p for _, p in pieces(view.article.text, start, end, (), strong=inside))
    return Side(c.id, view.position(c), c.attribution.source if c.attribution else "the article", shown or (Piece(c.text),))


def calls(view: View) -> tuple[CallSheet, ...]:
    """One sheet for each source that can be asked."""
    return tuple(sheet for s in view.worksheet.sources if s.type not in NOT_ASKED and (sheet := _call(s, view)).facts)


def _call(s: SourceRow, view: View) -> CallSheet:
    own = once(view.claims[cid] for cid in s.claims if cid in view.claims)
    roads = tuple(filter(None, dict.fromkeys(view.road(c) for c in own)))
    return CallSheet(s.id, s.name, v.title(v.SOURCE_TYPES, s.type), roads, s.type == "anonymous", tuple(_fact(c, s, view) for c in own))


def _fact(c: Claim, s: SourceRow, view: View) -> Fact:
    theirs = next((a for a in (c.attribution, *c.further_attributions) if a and a.source.casefold() == s.name.casefold()), None)
    quoted = bool(theirs and theirs.quotation in ("direct", "mixed")) or any(d.kind == "quotation" for d in c.details)
    ask = dict.fromkeys(d.text for d in c.details if d.kind != "quotation")
    return Fact(c.id, view.position(c), c.text, quoted, tuple(ask))
