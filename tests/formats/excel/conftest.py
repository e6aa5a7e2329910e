"""A small worksheet made by hand, and ways to fill its workbook as a person would."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import load_workbook

from factcheck.formats import excel
from factcheck.model.article import Article, Block, Sentence
from factcheck.model.attribution import Attribution
from factcheck.model.claim import Claim, fingerprint
from factcheck.model.claim_parts import Detail, Flag, Verifiability
from factcheck.model.contradiction import Contradiction
from factcheck.model.worksheet import Quotation, SourceRow, Worksheet
from factcheck.plugin.manager import Manager
from factcheck.plugin.records import WriteOptions
from factcheck.worksheet.build import column_infos

HEADLINE = "Fire at Quay Mill: 40 hurt"
BODY = "=Forty people & a dog were hurt, Chief Ada Brook said on Monday. “We were 12 minutes late,” she told Radio Tern. Was it arson?"
TEXT = f"{HEADLINE}\n\n{BODY}"
SCORES = {"high": 0.9, "medium": 0.5, "low": 0.1}


def _claim(id_: str, words: str, sentence: int, block: int, priority: str, **more: Any) -> Claim:
    start = TEXT.index(words)
    judged = Verifiability("verifiable", "states_a_fact", "It states a fact.", priority, ("a number",), SCORES[priority], ("Said: the recording", "So: the register"))
    return Claim(id_, fingerprint(words), words, start, start + len(words), sentence, block, verifiability=judged, **more)


def _detail(id_: str, kind: str, words: str) -> Detail:
    start = TEXT.index(words)
    return Detail(kind, words, start, start + len(words), id_)


def _said(source: str, kind: str, frame: str, details: tuple[Detail, ...] = (), via: tuple[str, ...] = ()) -> Attribution:
    start = TEXT.index(frame)
    return Attribution(source, kind, frame_span=(start, start + len(frame)), source_span=(start, start + len(frame)), details=details, via=via)


def make() -> Worksheet:
    """A worksheet with a headline, a quotation, a contradiction and a declared question."""
    first = "Fire at Quay Mill"
    spans = [(0, len(HEADLINE))]
    at = len(HEADLINE) + 2
    for part in BODY.split(". ")[0:1]:
        spans.append((at, at + len(part) + 1))
    second = TEXT.index("“We")
    third = TEXT.index("Was it")
    spans += [(second, third - 1), (third, len(TEXT))]
    claims = (
        _claim("C001", first, 1, 1, "low", details=(_detail("C001.1", "place", "Quay Mill"),)),
        _claim("C002", "40 hurt", 1, 1, "high", details=(_detail("C002.1", "number", "40"),), contradictions=("X01",)),
        _claim(
            "C003", "=Forty people & a dog were hurt", 2, 2, "high", details=(_detail("C003.1", "number", "Forty"),), contradictions=("X01",),
            attribution=_said("Ada Brook", "official", "Chief Ada Brook said on Monday", (_detail("C003.2", "title", "Chief"), _detail("C003.3", "person", "Ada Brook"))),
            flags=(Flag("time_bound", None, "It may change."), Flag("single_source", None, "One origin.")),
        ),
        _claim("C004", "We were 12 minutes late", 3, 2, "medium", attribution=_said("Ada Brook", "official", "she told Radio Tern", via=("Radio Tern",))),
    )
    sentences = (
        Sentence(1, 1, *spans[0], ("C001", "C002")), Sentence(2, 2, *spans[1], ("C003",)), Sentence(3, 2, *spans[2], ("C004",)),
        Sentence(4, 2, *spans[3], (), "question"),
    )
    article = Article(
        HEADLINE, "A. Writer", "2026-11-20", path="mill.txt", sha256="ab" * 32, text=TEXT, sentences=sentences,
        blocks=(Block(1, "headline", 0, len(HEADLINE)), Block(2, "paragraph", len(HEADLINE) + 2, len(TEXT))),
    )
    conflict = Contradiction("X01", "quantity", "conflict", "headline", "quantity", ("C002", "C003"), explanation="40 in the headline, forty and a dog in the text.")
    quotation = Quotation("Q01", second, TEXT.index("” she") + 1, "Ada Brook", ("C004",))
    return Worksheet(
        generator="factcheck test", article=article, claims=claims, contradictions=(conflict,), sources=(SourceRow("S01", "Ada Brook", "official", ("C003", "C004")),),
        quotations=(quotation,),
    )


@pytest.fixture(scope="session")
def options(builtin_manager: Manager) -> WriteOptions:
    """The built-in columns."""
    return WriteOptions(columns=tuple(builtin_manager.collect("register_columns")))


@pytest.fixture(scope="session")
def sheet(options: WriteOptions) -> Worksheet:
    """The small worksheet."""
    return dataclasses.replace(make(), columns=column_infos(options.columns))


Fill = Callable[[Any], None]


@pytest.fixture
def filled(sheet: Worksheet, options: WriteOptions) -> Callable[..., Worksheet]:
    """Write the workbook, change it with openpyxl, read it back."""

    def run(fill: Fill, worksheet: Worksheet | None = None) -> Worksheet:
        book = load_workbook(io.BytesIO(excel.write_xlsx(worksheet or sheet, options)), rich_text=True)
        fill(book)
        out = io.BytesIO()
        book.save(out)
        return excel.read_xlsx(out.getvalue(), "filled.xlsx")

    return run


def column(sheet: Any, title: str, head: int = 1) -> int:
    """The number of a column by its heading."""
    return next(c.column for c in sheet[head] if c.value == title)


def put(sheet: Any, row: int, title: str, value: Any, head: int = 1) -> None:
    """Type into a cell by its heading."""
    sheet.cell(row, column(sheet, title, head)).value = value
