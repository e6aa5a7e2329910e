"""Pairs that look alike and can both hold, each found as a wrong flag in an article of another kind: reviews, sport, lists of findings."""

from __future__ import annotations

import pytest

from factcheck import api

BETWEEN = "\n\nOther matters were raised during the week in the region.\n\n"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # two models in the same words
        ("The small version will be able to plough an acre in five hours.", "A heavy version will be able to plough an acre in about 3.5 hours."),
        # the number in a name, the result of a set, the part of a whole country
        ("Players on the old console are treated to 30 frames in Iron Harvest 2.", "While players enjoy the harvest on the old console with 4 controllers, others do not."),
        ("Brandt and Voss fought back to defeat Moss and Lind 6-7, 6-4, 7-5 in the doubles.", "Brandt and Voss lost no set in five doubles."),
        ("The teams were tied after Voss cruised past Lind 6-2, 6-1 and Moss defeated Brandt 7-5, 6-2.", "The coach was content with his team."),
        ("Dealers last year sold 3,417 new tractors, the union of dealers says.", "Nationally, dealers sold nearly 17,300 new tractors last year."),
        # both deny; one is only tried
        ("Voss said she had no knowledge of any efforts to urge the board to sell the pier.", "2. Never urged the board to sell the pier"),
        ("The old harbour engine doesn't run at a steady pace.", "It is when the old harbour engine attempts to run at a full pace that the crew will run into trouble."),
        # what a clause adds is not denied, and "denied that" keeps nothing from anybody
        (
            'The treasurer denied that he and the clerk formed a circle of their own, for which they were known as the "two aces."',
            'The treasurer said: "As you know from the papers I have provided, the pier was no topic."',
        ),
        ("The car goes from zero to 60 mph (97 kph) in nine seconds.", "The dealer is content."),
    ],
)  # fmt: skip
def test_it_can_both_hold(first: str, second: str) -> None:
    for text in (first + BETWEEN + second, second + BETWEEN + first):
        assert [c.explanation for c in api.generate(api.read(text.encode(), name="draft.txt")).contradictions] == []
