"""The bare script that `run.py` times: openpyxl writes a workbook from ready data, as a careful hand would. Imports nothing of ours.

    python bare_workbook.py READY.json OUT.xlsx

Streams the rows and makes each look once. Values, rich text, looks, links, widths, heights, merged cells, lists to choose from and
rules of colour are those of the worksheet's workbook.
"""

import json
import sys
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink


def value_of(value):
    """Rich text from its runs; everything else as it is."""
    if isinstance(value, list):
        return CellRichText([TextBlock(InlineFont(**run[1]), run[0]) if isinstance(run, list) else run for run in value])
    return value


def main():
    """Write the workbook."""
    ready = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    book = Workbook(write_only=True)
    looks = []
    for sheet in ready["sheets"]:
        ws = book.create_sheet(sheet["title"])
        if not looks:
            for look in ready["looks"]:
                cell = WriteOnlyCell(ws)
                cell.font, cell.alignment = Font(**look["font"]), Alignment(**look["alignment"])
                cell.protection = Protection(**look["protection"])
                if look["fill"]:
                    cell.fill = PatternFill("solid", fgColor=look["fill"])
                if look["border"]:
                    cell.border = Border(**{side: Side("thin", color=color) for side, color in look["border"].items()})
                cell.number_format = look["format"]
                looks.append(cell._style)
        for letter, width in sheet["widths"].items():
            ws.column_dimensions[letter].width = width
        for number, height in sheet["heights"].items():
            ws.row_dimensions[int(number)].height = height
        ws.freeze_panes, ws.sheet_state = sheet["freeze"], sheet["state"]
        for row in sheet["rows"]:
            line = []
            for put in row:
                if put is None:
                    line.append(None)
                    continue
                cell = WriteOnlyCell(ws, value=value_of(put[0]))
                cell._style = looks[put[1]]
                line.append(cell)
            ws.append(line)
        for ref, target, location in sheet["links"]:
            ws._hyperlinks.append(Hyperlink(ref=ref, target=target, location=location))
        for area in sheet["merged"]:
            ws.merged_cells.ranges.add(CellRange(area))
        for area, settings in sheet["lists"]:
            ws.data_validations.append(DataValidation(sqref=area, **settings))
        for area, formulas in sheet["rules"]:
            ws.conditional_formatting.add(area, FormulaRule(formula=formulas, fill=PatternFill(bgColor="F9E2E0")))
    book.save(sys.argv[2])


main()
