"""An accident or mistake in one place, planned or deliberate in another, of one harmful act. Judges no motives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.contradictions import voice
from factcheck.contradictions.keys import Line, lines, stemmer, stems_of
from factcheck.contradictions.postings import stemming
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "accident-or-deliberate"
_UNREAL = frozenset(["if", "whether", "unless", "may", "might", "could", "possibly", "perhaps"])
_LONGEST = 4


def _phrases(ctx: Context) -> Mapping[str, str]:
    def make() -> dict[str, str]:
        rows = ctx.lexicons["opposites"]["intent"]
        return {p.replace("-", " "): side for side in ("accident", "deliberate") for p in rows[side]}

    return ctx.once("contradictions.intent_phrases", make)


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """Whether a claim calls a harmful act an accident or deliberate; the accusers are kept apart, each has an answer of its own."""
    return ctx.once("contradictions.intent", lambda: _facts(ctx)).get(claim.id, ())


def _facts(ctx: Context) -> Mapping[str, list[Fact]]:
    acts = stems_of(ctx, ctx.lexicons["opposites"]["intent"]["acts"])
    at = stemming("intent.acts", acts, ctx)
    out: dict[str, list[Fact]] = {}
    for line in lines(ctx):
        if at.isdisjoint(line.tokens) or not any(t.stem in acts for t in line.terms):
            continue
        matter = frozenset(t.stem for t in line.terms)
        where = _where(line, acts, ctx)
        for claim in line.claims:
            side = _side(claim, line, ctx)
            if side is not None:
                value = (side, voice.speaker(claim, ctx) if side == "deliberate" else "")
                out.setdefault(claim.id, []).append(Fact("intent", value, (claim.start, claim.end), (side, matter & acts, matter, where)))
    return out


def _where(line: Line, acts: frozenset[str], ctx: Context) -> frozenset[str]:
    """The noun that tells one act from another: "the fire at the depot"."""
    lower, prepositions = ctx.tokens.lower, ctx.lexicons.words("things", "prepositions")
    heads = {t.at + 1 for t in line.terms if t.stem in acts and lower[t.at + 1 : t.at + 2] and lower[t.at + 1] in prepositions}
    return frozenset(t.stem for t in line.terms if any(0 < t.at - h <= 2 for h in heads))


def _side(claim: Claim, line: Line, ctx: Context) -> str | None:
    """ "deliberate" wins over the "mistake" inside "not a mistake"; nothing where both or a condition stand."""
    words = [ctx.tokens.lower[i] for i in ctx.tokens.within(claim.start, claim.end)]
    plain = [w for word in words for w in word.split("-") if w and w[0].isalpha()]
    if set(plain) & _UNREAL:
        return None
    found: dict[str, str] = {}
    at = 0
    table = _phrases(ctx)
    while at < len(plain):
        for size in range(_LONGEST, 0, -1):
            phrase = " ".join(plain[at : at + size])
            if phrase in table:
                found.setdefault(table[phrase], phrase)
                at += size - 1
                break
        at += 1
    return next(iter(found)) if len(found) == 1 else None


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """Accident against deliberate where both tell of an act of the same kind."""
    if not isinstance(a.fact.about, tuple) or not isinstance(b.fact.about, tuple):
        return None
    (side_a, acts_a, matter_a, where_a), (side_b, acts_b, matter_b, where_b) = a.fact.about, b.fact.about
    if side_a == side_b or a.claim.id == b.claim.id:
        return None
    if where_a and where_b and not where_a & where_b:
        return None
    shared = matter_a & matter_b
    if not (acts_a & acts_b or len(shared) >= 1 or _violent(acts_a, acts_b, ctx)):
        return None
    return voice.finding(
        "opposite",
        a.claim,
        b.claim,
        (a.fact.span, b.fact.span),
        ctx,
        "What is known of the plan: orders, logs, an inquiry; no source can settle the motive of another.",
        lead="An accident for one, deliberate for the other: ",
        rule=RULE,
    )


def _violent(a: frozenset[str], b: frozenset[str], ctx: Context) -> bool:
    """Two words for one kind of act: an attack, and what it hit."""
    attacks = stemmer(ctx)
    group = {attacks(w) for w in ("attack", "strike", "airstrike", "bombing", "raid", "shelling", "hit", "assault", "bomb")}
    return bool(a & group and b & group)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Accident or intent."""
    return [
        ContradictionDetector(
            id=RULE,
            title="Accident or deliberate",
            keys=keys,
            compare=compare,
            source="FrameNet 1.7, Intentionally_act; Karttunen 1971; house rule",
            examples=(
                must("The fire at the depot was an accident, the owner said.\n\nThe neighbors said the fire was deliberate.", RULE),
                must_not("The fire in the barn was an accident.\n\nIt rained.\n\nThe fire at the depot was started on purpose."),
                must_not("The fire at the depot was an accident, the owner said.\n\nThe city planned the festival carefully."),
            ),
        )
    ]
