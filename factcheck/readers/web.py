"""Reads a saved web page: the article's text without menus, with its title, byline, date and links. Never fetches anything.

trafilatura finds the text (its scores: docs/how-it-reads.md); here its tree becomes blocks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from itertools import islice
from typing import Any

from factcheck.model.article import Article, Link
from factcheck.model.errors import FactcheckError
from factcheck.model.patterns import compiled
from factcheck.plugin import hookimpl
from factcheck.plugin.records import Reader, Source
from factcheck.readers.assemble import MOST_BLOCKS, assemble, where
from factcheck.readers.encoding import decode
from factcheck.readers.page import Page
from factcheck.readers.tree import write

_CHARSET = compiled(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
_DEEP = "The page's elements are nested too deeply; what lies deeper was left out."
_SPACES = compiled(r"\s")
_CONTEXT = 16  # characters beside a link that have to stand in the article too
_HINT = "save the article itself, or copy its text into a .txt file"
_PARTS = ("article", "main", "nav", "header", "footer", "aside", "section", "form", "iframe", "frame", "button")  # of a web page
_INSIDE = frozenset({"li", "td", "th", "blockquote", "dd", "figcaption"})  # paragraphs in them are no blocks of their own
_ALL = 0.95  # of a document's text that stands in one element
_LINKED = 0.2  # of it that may be links; a list of links is a menu
_LEAST = 3  # words without which a page has no article


def read(source: Source, settings: Mapping[str, Any]) -> Article:
    """An article from an HTML page.

    Args:
        source: the file's name and bytes; ``charset`` of an HTTP header wins over the page's own.
        settings: none are read.
    Raises:
        FactcheckError: empty, binary or undecodable input, or a page without an article.
    """
    declared = _CHARSET.search(source.data, 0, 4096)
    decoded = decode(source.data, where(source), source.charset or (declared[1].decode("ascii") if declared else None))
    return article(source, decoded.text, [decoded.note] if decoded.note else [])


def article(source: Source, page: str, notes: list[str]) -> Article:
    """An article from the text of an HTML page.

    Args:
        page: the whole page.
        notes: what was guessed so far.
    """
    import trafilatura  # late: 0.3 s

    try:
        tree = trafilatura.load_html(page)
        if tree is not None and tree.tag != "html":  # a piece of a page, as mails hold
            page = f"<html><body>{page}</body></html>"
            tree = trafilatura.load_html(page)
        _refuse_many(tree, source)
        whole = document(tree)
        # Links are looked up afterwards: asking trafilatura for them costs .07 of the article's F1 (benchmarks: article-extraction).
        found: Any = trafilatura.bare_extraction(
            whole if whole is not None else page, include_comments=False, include_tables=True, with_metadata=True, fast=True
        )
    except FactcheckError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever the library trips over in a damaged page
        raise FactcheckError(f"cannot be read as a web page: {type(error).__name__}: {error}", where(source), _HINT) from None
    written = Page()
    if found is None or found.body is None:
        raise FactcheckError("no article was found in the page", where(source), _HINT)
    body = found.body
    title = _words(found.title)
    first = next((e for e in body if e.tag == "head"), None)
    if title and (first is None or _folded("".join(first.itertext())) != _folded(title)):
        written.block(title, "headline")
    if not write(body, written):
        notes = [*notes, _DEEP]
    if len(written.text().split()) < _LEAST:
        raise FactcheckError("no article was found in the page", where(source), _HINT)
    return assemble(
        source,
        written.text(),
        written.parts,
        notes=notes,
        links=() if tree is None else linked(tree, written.text()),
        title=title or None,
        byline=_words(found.author) or None,
        published=found.date,
        url=found.url,
        language=(found.language or "en")[:2],
    )


def _refuse_many(tree: Any, source: Source) -> None:
    """Raise where a page holds more than any article, before minutes are spent on finding it."""
    if tree is not None and (found := sum(1 for _ in tree.iter("p", "li", "tr"))) > MOST_BLOCKS:
        raise FactcheckError(f"holds {found:,} paragraphs, items and rows, more than {MOST_BLOCKS:,}", where(source), _HINT)


def document(tree: Any) -> Any:
    """A copy of a page that is nothing but one document, as a text program or a mail writes it, with its text marked as the article.

    Without the mark trafilatura takes paragraphs alone, and headings are lost. None where the page has other parts, or text elsewhere.
    """
    body = tree.find(".//body") if tree is not None else None
    if body is None or next(body.iter(*_PARTS), None) is not None:
        return None
    blocks = [e for e in body.iter("p", "h1", "h2", "h3", "h4", "h5", "h6") if not _INSIDE & {a.tag for a in islice(e.iterancestors(), 3)}]
    holder = blocks[0].getparent() if blocks else None
    if holder is None or any(e.getparent() is not holder for e in blocks):
        return None
    size, held = (sum(len(t.strip()) for t in e.itertext()) for e in (body, holder))
    if held < _ALL * size or sum(len(_words("".join(a.itertext()))) for a in holder.iter("a")) > _LINKED * size:
        return None
    made = deepcopy(tree)
    place = made.getroottree().find(tree.getroottree().getelementpath(holder))
    if place is None:
        return None
    if place.tag == "body":
        inside = place.makeelement("article")
        inside.text, place.text = place.text, None
        inside.extend(list(place))
        place.append(inside)
    else:
        place.tag = "article"
    return made


def linked(tree: Any, text: str) -> list[Link]:
    """The links of a page that lie in the article: found again by their words and those beside them.

    Args:
        tree: the page as lxml parsed it.
        text: the article's text.
    """
    folded = _SPACES.sub(" ", text)  # one character each: offsets stay
    out = []
    for a in tree.iter("a"):
        url, words = (a.get("href") or "").strip(), _words("".join(a.itertext()))
        if not url.lower().startswith(("http://", "https://", "mailto:")) or len(words) < 2:
            continue
        before, after = _beside(a)
        at = folded.find(before + words + after)
        if at >= 0 and (before or after):
            start = at + len(before)
            out.append(Link(text[start : start + len(words)], start, start + len(words), url))
    return out


def _beside(a: Any) -> tuple[str, str]:
    """Up to a few words before and after a link in its paragraph."""
    previous = a.getprevious()
    before = (previous.tail if previous is not None else a.getparent().text if a.getparent() is not None else "") or ""
    return re.sub(r"\s+", " ", before)[-_CONTEXT:].lstrip(), re.sub(r"\s+", " ", a.tail or "")[:_CONTEXT].rstrip()


def _words(text: str | None) -> str:
    return " ".join((text or "").split())


def _folded(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


@hookimpl
def register_readers() -> list[Reader]:
    """Saved web pages."""
    return [Reader(id="html", title="Web page", suffixes=(".html", ".htm", ".xhtml"), read=read, source="WHATWG HTML; trafilatura")]
