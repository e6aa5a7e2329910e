"""How high a row has to be for its wrapped text. A pure function of text, column width and font; asks no font of the machine.

Excel counts a column's width in digits of the default font. The widths below are in digits too, the wider one of Calibri and
DejaVu Sans for each letter, so that the text also fits where a program replaces the font.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

DEFAULT_SIZE = 11.0
"""Points of the workbook's default font, which column widths count."""
LINE = 1.32
"""Height of a line in points for each point of the font."""
HIGHEST = 409.0
"""No row is higher in Excel."""
PADDING = 4.0


class _Widths(dict[str, float]):
    """Widths of characters in digits; what the table lacks by its Unicode class."""

    def __missing__(self, char: str) -> float:
        if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn"):
            width = 0.0
        elif unicodedata.east_asian_width(char) in ("W", "F"):
            width = 2.1
        else:
            width = 1.2 if char.isupper() else 1.1
        self[char] = width
        return width


_WIDTHS = _Widths(
    {
        c: w
        for chars, w in (
            ("ijl'‘’|", 0.46),
            (".,:;!", 0.52),
            (" \u00a0", 0.5),
            ('ft()[]-/\\"“”I', 0.7),
            ("rJ", 0.7),
            ("szcxkvy", 0.92),
            ("abdeghnopqu", 1.0),
            ("0123456789_$€£?", 1.0),
            ("mw", 1.58),
            ("ABCDEFGHKLNOPQRSTUVXYZ&", 1.2),
            ("MW", 1.75),
            ("%@—…", 1.7),
            ("–+=<>~#*", 1.3),
            ("☐☑✔✘✎→", 1.5),
        )
        for c in chars
    }
)


def text_width(text: str) -> float:
    """The width of one line of text, in digits of its own size."""
    return sum(map(_WIDTHS.__getitem__, text))


@lru_cache(maxsize=20_000)
def lines(text: str, width: float, size: float = 10.0, *, bold: bool = False) -> int:
    """How many lines a text takes.

    Args:
        text: with its own line breaks.
        width: of the column, in digits of the default font.
        size: of the text's font, in points.
        bold: bold letters are wider.
    """
    room = max(1.0, width * DEFAULT_SIZE / size * (0.92 if bold else 0.98))
    return sum(1 if len(line) * 1.75 <= room else _wrapped(line, room) for line in text.split("\n")) if text else 0


def _wrapped(line: str, room: float) -> int:
    if text_width(line) <= room:
        return 1
    count, used = 1, 0.0
    space = _WIDTHS[" "]
    for word in line.split(" "):
        wide = text_width(word)
        if used and used + space + wide <= room:
            used += space + wide
            continue
        if used:
            count += 1
        if wide > room:  # a word longer than the line is broken anywhere
            extra = int(wide // room)
            count += extra
            wide -= extra * room
        used = wide or space
    return count


def height(text: str, width: float, size: float = 10.0, *, bold: bool = False, least: int = 1) -> float:
    """The height in points that a text takes in a column, at least so many lines."""
    return max(lines(text, width, size, bold=bold), least) * size * LINE + PADDING


def row_height(cells: Iterable[tuple[str, float]], size: float = 10.0, *, bold: bool = False, least: int = 1) -> float:
    """The height of a row in points, never higher than a row can be.

    Args:
        cells: each text with the width of its column.
        least: lines that the row has at least, to write in.
    """
    most = max((height(text, width, size, bold=bold, least=least) for text, width in cells), default=least * size * LINE + PADDING)
    return min(HIGHEST, round(most, 2))
