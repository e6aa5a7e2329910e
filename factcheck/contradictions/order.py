"""Two events in two orders: "cracks were reported two months before the inspection" against "only after the inspection"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.contradictions import voice
from factcheck.contradictions.keys import Line, Term, lines
from factcheck.contradictions.likeness import frequencies
from factcheck.contradictions.negation import negations
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "before-after"
_BEFORE, _AFTER = frozenset({"before"}), frozenset({"after"})
_ROOT = 6
_MOST = 8
_LEFT = 6
_UNITS = frozenset({"minute", "second", "hour", "day", "week", "month", "year", "moment", "long", "short"})


@dataclass(frozen=True, slots=True)
class _Order:
    """What stands before the word of order and what after it, as stems."""

    left: frozenset[str]
    right: frozenset[str]
    word: str


def _root(term: Term) -> str:
    """What a verb and its noun share: inspected, inspection."""
    return term.stem[:_ROOT]


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """The orders of a claim's line, under the event that is the reference."""
    return ctx.once("contradictions.orders", lambda: _facts(ctx)).get(claim.id, ())


def _facts(ctx: Context) -> Mapping[str, list[Fact]]:
    out: dict[str, list[Fact]] = {}
    for line in lines(ctx):
        for i in line.tokens:
            word = ctx.tokens.lower[i]
            if word not in _BEFORE | _AFTER:
                continue
            if any(n.negator < i <= n.at + 1 for n in negations(line, ctx)):
                continue
            order = _order(line, i, ctx)
            claim = line.claim_at((ctx.tokens.starts[i], ctx.tokens.ends[i]))
            if order is not None:
                span = (claim.start, claim.end)
                facts = [Fact(f"order|{r}", word, span, order) for r in sorted(order.right)]
                turned = Fact(f"turned|{word}|{min(order.left | order.right)}", line.number, span, order)
                out.setdefault(claim.id, []).extend((*facts, turned))
    return out


def _order(line: Line, at: int, ctx: Context) -> _Order | None:
    df = frequencies(ctx)
    claim = line.claim_at((ctx.tokens.starts[at], ctx.tokens.ends[at]))
    inside = [t for t in line.terms if claim.start <= ctx.tokens.starts[t.at] < claim.end]
    left = frozenset(
        _root(t) for t in [t for t in inside if t.at < at][-_LEFT:] if df[t.stem] <= _MOST and t.lower.rstrip("s") not in _UNITS
    )
    right = frozenset(_root(t) for t in [t for t in inside if t.at > at][:3] if df[t.stem] <= _MOST)
    return _Order(left, right, ctx.tokens.lower[at]) if left and right else None


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sides tell one event: all words of the shorter, and at least two, or the same words."""
    return a == b or (len(a & b) >= 2 and len(a & b) == min(len(a), len(b)))


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """The same two events, once before and once after; at least two words of what is ordered are the same."""
    x, y = a.fact.about, b.fact.about
    if not isinstance(x, _Order) or not isinstance(y, _Order) or a.claim.id == b.claim.id:
        return None
    swapped = a.fact.key.startswith("turned")
    if swapped:
        if not (_alike(x.left, y.right) and _alike(x.right, y.left)):
            return None
    elif len(x.left & y.left) < 2 and x.left != y.left:
        return None
    if not swapped and len(x.right | y.right) > 0 and len(x.right & y.right) * 3 < min(len(x.right), len(y.right)):
        return None
    return voice.finding(
        "date",
        a.claim,
        b.claim,
        (a.fact.span, b.fact.span),
        ctx,
        "The dates of the two events, each from a record of its own.",
        lead="Two orders of the same events: ",
        rule=RULE,
    )


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Order of events."""
    return [
        ContradictionDetector(
            id=RULE,
            title="Order of events",
            keys=keys,
            compare=compare,
            source="TimeML 1.2.1 (Saurí et al. 2006), TLINK BEFORE and AFTER",
            examples=(
                must(
                    "A tenant reported smoke in the cellar a week before the boiler was inspected.\n\nThe landlord "
                    "disagreed.\n\nSmoke in the cellar was reported only after the boiler inspection.",
                    RULE,
                ),
                must("The ferry docked before the siren sounded.\n\nIt rained.\n\nThe siren sounded long before the ferry docked.", RULE),
                must_not("The ferry docked before the siren sounded.\n\nIt rained.\n\nThe ferry docked before the band played."),
                must_not(
                    "A tenant reported smoke in the cellar before the boiler was inspected.\n\nThe landlord sold the house "
                    "after the boiler inspection."
                ),
            ),
        )
    ]
