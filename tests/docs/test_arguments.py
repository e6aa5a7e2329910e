"""docs/plugins/arguments.md is made from the docstrings of what plugins get and give; nothing that they can set is left untold."""

from __future__ import annotations

import dataclasses
import functools
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.language import lexicon, tokens
from factcheck.model import article, attribution, claim, claim_parts, contradiction, view, vocabulary, worksheet
from factcheck.plugin import context, records
from factcheck.worksheet.columns import register_columns

PAGE = Path(__file__).parents[2] / "docs" / "plugins" / "arguments.md"
PARTS: dict[str, tuple[type, ...]] = {
    "What functions get": (
        context.Context,
        records.Source,
        records.Mention,
        records.WriteOptions,
        tokens.Tokens,
        lexicon.Lexicons,
        view.View,
    ),
    "What a plugin says of itself": (records.Plugin, records.Setting),
    "What hooks return": (
        records.Record,
        records.Reader,
        records.Lexicon,
        records.DetailFinder,
        records.Attributor,
        records.ClaimExtractor,
        records.ContradictionDetector,
        records.Assessor,
        records.Column,
        records.Format,
        records.Example,
    ),
    "What the records' functions return": (
        records.Extraction,
        records.Extracted,
        records.Fact,
        records.Finding,
        records.Related,
        records.Assessment,
        article.Article,
        article.Block,
        article.Link,
        attribution.Attribution,
        claim_parts.Detail,
        claim_parts.Value,
        claim_parts.Flag,
        vocabulary.Term,
    ),
    "What stands in the worksheet": (
        worksheet.Worksheet,
        article.Sentence,
        claim.Claim,
        claim_parts.Verifiability,
        contradiction.Contradiction,
        worksheet.SourceRow,
        worksheet.Quotation,
    ),
}
LISTS = (
    "block kind",
    "claim kind",
    "detail kind",
    "source type",
    "quotation",
    "nothing to check",
    "flag",
    "contradiction kind",
    "severity",
    "scope",
    "level",
)
OF_NO_USE = {"extra", "_memo"}
"""``extra`` keeps unknown keys of a file; ``_memo`` is private."""
OF_THE_CORE = {"apart", "forget", "forget_station", "with_claims"}
"""Methods that plugins have no use for."""


def told(cls: type) -> dict[str, str]:
    """What a docstring's ``Args`` say, by name; "start, end: …" tells two."""
    section = (inspect.getdoc(cls) or "").partition("Args:\n")[2] or (inspect.getdoc(cls) or "").partition("Attributes:\n")[2]
    said: dict[str, str] = {}
    for names, text in re.findall(r"^    (\w[\w, ]*): ((?:.|\n(?=     ))*)", section, re.M):
        for name in names.split(", "):
            said[name] = " ".join(text.replace("``", "`").split())
    return said


def rows(cls: type) -> Iterator[tuple[str, str, str, str]]:
    """Name, type, default and meaning of each field; for a class without fields, of each public method."""
    if not dataclasses.is_dataclass(cls):
        for name, meaning in told(cls).items():
            yield name, "list", "", meaning
        for name, member in vars(cls).items():
            if (
                not name.startswith("_")
                and name not in OF_THE_CORE
                and (inspect.isfunction(member) or isinstance(member, functools.cached_property))
            ):
                function = getattr(member, "func", member)
                of = (
                    "" if isinstance(member, functools.cached_property) else f"({', '.join([*inspect.signature(function).parameters][1:])})"
                )
                yield name + of, function.__annotations__["return"], "", first_line(function)
        return
    own = cls.__mro__[1] if cls.__mro__[1] is records.Record else object
    for f in dataclasses.fields(cls):
        if f.name in OF_NO_USE or f.name in getattr(own, "__dataclass_fields__", {}):
            continue
        default = "" if f.default is dataclasses.MISSING else getattr(f.default, "__name__", repr(f.default))
        if f.default_factory is not dataclasses.MISSING:
            default = "{}"
        yield f.name, str(f.type), default, f.metadata.get("doc") or told(cls).get(f.name, "")
    for name, member in vars(cls).items():
        function = getattr(member, "fget", None) or getattr(member, "func", None) or member
        if cls is context.Context and not name.startswith("_") and inspect.isfunction(function):
            called = f"({', '.join([*inspect.signature(function).parameters][1:])})" if function is member else ""
            if name not in OF_THE_CORE:
                yield name + called, function.__annotations__["return"], "", first_line(function)


def first_line(thing: object) -> str:
    return (inspect.getdoc(thing) or "").splitlines()[0].replace("``", "`")


def arguments_page() -> str:
    """The page; ``make docs`` writes it."""
    out = [
        "# Arguments",
        "Everything that a plugin's functions get, and every field of what they return. Made by `make docs` from the docstrings; a test keeps it true.",
        "Records share the fields of [Record](#record). All are frozen; offsets count characters of `article.text`, a span is `(start, end)`.",
    ]
    for part, classes in PARTS.items():
        out += ["", f"## {part}"]
        for cls in classes:
            out += ["", f"### {cls.__name__}", f"{first_line(cls)} `from {cls.__module__} import {cls.__name__}`", ""]
            cells = [(f"`{n}`", f"`{t}`", f"`{d}`" if d else "", meaning) for n, t, d, meaning in rows(cls)]
            out += [
                "| name | type | default | meaning |",
                "|---|---|---|---|",
                *("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in cells),
            ]
    out += [
        "",
        "## Words of the trade",
        "Ids as they stand in records. Where a list is open, a plugin adds its own as `plugin.term`, declared in the record's `terms`.",
        "",
    ]
    out += ["| list | | ids |", "|---|---|---|"]
    for name in LISTS:
        state = "closed" if name in (*vocabulary.CLOSED, "scope") else "open"
        out.append(f"| {name} | {state} | {', '.join(f'`{t.id}`' for t in vocabulary.LISTS[name])} |")
    out += [
        "",
        "## Built-in columns",
        "What people typed stands in `worksheet.entries[ROW][COLUMN]`, under these ids and those of plugins; dates as ISO, choices as ids.",
    ]
    out += ["", "| table | people fill in | the tool fills in |", "|---|---|---|"]
    columns = register_columns()
    for table in dict.fromkeys(c.table for c in columns):
        sides = [", ".join(f"`{c.id}` {c.title}" for c in columns if (c.table, c.side) == (table, side)) for side in ("checker", "machine")]
        out.append(f"| {table} | {' | '.join(sides)} |")
    return "\n".join(out) + "\n"


def test_the_page_is_what_the_code_says() -> None:
    assert PAGE.read_text("utf-8") == arguments_page(), "run: make docs"


@pytest.mark.parametrize("cls", [c for classes in PARTS.values() for c in classes], ids=lambda c: c.__name__)
def test_everything_that_can_be_set_is_told(cls: type) -> None:
    assert first_line(cls)
    assert [name for name, _, _, meaning in rows(cls) if not meaning] == []
    known = {f.name for f in dataclasses.fields(cls)} if dataclasses.is_dataclass(cls) else {*getattr(cls, "__slots__", ())}
    assert set(told(cls)) <= known, "a docstring tells of an argument that is not there"


def test_every_record_that_plugins_can_import_is_on_the_page() -> None:
    told_of = {c.__name__ for classes in PARTS.values() for c in classes} | {"API", "NOTHING", "must", "must_not"}
    assert set(records.__all__) <= told_of
