"""The whole road: invariants on any text, golden runs of the examples, isolation of broken plugins."""

from __future__ import annotations

import types
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck import api
from factcheck.formats.json_format import dumps, loads
from factcheck.model.attribution import Attribution
from factcheck.model.claim_parts import Detail
from factcheck.model.vocabulary import NOTHING_TO_CHECK, ids
from factcheck.model.worksheet import Worksheet
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.manager import create_manager
from factcheck.plugin.records import Assessor, Attributor, ClaimExtractor, Column, ContradictionDetector, DetailFinder
from factcheck.plugin.testing import make_worksheet
from factcheck.worksheet.check import invariant_breaches
from factcheck.worksheet.join import LOOSE

EXAMPLES = Path(__file__).parents[2] / "examples"
MANAGER = create_manager(entry_points=False)

WORDS = [
    "Mayor Ann Lee",
    "said",
    "that",
    "the bridge",
    "fell",
    "on Monday",
    "12 people",
    "$3 million",
    "“we saw it",
    "”",
    "’",
    "according to",
    "not",
    "Dr. Roe",
    "Update 1:",
    "Comment:",
    "and",
    "which",
    "who",
    ",",
    ".",
    "?",
    "—",
    "(",
    ")",
    "[sic]",
    "5 percent",
    "17:00",
    "the largest",
    "in 2019",
    "\n",
    "\n\n",
    "- ",
    "She",
    "told reporters",
    "he",
    "denied",
    "\u202bשלום\u202c",
    "😀",
    "\r\n",
    "=1+1",
    "<b>",
    "http://example.org",
    "3 miles (4.8 km)",
]
ARTICLES = (
    st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), min_size=1, max_size=60).map(" ".join).filter(lambda t: t.strip())
)


def lost_details(sheet: Worksheet) -> list[str]:
    """Details that the finders found outside boilerplate, and that lie in no claim, frame or declared sentence."""
    text = sheet.article.text
    spans = [(c.start, c.end) for c in sheet.claims]
    for c in sheet.claims:
        for a in filter(None, (c.attribution, *c.further_attributions)):
            spans += [s for s in (a.frame_span, a.source_span, a.cue_span) if s]
    spans += [(s.start, s.end) for s in sheet.article.sentences if s.nothing_to_check]
    covered = bytearray(len(text))
    for start, end in spans:
        covered[start:end] = b"\1" * (end - start)
    lost = []
    for record in MANAGER.collect("register_detail_finders"):
        from factcheck.plugin.context import Context

        for d in record.find(sheet.article, Context(sheet.article, MANAGER.lexicons())):
            if d.kind not in LOOSE and not all(covered[d.start : d.end]):
                lost.append(f"{d.kind} {d.text!r}")
    return lost


def check(sheet: Worksheet) -> None:
    assert sheet.problems == ()
    assert invariant_breaches(sheet) == []
    for s in sheet.article.sentences:
        assert s.claims or s.nothing_to_check in ids(NOTHING_TO_CHECK)
    assert lost_details(sheet) == []


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(ARTICLES)
def test_any_text_keeps_the_invariants(text: str) -> None:
    try:
        sheet = make_worksheet(text, MANAGER)
    except api.FactcheckError as error:
        assert "\n" not in str(error)
        return
    check(sheet)
    assert loads(dumps(sheet), "again.json") == sheet


@pytest.mark.parametrize(
    "path", sorted(p for p in EXAMPLES.glob("*.*") if p.suffix in (".txt", ".md") and p.name != "README.md"), ids=lambda p: p.name
)
def test_the_examples_give_their_worksheets(path: Path) -> None:
    sheet = api.generate(api.read(path, manager=MANAGER), manager=MANAGER)
    check(sheet)
    golden = EXAMPLES / "worksheets" / f"{path.stem}.factcheck.json"
    assert golden.read_text("utf-8") == dumps(sheet), "the worksheet changed; look at it, then: make examples"


@pytest.mark.parametrize("format_id", ["xlsx", "html", "json", "csv", "markdown"])
def test_the_same_input_gives_the_same_bytes(format_id: str) -> None:
    article = api.read(EXAMPLES / "harbour-fire.txt", manager=MANAGER)
    first = api.dump(api.generate(article, manager=MANAGER), format_id)
    other = create_manager(entry_points=False)
    again = api.dump(api.generate(api.read(EXAMPLES / "harbour-fire.txt", manager=other), manager=other), format_id)
    assert first == again


def broken(*args: object) -> None:
    raise RuntimeError("inside")


@pytest.mark.parametrize(
    ("hook", "record"),
    [
        ("register_detail_finders", DetailFinder(id="x", find=broken)),
        ("register_attributors", Attributor(id="x", find=broken)),
        ("register_claim_extractors", ClaimExtractor(id="x", extract=broken)),
        ("register_contradiction_detectors", ContradictionDetector(id="x", keys=broken)),
        ("register_contradiction_detectors", ContradictionDetector(id="x", check=broken)),
        ("register_assessors", Assessor(id="x", assess=broken)),
        ("register_columns", Column(id="bad.x", side="machine", value=broken)),
    ],
)
def test_a_plugin_that_raises_inside_costs_only_its_own_part(hook: str, record: object) -> None:
    module = types.ModuleType("bad")
    function = lambda: [record]  # noqa: E731
    function.__module__ = "bad"
    setattr(module, hook, hookimpl(function))
    text = (EXAMPLES / "harbour-fire.txt").read_text("utf-8")
    manager = create_manager(entry_points=False, modules={"bad": module})
    sheet = make_worksheet(text, manager)
    without = make_worksheet(text, MANAGER)
    assert [c.text for c in sheet.claims] == [c.text for c in without.claims]
    assert sheet.contradictions == without.contradictions
    assert {p.plugin for p in sheet.problems} == {"bad"}
    assert "RuntimeError: inside" in sheet.problems[0].message
    assert manager.problems == ()  # of one article only
    assert b"inside" in api.dump(sheet, "html") and b"inside" in api.dump(sheet, "json")


def test_a_review_that_breaks_the_contract_is_discarded() -> None:
    import dataclasses

    module = types.ModuleType("bad")

    def review_worksheet(worksheet, ctx):
        return dataclasses.replace(worksheet, claims=(dataclasses.replace(worksheet.claims[0], text="made up"),))

    module.review_worksheet = hookimpl(review_worksheet)
    sheet = make_worksheet("The bridge opened in 1998.", create_manager(entry_points=False, modules={"bad": module}))
    assert sheet.claims[0].text != "made up"
    assert "discarded" in sheet.problems[0].message


def test_a_review_may_reorder() -> None:
    import dataclasses

    module = types.ModuleType("turn")
    module.review_worksheet = hookimpl(lambda worksheet: dataclasses.replace(worksheet, claims=worksheet.claims[::-1]))
    text = "The bridge opened in 1998.\n\nIt fell in 2024.\n"
    sheet = make_worksheet(text, create_manager(entry_points=False, modules={"turn": module}))
    assert [c.id for c in sheet.claims] == sorted((c.id for c in sheet.claims), reverse=True)


def test_a_second_reader_sees_what_was_found_before_it() -> None:
    seen: dict[str, list[str]] = {}

    def names(article: object, ctx: Context) -> list[Detail]:
        seen["details"] = [d.text for d in ctx.earlier]
        return []

    def sources(article: object, ctx: Context) -> list[Attribution]:
        seen["sources"] = [a.source for a in ctx.earlier]
        return []

    plugin = types.SimpleNamespace(
        register_detail_finders=hookimpl(lambda: [DetailFinder(id="x", priority=200, find=names)]),
        register_attributors=hookimpl(lambda: [Attributor(id="x", priority=200, find=sources)]),
    )
    make_worksheet("The clinic has 40 beds, Vera Lund said.", plugins={"second": plugin})
    assert "Vera Lund" in seen["details"] and seen["sources"] == ["Vera Lund"]
