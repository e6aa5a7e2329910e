"""Reads plain text. The article's text is the file's text, character for character: only a line break inside a paragraph is a space.

The ">" marks of quoted mail are left out, which a remark says.
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
from factcheck.readers.encoding import decode
from factcheck.readers.mail import read_mail, without_marks
from factcheck.readers.paragraphs import MODES, paragraphs
from factcheck.readers.wrapping import unwrapped


def read(source: Source, settings: Mapping[str, Any]) -> Article:
    """An article from plain text.

    Args:
        source: the file's name and bytes.
        settings: ``paragraphs`` may be "blank", "lines" or "wrapped"; else the file decides.
    Raises:
        FactcheckError: empty, binary or undecodable input.
    """
    mode = settings.get("paragraphs") or None
    if mode is not None and mode not in MODES:
        raise FactcheckError(f"paragraphs = {mode!r} is not known", "settings", f"use one of {', '.join(MODES)}")
    decoded = decode(source.data, where(source), source.charset)
    text, marks = without_marks(normalised(decoded.text))
    mail = read_mail(text)
    start, end = mail.body
    found = paragraphs(_blanked(text, start, end), mode)
    parts = (*mail.above, *found.parts, *mail.below)
    notes = [n for n in (decoded.note, marks, found.note) if n]
    return assemble(source, unwrapped(text, parts), parts, notes=notes, published=mail.published)


def _blanked(text: str, start: int, end: int) -> str:
    """The text with white space for all that is not its body: offsets stay."""
    return text if (start, end) == (0, len(text)) else " " * start + text[start:end] + " " * (len(text) - end)


@hookimpl
def register_readers() -> list[Reader]:
    """Plain text, also from standard input."""
    return [Reader(id="text", title="Plain text", suffixes=(".txt", ".text"), read=read, source="house rule")]
