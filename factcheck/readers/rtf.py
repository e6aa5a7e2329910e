"""Reads RTF: words, paragraphs, text boxes and table rows; links, footnotes and comments as offered sources; tracked changes as accepted.

Pictures and styles are left out; nothing is run.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.model.article import Article
from factcheck.model.errors import FactcheckError
from factcheck.model.patterns import compiled
from factcheck.plugin import hookimpl
from factcheck.plugin.records import Reader, Source
from factcheck.readers.assemble import assemble, where
from factcheck.readers.page import Line, Page, told_deletions
from factcheck.readers.rtfmarks import BREAK, COMMENT, END, LINK, NOTE, marked

_AT_MARKS = compiled(f"([{LINK}{END}{NOTE}{BREAK}{COMMENT}])")
_BULLET = "\uf0b7"  # the Symbol font's
LARGEST = 50 * 1024 * 1024
"""Bytes; pictures are written out in letters, and every letter is looked at."""
_OPENS = (b"{\\rtf", b"\xef\xbb\xbf{\\rtf")


def read(source: Source, settings: Mapping[str, Any]) -> Article:
    """An article from an RTF file.

    Args:
        source: the file's name and bytes.
        settings: none are read.
    Raises:
        FactcheckError: it is no RTF, too large, or empty.
    """
    from striprtf.striprtf import rtf_to_text

    if not source.data.lstrip().startswith(_OPENS):
        raise FactcheckError("is no RTF file", where(source), "give the file the suffix of what it is")
    if len(source.data) > LARGEST:
        raise FactcheckError(f"has more than {LARGEST // 1024**2} MB", where(source), "save it without pictures")
    try:
        found = marked(source.data.decode("latin-1"))
        text, *parts = (_whole(rtf_to_text(r, errors="replace")) for r in (found.rtf, *found.notes, *found.gone))  # type: ignore[no-untyped-call]
    except Exception as error:  # noqa: BLE001 - whatever the library trips over in a damaged file
        raise FactcheckError(f"is damaged: {error}", where(source), "open it and save it again") from None
    page = Page()
    words = _Words(found.addresses, parts[: len(found.notes)])
    gone = told_deletions(parts[len(found.notes) :])
    for paragraph in text.replace(_BULLET, "•").split("\n"):
        cells = [c for c in paragraph.split("|") if c.strip()] if "|" in paragraph else []
        if cells:
            page.row([words.line(c) for c in cells], tight=False)
        else:
            page.block(words.line(paragraph))
    return assemble(source, page.text(), page.parts, notes=[gone] if gone else [], links=page.links)


def _whole(text: str) -> str:
    """Text in which two halves of one character are one: RTF writes characters above U+FFFF as two."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


class _Words:
    """Makes lines of words with marks; takes the addresses and notes in order."""

    def __init__(self, addresses: list[str], notes: list[str]) -> None:
        self.addresses, self.notes = iter(addresses), iter(notes)

    def line(self, text: str) -> Line:
        line, start, url = Line(), 0, ""
        for piece in _AT_MARKS.split(text):
            if piece == LINK:
                start, url = line.length, next(self.addresses, "")
            elif piece == END:
                if url.lower().startswith(("http://", "https://", "mailto:")):
                    line.link(start, url)
                url = ""
            elif piece in (NOTE, COMMENT):
                line.note("footnote" if piece == NOTE else "comment", next(self.notes, ""))
            elif piece == BREAK:
                line.put("\n")
            else:
                line.put(piece)
        return line


@hookimpl
def register_readers() -> list[Reader]:
    """RTF files."""
    return [Reader(id="rtf", title="RTF", suffixes=(".rtf",), read=read, source="Rich Text Format Specification 1.9.1; striprtf")]
