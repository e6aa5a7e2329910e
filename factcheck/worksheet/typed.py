"""What people type, as it is kept: dates as ISO, choices by their id, ticks as "x". Knows no file format."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from factcheck.model.patterns import compiled
from factcheck.model.vocabulary import Term
from factcheck.plugin.records import Column
from factcheck.worksheet import tables

EMPTY_TICK, FULL_TICK = "☐", "☑"
UNTICKED = frozenset({"", EMPTY_TICK, "-", "–", "no", "n", "false", "0"})
CLOSE = 0.75
"""How like a heading must be to a column's title to be read as it."""

_ISO = compiled(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?\Z")
_DOTTED = compiled(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\Z")
_NAMED = compiled(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?|([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?\s+(\d{4})\Z", re.IGNORECASE
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SERIAL = compiled(r"\d{5}(?:\.0+)?\Z")
_EPOCH = datetime.date(1899, 12, 30)


def kept(column: Column, typed: str) -> str:
    """What somebody typed into a cell, as its entry; "" where nothing is said.

    >>> kept(Column(id="date", type="date"), "22.11.2026"), kept(Column(id="in_draft", type="tick"), "☐")
    ('2026-11-22', '')
    """
    if not typed.strip():
        return ""
    if column.type == "tick":
        return "" if typed.strip().casefold() in UNTICKED else tables.keep(column, typed)
    return iso(typed) if column.type == "date" else _chosen(column, typed)


def _chosen(column: Column, now: str) -> str:
    words = " ".join(now.split()).casefold()
    for choice in column.choices:
        if isinstance(choice, str) and " ".join(choice.split()).casefold() == words:
            return choice
    return tables.keep(column, now) if any(isinstance(c, Term) for c in column.choices) else now


def same(a: str, b: str) -> bool:
    """Whether two cells say the same, but for blanks at the ends and the kind of line end."""
    return a == b or a.replace("\r\n", "\n").replace("\r", "\n").strip() == b.replace("\r\n", "\n").replace("\r", "\n").strip()


def iso(typed: str) -> str:
    """A date as ISO where it can only mean one day, else as it was typed.

    >>> iso("22.11.2026"), iso("22 Nov 2026"), iso("03/04/2026"), iso("11/22/2026")
    ('2026-11-22', '2026-11-22', '03/04/2026', '2026-11-22')
    """
    day = date_of(typed.strip())
    return day.isoformat() if day is not None else typed


_SLASHED = compiled(r"(\d{1,2})/(\d{1,2})/(\d{4})\Z")
_MOST_MONTHS = 12


def date_of(typed: str) -> datetime.date | None:
    """The day that some words mean, or None where they may mean two or none."""
    if m := _ISO.match(typed):
        year, month, day = m.groups()
    elif m := _DOTTED.match(typed):
        day, month, year = m.groups()
    elif m := _SLASHED.match(typed):
        first, second, year = m.groups()
        if first != second and max(int(first), int(second)) <= _MOST_MONTHS:
            return None  # day first or month first: nobody knows
        month, day = (first, second) if int(first) <= _MOST_MONTHS else (second, first)
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


def fold(text: str) -> str:
    """A heading as it is compared: one line, no case, no mark of a folded group."""
    return " ".join(text.replace("▸", " ").split()).casefold()


def like(words: str, columns: Sequence[Column]) -> Column | None:
    """The white column whose title some words most resemble, or None."""
    scored = [(SequenceMatcher(None, fold(words), fold(c.title)).ratio(), -n, c) for n, c in enumerate(columns) if c.side == "checker"]
    score, _, column = max(scored, default=(0.0, 0, None), key=lambda row: row[:2])
    return column if score >= CLOSE else None


__all__ = ["EMPTY_TICK", "FULL_TICK", "UNTICKED", "date_of", "fold", "iso", "kept", "like", "same"]
