"""What a change between two copies of a sentence amounts to: another number, date, name, a denial, an opposite; or nothing of the kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.contradictions.amounts import differ_as_told, rounded_alike
from factcheck.contradictions.antonyms import antonyms
from factcheck.contradictions.copies import Change, Copy, copies
from factcheck.contradictions.keys import NAMES, NUMERIC, Line, Term, stemmer
from factcheck.contradictions.meanings import VERBS, meet, word_at
from factcheck.contradictions.moments import clash_of, moment
from factcheck.contradictions.negation import is_negator
from factcheck.model.article import Span
from factcheck.model.claim_parts import Detail
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context

_DATES = frozenset({"date", "time"})
_NO_NAMES = _DATES | {"title"}
_CUTS = frozenset({",", ";", ":", "—", "–"})
_PROPER = "N"
_CLOSE = 4
"""Letters that two names begin with in common: Russia and Russian, Kristen and Kristin are left to the names."""
_SHORT = 3
_SHORT_COPY, _FEW = 10, 2
"""With fewer words in common a word or two in other words may make it another statement."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference.

    Args:
        sort: quantity, rounded, date, attribute, others, polarity or opposite.
        span_a, span_b: the words in the earlier and the later line.
        degree: "conflict" or "discrepancy".
    """

    sort: str
    span_a: Span
    span_b: Span
    degree: str = "conflict"


def judged(copy: Copy, ctx: Context) -> tuple[Difference, ...]:
    """The differences of a copy that make two truths; words put in other words are none, and in a short copy another statement."""
    memo: dict[tuple[int, int], tuple[Difference, ...]] = ctx.once("contradictions.judged", dict)
    key = (copy.pair.a.number, copy.pair.b.number)
    if key not in memo:
        memo[key] = _differences(copy, ctx)
    return memo[key]


def _differences(copy: Copy, ctx: Context) -> tuple[Difference, ...]:
    found = [tuple(_judged(change, copy, ctx)) or tuple(_subjects(change, copy, ctx)) for change in copy.changes]
    reworded = (c for c, own in zip(copy.changes, found, strict=True) if not own and c.a and c.b and max(len(c.a), len(c.b)) <= _FEW)
    if copy.matched < _SHORT_COPY and any(reworded):
        return ()
    return tuple(d for own in found for d in own)


def of_two_things(ctx: Context) -> frozenset[tuple[int, int]]:
    """Numbers of the sentences, the earlier first, that say the same words of two things: "the cheaper version", "a sports model".

    So do two differences: "fixed for two years cost 4.9%", "fixed for five years cost 4.6%".
    """

    def make() -> frozenset[tuple[int, int]]:
        others = (c for c in copies(ctx) if len(found := judged(c, ctx)) > 1 or any(d.sort == "others" for d in found))
        return frozenset((c.pair.a.number, c.pair.b.number) for c in others)

    return ctx.once("contradictions.of_two_things", make)


def _judged(change: Change, copy: Copy, ctx: Context) -> Iterable[Difference]:
    a, b = copy.pair.a, copy.pair.b
    if change.loose:
        return
    if change.a and change.b:
        yield from _numbers(_touched(a, change.a, NUMERIC, ctx), _touched(b, change.b, NUMERIC, ctx))
        yield from _dates(_times(a, change.a, ctx), _times(b, change.b, ctx), copy, ctx)
        yield from _names(change, copy, ctx)
        yield from _opposites(change, ctx)
    yield from _denied(change, copy, ctx)


def _touched(line: Line, tokens: Sequence[int], kinds: frozenset[str], ctx: Context) -> list[Detail]:
    low, high = ctx.tokens.starts[tokens[0]], ctx.tokens.ends[tokens[-1]]
    return [d for d in line.details if d.kind in kinds and d.start < high and low < d.end]


def _times(line: Line, tokens: Sequence[int], ctx: Context) -> list[Detail]:
    """The dates that a change touches, or its words as one: in a frame a day is no detail."""
    start, end = _span(tokens, ctx)
    return _touched(line, tokens, _DATES, ctx) or [Detail(kind="date", text=ctx.article.text[start:end], start=start, end=end)]


def _numbers(left: Sequence[Detail], right: Sequence[Detail]) -> Iterable[Difference]:
    if len(left) != len(right):
        return
    for x, y in zip(left, right, strict=True):
        if x.value is None or y.value is None or (x.value.unit or "") != (y.value.unit or ""):
            continue
        degree = differ_as_told(x.value, y.value)
        if degree:
            near = rounded_alike(float(x.value.number or 0), float(y.value.number or 0))
            yield Difference("rounded" if near else "quantity", (x.start, x.end), (y.start, y.end), degree)


def _dates(left: Sequence[Detail], right: Sequence[Detail], copy: Copy, ctx: Context) -> Iterable[Difference]:
    if len(left) != len(right):
        return
    within = ctx.tokens.within
    for x, y in zip(left, right, strict=True):
        if _elsewhere(within(x.start, x.end), copy.pair.b, ctx) or _elsewhere(within(y.start, y.end), copy.pair.a, ctx):
            continue  # "23 January" and "23 January to 9 March"
        if clash_of(moment(x, ctx), moment(y, ctx)) == "clash":
            yield Difference("date", (x.start, x.end), (y.start, y.end))


def _names(change: Change, copy: Copy, ctx: Context) -> Iterable[Difference]:
    left, right = _own_name(change.a, ctx), _own_name(change.b, ctx)
    if not left or not right:
        return
    lines = (copy.pair.a, copy.pair.b)
    if any(_moved(own, copy, side, ctx) for own, side in ((left, 1), (right, 0))):
        return
    if any(own[0] == line.tokens[0] and ctx.clauses[own[0]] != _PROPER for line, own in zip(lines, (left, right), strict=True)):
        return  # "Many Danes", "Numerous Danes"
    if any(_touched(line, own, _NO_NAMES, ctx) for line, own in zip(lines, (left, right), strict=True)):
        return
    words = [" ".join(ctx.tokens.words[i] for i in own) for own in (left, right)]
    if any(len(w) <= _SHORT or "." in w or w.isupper() for w in words) or words[0][:_CLOSE].lower() == words[1][:_CLOSE].lower():
        return
    known = all(_named(line, own, ctx) for line, own in zip(lines, (left, right), strict=True))
    yield Difference("attribute" if known else "others", _span(left, ctx), _span(right, ctx))


def _moved(own: Sequence[int], copy: Copy, side: int, ctx: Context) -> bool:
    """Whether all of some words stand among those by which the other sentence (0 the earlier, 1 the later) differs."""
    lower = ctx.tokens.lower
    theirs = {lower[i] for change in copy.changes for i in (change.a, change.b)[side]}
    return {lower[i] for i in own} <= theirs


def _elsewhere(own: Sequence[int], line: Line, ctx: Context) -> bool:
    """Whether all of some words stand in the other sentence as well."""
    lower = ctx.tokens.lower
    return {lower[i] for i in own if lower[i][0].isalnum()} <= {lower[i] for i in line.tokens}


def _own_name(tokens: Sequence[int], ctx: Context) -> Sequence[int]:
    """The words of a change if they are a name and nothing else, apart from what commas cut off."""
    pieces: list[list[int]] = []
    for i in tokens:
        if not pieces or _cut_off(i, ctx):
            pieces.append([])
        pieces[-1].append(i)
    named = [own for own in pieces if all(ctx.tokens.words[i][0].isupper() for i in own)]
    return named[0] if len(named) == 1 else ()


def _named(line: Line, own: Sequence[int], ctx: Context) -> bool:
    """Whether it is a name of its own; the first word of a sentence always has a capital: "Many Danes"."""
    last = ctx.tokens.ends[own[-1]]
    return own[0] != line.tokens[0] or any(d.end <= last for d in _touched(line, own, NAMES, ctx))


def _cut_off(at: int, ctx: Context) -> bool:
    """Whether a comma or a dash stands before a word."""
    return at > 0 and ctx.tokens.lower[at - 1] in _CUTS


def _subjects(change: Change, copy: Copy, ctx: Context) -> Iterable[Difference]:
    """Other words before the verb, where they are no synonyms, tell of something else: "the cheaper version", "a sports model"."""
    classes, words = ctx.clauses, ctx.tokens.words
    if change.loose or not (change.a and change.b):
        return
    for line, own in ((copy.pair.a, change.a), (copy.pair.b, change.b)):
        if any(classes[i] in VERBS for i in line.tokens if i <= own[-1]):
            return
    left, right = ([w for i in own if words[i].islower() and (w := word_at(i, ctx))] for own in (change.a, change.b))
    if left and right and not any(meet(x, y) for x in left for y in right):
        yield Difference("others", _span(change.a, ctx), _span(change.b, ctx))


def _opposites(change: Change, ctx: Context) -> Iterable[Difference]:
    lower, make, table = ctx.tokens.lower, stemmer(ctx), antonyms(ctx)
    for i in change.a:
        for j in change.b:
            opposed = table.opposed(Term(make(lower[i]), lower[i], i), Term(make(lower[j]), lower[j], j))
            if opposed or lower[j] in table.order.get(lower[i], ()):
                yield Difference("opposite", _span((i,), ctx), _span((j,), ctx))


def _denied(change: Change, copy: Copy, ctx: Context) -> Iterable[Difference]:
    """A negation that one of the two has more, where nothing else but its auxiliary is changed."""
    auxiliaries = ctx.lexicons.words("denial", "between") | ctx.lexicons.words("clauses", "auxiliaries")
    lower, make = ctx.tokens.lower, stemmer(ctx)
    sides = []
    for own in (change.a, change.b):
        negating = [i for i in own if is_negator(i, ctx)]
        rest = [make(lower[i]) for i in own if i not in negating and lower[i] not in auxiliaries]
        sides.append((negating, rest))
    (here, rest_a), (there, rest_b) = sides
    if len(here) + len(there) != 1 or rest_a != rest_b:
        return
    later = [c.b if there else c.a for c in copy.changes if c is not change]
    if any(own and own[0] > (here or there)[0] and not _cut_off(own[0], ctx) for own in later):
        return  # "is not registered to collect gifts" denies the gifts only
    yield Difference("polarity", _span(change.a or change.near[:1], ctx), _span(change.b or change.near[1:], ctx))


def _span(tokens: Sequence[int], ctx: Context) -> Span:
    return ctx.tokens.starts[tokens[0]], ctx.tokens.ends[tokens[-1]]
