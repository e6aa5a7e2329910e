from __future__ import annotations

import dataclasses

import pytest

from factcheck.assessment.routes import assess
from factcheck.model.claim_parts import Verifiability
from factcheck.plugin.testing import make_worksheet


def test_the_articles_own_voice_has_no_said_line(hand) -> None:
    h = hand("Nine miners were killed.")
    said = assess(h.claim("Nine miners were killed", details={"Nine": "number"}), h.ctx)
    assert said.routes == ("So: casualty count: ministry or hospital tally and one independent, dated; count: who counted, how and when",)


def test_a_reported_claim_has_both_lines(hand) -> None:
    h = hand("Nine miners were killed, the ministry said.")
    claim = h.claim("Nine miners were killed", attribution=h.said("the ministry", source_type="government"))
    said, so = assess(claim, h.ctx).routes
    assert said == "Said: the statement or transcript of the ministry"
    assert so.startswith("So: death or injury: police, hospital or next of kin")


def test_quoted_words_carried_by_an_outlet(hand) -> None:
    h = hand("“The depot is empty,” a source told the Herald.")
    told = h.said("a source", "told", source_type="anonymous", anonymity="bare", quotation="direct", via=("the Herald",))
    said = assess(h.claim("The depot is empty", attribution=told), h.ctx).routes[0]
    assert said == "Said: the Herald's original report; word for word"


def test_whom_the_source_cites_is_asked_too(hand) -> None:
    h = hand("The depot is empty, Pell said.")
    claim = h.claim("The depot is empty", attribution=h.said("Pell", chain=("the inspectorate",)))
    assert assess(claim, h.ctx).routes[0].endswith("then the inspectorate, whom it cites")


def test_an_opinion_is_not_settled(hand) -> None:
    h = hand("The plan is a disgrace.")
    claim = h.claim("The plan is a disgrace")
    opinion = dataclasses.replace(claim, verifiability=Verifiability(level="not_verifiable", reason_code="opinion"))
    assert assess(opinion, h.ctx).routes == ("So: nothing to settle: check the premises",)


def test_details_choose_the_class_of_source(hand) -> None:
    for words, details, route in (
        ("Pell is 44", {"44": "age"}, "age: date of birth, compute"),
        ("it cost $5", {"$5": "money"}, "money: accounts, budget or contract; the year and the currency"),
        ("a third of 9 percent", {"9 percent": "percent"}, "percent: recompute from the two figures; percent or points?"),
        ("the tallest mast", {"tallest": "superlative"}, "superlative: define the class and find its register or ranking"),
        ("in Leeds", {"Leeds": "place"}, "place: map or gazetteer; spelling too"),
    ):
        h = hand(words)
        assert route in assess(h.claim(words, details=details), h.ctx).routes[0]


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("Harold Finch did not respond to two e-mails.", "So: asked: the record of the request", "Said:"),
        ("It must be inspected every two years under state law.", "law: the text in force", "title:"),
        ("He will stand trial in June.", "date: a record", "study:"),
        ("The water treatment plant was opened by Mayor Harold Finch in 1990.", "date: a record", "medicine:"),
        ("Harold Finch, the mayor of Danbrook.", "title: the body's own page", "date:"),
        ("The company lost $4 million in the first quarter.", "money: accounts", "superlative:"),
    ],
)
def test_routes_follow_what_the_claim_states(text: str, wanted: str, unwanted: str, builtin_manager) -> None:
    routes = "\n".join(r for c in make_worksheet(f"Notes\n\n{text}\n", builtin_manager).claims for r in c.verifiability.routes)
    assert wanted in routes
    assert unwanted not in routes
