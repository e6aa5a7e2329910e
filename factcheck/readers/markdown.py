"""Reads Markdown. The article's text is what a reader of the page sees, without markup; links and footnotes keep their offsets in it.

Never fetches anything, never keeps raw HTML.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from factcheck.model.article import Article, Link
from factcheck.model.patterns import compiled
from factcheck.plugin import hookimpl
from factcheck.plugin.records import Reader, Source
from factcheck.readers.assemble import assemble, where
from factcheck.readers.characters import normalised
from factcheck.readers.encoding import decode
from factcheck.readers.footnotes import REFERENCE, take_footnotes
from factcheck.readers.frontmatter import FrontMatter, front_matter
from factcheck.readers.paragraphs import Part

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAG = compiled(r"<[/!?A-Za-z][^<>]*>")
_SPACES = compiled(r"[^\S\n\u00a0]+")
_WORD_END = compiled(r"\S{1,60}\Z")
_NEAR = 80  # characters kept to find the word before a note
_DEEPEST = 150  # the parser drops what is nested deeper; its own 20 loses words of long mail threads
_DEEPEST_INLINE = 20  # inside a line it drops no word, and every open bracket costs that much


def read(source: Source, settings: Mapping[str, Any]) -> Article:
    """An article from Markdown (CommonMark with tables and footnotes).

    Args:
        source: the file's name and bytes.
        settings: none are read.
    Raises:
        FactcheckError: empty, binary or undecodable input.
    """
    from markdown_it import MarkdownIt  # late: only this format needs it

    decoded = decode(source.data, where(source), source.charset)
    text = normalised(decoded.text)
    front = front_matter(text)
    lines = text.split("\n")
    notes = take_footnotes("\n".join([*[""] * front.lines, *lines[front.lines :]]))
    page = _Page(notes.notes)
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    parser.core.ruler.before("inline", "inside_lines", lambda state: state.md.options.update(maxNesting=_DEEPEST_INLINE))
    tokens = parser.parse(notes.text)
    _declared(page, front, tokens)
    page.render(tokens)
    page.unreferenced()
    return assemble(
        source,
        page.text(),
        page.parts,
        notes=[n for n in (decoded.note, _lost(tokens)) if n],
        links=page.links,
        title=front.title,
        byline=front.byline,
        published=front.published,
        url=front.url,
        language=front.language or "en",
    )


def _lost(tokens: Sequence[Token]) -> str | None:
    if any(t.level >= _DEEPEST - 2 for t in tokens):
        return f"Quotations or lists nested deeper than {_DEEPEST} levels were left out."
    return None


def _declared(page: _Page, front: FrontMatter, tokens: Sequence[Token]) -> None:
    """A title that only the front matter holds is a headline that must be checked too."""
    first = next((_words_of(tokens[n + 1]) for n, t in enumerate(tokens) if t.type == "heading_open"), "")
    if front.title and _folded(first) != _folded(front.title):
        page.block(front.title, "headline")
    if front.subtitle:
        page.block(front.subtitle, "standfirst")


def _words_of(token: Token) -> str:
    """What a reader sees of an inline token: no markup, no addresses."""
    return _Line({}, set()).render(token.children or []).text()


def _folded(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


class _Page:
    """The plain text as it grows, with its parts and links."""

    def __init__(self, notes: Mapping[str, str]) -> None:
        self.notes = notes
        self.used: set[str] = set()
        self.pieces: list[str] = []
        self.length = 0
        self.parts: list[Part] = []
        self.links: list[Link] = []
        self.waiting: list[str] = []  # comments that stand above the first block

    def text(self) -> str:
        """All that was written."""
        return "".join(self.pieces)

    def block(self, text: str, kind: str = "", links: Sequence[Link] = (), *, tight: bool = False) -> None:
        """Write one block; offsets of its links count from its own start."""
        lead = len(text) - len(text.lstrip())
        text = text.strip()
        if not text:
            return
        if self.parts:
            self._write("\n" if tight else "\n\n")
        start = self.length
        self._write(text)
        self.parts.append(Part(start, self.length, len(self.parts), kind))
        for link in links:
            a, b = max(0, link.start - lead), min(len(text), link.end - lead)
            if a < b:
                self.links.append(Link(text[a:b], start + a, start + b, link.url, link.kind))
        word = text.split(None, 1)[0]
        self.links += [Link(word, start, start + len(word), c, "comment") for c in self.waiting]
        self.waiting = []

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def render(self, tokens: Sequence[Token]) -> None:
        """Write the blocks of a token stream."""
        quotes = items = 0
        fresh: list[bool] = []  # whether the next block of each open list item is its first
        heading = False
        row: list[tuple[str, list[Link]]] | None = None
        rows = 0
        for token in tokens:
            kind = token.type
            if kind == "blockquote_open":
                quotes += 1
            elif kind == "blockquote_close":
                quotes -= 1
            elif kind == "list_item_open":
                items += 1
                fresh.append(True)
            elif kind == "list_item_close":
                items -= 1
                fresh.pop()
            elif kind in ("heading_open", "heading_close"):
                heading = kind == "heading_open"
            elif kind == "tr_open":
                row = []
            elif kind == "tr_close" and row is not None:
                self._row(row, tight=rows > 0)
                row, rows = None, rows + 1
            elif kind == "table_close":
                rows = 0
            elif kind == "inline":
                line = _Line(self.notes, self.used).render(token.children or [])
                text, links = line.text(), line.links
                if row is not None:
                    row.append((text, links))
                    continue
                own = "headline" if heading else "list_item" if items else "quotation" if quotes else ""
                own = own or ("caption" if line.only_pictures else "")
                self.block(text, own, links, tight=bool(fresh) and self._follows_item())
                fresh[-1:] = [False] if fresh else []
            elif kind in ("fence", "code_block"):
                self.block(token.content, "list_item" if items else "paragraph")
            elif kind == "html_block":
                self._html(token.content)

    def _html(self, content: str) -> None:
        """Raw HTML: its words without tags; a comment in it is a note on the block before."""
        import html

        words, comments = _without_comments(content)
        if self.parts and (word := _WORD_END.search(self.pieces[-1][-_NEAR:])):
            self.links += [Link(word.group(), self.length - len(word.group()), self.length, c, "comment") for c in comments]
        elif not self.parts:
            self.waiting += comments
        self.block(normalised(_SPACES.sub(" ", html.unescape(_TAG.sub(" ", words)))))

    def _follows_item(self) -> bool:
        return bool(self.parts) and self.parts[-1].kind == "list_item"

    def _row(self, cells: Sequence[tuple[str, list[Link]]], *, tight: bool) -> None:
        text, links = "", []
        for n, (cell, own) in enumerate(cells):
            text += " | " if n else ""
            links += [Link(k.text, k.start + len(text), k.end + len(text), k.url, k.kind) for k in own]
            text += cell
        if text.strip(" |"):
            self.block(text, "table", links, tight=tight)

    def unreferenced(self) -> None:
        """Notes that nothing refers to are text like any other."""
        for label, note in self.notes.items():
            if label not in self.used:
                self.block(note, "list_item")


class _Line:
    """The words of one block, its links and notes; offsets count from its start."""

    def __init__(self, notes: Mapping[str, str], used: set[str]) -> None:
        self.notes, self.used = notes, used
        self.pieces: list[str] = []
        self.length = 0
        self.tail = ""
        self.links: list[Link] = []
        self.pictures = self.others = 0

    def text(self) -> str:
        """The words."""
        return "".join(self.pieces)

    @property
    def only_pictures(self) -> bool:
        """Whether the block is nothing but pictures, whose words are captions."""
        return self.pictures > 0 and self.others == 0

    def render(self, tokens: Sequence[Token]) -> _Line:
        """Write the tokens of a block."""
        opened: list[tuple[int, str]] = []
        for token in tokens:
            if token.type in ("text", "text_special", "code_inline"):
                self.others += bool(token.content.strip())
                self._words(token.content) if token.type != "code_inline" else self._put(token.content)
            elif token.type == "softbreak":
                self._put(" ")
            elif token.type == "hardbreak":
                self._put("\n")
            elif token.type == "image":
                self.pictures += 1
                self._put(" ".join(t for t in (token.content, str(token.attrGet("title") or "")) if t))
            elif token.type == "html_inline":
                for comment in _without_comments(token.content)[1]:
                    self._note("comment", comment)
            elif token.type == "link_open":
                opened.append((self.length, str(token.attrGet("href") or "")))
            elif token.type == "link_close" and opened:
                start, url = opened.pop()
                self.links.append(Link("", start, self.length, url))
        return self

    def _put(self, text: str) -> None:
        text = normalised(text)
        self.pieces.append(text)
        self.length += len(text)
        self.tail = (self.tail + text)[-_NEAR:]

    def _words(self, text: str) -> None:
        """Literal text; a footnote's mark goes out of it and becomes a link on the word before."""
        at = 0
        for m in REFERENCE.finditer(text):
            if m[1] in self.notes:
                self._put(text[at : m.start()])
                self.used.add(m[1])
                self._note("footnote", self.notes[m[1]])
                at = m.end()
        self._put(text[at:])

    def _note(self, kind: str, note: str) -> None:
        word = _WORD_END.search(self.tail.rstrip())
        if word:
            stop = self.length - len(self.tail) + len(self.tail.rstrip())
            self.links.append(Link("", stop - len(word.group()), stop, note, kind))


def _without_comments(content: str) -> tuple[str, list[str]]:
    """HTML without its comments, and the comments."""
    words, comments, at = [], [], 0
    while (start := content.find("<!--", at)) >= 0:
        stop = content.find("-->", start + 4)
        words.append(content[at:start])
        comments.append(" ".join(content[start + 4 : stop if stop >= 0 else len(content)].split()))
        at = stop + 3 if stop >= 0 else len(content)
    words.append(content[at:])
    return " ".join(words), [c for c in comments if c]


@hookimpl
def register_readers() -> list[Reader]:
    """Markdown."""
    return [
        Reader(
            id="markdown",
            title="Markdown",
            suffixes=(".md", ".markdown", ".mdown", ".mkd"),
            read=read,
            source="CommonMark 0.31.2; tables and footnotes as GitHub writes them",
        )
    ]
