"""Names and sources by spaCy: what is added, what is left to ours, and what happens where no pipeline is. Downloads nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import spacy
from factcheck_spacy import pipeline
from factcheck_spacy.names import trimmed
from factcheck_spacy.sources import said
from spacy.tokens import Doc

from factcheck.model.worksheet import Worksheet
from factcheck.plugin.builtin import MODULES
from factcheck.plugin.manager import create_manager
from factcheck.worksheet.check import invariant_breaches

TEXT = "Quaggy Fen is closed, and Vera Lund left.\n\nThe zorblats' ship came to the Quaggy Fen's gate. “Zorblat Quay sank,” Lund said.\n"
PATTERNS: list[dict[str, Any]] = [
    {"label": "LOC", "pattern": "the Quaggy Fen's"},
    {"label": "LOC", "pattern": "Quaggy Fen"},
    {"label": "PERSON", "pattern": "Vera"},
    {"label": "ORG", "pattern": "zorblats"},
    {"label": "ORG", "pattern": "Zorblat Quay"},
    {"label": "DATE", "pattern": "gate"},
]


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    pipeline._loaded.cache_clear()
    yield
    pipeline._loaded.cache_clear()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A saved pipeline that knows a few names and nothing else."""
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(PATTERNS)  # type: ignore[attr-defined]
    nlp.to_disk(tmp_path / "names")
    return tmp_path / "names"


@pytest.fixture
def sheet(fresh_manager: Any, make_worksheet: Any) -> Callable[..., Worksheet]:
    def make(text: str = TEXT, **settings: str) -> Worksheet:
        made: Worksheet = make_worksheet(text, fresh_manager("factcheck_spacy", settings={"spacy": settings}))
        assert invariant_breaches(made) == []
        return made

    return make


def added(made: Worksheet) -> list[tuple[str, str]]:
    parts = [d for c in made.claims for d in (*c.details, *(c.attribution.details if c.attribution else ()))]
    return [(d.kind, d.text) for d in parts if d.by == "spacy:names"]


def without_names_of_ours(fresh_manager: Any, make_worksheet: Any, folder: Path, text: str) -> Worksheet:
    manager = create_manager(
        entry_points=False,
        builtins=[m for m in MODULES if m not in ("factcheck.details.names", "factcheck.details.title")],
        plugins=["factcheck_spacy"],
        settings={"spacy": {"model": str(folder)}},
    )
    return make_worksheet(text, manager)  # type: ignore[no-any-return]


def test_entities_are_names_with_their_exact_words(fresh_manager: Any, make_worksheet: Any, folder: Path) -> None:
    made = without_names_of_ours(fresh_manager, make_worksheet, folder, TEXT)
    assert made.problems == () and invariant_breaches(made) == []
    names = [("place", "Quaggy Fen"), ("person", "Vera"), ("place", "Quaggy Fen"), ("organization", "Zorblat Quay")]
    assert added(made) == names


def test_what_ours_found_is_not_doubled(sheet: Any, folder: Path) -> None:
    made = sheet(model=str(folder))
    spans = [(d.start, d.end) for c in made.claims for d in c.details if d.kind in ("person", "organization", "place", "name")]
    assert made.problems == () and len(spans) == len(set(spans))
    assert not any("Vera" in words for _, words in added(made))
    assert any(d.text == "Vera Lund" and d.by.startswith("factcheck:") for c in made.claims for d in c.details)


def test_the_same_article_gives_the_same_rows_twice(sheet: Any, folder: Path) -> None:
    assert sheet(model=str(folder)) == sheet(model=str(folder))


def test_a_pipeline_is_loaded_once_and_late(sheet: Any, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loads = []
    load = spacy.load
    monkeypatch.setattr(spacy, "load", lambda name: loads.append(name) or load(name))  # type: ignore[func-returns-value]
    sheet()
    assert loads == []
    sheet(model=str(folder))
    sheet("Another article stands here.\n", model=str(folder))
    assert loads == [str(folder)]


def test_patterns_alone_will_do(sheet: Any, tmp_path: Path) -> None:
    (tmp_path / "names.jsonl").write_text('{"label": "ORG", "pattern": "Police"}\n', "utf-8")
    made = sheet("Police have opened an investigation.\n", patterns=str(tmp_path / "names.jsonl"))
    assert made.problems == () and added(made) == [("organization", "Police")]


def test_without_pipeline_and_patterns_nothing_happens(sheet: Any, make_worksheet: Any) -> None:
    assert sheet() == make_worksheet(TEXT)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"model": "no_such_pipeline"}, "cannot be loaded; install it"),
        ({"model": "blank:zz"}, "cannot be loaded; install it"),
        ({"model": "blank:de"}, "is for the language 'de'"),
        ({"patterns": "no-such-file.jsonl"}, "the patterns cannot be used"),
    ],
)
def test_what_cannot_be_used_is_one_clear_line(sheet: Any, make_worksheet: Any, settings: dict[str, str], words: str) -> None:
    made = sheet(**settings)
    (problem,) = made.problems
    assert problem.plugin == "spacy" and words in problem.message and "\n" not in problem.message
    assert made.claims == make_worksheet(TEXT).claims


@pytest.mark.parametrize("line", ["{", "[]", '{"label": "ORG"}', '{"pattern": "x"}', '{"label": "ORG", "pattern": [{"NO": 1}]}'])
def test_bad_patterns_are_one_clear_line(sheet: Any, tmp_path: Path, line: str) -> None:
    (tmp_path / "bad.jsonl").write_text(line + "\n", "utf-8")
    (problem,) = sheet(patterns=str(tmp_path / "bad.jsonl")).problems
    assert "the patterns cannot be used" in problem.message and "bad.jsonl" in problem.message


def test_without_spacy_the_worksheet_is_made(sheet: Any, make_worksheet: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    made = sheet(model="blank:en")
    (problem,) = made.problems
    assert "spaCy cannot be imported" in problem.message and made.claims == make_worksheet(TEXT).claims


def test_a_component_that_raises_costs_the_names_only(sheet: Any, monkeypatch: pytest.MonkeyPatch, make_worksheet: Any) -> None:
    nlp = spacy.blank("en")

    def broken(texts: Any) -> Iterator[Doc]:
        raise SystemExit(3)
        yield

    monkeypatch.setattr(nlp, "pipe", broken)
    monkeypatch.setattr(spacy, "load", lambda name: nlp)
    made = sheet(model="own")
    (problem,) = made.problems
    assert "failed: SystemExit" in problem.message and made.claims == make_worksheet(TEXT).claims


def test_a_block_longer_than_the_pipeline_takes_is_read_by_sentences(sheet: Any, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = spacy.load(folder)
    nlp.max_length = 60
    monkeypatch.setattr(spacy, "load", lambda name: nlp)
    text = "The old bridge was closed for a year. They went to zorblats. They saw Zorblat Quay there.\n"
    made = sheet(text, model="own")
    assert made.problems == ()
    spans = [(s.start, s.end) for s in made.article.sentences]
    assert list(pipeline.stretches(made.article, 60)) == spans and len(spans) == 3


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("the Fir Board's", "Fir Board"),
        ("Lund’s", "Lund"),
        ("Jones'", "Jones"),
        ("A Coruña", "Coruña"),
        ("Lund, ", "Lund"),
        ("Theo", "Theo"),
    ],
)
def test_articles_and_possessives_are_no_part_of_a_name(words: str, kept: str) -> None:
    start, end = trimmed(words, 0, len(words))
    assert words[start:end] == kept


WORDS = ["The", "harbour", "office", "grumbled", "that", "ferries", "leak", "."]
HEADS = [2, 2, 3, 3, 6, 6, 3, 3]
DEPS = ["det", "compound", "nsubj", "ROOT", "mark", "nsubj", "ccomp", "punct"]
POS = ["DET", "NOUN", "NOUN", "VERB", "SCONJ", "NOUN", "VERB", "PUNCT"]


def parsed(words: list[str] = WORDS, *, entity: tuple[int, int, str] | None = None, pos: list[str] = POS, deps: list[str] = DEPS) -> Doc:
    """A Doc as a parser would make it."""
    ents = ["O"] * len(words)
    if entity:
        for i in range(entity[0], entity[1]):
            ents[i] = ("B-" if i == entity[0] else "I-") + entity[2]
    spaces = [not (i + 1 < len(words) and words[i + 1] in ".,") for i in range(len(words) - 1)] + [False]
    return Doc(
        spacy.blank("en").vocab,
        words=words,
        spaces=spaces,
        heads=HEADS,
        deps=deps,
        pos=pos,
        lemmas=[w.lower().removesuffix("d") for w in words],
        ents=ents,
    )


@pytest.mark.parametrize(
    ("entity", "expected"),
    [
        (None, ("The harbour office", "anonymous", "described")),
        ((1, 3, "ORG"), ("harbour office", "organization", None)),
        ((1, 3, "DATE"), ("The harbour office", "anonymous", "described")),
    ],
)
def test_the_subject_of_a_verb_of_saying_is_the_source(entity: Any, expected: tuple[Any, ...]) -> None:
    doc = parsed(entity=entity)
    found = said(doc[3], 100, "x" * 100 + doc.text, "say")
    assert found is not None and (found.source, found.source_type, found.anonymity) == expected
    assert (doc.text[found.content_span[0] - 100 : found.content_span[1] - 100], found.cue) == ("ferries leak", "grumbled")


@pytest.mark.parametrize(
    "change",
    [
        {"pos": ["DET", "NOUN", "PRON", *POS[3:]]},
        {"deps": [*DEPS[:2], "obj", *DEPS[3:]]},
        {"deps": [*DEPS[:6], "advcl", DEPS[7]]},
        {"deps": ["neg", *DEPS[1:]], "words": WORDS},
    ],
)
def test_no_subject_or_no_clause_is_no_source(change: dict[str, Any]) -> None:
    doc = parsed(**change)
    if change.get("deps", DEPS)[0] == "neg":
        doc[0].head = doc[3]
    assert said(doc[3], 0, doc.text, "say") is None


class Fixed:
    """A pipeline that gives a parse made by hand."""

    lang, max_length = "en", 1_000

    def pipe(self, texts: Any) -> Iterator[Doc]:
        for text in texts:
            yield parsed() if text == parsed().text else spacy.blank("en")(text)


@pytest.mark.parametrize(
    ("left_out", "expected"),
    [("factcheck.attribution.attributor", {"The harbour office": "spacy:sources"}), ("", {"harbour office": "factcheck:cues"})],
)
def test_sources_are_added_where_nobody_has_one(
    make_worksheet: Any, monkeypatch: pytest.MonkeyPatch, left_out: str, expected: dict[str, str]
) -> None:
    monkeypatch.setattr(spacy, "load", lambda name: Fixed())
    builtins = [m for m in MODULES if m != left_out]
    settings = {"spacy": {"model": "own"}}
    manager = create_manager(entry_points=False, builtins=builtins, plugins=["factcheck_spacy"], settings=settings)
    made = make_worksheet(f"{parsed().text}\n\nThe ferry sank in May.\n", manager)
    assert made.problems == () and invariant_breaches(made) == []
    assert {a.source: a.by for c in made.claims for a in (c.attribution, *c.further_attributions) if a} == expected
