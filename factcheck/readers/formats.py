"""The input formats by their endings. The module that reads one is imported when a file of it comes, its library with it.

A new format is a module with ``read`` and one row here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, cast

from factcheck.model.article import Article
from factcheck.plugin import hookimpl
from factcheck.plugin.records import Reader, Source

_ROWS = (
    ("text", "Plain text", (".txt", ".text"), "plain", "house rule"),
    (
        "markdown",
        "Markdown",
        (".md", ".markdown", ".mdown", ".mkd"),
        "markdown",
        "CommonMark 0.31.2; tables and footnotes as GitHub writes them",
    ),
    ("html", "Web page", (".html", ".htm", ".xhtml"), "web", "WHATWG HTML; trafilatura"),
    ("docx", "Word document", (".docx", ".docm"), "word", "ECMA-376 (Office Open XML); mammoth"),
    ("pdf", "PDF", (".pdf",), "pdf", "ISO 32000; pdfium"),
    ("odt", "OpenDocument text", (".odt", ".ott"), "opendocument", "ODF 1.3, part 3"),
    ("rtf", "RTF", (".rtf",), "rtf", "Rich Text Format Specification 1.9.1; striprtf"),
    ("eml", "E-mail", (".eml",), "email", "RFC 5322, RFC 2045"),
)


@hookimpl
def register_readers() -> list[Reader]:
    """Everything that is read without a plugin."""
    return [Reader(id=name, title=title, suffixes=ends, read=_on_use(module), source=source) for name, title, ends, module, source in _ROWS]


def _on_use(module: str) -> Callable[[Source, Mapping[str, Any]], Article]:
    """A reader that imports the module that reads."""

    def read(source: Source, settings: Mapping[str, Any]) -> Article:
        return cast(Article, import_module(f"factcheck.readers.{module}").read(source, settings))

    return read
