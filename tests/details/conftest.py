"""The details of a short text, without the rest of the pipeline."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from factcheck.details import figures, link, names, quotation, superlative, title
from factcheck.language.lexicon import Lexicons, load_packaged
from factcheck.language.sentences import cut
from factcheck.model.article import Article, Block, Sentence
from factcheck.model.claim_parts import Detail
from factcheck.plugin.context import Context

_NAMES = ("numbers", "units", "dates", "places", "organizations", "titles", "superlatives", "first_names", "name_stops")
LEXICONS = Lexicons({n: [partial(load_packaged, n)] for n in _NAMES})
MODULES = (names, title, figures, superlative, quotation, link)


def make_context(*paragraphs: str, kinds: dict[int, str] | None = None) -> Context:
    """A context for paragraphs; ``kinds`` gives block kinds by position."""
    text = "\n\n".join(paragraphs)
    blocks, sentences, at = [], [], 0
    for n, p in enumerate(paragraphs, 1):
        blocks.append(Block(n, (kinds or {}).get(n - 1, "paragraph"), at, at + len(p)))
        for a, b in cut(text, at, at + len(p)):
            sentences.append(Sentence(len(sentences) + 1, n, a, b))
        at += len(p) + 2
    article = Article(text=text, blocks=tuple(blocks), sentences=tuple(sentences))
    return Context(article, LEXICONS)


def all_details(ctx: Context) -> list[Detail]:
    found = [d for m in MODULES for r in m.register_detail_finders() for d in r.find(ctx.article, ctx)]
    return sorted(found, key=lambda d: (d.start, d.end, d.kind))


@pytest.fixture
def details() -> Callable[..., list[Detail]]:
    """Details of paragraphs, in the order of the text."""
    return lambda *paragraphs, kinds=None: all_details(make_context(*paragraphs, kinds=kinds))


@pytest.fixture
def told(details: Callable[..., list[Detail]]) -> Callable[..., list[tuple[str, str]]]:
    """Details as (kind, words)."""
    return lambda *paragraphs, kinds=None: [(d.kind, d.text) for d in details(*paragraphs, kinds=kinds)]


@pytest.fixture
def value(details: Callable[..., list[Detail]]) -> Callable[[str, str], dict[str, object]]:
    """The stated keys of the value of the first detail of a kind."""

    def get(text: str, kind: str) -> dict[str, object]:
        d = next(d for d in details(text) if d.kind == kind)
        keys = ("number", "high", "unit", "approx", "date", "weekday", "time")
        return {k: getattr(d.value, k) for k in keys if getattr(d.value, k) is not None} if d.value else {}

    return get
