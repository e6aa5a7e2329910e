"""One thing with two owners, causes, targets or makers: "caused by a heater", "caused by a cigarette". One place in two regions.

Reads only relations that a thing has once; values that share a word are one. Never decides which is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from factcheck.contradictions import voice
from factcheck.contradictions.keys import Line, lines, stemmer
from factcheck.contradictions.relations import Link, found
from factcheck.contradictions.things import Thing, one
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE, REGION = "one-link-two-values", "one-place-two-regions"
_NEAR = 2
_BORN = "-born"
_RESOLVE = "The record of the relation itself (register, report, certificate), and who has seen it."


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """The relations that a claim states."""
    return ctx.once("contradictions.links", lambda: _facts(ctx)).get(claim.id, ())


def _facts(ctx: Context) -> Mapping[str, list[Fact]]:
    out: dict[str, list[Fact]] = {}
    for line in lines(ctx):
        for relation, span, link in (*found(line, ctx), *_regions(line, ctx), *_born(line, ctx)):
            head = link.thing.head if link.thing else ""
            fact = Fact(f"link|{relation}", (head, link.thing and link.thing.words, link.value), span, link)
            out.setdefault(line.claim_at((span[0], span[0] + 1)).id, []).append(fact)
    return out


def _regions(line: Line, ctx: Context) -> Iterator[tuple[str, Span, Link]]:
    """ "Quarne, in northern Estria": a name with the part of the country in which it lies."""
    tokens = ctx.tokens
    directions: Sequence[str] = ctx.lexicons["links"]["directions"]
    for i in line.tokens:
        if tokens.lower[i] not in directions or i < 3 or tokens.lower[i - 1] not in ("in", "of", "the"):
            continue
        comma = i - 2 if tokens.lower[i - 1] != "the" else i - 3
        if comma < 1 or tokens.lower[comma] != "," or not tokens.words[comma - 1][0].isupper() or i + 1 >= len(tokens):
            continue
        if not tokens.words[i + 1][0].isupper():
            continue
        thing = Thing(tokens.lower[comma - 1], frozenset(), frozenset(), False, True, comma - 1, comma - 1)
        span = (tokens.starts[comma - 1], tokens.ends[i + 1])
        yield f"region|{tokens.lower[comma - 1]}|{tokens.lower[i + 1]}", span, Link(thing, frozenset([tokens.lower[i]]), line)


def _born(line: Line, ctx: Context) -> Iterator[tuple[str, Span, Link]]:
    """ "the Osten-born novelist": somebody who was named just before."""
    tokens = ctx.tokens
    for i in line.tokens:
        word = tokens.lower[i]
        if word.endswith(_BORN) and tokens.words[i][0].isupper() and i and tokens.lower[i - 1] in ("the", "this"):
            place = frozenset([stemmer(ctx)(word.removesuffix(_BORN))])
            yield "birthplace", (tokens.starts[i], tokens.ends[i]), Link(None, place, line)


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """Two values without a common word for one thing; a pronoun stands for what was named just before."""
    x, y = a.fact.about, b.fact.about
    if not isinstance(x, Link) or not isinstance(y, Link) or x.value & y.value or x.line.number == y.line.number:
        return None
    if x.when and y.when and not x.when & y.when:
        return None  # the fire of one year and the fire of another
    if x.thing is None or y.thing is None:
        if (x.thing is None and y.thing is None) or abs(x.line.number - y.line.number) > _NEAR:
            return None
    elif not one(x.thing, y.thing):
        return None
    region = a.fact.key.startswith("link|region")
    names: Mapping[str, Any] = ctx.lexicons["links"]["relation"]
    lead = "One place in two regions: " if region else f"{names[a.fact.key.split('|')[1]]['lead']}: "
    resolve = "A map or gazetteer." if region else _RESOLVE
    return voice.finding(
        "attribute", a.claim, b.claim, (a.fact.span, b.fact.span), ctx, resolve, lead=lead, rule=REGION if region else RULE
    )


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Relations that a thing has once."""
    return [
        ContradictionDetector(
            id=RULE,
            title="One relation, two values",
            keys=keys,
            compare=compare,
            source="FrameNet 1.7 (Possession, Causation, Being_born, Building, Text_creation); WordNet 3.1",
            examples=(
                must(
                    "The fire was caused by a faulty heater, the fire service said.\n\nThe insurer said the fire was caused by a cigar.",
                    RULE,
                ),
                must(
                    "The ferry, owned by Halden Lines, ran aground.\n\nNobody was hurt.\n\nThe ferry is owned by the Brockway Group.", RULE
                ),
                must("The rocket was aimed at the depot, the army said.\n\nIts target was the school, the mayor said.", RULE),
                must("The wreck lies off Quarne, in northern Estria.\n\nDivers came.\n\nQuarne, in southern Estria, has a harbor.", REGION),
                must_not("The fire in Holm was caused by a heater.\n\nThe fire in Tarn was caused by a cigarette."),
                must_not("The ferry, owned by Halden Lines, ran aground.\n\nHalden Lines is owned by the Brockway Group."),
                must_not("The fire was caused by a faulty heater.\n\nThe fire was not caused by a cigarette, the fire service said."),
                must_not("The fire was caused by a heater.\n\nIt is possible that the fire could have been caused by a cigarette."),
            ),
        )
    ]
