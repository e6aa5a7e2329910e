from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.formats.json_format import dumps, loads
from factcheck.model.errors import FactcheckError
from factcheck.model.view import View
from factcheck.model.worksheet import AddedClaim, Worksheet
from factcheck.plugin.testing import make_worksheet
from factcheck.worksheet.check import invariant_breaches
from factcheck.worksheet.merge import merge
from factcheck.worksheet.names import names
from factcheck.worksheet.progress import is_done
from factcheck.worksheet.select import TABLES, is_correction, select, without_contacts
from factcheck.worksheet.update import update
from tests.worksheet.made import with_contradiction

TEXT = (
    "Ferry runs again\n\nThe ferry carried 40 passengers, harbour master Olga Brandt said on Monday.\n\n"
    '"We waited nine weeks for the engine," Brandt said. The ferry did not carry 40 passengers, captain Leo Voss said.\n\n'
    "It cost $3 million, and the town paid half of it. Why did it take so long?\n"
)
ENTRIES = st.fixed_dictionaries(
    {},
    optional={
        "status": st.sampled_from(["confirmed", "wrong", "in_progress", "nothing_to_check"]),
        "evidence": st.just("the log, p. 3"),
        "change": st.sampled_from(["", "45 passengers"]),
        "note": st.text(max_size=10),
    },
)


@pytest.fixture(scope="module")
def sheet(builtin_manager) -> Worksheet:
    return with_contradiction(make_worksheet(TEXT, builtin_manager), 1, 3)


def filled(sheet: Worksheet, entries: dict[str, dict[str, str]]) -> Worksheet:
    return dataclasses.replace(sheet, entries=entries, added_claims=(AddedClaim("N01", "added"),), contacts=({"who": "code 7"},))


@settings(max_examples=40, deadline=None)
@given(data=st.data(), only=st.sampled_from(sorted(TABLES)))
def test_every_extract_keeps_the_contract_and_merges_back(sheet: Worksheet, data: st.DataObject, only: str) -> None:
    whole = filled(sheet, {i: data.draw(ENTRIES) for i in [*(c.id for c in sheet.claims), "N01"]})
    part = select(whole, only)
    assert invariant_breaches(part) == []
    assert loads(dumps(part), "part.json") == part
    rule = {"open": lambda e: not is_done(e), "corrections": is_correction, "contacts": lambda e: False}[only]
    rows = [*(c.id for c in whole.claims), *(a.id for a in whole.added_claims)]
    assert [*(c.id for c in part.claims), *(a.id for a in part.added_claims)] == [r for r in rows if rule(whole.entries[r])]
    assert part.contacts == (whole.contacts if only == "contacts" else ())
    assert merge(whole, part, first="a", second="b") == whole
    assert merge(part, whole, first="a", second="b") == whole


def test_what_is_typed_into_an_extract_comes_back(sheet: Worksheet) -> None:
    whole = filled(sheet, {sheet.claims[0].id: {"status": "confirmed", "evidence": "log"}})
    part = select(whole, "open")
    cid = part.claims[0].id
    part = dataclasses.replace(
        part, entries={**part.entries, cid: {"status": "wrong"}}, added_claims=(*part.added_claims, AddedClaim("N02", "two"))
    )
    merged = merge(whole, part, first="a", second="b")
    assert merged.entries[cid] == {"status": "wrong"} and merged.extract is None
    assert [a.id for a in merged.added_claims] == ["N01", "N02"]
    assert len(merged.claims) == len(sheet.claims) > len(part.claims)


def test_a_sentence_without_rows_says_why(sheet: Worksheet) -> None:
    part = select(sheet, "corrections")
    assert {s.nothing_to_check for s in part.article.sentences} >= {"left_out"}
    assert part.claims == part.contradictions == part.sources == ()


def test_a_contradiction_whose_other_side_is_left_out_is_still_told(sheet: Worksheet) -> None:
    (x,) = sheet.contradictions
    done, still = x.claims
    whole = dataclasses.replace(sheet, entries={done: {"status": "wrong"}})
    row = View(select(whole, "open")).claims[still]
    assert x.id not in row.contradictions
    assert any(x.id in line and done in line and x.explanation in line for line in row.verifiability.checks)


def test_what_was_typed_for_a_name_follows_it_there_and_back(sheet: Worksheet) -> None:
    brandt = next(n for n in names(View(sheet)) if n.name == "Olga Brandt")
    first = brandt.id.split(".")[0]
    whole = dataclasses.replace(sheet, entries={first: {"status": "wrong"}, brandt.id: {"spelling_ok": "x"}})
    part = select(whole, "open")
    assert first not in {c.id for c in part.claims}
    now = next((n for n in names(View(part)) if "Brandt" in n.name), None)
    assert now is not None and part.entries[now.id] == {"spelling_ok": "x"}
    typed = dataclasses.replace(part, entries={**part.entries, now.id: {"spelling_ok": "x", "evidence": "register"}})
    assert merge(whole, typed, first="a", second="b").entries[brandt.id] == {"spelling_ok": "x", "evidence": "register"}


def test_two_extracts_of_different_rows_are_refused(sheet: Worksheet) -> None:
    whole = filled(sheet, {sheet.claims[0].id: {"status": "wrong"}})
    with pytest.raises(FactcheckError, match="merge each of them with the whole worksheet"):
        merge(select(whole, "open"), select(whole, "corrections"), first="a", second="b")


def test_an_extract_is_not_updated(sheet: Worksheet) -> None:
    with pytest.raises(FactcheckError, match="merge it into the whole worksheet first"):
        update(select(sheet, "open"), sheet)


def test_without_contacts_nothing_says_whom_to_call(sheet: Worksheet) -> None:
    source = sheet.sources[0].id
    whole = filled(sheet, {source: {"reached": "0123", "identity_checked": "passport", "note": "kind"}, "cover": {"checker": "ab"}})
    public = without_contacts(whole)
    assert public.contacts == ()
    assert public.entries == {source: {"note": "kind"}, "cover": {"checker": "ab"}}
    assert public.claims == whole.claims
