"""Lexicons: read once, joined without a trace in what they came from."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.language import lexicon
from factcheck.language.lexicon import Lexicons, load_packaged


def test_a_packaged_lexicon_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_packaged("grammar")
    monkeypatch.setattr(lexicon, "packaged", lambda name: pytest.fail("read again"))
    assert load_packaged("grammar") is first


def test_joining_leaves_every_lexicon_as_it_was() -> None:
    own: dict[str, Any] = {"a": {"b": {"words": ["x"]}}}
    more: dict[str, Any] = {"a": {"b": {"words": ["y"], "n": 1}}}
    both = Lexicons({"w": [lambda: own, lambda: more]})["w"]
    assert both == {"a": {"b": {"words": ["x", "y"], "n": 1}}}
    assert own == {"a": {"b": {"words": ["x"]}}}
    assert more == {"a": {"b": {"words": ["y"], "n": 1}}}


def test_a_table_of_lexicons_is_made_once() -> None:
    made: list[int] = []
    lexicons = Lexicons({})
    for _ in range(3):
        assert lexicons.once("k", lambda: made.append(1) or "table") == "table"  # type: ignore[func-returns-value]
    assert made == [1]
