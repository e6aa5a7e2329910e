"""The claims as Parquet: typed, documented, with what was typed, without whom it would give away."""

from __future__ import annotations

import dataclasses
import datetime
import re
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from factcheck_dask import claims

from factcheck.model.worksheet import AddedClaim, Worksheet

TEXT = "Clinic opens\n\nThe clinic has 40 beds, the mayor said on Tuesday.\n\nIt cost $3 million. The clinic has 36 beds.\n"


@pytest.fixture
def sheet(make_worksheet: Any) -> Worksheet:
    made: Worksheet = make_worksheet(TEXT)
    first = next(c for c in made.claims if c.details)
    entries = {first.id: {"status": "wrong", "evidence": "register"}, first.details[0].id: {"note": "seen"}, "N01": {"status": "confirmed"}}
    private = {s.id: {"reached": "by telephone", "identity_checked": "passport"} for s in made.sources}
    article = dataclasses.replace(made.article, published="2025-03-12")
    contacts = ({"who": "a secret friend"},)
    added = (AddedClaim("N01", "It has a garden", 2),)
    return dataclasses.replace(made, entries={**entries, **private}, article=article, contacts=contacts, added_claims=added)


def read(path: Path, *sheets: tuple[str, Worksheet]) -> list[dict[str, Any]]:
    assert claims.write(path, [(name, claims.dumped(s)) for name, s in sheets]) == sum(
        len(s.claims) + len(s.added_claims) for _, s in sheets
    )
    table = pq.read_table(path)
    assert table.schema.equals(claims.schema())
    return table.to_pylist()  # type: ignore[no-any-return]


def test_each_claim_is_a_row_with_what_was_typed(sheet: Worksheet, tmp_path: Path) -> None:
    rows = read(tmp_path / "c.parquet", ("in/a.txt", sheet), ("in/b.txt", sheet))
    assert [(r["article"], r["claim_id"]) for r in rows] == [
        (a, i) for a in ("in/a.txt", "in/b.txt") for i in [*(c.id for c in sheet.claims), "N01"]
    ]
    own = {r["claim_id"]: r for r in rows if r["article"] == "in/a.txt"}
    for claim in sheet.claims:
        row = own[claim.id]
        assert (row["text"], row["start"], row["end"], row["fingerprint"]) == (claim.text, claim.start, claim.end, claim.fingerprint)
        assert row["article_id"] == sheet.article.sha256 and row["published"] == datetime.date(2025, 3, 12)
        assert row["source"] == (claim.attribution.source if claim.attribution else None)
        assert [x["id"] for x in row["contradictions"]] == list(claim.contradictions)
        assert row["flags"] == [f.code for f in claim.flags] and row["score"] == claim.verifiability.score
    typed = next(r for r in rows if dict(r["entries"] or ()).get("evidence"))
    assert typed["status"] == "wrong" and dict(typed["entries"]) == {"status": "wrong", "evidence": "register"}
    assert dict(typed["details"][0]["entries"]) == {"note": "seen"}
    assert own["N01"]["added"] and own["N01"]["status"] == "confirmed" and own["N01"]["kind"] is None
    assert {r["status"] for r in rows} == {"wrong", "confirmed", "not_checked"}
    assert any(d["number"] == 40 for r in rows for d in r["details"] or ())


def test_nobody_is_given_away(sheet: Worksheet) -> None:
    line = claims.dumped(sheet).decode()
    assert not re.search("telephone|passport|secret friend", line)


def test_the_same_worksheets_give_the_same_bytes_in_groups_of_any_size(
    sheet: Worksheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = [(f"{n}.txt", sheet) for n in range(9)]
    one, two = read(tmp_path / "1", *many), read(tmp_path / "2", *many)
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()
    monkeypatch.setattr(claims, "GROUP", 5)
    assert read(tmp_path / "3", *many) == one == two
    assert pq.ParquetFile(tmp_path / "3").num_row_groups > 5


def test_no_worksheet_gives_an_empty_table_with_all_columns(tmp_path: Path) -> None:
    assert read(tmp_path / "c.parquet") == []


def test_the_readme_tells_every_column_as_it_is() -> None:
    told = re.findall(
        r"(?m)^\| `(\w+)` \| ((?:\w|<).*?) \| (.*) \|$",
        Path(__file__).parents[1].joinpath("README.md").read_text("utf-8").split("## claims.parquet")[1],
    )
    assert told == list(claims.COLUMNS)
    for field, (name, _, meaning) in zip(claims.schema(), claims.COLUMNS, strict=True):
        assert (field.name, field.metadata[b"meaning"].decode()) == (name, meaning)
