from __future__ import annotations

import dataclasses
import random

import pytest

from factcheck.formats.json_format import dumps, loads
from factcheck.model.worksheet import AddedClaim, Worksheet
from factcheck.plugin.testing import make_worksheet
from factcheck.worksheet.check import invariant_breaches
from factcheck.worksheet.select import without_contacts
from factcheck.worksheet.update import update

PARAGRAPHS = [
    "The mill on Carver Street closed in 1990, Mayor Ann Lee said on Monday.",
    "About 140 people lost their jobs, and 35 of them left the town.",
    '"We never saw a letter from the company," said Bo Ray, a former foreman.',
    "The company, Hale Textiles, denied that it had locked the gates.",
    "Its owner paid $2.5 million for the site in 2004, city records show.",
    "The roof collapsed during a storm in March 2011.",
]


def text(paragraphs: list[str]) -> str:
    return "Mill to reopen as a museum\n\n" + "\n\n".join(paragraphs) + "\n"


def filled(sheet: Worksheet) -> Worksheet:
    entries = {c.id: {"status": "wrong", "note": f"about {c.text}\nsecond line", "My column": c.text} for c in sheet.claims}
    return dataclasses.replace(
        sheet, entries={**entries, "cover": {"checker": "ab"}}, added_claims=(AddedClaim("N01", "added"),), contacts=({"who": "code 7"},)
    )


@pytest.fixture
def old(builtin_manager) -> Worksheet:
    return filled(make_worksheet(text(PARAGRAPHS), builtin_manager))


def revised(builtin_manager, old: Worksheet, paragraphs: list[str]) -> Worksheet:
    made = update(old, make_worksheet(text(paragraphs), builtin_manager))
    assert invariant_breaches(made) == []
    assert loads(dumps(made), "again.json") == made
    return made


def nothing_lost(old: Worksheet, new: Worksheet) -> None:
    for key, entry in old.entries.items():
        for column, value in entry.items():
            kept = new.entries.get(key, {}).get(column)
            assert kept == value or (column == "status" and new.lineage and new.lineage.remarks[key]["status"] == value)


def test_the_same_draft_changes_nothing(builtin_manager, old: Worksheet) -> None:
    new = revised(builtin_manager, old, PARAGRAPHS)
    assert set(new.lineage.outcome.values()) == {"same"}
    assert new.claims == old.claims
    assert new.entries == old.entries
    assert new.contradictions == old.contradictions


def test_one_digit_resets_its_row_and_no_other(builtin_manager, old: Worksheet) -> None:
    new = revised(builtin_manager, old, [p.replace("140", "150") for p in PARAGRAPHS])
    changed = {cid for cid, o in new.lineage.outcome.items() if o == "changed"}
    assert {c.id for c in new.claims if "150" in c.text} == changed
    (cid,) = changed
    assert "status" not in new.entries[cid]
    assert new.lineage.remarks[cid]["status"] == "wrong"
    assert "[-140-]{+150+}" in new.lineage.remarks[cid]["diff"]
    nothing_lost(old, new)


def test_new_rows_take_new_numbers_and_gone_rows_are_kept(builtin_manager, old: Worksheet) -> None:
    new = revised(builtin_manager, old, [*PARAGRAPHS[:2], "A museum will open there in 2027.", *PARAGRAPHS[3:]])
    assert {"gone", "new"} <= set(new.lineage.outcome.values())
    (gone,) = [g for g in new.lineage.gone if "letter" in g.text and g.id.startswith("C")]
    assert gone.id in new.entries
    assert not {c.id for c in new.claims} & {g.id for g in new.lineage.gone}
    third = revised(builtin_manager, new, PARAGRAPHS)
    assert gone.id in {g.id for g in third.lineage.gone}
    assert gone.id not in {c.id for c in third.claims}
    nothing_lost(old, third)


def test_moved_rows_keep_their_status(builtin_manager, old: Worksheet) -> None:
    new = revised(builtin_manager, old, [PARAGRAPHS[-1], *PARAGRAPHS[:-1]])
    moved = [cid for cid, o in new.lineage.outcome.items() if o == "moved"]
    assert [c.id for c in new.claims if "roof" in c.text] == moved
    assert all(new.entries[cid]["status"] == "wrong" for cid in moved)


def test_names_ticked_stay_ticked_when_their_first_mention_moves(builtin_manager) -> None:
    from factcheck.model.view import View
    from factcheck.worksheet.names import names

    sheet = make_worksheet(text(PARAGRAPHS), builtin_manager)
    row = next(n for n in names(View(sheet)) if n.name == "Ann Lee")
    old = dataclasses.replace(sheet, entries={row.id: {"spelling_ok": "x"}})
    new = revised(builtin_manager, old, ["Ann Lee opened the door.", *PARAGRAPHS])
    now = next(n for n in names(View(new)) if n.name == "Ann Lee")
    assert new.entries[now.id] == {"spelling_ok": "x"}


def test_a_correction_that_stands_in_the_draft_is_proposed(builtin_manager, old: Worksheet) -> None:
    cid = next(c.id for c in old.claims if "140" in c.text)
    old = dataclasses.replace(old, entries={**old.entries, cid: {"status": "confirmed_with_change", "change": "about 150 people"}})
    new = revised(builtin_manager, old, [p.replace("140", "150") for p in PARAGRAPHS])
    assert "tick In draft" in new.lineage.remarks[cid]["in_draft"]


@pytest.mark.parametrize("seed", range(6))
def test_ten_random_revisions_lose_nothing(builtin_manager, old: Worksheet, seed: int) -> None:
    rng = random.Random(seed)
    paragraphs = list(PARAGRAPHS)
    new = old
    for step in range(10):
        edit = rng.choice(["drop", "add", "swap", "digit", "comma"])
        at = rng.randrange(len(paragraphs)) if paragraphs else 0
        if edit == "drop" and len(paragraphs) > 2:
            paragraphs.pop(at)
        elif edit == "add":
            paragraphs.insert(at, f"Visitor number {step} came from Harrow in {2000 + step}.")
        elif edit == "swap":
            paragraphs.append(paragraphs.pop(at))
        elif edit == "digit":
            paragraphs[at] = paragraphs[at].replace("1", "7", 1)
        else:
            paragraphs[at] = paragraphs[at].replace(" in ", ", in ", 1)
        new = revised(builtin_manager, new, paragraphs)
        ids = [c.id for c in new.claims]
        assert len(set(ids)) == len(ids)
    for key, entry in old.entries.items():
        assert new.entries[key]["note" if "note" in entry else "checker"] == entry.get("note", entry.get("checker"))
        assert new.entries[key].get("My column") == entry.get("My column")
    assert new.contacts == old.contacts and new.added_claims == old.added_claims


def test_numbers_of_gone_sources_and_quotations_are_not_used_again_and_come_back_with_them(builtin_manager) -> None:
    first = 'The mill closed in 1990, Ann Lee said.\n\n"We saw 40 boats in the harbour," Leo Voss said.\n'
    second = "The mill closed in 1990, Ann Lee said.\n"
    third = 'The mill closed in 1990, Ann Lee said.\n\n"They sold 12 houses in the spring," Ida Munk said.\n'
    old = make_worksheet(first, builtin_manager)
    voss = next(s.id for s in old.sources if "Voss" in s.name)
    (quote,) = (q.id for q in old.quotations)
    old = dataclasses.replace(old, entries={voss: {"reached": "code 7"}, quote: {"wording_ok": "x"}})
    cut = update(old, make_worksheet(second, builtin_manager))
    assert {voss, quote} <= {g.id for g in cut.lineage.gone}
    other = update(cut, make_worksheet(third, builtin_manager))
    assert voss not in {s.id for s in other.sources} and quote not in {q.id for q in other.quotations}
    again = update(other, make_worksheet(first, builtin_manager))
    assert next(s.id for s in again.sources if "Voss" in s.name) == voss and [q.id for q in again.quotations] == [quote]
    assert again.entries[voss] == {"reached": "code 7"} and not {voss, quote} & {g.id for g in again.lineage.gone}
    public = without_contacts(cut)
    assert voss not in public.entries
