from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

import pytest

from factcheck.formats.excel import text, values
from factcheck.model import vocabulary as v
from factcheck.plugin.records import Column

STATUS = Column(id="status", type="choice", choices=v.STATUSES)
DATE = Column(id="date", type="date")
TICK = Column(id="t", type="tick")
NOTE = Column(id="note")


def cell(value: Any, number_format: str = "General", target: str | None = None) -> Any:
    return SimpleNamespace(value=value, number_format=number_format, hyperlink=SimpleNamespace(target=target) if target else None)


@pytest.mark.parametrize(
    ("value", "number_format", "said"),
    [
        (None, "General", ""), (5, "General", "5"), (5.0, "General", "5"), (0.1, "General", "0.1"), (0.5, "0%", "50%"), (0.125, "0.0%", "12.5%"), (True, "General", "TRUE"),
        (datetime.datetime(2026, 1, 2), "d.m.yy", "2026-01-02"), (datetime.datetime(2026, 1, 2, 3, 4), "", "2026-01-02 03:04"), (datetime.time(9, 5), "", "09:05"),
        ("a_x000D_\nb", "@", "a\nb"), ("_x0041_", "@", "_x0041_"), ("#REF!", "General", "#REF!"),
    ],
)
def test_a_cell_says_what_people_see(value: Any, number_format: str, said: str) -> None:
    assert values.said(cell(value, number_format)) == said


def test_a_web_link_behind_words_is_said_too() -> None:
    assert values.said(cell("report", target="https://a.example/r")) == "report https://a.example/r"
    assert values.said(cell("https://a.example", target="https://a.example/")) == "https://a.example"
    assert values.said(cell("desk@a.example", target="mailto:desk@a.example")) == "desk@a.example"


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("2026-11-22", "2026-11-22"), ("2026-1-2", "2026-01-02"), ("22.11.2026", "2026-11-22"), ("22 November 2026", "2026-11-22"), ("Nov. 22nd, 2026", "2026-11-22"),
        ("46348", "2026-11-22"), ("11/12/2026", "11/12/2026"), ("31.2.2026", "31.2.2026"), ("next week", "next week"), ("22 Xyz 2026", "22 Xyz 2026"),
    ],
)
def test_dates_become_iso_where_they_can_only_mean_one_day(typed: str, iso: str) -> None:
    assert values.entry_of(DATE, "", typed) == iso


@pytest.mark.parametrize(("typed", "kept"), [("☑", "x"), ("☐", ""), ("x", "x"), ("TRUE", "x"), ("FALSE", ""), ("no", ""), ("half", "half")])
def test_ticks(typed: str, kept: str) -> None:
    assert values.entry_of(TICK, "", typed) == kept


@pytest.mark.parametrize(("before", "typed", "kept"), [
    ("", "Not checked", ""), ("wrong", "Not checked", "not_checked"), ("", "✔ confirmed", "confirmed"), ("", "maybe", "maybe"), ("Confirmed", "Confirmed", "Confirmed"), ("wrong", "", ""),
])
def test_statuses(before: str, typed: str, kept: str) -> None:
    assert values.entry_of(STATUS, before, typed) == kept


def test_plain_choices_are_kept_in_their_own_letters() -> None:
    assert values.entry_of(Column(id="c", type="choice", choices=("Legal", "Desk")), "", " legal ") == "Legal"


def test_an_unchanged_cell_keeps_its_entry_to_the_letter() -> None:
    odd = " a\x00b\r\n"
    assert values.entry_of(NOTE, odd, values.display(NOTE, odd)) == odd
    assert values.entry_of(NOTE, odd, "a") == "a"


def test_text_for_a_cell() -> None:
    assert text.visible("a\x00\x7f\ud800\r\nb\rc\t") == "a␀␡\ufffd\nb\nc\t"
    assert text.shown("x" * 40_000).endswith(text.CUT) and len(text.shown("x" * 40_000)) <= text.LIMIT
    assert text.unescape(text.escape("_x000D_ _x005F_x0041_ _x")) == "_x000D_ _x005F_x0041_ _x"
