"""Reads PDF files: words in reading order, lines joined to paragraphs, running heads and page numbers left out, pages kept.

pdfium gives the words and where they stand; how lines make paragraphs is in ``layout``. Never runs a script of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.model.article import Article
from factcheck.model.errors import FactcheckError
from factcheck.model.patterns import compiled
from factcheck.plugin import hookimpl
from factcheck.plugin.records import Reader, Source
from factcheck.readers.assemble import assemble, where
from factcheck.readers.characters import normalised
from factcheck.readers.layout import PrintedLine, arrange
from factcheck.readers.pdfbomb import LARGEST, content, swells
from factcheck.readers.pdfforms import MOST, Forms

_SYMBOL = compiled("[\uf000-\uf0ff](?=\\s)")  # a bullet of the Symbol, Wingdings or OpenSymbol font
_BREAK = "\ufffe"  # where pdfium found a word broken between two lines
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
    if swells(source.data):
        raise FactcheckError(f"unpacks to more than {LARGEST // 1024**2} MB at one place", name, "save the article's text alone")
    if Forms(source.data, content).too_many():
        raise FactcheckError(f"draws more than {MOST} forms on a page, one inside the other", name, "save the article's text alone")
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
    return assemble(
        source,
        laid.text,
        laid.parts,
        notes=notes,
        published=None,
        pages=laid.pages,
        author=properties.get("Author"),
        heading=properties.get("Title"),
    )


def _lines(page: Any, number: int) -> list[PrintedLine]:
    """The lines of a page in the file's order, with where they stand in points from the left and the bottom."""
    height = page.get_height()
    words = page.get_textpage()
    out, at = [], 0
    for raw in words.get_text_range().split("\r\n"):
        for start, end in _unbroken(words, raw, at):
            text = raw[start:end].rstrip()
            lead = len(text) - len(text.lstrip())
            if text.strip(_BREAK + " "):
                left, right, bottom, top = _box(words, at + start + lead, at + start + len(text.rstrip(_BREAK)) - 1)
                shown = normalised(_SYMBOL.sub("•", text.strip().replace(_BREAK, "\u00ad")))
                out.append(PrintedLine(shown, number, left, right, bottom, top, height))
        at += len(raw) + 2
    page.close()
    return out


def _unbroken(words: Any, raw: str, at: int) -> Iterator[tuple[int, int]]:
    """The lines in what pdfium took for one: it joins lines where a word is broken between them."""
    start = 0
    for found in re.finditer(_BREAK, raw):
        end = found.end()
        if end < len(raw) and found.start() > start:
            _, below, _, above = words.get_charbox(at + end, loose=True)
            _, bottom, _, top = words.get_charbox(at + found.start() - 1, loose=True)
            if abs(above + below - bottom - top) > top - bottom:  # by more than half a line
                yield start, end
                start = end
    yield start, len(raw)


def _box(words: Any, first: int, last: int) -> tuple[float, float, float, float]:
    """Left, right, bottom and top of a line; its height is the middle one of three letters': the first may be a bullet or an initial."""
    boxes = [words.get_charbox(n, loose=True) for n in sorted({first, (first + last) // 2, last})]
    shown = sorted((b for b in boxes if b[3] > b[1]), key=lambda b: float(b[3] - b[1])) or boxes
    _, bottom, _, top = shown[len(shown) // 2]
    return boxes[0][0], boxes[-1][2], bottom, top


@hookimpl
def register_readers() -> list[Reader]:
    """PDF files."""
    return [Reader(id="pdf", title="PDF", suffixes=(".pdf",), read=read, source="ISO 32000; pdfium")]
