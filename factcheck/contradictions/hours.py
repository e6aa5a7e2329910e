"""A duration against its first and last hour: "from 9 to 11 a.m. … three hours". Silent where zones, days or breaks may explain it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.contradictions.amounts import Amount, amounts
from factcheck.contradictions.clashes import Clash, keyed, told
from factcheck.contradictions.keys import Line, line_of, lines, sentence_of
from factcheck.contradictions.voice import quote
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "duration-and-times"
_DAY = 24 * 60
_ROOM = 30
"""Minutes that a rounded duration may be off."""
_LONGEST = 14 * 60
_BETWEEN = compiled(r"[^.;]{0,60}?\b(?:to|until|till|and\s+(?:ended|finished|closed|stopped|left))\b[^.;]{0,25}|\s?[-–—]\s?", re.IGNORECASE)
_STARTS = compiled(r"\b(?:from|between|began|begun|started|starting|opened|ran)\b[^.;]{0,25}\Z", re.IGNORECASE)
_OTHERWISE = compiled(
    r"\b(?:local\s+time|time\s+zone|(?<!without a )(?<!without an )(?:break|interval|pause)|"
    r"each|every|daily|landed|next\s+(?:day|morning)|following|GMT|UTC|earlier|later|ago|"
    r"first|last|another|more|after\s+(?:about|only)|days?|nights?|weeks?|before|within)\b",
    re.IGNORECASE,
)
_RESOLVE = "When it began and when it ended, from a log, programme or witness."


@dataclass(frozen=True, slots=True)
class _Stretch:
    minutes: int
    span: Span
    line: Line


def _minutes(time: str) -> int:
    hour, _, minute = time.partition(":")
    return int(hour) * 60 + int(minute[:2] or 0)


def _stretch(line: Line, ctx: Context) -> _Stretch | None:
    """The only stretch "from … to …" of a line."""
    times = [d for d in line.details if d.kind == "time" and d.value is not None and d.value.time]
    if len(times) != 2:
        return None
    a, b = times
    text = ctx.article.text
    start, _ = sentence_of(line.number, ctx)
    if not _BETWEEN.fullmatch(text[a.end : b.start]) or not _STARTS.search(text[max(start, a.start - 50) : a.start]):
        return None
    first, last = (_minutes(d.value.time) for d in times if d.value is not None and d.value.time)
    minutes = (last - first) % _DAY
    if minutes > _LONGEST and (last - first) % (_DAY // 2) <= _LONGEST:
        return None
    return _Stretch(minutes, (a.start, b.end), line)


def _told(line: Line, ctx: Context) -> Iterator[tuple[Amount, float]]:
    sizes = {"hour": 60.0, "minute": 1.0}
    for a in amounts(line, ctx):
        unit = (a.value.unit or "").removesuffix("s")
        if a.kind == "duration" and unit in sizes and not a.value.approx and a.value.high is None:
            yield a, a.low * sizes[unit]


def find(ctx: Context) -> Iterable[Clash]:
    """A stretch and the duration that is told of it, in its own sentence or the next one."""
    for line in lines(ctx):
        stretch = _stretch(line, ctx)
        if stretch is None or _off(line, ctx):
            continue
        after = line_of(ctx).get(line.number + 1)
        for other in (line, after):
            found = [] if other is None or _off(other, ctx) else list(_told(other, ctx))
            if other is None or len(found) != 1:
                continue
            a, minutes = found[0]
            if abs(minutes - stretch.minutes) > _ROOM:
                x, y = line.claim_at(stretch.span), other.claim_at((a.span[0], a.span[0] + 1))
                lead = f"That is {_spelled(stretch.minutes)}: "
                rows = sorted(((x, stretch.span), (y, a.span)), key=lambda r: r[1])
                yield Clash(rows[0][0], rows[1][0], rows[0][1], rows[1][1], lead, _RESOLVE)
            break


def _off(line: Line, ctx: Context) -> bool:
    return _OTHERWISE.search(ctx.article.text, *sentence_of(line.number, ctx)) is not None


def _spelled(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    told_ = [f"{hours} hour{'s' * (hours != 1)}"] if hours else []
    return " and ".join([*told_, *([f"{rest} minutes"] if rest else [])])


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """One key for each clash that the claim is part of."""
    return keyed(RULE, find, claim, ctx)


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """The clash that brought the two together."""
    return told("date", RULE, a, ctx) if a.claim.id != b.claim.id else None


def check(claim: Claim, ctx: Context) -> Iterable[Finding]:
    """Times and duration inside one claim."""
    for fact in keys(claim, ctx):
        clash = fact.about
        if isinstance(clash, Clash) and clash.a.id == clash.b.id and fact.value == 0:
            span = (min(clash.span_a[0], clash.span_b[0]), max(clash.span_a[1], clash.span_b[1]))
            yield Finding("date", "conflict", (span,), f"{clash.lead}{quote(ctx, span)}.", clash.resolve, "claim", RULE)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Hours counted."""
    return [
        ContradictionDetector(
            id=RULE,
            title="Duration and hours",
            keys=keys,
            compare=compare,
            check=check,
            source="TimeML 1.2.1 (Saurí et al. 2006), DURATION with begin and end points; house rule: count every duration",
            examples=(
                must("The council met from 9 a.m. to 11 a.m. on Friday and talked for three hours.", RULE),
                must("The three-hour meeting began at 9 a.m. and ended at 11 a.m.", RULE),
                must_not("The council met from 9 a.m. to noon on Friday and talked for three hours."),
                must_not("The council met from 9 a.m. to 11 a.m. It had talked for three hours the week before."),
            ),
        )
    ]
