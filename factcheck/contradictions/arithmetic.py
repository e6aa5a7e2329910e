"""Figures inside one sentence that do not add up: shares over 100, X of Y as a percentage, a rise "from A to B", parts and their total.

Recomputes what is on the page, with room for rounding. Never brings in a figure from elsewhere.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from factcheck.contradictions.amounts import Amount, amounts
from factcheck.contradictions.keys import line_of
from factcheck.contradictions.voice import quote
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Finding, must, must_not

SHARES, OF, CHANGE, PARTS = "shares-over-hundred", "share-of-number", "change-from-to", "parts-and-total"
_MOST = 116.0
_COPULA = frozenset(["were", "are", "was", "is", "be"])
_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|all\s+|a\s+total\s+of\s+|some\s+)?", re.IGNORECASE)
_GLUE = re.compile(r"[\s,(–—-]*(?:or|about|roughly|some|that is|i\.e\.)?[\s,(–—-]*", re.IGNORECASE)
_LIST_END = re.compile(r"[.;)–—]")


def check(claim: Claim, ctx: Context) -> Iterable[Finding]:
    """What recomputing a claim's own figures shows; a sentence speaks with the claim that holds its first figure."""
    line = line_of(ctx).get(claim.sentence)
    if line is None:
        return
    found = amounts(line, ctx)
    if not found or not claim.start <= found[0].span[0] < claim.end:
        return
    text = ctx.article.text
    yield from _shares(found, ctx)
    yield from _of(found, text, ctx)
    yield from _changes(found, ctx)
    yield from _parts(found, text, ctx)


def _points(a: Amount, ctx: Context) -> bool:
    return "point" in ctx.article.text[a.span[0] : a.span[1]].lower()


def _exact(a: Amount) -> bool:
    return not a.value.approx and a.value.high is None


def _shares(found: Sequence[Amount], ctx: Context) -> Iterable[Finding]:
    """"60 percent were children, 25 percent were adults and 25 percent were older"."""
    lower = ctx.tokens.lower
    shares = [a for a in found if a.kind == "percent" and not _points(a, ctx)]
    if len(shares) < 3 or len(shares) != len([a for a in found if a.kind == "percent"]):
        return
    if sum(lower[a.last + 1 : a.last + 2] != [] and lower[a.last + 1] in _COPULA for a in shares) < 2:
        return
    if any(lower[max(0, a.first - 1)] in ("than", "from", "to", "by") for a in shares):
        return
    total = sum(a.low for a in shares)
    if 101.5 < total <= _MOST:
        span = (shares[0].span[0], shares[-1].span[1])
        text = f"The shares in {quote(ctx, span)} make {total:g} percent."
        yield Finding("arithmetic", "conflict", (span,), text, "The counts behind the shares; whether somebody is counted twice.", "claim", SHARES)


def _of(found: Sequence[Amount], text: str, ctx: Context) -> Iterable[Finding]:
    """"12 of 40 members, or 25 percent"."""
    for part, whole, share in zip(found, found[1:], found[2:], strict=False):
        if share.kind != "percent" or part.kind == "percent" or whole.kind == "percent" or not (_exact(part) and _exact(whole)) or _points(share, ctx):
            continue
        ends = [ctx.tokens.ends[part.last], ctx.tokens.starts[whole.first], whole.span[1], ctx.tokens.starts[share.first]]
        if not _OF.fullmatch(text[ends[0] : ends[1]]) or not _GLUE.fullmatch(text[ends[2] : ends[3]]) or not whole.low:
            continue
        real = 100 * part.low / whole.low
        if abs(real - share.low) > (1.5 if not share.value.approx else 5.0):
            span = (ctx.tokens.starts[part.first], share.span[1])
            said = f"{part.low:g} of {whole.low:g} is {real:.1f} percent, not what {quote(ctx, span)} says."
            yield Finding("arithmetic", "conflict", (span,), said, "The two counts behind the percentage; recompute it.", "claim", OF)


def _changes(found: Sequence[Amount], ctx: Context) -> Iterable[Finding]:
    """"rose from 40 to 60, 20 percent": size and direction of a change."""
    lower = ctx.tokens.lower
    for a, b in itertools.pairwise(found):
        if lower[a.first - 1] != "from" or lower[b.first - 1] != "to" or a.first < 2 or b.first - a.last > 6 or not (_exact(a) and _exact(b)) or a.low == b.low or not a.low:
            continue
        if (a.kind in ("percent", "money")) != (b.kind in ("percent", "money")) or a.kind == "age":
            continue
        near = lower[max(0, a.first - 7) : a.first]
        words = ctx.lexicons["contradictions"]["arithmetic"]
        up, down = any(w in words["up"] for w in near), any(w in words["down"] for w in near)
        span = (ctx.tokens.starts[max(0, a.first - 2)], b.span[1])
        if up != down and (b.low > a.low) != up and _same_scale(a, b):
            yield Finding("arithmetic", "conflict", (span,), f"{quote(ctx, span)}: the second number is {'lower' if up else 'higher'}, not {'higher' if up else 'lower'}.", "The two figures and their order.", "claim", CHANGE)
        share = next((c for c in found if c.kind == "percent" and c is not a and c is not b and not _points(c, ctx) and abs(c.first - b.last) <= 8), None)
        if share is None or a.kind == "percent" or up == down or not _same_scale(a, b):
            continue
        real = 100 * abs(b.low - a.low) / a.low
        if abs(real - share.low) > max(2.0, 0.12 * share.low) and abs(real - share.low) > 1.5:
            whole = (min(span[0], share.span[0]), max(span[1], share.span[1]))
            yield Finding("arithmetic", "conflict", (whole,), f"From {a.low:g} to {b.low:g} is {real:.0f} percent, not what {quote(ctx, whole)} says.", "The two figures; recompute the percentage.", "claim", CHANGE)


def _same_scale(a: Amount, b: Amount) -> bool:
    """Two numbers of one kind that are no slip of "3 to 4 million"."""
    return (a.value.unit or a.noun) == (b.value.unit or b.noun) or not a.noun or a.kind == b.kind == "money"


def _parts(found: Sequence[Amount], text: str, ctx: Context) -> Iterable[Finding]:
    """"a total of 12 people: five men and six women"."""
    for i, total in enumerate(found):
        parts = list(found[i + 1 :])
        if not _exact(total) or total.kind not in ("number", "quantity") or len(parts) < 2:
            continue
        opener = text[total.span[1] : parts[0].span[0]].strip()
        if opener not in (":", "—", "–", "-", "("):
            continue
        close = _LIST_END.search(text, parts[0].span[0])
        inside = [p for p in parts if close is None or p.span[0] < close.start()]
        if len(inside) < 2 or not all(_exact(p) and p.kind in ("number", "quantity") for p in inside):
            continue
        between = [text[x.span[1] : y.span[0]].strip(" ,") for x, y in itertools.pairwise(inside)]
        if any(b not in ("", "and") for b in between) or "and" not in between:
            continue
        made = sum(p.low for p in inside)
        if made != total.low:
            span = (total.span[0], inside[-1].span[1])
            yield Finding("arithmetic", "conflict", (span,), f"The parts in {quote(ctx, span)} make {made:g}, not {total.low:g}.", "A list of all that are counted.", "claim", PARTS)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Figures, added up again."""
    return [
        ContradictionDetector(
            id="arithmetic", title="Arithmetic", check=check, source="Cohn & Cope, Numbers in the Newsroom (IRE, 2nd ed. 2014): recompute every percentage, sum and change",
            examples=(
                must("Of the guests, 55 percent were students, 30 percent were pensioners and 25 percent were tourists.", SHARES),
                must("Turnout rose from 60 to 45 people.", CHANGE),
                must("Rents rose from 400 to 500 euros, an increase of 40 percent.", CHANGE),
                must_not("Of the guests, 55 percent were students, 30 percent were pensioners and 15 percent were tourists."),
                must_not("Rents rose from 400 to 500 euros, an increase of 25 percent."),
            ),
        )
    ]
