"""Fuzzing: every reader on damaged files, reading back damaged worksheets, the whole road on any text. A refusal is one line, never a crash.

What is found becomes a line of ``corpus.FINDINGS``.
"""

from __future__ import annotations

import hashlib
import io
import itertools
import json
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from factcheck import api
from factcheck.formats.excel import machine
from factcheck.model.codec import from_json, to_json
from factcheck.model.errors import FactcheckError
from factcheck.model.worksheet import Worksheet
from factcheck.worksheet.check import invariant_breaches
from factcheck.worksheet.merge import merge
from factcheck.worksheet.update import update
from tests.pipeline.test_road import ARTICLES, check
from tests.robustness.effort import SECONDS, SEED
from tests.robustness.mutations import BODY, MANAGER, articles, by_clock, damaged, damaged_json, damaged_zip, worksheets

pytestmark = [
    pytest.mark.slow,  # part of make test-all: it takes minutes
    pytest.mark.filterwarnings("ignore:Generating overly large repr"),  # Hypothesis: an example is long
]

FUZZERS = 14
FORMATS = ("json", "html", "csv", "markdown", "xlsx")


def fuzz(strategy: st.SearchStrategy[Any], property_: Callable[[Any], None], examples: int) -> None:
    """Try a property on examples: a few and always the same, or by the clock; then always others, unless a seed is given."""
    quick = settings(max_examples=examples, derandomize=True, database=None)
    profile = settings(quick, derandomize=False) if SECONDS else quick
    profile = settings(profile, deadline=None, suppress_health_check=list(HealthCheck))

    @profile
    @given(strategy)
    def one(given_: Any) -> None:
        property_(given_)

    seeds = itertools.count(SEED or 0)
    by_clock(one if SEED is None else lambda: seed(next(seeds))(one)(), SECONDS / FUZZERS)


def refused(error: FactcheckError) -> None:
    """A refusal says something."""
    assert str(error).strip()


@pytest.mark.parametrize("suffix", sorted(articles()))
def test_damaged_articles(suffix: str) -> None:
    whole = articles()[suffix]

    def read(data: bytes) -> None:
        try:
            article = api.read(data, name=f"a.{suffix}", manager=MANAGER)
        except FactcheckError as error:
            refused(error)
            return
        sheet = api.generate(article, manager=MANAGER)
        assert sheet.problems == () and invariant_breaches(sheet) == []
        assert api.load_bytes(api.dump(sheet, "json", manager=MANAGER), "a.json", MANAGER) == sheet

    fuzz(damaged_zip(whole) if suffix in ("docx", "odt") else damaged(whole), read, 12)


def read_back(data: bytes, name: str) -> None:
    """What can be read can be counted and written in every format."""
    try:
        sheet = api.load_bytes(data, name, MANAGER)
    except FactcheckError as error:
        refused(error)
        return
    if sheet.extract:
        return
    for format_id in FORMATS:
        made = api.dump(sheet, format_id, manager=MANAGER)
        if format_id == "json" and b"NaN" not in made:
            assert api.load_bytes(made, "again.json", MANAGER) == sheet


def test_damaged_workbooks() -> None:
    fuzz(damaged_zip(worksheets()["xlsx"], "sheet", "workbook", "shared", "styles"), lambda d: read_back(d, "a.xlsx"), 25)


@pytest.mark.parametrize("suffix", ["json", "csv"])
def test_damaged_lists(suffix: str) -> None:
    fuzz(damaged(worksheets()[suffix]), lambda d: read_back(d, f"a.{suffix}"), 25)


def test_worksheets_that_say_something_else() -> None:
    whole = json.loads(worksheets()["json"])
    fuzz(damaged_json(whole), lambda d: read_back(json.dumps(d).encode(), "a.json"), 25)


def test_machine_sides_that_say_something_else() -> None:
    book = openpyxl.load_workbook(io.BytesIO(worksheets()["xlsx"]))
    sheet = book[machine.SHEET]
    whole = json.loads("".join(str(r[1].value)[1:-1] for r in sheet.iter_rows() if str(r[0].value).startswith("json")))

    def read(data: Any) -> None:
        body = json.dumps(data).replace("_x", "\\u005fx")
        pairs = [("digest", f"sha256:{hashlib.sha256(body.encode()).hexdigest()}")]
        pairs += [(f"json {n + 1}", f"|{body[i : i + machine.PIECE]}|") for n, i in enumerate(range(0, len(body), machine.PIECE))]
        sheet.delete_rows(2, sheet.max_row)
        for pair in pairs:
            sheet.append(pair)
        out = io.BytesIO()
        book.save(out)
        read_back(out.getvalue(), "a.xlsx")

    fuzz(damaged_json(whole), read, 10)


def test_any_text_goes_the_whole_road() -> None:
    """Generated, written in every format, read back, revised, merged: the invariants hold, what was typed is there."""

    def road(texts: tuple[str, str]) -> None:
        try:
            first, second = (
                api.generate(api.read(t.encode("utf-8", "surrogatepass"), name="a.txt", manager=MANAGER), manager=MANAGER) for t in texts
            )
        except FactcheckError as error:
            refused(error)
            return
        check(first)
        note = texts[1].strip() or "x"
        first = from_json(Worksheet, {**to_json(first), "entries": {c.id: {"note": note} for c in first.claims[:2]}})
        made = {f: api.dump(first, f, manager=MANAGER) for f in FORMATS}
        for suffix in ("json", "xlsx"):
            assert api.load_bytes(made[suffix], f"a.{suffix}", MANAGER) == first
        if first.claims:
            assert api.load_bytes(made["csv"], "a.csv", MANAGER).claims
        revised = update(first, second)
        assert invariant_breaches(revised) == []
        assert {c.id for c in first.claims[:2]} <= {
            *(c.id for c in revised.claims),
            *(g.id for g in (revised.lineage.gone if revised.lineage else ())),
        }
        joined = merge(first, api.load_bytes(made["json"], "b.json", MANAGER), first="a", second="b")
        assert joined.entries == first.entries

    fuzz(st.tuples(ARTICLES, st.one_of(ARTICLES, st.just(BODY))), road, 8)
