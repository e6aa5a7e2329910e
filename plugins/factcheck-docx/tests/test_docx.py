"""The Word document, opened again: every block, a comment at each claim's words, the same bytes twice, and text that stays text."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from typing import Any

import docx
import pytest
from docx.document import Document

from factcheck import api
from factcheck.model.worksheet import Worksheet

TEXT = (
    "Mill kills three\n\nBy Ada Lind\n\nA fire at the mill in Lund killed four people, the fire service said.\n\n"
    'The mill has <b>40</b> & {{looms}} &#65; <w:p/> =HYPERLINK("x") in 1998.\n\n'
    "A person familiar with the plan said the mill employs 210 people.\n"
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def dumped(sheet: Worksheet, fresh_manager: Any, **settings: Any) -> bytes:
    manager = fresh_manager("factcheck_docx", settings={"docx": settings})
    assert manager.problems == ()
    return api.dump(sheet, "docx", manager=manager)


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def commented(document: Document) -> dict[str, str]:
    """The words under each comment, by the first word of the comment: the claim's id."""
    heads = {str(c.comment_id): c.text.split()[0] for c in document.comments}
    found: dict[str, str] = {}
    active: set[str] = set()
    for e in document.element.body.iter():
        if e.tag == f"{W}commentRangeStart":
            active.add(e.get(f"{W}id"))
        elif e.tag == f"{W}commentRangeEnd":
            active.discard(e.get(f"{W}id"))
        elif e.tag == f"{W}t":
            for id_ in active:
                found[heads[id_]] = found.get(heads[id_], "") + (e.text or "")
    return found


@pytest.fixture
def sheet(make_worksheet: Any) -> Worksheet:
    return make_worksheet(TEXT)  # type: ignore[no-any-return]


def test_each_claim_has_a_comment_at_its_very_words(sheet: Worksheet, fresh_manager: Any) -> None:
    assert commented(opened(dumped(sheet, fresh_manager))) == {c.id: c.text for c in sheet.claims}


def test_the_article_is_all_there_block_by_block(sheet: Worksheet, fresh_manager: Any) -> None:
    shown = [p.text for p in opened(dumped(sheet, fresh_manager)).paragraphs]
    text = sheet.article.text
    blocks = [text[b.start : b.end] for b in sheet.article.blocks]
    at = shown.index(blocks[1]) - 1
    assert shown[at : at + len(blocks)] == blocks


def test_text_of_the_article_stays_text(sheet: Worksheet, fresh_manager: Any) -> None:
    with zipfile.ZipFile(io.BytesIO(dumped(sheet, fresh_manager))) as package:
        body = package.read("word/document.xml").decode("utf-8")
        assert "&lt;b&gt;40&lt;/b&gt; &amp; {{looms}} &amp;#65; &lt;w:p/&gt;" in body
        assert "instrText" not in body and "fldSimple" not in body and "w:hyperlink" not in body
        assert not any("TargetMode" in package.read(n).decode("utf-8") for n in package.namelist() if n.endswith(".rels"))


def test_a_comment_says_who_how_and_what_was_found(sheet: Worksheet, fresh_manager: Any) -> None:
    last = sheet.claims[-1]
    typed = {"status": "wrong", "evidence": "payroll\x07 of May", "initials": "KB", "note": "two\r\nlines"}
    done = dataclasses.replace(sheet, entries={last.id: typed})
    document = opened(dumped(done, fresh_manager, author="Desk"))
    (comment,) = (c for c in document.comments if c.text.startswith(last.id))
    assert comment.author == "Desk" and comment.timestamp is None
    assert "Source: " in comment.text and "Check: " in comment.text and "Flags: " in comment.text
    assert "Status: Wrong" in comment.text and "Evidence: payroll\ufffd of May" in comment.text and "two\nlines" in comment.text


def test_the_same_bytes_twice_and_no_clock(sheet: Worksheet, fresh_manager: Any) -> None:
    one, two = dumped(sheet, fresh_manager), dumped(sheet, fresh_manager)
    assert one == two
    with zipfile.ZipFile(io.BytesIO(one)) as package:
        assert {i.date_time for i in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_contradiction_and_the_rows_stand_behind_the_article(sheet: Worksheet, fresh_manager: Any) -> None:
    document = opened(dumped(sheet, fresh_manager))
    assert sheet.contradictions
    texts = [p.text for p in document.paragraphs]
    x = sheet.contradictions[0]
    assert texts.index("Contradictions") < texts.index(x.explanation) < texts.index("Rows")
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[0][0] == "#" and [(r[0], r[2]) for r in rows[1:]] == [(c.id, c.text) for c in sheet.claims]
    assert opened(dumped(sheet, fresh_manager, rows=False)).tables == []


def test_an_article_without_claims_and_without_title_is_a_document(make_worksheet: Any, fresh_manager: Any) -> None:
    document = opened(dumped(make_worksheet("Who pays?\n"), fresh_manager))
    assert "Who pays?" in [p.text for p in document.paragraphs] and list(document.comments) == []


def test_what_the_plugin_writes_the_core_reads_as_an_article(sheet: Worksheet, fresh_manager: Any) -> None:
    """The suffix .docx is a reader's and a format's: each has its own direction."""
    data = dumped(sheet, fresh_manager)
    assert "The mill has <b>40</b>" in api.read(data, name="w.docx", manager=fresh_manager("factcheck_docx")).text
