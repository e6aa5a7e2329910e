"""Joins two checkers' files of one draft: agreements once, disagreements side by side with both kept."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from factcheck.model.errors import FactcheckError
from factcheck.model.worksheet import AddedClaim, ColumnInfo, Worksheet
from factcheck.worksheet.names import follow

Entry = dict[str, str]


def merge(a: Worksheet, b: Worksheet, *, first: str, second: str) -> Worksheet:
    """One worksheet with the entries of both.

    Where both typed the same, or only one typed, it stands once. Where they disagree, both stay in columns of their own
    ("Status (first)", "Status (second)"), and a disagreed status is In progress until somebody decides. An extract is joined with the
    worksheet that it was taken from.

    Args:
        first, second: labels of the two files; different.
    Raises:
        FactcheckError: they are of different drafts, or two extracts of different rows.
    """
    whole, part = (b, a) if a.extract and not b.extract else (a, b)
    _refuse(whole, part, f"{first}, {second}")
    a, b = _named_alike(whole, a), _named_alike(whole, b)
    titles = {c.id: c.title for c in (*b.columns, *a.columns)}
    added, renamed = _added(a, b)
    theirs = {renamed.get(key, key): dict(entry) for key, entry in b.entries.items()}
    entries: dict[str, Mapping[str, str]] = {}
    for key in dict.fromkeys((*a.entries, *theirs)):
        entries[key] = _both(dict(a.entries.get(key, {})), theirs.get(key, {}), titles, first, second)
    contacts = [*a.contacts, *(c for c in b.contacts if c not in a.contacts)]
    return dataclasses.replace(whole, entries=entries, added_claims=added, contacts=tuple(contacts), columns=_columns(a, b))


def _refuse(whole: Worksheet, part: Worksheet, where: str) -> None:
    """Raise where the rows of two worksheets do not belong together."""
    rows, others = {c.id: c.fingerprint for c in whole.claims}, {c.id: c.fingerprint for c in part.claims}
    one_draft = whole.article.sha256 == part.article.sha256
    extracted = part.extract and not whole.extract and others.items() <= rows.items()
    if one_draft and (rows == others or extracted):
        return
    if one_draft and whole.extract and part.extract:
        raise FactcheckError("two extracts of different rows", where, "merge each of them with the whole worksheet")
    hint = "bring the older one to the newer draft with 'factcheck update'"
    raise FactcheckError("the two worksheets are of different drafts", where, hint)


def _named_alike(whole: Worksheet, sheet: Worksheet) -> Worksheet:
    """An extract with what was typed for names under their ids in the whole worksheet."""
    if sheet is whole or not sheet.extract:
        return sheet
    return dataclasses.replace(sheet, entries=follow(sheet, dataclasses.replace(whole, entries=sheet.entries)))


def _both(mine: Entry, theirs: Entry, titles: Mapping[str, str], first: str, second: str) -> Entry:
    out = dict(mine)
    for column, value in theirs.items():
        own = mine.get(column, "")
        if not own:
            out[column] = value
        elif value and value != own:
            name = titles.get(column, column)
            out[f"{name} ({first})"], out[f"{name} ({second})"] = own, value
            if column == "status":
                out[column] = "in_progress"
    return out


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
