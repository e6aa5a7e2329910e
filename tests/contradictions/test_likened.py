"""Numbers likened to each other: what brings two together in other words, and what keeps them apart; the sorts and marks they are read with."""

from __future__ import annotations

import pytest

from factcheck.contradictions.figures import Figure, figures
from factcheck.plugin.context import Context
from factcheck.plugin.manager import Manager, create_manager
from factcheck.plugin.testing import make_worksheet

RULE = "one-thing-two-numbers"


@pytest.fixture(scope="module")
def manager() -> Manager:
    return create_manager(entry_points=False)


def read(text: str, manager: Manager) -> list[Figure]:
    sheet = make_worksheet(text, manager)
    return list(figures(Context(sheet.article, manager.lexicons(), claims=sheet.claims)))


def quantities(manager: Manager, *paragraphs: str) -> set[str]:
    return {x.rule for x in make_worksheet("\n\n".join(paragraphs), manager).contradictions if x.kind == "quantity"}


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("The dairy will cut 1,200 jobs in Holm.", "Analysts said the loss of 2,100 positions would please the owners."),
        ("The court sentenced the treasurer to six years in prison.", "His lawyer called the eight-year sentence too harsh."),
        ("A rival bought the brewery for $40 million.", "The purchase price of $52 million is the highest ever paid in the valley."),
        ("The two dairies value the merger at 4.6 billion euros.", "The 6.4-billion-euro merger needs the consent of the state."),
        ("Vandals destroyed 90 shops in the old town.", "The 60 stores that were destroyed will be built again."),
        ("Customs officers seized 340 kilograms of tea.", "The 430 kilos of tea were hidden among tiles."),
        ("Seventeen towns have sued the dam's owner.", "Lawyers for the 19 towns came by train."),
    ],
)
def test_one_thing_in_other_words(manager: Manager, first: str, last: str) -> None:
    assert quantities(manager, first, "It was raining.", last)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("The dairy will cut 1,200 jobs in Holm.", "Another 2,100 jobs will be cut in Tarn."),
        ("The court sentenced the treasurer to six years in prison.", "The prosecutor had asked for eight years in prison."),
        ("The attack on the market killed 12 people.", "The attack on the barracks killed five soldiers."),
        ("In 2011, 90 shops in the old town were destroyed by fire.", "In 2019, 60 shops in the old town were destroyed by fire."),
        ("Prices rose from 4.1 percent in May.", "The rate of 3.9 percent in June was low."),
        ("The film had 31 percent of the viewers.", "The other films shared 69 percent of the viewers."),
        ("A fee of $40 is charged for each boat, on average.", "The fee for the harbor was $90 million."),
        ("The tower is 62 meters high.", "With its mast, the tower is 71 meters high."),
    ],
)
def test_what_tells_two_things_apart(manager: Manager, first: str, last: str) -> None:
    assert not quantities(manager, first, "It was raining.", last)


@pytest.mark.parametrize(
    ("text", "sort", "low"),
    [
        ("A quarter of the pupils cycle.", "percent", 25),
        ("The 6.4-billion-euro deal was signed.", "money|EUR", 6.4e9),
        ("The wall is two kilometers long.", "length", 2000),
        ("The siege lasted two days.", "duration", 172800),
        ("The firm owns 300 barges.", "count", 300),
    ],
)
def test_sorts_and_base_units(manager: Manager, text: str, sort: str, low: float) -> None:
    assert [(f.sort, round(f.low)) for f in read(text, manager)] == [(sort, round(low))]


@pytest.mark.parametrize(
    "text", ["He left two days later.", "The third boat sank.", "Since 9/11 much has changed.", "It was the first win in six years."]
)
def test_what_counts_nothing_is_left_out(manager: Manager, text: str) -> None:
    assert not read(text, manager)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("The 36 plots were sold.", "definite"),
        ("All 36 plots were sold.", "all"),
        ("The purchase price of $52 million surprised them.", "title"),
        ("The seven-year sentence was harsh.", "naming"),
        ("Another 36 plots were sold.", "more"),
        ("The prosecutor asked for nine years in prison.", "plan"),
        ("The room costs 90 euros a night.", "rate"),
        ("Prices rose from 36 percent.", "from"),
    ],
)
def test_marks(manager: Manager, text: str, mark: str) -> None:
    assert mark in read(text, manager)[0].marks


def test_more_than_is_not_another(manager: Manager) -> None:
    assert "more" not in read("More than 36 plots were sold.", manager)[0].marks
