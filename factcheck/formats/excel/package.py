"""The zip around a workbook: written with fixed times, and opened with care. Knows nothing of what is in the sheets."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.writer.excel import ExcelWriter

from factcheck.model.errors import FactcheckError

TIME = (1980, 1, 1, 0, 0, 0)
MOST_PARTS = 5_000
MOST_BYTES = 1_000_000_000
SUSPICIOUS = 100_000_000
WIDEST_RANGE = 200_000
"""Cells of a merged or linked range: openpyxl makes each one."""

_RANGE = re.compile(rb"<(?:\w+:)?(?:mergeCell|hyperlink)\b[^>]{0,4000}?\bref=[\"']([A-Za-z0-9$:]{1,40})[\"']")
_BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    NotImplementedError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What openpyxl raises on files that are no workbook or are damaged."""
_HINT = "give a workbook that factcheck wrote, or a copy from before it was damaged"


def pack(book: Workbook) -> bytes:
    """A workbook as bytes, the same for the same workbook."""
    loose = io.BytesIO()
    ExcelWriter(book, zipfile.ZipFile(loose, "w", zipfile.ZIP_STORED)).save()
    packed = io.BytesIO()
    with zipfile.ZipFile(loose) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            target.writestr(info, source.read(name))
    return packed.getvalue()


def unpack(data: bytes, name: str) -> Any:
    """Open a workbook with the values of its cells.

    Raises:
        FactcheckError: it is no workbook, encrypted, damaged, or swells beyond reason.
    """
    if data[:4] == b"\xd0\xcf\x11\xe0":
        raise FactcheckError("is protected by a password or in the old .xls format", name, "save it as .xlsx without a password")
    try:
        _look_inside(data, name)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl cannot keep of a re-saved file does not matter: only values are read
            return load_workbook(io.BytesIO(data), data_only=True)
    except FactcheckError:
        raise
    except _BROKEN as error:
        raise FactcheckError(f"is no Excel workbook, or damaged ({type(error).__name__}: {str(error)[:80]})", name, _HINT) from error


def _look_inside(data: bytes, name: str) -> None:
    """Refuse bombs before openpyxl unpacks them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        size = sum(p.file_size for p in parts)
        if len(parts) > MOST_PARTS or size > MOST_BYTES or (size > SUSPICIOUS and size > 100 * max(1, len(data))):
            raise FactcheckError(f"unpacks to {size:,} bytes in {len(parts)} parts, which no worksheet does", name, _HINT)
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                body = archive.read(part)
                if b"<!DOCTYPE" in body or b"<!ENTITY" in body:
                    raise FactcheckError(f"declares XML entities in {part.filename}, which no workbook does", name, _HINT)
                for ref in _RANGE.findall(body) if "/worksheets/" in part.filename else ():
                    left, top, right, bottom = range_boundaries(ref.decode("ascii"))
                    if ((right or 1) - (left or 1) + 1) * ((bottom or 1_048_576) - (top or 1) + 1) > WIDEST_RANGE:
                        raise FactcheckError(
                            f"merges or links the cells {ref.decode('ascii')}", f"{name}, {part.filename}", "undo that merge"
                        )
