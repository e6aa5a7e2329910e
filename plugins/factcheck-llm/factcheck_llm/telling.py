"""Tells on the cover what went out and what came of it, and takes out what the tool had found by itself. Adds no words of a model."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from factcheck.model.worksheet import Worksheet
from factcheck_llm.reading import Reading

PREFIX = "llm:"


def told(worksheet: Worksheet, reading: Reading, settings: Mapping[str, Any]) -> Worksheet:
    """The worksheet with the note on its cover."""
    sheet = without_doubles(worksheet)
    note = _note(sheet, reading, settings)
    return dataclasses.replace(sheet, article=dataclasses.replace(sheet.article, notes=(*sheet.article.notes, note)))


def _note(sheet: Worksheet, reading: Reading, settings: Mapping[str, Any]) -> str:
    if not settings["model"]:
        return "Second reader (plugin llm): no model is named, nothing was sent. Name one with --set llm.model=…"
    if not reading.requests:
        return f"Second reader (plugin llm): nothing was sent to the model {settings['model']!r}."
    parts = [
        f"THE TEXT WENT OUT: {reading.characters:,} characters were sent to the language model {reading.model!r} "
        f"in {_counted(reading.requests, 'request', 'requests')} (plugin llm). "
        "Where the limits speak of rules and of no network, that holds for all but this.",
        f"It added {_added(sheet)}; each stands in the article word by word, nothing it proposes is checked.",
    ]
    dropped = reading.proposals.dropped
    if dropped:
        why = ", ".join(f"{n} {reason}" for reason, n in dropped.items())
        parts.append(f"Dropped: {sum(dropped.values())} ({why}).")
    if reading.unread:
        parts.append(f"{_counted(reading.unread, 'sentence', 'sentences')} beyond its limits went unsent.")
    if reading.error:
        parts.append("It could not be asked to the end.")
    return " ".join(parts)


def _added(sheet: Worksheet) -> str:
    claims = sum(c.by.startswith(PREFIX) for c in sheet.claims)
    spans = {a.content_span for c in sheet.claims for a in (c.attribution, *c.further_attributions) if a and a.by.startswith(PREFIX)}
    conflicts = sum(x.by.startswith(PREFIX) for x in sheet.contradictions)
    return (
        f"{_counted(claims, 'claim', 'claims')}, {_counted(len(spans), 'source', 'sources')} and "
        f"{_counted(conflicts, 'contradiction', 'contradictions')}"
    )


def _counted(n: int, one: str, many: str) -> str:
    return f"{n:,} {one if n == 1 else many}"


def without_doubles(sheet: Worksheet) -> Worksheet:
    """Without proposed contradictions between rows that one of the tool's own rules sets against each other already."""
    own = [{*x.claims, *x.occurrences} for x in sheet.contradictions if not x.by.startswith(PREFIX)]
    gone = {x.id for x in sheet.contradictions if x.by.startswith(PREFIX) and len(x.claims) > 1 and any(set(x.claims) <= o for o in own)}
    if not gone:
        return sheet
    ids = {x.id: f"X{n:02}" for n, x in enumerate((x for x in sheet.contradictions if x.id not in gone), 1)}
    return dataclasses.replace(
        sheet,
        contradictions=tuple(dataclasses.replace(x, id=ids[x.id]) for x in sheet.contradictions if x.id in ids),
        claims=tuple(dataclasses.replace(c, contradictions=tuple(ids[x] for x in c.contradictions if x in ids)) for c in sheet.claims),
    )
