"""Articles made of paragraphs, for the attribution tests."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from factcheck.attribution.find import find
from factcheck.language import sentences
from factcheck.language.lexicon import Lexicons, load_packaged
from factcheck.model.article import Article, Block, Sentence
from factcheck.model.attribution import Attribution
from factcheck.plugin.context import Context

NAMES = ("cues", "roles", "bodies", "outlets", "grammar", "first_names")
LEXICONS = Lexicons({name: [partial(load_packaged, name)] for name in NAMES})


def article_of(*paragraphs: str, kinds: dict[int, str] | None = None) -> Article:
    """An article whose blocks are the given paragraphs."""
    blocks, cut, at = [], [], 0
    for number, paragraph in enumerate(paragraphs, 1):
        kind = (kinds or {}).get(number, "paragraph")
        blocks.append(Block(number, kind, at, at + len(paragraph)))
        at += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    for block in blocks:
        for start, end in sentences.cut(text, block.start, block.end):
            cut.append(Sentence(len(cut) + 1, block.number, start, end))
    return Article(text=text, blocks=tuple(blocks), sentences=tuple(cut))


def context_of(article: Article) -> Context:
    """A context with the packaged lexicons."""
    return Context(article, LEXICONS)


class Read:
    """What the attributor makes of some paragraphs."""

    def __init__(self, *paragraphs: str, kinds: dict[int, str] | None = None) -> None:
        self.article = article_of(*paragraphs, kinds=kinds)
        self.found: list[Attribution] = list(find(self.article, context_of(self.article)))

    def words(self, span: tuple[int, int] | None) -> str:
        return self.article.text[slice(*span)] if span else ""

    @property
    def rows(self) -> list[tuple[str, str | None, str]]:
        """(source, cue, content) of each."""
        return [(a.source, a.cue, self.words(a.content_span)) for a in self.found]

    def of(self, content: str) -> Attribution:
        """The attribution whose content begins with these words."""
        return next(a for a in self.found if self.words(a.content_span).startswith(content))


@pytest.fixture
def read() -> Callable[..., Read]:
    return Read
