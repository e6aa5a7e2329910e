"""A party that admits, against the same party that has not acknowledged. Never reads silence as a denial."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.contradictions import voice
from factcheck.contradictions.keys import Line, lines, sentence_of, stems_of
from factcheck.contradictions.negation import negations
from factcheck.contradictions.postings import stemming
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "admitted-not-acknowledged"
_NAME = compiled(r"(?:[A-Z]\.)+|[A-Z][\w’'-]+")
_LEFT = 8


@dataclass(frozen=True, slots=True)
class _Said:
    """Who admits or does not: names as written, the words of the matter, the span."""

    who: frozenset[str]
    matter: frozenset[str]
    span: Span


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """Admissions and their negations, each under the names of the party."""
    return ctx.once("contradictions.admissions", lambda: _facts(ctx)).get(claim.id, ())


def _facts(ctx: Context) -> Mapping[str, list[Fact]]:
    verbs = stemming("denial.admit", stems_of(ctx, ctx.lexicons["denial"]["admit"]), ctx)
    out: dict[str, list[Fact]] = {}
    for line in lines(ctx):
        negated = {n.at for n in negations(line, ctx)}
        for claim in line.claims:
            a = claim.attribution
            starts: set[int] = set()
            if a and a.cue_span and a.cue_class in ("admit", "confirm"):
                starts = {ctx.tokens.at(a.cue_span[1] - 1)}  # the verb ends its cue: "has not acknowledged"
            starts |= verbs.intersection(ctx.tokens.within(claim.start, claim.end))
            for at in sorted(starts):
                no = at in negated or any(w in ("not", "never") or w.endswith("n't") for w in ctx.tokens.lower[max(0, at - 3) : at])
                said = _said(claim, line, at, ctx)
                if said.who and (len(said.matter) >= 1):
                    out.setdefault(claim.id, []).extend(Fact(f"admits|{w}", (no,), said.span, said) for w in sorted(said.who))
    return out


def _said(claim: Claim, line: Line, at: int, ctx: Context) -> _Said:
    tokens = ctx.tokens
    floor = tokens.at(sentence_of(line.number, ctx)[0])
    left = " ".join(tokens.words[max(floor, at - _LEFT) : at])
    who = {w.replace(".", "").lower() for w in _NAME.findall(left)}
    if claim.attribution and claim.attribution.cue_span and tokens.at(claim.attribution.cue_span[1] - 1) == at:
        who |= {w.replace(".", "").lower() for w in _NAME.findall(claim.attribution.source)}
    matter = {t.stem for t in line.terms if t.at > at}
    nobody = ctx.lexicons["contradictions"]["admission"]["not_names"]
    return _Said(frozenset(w for w in who if w not in nobody and len(w) > 1), frozenset(matter), (claim.start, claim.end))


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """Admitted here, not acknowledged there, about something that the two share a word of."""
    x, y = a.fact.about, b.fact.about
    if a.claim.id == b.claim.id or not isinstance(x, _Said) or not isinstance(y, _Said):
        return None
    acts = set(x.matter & y.matter)
    if not acts and not _alike(x.matter, y.matter, ctx):
        return None
    replaces = bool(a.fact.value[0]) if isinstance(a.fact.value, tuple) else False
    return voice.finding(
        "polarity",
        a.claim,
        b.claim,
        (x.span, y.span),
        ctx,
        "The party's own statements, each with its date and time.",
        lead="Admitted in one place, not acknowledged in the other: ",
        rule=RULE,
        replaces=replaces,
    )


def _alike(x: frozenset[str], y: frozenset[str], ctx: Context) -> bool:
    acts = stems_of(ctx, ctx.lexicons["opposites"]["intent"]["acts"])
    return bool(x & acts and y & acts)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Admissions."""
    return [
        ContradictionDetector(
            id=RULE,
            title="Admitted and not acknowledged",
            keys=keys,
            compare=compare,
            source="FrameNet 1.7, Reveal_secret and Statement; house rule",
            examples=(
                must(
                    "Norvik Mining has not acknowledged the leak from the settling pond.\n\nUpdate: Norvik Mining now admits "
                    "that the leak from the pond began on Friday.",
                    RULE,
                ),
                must_not(
                    "Norvik Mining has not acknowledged the leak from the pond.\n\nThe district of Tarn now admits that the "
                    "school roof was unsafe."
                ),
            ),
        )
    ]
