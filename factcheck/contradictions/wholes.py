"""Comparisons, lists and changes that the next sentence tells: "40 percent more than", "three suspects: A, B, C, D".

Recomputes what is on the page; never brings in a figure from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from factcheck.contradictions.amounts import Amount, amounts
from factcheck.contradictions.arithmetic import moves
from factcheck.contradictions.clashes import Clash, keyed, told
from factcheck.contradictions.keys import Line, line_of, lines, sentence_of
from factcheck.contradictions.sums import whole_of
from factcheck.contradictions.voice import quote
from factcheck.model.claim import Claim
from factcheck.model.patterns import compiled
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

MORE, LIST, NEXT = "percent-more-than", "list-and-count", "change-told-next"
_MOST_PARTS = 8
_ROOM = 3.0
_NEAR = 4
_MORE = {"more": 1, "higher": 1, "larger": 1, "bigger": 1, "fewer": -1, "less": -1, "lower": -1, "smaller": -1}
_UP = compiled(r"\b(?:rose|risen|grew|grown|climbed|increased|jumped|was\s+up|were\s+up)\b[^.;]{0,30}\Z", re.IGNORECASE)
_DOWN = compiled(r"\b(?:fell|fallen|dropped|declined|decreased|shrank|was\s+down|were\s+down)\b[^.;]{0,30}\Z", re.IGNORECASE)
_FROM_TO = compiled(r"\s*,?\s*from\s+\Z", re.IGNORECASE)
_BY_TO = compiled(r"\s+to\s+(?:just\s+|about\s+)?\Z", re.IGNORECASE)
_CHANGE = compiled(r"\b(?:an?|the)\s+(?:increase|rise|gain|jump|growth|drop|fall|decline|decrease|cut|loss)\s+of\s+\Z", re.IGNORECASE)
_OF_ALL = compiled(r"\s+of\s+(?:all|the|all\s+the)\s+(?P<noun>[a-z]+)", re.IGNORECASE)
_NAME = r"(?:[A-Z][\w’'-]+(?:\s+(?:of|de|van|von|al|[A-Z][\w’'.-]+)){0,4})"
_LISTED = compiled(
    rf"\s*(?::|—|–|,\s+in)\s+(?P<list>{_NAME}(?:,\s+{_NAME}){{1,9}},?\s+and\s+{_NAME})(?=\s*(?:[.;)]|,\s+(?:said|who|all|the|were|were)\b|$))"
)
_SEPARATOR = compiled(r",?\s+and\s+|,\s+")
_RESOLVE = "The counts themselves, from whoever made them; add them up."


def _plain(a: Amount) -> bool:
    return a.kind in ("number", "quantity") and not a.value.approx and a.value.high is None and a.low == int(a.low)


def _exact(a: Amount) -> bool:
    return not a.value.approx and a.value.high is None and a.low > 0


def check(claim: Claim, ctx: Context) -> Iterable[Finding]:
    """What adding up a sentence shows; a sentence speaks with the claim that holds its first number."""
    line = line_of(ctx).get(claim.sentence)
    found = amounts(line, ctx) if line is not None else ()
    if line is None or not found or not claim.start <= found[0].span[0] < claim.end:
        return
    yield from _more(found, ctx)
    yield from _lists(found, line, ctx)


def _more(found: Sequence[Amount], ctx: Context) -> Iterator[Finding]:
    """ "14,000, 40 percent more than the 9,000"; "rose 20 percent to 900, from 600"."""
    lower, text = ctx.tokens.lower, ctx.article.text
    for a, share, b in zip(found, found[1:], found[2:], strict=False):
        words = lower[share.last + 1 : b.first]
        than = share.kind == "percent" and words[1:2] == ["than"] and words[0] in _MORE and len(words) <= _NEAR
        if than and share.first - a.last <= _NEAR + 2 and _alike(a, b):
            yield from _wrong(a, b, share, _MORE[words[0]], ctx)
    for share, new, old in zip(found, found[1:], found[2:], strict=False):
        if share.kind != "percent" or not _alike(new, old):
            continue
        starts, ends = ctx.tokens.starts, ctx.tokens.ends
        way = 1 if _UP.search(text[max(0, share.span[0] - 60) : share.span[0]]) else -1
        if way < 0 and not _DOWN.search(text[max(0, share.span[0] - 60) : share.span[0]]):
            continue
        if _BY_TO.fullmatch(text[ends[share.last] : starts[new.first]]) and _FROM_TO.search(text[new.span[1] : starts[old.first]]):
            yield from _wrong(new, old, share, way, ctx)


def _alike(a: Amount, b: Amount) -> bool:
    """Two exact amounts of one kind."""
    money = "money" in (a.kind, b.kind)
    same = (
        a.kind == b.kind and a.value.unit == b.value.unit
        if money
        else a.kind in ("number", "quantity") and b.kind in ("number", "quantity")
    )
    return same and _exact(a) and _exact(b)


def _wrong(new: Amount, old: Amount, share: Amount, way: int, ctx: Context) -> Iterator[Finding]:
    real = 100 * (new.low - old.low) / old.low
    if share.value.high is None and abs(real - way * share.low) > max(_ROOM, 0.12 * share.low):
        span = (min(new.span[0], share.span[0]), old.span[1])
        word = "more" if real > 0 else "less"
        text = f"{new.low:,.10g} is {abs(real):.0f} percent {word} than {old.low:,.10g}, not what {quote(ctx, span)} says."
        yield Finding("arithmetic", "conflict", (span,), text, "The two figures; recompute the percentage.", "claim", MORE)


def _lists(found: Sequence[Amount], line: Line, ctx: Context) -> Iterator[Finding]:
    """ "three suspects: A, B, C and D"; "closed four schools, in Holm, Tarn and Wick"."""
    _, end = sentence_of(line.number, ctx)
    for a in found:
        if not _plain(a) or a.low > 2 * _MOST_PARTS or not a.words:
            continue
        m = _LISTED.match(ctx.article.text, a.span[1], end)
        if m is None or (":" not in ctx.article.text[a.span[1] : m.start("list")] and a.low < 2):
            continue
        names = _SEPARATOR.split(m["list"])
        if len(names) != a.low and " and " not in m["list"].rsplit(",", 1)[0]:
            span = (a.span[0], m.end("list"))
            text = f"{quote(ctx, span)} lists {len(names)}, not {a.low:,.10g}."
            yield Finding("arithmetic", "conflict", (span,), text, "A list of all that are counted.", "claim", LIST)


def find_next(ctx: Context) -> Iterable[Clash]:
    """ "rents rose from 800 to 1,000. That is an increase of 20 percent": the change in the same sentence or the next one."""
    text = ctx.article.text
    for line in lines(ctx):
        move = next(iter(moves(amounts(line, ctx), ctx)), None)
        after = line_of(ctx).get(line.number + 1)
        if move is None or after is None or not move.start:
            continue
        shares = [s for s in amounts(after, ctx) if s.kind == "percent"]
        if len(shares) != 1 or not _CHANGE.search(text[max(0, shares[0].span[0] - 30) : shares[0].span[0]]) or not _exact(shares[0]):
            continue
        share, points = shares[0], abs(move.end - move.start)
        real = 100 * points / move.start
        if move.kind == "percent" and ("point" in text[share.span[0] : share.span[1] + 8].lower() or points != share.low):
            continue
        if abs(real - share.low) > max(_ROOM, 0.12 * share.low):
            unit = " (points are no percent)" if move.kind == "percent" else ""
            lead = f"From {move.start:,.10g} to {move.end:,.10g} is {real:.0f} percent{unit}: "
            first, last = line.claim_at((move.span[0], move.span[0] + 1)), after.claim_at(share.span)
            yield Clash(first, last, move.span, share.span, lead, "The two figures; recompute the percentage.")


def find_share(ctx: Context) -> Iterable[Clash]:
    """ "of the 640 pupils, 160 come by bicycle. That 40 percent of all pupils cycle …": part, whole and the share of the next sentence."""
    text = ctx.article.text
    for line in lines(ctx):
        found, after = amounts(line, ctx), line_of(ctx).get(line.number + 1)
        whole, part = whole_of(line, ctx) if len(found) == 2 else (None, None)
        shares = [s for s in amounts(after, ctx) if s.kind == "percent"] if after is not None else []
        if whole is None or part is None or after is None or len(shares) != 1 or after.block != line.block:
            continue
        share = shares[0]
        m = _OF_ALL.match(text, ctx.tokens.ends[share.last])
        if m is None or m["noun"].lower() not in (*whole.words, whole.noun) or not _exact(share):
            continue
        real = 100 * part.low / whole.low
        if abs(real - share.low) > _ROOM:
            spans = sorted((whole.span, part.span))
            lead = f"{part.low:,.10g} of {whole.low:,.10g} is {real:.0f} percent: "
            first, last = line.claim_at((spans[0][0], spans[0][0] + 1)), after.claim_at(share.span)
            yield Clash(first, last, (spans[0][0], spans[1][1]), share.span, lead, "The two counts; recompute the percentage.")


def find_told(ctx: Context) -> Iterable[Clash]:
    """Changes and shares that the next sentence tells."""
    yield from find_next(ctx)
    yield from find_share(ctx)


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """One key for each change told in the next sentence."""
    return keyed(NEXT, find_told, claim, ctx)


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """The change and its percentage."""
    return told("arithmetic", NEXT, a, ctx)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Wholes, comparisons, lists."""
    return [
        ContradictionDetector(
            id="wholes",
            title="Comparison and list",
            keys=keys,
            compare=compare,
            check=check,
            source="Cohn & Cope, Numbers in the Newsroom (IRE, 2nd ed. 2014): add up what belongs together; percent and points",
            examples=(
                must("The choir sold 14,000 tickets this year, 40 percent more than the 9,000 it sold last year.", MORE),
                must("Police arrested three suspects: Ola Brun, Dirk Fass, Hanne Loos and Piet Mool.", LIST),
                must("Rents rose from 800 to 1,000 crowns a month. For many tenants it was an increase of 40 percent.", NEXT),
                must_not("The choir sold 12,600 tickets this year, 40 percent more than the 9,000 it sold last year."),
                must_not("Membership rose 50 percent to 900, from 600 a year earlier."),
                must_not("Police arrested five suspects, among them Ola Brun, Dirk Fass and Hanne Loos."),
                must_not("Rents rose from 800 to 1,000 crowns a month. That is an increase of 25 percent."),
            ),
        )
    ]
