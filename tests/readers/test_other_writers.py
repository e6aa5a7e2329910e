"""One article of 600 words in the formats that LibreOffice, reportlab and Python's e-mail library write: the same words, blocks and claims."""

from __future__ import annotations

import html
import io
import re
import shutil
import subprocess
from collections import Counter
from email import policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.model.article import Article
from factcheck.plugin.manager import Manager
from tests.readers.test_documents import read

HEAD = "River town votes to move its library uphill"
STANDFIRST = "Council backs a 6.4 million plan after two floods in three years ruined 11,000 books"
BYLINE = "By Maren Oduya"
BODY: tuple[tuple[str, str], ...] = (
    (
        "p",
        "WESTHOLM — The council of Westholm voted 9–4 on Tuesday night to move the town’s public library from the "
        "river bank to the former grain exchange on Mill Hill, a plan that the treasurer said would cost $6.4 "
        "million over five years."
    ),
    (
        "p",
        "The decision follows two floods in three years. The first, in March 2023, destroyed about 7,000 books in "
        "the basement; the second, on 14 October 2025, took another 4,000 and the only set of bound copies of the "
        "Westholm Gazette from 1887 to 1931."
    ),
    (
        "p",
        "“We cannot keep buying the same books for the river to read,” said Tomasz Vell, the head librarian, who "
        "has worked in the building since 1998. “Every spring I carry the atlases upstairs with my own hands.”"
    ),
    ("h", "What the plan says"),
    (
        "p",
        "According to the 48-page report that the council published last week, the grain exchange has 2,300 square"
        " metres of floor, almost twice the 1,250 square metres of the present building. It stands 31 metres above"
        " the river’s mean level. The report, written by the engineering firm Harrow & Stile, puts the risk of a "
        "flood there at less than 0.1 percent a year."
    ),
    ("p", "The plan has four parts:"),
    ("li", "a new roof and insulation, for $2.1 million;"),
    ("li", "a lift and ramps, for $640,000;"),
    ("li", "shelving for 85,000 volumes, for $1.3 million;"),
    ("li", "a reading room for children, for $410,000."),
    (
        "p",
        "The rest would pay for the move itself, for fees and for a reserve of 12 percent. Treasurer Inge "
        "Palmqvist told the council that the town would borrow $3.9 million at 3.25 percent and take the remainder"
        " from the flood fund, which stood at $2.7 million at the end of June."
    ),
    ("h", "Who objects"),
    (
        "p",
        "Four councillors voted against the plan. Bertil Nakamura, who speaks for the ward by the river, called it"
        " “a retreat that nobody asked for” and said that the number of visitors would fall. He pointed to a "
        "survey of 612 residents in which 54 percent said they walked to the library."
    ),
    (
        "p",
        "The survey was carried out by Westholm College in May. Its author, the sociologist Dr. Ruth Abernathy, "
        "said by telephone that Mr. Nakamura had read only half of it. “The same people were asked whether they "
        "would walk up the hill, and 71 percent said yes,” she said. The college confirmed the figure on "
        "Wednesday."
    ),
    (
        "p",
        "Opponents also say that the exchange, built in 1904 and empty since 2011, holds asbestos. The state’s "
        "Office for Building Safety inspected it in February and found asbestos in two of 37 samples, both from "
        "the boiler room. The office’s report says that removal would take three weeks and cost between $45,000 "
        "and $60,000."
    ),
    ("h", "A long story"),
    (
        "p",
        "The library has moved before. It opened in 1872 in two rooms over a bakery, with 340 books that the "
        "brewer August Lindqvist had left to the town in his will. In 1929 it went to the building on the river "
        "bank, which the architect Elsa Brandvold designed and which was listed as a monument in 1976. What will "
        "become of that building is not settled; the mayor, Piet Okonkwo, said that three parties had asked about "
        "it, among them a rowing club and a self-employed bookbinder."
    ),
    (
        "p",
        "Work is to begin in April 2027 and to end before the winter of 2028. Until then the library stays where "
        "it is, and so does the pump in its basement, which according to Mr. Vell has run for 412 of the past 730 "
        "days. Asked whether he would miss the view, the librarian laughed. “I have seen enough of the river,” he "
        "said. “It comes to see me.”"
    ),
    (
        "p",
        "The council will decide on the contract for the roof at its meeting on 8 December. Residents can send "
        "comments until 30 November; by Wednesday evening the town clerk’s office had received 143 of them, 88 in "
        "favour and 55 against."
    ),
)  # fmt: skip


def plain() -> str:
    """The article as text."""
    text = "\n\n".join((HEAD, STANDFIRST, BYLINE))
    before = ""
    for kind, words in BODY:
        text += ("\n" if kind == before == "li" else "\n\n") + ("• " if kind == "li" else "") + words
        before = kind
    return text + "\n"


def page() -> str:
    """The article as a plain HTML document."""
    tags = {"p": "<p>{}</p>", "h": "<h2>{}</h2>", "li": "<ul><li><p>{}</p></li></ul>"}
    inside = "".join(tags[k].format(html.escape(t)) for k, t in BODY).replace("</ul><ul>", "")
    top = f"<h1>{HEAD}</h1><p><i>{STANDFIRST}</i></p><p>{BYLINE}</p>"
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{HEAD}</title></head><body>{top}{inside}</body></html>'


def letter(words: str, **how: str) -> bytes:
    """The article as mail."""
    message = EmailMessage(policy=policy.SMTP)
    message["From"], message["Subject"] = "Maren Oduya <maren@example.org>", HEAD
    message["Date"] = "Tue, 10 Nov 2026 21:00:00 +0000"
    message.set_content(words, **how)
    return message.as_bytes()


def flowed() -> bytes:
    lines = [re.sub(r"(.{20,60} )(?=\S)", r"\1\n", line) for line in plain().split("\n\n", 1)[1].split("\n")]
    made = letter("\n".join(lines), cte="quoted-printable")
    return made.replace(b'charset="utf-8"', b'charset="utf-8"; format=flowed', 1)


def pdf(columns: int, align: int, height: float = 842) -> bytes:
    """The article as reportlab sets it, with running heads and page numbers; ``align`` 0 is ragged, 4 is justified."""
    from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

    styles = getSampleStyleSheet()
    body = ParagraphStyle("b", fontName="Times-Roman", fontSize=9.5, leading=11.5, alignment=align, spaceAfter=5)
    item = ParagraphStyle("i", parent=body, leftIndent=12)

    def edges(canvas, given) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, height - 30, "WESTHOLM GAZETTE")
        canvas.drawCentredString(297, 25, f"– {canvas.getPageNumber()} –")

    out = io.BytesIO()
    width = (495 - (columns - 1) * 14) / columns
    frames = [Frame(50 + n * (width + 14), 50, width, height - 100, 0, 0, 0, 0) for n in range(columns)]
    document = BaseDocTemplate(out, pagesize=(595, height), invariant=1)
    document.addPageTemplates([PageTemplate(frames=frames, onPage=edges)])
    top = [Paragraph(HEAD, styles["Title"]), Paragraph(STANDFIRST, styles["Italic"]), Paragraph(BYLINE, styles["BodyText"])]
    ways = {"p": (body, None), "h": (styles["Heading2"], None), "li": (item, "•")}
    document.build(top + [Paragraph(html.escape(t), ways[k][0], bulletText=ways[k][1]) for k, t in BODY])
    return out.getvalue()


def words(article: Article) -> Counter[str]:
    return Counter(w for b in article.blocks for w in re.findall(r"\w+", article.text[b.start : b.end]))


def same(manager: Manager, name: str, data: bytes) -> None:
    """The words, and the claims to the letter."""
    expected, found = read(manager, "a.txt", plain().encode("utf-8")), read(manager, name, data)
    a, b = words(expected), words(found)
    assert 2 * sum((a & b).values()) / (sum(a.values()) + sum(b.values())) >= 0.995
    assert (found.title, found.byline) == (HEAD, "Maren Oduya")
    claims = [[c.text for c in pipeline.generate(manager, article).claims] for article in (expected, found)]
    assert claims[0] == claims[1] and len(claims[0]) > 40


WAYS = {
    "page.html": lambda: page().encode("utf-8"),
    "quoted.eml": lambda: letter(plain().split("\n\n", 1)[1], cte="quoted-printable"),
    "base64.eml": lambda: letter(plain().split("\n\n", 1)[1], cte="base64"),
    "flowed.eml": flowed,
    "page.eml": lambda: letter(page(), subtype="html"),
    "one.pdf": lambda: pdf(1, 4),
    "short-pages.pdf": lambda: pdf(1, 4, 420),
    "two.pdf": lambda: pdf(2, 4),
    "two-ragged.pdf": lambda: pdf(2, 0),
    "three-ragged.pdf": lambda: pdf(3, 0, 600),
}


@pytest.mark.parametrize("name", WAYS)
def test_other_writers_give_the_same_claims(builtin_manager: Manager, name: str) -> None:
    same(builtin_manager, name, WAYS[name]())


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["docx", "odt", "rtf", "pdf"])
def test_libreoffice_gives_the_same_claims(builtin_manager: Manager, suffix: str, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    (tmp_path / "a.html").write_text(page(), "utf-8")
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    first = "pdf:writer_pdf_Export" if suffix == "pdf" else "odt:writer8"
    into = ["--outdir", str(tmp_path)]
    web = ["--infilter=HTML (StarWriter)", str(tmp_path / "a.html")]
    command = [office, home, "--headless", "--convert-to"]
    subprocess.run([*command, first, *into, *web], check=True, capture_output=True, timeout=180)
    if suffix in ("docx", "rtf"):
        subprocess.run([*command, suffix, *into, str(tmp_path / "a.odt")], check=True, capture_output=True, timeout=180)
    same(builtin_manager, f"a.{suffix}", (tmp_path / f"a.{suffix}").read_bytes())
