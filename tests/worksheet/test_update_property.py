"""What a revision may cost: a comma no row, a digit its own row, over small random articles."""

from __future__ import annotations

import dataclasses
import random
import re

from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from factcheck.formats.json_format import dumps, loads
from factcheck.model.worksheet import Worksheet
from factcheck.plugin.manager import Manager
from factcheck.plugin.testing import make_worksheet
from factcheck.worksheet.check import invariant_breaches
from factcheck.worksheet.update import reset_rows, update
from tests.worksheet.drafts import PUNCTUATION, drafts, places, replaced, text

SLOW = settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
RANDOM = st.integers(0, 2**32).map(random.Random)
"""What chooses the edits, made from one drawn number: the text decides how many choices there are."""
STATUSES = ("confirmed", "wrong", "in_progress", "nothing_to_check", "cannot_verify")


def filled(paragraphs: list[str], manager: Manager, rng: random.Random) -> Worksheet:
    sheet = make_worksheet(text(paragraphs), manager)
    first = rng.randrange(len(STATUSES))
    entries = {c.id: {"status": STATUSES[(first + n) % len(STATUSES)], "note": f"on {c.text}"} for n, c in enumerate(sheet.claims)}
    return dataclasses.replace(sheet, entries=entries)


def updated(old: Worksheet, paragraphs: list[str], manager: Manager) -> Worksheet:
    new = update(old, make_worksheet(text(paragraphs), manager))
    assert invariant_breaches(new) == []
    assert loads(dumps(new), "new.json") == new
    for cid, entry in old.entries.items():
        assert new.entries[cid]["note"] == entry["note"]
    return new


def punctuated(paragraphs: list[str], rng: random.Random, most: int) -> list[str]:
    for _ in range(rng.randint(1, most)):
        possible = [(before, after, at) for before, after in PUNCTUATION for at in places(paragraphs, before)]
        assume(possible)
        before, after, at = rng.choice(possible)
        paragraphs = replaced(paragraphs, at, before, after)
    return paragraphs


@SLOW
@given(paragraphs=drafts(), rng=RANDOM)
def test_punctuation_outside_quotations_resets_no_row(builtin_manager: Manager, paragraphs: list[str], rng: random.Random) -> None:
    old = filled(paragraphs, builtin_manager, rng)
    new = updated(old, punctuated(paragraphs, rng, 3), builtin_manager)
    assert reset_rows(new) == ()
    assert new.entries == old.entries
    assert new.lineage is not None and set(new.lineage.outcome.values()) <= {"same", "reworded"}
    assert [c.id for c in new.claims] == [c.id for c in old.claims]


@SLOW
@given(paragraphs=drafts(), rng=RANDOM)
def test_one_digit_resets_its_row_and_no_other(builtin_manager: Manager, paragraphs: list[str], rng: random.Random) -> None:
    old = filled(paragraphs, builtin_manager, rng)
    digits = [(n, m.start()) for n, p in enumerate(paragraphs) for m in re.finditer(r"\d", p)]
    assume(digits)
    n, at = rng.choice(digits)
    before = paragraphs[n][at]
    after = rng.choice([d for d in "123456789" if d != before])
    new = updated(old, replaced(paragraphs, (n, at), before, after), builtin_manager)
    offset = sum(len(p) + 2 for p in paragraphs[:n]) + at
    hit = {c.id for c in old.claims if c.start <= offset < c.end}
    assert new.lineage is not None
    assert {cid for cid, outcome in new.lineage.outcome.items() if outcome in ("changed", "gone")} == hit
    for cid, entry in old.entries.items():
        if cid in hit:
            assert cid in {g.id for g in new.lineage.gone} or new.lineage.remarks[cid]["status"] == entry["status"]
        else:
            assert new.entries[cid] == entry


@SLOW
@given(paragraphs=drafts(), rng=RANDOM)
def test_commas_here_and_a_digit_there_stay_apart(builtin_manager: Manager, paragraphs: list[str], rng: random.Random) -> None:
    old = filled(paragraphs, builtin_manager, rng)
    last = paragraphs[-1]
    digits = [m.start() for m in re.finditer(r"\d", last)]
    assume(digits)
    at = rng.choice(digits)
    changed = replaced(paragraphs, (len(paragraphs) - 1, at), last[at], "4" if last[at] != "4" else "5")
    new = updated(old, [*punctuated(changed[:-1], rng, 2), changed[-1]], builtin_manager)
    start = len(text(paragraphs)) - len(last) - 1
    assert set(reset_rows(new)) <= {c.id for c in old.claims if c.start >= start}
    assert not new.lineage or all(g.id in {c.id for c in old.claims if c.start >= start} for g in new.lineage.gone if g.id.startswith("C"))
