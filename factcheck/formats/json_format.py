"""The public contract as JSON: written in the declared key order, read back without loss."""

from __future__ import annotations

import json
from typing import Any

from factcheck.model.codec import from_json, parse, to_json
from factcheck.model.errors import FactcheckError
from factcheck.model.worksheet import SCHEMA, Worksheet
from factcheck.plugin import hookimpl
from factcheck.plugin.records import Format, WriteOptions
from factcheck.worksheet.check import invariant_breaches


def dumps(worksheet: Worksheet) -> str:
    """The worksheet as JSON text, indented by one."""
    return json.dumps(to_json(worksheet), ensure_ascii=False, indent=1) + "\n"


def write(worksheet: Worksheet, options: WriteOptions) -> bytes:
    """The worksheet as UTF-8 JSON."""
    return dumps(worksheet).encode("utf-8")


def loads(text: str, name: str) -> Worksheet:
    """Read the contract's JSON.

    Raises:
        FactcheckError: no JSON, another schema, or a broken contract, with the key.
    """
    try:
        data: Any = parse(text)
    except ValueError as error:
        raise FactcheckError(f"no JSON ({error})", name, "give a worksheet that factcheck wrote") from error
    schema = data.get("schema") if isinstance(data, dict) else None
    if schema != SCHEMA:
        told = f"its schema is {schema!r}, this factcheck reads {SCHEMA!r}"
        raise FactcheckError(told, name, "update factcheck, or give a worksheet that it wrote")
    worksheet = from_json(Worksheet, data, name)
    for breach in invariant_breaches(worksheet):
        raise FactcheckError(breach, name, "the machine side was edited; make the worksheet again")
    return worksheet


def read(data: bytes, name: str) -> Worksheet:
    """Read UTF-8 JSON back."""
    try:
        return loads(data.decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        raise FactcheckError("not UTF-8", name, "give a worksheet that factcheck wrote") from error


@hookimpl
def register_formats() -> list[Format]:
    """JSON."""
    return [Format(id="json", suffix=".json", title="JSON, the public contract", write=write, read=read)]
