"""Numbers, quantities, money, percent, ages, dates, times and durations, with their values."""

from __future__ import annotations

from itertools import pairwise

import pytest


@pytest.mark.parametrize(
    ("text", "kind", "words", "expected"),
    [
        ("Sixty-two sailors came home.", "number", "Sixty-two", {"number": 62, "unit": "sailor"}),
        ("The storm hurt more than 100 people.", "number", "more than 100", {"number": 100, "approx": "over", "unit": "person"}),
        ("Hundreds of thousands fled.", "number", "Hundreds of thousands", {"number": 100000, "approx": "vague"}),
        ("They hired a dozen cooks.", "number", "a dozen", {"number": 12, "unit": "cook"}),
        ("Between 5 and 10 of 40 boats sank, 10 to 15 were towed.", "number", "10 to 15", None),
        ("It was their 33rd meeting.", "number", "33rd", {"number": 33}),
        ("Two-thirds of the voters stayed.", "number", "Two-thirds", None),
        ("The work cost $1.2 million.", "money", "$1.2 million", {"number": 1200000, "unit": "USD"}),
        ("The work cost US$ 20,000 or so.", "money", "US$ 20,000 or so", {"number": 20000, "unit": "USD", "approx": "about"}),
        (
            "It paid between $2 million to $3 million.",
            "money",
            "$2 million to $3 million",
            {"number": 2000000, "high": 3000000, "unit": "USD"},
        ),
        ("A ticket is 37 cents.", "money", "37 cents", {"number": 37, "unit": "cent"}),
        ("Turnout rose 12.5% in May.", "percent", "12.5%", {"number": 12.5, "unit": "percent"}),
        ("It fell by three percentage points.", "percent", "three percentage points", {"number": 3, "unit": "percentage point"}),
        ("Ann Lee, 34, swam.", "age", "34", {"number": 34, "unit": "year"}),
        ("A 62-year-old swam.", "age", "62-year-old", {"number": 62, "unit": "year"}),
        ("The tower is nearly 62 meters high.", "quantity", "nearly 62 meters", {"number": 62, "unit": "meter", "approx": "nearly"}),
        ("They saw two Q-400 planes.", "quantity", "two Q-400 planes", {"number": 2, "unit": "plane"}),
        ("The hall has 900 square feet.", "quantity", "900 square feet", {"number": 900, "unit": "square foot"}),
        ("It opened on Sunday, March 10, 2024.", "date", "Sunday, March 10, 2024", {"date": "2024-03-10", "weekday": "sunday"}),
        ("It opened on 4 May 2019.", "date", "4 May 2019", {"date": "2019-05-04"}),
        ("It opened on 2019-05-04.", "date", "2019-05-04", {"date": "2019-05-04"}),
        ("It opened on March 4.", "date", "March 4", {"date": "--03-04"}),
        ("It opened in Sept. 2019.", "date", "Sept. 2019", {"date": "2019-09"}),
        ("It opened in the 1960s.", "date", "1960s", {"number": 1960, "high": 1969, "unit": "year"}),
        ("It opened in 1987.", "date", "1987", {"date": "1987"}),
        ("It opened two years ago.", "date", "two years ago", {"number": 2, "unit": "year"}),
        ("It opened last week.", "date", "last week", {}),
        ("The bell rang at 6:40 p.m. twice.", "time", "6:40 p.m.", {"time": "18:40"}),
        ("The bell rang at 17:00 GMT.", "time", "17:00 GMT", {"time": "17:00"}),
        ("The bell rang at noon.", "time", "noon", {"time": "12:00"}),
        ("The bell rang for two hours.", "duration", "two hours", {"number": 2, "unit": "hour"}),
        ("They signed an eight-year lease.", "duration", "eight-year", {"number": 8, "unit": "year"}),
        ("The ferry sails every day.", "duration", "every day", {"number": 1, "unit": "day"}),
    ],
)
def test_kind_words_and_value(details, text, kind, words, expected):
    found = [d for d in details(text) if d.kind == kind and d.text == words]
    assert found, [(d.kind, d.text) for d in details(text)]
    if expected is not None:
        keys = ("number", "high", "unit", "approx", "date", "weekday", "time")
        value = found[0].value
        assert {k: getattr(value, k) for k in keys if value is not None and getattr(value, k) is not None} == expected


@pytest.mark.parametrize(
    "text",
    ["No one came.", "This one may march on.", "First, they ate.", "At least they tried.", "The First Lady waved."],
)
def test_words_that_do_not_count(told, text):
    assert [x for x in told(text) if x[0] in ("number", "date", "quantity")] == []


def test_only_the_most_specific_figure_of_a_stretch(details):
    text = "On March 11, 2024, at 6:40 p.m., a 34-year-old paid $1.2 million for 40 percent of 12 km of road."
    kinds = ("number", "quantity", "money", "percent", "age", "date", "time", "duration")
    spans = sorted((d.start, d.end) for d in details(text) if d.kind in kinds)
    assert len(spans) == 6
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_a_year_before_counted_people_is_a_number(told):
    assert ("number", "2000") in told("The hall seats 2000 people.")
    assert ("date", "2000") in told("The hall was built in 2000.")


def test_ago_makes_a_date_and_no_duration(told):
    assert [k for k, _ in told("They met two years ago.")] == ["date"]


def test_boilerplate_is_left_out(told):
    assert told("Read 12 more stories", "He ate 3 plums.", kinds={0: "boilerplate"}) == [("number", "3")]


def test_a_label_that_counts_itself_is_no_number(builtin_manager) -> None:
    from factcheck.plugin.testing import make_worksheet

    sheet = make_worksheet("The mill closed in 1990.\n\nUpdate 2: The mayor opened 3 rooms on Monday.\n", builtin_manager)
    assert [c.text for c in sheet.claims][-1] == "The mayor opened 3 rooms on Monday"
