"""The Excel workbook, written and read back. Imports openpyxl only when a workbook is written or read."""

from __future__ import annotations

import os
import sys

from factcheck.model.worksheet import Worksheet
from factcheck.plugin import hookimpl
from factcheck.plugin.records import Format, WriteOptions

os.environ.setdefault("OPENPYXL_LXML", "False")  # importing lxml costs openpyxl more than it gains here (docs/performance.md)


def import_lean() -> None:
    """Import openpyxl without numpy, Pillow and lxml, for a process whose only business is worksheets: no arrays, no pictures.

    openpyxl imports them where they are installed, which doubles the time of its import. What somebody has imported already stays in use.
    """
    idle = ("numpy", "PIL", "lxml") if os.environ["OPENPYXL_LXML"] == "False" else ("numpy", "PIL")
    hidden = [name for name in idle if name not in sys.modules and "openpyxl" not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]
    try:
        import openpyxl  # noqa: F401
    finally:
        for name in hidden:
            del sys.modules[name]


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
