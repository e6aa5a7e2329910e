"""Makes the page's records from a worksheet. The only way from the model to the templates."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from factcheck.formats.html import embed, tables
from factcheck.formats.html.cover import cover
from factcheck.formats.html.page import Page
from factcheck.formats.html.proof import proof
from factcheck.formats.html.rows import Rows
from factcheck.model import vocabulary as v
from factcheck.model.codec import to_json
from factcheck.model.view import View
from factcheck.model.vocabulary import Term
from factcheck.model.worksheet import Worksheet
from factcheck.plugin.records import Column
from factcheck.worksheet import legal, select
from factcheck.worksheet.progress import EVIDENCE

NOT_KEPT = {"contacts": None, "sources": select.PRIVATE, "gone": select.PRIVATE}
"""What never stays in browser storage: the contact log, and who a source is and how to reach them. None is every column."""


PARTS = ("cover", "proof", "rows", "contradictions", "tables", "calls")
PRINTED = frozenset(PARTS) - {"calls"}
"""What is printed where nobody chose: call sheets are for one source each."""


def build(worksheet: Worksheet, columns: Sequence[Column], date: str | None = None, parts: Sequence[str] = ()) -> Page:
    """The page of a worksheet.

    Args:
        columns: all declared columns.
        date: the date to print, or None.
        parts: the parts to show and print; () is all, of which the call sheets are not printed.
    """
    view = View(worksheet)
    article = worksheet.article
    rows = Rows(view, columns)
    return Page(
        language=article.language or "en",
        title=article.title or article.path or "Untitled",
        byline=article.byline or "",
        published=article.published or "",
        url=article.url or "",
        file=article.path or "",
        practice=bool(worksheet.practice),
        draft=view.entry("cover").get("draft", ""),
        date=date or "",
        generator=worksheet.generator,
        short_hash=article.sha256[:8],
        cover=cover(view, columns),
        proof=proof(view),
        sentences=rows.sentences(),
        added=rows.added(),
        loose_quotations=rows.loose_quotations(),
        contradictions=tables.contradictions(view, columns),
        names=tables.plain("names", view, columns),
        sources=tables.plain("sources", view, columns),
        contacts=tables.plain("contacts", view, columns),
        legal=tables.of_table(legal.legal_table(view)),
        gone=tables.plain("gone", view, columns),
        calls=tables.calls(view),
        parts=frozenset(parts) or PRINTED,
        chosen=bool(parts),
        filters=_filters(worksheet),
        worksheet=embed.by_lines(to_json(worksheet)),
        settings=embed.as_json(_settings(worksheet, rows, columns)),
    )


def _filters(worksheet: Worksheet) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    return (
        ("status", (("open", "Open"), ("done", "Done"), *((t.id, f"{v.STATUS_SIGNS.get(t.id, '')} {t.title}") for t in v.STATUSES))),
        ("priority", tuple((t.id, t.title) for t in v.PRIORITIES)),
        ("source", (("none", "The article’s own voice"), *((s.id, s.name) for s in worksheet.sources))),
    )


def _settings(worksheet: Worksheet, rows: Rows, columns: Sequence[Column]) -> dict[str, object]:
    """What the script needs: white columns by table, signs, what counts as done, what is not kept."""
    white: dict[str, list[object]] = {}
    for c in (*columns, *legal.COLUMNS, *(c for c in rows.claims.columns if c.group == "own")):
        if c.side == "checker":
            choices = [[t.id, t.title] if isinstance(t, Term) else [t, t] for t in c.choices]
            own = {"id": c.id, "title": c.title, "type": c.type, "choices": choices, "help": c.help, "work": c.group in ("work", "own")}
            white.setdefault(c.table, []).append(own)
    stem = PurePath(worksheet.article.path or "worksheet").stem
    return {
        "file": f"{stem}.factcheck.json",
        "columns": white,
        "signs": v.STATUS_SIGNS,
        "done": sorted(v.DONE),
        "evidence": list(EVIDENCE),
        "notKept": NOT_KEPT,
    }
