"""The text of a rich document as it grows, block by block, with its links; what every reader of such files writes into.

Never interprets markup: readers say what a block is, here offsets are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field

from factcheck.model.article import Link
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.readers.characters import normalised
from factcheck.readers.paragraphs import Part

_SPACES = compiled(r"[^\S\n\u00a0]+")
_UNSEEN = compiled("[\u00ad\u200b\u2060\ufeff]")  # where a word may be broken, or may not
_WORD_END = compiled(r"\S{1,60}\Z")
_NEAR = 80  # characters kept to find the word before a note


@dataclass
class Line:
    """The words of one block and its links; offsets count from its start."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    links: list[Link] = field(default_factory=list)

    def put(self, text: str) -> None:
        """Add words; runs of white space become one space, a line break stays, places to break a word are left out."""
        text = _SPACES.sub(" ", _UNSEEN.sub("", normalised(text)))
        if text.startswith(" ") and (not self.pieces or self.pieces[-1].endswith((" ", "\n"))):
            text = text[1:]
        if text:
            self.pieces.append(text)
            self.length += len(text)

    def link(self, start: int, url: str, kind: str = "link") -> None:
        """What was put since an offset is linked."""
        if self.length > start and url:
            self.links.append(Link("", start, self.length, url, kind))

    def note(self, kind: str, words: str) -> None:
        """A footnote or comment on the word before."""
        tail = "".join(self.pieces[-4:])[-_NEAR:]
        found = _WORD_END.search(tail.rstrip())
        if found and words.strip():
            stop = self.length - len(tail) + len(tail.rstrip())
            self.links.append(Link("", stop - len(found.group()), stop, " ".join(words.split()), kind))

    def text(self) -> str:
        """The words."""
        return "".join(self.pieces)


@dataclass
class Page:
    """The document's text with its parts and links.

    Args:
        close: one line break between any two blocks, as in a cell of a table.
    """

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    parts: list[Part] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    close: bool = False

    def text(self) -> str:
        """All that was written."""
        return "".join(self.pieces)

    def block(self, line: Line | str, kind: str = "", *, tight: bool = False) -> None:
        """Write one block.

        Args:
            line: its words; without any it is left out.
            kind: its block kind where the document says it, else "".
            tight: one line break instead of two before it: an item after an item, a row after a row.
        """
        given = line if isinstance(line, Line) else Line([_UNSEEN.sub("", line)])
        whole = given.text()
        text, lead = whole.strip(), len(whole) - len(whole.lstrip())
        if not text:
            return
        if self.parts:
            self._write("\n" if tight or self.close else "\n\n")
        start = self.length
        self._write(text)
        self.parts.append(Part(start, self.length, len(self.parts), kind))
        for link in given.links:
            a, b = max(0, link.start - lead), min(len(text), link.end - lead)
            if a < b:
                self.links.append(Link(text[a:b], start + a, start + b, link.url, link.kind))

    def row(self, cells: Sequence[Line], *, tight: bool) -> None:
        """Write one row of a table, its cells with bars between."""
        line = Line()
        for n, cell in enumerate(cells):
            if n:
                line.pieces.append(" | ")
                line.length += 3
            line.links += [Link("", k.start + line.length, k.end + line.length, k.url, k.kind) for k in cell.links]
            words = cell.text().replace("\n", " ").rstrip()
            line.pieces.append(words)
            line.length += len(words)
        if line.text().strip(" |"):
            self.block(line, "table", tight=tight)

    def joined(self) -> Line:
        """All blocks as one line, as a cell of a table holds them."""
        text = self.text().replace("\n", " ")
        return Line([text], len(text), list(self.links))

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)


_SHOWN = 60  # characters of a deletion that are shown


def told_deletions(gone: Iterable[str]) -> str | None:
    """What tracking marks as deleted, told in one sentence; None where nothing was.

    >>> told_deletions(["seven ", " "])
    'Tracked changes were read as accepted; deleted and left out: “seven”.'
    """
    words = [w for g in gone if (w := " ".join(g.split()))]
    if not words:
        return None
    shown = ", ".join(f"“{w[:_SHOWN]}{'…' if len(w) > _SHOWN else ''}”" for w in words[:3])
    more = f" and {len(words) - 3} more" if len(words) > 3 else ""
    return f"Tracked changes were read as accepted; deleted and left out: {shown}{more}."
