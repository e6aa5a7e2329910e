"""The page: complete, self-contained, safe with hostile words, the same bytes each time."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.formats import json_format, templates
from factcheck.formats.html import embed
from factcheck.formats.html import write_html as write
from factcheck.formats.html.build import build
from factcheck.formats.html.page import Page
from factcheck.formats.html.proof import MARK, line_breaks, proof
from factcheck.model.errors import FactcheckError
from factcheck.model.view import View
from factcheck.model.worksheet import GoneRow, Lineage, Worksheet
from tests.formats.sheet import COLUMNS, EVIL, OPTIONS, TEXT, sheet

VOID = {"meta", "input", "br", "col", "img", "link"}


class Tree(HTMLParser):
    """Elements, their attributes, visible words, and whether every tag is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in self.raw:
            self.raw[self.open[-1]].append(data)
        else:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def by_id(self, id_: str) -> tuple[str, dict[str, str | None]]:
        (found,) = [(tag, attrs) for tag, attrs in self.tags if attrs.get("id") == id_]
        return found


@pytest.fixture(scope="module")
def html() -> str:
    return write(sheet(), OPTIONS).decode("utf-8")


@pytest.fixture(scope="module")
def tree(html: str) -> Tree:
    found = Tree(html)
    assert found.open == []
    return found


@pytest.fixture(scope="module")
def page() -> Page:
    return build(sheet(), COLUMNS)


def test_same_worksheet_same_bytes(html: str) -> None:
    assert write(sheet(), OPTIONS).decode("utf-8") == html


def test_hostile_words_are_words(tree: Tree) -> None:
    assert not [tag for tag, attrs in tree.tags if tag == "img" or any(name.startswith("on") for name in attrs)]
    assert len([tag for tag, _ in tree.tags if tag == "script"]) == 3
    assert tree.text.count("<img src=x onerror=alert(2)>") >= 5
    assert not [a for _, a in tree.tags if (a.get("href") or "").startswith("javascript")]
    assert "javascript:alert(3)" in tree.text
    assert "https://example.org/a?b&c" in [a.get("href") for _, a in tree.tags]


def test_nothing_is_loaded_and_only_this_style_and_script_may_run(tree: Tree, html: str) -> None:
    assert not [attrs for tag, attrs in tree.tags if tag in {"link", "iframe", "object"} or "src" in attrs or "style" in attrs]
    assert "url(" not in "".join(tree.raw["style"]) and "@import" not in "".join(tree.raw["style"])
    (policy,) = [a["content"] or "" for _, a in tree.tags if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none';") and "unsafe" not in policy
    for kind, body in (("style", tree.raw["style"][0]), ("script", tree.raw["script"][-1])):
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert html.isascii() is False and "\u2028" not in "".join(tree.raw["script"])


def test_the_worksheet_inside_is_the_contract(tree: Tree) -> None:
    inside = tree.raw["script"][0]
    assert "<" not in inside and "&" not in inside
    assert json_format.loads(inside, "page") == sheet()
    lines = inside.strip().splitlines()
    assert lines[0] == "{" and lines[-1] == "}" and len(lines) == len(json.loads(inside)) + 2
    assert all(sum(line.startswith(f' "{key}": ') for line in lines) == 1 for key in ("entries", "added_claims", "contacts"))
    settings = json.loads(tree.raw["script"][1])
    assert settings["notKept"] == {"contacts": None, "sources": ["reached", "identity_checked"], "gone": ["reached", "identity_checked"]}
    assert ["none", "none"] in next(c for c in settings["columns"]["claims"] if c["id"] == "desk.risk")["choices"]
    assert "My own" in [c["id"] for c in settings["columns"]["claims"]]


def test_every_word_of_the_article_stands_in_the_proof(page: Page) -> None:
    shown = " ".join("".join(p.text for line in b.lines for p in line.pieces) for b in page.proof)
    assert shown.split() == TEXT.split()


def test_every_claim_detail_and_entry_is_shown(tree: Tree) -> None:
    for c in sheet().claims:
        assert " ".join(c.text.split()) in tree.text
        assert tree.by_id(c.id)[0] == "tr" and tree.by_id(f"t-{c.id}")[1]["href"] == f"#{c.id}"
    for words in (
        "Confirmed as said",
        "tape min 3",
        "@home",
        "Recording",
        "privacy",
        "kept",
        "telephone",
        "38",
        "Forty",
        "Length:",
        "Risk",
    ):
        assert words in tree.text
    ticked = [a for tag, a in tree.tags if tag == "input" and a.get("data-row") == "C002.3"]
    assert ticked and all("checked" in a for a in ticked)


def test_links_lead_somewhere(tree: Tree) -> None:
    ids = [a["id"] for _, a in tree.tags if a.get("id")]
    assert len(ids) == len(set(ids))
    assert {a["href"][1:] for _, a in tree.tags if (a.get("href") or "").startswith("#")} <= set(ids)


def test_headings_stand_in_order_and_controls_have_names(tree: Tree) -> None:
    levels = [int(tag[1]) for tag, _ in tree.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert dict(tree.tags)["html"]["lang"] == "en"


def test_sentences_their_claims_and_their_reasons(page: Page) -> None:
    two = page.sentences[1]
    assert [r.id for r in two.rows] == ["C002", "C003"] and [p.starts for p in two.pieces if p.starts] == [("C002",), ("C003",)]
    one = page.sentences[2]
    assert one.pieces == () and "".join(p.text for p in one.rows[0].pieces).startswith("“We never")
    assert page.sentences[3].declared == "Question" and page.sentences[3].rows == ()


def test_a_row_says_road_frame_and_checks_once(page: Page) -> None:
    first, second = page.sentences[1].rows
    assert first.frame.road == "Ida Lund → Radio Tern → article" and [t.text for t in first.frame.ticks] == ["harbour master", "Ida Lund"]
    assert second.frame.as_in == "C002" and second.frame.ticks == ()
    assert [(k.label, k.text) for k in first.checks] == [("Said", "the recording"), ("So", "the register")]
    assert {k.as_in for k in second.checks} == {"C001"}
    assert [m.text for m in first.marks] == ["X01 conflict"] and first.marks[0].target == "X01"
    assert first.extras == (("Length", "28"),) and first.done and first.sign == "“✔”"


def test_four_boxes_for_a_quotation(page: Page) -> None:
    (quote,) = page.sentences[2].rows[0].quotations
    assert [c.column for c in quote.ticks] == ["speaker_ok", "wording_ok", "context_ok", "translation_ok"]
    assert [c.value for c in quote.ticks] == ["x", "", "", ""]
    assert page.sentences[2].rows[0].ticks == ()


def test_the_cover_points_at_what_matters(page: Page) -> None:
    cover = page.cover
    assert [r.id for r in cover.start][:2] == ["C001", "C002"]
    assert cover.conflicts[0][0] == "X01" and cover.conflicts[0][1].startswith("Conflict: The headline says Forty")
    assert [(p.name, p.claims) for p in cover.ask] == [("Ida Lund", ("C002", "C003", "C004"))]
    assert cover.at_close == (("C003", "Monday"),)
    assert cover.outside[0].value == "x" and "1 quotation," in ", ".join(f"{n} {what}" for n, what in cover.counts)
    assert cover.problems[0].startswith("desk: assessor: it broke")


def test_call_sheets_say_what_not_to_read_out(page: Page, tree: Tree) -> None:
    (call,) = page.calls
    assert [(f.claim, f.do_not_read_out) for f in call.facts] == [("C002", False), ("C003", False), ("C004", True)]
    assert tree.text.count("do not read out") == 1


def test_the_margin_of_a_printed_page_is_text(tree: Tree) -> None:
    style = tree.raw["style"][0]
    assert '@top-right{content:"Second \\22 draft\\22  \\7d \\3c \\2f style\\3e  ' in style
    assert 'counter(page) " of " counter(pages)' in style


def test_a_worksheet_without_anything_is_a_page() -> None:
    tree = Tree(write(Worksheet(), OPTIONS).decode())
    assert tree.open == [] and "Untitled" in tree.text


def test_practice_and_revision() -> None:
    lineage = Lineage("0" * 64, {"C003": "new"}, gone=(GoneRow("C009", "The pier sank", "2.1", "wrong"),))
    revised = Tree(write(dataclasses.replace(sheet(), lineage=lineage), OPTIONS).decode())
    assert "new in this draft" in revised.text and "The pier sank" in revised.text
    practice = build(dataclasses.replace(sheet(), practice=True), COLUMNS)
    assert practice.cover.start == () and {r.priority_title for s in practice.sentences for r in s.rows} == {""}


@given(st.text(alphabet=st.sampled_from("ab W中 \n-’"), max_size=300))
def test_lines_lose_nothing_and_begin_with_words(text: str) -> None:
    breaks = line_breaks(text, 0, len(text), {0: MARK})
    assert breaks == sorted(set(breaks)) and all(0 < b < len(text) and not text[b].isspace() for b in breaks)
    edges = [0, *breaks, len(text)]
    assert "".join(text[a:b] for a, b in pairwise(edges)) == text


@given(st.text())
def test_no_text_ends_a_script_or_a_string(text: str) -> None:
    assert json.loads(embed.json_text(json.dumps(text))) == text
    assert not set(embed.json_text(json.dumps(text, ensure_ascii=False))) & set("<>&\u2028\u2029")
    assert re.fullmatch(r'"(?:[^\W_]| |\\[0-9a-f]+ )*"', embed.css_string(text))


def test_long_words_are_cut_and_numbers_count_on() -> None:
    view = View(sheet())
    numbers = [line.number for block in proof(view) for line in block.lines]
    assert numbers == list(range(1, len(numbers) + 1))
    assert line_breaks("x" * 500, 0, 500, {})


def test_own_templates_win_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "calls.html.j2").write_text("<p>{{ page.calls|length }} calls, house style {{ page.title }}</p>", "utf-8")
    text = write(sheet(), dataclasses.replace(OPTIONS, templates=str(tmp_path))).decode()
    assert "1 calls, house style Forty" in text and EVIL not in Tree(text).raw["style"][0] and "Claim rows" in text
    group = tmp_path / "b" / "worksheet"
    group.mkdir(parents=True)
    (group / "cover.html.j2").write_text("<p>our cover</p>", "utf-8")
    assert "our cover" in write(sheet(), dataclasses.replace(OPTIONS, templates=str(tmp_path / "b"))).decode()


@pytest.mark.parametrize(
    ("name", "body", "told"),
    [
        ("cover.html.j2", "{{ page.nothing }}", "has no attribute 'nothing'"),
        ("cover.html.j2", "{% if %}", "cover.html.j2:1: the template cannot be used"),
        ("cover.html.j2", "{% include 'none.j2' %}", "the template 'none.j2' is missing"),
        ("covr.html.j2", "x", "holds none of the templates"),
    ],
)
def test_a_broken_template_is_one_line(tmp_path: Path, name: str, body: str, told: str) -> None:
    (tmp_path / name).write_text(body, "utf-8")
    with pytest.raises(FactcheckError, match=re.escape(told)):
        write(sheet(), dataclasses.replace(OPTIONS, templates=str(tmp_path)))


def test_templates_are_found_in_the_checkout_or_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (templates.home() / "worksheet" / "page.html.j2").is_file()
    monkeypatch.setattr(templates, "__file__", str(tmp_path / "a" / "b" / "c.py"))
    monkeypatch.setattr(templates.resources, "files", lambda name: tmp_path)
    with pytest.raises(FactcheckError, match="no templates"):
        templates.home()
    (tmp_path / "_templates").mkdir()
    assert templates.home() == tmp_path / "_templates"
