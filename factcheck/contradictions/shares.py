"""A percentage and the counts that yield it: "12 of the 48 members" and "25 percent". A link only; what does not fit is told elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.contradictions.amounts import Amount, amounts
from factcheck.contradictions.keys import Line, lines
from factcheck.contradictions.ties import Tie, tying
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, must, must_not

RULE = "percentage-and-counts"
_NEAR = 4
"""So many sentences apart at most."""
_LEAST = 10
"""A whole of fewer things yields many percentages."""


def find(ctx: Context) -> Iterable[Tie]:
    """Each percentage with the nearest sentence whose counts yield it, "X of Y" or two of one noun."""
    every = lines(ctx)
    for n, line in enumerate(every):
        for a in amounts(line, ctx):
            if a.kind == "percent" and a.value.number is not None and a.value.high is None:
                near = sorted(
                    (m for m in range(max(0, n - _NEAR), min(len(every), n + _NEAR + 1)) if m != n), key=lambda m: (abs(m - n), m)
                )
                found = next(((every[m], x) for m in near for x in _yielding(a, line, every[m], ctx)), None)
                if found is not None:
                    other, part = found
                    mine, theirs = line.claim_at((a.span[0], a.span[0] + 1)), other.claim_at((part.span[0], part.span[0] + 1))
                    yield Tie(mine, theirs, a.span, part.span, "counts", "share")


def _yielding(share: Amount, line: Line, other: Line, ctx: Context) -> Iterable[Amount]:
    """The counts of a sentence that make the percentage, rounded as it is; a common one only where they stand as "X of Y"."""
    percent = float(share.value.number or 0)
    found = [
        a for a in amounts(other, ctx) if a.kind in ("number", "quantity") and not a.value.approx and a.value.high is None and a.low > 0
    ]
    for part in found:
        of = ctx.tokens.lower[part.last + 1 : part.last + 2] == ["of"] or ctx.tokens.lower[part.last + 1 : part.last + 3] == ["out", "of"]
        for whole in found:
            if whole.low < max(_LEAST, part.low + 1) or not 0 < percent < 100:
                continue
            if abs(100 * part.low / whole.low - percent) > _slack(percent, share.value.approx):
                continue
            joined = of and part.last < whole.first <= part.last + 5
            if joined or (
                percent not in ctx.lexicons["read_with"]["share"]["common"] and share.value.approx is None and _shared(line, other)
            ):
                yield part


def _slack(percent: float, approx: str | None) -> float:
    """How far a percentage may be rounded: to its last digit, further where it is "about"."""
    if approx:
        return 2.0
    return 0.5 if percent == int(percent) else 0.05


def _shared(a: Line, b: Line) -> bool:
    """Whether two sentences speak of one thing: two words in common."""
    return len({t.stem for t in a.terms} & {t.stem for t in b.terms}) >= 2


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Percentages and counts."""
    return [
        tying(
            RULE,
            "A percentage and its counts",
            find,
            "Cohn & Cope, Numbers in the Newsroom (IRE, 2nd ed. 2014), percentages",
            (
                must("Of the teachers, 18 of 48 had been ill, the school said.\n\nThat is 37.5 percent.", "counts"),
                must_not("Of the teachers, 18 of 48 had been ill, the school said.\n\nFares rose by 12 percent."),
                must_not("The village has 120 people and 30 boats.\n\nRents rose by 25 percent."),
            ),
        )
    ]
