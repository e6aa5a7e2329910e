"""The picture of a worksheet's life is made from its stations, and they come in the order in which a run asks the hooks."""

from __future__ import annotations

import hashlib
import types
from collections.abc import Callable
from html import escape
from pathlib import Path
from xml.etree import ElementTree

from factcheck import api
from factcheck.model.article import Article, Block
from factcheck.plugin import hookimpl, records
from factcheck.plugin.manager import create_manager
from factcheck.plugin.validate import HOOKS

PICTURE = Path(__file__).parents[2] / "docs" / "plugins" / "life-of-a-worksheet.svg"
STATIONS = (
    ("register_readers", "Read the file", "an Article: text and blocks", "the core cuts sentences"),
    ("register_lexicons", "Words", "tables of words, joined by name", "loaded when first asked for"),
    ("register_detail_finders", "Find details", "names, numbers, dates, quotations", "the core unites them by span and kind"),
    ("register_attributors", "Find who says what", "source, cue, frame, content", "over the whole article"),
    ("register_claim_extractors", "Cut claims", "claims, or why there are none", "the core joins details and sources, gives ids"),
    ("register_contradiction_detectors", "Find contradictions", "facts by key, then findings", "the core pairs distinct values"),
    ("register_assessors", "Assess", "level, score, routes, checks, flags", "the core ranks the rows"),
    ("register_columns", "Fill columns", "cells of the machine's columns", "people's columns stay empty"),
    ("review_worksheet", "Review", "reordered, annotated", "the core checks it against the contract"),
    ("register_formats", "Write", ".xlsx .html .json and others", "to a temporary file, then renamed"),
)
STYLE = """
    text { font: 14px system-ui, sans-serif; fill: #1c2430 } .hook { font: 13px ui-monospace, monospace; fill: #0b5c8a }
    .small { font-size: 13px; fill: #4a5563 } .box { fill: #f4f7fa; stroke: #7b8794 } .page { fill: #ffffff }
    .line { stroke: #7b8794; stroke-width: 1.5; fill: none } .tip { fill: #7b8794 } .name { font-weight: 600 }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6ebf1 } .hook { fill: #7cc7f2 } .small { fill: #b4bec9 } .box { fill: #1d2733; stroke: #8b98a7 }
      .page { fill: #11171f } .line { stroke: #8b98a7 } .tip { fill: #8b98a7 }
    }"""
STEP, TOP, WIDE = 64, 58, 800


def picture() -> str:
    """The SVG; ``make docs`` writes it."""
    low = TOP + STEP * len(STATIONS)
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {low + 92}" role="img" aria-labelledby="title desc">',
        '  <title id="title">Life of a worksheet</title>',
        f'  <desc id="desc">From the file to the worksheet and back: {escape("; ".join(f"{n}. {s[1]} ({s[0]})" for n, s in enumerate(STATIONS, 1)))}; '
        "then people fill it in, and the format reads it back with what they typed.</desc>",
        f"  <style>{STYLE}\n  </style>",
        f'  <rect class="page" width="{WIDE}" height="{low + 92}" rx="8"/>',
        '  <text x="90" y="34" class="name">an article: .txt .md .docx .pdf …</text>',
    ]
    for number, (hook, title, gives, core) in enumerate(STATIONS, 1):
        y = TOP + STEP * (number - 1)
        out += [
            f'  <path class="line" d="M 220 {y - 14} V {y}"/><path class="tip" d="M 215 {y - 6} h 10 l -5 8 z"/>',
            f'  <rect class="box" x="60" y="{y + 2}" width="320" height="46" rx="6"/>',
            f'  <text x="74" y="{y + 21}" class="name">{number}. {title}</text>',
            f'  <text x="74" y="{y + 40}" class="hook">{hook}</text>',
            f'  <text x="404" y="{y + 21}">{escape(gives)}</text>',
            f'  <text x="404" y="{y + 40}" class="small">{escape(core)}</text>',
        ]
    out += [
        f'  <path class="line" d="M 220 {low - 14} V {low + 4}"/><path class="tip" d="M 215 {low - 2} h 10 l -5 8 z"/>',
        f'  <text x="90" y="{low + 26}" class="name">people fill it in</text>',
        f'  <text x="404" y="{low + 26}">status, evidence, changes: entries by row and column</text>',
        f'  <path class="line" d="M 84 {low + 21} H 30 V {low - 39} H 52"/><path class="tip" d="M 50 {low - 44} v 10 l 8 -5 z"/>',
        f'  <text x="90" y="{low + 56}" class="small">read back by the format that wrote it; update carries the entries over to the next draft</text>',
        "</svg>",
    ]
    return "\n".join(out) + "\n"


def returning(record: records.Record) -> Callable[[], list[records.Record]]:
    return lambda: [record]


def recorder(log: list[str]) -> types.ModuleType:
    """A plugin with one record for each hook, each of which writes down that it was asked."""
    module = types.ModuleType("recorder")

    def seen(hook: str, answer: object = ()) -> object:
        log.append(hook)
        return answer

    def find_details(article: Article, ctx: records.Context) -> object:
        ctx.lexicons.words("recorder", "words")
        return seen("register_detail_finders")

    def read(source: records.Source, settings: object) -> Article:
        seen("register_readers")
        text = source.data.decode()
        return Article(text=text, sha256=hashlib.sha256(text.encode()).hexdigest(), blocks=(Block(1, "paragraph", 0, len(text)),))

    made: dict[str, records.Record] = {
        "register_readers": records.Reader(id="r", suffixes=(".rec",), read=read),
        "register_lexicons": records.Lexicon(id="r", name="recorder", load=lambda: seen("register_lexicons", {})),
        "register_detail_finders": records.DetailFinder(id="r", find=find_details),
        "register_attributors": records.Attributor(id="r", find=lambda a, ctx: seen("register_attributors")),
        "register_claim_extractors": records.ClaimExtractor(
            id="r", extract=lambda s, a, d, ctx: seen("register_claim_extractors", records.Extraction())
        ),
        "register_contradiction_detectors": records.ContradictionDetector(
            id="r", keys=lambda c, ctx: seen("register_contradiction_detectors")
        ),
        "register_assessors": records.Assessor(id="r", assess=lambda c, ctx: seen("register_assessors", records.NOTHING)),
        "register_columns": records.Column(id="recorder.r", side="machine", value=lambda row, view: seen("register_columns", "x")),
        "register_formats": records.Format(id="r", suffix=".rec", write=lambda w, o: seen("register_formats", b"")),
    }
    for hook, record in made.items():
        setattr(module, hook, hookimpl(returning(record)))
    module.review_worksheet = hookimpl(lambda worksheet: seen("review_worksheet", None))
    return module


def test_the_stations_are_the_hooks_in_the_order_of_a_run() -> None:
    log: list[str] = []
    manager = create_manager(entry_points=False, modules={"recorder": recorder(log)})
    assert manager.problems == ()
    sheet = api.generate(api.read(b"The bridge opened in 1998.", name="a.rec", manager=manager), manager=manager)
    api.dump(sheet, "r", manager=manager)
    assert sheet.problems == ()
    assert list(dict.fromkeys(log)) == [s[0] for s in STATIONS]
    assert {s[0] for s in STATIONS} == set(HOOKS)


def test_the_picture_is_what_the_stations_say_and_tells_it_without_eyes() -> None:
    drawn = PICTURE.read_text("utf-8")
    assert drawn == picture(), "run: make docs"
    root = ElementTree.fromstring(drawn)
    spoken = root.find("{http://www.w3.org/2000/svg}desc").text
    assert all(hook in spoken for hook in HOOKS)
    assert "prefers-color-scheme: dark" in drawn
