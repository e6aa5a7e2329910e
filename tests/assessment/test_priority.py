from __future__ import annotations

import dataclasses
import math

from factcheck.assessment.priority import assess, score_of
from factcheck.model.claim_parts import Flag, Verifiability
from factcheck.model.contradiction import Contradiction
from factcheck.plugin.testing import make_worksheet


def test_the_score_is_the_logistic_function_of_the_sum() -> None:
    assert math.isclose(score_of(0.5, [1.0, -1.5]), 0.5)
    assert score_of(-2, [1]) < score_of(-2, [1, 0.1])


def test_deaths_stand_before_a_song_and_say_why(hand) -> None:
    h = hand("Nine miners were killed in the pit. The choir sang in the hall.")
    grave = assess(h.claim("Nine miners were killed in the pit", details={"Nine": "number"}), h.ctx)
    mild = assess(h.claim("The choir sang in the hall", id="C002"), h.ctx)
    assert grave.score > mild.score + 0.2
    assert grave.priority_reasons[0] == "people died or were hurt: “killed”"


def test_the_headline_raises_the_same_words(hand) -> None:
    words = "The mill burned in the night"
    plain, display = hand(words), hand(words, kinds=("headline",))
    assert assess(display.claim(words), display.ctx).score > assess(plain.claim(words), plain.ctx).score


def test_a_conflict_and_an_accusation_raise_the_score(hand) -> None:
    h = hand("Tom Ashby left with the papers.")
    plain = h.claim("Tom Ashby left with the papers")
    x = Contradiction("X01", "quantity", "conflict", "article", "r", ("C001",))
    split = dataclasses.replace(plain, contradictions=("X01",))
    blamed = dataclasses.replace(plain, flags=(Flag("accusation"),))
    base = assess(plain, h.over(plain)).score
    fresh = hand("Tom Ashby left with the papers.")
    conflict = assess(split, fresh.over(split, contradictions=(x,)))
    assert conflict.score > base
    assert "the article says otherwise elsewhere" in conflict.priority_reasons
    assert assess(blamed, h.over(blamed)).score > base


def test_what_cannot_be_checked_is_lower_and_says_so(hand) -> None:
    h = hand("The plan is a disgrace.")
    claim = h.claim("The plan is a disgrace", verifiability=Verifiability(level="not_verifiable"))
    said = assess(claim, h.ctx)
    assert said.priority_reasons[-1] == "lower: not verifiable"


def test_a_row_that_tells_what_the_headline_tells_is_more_urgent(builtin_manager) -> None:
    text = "Danbrook library closes its reading room\n\nThe town has a park.\n\nThe reading room of the library was closed.\n\nThe door of the market was painted.\n"
    rows = {c.text: c.verifiability for c in make_worksheet(text, builtin_manager).claims}
    told, other = rows["The reading room of the library was closed"], rows["The door of the market was painted"]
    assert "tells what the headline tells" in told.priority_reasons
    assert "tells what the headline tells" not in other.priority_reasons
    assert told.score > other.score


def test_only_the_first_headline_is_the_headline(hand) -> None:
    h = hand(
        "Bridge closes",
        "The bridge closed.",
        "Market opens",
        "The market opened.",
        kinds=("headline", "paragraph", "headline", "paragraph"),
    )
    first, second = assess(h.claim("Bridge closes"), h.ctx), assess(h.claim("Market opens"), h.ctx)
    assert "stands in the headline" in first.priority_reasons
    assert "stands in the headline" not in second.priority_reasons
