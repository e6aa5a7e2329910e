"""The contract's invariants, checked on any worksheet: after a plugin's review, on loading, in tests."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.model import vocabulary
from factcheck.model.claim import Claim
from factcheck.model.patterns import compiled
from factcheck.model.worksheet import Worksheet


def invariant_breaches(worksheet: Worksheet) -> list[str]:
    """Each breach as one line: verbatim spans, details and sentences in place, unique ids, references both ways."""
    return [*_claims(worksheet), *_sentences(worksheet), *_ids(worksheet), *_contradictions(worksheet), *_read_with(worksheet)]


_OTHERS = compiled(r"cover\Z|legal:|[a-z]+\+\d+\Z")
"""Entries of the cover, of accused parties and of rows that people added to a table."""


def strays(worksheet: Worksheet) -> tuple[str, ...]:
    """Ids that something was typed for and that belong to no row; a table that came back alone knows only its own rows."""
    w = worksheet
    known = {row.id for rows in (w.claims, w.added_claims, w.contradictions, w.sources, w.quotations) for row in rows}
    known |= {g.id for g in w.lineage.gone} if w.lineage else set()
    return tuple(k for k, entry in w.entries.items() if entry and k.split(".")[0] not in known and not _OTHERS.match(k))


def _claims(w: Worksheet) -> Iterator[str]:
    text = w.article.text
    sentences = {s.number: s for s in w.article.sentences}
    for c in w.claims:
        if text[c.start : c.end] != c.text or not c.text.strip():
            yield f"{c.id}: its text is not article.text[{c.start}:{c.end}]"
        s = sentences.get(c.sentence)
        if s is None or not s.start <= c.start < c.end <= s.end:
            yield f"{c.id}: it does not lie in sentence {c.sentence}"
        elif c.id not in s.claims:
            yield f"{c.id}: sentence {c.sentence} does not list it"
        yield from _parts(c, text)
    spans = sorted((c.start, c.end) for c in w.claims)
    overlaps = sum(b[0] < a[1] for a, b in pairwise(spans))
    if overlaps > max(1, 0.05 * len(spans)):
        yield f"{overlaps} of {len(spans)} claims overlap"


def _parts(c: Claim, text: str) -> Iterator[str]:
    v = c.verifiability
    for value, terms in ((v.level, vocabulary.LEVELS), (v.priority, vocabulary.PRIORITIES)):
        if value not in vocabulary.ids(terms):
            yield f"{c.id}: {value!r} is not in the vocabulary"
    if not 0 <= v.score <= 1:
        yield f"{c.id}: the score {v.score} is not in 0..1"
    for d in c.details:
        if text[d.start : d.end] != d.text or not c.start <= d.start < d.end <= c.end:
            yield f"{c.id}: the detail {d.text!r} does not lie in it"
    for a in filter(None, (c.attribution, *c.further_attributions)):
        if a.quotation not in vocabulary.ids(vocabulary.QUOTATION) or a.source_type not in vocabulary.ids(vocabulary.SOURCE_TYPES):
            yield f"{c.id}: attribution {a.quotation!r}, {a.source_type!r} is not in the vocabulary"
        if not a.source.strip():
            yield f"{c.id}: the source is empty"
        if a.cue_span and a.cue is not None and text[a.cue_span[0] : a.cue_span[1]].lower() != a.cue.lower():
            yield f"{c.id}: the cue {a.cue!r} is not at its span"
        inside = [s for s in (a.source_span, a.cue_span, a.frame_span) if s]
        for d in a.details:
            if text[d.start : d.end] != d.text or not any(s[0] <= d.start and d.end <= s[1] for s in inside):
                yield f"{c.id}: the frame's detail {d.text!r} does not lie in source, cue or frame"


def _sentences(w: Worksheet) -> Iterator[str]:
    ids = {c.id for c in w.claims}
    kinds = {b.number: b.kind for b in w.article.blocks}
    for s in w.article.sentences:
        if s.block not in kinds:
            yield f"sentence {s.number}: there is no block {s.block}"
        if not s.claims and not s.nothing_to_check:
            yield f"sentence {s.number}: no claim and no reason"
        for cid in s.claims:
            if cid not in ids:
                yield f"sentence {s.number}: there is no claim {cid}"


def _ids(w: Worksheet) -> Iterator[str]:
    for name, rows in (
        ("claim", w.claims),
        ("contradiction", w.contradictions),
        ("source", w.sources),
        ("quotation", w.quotations),
        ("added claim", w.added_claims),
    ):
        seen: set[str] = set()
        for row in rows:
            if row.id in seen:
                yield f"{name} {row.id} is there twice"
            seen.add(row.id)


def _contradictions(w: Worksheet) -> Iterator[str]:
    claims = {c.id: c for c in w.claims}
    known = {x.id: x for x in w.contradictions}
    for x in w.contradictions:
        if x.severity not in vocabulary.ids(vocabulary.SEVERITIES):
            yield f"{x.id}: {x.severity!r} is not in the vocabulary"
        if not x.claims:
            yield f"{x.id}: it names no claim"
        for cid in x.claims:
            if cid not in claims or x.id not in claims[cid].contradictions:
                yield f"{x.id}: {cid} does not list it"
    for c in w.claims:
        for xid in c.contradictions:
            if xid not in known or c.id not in known[xid].claims:
                yield f"{c.id}: {xid} does not list it"


def _read_with(w: Worksheet) -> Iterator[str]:
    ids = {c.id for c in w.claims}
    for c in w.claims:
        for r in c.read_with:
            if r.claim not in ids or r.claim == c.id:
                yield f"{c.id}: it is read with {r.claim}, which is no other claim"
