"""The cover: what matters most, on one page. Counts and points; judges nothing."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.formats.html import cells
from factcheck.formats.html.page import Cover, Person, StartRow
from factcheck.formats.html.rows import shortened
from factcheck.model import vocabulary as v
from factcheck.model.claim import Claim
from factcheck.model.view import View
from factcheck.plugin.records import Column
from factcheck.worksheet.counts import counts as counted
from factcheck.worksheet.progress import is_done, start_here, whom_to_ask
from factcheck.worksheet.tables import in_order_of_severity, table

LIMITS = (
    "The rows are made by rules from this text alone: they can miss a claim, cut one badly or misread who speaks. "
    "The article proof shows every sentence; use “Row check”.",
    "Nothing here says whether a claim is true. The tool looks nothing up: no network, no archive; what a plugin did beyond that "
    "is told. People decide.",
)
MOST_ASKED, MOST_ROWS, MOST_REASONS = 12, 5, 2
"""What the cover has room for; the rest is on the rows and the Sources table."""


def cover(view: View, columns: Sequence[Column]) -> Cover:
    """The cover of a worksheet."""
    w = view.worksheet
    told = (f"An extract ({w.extract}) of a worksheet: merge it back into the whole one.",) if w.extract else ()
    row = table("cover", view, columns).rows[0]
    own = [c for c in columns if c.table == "cover" and c.side == "checker"]
    ordered = in_order_of_severity(w)
    people = people_to_ask(view)
    return Cover(
        counts=counts(view),
        start=tuple(
            StartRow(
                c.id,
                view.position(c),
                shortened(c.text, 120),
                "; ".join(c.verifiability.priority_reasons[:MOST_REASONS]),
                is_done(view.entry(c.id)),
            )
            for c in (() if w.practice else start_here(view))
        ),
        conflicts=tuple((x.id, _line(x.severity, x.explanation)) for x in ordered if x.severity in ("conflict", "discrepancy")),
        disputes=tuple(
            (v.title(v.SEVERITIES, kind), ids)
            for kind in ("disputed", "superseded", "inconsistent_spelling")
            if (ids := tuple(x.id for x in ordered if x.severity == kind))
        ),
        ask=people[:MOST_ASKED],
        more_to_ask=max(0, len(people) - MOST_ASKED),
        at_close=tuple(
            (c.id, shortened(" … ".join(_words(c, view)), 60)) for c in w.claims if any(f.code == "time_bound" for f in c.flags)
        ),
        fields=cells.white((c for c in own if c.type != "tick"), row),
        outside=cells.white((c for c in own if c.type == "tick"), row),
        limits=LIMITS,
        notes=(*told, *w.article.notes),
        legend=legend(),
        problems=tuple(f"{p.plugin}: {p.hook}: {p.message}" + (f" ({', '.join(p.claims)})" if p.claims else "") for p in w.problems),
    )


def counts(view: View) -> tuple[tuple[int, str], ...]:
    """What there is to do."""
    found = counted(view)
    lines = (
        (found.rows, "row", "rows"),
        *((found.priorities[t.id], *(f"of {t.title.lower()} priority",) * 2) for t in v.PRIORITIES if t.id in found.priorities),
        (found.conflicts, "conflict", "conflicts"),
        (found.disputed, "matter on which sources disagree", "matters on which sources disagree"),
        (found.sources, "source", "sources"),
        (found.quotations, "quotation", "quotations"),
        (found.names, "name", "names"),
        (found.declared, "sentence with nothing to check", "sentences with nothing to check"),
    )
    return tuple((n, one if n == 1 else many) for n, one, many in lines)


def people_to_ask(view: View) -> tuple[Person, ...]:
    """Whom to ask, each with the first of their rows."""
    return tuple(
        Person(s.id, s.name, v.title(v.SOURCE_TYPES, s.type), tuple(c.id for c in own[:MOST_ROWS]), max(0, len(own) - MOST_ROWS))
        for s, own in whom_to_ask(view)
    )


def legend() -> tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]:
    """The signs and words of a row."""
    return (
        ("Status", tuple((v.STATUS_SIGNS.get(t.id, ""), t.title, t.meaning) for t in v.STATUSES)),
        ("Priority", tuple((t.title[0], t.title, t.meaning) for t in v.PRIORITIES)),
        ("Level", tuple(("", t.title, t.meaning) for t in v.LEVELS)),
        ("Severity", tuple(("", t.title, t.meaning) for t in v.SEVERITIES)),
    )


def _line(severity: str, explanation: str) -> str:
    return f"{v.title(v.SEVERITIES, severity)}: {' '.join(explanation.split())}"


def _words(c: Claim, view: View) -> list[str]:
    """The words that make a claim time-bound, else the claim."""
    spans = dict.fromkeys(f.span for f in c.flags if f.code == "time_bound" and f.span)
    return [view.article.text[s:e] for s, e in spans if s <= e] or [c.text]
