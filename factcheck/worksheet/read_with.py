"""Hangs quiet links on claims that have to be read together: at most three a claim, the most telling first. Accuses nobody, counts nowhere.

Two claims that speak against each other are no such pair, nor are two that state the same fact, nor two of one sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations

from factcheck.model import vocabulary as v
from factcheck.model.change import changed
from factcheck.model.claim import Claim
from factcheck.model.claim_parts import ReadWith
from factcheck.model.contradiction import Contradiction
from factcheck.worksheet.compare import Tie

MOST = 3
"""More links at one row are no help."""
_RANK: Mapping[str, int] = {relation: n for n, relation in enumerate(v.ids(v.RELATIONS))}
_NAMES = "inconsistent_spelling"


def read_with(claims: Sequence[Claim], ties: Iterable[Tie], contradictions: Sequence[Contradiction]) -> tuple[Claim, ...]:
    """Claims with their links.

    Args:
        claims: all of them, with their repeats.
        ties: what detectors found to belong together.
        contradictions: what speaks against what.
    """
    opposed = {pair for x in contradictions if x.severity != _NAMES for pair in permutations({*x.claims, *x.occurrences}, 2)}
    found: dict[str, list[tuple[ReadWith, Claim]]] = {}
    for by, tie, a, b in ties:
        if a.sentence == b.sentence or (a.repeats is not None and a.repeats == b.repeats) or (a.id, b.id) in opposed:
            continue
        found.setdefault(a.id, []).append((ReadWith(b.id, tie.later, by), b))
        found.setdefault(b.id, []).append((ReadWith(a.id, tie.earlier, by), a))
    return tuple(changed(c, read_with=_first(c, found[c.id])) if c.id in found else c for c in claims)


def _first(claim: Claim, links: Iterable[tuple[ReadWith, Claim]]) -> tuple[ReadWith, ...]:
    """The most telling links, near ones before far ones; one for each fact, however often it is repeated."""

    def rank(link: tuple[ReadWith, Claim]) -> tuple[int, int, str]:
        relation, other = link
        return _RANK.get(relation.relation, 0), abs(other.start - claim.start), other.id

    out: dict[str, ReadWith] = {}
    for link, other in sorted(links, key=rank):
        out.setdefault(other.repeats or other.id, link)
    return tuple(out.values())[:MOST]


def among(claim: Claim, ids: Mapping[str, str | None]) -> Claim:
    """A claim whose links name the rows that stand now.

    Args:
        ids: id to the id of the row that has taken its place, or None where it is gone; ids that are missing stay as they are.
    """
    out: dict[str, ReadWith] = {}
    for r in claim.read_with:
        other = ids.get(r.claim, r.claim)
        if other is not None and other != claim.id:
            out.setdefault(other, changed(r, claim=other))
    kept = tuple(out.values())[:MOST]
    return claim if kept == claim.read_with else changed(claim, read_with=kept)
