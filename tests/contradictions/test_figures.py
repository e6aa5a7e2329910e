"""Arithmetic inside one sentence, ages against years of birth."""

from __future__ import annotations

from factcheck.contradictions import age, arithmetic, partition
from factcheck.model.claim_parts import Value
from tests.contradictions.handmade import Named, context, findings, number

(SUMS,) = arithmetic.register_contradiction_detectors()
(PARTS,) = partition.register_contradiction_detectors()
(AGES,) = age.register_contradiction_detectors()


def percent(words: str, value: float) -> Named:
    return ("percent", words, Value(number=value, unit="percent"))


def rules(text: str, details: list[Named]) -> list[str]:
    return [f.rule for f in findings(SUMS, context([text], details))]


def test_shares_over_hundred() -> None:
    text = "55 percent were students, 30 percent were pensioners and {} percent were tourists."
    assert rules(text.format(25), [percent("55 percent", 55), percent("30 percent", 30), percent("25 percent", 25)]) == [
        "shares-over-hundred"
    ]
    assert rules(text.format(15), [percent("55 percent", 55), percent("30 percent", 30), percent("15 percent", 15)]) == []


def test_answers_that_overlap_are_left_alone() -> None:
    text = "60 percent own a car, 50 percent own a bike and 40 percent own both."
    assert rules(text, [percent("60 percent", 60), percent("50 percent", 50), percent("40 percent", 40)]) == []


def test_share_of_a_number() -> None:
    assert rules("Of these, 12 of 40 members, or 25 percent, voted.", [number("12", 12), number("40", 40), percent("25 percent", 25)]) == [
        "share-of-number"
    ]
    assert rules("Of these, 12 of 40 members, or 30 percent, voted.", [number("12", 12), number("40", 40), percent("30 percent", 30)]) == []


def test_change_from_to() -> None:
    up = [("money", "400 to 500 euros", Value(number=400, high=500, unit="EUR"))]
    assert rules("Rents rose from 400 to 500 euros, an increase of 40 percent.", [*up, percent("40 percent", 40)]) == ["change-from-to"]
    assert rules("Rents rose from 400 to 500 euros, an increase of 25 percent.", [*up, percent("25 percent", 25)]) == []
    assert rules("Turnout rose from 60 to 45 people.", [number("60", 60), number("45", 45, unit="person")]) == ["change-from-to"]
    assert rules("Turnout fell from 60 to 45 people.", [number("60", 60), number("45", 45, unit="person")]) == []


def test_parts_and_total() -> None:
    text = "They rescued 12 people: five men and {} women."
    for word, value, expected in (("six", 6, ["whole-and-parts"]), ("seven", 7, [])):
        given = context([text.format(word)], [number("12", 12), number("five", 5), number(word, value)])
        assert [f.rule for f in findings(PARTS, given)] == expected


def test_age_against_year_of_birth() -> None:
    def found(born: int, published: str | None = "2024-03-13") -> int:
        return len(
            findings(
                AGES, context(["Irma Falk, 58, keeps the lighthouse.", f"Falk, who was born in {born}, likes it."], published=published)
            )
        )

    assert found(1975) == 1
    assert found(1965) == found(1966) == 0
    assert found(1975, None) == 0


def test_two_people_of_one_surname_have_two_ages() -> None:
    ctx = context(["Irma Falk, 58, keeps the lighthouse.", "Tomas Falk, who was born in 1985, helps."], published="2024-03-13")
    assert findings(AGES, ctx) == []
