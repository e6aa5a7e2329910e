"""Forms of regular and irregular verbs, plurals, spellings."""

from __future__ import annotations

import pytest

from factcheck.language.inflect import plural, regular_forms, spellings, verb_forms


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("stop", ("stops", "stopped", "stopping")),
        ("visit", ("visits", "visited", "visiting")),
        ("free", ("frees", "freed", "freeing")),
        ("die", ("dies", "died", "dying")),
        ("watch", ("watches", "watched", "watching")),
        ("refer", ("refers", "referred", "referring")),
        ("offer", ("offers", "offered", "offering")),
        ("travel", ("travels", "travelled", "travelling")),
    ],
)
def test_regular_forms(base: str, forms: tuple[str, str, str]) -> None:
    assert regular_forms(base) == forms


def test_a_phrasal_verb_inflects_its_first_word() -> None:
    assert verb_forms("sum up", {}) == ("sum up", "sums up", "summed up", "summed up", "summing up")


def test_an_irregular_verb_is_looked_up() -> None:
    assert verb_forms("say", {"say": "says said said saying"}).past == "said"


def test_both_spellings() -> None:
    assert spellings("labelling") == ("labelling", "labeling")
    assert spellings("told") == ("told",)


@pytest.mark.parametrize(
    ("noun", "wanted"), [("ministry", "ministries"), ("spokesman", "spokesmen"), ("boss", "bosses"), ("memo", "memos")]
)
def test_plural(noun: str, wanted: str) -> None:
    assert plural(noun) == wanted
