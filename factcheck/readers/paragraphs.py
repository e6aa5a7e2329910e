"""Where one block ends and the next begins, decided once for the file: by blank lines, by single lines, or hard-wrapped.

Never looks at what a block says beyond its line ends; never changes the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.model.article import Span
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled

BLANK, LINES, WRAPPED = "blank", "lines", "wrapped"
MODES = (BLANK, LINES, WRAPPED)

_WIDEST = 120  # a hard-wrapped text keeps its lines at or below this width (mail: 72–78, editors: 80–120)
_NARROWEST = 40
_ENDS = (".", "!", "?", ":", "…", '"', "”", "’", "'", ")", "»", ";")
_MARKER = compiled(r"[^\S\n]*(?:[•‣◦▪●·*–-][^\S\n]+|\(?\d{1,3}[.)][^\S\n]+|>)")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text that is one block.

    Args:
        start, end: offsets without outer white space.
        group: stretches between two blank lines share it.
        kind: its block kind where known, else "".
    """

    start: int
    end: int
    group: int = 0
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The parts of a text, how they were found, and the sentence that says so where it was a guess."""

    parts: tuple[Part, ...]
    mode: str
    note: str | None = None


def paragraphs(text: str, mode: str | None = None) -> Paragraphs:
    """Cut a text into parts.

    Args:
        text: with ``\\n`` line ends.
        mode: "blank", "lines" or "wrapped"; None decides.
    """
    groups = list(_groups(text))
    note = None
    if mode is None:
        mode, note = _decide(text, groups)
    parts: list[Part] = []
    width = _width(groups)
    for number, lines in enumerate(groups):
        parts += (Part(a, b, number) for a, b in _cut(text, lines, mode, width))
    return Paragraphs(tuple(parts), mode, note)


def _groups(text: str) -> Iterator[list[Span]]:
    """Runs of lines without a blank one between; each line as a span without outer white space."""
    run: list[Span] = []
    at = 0
    while at <= len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        line = trimmed(text, at, stop)
        if line is not None:
            run.append(line)
        elif run:
            yield run
            run = []
        at = stop + 1
    if run:
        yield run


def trimmed(text: str, start: int, end: int) -> Span | None:
    """A span without outer white space, or None where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _width(groups: list[list[Span]]) -> int:
    """The width that the lines were wrapped at: what nine of ten inner lines stay within."""
    lengths = sorted(b - a for lines in groups for a, b in lines[:-1])
    return lengths[min(len(lengths) - 1, len(lengths) * 9 // 10)] if lengths else 0


def _decide(text: str, groups: list[list[Span]]) -> tuple[str, str | None]:
    pairs = (pair for lines in groups for pair in pairwise(lines))
    breaks = [(x, y) for x, y in pairs if not _is_item(text, y) and not _is_row(text, x)]
    if not breaks:
        return BLANK, None
    width = _width(groups)
    full = sum(_was_full(text, x, y, width) for x, y in breaks)
    inside = sum(text[x[1] - 1] not in _ENDS for x, y in breaks)
    lower = sum(text[y[0]].islower() for _, y in breaks)
    wide = len(breaks) >= 2 and _NARROWEST <= width <= _WIDEST
    if wide and full >= 0.7 * len(breaks) and inside >= 0.4 * len(breaks) and lower >= 0.25 * len(breaks):
        return WRAPPED, "The lines look hard-wrapped: line breaks inside a paragraph were read as spaces."
    if len(groups) > 2 * len(breaks) or width > _WIDEST:
        return LINES, None  # the file keeps blank lines, or its lines are too long to be wrapped
    return LINES, "Each line was read as a paragraph of its own."


def _was_full(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the next line's first word would not have fitted."""
    stop = following[0]
    while stop < following[1] and not text[stop].isspace() and stop - following[0] <= width:
        stop += 1
    return line[1] - line[0] + 1 + stop - following[0] > width


def _is_item(text: str, line: Span) -> bool:
    return _MARKER.match(text, line[0], line[1]) is not None


def _is_row(text: str, line: Span) -> bool:
    return is_row(text[line[0] : line[1]])


def is_row(line: str) -> bool:
    """Whether a line is a row of a table: two tabs or two bars in it."""
    return "\n" not in line and (line.count("\t") >= 2 or line.count("|") >= 2)


def _indented(text: str, line: Span) -> bool:
    return line[0] > 0 and text[line[0] - 1] in " \t"


def _cut(text: str, lines: list[Span], mode: str, width: int) -> Iterator[Span]:
    start, end = lines[0]
    for line in lines[1:]:
        if _breaks(text, (start, end), line, mode, width):
            yield start, end
            start = line[0]
        end = line[1]
    yield start, end


def _breaks(text: str, before: Span, line: Span, mode: str, width: int) -> bool:
    last = trimmed(text, max(before[0], text.rfind("\n", before[0], before[1]) + 1), before[1]) or before
    if _is_row(text, line) or _is_row(text, last):
        return True
    if _is_item(text, line):
        return mode != BLANK or _is_item(text, before) or text[before[1] - 1] == ":"
    if mode == LINES:  # no paragraph begins in small letters while the one before has not ended: a broken line
        return not (text[line[0]].islower() and text[last[1] - 1] not in _ENDS)
    if mode == WRAPPED:
        if _indented(text, line) and not _indented(text, last):
            return True
        if text[line[0]].islower() or _was_full(text, last, line, width):
            return False
        return text[last[1] - 1] in _ENDS or last[1] - last[0] < 0.6 * width
    return False
