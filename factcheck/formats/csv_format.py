"""The checklist as CSV: one row for each claim, all columns of both sides, and what names row and draft when it comes back filled in."""

from __future__ import annotations

import csv
import io

from factcheck.formats.csv_text import KEPT, guard, key_of
from factcheck.model.view import View
from factcheck.model.worksheet import Worksheet
from factcheck.plugin import hookimpl
from factcheck.plugin.records import Format, WriteOptions
from factcheck.worksheet.tables import table


def write(worksheet: Worksheet, options: WriteOptions) -> bytes:
    """The checklist, or the table that was asked for, as UTF-8 with a byte order mark: spreadsheets need it to see that it is UTF-8."""
    made = table(options.tables[0] if options.tables else "claims", View(worksheet), options.columns)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*(guard(c.title) for c in made.columns), KEPT])
    for row in made.rows:
        key = key_of(worksheet.article.sha256, getattr(row.item, "fingerprint", ""))
        writer.writerow([*(guard(row.cells[c.id]) for c in made.columns), key])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "backslashreplace")


def read_csv(data: bytes, name: str) -> Worksheet:
    """Read what people typed into the table; it holds no article, so only ``status`` and ``merge`` can use it.

    Raises:
        FactcheckError: it is no table that factcheck wrote.
    """
    from factcheck.formats.csv_read import read

    return read(data, name)


@hookimpl
def register_formats() -> list[Format]:
    """CSV."""
    return [Format(id="csv", suffix=".csv", title="CSV, the checklist for any spreadsheet", write=write, read=read_csv)]
