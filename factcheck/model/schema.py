"""The JSON Schema and its page in the docs, made from the records' own declarations. Nothing is written twice."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.model import vocabulary
from factcheck.model.codec import fields_of
from factcheck.model.worksheet import SCHEMA, Worksheet

CLOSED: Mapping[tuple[str, str], tuple[vocabulary.Term, ...]] = {
    ("Block", "kind"): vocabulary.BLOCK_KINDS,
    ("Attribution", "source_type"): vocabulary.SOURCE_TYPES,
    ("Attribution", "quotation"): vocabulary.QUOTATION,
    ("Contradiction", "severity"): vocabulary.SEVERITIES,
    ("Verifiability", "level"): vocabulary.LEVELS,
    ("Verifiability", "priority"): vocabulary.PRIORITIES,
    ("SourceRow", "type"): vocabulary.SOURCE_TYPES,
}
"""Fields with a closed list of ids; all other lists are open to plugins."""

_SCALARS = {str: "string", int: "integer", float: "number", bool: "boolean"}


def records(root: type = Worksheet) -> Iterator[type]:
    """The records of the contract, the root first, each once, in the order in which they are first used."""
    seen: list[type] = []

    def visit(cls: type) -> None:
        if cls in seen:
            return
        seen.append(cls)
        for _, hint in fields_of(cls):
            for inner in _inner(hint):
                visit(inner)

    visit(root)
    yield from seen


def _inner(hint: Any) -> Iterator[type]:
    if dataclasses.is_dataclass(hint):
        yield typing.cast(type, hint)
    for arg in typing.get_args(hint):
        yield from _inner(arg)


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of factcheck-worksheet/1. Unknown keys are allowed: within /1, keys are only added."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        "$ref": "#/$defs/Worksheet",
        "$defs": {cls.__name__: _object(cls) for cls in records()},
    }


def _object(cls: type) -> dict[str, Any]:
    properties, required = {}, []
    for field, hint in fields_of(cls):
        shape = _shape(hint)
        terms = CLOSED.get((cls.__name__, field.name))
        if terms:
            shape = {"enum": list(vocabulary.ids(terms))}
        if (cls.__name__, field.name) == ("Worksheet", "schema"):
            shape = {"const": SCHEMA}
        properties[field.name] = {**shape, "description": field.metadata["doc"]}
        if not field.metadata.get("optional"):
            required.append(field.name)
    return {"type": "object", "properties": properties, "required": required}


def _shape(hint: Any) -> dict[str, Any]:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if hint in _SCALARS:
        return {"type": _SCALARS[hint]}
    if dataclasses.is_dataclass(hint):
        return {"$ref": f"#/$defs/{hint.__name__}"}  # type: ignore[union-attr]
    if origin in (types.UnionType, typing.Union):
        return {"anyOf": [_shape(a) for a in args]}
    if hint is type(None):
        return {"type": "null"}
    if origin is tuple and args[-1] is not Ellipsis:
        return {"type": "array", "prefixItems": [_shape(a) for a in args], "minItems": len(args), "maxItems": len(args)}
    if origin is tuple:
        return {"type": "array", "items": _shape(args[0])}
    if origin is not None and len(args) == 2:
        return {"type": "object", "additionalProperties": _shape(args[1])}
    return {}


def markdown() -> str:
    """docs/schema.md: every record, key, type and meaning, and the vocabulary."""
    out = [
        f"# The worksheet as JSON: `{SCHEMA}`",
        "",
        "The public contract. `factcheck generate ARTICLE -f json -o -` prints it, the page saves it, every command reads it;",
        "`factcheck schema` prints its JSON Schema ([worksheet.schema.json](worksheet.schema.json)). This page is made by",
        "`factcheck schema --docs`. Offsets count Python characters (code points) of `article.text`.",
        "Within /1 keys and open terms are only added; unknown keys are kept.",
    ]
    for cls in records():
        out += [
            "",
            f"## {cls.__name__}",
            "",
            *((cls.__doc__ or "").strip().splitlines()[:1]),
            "",
            "| key | type | meaning |",
            "|---|---|---|",
        ]
        for field, hint in fields_of(cls):
            optional = " (left out where empty)" if field.metadata.get("optional") else ""
            out.append(f"| `{field.name}` | {_words(hint)} | {_cell(field.metadata['doc'])}{optional} |")
    out += ["", "## Vocabulary", "", "Closed lists: " + ", ".join(vocabulary.CLOSED) + ". Plugins add to the others as `plugin.term`."]
    for name, terms in vocabulary.LISTS.items():
        out += [
            "",
            f"### {name}",
            "",
            "| id | title | meaning |",
            "|---|---|---|",
            *(f"| `{t.id}` | {_cell(t.title)} | {_cell(t.meaning)} |" for t in terms),
        ]
    return "\n".join(out) + "\n"


def _words(hint: Any) -> str:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if hint in _SCALARS:
        return {"string": "text", "integer": "integer", "number": "number", "boolean": "true/false"}[_SCALARS[hint]]
    if hint is type(None):
        return "null"
    if dataclasses.is_dataclass(hint):
        return f"[{hint.__name__}](#{hint.__name__.lower()})"  # type: ignore[union-attr]
    if origin in (types.UnionType, typing.Union):
        return " or ".join(_words(a) for a in args)
    if origin is tuple and args[-1] is not Ellipsis:
        return "[" + ", ".join(_words(a) for a in args) + "]"
    if origin is tuple:
        return f"list of {_words(args[0])}"
    if origin is not None and len(args) == 2:
        return f"object of {_words(args[1])}"
    return "anything"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
