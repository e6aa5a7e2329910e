"""What happens once, with two dates: "the bridge opened in 1932" and "the bridge was opened in 1936". Years in office, too.

The same noun or name with the same verb of beginning or ending; repeatable acts are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from factcheck.contradictions import voice
from factcheck.contradictions.amounts import amounts
from factcheck.contradictions.keys import Line, line_of, lines, sentence_of, stemmer, stems_of
from factcheck.contradictions.moments import Moment, clash_of, moments
from factcheck.contradictions.negation import negations
from factcheck.contradictions.voice import quote
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE, SPAN = "once-two-dates", "duration-from-to"
_GAP = 8
_YEARS = re.compile(
    r"\b(?:from\s+|between\s+)?(?P<a>1[89]\d\d|20\d\d)\s?(?:to|until|till|and|-|–|—)\s?(?P<b>1[89]\d\d|20\d\d)\b", re.IGNORECASE
)
_AUX = frozenset(["was", "were", "had", "has", "been", "be", "is", "are", "first", "officially", "finally", "itself"])
_LEADS = frozenset(["in", "on", "at", "since", "early", "late", "around", "back"])
_RESOLVE = "The date in a record or report of the day itself."


@dataclass(frozen=True, slots=True)
class _Event:
    moment: Moment
    line: Line
    extra: frozenset[str]


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """The dated events of a claim, under subject and verb."""
    return ctx.once("contradictions.once_facts", lambda: _facts(ctx)).get(claim.id, ())


def _facts(ctx: Context) -> Mapping[str, list[Fact]]:
    verbs = ctx.once("contradictions.once_verbs", lambda: stems_of(ctx, ctx.lexicons["once"]["verbs"]))
    lower, make = ctx.tokens.lower, stemmer(ctx)
    out: dict[str, list[Fact]] = {}
    for line in lines(ctx):
        for m in moments(line, ctx):
            first = ctx.tokens.at(m.span[0])
            at = next((i for i in range(first - 1, max(-1, first - _GAP), -1) if make(lower[i]) in verbs), None)
            if at is None or m.ranged or (lower[first - 1] not in _LEADS and lower[first] not in _LEADS):
                continue
            if any(lower[i] in (",", ";", "and", "but", "after", "before", "until", "when", "to") for i in range(at + 1, first)):
                continue
            subject = _subject(line, at, ctx)
            if not subject or any(n.at == at for n in negations(line, ctx)):
                continue
            claim = line.claim_at(m.span)
            extra = frozenset(t.stem for t in line.terms if at < t.at < first)
            value = tuple(sorted((k, str(v)) for k, v in m.parts.items()))
            out.setdefault(claim.id, []).append(
                Fact(f"once|{subject}|{make(lower[at])}", value, (claim.start, claim.end), _Event(m, line, extra))
            )
    return out


def _subject(line: Line, verb: int, ctx: Context) -> str:
    """The noun right before the verb, with "the" or a name before it; "" where a clause or an indefinite noun stands there."""
    lower, words = ctx.tokens.lower, ctx.tokens.words
    at = verb - 1
    while at >= 0 and lower[at] in _AUX:
        at -= 1
    if at < 1 or not lower[at][0].isalpha() or not any(t.at == at for t in line.terms):
        return ""
    low = at
    while low > 0 and at - low < 3 and lower[low - 1][0].isalpha() and any(t.at == low - 1 for t in line.terms):
        low -= 1
    definite = lower[low - 1] in ("the", "this", "its", "his", "her", "their") or words[at][0].isupper()
    return " ".join(stemmer(ctx)(lower[i]) for i in range(low, at + 1)) if definite else ""


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """Two dates of one grain that cannot be one."""
    x, y = a.fact.about, b.fact.about
    if not isinstance(x, _Event) or not isinstance(y, _Event) or x.line.number == y.line.number:
        return None
    if clash_of(x.moment, y.moment) != "clash" or (x.extra and y.extra and not x.extra & y.extra):
        return None
    return voice.finding(
        "date", a.claim, b.claim, (a.fact.span, b.fact.span), ctx, _RESOLVE, lead="Two dates of what happens once: ", rule=RULE
    )


def check(claim: Claim, ctx: Context) -> Iterable[Finding]:
    """ "for 12 years, from 1990 to 2005": a duration next to its first and last year."""
    line = line_of(ctx).get(claim.sentence)
    spans = list(_YEARS.finditer(claim.text)) if line is not None else []
    if line is None or len(spans) != 1:
        return
    m = spans[0]
    start, _ = sentence_of(line.number, ctx)
    told = [a for a in amounts(line, ctx) if a.kind == "duration" and (a.value.unit or "").startswith("year") and not a.value.approx]
    told = [a for a in told if claim.start <= a.span[0] < claim.end and a.value.high is None]
    if len(told) != 1 or start < 0:
        return
    a = told[0]
    between = ctx.article.text[a.span[1] : claim.start + m.start()] if a.span[0] < claim.start + m.start() else ""
    years = int(m["b"]) - int(m["a"])
    led = ctx.tokens.lower[a.first - 1] in ("for", "spent", "lasted") if a.first else False
    if led and len(between) <= _CLOSE and "." not in between and between and years > 0 and abs(a.low - years) > 1:
        span = (a.span[0], claim.start + m.end())
        text = f"From {m['a']} to {m['b']} is {years} years, not what {quote(ctx, span)} says."
        yield Finding("calendar", "conflict", (span,), text, "The first and the last day, from a record.", "claim", SPAN)


_CLOSE = 30


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Dates of what happens once."""
    return [
        ContradictionDetector(
            id=RULE,
            title="Two dates of what happens once",
            keys=keys,
            compare=compare,
            check=check,
            source="TimeML 1.2.1 (Saurí et al. 2006); Vendler 1957 (achievements); de Marneffe, Rafferty & Manning 2008",
            examples=(
                must("The bridge opened in 1932.\n\nTrains used it.\n\nThe bridge was opened in 1936 by the king.", RULE),
                must("She led the choir for 12 years, from 1990 to 2005.", SPAN),
                must_not("The bridge opened in 1932.\n\nTrains used it.\n\nThe tunnel was opened in 1936 by the king."),
                must_not("The bridge opened in 1932.\n\nTrains used it.\n\nThe bridge was opened on May 3."),
                must_not("She led the choir for 15 years, from 1990 to 2005."),
            ),
        )
    ]
