"""Lists of phrases searched together: the same answer as each list searched by itself."""

from __future__ import annotations

import pytest

from factcheck.claims.phrases import Phrases, phrase_pattern
from factcheck.language.lexicon import load_packaged

LISTS = {
    "open": ["plan*", "no-one*", "at last*"],
    "whole": ["plan", "at last", "£", "up-to-date", "o'clock"],
    "mark": ["%d", "© all"],
    "none": [],
}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "they planned it",
        "an airplane",
        "plan",
        "no-ones plan",
        "at lasting peace",
        "at last",
        "it cost £ 5",
        "%d",
        "© all rights",
        "o'clock",
        "up-to-date",
    ],
)
def test_a_list_is_found_where_its_own_pattern_fires(text: str) -> None:
    assert Phrases(LISTS).within(text) == {name for name, phrases in LISTS.items() if phrase_pattern(phrases).search(text)}


def test_each_phrase_of_the_kinds_finds_its_list() -> None:
    lexicon = load_packaged("kinds")
    found = Phrases(lexicon)
    for name, phrases in lexicon.items():
        for phrase in phrases:
            assert name in found.within(f"so {phrase.removesuffix('*')} it")
