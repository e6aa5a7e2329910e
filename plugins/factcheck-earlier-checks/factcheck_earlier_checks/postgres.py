"""The memory of a desk in PostgreSQL, reached by a URL that the user gave. Sends claims to that server and nowhere else."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from factcheck.model.errors import FactcheckError
from factcheck_earlier_checks.checks import Check, words
from factcheck_earlier_checks.store import FIELDS, NEAR, Chosen, all_of, any_of

if TYPE_CHECKING:
    import psycopg

WAIT = 10
"""Seconds that a connection may take."""
LOCK = 0x4643454D
TABLES = (
    "CREATE TABLE IF NOT EXISTS factcheck_checks (number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, digest TEXT NOT NULL UNIQUE, "
    + ", ".join(f"{f} TEXT NOT NULL" for f in FIELDS)
    + ", words TSVECTOR NOT NULL)",
    "CREATE INDEX IF NOT EXISTS factcheck_checks_fingerprint ON factcheck_checks (fingerprint)",
    "CREATE INDEX IF NOT EXISTS factcheck_checks_words ON factcheck_checks USING gin (words)",
)
SELECT = f"SELECT {', '.join(FIELDS)}, number FROM factcheck_checks"
QUERY = "websearch_to_tsquery('simple', %s)"


def place(url: str) -> str:
    """The database and its host as people read them, without user and password."""
    from psycopg import ProgrammingError
    from psycopg.conninfo import conninfo_to_dict

    try:
        parts = conninfo_to_dict(url)
    except ProgrammingError:
        raise FactcheckError("is no address of a PostgreSQL database", "earlier_checks.database", "write postgresql://host/name") from None
    return f"the database {parts.get('dbname', '')} on {parts.get('host', 'this machine')}"


@contextlib.contextmanager
def told(url: str) -> Iterator[None]:
    """Errors of the server as one line, without the URL."""
    driver()
    import psycopg

    where = place(url)
    try:
        yield
    except psycopg.Error as error:
        first = (str(error).splitlines() or [type(error).__name__])[0]
        raise FactcheckError(f"the memory cannot be used: {first}", where) from None


def driver() -> None:
    """See that psycopg is here.

    Raises:
        FactcheckError: it is not installed.
    """
    try:
        import psycopg  # noqa: F401
    except ImportError:
        hint = "pip install 'factcheck-earlier-checks[postgres]'"
        raise FactcheckError("a PostgreSQL database needs psycopg", "earlier_checks.database", hint) from None


def open_store(url: str) -> PostgresStore:
    """Connect, and make the table where it is not there yet.

    Raises:
        FactcheckError: psycopg is not installed, the server cannot be reached, or it refuses.
    """
    driver()
    import psycopg

    with told(url):
        db = psycopg.connect(url, autocommit=True, connect_timeout=WAIT, application_name="factcheck")
        try:
            if db.execute("SELECT to_regclass('factcheck_checks')").fetchone() == (None,):
                with db.transaction():
                    db.execute("SELECT pg_advisory_xact_lock(%s)", (LOCK,))
                    for statement in TABLES:
                        db.execute(_sql(statement))
        except BaseException:
            db.close()
            raise
    return PostgresStore(db, place(url))


def _sql(statement: str) -> bytes:
    """Statements are made of this module's constants only; values go as parameters."""
    return statement.encode("ascii")


class PostgresStore:
    """A memory on a server; see ``store.Store``."""

    remote = True

    def __init__(self, db: psycopg.Connection[Any], name: str) -> None:
        self.db, self.name = db, name

    def add(self, checks: Iterable[Check]) -> int:
        """Keep checks in one transaction, each once; how many were new."""
        marks = ", ".join(["%s"] * (len(FIELDS) + 1))
        columns = f"digest, {', '.join(FIELDS)}, words"
        insert = f"INSERT INTO factcheck_checks ({columns}) VALUES ({marks}, to_tsvector('simple', %s)) ON CONFLICT DO NOTHING"
        new = 0
        with self.db.transaction():
            for check in sorted(checks, key=lambda c: c.digest):  # one order for all writers, so that none waits in a ring
                values = (check.digest, *(getattr(check, f) for f in FIELDS), " ".join(words(check.text)))
                new += self.db.execute(_sql(insert), values).rowcount
        return new

    def same(self, fingerprint: str) -> list[Check]:
        """Checks of exactly these words."""
        return self._checks(f"{SELECT} WHERE fingerprint = %s ORDER BY number", fingerprint)

    def near(self, text: str) -> list[Check]:
        """Checks that share words with a text, the nearest first."""
        query = any_of(text)
        ranked = f"{SELECT} WHERE words @@ {QUERY} ORDER BY ts_rank(words, {QUERY}) DESC, number LIMIT {NEAR}"
        return self._checks(ranked, query, query) if query else []

    def search(self, text: str, most: int) -> list[Check]:
        """Checks whose claim holds all words of a text, the newest first."""
        query = all_of(text)
        return self._checks(f"{SELECT} WHERE words @@ {QUERY} ORDER BY date DESC, number DESC LIMIT %s", query, most) if query else []

    def forget(self, chosen: Chosen) -> int:
        """Delete checks for good: the table and its indexes are written anew without them."""
        where, values = chosen.conditions("%s")
        gone = self.db.execute(_sql(f"DELETE FROM factcheck_checks WHERE {where}"), values).rowcount
        if gone:
            self.db.execute("VACUUM (FULL) factcheck_checks")
        return gone

    def count(self) -> int:
        """How many checks there are."""
        row = self.db.execute("SELECT count(*) FROM factcheck_checks").fetchone()
        return int(row[0]) if row else 0

    def close(self) -> None:
        """Close it."""
        self.db.close()

    def _checks(self, statement: str, *values: object) -> list[Check]:
        return [Check(*row) for row in self.db.execute(_sql(statement), values)]
