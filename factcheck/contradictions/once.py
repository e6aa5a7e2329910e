"""What happens once, with two dates: "the bridge opened in 1932" and "the bridge was opened in 1936".

The same noun or name with the same verb of beginning or ending; repeatable acts are left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.contradictions import voice
from factcheck.contradictions.keys import Line, lines, stemmer
from factcheck.contradictions.moments import Moment, clash_of, moments
from factcheck.contradictions.negation import negations
from factcheck.contradictions.things import Thing, one, phrase_before, read
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "once-two-dates"
_GAP = 8
_PASSIVE = frozenset(["was", "were", "been", "be", "is", "are", "finally", "officially"])
_BARS = frozenset([",", ";", "and", "but", "after", "before", "until", "when", "to"])
_ELSE = frozenset(["again", "reopened", "second", "planned", "scheduled", "supposed", "expected", "postponed", "delayed"])
_LEADS = frozenset(["in", "on", "at", "since", "early", "late", "around", "back"])
_RESOLVE = "The date in a record or report of the day itself."


@dataclass(frozen=True, slots=True)
class _Event:
    moment: Moment
    line: Line
    extra: frozenset[str]
    thing: Thing


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """The dated events of a claim, under what happened to what."""
    return ctx.once("contradictions.once_facts", lambda: _facts(ctx)).get(claim.id, ())


def _facts(ctx: Context) -> Mapping[str, list[Fact]]:
    out: dict[str, list[Fact]] = {}
    for line in lines(ctx):
        for m in moments(line, ctx):
            first = ctx.tokens.at(m.span[0])
            if m.ranged or not first or (ctx.tokens.lower[first - 1] not in _LEADS and ctx.tokens.lower[first] not in _LEADS):
                continue
            for sort, thing, extra in _events(line, m, first, ctx):
                claim = line.claim_at(m.span)
                value = (thing.words, tuple(sorted((k, str(v)) for k, v in m.parts.items())))
                fact = Fact(f"once|{thing.head}|{sort}", value, (claim.start, claim.end), _Event(m, line, extra, thing))
                out.setdefault(claim.id, []).append(fact)
    return out


def _events(line: Line, m: Moment, first: int, ctx: Context) -> Iterator[tuple[str, Thing, frozenset[str]]]:
    """What a date is told of: a verb with its subject or object before it, or a noun: "the opening of the bridge on Friday"."""
    sorts, lower, make = _sorts(ctx), ctx.tokens.lower, stemmer(ctx)
    lead = first - 1 if lower[first - 1] in _LEADS else first
    for at in range(lead - 1, max(-1, lead - _GAP), -1):
        noun = sorts["nouns"].get(lower[at])
        if noun and lower[at + 1] == "of" and _before_lead(read(at + 2, lead, ctx)) is not None:
            thing = read(at + 2, lead, ctx)
            if thing is not None:
                yield noun, thing, frozenset()
            return
        sort = sorts["verbs"].get(make(lower[at]))
        if sort is None or any(lower[i] in _BARS for i in range(at + 1, first)):
            continue
        if any(n.at == at for n in negations(line, ctx)):
            return
        subject = phrase_before(at, line, ctx)
        thing = read(at + 1, lead, ctx) if sort in sorts["objects"] and lead - at > 1 else None
        if subject is not None and subject.head in sorts["works"] and sort in sorts["starting"]:
            inner = read(subject.first + 2, subject.last + 1, ctx) if subject.limits else None
            if inner is not None:
                yield "ground", inner, frozenset()
        elif thing is not None and thing.definite and lower[at - 1] not in _PASSIVE:
            yield sort, thing, frozenset()
        elif subject is not None and subject.definite:
            yield sort, subject, frozenset(t.stem for t in line.terms if at < t.at < first)
        return
    yield from _happenings(line, lead, ctx)


def _happenings(line: Line, lead: int, ctx: Context) -> Iterator[tuple[str, Thing, frozenset[str]]]:
    """ "the explosion on Wednesday", "an explosion destroyed a bakery on Thursday", "broke ground for the tunnel in 2005"."""
    sorts, lower = _sorts(ctx), ctx.tokens.lower
    low = ctx.tokens.at(line.claims[0].start)
    for at in range(lead - 1, max(low - 1, lead - 2 * _GAP), -1):
        if lower[at] == "ground" and at and lower[at - 1] in ("broke", "broken") and lower[at + 1] in ("for", "on"):
            thing = read(at + 2, lead, ctx)
            if thing is not None:
                yield "ground", thing, frozenset()
            return
        if lower[at] in sorts["happenings"] and (at == lead - 1 or lower[at + 1] in sorts["happening_verbs"]):
            thing = phrase_before(at + 1, line, ctx)
            if thing is not None and not thing.apart:
                yield "event", thing, frozenset()
            return


def _before_lead(thing: Thing | None) -> Thing | None:
    return thing if thing is not None and thing.definite else None


def _sorts(ctx: Context) -> Mapping[str, Mapping[str, str]]:
    """The lexicon: verbs by stem to the sort of event, nouns that name it, and the word lists."""

    def make() -> dict[str, Mapping[str, str]]:
        table, stem = ctx.lexicons["once"], stemmer(ctx)
        verbs = {stem(v): v for v in table["verbs"]} | {stem(w): name for name, words in table["same"].items() for w in words}
        listed = {k: dict.fromkeys(table[k], "") for k in ("objects", "works", "starting", "happenings", "happening_verbs")}
        listed["works"] = dict.fromkeys((stem(w) for w in table["works"]), "")
        return {"verbs": verbs, "nouns": table["nouns"], **listed}

    return ctx.once("contradictions.once_sorts", make)


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """Two dates of one grain that cannot be one."""
    x, y = a.fact.about, b.fact.about
    if not isinstance(x, _Event) or not isinstance(y, _Event) or x.line.number == y.line.number:
        return None
    if clash_of(x.moment, y.moment) != "clash" or (x.extra and y.extra and not x.extra & y.extra) or not one(x.thing, y.thing):
        return None
    later = y if y.line.number > x.line.number else x
    if not later.thing.definite or any(ctx.tokens.lower[i] in _ELSE for e in (x, y) for i in e.line.tokens):
        return None
    return voice.finding(
        "date", a.claim, b.claim, (a.fact.span, b.fact.span), ctx, _RESOLVE, lead="Two dates of what happens once: ", rule=RULE
    )


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Dates of what happens once."""
    return [
        ContradictionDetector(
            id=RULE,
            title="Two dates of what happens once",
            keys=keys,
            compare=compare,
            source="TimeML 1.2.1 (Saurí et al. 2006); Vendler 1957 (achievements); de Marneffe, Rafferty & Manning 2008",
            examples=(
                must("The bridge opened in 1932.\n\nTrains used it.\n\nThe bridge was opened in 1936 by the king.", RULE),
                must_not("The bridge opened in 1932.\n\nTrains used it.\n\nThe tunnel was opened in 1936 by the king."),
                must_not("The bridge opened in 1932.\n\nTrains used it.\n\nThe bridge was opened on May 3."),
            ),
        )
    ]
