"""The looks of cells, each made once for a workbook and shared. Grey is the tool's side, white is people's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

FONT = "Calibri"
SIZE = 10.0

INK, SOFT, LINK, WHITE = "1F2933", "55626B", "1B4F8A", "FFFFFF"
MACHINE, RULE, HEAD, HEAD_WHITE = "F3F4F1", "C9CFD2", "37474F", "0B5563"
ALARM = "8C1D18"

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
    """The looks of one workbook as openpyxl's style arrays; cells share them, nobody changes them."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._made: dict[Look, Any] = {}

    def of(self, look: Look) -> Any:
        """The style array of a look."""
        style = self._made.get(look)
        if style is None:
            style = self._made[look] = self._make(look)
        return style

    def _make(self, look: Look) -> Any:
        cell = WriteOnlyCell(self._sheet)
        cell.font = Font(name=FONT, size=look.size, bold=look.bold, italic=look.italic, color=look.color)
        if look.fill:
            cell.fill = PatternFill("solid", fgColor=look.fill)
        if look.border:
            line = Side("thin", color=RULE)
            cell.border = (
                Border(left=line, right=line, top=line, bottom=line) if look.border == "all" else Border(bottom=Side("thin", color=SOFT))
            )
        cell.alignment = Alignment(horizontal=look.across, vertical=look.down, wrap_text=look.wrap, text_rotation=look.turned)
        cell.protection = Protection(locked=not look.free)
        cell.number_format = look.format
        return cell._style  # type: ignore[attr-defined]
