"""The index over many worksheets, as JSON Lines, page and workbook. Reads summaries only, never the worksheets themselves."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath
from typing import IO
from urllib.parse import quote

from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.worksheet.summary import Summary

NAMES = ("index.jsonl", "index.html", "index.xlsx")
WEIGHT = {"conflict": 3, "discrepancy": 1, "disputed": 1}
"""How much a contradiction counts when articles are put in order; sources that disagree are the story, not an error."""
MOST = 2**31 - 1

_OURS = compiled(rb"<title>Worksheets: [\d,]+ articles?</title>")
_HEAD = 1_000  # bytes of a page in which its title stands


def is_ours(path: Path) -> bool:
    """Whether a file is the page of an index that was written here before: no article, and nothing that anybody would miss."""
    try:
        with path.open("rb") as file:
            return _OURS.search(file.read(_HEAD)) is not None
    except OSError:
        return False


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


@dataclass(frozen=True, slots=True)
class Rows:
    """The lines of page and workbook, made one at a time: an index of a million articles is never in memory.

    Args:
        count: how many.
        each: makes them, anew each time.
    """

    count: int
    each: Callable[[], Iterator[Row]]

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[Row]:
        return self.each()


def line(summary: Summary) -> bytes:
    """A summary as one line of JSON; ``--resume`` reads it again.

    Bytes of a name that are no UTF-8 become JSON's own escapes.
    """
    return json.dumps(summary.as_json(), ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def weight(s: Summary) -> int:
    """How far up an article stands: failures first, then those with the most that speaks against itself, then high priorities.

    >>> weight(Summary("a", failed="is empty")) > weight(Summary("b", conflicts={"conflict": 1})) > weight(Summary("c", high=9))
    True
    """
    found = sum(WEIGHT.get(k, 0) * n for k, n in (s.conflicts or {}).items())
    return (s.failed is not None) << 62 | min(found, MOST) << 31 | min(s.high, MOST)


def row(s: Summary) -> Row:
    """The line of one article."""
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


def page(found: Rows, out: IO[bytes]) -> None:
    """Write the index as one self-contained HTML page."""
    from factcheck.formats.html.write import index_page

    index_page(found, None, out)


def workbook(found: Rows, out: IO[bytes]) -> None:
    """Write the index as an Excel workbook."""
    from factcheck.formats.excel.index import index_workbook

    index_workbook(found, out)
