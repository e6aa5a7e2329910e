"""Which words of a sentence stand under a negation. Never tells what a denied statement amounts to.

Scope after Quirk et al. 1985, 10.54-70: from the negator to the first word that carries the statement.
"""

from __future__ import annotations

from factcheck.contradictions.keys import Line, sentence_of, stemmer, stems_of
from factcheck.contradictions.postings import places
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context

_REACH = 5
_OPEN = [["if"], ["unless"], ["whether"], ["suppose"], ["don't"]]
"""What a sentence opens with that states nothing."""
_STOPS = frozenset({",", ";", ":", ".", "?", "!", "—", "–", "but", "and", "because", "while", "although", "(", ")"})


@dataclass(frozen=True, slots=True)
class Negated:
    """A word under a negation.

    Args:
        stem: its stem.
        negator: index of the negating token.
        at: index of the negated token.
    """

    stem: str
    negator: int
    at: int


def negations(line: Line, ctx: Context) -> tuple[Negated, ...]:
    """The negated words of a line: the first that carries the statement after each negator."""
    memo: dict[int, tuple[Negated, ...]] = ctx.once("contradictions.negations", dict)
    if line.number not in memo:
        memo[line.number] = tuple(_negations(line.tokens, ctx)) if not negators(ctx).isdisjoint(line.tokens) else ()
    return memo[line.number]


def negators(ctx: Context) -> frozenset[int]:
    """Indices of the tokens that negate, set phrases like "not only" apart."""

    def make() -> frozenset[int]:
        words, stem = ctx.lexicons.words("denial", "negators"), stemmer(ctx)
        failing = stems_of(ctx, ctx.lexicons["denial"]["failing"])
        lower = ctx.tokens.lower
        out: set[int] = set()
        for word, at in places(ctx).items():
            if word in words or word.endswith("n't"):
                out.update(i for i in at if not _excepted(i, ctx))
            elif stem(word) in failing:
                out.update(i for i in at if lower[i + 1 : i + 2] == ["to"])
        return frozenset(out)

    return ctx.once("contradictions.negators", make)


def is_negator(at: int, ctx: Context) -> bool:
    """Whether a token negates, set phrases like "not only" apart."""
    return at in negators(ctx)


def _excepted(at: int, ctx: Context) -> bool:
    """Whether a negating word is part of a set phrase."""
    lower, exceptions = ctx.tokens.lower, ctx.lexicons.words("denial", "exceptions")
    starts = ((start, size) for size in (2, 3) for start in range(max(0, at - size + 1), at + 1))
    return any(" ".join(lower[start : start + size]) in exceptions for start, size in starts)


def _negations(tokens: tuple[int, ...], ctx: Context) -> list[Negated]:
    between = ctx.once("contradictions.between", lambda: ctx.lexicons.words("denial", "between") | ctx.lexicons.words("likeness", "stop"))
    lower, make = ctx.tokens.lower, stemmer(ctx)
    found, negating = [], negators(ctx)
    for place, i in enumerate(tokens):
        if i not in negating:
            continue
        for j in tokens[place + 1 : place + 1 + _REACH]:
            if lower[j] in _STOPS:
                break
            if lower[j] in between or lower[j].endswith("ly") or not lower[j][0].isalpha():
                continue
            found.append(Negated(make(lower[j]), i, j))
            break
    return found


def unreal(line: Line, ctx: Context) -> bool:
    """Whether a line is a question, opens with a condition or forbids: it states nothing that can be negated."""
    text = ctx.article.text
    end = max(c.end for c in line.claims)
    words = [ctx.tokens.lower[i] for i in ctx.tokens.within(*sentence_of(line.number, ctx)) if ctx.tokens.lower[i][0].isalpha()][:2]
    asks = "?" in text[end - 2 : end + 2] or words[:1] == ["q"]
    return asks or words[:1] in _OPEN or words == ["do", "not"]
