"""Puts an Article together from a text and its parts: the last step of every reader. Never leaves a word outside a block."""

from __future__ import annotations

import contextlib
import hashlib
import re
from collections.abc import Iterable

from factcheck.language.identify import identify, title
from factcheck.model.article import Article, Block, Link
from factcheck.model.errors import FactcheckError
from factcheck.model.patterns import compiled
from factcheck.plugin.records import Source
from factcheck.readers.characters import normalised
from factcheck.readers.encoding import refuse_endless
from factcheck.readers.head import read_head
from factcheck.readers.kinds import body_kinds
from factcheck.readers.paragraphs import Part
from factcheck.readers.triggers import words

MOST_BLOCKS = 300_000
"""Paragraphs, items and rows of an article: several long books; each costs memory even where it is one letter."""
_WORD = compiled(r"\w")


def assemble(
    source: Source,
    text: str,
    parts: Iterable[Part],
    *,
    notes: Iterable[str] = (),
    links: Iterable[Link] = (),
    title: str | None = None,
    byline: str | None = None,
    published: str | None = None,
    url: str | None = None,
    author: str | None = None,
    heading: str | None = None,
    language: str = "en",
    pages: tuple[int, ...] = (),
) -> Article:
    """Make the article.

    Args:
        source: what was read.
        text: the normalised text; every offset counts its characters.
        parts: the stretches that are blocks, in order, without outer white space; a kind of theirs is kept.
        notes: what the reader had to guess.
        links: links, footnotes and comments.
        pages: offsets at which pages 2, 3 … of the file begin.
        title, byline, published, url, language: what the file itself declares; what its text says fills the gaps.
        author, heading: what the properties of a document name, which often are the program's or another text's: only where the text
            names none, and no author who is no person.
    Raises:
        FactcheckError: the text holds no word, or is longer or in more pieces than any article.
    """
    refuse_endless(len(text), where(source))
    spoken = [p for p in parts if _WORD.search(text, p.start, p.end)]
    refuse_many(len(spoken), where(source))
    if not spoken:
        raise FactcheckError("the article is empty: it holds no word", where(source), "give a file with the article's text")
    head = read_head(text, spoken)
    language, notes = _language(text, language, tuple(notes))
    done = [*head.parts, *body_kinds(text, head.rest)]
    return Article(
        title=title or head.title or _line(heading),
        byline=byline or head.byline or _person(author),
        published=source.published or published or head.published,
        url=url,
        path=file_name(source),
        language=language,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        text=text,
        blocks=tuple(Block(n, p.kind, p.start, p.end) for n, p in enumerate(done, 1)),
        links=tuple(sorted(links, key=lambda k: (k.start, k.end))),
        notes=notes,
        pages=pages,
    )


def _line(words: str | None) -> str | None:
    return " ".join(normalised(words or "").split()) or None


def refuse_many(paragraphs: int, where: str) -> None:
    """Refuse more paragraphs than an article can have; a reader that can count them early saves minutes.

    Raises:
        FactcheckError: there are too many.
    """
    if paragraphs > MOST_BLOCKS:
        told = f"holds {paragraphs:,} paragraphs, more than {MOST_BLOCKS:,}"
        raise FactcheckError(told, where, "give each article or chapter as a file of its own")


def _person(author: str | None) -> str | None:
    """Who a file names as its author, where that can be a person: two to six words, and none of a machine's or a program's."""
    name = _line(author) or ""
    names = name.split()
    letters = re.sub(r"[ .’'-]", "", name)
    return name if 1 < len(names) <= 6 and letters.isalpha() and not {n.lower() for n in names} & words("byline", "no_person") else None


def _language(text: str, declared: str, notes: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The language of the text, whatever the file declares; one that is not English is told, with what that means."""
    found = identify(text) or declared
    if found == "en":
        return found, notes
    able = "sentences, numbers and names are found; who says what and what contradicts what are looked for with rules for English"
    told = f"The text seems to be {title(found)}: {able}."
    return found, (*notes, told)


def file_name(source: Source) -> str | None:
    """The file's name without folders, bytes of it that are no UTF-8 as U+FFFD, or None for standard input."""
    name = source.name
    with contextlib.suppress(UnicodeEncodeError):  # a system that takes names for ASCII hands on their bytes one by one
        name = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return normalised(re.split(r"[/\\]", name)[-1]) or None


def where(source: Source) -> str:
    """What errors call the input."""
    return file_name(source) or "standard input"
