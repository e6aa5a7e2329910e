"""The "Legal and reply" table: one row for each accused person or body. Says who is accused and who answers, never that it is so."""

from __future__ import annotations

from factcheck.assessment.accused import Accused, accused
from factcheck.model.view import View
from factcheck.plugin.records import Column
from factcheck.worksheet.tables import Row, Table, show

NONE_FOUND = "none found"
ASKED = "asked, no answer"


def _typed(id_: str, title: str, width: int, help_: str, type_: str = "text") -> Column:
    return Column(id=id_, title=title, side="checker", type=type_, width=width, help=help_, table="legal")


def _machine(id_: str, title: str, width: int, help_: str) -> Column:
    return Column(id=id_, title=title, side="machine", width=width, help=help_, table="legal")


COLUMNS = (
    _machine("name", "Who is accused", 22, "Person or body, in the fullest form."),
    _machine("allegations", "Allegations", 46, "The rows that accuse, in the article's words."),
    _machine("answer", "Answer in the article", 40, "What the accused side says here; asked, no answer; or none found."),
    _typed("put_to_them", "Put to them", 16, "What was put to them, when and how."),
    _typed("deadline", "Deadline", 12, "By when they were to answer.", "date"),
    _typed("their_answer", "Their answer", 30, "In their words."),
    _typed("lawyer", "Lawyer", 8, "Initials."),
)


def row_id(name: str) -> str:
    """What the entries of an accused are kept under.

    >>> row_id("Harbour  Works")
    'legal:harbour works'
    """
    return f"legal:{' '.join(name.casefold().split())}"


def legal_table(view: View) -> Table:
    """The table of a worksheet."""
    rows = []
    for a in accused(view.worksheet.claims, view.article) if any(c.flags for c in view.worksheet.claims) else ():
        entry = view.entry(row_id(a.name))
        machine = {"name": a.name, "allegations": _quoted(a.allegations, view), "answer": _answer(a, view)}
        rows.append(Row(row_id(a.name), {**machine, **{c.id: show(c, entry.get(c.id, "")) for c in COLUMNS if c.side == "checker"}}, a))
    return Table("legal", "Legal and reply", COLUMNS, tuple(rows))


def _answer(a: Accused, view: View) -> str:
    """What the accused side says; that they were asked in vain; or none found."""
    asked = _quoted(a.asked, view)
    return "\n".join(filter(None, (_quoted(a.answers, view), asked and f"{ASKED}: {asked}"))) or NONE_FOUND


def _quoted(ids: tuple[str, ...], view: View) -> str:
    return "\n".join(f"{i}: {' '.join(view.claims[i].text.split())}" for i in ids if i in view.claims)


__all__ = ["ASKED", "COLUMNS", "NONE_FOUND", "Accused", "legal_table", "row_id"]
