"""Both memories do the same: keep once, find, forget for good, and lose nothing when many write."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from factcheck_earlier_checks.checks import Check
from factcheck_earlier_checks.store import Chosen, existing, opened

from factcheck.model.claim import fingerprint
from factcheck.model.errors import FactcheckError


def check(text: str, status: str = "wrong", **more: str) -> Check:
    return Check(fingerprint(text), text, status, **more)


MILL = check("The mill has 40 looms", evidence="register", initials="KB", date="2026-05-02", article="The mill")
PIER = check("The pier is 200 metres long", status="confirmed", link="https://example.org/p", date="2026-04-01", article="The pier")


def test_a_check_is_kept_once_and_found_by_its_words(database: str) -> None:
    with opened(database) as store:
        assert store.add([MILL, PIER, MILL]) == 2
    with opened(database) as store:
        assert store.add([MILL]) == 0 and store.count() == 2
        (same,) = store.same(MILL.fingerprint)
        assert same.number > 0 and (same.text, same.evidence, same.initials) == (MILL.text, "register", "KB")
        assert [c.text for c in store.search("LOOMS mill", 9)] == [MILL.text] and store.search("looms pier", 9) == []
        assert store.near("A mill with 40 looms")[0].text == MILL.text


@pytest.mark.parametrize("words", ['"', "' OR 1=1 --", "NEAR(a b)", "a AND NOT b*", "%s ?", "", "…", "\\", "mill:*"])
def test_words_are_words_and_never_a_query(database: str, words: str) -> None:
    with opened(database) as store:
        store.add([MILL])
        assert store.search(words, 9) == [] or words == "mill:*"
        store.near(words)
        assert store.count() == 1


def test_whatever_a_claim_holds_is_kept(database: str) -> None:
    odd = [check("x\ufffd <b> ‘ü’ 漢字 🜚 " + "word " * 4000), check("Robert'); DROP TABLE checks;--")]
    with opened(database) as store:
        assert store.add(odd) == 2
        assert [c.text for o in odd for c in store.same(o.fingerprint)] == [o.text for o in odd]


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        (Chosen(article="The mill"), [PIER.text]),
        (Chosen(initials="KB"), [PIER.text]),
        (Chosen(before="2026-05-01"), [MILL.text]),
        (Chosen(before="2026-05-01", article="The mill"), [MILL.text, PIER.text]),
        (Chosen(), []),
    ],
)
def test_what_is_chosen_is_forgotten_and_nothing_else(database: str, chosen: Chosen, left: list[str]) -> None:
    with opened(database) as store:
        store.add([MILL, PIER])
        store.forget(chosen)
        assert [c.text for t in (MILL, PIER) for c in store.same(t.fingerprint)] == left
        assert [c.text for w in ("mill", "pier") for c in store.search(w, 9)] == left
        (kept,) = (len(left),)
        assert store.count() == kept


def test_a_number_forgets_one(database: str) -> None:
    with opened(database) as store:
        store.add([MILL, PIER])
        assert store.forget(Chosen((store.same(MILL.fingerprint)[0].number,))) == 1
        assert store.same(MILL.fingerprint) == [] and store.count() == 1


def test_forgotten_words_are_in_no_file(tmp_path: Path) -> None:
    file = tmp_path / "memory.sqlite"
    with opened(str(file)) as store:
        store.add([PIER, *(check(f"The zephyrine mill number {n}", evidence="quaggaword") for n in range(300))])
    with opened(str(file)) as store:
        assert any(b"zephyrine" in f.read_bytes() for f in tmp_path.iterdir())
        assert store.forget(Chosen(tuple(range(2, 302)))) == 300
        for f in tmp_path.iterdir():
            assert b"zephyrine" not in f.read_bytes() and b"quaggaword" not in f.read_bytes(), f.name
        assert store.count() == 1


def test_forgotten_words_are_not_in_the_servers_table(url: str, server: str) -> None:
    with opened(url) as store:
        store.add([PIER, *(check(f"The zephyrine mill number {n}") for n in range(300))])
        assert store.forget(Chosen(tuple(range(1, 302)))) == 301
    import psycopg

    with psycopg.connect(url, autocommit=True) as db:
        db.execute("CHECKPOINT")
        (path,) = db.execute("SELECT pg_relation_filepath('factcheck_checks')").fetchone() or ("",)
    assert b"zephyrine" not in (Path(server) / "data" / path).read_bytes()


WRITER = """
import sys
from factcheck_earlier_checks.checks import Check
from factcheck_earlier_checks.store import opened

database, writer = sys.argv[1:]
print("ready", flush=True)
sys.stdin.readline()
for n in range(10):
    with opened(database) as store:
        store.add(Check(text, text, "wrong") for text in (f"Claim {n} of writer {writer}", f"Claim {n} of all writers", "The mill"))
"""


def test_many_writers_lose_nothing(database: str) -> None:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, database, str(w)], **pipes) for w in range(4)]
    for w in writers:  # all are there before any of them makes the memory
        assert w.stdout.readline() == "ready\n"
    for w in writers:
        w.stdin.write("\n")
        w.stdin.flush()
    for w in writers:
        w.communicate()
    assert [w.returncode for w in writers] == [0, 0, 0, 0]
    with opened(database) as store:
        assert store.count() == 4 * 10 + 10 + 1
        assert len(store.search("Claim of writer", 99)) == 40


def test_a_fault_inside_keeps_nothing_of_it(database: str) -> None:
    def broken() -> object:
        yield MILL
        raise RuntimeError("pulled out")

    with opened(database) as store:
        with pytest.raises(RuntimeError):
            store.add(broken())  # type: ignore[arg-type]
        assert store.count() == 0 and store.search("mill", 9) == []


def test_looking_up_makes_no_file(tmp_path: Path) -> None:
    with existing(str(tmp_path / "none.sqlite")) as store:
        assert store is None
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_its_owners_only(tmp_path: Path) -> None:
    with opened(str(tmp_path / "deep" / "m.sqlite")):
        pass
    assert (tmp_path / "deep" / "m.sqlite").stat().st_mode & 0o077 == 0


def test_another_programs_file_is_left_alone(tmp_path: Path) -> None:
    other, text = tmp_path / "other.sqlite", tmp_path / "notes.txt"
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE cookies (x)")
    db.close()
    text.write_text("These are notes and no database. " * 9, "utf-8")
    for file, says in ((other, "database of another program"), (text, "file is not a database")):
        before = file.read_bytes()
        with pytest.raises(FactcheckError, match=says), opened(str(file)):
            pass
        assert file.read_bytes() == before


def test_a_servers_error_is_one_line_without_the_password(url: str) -> None:
    gone = url.replace("/memory", "/nowhere")
    with pytest.raises(FactcheckError) as error, opened(gone):
        pass
    told = str(error.value)
    assert "nowhere" in told and "secret" not in told and "\n" not in told
