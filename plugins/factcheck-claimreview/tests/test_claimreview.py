"""ClaimReview: what is published, what is held back and why, and the command that says so."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from factcheck import api
from factcheck.model.worksheet import Worksheet

TEXT = "The clinic has 40 beds, the mayor said.\n\nA person familiar with the plan said it will close in May.\n\nIt opened in 1998.\n"
SETTINGS: dict[str, Any] = {"publisher": "Harbour News", "url": "https://example.org/checks/clinic", "ratings": {"wrong": "Incorrect"}}
DONE = {"status": "wrong", "evidence": "register, p. 3", "date": "2026-05-02", "link": "https://example.org/r", "change": "36 beds"}


def dumped(sheet: Worksheet, fresh_manager: Any, **settings: Any) -> list[dict[str, Any]]:
    manager = fresh_manager("factcheck_claimreview", settings={"claimreview": {**SETTINGS, **settings}})
    assert manager.problems == ()
    data = json.loads(api.dump(sheet, "claimreview", manager=manager))
    assert data["@context"] == "https://schema.org"
    return data["@graph"]  # type: ignore[no-any-return]


@pytest.fixture
def sheet(make_worksheet: Any) -> Worksheet:
    made = make_worksheet(TEXT)
    return dataclasses.replace(made, entries={c.id: DONE for c in made.claims})


def test_a_finished_row_is_a_claim_review_in_the_houses_words(sheet: Worksheet, fresh_manager: Any) -> None:
    first = dumped(sheet, fresh_manager)[0]
    claim = next(c for c in sheet.claims if c.id in first["url"])
    assert first["@type"] == "ClaimReview" and first["url"] == f"https://example.org/checks/clinic#{claim.id}"
    assert first["claimReviewed"] == (claim.reading or claim.text)
    assert first["reviewRating"] == {"@type": "Rating", "alternateName": "Incorrect", "ratingExplanation": "36 beds"}
    assert first["author"] == {"@type": "Organization", "name": "Harbour News"}
    assert (first["datePublished"], first["citation"]) == ("2026-05-02", ["https://example.org/r"])


def test_an_anonymous_source_is_never_written_as_an_author(sheet: Worksheet, fresh_manager: Any) -> None:
    graph = {g["url"].split("#")[1]: g for g in dumped(sheet, fresh_manager)}
    unnamed = [c.id for c in sheet.claims if c.attribution and c.attribution.source_type == "anonymous"]
    assert unnamed and all("author" not in graph[i]["itemReviewed"] for i in unnamed)


@pytest.mark.parametrize(
    ("change", "settings"),
    [
        ({"status": "not_checked"}, {}),
        ({"status": "confirmed_as_said"}, {}),
        ({"date": ""}, {}),
        ({"evidence": "", "link": ""}, {}),
        ({}, {"publisher": ""}),
        ({}, {"url": ""}),
    ],
)
def test_what_lacks_something_is_held_back(sheet: Worksheet, fresh_manager: Any, change: dict[str, str], settings: dict[str, str]) -> None:
    held = dataclasses.replace(sheet, entries={c.id: {**DONE, **change} for c in sheet.claims})
    assert dumped(held, fresh_manager, **settings) == []


def test_the_command_says_what_is_missing(sheet: Worksheet, tmp_path: Path) -> None:
    file = tmp_path / "clinic.json"
    file.write_bytes(api.dump(dataclasses.replace(sheet, entries={sheet.claims[0].id: DONE}), "json"))
    common = [sys.executable, "-m", "factcheck", "claimreview", str(file), "--set", "claimreview.publisher=Harbour News"]
    done = subprocess.run([*common, "--set", "claimreview.url=https://example.org/c"], capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "C001  ready" and "lacks a finding on the substance" in lines[1]
    assert lines[-1] == f"1 of {len(sheet.claims)} rows can be published"
    gate = subprocess.run([*common, "--require-ready"], capture_output=True, text=True, cwd=tmp_path)
    assert gate.returncode == 1 and "the setting url" in gate.stdout
