"""The memory in one SQLite file with full-text search (FTS5). Opens nothing but a memory; keeps what it deletes nowhere."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from factcheck.model.errors import FactcheckError
from factcheck_earlier_checks.checks import Check, words
from factcheck_earlier_checks.store import FIELDS, NEAR, Chosen, all_of, any_of

APPLICATION, VERSION = 0x4643454D, 1  # "FCEM", https://www.sqlite.org/pragma.html#pragma_application_id
PATIENCE = 60.0
"""Seconds that a writer waits for the others."""
TABLES = (
    "CREATE TABLE checks (number INTEGER PRIMARY KEY AUTOINCREMENT, digest TEXT NOT NULL UNIQUE, "
    + ", ".join(f"{f} TEXT NOT NULL" for f in FIELDS)
    + ")",
    "CREATE INDEX checks_fingerprint ON checks (fingerprint)",
    'CREATE VIRTUAL TABLE found USING fts5(words, tokenize = "unicode61 remove_diacritics 0")',
    f"PRAGMA application_id = {APPLICATION}",
    f"PRAGMA user_version = {VERSION}",
)
SELECT = f"SELECT {', '.join('checks.' + f for f in FIELDS)}, checks.number FROM checks"


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Errors of the database as one line."""
    try:
        yield
    except sqlite3.Error as error:
        raise FactcheckError(f"the memory cannot be used: {error}", str(path)) from error


def open_store(path: Path) -> SqliteStore:
    """Open a memory, or make it, readable for its owner only.

    Raises:
        FactcheckError: the file is no memory, of a later version, or cannot be opened.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise FactcheckError(f"the memory cannot be made: {error.strerror or error}", str(path)) from None
    with told(path):
        db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        try:
            _prepare(db, path)
        except BaseException:
            db.close()
            raise
    return SqliteStore(db, path.name)


def _prepare(db: sqlite3.Connection, path: Path) -> None:
    db.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten
    kind, version = _marks(db)
    if kind == APPLICATION and version > VERSION:
        raise FactcheckError(
            f"the memory is of version {version}, this plugin knows {VERSION}", str(path), "update factcheck-earlier-checks"
        )
    if kind == APPLICATION:
        return
    if db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] or kind:
        if not _marks(db)[0] == APPLICATION:  # nobody else made it meanwhile
            raise FactcheckError("is a database of another program", str(path), "give another file as earlier_checks.database")
        return
    _write_ahead(db)
    with transaction(db):
        if _marks(db)[0] != APPLICATION:
            for statement in TABLES:
                db.execute(statement)


def _marks(db: sqlite3.Connection) -> tuple[int, int]:
    return (db.execute("PRAGMA application_id").fetchone()[0], db.execute("PRAGMA user_version").fetchone()[0])


def _write_ahead(db: sqlite3.Connection) -> None:
    """Readers and a writer at the same time. Changing the mode waits for nobody by itself, so it is asked again."""
    for _ in range(100):
        try:
            db.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            time.sleep(0.05)
    db.execute("PRAGMA journal_mode = WAL")


@contextlib.contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; takes the writer's place at once, so that two writers wait instead of failing half-way."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


class SqliteStore:
    """A memory in a file; see ``store.Store``."""

    remote = False

    def __init__(self, db: sqlite3.Connection, name: str) -> None:
        self.db, self.name = db, name

    def add(self, checks: Iterable[Check]) -> int:
        """Keep checks in one transaction, each once; how many were new."""
        new = 0
        insert = f"INSERT INTO checks (digest, {', '.join(FIELDS)}) VALUES ({', '.join('?' * (len(FIELDS) + 1))}) ON CONFLICT DO NOTHING"
        with transaction(self.db):
            for check in checks:
                done = self.db.execute(insert, (check.digest, *(getattr(check, f) for f in FIELDS)))
                if done.rowcount:
                    new += 1
                    self.db.execute("INSERT INTO found (rowid, words) VALUES (?, ?)", (done.lastrowid, " ".join(words(check.text))))
        return new

    def same(self, fingerprint: str) -> list[Check]:
        """Checks of exactly these words."""
        return self._checks(f"{SELECT} WHERE fingerprint = ? ORDER BY number", fingerprint)

    def near(self, text: str) -> list[Check]:
        """Checks that share words with a text, the nearest first."""
        query = any_of(text)
        ranked = f"{SELECT} JOIN found ON found.rowid = checks.number WHERE found MATCH ? ORDER BY found.rank, checks.number LIMIT {NEAR}"
        return self._checks(ranked, query) if query else []

    def search(self, text: str, most: int) -> list[Check]:
        """Checks whose claim holds all words of a text, the newest first."""
        query = all_of(text)
        newest = f"{SELECT} JOIN found ON found.rowid = checks.number WHERE found MATCH ? ORDER BY date DESC, checks.number DESC LIMIT ?"
        return self._checks(newest, query, most) if query else []

    def forget(self, chosen: Chosen) -> int:
        """Delete checks for good: from the table, the search and the file."""
        where, values = chosen.conditions("?")
        with transaction(self.db):
            gone = [r[0] for r in self.db.execute(f"SELECT number FROM checks WHERE {where}", values)]
            for number in gone:
                self.db.execute("DELETE FROM checks WHERE number = ?", (number,))
                self.db.execute("DELETE FROM found WHERE rowid = ?", (number,))
            if gone:  # a deleted word stays in the index as a mark until it is built anew
                self.db.execute("INSERT INTO found (found) VALUES ('rebuild')")
        if gone:
            self.db.execute("VACUUM")
            self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return len(gone)

    def count(self) -> int:
        """How many checks there are."""
        return int(self.db.execute("SELECT count(*) FROM checks").fetchone()[0])

    def close(self) -> None:
        """Close it."""
        self.db.close()

    def _checks(self, statement: str, *values: object) -> list[Check]:
        return [Check(*row) for row in self.db.execute(statement, values)]
