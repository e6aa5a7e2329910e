"""Phrases of the lexicon as patterns."""

from __future__ import annotations

import pytest

from factcheck.readers.triggers import containing, ending, starting, voicing, whole


@pytest.mark.parametrize(
    ("line", "fires"), [("UPDATE 3: yes", True), ("[Update 3: yes]", True), ("Updated plans", False), ("An update: no", False)]
)
def test_starting(line: str, fires: bool) -> None:
    assert bool(starting("update", "starts").match(line)) is fires


def test_words_end_where_they_end() -> None:
    assert not containing("report", "cues").search("saids")
    assert containing("report", "cues").search("she  said")
    assert whole("headline", "tags").fullmatch("(updates 2)")
    assert ending("caption", "ends").search("The dam. Getty Images.")


@pytest.mark.parametrize(
    ("line", "fires"), [("We saw us.", True), ("The US left", False), ("They told US", False), ("Our man", True), ("The hour came", False)]
)
def test_voice_minds_capitals(line: str, fires: bool) -> None:
    assert bool(voicing("comment", "voice").search(line)) is fires
