"""One thing with two owners, causes, targets or makers: "caused by a heater", "caused by a cigarette". One place in two regions.

Reads only relations that a thing has once; values that share a word are one. Never decides which is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.contradictions import voice
from factcheck.contradictions.descriptions import descriptions
from factcheck.contradictions.keys import Line, lines, stemmer
from factcheck.contradictions.mention_match import persons
from factcheck.contradictions.postings import places
from factcheck.contradictions.relation_values import row_of
from factcheck.contradictions.relations import PAST, Link, found
from factcheck.contradictions.things import Thing, one
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE, REGION = "one-link-two-values", "one-place-two-regions"
_NEAR = 2
_FAR = 12
_BESIDE, _LOOKED_AT = 4, 5
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
    _mark_alone(out, ctx)
    return out


def _mark_alone(facts: Mapping[str, list[Fact]], ctx: Context) -> None:
    """Which relations the article tells of one thing only: there "its owner" is that thing's."""
    heads: dict[str, set[str]] = {}
    for own in facts.values():
        for f in own:
            link = f.about
            if link.thing is not None and not link.weak:
                heads.setdefault(f.key, set()).add(link.thing.head)
    alone = frozenset(key for key, found in heads.items() if len(found) == 1)
    ctx.once("contradictions.links.links_alone", lambda: alone)


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
    meant = _meant(ctx)
    for i in line.tokens:
        word = tokens.lower[i]
        if word.endswith(_BORN) and word.removesuffix(_BORN) in _demonyms(ctx):
            continue
        if word.endswith(_BORN) and i in meant:
            place, head = frozenset([stemmer(ctx)(word.removesuffix(_BORN))]), stemmer(ctx)(meant[i])
            thing = Thing(head, frozenset(), frozenset(), False, True, i, i)
            yield "birthplace", (tokens.starts[i], tokens.ends[i]), Link(thing, place, line)
        elif word.endswith(_BORN) and tokens.words[i][0].isupper() and i and tokens.lower[i - 1] in ("the", "this"):
            place = frozenset([stemmer(ctx)(word.removesuffix(_BORN))])
            yield "birthplace", (tokens.starts[i], tokens.ends[i]), Link(None, place, line, weak=True)


def _meant(ctx: Context) -> Mapping[int, str]:
    """Tokens that describe somebody, with the last name."""
    return ctx.once("contradictions.links.meant", lambda: {i: d.person for d in descriptions(ctx) for i in range(d.first, d.end)})


def _demonyms(ctx: Context) -> frozenset[str]:
    return ctx.once("contradictions.links.demonyms", lambda: frozenset(w.lower() for w in ctx.lexicons["places"]["demonyms"]))


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """Two values without a common word for one thing; a pronoun stands for what was named just before."""
    x, y = a.fact.about, b.fact.about
    if not isinstance(x, Link) or not isinstance(y, Link) or x.line.number == y.line.number:
        return None
    if (x.names & y.names or not (x.names and y.names)) and x.value & y.value:
        return None
    if _other_time(x, y, a.fact.key, ctx):
        return None
    if any(m.claim.attribution is not None and m.claim.attribution.cue_class == "deny" for m in (a, b)):
        return None  # what is denied is no value: the detectors of denials see to it
    if not _same_thing(x, y, a.fact.key, ctx) or _man_and_team(x, y, a.fact.key, ctx):
        return None
    region = a.fact.key.startswith("link|region")
    lead = "One place in two regions: " if region else f"{row_of(a.fact.key.split('|')[1], ctx)['lead']}: "
    resolve = "A map or gazetteer." if region else _RESOLVE
    return voice.finding(
        "attribute", a.claim, b.claim, (a.fact.span, b.fact.span), ctx, resolve, lead=lead, rule=REGION if region else RULE
    )


def _other_time(x: Link, y: Link, key: str, ctx: Context) -> bool:
    """Whether they tell of two times: the fire of one year and the fire of another. Weekdays are those of the telling, too."""
    if (PAST in x.when) != (PAST in y.when):
        return True
    if not x.when or not y.when or x.when & y.when:
        return False
    days = set(ctx.lexicons["links"]["weekdays"])
    if x.when <= days and y.when <= days:
        return False
    once = not key.startswith("link|region") and row_of(key.split("|")[1], ctx).get("once", False)
    return once or not (x.when <= days or y.when <= days)


def _man_and_team(x: Link, y: Link, key: str, ctx: Context) -> bool:
    """Whether one name is a person's and the other is not, where names win: a captain and his side win one cup."""
    if key.startswith("link|region") or not row_of(key.split("|")[1], ctx).get("sides", False):
        return False
    known = ctx.once("contradictions.links.person_stems", lambda: frozenset(stemmer(ctx)(name) for name in persons(ctx)))
    lower, made = ctx.tokens.lower, stemmer(ctx)
    teams = [any(lower[i - 1] == "the" and made(lower[i]) in link.names - known for i in link.line.tokens if i) for link in (x, y)]
    people = [bool(link.names & known) for link in (x, y)]
    return (teams[0] and people[1]) or (teams[1] and people[0])


def _same_thing(x: Link, y: Link, key: str, ctx: Context) -> bool:
    """Whether two relations are of one thing: it matches, is described by its kind, or a pronoun takes up the only one there is."""
    if x.thing is not None and y.thing is not None and (one(x.thing, y.thing) or _kind_and_name(x.thing, y.thing, ctx)):
        return True
    apart = abs(x.line.number - y.line.number)
    if x.weak != y.weak and apart <= _FAR and key in ctx.once("contradictions.links.links_alone", frozenset):
        return (y if y.weak else x).line.number > (x if y.weak else y).line.number
    return (x.thing is None) != (y.thing is None) and apart <= _NEAR


def _kind_and_name(a: Thing, b: Thing, ctx: Context) -> bool:
    """Whether one is a name beside which the other stands as its kind: "the ferry" and "the ferry Astrid"."""
    tokens, make = ctx.tokens, stemmer(ctx)
    for name, kind in ((a, b), (b, a)):
        if not tokens.words[name.last][0].isupper() or tokens.words[kind.last][0].isupper() or kind.apart or kind.limits or kind.mods:
            continue
        if not kind.definite:
            continue
        for i in places(ctx).get(tokens.lower[name.last], ())[:_LOOKED_AT]:
            near = [*range(max(0, i - _BESIDE), i), *(range(i + 2, i + 2 + _BESIDE) if tokens.lower[i + 1 : i + 2] == [","] else ())]
            if any(j < len(tokens) and make(tokens.lower[j]) == make(tokens.lower[kind.last]) for j in near):
                return True
    return False


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
