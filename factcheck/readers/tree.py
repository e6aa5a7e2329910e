"""Writes a tree of HTML-like elements as blocks: headings, paragraphs, items, rows, quotations, captions, links, notes.

Takes lxml elements, of HTML or of the vocabulary that trafilatura makes of it. Never follows a link, never keeps markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.readers.page import Line, Page

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "head"})
BLOCKS = {
    **dict.fromkeys(HEADINGS, "headline"),
    "p": "",
    "div": "",
    "li": "list_item",
    "item": "list_item",
    "dd": "list_item",
    "dt": "list_item",
    "blockquote": "quotation",
    "quote": "quotation",
    "figcaption": "caption",
    "caption": "caption",
    "pre": "",
    "code": "",
}
"""Elements that begin a block of their own, with the kind they give it."""
ROWS = frozenset({"tr", "row"})
CELLS = frozenset({"td", "th", "cell"})
BREAKS = frozenset({"br", "lb"})
LEFT_OUT = frozenset({"script", "style", "noscript", "template", "svg", "head_", "title", "meta", "img", "graphic"})
_NESTED = 400  # elements inside elements; a page that goes deeper is cut there


def write(root: Any, page: Page, notes: Mapping[str, tuple[str, str]] | None = None) -> bool:
    """Write the blocks of an element into a page.

    Args:
        root: an lxml element.
        page: is added to.
        notes: footnotes and comments by the anchor that links to them: ``#id`` to (kind, words).
    Returns:
        Whether everything was written; False where elements were nested too deeply.
    """
    walk = _Walk(page, notes or {})
    walk.block(root, "", 0)
    walk.flush("")
    return not walk.cut


class _Walk:
    def __init__(self, page: Page, notes: Mapping[str, tuple[str, str]]) -> None:
        self.page, self.notes = page, notes
        self.line = Line()
        self.cut = False
        self.rows = 0
        self.last = ""

    def flush(self, kind: str) -> None:
        """Write what was collected as one block."""
        line, self.line = self.line, Line()
        if line.text().strip():
            self.page.block(line, kind, tight=kind == self.last == "list_item")
            self.last, self.rows = kind, 0

    def block(self, element: Any, kind: str, depth: int) -> None:
        """The words of an element; a block inside it ends what was collected before."""
        if depth > _NESTED:
            self.cut = True
            return
        self.line.put(element.text or "")
        for child in element:
            self.child(child, kind, depth)
            self.line.put(child.tail or "")

    def child(self, child: Any, kind: str, depth: int) -> None:
        tag = child.tag.lower() if isinstance(child.tag, str) else ""
        if not tag or tag in LEFT_OUT:
            return
        if tag in BREAKS:
            self.line.put("\n")
        elif tag in ROWS:
            self.flush(kind)
            self.row(child, depth)
        elif tag in BLOCKS or tag in ("ul", "ol", "list", "table", "tbody", "thead", "dl", "section", "article", "figure", "body"):
            self.flush(kind)
            own = BLOCKS.get(tag) or kind
            self.block(child, own, depth + 1)
            self.flush(own)
        elif tag in ("a", "ref"):
            self.anchor(child, kind, depth)
        else:
            self.block(child, kind, depth + 1)

    def anchor(self, element: Any, kind: str, depth: int) -> None:
        """A link, or the mark of a note, whose own words are no text of the article."""
        url = (element.get("href") or element.get("target") or "").strip()
        if url in self.notes:
            self.line.note(*self.notes[url])
            return
        start, line = self.line.length, self.line
        self.block(element, kind, depth + 1)
        if line is self.line and url.lower().startswith(("http://", "https://", "mailto:")):
            line.link(start, url)

    def row(self, element: Any, depth: int) -> None:
        """A row of a table; tables inside cells are read as words."""
        cells = []
        for child in element:
            if isinstance(child.tag, str) and child.tag.lower() in CELLS:
                inner = _Walk(Page(close=True), self.notes)
                inner.block(child, "", depth + 1)
                inner.flush("")
                cells.append(inner.page.joined())
                self.cut = self.cut or inner.cut
        self.page.row(cells, tight=self.rows > 0 and self.last == "table")
        self.last, self.rows = "table", self.rows + 1
