"""Reads OpenDocument texts: headings, paragraphs, lists, tables, notes, annotations; deleted passages are left out and told.

Reads content.xml by itself (ODF 1.3, part 3); never runs a macro, never follows a link.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.model.article import Article
from factcheck.model.errors import FactcheckError
from factcheck.plugin import hookimpl
from factcheck.plugin.records import Reader, Source
from factcheck.readers.assemble import assemble, where
from factcheck.readers.container import Container
from factcheck.readers.page import Line, Page, told_deletions

_NS = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE, OFFICE, STYLE = (f"{{{_NS}{n}:1.0}}" for n in ("text", "table", "office", "style"))
DC = "{http://purl.org/dc/elements/1.1/}"
_META = f"{{{_NS}meta:1.0}}"
DRAW = f"{{{_NS}drawing:1.0}}"
BOX = f"{DRAW}text-box"
HREF = "{http://www.w3.org/1999/xlink}href"
_STYLES = {
    "title": "headline",
    "subtitle": "standfirst",
    "quotations": "quotation",
    "quote": "quotation",
    "caption": "caption",
    "illustration": "caption",
}
_ROWS = frozenset(f"{TABLE}{n}" for n in ("table-header-rows", "table-rows", "table-row-group"))
_APART = frozenset({f"{TEXT}note", f"{OFFICE}annotation"})  # whose words are the author's sources
_DEEPEST = 200  # elements inside elements


def read(source: Source, settings: Mapping[str, Any]) -> Article:
    """An article from an OpenDocument text (.odt).

    Args:
        source: the file's name and bytes.
        settings: none are read.
    Raises:
        FactcheckError: it is no OpenDocument text, damaged, protected or empty.
    """
    container = Container(source.data, where(source), "OpenDocument text")
    content = container.xml("content.xml")
    body = content.find(f"{OFFICE}body/{OFFICE}text") if content is not None else None
    if body is None:
        raise FactcheckError("is no OpenDocument text: it has no text in content.xml", where(source), "save it as .odt")
    document = _Document(_parents(content))
    document.blocks(body, "", 0)
    notes = [n for n in (_deletions(body), "Elements nested too deeply were left out." if document.cut else None) if n]
    meta = container.xml("meta.xml")
    says = {n: meta.findtext(f".//{n}") if meta is not None else None for n in (f"{DC}language", f"{DC}title", f"{_META}initial-creator")}
    language, heading, author = says.values()
    page = document.page
    return assemble(
        source,
        page.text(),
        page.parts,
        notes=notes,
        links=page.links,
        author=author,
        heading=heading,
        language=(language or "en").strip()[:2].lower(),
    )


def _parents(content: Any) -> dict[str, str]:
    """The named style behind each automatic one."""
    found = content.iter(f"{STYLE}style")
    return {s.get(f"{STYLE}name", ""): s.get(f"{STYLE}parent-style-name", "") for s in found}


class _Document:
    def __init__(self, parents: Mapping[str, str]) -> None:
        self.parents = parents
        self.page = Page()
        self.cut = False

    def blocks(self, element: Any, kind: str, depth: int) -> None:
        """The blocks inside an element, in order."""
        if depth > _DEEPEST:
            self.cut = True
            return
        tight = False
        for child in element:
            if child.tag in (f"{TEXT}p", f"{TEXT}h"):
                own = kind or ("headline" if child.tag == f"{TEXT}h" else self.kind(child))
                self.page.block(self.line(child), own, tight=tight and own == "list_item")
                tight = True
                for box in _boxes(child):
                    self.blocks(box, "", depth + 1)
            elif child.tag == f"{TABLE}table":
                self.table(child, depth + 1)
            elif child.tag == f"{TEXT}list":
                self.list(child, depth)
            elif child.tag not in (f"{TEXT}tracked-changes", f"{TEXT}sequence-decls", f"{OFFICE}forms"):
                self.blocks(child, kind, depth + 1)

    def list(self, element: Any, depth: int) -> None:
        """The items of a list."""
        items = [i for i in element if i.tag in (f"{TEXT}list-item", f"{TEXT}list-header")]
        for n, item in enumerate(items):
            for child in item:
                if child.tag in (f"{TEXT}p", f"{TEXT}h"):
                    self.page.block(self.line(child), "list_item", tight=n > 0)
                    for box in _boxes(child):
                        self.blocks(box, "", depth + 1)
                elif child.tag == f"{TEXT}list":
                    if depth < _DEEPEST:
                        self.list(child, depth + 1)
                    else:
                        self.cut = True
                elif child.tag == f"{TABLE}table":
                    self.table(child, depth + 1)
                else:
                    self.blocks(child, "list_item", depth + 1)

    def table(self, element: Any, depth: int) -> None:
        """The rows of a table, one block each; what a cell holds is read as words, tables in it too."""
        if depth > _DEEPEST:
            self.cut = True
            return
        for n, row in enumerate(_rows(element)):
            lines = []
            for cell in row:
                if cell.tag == f"{TABLE}table-cell":
                    inner = _Document(self.parents)
                    inner.page.close = True
                    inner.blocks(cell, "", depth + 1)
                    self.cut = self.cut or inner.cut
                    lines.append(inner.page.joined())
            self.page.row(lines, tight=n > 0)

    def kind(self, paragraph: Any) -> str:
        """The block kind that a paragraph's style names, or ""."""
        style = paragraph.get(f"{TEXT}style-name", "")
        for name in (style, self.parents.get(style, "")):
            known = _STYLES.get(name.replace("_20_", " ").lower())
            if known:
                return known
        return ""

    def line(self, paragraph: Any) -> Line:
        """The words of a paragraph with its links and notes."""
        line = Line()
        self.inline(paragraph, line, 0)
        return line

    def inline(self, element: Any, line: Line, depth: int) -> None:
        """Words, links and notes inside a paragraph."""
        if depth > _DEEPEST:
            self.cut = True
            return
        line.put(element.text or "")
        for child in element:
            tag = child.tag
            if tag in (f"{TEXT}s", f"{TEXT}tab"):
                line.put(" ")
            elif tag == f"{TEXT}line-break":
                line.put("\n")
            elif tag == f"{TEXT}a":
                start = line.length
                self.inline(child, line, depth + 1)
                url = child.get(HREF, "")
                if url.lower().startswith(("http://", "https://", "mailto:")):
                    line.link(start, url)
            elif tag == f"{TEXT}note":
                line.note(
                    "footnote", " ".join(child.find(f"{TEXT}note-body").itertext()) if child.find(f"{TEXT}note-body") is not None else ""
                )
            elif tag == f"{OFFICE}annotation":
                line.note("comment", " ".join(t for p in child.iter(f"{TEXT}p") for t in p.itertext()))
            elif tag.startswith((TEXT, f"{{{_NS}meta")) and tag != f"{TEXT}ruby-text":
                self.inline(child, line, depth + 1)
            line.put(child.tail or "")


def _rows(table: Any) -> Iterator[Any]:
    """The rows of a table, also those in groups, but not those of tables in its cells."""
    waiting = list(reversed(table))
    while waiting:
        element = waiting.pop()
        if element.tag == f"{TABLE}table-row":
            yield element
        elif element.tag in _ROWS:
            waiting += reversed(element)


def _boxes(paragraph: Any) -> Iterator[Any]:
    """The text boxes and shapes with words in a paragraph, but not those inside them, which come with their own paragraphs."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == BOX or (element.tag.startswith(DRAW) and element.find(f"{TEXT}p") is not None):
            yield element
        elif element.tag not in _APART:
            waiting += reversed(element)


def _deletions(body: Any) -> str | None:
    """What tracking marks as deleted, told in one sentence."""
    return told_deletions(
        " ".join("".join(part.itertext()) for part in d if part.tag != f"{OFFICE}change-info") for d in body.iter(f"{TEXT}deletion")
    )


@hookimpl
def register_readers() -> list[Reader]:
    """OpenDocument texts."""
    return [Reader(id="odt", title="OpenDocument text", suffixes=(".odt", ".ott"), read=read, source="ODF 1.3, part 3")]
