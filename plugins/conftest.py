"""The same rule as in tests/: with ``--all`` a skip is a failure."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--all", action="store_true", help="a skip is a failure")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    report = yield
    if item.config.getoption("--all") and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"skipped, and in test-all a skip is a failure: {report.longrepr}"
    return report
