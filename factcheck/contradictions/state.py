"""A state that is denied of a thing ("neither toxic nor radioactive") against the same state on it ("toxic barrels").

Only states that hold or do not hold, by the lexicon; never degrees or judgements.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.contradictions.clashes import Clash, keyed, told
from factcheck.contradictions.keys import Line, line_of, lines, stemmer
from factcheck.contradictions.likeness import lines_with, pairs
from factcheck.contradictions.negation import negations
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "state-denied"
_BE = frozenset(
    {"is", "are", "was", "were", "be", "been", "being", "it's", "they're", "isn't", "aren't", "wasn't", "weren't", "that's", "neither"}
)
_PRONOUNS = frozenset({"it", "they", "it's", "they're", "these"})


def find(ctx: Context) -> Iterable[Clash]:
    """Denied predicates against the same adjective before a noun that the denial is about."""
    states = ctx.lexicons.words("denial", "states")
    lower = ctx.tokens.lower
    told_already = {frozenset((p.a.number, p.b.number)) for p in pairs(ctx)}
    for line in lines(ctx):
        for n in negations(line, ctx):
            word = lower[n.at]
            if word not in states or not any(w in _BE for w in lower[max(0, n.negator - 2) : n.at]) or _attributive(n.at, line, ctx):
                continue
            claim = line.claim_at((ctx.tokens.starts[n.at], ctx.tokens.ends[n.at]))
            about = _about(line, n.negator, ctx)
            other = _stated(word, line, about, ctx)
            if other is not None and frozenset((line.number, other.sentence)) not in told_already:
                a, b = sorted((claim, other), key=lambda c: c.start)
                yield Clash(
                    a,
                    b,
                    (a.start, a.end),
                    (b.start, b.end),
                    f"“{word}” here, not “{word}” there: ",
                    "The document or record that decides the state, and who decides it.",
                )


def _attributive(at: int, line: Line, ctx: Context) -> bool:
    """Whether an adjective stands before its noun."""
    return any(t.at == at + 1 for t in line.terms)


def _about(line: Line, negator: int, ctx: Context) -> frozenset[str]:
    """The nouns that the denial can be about: its subject, or those of the sentence before where the subject is a pronoun."""
    left = [t for t in line.terms if t.at < negator]
    pronoun = any(ctx.tokens.lower[i] in _PRONOUNS for i in range(max(0, negator - 3), negator + 1))
    found = {t.stem for t in left[-6:]}
    before = line_of(ctx).get(line.number - 1)
    if pronoun and before is not None:
        found |= {t.stem for t in before.terms}
    return frozenset(found)


def _stated(word: str, line: Line, about: frozenset[str], ctx: Context) -> Claim | None:
    """The first claim elsewhere in which the state stands before a noun, or after "is", that the denial is about."""
    lower = ctx.tokens.lower
    for other in lines_with([stemmer(ctx)(word)], ctx):
        if other.number == line.number or any(n.stem == stemmer(ctx)(word) for n in negations(other, ctx)):
            continue
        for t in other.terms:
            if t.lower != word:
                continue
            noun = {x.stem for x in other.terms if t.at < x.at <= t.at + 2}
            subject = {x.stem for x in other.terms if x.at < t.at} if lower[t.at - 1] in _BE else set()
            if (noun | subject) & about:
                return other.claim_at((ctx.tokens.starts[t.at], ctx.tokens.ends[t.at]))
    return None


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """One key for each clash that the claim is part of."""
    return keyed(RULE, find, claim, ctx)


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """The clash that brought the two together."""
    return told("opposite", RULE, a, ctx)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """States."""
    return [
        ContradictionDetector(
            id=RULE,
            title="A state, and its denial",
            keys=keys,
            compare=compare,
            source="Quirk et al. 1985, 7.21 (attributive and predicative use); house rule",
            examples=(
                must("The toxic barrel was left on the pier.\n\nThe agency said the barrel was neither toxic nor radioactive.", RULE),
                must_not("The toxic barrel was left on the pier.\n\nThe agency said the new paint was not toxic."),
            ),
        )
    ]
