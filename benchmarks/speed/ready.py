"""The ready data from which the bare scripts of ``run.py`` write the same workbook and the same page."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock

LIST = ("type", "formula1", "formula2", "allow_blank", "operator", "error", "errorTitle", "prompt", "promptTitle", "showErrorMessage")
RUN = ("rFont", "sz", "b", "i", "u", "color")
SIDES = ("left", "right", "top", "bottom")


def ready_book(workbook: Path, target: Path) -> None:
    """Everything that ``bare_workbook.py`` needs to write this workbook again, as JSON."""
    looks: dict[int, tuple[int, object]] = {}
    sheets = []
    for ws in load_workbook(workbook, rich_text=True).worksheets:
        rows = list(ws.iter_rows())
        for cell in (c for row in rows for c in row if c.style_id not in looks):
            looks[cell.style_id] = len(looks), _look(cell)
        sheets.append(
            {
                "title": ws.title,
                "state": ws.sheet_state,
                "freeze": ws.freeze_panes,
                "rows": [[_cell(c, looks) for c in row] for row in rows],
                "links": [[h.ref, h.target, h.location] for row in rows for c in row if (h := getattr(c, "hyperlink", None))],
                "widths": {letter: d.width for letter, d in ws.column_dimensions.items()},
                "heights": {number: d.height for number, d in ws.row_dimensions.items() if d.height},
                "merged": [str(area) for area in ws.merged_cells.ranges],
                "lists": [[str(d.sqref), {name: getattr(d, name) for name in LIST}] for d in ws.data_validations.dataValidation],
                "rules": [[str(at.sqref), r.formula] for at in ws.conditional_formatting for r in at.rules if r.type == "expression"],
            }
        )
    target.write_text(json.dumps({"looks": [look for _, look in sorted(looks.values(), key=lambda x: x[0])], "sheets": sheets}), "utf-8")


def _cell(cell: Any, looks: dict[int, tuple[int, object]]) -> list[object] | None:
    return [_value(cell.value), looks[cell.style_id][0]] if cell.has_style or cell.value is not None else None


def _look(cell: Any) -> dict[str, object]:
    font, alignment = cell.font, cell.alignment
    return {
        "font": {"name": font.name, "size": font.sz, "bold": font.b, "italic": font.i, "color": _rgb(font.color)},
        "alignment": {name: getattr(alignment, name) for name in ("horizontal", "vertical", "wrap_text", "text_rotation")},
        "protection": {"locked": cell.protection.locked},
        "fill": _rgb(cell.fill.fgColor) if cell.fill.fill_type else None,
        "border": {side: _rgb(line.color) for side in SIDES if (line := getattr(cell.border, side)) is not None and line.style},
        "format": cell.number_format,
    }


def _rgb(color: Any) -> str | None:
    return color.rgb if color is not None and isinstance(color.rgb, str) else None


def _value(value: Any) -> object:
    """A value that JSON has; rich text as its runs, a text or [text, font]."""
    if isinstance(value, CellRichText):
        return [[run.text, _font(run.font)] if isinstance(run, TextBlock) else str(run) for run in value]
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def _font(font: Any) -> dict[str, object]:
    return {k: _rgb(found) if k == "color" else found for k in RUN if (found := getattr(font, k)) is not None}


def ready_page(article: Path, target: Path) -> bytes:
    """All that the template of the page asks for, as JSON; returns the page that it makes."""
    from jinja2 import Template

    from factcheck import api
    from factcheck.plugin.manager import create_manager

    manager = create_manager()
    sheet = api.generate(api.read(article, manager=manager), manager=manager)
    asked: dict[str, object] = {}
    render = Template.render

    def noted(template: Template, **given: object) -> str:
        if template.name == "page.html.j2":
            asked.update(given)
        return render(template, **given)

    Template.render = noted  # type: ignore[method-assign, assignment]
    try:
        page = api.dump(sheet, "html", manager=manager)
    finally:
        Template.render = render  # type: ignore[method-assign]
    target.write_text(json.dumps(_plain(asked)), "utf-8")
    return page


def _plain(value: object) -> object:
    """Records as dictionaries, with their properties."""
    if dataclasses.is_dataclass(value):
        names = {f.name for f in dataclasses.fields(value)} | {n for n in dir(type(value)) if not n.startswith("_")}
        return {name: _plain(found) for name in sorted(names) if not callable(found := getattr(value, name))}
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item) for item in value]
    return value
