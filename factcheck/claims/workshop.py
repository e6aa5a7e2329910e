"""What the claim extractor makes once for an article: letters of the tokens, compiled word lists, first mentions. Never changes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.claims.declare import Nothing, nothing
from factcheck.claims.identity import first_mentions
from factcheck.claims.kinds import patterns
from factcheck.language.clauses import ClauseWords, mark
from factcheck.model.article import Sentence
from factcheck.plugin.context import Context


@dataclass(frozen=True)
class Workshop:
    """What the extractor makes once for an article."""

    words: ClauseWords
    letters: str
    nothing: Nothing
    kinds: dict[str, re.Pattern[str]]
    openers: frozenset[str]
    labels: frozenset[str]
    inquiries: frozenset[str]
    first: dict[str, int]
    blocks: dict[int, str]
    alone: frozenset[int]
    before: dict[int, Sentence]
    opening: frozenset[int]


def workshop(ctx: Context) -> Workshop:
    """Build it; ``ctx.once`` keeps it."""
    lexicon = ctx.lexicons["clauses"]
    words = ctx.once("claims.words", lambda: ClauseWords(lexicon))
    article = ctx.article
    counts: dict[int, int] = {}
    before: dict[int, Sentence] = {}
    last: Sentence | None = None
    for sentence in article.sentences:
        counts[sentence.block] = counts.get(sentence.block, 0) + 1
        if last is not None:
            before[sentence.number] = last
        last = sentence
    return Workshop(
        words=words,
        letters=mark(ctx.tokens, words, ((s.start, s.end) for s in article.sentences)),
        nothing=nothing(ctx.lexicons["nothing"]),
        kinds=patterns(ctx.lexicons["kinds"]),
        openers=ctx.lexicons.words("clauses", "openers"),
        labels=ctx.lexicons.words("clauses", "labels"),
        inquiries=ctx.lexicons.words("clauses", "inquiries"),
        first=first_mentions(ctx.tokens, [(b.start, b.end) for b in article.blocks if b.kind in ("headline", "standfirst", "byline")]),
        blocks={b.number: b.kind for b in article.blocks},
        alone=frozenset(n for n, count in counts.items() if count == 1),
        before=before,
        opening=frozenset(b.start for b in article.blocks),
    )
