"""What the detectors share: each sentence as the terms its claims state, the word classes, and the stems. Judges nothing.

Frames ("the ministry said on Saturday") are no terms, so that two statements are compared without who makes them.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any, TypeVar

from factcheck.language.stems import Stemmer
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.claim_parts import Detail
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context

T = TypeVar("T")
NUMERIC = frozenset({"number", "quantity", "percent", "money", "age", "duration"})
_OWN = frozenset({"intend", "believe", "ask", "perception"})
"""Cue classes whose frame says something of the subject itself: "the mayor does not hope", "she plans to run"."""
NAMES = frozenset({"name", "person", "organization", "place"})


@dataclass(frozen=True, slots=True)
class Term:
    """A content word of a statement.

    Args:
        stem: what its forms share.
        lower: the word in lower case.
        at: index of its token in the article.
    """

    stem: str
    lower: str
    at: int


@dataclass(frozen=True, slots=True)
class Line:
    """What one sentence states, without its frames.

    Args:
        number: of the sentence.
        block: number of its block.
        claims: its claims in order.
        tokens: indices of all tokens of its claims, frames left out.
        terms: the content words among them.
        details: the claims' details, without those of frames.
        opens: offset from which phrases are read, where it is not that of the first claim.
    """

    number: int
    block: int
    claims: tuple[Claim, ...]
    tokens: tuple[int, ...]
    terms: tuple[Term, ...]
    details: tuple[Detail, ...]
    opens: int | None = None

    @property
    def low(self) -> int:
        """The offset at which its words begin."""
        return self.claims[0].start if self.opens is None else self.opens

    def claim_at(self, span: Span) -> Claim:
        """The claim that holds a span, or else the first."""
        return next((c for c in self.claims if c.start <= span[0] and span[1] <= c.end), self.claims[0])

    def told_at(self, span: Span) -> tuple[Claim, Span]:
        """The claim that holds a span, with its own span; or the claim whose frame holds it, with the frame: "told the board on Friday"."""
        for c in self.claims:
            if c.start <= span[0] and span[1] <= c.end:
                return c, (c.start, c.end)
        for c in self.claims:
            frame = c.attribution.frame_span if c.attribution else None
            if frame and frame[0] <= span[0] and span[1] <= frame[1]:
                return c, (min(frame[0], c.start), max(frame[1], c.end))
        first = self.claims[0]
        return first, (min(span[0], first.start), max(span[1], first.end))


def stemmer(ctx: Context) -> Stemmer:
    """The article's stemmer, made once."""
    return ctx.once("contradictions.stemmer", lambda: Stemmer(ctx.lexicons["grammar"].get("irregular", {})))


def stems_of(ctx: Context, words: Iterable[str]) -> frozenset[str]:
    """Lexicon words as stems."""
    make = stemmer(ctx)
    return frozenset(make(w.lower()) for w in words)


def class_index(ctx: Context, lexicon: str) -> Mapping[str, str]:
    """Stem of a noun to the class that lists it: "serviceman" and "troop" to "soldier"."""

    def make() -> dict[str, str]:
        table: dict[str, str] = {}
        for name, nouns in ctx.lexicons[lexicon].items():
            for noun in nouns:
                table.setdefault(stemmer(ctx)(noun.lower()), name)
        return table

    return ctx.once(f"contradictions.classes.{lexicon}", make)


def sentence_of(number: int, ctx: Context) -> Span:
    """The span of a sentence, frames included."""
    spans = ctx.once("contradictions.sentences", lambda: {s.number: (s.start, s.end) for s in ctx.article.sentences})
    return spans[number]


def lines(ctx: Context) -> tuple[Line, ...]:
    """All sentences that have claims, in the order of the text, made once."""
    return ctx.once("contradictions.lines", lambda: tuple(_lines(ctx)))


def line_of(ctx: Context) -> Mapping[int, Line]:
    """The lines by the number of their sentence."""
    return ctx.once("contradictions.line_of", lambda: {line.number: line for line in lines(ctx)})


def _lines(ctx: Context) -> Iterable[Line]:
    by_sentence: dict[int, list[Claim]] = {}
    for claim in ctx.claims:
        by_sentence.setdefault(claim.sentence, []).append(claim)
    for number, claims in sorted(by_sentence.items()):
        claims.sort(key=lambda c: c.start)
        tokens = _content_tokens(ctx, claims)
        details = {(d.start, d.end, d.kind): d for c in claims for d in c.details if d.kind == "age" or not _framed(c, d)}
        yield Line(
            number,
            claims[0].block,
            tuple(claims),
            tuple(tokens),
            terms_of(ctx, tokens),
            tuple(sorted(details.values(), key=lambda d: (d.start, d.end))),
        )


def _framed(claim: Claim, detail: Detail) -> bool:
    a = claim.attribution
    spans = [s for s in (a.frame_span, a.source_span, a.cue_span) if s] if a and a.cue_class not in _OWN else []
    return any(s <= detail.start and detail.end <= e for s, e in spans)


def _content_tokens(ctx: Context, claims: list[Claim]) -> list[int]:
    """Tokens of the claims without those of saying frames; wanting, asking and believing are part of what is stated."""
    tokens = ctx.tokens
    seen: set[int] = {i for c in claims for i in tokens.within(c.start, c.end)}
    framed: set[int] = set()
    for claim in claims:
        a = claim.attribution
        for span in (a.frame_span, a.source_span, a.cue_span) if a else ():
            if span and a is not None:
                (seen if a.cue_class in _OWN else framed).update(tokens.within(*span))
    return sorted(seen - framed) or sorted(seen)


def terms_of(ctx: Context, tokens: Iterable[int]) -> tuple[Term, ...]:
    """The content words among some tokens."""
    make, lower, stop = stemmer(ctx), ctx.tokens.lower, ctx.lexicons.words("likeness", "stop")
    return tuple(Term(make(w), w, i) for i in tokens if (w := lower[i]) not in stop and len(w) > 1 and w[0].isalpha())


def table(ctx: Context, lexicon: str, key: str) -> Mapping[str, Any]:
    """A sub-table of a lexicon."""
    found: Mapping[str, Any] = ctx.lexicons[lexicon].get(key, {})
    return found


def covering(ctx: Context, start: int, end: int) -> range:
    """Indices of the tokens that touch a span: "York's" touches the name "New York"."""
    tokens = ctx.tokens
    first = last = tokens.at(start)
    while last < len(tokens) and tokens.starts[last] < end:
        last += 1
    return range(first, last)


def in_words(at: int, words: Container[str], ctx: Context) -> bool:
    """Whether a token is one of some words; the month of May is no modal verb."""
    tokens = ctx.tokens
    return tokens.lower[at] in words and tokens.words[at] != "May"


def name_tokens(ctx: Context) -> frozenset[int]:
    """Indices of the tokens of all names among the claims' details, those of their frames included; made once."""

    def make() -> frozenset[int]:
        found: set[int] = set()
        for claim in ctx.claims:
            framed = claim.attribution.details if claim.attribution else ()
            for d in (*claim.details, *framed):
                if d.kind in NAMES:
                    found.update(ctx.tokens.within(d.start, d.end))
        return frozenset(found)

    return ctx.once("contradictions.name_tokens", make)


def pairs(buckets: Mapping[str, list[T]], most: int) -> Iterator[tuple[T, T]]:
    """Two of each bucket at a time, each pair once; what more than ``most`` share tells of many things and is passed over."""
    seen: set[tuple[int, int]] = set()
    for rows in buckets.values():
        if len(rows) > most:
            continue
        for a, b in combinations(rows, 2):
            if (id(a), id(b)) not in seen:
                seen.add((id(a), id(b)))
                yield a, b
