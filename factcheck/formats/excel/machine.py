"""The hidden Machine sheet: the whole contract and the sheets' layout as JSON in pieces that fit cells, with a digest.

Only ASCII goes into its cells, and nothing that a program could take for an escape, a formula or a number, so that a workbook that
another program saved reads back to the letter.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck.model.codec import from_json, parse, to_json
from factcheck.model.errors import FactcheckError
from factcheck.model.worksheet import SCHEMA, Worksheet
from factcheck.worksheet.check import invariant_breaches

SHEET = "Machine"
MARK = "factcheck workbook 1: the machine side, for reading back; do not edit"
PIECE = 30_000


def rows(worksheet: Worksheet, layout: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The rows of the sheet, two cells each: a name and a value."""
    body = json.dumps({"worksheet": to_json(worksheet), "layout": layout}, ensure_ascii=True, separators=(",", ":")).replace(
        "_x", "\\u005fx"
    )
    yield MARK, ""
    yield "digest", f"sha256:{hashlib.sha256(body.encode('ascii')).hexdigest()}"
    for number, start in enumerate(range(0, len(body), PIECE), 1):
        yield f"json {number}", f"|{body[start : start + PIECE]}|"


def is_machine(first_cell: object) -> bool:
    """Whether the first cell of a sheet says that it is the machine side."""
    return str(first_cell or "").startswith("factcheck workbook")


def unpack(pairs: Sequence[tuple[str, str]], name: str) -> tuple[Worksheet, Mapping[str, Any]]:
    """The worksheet as it was written, and the layout.

    Args:
        pairs: the rows of the sheet.
        name: of the file, for errors.
    Raises:
        FactcheckError: it is of another version, or was edited.
    """
    where = f"{name}, sheet {SHEET}"
    if pairs[0][0] != MARK:
        raise FactcheckError(f"written by another version ({pairs[0][0][:40]})", where, "update factcheck")
    digest = next((value for key, value in pairs if key == "digest"), "")
    found = {key: value for key, value in pairs if key.startswith("json ")}
    pieces = [found.get(f"json {n}", "") for n in range(1, len(found) + 1)]
    body = "".join(p.strip()[1:-1] for p in pieces)
    if digest != f"sha256:{hashlib.sha256(body.encode('utf-8', 'surrogatepass')).hexdigest()}":
        cell = next((f"B{n + 2}" for n, p in enumerate(pieces, 1) if not (p.strip().startswith("|") and p.strip().endswith("|"))), "B2")
        raise FactcheckError(
            "it was edited or cut short", f"{where}, cell {cell}", "restore it from a copy of the file, or make the worksheet again"
        )
    try:
        data = parse(body)
        worksheet_data, layout = data["worksheet"], data["layout"]
        schema = worksheet_data.get("schema")
    except (ValueError, LookupError, TypeError, AttributeError):
        raise FactcheckError("it was edited", where, "restore it from a copy of the file, or make the worksheet again") from None
    if schema != SCHEMA:
        raise FactcheckError(f"its schema is {schema!r}, this factcheck reads {SCHEMA!r}", where, "update factcheck")
    worksheet = from_json(Worksheet, worksheet_data, where)
    for breach in invariant_breaches(worksheet):
        raise FactcheckError(breach, where, "the machine side was edited; make the worksheet again")
    return worksheet, layout
