"""What an entry looks like in a cell, and what a cell says. An unchanged cell keeps its entry to the letter."""

from __future__ import annotations

import datetime
import re
from typing import Any

from factcheck.formats.excel import text
from factcheck.model.patterns import compiled
from factcheck.model.vocabulary import STATUSES
from factcheck.plugin.records import Column
from factcheck.worksheet import tables
from factcheck.worksheet.typed import EMPTY_TICK, FULL_TICK, UNTICKED, date_of, iso, kept, same

NOT_CHECKED = STATUSES[0].title

_WEB = compiled(r"https?://[^\s<>\"]{1,1900}\Z", re.IGNORECASE)


def display(column: Column, entry: str) -> str:
    """An entry as its cell shows it."""
    if column.type == "tick":
        return EMPTY_TICK if not entry.strip() else FULL_TICK if tables.keep(column, entry) == "x" else text.shown(entry)
    if column.id == "status" and not entry:
        return NOT_CHECKED
    return text.shown(tables.show(column, entry))


def cell_value(column: Column, entry: str) -> str | datetime.date:
    """What is written into the cell of an entry: dates as dates, all else as text."""
    if column.type == "date" and entry and (day := date_of(entry)) is not None and day.isoformat() == entry and day.year > 1900:
        return day
    return display(column, entry)


def web_address(entry: str) -> str:
    """The entry, where it is one web address and nothing else; else ''."""
    return entry if _WEB.match(entry) else ""


def entry_of(column: Column, before: str, now: str) -> str:
    """The entry that a cell says.

    Args:
        column: its column.
        before: the entry when the file was written.
        now: what the cell shows.
    """
    if same(now, display(column, before)):
        return before
    return kept(column, now)


def said(cell: Any) -> str:
    """What a cell says, as people see it; its web link is added where the text does not show it."""
    shown = _written(cell.value, str(cell.number_format or ""))
    target = getattr(cell.hyperlink, "target", None) if cell.hyperlink is not None else None
    if target and _bare(str(target)) not in shown:
        return f"{shown} {target}".strip()
    return shown


def _bare(target: str) -> str:
    return target.removeprefix("mailto:").rstrip("/")


def _written(value: Any, number_format: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ", "minutes")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, datetime.time):
        return value.isoformat("minutes") if not value.second else value.isoformat("seconds")
    if isinstance(value, float):
        if "%" in number_format:
            return f"{round(value * 100, 10):.12g}%"
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, int) and "%" in number_format:
        return f"{value * 100}%"
    return text.unescape(str(value))


__all__ = ["EMPTY_TICK", "FULL_TICK", "NOT_CHECKED", "UNTICKED", "cell_value", "display", "entry_of", "iso", "said", "same", "web_address"]
