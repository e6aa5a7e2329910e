"""Markdown, for a ticket, a mail or a wiki. Written only; the text is made in ``markdown_text``, imported when it is used."""

from __future__ import annotations

from factcheck.model.worksheet import Worksheet
from factcheck.plugin import hookimpl
from factcheck.plugin.records import Format, WriteOptions


def write(worksheet: Worksheet, options: WriteOptions) -> bytes:
    """Cover, checklist, contradictions, contact log and declared sentences."""
    from factcheck.formats.markdown_text import write as render

    return render(worksheet, options)


@hookimpl
def register_formats() -> list[Format]:
    """Markdown."""
    return [Format(id="markdown", suffix=".md", title="Markdown, for a ticket, a mail or a wiki", write=write)]
