from __future__ import annotations

import dataclasses

import pytest

from factcheck.plugin.manager import Manager
from factcheck.plugin.testing import make_worksheet
from factcheck.worksheet.check import invariant_breaches
from factcheck.worksheet.recut import plain, recut
from factcheck.worksheet.update import reset_rows, update

BASE = "Dr. Ida Munk, who was born in 1960, will not run again. She left the party in 2004; nobody asked why. Bo Ray said the mill closed."


def outcomes(manager: Manager, before: str, after: str) -> set[str]:
    old = make_worksheet(before, manager)
    old = dataclasses.replace(old, entries={c.id: {"status": "wrong"} for c in old.claims})
    new = update(old, make_worksheet(after, manager))
    assert invariant_breaches(new) == []
    assert new.lineage is not None
    return set(new.lineage.outcome.values())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Munk, who was born in 1960, will", "Munk who was born in 1960 will"),
        ("2004; nobody", "2004. Nobody"),
        ("2004; nobody", "2004 – nobody"),
        ("again. She", "again; she"),
        ("said the", "said, the"),
        ("in 2004", "(in 2004)"),
        ("closed.", "closed"),
    ],
)
def test_punctuation_keeps_the_rows_as_they_were_cut(builtin_manager: Manager, before: str, after: str) -> None:
    assert before in BASE
    assert outcomes(builtin_manager, BASE, BASE.replace(before, after)) <= {"same", "reworded"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The firm lost 1.5 percent in 1990.", "The firm lost 15 percent in 1990."),
        ("The reading in Harrow was -5 degrees.", "The reading in Harrow was 5 degrees."),
        ("The price was $5 a head in 1990.", "The price was £5 a head in 1990."),
        ('Lee called it "a gift, of sorts" on Monday.', 'Lee called it "a gift of sorts" on Monday.'),
        ("Lee called it a gift to builders on Monday.", 'Lee called it "a gift to builders" on Monday.'),
        ("The team will resign in May 1990.", "The team will re-sign in May 1990."),
    ],
)
def test_marks_that_carry_meaning_are_no_punctuation(builtin_manager: Manager, before: str, after: str) -> None:
    old, new = make_worksheet(before, builtin_manager), make_worksheet(after, builtin_manager)
    assert recut(old, new) == (new, {})
    assert outcomes(builtin_manager, before, after) & {"changed", "gone"}


def test_a_question_is_read_afresh(builtin_manager: Manager) -> None:
    old, new = (make_worksheet(f"The mill closed in 1990{mark}", builtin_manager) for mark in ".?")
    assert recut(old, new) == (new, {})


def test_the_same_draft_is_read_afresh(builtin_manager: Manager) -> None:
    old, new = make_worksheet(BASE, builtin_manager), make_worksheet(BASE, builtin_manager)
    assert recut(old, new)[0] is new


def test_what_refers_to_rows_refers_to_those_that_stand(builtin_manager: Manager) -> None:
    before = f'{BASE}\n\n"We saw nothing, and nobody called us," said Ray. The mill closed in 1990.'
    old = make_worksheet(before, builtin_manager)
    new, known = recut(
        old, make_worksheet(before.replace("Munk, who", "Munk – who").replace("2004; nobody", "2004. Nobody"), builtin_manager)
    )
    assert invariant_breaches(new) == [] and known
    rows = {c.id for c in new.claims}
    assert set(known) <= rows
    for table in (new.quotations, new.sources, new.article.sentences):
        assert all(set(row.claims) <= rows for row in table)
    assert {c.id for c in new.claims} == {i for s in new.article.sentences for i in s.claims}


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("March 11, 2011", "march 11 2011", True),
        ("1.5", "15", False),
        ("the town’s", "the town's", True),
        ("$5", "£5", False),
        ("-5", "5", False),
    ],
)
def test_plain_words(a: str, b: str, same: bool) -> None:
    assert (plain(a) == plain(b)) is same


def test_hostile_marks_cost_little() -> None:
    assert plain('"' * 20_000 + "“" * 20_000 + "a-" * 20_000 + "1." * 20_000)


def test_twins_are_told_apart_by_what_stands_beside_them(builtin_manager) -> None:
    twin = "The bridge in the old mill closed in 1950, and 12 people lost their way to work."
    before = ["Mill to reopen", twin, twin]
    after = ["Mill to reopen", twin.replace("1950, and", "1950 and"), twin.replace("1950", "1450")]
    old, new = (make_worksheet("\n\n".join(p) + "\n", builtin_manager) for p in (before, after))
    old = dataclasses.replace(old, entries={c.id: {"status": "wrong"} for c in old.claims})
    start = len("\n\n".join(before[:2]))
    assert set(reset_rows(update(old, new))) <= {c.id for c in old.claims if c.start > start}
