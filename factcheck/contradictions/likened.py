"""One thing with two numbers, found by weighing what speaks for one thing and against it: "six paintings", "the seven stolen canvases".

A logistic model with few, readable features (``sameness.evidence``); its weights are data (lexicon "figures"). Only a pair of which each
number likens the other best is told. Never compares numbers of one sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.contradictions.amounts import differ
from factcheck.contradictions.clashes import Clash, keyed, told
from factcheck.contradictions.figures import Figure, figures
from factcheck.contradictions.keys import pairs, sentence_of
from factcheck.contradictions.sameness import evidence
from factcheck.contradictions.voice import kind_of_block
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "one-thing-two-numbers"
_MOST = 40
"""So many numbers of one sort are looked at; where there are more, they tell of many things."""
_LAST = 120
"""After the detectors that know more of one kind of number: votes, tallies, corrections."""
_RESOLVE = "The document or count that the number comes from, with its date."


def find(ctx: Context) -> Iterable[Clash]:
    """The pairs that each liken each other best, in the order of the text."""
    scored = sorted(_scored(ctx), key=lambda row: (-row[0], row[1].span, row[2].span))
    best: dict[int, float] = {}
    for score, a, b in scored:
        best.setdefault(id(a), score)
        best.setdefault(id(b), score)
    told_of: set[tuple[float, float, str]] = set()
    for score, a, b in scored:
        same = (a.low, b.low, a.sort)
        if score < max(best[id(a)], best[id(b)]) or same in told_of:
            continue
        told_of.add(same)
        yield Clash(
            a.claim,
            b.claim,
            a.span,
            b.span,
            "Not the same number of one thing: ",
            _RESOLVE,
            approximate=differ(a.size, b.size) == "discrepancy",
            replaces=_running(b, ctx),
        )


def _running(later: Figure, ctx: Context) -> bool:
    """Whether the later sentence says that things have changed, or puts right what was told."""
    words = ctx.lexicons["events"]["reading"]["running"]
    said = (ctx.tokens.lower[i] for i in ctx.tokens.within(*sentence_of(later.line.number, ctx)))
    return kind_of_block(later.claim, ctx) == "correction" or any(w in words for w in said)


def _scored(ctx: Context) -> Iterator[tuple[float, Figure, Figure]]:
    weights: Mapping[str, float] = ctx.lexicons["figures"]["weights"]
    for a, b, found in compared(ctx):
        score = sum(weights.get(name, 0.0) * value for name, value in found.items())
        if score >= weights["least"]:
            yield score, a, b


def compared(ctx: Context) -> Iterator[tuple[Figure, Figure, Mapping[str, float]]]:
    """Each pair that may be one thing, with what speaks for it and against it; the weights are fitted on these."""
    kept = [f for f in figures(ctx) if kind_of_block(f.claim, ctx) not in ("boilerplate", "byline", "dateline")]
    related = _related(kept)
    beside: dict[tuple[int, str], list[Figure]] = {}
    for f in kept:
        beside.setdefault((f.line.number, f.sort), []).append(f)
    for a, b in _candidates(kept):
        if _summed(a, b, beside, ctx) or any(_several(f, beside) for f in (a, b)):
            continue
        found = evidence(a, b, _rivals(a, b, related), ctx)
        if found is not None:
            yield a, b, found


def _summed(a: Figure, b: Figure, beside: Mapping[tuple[int, str], list[Figure]], ctx: Context) -> bool:
    """Whether the larger number is the smaller and the one that "and" joins to it: 140 passengers and 12 crew are 152 people."""
    small, large = sorted((a, b), key=lambda f: f.low)
    joined = (sorted((small.span, g.span)) for g in beside[small.line.number, small.sort] if g.low == large.low - small.low)
    return any(ctx.article.text[x[1] : y[0]].strip(" ,") == "and" for x, y in joined)


def _several(f: Figure, beside: Mapping[tuple[int, str], list[Figure]]) -> bool:
    """Whether its sentence tells more than one number of the same: "the first sample is 834; the second sample is 651"."""
    alike = (g for g in beside[f.line.number, f.sort] if g is not f and g.noun is None and g.low != f.low)
    return f.noun is None and bool(f.words) and any(g.words and g.words[0].stem == f.words[0].stem for g in alike)


def _related(kept: list[Figure]) -> Mapping[str, frozenset[float]]:
    """The different numbers under each meaning of a counted noun, and of each sort."""
    out: dict[str, set[float]] = {}
    for f in kept:
        for key in (f.sort, *(f.noun.ids if f.noun else ())):
            out.setdefault(key, set()).add(f.low)
    return {key: frozenset(values) for key, values in out.items()}


def _rivals(a: Figure, b: Figure, related: Mapping[str, frozenset[float]]) -> int:
    """How many different numbers the article has of what the two count."""
    if a.sort != "count":
        return len(related[a.sort])
    ids = {i for f in (a, b) if f.noun for i in f.noun.ids}
    return len({a.low, b.low}.union(*(related[i] for i in ids)))


def _candidates(kept: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of one sort; of counts those whose nouns share a meaning, or that both count persons, or of which one has no noun."""
    buckets: dict[str, list[Figure]] = {}
    for f in kept:
        if f.sort != "count":
            buckets.setdefault(f.sort, []).append(f)
            continue
        for key in f.noun.ids if f.noun else ():
            buckets.setdefault(key, []).append(f)
        if f.person:
            buckets.setdefault("persons", []).append(f)
        if f.noun is None or f.person:
            buckets.setdefault("bare", []).append(f)
        buckets.setdefault("counts", []).append(f)
    return pairs(buckets, _MOST)


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """One key for each clash that the claim is part of."""
    return keyed(RULE, find, claim, ctx)


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """The clash that brought the two together."""
    return told("quantity", RULE, a, ctx)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Numbers that are likened to each other."""
    return [
        ContradictionDetector(
            id=RULE,
            title="One thing, two numbers",
            priority=_LAST,
            keys=keys,
            compare=compare,
            source="de Marneffe, Rafferty & Manning 2008, Finding contradictions in text; FrameNet 1.7; weights fitted on passages written "
            "for this project",
            examples=(
                must("Gunmen kidnapped 12 bakers on Monday.\n\nIt rained.\n\nThe families of the 14 abducted men wept.", RULE),
                must("The widow was jailed for six years.\n\nHer son wept.\n\nHer lawyer called the nine-year sentence harsh.", RULE),
                must(
                    "A rival bought the brewery for $40 million.\n\nIt rained.\n\nThe purchase price of $52 million is the highest ever.",
                    RULE,
                ),
                must("Nearly 900 farmers signed the petition.\n\nIt rained.\n\nOver 900 farmers signed it, the organisers said.", RULE),
                must_not("Only four banks apart from Holm's have a vault.\n\nIt rained.\n\nOnly five banks have a vault."),
                must_not("The ferry had 140 passengers and 12 crew on board.\n\nIt rained.\n\nThe ferry carried 152 people."),
                must_not("Thieves took six clocks from the palace.\n\nIt rained.\n\nAnother seven clocks were left behind."),
                must_not("The widow was jailed for six years.\n\nThe prosecutor had asked for nine years in prison."),
                must_not("The attack on the market killed 12 people.\n\nIt rained.\n\nThe attack on the barracks killed five soldiers."),
                must_not("Thieves took six clocks from the palace in Holm. In Tarn 90 clocks were stolen last year."),
            ),
        )
    ]
