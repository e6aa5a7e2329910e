"""Joins what the rows of a table say with what was known: by row id, then by the row's words.

Loses nothing, and says what it could not place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from openpyxl.utils import get_column_letter

from factcheck.formats.excel import values
from factcheck.formats.excel.book import positions
from factcheck.formats.excel.grid import OWN_ROW
from factcheck.formats.excel.locate import Found
from factcheck.formats.excel.text import shown, visible
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.model.view import View
from factcheck.model.worksheet import AddedClaim, Worksheet
from factcheck.plugin.records import Column
from factcheck.worksheet.typed import fold

UNTOUCHED = frozenset({values.EMPTY_TICK, values.NOT_CHECKED})
"""What stands in a cell before anybody types."""
COMMENTS = "Comments"
"""Own column for the comments that people pin to cells of a row."""

_ADDED = compiled(r"N\d{2,9}\Z")
_THREADED = compiled(r"\A\[Threaded comment\].*?Comment:\s*", re.DOTALL)


@dataclass(frozen=True)
class Line:
    """One row as it stands on the sheet.

    Args:
        number: on the sheet.
        filled: its filled cells by column number.
        comments: what people pinned to its cells.
    """

    number: int
    filled: Mapping[int, Any]
    comments: str

    def says(self, column: int) -> str:
        """What a cell says, '' where it is empty."""
        cell = self.filled.get(column)
        return values.said(cell) if cell is not None else ""

    @cached_property
    def cells(self) -> Mapping[int, str]:
        """What each filled cell says."""
        return {n: values.said(cell) for n, cell in self.filled.items()}


class Rows:
    """Entries, added claims and contacts as they grow, table by table."""

    def __init__(self, worksheet: Worksheet) -> None:
        self.worksheet = worksheet
        self.entries: dict[str, dict[str, str]] = {key: dict(entry) for key, entry in worksheet.entries.items()}
        self.added: list[AddedClaim] = list(worksheet.added_claims)
        self.contacts: list[Mapping[str, str]] = list(worksheet.contacts)
        self.told: list[str] = []
        numbers = [int(a.id[1:]) for a in worksheet.added_claims if _ADDED.match(a.id)] + [
            int(k[1:]) for k in worksheet.entries if _ADDED.match(k)
        ]
        self._next = max(numbers, default=0) + 1

    def tell(self, sheet: str, words: str) -> None:
        """Keep a remark for the cover."""
        self.told.append(f"{sheet}: {words}")

    def merge_cover(self, entry: dict[str, str]) -> None:
        """Take the Cover's entries."""
        self.entries["cover"] = entry

    def take(self, table_id: str, found: Found, columns: Sequence[Column], named: Mapping[str, str]) -> None:
        """Take what a table says.

        Args:
            columns: the columns it was written with.
            named: names of the rows that are known by name, by id.
        """
        lines = list(_lines(found))
        if table_id == "contacts":
            self.contacts = [contact for line in lines if (contact := self._contact(line, found))]
        elif table_id == "claims":
            self._claims(lines, found, columns)
        else:
            self._others(table_id, lines, found, columns, named)

    def _contact(self, line: Line, found: Found) -> dict[str, str]:
        out = {}
        for number, words in line.cells.items():
            column = found.columns.get(number)
            before = self._contact_before(line, found, column) if column else ""
            value = values.entry_of(column, before, words) if column else words
            if value.strip():
                out[column.id if column else found.own.get(number, get_column_letter(number))] = value
        if line.comments:
            out[COMMENTS] = line.comments
        return out

    def _contact_before(self, line: Line, found: Found, column: Column) -> str:
        """The entry that stood in the same row, where the row still starts with the same words."""
        at = line.number - found.head - 1
        before = self.worksheet.contacts[at] if 0 <= at < len(self.worksheet.contacts) else {}
        return before.get(column.id, "")

    def _claims(self, lines: Sequence[Line], found: Found, columns: Sequence[Column]) -> None:
        known = {c.id: c.text for c in self.worksheet.claims}
        old_added = {a.id: a for a in self.worksheet.added_claims}
        id_at, claim_at = _at(found, "id"), _at(found, "claim")
        if not (id_at or claim_at):
            self.tell(found.sheet, "neither '#' nor the claims are there; its entries stay as they were")
            return
        seen: set[str] = set()
        added: list[AddedClaim] = []
        used = {fold(line.says(id_at)).upper() for line in lines}
        for line in lines:
            typed_id = line.says(id_at).strip()
            row_id = typed_id.upper()
            if not typed_id:
                row_id = self._by_words(line.says(claim_at), used)
            if row_id in known and row_id not in seen:
                seen.add(row_id)
                self._merge(row_id, line, found, columns)
                continue
            own = self._own_cells(line, found, skip={id_at})
            if not own and not line.comments:
                continue
            if row_id in known:
                if self._says_nothing_new(row_id, line, found, columns):
                    continue
                self.tell(found.sheet, f"row {line.number}: {row_id} is there twice; the second is kept as a claim of its own")
            elif typed_id and not _ADDED.match(row_id):
                self.tell(found.sheet, f"A{line.number}: {typed_id!r} is no row of this worksheet; it is kept as a claim of its own")
            new_id = row_id if _ADDED.match(row_id) and row_id not in seen else self._new_id(used)
            seen.add(new_id)
            added.append(self._added(new_id, line, found, columns, old_added.get(new_id), claim_at))
        self._forget_added({a.id for a in added})
        self._drop_own_columns((*known, *(a.id for a in added)), found, columns)
        self.added = added

    def _by_words(self, words: str, used: set[str]) -> str:
        """The row whose id was deleted, by its words in the sentence."""
        if not words.strip():
            return ""
        return next((i for i in self._in_sentence.get(visible(words).strip(), ()) if i not in used), "")

    @cached_property
    def _in_sentence(self) -> Mapping[str, list[str]]:
        from factcheck.formats.excel.checklist import AFTER, BEFORE, near

        text, sentences = self.worksheet.article.text, View(self.worksheet).sentences
        out: dict[str, list[str]] = {}
        for c in self.worksheet.claims:
            s = sentences[c.sentence]
            words = near(text[s.start : c.start], BEFORE, end=True) + c.text + near(text[c.end : s.end], AFTER, end=False)
            out.setdefault(shown(words).strip(), []).append(c.id)
        return out

    def _merge(self, row_id: str, line: Line, found: Found, columns: Sequence[Column]) -> None:
        """The entries of a known row are what the sheet says; columns that are gone keep theirs."""
        before = self.worksheet.entries.get(row_id, {})
        now = self.entries.setdefault(row_id, {})
        for number, column in found.columns.items():
            if column.side != "checker":
                continue
            value = values.entry_of(column, before.get(column.id, ""), line.says(number))
            if value:
                now[column.id] = value
            else:
                now.pop(column.id, None)
        self._own(now, line, found)

    def _own(self, now: dict[str, str], line: Line, found: Found) -> None:
        for number, title in found.own.items():
            if line.says(number).strip():
                now[title] = line.says(number)
        if line.comments:
            now[COMMENTS] = line.comments if COMMENTS not in now or now[COMMENTS] == line.comments else f"{now[COMMENTS]}\n{line.comments}"

    def _says_nothing_new(self, row_id: str, line: Line, found: Found, columns: Sequence[Column]) -> bool:
        said = Rows(self.worksheet)
        said._merge(row_id, line, found, columns)
        return said.entries.get(row_id, {}) == self.entries.get(row_id, {})

    def _own_cells(self, line: Line, found: Found, skip: set[int]) -> bool:
        """Whether somebody typed into a row: more than empty ticks stands in it."""
        return any(w.strip() and w.strip() not in UNTOUCHED for n, w in line.cells.items() if n not in skip)

    def _added(self, row_id: str, line: Line, found: Found, columns: Sequence[Column], old: AddedClaim | None, claim_at: int) -> AddedClaim:
        words = line.says(claim_at)
        self.entries[row_id] = {k: v for k, v in self.worksheet.entries.get(row_id, {}).items() if k not in {c.id for c in columns}}
        before = self.worksheet.entries.get(row_id, {})
        now = self.entries[row_id]
        sentence = old.sentence if old else None
        for number, column in found.columns.items():
            typed = line.says(number)
            if column.id in ("id", "claim"):
                continue
            if column.id == "position":
                place = self._sentence_at.get(typed.strip())
                sentence = place if typed.strip() else None
                typed = "" if place else typed
            if column.side == "machine":
                value = before.get(column.id, "") if values.same(typed, shown(before.get(column.id, ""))) else typed.strip() and typed
            else:
                value = values.entry_of(column, before.get(column.id, ""), typed)
            if value:
                now[column.id] = value
        self._own(now, line, found)
        text = old.text if old is not None and values.same(words, shown(old.text)) else words
        return AddedClaim(row_id, text, sentence, old.extra if old else {})

    @cached_property
    def _sentence_at(self) -> Mapping[str, int]:
        return {place: number for number, place in positions(self.worksheet.article).items()}

    def _new_id(self, used: set[str]) -> str:
        while f"N{self._next:02}" in used:
            self._next += 1
        self._next += 1
        return f"N{self._next - 1:02}"

    def _forget_added(self, there: set[str]) -> None:
        """A row that people added and deleted again is gone."""
        for a in self.worksheet.added_claims:
            if a.id not in there:
                self.entries.pop(a.id, None)

    def _drop_own_columns(self, ids: Sequence[str], found: Found, columns: Sequence[Column]) -> None:
        """Columns that people added and deleted again are gone."""
        gone = {c.id for c in columns if c.group == "own"} - {c.id for c in found.columns.values()} - set(found.own.values())
        for row_id in ids if gone else ():
            for key in gone:
                self.entries.get(row_id, {}).pop(key, None)

    def _others(self, table_id: str, lines: Sequence[Line], found: Found, columns: Sequence[Column], named: Mapping[str, str]) -> None:
        w = self.worksheet
        known = {*(s.id for s in w.sources), *(x.id for x in w.contradictions), *(q.id for q in w.quotations), *named}
        known |= {g.id for g in w.lineage.gone} if w.lineage and table_id == "gone" else set()
        by_name = {fold(shown(name)): row_id for row_id, name in named.items()}
        id_at, name_at = _at(found, "id"), _at(found, "name")
        if not (id_at or name_at):
            self.tell(found.sheet, "neither '#' nor the names are there; its entries stay as they were")
            return
        prefix = OWN_ROW.format(table_id, "")
        old_own = [k for k in self.worksheet.entries if k.startswith(prefix) and k[len(prefix) :].isdigit()]
        seen: set[str] = set()
        for line in lines:
            row_id = line.says(id_at).strip()
            if row_id not in known and row_id not in old_own:
                row_id = by_name.get(fold(line.says(name_at)), "")
            if row_id in known and row_id not in seen:
                seen.add(row_id)
                self._merge(row_id, line, found, columns)
            elif self._own_cells(line, found, skip={id_at}) or line.comments:
                own_id = line.says(id_at).strip()
                own_id = own_id if own_id in old_own and own_id not in seen else self._own_id(prefix, seen)
                seen.add(own_id)
                self._added(own_id, line, found, columns, None, 0)
        for key in old_own:
            if key not in seen:
                self.entries.pop(key, None)
        self._drop_own_columns(tuple(seen), found, columns)

    def _own_id(self, prefix: str, seen: set[str]) -> str:
        number = 1
        while f"{prefix}{number}" in self.entries or f"{prefix}{number}" in seen:
            number += 1
        return f"{prefix}{number}"


def _lines(found: Found) -> Iterator[Line]:
    for number, cells in found.grid.items():
        if number > found.head:
            pinned = [_THREADED.sub("", str(cell.comment.text)).strip() for cell in cells.values() if cell.comment is not None]
            yield Line(number, {n: cell for n, cell in cells.items() if cell.value is not None}, "\n".join(pinned))


def _at(found: Found, column_id: str) -> int:
    """The number of a column on the sheet, 0 where it is gone."""
    return next((n for n, c in found.columns.items() if c.id == column_id), 0)


__all__ = ["COMMENTS", "Line", "Rows"]
