"""Reads PDF files: words in reading order, lines joined to paragraphs, running heads and page numbers left out, pages kept.

pdfium gives the words and where they stand; how lines make paragraphs is in ``layout``. Never runs a script of the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.model.article import Article
from factcheck.model.errors import FactcheckError
from factcheck.plugin import hookimpl
from factcheck.plugin.records import Reader, Source
from factcheck.readers.assemble import assemble, where
from factcheck.readers.characters import normalised
from factcheck.readers.layout import PrintedLine, arrange

_BULLET = "\uf0b7"  # the Symbol font's
_MOST = 5_000
"""Pages; a longer file is refused."""


def read(source: Source, settings: Mapping[str, Any]) -> Article:
    """An article from a PDF file.

    Args:
        source: the file's name and bytes.
        settings: none are read.
    Raises:
        FactcheckError: no PDF, damaged, protected, without text (scanned), or too long.
    """
    import pypdfium2 as pdfium  # late: 0.2 s

    name = where(source)
    try:
        document = pdfium.PdfDocument(source.data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise FactcheckError("is protected by a password", name, "save a copy without one") from None
        raise FactcheckError(f"is no PDF that can be read: {error}", name, "it may be cut off; get it again") from None
    try:
        if len(document) > _MOST:
            raise FactcheckError(f"has {len(document)} pages, more than {_MOST}", name, "save the pages of the article alone")
        pages = [_lines(document[n], n + 1) for n in range(len(document))]
        properties = document.get_metadata_dict()
    except pdfium.PdfiumError as error:
        raise FactcheckError(f"is damaged: {error}", name, "get it again") from None
    finally:
        document.close()
    empty = [n for n, lines in enumerate(pages, 1) if not lines]
    if len(empty) == len(pages):
        hint = "run text recognition (OCR) over it first, or ask for the original"
        raise FactcheckError("holds pictures of pages and no text: it was scanned", name, hint)
    laid = arrange(pages)
    notes = [laid.note] if laid.note else []
    if empty:
        notes.append(f"No text on page {', '.join(map(str, empty[:20]))}: a picture or a scanned page, which was not read.")
    return assemble(source, laid.text, laid.parts, notes=notes, published=None, pages=laid.pages, byline=_author(properties))


def _lines(page: Any, number: int) -> list[PrintedLine]:
    """The lines of a page in the file's order, with where they stand in points from the left and the bottom."""
    height = page.get_height()
    words = page.get_textpage()
    out, at = [], 0
    for raw in words.get_text_range().split("\r\n"):
        text = raw.rstrip()
        lead = len(text) - len(text.lstrip())
        if text.strip():
            left, bottom, _, top = words.get_charbox(at + lead, loose=True)
            right = words.get_charbox(at + len(text) - 1, loose=True)[2]
            shown = normalised(text.strip().replace("\ufffe", "\u00ad").replace(_BULLET, "•"))
            out.append(PrintedLine(shown, number, left, right, bottom, top, height))
        at += len(raw) + 2
    page.close()
    return out


def _author(properties: Mapping[str, str]) -> str | None:
    """Who the file names as its author; a program's or a machine's name is none."""
    author = " ".join((properties.get("Author") or "").split())
    return author if 1 < len(author.split()) <= 6 and author.replace(" ", "").replace(".", "").replace("-", "").isalpha() else None


@hookimpl
def register_readers() -> list[Reader]:
    """PDF files."""
    return [Reader(id="pdf", title="PDF", suffixes=(".pdf",), read=read, source="ISO 32000; pdfium")]
