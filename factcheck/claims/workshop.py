"""What the claim extractor makes once for an article: letters of the tokens, compiled word lists, first mentions. Never changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.claims.declare import Nothing, nothing
from factcheck.claims.identity import first_mentions
from factcheck.claims.phrases import Phrases
from factcheck.claims.tables import tables
from factcheck.language.clauses import ClauseWords, clause_words
from factcheck.model.article import Article, Sentence, Span
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context

_LONGEST_LEAD = 120  # characters
_OPEN = frozenset(
    [
        "will",
        "would",
        "must",
        "should",
        "can",
        "could",
        "may",
        "might",
        "shall",
        "to",
        "not",
        "has",
        "have",
        "had",
        "is",
        "are",
        "was",
        "were",
        "be",
    ]
)
"""Words after which a verb must follow: what ends with one of them is no clause yet."""


@dataclass(frozen=True)
class Workshop:
    """What the extractor makes once for an article."""

    words: ClauseWords
    letters: str
    nothing: Nothing
    kinds: Phrases
    openers: frozenset[str]
    labels: frozenset[str]
    inquiries: frozenset[str]
    admissions: frozenset[str]
    first_names: frozenset[str]
    first: dict[str, int]
    blocks: dict[int, str]
    alone: frozenset[int]
    before: dict[int, Sentence]
    opening: frozenset[int]
    sections: frozenset[int]
    rows: frozenset[int]
    leads: dict[int, str]
    sexes: Mapping[str, frozenset[str]]


def workshop(ctx: Context) -> Workshop:
    """Build it; ``ctx.once`` keeps it."""
    article = ctx.article
    counts: dict[int, int] = {}
    before: dict[int, Sentence] = {}
    last: Sentence | None = None
    whole: dict[int, Span] = {}
    for sentence in article.sentences:
        whole[sentence.block] = (sentence.start, sentence.end)
        counts[sentence.block] = counts.get(sentence.block, 0) + 1
        if last is not None:
            before[sentence.number] = last
        last = sentence
    return Workshop(
        words=clause_words(ctx.lexicons),
        letters=ctx.clauses,
        nothing=ctx.lexicons.once("claims.nothing", lambda: nothing(ctx.lexicons["nothing"])),
        kinds=Phrases(ctx.lexicons["kinds"]),
        openers=ctx.lexicons.words("clauses", "openers"),
        labels=ctx.lexicons.words("clauses", "labels"),
        inquiries=ctx.lexicons.words("clauses", "inquiries"),
        admissions=ctx.lexicons.words("clauses", "admissions"),
        first_names=ctx.lexicons.words("first_names", "names"),
        first=first_mentions(ctx.tokens, [(b.start, b.end) for b in article.blocks if b.kind in ("headline", "standfirst", "byline")]),
        blocks={b.number: b.kind for b in article.blocks},
        alone=frozenset(n for n, count in counts.items() if count == 1),
        before=before,
        opening=frozenset(b.start for b in article.blocks),
        sections=_sections(article),
        rows=frozenset(b.number for b in article.blocks if b.kind == "table" and whole.get(b.number) == (b.start, b.end))
        | tables(article).heads,
        leads=_leads(article),
        sexes=ctx.lexicons.once("claims.sexes", lambda: _sexes(ctx.lexicons["roles"])),
    )


def _sexes(roles: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Each pronoun of a person to the nouns of the other sex."""
    male, female = (frozenset(roles.get(key, "").split()) for key in ("male", "female"))
    return {"he": female, "his": female, "she": male, "her": male}


def _sections(article: Article) -> frozenset[int]:
    """The headings below the article's own headline."""
    heads = [b.number for b in article.blocks if b.kind == "headline"]
    return frozenset(heads[1:])


def _leads(article: Article) -> dict[int, str]:
    """For each item of a list the words that lead up to it without a full clause: "The company will:"."""
    leads: dict[int, str] = {}
    lead = ""
    for block in article.blocks:
        if block.kind != "list_item":
            words = article.text[block.start : block.end].rstrip()
            last = words[:-1].split()[-1:] if words.endswith(":") and len(words) <= _LONGEST_LEAD else []
            lead = words[:-1].rstrip() if last and last[0].lower() in _OPEN else ""
        elif lead:
            leads[block.number] = lead
    return leads
