"""The worksheet as a Word document, the article annotated by comments: one format. Written only; the workbook is what comes back."""

from __future__ import annotations

from factcheck.model.worksheet import Worksheet
from factcheck.plugin import hookimpl
from factcheck.plugin.records import Format, Plugin, Setting, WriteOptions

PLUGIN = Plugin(
    title="Word document",
    settings=(
        Setting("author", "factcheck", "whose name the comments carry"),
        Setting("rows", True, "whether the table of rows to print stands at the end"),
    ),
)


def write(worksheet: Worksheet, options: WriteOptions) -> bytes:
    """A .docx: cover, the article with a comment at each claim, contradictions, the table of rows; the same input gives the same bytes."""
    from factcheck_docx.document import document
    from factcheck_docx.package import packed

    return packed(document(worksheet, options))


@hookimpl
def register_formats() -> list[Format]:
    """The format that ``-f docx`` writes."""
    return [Format(id="docx", title="Word document, the article with comments", suffix=".docx", write=write)]
