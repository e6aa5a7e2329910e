"""A value that a correction takes back: "An earlier version gave the height as 40 meters. It is 30." Against the place that still has it.

Silent where the article has been mended; reports what is superseded, accuses nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.contradictions import voice
from factcheck.contradictions.amounts import Amount, amounts
from factcheck.contradictions.clashes import Clash, keyed
from factcheck.contradictions.keys import Line, line_of, lines, sentence_of
from factcheck.contradictions.moments import Moment, moments
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.patterns import compiled
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "corrected-value"
EARLIER = compiled(
    r"\b(?:earlier|previous|original|first|initial)\s+(?:version|entry|post|report|story|article|headline|update|item|edition|caption|figure|statement)s?\b"
    r"|\b(?:incorrectly|wrongly|mistakenly|erroneously|misstated|misreported|originally\s+(?:said|stated|gave|reported)|we\s+(?:said|wrote|reported|stated)|previously\s+(?:said|stated|reported))\b",
    re.IGNORECASE,
)
_INSTEAD = compiled(r",?\s+(?:not|instead of|rather than)\s+$", re.IGNORECASE)
_RESOLVE = "The source of the corrected value; then every place that still has the old one."


def find(ctx: Context) -> Iterable[Clash]:
    """Every place that still has a value which a correction takes back."""
    for line in lines(ctx):
        start, end = sentence_of(line.number, ctx)
        m = EARLIER.search(ctx.article.text, start, end)
        if m is None:
            continue
        new = _corrected(line, m.start(), ctx)
        for a in amounts(line, ctx):
            if a.span[0] > m.start() and not _instead(a.span[0], ctx):
                yield from _stale(line, a, new, ctx)
                break
        else:
            for moment in moments(line, ctx):
                if moment.span[0] > m.start():
                    yield from _stale_date(line, moment, new, ctx)
                    break


def _instead(at: int, ctx: Context) -> bool:
    return _INSTEAD.search(ctx.article.text, max(0, at - 14), at) is not None


def _corrected(line: Line, at: int, ctx: Context) -> tuple[Claim, Span]:
    """The sentence that has the right value: the next one of the paragraph, or else the same."""
    after = line_of(ctx).get(line.number + 1)
    if after is not None and after.block == line.block and (amounts(after, ctx) or moments(after, ctx)):
        claim = after.claims[0]
        return claim, (claim.start, claim.end)
    claim = line.claim_at((at, at + 1))
    return claim, (claim.start, claim.end)


def _stale(line: Line, old: Amount, new: tuple[Claim, Span], ctx: Context) -> Iterable[Clash]:
    for other in lines(ctx):
        if other.block == line.block:
            continue
        for a in amounts(other, ctx):
            alike = (a.value.number, a.value.high, (a.value.unit or a.noun)) == (
                old.value.number,
                old.value.high,
                (old.value.unit or old.noun),
            )
            if alike and a.kind == old.kind:
                yield _clash(other.claim_at((a.span[0], a.span[0] + 1)), a.span, new)
                return


def _stale_date(line: Line, old: Moment, new: tuple[Claim, Span], ctx: Context) -> Iterable[Clash]:
    for other in lines(ctx):
        for m in moments(other, ctx) if other.block != line.block else ():
            if m.parts == old.parts:
                yield _clash(other.claim_at(m.span), m.span, new)
                return


def _clash(claim: Claim, span: Span, new: tuple[Claim, Span]) -> Clash:
    a, b = sorted(((claim, span), new), key=lambda row: row[1])
    return Clash(a[0], b[0], a[1], b[1], "A correction takes this back: ", _RESOLVE)


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """One key for each value that is taken back."""
    return keyed(RULE, find, claim, ctx)


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """What is superseded."""
    clash = a.fact.about
    if not isinstance(clash, Clash):
        return None
    text = voice.against(clash.a, clash.b, (clash.span_a, clash.span_b), ctx, clash.lead)
    where = voice.scope(clash.a, clash.b, ctx)
    return Finding("quantity", "superseded", (clash.span_a, clash.span_b), text[0].upper() + text[1:], clash.resolve, where, RULE)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Corrections."""
    return [
        ContradictionDetector(
            id=RULE,
            title="Taken back by a correction",
            keys=keys,
            compare=compare,
            source="Craig Silverman, Regret the Error (2007), on corrections; house rule: a correction is carried out in the whole article",
            examples=(
                must(
                    "The tower is 40 meters high, the city says.\n\nIt opens in May.\n\nCORRECTION: An earlier version of this article "
                    "gave the height of the tower as 40 meters. It is 30 meters.",
                    RULE,
                ),
                must_not(
                    "The tower is 30 meters high, the city says.\n\nIt opens in May.\n\nCORRECTION: An earlier version of this article "
                    "gave the height of the tower as 40 meters. It is 30 meters."
                ),
            ),
        )
    ]
