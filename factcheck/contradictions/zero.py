"""None against some: "nobody has died", "there were no injuries" against a tally or "a woman died". Leaves other denials alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.contradictions import voice
from factcheck.contradictions.keys import Line, lines, stemmer, stems_of
from factcheck.contradictions.moments import moments
from factcheck.contradictions.postings import standing
from factcheck.contradictions.tallies import Tally, elsewhere, events, tallies
from factcheck.contradictions.two_things import entries
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "none-against-some"
_REACH = 7
_NOBODY = frozenset(["nobody", "none"])
_RESTRICTS = frozenset(["of", "on", "in", "aboard", "inside", "from", "at", "among", "else", "under", "over"])
_LEFT = frozenset(["left", "remaining", "yet", "involving", "related", "linked"])
_RESOLVE = "The register of the day (hospital, coroner, police), and when each of the two was said."


@dataclass(frozen=True, slots=True)
class _Met:
    """What a line says of an event: none met it, or somebody did.

    Args:
        none: whether it says that there was nobody.
        limits: stems of the words that restrict it: "none of the passengers".
        years: years that the line names.
    """

    none: bool
    limits: frozenset[str]
    years: frozenset[int]
    line: Line


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """What a claim says of each event."""
    return ctx.once("contradictions.zero", lambda: _facts(ctx)).get(claim.id, ())


def _facts(ctx: Context) -> Mapping[str, list[Fact]]:
    out: dict[str, list[Fact]] = {}
    nones = [row for line in lines(ctx) for row in _nones(line, ctx)]
    if not nones:
        return out
    wanted = {event for event, _, _ in nones}
    for event, span, met in nones:
        claim = met.line.claim_at(span)
        out.setdefault(claim.id, []).append(Fact(f"none|{event}", ("none",), span, met))
    for event, span, met in (*_tallied(ctx), *(row for line in lines(ctx) for row in _single(line, ctx))):
        if event in wanted:
            claim = met.line.claim_at((span[0], span[0] + 1))
            out.setdefault(claim.id, []).append(Fact(f"none|{event}", ("some", met.line.number), span, met))
    return out


def _years(line: Line, ctx: Context) -> frozenset[int]:
    return frozenset(m.parts["year"] for m in moments(line, ctx) if isinstance(m.parts.get("year"), int))  # type: ignore[misc]


def _stated(line: Line, ctx: Context) -> bool:
    """Whether a line reports what was, on this occasion."""
    unreal = standing("events.unreal", events(ctx).reading["unreal"], ctx, may=False)
    return not elsewhere(line, ctx) and unreal.isdisjoint(line.tokens) and "?" not in line.claims[-1].text


def _nones(line: Line, ctx: Context) -> Iterator[tuple[str, Span, _Met]]:
    """ "nobody was hurt", "no one has died", "no deaths", "there were no casualties"."""
    ev, make, tokens = events(ctx), stemmer(ctx), ctx.tokens
    lower, own = tokens.lower, set(line.tokens)
    if not own & _openers(ctx) or not _stated(line, ctx):
        return
    years = _years(line, ctx)
    for i in line.tokens:
        one = lower[i] in ("no-one",) or lower[i : i + 2] == ["no", "one"]
        nouns = lower[i] == "no" or (lower[i] == "without" and lower[i + 1 : i + 2] in (["any"], ["a"]))
        if not (one or nouns or lower[i] in _NOBODY):
            continue
        limits: list[str] = []
        limited = False
        for at in range(i + 1 + (lower[i : i + 2] == ["no", "one"]), min(i + _REACH + 4, len(lower))):
            word = lower[at]
            if at not in own or not word[0].isalpha():
                break
            if word in _RESTRICTS and not limited:
                limited = True
                continue
            found = _event(word, at, ctx) if not nouns or limited or limits else ev.nouns.get(make(word)) or _both(word, ctx)
            if found or (nouns and not limited and make(word) in ev.nouns):
                event = found or ev.nouns[make(word)]
                if nouns and lower[at + 1 : at + 2] and lower[at + 1] in _RESTRICTS | _LEFT:
                    limits += [make(w) for w in lower[at + 2 : at + 5] if w[0].isalpha() and w not in ("the", "a", "this")] or ["-"]
                    limits += ["-"] if lower[at + 1] in _LEFT else []
                if not nouns and not limits:
                    limits += _place(at + 1, line, ctx)
                span = (tokens.starts[i], tokens.ends[at])
                yield from ((e, span, _Met(True, frozenset(limits), years, line)) for e in event.split())
                break
            if word not in ev.reading["auxiliaries"] and word not in (
                "so",
                "far",
                "further",
                "serious",
                "reports",
                "reported",
                "the",
                "any",
            ):
                limits.append(make(word))
            if word in ("further", "other", "serious", "more", "else"):
                break
            if nouns and len(limits) > 1 and not limited:
                break


def _place(at: int, line: Line, ctx: Context) -> list[str]:
    """Where nobody met it: "nobody was hurt in the lift"; not the mishap itself or its day: "in the crash", "on Monday"."""
    tokens, own = ctx.tokens, set(line.tokens)
    if at not in own or tokens.lower[at] not in _RESTRICTS or tokens.lower[at + 1 : at + 2] != ["the"] or at + 2 not in own:
        return []
    word = tokens.lower[at + 2]
    mishaps = (*ctx.lexicons["once"]["happenings"], *ctx.lexicons["figures"]["reading"]["periods"], "incident", "disaster")
    dated = any(d.kind in ("date", "time") and d.start <= tokens.starts[at + 2] < d.end for d in line.details)
    return [] if dated or word in mishaps else [stemmer(ctx)(word)]


def _openers(ctx: Context) -> frozenset[int]:
    """Where a word stands that can open such a statement."""
    words = _NOBODY | {"no", "no-one", "without"}
    return ctx.once("contradictions.zero_openers", lambda: frozenset(i for i, w in enumerate(ctx.tokens.lower) if w in words))


def _both(word: str, ctx: Context) -> str:
    """Casualties are the dead and the injured."""
    return "killed injured" if stemmer(ctx)(word) == stemmer(ctx)("casualty") else ""


def _event(word: str, at: int, ctx: Context) -> str:
    ev, make = events(ctx), stemmer(ctx)
    if word in ev.states:
        return ev.states[word]
    found = ev.subjects.get(make(word)) or (ev.objects.get(make(word)) if word.endswith(("ed", "n", "t")) else None)
    return found or ""


def _tallied(ctx: Context) -> Iterator[tuple[str, Span, _Met]]:
    for t in tallies(ctx):
        if isinstance(t, Tally) and t.amount.low >= 1 and _stated(t.line, ctx):
            yield t.event, t.span, _Met(False, frozenset(), _years(t.line, ctx), t.line)


def _single(line: Line, ctx: Context) -> Iterator[tuple[str, Span, _Met]]:
    """ "a man in his 80s died on Saturday", "the driver was killed": one person and a report in the past."""
    ev, tokens, make = events(ctx), ctx.tokens, stemmer(ctx)
    lower, own = tokens.lower, set(line.tokens)
    persons = ctx.once("contradictions.zero_persons", lambda: stems_of(ctx, ctx.lexicons["events"]["reading"]["persons"]))
    if not _stated(line, ctx):
        return
    years = _years(line, ctx)
    for i in line.tokens:
        if lower[i] not in ("a", "an", "one", "the") or i + 1 not in own:
            continue
        head = next((at for at in range(i + 1, min(i + 4, len(lower))) if make(lower[at]) in persons), None)
        if head is None:
            continue
        for at in range(head + 1, min(head + _REACH, len(lower))):
            word = lower[at]
            if at not in own or word in (".", ";", ":", "who", "whose", "and", "but", "not", "never"):
                break
            passive = lower[at - 1] in ("was", "were", "been", "is", "also", "seriously", "slightly", "badly")
            died = word in ("died", "drowned", "perished") and ev.subjects.get(make(word))
            harmed = "injured" if word in ev.reading["harmed"] else None
            event = died or (ev.states.get(word) or ev.objects.get(make(word)) or harmed if passive else None)
            if event:
                yield event, (tokens.starts[i], tokens.ends[at]), _Met(False, frozenset(), years, line)
                break


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """None against some on one occasion; a restricted "none of the passengers" needs the same word on the other side."""
    x, y = a.fact.about, b.fact.about
    if not isinstance(x, _Met) or not isinstance(y, _Met) or x.none == y.none or x.line.number == y.line.number:
        return None
    none, some = (x, y) if x.none else (y, x)
    if entries(ctx):
        return None  # a log tells of many accidents: nobody was hurt in one, somebody in the next
    if some.years and some.years != none.years:
        return None
    if none.limits and not none.limits & {t.stem for t in some.line.terms}:
        return None
    return voice.finding(
        "polarity", a.claim, b.claim, (a.fact.span, b.fact.span), ctx, _RESOLVE, lead="Nobody in one place, somebody in the other: ",
        rule=RULE, replaces=True,
    )  # fmt: skip


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """None and some."""
    return [
        ContradictionDetector(
            id=RULE,
            title="Nobody, and somebody",
            keys=keys,
            compare=compare,
            source="Horn 1989, A Natural History of Negation, ch. 4 (none against some); FrameNet 1.7, Death and Cause_harm",
            examples=(
                must("A roofer died when the scaffold fell.\n\nThe owner was not there.\n\nNobody has died, the builder said.", RULE),
                must("Six people were injured in the crash.\n\nThe bus was old.\n\nThere were no injuries, the bus company said.", RULE),
                must_not("Six people were injured in the crash.\n\nNo one on the tram was hurt, the tram company said."),
                must_not("Six people were injured in the crash.\n\nNobody was hurt in the lift, the tram company said."),
                must_not("In 2009 a roofer died there.\n\nNobody died when the scaffold fell on Monday."),
                must_not("Six people were injured in the crash.\n\nNobody was killed, the bus company said."),
            ),
        )
    ]
