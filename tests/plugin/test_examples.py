"""Every rule of the analysis names its source and has examples that fire and that do not."""

from __future__ import annotations

import pytest

from factcheck.plugin.manager import create_manager
from factcheck.plugin.records import Record
from factcheck.plugin.testing import rules, run_example

MANAGER = create_manager(entry_points=False)
RULES = rules(MANAGER)


def test_there_are_rules_of_every_station() -> None:
    assert {type(r).__name__ for r in RULES} == {"Assessor", "Attributor", "ClaimExtractor", "ContradictionDetector", "DetailFinder"}


@pytest.mark.parametrize("record", RULES, ids=lambda r: r.by)
def test_examples_hold(record: Record) -> None:
    assert record.source, "names no source"
    assert {e.fires for e in record.examples} == {True, False}, "needs an example that must fire and one that must not"
    assert [why for e in record.examples if (why := run_example(record, e, MANAGER))] == []


def test_the_runner_notices_a_rule_that_does_not_fire() -> None:
    from factcheck.plugin.records import DetailFinder, must, must_not

    silent = DetailFinder(id="never", by="test:never", find=lambda article, ctx: ())
    assert run_example(silent, must("The bridge opened in 1998.", "1998"), MANAGER)
    assert run_example(silent, must_not("The bridge opened in 1998."), MANAGER) is None
