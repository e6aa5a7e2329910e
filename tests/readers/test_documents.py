"""Word, OpenDocument, RTF, PDF, web pages and e-mails: one article gives the same words and claims, and broken files one clear line."""

from __future__ import annotations

import io
import zipfile

import pytest

from factcheck import pipeline
from factcheck.model.article import Article
from factcheck.model.errors import FactcheckError
from factcheck.plugin.manager import Manager
from factcheck.plugin.records import Source
from tests.readers import documents as d

PLAIN = "\n\n".join((d.HEADLINE, d.BYLINE, *d.PARAGRAPHS))
RICH = d.docx(d.par(d.HEADLINE, style="Heading1") + d.par(d.BYLINE) + "".join(d.par(p) for p in d.PARAGRAPHS))
OPEN = d.odt(
    f'<text:h text:outline-level="1">{d.HEADLINE}</text:h><text:p>{d.BYLINE}</text:p>'
    + "".join(f"<text:p>{p}</text:p>" for p in d.PARAGRAPHS)
)
WAYS = {
    "draft.docx": RICH,
    "draft.odt": OPEN,
    "draft.rtf": d.rtf(),
    "draft.pdf": d.pdf(),
    "columns.pdf": d.pdf(columns=2),
    "draft.eml": d.eml("\n\n".join((d.BYLINE, *d.PARAGRAPHS))),
}


def read(manager: Manager, name: str, data: bytes) -> Article:
    return pipeline.read_article(manager, Source(name, data))


def blocks(article: Article) -> list[tuple[str, str]]:
    return [(b.kind, article.text[b.start : b.end]) for b in article.blocks]


@pytest.mark.parametrize("name", WAYS)
def test_one_article_gives_the_same_blocks_and_claims_in_every_format(builtin_manager: Manager, name: str) -> None:
    plain = read(builtin_manager, "draft.txt", PLAIN.encode("utf-8"))
    other = read(builtin_manager, name, WAYS[name])
    assert blocks(other) == blocks(plain)
    assert (other.title, other.byline) == (d.HEADLINE, "Nell Arkwright")
    claims = [[c.text for c in pipeline.generate(builtin_manager, a).claims] for a in (plain, other)]
    assert claims[0] == claims[1] and len(claims[0]) > 8


def test_a_web_page_gives_the_article_without_its_menu_and_with_its_links(builtin_manager: Manager) -> None:
    article = read(builtin_manager, "page.html", d.html())
    assert [t for _, t in blocks(article)] == [d.HEADLINE, *d.PARAGRAPHS]
    assert (article.title, article.byline, article.published, article.language) == (d.HEADLINE, "Nell Arkwright", "2026-03-02", "en")
    assert [(k.text, k.url, article.text[k.start : k.end]) for k in article.links] == [
        ("a report", "https://example.org/report", "a report")
    ]
    assert "alert" not in article.text and "rights" not in article.text


@pytest.mark.parametrize(
    "around",
    ["<html><body>{}</body></html>", '<html><body><div class="WordSection1">{}</div></body></html>', '<div dir="ltr">{}</div>', "{}"],
)
def test_a_page_that_is_one_document_keeps_its_subheads_and_lists(builtin_manager: Manager, around: str) -> None:
    inside = f"<h1>{d.HEADLINE}</h1><p>{d.BYLINE}</p><p>{d.PARAGRAPHS[0]}</p><h2>What the operator says</h2><p>{d.PARAGRAPHS[2]}</p>"
    inside += f"<ul><li><p>The Halcyon is old.</p></li><li><p>The other is not.</p></li></ul><p>{d.PARAGRAPHS[3]}</p>"
    article = read(builtin_manager, "page.html", around.format(inside).encode())
    assert [(k, t) for k, t in blocks(article) if k in ("headline", "list_item")] == [
        ("headline", d.HEADLINE),
        ("headline", "What the operator says"),
        ("list_item", "The Halcyon is old."),
        ("list_item", "The other is not."),
    ]
    assert article.byline == "Nell Arkwright"


def test_a_letter_with_a_page_is_read_as_one_and_its_attachments_are_told(builtin_manager: Manager) -> None:
    page = read(builtin_manager, "a.eml", d.eml(d.html().decode(), kind="html"))
    assert d.PARAGRAPHS[0] in page.text and page.published == "2026-03-02"
    parts = (
        'Subject: Draft\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n'
        "The ferry carried 6,000 people.\r\n--b\r\nContent-Type: application/pdf\r\n"
        'Content-Disposition: attachment; filename="budget.pdf"\r\n\r\nx\r\n--b--\r\n'
    )
    assert read(builtin_manager, "a.eml", parts.encode()).notes[-1] == "Attachments were not read: budget.pdf."


@pytest.mark.parametrize(("delsp", "space"), [("", ""), ("; delsp=yes", " ")])
def test_a_flowed_letter_has_one_space_where_a_line_goes_on(builtin_manager: Manager, delsp: str, space: str) -> None:
    head = f'Subject: Draft\r\nFrom: N\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset="utf-8"; format=flowed{delsp}\r\n\r\n'
    body = f"The ferry carried {space}\r\n6,000 people in {space}\r\nMay.\r\n\r\nIt is {space}\r\nold.\r\n"
    assert (
        read(builtin_manager, "a.eml", (head + body).encode()).text.strip().endswith("The ferry carried 6,000 people in May.\n\nIt is old.")
    )


def test_word_accepts_tracked_changes_and_tells_the_deletions(builtin_manager: Manager) -> None:
    deleted = '<w:del w:id="1" w:author="x"><w:r><w:delText>nine</w:delText></w:r></w:del>'
    added = '<w:ins w:id="2" w:author="x"><w:r><w:t>seven</w:t></w:r></w:ins>'
    article = read(builtin_manager, "a.docx", d.docx(d.par("The yard has ", deleted, added, " boats.")))
    assert article.text == "The yard has seven boats."
    assert article.notes == ("Tracked changes were read as accepted; deleted and left out: “nine”.",)


def test_words_footnotes_comments_and_links_are_offered_sources(builtin_manager: Manager) -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    link = '<w:hyperlink r:id="rl"><w:r><w:t>the report</w:t></w:r></w:hyperlink>'
    data = d.docx(
        d.par("The ferry carried 6,000 people", mark, ", says ", link, ".")
        + d.par("It has ", "three boats", '<w:r><w:commentReference w:id="0"/></w:r>', "."),
        footnotes=f'<w:footnote w:id="2">{d.par("Minutes, p. 4.")}</w:footnote>',
        comments=f'<w:comment w:id="0" w:author="N" w:initials="N">{d.par("ask the harbour master")}</w:comment>',
    )
    article = read(builtin_manager, "a.docx", data)
    assert article.text == "The ferry carried 6,000 people, says the report.\n\nIt has three boats."
    assert {(k.kind, k.text, k.url) for k in article.links} == {
        ("footnote", "people", "Minutes, p. 4."),
        ("link", "the report", "https://example.org/report"),
        ("comment", "boats", "ask the harbour master"),
    }
    sheet = pipeline.generate(builtin_manager, article)
    assert {o.kind for c in sheet.claims for o in c.offered_sources} == {"footnote", "link", "comment"}


def test_words_lists_tables_and_styles_are_blocks(builtin_manager: Manager) -> None:
    item = '<w:p><w:pPr><w:pStyle w:val="ListBullet"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    table = f"<w:tbl>{row.format(d.par('Year'), d.par('Riders'))}{row.format(d.par('2024'), d.par('9,000'))}</w:tbl>"
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    data = d.docx(
        d.par("Ferry loses riders", style="Heading1") + item.format("Two boats are old.") + item.format("One is new.") + table,
        numbering=numbering,
    )
    article = read(builtin_manager, "a.docx", data)
    assert blocks(article) == [
        ("headline", "Ferry loses riders"),
        ("list_item", "Two boats are old."),
        ("list_item", "One is new."),
        ("table", "Year | Riders"),
        ("table", "2024 | 9,000"),
    ]


def test_opendocument_notes_lists_tables_and_deletions(builtin_manager: Manager) -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info>Ada</office:change-info><text:p>nine</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        '<text:p text:style-name="P1">Ferry loses riders</text:p>'
        "<text:p>The ferry<text:s/>carried 6,000 people<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        '<text:p>Minutes, p. 4.</text:p></text:note-body></text:note>, says <text:a xlink:href="https://example.org/r">the report</text:a>.</text:p>'
        "<text:list><text:list-item><text:p>Two boats are old.</text:p></text:list-item>"
        "<text:list-item><text:p>One is new.</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>2024</text:p></table:table-cell>"
        "<table:table-cell><text:p>9,000</text:p></table:table-cell></table:table-row></table:table>"
    )
    article = read(builtin_manager, "a.odt", d.odt(body, '<style:style style:name="P1" style:parent-style-name="Title"/>'))
    assert blocks(article) == [
        ("headline", "Ferry loses riders"),
        ("paragraph", "The ferry carried 6,000 people, says the report."),
        ("list_item", "Two boats are old."),
        ("list_item", "One is new."),
        ("table", "2024 | 9,000"),
    ]
    assert [(k.kind, k.text, k.url) for k in article.links] == [
        ("footnote", "people", "Minutes, p. 4."),
        ("link", "the report", "https://example.org/r"),
    ]
    assert article.notes == ("Tracked changes were read as accepted; deleted and left out: “nine”.",)


def test_a_pdf_keeps_its_pages_and_leaves_out_what_runs_over_all_of_them(builtin_manager: Manager) -> None:
    article = read(builtin_manager, "a.pdf", d.pdf(d.PARAGRAPHS * 3, head="The Harbour Courier", height=420))
    assert [t for _, t in blocks(article)] == [d.HEADLINE, d.BYLINE, *d.PARAGRAPHS * 3]
    assert len(article.pages) >= 1 and "Harbour Courier" not in article.text and "Page 2" not in article.text
    assert article.notes == ("Running heads were left out: The Harbour Courier.",)
    sheet = pipeline.generate(builtin_manager, article)
    shown = [
        next(c for c in builtin_manager.collect("register_columns") if c.id == "position").value(c, _view(sheet)) for c in sheet.claims
    ]
    assert shown[0].endswith("p. 1") and shown[-1].endswith(f"p. {len(article.pages) + 1}")


def test_a_pdfs_words_that_are_broken_between_lines_keep_the_hyphens_that_are_theirs(builtin_manager: Manager) -> None:
    from reportlab.pdfgen.canvas import Canvas

    lines = ("The treaty was signed by the Anglo-", "Saxon society and by Jean-", "Luc Moreau in 1914-", "1918, and the COVID-")
    lines += ("19 ward was opened by the govern-", "ment after a 48-", "page report. The self-", "employed clerk said so.")
    canvas = Canvas(out := io.BytesIO(), invariant=1)
    for n, line in enumerate(lines):
        canvas.drawString(72, 700 - 14 * n, line)
    canvas.save()
    article = read(builtin_manager, "a.pdf", out.getvalue())
    assert article.text == (
        "The treaty was signed by the Anglo-Saxon society and by Jean-Luc Moreau in 1914-1918, and the COVID-19 ward was opened by the "
        "government after a 48-page report. The self-employed clerk said so."
    )


def test_a_bullet_of_another_size_than_its_words_begins_an_item(builtin_manager: Manager) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(out := io.BytesIO(), invariant=1)
    for n, line in enumerate(
        ("*The plan has a roof and insulation for $2.1", "million;", "*The plan has a lift and ramps for $640,000", "or more.")
    ):
        if line.startswith("*"):
            canvas.setFont("Helvetica", 7)
            canvas.drawString(75, 700 - 14 * n, "•")
        canvas.setFont("Helvetica", 12)
        canvas.drawString(90, 700 - 14 * n, line.strip("*"))
    canvas.save()
    article = read(builtin_manager, "a.pdf", out.getvalue())
    assert [(k, t.strip("• ")) for k, t in blocks(article)] == [
        ("list_item", "The plan has a roof and insulation for $2.1 million;"),
        ("list_item", "The plan has a lift and ramps for $640,000 or more."),
    ]


def _view(sheet):
    from factcheck.model.view import View

    return View(sheet)


def test_a_scanned_pdf_says_so(builtin_manager: Manager) -> None:
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.rect(100, 100, 200, 200, fill=1)
    canvas.save()
    with pytest.raises(FactcheckError, match="it was scanned"):
        read(builtin_manager, "a.pdf", out.getvalue())


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("word/document.xml", b"0" * (300 * 1024 * 1024))
    return out.getvalue()


ENTITY = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
BROKEN = {
    "no-zip.docx": (b"not a zip", "is no Word document"),
    "cut.docx": (RICH[: len(RICH) // 2], "is no Word document"),
    "empty-zip.docx": (d.zipped({}), "it has no word/document.xml"),
    "entities.docx": (d.zipped({"word/document.xml": f"{ENTITY}<d>&b;</d>"}), "is no Word document"),
    "bomb.docx": (bomb(), "unpacks to more than"),
    "no-words.docx": (d.docx(d.par("")), "it holds no word"),
    "no-zip.odt": (b"PK\x03\x04 no", "is no OpenDocument text"),
    "other.odt": (d.zipped({"content.xml": "<a/>"}), "it has no text"),
    "entities.odt": (d.zipped({"content.xml": f"{ENTITY}<d>&b;</d>"}), "is no OpenDocument text"),
    "no.rtf": (b"plain words", "is no RTF file"),
    "no.pdf": (b"%PDF-1.7 nothing", "is no PDF that can be read"),
    "cut.pdf": (d.pdf()[:300], "is no PDF that can be read"),
    "no.eml": (b"just words\n", "is no e-mail"),
    "empty.eml": (d.eml(""), "holds no text"),
    "no.html": (b"<html><body><nav>Home</nav></body></html>", "no article was found"),
    "binary.html": (bytes(range(256)) * 40, ""),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_one_clear_line(builtin_manager: Manager, name: str) -> None:
    data, says = BROKEN[name]
    with pytest.raises(FactcheckError) as error:
        read(builtin_manager, name, data)
    assert says in str(error.value) and name in str(error.value) and "\n" not in str(error.value)
