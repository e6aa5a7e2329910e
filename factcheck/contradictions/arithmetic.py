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
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Finding, must, must_not

SHARES, OF, CHANGE = "shares-over-hundred", "share-of-number", "change-from-to"
_MOST = 130.0
_LONGEST_ITEM = 8
_CLOSE, _FAR = 8, 20
_ROOM = 0.1
"""A change may be told as "doubled" or "by half" when it is that within a tenth."""
_ANSWERED = frozenset({"named", "chosen", "mentioned", "picked", "favored", "favoured", "preferred", "cited", "given"})
_RANK = compiled(r"\d+(?:st|nd|rd|th)\Z")
_CHANGES = frozenset({"increase", "rise", "gain", "jump", "growth", "drop", "fall", "decline", "decrease", "cut", "loss", "reduction"})
_COPULA = frozenset(["were", "are", "was", "is", "be"])
_OF = compiled(r"\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|all\s+|a\s+total\s+of\s+|some\s+)?", re.IGNORECASE)
_GLUE = compiled(r"[\s,(–—-]*(?:or|about|roughly|some|that is|i\.e\.)?[\s,(–—-]*", re.IGNORECASE)


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


def _points(a: Amount, ctx: Context) -> bool:
    return "point" in ctx.article.text[a.span[0] : a.span[1]].lower()


def _exact(a: Amount) -> bool:
    return not a.value.approx and a.value.high is None


def _shares(found: Sequence[Amount], ctx: Context) -> Iterable[Finding]:
    """ "60 percent were children, 25 percent were adults and 25 percent were older"; "70% for and 40% against"."""
    lower = ctx.tokens.lower
    shares = [a for a in found if a.kind == "percent" and not _points(a, ctx)]
    if len(shares) < 2 or len(shares) != len([a for a in found if a.kind == "percent"]):
        return
    if _each_by(shares, ctx):
        pass
    elif any(lower[max(0, a.first - 1)] in ("than", "from", "to", "by", "at", "another", "additional") for a in shares):
        return
    opposed = len(shares) == 2 and _opposed(shares, ctx)
    if not opposed and (len(shares) < 3 or not (_each_by(shares, ctx) or _listed(shares, ctx))):
        return
    total = sum(a.low for a in shares)
    if (100.5 if opposed else 101.5) < total <= _MOST:
        span = (shares[0].span[0], shares[-1].span[1])
        text = f"The shares in {quote(ctx, span)} make {total:,.10g} percent."
        yield Finding(
            "arithmetic", "conflict", (span,), text, "The counts behind the shares; whether somebody is counted twice.", "claim", SHARES
        )


def _listed(shares: Sequence[Amount], ctx: Context) -> bool:
    """Whether the shares are those of one whole: what follows each is "were …", or "of them in …, in … and in …" without a change."""
    lower = ctx.tokens.lower
    after = [lower[a.last + 1 : a.last + 2] for a in shares]
    if sum(w != [] and w[0] in _COPULA for w in after) >= len(shares) - 1:
        return True
    words = ctx.lexicons["contradictions"]["arithmetic"]
    near = lower[max(0, shares[0].first - 8) : shares[-1].last + 2]
    if any(w in words["up"] or w in words["down"] for w in near) or after[0] not in (["of"], after[-1]):
        return False
    gaps = [lower[a.last + 1 : b.first] for a, b in itertools.pairwise(shares)]
    parted = all(len(gap) <= _LONGEST_ITEM and gap[-1:] and gap[-1] in (",", ";", "and") for gap in gaps)
    whole = after[0] == ["of"] or lower[max(0, shares[0].first - 1)] in (",", ":", "with")
    return (
        parted and whole and "and" in gaps[-1] and len({w[0] for w in after[1:] if w}) == 1 and any(w in words["member"] for w in after[-1])
    )


def _each_by(shares: Sequence[Amount], ctx: Context) -> bool:
    """ "ice was named by 41 percent, fog by 33 percent and deer by 40 percent": the same question put to all."""
    lower = ctx.tokens.lower
    gaps = [lower[a.last + 1 : b.first] for a, b in itertools.pairwise(shares)]
    each = all(lower[a.first - 1] == "by" and 2 <= len(gap) <= _LONGEST_ITEM for a, gap in zip(shares[1:], gaps, strict=True))
    asked = lower[max(0, shares[0].first - 2) : shares[0].first]
    return len(shares) > 2 and each and "and" in gaps[-1] and asked[-1:] == ["by"] and asked[0] in _ANSWERED


def _opposed(shares: Sequence[Amount], ctx: Context) -> bool:
    """Whether two shares are of the two sides of one question."""
    lower = ctx.tokens.lower
    a, b = shares
    first = set(lower[a.last + 1 : min(a.last + 7, b.first)])
    second = set(lower[b.last + 1 : b.last + 7])
    pairs = [p.split() for p in ctx.lexicons["contradictions"]["arithmetic"]["sides"]]
    return any((x in first and y in second) or (y in first and x in second) for x, y in pairs)


def _of(found: Sequence[Amount], text: str, ctx: Context) -> Iterable[Finding]:
    """ "12 of 40 members, or 25 percent"."""
    for part, whole, share in zip(found, found[1:], found[2:], strict=False):
        if (
            share.kind != "percent"
            or part.kind == "percent"
            or whole.kind == "percent"
            or not (_exact(part) and _exact(whole))
            or _points(share, ctx)
        ):
            continue
        ends = [ctx.tokens.ends[part.last], ctx.tokens.starts[whole.first], whole.span[1], ctx.tokens.starts[share.first]]
        if not _OF.fullmatch(text[ends[0] : ends[1]]) or not _GLUE.fullmatch(text[ends[2] : ends[3]]) or not whole.low:
            continue
        real = 100 * part.low / whole.low
        if abs(real - share.low) > (1.5 if not share.value.approx else 5.0):
            span = (ctx.tokens.starts[part.first], share.span[1])
            said = f"{part.low:,.10g} of {whole.low:,.10g} is {real:.1f} percent, not what {quote(ctx, span)} says."
            yield Finding("arithmetic", "conflict", (span,), said, "The two counts behind the percentage; recompute it.", "claim", OF)


@dataclass(frozen=True, slots=True)
class Move:
    """ "from A to B": the two numbers in the order of the text, ``None`` for the direction where a finder gave a range."""

    start: float
    end: float
    ordered: bool
    first: int
    last: int
    span: Span
    kind: str


def moves(found: Sequence[Amount], ctx: Context) -> Iterable[Move]:
    """Each "from A to B" among the amounts of a sentence."""
    lower, starts = ctx.tokens.lower, ctx.tokens.starts
    for a in found:
        if a.first >= 2 and "from" in (lower[a.first - 1], lower[a.first]) and a.value.number and a.value.high and not a.value.approx:
            span = (starts[a.first - 2], a.span[1])
            yield Move(float(a.value.number), float(a.value.high), False, a.first, a.last, span, a.kind)
    ordinals = ctx.lexicons["figures"]["reading"]["no_counts"]
    for a, b in itertools.pairwise([a for a in found if lower[a.first] not in ordinals]):
        apart = a.first < 2 or lower[a.first - 1] != "from" or lower[b.first - 1] != "to" or b.first - a.last > 6
        if not apart and _exact(a) and _exact(b) and a.low and a.low != b.low and a.kind != "age" and _same_scale(a, b):
            yield Move(a.low, b.low, True, a.first, b.last, (starts[a.first - 2], b.span[1]), a.kind)


def _changes(found: Sequence[Amount], ctx: Context) -> Iterable[Finding]:
    """ "rose from 40 to 60, 20 percent": size and direction of a change."""
    lower, words = ctx.tokens.lower, ctx.lexicons["contradictions"]["arithmetic"]
    for move in moves(found, ctx):
        near = lower[max(0, move.first - 7) : move.first]
        up, down = any(w in words["up"] for w in near), any(w in words["down"] for w in near)
        if up == down or _RANK.match(lower[move.first]):
            continue  # who climbs from 71st to 31st has a lower number
        if move.ordered and (move.end > move.start) != up:
            real, said = ("lower", "higher") if up else ("higher", "lower")
            text = f"{quote(ctx, move.span)}: the second number is {real}, not {said}."
            yield Finding("arithmetic", "conflict", (move.span,), text, "The two figures and their order.", "claim", CHANGE)
            continue
        times = _times_told(lower, move, up, ctx)
        start, end = (move.start, move.end) if move.ordered or up else (move.end, move.start)
        if times and abs(end / start - times) > _ROOM * times:
            span = _with(move, ctx)
            text = f"From {start:,.10g} to {end:,.10g} is {end / start:.2g} times as much, not what {quote(ctx, span)} says."
            yield Finding("arithmetic", "conflict", (span,), text, "The two figures; divide them.", "claim", CHANGE)
            continue
        share = next((c for c in found if c.kind == "percent" and _told_of(move, c, ctx) and not _points(c, ctx)), None)
        if share is None or not _exact(share):
            continue
        if move.kind == "percent" and (share.low != abs(move.end - move.start) or lower[share.first - 1] != "of"):
            continue  # "a gain of five percent" where five points are meant
        base = move.start if move.ordered or up else move.end
        exact = 100 * abs(move.end - move.start) / base
        if abs(exact - share.low) > max(2.0, 0.12 * share.low):
            whole = (min(move.span[0], share.span[0]), max(move.span[1], share.span[1]))
            text = f"From {move.start:,.10g} to {move.end:,.10g} is {exact:.0f} percent, not what {quote(ctx, whole)} says."
            yield Finding("arithmetic", "conflict", (whole,), text, "The two figures; recompute the percentage.", "claim", CHANGE)


def _with(move: Move, ctx: Context) -> Span:
    """A change with the words before and after it that tell its size."""
    first, last = max(0, move.first - _CLOSE), min(len(ctx.tokens) - 1, move.last + _CLOSE // 2)
    return ctx.tokens.starts[first], max(move.span[1], ctx.tokens.ends[last])


def _times_told(lower: Sequence[str], move: Move, up: bool, ctx: Context) -> float | None:
    """How many times as much a word or a fraction says: 2 for "doubled", 0.5 for "by half" downwards; None where none or a vague one."""
    words = ctx.lexicons["contradictions"]["arithmetic"]
    near = [*lower[max(0, move.first - _CLOSE) : move.first], *lower[move.last + 1 : move.last + 5]]
    if any(w in words["vague"] for w in near):
        return None
    for word, times in words["times"].items():
        if word in near:
            return float(times)
    told = " ".join(near)
    for told_as, part in words["fractions"].items():
        if f"by {told_as}" in told:
            return 1.0 + float(part) if up else 1.0 - float(part)
    return None


def _told_of(move: Move, share: Amount, ctx: Context) -> bool:
    """Whether a share stands near a change, or is called one: "…, an increase of 20 percent"."""
    named = ctx.tokens.lower[max(0, share.first - 2)] in _CHANGES and ctx.tokens.lower[share.first - 1] == "of"
    return 0 < abs(share.first - move.last) <= (_FAR if named else _CLOSE)


def _same_scale(a: Amount, b: Amount) -> bool:
    """Two numbers of one kind: "from 60 to 45 people", not "from 3 cars to 40 percent"."""
    if a.kind in ("percent", "money") or b.kind in ("percent", "money"):
        return a.kind == b.kind and a.value.unit == b.value.unit
    return a.noun == b.noun or not a.noun or not a.value.unit or not b.noun


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Figures, added up again."""
    return [
        ContradictionDetector(
            id="arithmetic",
            title="Arithmetic",
            check=check,
            source="Cohn & Cope, Numbers in the Newsroom (IRE, 2nd ed. 2014): recompute every percentage, sum and change",
            examples=(
                must("Of the guests, 55 percent were students, 30 percent were pensioners and 25 percent were tourists.", SHARES),
                must("The choir has 90 singers, 60% of them from Holm, 30% from Tarn and 15% from abroad.", SHARES),
                must("In the poll 58 percent were in favor of the bridge and 47 percent were against it.", SHARES),
                must_not("The choir has 90 singers, 60% of them from Holm, 30% from Tarn and 10% from abroad."),
                must_not("Ticket sales rose 60% in Holm, 30% in Tarn and 15% in Wick."),
                must("Turnout rose from 60 to 45 people.", CHANGE),
                must("Rents rose from 400 to 500 euros, an increase of 40 percent.", CHANGE),
                must("The number of thefts fell by half, from 84 in May to 63 in June.", CHANGE),
                must("The number of thefts doubled, from 40 in May to 63 in June.", CHANGE),
                must_not("The number of thefts fell by half, from 84 in May to 43 in June."),
                must_not("The number of thefts more than doubled, from 40 in May to 93 in June."),
                must_not("Of the guests, 55 percent were students, 30 percent were pensioners and 15 percent were tourists."),
                must_not("Rents rose from 400 to 500 euros, an increase of 25 percent."),
            ),
        )
    ]
