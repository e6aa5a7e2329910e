"""Numbers: tallies of one event in other words, numbers in retellings, and all that is compatible."""

from __future__ import annotations

from factcheck.contradictions.quantity import register_contradiction_detectors
from tests.contradictions.handmade import Named, context, findings, number

TALLY, RETOLD = register_contradiction_detectors()


def tallied(paragraphs: list[str | tuple[str, str]], details: list[Named], **more: object) -> list[tuple[str, str]]:
    return [(f.kind, f.severity) for f in findings(TALLY, context(paragraphs, details, **more))]  # type: ignore[arg-type]


def test_headline_against_body_in_other_words() -> None:
    ctx = context(
        [("headline", "Nine injured as grandstand gives way"), "A grandstand gave way on Sunday, injuring seven people."],
        [number("Nine", 9), number("seven", 7, unit="people")],
    )
    (found,) = findings(TALLY, ctx)
    assert (found.severity, found.scope) == ("conflict", "headline")
    assert "Nine injured" in found.explanation and "injuring seven people" in found.explanation and "headline" in found.explanation


def test_two_sources_are_disputed() -> None:
    rows = tallied(
        ["The blast killed 31 miners.", "In the mine, 44 miners were killed."],
        [number("31", 31), number("44", 44)],
        sources={1: "Holm Mining", 2: "the miners' union"},
    )
    assert rows == [("quantity", "disputed")]


def test_an_update_that_says_so_supersedes() -> None:
    rows = tallied(
        ["The blast killed 31 miners.", ("update", "Update: The death toll has now risen to 44.")],
        [number("31", 31), number("44", 44)],
    )
    assert rows == [("quantity", "superseded")]


def test_degrees_are_a_discrepancy() -> None:
    assert tallied(
        ["Over 300 people were injured.", "The storm injured about 300."],
        [number("Over 300", 300, "over"), number("about 300", 300, "about")],
    ) == [("quantity", "discrepancy")]


def test_compatible_numbers_are_silent() -> None:
    assert not tallied(["At least 50 people died.", "The flood killed 52."], [number("At least 50", 50, "at_least"), number("52", 52)])
    assert not tallied(["Seven people were injured, two of them seriously."], [number("Seven", 7), number("two", 2)])
    assert not tallied(
        ["The flood killed 12 people.", "In 2011, a similar flood killed 40 people."],
        [number("12", 12), ("date", "2011"), number("40", 40)],
    )
    assert not tallied(
        ["The flood killed 12 people.", "Of the dead, 5 were killed in Alder.", "In Birk, 7 people were killed."],
        [number("12", 12), number("5", 5), number("7", 7)],
    )
    assert not tallied(
        ["The flood killed 70 people.", "The flood killed 52 soldiers."],
        [number("70", 70, unit="people"), number("52", 52, unit="soldier")],
    )
    assert not tallied(["The flood killed 12 people.", "Such a flood could kill 400 people."], [number("12", 12), number("400", 400)])
    assert not tallied(
        ["About 140 people had registered.", "Only 35 were on the bridge."], [number("About 140", 140, "about"), number("35", 35)]
    )


def test_more_of_a_part_than_of_the_whole_is_told() -> None:
    assert tallied(
        ["The flood killed 60 people.", "The flood killed 82 soldiers."],
        [number("60", 60, unit="people"), number("82", 82, unit="soldier")],
    )


def test_numbers_in_a_retelling() -> None:
    a, b = (
        "The ferry company carried 52,000 passengers to the northern islands last summer.",
        "The ferry company carried 38,000 passengers to the northern islands last summer.",
    )
    ctx = context([a, "Fares rose.", b], [number("52,000", 52000), number("38,000", 38000)])
    (found,) = findings(RETOLD, ctx)
    assert found.kind == "quantity" and "52,000" in found.explanation and "38,000" in found.explanation


def test_like_sentences_that_differ_twice_tell_of_two_things() -> None:
    a, b = (
        "The blue team scored 52 points against the northern champions in May.",
        "The blue team scored 38 points against the northern champions in June.",
    )
    ctx = context([a, b], [number("52", 52), ("date", "May"), number("38", 38), ("date", "June")])
    assert findings(RETOLD, ctx) == []
