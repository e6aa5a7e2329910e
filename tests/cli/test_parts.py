"""Extracts, practice worksheets and files that are open elsewhere, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_cli import TEXT, run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "draft.txt").write_text(TEXT, "utf-8")
    run("generate", "draft.txt", "-o", "w.json", cwd=tmp_path)
    data = json.loads((tmp_path / "w.json").read_text("utf-8"))
    first, second = (c["id"] for c in data["claims"][:2])
    data["entries"] = {first: {"status": "wrong", "change": "The practice opens"}, second: {"note": "ask again"}}
    data["contacts"] = [{"who": "code 7", "answer": "no"}]
    (tmp_path / "w.json").write_text(json.dumps(data), "utf-8")
    return tmp_path


@pytest.mark.parametrize("suffix", ["json", "xlsx"])
def test_an_extract_is_read_back_and_merged(folder: Path, suffix: str) -> None:
    _, err = run("convert", "w.json", "--only", "open", "-o", f"open.{suffix}", cwd=folder)
    assert "an extract (open): 1 of 2 rows, without the contact log" in err
    run("merge", "w.json", f"open.{suffix}", "-o", "again.json", cwd=folder)
    before, after = (json.loads((folder / n).read_text("utf-8")) for n in ("w.json", "again.json"))
    assert before == after
    _, err = run("status", f"open.{suffix}", "--require-done", cwd=folder, code=2)
    assert "holds only a part of its rows" in err
    _, err = run("status", f"open.{suffix}", cwd=folder)
    assert "are not counted" in err
    _, err = run("update", f"open.{suffix}", "draft.txt", cwd=folder, code=2)
    assert "merge it into the whole worksheet first" in err


def test_contacts_are_left_out_and_it_is_said(folder: Path) -> None:
    out, err = run("convert", "w.json", "--without", "contacts", "-f", "json", "-o", "-", cwd=folder)
    assert json.loads(out)["contacts"] == [] and "code 7" not in out
    assert "left out: 1 contacts" in err
    _, err = run("convert", "w.json", "--only", "contacts", "--without", "contacts", "-f", "json", cwd=folder, code=2)
    assert "nothing would be left" in err


def test_an_extract_beside_its_worksheet_has_a_name_of_its_own(folder: Path) -> None:
    out, _ = run("convert", "w.json", "--only", "corrections", "-f", "json", cwd=folder)
    assert out == "w.corrections.json\n"
    (claim,) = json.loads((folder / "w.corrections.json").read_text("utf-8"))["claims"]
    assert claim["text"] == "Clinic opens on Mill Lane"


@pytest.mark.parametrize("suffix", ["json", "xlsx"])
def test_practice_is_compared_without_a_grade(folder: Path, suffix: str) -> None:
    run("generate", "draft.txt", "--practice", "-o", "p.json", cwd=folder)
    data = json.loads((folder / "p.json").read_text("utf-8"))
    assert data["practice"] is True
    cid = data["claims"][1]["id"]
    data["entries"] = {cid: {"practice.level": "partly", "practice.flags": "Unnamed source, crime"}}
    (folder / "p.json").write_text(json.dumps(data), "utf-8")
    if suffix != "json":
        run("convert", "p.json", "-o", f"p.{suffix}", cwd=folder)
    out, err = run("merge", f"p.{suffix}", "w.json", cwd=folder)
    (line,) = [line for line in out.splitlines() if line.startswith(cid)]
    assert "Level: Partly / Verifiable" in line and "Flags: Unnamed source, Crime / " in line
    assert not any(char.isdigit() for char in err)
    _, err = run("merge", f"p.{suffix}", "w.json", "-o", "x.json", cwd=folder, code=2)
    assert "compared, not merged" in err
    _, err = run("merge", "w.json", f"p.{suffix}", cwd=folder, code=2)
    assert "student's worksheet first" in err


def test_merge_asks_where_to_write(folder: Path) -> None:
    _, err = run("merge", "w.json", "w.json", cwd=folder, code=2)
    assert "give -o FILE" in err


def test_a_worksheet_that_is_open_elsewhere_is_told_and_not_replaced(folder: Path) -> None:
    run("convert", "w.json", "-o", "w.xlsx", cwd=folder)
    (folder / ".~lock.w.xlsx#").write_text(",me,desk,;", "utf-8")
    before = (folder / "w.xlsx").read_bytes()
    _, err = run("status", "w.xlsx", cwd=folder)
    assert "w.xlsx: seems to be open in another program (.~lock.w.xlsx# is beside it)" in err
    _, err = run("convert", "w.json", "-o", "w.xlsx", "--force", cwd=folder, code=2)
    assert "close it there" in err
    assert (folder / "w.xlsx").read_bytes() == before
    (folder / "~$draft.txt").write_bytes(b"")
    _, err = run("generate", "draft.txt", "-f", "json", "-o", "-", cwd=folder)
    assert "draft.txt: seems to be open" in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told_in_one_line(folder: Path) -> None:
    import subprocess
    import sys

    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "factcheck", "generate", "draft.txt", "-o", "-"],
            cwd=folder,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    lines = [line for line in done.stderr.decode().splitlines() if "plugin" not in line]
    assert (done.returncode, len(lines)) == (2, 1) and "No space left" in lines[0]
