"""The HTML page: one self-contained file to read, fill in and print. Imports its library only when it writes."""

from __future__ import annotations

from factcheck.model.worksheet import Worksheet
from factcheck.plugin import hookimpl
from factcheck.plugin.records import Format, WriteOptions


def write_html(worksheet: Worksheet, options: WriteOptions) -> bytes:
    """The page as UTF-8. Raises FactcheckError where a template of the user's own is broken."""
    from factcheck.formats.html.write import write as render

    return render(worksheet, options)


@hookimpl
def register_formats() -> list[Format]:
    """HTML, written only: the page saves JSON, which is read back."""
    return [Format(id="html", suffix=".html", title="HTML page, for screen and paper", write=write_html)]
