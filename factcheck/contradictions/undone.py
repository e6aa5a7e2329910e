"""An act that is denied and told: "she had not met the lobbyist" and "she met him in April", "failed to warn" and "warned".

The same verb with the same object, or a pronoun for it right after. Leaves conditions, other dates and other actors alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.contradictions.clashes import Clash, keyed, told
from factcheck.contradictions.keys import Line, Term, lines
from factcheck.contradictions.likeness import MOST_LINES, frequencies, lines_with, pairs
from factcheck.contradictions.moments import Moment, clash_of, moments
from factcheck.contradictions.negation import Negated, negations
from factcheck.contradictions.postings import standing
from factcheck.contradictions.things import phrase_before
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "act-denied"
_NEAR = 4
_REACH = 5
_LEAST = 3
_RESOLVE = "A record of the act itself: calendar, letter, log, minutes; and what each of the two means by the word."


def find(ctx: Context) -> Iterable[Clash]:
    """Each denied act with the first statement of it."""
    unreal = _unreal(ctx)
    like = {frozenset((p.a.number, p.b.number)) for p in pairs(ctx)}
    for line in lines(ctx):
        denied = negations(line, ctx)
        if not denied or not unreal.isdisjoint(line.tokens):
            continue
        for n in denied:
            if len(n.stem) < _LEAST or ctx.tokens.lower[n.at] in ctx.lexicons["undone"]["no_act"]:
                continue
            other = next((row for row in _told(n, line, ctx) if frozenset((line.number, row[0].number)) not in like), None)
            if other is not None:
                spot = (ctx.tokens.starts[n.at], ctx.tokens.ends[n.at])
                there = (ctx.tokens.starts[other[1]], ctx.tokens.ends[other[1]])
                a, b = sorted((line.claim_at(spot), other[0].claim_at(there)), key=lambda c: c.start)
                yield Clash(a, b, (a.start, a.end), (b.start, b.end), "Denied in one place, told in the other: ", _RESOLVE)
                break


def _unreal(ctx: Context) -> frozenset[int]:
    return standing("undone.unreal", ctx.lexicons["undone"]["unreal"], ctx, may=False)


def _told(n: Negated, line: Line, ctx: Context) -> Iterator[tuple[Line, int]]:
    """The lines that tell the act, with the index of its verb."""
    unreal, mine = _unreal(ctx), _objects(line, n.at, ctx)
    for other in lines_with([n.stem], ctx):
        if other.number == line.number or not unreal.isdisjoint(other.tokens):
            continue
        if any(x.stem == n.stem for x in negations(other, ctx)) or _other_day(line, other, ctx):
            continue
        verb = next((t for t in other.terms if t.stem == n.stem and _is_verb(t, ctx)), None)
        if verb is not None and _same_object(mine, verb, line, other, ctx) and _one_actor(n, verb, line, other, ctx):
            yield other, verb.at


def _is_verb(term: Term, ctx: Context) -> bool:
    """Whether a word stands where the verb of a statement stands, in the past."""
    words, before = ctx.lexicons["undone"], ctx.tokens.lower[term.at - 1] if term.at else ""
    past = term.lower.endswith("ed") or term.lower != term.stem
    return past and not term.lower.endswith(("ing", "s")) and before not in words["before_nouns"] and not before.endswith("'s")


def _objects(line: Line, verb: int, ctx: Context) -> frozenset[str]:
    df = frequencies(ctx)
    claim = line.claim_at((ctx.tokens.starts[verb], ctx.tokens.ends[verb]))
    after = [t for t in line.terms if verb < t.at <= verb + _REACH and ctx.tokens.starts[t.at] < claim.end]
    return frozenset(t.stem for t in after[:2] if df[t.stem] <= MOST_LINES)


def _same_object(mine: frozenset[str], verb: Term, line: Line, other: Line, ctx: Context) -> bool:
    if mine & _objects(other, verb.at, ctx):
        return True
    follows = ctx.tokens.lower[verb.at + 1 : verb.at + 2]
    return bool(mine) and 0 < other.number - line.number <= 1 and follows != [] and follows[0] in ctx.lexicons["undone"]["pronouns"]


def _one_actor(n: Negated, verb: Term, line: Line, other: Line, ctx: Context) -> bool:
    """The same head, or a pronoun or "the company" near the name."""
    a, b = phrase_before(n.negator, line, ctx), phrase_before(verb.at, other, ctx)
    near = abs(line.number - other.number) <= _NEAR
    if a is None or b is None:
        return near
    if a.words & b.words:
        return not (a.limits - b.words and b.limits - a.words)
    named = [ctx.tokens.words[x.last][0].isupper() for x in (a, b)]
    known = ctx.lexicons["undone"]["generic"]
    return near and named[0] != named[1] and (b if named[0] else a).head in known


def _other_day(a: Line, b: Line, ctx: Context) -> bool:
    """Whether both name a time, and not the same."""
    left: tuple[Moment, ...] = moments(a, ctx)
    right: tuple[Moment, ...] = moments(b, ctx)
    return bool(left and right) and not any(clash_of(x, y) == "same" for x in left for y in right)


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """One key for each clash that the claim is part of."""
    return keyed(RULE, find, claim, ctx)


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """The clash that brought the two together."""
    return told("polarity", RULE, a, ctx)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Acts denied and told."""
    return [
        ContradictionDetector(
            id=RULE,
            title="An act denied, and told",
            keys=keys,
            compare=compare,
            source="Quirk et al. 1985, 10.54-70 (scope of negation); de Marneffe, Rafferty & Manning 2008, Finding contradictions in text",
            examples=(
                must(
                    "Holm Dairy failed to warn its customers of it.\n\nIt rained.\n\nThe company warned all customers in a day.",
                    RULE,
                ),
                must("The mayor said she had not met the builder.\n\nHer calendar shows that she met him in April.", RULE),
                must_not("The dairy did not warn its customers.\n\nThe dairy warned its neighbors about the smell."),
                must_not("The dairy failed to warn its customers.\n\nThe brewery warned its customers within a day."),
                must_not("In 2011 the dairy did not warn its customers.\n\nIn 2019 the dairy warned its customers within a day."),
            ),
        )
    ]
