"""What all sheets of one workbook share: the tables, their columns, the row of each id. Writes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from factcheck.formats.excel import layout
from factcheck.formats.excel.layout import Laid
from factcheck.formats.excel.sheet import Page, Sheet
from factcheck.formats.excel.style import Styles
from factcheck.model.article import Article
from factcheck.model.view import View
from factcheck.model.worksheet import Worksheet
from factcheck.plugin.records import Column, WriteOptions
from factcheck.worksheet import legal
from factcheck.worksheet.columns import register_columns
from factcheck.worksheet.progress import is_done
from factcheck.worksheet.tables import Row, Table, table

HEADS = {"claims": 1}
"""Row of the headings; other tables have a sentence above them."""


def _with_own(contacts: Table) -> Table:
    """The contact log with the columns that people added to it."""
    known = {c.id for c in contacts.columns}
    own = dict.fromkeys(key for row in contacts.rows for key in row.item if key not in known)
    added = tuple(Column(id=key, title=key, side="checker", table="contacts", group="own", help="Added by hand.") for key in own)
    return replace(contacts, columns=(*contacts.columns, *added))


def positions(article: Article) -> dict[int, str]:
    """Where each sentence stands, by its number: '5.1' is the first sentence of block 5."""
    out, block, index = {}, None, 0
    for s in article.sentences:
        index = index + 1 if s.block == block else 1
        block = s.block
        out[s.number] = f"{s.block}.{index}"
    return out


class Book:
    """One workbook in the making."""

    def __init__(self, worksheet: Worksheet, options: WriteOptions) -> None:
        self.worksheet, self.options = worksheet, options
        self.view = View(worksheet)
        columns = (*self._links(), *(options.columns or register_columns()))
        self.workbook = Workbook(write_only=True)
        self._styles: Styles | None = None
        gone = ("gone",) if worksheet.lineage and worksheet.lineage.gone else ()
        names = ("claims", "names", "sources", "contradictions", "quotations", *gone, "contacts", "cover")
        found = {n: table(n, self.view, columns) for n in names}
        self.tables: Mapping[str, Table] = {**found, "contacts": _with_own(found["contacts"]), "legal": legal.legal_table(self.view)}
        self.laid: Mapping[str, tuple[Laid, ...]] = {n: layout.lay(t) for n, t in self.tables.items()}

    def _links(self) -> tuple[Column, ...]:
        """Columns of the workbook's own, which lead from a row to its contradictions and its source."""
        ids = self.source_ids
        return (
            Column(
                id="see_contradiction",
                title="See",
                side="machine",
                width=9,
                group="links",
                value=lambda c, _: " ".join(c.contradictions),
                help="Leads to the first one.",
            ),
            Column(
                id="see_source",
                title="Source row",
                side="machine",
                width=8,
                group="links",
                value=lambda c, _: ids.get(c.attribution.source.casefold(), "") if c.attribution else "",
            ),
        )

    @cached_property
    def page(self) -> Page:
        """What stands on every printed page."""
        a = self.worksheet.article
        draft = self.view.entry("cover").get("draft", "")
        return Page(
            a.title or a.path or "Untitled", " · ".join(filter(None, (f"Draft {draft}" if draft else "", self.options.date))), a.sha256[:8]
        )

    @cached_property
    def positions(self) -> Mapping[int, str]:
        """'5.1' by sentence number."""
        return positions(self.worksheet.article)

    def sheet(self, title: str, widths: Sequence[float], *, hidden: bool = False) -> Sheet:
        """A new sheet at the end."""
        made = Sheet(self.workbook, self._styles, title, widths, None if hidden else self.page, hidden=hidden)
        self._styles = made.styles
        return made

    def head(self, table_id: str) -> int:
        """Row of a table's headings."""
        return HEADS.get(table_id, 2)

    @cached_property
    def _rows(self) -> Mapping[str, int]:
        return {
            row.id: self.head(t.id) + 1 + index
            for t in self.tables.values()
            if t.id not in ("contacts", "cover", "names")
            for index, row in enumerate(t.rows)
        }

    def place(self, table_id: str, row_id: str) -> str:
        """The link to a row, or '' where there is none."""
        row = self._rows.get(row_id)
        return f"'{layout.SHEETS[table_id]}'!A{row}" if row else ""

    @cached_property
    def source_ids(self) -> Mapping[str, str]:
        """Ids of the sources by their folded name."""
        return {s.name.casefold(): s.id for s in self.worksheet.sources}

    def last(self, table_id: str) -> int:
        """The last row to type into."""
        return self.head(table_id) + len(self.tables[table_id].rows) + layout.spare(table_id)

    def letter(self, table_id: str, column_id: str) -> str:
        """The letter of a column, or '' where it is not there."""
        return next((get_column_letter(n) for n, p in enumerate(self.laid[table_id], 1) if p.column and p.column.id == column_id), "")

    def area(self, column_id: str) -> str:
        """The cells of a Checklist column, spare rows included, as formulas name them."""
        letter = self.letter("claims", column_id)
        return f"'{layout.SHEETS['claims']}'!${letter}${self.head('claims') + 1}:${letter}${self.last('claims')}" if letter else ""

    @cached_property
    def first_open(self) -> int:
        """The Checklist row at which work goes on."""
        rows: Sequence[Row] = self.tables["claims"].rows
        return self.head("claims") + 1 + next((i for i, r in enumerate(rows) if not is_done(self.view.entry(r.id))), 0)
