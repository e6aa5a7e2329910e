"""CSV: all columns, no formula, nothing lost."""

from __future__ import annotations

import csv
import dataclasses
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.formats.csv_format import write
from factcheck.formats.csv_text import guard, unguard
from tests.formats.sheet import EVIL, OPTIONS, sheet


def rows(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_claims_and_what_was_typed() -> None:
    found = {r["#"]: r for r in rows(write(sheet(), OPTIONS))}
    assert list(found) == ["C001", "C002", "C003", "C004", "C005", "N01"]
    assert found["C002"]["Status"] == "Confirmed as said" and found["C002"]["Evidence"] == f"tape\nmin 3 {EVIL}"
    assert found["C002"]["Risk"] == "privacy" and found["C002"]["My own"] == "kept" and found["C002"]["Length"] == "28"
    assert found["C005"]["Claim in its sentence"] == "'=HYPERLINK(1) burned down." and found["C002"]["Note"] == "'@home"
    assert found["N01"]["Status"] == "Wrong"


def test_the_table_that_was_asked_for() -> None:
    (contact,) = rows(write(sheet(), dataclasses.replace(OPTIONS, tables=("contacts",))))
    assert contact["Who"] == "code 7" and contact["Answer"] == "'-1"


def test_same_bytes() -> None:
    assert write(sheet(), OPTIONS) == write(sheet(), OPTIONS)


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", "\r=1", "＝1", "'=1", "''=1", "'tis", "1-2", ""])
def test_guard_by_example(text: str) -> None:
    assert not guard(text).startswith(("=", "+", "-", "@", "\t", "\r", "＝"))
    assert unguard(guard(text)) == text


@given(st.text(alphabet=st.sampled_from("'=+-@\t\rab ＝"), max_size=8))
def test_guard_is_reversible(text: str) -> None:
    assert unguard(guard(text)) == text
