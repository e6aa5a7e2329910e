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


def test_every_rule_names_a_declared_code_once() -> None:
    lexicon = load_packaged("levels")
    codes = [row["code"] for row in lexicon["codes"]]
    assert len(codes) == len(set(codes))
    assert {row["code"] for row in lexicon["rules"]} <= set(codes)
    assert all(t.title and t.meaning for t in reason_terms())


def test_every_class_that_a_rule_asks_for_exists() -> None:
    known = {f"{name}.{key}" for name in ("levels", "consequence", "accusations", "routes", "flags") for key in load_packaged(name)["words"]}
    tables = [("levels", "rules"), ("consequence", "reasons"), ("routes", "said"), ("routes", "so")]
    rows = [row for name, key in tables for row in load_packaged(name)[key]] + list(load_packaged("flags")["rules"].values())
    asked = {t.removeprefix("frame:") for row in rows for key in ("any", "all", "unless") for t in row.get(key, ())}
    assert {t for t in asked if "." in t} <= known
