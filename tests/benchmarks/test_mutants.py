"""Mutants are the same each time, alter one value only, keep it in their control, and the scorer sees a hit, a miss and an alarm."""

from __future__ import annotations

import random
from typing import Any

import pytest

from benchmarks.quality import altering, floors, mutants
from benchmarks.quality.tally import BY_ID, Tally

SENTENCES = {
    "number": "The harbour office counted 24 boats behind the long breakwater during the storm.",
    "date": "The harbour office closed its gates on Tuesday because the water stood too high.",
    "place": "The crew had come from Hallow with a load of salted fish and two passengers.",
    "person": "The boat was found by Marta Oster, who had gone out to look after her nets.",
    "name": "The boat was found by Marta Oster, who had gone out to look after her nets.",
    "polarity": "The long breakwater was repaired by the council after the last of the storms.",
    "opposite": "The council approved the plan for a new breakwater after a long debate.",
}
ARTICLE = "A storm at sea\n\n" + "\n\n".join(SENTENCES.values()) + "\n\nThe end of it.\n"


def rng() -> random.Random:
    return random.Random("test-1")


@pytest.mark.parametrize("kind", altering.KINDS)
def test_each_kind_alters_one_value(kind: str) -> None:
    sentence = SENTENCES[kind]
    made = altering.change(kind, sentence, rng())
    assert made is not None
    start, end = made.span
    assert made.new != sentence[start:end]
    assert (start == end) == (kind == "polarity")


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("number", "It was in 2019 that one boat sailed on 4 March at 10:30 for $5 a head."),
        ("date", "May we see the boat, they asked, and march on."),
        ("place", "They met in March, in Port Hallow, and in silence."),
        ("person", "Hallow Bay, who won, and The Mayor said nothing; Red Rock is a hill."),
        ("name", "The boat was found by Mr Li Wen, who said nothing of Hallow Bay."),
        ("polarity", "The boat was not found and is never seen."),
        ("opposite", "The boat sailed."),
    ],
)
def test_what_is_no_value_of_the_kind_is_left(kind: str, sentence: str) -> None:
    assert altering.change(kind, sentence, rng()) is None


def test_a_number_stays_plausible() -> None:
    assert altering.number("24", " boats", rng()) == "48"
    assert altering.number("84", ", said", rng()) == "42"
    assert altering.number("1,200", " boats", rng()) == "2,400"
    assert altering.number("three", " boats", rng()) == "nine"
    assert altering.number("1", " boat", rng()) is None


def test_a_year_or_month_becomes_another_that_exists() -> None:
    assert int(altering.date("1994", "", rng())) < 1994
    assert altering.date("Monday", "", rng()) in set(altering.WORDS["days"]) - {"Monday"}
    assert altering.date("June", "", rng()) in altering.WORDS["months"]


@pytest.mark.parametrize("seed", range(40))
def test_a_rewording_keeps_its_slot(seed: int) -> None:
    for sentence in SENTENCES.values():
        whole = sentence.replace(" the ", f" {altering.SLOT} ", 1)
        told = altering.reword(whole, random.Random(f"x-{seed}"))
        assert told.count(altering.SLOT) == whole.count(altering.SLOT)
        assert told.endswith(".") and not told.endswith("..")


def test_an_adjunct_moves_but_not_out_of_a_clause() -> None:
    always = type("Always", (random.Random,), {"random": lambda _: 0.9})()
    never = type("Never", (random.Random,), {"random": lambda _: 0.1})()
    assert altering.moved("In May, the boat sank", always) == "The boat sank in May"
    assert altering.moved("In May, the boat sank", never) == "In May, the boat sank"
    assert altering.moved("The old boat of the harbour office sank in May", always) == "In May, the old boat of the harbour office sank"
    inner = "The office of the harbour said that it sank in May"
    assert altering.moved(inner, always) == inner


def test_the_same_seed_gives_the_same_mutants() -> None:
    first, second = (list(mutants.mutants("a", ARTICLE)) for _ in range(2))
    assert first == second
    assert {m.kind for m in first} == set(altering.KINDS)
    assert first != list(mutants.mutants("a", ARTICLE, seed=2))
    assert max(sum(m.kind == k for m in first) for k in altering.KINDS) <= mutants.PER_KIND


def test_the_control_keeps_the_value_and_differs_in_it_alone() -> None:
    for m in mutants.mutants("a", ARTICLE):
        original = m.article[slice(*m.original)]
        same = 0
        while m.altered[same] == m.kept[same]:
            same += 1
        back = 0
        while m.altered[-1 - back] == m.kept[-1 - back] and back < min(len(m.altered), len(m.kept)) - same - 1:
            back += 1
        assert m.altered != m.kept
        value = m.kept[same : len(m.kept) - back]
        assert value in original
        assert altering.SLOT not in m.altered + m.kept


def test_a_copy_stands_later_and_a_taken_sentence_is_left() -> None:
    for m in mutants.mutants("a", ARTICLE):
        assert m.place > m.original[1]
        assert m.text(m.altered).replace(f"{m.altered}\n\n", "", 1) == ARTICLE
    assert not list(mutants.mutants("a", ARTICLE, taken=[(0, len(ARTICLE))]))


def test_the_bench_has_enough_of_each_kind() -> None:
    planted = [m.kind for _, some in mutants.articles() for m in some]
    assert len(planted) >= 120
    assert min(planted.count(k) for k in altering.KINDS) >= 10


def sheet(*reports: dict[str, Any]) -> dict[str, Any]:
    """A worksheet with a row on the first ten characters and one on characters 20 to 30."""
    rows = [{"id": "C1", "start": 0, "end": 10}, {"id": "C2", "start": 20, "end": 30}]
    base = {"kind": "quantity", "explanation": "", "claims": [], "occurrences": [], "spans": []}
    return {"claims": rows, "contradictions": [base | r for r in reports]}


def counts(alone: dict[str, Any], altered: dict[str, Any], kept: dict[str, Any]) -> dict[str, tuple[int, int]]:
    tally = Tally()
    mutant = mutants.Mutant("a.number.1", "number", "x" * 40, (0, 10), 20, "y" * 10, "z" * 10)
    mutants.score(tally, mutant, alone, altered, kept)
    return tally.counts


def test_a_hit_touches_both_sentences() -> None:
    both = sheet({"claims": ["C1", "C2"]})
    one = {"planted_found": (1, 1), "planted_precision": (1, 1)}
    assert counts(sheet(), both, sheet()) == {"mutants": (1, 1), "mutant_control_alarms": (0, 1)} | one
    assert counts(sheet(), sheet({"claims": ["C1"], "spans": [[22, 24]]}), sheet())["mutants"] == (1, 1)
    assert counts(sheet(), sheet({"claims": ["C2"]}), sheet())["mutants"] == (0, 1)


def test_an_alarm_is_one_that_the_article_alone_has_not() -> None:
    both = sheet({"claims": ["C1", "C2"]})
    assert counts(sheet(), sheet(), both)["mutant_control_alarms"] == (1, 1)
    assert counts(sheet(), both, both)["planted_precision"] == (1, 2)
    assert counts(sheet({"claims": ["C1"]}), sheet(), both)["mutant_control_alarms"] == (0, 1)
    assert counts(sheet(), sheet(), sheet({"claims": ["C1"]}))["mutant_control_alarms"] == (0, 1)


def test_misses_of_unseen_articles_are_marked_unseen_and_the_figures_have_floors() -> None:
    assert {seen: title.startswith("seen") for seen, title in mutants.HALVES.items()} == {True: True, False: False}
    assert {"mutants", "mutant_control_alarms"} <= set(BY_ID)
    assert altering.FOLDER in floors.DATA
