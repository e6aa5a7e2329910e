"""The calendar: weekdays, impossible dates, what lies after the article's date."""

from __future__ import annotations

from factcheck.contradictions.calendar import register_contradiction_detectors
from tests.contradictions.handmade import context, findings

(CALENDAR,) = register_contradiction_detectors()


def rules(text: str, dates: list[str], published: str | None = None) -> list[str]:
    return [f.rule for f in findings(CALENDAR, context([text], [("date", d) for d in dates], published=published))]


def test_weekday_against_date() -> None:
    assert rules("The mill burned down on Sunday, March 11, 2024.", ["Sunday, March 11, 2024"]) == ["weekday-date"]
    assert rules("The mill burned down on Monday, March 11, 2024.", ["Monday, March 11, 2024"]) == []


def test_the_year_of_the_article_completes_a_date() -> None:
    assert rules("The mill burned down on Sunday (March 11).", ["Sunday", "March 11"], "2024-03-20") == ["weekday-date"]
    assert rules("The mill burned down on Sunday (March 11).", ["Sunday", "March 11"]) == []


def test_dates_around_new_year_may_belong_to_the_next_year() -> None:
    assert rules("The mill opens on Thursday, January 2.", ["Thursday, January 2"], "2024-12-30") == []


def test_impossible_dates() -> None:
    assert rules("They met on February 30, 2021.", ["February 30, 2021"]) == ["impossible-date"]
    assert rules("They met on February 29, 2023.", ["February 29, 2023"]) == ["impossible-date"]
    assert rules("They met on February 29, 2024.", ["February 29, 2024"]) == []


def test_a_past_event_after_the_articles_date() -> None:
    text = "The divers met on Thursday, and came again the next Monday."
    assert rules(text, ["Thursday", "next Monday"], "2018-06-09") == ["past-after-publication"]
    assert rules(text, ["Thursday", "next Monday"], "2018-06-13") == []
    assert rules("The council will meet next Tuesday.", ["next Tuesday"], "2018-06-09") == []


def test_a_count_after_a_month_is_no_date() -> None:
    assert rules("In May 35 people fled the town.", []) == []
    assert rules("They met on June 31.", []) == ["impossible-date"]
