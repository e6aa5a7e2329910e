"""The Article sheet: every sentence numbered ¶.s with the ids of its rows; a sentence without rows says why."""

from __future__ import annotations

from factcheck.formats.excel import fit, style
from factcheck.formats.excel.book import Book
from factcheck.formats.excel.sheet import Put, Sheet
from factcheck.formats.excel.style import QUIET, Look
from factcheck.model import vocabulary as v
from factcheck.model.article import Sentence

WIDTHS = (7.0, 10.0, 104.0, 16.0, 29.0)
HEADINGS = ("¶.s", "Kind", "Text", "Rows", "Nothing to check, because")
CAPTION = "Every sentence, with its rows. Disagree with “nothing to check”? Write the claim on a free row of the Checklist."
LOOKS = {
    "headline": Look(bold=True, size=13),
    "standfirst": Look(bold=True, size=11),
    "comment": Look(italic=True),
    "boilerplate": Look(color=style.SOFT),
    "byline": Look(color=style.SOFT),
    "dateline": Look(color=style.SOFT),
    "quotation": Look(italic=True),
}
"""Looks by block kind; running text is plain."""


def write_article(book: Book) -> Sheet:
    """Write the Article sheet; sentence n stands on row n + 2."""
    sheet = book.sheet("Article", WIDTHS)
    sheet.freeze(1, 3)
    sheet.repeat(2, 2)
    sheet.row([Put(CAPTION, style.LABEL)], 18)
    sheet.row([Put(h, style.HEAD_MACHINE) for h in HEADINGS], 20)
    kinds = {b.number: b.kind for b in book.worksheet.article.blocks}
    last = None
    for sentence in book.worksheet.article.sentences:
        kind = kinds.get(sentence.block, "paragraph")
        told = v.title(v.BLOCK_KINDS, kind) if kind != "paragraph" and sentence.block != last else ""
        last = sentence.block
        _row(sheet, book, sentence, book.positions[sentence.number], kind, told)
    return sheet


def _row(sheet: Sheet, book: Book, sentence: Sentence, position: str, kind: str, told: str) -> None:
    look = LOOKS.get(kind, style.PLAIN)
    text = book.worksheet.article.text[sentence.start : sentence.end]
    reason = declared(sentence)
    rows = " ".join(sentence.claims)
    link = book.place("claims", sentence.claims[0]) if sentence.claims else ""
    high = (fit.height(text, WIDTHS[2], look.size, bold=look.bold), fit.height(rows, WIDTHS[3]), fit.height(reason, WIDTHS[4], 9))
    puts = (
        Put(position, Look(color=style.LINK) if link else QUIET, link),
        Put(told, QUIET),
        Put(text, look),
        Put(rows, style.PLAIN),
        Put(reason, QUIET),
    )
    sheet.row(puts, min(fit.HIGHEST, max(high)))


def declared(sentence: Sentence) -> str:
    """Why a sentence has no row, or ''."""
    if not sentence.nothing_to_check:
        return ""
    term = next((t for t in v.NOTHING_TO_CHECK if t.id == sentence.nothing_to_check), None)
    return f"{term.title}: {term.meaning}" if term else sentence.nothing_to_check


__all__ = ["declared", "write_article"]
