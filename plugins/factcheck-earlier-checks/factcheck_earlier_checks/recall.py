"""What the memory knows of each row: first the same words, then strictly alike ones. Reports findings of people, makes none."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model.claim import fingerprint
from factcheck.model.worksheet import Worksheet
from factcheck_earlier_checks.checks import Check, spoken, title_of, told
from factcheck_earlier_checks.likeness import alike, hanging
from factcheck_earlier_checks.store import Store

MOST = 3
"""Checks that a cell has room for; the newest stand first."""


def recall(sheet: Worksheet, store: Store) -> dict[str, str]:
    """The cell of each row that was checked before, by the id of its claim."""
    here = title_of(sheet)
    out = {}
    for claim in sheet.claims:
        text = spoken(claim)
        same = _fitting(store.same(fingerprint(text)), text, here)
        if same:
            out[claim.id] = _cell(same, "")
            continue
        similar = _fitting((c for c in store.near(text) if alike(c.text, text)), text, here)
        if similar:
            out[claim.id] = _cell(similar, "similar: ")
    return out


def _fitting(found: Iterable[Check], text: str, here: str) -> list[Check]:
    """Where the words hang on their article ("It opened in 1998"), only checks of an article of the same title fit. Newest first."""
    bound = hanging(text)
    fitting = [c for c in found if (c.article == here and here) or not bound]
    return sorted(fitting, key=lambda c: (c.date, c.number), reverse=True)


def _cell(found: list[Check], before: str) -> str:
    lines = [before + (f"“{c.text}” " if before else "") + told(c) + (f" (in “{c.article}”)" if c.article else "") for c in found[:MOST]]
    return "\n".join((*lines, *([f"and {len(found) - MOST} more"] if len(found) > MOST else [])))
