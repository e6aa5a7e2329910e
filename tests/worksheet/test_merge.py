from __future__ import annotations

import dataclasses

import pytest

from factcheck.model.errors import FactcheckError
from factcheck.model.worksheet import AddedClaim, Worksheet
from factcheck.plugin.testing import make_worksheet
from factcheck.worksheet.merge import disagreements, merge


@pytest.fixture(scope="module")
def sheet(builtin_manager) -> Worksheet:
    return make_worksheet("The mill closed in 1990.\n\nThe bridge opened in 1998.\n", builtin_manager)


def typed(sheet: Worksheet, entries: dict[str, dict[str, str]], *added: str) -> Worksheet:
    return dataclasses.replace(sheet, entries=entries, added_claims=tuple(AddedClaim(f"N{i:02}", t) for i, t in enumerate(added, 1)))


def test_agreements_stand_once_and_disagreements_side_by_side(sheet: Worksheet) -> None:
    a = typed(sheet, {"C001": {"status": "wrong", "note": "same", "initials": "ab"}, "C002": {"status": "confirmed"}})
    b = typed(sheet, {"C001": {"status": "confirmed", "note": "same", "evidence": "register"}, "cover": {"checker": "cd"}})
    merged = merge(a, b, first="ann", second="bo")
    assert merged.entries["C001"] == {
        "status": "in_progress",
        "note": "same",
        "initials": "ab",
        "evidence": "register",
        "Status (ann)": "wrong",
        "Status (bo)": "confirmed",
    }
    assert merged.entries["C002"] == {"status": "confirmed"}
    assert merged.entries["cover"] == {"checker": "cd"}
    assert disagreements(merged, first="ann", second="bo") == ("C001",)


def test_added_claims_of_both_are_kept_with_their_entries(sheet: Worksheet) -> None:
    a = typed(sheet, {"N01": {"status": "wrong"}}, "one")
    b = typed(sheet, {"N01": {"status": "confirmed"}, "N02": {"note": "x"}}, "two", "one")
    merged = merge(a, b, first="ann", second="bo")
    assert {c.id: c.text for c in merged.added_claims} == {"N01": "one", "N03": "two"}
    assert merged.entries["N03"] == {"status": "confirmed"}
    assert merged.entries["N01"] == {"status": "wrong", "note": "x"}


def test_different_drafts_are_refused_with_the_command_that_helps(sheet: Worksheet, builtin_manager) -> None:
    other = make_worksheet("The mill closed in 1991.\n", builtin_manager)
    with pytest.raises(FactcheckError, match="factcheck update"):
        merge(sheet, other, first="ann", second="bo")


def test_words_stand_below_each_other_and_choices_wait(sheet: Worksheet) -> None:
    a, b, c = (
        typed(sheet, {"C001": e})
        for e in (
            {"evidence": "tape", "initials": "AB", "basis": "recording", "status": "wrong"},
            {"evidence": "register", "initials": "CD", "basis": "none", "status": "wrong"},
            {"evidence": "a letter", "initials": "EF"},
        )
    )
    merged = merge(a, b, first="ann", second="bo")
    entry = merged.entries["C001"]
    assert entry["evidence"] == "ann: tape\nbo: register" and entry["initials"] == "ann: AB\nbo: CD" and entry["status"] == "wrong"
    assert "basis" not in entry and (entry["Basis (ann)"], entry["Basis (bo)"]) == ("recording", "none")
    assert merge(merged, b, first="ann", second="bo") == merged
    third = merge(merged, c, first="ann", second="cy").entries["C001"]
    assert third["evidence"] == "ann: tape\nbo: register\ncy: a letter"
    assert (third["Evidence (ann)"], third["Evidence (bo)"], third["Evidence (cy)"]) == ("tape", "register", "a letter")
