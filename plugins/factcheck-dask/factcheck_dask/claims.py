"""All claims of all worksheets as one Parquet file, for research: one row a claim, typed and documented columns. Judges nothing.

Contacts, how sources were reached and who they are never get into it.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.model.attribution import Attribution
from factcheck.model.claim import Claim
from factcheck.model.worksheet import AddedClaim, Worksheet

if TYPE_CHECKING:
    import pyarrow as pa

GROUP = 20_000
"""Rows that are written together."""
_DETAILS = (
    "list<struct<id: string, kind: string, text: string, start: int32, end: int32, "
    "number: double, high: double, unit: string, approx: string, date: string, entries: map<string, string>>>"
)
_OFFERED = "list<struct<kind: string, text: string, url: string>>"
_AGAINST = "list<struct<id: string, kind: string, severity: string, claims: list<string>, explanation: string>>"
COLUMNS = (
    ("article_id", "string", "SHA-256 of the article's text"),
    ("article", "string", "path or address of the article, as it was given"),
    ("title", "string", "its headline"),
    ("byline", "string", "its byline"),
    ("published", "date32", "its date of publication"),
    ("url", "string", "its address"),
    ("language", "string", "its language"),
    ("generator", "string", "program and version that made the worksheet"),
    ("claim_id", "string", "C001 …; N01 … of a claim that a person added"),
    ("added", "bool", "whether a person added it; then most columns are null"),
    ("fingerprint", "string", "the same for the same words, in whatever article"),
    ("text", "string", "the claim, verbatim"),
    ("reading", "string", "with pronouns and elided subjects filled in, where sure"),
    ("ambiguity", "string", "what is not sure about reading or source"),
    ("start", "int32", "offset of its first character in the text"),
    ("end", "int32", "offset after its last character"),
    ("sentence", "int32", "number of its sentence"),
    ("block", "int32", "number of its block"),
    ("kind", "string", "main kind"),
    ("kinds", "list<string>", "all kinds, the main one first"),
    ("repeats", "string", "group of claims of this article that state the same"),
    ("source", "string", "who it comes from; null is the article's own voice"),
    ("source_type", "string", "kind of source"),
    ("anonymity", "string", "described, bare or vague for an anonymous source"),
    ("directness", "string", "own_interview, statement, other_outlet, document or unknown"),
    ("quotation", "string", "direct, indirect or mixed"),
    ("cue", "string", "the words that attribute it"),
    ("cue_class", "string", "say, claim, deny …"),
    ("via", "list<string>", "who brought the words from the source to the article, nearest to the article first"),
    ("chain", "list<string>", "whom the source itself cites, nearest first"),
    ("further_sources", "list<string>", "other sources of the same words"),
    ("offered_sources", _OFFERED, "links, footnotes and comments of the draft at these words"),
    ("details", _DETAILS, "what is ticked off by itself, its value, and what was typed for it"),
    ("level", "string", "verifiable, partly or not_verifiable"),
    ("reason", "string", "why, as a code"),
    ("priority", "string", "high, medium or low"),
    ("score", "double", "0 to 1, orders the work"),
    ("routes", "list<string>", "ways to check"),
    ("checks", "list<string>", "single things to do"),
    ("flags", "list<string>", "codes of the flags"),
    ("contradictions", _AGAINST, "what speaks against it in the article"),
    ("cells", "map<string, string>", "columns of plugins, by id"),
    ("status", "string", "what a checker chose; not_checked where nobody did"),
    ("entries", "map<string, string>", "all that was typed for it, by column"),
)  # fmt: skip
"""Name, type and meaning of each column, in order. Columns are only added."""


def rows(sheet: Worksheet) -> Iterator[dict[str, Any]]:
    """The claims of a worksheet, without the column ``article``; as JSON takes them."""
    from factcheck.worksheet.select import without_contacts

    sheet = without_contacts(sheet)
    a = sheet.article
    head = {
        "article_id": a.sha256,
        "title": a.title,
        "byline": a.byline,
        "published": a.published,
        "url": a.url,
        "language": a.language,
        "generator": sheet.generator,
    }
    speaks = {x.id: {k: getattr(x, k) for k in ("id", "kind", "severity", "claims", "explanation")} for x in sheet.contradictions}
    for claim in sheet.claims:
        yield {**head, **_claim(claim, sheet), "contradictions": [speaks[x] for x in claim.contradictions if x in speaks]}
    for added in sheet.added_claims:
        yield {**head, **_added(added), **_typed(added.id, sheet)}


def _claim(c: Claim, sheet: Worksheet) -> dict[str, Any]:
    v = c.verifiability
    return {
        "claim_id": c.id,
        "added": False,
        **{
            k: getattr(c, k)
            for k in ("fingerprint", "text", "reading", "ambiguity", "start", "end", "sentence", "block", "kind", "kinds", "repeats")
        },
        **_source(c.attribution),
        "further_sources": [a.source for a in c.further_attributions],
        "offered_sources": [{"kind": o.kind, "text": o.text, "url": o.url} for o in c.offered_sources],
        "details": [_detail(d, sheet) for d in (*c.details, *(c.attribution.details if c.attribution else ()))],
        "level": v.level,
        "reason": v.reason_code,
        "priority": v.priority,
        "score": v.score,
        "routes": v.routes,
        "checks": v.checks,
        "flags": [f.code for f in c.flags],
        "cells": dict(sorted(c.cells.items())),
        **_typed(c.id, sheet),
    }


def _source(a: Attribution | None) -> dict[str, Any]:
    keys = ("source", "source_type", "anonymity", "directness", "quotation", "cue", "cue_class", "via", "chain")
    return {k: getattr(a, k) if a is not None else None for k in keys}


def _detail(d: Any, sheet: Worksheet) -> dict[str, Any]:
    value = {k: getattr(d.value, k) if d.value is not None else None for k in ("number", "high", "unit", "approx", "date")}
    entries = dict(sorted(sheet.entries.get(d.id, {}).items()))
    return {**{k: getattr(d, k) for k in ("id", "kind", "text", "start", "end")}, **value, "entries": entries}


def _added(a: AddedClaim) -> dict[str, Any]:
    return {"claim_id": a.id, "added": True, "text": a.text, "sentence": a.sentence}


def _typed(row: str, sheet: Worksheet) -> dict[str, Any]:
    entry = sheet.entries.get(row, {})
    return {"status": entry.get("status") or "not_checked", "entries": dict(sorted(entry.items()))}


def dumped(sheet: Worksheet) -> bytes:
    """The claims of a worksheet as one line of JSON, small enough to send home."""
    return json.dumps(list(rows(sheet)), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"


def schema() -> pa.Schema:
    """The columns as Arrow knows them; each field carries its meaning."""
    import pyarrow as pa

    strings, entries = pa.list_(pa.string()), pa.map_(pa.string(), pa.string())
    plain = {"string": pa.string(), "bool": pa.bool_(), "int32": pa.int32(), "double": pa.float64(), "date32": pa.date32()}
    whole = {**plain, "list<string>": strings, "map<string, string>": entries}

    def struct(told: str) -> pa.DataType:
        """Of ``list<struct<name: type, …>>``."""
        inside = told.removeprefix("list<struct<").removesuffix(">>").replace("map<string, string>", "map")
        fields = (field.split(": ") for field in inside.split(", "))
        return pa.list_(pa.struct([(name, {**whole, "map": entries}[kind]) for name, kind in fields]))

    return pa.schema([pa.field(n, whole[t] if t in whole else struct(t), metadata={"meaning": told}) for n, t, told in COLUMNS])


def write(path: Path, articles: Iterable[tuple[str, bytes]]) -> int:
    """Write the claims of many worksheets, some thousand rows at a time; returns how many.

    Args:
        articles: the name of each with what ``dumped`` made of it.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns, count, waiting = schema(), 0, list[dict[str, Any]]()
    with pq.ParquetWriter(path, columns, compression="zstd") as out:
        for name, line in articles:
            waiting.extend({**row, "article": name, "published": _date(row)} for row in json.loads(line))
            if len(waiting) >= GROUP:
                count += len(waiting)
                out.write_table(pa.Table.from_pylist(waiting, schema=columns))
                waiting.clear()
        out.write_table(pa.Table.from_pylist(waiting, schema=columns))
    return count + len(waiting)


def _date(row: Mapping[str, Any]) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(row["published"] or "")
    except ValueError:
        return None
