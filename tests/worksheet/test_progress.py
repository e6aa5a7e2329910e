from __future__ import annotations

import dataclasses

import pytest

from factcheck.model.claim_parts import Verifiability
from factcheck.model.view import View
from factcheck.model.worksheet import AddedClaim, SourceRow, Worksheet
from factcheck.worksheet.progress import is_done, progress, start_here, whom_to_ask
from tests.worksheet.test_compare import claim


def sheet(entries: dict[str, dict[str, str]], **more: object) -> View:
    claims = tuple(
        dataclasses.replace(claim(n), verifiability=Verifiability(priority="high" if n < 3 else "low", score=1 - n / 10))
        for n in range(1, 6)
    )
    return View(Worksheet(claims=claims, entries=entries, added_claims=(AddedClaim("N01", "added"),), **more))


@pytest.mark.parametrize(
    ("entry", "done"),
    [
        ({}, False),
        ({"status": "in_progress"}, False),
        ({"status": "confirmed"}, False),
        ({"status": "confirmed", "basis": "none"}, False),
        ({"status": "confirmed", "link": "https://example.org"}, True),
        ({"status": "confirmed_as_said"}, True),
        ({"status": "perhaps"}, False),
    ],
)
def test_confirmed_needs_evidence(entry: dict[str, str], done: bool) -> None:
    assert is_done(entry) is done


def test_counts() -> None:
    p = progress(
        sheet(
            {
                "C001": {"status": "confirmed", "initials": "ab"},
                "C002": {"status": "confirmed_as_said", "initials": "ab"},
                "C003": {"status": "in_progress", "waiting_for": "author"},
                "N01": {"status": "wrong"},
            }
        )
    )
    assert (p.rows, p.done) == (6, 2)
    assert p.statuses == {"confirmed": 1, "confirmed_as_said": 1, "in_progress": 1, "not_checked": 2, "wrong": 1}
    assert p.priorities == {"high": (1, 2), "low": (0, 3), "added": (1, 1)}
    assert p.checkers == {"ab": 2, "": 2}
    assert p.waiting == {"author": ("C003",)}
    assert p.without_evidence == ("C001",)
    assert p.open_high == ("C001",)


def test_start_here_takes_one_of_each_repeat_group() -> None:
    view = sheet({})
    claims = tuple(dataclasses.replace(c, repeats="R01" if c.id in ("C001", "C002") else None) for c in view.worksheet.claims)
    assert [c.id for c in start_here(View(dataclasses.replace(view.worksheet, claims=claims)), 3)] == ["C001", "C003", "C004"]


@pytest.mark.parametrize(
    ("types", "shown"), [(("official", "official"), "official"), (("official", "media"), ""), (("official", None), "")]
)
def test_a_source_that_may_be_two_has_a_type_only_where_both_agree(types: tuple[str | None, ...], shown: str) -> None:
    sure = tuple(SourceRow(f"S0{n}", name, t, ("C001",)) for n, (name, t) in enumerate(zip(("Pell", "Ashby"), types, strict=True), 1) if t)
    view = sheet({})
    sources = (*sure, SourceRow("S09", "[Pell; or Ashby?]", "named_person", ("C002",)))
    people = {s.id: s.type for s, _ in whom_to_ask(View(dataclasses.replace(view.worksheet, sources=sources)))}
    assert people["S09"] == shown
    assert people["S01"] == "official"
