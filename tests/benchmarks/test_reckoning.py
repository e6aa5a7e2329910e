"""Planted paragraphs are the same each time, contradict themselves in one of two fillings only, and a report inside one is a hit."""

from __future__ import annotations

import random
import re
import tomllib

import pytest

from benchmarks.quality import mutants, reckoning
from benchmarks.quality.tally import BY_ID, Tally

FILES = [tomllib.loads((reckoning.FOLDER / f"{name}.toml").read_text("utf-8")) for name in reckoning.FILES]
TEMPLATES = {kind: [t for file in FILES for t in file.get(kind, {}).get("templates", ())] for kind in reckoning.KINDS}
PLACES = re.compile(r"\{(\w+)\}")


def drawn(kind: str, seed: int) -> tuple[dict[str, str], dict[str, str]]:
    return reckoning.KINDS[kind](random.Random(f"{kind}-{seed}"))


@pytest.mark.parametrize("kind", reckoning.KINDS)
def test_every_template_has_all_places_of_its_kind(kind: str) -> None:
    wrong, right = drawn(kind, 1)
    assert wrong != right
    assert wrong.keys() == right.keys()
    for template in TEMPLATES[kind]:
        named = set(PLACES.findall(template))
        assert named <= right.keys()
        assert named >= {k for k in right if k != "surname" and wrong[k] != right[k]}
    assert len({reckoning.filled(t, right) for t in TEMPLATES[kind]}) >= 8


@pytest.mark.parametrize("seed", range(30))
def test_the_right_values_agree_and_the_wrong_ones_do_not(seed: int) -> None:
    def number(values: dict[str, str], key: str) -> int:
        return int(values[key].replace(",", ""))

    for values, agree in zip(drawn("three", seed), (False, True), strict=True):
        assert (sum(number(values, key) for key in "abc") == number(values, "whole")) is agree
    for values, agree in zip(drawn("share", seed), (False, True), strict=True):
        assert (abs(100 * number(values, "part") / number(values, "whole") - number(values, "percent")) <= 1) is agree
    for values, agree in zip(drawn("age", seed), (False, True), strict=True):
        assert (number(values, "year") - number(values, "born") - number(values, "age") in (0, 1)) is agree
    for values, agree in zip(drawn("total", seed), (False, True), strict=True):
        assert (number(values, "count") * number(values, "each") == number(values, "total")) is agree


def test_the_bench_has_enough_of_each_kind_and_near_misses() -> None:
    made = [(half, m) for _, some in reckoning.planted() for half, m in some]
    assert len(made) >= 300
    assert {half for half, _ in made} == {True, False}
    assert min(sum(m.kind == kind for _, m in made) for kind in reckoning.KINDS) >= 20
    assert all(m.altered != m.kept for _, m in made)
    assert [m for _, some in reckoning.planted() for _, m in some] == [m for _, m in made]


def test_a_report_inside_the_paragraph_is_a_hit() -> None:
    m = mutants.Mutant("a.whole.1", "whole", "x" * 40, None, 20, "y" * 10, "z" * 10)
    rows = [{"id": "C1", "start": 0, "end": 10}, {"id": "C2", "start": 20, "end": 30}]
    base = {"kind": "arithmetic", "explanation": "", "occurrences": [], "spans": []}
    inside, elsewhere = ({"claims": rows, "contradictions": [base | {"claims": [c]}]} for c in ("C2", "C1"))
    tally = Tally()
    mutants.score(tally, m, elsewhere, inside, elsewhere, figure="reckoned")
    mutants.score(tally, m, elsewhere, elsewhere, inside, figure="reckoned")
    assert tally.counts == {"reckoned": (1, 2), "reckoned_alarms": (1, 2), "planted_found": (1, 2), "planted_precision": (1, 2)}
    assert set(tally.counts) <= set(BY_ID)
