"""Finds for each claim of a revised draft the claim it was before: by fingerprint, then by shared rare words and place."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled

LEAST = 0.6
"""Least likeness of two wordings of one claim; below, it is another claim."""
COMMON = 12
"""A word that stands in more claims than this finds no candidates: it would make the cost quadratic."""

CANDIDATES = 8
"""Old claims that share the most rare words with a new one."""
BESIDE = 3
"""Old claims on either side of the place where a new one would have stood."""

_WORD = compiled(r"\w+|[^\w\s]")


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


def match(old: Sequence[Claim], new: Sequence[Claim], known: Mapping[str, str] | None = None) -> list[Pair]:
    """Pairs of old and new claims, each claim in one pair at most.

    Args:
        known: ids of old claims by ids of new ones, where it is known already.
    """
    before = {c.id: c for c in old}
    pairs = [Pair(before[known[c.id]], c, 1.0) for c in new if c.id in known] if known else []
    pairs += _same(*_left(old, new, pairs), pairs)
    for _ in range(2):  # what is paired tells where its neighbours stood
        pairs += _alike(*_left(old, new, pairs), pairs)
    return pairs


def _left(old: Sequence[Claim], new: Sequence[Claim], pairs: Sequence[Pair]) -> tuple[list[Claim], list[Claim]]:
    """The claims that are in no pair yet."""
    a, b = {p.old.id for p in pairs}, {p.new.id for p in pairs}
    return [c for c in old if c.id not in a], [c for c in new if c.id not in b]


def _same(old: Sequence[Claim], new: Sequence[Claim], done: Sequence[Pair]) -> list[Pair]:
    """Equal fingerprints. Twins are taken in their order, or, where their number changed, each by the place where it would have stood."""
    before, after = _by_words(old), _by_words(new)
    pairs = []
    for key, ours in after.items():
        if len(ours) == len(before.get(key, ())):
            pairs += [Pair(a, b, 1.0) for a, b in zip(before[key], ours, strict=True)]
    place = Place([*done, *pairs])
    for key, ours in after.items():
        theirs = before.get(key, [])
        if len(ours) != len(theirs):
            for a, b in _in_place(theirs, ours, place):
                pairs.append(Pair(a, b, 1.0, next((o.id for o in theirs if o.id != a.id), None) if len(theirs) > len(ours) else None))
    return pairs


def _by_words(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    out: dict[str, list[Claim]] = {}
    for claim in claims:
        out.setdefault(claim.fingerprint, []).append(claim)
    return out


class Place:
    """Where a new offset stood before, by the nearest paired claim before it."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self.anchors = sorted((p.new.start, p.old.start) for p in pairs)

    def before(self, start: int) -> int:
        """The old offset of a new one."""
        at = bisect_left(self.anchors, (start, 0))
        return start if at == 0 else self.anchors[at - 1][1] + start - self.anchors[at - 1][0]


def _in_place(before: Sequence[Claim], after: Sequence[Claim], place: Place) -> list[tuple[Claim, Claim]]:
    """Twins of which one draft has more: each of the fewer takes the nearest of the others."""
    olds, news = [(c.start, c) for c in before], [(place.before(c.start), c) for c in after]
    few, many = (olds, news) if len(olds) < len(news) else (news, olds)
    free = sorted(many, key=lambda c: c[0])
    starts = [c[0] for c in free]
    out = []
    for start, claim in few:
        at = bisect_left(starts, start)
        if at == len(free) or (at and start - starts[at - 1] <= starts[at] - start):
            at -= 1
        starts.pop(at)
        other = free.pop(at)[1]
        out.append((claim, other) if few is olds else (other, claim))
    return out


def _alike(old: Sequence[Claim], new: Sequence[Claim], done: Sequence[Pair]) -> list[Pair]:
    """The best likeness first; between equal ones, the place between neighbours that are already paired decides."""
    rows: list[Likely] = []
    near = _Near(old, done)
    for b in new:
        rows += near.likely(b)
    rows.sort(key=lambda r: (-r.likeness, r.distance, r.old.start, r.new.start))
    of_new: dict[str, list[Likely]] = {}
    for r in rows:
        of_new.setdefault(r.new.id, []).append(r)
    pairs: list[Pair] = []
    used: set[str] = set()
    paired: set[str] = set()
    for r in rows:
        if r.old.id in used or r.new.id in paired:
            continue
        rivals = (o.old.id for o in of_new[r.new.id] if o is not r and o.likeness == r.likeness and o.old.id not in used)
        pairs.append(Pair(r.old, r.new, r.likeness, next(rivals, None)))
        used.add(r.old.id)
        paired.add(r.new.id)
    return pairs


@dataclass(frozen=True, slots=True)
class Likely:
    """An old claim that a new one may be, and how far it stands from where the new one would have stood."""

    old: Claim
    new: Claim
    likeness: float
    distance: int


class _Near:
    """Finds the old claims that share rare words with a new one or stood where it stands, a few for each."""

    def __init__(self, old: Sequence[Claim], done: Sequence[Pair]) -> None:
        self.places = sorted(old, key=lambda c: c.start)
        self.starts = [c.start for c in self.places]
        self.split = {c.id: [w.casefold() for w in words(c.text)] for c in old}
        self.place = Place(done)
        self.claims = {c.id: c for c in old}
        counts = Counter(w for own in self.split.values() for w in set(own))
        self.by_word: dict[str, list[str]] = {}
        for cid, own in self.split.items():
            for w in dict.fromkeys(own):
                if counts[w] <= COMMON:
                    self.by_word.setdefault(w, []).append(cid)

    def likely(self, b: Claim) -> Iterable[Likely]:
        """The candidates of one new claim that are like enough."""
        own = [w.casefold() for w in words(b.text)]
        shared = Counter(cid for w in dict.fromkeys(own) for cid in self.by_word.get(w, ()))
        expected = self.place.before(b.start)
        at = bisect_left(self.starts, expected)
        here = (c.id for c in self.places[max(0, at - BESIDE) : at + BESIDE])
        compare: SequenceMatcher[str] = SequenceMatcher(None, autojunk=False)
        compare.set_seq2(own)
        for cid in dict.fromkeys((*(key for key, _ in shared.most_common(CANDIDATES)), *here)):
            compare.set_seq1(self.split[cid])
            if compare.real_quick_ratio() >= LEAST and compare.quick_ratio() >= LEAST and (ratio := compare.ratio()) >= LEAST:
                yield Likely(self.claims[cid], b, round(ratio, 3), abs(self.claims[cid].start - expected))
