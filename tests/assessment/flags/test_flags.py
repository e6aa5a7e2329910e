"""Each flag on claims made by hand: must fire with its words, must not fire beside them."""

from __future__ import annotations

import dataclasses
import importlib
from typing import Any

import pytest

from factcheck.model.claim_parts import Flag, OfferedSource, Value
from factcheck.model.vocabulary import FLAGS, ids
from factcheck.plugin.records import Assessor

FAMILIES = ("sourcing", "legal", "people", "wording", "quotations")
RECORDS: dict[str, Assessor] = {
    r.id: r for name in FAMILIES for r in importlib.import_module(f"factcheck.assessment.flags.{name}").register_assessors()
}


def flags(h: Any, claim: Any, *more: Any, code: str) -> list[str]:
    ctx = h.over(claim, *more)
    return [h.ctx.article.text[slice(*f.span)] if f.span else "" for f in RECORDS[code].assess(claim, ctx).flags]


def test_every_flag_of_the_vocabulary_has_a_record_with_source_and_examples() -> None:
    assert set(RECORDS) == set(ids(FLAGS))
    for record in RECORDS.values():
        assert record.source
        assert {e.fires for e in record.examples} == {True, False}


WORDS = [
    ("accusation", "Tom Ashby allegedly left with the papers", {"Tom Ashby": "person"}, ["allegedly"]),
    ("accusation", "Tom Ashby left with the papers", {"Tom Ashby": "person"}, []),
    ("accusation", "the papers allegedly existed", {}, []),
    ("crime", "Tom Ashby was charged with fraud", {}, ["fraud"]),
    ("crime", "the battery was charged", {}, ["was charged"]),
    ("court_stage", "Tom Ashby was convicted in Leeds", {}, ["convicted"]),
    ("court_stage", "Tom Ashby was elected in Leeds", {}, []),
    ("private_person", "Leonard Pruett, a retired teacher, fell", {"Leonard Pruett": "person"}, ["retired"]),
    ("private_person", "a retired teacher fell", {}, []),
    ("minor", "a schoolboy was pulled from the river", {}, ["schoolboy"]),
    ("minor", "the driver had minor injuries", {}, []),
    ("time_bound", "the road is currently closed", {}, ["currently"]),
    ("time_bound", "now that the road is closed, he walks", {}, []),
    ("undefined_superlative", "the tallest mast stands here", {"tallest": "superlative"}, ["tallest"]),
    ("undefined_superlative", "the tallest mast in the world", {"tallest": "superlative"}, []),
    ("undefined_superlative", "at least four masts", {"least": "superlative"}, []),
    ("missing_referent", "She opened the depot", {}, ["She"]),
    ("missing_referent", "the agency opened the depot", {}, ["the agency"]),
    ("missing_referent", "the report of the board was read", {}, []),
    ("unattributed_number", "The flood destroyed 46 houses", {"46": "number"}, ["46"]),
]


@pytest.mark.parametrize(("code", "words", "details", "expected"), WORDS, ids=[f"{c[0]}: {c[1]}" for c in WORDS])
def test_words(hand: Any, code: str, words: str, details: dict[str, str], expected: list[str]) -> None:
    h = hand(f"{words}.")
    assert flags(h, h.claim(words, details=details), code=code) == expected


def test_unnamed_and_single_source(hand: Any) -> None:
    h = hand("A military source said that the depot was empty.")
    claim = h.claim("the depot was empty", attribution=h.said("A military source", source_type="anonymous", anonymity="bare"))
    assert flags(h, claim, code="unnamed") == ["A military source"]
    assert len(flags(h, claim, code="single_source")) == 1
    assert flags(h, claim, code="plural_for_one") == []


def test_a_repeat_by_another_origin_is_no_single_source(hand: Any) -> None:
    h = hand("A source said that the depot was empty. Pell said that the depot was empty.")
    one = h.claim("the depot was empty", attribution=h.said("A source", source_type="anonymous", anonymity="bare"), repeats="R01")
    two = dataclasses.replace(one, id="C002", attribution=h.said("Pell"))
    assert flags(h, one, two, code="single_source") == []


def test_plural_for_one(hand: Any) -> None:
    h = hand("Sources said that the depot was empty.")
    claim = h.claim("the depot was empty", attribution=h.said("Sources", source_type="anonymous", anonymity="bare"))
    assert flags(h, claim, code="plural_for_one") == ["Sources"]


def test_second_hand_is_a_chain_or_an_outlet_between(hand: Any) -> None:
    h = hand("The depot is empty, Pell said.")
    plain = h.claim("The depot is empty", attribution=h.said("Pell"))
    cited = h.claim("The depot is empty", attribution=h.said("Pell", chain=("the ministry",)))
    assert flags(h, plain, code="second_hand") == []
    h2 = hand("The depot is empty, Pell said.")
    assert flags(h2, cited, code="second_hand") == ["Pell"]


def test_a_number_with_a_link_or_a_bare_one_is_not_unattributed(hand: Any) -> None:
    h = hand("The flood took 46 houses.")
    linked = h.claim(
        "The flood took 46 houses", details={"46": "number"}, offered_sources=(OfferedSource("link", "46", "https://example.org"),)
    )
    assert flags(h, linked, code="unattributed_number") == []
    h = hand("One of them sang.")
    assert (
        flags(h, h.claim("One of them sang", details={"One": "number"}, values={"One": Value(number=1)}), code="unattributed_number") == []
    )


def test_interested_party(hand: Any) -> None:
    h = hand("The pills are safe, a spokesman for the maker said.")
    assert flags(h, h.claim("The pills are safe", attribution=h.said("a spokesman for the maker")), code="interested_party") == [
        "spokesman"
    ]


def test_under_age_by_number(hand: Any) -> None:
    for age, expected in ((17, ["17"]), (18, [])):
        h = hand(f"Ada, {age}, won.")
        claim = h.claim(f"Ada, {age}, won", details={str(age): "age"}, values={str(age): Value(number=age)})
        assert flags(h, claim, code="minor") == expected


def test_no_reply_needs_an_accusation_and_no_answer(hand: Any) -> None:
    texts = ("Tom Ashby allegedly took the papers.", "Ashby denied that he had them.")
    h = hand(*texts)
    accusing = h.claim("Tom Ashby allegedly took the papers", details={"Tom Ashby": "person"}, flags=(Flag("accusation", (10, 19)),))
    assert flags(h, accusing, code="no_reply") == ["Tom Ashby"]
    h = hand(*texts)
    denial = h.claim("he had them", id="C002", attribution=h.said("Ashby", "denied"))
    assert flags(h, accusing, denial, code="no_reply") == []


def test_a_name_before_a_pronoun_is_its_referent(hand: Any) -> None:
    h = hand("Nora Pell built it. She sold it.")
    one = h.claim("Nora Pell built it", details={"Nora Pell": "person"})
    assert flags(h, h.claim("She sold it", id="C002"), one, code="missing_referent") == []


def test_brackets_count_only_inside_a_quotation(hand: Any) -> None:
    h = hand("“They [the owners] sold it,” Pell said.")
    assert flags(h, h.claim("They [the owners] sold it"), code="quote_edited") == ["[the owners]"]
    h = hand("The owners [of the mill] sold it.")
    assert flags(h, h.claim("The owners [of the mill] sold it"), code="quote_edited") == []


def test_an_open_quotation_goes_on_where_the_next_paragraph_opens_with_a_mark(hand: Any) -> None:
    h = hand("Pell said: “They sold it.", "Finch left.")
    assert flags(h, h.claim("They sold it"), code="quote_unbalanced") == ["“"]
    h = hand("Pell said: “They sold it.", "“They left.”")
    assert flags(h, h.claim("They sold it"), code="quote_unbalanced") == []


def test_translated_by_language_outlet_or_office(hand: Any) -> None:
    h = hand("“The mill is sold,” Pell said in French.")
    spoken = h.said("Pell", quotation="direct", frame_span=(19, 39))
    assert flags(h, h.claim("The mill is sold", attribution=spoken), code="translated") == ["in French"]
    h = hand("“The mill is sold,” Pell said.")
    assert flags(h, h.claim("The mill is sold", attribution=h.said("Pell", quotation="direct")), code="translated") == []
    h = hand("“The mill is sold,” Pell said.")
    through = h.said("Pell", quotation="direct", via=("Xinhua",))
    assert flags(h, h.claim("The mill is sold", attribution=through), code="translated") == ["Pell"]


def test_long_extract_counts_words_once(hand: Any) -> None:
    body = "The mill stood by the river for years. " * 14
    h = hand(f"“{body.strip()}” Pell said.")
    first = h.claim("The mill stood by the river for years")
    assert len(flags(h, first, code="long_extract")) == 1
    short = hand("“The mill stood by the river.” Pell said.")
    assert flags(short, short.claim("The mill stood by the river"), code="long_extract") == []
