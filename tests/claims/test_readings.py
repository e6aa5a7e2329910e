"""What is filled in, and what is left open in words."""

from __future__ import annotations


def readings(d, number=1):
    return [(c.reading, c.ambiguity) for c in d.extraction(number).claims]


def test_elided_subject(desk):
    d = desk("The storm hit the coast on Friday and caused floods in three villages.")
    assert readings(d)[1] == ("[The storm] caused floods in three villages", None)


def test_participle_takes_the_subject(desk):
    d = desk("The tanker rammed a pier near Oldport, spilling 40 tons of oil.")
    assert readings(d)[1][0] == "[The tanker] spilling 40 tons of oil"


def test_relative_takes_the_noun_phrase_before(desk):
    d = desk("Engineers inspected the old hull, which was built in 1987.")
    assert readings(d)[1][0] == "[the old hull] was built in 1987"


def test_relative_after_a_governed_noun_is_left_open(desk):
    d = desk("She met two members of the crew, who had left Oldport in May.")
    reading, ambiguity = readings(d)[1]
    assert reading is None and "who" in ambiguity


def test_apposition_says_what_it_is(desk):
    d = desk("The council approved the plan, the largest in the history of the town.")
    assert readings(d)[1][0] == "[the plan is] the largest in the history of the town"


def test_elliptic_passive(desk):
    d = desk("Twelve workers were hurt and more than 30 evacuated from the plant.")
    assert readings(d)[1][0] == "more than 30 [were] evacuated from the plant"


def test_pronoun_with_one_candidate(desk):
    d = desk("The bridge was closed. It opened in 1998.")
    assert readings(d, 2) == [("[The bridge] opened in 1998", None)]


def test_pronoun_with_two_candidates_is_left_open(desk):
    d = desk("Anna Berg accused Tom Hale of fraud. She left the firm in May.")
    reading, ambiguity = readings(d, 2)[0]
    assert reading is None
    assert "Anna Berg" in ambiguity and "Tom Hale" in ambiguity


def test_pronoun_without_candidate(desk):
    d = desk("It was raining. He left the town in May.")
    reading, ambiguity = readings(d, 2)[0]
    assert reading is None and "he" in ambiguity


def test_expletive_it_is_no_pronoun(desk):
    d = desk("The dam broke. It was clear that the town had no plan.")
    assert readings(d, 2) == [(None, None)]


def test_the_subject_stands_behind_what_is_fronted(desk):
    d = desk("Founded in 1996, the yard employs 240 people and sold 12 boats in May.")
    assert readings(d)[1][0] == "[the yard] sold 12 boats in May"
    d = desk("Every evening the old keeper climbs the tower. He was born in 1950.")
    assert readings(d, 2)[0][0] is None


def test_a_verb_that_does_not_fit_the_subject_is_left_open(desk):
    d = desk("The lamps burn gas that arrives by barge and costs the parish 40 crowns.")
    assert not any(r and "[The lamps]" in r for r, _ in readings(d))


def test_an_official_is_no_it_and_a_medal_no_she(desk):
    d = desk("Transport Minister Ada Quist ordered an inquiry. It was the worst flood in years.").has("superlative", "the worst")
    assert readings(d, 2)[0] == (None, "'it' may be what the sentence before tells")
    d = desk("She received the Gold Medal. She married twice.")
    assert readings(d, 2)[0][0] is None


def test_the_writer_is_no_candidate(desk):
    d = desk("I wrote to him four times. He never answered.")
    assert readings(d, 2)[0][0] is None


def test_what_only_begins_like_a_participle_keeps_its_subject(desk):
    d = desk("Homes in the old town have been raided by the guard, mailing lists have been shut down by the port.")
    assert all(reading is None for reading, _ in readings(d))


def test_nobody_is_a_people(desk):
    d = desk("The plan had not pleased Norlanders. She has been criticised for it in Oldport.")
    assert readings(d, 2)[0][0] is None


def test_a_past_form_with_an_object_is_no_part_of_a_subject(desk):
    d = desk("A spokesman said the road was shut. It would open on Friday.")
    assert "said" not in (readings(d, 2)[0][0] or "")


def test_she_is_no_husband(desk):
    d = desk("Her husband died in Oldport in 2009. She is survived by two daughters.")
    assert readings(d, 2)[0][0] is None
