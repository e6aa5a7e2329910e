"""Writes a workbook of one long sheet through temporary files, so that its length takes no memory. Knows nothing of what is in it."""

from __future__ import annotations

import html
import shutil
import tempfile
import zipfile
from collections.abc import Iterable
from typing import IO

from openpyxl.workbook import Workbook
from openpyxl.writer.excel import ExcelWriter

from factcheck.formats.excel.package import info

_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_SHEET, _SHEET_RELS = "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels"
_TAIL = 64 * 1024
"""Bytes at the end of a sheet that surely hold its print options."""
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def pack_streamed(book: Workbook, out: IO[bytes], links: Iterable[tuple[str, str]]) -> None:
    """Write a workbook of one long sheet through temporary files; the same workbook gives the same bytes.

    Args:
        links: cells of the sheet with an address each: openpyxl would keep all of them in memory.
    """
    with tempfile.TemporaryFile() as loose, tempfile.TemporaryFile() as rels:
        ExcelWriter(book, zipfile.ZipFile(loose, "w", zipfile.ZIP_STORED)).save()
        with zipfile.ZipFile(loose) as source, zipfile.ZipFile(out, "w") as target:
            for name in source.namelist():
                with source.open(name) as part, target.open(info(name), "w") as copy:
                    if name == _SHEET:
                        _copy_with_links(part, source.getinfo(name).file_size, copy, links, rels)
                    else:
                        shutil.copyfileobj(part, copy)
            if rels.tell():
                rels.seek(0)
                with target.open(info(_SHEET_RELS), "w") as copy:
                    shutil.copyfileobj(rels, copy)


def _copy_with_links(part: IO[bytes], size: int, copy: IO[bytes], links: Iterable[tuple[str, str]], rels: IO[bytes]) -> None:
    """A sheet with its links in their place, which is before the print options at the sheet's end; the addresses go to ``rels``."""
    for start in range(0, size - _TAIL, _TAIL):
        copy.write(part.read(min(_TAIL, size - _TAIL - start)))
    rows, mark, tail = part.read().rpartition(b"<printOptions")
    copy.write(rows)
    for number, (cell, address) in enumerate(links, 1):
        if number == 1:
            copy.write(b"<hyperlinks>")
            rels.write(f'<Relationships xmlns="{_RELS}">'.encode())
        copy.write(f'<hyperlink ref="{cell}" r:id="rId{number}" xmlns:r="{_LINK}"/>'.encode())
        target = html.escape(address)
        rels.write(f'<Relationship Id="rId{number}" Type="{_LINK}/hyperlink" Target="{target}" TargetMode="External"/>'.encode())
    if rels.tell():
        copy.write(b"</hyperlinks>")
        rels.write(b"</Relationships>")
    copy.write(mark + tail)
