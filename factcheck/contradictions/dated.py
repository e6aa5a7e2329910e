"""One occasion with two dates, weekdays or times, found by weighing what speaks for one occasion and against it.

A logistic model as for numbers (``likened``), over ``occasions.likeness``; its weights are data (lexicon "figures"). Plans are compared
with plans only, and nothing that was put off, or comes round again, is compared at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.contradictions.changes import of_two_things
from factcheck.contradictions.clashes import Clash, keyed, told
from factcheck.contradictions.keys import pairs
from factcheck.contradictions.occasions import Occasion, likeness, occasions
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "one-occasion-two-dates"
_MOST = 40
"""So many occasions with one deed are looked at; where there are more, it is done all the time."""
_LAST = 120
"""After the detectors that know more of one kind of date."""
_RESOLVE = "A record made at the time: a log, a notice, a register, a dated picture."


def find(ctx: Context) -> Iterable[Clash]:
    """The pairs that are each other's best, the best first, each date once."""
    used: set[int] = set()
    for _, a, b in sorted(_scored(ctx), key=lambda row: (-row[0], row[1].span, row[2].span)):
        if used.isdisjoint((id(a), id(b))):
            used.update((id(a), id(b)))
            text = ctx.article.text
            lead = f"“{text[a.span[0] : a.span[1]]}” against “{text[b.span[0] : b.span[1]]}”: "
            yield Clash(a.claim, b.claim, (a.claim.start, a.claim.end), (b.claim.start, b.claim.end), lead, _RESOLVE)


def _scored(ctx: Context) -> Iterator[tuple[float, Occasion, Occasion]]:
    weights: Mapping[str, float] = ctx.lexicons["figures"]["date_weights"]
    found = occasions(ctx)
    grains: dict[str, set[object]] = {}
    for o in found:
        for part, value in o.moment.parts.items():
            grains.setdefault(part, set()).add(value)
    for a, b in _candidates(found):
        if (a.line.number, b.line.number) in of_two_things(ctx):
            continue
        common = a.moment.parts.keys() & b.moment.parts.keys()
        rivals = max((len(grains[part]) for part in common), default=0)
        features = likeness(a, b, rivals, ctx)
        if features is not None:
            score = sum(weights.get(name, 0.0) * value for name, value in features.items())
            if score >= weights["least"]:
                yield score, a, b


def _candidates(found: tuple[Occasion, ...]) -> Iterator[tuple[Occasion, Occasion]]:
    """Pairs that share a meaning of a deed."""
    buckets: dict[str, list[Occasion]] = {}
    for o in found:
        for key in {i for w in o.deeds for i in w.ids}:
            buckets.setdefault(key, []).append(o)
    return pairs(buckets, _MOST)


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """One key for each clash that the claim is part of."""
    return keyed(RULE, find, claim, ctx)


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """The clash that brought the two together."""
    return told("date", RULE, a, ctx)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Dates that are likened to each other."""
    return [
        ContradictionDetector(
            id=RULE,
            title="One occasion, two dates",
            priority=_LAST,
            keys=keys,
            compare=compare,
            source="TimeML 1.2.1 (Saurí et al. 2006); FrameNet 1.7; weights fitted on passages written for this project",
            examples=(
                must(
                    "The trial of the treasurer opened on 3 May in Holm.\n\nIt rained.\n\nWhen the trial began on 10 May, he wept.",
                    RULE,
                ),
                must_not("A crane toppled onto the market on Tuesday.\n\nIt rained.\n\nThe second crane will be put up on Monday."),
                must_not("The match was to be played on Saturday.\n\nIt rained.\n\nThe match was played on Sunday."),
                must_not("The shop closed in March for repairs.\n\nIt rained.\n\nIt closed again in May."),
            ),
        )
    ]
