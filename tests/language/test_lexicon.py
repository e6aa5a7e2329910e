"""Lexicons: read once, joined without a trace in what they came from."""

from __future__ import annotations

import marshal
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from factcheck.attribution.table import forms_of as cue_forms
from factcheck.language import lexicon
from factcheck.language.clauses import clause_words, forms_of
from factcheck.language.lexicon import Lexicons, load_packaged
from factcheck.language.tags import grammar_of, letters_of
from factcheck.model.kept import Shelf


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


def test_a_table_is_kept_for_packaged_lexicons_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    made: list[str] = []

    def table(lexicons: Lexicons) -> dict[str, int]:
        shelf = Shelf(tmp_path / "tables.py")  # as each run finds it
        monkeypatch.setattr(lexicon, "_shelf", lambda: shelf)
        found = lexicons.table("t", ("grammar",), lambda: made.append("anew") or {"verbs": len(lexicons["grammar"]["irregular"])})  # type: ignore[func-returns-value]
        if shelf._new:
            shelf.save()
        return found

    plain = {"grammar": [lambda: load_packaged("grammar")]}
    joined = {"grammar": [*plain["grammar"], lambda: {"irregular": {"zorb": "zorbs zorbed zorbed zorbing"}}]}
    first = table(Lexicons(plain))
    assert [table(Lexicons(plain)) for _ in range(2)] == [first, first] and made == ["anew"]
    assert table(Lexicons(joined)) == {"verbs": first["verbs"] + 1}
    assert table(Lexicons(plain)) == first and made == ["anew", "anew"]


def test_kept_tables_are_those_that_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each table that is kept, after a way through the file, as it is made."""
    lexicons = Lexicons({name: [partial(load_packaged, name)] for name in ("grammar", "cues", "clauses")})
    grammar, cues, clauses = (lexicons[n] for n in ("grammar", "cues", "clauses"))
    for made in (letters_of(grammar, cues["verbs"]), forms_of(clauses), cue_forms(cues, grammar["irregular"])):
        assert marshal.loads(marshal.dumps(made)) == made
    monkeypatch.setattr(lexicon, "_shelf", lambda: None)  # inside a zip
    assert clause_words(lexicons).table == forms_of(clauses)[0]
    assert grammar_of(lexicons).table == letters_of(grammar, cues["verbs"])
