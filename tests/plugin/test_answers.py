"""What a plugin answers wrongly costs its own part and is told; the worksheet can always be read back."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import api
from factcheck.model.errors import FactcheckError
from factcheck.plugin.manager import create_manager
from factcheck.plugin.testing import make_worksheet

HEAD = """\
import dataclasses, hashlib
from factcheck.model.article import Article, Block
from factcheck.plugin import hookimpl
from factcheck.plugin.records import *
"""
TEXT = "The mill closed in 1990, Ann Lee said on Monday.\n\nIt never opened again."


def plugin(tmp_path: Path, hook: str, record: str, body: str) -> str:
    file = tmp_path / "slips.py"
    file.write_text(f"{HEAD}\n{body}\n@hookimpl\ndef {hook}():\n    return [{record}]\n", "utf-8")
    return str(file)


def attributor(fields: str) -> tuple[str, str, str]:
    body = f"def find(article, ctx):\n    s = article.sentences[0]\n    yield Attribution({fields}, content_span=(s.start, s.end))"
    return "register_attributors", "Attributor(id='slips.a', priority=1, find=find)", body


def assessor(fields: str) -> tuple[str, str, str]:
    return (
        "register_assessors",
        "Assessor(id='slips.a', priority=1, assess=assess)",
        f"def assess(claim, ctx):\n    return Assessment({fields})",
    )


def detector(fields: str) -> tuple[str, str, str]:
    body = f"def check(claim, ctx):\n    span = (claim.start, claim.end)\n    yield Finding({fields})"
    return "register_contradiction_detectors", "ContradictionDetector(id='slips.a', check=check)", body


def extractor(answer: str) -> tuple[str, str, str]:
    return (
        "register_claim_extractors",
        "ClaimExtractor(id='slips.a', priority=1, extract=extract)",
        f"def extract(s, a, d, ctx):\n    return {answer}",
    )


SLIPS = {
    attributor("'Ann Lee', 'person'"): "source_type of its Attribution is 'person'; did you mean 'named_person'?",
    attributor("'Ann Lee', 'named_person', quotation='quoted'"): "quotation of its Attribution is 'quoted'",
    attributor("None, 'named_person'"): "source of its Attribution is 'None', not str",
    attributor("' ', 'named_person'"): "the source of its Attribution is empty",
    attributor("'Ann Lee', 'named_person', via=('X')"): "not tuple[str, ...]; write a comma after the one item",
    attributor("'Ann Lee', 'named_person', cue='says', cue_span=(0, 4)"): "the cue 'says' is not article.text[0:4]",
    assessor("level='maybe'"): "level of its Assessment is 'maybe'",
    assessor("routes='So: the register'"): "write a comma after the one item",
    assessor("score='high'"): "score of its Assessment is 'high', not float",
    assessor("flags=('crime',)"): "not tuple[Flag, ...]",
    assessor("flags=(Flag('crime', [0, 3]),)"): "span of its Flag is '[0, 3]', not Span | None",
    detector("'date', 'wrong', (span,), 'x', 'y'"): "severity of its Finding is 'wrong'",
    detector("'date', 'conflict', (span,), 'x', 'y', scope='here'"): "scope of its Finding is 'here'",
    detector("'date', 'conflict', span, 'x', 'y'"): "not tuple[Span, ...]",
    assessor("checks=['ask']"): "not tuple[str, ...]; write tuple(…)",
    extractor("Extraction((Extracted(0, len(ctx.article.text)),))"): "does not lie in its sentence",
    extractor("Extraction((Extracted(s.start, s.start),))"): "does not lie in its sentence",
    extractor("Extraction(Extracted(s.start, s.end))"): "claims of its Extraction",
    extractor("None"): "it returned NoneType, not Extraction",
}


@pytest.mark.parametrize(("slip", "told"), SLIPS.items(), ids=lambda v: v if isinstance(v, str) else v[2][-40:])
def test_a_slip_is_told_and_the_worksheet_comes_back(tmp_path: Path, slip: tuple[str, str, str], told: str) -> None:
    manager = create_manager(entry_points=False, plugins=[plugin(tmp_path, *slip)])
    assert manager.problems == ()
    sheet = make_worksheet(TEXT, manager)
    assert any(told in p.message for p in sheet.problems), [p.message for p in sheet.problems]
    assert [c.text for c in sheet.claims] == [c.text for c in make_worksheet(TEXT).claims]
    assert api.load_bytes(api.dump(sheet, "json", manager=manager), "w.json", manager) == sheet


RECORDS = {
    "Column(id='slips.c', side='both')": "side is 'both'",
    "Column(id='slips.c', type='number')": "type is 'number'; it takes one of",
    "Column(id='slips.c', table='claim')": "did you mean 'claims'?",
    "Column(id='slips.c', side='machine')": "the tool cannot fill it without value",
    "Column(id='slips.c', choices='City')": "choices of its Column is 'City'",
    "Column(id='slips.c', value=3)": "value of its Column is '3'",
    "Format(id='slips', suffix='slips', write=print)": "begin with a dot: '.slips'",
    "Format(id='slips', suffix='.slips', write='print')": "write of its Format is 'print'",
    "Reader(id='slips', suffixes='.slips', read=print)": "suffixes of its Reader is '.slips', not tuple[str, ...]; write a comma after the one item",
    "Reader(id='slips', suffixes=('.SLIPS',), read=print)": "lower case",
    "Assessor(id='slips.a', assess=print, priority='first')": "priority of its Assessor is 'first', not int",
    "Assessor(id='slips.a', assess=print, examples=must('x', 'y'))": "examples of its Assessor",
}
HOOK = {"Column": "register_columns", "Format": "register_formats", "Reader": "register_readers", "Assessor": "register_assessors"}


@pytest.mark.parametrize("record", RECORDS)
def test_a_record_that_cannot_work_is_refused(tmp_path: Path, record: str) -> None:
    hook = HOOK[record.partition("(")[0]]
    manager = create_manager(entry_points=False, plugins=[plugin(tmp_path, hook, record, "")])
    assert not [r for r in manager.collect(hook) if r.by.startswith("slips:")]
    assert [p for p in manager.problems if RECORDS[record] in p.message and p.plugin == "slips"], manager.problems


ARTICLES = {
    "'words'": "it returned str, not Article",
    "Article(text='a b', sha256='0', blocks=(Block(1, 'paragraph', 0, 3),))": "its sha256 is not that of its text",
    "Article(text='a b', sha256=hashlib.sha256(b'a b').hexdigest(), blocks=(Block(1, 'text', 0, 3),))": "the kind of block 1 is 'text'",
    "Article(text='a b', sha256=hashlib.sha256(b'a b').hexdigest(), blocks=(Block(1, 'paragraph', 0, 9),))": "lie in the text",
    "Article(text='a b', sha256=hashlib.sha256(b'a b').hexdigest(), blocks=[Block(1, 'paragraph', 0, 3)])": "blocks of its Article",
}


@pytest.mark.parametrize("article", ARTICLES)
def test_a_reader_that_makes_no_sound_article_is_named(tmp_path: Path, article: str) -> None:
    body = f"def read(source, settings):\n    return {article}"
    path = plugin(tmp_path, "register_readers", "Reader(id='slips', suffixes=('.slips',), read=read)", body)
    manager = create_manager(entry_points=False, plugins=[path])
    with pytest.raises(FactcheckError) as caught:
        api.read(b"a b", name="a.slips", manager=manager)
    assert "the plugin 'slips'" in str(caught.value)
    assert ARTICLES[article] in str(caught.value)


def test_a_review_that_types_numbers_is_discarded(tmp_path: Path) -> None:
    file = tmp_path / "slips.py"
    code = "@hookimpl\ndef review_worksheet(worksheet):\n    return dataclasses.replace(worksheet, entries={'C001': {'status': 3}})\n"
    file.write_text(HEAD + code, "utf-8")
    sheet = make_worksheet(TEXT, create_manager(entry_points=False, plugins=[str(file)]))
    assert sheet.entries == {}
    assert "its result was discarded: entries of its Worksheet" in sheet.problems[0].message


DETECTOR = (
    "register_contradiction_detectors",
    "ContradictionDetector(id='slips.d', keys=keys, compare=compare)",
    "def keys(claim, ctx):\n    yield Fact('all', claim.id, (claim.start, claim.end))\n\ndef compare(a, b, ctx):\n    return ",
)


def test_a_plugin_links_what_has_to_be_read_together(tmp_path: Path) -> None:
    hook, record, body = DETECTOR
    path = plugin(tmp_path, hook, record, body + "Related('slips.before', 'slips.after')")
    sheet = make_worksheet(TEXT, create_manager(entry_points=False, plugins=[path]))
    first, last = sheet.claims[0], sheet.claims[-1]
    assert [(r.claim, r.relation) for r in first.read_with if r.by == "slips:slips.d"] == [(last.id, "slips.after")]
    assert [(r.claim, r.relation) for r in last.read_with if r.by == "slips:slips.d"] == [(first.id, "slips.before")]


def test_a_relation_that_is_no_text_costs_the_plugin_its_links(tmp_path: Path) -> None:
    hook, record, body = DETECTOR
    path = plugin(tmp_path, hook, record, body + "Related(1, 'slips.after')")
    sheet = make_worksheet(TEXT, create_manager(entry_points=False, plugins=[path]))
    assert not [r for c in sheet.claims for r in c.read_with if r.by == "slips:slips.d"]
    assert any("earlier of its Related is '1', not str" in p.message for p in sheet.problems)
