"""A text that breaks off anywhere, in the middle of a sentence, fails no rule: what rules look at next may not be there."""

from __future__ import annotations

import pytest

from factcheck import api
from factcheck.plugin.manager import create_manager
from factcheck.plugin.testing import rules

MANAGER = create_manager(entry_points=False)
TEXTS = sorted({example.text for record in rules(MANAGER) for example in record.examples if len(example.text.split()) > 3})
CUTS = 3


FOUND = (
    "It said that storms had",
    "The fund has 50 percent of its money in bonds, 35 percent in shares and 25 percent",
    "At the finish it was Mikal, her husband and the father of her daughter, who reached her",
    "She left the pitch limping ten minutes from",
    "The inn belongs to the brewery, which bought it in 1990.\n\nIts owner, retired",
)
"""What fuzzing and trials came upon."""


@pytest.mark.parametrize("text", FOUND)
def test_what_was_found_once(text: str) -> None:
    assert api.generate(api.read(text.encode(), name="a.txt", manager=MANAGER), manager=MANAGER).problems == ()


def test_there_are_examples_of_many_rules() -> None:
    assert len(TEXTS) > 400


@pytest.mark.parametrize("part", range(10))
def test_examples_that_break_off(part: int) -> None:
    for number, text in list(enumerate(TEXTS))[part::10]:
        words = text.split(" ")
        for cut in {1 + (number * 7 + turn * 5) % len(words) for turn in range(CUTS)}:
            short = " ".join(words[:cut]).rstrip(".")
            sheet = api.generate(api.read(short.encode(), name="a.txt", manager=MANAGER), manager=MANAGER) if short.strip() else None
            assert sheet is None or sheet.problems == (), short
