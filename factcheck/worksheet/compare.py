"""Pairs the distinct values of each key, never all mentions, and turns findings into contradictions; ties are left to ``read_with``."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from factcheck.model.change import changed
from factcheck.model.claim import Claim
from factcheck.model.contradiction import Contradiction
from factcheck.plugin.records import Fact, Finding, Mention, Related

MOST_VALUES = 40
"""Distinct values of one key that are compared with each other; more would make the cost quadratic."""

Grouped = Mapping[str, Mapping[Hashable, list[Mention]]]
Found = tuple[str, Finding, tuple[Claim, ...], tuple[Claim, ...]]
"""by, finding, representatives, occurrences."""

Tie = tuple[str, Related, Claim, Claim]
"""by, what they are to each other, the earlier claim, the later."""


def group(facts: Iterable[tuple[Claim, Fact]]) -> Grouped:
    """Mentions by key and distinct value, in the order of the text."""
    out: dict[str, dict[Hashable, list[Mention]]] = {}
    for claim, fact in facts:
        out.setdefault(fact.key, {}).setdefault(fact.value, []).append(Mention(claim, fact))
    return out


def pairs(grouped: Grouped) -> Iterable[tuple[list[Mention], list[Mention]]]:
    """Each pair of distinct values of each key, as all their mentions, the earlier value first."""
    for values in grouped.values():
        mentions = list(values.values())[:MOST_VALUES]
        for i, a in enumerate(mentions):
            for b in mentions[i + 1 :]:
                yield a, b


def compared(by: str, grouped: Grouped, compare: Callable[[Mention, Mention], Finding | Related | None]) -> Iterable[Found | Tie]:
    """What ``compare`` says of each pair of values, with all places where either stands; a tie joins the first two."""
    for a, b in pairs(grouped):
        said = compare(a[0], b[0])
        if isinstance(said, Related):
            yield by, said, a[0].claim, b[0].claim
        elif said is not None:
            places = {m.claim.id: m.claim for m in (*a, *b)}
            yield by, said, _distinct(a[0].claim, b[0].claim), tuple(sorted(places.values(), key=lambda c: c.start))


def _distinct(a: Claim, b: Claim) -> tuple[Claim, ...]:
    return (a,) if a.id == b.id else (a, b)


_STATEMENTS = dict.fromkeys(("polarity", "denial", "opposite"), "statement")
"""Kinds that tell of one conflict in three ways: what the one says, the other denies."""


def number(found: Sequence[Found]) -> tuple[Contradiction, ...]:
    """Contradictions with ids, in the order of the text; one for each pair of claims and kind, the first found stays."""
    first: dict[tuple[object, ...], Found] = {}
    for row in found:
        _, finding, claims, _ = row
        key = (
            _STATEMENTS.get(finding.kind, finding.kind),
            tuple(sorted(c.id for c in claims)),
            finding.spans if len(claims) == 1 or finding.kind == "name" else (),
        )
        first.setdefault(key, row)
    rows = sorted(
        first.values(),
        key=lambda r: (r[1].severity == "inconsistent_spelling", min(s[0] for s in r[1].spans) if r[1].spans else r[2][0].start),
    )
    return tuple(
        Contradiction(
            id=f"X{n:02}",
            kind=f.kind,
            severity=f.severity,
            scope=f.scope,
            rule=f.rule or by.split(":")[-1],
            claims=tuple(c.id for c in claims),
            occurrences=tuple(c.id for c in places),
            spans=f.spans,
            explanation=f.explanation,
            resolve=f.resolve,
            by=by,
        )
        for n, (by, f, claims, places) in enumerate(rows, 1)
    )


def link(claims: Sequence[Claim], contradictions: Sequence[Contradiction]) -> tuple[Claim, ...]:
    """Claims with the ids of the contradictions that they represent."""
    by_claim: dict[str, list[str]] = {}
    for x in contradictions:
        for cid in x.claims:
            by_claim.setdefault(cid, []).append(x.id)
    return tuple(changed(c, contradictions=tuple(by_claim.get(c.id, ()))) if c.id in by_claim or c.contradictions else c for c in claims)
