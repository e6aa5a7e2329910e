"""What differs inside a pair of like sentences: numbers, dates, names, negations, antonyms; aligned by what stands next to them.

Two statements that differ in more than one way tell of two things ("5 points in Ohio, 3 points in Florida"); detectors therefore ask
whether theirs is the only difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from factcheck.contradictions import likeness
from factcheck.contradictions.amounts import Amount, amounts, differ, rounded_alike
from factcheck.contradictions.antonyms import Antonyms, antonyms
from factcheck.contradictions.keys import NAMES, Line, class_index, stemmer
from factcheck.contradictions.likeness import Pair
from factcheck.contradictions.moments import clash_of, moments
from factcheck.contradictions.negation import negations
from factcheck.model.article import Span
from factcheck.model.claim_parts import Detail
from factcheck.plugin.context import Context

T = TypeVar("T")
_SLOTS = frozenset({"person", "place"})
"""Bodies and works go by too many names to be told apart."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference.

    Args:
        sort: quantity, date, attribute, polarity or opposite.
        span_a, span_b: the words in the earlier and the later line.
        degree: "conflict" or "discrepancy".
    """

    sort: str
    span_a: Span
    span_b: Span
    degree: str = "conflict"


def differences(pair: Pair, ctx: Context) -> tuple[Difference, ...]:
    """All differences of a pair, made once."""
    memo: dict[tuple[int, int], tuple[Difference, ...]] = ctx.once("contradictions.differences", dict)
    key = (pair.a.number, pair.b.number)
    if key not in memo:
        memo[key] = tuple(d for find in _FINDERS for d in find(pair, ctx))
    return memo[key]


def only(sort: str, ctx: Context) -> Iterable[tuple[Pair, Difference]]:
    """The pairs that differ in one thing only, where it is of this sort."""
    for pair in likeness.pairs(ctx):
        found = differences(pair, ctx)
        if len(found) == 1 and found[0].sort == sort:
            yield pair, found[0]


def _matched(left: list[T], right: list[T], fits: Callable[[T, T], int]) -> list[tuple[T, T]]:
    """Pairs of items that fit, the best first, each item once."""
    scored = [(fits(x, y), -i, -j) for i, x in enumerate(left) for j, y in enumerate(right)]
    out, used_x, used_y = [], set(), set()
    for score, i, j in sorted(scored, reverse=True):
        if score > 0 and i not in used_x and j not in used_y:
            used_x.add(i)
            used_y.add(j)
            out.append((left[-i], right[-j]))
    return out


def _numbers(pair: Pair, ctx: Context) -> Iterable[Difference]:
    left, right = list(amounts(pair.a, ctx)), list(amounts(pair.b, ctx))
    for x in list(left):
        same = next((y for y in right if differ(x.value, y.value) is None and _one_thing(x, y, ctx)), None)
        if same is not None:
            left.remove(x)
            right.remove(same)
    for x, y in _matched(left, right, lambda x, y: _fit(x, y, pair, ctx)):
        degree = differ(x.value, y.value)
        if degree and not rounded_alike(x.low, y.low):
            yield Difference("quantity", x.span, y.span, degree)


def _one_thing(x: Amount, y: Amount, ctx: Context) -> bool:
    if (x.kind in ("percent", "money")) != (y.kind in ("percent", "money")):
        return False
    if x.kind in ("percent", "money"):
        return x.kind == y.kind and (x.value.unit or "") == (y.value.unit or "")
    return noun_class(x.noun, ctx) == noun_class(y.noun, ctx)


def noun_class(noun: str, ctx: Context) -> str:
    """The class of a counted noun, or else its stem; "person" for a bare number is left to the caller."""
    own = stemmer(ctx)(noun.lower()) if noun else ""
    return class_index(ctx, "counted").get(own, own)


def _fit(x: Amount, y: Amount, pair: Pair, ctx: Context) -> int:
    if not _one_thing(x, y, ctx):
        return 0
    near = likeness.like_context(pair.a, (x.first, x.last), pair.b, (y.first, y.last))
    return near + (1 if x.words[:1] == y.words[:1] and x.words else 0)


def _dates(pair: Pair, ctx: Context) -> Iterable[Difference]:
    left, right = list(moments(pair.a, ctx)), list(moments(pair.b, ctx))
    for x in list(left):
        same = next((y for y in right if clash_of(x, y) == "same"), None)
        if same is not None:
            left.remove(x)
            right.remove(same)
    for x, y in _matched(left, right, lambda x, y: 1 if clash_of(x, y) == "clash" else 0):
        yield Difference("date", x.span, y.span)


def _names(pair: Pair, ctx: Context) -> Iterable[Difference]:
    left, right = _own_names(pair.a, pair.b, ctx), _own_names(pair.b, pair.a, ctx)
    for x, y in _matched(left, right, lambda x, y: _slot(x, y, pair, ctx)):
        yield Difference("attribute", (x.start, x.end), (y.start, y.end))


def _own_names(line: Line, other: Line, ctx: Context) -> list[Detail]:
    theirs = {t.lower for t in other.terms}
    tokens = ctx.tokens
    names = [d for d in line.details if d.kind in NAMES]
    return [d for d in names if not any(tokens.lower[i] in theirs or tokens.lower[i].removesuffix("'s") in theirs for i in tokens.within(d.start, d.end))]


def _slot(x: Detail, y: Detail, pair: Pair, ctx: Context) -> int:
    if x.kind != y.kind or x.kind not in _SLOTS:
        return 0
    tokens = ctx.tokens
    ix, iy = tokens.within(x.start, x.end), tokens.within(y.start, y.end)
    if not ix or not iy:
        return 0
    before = ix[0] > 0 and iy[0] > 0 and tokens.lower[ix[0] - 1] == tokens.lower[iy[0] - 1]
    near = likeness.like_context(pair.a, (ix[0], ix[-1]), pair.b, (iy[0], iy[-1]))
    return near + before if near else 0


def _polarity(pair: Pair, ctx: Context) -> Iterable[Difference]:
    na, nb = {n.stem: n for n in negations(pair.a, ctx)}, {n.stem: n for n in negations(pair.b, ctx)}
    for own, other, theirs, flip in ((na, nb, _places(pair.b), False), (nb, na, _places(pair.a), True)):
        for stem, n in own.items():
            if stem in pair.shared and stem not in other:
                here = (ctx.tokens.starts[n.negator], ctx.tokens.ends[n.at])
                there = (ctx.tokens.starts[theirs[stem]], ctx.tokens.ends[theirs[stem]])
                yield Difference("polarity", there if flip else here, here if flip else there)


def _places(line: Line) -> Mapping[str, int]:
    return {t.stem: t.at for t in reversed(line.terms)}


def _opposites(pair: Pair, ctx: Context) -> Iterable[Difference]:
    table: Antonyms = antonyms(ctx)
    for x, y in table.between(pair, ctx):
        starts, ends = ctx.tokens.starts, ctx.tokens.ends
        yield Difference("opposite", (starts[x], ends[x]), (starts[y], ends[y]))


_FINDERS: tuple[Callable[[Pair, Context], Iterable[Difference]], ...] = (_numbers, _dates, _names, _polarity, _opposites)
