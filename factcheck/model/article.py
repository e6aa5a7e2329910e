"""The article: its text, blocks, sentences and links. Offsets count Python characters of ``text``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.model.codec import doc, extra
from factcheck.model.light import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the article that a reader sees as one: a headline, a paragraph, a caption."""

    number: int = doc("1, 2, 3 … in the order of the text")
    kind: str = doc("block kind of the vocabulary")
    start: int = doc("offset of the first character")
    end: int = doc("offset after the last character")
    extra: Mapping[str, Any] = extra()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a block."""

    number: int = doc("1, 2, 3 … in the order of the text")
    block: int = doc("number of its block")
    start: int = doc("offset of the first character")
    end: int = doc("offset after the last character")
    claims: tuple[str, ...] = doc("ids of its claims", ())
    nothing_to_check: str | None = doc("reason code where it is declared to hold nothing to check", None)
    extra: Mapping[str, Any] = extra()


@dataclass(frozen=True, slots=True)
class Link:
    """A link, footnote or comment of the draft: a source that the author offers."""

    text: str = doc("the linked words")
    start: int = doc("offset of the first linked character")
    end: int = doc("offset after the last linked character")
    url: str = doc("the address; for footnotes and comments their text")
    kind: str = doc("link, footnote or comment", "link")
    extra: Mapping[str, Any] = extra()


@dataclass(frozen=True, slots=True)
class Article:
    """An article as text with structure. Readers leave ``sentences`` empty; the pipeline cuts them."""

    title: str | None = doc("the headline, or None", None)
    byline: str | None = doc("the author line, without 'By'", None)
    published: str | None = doc("publication date, ISO", None)
    url: str | None = doc("where it was published", None)
    path: str | None = doc("name of the file, without folders", None)
    language: str = doc("ISO 639-1 code", "en")
    sha256: str = doc("of the UTF-8 of text", "")
    text: str = doc("the whole text; every offset counts its characters", "")
    blocks: tuple[Block, ...] = doc("in order, not overlapping; together they hold every word", ())
    links: tuple[Link, ...] = doc("links, footnotes and comments", ())
    sentences: tuple[Sentence, ...] = doc("in order, not overlapping; together they hold every word outside boilerplate", ())
    notes: tuple[str, ...] = doc("what the reader had to guess, and what a plugin did with the text, in sentences", (), optional=True)
    pages: tuple[int, ...] = doc("offsets at which pages 2, 3 … of the file begin; empty where it has no pages", (), optional=True)
    extra: Mapping[str, Any] = extra()
