"""Shared fixtures, and the rule that in ``make test-all`` (``--all``) a skip is a failure."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

from factcheck.plugin.manager import Manager, create_manager

settings.register_profile("no clock", deadline=None)  # a busy machine is no failure
settings.load_profile("no clock")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--all", action="store_true", help="run the slow tests too; a skip is a failure")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--all"):
        return
    for item in items:
        if item.get_closest_marker("slow"):
            item.add_marker(pytest.mark.skip(reason="slow: part of make test-all"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    report = yield
    if item.config.getoption("--all") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, and in test-all a skip is a failure: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def builtin_manager() -> Manager:
    """The built-in features without installed plugins; treat as read-only."""
    return create_manager(entry_points=False)
