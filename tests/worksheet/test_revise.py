from __future__ import annotations

import pytest

from factcheck.plugin.testing import make_worksheet
from factcheck.worksheet.revise import diff, judge

BASE = (
    'Mayor Ann Lee said on Monday that 62 houses could be rebuilt. "We lost a lot," Lee said. The bridge was not recieved well by the town.'
)


def outcome(builtin_manager, old: str, new: str) -> str:
    before, after = (make_worksheet(t, builtin_manager).claims for t in (old, new))
    assert len(before) == len(after)
    results = {judge(a, b).outcome for a, b in zip(before, after, strict=True)}
    return "changed" if "changed" in results else "reworded" if "reworded" in results else "same"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The mill closed in 1990, and the town never recovered.", "The mill closed in 1990 – and the town never recovered."),
        ("The old mill was recieved badly in 1990.", "The old mill was received badly in 1990."),
        ("The Mill closed in 1990.", "the Mill closed in 1990."),
        ("The mill closed  in 1990.", "The mill closed in 1990;"),
    ],
)
def test_punctuation_capitals_and_spelling_keep_the_status(builtin_manager, old: str, new: str) -> None:
    assert outcome(builtin_manager, old, new) in ("reworded", "same")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The fire killed 62 people in 1990.", "The fire killed 80 people in 1990."),
        ("The mill closed in 1990.", "The mill has not closed in 1990."),
        ("The mill could close in 1990.", "The mill would close in 1990."),
        ("About 60 houses burned in 1990.", "Over 60 houses burned in 1990."),
        ("Ann Lee said the mill closed.", "Bo Ray said the mill closed."),
        ('Ann Lee said: "The mill closed."', 'Ann Lee said: "The mills closed."'),
        ("Prices increased in 1990.", "Prices decreased in 1990."),
        ("The court heard Ann Leigh in 1990.", "The court heard Ann Leight in 1990."),
    ],
)
def test_a_digit_negation_hedge_source_or_quoted_letter_takes_it_back(builtin_manager, old: str, new: str) -> None:
    assert outcome(builtin_manager, old, new) == "changed"


def test_the_difference_is_shown_by_words() -> None:
    assert diff("62 soldiers were killed", "62 soldiers were badly hurt") == "62 soldiers were [-killed-]{+badly hurt+}"
