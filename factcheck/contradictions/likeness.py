"""Pairs of sentences that tell the same thing in nearly the same words, found by rare words and never by all pairs.

Likeness alone accuses nobody: detectors look at what differs inside a pair. Weighting after Spärck Jones 1972 (rare words count more);
likeness over the shorter statement, because a retelling drops what is not needed.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from factcheck.contradictions.keys import Line, Term, lines
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context

MOST_LINES = 8
"""A word in more sentences than this is no rare word."""
MOST_LOOKED_AT = 40
LEAST_SHARED = 3
_SURE = 5
LEAST_LIKENESS = 0.5
SKIPPED = frozenset({"boilerplate", "byline", "dateline"})
"""Kinds of blocks that tell nothing."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two like lines, the earlier first.

    Args:
        a, b: the lines.
        shared: the stems that both have.
        likeness: 0..1, weight of the shared stems over the shorter line.
        copied: whether they are told in the same words; then likeness is the share of the words.
    """

    a: Line
    b: Line
    shared: frozenset[str]
    likeness: float
    copied: bool = False

    @property
    def sure(self) -> bool:
        """Whether so many content words in the same order are one statement, whatever one of the two adds."""
        return self.copied and len(self.shared) > _SURE

    @property
    def shorter(self) -> Line:
        """The line with fewer terms; the later one where they are equal."""
        return self.a if len(self.a.terms) < len(self.b.terms) else self.b


def pairs(ctx: Context) -> tuple[Pair, ...]:
    """All like pairs of the article, made once."""
    return ctx.once("contradictions.pairs", lambda: tuple(_pairs(ctx)))


def weights(ctx: Context) -> Mapping[str, float]:
    """How much a stem says: more, the fewer sentences hold it."""

    def make() -> dict[str, float]:
        df = frequencies(ctx)
        n = len(lines(ctx)) + 1
        return {stem: math.log(n / count) + 0.3 for stem, count in df.items()}

    return ctx.once("contradictions.weights", make)


def frequencies(ctx: Context) -> Mapping[str, int]:
    """In how many lines a stem stands."""
    return ctx.once("contradictions.df", lambda: Counter(s for line in lines(ctx) for s in {t.stem for t in line.terms}))


def _pairs(ctx: Context) -> Iterable[Pair]:
    kinds = {b.number: b.kind for b in ctx.article.blocks}
    kept = [line for line in lines(ctx) if kinds.get(line.block) not in SKIPPED]
    df, weight = frequencies(ctx), weights(ctx)
    stems = [frozenset(t.stem for t in line.terms) for line in kept]
    total = [sum(weight[s] for s in own) for own in stems]
    where: dict[str, list[int]] = {}
    for i, own in enumerate(stems):
        for s in own:
            if df[s] <= MOST_LINES:
                where.setdefault(s, []).append(i)
    common: Counter[tuple[int, int]] = Counter()
    for at in where.values():
        common.update((i, j) for x, i in enumerate(at) for j in at[x + 1 :])
    for (i, j), count in sorted(common.items()):
        if count < 2:
            continue
        shared = stems[i] & stems[j]
        if len(shared) < LEAST_SHARED:
            continue
        likeness = sum(weight[s] for s in shared) / max(0.001, min(total[i], total[j]))
        if likeness >= LEAST_LIKENESS:
            yield Pair(kept[i], kept[j], shared, likeness)


def lines_with(stems: Iterable[str], ctx: Context) -> tuple[Line, ...]:
    """The lines that hold one of some stems, in order; stems that stand nearly everywhere are left out."""

    def make() -> dict[str, list[Line]]:
        out: dict[str, list[Line]] = {}
        for line in lines(ctx):
            for s in {t.stem for t in line.terms}:
                out.setdefault(s, []).append(line)
        return out

    where: Mapping[str, list[Line]] = ctx.once("contradictions.where", make)
    found = {line.number: line for s in stems if len(where.get(s, ())) <= MOST_LOOKED_AT for line in where.get(s, ())}
    return tuple(found[n] for n in sorted(found))


def around(line: Line, first: int, last: int, reach: int = 2) -> tuple[Term, ...]:
    """The terms next to a stretch of tokens: at most ``reach`` on either side."""
    left = [t for t in line.terms if t.at < first][-reach:]
    right = [t for t in line.terms if t.at > last][:reach]
    return (*left, *right)


def like_context(a: Line, span_a: tuple[int, int], b: Line, span_b: tuple[int, int], reach: int = 2) -> int:
    """How many stems two stretches of tokens have next to them in common."""
    return len({t.stem for t in around(a, *span_a, reach)} & {t.stem for t in around(b, *span_b, reach)})


def likeness_without(pair: Pair, span_a: tuple[int, int], span_b: tuple[int, int], ctx: Context) -> float:
    """The likeness of a pair when the tokens of a stretch on either side are left out.

    Args:
        span_a, span_b: offsets in the text, in the earlier and the later line.
    """
    weight = weights(ctx)
    totals = []
    for line, span in ((pair.a, span_a), (pair.b, span_b)):
        out = ctx.tokens.within(*span)
        totals.append(sum(weight[s] for s in {t.stem for t in line.terms if t.at not in out}))
    return sum(weight[s] for s in pair.shared) / max(0.001, min(totals))
