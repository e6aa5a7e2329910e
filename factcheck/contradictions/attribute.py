"""Another person, body or place in the same slot of two retellings. Never compares two statements that differ in anything else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from factcheck.contradictions import likeness
from factcheck.contradictions.clashes import Clash, keyed, told
from factcheck.contradictions.differences import only
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "name-retelling"
_LIKENESS, _SHARED = 0.75, 4


def find(ctx: Context) -> Iterable[Clash]:
    """Like sentences that differ in one name and nothing else."""
    found = list(only("attribute", ctx, 0.0, _SHARED))
    often = Counter(n for pair, _ in found for n in (pair.a.number, pair.b.number))
    for pair, d in found:
        if max(often[pair.a.number], often[pair.b.number]) > 1:
            continue  # a list that says the same of several
        if not pair.copied and likeness.likeness_without(pair, d.span_a, d.span_b, ctx) < _LIKENESS:
            continue
        (a, span_a), (b, span_b) = pair.a.told_at(d.span_a), pair.b.told_at(d.span_b)
        words = f"“{ctx.article.text[d.span_a[0] : d.span_a[1]]}” against “{ctx.article.text[d.span_b[0] : d.span_b[1]]}”: "
        yield Clash(
            a,
            b,
            span_a,
            span_b,
            words,
            "Which of the two names is right; ask the source of each, or look at a list or record that names them.",
        )


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """One key for each clash that the claim is part of."""
    return keyed(RULE, find, claim, ctx)


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """The clash that brought the two together."""
    return told("attribute", RULE, a, ctx)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Name against name in one slot."""
    return [
        ContradictionDetector(
            id=RULE,
            title="Another name in the same place",
            keys=keys,
            compare=compare,
            source="de Marneffe, Rafferty & Manning 2008, Finding contradictions in text (structure and world knowledge)",
            examples=(
                must(
                    "The new ferry terminal was designed by the architect Helga Moss for the harbor board.\n\nIt has six gates.\n\n"
                    "The new ferry terminal was designed by the architect Pieter Aldous for the harbor board.",
                    RULE,
                ),
                must_not(
                    "The new ferry terminal was designed by the architect Helga Moss.\n\nThe old ferry terminal was painted "
                    "by Pieter Aldous."
                ),
            ),
        )
    ]
