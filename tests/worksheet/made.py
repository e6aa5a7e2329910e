"""Worksheets for tests that must not depend on what the analysis finds."""

from __future__ import annotations

import dataclasses

from factcheck.model.claim_parts import Flag
from factcheck.model.contradiction import Contradiction
from factcheck.model.worksheet import Worksheet


def with_contradiction(sheet: Worksheet, first: int, second: int) -> Worksheet:
    """The worksheet with one contradiction, between its claims of these numbers."""
    a, b = sheet.claims[first], sheet.claims[second]
    found = Contradiction(
        id="X01",
        kind="quantity",
        severity="disputed",
        scope="article",
        rule="test",
        claims=(a.id, b.id),
        occurrences=(a.id, b.id),
        spans=((a.start, a.end), (b.start, b.end)),
        explanation="One says this, the other that.",
        resolve="The log.",
    )
    claims = tuple(dataclasses.replace(c, contradictions=("X01",) if c in (a, b) else ()) for c in sheet.claims)
    return dataclasses.replace(sheet, claims=claims, contradictions=(found,))


def with_flags(sheet: Worksheet, number: int, *codes: str) -> Worksheet:
    """The worksheet whose claim of this number has these flags and no other."""
    claims = tuple(
        dataclasses.replace(c, flags=tuple(Flag(code) for code in codes)) if i == number else c for i, c in enumerate(sheet.claims)
    )
    return dataclasses.replace(sheet, claims=claims)
