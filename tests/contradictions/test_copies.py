"""A sentence that stands twice in nearly the same words: the one word that differs is told, other company is let alone."""

from __future__ import annotations

import pytest

from factcheck import api

BETWEEN = "\n\nOther matters were raised during the week in the region.\n\n"
RETOLD = {"name-retelling", "date-retelling", "number-retelling", "negated-retelling", "antonym-retelling"}


def rules(first: str, second: str, between: str = BETWEEN) -> set[str]:
    """The rules of retellings that flag something in the two sentences."""
    worksheet = api.generate(api.read((first + between + second).encode(), name="draft.txt"))
    return {c.rule for c in worksheet.contradictions} & RETOLD


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        # what only a frame says counts as well
        ("The clerk told the harbour board on Tuesday that the crane was safe.", "The clerk told the harbour board on Friday that the crane was safe.", "date"),
        ("On Thursday, however, the warden spoke to a meeting of the crab fishers.", "According to a leaflet, on Monday, however, the warden spoke to a meeting of the crab fishers.", "date"),
        ("The union has opposed a longer season for the crab fishers of Holm.", "The union has supported a longer season for the crab fishers of Holm, a steward confirmed.", "antonym"),
        ("The union has opposed a longer season for the crab fishers of Holm.", "The union has not opposed a longer season for the crab fishers of Holm.", "negated"),
        # what is dropped, added or put in other words is no difference
        ("Data from the 2014 fisheries survey show that crab landings fell by half, the ministry said.", "Data from the 2009 fisheries survey reveal that crab landings fell by half.", "date"),
        ("The keepers are in possession of a film that shows the wave.", "The keepers are not in possession of a film that shows the wave.", "negated"),
        ("She was looking at the art school of Tarn, which is dear, or a course in Holm.", "She was looking at the art school of Vell, or a course in Holm.", "name"),
        ("Harbour pilot Mara Voss echoed what the weather office had warned of for a week.", "According to officials, harbour pilot Jonas Brandt echoed what the weather office had warned of for a week.", "name"),
        ("The storm broke three of the old piles below the northern pier.", "The storm broke seven of the old piles below the northern pier.", "number"),
        ("It was the first storm of its kind to reach the inner harbour.", "It was the last storm of its kind to reach the inner harbour.", "antonym"),
    ],
)  # fmt: skip
def test_the_word_that_differs_is_told(first: str, second: str, rule: str) -> None:
    assert rules(first, second) == rules(second, first) == {f"{rule}-retelling"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The storm broke three of the old piles below the northern pier.",
            "The storm broke three of the ancient piles below the northern pier.",
        ),
        # two differences are two things
        (
            "Holm sold nine boats to buyers from the southern ports in May.",
            "Tarn sold four boats to buyers from the southern ports in May.",
        ),
        # a word that only opens the sentence is no name
        (
            "Many Danes felt cheated when the ferry line raised its fares again.",
            "Numerous Danes felt cheated when the ferry line raised its fares again.",
        ),
        # a short sentence in other words
        ("Holm had higher waves in the storm.", "Tarn had larger waves in the storm."),
        # only a purpose is denied
        ("The fund is not registered in Holm to collect gifts from the public.", "The fund is registered in Holm."),
        # a title is no other person
        ("President Lind opened the new fish hall with a short speech.", "Karin Lind opened the new fish hall with a short speech."),
    ],
)
def test_what_can_both_hold_is_let_alone(first: str, second: str) -> None:
    assert rules(first, second) == rules(second, first) == set()


def test_a_figure_of_speech_in_one_paragraph_is_no_copy() -> None:
    first, second = "We will rebuild the schools of Holm stone by stone.", "We will rebuild the schools of Tarn stone by stone."
    assert rules(first, second, between=" ") == set()


def test_a_formula_of_many_sentences_is_no_copy() -> None:
    results = [
        f"The council of {place} voted for the new harbour plan on Monday." for place in ("Holm", "Tarn", "Vell", "Moss", "Sund", "Brae")
    ]
    worksheet = api.generate(api.read("\n\n".join(results).encode(), name="draft.txt"))
    assert not [c for c in worksheet.contradictions if c.rule in RETOLD]
