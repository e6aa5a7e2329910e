"""Reads plain text. The article's text is the file's text, with nothing stripped."""

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
from factcheck.readers.paragraphs import MODES, paragraphs


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
    text = normalised(decoded.text)
    found = paragraphs(text, mode)
    return assemble(source, text, found.parts, notes=[n for n in (decoded.note, found.note) if n])


@hookimpl
def register_readers() -> list[Reader]:
    """Plain text, also from standard input."""
    return [Reader(id="text", title="Plain text", suffixes=(".txt", ".text"), read=read, source="house rule")]
