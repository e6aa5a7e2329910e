"""What the plain tables say above their headings, and the links of their machine cells."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.formats.excel import style
from factcheck.formats.excel.book import Book
from factcheck.formats.excel.grid import Dress
from factcheck.formats.excel.sheet import Put
from factcheck.formats.excel.style import Look
from factcheck.plugin.records import Column
from factcheck.worksheet.names import NameRow
from factcheck.worksheet.tables import Row

SEVERE = Look(fill=style.MACHINE, border="all", bold=True, color=style.ALARM)
NAME = Look(fill=style.MACHINE, border="all", bold=True)
CAPTIONS = {
    "names": "Each name once. Look it up letter by letter; the title as it is today, not as it was.",
    "sources": "Never write a confidential source's identity here: write a code and the editor who knows.",
    "contradictions": "Conflicts first, then where sources disagree (the story, not an error), what an update replaced, and spellings.",
    "quotations": "Tick a quotation as a whole: speaker, wording, context, translation. The facts inside it have rows of their own.",
    "legal": "One row for each person or body that the article accuses. A name here is a question to the lawyer, not a finding.",
    "gone": "No longer in the draft, with all that was typed. Its numbers are not used again.",
    "contacts": "Whom you asked, when and what they answered. For a confidential source write a code.",
}
EMPTY = {
    "contradictions": "The rules found no contradiction. That does not show that there is none.",
    "legal": "The rules found nobody accused. That does not show that nobody is: read the flags on the Checklist.",
    "sources": "The rules found no source: everything is in the article's own voice.",
    "quotations": "No quotation of four words or more.",
    "names": "No names found.",
}


def captions(book: Book) -> Mapping[str, str]:
    """The sentence above each table."""
    return {t: EMPTY[t] if t in EMPTY and not book.tables[t].rows else text for t, text in CAPTIONS.items() if t in book.tables}


def dress(book: Book, table_id: str) -> Dress:
    """Links from a row's id to the Checklist, and the looks of the columns that name a row."""

    def cell(column: Column, row: Row, value: str) -> Put | None:
        if column.id == "id":
            return Put(value, style.MACHINE_LINK, book.place("claims", _first_claim(row)))
        if column.id == "severity" and row.item.severity == "conflict":
            return Put(value, SEVERE)
        return Put(value, NAME) if column.id == "name" else None

    return cell


def _first_claim(row: Row) -> str:
    if isinstance(row.item, NameRow):
        return row.id.split(".")[0]
    ids = getattr(row.item, "claims", ())
    return str(ids[0]) if ids else ""
