"""One place under the control of two sides. Reads holders and places as they are named; never decides who holds what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from factcheck.contradictions import voice
from factcheck.contradictions.keys import line_of, lines, stemmer
from factcheck.contradictions.moments import clash_of, moments
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "two-holders"
_WORD = compiled(r"[\w’'-]+")
_NAME = r"(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Za-z][\w’'-]*){0,3}?"
_COMMON = frozenset(["under", "by", "in", "to", "of", "over", "with", "has", "had", "have"])
_STOP = frozenset(["the", "a", "an", "of", "in", "over", "and", "its", "their", "this", "that", "is", "now", "fully", "including"])


@dataclass(frozen=True, slots=True)
class _Held:
    """Who holds what: words of the holder and of the place, in lower case."""

    holder: frozenset[str]
    place: frozenset[str]
    late: bool


def _held(ctx: Context) -> re.Pattern[str]:
    def make() -> re.Pattern[str]:
        rows = [
            re.escape(p).replace(r"\ ", r"\s+").replace(r"\{\}", rf"(?P<h{n}>{_NAME})")
            for n, p in enumerate(ctx.lexicons["opposites"]["control"]["held"])
        ]
        return compiled(
            rf"(?P<place>[^.;:]{{3,80}}?)\s+(?:is|are|was|were|remains?|has\s+been|had\s+been|have\s+been|has|have|had)?\s*(?:now\s+|fully\s+|completely\s+|still\s+|again\s+|back\s+|firmly\s+)*(?:{'|'.join(rows)})(?=[\s.,;]|$)"
        )

    return ctx.once("contradictions.held", make)


def _holding(ctx: Context) -> re.Pattern[str]:
    def make() -> re.Pattern[str]:
        verbs = sorted(ctx.lexicons["opposites"]["control"]["holding"], key=len, reverse=True)
        spaced = "|".join(re.escape(v).replace(r"\ ", r"\s+") for v in verbs)
        return compiled(
            rf"(?P<holder>[A-Z][^.;:]{{2,60}}?)\s+(?:(?:has|have|had|now|again|fully|is|are)\s+){{0,3}}(?P<verb>{spaced})\s+(?P<place>[^.;:]{{2,80}})"
        )

    return ctx.once("contradictions.holding", make)


def _tokens(text: str) -> frozenset[str]:
    return frozenset(w.lower().removesuffix("'s").removesuffix("’s") for w in _WORD.findall(text)) - _STOP


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """Who holds what, by the claim's words."""
    return ctx.once("contradictions.control", lambda: _facts(ctx)).get(claim.id, ())


def _facts(ctx: Context) -> Mapping[str, list[Fact]]:
    out: dict[str, list[Fact]] = {}
    control = ctx.lexicons["opposites"]["control"]
    makes = stemmer(ctx)
    places = {makes(p) for p in control["places"]}
    triggers = {w for p in (*control["held"], *control["holding"]) for w in _WORD.findall(p)} - _COMMON
    for line in lines(ctx):
        for claim in line.claims:
            if not triggers & set(_WORD.findall(claim.text)):
                continue
            for text_pattern in (_held(ctx), _holding(ctx)):
                m = text_pattern.search(claim.text[:400])
                if m is None:
                    continue
                groups = m.groupdict()
                holder = groups.get("holder") or next((v for k, v in groups.items() if k.startswith("h") and k[1:].isdigit() and v), "")
                place = _tokens(m["place"])
                if not holder or not any(makes(w) in places for w in place):
                    continue
                late = not set(control["later"]).isdisjoint(_WORD.findall(claim.text))
                held = _Held(_tokens(holder), place, late)
                out.setdefault(claim.id, []).append(
                    Fact("control", (tuple(sorted(held.holder)), tuple(sorted(place))), (claim.start, claim.end), held)
                )
                break
    return out


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """Two holders that share no word, of places that share one, or where one is only called "the positions"."""
    x, y = a.fact.about, b.fact.about
    if not isinstance(x, _Held) or not isinstance(y, _Held) or x.holder & y.holder or a.claim.id == b.claim.id:
        return None
    loose = set(ctx.lexicons["opposites"]["control"]["loose"])
    if not ((x.place & y.place) - loose) and not (y.place & loose and y.late) and not (x.place & loose and x.late):
        return None
    if _other_day(a.claim, b.claim, ctx):
        return None
    return voice.finding(
        "opposite",
        a.claim,
        b.claim,
        (a.fact.span, b.fact.span),
        ctx,
        "Who held the place at which hour; each statement's own date and time.",
        lead="Two sides hold it: ",
        rule=RULE,
        replaces=y.late,
    )


def _other_day(a: Claim, b: Claim, ctx: Context) -> bool:
    """Whether both name a day, and not the same: taken on one, retaken on the other."""
    known = line_of(ctx)
    left, right = (moments(known[c.sentence], ctx) if c.sentence in known else () for c in (a, b))
    days = [[m for m in found if "time" not in m.parts] for found in (left, right)]
    return bool(days[0] and days[1]) and not any(clash_of(m, n) == "same" for m in days[0] for n in days[1])


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Who holds a place."""
    return [
        ContradictionDetector(
            id=RULE,
            title="Two sides hold one place",
            keys=keys,
            compare=compare,
            source="FrameNet 1.7, Being_in_control and Conquering",
            examples=(
                must(
                    "The bridge is now under Varn control.\n\nThe town slept.\n\nThe Ostic army has regained control over the bridge.", RULE
                ),
                must_not("The Varn army seized the bridge on Sunday.\n\nThe town slept.\n\nOn Tuesday the Ostic army retook the bridge."),
                must_not("The bridge is now under Varn control.\n\nThe Ostic army captured the village of Melk."),
            ),
        )
    ]
