"""Ten revisions in a row, edited at random and filled in between: not a character that people typed is lost, and ids are for ever."""

from __future__ import annotations

import dataclasses
import random
import re

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from factcheck import api
from factcheck.formats import excel
from factcheck.formats.json_format import dumps, loads
from factcheck.model.worksheet import AddedClaim, Worksheet
from factcheck.plugin.manager import Manager
from factcheck.plugin.records import WriteOptions
from factcheck.plugin.testing import make_worksheet
from factcheck.worksheet.check import invariant_breaches, strays
from factcheck.worksheet.update import update
from tests.worksheet.drafts import drafts, text

COLUMNS = ("status", "note", "evidence", "change", "initials", "my own", "link")
STATUSES = ("confirmed", "wrong", "in_progress", "confirmed_as_said")
ROUNDS = 10


def edited(paragraphs: list[str], spare: list[str], rng: random.Random) -> list[str]:
    """A revision: one to three edits of any kind."""
    out = list(paragraphs)
    for _ in range(rng.randint(1, 3)):
        at = rng.randrange(len(out))
        kind = rng.randrange(7)
        if kind == 0 and len(out) > 2:
            del out[at]
        elif kind == 1:
            out.insert(at, rng.choice(spare))
        elif kind == 2:
            out.insert(rng.randrange(len(out)), out.pop(at))
        elif kind == 3:
            out[at] = re.sub(r"\d", lambda m: str((int(m[0]) + 1) % 10), out[at], count=1)
        elif kind == 4:
            out[at] = out[at].replace(", ", " ", 1)
        elif kind == 5:
            words = out[at].split(" ")
            del words[rng.randrange(len(words))]
            out[at] = " ".join(words) or "Nothing."
        else:
            out[at] = f"{out[at]} {rng.choice(spare)}"
    return out


def typed(sheet: Worksheet, turn: int, rng: random.Random) -> tuple[Worksheet, list[str]]:
    """The worksheet with something new on some rows, names, sources and the log; and the words that must be there for ever."""
    entries = {key: dict(entry) for key, entry in sheet.entries.items()}
    words: list[str] = []

    def say(row: str, column: str) -> None:
        if entries.get(row, {}).get(column):
            return  # what somebody else overtypes is gone by their own hand
        word = rng.choice(STATUSES) if column == "status" else f"{row}/{column}/{turn}\nline two"
        entries.setdefault(row, {})[column] = word
        if column != "status":
            words.append(word)

    for claim in rng.sample(sheet.claims, min(3, len(sheet.claims))):
        for column in rng.sample(COLUMNS, 3):
            say(claim.id, column)
    for row in [*(s.id for s in sheet.sources), *(q.id for q in sheet.quotations), *(x.id for x in sheet.contradictions)]:
        if rng.random() < 0.2:
            say(row, "note")
    added = sheet.added_claims
    if rng.random() < 0.3:
        added = (*added, AddedClaim(f"N{len(added) + 1:02}", f"added in {turn}"))
        say(added[-1].id, "note")
        words.append(f"added in {turn}")
    contact = {"who": f"code {turn}", "answer": f"answer {turn}"}
    words.append(contact["answer"])
    made = dataclasses.replace(sheet, entries=entries, added_claims=added, contacts=(*sheet.contacts, contact))
    return made, words


def all_typed(sheet: Worksheet) -> set[str]:
    """Every word that stands in a worksheet's white cells."""
    cells = [value for entry in (*sheet.entries.values(), *sheet.contacts) for value in entry.values()]
    return {*cells, *(a.text for a in sheet.added_claims)}


@settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(paragraphs=drafts(), spare=drafts(), seed=st.integers(0, 2**32))
def test_nothing_is_lost_in_ten_revisions(builtin_manager: Manager, paragraphs: list[str], spare: list[str], seed: int) -> None:
    rng = random.Random(seed)
    sheet = make_worksheet(text(paragraphs), builtin_manager)
    kept: list[str] = []
    known = {c.id: c.text for c in sheet.claims}
    for turn in range(ROUNDS):
        sheet, words = typed(sheet, turn, rng)
        kept += words
        if turn % 3 == 1:  # handed round as a workbook, as JSON otherwise
            options = WriteOptions(columns=api.columns_for(sheet, builtin_manager))
            assert excel.read_xlsx(excel.write_xlsx(sheet, options), "w.xlsx") == sheet
        paragraphs = edited(paragraphs, spare, rng)
        before = sheet
        sheet = update(sheet, make_worksheet(text(paragraphs), builtin_manager))
        assert invariant_breaches(sheet) == [] and strays(sheet) == ()
        assert loads(dumps(sheet), "w.json") == sheet
        assert set(kept) <= all_typed(sheet)
        assert sheet.contacts == before.contacts and sheet.added_claims == before.added_claims
        assert sheet.lineage is not None
        gone = {g.id for g in sheet.lineage.gone}
        there = {c.id for c in sheet.claims}
        assert not gone & there and {c.id for c in before.claims} <= gone | there
        fresh = [c.id for c in sheet.claims if sheet.lineage.outcome.get(c.id) == "new"]
        assert not set(fresh) & set(known), "a number is never used twice"
        known |= {c.id: c.text for c in sheet.claims}
