"""The thesaurus: what is one meaning, a kind, an opposite, a deed, and what is not."""

from __future__ import annotations

import pytest

from factcheck.language import thesaurus
from factcheck.language.thesaurus import ADJECTIVE, NOUN, VERB


@pytest.mark.parametrize(
    ("form", "part", "base"),
    [
        ("ferries", NOUN, "ferry"), ("buses", NOUN, "bus"), ("firemen", NOUN, "fireman"), ("bridges", NOUN, "bridge"), ("mice", NOUN, "mouse"),
        ("denied", VERB, "deny"), ("stopped", VERB, "stop"), ("making", VERB, "make"), ("rose", VERB, "rise"), ("larger", ADJECTIVE, "large"),
        ("qwrt", NOUN, None), ("", NOUN, None), ("s", VERB, None),
    ],
)  # fmt: skip
def test_base_forms(form: str, part: str, base: str | None) -> None:
    assert thesaurus.base(form, part) == base


@pytest.mark.parametrize(("a", "b", "wanted"), [("shops", "stores", True), ("lorries", "vehicles", True), ("vehicles", "lorry", True),
                                                ("passengers", "people", True), ("people", "nurses", True), ("rivers", "people", False),
                                                ("bridge", "school", False), ("doctors", "nurses", False)])  # fmt: skip
def test_related_nouns(a: str, b: str, wanted: bool) -> None:
    assert thesaurus.related(a, b) is wanted


@pytest.mark.parametrize(
    ("a", "b", "part", "wanted"),
    [
        ("opened", "closed", VERB, True), ("banned", "allows", VERB, True), ("plunged", "rose", VERB, True), ("empty", "full", ADJECTIVE, True),
        ("increase", "decrease", NOUN, True), ("fell", "sank", VERB, False), ("bought", "opened", VERB, False), ("shut", "closed", VERB, False),
    ],
)  # fmt: skip
def test_opposites(a: str, b: str, part: str, wanted: bool) -> None:
    assert thesaurus.opposite(a, b, part) is wanted
    assert thesaurus.opposite(b, a, part) is wanted


def test_the_verb_in_a_noun() -> None:
    assert thesaurus.deed("arrival", NOUN) & thesaurus.deed("arrived")
    assert not thesaurus.deed("arrival", NOUN) & thesaurus.deed("refused")
    assert thesaurus.deed("qwrt") == frozenset()


def test_the_table_is_sorted_and_carries_its_licences() -> None:
    text = thesaurus.packaged("thesaurus.txt").decode()
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert lines == sorted(lines)
    assert "WordNet 3.0 Copyright 2006 by Princeton University" in text and "Kevin Atkinson" in text
    assert all(line.startswith("#") for line in text[: text.index("\n!")].splitlines())
