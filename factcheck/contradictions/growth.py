"""A change told in figures and its percentage told elsewhere: "rose from 200 to 250", "growth of 40 percent". Forecasts are left out."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.contradictions.amounts import Amount, amounts
from factcheck.contradictions.arithmetic import Move, moves
from factcheck.contradictions.clashes import Clash, keyed, told
from factcheck.contradictions.keys import Line, lines
from factcheck.contradictions.things import one
from factcheck.contradictions.trend import Trend, trends
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "figures-and-percentage"
_ROOM, _SHARE = 3.0, 0.12
"""Percent points, and a part of the percentage told, by which rounding may explain a difference."""
_RESOLVE = "The two figures; recompute the percentage."


def find(ctx: Context) -> Iterable[Clash]:
    """Each change of a measure that is told once in figures, with a percentage of the same change in another sentence."""
    moved: dict[str, list[tuple[Line, Trend, Move]]] = {}
    shares: list[tuple[Line, Trend, Amount]] = []
    for line in lines(ctx):
        changes = [t for _, t in trends(line, ctx)]
        if len(changes) != 1:
            continue
        found = amounts(line, ctx)
        told_moves = [m for m in moves(found, ctx) if m.kind != "percent" and m.start]
        percents = [a for a in found if a.kind == "percent" and a.value.high is None and not a.value.approx]
        if len(told_moves) == 1 and not percents:
            moved.setdefault(changes[0].thing.head, []).append((line, changes[0], told_moves[0]))
        elif len(percents) == 1 and len(found) == 1:
            shares.append((line, changes[0], percents[0]))
    for line, change, share in shares:
        same = [row for row in moved.get(change.thing.head, ()) if _one_change(row[1], change)]
        if len(same) == 1:
            yield from _compare(same[0][0], same[0][2], line, share)


def _one_change(a: Trend, b: Trend) -> bool:
    """Whether two changes are of one measure, one way, and not of two periods."""
    periods = a.period <= b.period or b.period <= a.period
    return a.way == b.way and one(a.thing, b.thing) and periods


def _compare(line: Line, move: Move, other: Line, share: Amount) -> Iterable[Clash]:
    real = 100 * abs(move.end - move.start) / (move.start if move.ordered else min(move.start, move.end))
    if abs(real - share.low) <= max(_ROOM, _SHARE * share.low):
        return
    rows = sorted(((line, move.span), (other, share.span)), key=lambda row: row[1])
    (first, a), (last, b) = rows
    lead = f"From {move.start:,.10g} to {move.end:,.10g} is {real:.0f} percent: "
    yield Clash(first.claim_at((a[0], a[0] + 1)), last.claim_at((b[0], b[0] + 1)), a, b, lead, _RESOLVE)


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """One key for each clash that the claim is part of."""
    return keyed(RULE, find, claim, ctx)


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """The change and its percentage."""
    return told("arithmetic", RULE, a, ctx)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Figures of a change against its percentage."""
    return [
        ContradictionDetector(
            id=RULE,
            title="Figures, and their percentage",
            keys=keys,
            compare=compare,
            source="Cohn & Cope, Numbers in the Newsroom (IRE, 2nd ed. 2014): recompute every percentage of change",
            examples=(
                must(
                    "Turnover rose from 200 to 250 crowns.\n\nIt rained.\n\nThe growth of 40 percent in turnover came late.",
                    RULE,
                ),
                must(
                    "The brewery's sales fell from 80 to 60 barrels a day.\n\nIt rained.\n\nSales fell by 40 percent, the brewer said.",
                    RULE,
                ),
                must_not("Turnover rose from 200 to 250 crowns.\n\nIt rained.\n\nThe growth of 25 percent in turnover came late."),
                must_not("Turnover rose from 200 to 250 crowns.\n\nIt rained.\n\nThe growth of 40 percent in profit came late."),
                must_not("Turnover rose from 200 to 250 crowns in March.\n\nIt rained.\n\nTurnover rose 40 percent in May."),
                must_not("Turnover in Holm rose from 200 to 250 crowns.\n\nIt rained.\n\nTurnover in Tarn rose 40 percent."),
            ),
        )
    ]
