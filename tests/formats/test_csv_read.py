"""A filled-in CSV comes back: counted, merged into its worksheet, whatever a spreadsheet made of it; alone it is no worksheet."""

from __future__ import annotations

import csv
import dataclasses
import io
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.formats.csv_format import read_csv, write
from factcheck.model.errors import FactcheckError
from factcheck.model.view import View
from factcheck.model.worksheet import Worksheet
from factcheck.worksheet.merge import TABLE, merge
from factcheck.worksheet.progress import progress
from tests.formats.sheet import OPTIONS, sheet

Rows = list[dict[str, str]]
Typing = Callable[[Rows], None]


def bare() -> Worksheet:
    return dataclasses.replace(sheet(), entries={}, added_claims=(), contacts=())


def filled(
    typing: Typing,
    worksheet: Worksheet | None = None,
    *,
    separator: str = ",",
    encoding: str = "utf-8-sig",
    headings: Callable[[list[str]], list[str]] = list,
) -> bytes:
    """The CSV of a worksheet as somebody filled it in and saved it."""
    reader = csv.DictReader(io.StringIO(write(worksheet or bare(), OPTIONS).decode("utf-8-sig"), newline=""))
    rows = list(reader)
    typing(rows)
    out = io.StringIO(newline="")
    fields = headings(list(rows[0]))
    writer = csv.writer(out, delimiter=separator)
    writer.writerow(fields)
    writer.writerows([[r.get(f, "") for f in fields] for r in rows])
    return out.getvalue().encode(encoding, "replace")


def back(data: bytes, whole: Worksheet | None = None) -> Worksheet:
    return merge(whole or bare(), read_csv(data, "filled.csv"), first="w", second="filled")


def type_some(rows: Rows) -> None:
    rows[0]["Status"], rows[0]["Evidence"], rows[0]["Note"] = "Confirmed", "register\np. 3", "'=1+1"
    rows[1]["Status"], rows[1]["Date"] = "?", "22.11.2026"
    rows[2]["In draft"], rows[2]["Risk"], rows[2]["House"] = "☑", "privacy", "serial comma"


TYPED = {
    "C001": {"status": "confirmed", "evidence": "register\np. 3", "note": "=1+1"},
    "C002": {"status": "cannot_verify", "date": "2026-11-22"},
    "C003": {"in_draft": "x", "desk.risk": "privacy", "House": "serial comma"},
}


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_what_was_typed_comes_back(separator: str, encoding: str) -> None:
    def typing(rows: Rows) -> None:
        type_some(rows)
        rows[2]["In draft"] = "x"

    data = filled(typing, separator=separator, encoding=encoding, headings=lambda h: [*h, "House"])
    got = back(data)
    assert got.entries == TYPED
    assert dataclasses.replace(got, entries={}) == bare()


def test_columns_and_rows_may_be_moved_deleted_and_renamed() -> None:
    def typing(rows: Rows) -> None:
        type_some(rows)
        for row in rows:
            row["Evidense"] = row["Evidence"]
        rows.reverse()
        del rows[0]

    data = filled(
        typing, headings=lambda h: [*(x for x in reversed(h) if x not in ("Evidence", "Kind", "Link", "¶.s", "Proof of evidence")), "House"]
    )
    read = read_csv(data, "filled.csv")
    assert [p.message for p in read.problems] == ["the heading 'Evidense' is read as 'Evidence'"]
    assert back(data).entries == TYPED


def test_status_counts_a_table() -> None:
    counted = progress(View(read_csv(filled(type_some), "filled.csv")))
    assert (counted.rows, counted.done, counted.statuses["cannot_verify"]) == (5, 2, 1)
    assert counted.open_high == ()
    assert counted.priorities["high"] == (2, 2)


def test_new_copied_and_foreign_rows_are_claims_of_their_own() -> None:
    def typing(rows: Rows) -> None:
        rows[0]["Note"] = "mine"
        rows.append({"Claim in its sentence": "A claim of my own.", "Road": "the mayor", "¶.s": "2.1", "Status": "wrong"})
        rows.append(dict(rows[0]))
        rows.append({**rows[0], "Note": "another"})
        rows.append({"#": "Z9", "Note": "somebody's number"})

    read = read_csv(filled(typing), "filled.csv")
    assert [p.message.split(": ")[1] for p in read.problems] == [
        "C001 is there twice; the second is kept as a claim of its own",
        "Z9 is no row of a worksheet; it is kept as a claim of its own",
    ]
    got = back(filled(typing))
    assert next((a.id, a.text, a.sentence) for a in got.added_claims) == ("N01", "A claim of my own.", 2)
    assert got.entries["N01"] == {"status": "wrong", "road": "the mayor"}
    assert (
        got.entries["C001"] == {"note": "mine"}
        and got.entries["N02"]["note"] == "another"
        and got.entries["N03"] == {"note": "somebody's number"}
    )


def test_what_stands_as_it_stood_is_no_disagreement() -> None:
    entries = {"C001": {"date": "22.11.2026", "note": " two\r\nlines ", "status": "not_checked", "in_draft": "x"}, "N01": {"road": "a"}}
    whole = dataclasses.replace(sheet(), entries={**sheet().entries, **entries})
    data = write(whole, OPTIONS)
    assert back(data, whole) == whole
    assert merge(read_csv(data, "a.csv"), whole, first="table", second="whole").entries == whole.entries


def test_contacts_come_back() -> None:
    data = write(sheet(), dataclasses.replace(OPTIONS, tables=("contacts",))) + b"code 9,22 Nov 2026,mail,C001,=yes,AB,\r\n"
    got = back(data, sheet())
    assert got.contacts[1] == {"who": "code 9", "when": "2026-11-22", "how": "mail", "rows": "C001", "answer": "=yes", "initials": "AB"}
    assert got.contacts[0] == sheet().contacts[0] and len(got.contacts) == 2


def test_a_table_of_another_draft_is_refused() -> None:
    other = dataclasses.replace(bare(), article=dataclasses.replace(bare().article, sha256="0" * 64))
    with pytest.raises(FactcheckError, match=r"another draft .*factcheck update"):
        back(filled(type_some), other)
    moved = dataclasses.replace(bare(), claims=tuple(dataclasses.replace(c, fingerprint="0" * 12) for c in bare().claims))
    with pytest.raises(FactcheckError, match="C001, C002, C003, C004, C005 of the table are no rows"):
        back(filled(type_some), moved)
    table = read_csv(filled(type_some), "filled.csv")
    assert table.extract == TABLE
    with pytest.raises(FactcheckError, match="a table alone holds no article"):
        merge(table, table, first="a", second="b")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no heading"),
        (b"a,b\n1,2\n", "no heading"),
        (b'"', "no heading"),
        (b"Status,Note,Evidence\nWrong,a,b\n", "no column '#'"),
        (b"#,Status,Note\nC001,Wrong,a\n", "Kept for reading back"),
    ],
)
def test_what_is_no_table_of_ours_is_an_error_in_one_line(data: bytes, words: str) -> None:
    with pytest.raises(FactcheckError, match=words) as error:
        read_csv(data, "given.csv")
    assert "given.csv" in str(error.value) and "\n" not in str(error.value)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00")), min_size=4, max_size=4))
def test_any_text_comes_back_to_the_letter(texts: list[str]) -> None:
    entries = {
        cid: {"note": text, "my own": text} for cid, text in zip(("C001", "C002", "C003", "C004"), texts, strict=True) if text.strip()
    }
    whole = dataclasses.replace(bare(), entries=entries)
    assert back(write(whole, OPTIONS)).entries == entries


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_end_in_a_traceback(data: bytes) -> None:
    for given_bytes in (data, b"#,Status,Note,Kept for reading back\n" + data):
        try:
            assert read_csv(given_bytes, "x.csv").extract == TABLE
        except FactcheckError as error:
            assert "x.csv" in str(error)
