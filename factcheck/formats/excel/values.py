"""What an entry looks like in a cell, and what a cell says. An unchanged cell keeps its entry to the letter."""

from __future__ import annotations

import datetime
import re
from typing import Any

from factcheck.formats.excel import text
from factcheck.model.vocabulary import STATUSES, Term
from factcheck.plugin.records import Column
from factcheck.worksheet import tables

EMPTY_TICK, FULL_TICK = "☐", "☑"
UNTICKED = frozenset({"", EMPTY_TICK, "-", "–", "no", "n", "false", "0"})
NOT_CHECKED = STATUSES[0].title

_WEB = re.compile(r"https?://[^\s<>\"]{1,1900}\Z", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?\Z")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\Z")
_NAMED = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?|([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?\s+(\d{4})\Z", re.IGNORECASE
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SERIAL = re.compile(r"\d{5}(?:\.0+)?\Z")
_EPOCH = datetime.date(1899, 12, 30)


def display(column: Column, entry: str) -> str:
    """An entry as its cell shows it."""
    if column.type == "tick":
        return EMPTY_TICK if not entry.strip() else FULL_TICK if tables.keep(column, entry) == "x" else text.shown(entry)
    if column.id == "status" and not entry:
        return NOT_CHECKED
    return text.shown(tables.show(column, entry))


def cell_value(column: Column, entry: str) -> str | datetime.date:
    """What is written into the cell of an entry: dates as dates, all else as text."""
    if column.type == "date" and entry and (day := _date(entry)) is not None and day.isoformat() == entry and day.year > 1900:
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
    if not now.strip():
        return ""
    if column.type == "tick":
        return "" if now.strip().casefold() in UNTICKED else tables.keep(column, now)
    if column.type == "date":
        return iso(now)
    return _chosen(column, now)


def _chosen(column: Column, now: str) -> str:
    words = " ".join(now.split()).casefold()
    for choice in column.choices:
        if isinstance(choice, str) and " ".join(choice.split()).casefold() == words:
            return choice
    return tables.keep(column, now) if any(isinstance(c, Term) for c in column.choices) else now


def same(a: str, b: str) -> bool:
    """Whether two cells say the same, but for blanks at the ends and the kind of line end."""
    return a == b or a.replace("\r\n", "\n").replace("\r", "\n").strip() == b.strip()


def iso(typed: str) -> str:
    """A date as ISO where it can only mean one day, else as it was typed.

    >>> iso("22.11.2026"), iso("22 Nov 2026"), iso("03/04/2026")
    ('2026-11-22', '2026-11-22', '03/04/2026')
    """
    day = _date(typed.strip())
    return day.isoformat() if day is not None else typed


def _date(typed: str) -> datetime.date | None:
    if m := _ISO.match(typed):
        year, month, day = m.groups()
    elif m := _DOTTED.match(typed):
        day, month, year = m.groups()
    elif (m := _NAMED.match(typed)) and (name := (m[2] or m[3])[:3].casefold()) in _MONTHS:
        day, month, year = m[1] or m[4], str(_MONTHS.index(name) + 1), m[5]
    elif _SERIAL.match(typed) and 20_000 < float(typed) < 80_000:
        return _EPOCH + datetime.timedelta(days=int(float(typed)))
    else:
        return None
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None


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
