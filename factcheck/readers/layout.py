"""Makes paragraphs of printed lines: columns, word breaks, running heads, page numbers. Knows no file format, changes no word.

Source of the measures: house rule, from how books and newspapers are set: indents, leading, running heads.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.readers.paragraphs import Part
from factcheck.readers.triggers import words

_MANY = 8  # distances from which double spacing can be told from a few single lines
_EDGE = 0.12  # of the page's height: where running heads and feet stand
_NUMBER = compiled(r"(?:page\s*)?[-–—|(\[]?\s*\d{1,4}\s*[-–—|)\]]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_ENDS = (".", "!", "?", ":", "…", '"', "”", "’", "'", ")", "»", ";")
_ITEM = compiled(r"(?:[•‣◦▪●·*–]|\(?\d{1,2}[.)])\s+\w")
_HYPHEN = compiled(r"(\w+)(\u00ad|-)\Z")
_WORD = compiled(r"\w+")
_SOFT = "\u00ad"
_BAND = 6.0  # points: lines of two columns whose middles are as near stand beside each other


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as it stands on a page; all measures in points.

    Args:
        text: its words; a break inside a word may end in a soft hyphen.
        page: its number, from 1.
        left, right, bottom, top: its box, from the page's left and bottom edge.
        height: of the page.
    """

    text: str
    page: int
    left: float
    right: float
    bottom: float
    top: float
    height: float

    @property
    def size(self) -> float:
        """The height of its letters."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Laid:
    """What was made of the lines: the text, its parts, where each further page begins, and a sentence on what was left out."""

    text: str
    parts: tuple[Part, ...]
    pages: tuple[int, ...]
    note: str | None = None


def arrange(pages: Sequence[Sequence[PrintedLine]]) -> Laid:
    """Make one text of the lines of all pages.

    Args:
        pages: the lines of each page, in the order in which the file writes them.
    """
    running = _running(pages)
    lines = [line for page in pages for line in page if not _is_running(line, running)]
    left_out = sorted({line.text for page in pages for line in page if _is_running(line, running) and not _NUMBER.fullmatch(line.text)})
    joined = {m.group().lower() for line in lines for m in _WORD.finditer(line.text)}
    hyphened = {w.lower() for line in lines for w in re.findall(r"\w+-\w+", line.text)}
    pieces: list[str] = []
    parts: list[Part] = []
    starts: list[int] = []
    length, page = 0, 1
    for paragraph in _paragraphs(lines):
        text, breaks = _text(paragraph, joined, hyphened)
        if not text.strip():
            continue
        if parts:
            pieces.append("\n\n")
            length += 2
        for at, number in ((0, paragraph[0].page), *breaks):
            starts += [length + at] * (number - page)
            page = max(page, number)
        pieces.append(text)
        parts.append(Part(length, length + len(text), len(parts)))
        length += len(text)
    note = f"Running heads were left out: {'; '.join(t[:60] for t in left_out[:3])}." if left_out else None
    return Laid("".join(pieces), tuple(parts), tuple(starts), note)


def _running(pages: Sequence[Sequence[PrintedLine]]) -> frozenset[str]:
    """What stands in the margin of several pages, its numbers aside."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_key(line) for line in page if _in_margin(line)})
    least = 2 if len(pages) < 6 else 3
    alone = {_key(line) for line in pages[0] if _stands_alone(line, pages[0])} if len(pages) == 1 else set()
    return frozenset({key for key, n in seen.items() if n >= least} | alone)


def _stands_alone(line: PrintedLine, page: Sequence[PrintedLine]) -> bool:
    """At the very edge, with white between it and everything else: on a single page the only sign of a running head."""
    if _EDGE / 2 * line.height < line.bottom < (1 - _EDGE / 2) * line.height:
        return False
    return all(abs(o.bottom - line.bottom) > 2.5 * line.size for o in page if o is not line)


def _is_running(line: PrintedLine, running: frozenset[str]) -> bool:
    return _in_margin(line) and (_key(line) in running or _NUMBER.fullmatch(line.text) is not None)


def _in_margin(line: PrintedLine) -> bool:
    return line.bottom > (1 - _EDGE) * line.height or line.top < _EDGE * line.height


def _key(line: PrintedLine) -> str:
    return re.sub(r"\d+", "#", line.text).casefold()


def _paragraphs(lines: Sequence[PrintedLine]) -> Iterator[list[PrintedLine]]:
    """Lines that belong together: a gap, an indent, another size of letters or a short last line end a paragraph."""
    if not lines:
        return
    pitch = _pitch(lines)
    column = _right_edges(lines)
    run = [lines[0]]
    for before, line in pairwise(lines):
        if _ends(before, line, pitch, column[id(before)]):
            yield run
            run = []
        run.append(line)
    yield run


def _pitch(lines: Sequence[PrintedLine]) -> float:
    """The distance of lines inside a paragraph, in letter sizes: a quarter of all distances are no larger."""
    pairs = pairwise(lines)
    gaps = sorted(
        (a.bottom - b.bottom) / a.size for a, b in pairs if a.page == b.page and a.size > 0 and 0 < a.bottom - b.bottom < 3 * a.size
    )
    return min(gaps[len(gaps) // 4], 2.6 if len(gaps) >= _MANY else 1.5) if gaps else 1.2


def _right_edges(lines: Sequence[PrintedLine]) -> dict[int, float]:
    """For each line the right edge of its column: the farthest of the lines near it that share its left edge.

    Lines that reach over the next column, as a headline over all of them, are no measure for those that stand beside it.
    """
    beside = _beside(lines)
    out: dict[int, float] = {}
    for n, line in enumerate(lines):
        near = [o for o in lines[max(0, n - 25) : n + 26] if abs(o.left - line.left) < 3 * max(line.size, 1) and o.page == line.page]
        limit = min((b for o in near if (b := beside[id(o)]) > line.right), default=float("inf"))
        out[id(line)] = max(o.right for o in near if o.right < limit)
    return out


def _beside(lines: Sequence[PrintedLine]) -> dict[int, float]:
    """For each line the left edge of the nearest one to the right of it on the same height, or infinity."""
    bands: dict[tuple[int, int], list[float]] = defaultdict(list)
    for line in lines:
        bands[line.page, _band(line)].append(line.left)
    for lefts in bands.values():
        lefts.sort()
    out: dict[int, float] = {}
    for line in lines:
        found = [float("inf")]
        for n in (-1, 0, 1):
            lefts = bands.get((line.page, _band(line) + n), [])
            found += lefts[(at := bisect_right(lefts, line.right)) : at + 1]
        out[id(line)] = min(found)
    return out


def _band(line: PrintedLine) -> int:
    return int((line.top + line.bottom) / 2 / _BAND)


def _ends(before: PrintedLine, line: PrintedLine, pitch: float, edge: float) -> bool:
    larger, smaller = max(before.size, line.size), max(min(before.size, line.size), 0.1)
    if larger / smaller > 1.25 and abs(larger - smaller) > 1.5:
        return True
    if _ITEM.match(line.text):
        return True
    pitch *= before.size
    ended = before.text.endswith(_ENDS)
    follows = before.page == line.page and 0 <= before.bottom - line.bottom <= 3 * pitch
    if not follows:  # the next column or page
        return ended and not line.text[:1].islower()
    if before.bottom - line.bottom > 1.35 * pitch:
        return True
    short = before.right < edge - 0.15 * max(edge - before.left, 1) and (ended or _had_room(before, line, edge))
    indented = line.left - before.left > 0.7 * line.size and line.left - before.left < 6 * line.size
    if indented:
        return ended or short
    if line.text[:1].islower() or before.text.endswith((_SOFT, "-")):
        return False
    return short and (ended or len(before.text) < 60)


def _had_room(before: PrintedLine, line: PrintedLine, edge: float) -> bool:
    """Whether the next line's first word, in wide letters, would have stood on the line before: the break was made on purpose."""
    word = line.text.split(maxsplit=1)[0]
    letter = (before.right - before.left) / max(1, len(before.text))
    return before.right + letter * (1.3 * len(word) + 1) < edge


def _text(lines: Sequence[PrintedLine], joined: set[str], hyphened: set[str]) -> tuple[str, list[tuple[int, int]]]:
    """The words of a paragraph, and (offset, page) where a further page begins in it."""
    text, breaks = "", []
    for n, line in enumerate(lines):
        broken = _HYPHEN.search(text) if n else None
        if broken:
            text = text[: broken.start(2)] + ("-" if _stays(text, broken, line.text, joined, hyphened) else "")
        elif n and not text.endswith(" "):
            text += " "
        if n and line.page != lines[n - 1].page:
            breaks.append((len(text), line.page))
        text += line.text
    return text.replace(_SOFT, ""), breaks


def _stays(text: str, broken: re.Match[str], line: str, joined: set[str], hyphened: set[str]) -> bool:
    """Whether the hyphen at the end of a line belongs to the word: what is broken goes on with a small letter.

    Args:
        text: what was read up to the break.
        broken: of ``_HYPHEN`` in it.
        line: the next one.
        joined, hyphened: words that the file writes without and with a hyphen.
    """
    first, following = broken[1].lower(), _WORD.match(line)
    if following is None or not following.group()[0].islower() or first[-1].isdigit():
        return True
    whole = f"{first}{following.group()}".lower()
    if whole in joined:
        return False
    if f"{first}-{following.group()}".lower() in hyphened:
        return True
    if text[: broken.start()].endswith("-") and first in words("hyphen", "inner"):
        return True
    return first in words("hyphen", "first") and not whole.startswith(tuple(words("hyphen", "closed")))
