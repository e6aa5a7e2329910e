"""Carries the work over to a revised draft: ids are for ever, what people typed is never lost, what changed is open again."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import count

from factcheck.model.claim import Claim
from factcheck.model.claim_parts import Detail
from factcheck.model.contradiction import Contradiction
from factcheck.model.errors import FactcheckError
from factcheck.model.view import View
from factcheck.model.worksheet import ColumnInfo, GoneRow, Lineage, Quotation, SourceRow, Worksheet
from factcheck.worksheet.match import Pair, match
from factcheck.worksheet.names import follow
from factcheck.worksheet.practice import blank
from factcheck.worksheet.progress import is_done
from factcheck.worksheet.recut import recut
from factcheck.worksheet.revise import Change, judge

Keyed = tuple[Hashable, str]
"""What a row is known by in any draft, and its id."""
Entry = Mapping[str, str]


def update(old: Worksheet, new: Worksheet) -> Worksheet:
    """The worksheet of the revised draft with the ids and entries of the one before.

    Args:
        old: filled in by people.
        new: freshly generated from the revised draft.
    Raises:
        FactcheckError: ``old`` is an extract, whose other rows would count as new.
    """
    if old.extract:
        hint = "merge it into the whole worksheet first, and update that"
        raise FactcheckError(f"the worksheet holds only a part of its rows ({old.extract})", hint=hint)
    if old.practice:
        new = blank(new)
    new, known = recut(old, new)
    pairs = match(old.claims, new.claims, known)
    changes = {p.new.id: judge(p.old, p.new) for p in pairs}
    ids = _claim_ids(old, new, pairs)
    details = _detail_ids(pairs, ids, new)
    xids = _kept_ids(_conflicts(old, {}), _conflicts(new, ids), old, "X")
    claims = tuple(_renamed(c, ids, details, xids) for c in new.claims)
    sentences = tuple(dataclasses.replace(s, claims=tuple(ids[i] for i in s.claims)) for s in new.article.sentences)
    sids = _kept_ids(_names(old), _names(new), old, "S")
    qids = _kept_ids(_words(old), _words(new), old, "Q")
    made = dataclasses.replace(
        new,
        article=dataclasses.replace(new.article, sentences=sentences),
        claims=claims,
        contradictions=tuple(
            dataclasses.replace(x, id=xids[x.id], claims=_all(ids, x.claims), occurrences=_all(ids, x.occurrences))
            for x in new.contradictions
        ),
        sources=tuple(dataclasses.replace(s, id=sids[s.id], claims=_all(ids, s.claims)) for s in new.sources),
        quotations=tuple(dataclasses.replace(q, id=qids[q.id], claims=_all(ids, q.claims)) for q in new.quotations),
        columns=_columns(old, new),
        added_claims=old.added_claims,
        contacts=old.contacts,
        extra={**old.extra, **new.extra},
    )
    lineage, entries = _carried(old, pairs, ids, changes, View(made))
    others = tuple(_gone_others(old, {*sids.values(), *qids.values(), *xids.values()}))
    back = {*sids.values(), *qids.values()}
    lineage = dataclasses.replace(lineage, gone=(*(g for g in lineage.gone if g.id not in back), *others))
    return dataclasses.replace(made, lineage=lineage, entries=follow(old, dataclasses.replace(made, entries=entries)))


def _all(ids: Mapping[str, str], old: Iterable[str]) -> tuple[str, ...]:
    return tuple(ids[i] for i in old)


def _columns(old: Worksheet, new: Worksheet) -> tuple[ColumnInfo, ...]:
    """The columns of both; a plugin that is not loaded now keeps its column."""
    have = {(c.table, c.id) for c in new.columns}
    return (*new.columns, *(c for c in old.columns if (c.table, c.id) not in have))


def _claim_ids(old: Worksheet, new: Worksheet, pairs: Sequence[Pair]) -> dict[str, str]:
    """The id of each new claim: its old one, or the next number that was never used."""
    ids = {p.new.id: p.old.id for p in pairs}
    gone = [g.id for g in old.lineage.gone] if old.lineage else []
    numbers = _numbers("C", [*(c.id for c in old.claims), *gone, *old.entries])
    for claim in new.claims:
        if claim.id not in ids:
            ids[claim.id] = f"C{next(numbers):03}"
    return ids


def _numbers(prefix: str, used: Iterable[str]) -> Iterator[int]:
    """Numbers that no id of this prefix ever had."""
    last = max((int(i[len(prefix) :]) for i in used if i.startswith(prefix) and i[len(prefix) :].isdigit()), default=0)
    return count(last + 1)


def _detail_ids(pairs: Sequence[Pair], ids: Mapping[str, str], new: Worksheet) -> dict[str, str]:
    """The id of each new detail: that of an equal detail of the same claim before, or the next number of its claim."""
    out: dict[str, str] = {}
    before = {p.new.id: p.old for p in pairs}
    for claim in new.claims:
        old = before.get(claim.id)
        free: dict[tuple[str, str], list[str]] = {}
        for d in all_details(old) if old else ():
            free.setdefault((d.kind, d.text), []).append(d.id)
        cid = ids[claim.id]
        used = [int(d.id.rsplit(".", 1)[-1]) for d in all_details(old) if d.id.startswith(f"{cid}.")] if old else []
        numbers = count(max(used, default=0) + 1)
        for d in all_details(claim):
            if d.id in out:
                continue
            same = free.get((d.kind, d.text))
            out[d.id] = same.pop(0) if same else f"{cid}.{next(numbers)}"
    return out


def all_details(claim: Claim) -> Iterator[Detail]:
    """The details of a claim and of its frames."""
    yield from claim.details
    for a in (claim.attribution, *claim.further_attributions):
        if a is not None:
            yield from a.details


def _renamed(claim: Claim, ids: Mapping[str, str], details: Mapping[str, str], xids: Mapping[str, str]) -> Claim:
    def named(found: tuple[Detail, ...]) -> tuple[Detail, ...]:
        return tuple(dataclasses.replace(d, id=details[d.id]) for d in found)

    return dataclasses.replace(
        claim,
        id=ids[claim.id],
        details=named(claim.details),
        attribution=claim.attribution and dataclasses.replace(claim.attribution, details=named(claim.attribution.details)),
        further_attributions=tuple(dataclasses.replace(a, details=named(a.details)) for a in claim.further_attributions),
        contradictions=_all(xids, claim.contradictions),
        read_with=tuple(dataclasses.replace(r, claim=ids[r.claim]) for r in claim.read_with),
    )


def _kept_ids(before: Iterable[Keyed], after: Iterable[Keyed], old: Worksheet, prefix: str) -> dict[str, str]:
    """Ids of rows that are equal by a key stay, also where they were gone for a while; the others take numbers that no row ever had."""
    free: dict[Hashable, list[str]] = {}
    gone = old.lineage.gone if old.lineage else ()
    for key, row_id in before:
        free.setdefault(key, []).append(row_id)
    for g in gone:
        if g.id.startswith(prefix):
            free.setdefault(g.text.casefold() if prefix == "S" else g.text, []).append(g.id)
    rows: tuple[tuple[SourceRow | Quotation | Contradiction, ...], ...] = (old.sources, old.quotations, old.contradictions)
    numbers = _numbers(prefix, [*(r.id for table in rows for r in table), *(g.id for g in gone), *old.entries])
    out: dict[str, str] = {}
    for key, row_id in after:
        same = free.get(key)
        out[row_id] = same.pop(0) if same else f"{prefix}{next(numbers):02}"
    return out


def _names(w: Worksheet) -> Iterator[Keyed]:
    for s in w.sources:
        yield s.name.casefold(), s.id


def _words(w: Worksheet) -> Iterator[Keyed]:
    for q in w.quotations:
        yield _quoted(w, q), q.id


def _quoted(w: Worksheet, q: Quotation) -> str:
    return " ".join(w.article.text[q.start : q.end].split())


def _conflicts(w: Worksheet, ids: Mapping[str, str]) -> Iterator[Keyed]:
    for x in w.contradictions:
        claims = tuple(sorted(ids.get(i, i) for i in x.claims))
        yield (x.kind, x.rule, claims, tuple(sorted(w.article.text[a:b] for a, b in x.spans))), x.id


def _gone_others(old: Worksheet, there: Set[str]) -> Iterator[GoneRow]:
    """Sources, quotations and contradictions that the new draft no longer has; their numbers are not used again either."""
    yield from (GoneRow(s.id, s.name, status="") for s in old.sources if s.id not in there)
    yield from (GoneRow(q.id, _quoted(old, q), status="") for q in old.quotations if q.id not in there)
    yield from (GoneRow(x.id, x.explanation, status="") for x in old.contradictions if x.id not in there)


def _carried(
    old: Worksheet, pairs: Sequence[Pair], ids: Mapping[str, str], changes: Mapping[str, Change], made: View
) -> tuple[Lineage, dict[str, Entry]]:
    """What became of each claim, and the entries: kept, or with the status taken back where the claim changed."""
    entries: dict[str, Entry] = {k: dict(v) for k, v in old.entries.items()}
    outcome: dict[str, str] = {}
    remarks: dict[str, dict[str, str]] = {}
    moved = _out_of_order(pairs)
    for p in pairs:
        change, cid = changes[p.new.id], p.old.id
        outcome[cid] = "moved" if change.outcome == "same" and cid in moved else change.outcome
        remark = {"before": p.old.text, "why": change.why, "diff": change.diff} if change.outcome != "same" else {}
        if p.tie:
            remark["tie"] = f"it was as like {p.tie}: check that this is the same claim"
        entry = dict(entries.get(cid, {}))
        if change.outcome == "changed" and entry.get("status"):
            remark["status"] = entry.pop("status")
            entries[cid] = entry
        proposed = entry.get("change", "").strip()
        if proposed and not entry.get("in_draft") and proposed.casefold() in made.sentence_text(made.claims[cid]).casefold():
            remark["in_draft"] = "the proposed change stands in the draft: tick In draft"
        if remark:
            remarks[cid] = remark
    paired = {p.old.id for p in pairs}
    before = View(old)
    gone = [GoneRow(c.id, c.text, before.position(c), before.status(c.id)) for c in old.claims if c.id not in paired]
    outcome |= {g.id: "gone" for g in gone}
    outcome |= {new_id: "new" for new_id in ids.values() if new_id not in outcome}
    earlier = old.lineage.gone if old.lineage else ()
    return Lineage(old.article.sha256, outcome, remarks, (*earlier, *gone)), {k: v for k, v in entries.items() if v}


def _out_of_order(pairs: Sequence[Pair]) -> set[str]:
    """Old ids of claims that stand elsewhere: all that are not in the longest run that kept its order."""
    ordered = sorted(pairs, key=lambda p: p.new.start)
    tails: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for i, p in enumerate(ordered):
        at = bisect_left(tails, p.old.start)
        back.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(p.old.start)
            ends.append(i)
        else:
            tails[at], ends[at] = p.old.start, i
    kept: set[str] = set()
    i = ends[-1] if ends else -1
    while i >= 0:
        kept.add(ordered[i].old.id)
        i = back[i]
    return {p.old.id for p in ordered} - kept


def reset_rows(w: Worksheet) -> tuple[str, ...]:
    """Ids of rows whose status was taken back and that are still open."""
    remarks = w.lineage.remarks if w.lineage else {}
    return tuple(i for i, r in remarks.items() if "status" in r and not is_done(w.entries.get(i, {})))
