"""The Checklist: the working view on one screen, everything else folded away to the right.

Adds looks and links to the claims table, judges nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat

from factcheck.formats.excel import grid, style
from factcheck.formats.excel.book import Book
from factcheck.formats.excel.layout import LINKS, SHEETS, spare
from factcheck.formats.excel.sheet import Put, Sheet
from factcheck.formats.excel.text import escape, shown
from factcheck.model import vocabulary as v
from factcheck.model.claim import Claim
from factcheck.plugin.records import Column
from factcheck.worksheet.progress import EVIDENCE
from factcheck.worksheet.tables import Row

BEFORE, AFTER = 70, 50
"""How many characters of its sentence a claim keeps around it; the whole sentence is on the Article sheet."""

TINTS = {
    "not_checked": ("55626B", ""),
    "in_progress": ("4A3B00", "FFF3C4"),
    "confirmed": ("0F4D2A", "D7F0DF"),
    "confirmed_as_said": ("124A63", "D9EDF7"),
    "confirmed_with_change": ("3F2A63", "E8DFF5"),
    "wrong": ("7A1410", "F9D6D2"),
    "cannot_verify": ("5A3A00", "FBE3C8"),
    "nothing_to_check": ("55626B", "E6E8E9"),
}
"""Letters and ground of each status: dark on light, told apart by word and sign too."""

_CONTEXT = InlineFont(rFont=style.FONT, sz=style.SIZE, color=Color(style.SOFT))
_CLAIM = InlineFont(rFont=style.FONT, sz=style.SIZE, b=True, color=Color(style.INK))


def write_checklist(book: Book, lists: Mapping[tuple[str, str], str]) -> Sheet:
    """Write the Checklist."""
    laid = book.laid["claims"]
    sheet = book.sheet(SHEETS["claims"], [p.width for p in laid])
    grid.fold(sheet, laid)
    head, status = book.head("claims"), book.letter("claims", "status") or "A"
    frozen = next((n for n, p in enumerate(laid, 1) if p.column and p.column.id == "claim"), 1) + 1
    sheet.freeze(frozen, head + 1, show_row=book.first_open, active=f"{status}{book.first_open}")
    sheet.repeat(head, head)
    grid.write_head(sheet, laid)
    dress = _Dress(book)
    rows = book.tables["claims"].rows
    for row in rows:
        grid.write_row(sheet, book, laid, row, dress)
    for _ in range(spare("claims")):
        grid.write_spare(sheet, laid)
    grid.finish(sheet, book, "claims", head, len(rows), lists)
    tint_status(sheet, book)
    return sheet


class _Dress:
    """The looks and links of the Checklist's machine cells. Links stand on short cells only: some programs do not wrap a linked text."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.article_rows = article_rows(book)

    def __call__(self, column: Column, row: Row, value: str) -> Put | None:
        claim = row.item
        if not isinstance(claim, Claim):
            return None
        if column.id == "claim":
            return Put(in_sentence(claim, self.book), style.MACHINE_CELL)
        if column.id == "id":
            return Put(
                value,
                style.MACHINE_LINK,
                self.book.place("contradictions", claim.contradictions[0]) if claim.contradictions else self._line(claim),
            )
        if column.id == "position":
            return Put(value, style.MACHINE_REF, self._line(claim))
        if column.id == "priority":
            look = {"high": style.HIGH, "low": style.MACHINE_SOFT}.get(claim.verifiability.priority, style.MACHINE_CELL)
            return Put(value, look)
        if column.id in LINKS:
            return Put(value, style.MACHINE_REF, self.book.place(LINKS[column.id], value.split(" ")[0]))
        return Put(value, style.MACHINE_SMALL) if column.group == "work" else None

    def _line(self, claim: Claim) -> str:
        at = self.article_rows.get(claim.sentence)
        return f"'Article'!A{at}" if at else ""


def article_rows(book: Book) -> Mapping[int, int]:
    """Rows of the Article sheet by sentence number."""
    return {s.number: at for at, s in enumerate(book.worksheet.article.sentences, 3)}


def in_sentence(claim: Claim, book: Book) -> CellRichText | str:
    """The claim in bold with the nearest words of its sentence around it."""
    sentence = book.view.sentences.get(claim.sentence)
    text = book.worksheet.article.text
    if sentence is None or len(claim.text) > 15_000:
        return claim.text
    before = near(text[sentence.start : claim.start], BEFORE, end=True)
    after = near(text[claim.end : sentence.end], AFTER, end=False)
    parts = ((before, _CONTEXT), (claim.text, _CLAIM), (after, _CONTEXT))
    return CellRichText(*(TextBlock(font, escape(shown(part))) for part, font in parts if part))


def near(words: str, most: int, *, end: bool) -> str:
    """The end or the start of some words, cut at a blank, with … where something is left out.

    >>> near("one two three", 6, end=True), near("one two three", 6, end=False)
    ('…three', 'one…')
    """
    if len(words) <= most:
        return words
    cut = words[-most:] if end else words[:most]
    if end:
        at = cut.find(" ")
        return "…" + (cut[at + 1 :] if at >= 0 else cut)
    at = cut.rfind(" ")
    return (cut[:at] if at >= 0 else cut) + "…"


def tint_status(sheet: Sheet, book: Book) -> None:
    """Each status with its sign and tint; Confirmed without evidence asks for it."""
    letter, first = book.letter("claims", "status"), book.head("claims") + 1
    if not letter:
        return
    area = f"{letter}{first}:{letter}{book.last('claims')}"
    evidence = [book.letter("claims", key) for key in EVIDENCE]
    filled = [f'AND(${x}{first}<>"",${x}{first}<>"None")' for x in evidence if x]
    confirmed = v.title(v.STATUSES, "confirmed")
    if filled:
        asks = look_of(*TINTS["in_progress"], f'"{v.STATUS_SIGNS["confirmed"]} "@" – evidence?"', 200)
        sheet.tint(area, f'AND(${letter}{first}="{confirmed}",NOT(OR({",".join(filled)})))', asks, stop=True)
    for number, term in enumerate(v.STATUSES, 201):
        sheet.tint(area, f'${letter}{first}="{term.title}"', look_of(*TINTS[term.id], f'"{v.STATUS_SIGNS[term.id]} "@', number))


def look_of(letters: str, ground: str, number_format: str, number: int) -> DifferentialStyle:
    """A conditional look: letters, ground, and a sign before the word."""
    fill = PatternFill(bgColor=ground, fill_type="solid") if ground else None
    return DifferentialStyle(
        font=Font(color=letters, bold=bool(ground)), fill=fill, numFmt=NumberFormat(numFmtId=number, formatCode=number_format)
    )
