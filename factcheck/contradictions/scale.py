"""A million that became a billion: one figure of one thing, a thousand times as large in the other place. Never compares other numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.contradictions import voice
from factcheck.contradictions.amounts import Amount, amounts
from factcheck.contradictions.keys import Line, lines, stems_of
from factcheck.contradictions.likeness import MOST_LINES, frequencies
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "thousandfold"
_STEP = 1000.0
_NEAR = 6
_SCALES = frozenset({"thousand", "million", "billion", "trillion", "m", "bn", "mn", "tn"})
_RESOLVE = "The figure in the source, in digits; million, billion and thousand are easily exchanged."


@dataclass(frozen=True, slots=True)
class _Figure:
    number: float
    matter: frozenset[str]
    line: Line
    definite: bool


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """The large figures of a claim, by the digits that count."""
    return ctx.once("contradictions.scales", lambda: _facts(ctx)).get(claim.id, ())


def _facts(ctx: Context) -> Mapping[str, list[Fact]]:
    out: dict[str, list[Fact]] = {}
    df, spending = frequencies(ctx), stems_of(ctx, ctx.lexicons["measures"]["spending"])
    for line in lines(ctx):
        counted = {i for a in amounts(line, ctx) for i in range(a.first, min(a.after, a.last + 2))}
        known = [t for t in line.terms if t.at not in counted]
        matter = frozenset(t.stem for t in known if df[t.stem] <= MOST_LINES and t.lower not in _SCALES and t.stem not in spending)
        for a in amounts(line, ctx):
            if a.kind not in ("money", "number", "quantity") or a.value.high is not None or a.low < _STEP or not _scaled(a.span, ctx):
                continue
            span: Span = a.span
            fact = Fact(
                f"scale|{_digits(a.low)}|{a.kind == 'money' and a.value.unit}", a.low, span, _Figure(a.low, matter, line, _definite(a, ctx))
            )
            out.setdefault(line.claim_at((span[0], span[0] + 1)).id, []).append(fact)
    return out


def _definite(a: Amount, ctx: Context) -> bool:
    """ "the loan of 4.2 million": the figure is told as known."""
    lower = ctx.tokens.lower
    return lower[max(0, a.first - 3) : a.first - 2] == ["the"] and lower[a.first - 1] == "of"


def _scaled(span: Span, ctx: Context) -> bool:
    """Whether the number is written with a word of scale."""
    lower = ctx.tokens.lower
    return any(lower[i].rstrip("s") in _SCALES or lower[i].lstrip("0123456789.,") in _SCALES for i in ctx.tokens.within(*span))


def _digits(number: float) -> str:
    """The digits that count: 12 for 1,200,000 and for 1.2 billion."""
    return f"{number:.12g}".replace(".", "").rstrip("0") if number < _STEP else f"{number:.0f}".rstrip("0")


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """Two figures of one matter with a factor of a thousand or a million between them."""
    x, y = a.fact.about, b.fact.about
    if not isinstance(x, _Figure) or not isinstance(y, _Figure) or x.line.number == y.line.number:
        return None
    low, high = sorted((x.number, y.number))
    if high not in (low * _STEP, low * _STEP * _STEP) or len(_digits(low)) < _TELLING:
        return None
    later, other = (y, x) if y.line.number > x.line.number else (x, y)
    known = later.definite and later.line.number - other.line.number <= _NEAR
    if not x.matter & y.matter and not known:
        return None
    return voice.finding(
        "quantity", a.claim, b.claim, (a.fact.span, b.fact.span), ctx, _RESOLVE, lead="A thousand times as much: ", rule=RULE
    )


_TELLING = 2
"""So many digits have to be the same: "1 million" and "1 billion" may be anything."""


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Slips of scale."""
    return [
        ContradictionDetector(
            id=RULE,
            title="Million and billion",
            keys=keys,
            compare=compare,
            source="Cohn & Cope, Numbers in the Newsroom (IRE, 2nd ed. 2014): million, billion, trillion",
            examples=(
                must(
                    "The new harbor will cost $1.2 billion.\n\nWork starts in May.\n\nThe state has set aside $1.2 million for the harbor.",
                    RULE,
                ),
                must_not("The new harbor will cost $1.2 billion.\n\nWork starts in May.\n\nA museum of boats was built for $1.2 million."),
                must_not("The new harbor will cost $1.2 billion.\n\nThe cranes of the harbor will cost $34 million."),
            ),
        )
    ]
