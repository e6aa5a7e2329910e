"""update and merge on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_cli import TEXT, run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "draft.txt").write_text(TEXT, "utf-8")
    (tmp_path / "second.txt").write_text(TEXT.replace("40 beds", "45 beds") + "\nIt opened on Monday.\n", "utf-8")
    run("generate", "draft.txt", "-o", "w.json", cwd=tmp_path)
    data = json.loads((tmp_path / "w.json").read_text("utf-8"))
    data["entries"] = {c["id"]: {"status": "wrong", "note": f"note on {c['id']}"} for c in data["claims"]}
    (tmp_path / "w.json").write_text(json.dumps(data), "utf-8")
    return tmp_path


@pytest.mark.parametrize("suffix", ["json", "xlsx"])
def test_update_keeps_the_work_and_the_input(folder: Path, suffix: str) -> None:
    run("convert", "w.json", "-o", f"filled.{suffix}", "--force", cwd=folder)
    before = (folder / f"filled.{suffix}").read_bytes()
    out, err = run("update", f"filled.{suffix}", "second.txt", cwd=folder)
    assert out == f"second.factcheck.{suffix}\n"
    assert "changed 1" in err and "to check again" in err
    assert (folder / f"filled.{suffix}").read_bytes() == before
    run("convert", f"second.factcheck.{suffix}", "-o", "back.json", cwd=folder)
    data = json.loads((folder / "back.json").read_text("utf-8"))
    old = json.loads((folder / "w.json").read_text("utf-8"))
    for cid, entry in old["entries"].items():
        assert data["entries"][cid]["note"] == entry["note"]
    (changed,) = [cid for cid, outcome in data["lineage"]["outcome"].items() if outcome == "changed"]
    assert "status" not in data["entries"][changed]
    assert data["lineage"]["remarks"][changed]["status"] == "wrong"
    out, _ = run("convert", "back.json", "-f", "csv", "-o", "-", cwd=folder)
    assert "was Wrong" in out


def test_update_never_writes_its_input(folder: Path) -> None:
    _, err = run("update", "w.json", "second.txt", "-o", "w.json", cwd=folder, code=2)
    assert "is the worksheet itself" in err


def test_merge_keeps_both_sides(folder: Path) -> None:
    data = json.loads((folder / "w.json").read_text("utf-8"))
    first = data["claims"][0]["id"]
    data["entries"][first]["status"] = "confirmed"
    (folder / "bo.json").write_text(json.dumps(data), "utf-8")
    out, err = run("merge", "w.json", "bo.json", "-o", "both.json", cwd=folder)
    assert out == "both.json\n" and f"they disagree on {first}" in err
    entry = json.loads((folder / "both.json").read_text("utf-8"))["entries"][first]
    assert (entry["Status (w)"], entry["Status (bo)"], entry["status"]) == ("wrong", "confirmed", "in_progress")
    run("generate", "second.txt", "-o", "other.json", cwd=folder)
    _, err = run("merge", "w.json", "other.json", "-o", "x.json", cwd=folder, code=2)
    assert "factcheck update" in err
    _, err = run("merge", "w.json", "-o", "x.json", cwd=folder, code=2)
    assert "give two or more" in err
