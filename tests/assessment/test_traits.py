from __future__ import annotations

from factcheck.assessment.traits import make_traits


def test_words_of_claim_and_frame_are_kept_apart(hand) -> None:
    h = hand("The owner admitted that two miners were killed.")
    claim = h.claim("two miners were killed", details={"two": "number"}, attribution=h.said("The owner", "admitted"))
    seen = make_traits(claim, h.over(claim))
    assert seen.words("consequence.deaths") == "killed"
    assert seen.words("frame:accusations.admission") == "admitted"
    assert {"attributed", "source:named_person", "numeric", "specific", "past", "block:paragraph"} <= set(seen.found)
    assert "unattributed" not in seen


def test_the_articles_own_voice_and_a_first_person_author_are_unattributed(hand) -> None:
    h = hand("I saw the fire.")
    own = h.claim("I saw the fire")
    mine = h.claim("I saw the fire", attribution=h.said("I", "saw", source_type="author"))
    assert "unattributed" in make_traits(own, h.over(own))
    assert "unattributed" in make_traits(mine, h.over(mine))


def test_a_question_is_known_by_the_mark_after_the_claim(hand) -> None:
    h = hand("Who sold the mill?")
    assert "question" in make_traits(h.claim("Who sold the mill"), h.ctx)
    assert "question" not in make_traits(h.claim("sold"), h.ctx)


def test_a_question_opens_with_its_word_and_what_it_takes_for_granted_is_none(hand) -> None:
    h = hand("So why did she sell the mill, which burned in 1911, to her brother?")
    assert "question" in make_traits(h.claim("So why did she sell the mill"), h.ctx)
    assert "question" not in make_traits(h.claim("which burned in 1911"), h.ctx)
    h = hand("Who sells the mill is not known.")
    assert "question" not in make_traits(h.claim("Who sells the mill"), h.ctx)


def test_a_figure_at_the_end_of_a_name_counts_nothing(hand) -> None:
    for words, figure, expected in (
        ("The ferry left from Pier 46 at noon", "46", False),
        ("The probe Corvus 12 landed in the desert", "12", False),
        ("The old Corvus 12 engine was sold", "12", False),
        ("He parked at Gate 12B in Leeds", "12", False),
        ("On Tuesday 46 people saw the ferry", "46", True),
        ("Then Corvus 46 houses lost", "46", True),
        ("They won, Leeds 31, York 28", "31", True),
        ("Only 46 were saved", "46", True),
    ):
        h = hand(words)
        seen = make_traits(h.claim(words, details={figure: "number"}), h.ctx)
        assert ("count:number" in seen) is expected, words


def test_what_counts_and_what_can_be_looked_up(hand) -> None:
    for words, details, expected in (
        ("It struck 46 houses", {"46": "number"}, {"count:number", "specific"}),
        ("It struck the second house", {"second": "number"}, set()),
        ("It struck last year", {"last year": "date"}, {"dated", "specific"}),
        ("It is struck now", {"now": "date"}, set()),
    ):
        h = hand(words)
        seen = make_traits(h.claim(words, details=details), h.ctx)
        assert {"count:number", "dated", "specific"} & set(seen.found) == expected, words


def test_a_word_of_judgement_inside_a_name_is_no_judgement(hand) -> None:
    h = hand("The Wonderful Hope sank in 1914.")
    assert "levels.opinion" not in make_traits(h.claim("The Wonderful Hope sank in 1914", details={"Wonderful Hope": "name"}), h.ctx)
    assert "levels.opinion" in make_traits(h.claim("The Wonderful Hope sank in 1914"), h.ctx)
