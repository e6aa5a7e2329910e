"""Makes the worksheet's other tables from the claims: sources, quotations, declared columns; and joins assessments."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from factcheck.model.change import changed
from factcheck.model.claim import Claim
from factcheck.model.claim_parts import Detail, Flag, Verifiability
from factcheck.model.vocabulary import Term
from factcheck.model.worksheet import ColumnInfo, Quotation, SourceRow
from factcheck.plugin.records import NOTHING, Assessment, Column

QUOTED_WORDS = 4
"""A quotation of fewer words is a quoted term: ticked as a detail, not as a quotation of its own."""

_PARTS = attrgetter(*(f.name for f in dataclasses.fields(Assessment)))
_NOTHING_SAID = _PARTS(NOTHING)
_JUDGED = attrgetter(*(f.name for f in dataclasses.fields(Assessment) if f.name != "flags"))
_NOTHING_JUDGED = _JUDGED(NOTHING)


def apply(claim: Claim, by: str, said: Assessment) -> Claim:
    """A claim with one more assessment: the first stated level stays, the highest score counts, the rest is united."""
    if said is NOTHING or _PARTS(said) == _NOTHING_SAID:  # most flags say nothing of most claims
        return claim
    return changed(claim, verifiability=_joined(claim.verifiability, said), flags=_flagged(claim.flags, by, said.flags))


def _joined(v: Verifiability, said: Assessment) -> Verifiability:
    if _JUDGED(said) == _NOTHING_JUDGED:  # a flag alone
        return v
    level = (v.level, v.reason_code, v.reason)
    if said.level and not v.reason_code:
        level = (said.level, said.reason_code or "stated", said.reason)
    return Verifiability(
        *level,
        priority=v.priority,
        priority_reasons=_union(v.priority_reasons, said.priority_reasons),
        score=max(v.score, round(min(1.0, max(0.0, said.score)), 4)),
        routes=_union(v.routes, said.routes),
        checks=_union(v.checks, said.checks),
    )


def _flagged(flags: tuple[Flag, ...], by: str, new: tuple[Flag, ...]) -> tuple[Flag, ...]:
    if not new:
        return flags
    old = {(f.code, f.span) for f in flags}
    return (*flags, *(changed(f, by=by) for f in new if (f.code, f.span) not in old))


def _union(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*a, *b))) if b else a


def with_priorities(claims: Sequence[Claim], priorities: Mapping[str, str]) -> tuple[Claim, ...]:
    """Claims with their rank; a claim that no assessor judged states a fact."""
    out = []
    for c in claims:
        v, priority = c.verifiability, priorities.get(c.id, "low")
        if not v.reason_code:
            v = changed(v, reason_code="states_a_fact", reason="It states something that records or witnesses can settle.")
        out.append(changed(c, verifiability=changed(v, priority=priority)) if v.priority != priority or v is not c.verifiability else c)
    return tuple(out)


def sources(claims: Iterable[Claim]) -> tuple[SourceRow, ...]:
    """Each source once, in the order of first mention; ``further_attributions`` count too."""
    rows: dict[str, tuple[str, str, list[str]]] = {}
    for claim in claims:
        for a in filter(None, (claim.attribution, *claim.further_attributions)):
            row = rows.setdefault(a.source.casefold(), (a.source, a.source_type, []))
            if row[2][-1:] != [claim.id]:  # claims come one after another, so a second mention follows the first
                row[2].append(claim.id)
    return tuple(SourceRow(f"S{n:02}", name, kind, tuple(ids)) for n, (name, kind, ids) in enumerate(rows.values(), 1))


def quotations(details: Iterable[Detail], claims: Sequence[Claim]) -> tuple[Quotation, ...]:
    """Each quotation of several words once, with the claims inside it and their speaker."""
    out: list[Quotation] = []
    at = 0
    ordered = sorted(claims, key=lambda c: c.start)
    for d in sorted((d for d in details if d.kind == "quotation" and len(d.text.split()) >= QUOTED_WORDS), key=lambda d: (d.start, -d.end)):
        if out and d.start < out[-1].end:
            continue  # a quotation inside another is part of its wording
        while at < len(ordered) and ordered[at].end <= d.start:
            at += 1
        inside = [c for c in ordered[at : at + 60] if c.start < d.end and c.end > d.start]
        speaker = next((c.attribution.source for c in inside if c.attribution), None)
        out.append(Quotation(f"Q{len(out) + 1:02}", d.start, d.end, speaker, tuple(c.id for c in inside)))
    return tuple(out)


def column_infos(columns: Iterable[Column]) -> tuple[ColumnInfo, ...]:
    """The columns as the JSON declares them."""
    return tuple(
        ColumnInfo(
            c.id,
            c.title,
            c.side,
            c.type,
            tuple(t.id if isinstance(t, Term) else t for t in c.choices),
            c.by.split(":")[0] or "factcheck",
            c.table,
        )
        for c in columns
    )
