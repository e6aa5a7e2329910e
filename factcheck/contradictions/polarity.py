"""The same statement with and without a negation, in nearly the same words. Never touches denials by a third person: see denial."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.contradictions.clashes import Clash, keyed, told
from factcheck.contradictions.differences import only
from factcheck.contradictions.negation import unreal
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "negated-retelling"
_LIKENESS, _SHARED = 0.65, 3


def find(ctx: Context) -> Iterable[Clash]:
    """Like sentences of which one negates what the other states, and that differ in nothing else."""
    for pair, d in only("polarity", ctx, _LIKENESS, _SHARED):
        if unreal(pair.a, ctx) or unreal(pair.b, ctx):
            continue
        (a, span_a), (b, span_b) = pair.a.told_at(d.span_a), pair.b.told_at(d.span_b)
        yield Clash(
            a,
            b,
            span_a,
            span_b,
            "One states what the other negates: ",
            "Which of the two holds; ask both sources, or look at the record of the event.",
        )


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """One key for each clash that the claim is part of."""
    return keyed(RULE, find, claim, ctx)


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """The clash that brought the two together."""
    return told("polarity", RULE, a, ctx)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Statement against its negation."""
    return [
        ContradictionDetector(
            id=RULE,
            title="Stated and negated",
            keys=keys,
            compare=compare,
            source="Quirk et al. 1985, 10.54-70 (scope of negation); de Marneffe, Rafferty & Manning 2008, Finding contradictions in text",
            examples=(
                must(
                    "The harbor board approved the dredging contract in a closed session.\n\nResidents were upset.\n\n"
                    "The harbor board did not approve the dredging contract in a closed session.",
                    RULE,
                ),
                must_not(
                    "The harbor board approved the dredging contract in a closed session.\n\nThe harbor board did not approve "
                    "the new ferry timetable."
                ),
            ),
        )
    ]
