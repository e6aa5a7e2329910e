"""One article, written as Word, OpenDocument, RTF, PDF, HTML and e-mail by hand or by libraries that the readers do not use."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

HEADLINE = "Ferry line loses a third of its riders"
BYLINE = "By Nell Arkwright"
PARAGRAPHS = (
    "The number of people who take the harbour ferry fell from 9,000 to 6,000 a week after the fare rose by 40 percent in January, "
    "according to a report that the council published on Monday.",
    "“We were warned, and we did nothing,” said Councillor Ada Brandt, 54, who voted against the increase. She said the line had lost "
    "$1.2 million since the summer.",
    "The operator, Greywater Lines, denied that the fare was to blame. In a statement it said that storms had kept two of the three boats "
    "in port for 19 days.",
    "The crossing is six kilometres long. Its first boat, the Halcyon, was built in 1961 and carried coal until the yard at Port Ellery was "
    "rebuilt; a second was bought from a lake company in 1974.",
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ODF = "urn:oasis:names:tc:opendocument:xmlns"


def zipped(members: dict[str, str]) -> bytes:
    """A zip of text members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        for name, text in members.items():
            z.writestr(name, text)
    return out.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word document from the XML of its body; ``footnotes`` and ``comments`` as the XML of theirs."""
    types = "".join(
        f'<Override PartName="/word/{n}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{n}+xml"/>'
        for n in parts
    )
    relations = "".join(f'<Relationship Id="r{n}" Type="{R}/{n}" Target="{n}.xml"/>' for n in parts)
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return zipped(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{main}"/>{types}</Types>',
            "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'{relations}<Relationship Id="rl" Type="{R}/hyperlink" Target="https://example.org/report" TargetMode="External"/></Relationships>',
            "word/document.xml": f'<w:document {W} xmlns:r="{R}"><w:body>{body}</w:body></w:document>',
            **{f"word/{n}.xml": f"<w:{n} {W}>{xml}</w:{n}>" for n, xml in parts.items()},
        }
    )


def run(text: str) -> str:
    """A run of words in Word's XML."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(*runs: str, style: str = "") -> str:
    """A paragraph in Word's XML; words or runs."""
    shown = "".join(r if r.startswith("<") else run(r) for r in runs)
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{shown}</w:p>"


def odt(body: str, styles: str = "", meta: str = "") -> bytes:
    """An OpenDocument text from the XML of its body."""
    names = " ".join(f'xmlns:{n}="{ODF}:{n}:1.0"' for n in ("office", "text", "table", "style", "drawing"))
    head = f'<office:document-content {names} xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    content = (
        f"{head}<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
    )
    return zipped({"content.xml": f"{content}</office:document-content>", "meta.xml": meta or "<m/>"})


def pdf(paragraphs: Sequence[str] = PARAGRAPHS, *, columns: int = 1, head: str = "", height: float = 842) -> bytes:
    """A PDF with a headline and paragraphs, made by reportlab."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=(595, height), invariant=1)
    width = document.width / columns

    def edges(canvas, given) -> None:
        canvas.drawString(290, 20, f"Page {canvas.getPageNumber()}")
        if head:
            canvas.drawString(60, height - 22, head)

    frames = [Frame(document.leftMargin + n * width, document.bottomMargin, width - 12, document.height) for n in range(columns)]
    document.addPageTemplates([PageTemplate(frames=frames, onPage=edges)])
    styles = getSampleStyleSheet()
    story = [Paragraph(HEADLINE, styles["Title"]), Paragraph(BYLINE, styles["BodyText"])]
    document.build([*story, *(Paragraph(p, styles["BodyText"]) for p in paragraphs)])
    return out.getvalue()


def html(paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    """A web page with a menu, a footer and the article."""
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    body = body.replace("a report", '<a href="https://example.org/report">a report</a>')
    menu = "".join(f'<li><a href="https://example.org/{n}">{n}</a></li>' for n in ("Home", "News", "Weather", "Sport"))
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{HEADLINE}</title><meta name="author" content="Nell Arkwright">'
        f'<meta property="article:published_time" content="2026-03-02T09:00:00Z"></head><body><nav><ul>{menu}</ul></nav>'
        f"<article><h1>{HEADLINE}</h1>{body}<script>alert(1)</script></article><footer><p>All rights reserved.</p></footer></body></html>"
    ).encode()


def eml(body: str, *, kind: str = "plain", charset: str = "utf-8") -> bytes:
    """A saved e-mail."""
    head = (
        f"From: Nell Arkwright <nell@example.org>\r\nTo: desk@example.org\r\nSubject: {HEADLINE}\r\nDate: Mon, 02 Mar 2026 09:00:00 +0000\r\n"
        f'MIME-Version: 1.0\r\nContent-Type: text/{kind}; charset="{charset}"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
    )
    return head.encode("ascii") + body.replace("\n", "\r\n").encode(charset)


def rtf(paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    """An RTF file."""
    escaped = ["".join(c if c.isascii() else f"\\u{ord(c)}?" for c in p.replace("\\", "\\\\")) for p in (HEADLINE, BYLINE, *paragraphs)]
    return ("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}\\f0 " + "\\par\n".join(escaped) + "\\par}").encode("ascii")
