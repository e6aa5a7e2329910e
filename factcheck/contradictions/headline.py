"""A number in a headline, standfirst or caption that no sentence of the body bears out. Silent where any of them does, or adds up to it."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.contradictions.amounts import Amount, amounts, bounds, differ, rounded_alike
from factcheck.contradictions.clashes import Clash, keyed, told
from factcheck.contradictions.differences import noun_class
from factcheck.contradictions.keys import Line, line_of, lines, stems_of
from factcheck.contradictions.likeness import frequencies
from factcheck.contradictions.tallies import is_part
from factcheck.contradictions.voice import TOPS, kind_of_block
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "headline-number"
_SHARED = 2
_NEAR = 12
_MOST = 40
"""A headline's words that stand in more sentences than this say too little."""
_RESOLVE = "The figure in the source of the report; then the headline or the sentence."


def find(ctx: Context) -> Iterable[Clash]:
    """Numbers of the top against the body, each number once."""
    body = [line for line in lines(ctx) if kind_of_block(line.claims[0], ctx) == "paragraph"]
    by_kind: dict[str, list[tuple[Line, Amount]]] = {}
    for line in body:
        for a in amounts(line, ctx):
            by_kind.setdefault(_group(a, ctx), []).append((line, a))
    for line in lines(ctx):
        if kind_of_block(line.claims[0], ctx) not in TOPS:
            continue
        for a in amounts(line, ctx):
            rivals = by_kind.get(_group(a, ctx), [])
            if _group(a, ctx) and not _cut(a, ctx) and not _borne_out(a, [r for _, r in rivals]) and not is_part(a, ctx):
                yield from _best(line, a, rivals, ctx)


def _group(a: Amount, ctx: Context) -> str:
    """What two amounts have to share to be compared: per cent, a currency, or the counted noun."""
    if a.kind in ("percent", "money"):
        return f"{a.kind}|{a.value.unit or ''}"
    if a.kind not in ("number", "quantity", "duration") or not a.value.unit:
        return ""
    return f"noun|{noun_class(a.value.unit.lower(), ctx)}"


def _cut(a: Amount, ctx: Context) -> bool:
    """Whether letters follow the number at once: "$1B" is not one dollar."""
    text = ctx.article.text
    end = ctx.tokens.ends[a.last]
    return text[end - 1].isdigit() and text[end : end + 1].isalpha()


def _borne_out(a: Amount, others: list[Amount]) -> bool:
    """Whether the body has the number, its rounding, or two numbers that make it."""
    if any(differ(a.value, o.value) is None or rounded_alike(a.low, o.low) for o in others):
        return True
    known = {o.low for o in others}
    low, high = bounds(a.value)
    return (
        a.kind != "percent"
        and len(known) <= _MOST
        and any(low <= x + y <= high or low <= abs(x - y) <= high for x in known for y in known if x != y)
    )


def _best(line: Line, a: Amount, rivals: list[tuple[Line, Amount]], ctx: Context) -> Iterable[Clash]:
    """The one body sentence that tells what the headline tells; none where two of them tell it with different numbers."""
    here = _matter(line, a, ctx)
    scored = []
    for other, b in rivals:
        shared = here & _matter(other, b, ctx)
        if len(shared) >= _SHARED and _ways(line, a, ctx) == _ways(other, b, ctx) and not is_part(b, ctx):
            scored.append((len(shared), other, b))
    top = max((s for s, _, _ in scored), default=0)
    best = [(other, b) for s, other, b in scored if s == top]
    if not best or any(differ(best[0][1].value, b.value) for _, b in best):
        return
    other, b = best[0]
    first, second = line.claim_at(_start(a)), other.claim_at(_start(b))
    if first.start > second.start:
        first, second, a, b = second, first, b, a
    degree = differ(a.value, b.value)
    yield Clash(
        first, second, a.span, b.span, "The headline has another number: ", _RESOLVE, approximate=degree == "discrepancy",
    )  # fmt: skip


def _start(a: Amount) -> tuple[int, int]:
    return a.span[0], a.span[0] + 1


def _matter(line: Line, a: Amount, ctx: Context) -> frozenset[str]:
    """The stems near a number, without those in half the text and without words of change."""
    df = frequencies(ctx)
    changes = _changes(ctx)["up"] | _changes(ctx)["down"]
    inside = [t for t in line.terms if abs(t.at - a.first) <= _NEAR]
    own = set(range(a.first, a.last + 1))
    return frozenset(t.stem for t in inside if t.at not in own and df[t.stem] <= _MOST and t.stem not in changes)


def _changes(ctx: Context) -> dict[str, frozenset[str]]:
    words = ctx.lexicons["contradictions"]["arithmetic"]
    return ctx.once("contradictions.changes", lambda: {way: stems_of(ctx, words[way]) for way in ("up", "down")})


def _ways(line: Line, a: Amount, ctx: Context) -> str:
    """For a share: whether it is a rise, a fall or neither. A share of something is no change of it."""
    if a.kind != "percent":
        return ""
    near = [t.stem for t in line.terms if abs(t.at - a.first) <= _NEAR // 3]
    lower = ctx.tokens.lower[max(0, a.first - 3) : a.last + 3]
    for way, stems in _changes(ctx).items():
        if any(s in stems for s in near) or any(w == way for w in lower):
            return way
    return "share"


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """One key for each clash that the claim is part of."""
    return keyed(RULE, find, claim, ctx) if line_of(ctx) else ()


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """The clash that brought the two together."""
    return told("quantity", RULE, a, ctx)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Headline against body."""
    return [
        ContradictionDetector(
            id=RULE,
            title="Headline and body",
            keys=keys,
            compare=compare,
            source="AP Stylebook on headlines: every figure of the headline stands in the story; house rule",
            examples=(
                must(
                    "Tram fares in Holm to rise 12%\n\nThe council of Holm met on Monday.\n\nTram fares will rise by 8% in January, "
                    "said the transport committee.",
                    RULE,
                ),
                must(
                    "Ninety oaks lost as storm hits palace garden\n\nGardeners of the palace counted on Monday.\n\nThe storm felled 60 "
                    "oaks in the palace garden, they said.",
                    RULE,
                ),
                must_not(
                    "Tram fares in Holm to rise 12%\n\nTram fares will rise by 12% in January, said the committee.\n\nBus fares in "
                    "Holm will rise by 8%."
                ),
                must_not(
                    "Storm fells 90 oaks in palace garden\n\nThe storm felled 60 oaks in the palace garden on Sunday and 30 oaks in "
                    "the garden on Monday."
                ),
            ),
        )
    ]
