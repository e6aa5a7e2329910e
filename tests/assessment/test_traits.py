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
    assert "question" not in make_traits(h.claim("Who sold"), h.ctx)


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
