from __future__ import annotations

import dataclasses

from factcheck.model.view import View
from factcheck.worksheet.counts import counts
from tests.formats.sheet import sheet


def test_everything_is_counted_once() -> None:
    found = counts(View(sheet()))
    assert (found.rows, found.conflicts, found.disputed, found.sources, found.quotations, found.declared) == (6, 1, 0, 1, 1, 1)
    assert found.priorities == {"high": 2, "medium": 1, "low": 2} and found.names >= 1


def test_practice_says_nothing_of_priorities() -> None:
    assert counts(View(dataclasses.replace(sheet(), practice=True))).priorities == {}
