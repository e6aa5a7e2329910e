"""Sentences with nothing to check, and their neighbours that hold something."""

from __future__ import annotations

import pytest

from factcheck.claims.declare import look, nothing, reason

DECLARED = [
    ("Who would buy such a house?", "question"),
    ("Read more", "navigation"),
    ("Sources", "navigation"),
    ("Photo: Lena Orr.", "navigation"),
    ("Please call your sister.", "call_to_action"),
    ("Don't miss the show.", "call_to_action"),
    ("If you want to save money, definitely avoid the bar.", "call_to_action"),
    ("Oh well, that went splendidly.", "sarcasm"),
    ("These people are simply ridiculous.", "opinion_only"),
    ("It should never have come to this.", "opinion_only"),
    ("Everyone is puzzled by it.", "opinion_only"),
    ("The answers vary.", "transition"),
    ("Some neighbours are unhappy.", "transition"),
    ("But not everybody agrees.", "transition"),
    ("The tenants tell another story.", "transition"),
    ("That may change.", "transition"),
    ("This page is no longer updated.", "navigation"),
    ("You can follow our live coverage here.", "navigation"),
    ("For immediate release", "navigation"),
    ("It did.", "transition"),
    ("Perhaps it was only the wind.", "opinion_only"),
    ("Many are asked to leave their shoes at the door.", "call_to_action"),
    ("That is not all.", "transition"),
    ("The yard will:", "frame_only"),
    ("Welcome to our live coverage of the regatta.", "navigation"),
    ("I'm Tess and I'll be with you through the night.", "navigation"),
    ("That's all from me.", "navigation"),
    ("We'll bring you the latest as we get it.", "navigation"),
    ("Email us at news@example.org or call 0111 496 0000.", "call_to_action"),
    ("Contact: press@example.org", "navigation"),
    ("This interview has been edited for length.", "navigation"),
]
STATED = [
    "The judge threw out the story.",
    "That's all the money he took.",
    "We'll close the yard in May.",
    "Did the mayor know that 40 people lived there?",
    "Some windows are broken.",
    "Not everybody left the ship.",
    "The page was torn from the logbook.",
    "The live entries were stolen from a safe in the town hall.",
    "The tenants are asked to pay the bill.",
    "Perhaps 40 people saw it.",
    "Call the office on 5 May.",
    "These people are 40 years old.",
    "Read the law: it was passed in 1998.",
    "The search is under way.",
    "Nobody was hurt.",
    "The strike lasts all week.",
    "Slow bargaining resumes.",
    "The bridge is closed.",
    "This bridge is in Oldport.",
]


@pytest.mark.parametrize(("text", "code"), DECLARED)
def test_declared_with_a_reason(desk, text, code):
    found = desk(text).extraction()
    assert not found.claims
    assert found.nothing_to_check == code


@pytest.mark.parametrize("text", STATED)
def test_what_states_a_fact_is_never_declared(desk, text):
    d = desk(text)
    for word, kind in (("40", "number"), ("5 May", "date"), ("1998", "date")):
        if word in text:
            d.has(kind, word)
    assert d.claims()


@pytest.mark.parametrize(
    ("text", "stamp"),
    [("18:00 Was the gate shut?", "18:00"), ("7.45pm Why did the pumps fail?", "7.45pm"), ("UPDATE 09:10 Who knew?", "09:10")],
)
def test_a_question_behind_a_stamp_is_a_question(desk, text, stamp):
    assert desk(text).has("time", stamp).extraction().nothing_to_check == "question"


def test_a_statement_behind_a_stamp_stays_a_claim_with_its_time(desk):
    assert desk("18:40 The gate is shut.").has("time", "18:40").claims() == ["18:40 The gate is shut"]


def test_a_short_label_alone_is_a_heading(desk):
    assert desk("What we know").extraction().nothing_to_check in ("heading", None)
    assert desk("A new hope").extraction().nothing_to_check == "heading"


def test_a_headline_is_never_a_heading(desk):
    assert desk("Fire in the harbor", "headline").claims() == ["Fire in the harbor"]


def test_now_is_no_date_to_check(desk):
    d = desk("Now it seems a terrible joke.").has("date", "Now")
    assert d.extraction().nothing_to_check == "opinion_only"


def test_a_time_alone_is_a_dateline(desk):
    assert desk("3:15 a.m.").has("time", "3:15 a.m").extraction().nothing_to_check == "dateline"


def test_headings_of_sections_name_and_headlines_tell(lexicons):
    words = nothing(lexicons["nothing"])

    def code(text: str, letters: str, section: bool = True) -> str | None:
        return reason(look(text, text.lower().split(), letters, [], "headline", True, False, section), words)

    assert code("Key figures", "nn") == "heading"
    assert code("Key points", "nF") == "heading"
    assert code("Trains cancelled", "nR") is None
    assert code("Mayor quits after vote", "nFpn") is None
    assert code("Boats", "n", section=False) != "heading"
