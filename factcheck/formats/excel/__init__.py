"""The Excel workbook, written and read back. Imports openpyxl only when a workbook is written or read."""

from __future__ import annotations

import os

from factcheck.model.worksheet import Worksheet
from factcheck.plugin import hookimpl
from factcheck.plugin.records import Format, WriteOptions

os.environ.setdefault("OPENPYXL_LXML", "False")  # importing lxml costs openpyxl more than it gains here (docs/performance.md)


def write_xlsx(worksheet: Worksheet, options: WriteOptions) -> bytes:
    """The worksheet as an .xlsx file; the same worksheet gives the same bytes."""
    from factcheck.formats.excel.write import workbook_bytes

    return workbook_bytes(worksheet, options)


def read_xlsx(data: bytes, name: str) -> Worksheet:
    """Read a filled-in workbook back.

    Raises:
        FactcheckError: it is no workbook, or none that factcheck wrote.
    """
    from factcheck.formats.excel.read import read_workbook

    return read_workbook(data, name)


@hookimpl
def register_formats() -> list[Format]:
    """The workbook, first of all formats."""
    return [
        Format(id="xlsx", suffix=".xlsx", title="Excel workbook, filled in and read back", priority=10, write=write_xlsx, read=read_xlsx)
    ]
