"""Negations whose scope is not beside the verb, and the subjects and things they are told of."""

from __future__ import annotations

import pytest

from factcheck import api

BETWEEN = "\n\nThe weather was mild for the season.\n\n"


def kinds(*parts: str) -> set[str]:
    """The kinds of what flags something in sentences which stand apart."""
    worksheet = api.generate(api.read(BETWEEN.join(parts).encode(), name="draft.txt"))
    return {c.kind for c in worksheet.contradictions}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # the thing is told with more than its noun, the one of whom it is told may be the other
        ("The accused kept no list of the keys he lent, the prosecutor said.", "His client kept a list of the keys he lent, Ana Ruhl said."),
        # nobody at all, and somebody
        ("Nobody was hurt when the pier gave way, the port said.", "A diver was injured when the pier gave way, the clinic said."),
        # at no time, and once
        ("The kiosk ran out of bread at noon, said Lea Morn.", "At no time was there any shortage of bread at noon, the mayor's office said."),
        # a clause with its own verb stands between subject and verb
        ("The pump that should have cleared the rising water did not work.", "The pump worked, the inspector said."),
        # the subject after "and"
        ("They came by the roof, and the alarm did not go off.", "A baker was woken when the alarm in the yard went off."),
        # the post before the name
        ("The mayor of Sallow, Karl Brandt, refused to sign the charter.", "It was Mr Brandt who brought the ink. He signed the charter with a smile."),
        # none of them, said with a noun
        ("Six people were injured in the crash.", "There were no injuries, the bus company said."),
        # neither of the two, and how a rescue ends
        ("Both rowers were pulled out alive.", "Neither of the two rowers survived, the club said."),
        # a perfect participle and what it is denied of
        ("Mr Brandt denied ever having met Mr Lund.", "Mr Brandt met Mr Lund at the pier, a waiter said."),
        # held as had
        ("The circus had been performing without a fire licence since May.", "The circus held a valid fire licence, its lawyer said."),
    ],
)  # fmt: skip
def test_a_denial_is_read_whatever_stands_between(first: str, second: str) -> None:
    assert {"polarity", "opposite"} & kinds(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The accused kept no list of the keys, the prosecutor said.", "His client kept a list of the guests, Ana Ruhl said."),
        ("Both rowers were pulled out alive.", "Neither of the two horses survived, the club said."),
        ("Having met Mr Lund, Mr Brandt left.", "Mr Brandt had never met Ms Moor, a waiter said."),
        ("The man who has been missing since March was found.", "The dog was not found."),
        ("The circus had been performing without a fire licence since May.", "The ferry held a valid fire licence, its lawyer said."),
    ],
)
def test_another_thing_another_place_another_time(first: str, second: str) -> None:
    assert not {"polarity", "opposite"} & kinds(first, second)
