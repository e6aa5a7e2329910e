from __future__ import annotations

import dataclasses

import pytest

from factcheck import api
from factcheck.formats.json_format import dumps, loads
from factcheck.model.errors import FactcheckError
from factcheck.model.view import View
from factcheck.model.worksheet import AddedClaim, Worksheet
from factcheck.plugin.manager import Manager
from factcheck.plugin.testing import make_worksheet
from factcheck.worksheet import practice, tables
from factcheck.worksheet.check import invariant_breaches
from factcheck.worksheet.columns import register_columns
from factcheck.worksheet.practice import Difference, blank, columns, differences
from factcheck.worksheet.update import update
from tests.worksheet.made import with_contradiction, with_flags

TEXT = (
    "Orchard sold\n\nThe orchard has 40 trees, its owner Nora Quist said on Monday. The orchard has 55 trees, mayor Ivo Hall said.\n\n"
    '"It is the saddest sale in the county," Quist said. Buyers will plant vines there.\n'
)


@pytest.fixture(scope="module")
def key(builtin_manager: Manager) -> Worksheet:
    return with_flags(with_contradiction(make_worksheet(TEXT, builtin_manager), 1, 2), 0, "unattributed_number", "time_bound")


def test_no_judgement_is_left_and_the_contract_holds(key: Worksheet) -> None:
    sheet = blank(key)
    assert invariant_breaches(sheet) == []
    assert loads(dumps(sheet), "practice.json") == sheet
    assert '"practice": true' in dumps(sheet) and '"practice"' not in dumps(key)
    assert [(c.id, c.text, c.fingerprint) for c in sheet.claims] == [(c.id, c.text, c.fingerprint) for c in key.claims]
    assert not (sheet.sources or sheet.contradictions or any(q.speaker for q in sheet.quotations))
    for c in sheet.claims:
        assert c.attribution is None and not (c.flags or c.contradictions or c.repeats or c.ambiguity or c.reading or c.cells)
        assert not (c.verifiability.routes or c.verifiability.checks or c.verifiability.priority_reasons or c.verifiability.score)
    assert len({(c.verifiability.level, c.verifiability.priority, c.kind) for c in sheet.claims}) == 1


def test_the_checklist_shows_drop_downs_and_no_judging_column(key: Worksheet, builtin_manager: Manager) -> None:
    sheet = blank(key)
    made = tables.table("claims", View(sheet), api.columns_for(sheet, builtin_manager))
    assert {c.id for c in made.columns if c.side == "machine"} == practice.GIVEN
    own = {c.id: c for c in made.columns if c.id.startswith("practice.")}
    assert set(own) == {c.id for c in practice.COLUMNS}
    assert tables.choice_titles(own["practice.level"]) == ("Verifiable", "Partly", "Not verifiable")
    assert {c.id for c in sheet.columns if c.table == "claims" and c.side == "machine"} == practice.GIVEN


def test_other_columns_are_kept_and_none_is_there_twice() -> None:
    known = register_columns()
    made = columns(known)
    assert len({(c.table, c.id) for c in made}) == len(made)
    assert {(c.table, c.id) for c in known if c.side == "checker" or c.table != "claims"} <= {(c.table, c.id) for c in made}


def typed(key: Worksheet, entries: dict[str, dict[str, str]], **more: object) -> Worksheet:
    return dataclasses.replace(blank(key), entries={r: {f"practice.{k}": v for k, v in e.items()} for r, e in entries.items()}, **more)


def perfect(key: Worksheet) -> dict[str, dict[str, str]]:
    """What a student would have typed who sees everything as the key does."""
    sides = {x.id: x.claims for x in key.contradictions}
    return {
        c.id: {
            "source": c.attribution.source if c.attribution else "",
            "source_type": c.attribution.source_type if c.attribution else "",
            "kind": c.kind,
            "level": c.verifiability.level,
            "flags": ", ".join(f.code for f in c.flags),
            "priority": c.verifiability.priority,
            "contradicts": " ".join(i for x in c.contradictions for i in sides[x] if i != c.id),
        }
        for c in key.claims
    }


def test_who_agrees_with_the_key_has_no_difference(key: Worksheet) -> None:
    assert differences(typed(key, perfect(key)), key) == ()


def test_each_difference_shows_both_values_as_people_read_them(key: Worksheet) -> None:
    entries = perfect(key)
    cid = key.claims[1].id
    entries[cid] |= {"level": "not_verifiable", "source": "the neighbours", "route": "document"}
    (found,) = differences(typed(key, entries), key)
    assert found == Difference(
        cid,
        "2.1",
        key.claims[1].text,
        (("Source", "the neighbours", key.claims[1].attribution.source), ("Level", "Not verifiable", "Verifiable")),
    )


def test_order_case_titles_and_the_article_make_no_difference(key: Worksheet) -> None:
    entries = perfect(key)
    many = next(c for c in key.claims if len(c.flags) > 1)
    entries[many.id]["flags"] = "; ".join(f.code.replace("_", " ").upper() for f in reversed(many.flags))
    entries[key.claims[1].id]["source"] = f"The {key.claims[1].attribution.source.lower()}"
    assert differences(typed(key, entries), key) == ()


def test_rows_that_do_not_fit_are_told_once_on_either(key: Worksheet) -> None:
    entries = perfect(key)
    first, second = key.contradictions[0].claims
    entries[first]["contradicts"], entries[second]["contradicts"] = "", f"¶2 / {first.lower()}"
    assert differences(typed(key, entries), key) == ()


def test_a_filled_in_practice_worksheet_is_a_key_too(key: Worksheet) -> None:
    cid = key.claims[0].id
    student = typed(key, {cid: {"route": "document"}}, added_claims=(AddedClaim("N01", "Who bought it"),))
    teacher = typed(key, {cid: {"route": "archive", "level": "partly"}})
    row, added = differences(student, teacher)
    assert row.values == (("Level", "–", "Partly"), ("Route", "Document", "Archive or earlier check"))
    assert (added.row, added.values) == ("N01", (("Added row", "Who bought it", "–"),))


def test_other_drafts_and_other_order_are_refused(key: Worksheet, builtin_manager: Manager) -> None:
    with pytest.raises(FactcheckError, match="student's worksheet first"):
        differences(key, blank(key))
    with pytest.raises(FactcheckError, match="different drafts"):
        differences(blank(key), make_worksheet(TEXT.replace("40", "41"), builtin_manager))


def test_an_updated_practice_worksheet_stays_one(key: Worksheet, builtin_manager: Manager) -> None:
    student = typed(key, {key.claims[1].id: {"level": "partly"}})
    revised = update(student, make_worksheet(TEXT.replace("Buyers", "The buyers"), builtin_manager))
    assert revised.practice and not revised.sources and not revised.contradictions
    assert revised.entries[key.claims[1].id] == {"practice.level": "partly"}
