"""Fixtures for the tests of plugins; pytest finds them where ``factcheck-worksheet[testing]`` is installed.

Each gives a function of ``factcheck.plugin.testing``, which is imported when a test asks for it and not before.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


def _given(name: str) -> Callable[..., Any]:
    from factcheck.plugin import testing

    return getattr(testing, name)  # type: ignore[no-any-return]


@pytest.fixture
def fresh_manager() -> Callable[..., Any]:
    """``fresh_manager(*plugins, settings=None)``: a manager with the built-in features and these plugins."""
    return _given("fresh_manager")


@pytest.fixture
def make_worksheet() -> Callable[..., Any]:
    """``make_worksheet(text, manager=None, *, plugins=(), published=None)``: the worksheet of a text."""
    return _given("make_worksheet")


@pytest.fixture
def assert_flags() -> Callable[..., None]:
    """``assert_flags(worksheet, code, *words)``: a flag stands exactly at these words."""
    return _given("assert_flags")


@pytest.fixture
def failing_examples() -> Callable[..., list[str]]:
    """``failing_examples(manager, provider=None)``: the examples of rules that do not hold."""
    return _given("failing_examples")


@pytest.fixture
def failing_cases() -> Callable[..., list[str]]:
    """``failing_cases(path, manager)``: the examples of a data file that do not hold."""
    return _given("failing_cases")
