"""Finds for each claim of a revised draft the claim it was before: by fingerprint, then by shared rare words and place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from factcheck.model.claim import Claim

LEAST = 0.6
"""Least likeness of two wordings of one claim; below, it is another claim."""
COMMON = 12
"""A word that stands in more claims than this finds no candidates: it would make the cost quadratic."""

_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Pair:
    """An old claim and what it is now.

    Args:
        likeness: 1.0 for the same words.
        tie: another old claim that is just as like, or None.
    """

    old: Claim
    new: Claim
    likeness: float
    tie: str | None = None


def words(text: str) -> list[str]:
    """Words and punctuation marks."""
    return _WORD.findall(text)


def match(old: Sequence[Claim], new: Sequence[Claim]) -> list[Pair]:
    """Pairs of old and new claims, each claim in one pair at most."""
    pairs = list(_same(old, new))
    left = [c for c in old if c.id not in {p.old.id for p in pairs}]
    right = [c for c in new if c.id not in {p.new.id for p in pairs}]
    return [*pairs, *_alike(left, right, pairs)]


def _same(old: Sequence[Claim], new: Sequence[Claim]) -> Iterable[Pair]:
    """Equal fingerprints; twins are taken in their order, which keeps each at its place."""
    waiting: dict[str, list[Claim]] = {}
    for claim in old:
        waiting.setdefault(claim.fingerprint, []).append(claim)
    twins: dict[str, list[Claim]] = {}
    for claim in new:
        twins.setdefault(claim.fingerprint, []).append(claim)
    for key, after in twins.items():
        before = waiting.get(key, [])
        for a, b in _in_place(before, after):
            yield Pair(a, b, 1.0, before[0].id if len(before) > len(after) and before[0].id != a.id else None)


def _in_place(before: list[Claim], after: list[Claim]) -> list[tuple[Claim, Claim]]:
    """Twins by place: in order where there are as many as before, else each new one takes the nearest in the text."""
    if len(before) == len(after):
        return list(zip(before, after, strict=True))
    out, free = [], list(before)
    for b in after:
        if not free:
            break
        a = min(free, key=lambda c: abs(c.start - b.start))
        free.remove(a)
        out.append((a, b))
    return out


def _alike(old: Sequence[Claim], new: Sequence[Claim], done: Sequence[Pair]) -> list[Pair]:
    """The best likeness first; between equal ones, the place between neighbours that are already paired decides."""
    split = {c.id: [w.casefold() for w in words(c.text)] for c in old} | {"+" + c.id: [w.casefold() for w in words(c.text)] for c in new}
    counts = Counter(w for c in old for w in set(split[c.id]))
    by_word: dict[str, list[Claim]] = {}
    for claim in old:
        for w in set(split[claim.id]):
            if counts[w] <= COMMON:
                by_word.setdefault(w, []).append(claim)
    anchors = sorted((p.new.start, p.old.start) for p in done)
    rows = []
    for b in new:
        shared = Counter(a.id for w in set(split["+" + b.id]) for a in by_word.get(w, ()))
        nearby = {a.id: a for w in set(split["+" + b.id]) for a in by_word.get(w, ())}
        for key, _ in shared.most_common(8):
            likeness = SequenceMatcher(None, split[key], split["+" + b.id], autojunk=False).ratio()
            if likeness >= LEAST:
                rows.append((-round(likeness, 3), abs(nearby[key].start - _expected(anchors, b.start)), nearby[key], b))
    rows.sort(key=lambda r: (r[0], r[1], r[2].start, r[3].start))
    pairs: list[Pair] = []
    used: set[str] = set()
    for minus, _, a, b in rows:
        if a.id in used or "+" + b.id in used:
            continue
        rival = next((r[2].id for r in rows if r[3] is b and r[2] is not a and r[0] == minus and r[2].id not in used), None)
        used |= {a.id, "+" + b.id}
        pairs.append(Pair(a, b, -minus, rival))
    return pairs


def _expected(anchors: Sequence[tuple[int, int]], start: int) -> int:
    """Where a new offset stood before, by the nearest paired claim before it."""
    at = bisect_left(anchors, (start, 0))
    return start if at == 0 else anchors[at - 1][1] + start - anchors[at - 1][0]
