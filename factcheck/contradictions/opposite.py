"""Antonyms in two retellings of one statement: won against lost, before against after. Judges no words that stand in other company."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.contradictions.clashes import Clash, keyed, told
from factcheck.contradictions.differences import only
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "antonym-retelling"
_LIKENESS, _SHARED = 0.62, 3


def find(ctx: Context) -> Iterable[Clash]:
    """Like sentences that differ in one pair of antonyms and nothing else."""
    for pair, d in only("opposite", ctx, _LIKENESS, _SHARED):
        if _two_sides(d.span_a, d.span_b, ctx):
            continue
        (a, span_a), (b, span_b) = pair.a.told_at(d.span_a), pair.b.told_at(d.span_b)
        words = f"“{ctx.article.text[d.span_a[0] : d.span_a[1]]}” against “{ctx.article.text[d.span_b[0] : d.span_b[1]]}”: "
        yield Clash(
            a,
            b,
            span_a,
            span_b,
            words,
            "Which of the two words is right; look at the record of the event or ask the source of each.",
        )


def _two_sides(a: Span, b: Span, ctx: Context) -> bool:
    """Whether two names do it: one wins, the other loses."""
    tokens = ctx.tokens
    names = [tokens.words[i - 1] if (i := tokens.at(span[0])) else "" for span in (a, b)]
    return all(n[:1].isupper() for n in names) and names[0].lower() != names[1].lower()


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """One key for each clash that the claim is part of."""
    return keyed(RULE, find, claim, ctx)


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """The clash that brought the two together."""
    return told("opposite", RULE, a, ctx)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Word against its opposite."""
    return [
        ContradictionDetector(
            id=RULE,
            title="Opposite words",
            keys=keys,
            compare=compare,
            source=(
                "WordNet 3.1 antonyms; Paradis, Willners & Jones 2009; Harabagiu, Hickl & Lacatusu 2006, Negation, "
                "contrast and contradiction"
            ),
            examples=(
                must(
                    "The ferry company won the appeal against the harbor fee.\n\nIt has six boats.\n\nThe ferry company lost "
                    "the appeal against the harbor fee.",
                    RULE,
                ),
                must_not(
                    "The ferry company won the appeal against the harbor fee.\n\nThe ferry company lost two passengers in the winter storm."
                ),
            ),
        )
    ]
