"""What differs inside a pair of like sentences: numbers, dates, names, negations, antonyms; aligned by what stands next to them.

Two statements that differ in more than one way tell of two things ("5 points in Ohio, 3 points in Florida"); detectors therefore ask
whether theirs is the only difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from factcheck.contradictions import likeness
from factcheck.contradictions.amounts import Amount, amounts, differ, differ_as_told, rounded_alike
from factcheck.contradictions.antonyms import Antonyms, antonyms
from factcheck.contradictions.changes import Difference, judged
from factcheck.contradictions.copies import Copy, copies
from factcheck.contradictions.keys import NAMES, Line, class_index, covering, stemmer
from factcheck.contradictions.likeness import Pair
from factcheck.contradictions.moments import clash_of, moments
from factcheck.contradictions.negation import Negated, negations
from factcheck.model.claim_parts import Detail
from factcheck.plugin.context import Context

T = TypeVar("T")
_COPY, _COPIED = 0.8, 6
"""So like, and with so many words shared, two sentences are one told twice in the same words."""
_PARTICLES = frozenset({"new", "the", "of", "north", "south", "east", "west", "san", "saint", "st", "de", "la", "mr", "mrs", "dr", "and"})
_SLOT_WORDS = 2
"""So many words next to a name, the one before it included, have to be the same."""
_PREPOSITIONS = frozenset({"at", "in", "on", "of", "from", "with", "for", "by"})
_TOLD = 3
"""So many shared words have to be no names, for a negation to be of the same statement."""
_PLAIN = 8
"""With so many words in common two sentences of one paragraph are no figure of speech."""
_LISTED = 2
"""More persons that the other line does not know are a list."""
_SLOTS = frozenset({"person", "place"})
"""Bodies and works go by too many names to be told apart."""


def differences(pair: Pair, ctx: Context) -> tuple[Difference, ...]:
    """All differences of a pair, made once."""
    memo: dict[tuple[int, int], tuple[Difference, ...]] = ctx.once("contradictions.differences", dict)
    key = (pair.a.number, pair.b.number)
    if key not in memo:
        memo[key] = tuple(d for find in _FINDERS for d in find(pair, ctx))
    return memo[key]


def only(sort: str, ctx: Context, least: float, shared: int) -> Iterable[tuple[Pair, Difference]]:
    """The pairs that differ in one thing only, where it is of this sort: copies first, then retellings that are like enough.

    Args:
        least: the least likeness of a retelling.
        shared: how many stems it has to share.
    """
    told: set[tuple[int, int]] = set()
    for copy in copies(ctx):
        found = judged(copy, ctx)
        if found:
            told.add((copy.pair.a.number, copy.pair.b.number))
        if len(found) == 1 and found[0].sort == sort and not _figure_of_speech(copy, sort):
            yield copy.pair, found[0]
    for pair in likeness.pairs(ctx):
        if pair.likeness < least or len(pair.shared) < shared or (pair.a.number, pair.b.number) in told:
            continue
        found = differences(pair, ctx)
        if len(found) == 1 and found[0].sort == sort:
            yield pair, found[0]


def _figure_of_speech(copy: Copy, sort: str) -> bool:
    """Whether one paragraph may say it twice on purpose: "We will win in Holm. We will win in Tarn." (anaphora, parallelism)."""
    return copy.pair.a.block == copy.pair.b.block and (sort == "attribute" or copy.matched < _PLAIN)


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


def _copied(pair: Pair) -> bool:
    return pair.likeness >= _COPY and len(pair.shared) >= _COPIED


def _numbers(pair: Pair, ctx: Context) -> Iterable[Difference]:
    left, right = list(amounts(pair.a, ctx)), list(amounts(pair.b, ctx))
    differing = differ_as_told if _copied(pair) else differ
    for x in list(left):
        same = next((y for y in right if differing(x.value, y.value) is None and _one_thing(x, y, ctx)), None)
        if same is not None:
            left.remove(x)
            right.remove(same)
    for x, y in _matched(left, right, lambda x, y: _fit(x, y, pair, ctx)):
        degree = differing(x.value, y.value)
        if degree:
            yield Difference("rounded" if rounded_alike(x.low, y.low) else "quantity", x.span, y.span, degree)


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
    listed = max(sum(d.kind == "person" for d in own) for own in (left, right)) > _LISTED
    matched = [] if listed else _matched(left, right, lambda x, y: _slot(x, y, pair, ctx))
    for x, y in matched:
        yield Difference("attribute", (x.start, x.end), (y.start, y.end))
    rest_a = [d for d in left if d not in [x for x, _ in matched] and d.kind in _SLOTS]
    rest_b = [d for d in right if d not in [y for _, y in matched] and d.kind in _SLOTS]
    if rest_a and rest_b:  # each tells of somebody whom the other does not know
        yield Difference("others", (rest_a[0].start, rest_a[0].end), (rest_b[0].start, rest_b[0].end))


def _own_names(line: Line, other: Line, ctx: Context) -> list[Detail]:
    lower = ctx.tokens.lower
    theirs = {lower[i].removesuffix("'s") for i in other.tokens}
    names = [d for d in line.details if d.kind in NAMES]
    return [d for d in names if not any(w in theirs for w in _words(d, lower, ctx))]


def _words(d: Detail, lower: list[str], ctx: Context) -> list[str]:
    """The words of a name that tell it from others; a person's "of Ohio" is left to the place."""
    found = [lower[i].removesuffix("'s") for i in covering(ctx, d.start, d.end)]
    if d.kind == "person" and "of" in found[1:]:
        found = found[: found.index("of")]
    return [w for w in found if w not in _PARTICLES] or found


def _slot(x: Detail, y: Detail, pair: Pair, ctx: Context) -> int:
    if not _same_kind(x, y):
        return 0
    tokens = ctx.tokens
    ix, iy = covering(ctx, x.start, x.end), covering(ctx, y.start, y.end)
    if not ix or not iy:
        return 0
    before = ix[0] > 0 and iy[0] > 0 and tokens.lower[ix[0] - 1] == tokens.lower[iy[0] - 1]
    if _short(x.text) or _short(y.text):
        return 0
    if before and x.kind == y.kind == "place" and tokens.lower[ix[0] - 1] in _PREPOSITIONS and _copied(pair):
        return _SLOT_WORDS  # "In Holm, two men …", "two men … in Tarn"
    near = likeness.like_context(pair.a, (ix[0], ix[-1]), pair.b, (iy[0], iy[-1]))
    return near + before if near + before >= _SLOT_WORDS and near else 0


def _same_kind(x: Detail, y: Detail) -> bool:
    """Two persons or two places; next to a person a name of two words that nobody has typed may be one too."""
    if x.kind == y.kind:
        return x.kind in _SLOTS
    return {x.kind, y.kind} == {"person", "name"} and " " in x.text and " " in y.text


def _short(name: str) -> bool:
    """Abbreviations stand for many names."""
    return len(name) <= 3 or "." in name.removesuffix(".") or name.isupper()


def _polarity(pair: Pair, ctx: Context) -> Iterable[Difference]:
    named = {i for line in (pair.a, pair.b) for d in line.details if d.kind in NAMES for i in covering(ctx, d.start, d.end)}
    na, nb = {n.stem: n for n in negations(pair.a, ctx)}, {n.stem: n for n in negations(pair.b, ctx)}
    if na and nb:
        return  # "never urged it", "had no knowledge of efforts to urge it"
    told = {t.stem for t in pair.a.terms if t.at not in named} & pair.shared
    if len(told) < _TOLD:
        return  # nothing but names in common
    for own, other, theirs, flip in ((na, nb, _places(pair.b), False), (nb, na, _places(pair.a), True)):
        for stem, n in own.items():
            if (
                stem in pair.shared
                and stem not in other
                and n.at not in named
                and not (_aimed(theirs[stem], ctx) and not _aimed(n.at, ctx))
                and not _restricted(pair.b if flip else pair.a, n, pair, ctx)
            ):
                here = (ctx.tokens.starts[n.negator], ctx.tokens.ends[n.at])
                there = (ctx.tokens.starts[theirs[stem]], ctx.tokens.ends[theirs[stem]])
                yield Difference("polarity", there if flip else here, here if flip else there)


def _aimed(at: int, ctx: Context) -> bool:
    """Whether a verb is only tried, wanted or meant: "attempts to run"."""
    return ctx.tokens.lower[at - 1] == "to"


def _restricted(line: Line, n: Negated, pair: Pair, ctx: Context) -> bool:
    """Whether the denial is one of a place or purpose only: "is not at the debate", "is not registered to solicit gifts"."""
    lower = ctx.tokens.lower
    if any(w in _PREPOSITIONS for w in lower[n.negator + 1 : n.at]):
        return True
    after = [i for i in line.tokens if i > n.at]
    purposes = [i for i in after if lower[i] == "to" and i + 1 < len(lower)]
    return any(t.at == i + 1 and t.stem not in pair.shared for i in purposes for t in line.terms)


def _places(line: Line) -> Mapping[str, int]:
    return {t.stem: t.at for t in reversed(line.terms)}


def _opposites(pair: Pair, ctx: Context) -> Iterable[Difference]:
    table: Antonyms = antonyms(ctx)
    for x, y in table.between(pair, ctx):
        starts, ends = ctx.tokens.starts, ctx.tokens.ends
        yield Difference("opposite", (starts[x], ends[x]), (starts[y], ends[y]))


_FINDERS: tuple[Callable[[Pair, Context], Iterable[Difference]], ...] = (_numbers, _dates, _names, _polarity, _opposites)
