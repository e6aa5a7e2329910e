from __future__ import annotations

import pytest

from factcheck.assessment.accused import accused, key_of, mentions
from factcheck.model.claim_parts import Flag
from factcheck.plugin.testing import make_worksheet


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
    claim = flagged(
        h, "Ashby of hurting Finch", "hurting", details={"Ashby": "person", "Finch": "person"}, attribution=h.said("Pell", "accused")
    )
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
    rows = {r.name: (r.answers, r.asked) for r in accused((one, two, three, four), h.ctx.article)}
    assert rows == {"Bexley Spans": (("C002",), ()), "Danbrook Ltd": ((), ("C004",))}


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


def of_text(text: str, manager) -> dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    """Who is accused in a text, with the words of allegations, answers and of questions asked in vain."""
    sheet = make_worksheet(text, manager)
    words = {c.id: " ".join(c.text.split()) for c in sheet.claims}
    rows = accused(sheet.claims, sheet.article)
    return {r.name: tuple(tuple(words[i] for i in ids) for ids in (r.allegations, r.answers, r.asked)) for r in rows}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nora Pell, a former clerk, accused the mayor of Danbrook, Tom Ashby, of taking bribes.", ["Tom Ashby"]),
        ("Nora Pell accused Mayor Tom Ashby of hiding the cost.", ["Tom Ashby"]),
        ("Nora Pell accused Tom Ashby and Ada Finch of hiding the cost.", ["Tom Ashby", "Ada Finch"]),
        ("Nora Pell alleges that Tom Ashby sold a forged letter.", ["Tom Ashby"]),
        ("Nora Pell alleges that the contractor, Bexley Spans, paid for a holiday.", ["Bexley Spans"]),
        ("Nora Pell sued Tom Ashby over the flood.", ["Tom Ashby"]),
        ("Prosecutors charged Tom Ashby with manslaughter.", ["Tom Ashby"]),
        ("Residents blamed the Danbrook water board for the flood.", ["the Danbrook water board"]),
        ("Nora Pell claims Tom Ashby lied about the price.", ["Tom Ashby"]),
        ("Nora Pell claims Tom Ashby broke the city charter.", ["Tom Ashby"]),
        ("Tom Ashby is accused of hiding three letters.", ["Tom Ashby"]),
        ("Tom Ashby was charged with perjury by prosecutors in Leeds.", ["Tom Ashby"]),
        ("Police have arrested a 40-year-old man on suspicion of arson.", ["a 40-year-old man"]),
        ("His wife, Ada Ashby, was charged with fraud.", ["Ada Ashby"]),
        ("Tom Ashby has not been charged.", []),
        ("Neighbours had complained about the smell for months.", []),
        ("The report accused nobody.", []),
    ],
)  # fmt: skip
def test_whom_the_words_accuse(text: str, names: list[str], builtin_manager) -> None:
    assert list(of_text(f"{text}\n", builtin_manager)) == names


def test_what_the_accuser_says_is_no_answer_but_one_more_allegation(builtin_manager) -> None:
    text = 'Nora Pell accused Mayor Tom Ashby of hiding the cost.\n\n"He lied to the board," Pell said.\n\nAshby denied it.\n'
    (allegations, answers, asked) = of_text(text, builtin_manager)["Tom Ashby"]
    assert len(allegations) == 2 and "He lied" in allegations[1]
    assert answers == ("Ashby denied it",)
    assert asked == ()


def test_an_office_is_joined_with_the_one_who_holds_it(builtin_manager) -> None:
    text = "Nora Pell accused the mayor of taking bribes.\n\nMayor Tom Ashby was in Leeds on Monday.\n"
    assert list(of_text(text, builtin_manager)) == ["Tom Ashby"]


def test_two_of_one_last_name_are_two(builtin_manager) -> None:
    text = "Tom Ashby pleaded guilty to fraud.\n\nAlice Ashby was charged with forgery. She denies the charge.\n"
    rows = of_text(text, builtin_manager)
    assert list(rows) == ["Tom Ashby", "Alice Ashby"]
    assert rows["Tom Ashby"][1] == () and rows["Alice Ashby"][1] != ()


def test_a_lawyer_answers_and_a_company_that_is_silent_was_asked(builtin_manager) -> None:
    text = "Nora Pell sued Tom Ashby over the flood.\n\nAshby's lawyer said that the suit was baseless.\n\nPell also sued Bexley Spans.\n\nThe company did not return calls.\n"
    rows = of_text(text, builtin_manager)
    assert rows["Tom Ashby"][1] == ("the suit was baseless",)
    assert rows["Bexley Spans"][1:] == ((), ("The company did not return calls",))
