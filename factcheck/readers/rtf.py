"""Reads RTF as running text: words and paragraphs. Pictures, styles and notes' marks are left out; nothing in it is run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.model.article import Article
from factcheck.model.errors import FactcheckError
from factcheck.plugin import hookimpl
from factcheck.plugin.records import Reader, Source
from factcheck.readers.assemble import assemble, where
from factcheck.readers.characters import normalised
from factcheck.readers.page import Page

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
        text = rtf_to_text(source.data.decode("latin-1"), errors="replace")  # type: ignore[no-untyped-call]
    except Exception as error:  # noqa: BLE001 - whatever the library trips over in a damaged file
        raise FactcheckError(f"is damaged: {error}", where(source), "open it and save it again") from None
    page = Page()
    for paragraph in normalised(text).replace(_BULLET, "•").split("\n"):
        cells = [c.strip() for c in paragraph.split("|")] if paragraph.count("|") else []
        page.block(" | ".join(c for c in cells if c) if cells else " ".join(paragraph.split(" ")), "table" if len(cells) > 1 else "")
    return assemble(source, page.text(), page.parts)


@hookimpl
def register_readers() -> list[Reader]:
    """RTF files."""
    return [Reader(id="rtf", title="RTF", suffixes=(".rtf",), read=read, source="Rich Text Format Specification 1.9.1; striprtf")]
