"""One line of an index over many worksheets: what matters of each, small enough to keep for thousands. Reads, decides nothing."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any

from factcheck.model.light import dataclass
from factcheck.model.view import View
from factcheck.model.worksheet import Worksheet
from factcheck.worksheet.progress import start_here

TOP, SHOWN = 3, 160
"""Rows and contradictions that are shown of an article, and how many characters of each."""


@dataclass(frozen=True, slots=True)
class Summary:
    """One article of an index.

    Args:
        article: its path, as it was given.
        digest: SHA-256 of the file, so that a finished one is known again.
        order: what it was made with; a different order makes it again.
        worksheets: the files that were written.
        title: its headline.
        claims, high: rows, and those of high priority.
        conflicts: contradictions by severity.
        contradictions: the first few, in a sentence each.
        top: the rows to start with, in their words.
        problems: plugins that failed.
        failed: why no worksheet was made, or None.
    """

    article: str
    digest: str = ""
    order: str = ""
    worksheets: tuple[str, ...] = ()
    title: str = ""
    claims: int = 0
    high: int = 0
    conflicts: dict[str, int] | None = None
    contradictions: tuple[str, ...] = ()
    top: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    failed: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Everything, as JSON takes it."""
        return asdict(self)

    @staticmethod
    def from_json(given: dict[str, Any]) -> Summary:
        """A summary from its JSON; keys of a later version are passed over."""
        known = {f.name for f in fields(Summary)}
        values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in given.items() if k in known}
        return Summary(**values)


def summary(article: str, sheet: Worksheet, *, digest: str, order: str, worksheets: tuple[str, ...]) -> Summary:
    """What an index says of one worksheet."""
    counted: dict[str, int] = {}
    for x in sheet.contradictions:
        counted[x.severity] = counted.get(x.severity, 0) + 1
    return Summary(
        article=article,
        digest=digest,
        order=order,
        worksheets=worksheets,
        title=_short(sheet.article.title or ""),
        claims=len(sheet.claims),
        high=sum(c.verifiability.priority == "high" for c in sheet.claims),
        conflicts=dict(sorted(counted.items())),
        contradictions=tuple(f"{x.id}: {_short(x.explanation)}" for x in sheet.contradictions[:TOP]),
        top=tuple(f"{c.id}: {_short(c.text)}" for c in start_here(View(sheet))[:TOP]),
        problems=tuple(dict.fromkeys(p.plugin for p in sheet.problems)),
    )


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= SHOWN else flat[: SHOWN - 1].rstrip() + "…"
