"""Says how soon a claim should be checked: a score of 0..1 as an explained sum. Never ranks: see rank.py.

Each reason of ``language/lexicon/consequence.toml`` adds its weight, as log-odds; of each group the first that fires counts.
The score is the logistic function of the sum, so that the order of two rows never depends on a third.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable

from factcheck.assessment.rules import Rule, rules
from factcheck.assessment.traits import Traits, traits
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import Assessment, Assessor, must, must_not

WORDY = ("accusations.", "consequence.", "levels.", "detail:", "count:", "dated")
SHOWN = 0.25
"""A reason of less weight counts but is not printed: nobody reads fifteen reasons."""


def score_of(base: float, weights: Iterable[float]) -> float:
    """The logistic function of a sum of log-odds.

    >>> score_of(0.0, []), score_of(-1.0, [1.0])
    (0.5, 0.5)
    """
    return 1 / (1 + math.exp(-(base + sum(weights))))


def in_words(rule: Rule, seen: Traits, on: str) -> str:
    """A reason with the words that triggered it: 'an amount of money: “$4 million”'."""
    shown = " ".join(seen.words(on).split()) if on.startswith(WORDY) or ":accusations." in on else ""
    return f"{rule.data['text']}: “{shown[:57] + '…' if len(shown) > 60 else shown}”" if shown else str(rule.data["text"])


def with_judgements(claim: Claim, ctx: Context) -> Traits:
    """The traits of a claim with what earlier assessors said, where it stands, and whether it tells what the headline tells."""
    seen = traits(claim, ctx)
    found = dict(seen.found)
    found[f"level:{claim.verifiability.level}"] = None
    for flag in claim.flags:
        found.setdefault(f"flag:{flag.code}", flag.span)
    if claim.block == lead(ctx):
        found["lead"] = None
    if claim.block == top_headline(ctx):
        found["top_headline"] = None
    if len(_echoed(claim, ctx)) >= ctx.lexicons["consequence"]["headline"]["shared"]:
        found["echo"] = None
    return Traits(found, seen.text)


def top_headline(ctx: Context) -> int | None:
    """The number of the first headline: the others stand over sections."""
    return ctx.once("assessment.headline", lambda: next((b.number for b in ctx.article.blocks if b.kind == "headline"), None))


def headline_words(ctx: Context) -> frozenset[str]:
    """What the first headline is about."""

    def find() -> frozenset[str]:
        block = next((b for b in ctx.article.blocks if b.kind == "headline"), None)
        return subject(block.start, block.end, ctx) if block else frozenset()

    return ctx.once("assessment.headline_words", find)


def _echoed(claim: Claim, ctx: Context) -> set[str]:
    """The words of the first headline that a claim has too."""

    def find() -> tuple[list[int], list[str]]:
        lower, wanted = ctx.tokens.lower, headline_words(ctx)
        stem = {w: s for w in set(lower) if (s := _stem(w, ctx)) in wanted} if wanted else {}
        at = [i for i, w in enumerate(lower) if w in stem] if stem else []
        return at, [stem[lower[i]] for i in at]

    at, stems = ctx.once("assessment.headline_at", find)
    inside = ctx.tokens.within(claim.start, claim.end) if at else range(0)
    return set(stems[bisect_left(at, inside.start) : bisect_left(at, inside.stop)])


def _stem(word: str, ctx: Context) -> str | None:
    """The stem of a word that tells what a text is about; None of any other."""
    data = ctx.lexicons["consequence"]["headline"]
    skip = ctx.once("assessment.headline_skip", lambda: frozenset(data["skip"]))
    return word.removesuffix("'s")[: data["stem"]] if len(word) > 3 and word.isalpha() and word not in skip else None


def subject(start: int, end: int, ctx: Context) -> frozenset[str]:
    """The words of a stretch that tell what it is about, cut to their stems."""
    return frozenset(s for i in ctx.tokens.within(start, end) if (s := _stem(ctx.tokens.lower[i], ctx)) is not None)


def lead(ctx: Context) -> int | None:
    """The number of the first paragraph of an article that has more than one."""

    def find() -> int | None:
        paragraphs = [b.number for b in ctx.article.blocks if b.kind == "paragraph"]
        return paragraphs[0] if len(paragraphs) > 1 else None

    return ctx.once("assessment.lead", find)


def assess(claim: Claim, ctx: Context) -> Assessment:
    """The score of a claim with its reasons, the heaviest first; what lowers the score comes last."""
    seen = with_judgements(claim, ctx)
    found = rules(ctx, "consequence", "reasons").first_of_groups(seen)
    score = score_of(ctx.lexicons["consequence"]["score"]["base"], (r.data["weight"] for r, _ in found))
    ordered = sorted(found, key=lambda row: -row[0].data["weight"])
    reasons = [in_words(r, seen, on) for r, on in ordered if r.data["weight"] >= SHOWN]
    lowered = [f"lower: {in_words(r, seen, on)}" for r, on in ordered if r.data["weight"] <= -SHOWN]
    return Assessment(score=round(score, 4), priority_reasons=(*reasons, *lowered))


EXAMPLES = (
    must("Three miners were killed in the blast.", "people died or were hurt: “killed”"),
    must("The clinic paid $2,000 for the lift.", "an amount of money: “$2,000”"),
    must("The senator voted against the bill in 2004.", "a vote, a contract or another act on record: “voted against”"),
    must_not("The choir sang two songs in the church.", "people died or were hurt: “sang”"),
    must_not("The two clinics ended in a dead heat.", "people died or were hurt: “dead”"),
    must_not("The clinic opened in May.", "an amount of money: “May”"),
)


@hookimpl
def register_assessors() -> list[Assessor]:
    """The score of every claim; runs after levels and flags."""
    return [
        Assessor(
            id="priority",
            title="How soon to check it",
            priority=90,
            assess=assess,
            examples=EXAMPLES,
            source="Hassan et al. 2017 (ClaimBuster); The Chicago Guide to Fact-Checking; IPSO Editors' Code",
        )
    ]
