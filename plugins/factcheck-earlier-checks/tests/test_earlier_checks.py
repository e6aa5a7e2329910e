"""The column: the same words, words strictly alike, what hangs on its article; what is kept and what never is; the commands."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from factcheck_earlier_checks.checks import checks
from factcheck_earlier_checks.likeness import alike
from factcheck_earlier_checks.store import opened

from factcheck import api
from factcheck.model.worksheet import Worksheet

COLUMN = "earlier_checks.before"
TEXT = "Mill in trouble\n\nPolice have opened an investigation.\n\n" + (
    "The clinic has 40 beds.\n\nIt opened in 1998.\n\nThe long pier of Lund was built by Ada Brandt in 1961.\n"
)
DONE = {
    "status": "wrong",
    "evidence": "register, p. 3",
    "date": "2026-05-02",
    "initials": "KB",
    "note": "call Nils on his cell",
    "change": "36",
}


@pytest.fixture
def finished(make_worksheet: Any) -> Worksheet:
    sheet = make_worksheet(TEXT)
    contacts = ({"name": "Nils", "reached": "555 0199"},)
    return dataclasses.replace(sheet, entries={c.id: DONE for c in sheet.claims}, contacts=contacts)


def remember(database: str, sheet: Worksheet) -> None:
    with opened(database) as store:
        store.add(checks(sheet))


def cells(text: str, database: str, fresh_manager: Any, make_worksheet: Any) -> dict[str, str]:
    manager = fresh_manager("factcheck_earlier_checks", settings={"earlier_checks": {"database": database}})
    assert manager.problems == ()
    sheet = make_worksheet(text, manager)
    assert sheet.problems == ()
    assert any("words were sent" in note for note in sheet.article.notes) is database.startswith("postgresql")
    return {c.text: c.cells.get(COLUMN, "") for c in sheet.claims}


def test_a_claim_that_was_checked_says_when_by_whom_and_how(
    database: str, finished: Worksheet, fresh_manager: Any, make_worksheet: Any
) -> None:
    remember(database, finished)
    found = cells("New plans\n\nThe  clinic has 40 beds.\n\nThe clinic has 41 beds.\n", database, fresh_manager, make_worksheet)
    said = {t: c for t, c in found.items() if "beds" in t}
    assert list(said.values()) == ["checked 2026-05-02 by KB: Wrong — register, p. 3 (in “Mill in trouble”)", ""]


def test_words_that_hang_on_their_article_are_recalled_in_that_article_only(
    database: str, finished: Worksheet, fresh_manager: Any, make_worksheet: Any
) -> None:
    remember(database, finished)
    assert cells("The school\n\nIt opened in 1998.\n", database, fresh_manager, make_worksheet)["It opened in 1998"] == ""
    general = "Police have opened an investigation"  # no name, no number: another article means another one
    assert cells(f"The school\n\n{general}.\n", database, fresh_manager, make_worksheet)[general] == ""
    assert cells(TEXT, database, fresh_manager, make_worksheet)[general].startswith("checked 2026-05-02")
    assert cells(TEXT, database, fresh_manager, make_worksheet)["It opened in 1998"].startswith("checked 2026-05-02")


def test_a_similar_claim_shows_its_own_words(database: str, finished: Worksheet, fresh_manager: Any, make_worksheet: Any) -> None:
    remember(database, finished)
    other = "The pier of Lund was built by Ada Brandt in 1961"
    found = cells(f"Piers\n\n{other}.\n", database, fresh_manager, make_worksheet)
    assert found[other].startswith("similar: “The long pier of Lund was built by Ada Brandt in 1961” checked 2026-05-02 by KB: Wrong")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The old mill in Lund has 40 looms today", "The mill in Lund has 40 looms today", True),
        ("A mill in Lund had closed for good", "The mill in Lund closed for good", True),
        ("The mill in Lund did not close in May", "The mill in Lund did close in May", False),
        ("The mill in Lund has nearly 40 looms", "The mill in Lund has 40 looms", False),
        ("The mill in Lund sold forty red looms", "The mill in Lund sold red looms", False),
        ("The Oslo mill in Lund closed in May", "The mill in Lund closed in May", False),
        ("Profit at the mill rose to 5 percent", "Profit at the mill rose by 5 percent", False),
        ("Profit at the mill rose 5 percent", "Profit at the mill fell 5 percent", False),
        ("Ada Brandt sued Nils Lind in May", "Nils Lind sued Ada Brandt in May", False),
        ("The mill closed", "The old mill closed", False),
    ],
)
def test_likeness_is_strict(a: str, b: str, expected: bool) -> None:
    assert alike(a, b) is alike(b, a) is expected


def test_only_finished_rows_are_kept_and_nothing_confidential(tmp_path: Path, finished: Worksheet) -> None:
    one, two, three, *_ = (c for c in finished.claims if "Police" not in c.text)
    entries = {one.id: {"status": "in_progress"}, two.id: {"status": "confirmed"}, three.id: DONE}
    kept_rows = list(checks(dataclasses.replace(finished, entries=entries)))
    assert [c.text for c in kept_rows] == ["The clinic opened in 1998"]  # the reading, so that "it" has its name
    remember(str(tmp_path / "m.sqlite"), finished)
    kept = b"".join(f.read_bytes() for f in tmp_path.iterdir())
    assert b"register, p. 3" in kept
    assert not any(words in kept for words in (b"Nils", b"555 0199", b"cell"))


def test_where_nothing_is_remembered_nothing_is_said(tmp_path: Path, fresh_manager: Any, make_worksheet: Any) -> None:
    assert set(cells(TEXT, str(tmp_path / "none"), fresh_manager, make_worksheet).values()) == {""}
    assert list(tmp_path.iterdir()) == []


def test_a_memory_that_cannot_be_read_costs_the_column_only(tmp_path: Path, fresh_manager: Any, make_worksheet: Any) -> None:
    bad = tmp_path / "bad"
    bad.write_text("no database at all, only words " * 9, "utf-8")
    manager = fresh_manager("factcheck_earlier_checks", settings={"earlier_checks": {"database": str(bad)}})
    sheet = make_worksheet(TEXT, manager)
    assert len(sheet.claims) >= 3 and "not a database" in sheet.problems[0].message


def run(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "factcheck", *words], capture_output=True, text=True, encoding="utf-8", cwd=cwd)


def test_the_commands_remember_find_and_forget(tmp_path: Path, finished: Worksheet) -> None:
    (tmp_path / "mill.json").write_bytes(api.dump(finished, "json"))
    where = ("--set", "earlier_checks.database=m.sqlite")
    added = run("memory", "add", "mill.json", *where, cwd=tmp_path)
    n = len(finished.claims)
    assert (added.returncode, added.stdout) == (0, f"{n} checks added, 0 were known; the memory holds {n}\n"), added.stderr
    found = run("memory", "search", "clinic", "beds", *where, cwd=tmp_path).stdout
    assert "The clinic has 40 beds\n   checked 2026-05-02 by KB: Wrong" in found
    assert run("memory", "forget", *where, cwd=tmp_path).returncode == 2
    assert run("memory", "forget", found.split()[0], *where, cwd=tmp_path).stdout == f"1 checks forgotten; the memory holds {n - 1}\n"
    assert run("memory", "search", "clinic", "beds", *where, cwd=tmp_path).stdout == ""


def test_a_projects_file_says_nothing_of_where_claims_go(tmp_path: Path, finished: Worksheet) -> None:
    (tmp_path / "mill.json").write_bytes(api.dump(finished, "json"))
    (tmp_path / "factcheck.toml").write_text('[settings.earlier_checks]\ndatabase = "theirs.sqlite"\n', "utf-8")
    done = run("memory", "add", "mill.json", cwd=tmp_path)
    assert done.returncode == 2 and "your own file or the command line only" in done.stderr and len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "theirs.sqlite").exists()
