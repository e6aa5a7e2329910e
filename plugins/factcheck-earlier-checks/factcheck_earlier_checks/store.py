"""Where the memory lies: a file, or a desk's PostgreSQL server. The one place that chooses; imports only what is chosen."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from factcheck_earlier_checks.checks import Check, words

SCHEMES = ("postgresql://", "postgres://")
FIELDS = ("fingerprint", "text", "status", "evidence", "link", "initials", "date", "article")
NEAR, MOST_WORDS = 40, 60
"""Candidates that likeness looks at, and words of a claim that are searched for."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which checks to forget; what is None is not asked, and all that is asked has to fit.

    Args:
        numbers: their numbers, () is any.
        before: checked before this day, ISO; checks without a date do not fit.
    """

    numbers: Sequence[int] = ()
    article: str | None = None
    initials: str | None = None
    before: str | None = None

    def conditions(self, mark: str) -> tuple[str, list[Any]]:
        """The SQL condition with its values; ``mark`` is the driver's placeholder."""
        parts: list[str] = []
        values: list[Any] = []
        if self.numbers:
            parts.append(f"number IN ({', '.join([mark] * len(self.numbers))})")
            values += list(self.numbers)
        for key in ("article", "initials"):
            if getattr(self, key) is not None:
                parts.append(f"{key} = {mark}")
                values.append(getattr(self, key))
        if self.before is not None:
            parts.append(f"(date <> '' AND date < {mark})")
            values.append(self.before)
        return " AND ".join(parts) or "1 = 1", values


class Store(Protocol):
    """A memory that is open."""

    name: str
    """What people read: the file's name, or the database and its host. Never a password."""
    remote: bool
    """Whether claims are sent to a server."""

    def add(self, checks: Iterable[Check]) -> int:
        """Keep checks in one transaction, each once; how many were new."""

    def same(self, fingerprint: str) -> list[Check]:
        """Checks of exactly these words."""

    def near(self, text: str) -> list[Check]:
        """Checks that share words with a text, the nearest first."""

    def search(self, text: str, most: int) -> list[Check]:
        """Checks whose claim holds all words of a text, the newest first."""

    def forget(self, chosen: Chosen) -> int:
        """Delete checks for good; how many."""

    def count(self) -> int:
        """How many checks there are."""

    def close(self) -> None:
        """Close it."""


def any_of(text: str) -> str:
    """A query for any word, as FTS5 and PostgreSQL's web search both read it; words hold no quotation mark."""
    return " OR ".join(f'"{w}"' for w in dict.fromkeys(words(text)[:MOST_WORDS]))


def all_of(text: str) -> str:
    """A query for all words."""
    return " ".join(f'"{w}"' for w in dict.fromkeys(words(text)[:MOST_WORDS]))


def default_file() -> Path:
    """The memory's file where nothing is configured."""
    from platformdirs import user_data_path

    return user_data_path("factcheck", appauthor=False) / "earlier-checks.sqlite"


@contextlib.contextmanager
def existing(database: str) -> Iterator[Store | None]:
    """The memory for looking up, or None where its file is not there yet; makes nothing.

    Raises:
        FactcheckError: it cannot be opened.
    """
    if not database.startswith(SCHEMES) and not _file(database).exists():
        yield None
        return
    with opened(database) as store:
        yield store


@contextlib.contextmanager
def opened(database: str) -> Iterator[Store]:
    """The memory, made where it is not there yet.

    Args:
        database: a path, a URL of PostgreSQL, or "" for the file of the user.
    Raises:
        FactcheckError: it cannot be opened, is something else, or fails while it is used.
    """
    store: Store
    if database.startswith(SCHEMES):
        from factcheck_earlier_checks import postgres

        errors, store = postgres.told(database), postgres.open_store(database)
    else:
        from factcheck_earlier_checks import lite

        path = _file(database)
        errors, store = lite.told(path), lite.open_store(path)
    try:
        with errors:
            yield store
    finally:
        store.close()


def _file(database: str) -> Path:
    return Path(database).expanduser() if database else default_file()
