"""One thing in two colours, of two materials, on two sides: "a black van" and "the white van". What is one of several is left out.

Only a definite phrase takes up a thing that was named before; where the article introduces a second one, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from factcheck.contradictions import voice
from factcheck.contradictions.keys import Line, lines, sentence_of
from factcheck.contradictions.postings import places, standing
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "one-thing-two-traits"
_REACH, _FAR = 3, 6
_IS = frozenset({"is", "was"})
_RESOLVE = "A picture of it, or who has seen it."


@dataclass(frozen=True, slots=True)
class _Trait:
    """A trait of a thing.

    Args:
        value: the trait.
        known: whether the phrase takes up a thing that is known.
        number: of the sentence.
        sort: the class of the trait.
    """

    value: str
    known: bool
    number: int
    sort: str


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """The traits that a claim gives to single things."""
    return ctx.once("contradictions.traits", lambda: _facts(ctx)).get(claim.id, ())


def _facts(ctx: Context) -> Mapping[str, list[Fact]]:
    out: dict[str, list[Fact]] = {}
    for line in lines(ctx):
        for head, trait, first, last in _of_line(line, ctx):
            span = (ctx.tokens.starts[first], ctx.tokens.ends[last])
            value = (trait.value, trait.known, trait.number)
            out.setdefault(line.claim_at(span).id, []).append(Fact(f"trait|{trait.sort}|{head}", value, span, trait))
    return out


def _values(ctx: Context) -> Mapping[str, list[tuple[str, str]]]:
    def make() -> dict[str, list[tuple[str, str]]]:
        out: dict[str, list[tuple[str, str]]] = {}
        for sort, row in ctx.lexicons["traits"].items():
            for value, words in row.items() if isinstance(row, Mapping) else ():
                for w in words if value not in ("lead", "heads", "any") else ():
                    out.setdefault(w, []).append((sort, value))
        return out

    return ctx.once("contradictions.traits.values", make)


def _of_line(line: Line, ctx: Context) -> Iterator[tuple[str, _Trait, int, int]]:
    """Each trait with its noun: before it ("the white van") or after a copula ("the van was white")."""
    lower, values = ctx.tokens.lower, _values(ctx)
    own = ctx.tokens.within(*sentence_of(line.number, ctx))
    for i in sorted(standing("traits", values, ctx).intersection(own)):
        for sort, value in values[lower[i]]:
            found = _noun(i, sort, own, ctx)
            if found is None:
                continue
            first, head = found
            near = ctx.lexicons["traits"][sort].get("near")
            if near and not any(lower[j] in near for j in range(max(own[0], first - _FAR), min(head + _FAR, own[-1] + 1))):
                continue
            if _several(lower[head], ctx) or any(lower[j] in ctx.lexicons["traits"]["several"] for j in range(max(own[0], first - 1), i)):
                continue
            known = lower[first] in ctx.lexicons["traits"]["known"] or lower[first].endswith(("'s", "’s", "s'", "s’"))
            yield lower[head], _Trait(value, known, line.number, sort), min(first, i), max(head, i)


def _noun(i: int, sort: str, own: range, ctx: Context) -> tuple[int, int] | None:
    """The first token of the phrase and its head; None where the word is said of no such thing."""
    lower = ctx.tokens.lower
    row: Mapping[str, Any] = ctx.lexicons["traits"][sort]
    after = range(i + 1, min(i + 1 + _REACH, own[-1] + 1))
    head = next((j for j in after if lower[j] in row["heads"]), None)
    if head is not None and all(lower[j].isalpha() for j in range(i, head)) and lower[i + 1] != "and":
        if head + 1 <= own[-1] and lower[head + 1] in ctx.lexicons["traits"]["colour"]["heads"]:
            return None
        first = i
        while first > own[0] and i - first < _REACH and lower[first - 1][0].isalpha():
            first -= 1
            word = lower[first]
            if word in ("a", "an") or word in ctx.lexicons["traits"]["known"] or word.endswith(("'s", "’s", "s'", "s’")):
                return first, head
        return None
    if i - 2 > own[0] and lower[i - 1] in _IS and lower[i - 2] in row["heads"] and lower[i - 3] == "the":
        stop = i + 1 > own[-1] or lower[i + 1] in (".", ",", ";", "and")
        return (i - 3, i - 2) if stop else None
    return None


def _several(head: str, ctx: Context) -> bool:
    """Whether the article speaks of more than one: a plural, or "another van"."""
    lower, where = ctx.tokens.lower, places(ctx)
    if f"{head}s" in where or f"{head}es" in where:
        return True
    beside = ctx.lexicons["traits"]["several"]
    return any(i and lower[i - 1] in beside for i in where.get(head, ()))


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """Two traits of one thing, of which the later is said of what is known."""
    x, y = a.fact.about, b.fact.about
    if not isinstance(x, _Trait) or not isinstance(y, _Trait) or x.value == y.value or x.number == y.number:
        return None
    later = y if y.number > x.number else x
    loose = ctx.lexicons["traits"][x.sort].get("any", False)
    if not later.known and not loose:
        return None
    if not loose and later.value in _introduced(a.fact.key, ctx):
        return None
    lead = f"{ctx.lexicons['traits'][x.sort]['lead']}: "
    return voice.finding("attribute", a.claim, b.claim, (a.fact.span, b.fact.span), ctx, _RESOLVE, lead=lead, rule=RULE)


def _introduced(key: str, ctx: Context) -> frozenset[str]:
    """The traits with which a thing of this kind comes in: "a white van"."""

    def make() -> dict[str, frozenset[str]]:
        out: dict[str, set[str]] = {}
        for facts in ctx.once("contradictions.traits", lambda: _facts(ctx)).values():
            for f in facts:
                if not f.about.known:
                    out.setdefault(f.key, set()).add(f.about.value)
        return {k: frozenset(v) for k, v in out.items()}

    found: Mapping[str, frozenset[str]] = ctx.once("contradictions.traits.introduced", make)
    return found.get(key, frozenset())


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """What one thing is like."""
    return [
        ContradictionDetector(
            id=RULE,
            title="One thing, two colours, materials or sides",
            keys=keys,
            compare=compare,
            source="Berlin & Kay 1969, Basic color terms; Hawkins 1978, Definiteness and indefiniteness (what a definite phrase takes up)",
            examples=(
                must("A black van hit a cyclist.\n\nIt rained.\n\nThe white van was found in a ditch.", RULE),
                must("The chapel has a wooden roof.\n\nIt rained.\n\nThe copper roof of the chapel leaks.", RULE),
                must("He broke his left leg.\n\nIt rained.\n\nHis right leg was put in plaster.", RULE),
                must_not("A black van and a white van met.\n\nIt rained.\n\nThe white van was found in a ditch."),
                must_not("Two vans met.\n\nThe black van was new.\n\nThe white van was found in a ditch."),
            ),
        )
    ]
