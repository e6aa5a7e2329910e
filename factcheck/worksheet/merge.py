"""Joins two checkers' files of one draft: agreements once, disagreements side by side with both kept."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from factcheck.model.errors import FactcheckError
from factcheck.model.view import View
from factcheck.model.worksheet import AddedClaim, ColumnInfo, Worksheet
from factcheck.plugin.records import Column
from factcheck.worksheet.columns import CLAIMS
from factcheck.worksheet.names import follow
from factcheck.worksheet.tables import show
from factcheck.worksheet.typed import kept, same

Entry = dict[str, str]
TABLE = "table"
"""What ``Worksheet.extract`` says of a table that came back alone: it holds entries, row numbers and fingerprints, but no article."""


def merge(a: Worksheet, b: Worksheet, *, first: str, second: str) -> Worksheet:
    """One worksheet with the entries of both.

    Where both typed the same, or only one typed, it stands once. Where they disagree, both stay in columns of their own
    ("Status (first)", "Status (second)"). In the column itself a status is In progress until somebody decides, words stand one below the
    other with who wrote them, and what can hold one value only (a choice, a date) is empty. An extract or a table is joined with the
    worksheet that it was taken from.

    Args:
        first, second: labels of the two files; different.
    Raises:
        FactcheckError: they are of different drafts, or two extracts of different rows.
    """
    whole, part = (b, a) if a.extract and not b.extract else (a, b)
    _refuse(whole, part, f"{first}, {second}")
    a, b = (sheet if sheet.extract != TABLE else from_table(whole, sheet) for sheet in (a, b))
    a, b = _named_alike(whole, a), _named_alike(whole, b)
    columns = {c.id: c for c in (*b.columns, *a.columns) if c.side == "checker"}
    columns |= {c.id: c for c in a.columns if c.side == "checker" and c.table == "claims"}
    added, renamed = _added(a, b)
    theirs = {renamed.get(key, key): dict(entry) for key, entry in b.entries.items()}
    entries: dict[str, Mapping[str, str]] = {}
    for key in dict.fromkeys((*a.entries, *theirs)):
        entries[key] = _both(dict(a.entries.get(key, {})), theirs.get(key, {}), columns, first, second)
    contacts = [*a.contacts, *(c for c in b.contacts if c not in a.contacts)]
    return dataclasses.replace(whole, entries=entries, added_claims=added, contacts=tuple(contacts), columns=_columns(a, b))


def _refuse(whole: Worksheet, part: Worksheet, where: str) -> None:
    """Raise where the rows of two worksheets do not belong together."""
    if whole.extract == TABLE:
        raise FactcheckError("a table alone holds no article", where, "give the worksheet that it was made from as well")
    if part.extract == TABLE:
        _refuse_table(whole, part, where)
        return
    rows, others = {c.id: c.fingerprint for c in whole.claims}, {c.id: c.fingerprint for c in part.claims}
    one_draft = whole.article.sha256 == part.article.sha256
    extracted = part.extract and not whole.extract and others.items() <= rows.items()
    if one_draft and (rows == others or extracted):
        return
    if one_draft and whole.extract and part.extract:
        raise FactcheckError("two extracts of different rows", where, "merge each of them with the whole worksheet")
    hint = "bring the older one to the newer draft with 'factcheck update'"
    raise FactcheckError("the two worksheets are of different drafts", where, hint)


def _refuse_table(whole: Worksheet, table: Worksheet, where: str) -> None:
    """Raise where a table is of another draft: by its digest, and row by row by the fingerprints that it still has."""
    rows = {c.id: c.fingerprint for c in whole.claims}
    strange = [c.id for c in table.claims if rows.get(c.id) is None or c.fingerprint not in ("", rows[c.id])]
    hint = "merge it into the worksheet that it was made from, and bring that to the newer draft with 'factcheck update'"
    if table.article.sha256 and table.article.sha256 != whole.article.sha256:
        raise FactcheckError("the table is of another draft than the worksheet", where, hint)
    if strange:
        told = f"{', '.join(strange[:5])}{' …' if len(strange) > 5 else ''} of the table are no rows of the worksheet"
        raise FactcheckError(told, where, hint)


def from_table(whole: Worksheet, table: Worksheet) -> Worksheet:
    """A table with its entries as the worksheet keeps them: columns by id, and what still says what it said as it was."""
    known = {c.id: c for c in CLAIMS}
    ids = {" ".join(c.title.split()): c for c in whole.columns if c.table == "claims" and c.side == "checker" and c.id not in known}
    shown = {c.id: Column(id=c.id, type=c.type, choices=c.choices, side="checker") for c in ids.values()} | known
    computed = {" ".join(c.title.split()) for c in whole.columns if c.table == "claims" and c.side == "machine"}
    rows = {c.id for c in whole.claims}
    view = View(whole)
    places = {view.place(s.number): s.number for s in whole.article.sentences}
    entries: dict[str, dict[str, str]] = {}
    for row_id, entry in table.entries.items():
        before = whole.entries.get(row_id, {})
        now = {}
        for key, value in entry.items():
            if key in computed and row_id in rows:  # a plugin's grey column; a row of people's own is theirs as a whole
                continue
            column = key if key not in ids else ids[key].id
            own = before.get(column, "")
            unchanged = own and (same(own, value) or (column in shown and kept(shown[column], show(shown[column], own)) == value))
            now[column] = own if unchanged else kept(shown[column], value) if column in shown else value
        entries |= {row_id: now} if now else {}
    added = []
    for claim in table.added_claims:
        at = places.get(entries.get(claim.id, {}).get("position", ""))
        if at is not None:
            entries[claim.id].pop("position")
        added.append(dataclasses.replace(claim, sentence=at))
    return dataclasses.replace(table, entries=entries, added_claims=tuple(added))


def _named_alike(whole: Worksheet, sheet: Worksheet) -> Worksheet:
    """An extract with what was typed for names under their ids in the whole worksheet."""
    if sheet is whole or not sheet.extract:
        return sheet
    return dataclasses.replace(sheet, entries=follow(sheet, dataclasses.replace(whole, entries=sheet.entries)))


def _both(mine: Entry, theirs: Entry, columns: Mapping[str, ColumnInfo], first: str, second: str) -> Entry:
    out = dict(mine)
    for column, value in theirs.items():
        own, info = mine.get(column, ""), columns.get(column)
        name = info.title if info else column
        before = [v for k, v in mine.items() if k.startswith(f"{name} (") and k not in theirs]
        if value in before:  # merged already: its side is there
            continue
        if not own and not before:
            out[column] = value
        elif value and not same(value, own):
            _disagree(out, column, info, own, value, first, second)
    return out


def _disagree(out: Entry, column: str, info: ColumnInfo | None, own: str, value: str, first: str, second: str) -> None:
    """Keep both sides of a disagreement, each in a column of its own, and both in sight in the column itself."""
    name = info.title if info else column
    again = any(k.startswith(f"{name} (") for k in out)  # a third file: what stands there is of the first two
    if not again:
        out[f"{name} ({first})"] = own
    out[f"{name} ({second})"] = value
    if column == "status":
        out[column] = "in_progress"
    elif info is not None and info.type in ("choice", "date", "tick"):
        out.pop(column, None)
    else:
        out[column] = f"{own}\n{second}: {value}" if again else f"{first}: {own}\n{second}: {value}"


def _added(a: Worksheet, b: Worksheet) -> tuple[tuple[AddedClaim, ...], dict[str, str]]:
    """The added claims of both; one of the second file with a used id and other words takes the next number."""
    known = {c.text: c.id for c in a.added_claims}
    out = list(a.added_claims)
    renamed: dict[str, str] = {}
    number = max((int(c.id[1:]) for c in (*a.added_claims, *b.added_claims) if c.id[1:].isdigit()), default=0)
    for claim in b.added_claims:
        if claim.text in known:
            renamed[claim.id] = known[claim.text]
            continue
        if any(c.id == claim.id for c in out):
            number += 1
            renamed[claim.id] = f"N{number:02}"
            claim = dataclasses.replace(claim, id=renamed[claim.id])
        out.append(claim)
    return tuple(out), renamed


def _columns(a: Worksheet, b: Worksheet) -> tuple[ColumnInfo, ...]:
    have = {(c.table, c.id) for c in a.columns}
    return (*a.columns, *(c for c in b.columns if (c.table, c.id) not in have))


def disagreements(merged: Worksheet, *, first: str, second: str) -> tuple[str, ...]:
    """Ids of rows on which the two files differ."""
    return tuple(key for key, entry in merged.entries.items() if any(k.endswith((f"({first})", f"({second})")) for k in entry))
