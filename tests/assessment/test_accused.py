from __future__ import annotations

from factcheck.assessment.accused import accused, key_of, mentions
from factcheck.model.claim_parts import Flag


def flagged(h, words: str, trigger: str, **more):
    at = h.ctx.article.text.index(trigger)
    return h.claim(words, flags=(Flag("accusation", (at, at + len(trigger))),), **more)


def test_the_name_before_a_passive_is_the_accused(hand) -> None:
    h = hand("Tom Ashby was accused of theft by Nora Pell.")
    claim = flagged(h, "Tom Ashby was accused of theft by Nora Pell", "accused", details={"Tom Ashby": "person", "Nora Pell": "person"})
    (row,) = accused((claim,), h.ctx.article)
    assert (row.name, row.allegations, row.answers) == ("Tom Ashby", ("C001",), ())
    assert row.span_in(claim) == (0, 9)


def test_who_accuses_is_not_the_accused(hand) -> None:
    h = hand("Nora Pell said Tom Ashby lied to the board.")
    claim = flagged(h, "Tom Ashby lied to the board", "lied", details={"Tom Ashby": "person"}, attribution=h.said("Nora Pell"))
    assert [r.name for r in accused((claim,), h.ctx.article)] == ["Tom Ashby"]


def test_the_accusing_cue_points_at_the_first_name_of_the_content(hand) -> None:
    h = hand("Pell accused Ashby of hurting Finch.")
    claim = flagged(h, "Ashby of hurting Finch", "hurting", details={"Ashby": "person", "Finch": "person"}, attribution=h.said("Pell", "accused"))
    assert [r.name for r in accused((claim,), h.ctx.article)] == ["Ashby"]


def test_short_forms_join_and_a_denial_is_the_answer(hand) -> None:
    h = hand("Tom Ashby allegedly took the papers.", "Ashby allegedly sold them.", "Ashby denied that he had ever seen them.")
    first = flagged(h, "Tom Ashby allegedly took the papers", "allegedly", details={"Tom Ashby": "person"})
    second = h.claim("Ashby allegedly sold them", id="C002", details={"Ashby": "person"}, flags=(Flag("accusation"),))
    denial = h.claim("he had ever seen them", id="C003", attribution=h.said("Ashby", "denied", name="Tom Ashby"))
    (row,) = accused((first, second, denial), h.ctx.article)
    assert (row.name, row.allegations, row.answers) == ("Tom Ashby", ("C001", "C002"), ("C003",))


def test_a_lawyer_answers_for_a_body_and_silence_is_told(hand) -> None:
    h = hand("Bexley Spans allegedly cheated.", "A lawyer for Bexley Spans said the bills were right.", "Danbrook Ltd allegedly cheated.",
             "Danbrook Ltd did not respond to questions.")  # fmt: skip
    one = flagged(h, "Bexley Spans allegedly cheated", "allegedly", details={"Bexley Spans": "organization"})
    two = h.claim("the bills were right", id="C002", attribution=h.said("A lawyer for Bexley Spans"))
    three = h.claim("Danbrook Ltd allegedly cheated", id="C003", details={"Danbrook Ltd": "organization"}, flags=(Flag("accusation"),))
    four = h.claim("Danbrook Ltd did not respond to questions", id="C004", details={"Danbrook Ltd": "organization"})
    rows = {r.name: r.answers for r in accused((one, two, three, four), h.ctx.article)}
    assert rows == {"Bexley Spans": ("C002",), "Danbrook Ltd": ("C004",)}


def test_nobody_is_accused_where_no_name_stands(hand) -> None:
    h = hand("Somebody allegedly took the papers.")
    assert accused((flagged(h, "Somebody allegedly took the papers", "allegedly"),), h.ctx.article) == ()


def test_names_are_compared_by_whole_words() -> None:
    assert key_of("Tom Ashby’s", "person") == "ashby"
    assert not mentions("the Army of Salvation", "the Salvation Army", "organization")
    assert mentions("the lawyer of Ashby", "Tom Ashby")
    assert not mentions("the Ashbys' lawyer in Ashbyville", "Tom Ashby")


def test_whom_it_was_done_to_is_not_the_accused(hand) -> None:
    h = hand("The council called it aggression against Danbrook Ltd.")
    claim = flagged(h, "called it aggression against Danbrook Ltd", "aggression", details={"Danbrook Ltd": "organization"})
    assert accused((claim,), h.ctx.article) == ()


def test_a_state_can_be_accused_by_its_name(hand) -> None:
    h = hand("Norland accused Sudland of theft.")
    claim = flagged(h, "Norland accused Sudland of theft", "accused", details={"Norland": "place", "Sudland": "place"})
    assert [(r.name, r.kind) for r in accused((claim,), h.ctx.article)] == [("Sudland", "place")]


def test_a_first_name_is_joined_where_one_full_name_begins_with_it(hand) -> None:
    h = hand("Tom Ashby was charged with theft. Tom allegedly ran.")
    one = flagged(h, "Tom Ashby was charged with theft", "charged", details={"Tom Ashby": "person"})
    two = h.claim("Tom allegedly ran", id="C002", details={"Tom": "person"}, flags=(Flag("accusation", (38, 47)),))
    assert [(r.name, r.allegations) for r in accused((one, two), h.ctx.article)] == [("Tom Ashby", ("C001", "C002"))]
