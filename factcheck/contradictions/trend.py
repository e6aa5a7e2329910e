"""One measure that rose in one place and fell in the other: "sales fell 12 percent in March", "the rise in sales in March".

Both have to name the same measure, and the same period where either names one. Leaves out forecasts, conditions and denials.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.contradictions import voice
from factcheck.contradictions.keys import Line, lines
from factcheck.contradictions.negation import is_negator
from factcheck.contradictions.postings import among, standing
from factcheck.contradictions.things import Thing, one, phrase_after, phrase_before, read
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "rose-and-fell"
_MOST = 4
"""A measure told of more often than this is told of at several times."""
_FIGURE = 7
_RESOLVE = "The series of figures that both draw on, with the two periods that are compared."


@dataclass(frozen=True, slots=True)
class Trend:
    """A change of a measure: "up" or "down", with the period's words."""

    way: str
    thing: Thing
    period: frozenset[str]
    line: Line


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """The changes that a claim states, by measure."""
    return ctx.once("contradictions.trends", lambda: _facts(ctx)).get(claim.id, ())


def _facts(ctx: Context) -> Mapping[str, list[Fact]]:
    rows: dict[str, list[tuple[Span, Trend]]] = {}
    for line in lines(ctx):
        for span, trend in trends(line, ctx):
            rows.setdefault(trend.thing.head, []).append((span, trend))
    out: dict[str, list[Fact]] = {}
    for head, told in rows.items():
        if len({t.line.number for _, t in told}) > _MOST:
            continue
        for span, t in told:
            fact = Fact(f"trend|{head}", (t.way, t.thing.words, t.period), span, t)
            out.setdefault(t.line.claim_at((span[0], span[0] + 1)).id, []).append(fact)
    return out


def trends(line: Line, ctx: Context) -> Iterator[tuple[Span, Trend]]:
    """The changes that a sentence tells, with the places of measure and change."""
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
            at = _before_measure(i, ctx)
            thing = _measure(at + 1, line, ctx) if way and at and lower[i - 1] != "no" else None
        if thing is not None and thing.head not in table["no_measure"]:
            span = (min(tokens.starts[thing.first], tokens.starts[i]), max(tokens.ends[thing.last], tokens.ends[i]))
            period = _period(line, ctx) if period is None else period
            yield span, Trend(way, thing, period, line)


def _measure(start: int, line: Line, ctx: Context) -> Thing | None:
    """The phrase from a token on, up to the verb: "the rise in sales pleased the owner"."""
    verb = next((i for i in range(start + 1, min(len(ctx.tokens), start + _FIGURE)) if ctx.clauses[i] in "FA"), None)
    plain = verb is not None and all(ctx.clauses[i] in "dnNap" for i in range(start, verb))
    return read(start, verb, ctx) if plain and verb is not None else phrase_after(start, line, ctx)


def _before_measure(noun: int, ctx: Context) -> int:
    """The preposition between a noun of change and its measure: "the rise in rents", "growth of 40 percent in sales"; or 0."""
    lower = ctx.tokens.lower
    if lower[noun + 1 : noun + 2] == ["of"] and noun + 2 < len(lower) and lower[noun + 2][0].isdigit():
        return next((j for j in range(noun + 3, min(len(lower), noun + _FIGURE)) if lower[j] == "in"), 0)
    return noun + 1 if noun and lower[noun + 1 : noun + 2] in (["in"], ["of"]) else 0


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
    if not isinstance(x, Trend) or not isinstance(y, Trend) or x.way == y.way or x.line.number == y.line.number:
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
