"""The zip around a workbook: written with fixed times, and opened with care. Knows nothing of what is in the sheets."""

from __future__ import annotations

import html
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.writer.excel import ExcelWriter

from factcheck.model.errors import FactcheckError
from factcheck.model.patterns import compiled

TIME = (1980, 1, 1, 0, 0, 0)
MOST_PARTS = 5_000
MOST_BYTES = 1_000_000_000
SUSPICIOUS = 100_000_000
WIDEST_RANGE = 200_000
"""Cells of a merged or linked range: openpyxl makes each one."""

MOST_NAMED = 8
COMPUTED = frozenset({"Cover", "Corrections", "Progress", "Lists", "Machine"})
"""Sheets whose formulas are ours."""
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CELL = compiled(rb"<c r=\"([A-Z]{1,3}[0-9]{1,7})\"[^>]*(?<!/)>((?:(?!</c>).)*)</c>", re.DOTALL)
_FORMULA = compiled(rb"<f(?: [^>]*)?>([^<]*)</f>|<f(?: [^>]*)?/>")
_RANGE = compiled(rb"<(?:\w+:)?(?:mergeCell|hyperlink)\b[^>]{0,4000}?\bref=[\"']([A-Za-z0-9$:]{1,40})[\"']")
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
            target.writestr(info(name), source.read(name))
    return packed.getvalue()


def info(name: str) -> zipfile.ZipInfo:
    """A part of a zip with a fixed time."""
    made = zipfile.ZipInfo(name, TIME)
    made.compress_type = zipfile.ZIP_DEFLATED
    made.external_attr = 0o644 << 16
    return made


def unpack(data: bytes, name: str) -> tuple[Any, list[tuple[str, str]]]:
    """Open a workbook with the values of its cells, and (sheet, remark) for formulas that people typed.

    Raises:
        FactcheckError: it is no workbook, encrypted, damaged, or swells beyond reason.
    """
    if data[:4] == b"\xd0\xcf\x11\xe0":
        raise FactcheckError("is protected by a password or in the old .xls format", name, "save it as .xlsx without a password")
    try:
        _look_inside(data, name)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl cannot keep of a re-saved file does not matter: only values are read
            book = load_workbook(io.BytesIO(data), data_only=True)
        told = list(_keep_formulas(book, data))
    except FactcheckError:
        raise
    except (*_BROKEN, ElementTree.ParseError) as error:
        raise FactcheckError(f"is no Excel workbook, or damaged ({type(error).__name__}: {str(error)[:80]})", name, _HINT) from error
    return book, told


def _keep_formulas(book: Any, data: bytes) -> Iterator[tuple[str, str]]:
    """A formula that somebody typed is what its program last computed; where that is not in the file, its own text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for title, part in _parts(archive):
            body = archive.read(part)
            if title in COMPUTED or not _FORMULA.search(body):
                continue
            valued, bare = [], []
            for found in _CELL.finditer(body):
                formula = _FORMULA.search(found[2])
                if formula is None:
                    continue
                at = found[1].decode("ascii")
                if book[title][at].value is None:
                    book[title][at].value = "=" + html.unescape((formula[1] or b"").decode("utf-8", "replace"))
                    bare.append(at)
                else:
                    valued.append(at)
            if valued:
                yield title, f"{_some(valued)} held a formula: what it computed is kept, the formula is not"
            if bare:
                yield title, f"{_some(bare)} held a formula that nothing has computed yet: its text is kept"


def _some(cells: list[str]) -> str:
    return ", ".join(cells[:MOST_NAMED]) + (f" and {len(cells) - MOST_NAMED} more" if len(cells) > MOST_NAMED else "")


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The title of each sheet with the part that it is in."""
    rels = archive.read("xl/_rels/workbook.xml.rels")
    targets = {r.get("Id"): r.get("Target", "") for r in ElementTree.fromstring(rels)}
    for sheet in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter(f"{_MAIN}sheet"):
        target = targets.get(sheet.get(f"{_REL}id"), "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part in archive.namelist() and "worksheets/" in part:
            yield sheet.get("name", ""), part


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
                if b"\0" in body:
                    body = body.replace(b"\0", b"")  # UTF-16, in which the next line would find nothing
                if b"<!DOCTYPE" in body or b"<!ENTITY" in body:
                    raise FactcheckError(f"declares XML entities in {part.filename}, which no workbook does", name, _HINT)
                for ref in _RANGE.findall(body) if "/worksheets/" in part.filename else ():
                    left, top, right, bottom = range_boundaries(ref.decode("ascii"))
                    if ((right or 1) - (left or 1) + 1) * ((bottom or 1_048_576) - (top or 1) + 1) > WIDEST_RANGE:
                        raise FactcheckError(
                            f"merges or links the cells {ref.decode('ascii')}", f"{name}, {part.filename}", "undo that merge"
                        )
