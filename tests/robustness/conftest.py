"""The server of runs, and what every run must leave behind: a worksheet, or one line and nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.robustness.forks import Done, Forks


@pytest.fixture(scope="package")
def forks() -> Iterator[Forks]:
    if not hasattr(os, "fork"):
        pytest.skip("this system cannot fork")
    with Forks() as made:
        yield made


def tree(folder: Path) -> set[str]:
    """Everything in a folder, hidden files too."""
    return {str(p.relative_to(folder)) for p in folder.rglob("*")}


def sound(done: Done, what: object) -> None:
    """A run ended in time, with 0 or with one line and 2, and without a traceback."""
    told = f"{what}: {done}"
    assert not done.late, told
    assert done.code in (0, 2), told
    assert "Traceback" not in done.err and "Traceback" not in done.out, told
    lines = done.err.splitlines()
    assert all(line.startswith("factcheck: ") for line in lines), told
    assert done.code == 0 or (len(lines) == 1 and not done.out), told
