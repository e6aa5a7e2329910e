"""One measure that rose in one place and fell in the other: "sales fell 12 percent in March", "the rise in sales in March".

Both have to name the same measure, and the same period where either names one. Leaves out forecasts, conditions and denials.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.contradictions import voice
from factcheck.contradictions.keys import Line, lines
from factcheck.contradictions.negation import is_negator
from factcheck.contradictions.postings import among, standing
from factcheck.contradictions.things import Thing, one, phrase_after, phrase_before
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "rose-and-fell"
_MOST = 4
"""A measure told of more often than this is told of at several times."""
_RESOLVE = "The series of figures that both draw on, with the two periods that are compared."


@dataclass(frozen=True, slots=True)
class _Trend:
    """A change of a measure: "up" or "down", with the period's words."""

    way: str
    thing: Thing
    period: frozenset[str]
    line: Line


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """The changes that a claim states, by measure."""
    return ctx.once("contradictions.trends", lambda: _facts(ctx)).get(claim.id, ())


def _facts(ctx: Context) -> Mapping[str, list[Fact]]:
    rows: dict[str, list[tuple[Span, _Trend]]] = {}
    for line in lines(ctx):
        for span, trend in _trends(line, ctx):
            rows.setdefault(trend.thing.head, []).append((span, trend))
    out: dict[str, list[Fact]] = {}
    for head, told in rows.items():
        if len({t.line.number for _, t in told}) > _MOST:
            continue
        for span, t in told:
            fact = Fact(f"trend|{head}", (t.way, t.thing.words, t.period), span, t)
            out.setdefault(t.line.claim_at((span[0], span[0] + 1)).id, []).append(fact)
    return out


def _trends(line: Line, ctx: Context) -> Iterator[tuple[Span, _Trend]]:
    tokens, table = ctx.tokens, ctx.lexicons["trends"]
    lower = tokens.lower
    told = among(line, _told(ctx))
    if not told or among(line, standing("trends.unreal", table["unreal"], ctx, may=False)):
        return
    period = None  # of the whole line: once
    for i in told:
        way = next((w for w in ("up", "down") if lower[i] in table[w]["verbs"]), "")
        thing = phrase_before(i, line, ctx) if way and not any(is_negator(j, ctx) for j in range(max(0, i - 3), i)) else None
        if thing is None:
            way = next((w for w in ("up", "down") if lower[i] in table[w]["nouns"]), "")
            led = lower[i + 1 : i + 2] in (["in"], ["of"]) and i > 0 and lower[i - 1] != "no"
            thing = phrase_after(i + 2, line, ctx) if way and led else None
        if thing is not None and thing.head not in table["no_measure"]:
            span = (min(tokens.starts[thing.first], tokens.starts[i]), max(tokens.ends[thing.last], tokens.ends[i]))
            period = _period(line, ctx) if period is None else period
            yield span, _Trend(way, thing, period, line)


def _told(ctx: Context) -> frozenset[int]:
    """Where a word stands that can tell of a change."""
    table = ctx.lexicons["trends"]
    return standing("trends", {w for way in ("up", "down") for sort in ("verbs", "nouns") for w in table[way][sort]}, ctx)


def _period(line: Line, ctx: Context) -> frozenset[str]:
    """The words that tell when: "March", "the third quarter", "last year"."""
    words = ctx.lexicons["trends"]["period"]
    dated = {w for d in line.details if d.kind == "date" for w in d.text.lower().split() if w not in ("in", "the", "of", "on")}
    return frozenset(dated | {ctx.tokens.lower[i] for i in line.tokens if ctx.tokens.lower[i] in words})


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """Up against down of one measure in one period."""
    x, y = a.fact.about, b.fact.about
    if not isinstance(x, _Trend) or not isinstance(y, _Trend) or x.way == y.way or x.line.number == y.line.number:
        return None
    if x.period != y.period and not (x.period and y.period and (x.period <= y.period or y.period <= x.period)):
        return None
    if not x.period and not (x.thing.mods | x.thing.limits) & y.thing.words:
        return None
    if not one(x.thing, y.thing):
        return None
    return voice.finding(
        "opposite",
        a.claim,
        b.claim,
        (a.fact.span, b.fact.span),
        ctx,
        _RESOLVE,
        lead="It rose in one place and fell in the other: ",
        rule=RULE,
    )


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Rise against fall."""
    return [
        ContradictionDetector(
            id=RULE,
            title="Rose, and fell",
            keys=keys,
            compare=compare,
            source="FrameNet 1.7, Change_position_on_a_scale; Cohn & Cope, Numbers in the Newsroom (IRE, 2nd ed. 2014)",
            examples=(
                must(
                    "Sales of new boats fell 12 percent in March, the office said.\n\nDealers had hoped for more.\n\nSales of new boats "
                    "rose 4 percent in March, a dealer said.",
                    RULE,
                ),
                must(
                    "Rents in the harbor district rose last year.\n\nTwo shops closed.\n\nTenants praised the drop in rents last year.",
                    RULE,
                ),
                must_not("Profit fell 12% in the third quarter. Revenue rose 4% in the third quarter."),
                must_not("Profit fell 12% in the third quarter.\n\nProfit rose 4% in the second quarter."),
                must_not("Rents in Holm rose last year.\n\nRents in Tarn fell last year."),
                must_not("Rents in Holm rose last year.\n\nExperts say rents in Holm could fall next year."),
            ),
        )
    ]
