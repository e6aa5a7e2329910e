"""One sheet, written row by row into a streaming workbook: text is text, rows fit, the page is set up. Knows no worksheet."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from typing import Any, NamedTuple

from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties

from factcheck.formats.excel import cells
from factcheck.formats.excel.style import Look, Styles
from factcheck.formats.excel.text import escape, shown

MOST_LINKS = 60_000
"""Excel refuses a sheet with more than 65,530 links."""
LONGEST_LINK = 2_000


class Put(NamedTuple):
    """What goes into one cell.

    Args:
        value: text, number, date, Formula, rich text or None.
        look: how it looks.
        link: a place in the workbook ("'Names'!A5"), an address, a file beside it ("./a.xlsx"), or "".
    """

    value: Any
    look: Look
    link: str = ""


class Page(NamedTuple):
    """What stands on every printed page."""

    title: str
    draft: str
    short_hash: str


class Sheet:
    """A sheet of a streaming workbook. Widths and views are set before the first row, the rest at any time."""

    def __init__(
        self, book: Workbook, styles: Styles | None, title: str, widths: Sequence[float], page: Page | None = None, *, hidden: bool = False
    ) -> None:
        self.ws: Any = book.create_sheet(title)
        self.title = title
        self.styles = styles or Styles(self.ws)
        self.widths = widths
        self.at = 0
        self._rows: Generator[None, str, None] | None = None
        self._links = 0
        for number, width in enumerate(widths, 1):
            self.ws.column_dimensions[get_column_letter(number)].width = width
        self.ws.sheet_state = "hidden" if hidden else "visible"
        self.ws.protection.sheet = hidden  # without a password; other sheets stay open, because protection stops sorting and unfolding
        self.ws.sheet_view.showGridLines = False
        self.ws.sheet_view.zoomScale = 100
        if page is not None:
            self._set_up(page)

    def _set_up(self, page: Page) -> None:
        """Landscape A4, as wide as the page, title, draft and hash on every page."""
        ws = self.ws
        ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        ws.page_setup.orientation, ws.page_setup.paperSize = "landscape", 9
        ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
        margins = ws.page_margins
        margins.left = margins.right = 0.3
        margins.top = margins.bottom = 0.5
        margins.header = margins.footer = 0.22
        ws.print_options.horizontalCentered = True
        ws.HeaderFooter.oddHeader.left.text = _field(page.title, 90)
        ws.HeaderFooter.oddHeader.right.text = _field(page.draft, 40)
        ws.HeaderFooter.oddFooter.left.text = _field(f"{self.title} · text {page.short_hash}", 60)
        ws.HeaderFooter.oddFooter.right.text = "Page &P of &N"

    def row(self, puts: Sequence[Put | None], height: float | None = None, *, fixed: bool = False) -> int:
        """Write one row and give its number.

        Args:
            height: in points; the row still grows when somebody types more into it.
            fixed: the height stays, for rows with merged cells, which programs do not fit.
        """
        self.at += 1
        if self._rows is None:
            self._rows = self.ws._rows = cells.stream(self.ws)
            next(self._rows)
        attributes = "" if height is None else f' ht="{height:g}" customHeight="1"' if fixed else f' ht="{height:g}"'
        self._rows.send(cells.row(self.at, attributes, "".join(self._cells(puts))))
        return self.at

    def forget_height(self) -> None:
        """Let go of the last row's height, which is written: of thousands of rows it would take memory."""
        self.ws.row_dimensions.pop(self.at, None)

    def _cells(self, puts: Sequence[Put | None]) -> Iterator[str]:
        at, attribute = self.at, self.styles.attribute
        for column, put in enumerate(puts, 1):
            if put is not None:
                value, look, link = put
                ref = cells.name(column, at)
                if link:
                    self._link(ref, link)
                yield cells.cell(ref, attribute(look), value)

    def _link(self, ref: str, link: str) -> None:
        self._links += 1
        if self._links > MOST_LINKS or len(link) > LONGEST_LINK:
            return
        outside = "://" in link or link.startswith("./")
        self.ws._hyperlinks.append(Hyperlink(ref=ref, target=link) if outside else Hyperlink(ref=ref, location=link))

    def merge(self, row: int, first: int, last: int) -> None:
        """Merge cells of one row; rows and columns from 1."""
        if last > first:
            self.ws.merged_cells.add(CellRange(min_row=row, max_row=row, min_col=first, max_col=last))

    def freeze(self, column: int, row: int, *, show_row: int | None = None, active: str | None = None) -> None:
        """Keep what is left of a column and above a row in view, and open at a row with a cell selected. Before the first row."""
        letter = get_column_letter(column)
        self.ws.freeze_panes = f"{letter}{row}"
        view = self.ws.sheet_view
        if show_row is not None:
            view.pane.topLeftCell = f"{letter}{show_row}"
        if active is not None:
            for selection in view.selection:
                if selection.pane == view.pane.activePane:
                    selection.activeCell = selection.sqref = active

    def repeat(self, first: int, last: int) -> None:
        """Print these rows on every page."""
        self.ws.print_title_rows = f"{first}:{last}"

    def print_only(self, columns: int, last: int) -> None:
        """Print the first columns only."""
        self.ws.print_area = f"A1:{get_column_letter(columns)}{last}"

    def filter(self, head: int, last: int, columns: int) -> None:
        """Filter buttons on a heading row."""
        self.ws.auto_filter.ref = f"A{head}:{get_column_letter(columns)}{max(last, head + 1)}"

    def choose(self, column: int, first: int, last: int, source: str, title: str, *, warn: bool = True) -> None:
        """A drop-down on a column, from a range; another word is warned of, never refused."""
        rule = DataValidation(
            type="list", formula1=source, allow_blank=True, errorStyle="warning", showErrorMessage=warn, showInputMessage=False
        )
        rule.errorTitle, rule.error = title[:32], "This is not in the list. Keep it all the same?"
        rule.add(f"{get_column_letter(column)}{first}:{get_column_letter(column)}{last}")
        self.ws.data_validations.append(rule)

    def explain(self, column: int, row: int, title: str, text: str) -> None:
        """A word of help that shows when a cell is selected."""
        if text:
            rule = DataValidation(showInputMessage=True, showErrorMessage=False, allow_blank=True)
            rule.promptTitle, rule.prompt = shown(title)[:32], escape(shown(text)[:250])
            rule.add(f"{get_column_letter(column)}{row}")
            self.ws.data_validations.append(rule)

    def tint(self, area: str, formula: str, style: DifferentialStyle, *, stop: bool = False) -> None:
        """A conditional format."""
        self.ws.conditional_formatting.add(area, Rule(type="expression", formula=[formula], dxf=style, stopIfTrue=stop))


def _field(text: str, most: int) -> str:
    """Text for a header or footer, whose codes start with an ampersand."""
    words = " ".join(shown(text).split())
    return (words if len(words) <= most else words[: most - 1] + "…").replace("&", "&&") or " "
