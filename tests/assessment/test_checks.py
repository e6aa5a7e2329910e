from __future__ import annotations

import dataclasses

import pytest

from factcheck.assessment.checks import checks_of, full_date
from factcheck.model.claim_parts import Value

N = Value
CASES = [
    ("3 of the 5 members, or 60 percent, left", {"3": ("number", N(number=3)), "5": ("number", N(number=5)), "60 percent": ("percent", N(number=60))},
     "recompute 3 of 5 = 60 percent"),
    ("the walk of 12 miles (20 km)", {"12 miles": ("quantity", N(number=12, unit="mile")), "20 km": ("quantity", N(number=20, unit="kilometer"))},
     "convert 12 mile = 19.3 kilometer"),
    ("on Sunday, March 11, 2024", {"Sunday, March 11, 2024": ("date", N(date="2024-03-11", weekday="sunday"))}, "calendar: 2024-03-11 is a Monday"),
    ("60 percent were late, 25 percent early and 25 percent ill",
     {"60 percent": ("percent", N(number=60)), "25 percent": ("percent", N(number=25)), "25 percent ill": ("percent", N(number=25))},
     "add up 60 + 25 + 25 = 110 percent"),
    ("rose from 40 cases to 50 cases, by 20 percent",
     {"40 cases": ("quantity", N(number=40, unit="case")), "50 cases": ("quantity", N(number=50, unit="case")), "20 percent": ("percent", N(number=20))},
     "recompute from 40 to 50 = 25 percent more"),
    ("from 17:00 until 17:50", {"17:00": ("time", N(time="17:00")), "17:50": ("time", N(time="17:50"))}, "from 17:00 to 17:50 = 50 minutes"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "details", "expected"), CASES, ids=[c[2] for c in CASES])
def test_sums(hand, words: str, details: dict[str, tuple[str, Value]], expected: str) -> None:
    h = hand(words)
    claim = h.claim(words, details={k: v[0] for k, v in details.items()}, values={k: v[1] for k, v in details.items()})
    assert expected in checks_of(claim, h.ctx)


def test_an_age_beside_a_year_of_birth(hand) -> None:
    h = hand("Pruett, 71, was born in 1961")
    claim = h.claim(
        "Pruett, 71, was born in 1961", details={"71": "age", "1961": "date"}, values={"71": N(number=71), "1961": N(date="1961")}
    )
    ctx = dataclasses.replace(h.ctx, article=dataclasses.replace(h.ctx.article, published="2024-03-13"))
    assert checks_of(claim, ctx) == ("age: if born 1961, 62 or 63 in 2024",)
    assert checks_of(claim, h.ctx) == ()


def test_nothing_is_summed_across_words_or_units(hand) -> None:
    h = hand("3 men and 5 women, 60 percent, walked 12 miles for 2 hours")
    values = {
        "3": N(number=3),
        "5": N(number=5),
        "60 percent": N(number=60),
        "12 miles": N(number=12, unit="mile"),
        "2 hours": N(number=2, unit="hour"),
    }
    kinds = {"3": "number", "5": "number", "60 percent": "percent", "12 miles": "quantity", "2 hours": "quantity"}
    assert checks_of(h.claim(h.ctx.article.text, details=kinds, values=values), h.ctx) == ()


def test_a_day_that_no_calendar_has() -> None:
    assert full_date("2024-02-30") is None
    assert full_date("--03-11") is None
