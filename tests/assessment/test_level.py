from __future__ import annotations

import pytest

from factcheck.assessment.level import assess, reason_terms
from factcheck.language.lexicon import load_packaged

CASES = [
    ("The mill was sold for $4 million", {"$4 million": "money"}, "measured", "verifiable"),
    ("The mill closed on 3 May 1990", {"3 May 1990": "date"}, "dated", "verifiable"),
    ("Nora Pell bought the mill", {"Nora Pell": "person"}, "named_act", "verifiable"),
    ("the mill stood empty", {}, "states_a_fact", "verifiable"),
    ("The council will meet next week", {}, "announced", "verifiable"),
    ("The plan is a disgrace", {}, "opinion", "not_verifiable"),
    ("the town should sell the mill", {}, "demand", "not_verifiable"),
    ("the dam might burst", {}, "hypothetical", "not_verifiable"),
    ("we are proud of the mill", {}, "stance", "not_verifiable"),
    ("the town will win", {}, "prediction", "not_verifiable"),
    ("they want to frighten the neighbours", {}, "guessed_motive", "not_verifiable"),
    ("the guard deliberately left the gate open", {}, "motive", "partly"),
    ("the owner believed that the gate was shut", {}, "state_of_mind", "partly"),
    ("the drought led to higher prices", {}, "cause", "partly"),
    ("the house seems empty", {}, "appearance", "partly"),
    ("I heard a bang in the yard", {}, "experience", "partly"),
    ("several neighbours moved away", {}, "vague", "partly"),
    ("Oh well, the mill is gone", {}, "rhetoric", "not_verifiable"),
    ("the shameful and blatant theft took place at night", {}, "opinion", "not_verifiable"),
    ("the vital bridge was repaired", {}, "states_a_fact", "verifiable"),
    ("the blatant theft took place at night", {}, "characterised", "partly"),
    ("The tanks will be emptied in the autumn", {}, "announced", "verifiable"),
    ("the new road will surely be a triumph", {}, "prediction", "not_verifiable"),
    ("The train is expected at the border", {}, "announced", "verifiable"),
    ("they wanted to frighten the neighbours", {}, "motive", "partly"),
    ("the harvest had been expected to begin early", {}, "states_a_fact", "verifiable"),
    ("The pool is shut until 2 May because of a leak", {"2 May": "date"}, "dated", "verifiable"),
    ("the pool is shut because of a leak", {}, "cause", "partly"),
    ("who is responsible for parks", {}, "states_a_fact", "verifiable"),
    ("the pilot is responsible for the crash", {}, "cause", "partly"),
    ("the keeper must have been asleep", {}, "hypothetical", "not_verifiable"),
    ("Soup should be heated to 75 degrees", {"75 degrees": "quantity"}, "measured", "verifiable"),
    ("I found the gate unlocked", {}, "experience", "partly"),
    ("I resigned from the board", {}, "states_a_fact", "verifiable"),
    ("nobody has answered so far", {}, "states_a_fact", "verifiable"),
    ("the bridge is a beacon for the region", {}, "opinion", "not_verifiable"),
]


@pytest.mark.parametrize(("words", "details", "code", "level"), CASES, ids=[c[0] for c in CASES])
def test_level_and_reason(hand, words: str, details: dict[str, str], code: str, level: str) -> None:
    h = hand(f"{words}.")
    said = assess(h.claim(words, details=details), h.ctx)
    assert (said.reason_code, said.level) == (code, level)


def test_the_reason_quotes_the_words_that_triggered_it(hand) -> None:
    h = hand("The guard deliberately left the gate open.")
    said = assess(h.claim("The guard deliberately left the gate open"), h.ctx)
    assert said.reason.startswith("Motive (“deliberately”): ")


def test_an_act_of_speech_is_on_record_and_a_quoted_opinion_is_not(hand) -> None:
    h = hand("Nora Pell told the council. “It is a disgrace,” Pell said.")
    act = h.claim("Nora Pell told the council", kind="attribution")
    quoted = h.claim("“It is a disgrace", id="C002", attribution=h.said("Pell", quotation="direct"))
    assert assess(act, h.ctx).reason_code == "speech_act"
    assert assess(quoted, h.ctx).level == "not_verifiable"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("A garden is a kind of clock", "maxim"),
        ("You learn from the river", "maxim"),
        ("Nobody bakes good bread in a hurry", "maxim"),
        ("A tree is on fire", "states_a_fact"),
        ("You lied to the board", "accusation"),
    ],
)
def test_a_quoted_saying_about_things_in_general_is_no_fact(hand, words: str, code: str) -> None:
    h = hand(f"“{words},” Pell said.")
    quoted = h.claim(words, attribution=h.said("Pell", quotation="direct"))
    assert assess(quoted, h.ctx).reason_code == code


def test_a_saying_in_the_articles_own_voice_is_left_to_the_checker(hand) -> None:
    h = hand("A garden is open to all visitors.")
    assert assess(h.claim("A garden is open to all visitors"), h.ctx).reason_code == "states_a_fact"


def test_what_a_witness_tells_is_experience_and_what_an_official_tells_is_not(hand) -> None:
    h = hand("“The water rose fast,” Pell said.")
    for kind, code in (("named_person", "experience"), ("witness", "experience"), ("official", "states_a_fact")):
        told = h.claim("The water rose fast", id=kind, attribution=h.said("Pell", quotation="direct", source_type=kind))
        assert assess(told, h.over(told)).reason_code == code


def test_an_attributed_figure_to_come_is_a_forecast(hand) -> None:
    h = hand("The firm expects sales of $4 million, Pell said.")
    claim = h.claim("expects sales of $4 million", details={"$4 million": "money"}, attribution=h.said("Pell"))
    assert (assess(claim, h.ctx).reason_code, assess(claim, h.ctx).level) == ("forecast", "partly")


def test_the_writers_own_story_is_experience(hand) -> None:
    lines = ("I climbed the hill.", "My brother sang.", "I lost the map.", "The rope snapped.")
    h = hand(*lines)
    claims = [h.claim(line[:-1], id=f"C{n:03}") for n, line in enumerate(lines, 1)]
    assert assess(claims[3], h.over(*claims)).reason_code == "experience"
    few = hand(lines[0], lines[3])
    alone = [few.claim(line[:-1], id=f"C{n:03}") for n, line in enumerate((lines[0], lines[3]), 1)]
    assert assess(alone[1], few.over(*alone)).reason_code == "states_a_fact"


def test_every_rule_names_a_declared_code_once() -> None:
    lexicon = load_packaged("levels")
    codes = [row["code"] for row in lexicon["codes"]]
    assert len(codes) == len(set(codes))
    assert {row["code"] for row in lexicon["rules"]} <= set(codes)
    assert all(t.title and t.meaning for t in reason_terms())


def test_every_class_that_a_rule_asks_for_exists() -> None:
    known = {
        f"{name}.{key}" for name in ("levels", "consequence", "accusations", "routes", "flags") for key in load_packaged(name)["words"]
    }
    tables = [("levels", "rules"), ("consequence", "reasons"), ("routes", "said"), ("routes", "so")]
    rows = [row for name, key in tables for row in load_packaged(name)[key]] + list(load_packaged("flags")["rules"].values())
    asked = {t.removeprefix("frame:") for row in rows for key in ("any", "all", "unless") for t in row.get(key, ())}
    assert {t for t in asked if "." in t} <= known
