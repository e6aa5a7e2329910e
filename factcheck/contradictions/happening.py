"""One happening at two times: "the alarm went off at 3:15 a.m.", "the alarm went off at midnight"; "the pact, signed in May".

Reads verb and participant of the clause in which the time stands. Leaves plans, what recurs and rough hours alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.contradictions import voice
from factcheck.contradictions.clauses import Who, clause_at, same
from factcheck.contradictions.keys import Line, lines, stemmer
from factcheck.contradictions.moments import Moment, clash_of, minutes_apart, moments
from factcheck.contradictions.negation import unreal
from factcheck.contradictions.postings import standing
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "happening-two-times"
_GAP = 9
_CLOSE_MINUTES = 30
_RESOLVE = "A record made at the time: a log, an alarm, an emergency call, a register."


@dataclass(frozen=True, slots=True)
class _Happening:
    """What happened, to or by whom, and when it is said to have been; ``extra`` stands between the two: "in Holm"."""

    who: Who
    moment: Moment
    line: Line
    extra: frozenset[str]


def _table(ctx: Context) -> Mapping[str, list[tuple[str, tuple[str, ...]]]]:
    """Stem of a verb to the sorts and the particles after it."""

    def make() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
        out: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for name, verbs in ctx.lexicons["happenings"]["same"].items():
            for verb in verbs:
                first, *rest = verb.split()
                out.setdefault(stemmer(ctx)(first), []).append((name, tuple(rest)))
        return out

    return ctx.once("contradictions.happenings", make)


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """The timed happenings of a claim, under verb and participant."""
    return ctx.once("contradictions.happening_facts", lambda: _facts(ctx)).get(claim.id, ())


def _facts(ctx: Context) -> Mapping[str, list[Fact]]:
    out: dict[str, list[Fact]] = {}
    again = standing("happening.again", ctx.lexicons["happenings"]["reading"]["again"], ctx)
    for line in lines(ctx):
        found = moments(line, ctx)
        if not found or not again.isdisjoint(line.tokens) or unreal(line, ctx):
            continue
        for m in found:
            if m.ranged:
                continue
            for name, who, extra in _told(line, m, ctx):
                claim = line.claim_at(m.span)
                value = (line.number, tuple(sorted((k, str(v)) for k, v in m.parts.items())))
                out.setdefault(claim.id, []).append(
                    Fact(f"happening|{name}|{who.head}", value, (claim.start, claim.end), _Happening(who, m, line, extra))
                )
    return out


def _told(line: Line, m: Moment, ctx: Context) -> Iterator[tuple[str, Who, frozenset[str]]]:
    """The verb before a time, in the same clause, with its object or else its subject."""
    lower, stem, bars = ctx.tokens.lower, stemmer(ctx), ctx.lexicons["happenings"]["reading"]["bars"]
    first, low = ctx.tokens.at(m.span[0]), ctx.tokens.at(line.claims[0].start)
    for at in range(first - 1, max(low, first - _GAP) - 1, -1):
        if lower[at] in bars and at < first - 2:
            return
        for name, rest in _table(ctx).get(stem(lower[at]), ()):
            if tuple(lower[at + 1 : at + 1 + len(rest)]) != rest:
                continue
            clause = clause_at(at, at + len(rest), line, ctx)
            reduced = at > low and lower[at - 1] == ","
            who = None if clause is None or clause.negated else (clause.subject if reduced else clause.object or clause.subject)
            if who is not None and who.definite and not who.part:
                yield name, who, frozenset(t.stem for t in line.terms if at + len(rest) < t.at < first)
                return


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """Two times of one grain that cannot be one."""
    x, y = a.fact.about, b.fact.about
    if not isinstance(x, _Happening) or not isinstance(y, _Happening) or x.line.number == y.line.number:
        return None
    if clash_of(x.moment, y.moment) != "clash" or _near(x.moment, y.moment) or not same(x.who, y.who, ctx):
        return None
    if x.extra and y.extra and not x.extra & y.extra:
        return None
    if any(clash_of(m, n) == "same" for m in moments(x.line, ctx) for n in moments(y.line, ctx) if set(m.parts) == set(x.moment.parts)):
        return None
    return voice.finding(
        "date", a.claim, b.claim, (a.fact.span, b.fact.span), ctx, _RESOLVE, lead="Two times of one happening: ", rule=RULE
    )


def _near(a: Moment, b: Moment) -> bool:
    """Whether two clock times are one for people who looked at two clocks."""
    gap = minutes_apart(a, b)
    return gap is not None and gap < _CLOSE_MINUTES


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Times of happenings."""
    return [
        ContradictionDetector(
            id=RULE,
            title="One happening, two times",
            keys=keys,
            compare=compare,
            source="TimeML 1.2.1 (Saurí et al. 2006); Vendler 1957 (achievements)",
            examples=(
                must("The siren went off at 2:10 a.m.\n\nIt rained.\n\nThe siren had gone off at 4:45 a.m., neighbors said.", RULE),
                must("The pact was signed in March.\n\nIt rained.\n\nThe pact, signed in May, runs for ten years.", RULE),
                must_not("The siren went off at 2:10 a.m.\n\nIt rained.\n\nThe siren went off at 2:20 a.m."),
                must_not("The siren in Holm went off at 2:10 a.m.\n\nIt rained.\n\nThe siren in Varn went off at 4:45 a.m."),
                must_not("The pact was signed in March.\n\nIt rained.\n\nThe second pact was signed in May."),
                must_not("The bus arrived in Holm at 8:10 a.m.\n\nIt rained.\n\nThe bus arrived in Varn at 10:30 a.m."),
                must_not("The pact was signed in March.\n\nIt rained.\n\nThe pact ends in May."),
            ),
        )
    ]
