"""What is no source: every rule with its examples, and the attributor that keeps to them."""

from __future__ import annotations

import pytest

from factcheck.attribution.page import Page
from factcheck.attribution.sound import RULES, unsound

from .conftest import Read, article_of, context_of


def _tags(words: str) -> str:
    article = article_of(words)
    return Page(article, context_of(article)).tags


@pytest.mark.parametrize(("rule", "words"), [(rule.id, words) for rule in RULES for words in rule.unsound])
def test_refuses(rule: str, words: str) -> None:
    assert unsound(words, _tags(words)) == rule


@pytest.mark.parametrize("words", [words for rule in RULES for words in rule.sound])
def test_lets_pass(words: str) -> None:
    assert unsound(words, _tags(words)) is None


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("41% said that the crane was old.",),
        ("The crane fell.", "Q: Why did the crane fall?", "A: The rope was old and nobody checked it."),
        ("DAM: The wall broke on Monday and the town was flooded.",),
        ("DRAFT: The wall broke on Monday, a draft said nobody saw.",),
        ("The dockers' said that it was late.",),
    ],
)
def test_nobody_speaks(paragraphs: tuple[str, ...]) -> None:
    assert [a.source for a in Read(*paragraphs).found if unsound(a.source, "") or a.source.isupper()] == []


def test_a_clock_time_is_no_part_of_a_source() -> None:
    read = Read("17:05 Norland police said that the road was closed.")
    assert read.rows == [("Norland police", "said", "the road was closed")]
    assert read.words(read.found[0].frame_span).startswith("17:05 Norland police said")


def test_a_counted_crowd_says_nothing_by_watching() -> None:
    assert Read("Some 8,300 dockers watched the match.").found == []
    assert Read("Two dockers saw that the rope had snapped, they said.").found != []


def test_a_heading_is_no_part_of_a_source() -> None:
    assert Read("The Quay", "Anna Fisher said the crane was old.").of("the crane was old").source == "Anna Fisher"


def test_a_speaker_who_comes_again_is_a_label() -> None:
    read = Read("Edna Quill met dockers.", "QUILL: The crane is old.")
    assert read.of("The crane is old").source == "Edna Quill"
