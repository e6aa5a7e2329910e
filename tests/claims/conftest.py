"""Short articles for the tests of the claim station: sentences by full stops, attributions and details by hand."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from importlib.resources import files

import pytest

from factcheck.claims.extract import extract
from factcheck.language.clauses import ClauseWords, mark
from factcheck.language.lexicon import Lexicons, load_packaged
from factcheck.language.tokens import Tokens
from factcheck.model.article import Article, Block, Sentence
from factcheck.model.attribution import Attribution
from factcheck.model.claim_parts import Detail
from factcheck.plugin.context import Context
from factcheck.plugin.records import Extraction


@pytest.fixture(scope="session")
def lexicons() -> Lexicons:
    names = [f.name[:-5] for f in files("factcheck.language").joinpath("lexicon").iterdir() if f.name.endswith(".toml")]
    return Lexicons({n: [partial(load_packaged, n)] for n in names})


@pytest.fixture(scope="session")
def words(lexicons: Lexicons) -> ClauseWords:
    return ClauseWords(lexicons["clauses"])


@pytest.fixture
def letters(words: ClauseWords) -> Callable[[str], str]:
    def run(text: str) -> str:
        tokens = Tokens(text)
        return mark(tokens, words, [(0, len(text))])

    return run


class Desk:
    """A text with its context."""

    def __init__(self, text: str, lexicons: Lexicons, kind: str = "paragraph") -> None:
        self.text = text
        spans = [(m.start(), m.end()) for m in re.finditer(r"\S(?:[^.?!]|[.](?=\w))*[.?!]?[\"”]?", text)]
        sentences = tuple(Sentence(n, 1, s, e) for n, (s, e) in enumerate(spans, 1))
        self.ctx = Context(article=Article(text=text, blocks=(Block(1, kind, 0, len(text)),), sentences=sentences), lexicons=lexicons)
        self.attributions: list[Attribution] = []
        self.details: list[Detail] = []

    def says(self, frame: str, content: str, source: str, **more: object) -> Desk:
        """Add an attribution by its words."""
        at = [(self.text.index(w), self.text.index(w) + len(w)) for w in (frame, content, source)]
        given = {"source_type": "named_person"} | more
        self.attributions.append(Attribution(source=source, frame_span=at[0], content_span=at[1], source_span=at[2], **given))  # type: ignore[arg-type]
        return self

    def has(self, kind: str, *words: str) -> Desk:
        """Add details by their words."""
        for w in words:
            start = self.text.index(w)
            self.details.append(Detail(kind, w, start, start + len(w)))
        return self

    def extraction(self, number: int = 1) -> Extraction:
        sentence = self.ctx.article.sentences[number - 1]
        own = tuple(d for d in self.details if d.start < sentence.end and d.end > sentence.start)
        near = tuple(
            a for a in self.attributions if any(s and s[0] < sentence.end and s[1] > sentence.start for s in (a.content_span, a.frame_span))
        )
        return extract(sentence, near, own, self.ctx)

    def claims(self, number: int = 1) -> list[str]:
        return [self.text[c.start : c.end] for c in self.extraction(number).claims]


@pytest.fixture
def desk(lexicons: Lexicons) -> Callable[..., Desk]:
    return lambda text, kind="paragraph": Desk(text, lexicons, kind)
