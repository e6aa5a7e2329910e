"""One thing with two prices, heights or durations: "the roof cost $2 million", "the $3 million roof". Never compares two things.

One of the two places has to say what the number measures; the other one may only name it ("the $3 million roof").
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping

from factcheck.contradictions import voice
from factcheck.contradictions.amounts import Amount, amounts, differ, key_of, rounded_alike
from factcheck.contradictions.conversion import unit_of
from factcheck.contradictions.keys import Line, lines
from factcheck.contradictions.postings import among, standing
from factcheck.contradictions.things import Thing, one, phrase_after, phrase_before, read
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.claim_parts import Value
from factcheck.model.light import dataclass
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "measured-twice"
_REACH = 5
_MOST_VALUES = 3
"""A thing with more values of one kind is several things, or told of at several times."""
_NAMED_AFTER = 3
_RESOLVE = "The document that gives the figure: contract, plan, register or measurement, with its date."


@dataclass(frozen=True, slots=True)
class _Measure:
    """A value of a thing.

    Args:
        told: whether the statement says what is measured; False where the number only names the thing.
        size: the value in the base unit.
    """

    thing: Thing
    told: bool
    size: Value
    line: Line


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """The measures that a claim states, by property and thing."""
    return ctx.once("contradictions.measures", lambda: _facts(ctx)).get(claim.id, ())


def _facts(ctx: Context) -> Mapping[str, list[Fact]]:
    groups: dict[str, list[tuple[Span, _Measure]]] = {}
    for line in lines(ctx):
        for name, span, measure in _measures(line, ctx):
            groups.setdefault(f"measure|{name}|{measure.thing.head}", []).append((span, measure))
    out: dict[str, list[Fact]] = {}
    for key, rows in groups.items():
        if not 1 < len({key_of(m.size) for _, m in rows}) <= _MOST_VALUES or not any(m.told for _, m in rows):
            continue
        for span, m in rows:
            out.setdefault(m.line.claim_at((span[0], span[0] + 1)).id, []).append(Fact(key, key_of(m.size), span, m))
    return out


def _measures(line: Line, ctx: Context) -> Iterator[tuple[str, Span, _Measure]]:
    """Property, words and measure of each amount that measures something."""
    found = [a for a in amounts(line, ctx) if a.kind in ("money", "quantity", "duration", "number") and a.value.number]
    words = ctx.lexicons["measures"]
    lower = ctx.tokens.lower
    if not found or among(line, standing("measures.unreal", words["unreal"], ctx, may=False)):
        return
    for a in found:
        made = _size(a, ctx)
        if made is None:
            continue
        dimension, size = made
        before = _before(a, dimension, line, ctx)
        if before is not None:
            name, thing = before
            start = ctx.tokens.starts[thing.first]
            yield name, (min(start, a.span[0]), max(a.span[1], ctx.tokens.ends[thing.last])), _Measure(thing, True, size, line)
        elif dimension == "money" and a.first and lower[a.first - 1] in words["definite"]:
            yield from _naming(a, size, line, ctx)


def _size(a: Amount, ctx: Context) -> tuple[str, Value] | None:
    """The dimension of an amount and its value in the base unit."""
    if a.kind == "money":
        return "money", a.value
    unit = unit_of(a, ctx)
    months: Mapping[str, float] = ctx.lexicons["measures"]["calendar_seconds"]
    if unit is None and a.kind == "duration" and (a.value.unit or "") in months:
        unit = ("duration", months[a.value.unit or ""])
    if unit is None or unit[0] == "temperature":
        return None
    number, high = a.value.number or 0, a.value.high
    return unit[0], Value(number=number * unit[1], high=None if high is None else high * unit[1], approx=a.value.approx)


def _before(a: Amount, dimension: str, line: Line, ctx: Context) -> tuple[str, Thing] | None:
    """ "the roof cost $2 million", "the tower is 60 meters high", "the repairs took five months", "at 71 meters, the tower …"."""
    lower, words = ctx.tokens.lower, ctx.lexicons["measures"]
    after = lower[a.last + 1 : a.last + 3]
    for at in range(a.first - 1, max(-1, a.first - _REACH - 1), -1):
        word = lower[at]
        name = words["verbs"].get(word, "")
        if word in words["be"] and dimension == "length":
            name = next((words["adjectives"][w] for w in after[:1] if w in words["adjectives"]), "")
        if name and words["dimension"][name] == dimension:
            thing = phrase_before(at, line, ctx)
            return (name, thing) if thing is not None and not _changed(thing.first, a.first, ctx) else None
        if word in (".", ";", ":", ",") or word[0].isdigit():
            break
    if dimension == "length" and a.first and lower[a.first - 1] == "at":
        comma = next((i for i in range(a.last + 1, min(a.last + 4, len(lower))) if lower[i] == ","), None)
        thing = phrase_after(comma + 1, line, ctx) if comma is not None else None
        name = next((words["adjectives"][w] for w in after[:1] if w in words["adjectives"]), "height")
        return (name, thing) if thing is not None else None
    return None


def _changed(first: int, last: int, ctx: Context) -> bool:
    """Whether words of condition stand between: "with its mast, the tower"."""
    return any(w in ctx.lexicons["measures"]["with"] for w in ctx.tokens.lower[max(0, first - _REACH) : last])


def _naming(a: Amount, size: Value, line: Line, ctx: Context) -> Iterator[tuple[str, Span, _Measure]]:
    """ "the $17 million library": the number names the thing; each of the next words may be its head."""
    whole = phrase_after(a.last + 1, line, ctx)
    for at in range(a.last + 1, min(a.after, a.last + 1 + _NAMED_AFTER)):
        thing = read(a.last + 1, at + 1, ctx)
        if thing is not None and whole is not None and (thing.head, thing.mods) == (whole.head, whole.mods):
            thing = whole
        if thing is not None:
            known = dataclasses.replace(thing, definite=True)
            yield "cost", (ctx.tokens.starts[a.first - 1], ctx.tokens.ends[at]), _Measure(known, False, size, line)


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """Two values of one thing that cannot both hold."""
    x, y = a.fact.about, b.fact.about
    if not isinstance(x, _Measure) or not isinstance(y, _Measure) or x.line.number == y.line.number or not (x.told or y.told):
        return None
    later = y.thing if x.line.number < y.line.number else x.thing
    if not later.definite or not one(x.thing, y.thing):
        return None
    degree = differ(x.size, y.size)
    if degree is None or rounded_alike(float(x.size.number or 0), float(y.size.number or 0)):
        return None
    return voice.finding(
        "quantity", a.claim, b.claim, (a.fact.span, b.fact.span), ctx, _RESOLVE, lead="Two measures of one thing: ", rule=RULE,
        approximate=degree == "discrepancy",
    )  # fmt: skip


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Measures of one thing."""
    return [
        ContradictionDetector(
            id=RULE,
            title="One thing measured twice",
            keys=keys,
            compare=compare,
            source="FrameNet 1.7 (Expensiveness, Dimension, Taking_time); Cohn & Cope, Numbers in the Newsroom (IRE, 2nd ed. 2014)",
            examples=(
                must("The new roof cost $2.4 million.\n\nIt leaks.\n\nThe $3.1 million roof was finished in May.", RULE),
                must("The tower is 62 meters high.\n\nIt leans.\n\nAt 71 meters, the tower can be seen from the sea.", RULE),
                must(
                    "The repairs of the sluice took five months.\n\nShops lost money.\n\nThe repairs took eight months, a grocer said.",
                    RULE,
                ),
                must_not("The roof of the school cost $2.4 million.\n\nThe $3.1 million roof of the town hall was finished in May."),
                must_not("The tower is 62 meters high.\n\nThe second tower is 71 meters high."),
                must_not("The roof cost $2.4 million.\n\nThe plan had been that the roof would cost $1.9 million."),
            ),
        )
    ]
