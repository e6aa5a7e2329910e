"""One thing with two owners, causes, targets or makers: "caused by a heater", "caused by a cigarette". One place in two regions.

Reads only relations that a thing has once; values that share a word are one. Never decides which is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.contradictions import voice
from factcheck.contradictions.keys import Line, in_words, lines, stemmer
from factcheck.contradictions.negation import is_negator
from factcheck.contradictions.postings import among, standing
from factcheck.contradictions.things import Thing, one, phrase_after, phrase_before
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE, REGION = "one-link-two-values", "one-place-two-regions"
_NEAR = 2
_WINDOW = 6
_BORN = "-born"
_RESOLVE = "The record of the relation itself (register, report, certificate), and who has seen it."


@dataclass(frozen=True, slots=True)
class _Link:
    """A value of a relation.

    Args:
        thing: what has it; None where a pronoun stands for it.
        value: stems of the value's words.
    """

    thing: Thing | None
    value: frozenset[str]
    line: Line


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """The relations that a claim states."""
    return ctx.once("contradictions.links", lambda: _facts(ctx)).get(claim.id, ())


def _facts(ctx: Context) -> Mapping[str, list[Fact]]:
    table = ctx.once("contradictions.link_table", lambda: _table(ctx))
    out: dict[str, list[Fact]] = {}
    for line in lines(ctx):
        for relation, span, link in (*_found(line, table, ctx), *_regions(line, ctx), *_born(line, ctx)):
            head = link.thing.head if link.thing else ""
            fact = Fact(f"link|{relation}", (head, link.thing and link.thing.words, link.value), span, link)
            out.setdefault(line.claim_at((span[0], span[0] + 1)).id, []).append(fact)
    return out


def _table(ctx: Context) -> Mapping[str, list[tuple[str, str, tuple[str, ...]]]]:
    """First word to (relation, form, words) of every phrase."""
    out: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
    for relation, row in ctx.lexicons["links"]["relation"].items():
        for form in ("after", "before", "noun"):
            for phrase in row.get(form, ()):
                words = tuple(phrase.split())
                out.setdefault(words[0], []).append((relation, form, words))
    return out


def _found(line: Line, table: Mapping[str, list[tuple[str, str, tuple[str, ...]]]], ctx: Context) -> Iterator[tuple[str, Span, _Link]]:
    lower = ctx.tokens.lower
    for i in among(line, standing("links", table, ctx)):
        for relation, form, words in table.get(lower[i], ()):
            end = i + len(words)
            if tuple(lower[i:end]) != words or any(is_negator(j, ctx) for j in range(max(0, i - 3), i)):
                continue
            near = range(max(line.tokens[0], i - _WINDOW), min(end + _WINDOW, len(lower)))
            if any(in_words(j, ctx.lexicons["links"]["unreal"], ctx) for j in near):
                continue
            row = _reading(form, i, end, line, ctx)
            if row is None:
                continue
            thing, value = row
            vague = thing is not None and (thing.head in ctx.lexicons["links"]["pronouns"] or not thing.definite)
            if value.head in ctx.lexicons["links"]["no_value"] or vague:
                continue
            known = [x for x in (thing, value) if x is not None]
            span = (ctx.tokens.starts[min(i, *(x.first for x in known))], ctx.tokens.ends[max(end - 1, *(x.last for x in known))])
            words_of = value.mods | {value.head} if form == "noun" or relation in ctx.lexicons["links"]["by_head"] else value.words
            yield relation, span, _Link(thing, words_of, line)


def _reading(form: str, i: int, end: int, line: Line, ctx: Context) -> tuple[Thing | None, Thing] | None:
    """The thing and the value around a phrase; None where one of them is missing."""
    lower = ctx.tokens.lower
    if form == "noun":  # "its target was the depot", "its owner, Ida Brandt,"
        possessed = i > 0 and lower[i - 1] in ("its", "his", "her", "their", "the")
        link = lower[end : end + 1]
        value = phrase_after(end + 1, line, ctx) if possessed and link and link[0] in ("was", "is", "were", "are", ",") else None
        return None if value is None or (link == [","] and lower[i - 1] == "the") else (None, value)
    at = i - 1 if i and lower[i - 1] == "," else i
    left, right = phrase_before(at, line, ctx), phrase_after(end, line, ctx)
    if right is None or left is None:
        return None
    return (left, right) if form == "after" else (right, left)


def _regions(line: Line, ctx: Context) -> Iterator[tuple[str, Span, _Link]]:
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
        yield f"region|{tokens.lower[comma - 1]}|{tokens.lower[i + 1]}", span, _Link(thing, frozenset([tokens.lower[i]]), line)


def _born(line: Line, ctx: Context) -> Iterator[tuple[str, Span, _Link]]:
    """ "the Osten-born novelist": somebody who was named just before."""
    tokens = ctx.tokens
    for i in line.tokens:
        word = tokens.lower[i]
        if word.endswith(_BORN) and tokens.words[i][0].isupper() and i and tokens.lower[i - 1] in ("the", "this"):
            place = frozenset([stemmer(ctx)(word.removesuffix(_BORN))])
            yield "birthplace", (tokens.starts[i], tokens.ends[i]), _Link(None, place, line)


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """Two values without a common word for one thing; a pronoun stands for what was named just before."""
    x, y = a.fact.about, b.fact.about
    if not isinstance(x, _Link) or not isinstance(y, _Link) or x.value & y.value or x.line.number == y.line.number:
        return None
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
