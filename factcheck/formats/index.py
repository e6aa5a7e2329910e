"""The index over many worksheets, as JSON Lines, page and workbook. Reads summaries only, never the worksheets themselves."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import quote

from factcheck.worksheet.summary import Summary

NAMES = ("index.jsonl", "index.html", "index.xlsx")
WEIGHT = {"conflict": 3, "discrepancy": 1, "disputed": 1}
"""How much a contradiction counts when articles are put in order; sources that disagree are the story, not an error."""


@dataclass(frozen=True, slots=True)
class Link:
    """A worksheet of an article: its name, and its address beside the index."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the index, in words ready to print."""

    article: str
    title: str
    links: tuple[Link, ...]
    claims: int
    high: int
    conflicts: int
    contradictions: tuple[str, ...]
    top: tuple[str, ...]
    problems: tuple[str, ...]
    failed: str | None


def lines(summaries: Sequence[Summary]) -> bytes:
    """One JSON object a line, in the order of the articles; ``--resume`` reads it again.

    Bytes of a name that are no UTF-8 become JSON's own escapes.
    """
    return b"".join(json.dumps(s.as_json(), ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n" for s in summaries)


def rows(summaries: Sequence[Summary]) -> list[Row]:
    """The lines of page and workbook: failures first, then those with the most that speaks against itself."""

    def weight(s: Summary) -> tuple[bool, int, int]:
        found = sum(WEIGHT.get(k, 0) * n for k, n in (s.conflicts or {}).items())
        return (s.failed is None, -found, -s.high)

    return [_row(s) for s in sorted(summaries, key=weight)]  # stable: equal ones stay in the order of the articles


def _row(s: Summary) -> Row:
    names = [PurePath(w.replace("\\", "/")).name for w in s.worksheets]
    found = s.conflicts or {}
    return Row(
        article=PurePath(s.article.replace("\\", "/")).name,
        title=s.title,
        links=tuple(Link(PurePath(n).suffix.removeprefix("."), quote(n, errors="surrogateescape")) for n in names),
        claims=s.claims,
        high=s.high,
        conflicts=found.get("conflict", 0) + found.get("discrepancy", 0),
        contradictions=s.contradictions,
        top=s.top,
        problems=s.problems,
        failed=s.failed,
    )


def page(found: Sequence[Row]) -> bytes:
    """The index as one self-contained HTML page."""
    from factcheck.formats.html.write import index_page

    return index_page(found, None)


def workbook(found: Sequence[Row]) -> bytes:
    """The index as an Excel workbook."""
    from factcheck.formats.excel.index import index_workbook

    return index_workbook(found)
