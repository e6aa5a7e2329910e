"""Headline, standfirst and what stands around them."""

from __future__ import annotations

import pytest

from factcheck.model.article import Article
from factcheck.plugin.records import Source
from factcheck.readers.plain import read


def article(text: str) -> Article:
    return read(Source("draft.txt", text.encode()), {})


def kinds(text: str) -> list[str]:
    return [b.kind for b in article(text).blocks]


def test_one_sentence_is_a_paragraph_not_a_headline() -> None:
    assert kinds("The mayor said on Monday that the dam was safe.") == ["paragraph"]
    assert kinds("The dam is safe.\n\nForty people doubt it.") == ["paragraph", "paragraph"]
    assert article("The dam is safe.").title is None


@pytest.mark.parametrize(
    "head",
    ["Dam bursts in Ellerby", "Council Says Dam Is Safe.", "Who broke the dam?", "DAM BURSTS"],
)
def test_headlines(head: str) -> None:
    made = article(
        f"{head}\n\nThe dam above Ellerby burst on Monday after a week of rain, and the lower town stood under water.\n\nNobody was hurt."
    )
    assert made.title == head
    assert [b.kind for b in made.blocks] == ["headline", "paragraph", "paragraph"]


def test_a_deck_beside_the_headline_is_a_standfirst() -> None:
    assert kinds("Dam bursts;\nEllerby stands under water after a week of rain.\n\nThe dam burst.\n\nThe town is wet.")[:2] == [
        "headline",
        "standfirst",
    ]
