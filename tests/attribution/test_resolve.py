"""Pronouns, roles and short forms across paragraphs."""

from __future__ import annotations

from .conftest import Read


def test_pronoun_takes_the_last_person() -> None:
    read = Read("Harbour minister Edna Quill said the crane fell.", "Nobody was hurt, she said.")
    a = read.of("Nobody")
    assert (a.source, read.words(a.source_span), a.source_type) == ("Edna Quill", "she", "official")


def test_surname_becomes_the_full_name() -> None:
    read = Read("Edna Quill, a fisher, said the crane fell.", "Quill also said that nobody was hurt.")
    assert read.of("nobody was hurt").source == "Edna Quill"


def test_role_becomes_the_name_with_that_role() -> None:
    read = Read("The crane fell, ministry spokesman Otto Brand said.", "Nobody was hurt, the spokesman said.")
    assert read.of("Nobody").source == "Otto Brand"


def test_short_form_of_a_body() -> None:
    read = Read("The Norland Harbour Ministry said the crane fell.", "The ministry denied that it was old.")
    assert read.of("it was old").source == "Norland Harbour Ministry"


def test_two_bodies_that_fit_are_shown() -> None:
    read = Read("The Norland Harbour Ministry met the Westmark Finance Ministry.", "The ministry said that the crane was old.")
    a = read.of("the crane was old")
    assert a.source == "[Westmark Finance Ministry; or Norland Harbour Ministry?]"
    assert a.ambiguity


def test_it_takes_the_body_that_spoke() -> None:
    read = Read("The Norland Harbour Ministry said the crane fell. The crane was old, it said.")
    assert read.of("The crane was old").source == "Norland Harbour Ministry"


def test_a_pronoun_without_a_name_says_so() -> None:
    (a,) = Read("The crane fell, she said.").found
    assert a.source == "she"
    assert a.ambiguity


def test_a_pronoun_passes_by_whom_the_article_calls_a_son() -> None:
    read = Read("Edna Quill left the port. The news was confirmed by her son, Otto Quill.", "The port was lost, she said.")
    assert read.of("The port was lost").source == "Edna Quill"


def test_a_given_name_never_tells_the_sex() -> None:
    read = Read("Edna Quill left the port. Otto Brand said that the crane fell.", "The port was lost, she said.")
    assert "Otto Brand" in read.of("The port was lost").source


def test_a_noun_at_the_start_of_a_sentence_is_nobody() -> None:
    read = Read("Harbour minister Edna Quill was there. Unemployment fell in September. It was late, she said.")
    assert read.of("It was late").source == "Edna Quill"
    (a,) = Read("Friends say that the quay was lost.").found
    assert (a.source, a.source_type) == ("Friends", "anonymous")


def test_a_name_ends_at_the_line() -> None:
    read = Read("The talk of Edna Quill", "Edna Quill said the crane fell.")
    assert read.of("the crane fell").source == "Edna Quill"


def test_a_lone_name_is_a_body_until_the_paragraph_says_he() -> None:
    assert Read("Northgale says that nine lines are down.").found[0].source_type == "organization"
    assert Read("Northgale says that nine lines are down. He has been there.").found[0].source_type == "named_person"


def test_a_company_by_its_trade() -> None:
    assert Read("Quill Foods plans to close the quay.").found[0].source_type == "organization"
    assert Read("Anna Foods plans to close the quay.").found[0].source_type == "named_person"


def test_an_owner_holds_no_office() -> None:
    (a,) = Read("“The quay is lost,” said Edna Quill, a café owner.").found
    assert a.source_type == "named_person"


def test_a_pronoun_takes_the_one_without_a_name_who_spoke_last() -> None:
    read = Read("Mayor Edna Quill opened the quay.", "A spokesman for the ministry said the crane fell. He added that nobody was hurt.")
    assert read.of("nobody was hurt").source == "A spokesman for the ministry"
    read = Read("Mayor Edna Quill opened the quay.", "My father was a docker. He told me that the crane was old.")
    assert read.of("the crane was old").source == "My father"


def test_a_pronoun_passes_by_who_only_acts_in_what_is_said() -> None:
    read = Read("Otto Brand spoke for the ministry on Monday.", "The crane operator saw the smoke from the quay, he said.")
    assert read.of("The crane operator").source == "Otto Brand"


def test_a_pronoun_passes_by_a_spokeswoman_as_he() -> None:
    read = Read("Otto Brand, a father of two, met the press.", "A spokeswoman said the crane fell. He said that nobody was hurt.")
    assert read.of("nobody was hurt").source == "Otto Brand"


def test_a_possessive_is_of_who_is_named_in_its_sentence() -> None:
    read = Read("Otto Brand met the press. A film showed Edna Quill at the quay (her office later said that she was ill).")
    assert read.of("she was ill").source == "Edna Quill's office"


def test_a_compound_with_a_name_is_nobody() -> None:
    read = Read("The Holm League-trained diver met Otto Brand. He said that the crane was old.")
    assert read.of("the crane was old").source == "Otto Brand"


def test_a_name_and_its_end_are_one() -> None:
    read = Read("Crooked Edna Quill met the board. Edna Quill, a docker, smiled. She said that the crane was old.")
    assert "; or " not in read.of("the crane was old").source


def test_a_person_of_somewhere_is_a_person() -> None:
    assert Read("Matthew Quill of The Holm Mail said that the crane was old.").of("the crane").source == "Matthew Quill"


def test_a_pronoun_takes_the_subject_of_the_paragraph_before() -> None:
    read = Read(
        "Otto Brand worked on the quay. Edna Quill, a docker's daughter, was made an OBE in 1987.",
        "In 1991 she lost her post, which she described as “the saddest day of my whole life”.",
    )
    assert [a.source for a in read.found] == ["Edna Quill"]


def test_a_role_beside_a_name_is_that_person() -> None:
    read = Read("Edna Quill, a Holm-based docker and spokeswoman for the quay, said the crane fell. “Nobody was hurt by it,” she said.")
    assert read.of("“Nobody").source == "Edna Quill"
