"""The checklist as CSV: one row for each claim, all columns of both sides. Written only: a table alone holds no article to read back."""

from __future__ import annotations

import csv
import io
import re

from factcheck.model.view import View
from factcheck.model.worksheet import Worksheet
from factcheck.plugin import hookimpl
from factcheck.plugin.records import Format, WriteOptions
from factcheck.worksheet.tables import table

_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
"""What spreadsheets take for the beginning of a formula (OWASP, "CSV Injection"), with any guards before it."""


def guard(text: str) -> str:
    """Text that no spreadsheet computes: an apostrophe before what would begin a formula. ``unguard`` takes it away again.

    >>> guard("=1+1"), guard("'=1"), guard("'tis"), guard("one = 1")
    ("'=1+1", "''=1", "'tis", 'one = 1')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguard(text: str) -> str:
    """What ``guard`` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def write(worksheet: Worksheet, options: WriteOptions) -> bytes:
    """The checklist, or the table that was asked for, as UTF-8 with a byte order mark: spreadsheets need it to see that it is UTF-8."""
    made = table(options.tables[0] if options.tables else "claims", View(worksheet), options.columns)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([guard(c.title) for c in made.columns])
    for row in made.rows:
        writer.writerow([guard(row.cells[c.id]) for c in made.columns])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "backslashreplace")


@hookimpl
def register_formats() -> list[Format]:
    """CSV."""
    return [Format(id="csv", suffix=".csv", title="CSV, the checklist for any spreadsheet", write=write)]
