"""The looks of cells, each made once for a workbook and shared. Grey is the tool's side, white is people's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray

from factcheck.model.light import dataclass

FONT = "Calibri"
SIZE = 10.0

INK, SOFT, LINK, WHITE = "1F2933", "55626B", "1B4F8A", "FFFFFF"
MACHINE, RULE, HEAD, HEAD_WHITE = "F3F4F1", "C9CFD2", "37474F", "0B5563"
ALARM = "8C1D18"

MOST_LOOKS = 500
"""Looks that are remembered as they are; one made for a single cell is not."""
TEXT, DATE, GENERAL = "@", "yyyy-mm-dd", "General"


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks.

    Args:
        bold, italic, size, color: of the font.
        fill: colour, or "" for none.
        border: "all", "bottom" or "".
        wrap, across, down: alignment.
        turned: degrees of rotation.
        free: people may type here where somebody protects the sheet.
        format: number format.
    """

    bold: bool = False
    italic: bool = False
    size: float = SIZE
    color: str = INK
    fill: str = ""
    border: str = ""
    wrap: bool = True
    across: str = "left"
    down: str = "top"
    turned: int = 0
    free: bool = False
    format: str = GENERAL


PLAIN = Look()
QUIET = Look(color=SOFT, size=9)
TITLE = Look(bold=True, size=16)
SECTION = Look(bold=True, size=11, border="bottom", down="bottom", wrap=False)
LABEL = Look(color=SOFT, size=9, wrap=False, down="center")
ONE_LINE = Look(wrap=False)
MACHINE_CELL = Look(fill=MACHINE, border="all")
MACHINE_LINK = Look(fill=MACHINE, border="all", color=LINK, bold=True)
MACHINE_REF = Look(fill=MACHINE, border="all", color=LINK)
MACHINE_SMALL = Look(fill=MACHINE, border="all", size=9)
MACHINE_SOFT = Look(fill=MACHINE, border="all", color=SOFT)
HIGH = Look(fill=MACHINE, border="all", bold=True, color=ALARM)
WHITE_TEXT = Look(border="all", free=True, format=TEXT)
WHITE_URL = Look(border="all", free=True, color=LINK)
WHITE_DATE = Look(border="all", free=True, format=DATE)
WHITE_TICK = Look(border="all", free=True, across="center", size=12)
HEAD_MACHINE = Look(bold=True, size=9, color=WHITE, fill=HEAD, border="all")
HEAD_CHECKER = Look(bold=True, size=9, color=WHITE, fill=HEAD_WHITE, border="all")
HEAD_GROUP = Look(size=8, color=SOFT, fill="DDE2E4", border="all", turned=90, across="center", down="bottom", wrap=False)
GAP = Look(fill="DDE2E4")


class Styles:
    """The looks of one workbook by number, each made when its first cell is written."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._made: dict[Look, str] = {}
        self._at: dict[int, tuple[Look, str]] = {}
        self._parts: dict[tuple[str, tuple[Any, ...]], int] = {}

    def attribute(self, look: Look) -> str:
        """What a cell says of its look: ' s="12"', or '' where it is the workbook's default."""
        at = self._at.get(id(look))  # nearly all looks are constants; comparing their eleven fields takes longer
        if at is not None and at[0] is look:
            return at[1]
        if look not in self._made:
            self._made[look] = self._make(look)
        if len(self._at) < MOST_LOOKS:
            self._at[id(look)] = look, self._made[look]
        return self._made[look]

    def _make(self, look: Look) -> str:
        cell: Any = Cell(self._sheet, row=1, column=1, style_array=StyleArray())
        self._set(cell, "font", (look.size, look.bold, look.italic, look.color), _font)
        if look.fill:
            self._set(cell, "fill", (look.fill,), _fill)
        if look.border:
            self._set(cell, "border", (look.border != "all",), _border)
        self._set(cell, "alignment", (look.across, look.down, look.wrap, look.turned), _alignment)
        self._set(cell, "protection", (look.free,), _protection)
        cell.number_format = look.format
        return f' s="{cell.style_id}"' if cell.has_style else ""

    def _set(self, cell: Any, part: str, key: tuple[Any, ...], make: Callable[..., Any]) -> None:
        """Each font, fill and so on is made once: openpyxl compares a new one with all that it knows."""
        number = _NUMBERS[part]
        if (part, key) in self._parts:
            setattr(cell._style, number, self._parts[part, key])
        else:
            setattr(cell, part, make(*key))
            self._parts[part, key] = getattr(cell._style, number)


_NUMBERS = {"font": "fontId", "fill": "fillId", "border": "borderId", "alignment": "alignmentId", "protection": "protectionId"}


def _font(size: float, bold: bool, italic: bool, color: str) -> Font:
    return Font(name=FONT, size=size, bold=bold, italic=italic, color=color)


def _fill(color: str) -> PatternFill:
    return PatternFill("solid", fgColor=color)


def _border(below_only: bool) -> Border:
    line = Side("thin", color=RULE)
    return Border(bottom=Side("thin", color=SOFT)) if below_only else Border(left=line, right=line, top=line, bottom=line)


def _alignment(across: str, down: str, wrap: bool, turned: int) -> Alignment:
    return Alignment(horizontal=across, vertical=down, wrap_text=wrap, text_rotation=turned)


def _protection(free: bool) -> Protection:
    return Protection(locked=not free)
