"""Writes the parts of the document: cover, article with comments, contradictions, table of rows. All text is text, never markup.

Counts, points and pairs are those of the page (factcheck.formats.html), so that every form of a worksheet says the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docx
from docx.document import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from factcheck.formats.html.cells import PRINTED, beyond, extras, working
from factcheck.formats.html.cover import cover
from factcheck.formats.html.proof import pieces
from factcheck.formats.html.tables import contradictions
from factcheck.model.claim import Claim
from factcheck.model.view import View
from factcheck.model.worksheet import Worksheet
from factcheck.plugin.records import WriteOptions
from factcheck.worksheet.tables import Row, Table, table
from factcheck_docx.package import plain

STYLES = {
    "headline": "Heading 1",
    "standfirst": "Intense Quote",
    "byline": "Subtitle",
    "quotation": "Quote",
    "caption": "Caption",
    "list_item": "List Bullet",
}
"""Word's own style for each kind of block; the rest is running text."""
SMALL = frozenset({"dateline", "correction", "update", "comment", "boilerplate", "table"})
SHADES = {"high": WD_COLOR_INDEX.YELLOW, "medium": WD_COLOR_INDEX.GRAY_25}
WIDTHS = (1.4, 1.1, 6.2, 3.2, 2.2, 2.6, 1.3)
"""Of the printed table's columns, in centimetres; together the width between the margins."""
HEADS = ("#", "¶", "Claim", "Source", "Status", "Evidence", "By")


def document(worksheet: Worksheet, options: WriteOptions) -> Document:
    """The whole document."""
    view, made = View(worksheet), docx.Document()
    page = made.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(1.5)
    page.top_margin = page.bottom_margin = Cm(1.5)
    normal = made.styles["Normal"]
    normal.font.size, normal.paragraph_format.space_after = Pt(10), Pt(5)
    title = plain(view.article.title or view.article.path or "Untitled")
    made.core_properties.title, made.core_properties.author = title[:250], plain(str(options.settings["author"]))[:250]
    made.core_properties.comments = ""
    page.footer.paragraphs[0].text = f"Fact-check worksheet · {title} · text {view.article.sha256[:8]}"
    _cover(made, view, options, title)
    rows = table("claims", view, options.columns)
    _article(made, view, options, rows)
    _contradictions(made, view, options)
    if options.settings["rows"]:
        _rows(made, view, rows)
    return made


def _cover(made: Document, view: View, options: WriteOptions, title: str) -> None:
    article, front = view.article, cover(view, options.columns)
    made.add_heading("Fact-check worksheet", 0)
    _line(made, title).runs[0].bold = True
    facts = (
        ("By", article.byline),
        ("Published", article.published),
        ("Address", article.url),
        ("File", article.path),
        ("Date", options.date),
    )
    _line(made, " · ".join(f"{name}: {value}" for name, value in facts if value))
    typed = [f"{c.title}: {c.value}" for c in front.fields if c.value]
    if typed:
        _line(made, " · ".join(typed))
    _line(made, ", ".join(f"{n} {what}" for n, what in front.counts) + ".")
    if front.start:
        made.add_heading("Start here", 2)
        for r in front.start:
            _item(made, r.id, f" ¶{r.position} {r.text}" + (f" – {r.why}" if r.why else "") + (" ✔" if r.done else ""))
    if front.conflicts:
        made.add_heading("Does not fit together", 2)
        for id_, words in front.conflicts:
            _item(made, id_, f" {words}")
    if front.ask:
        made.add_heading("Whom to ask", 2)
        for p in front.ask:
            _item(made, p.name, f" ({p.type}): {', '.join(p.claims)}" + (f" and {p.more} more" if p.more else ""))
    made.add_heading("Limits", 2)
    for words in (*front.limits, *front.notes, *front.problems):
        _line(made, words, "List Bullet")


def _article(made: Document, view: View, options: WriteOptions, rows: Table) -> None:
    """The article, block by block, a comment at the words of each claim."""
    cells = {r.id: r for r in rows.rows}
    text, claims = view.article.text, sorted(view.worksheet.claims, key=lambda c: (c.start, c.end))
    by_block: dict[int, list[Claim]] = {}
    for c in claims:
        by_block.setdefault(c.block, []).append(c)
    for block in view.article.blocks:
        paragraph = made.add_paragraph(style=STYLES.get(block.kind))
        paragraph.paragraph_format.page_break_before = block is view.article.blocks[0] or None
        own = by_block.get(block.number, [])
        runs: dict[str, list[Run]] = {}
        for _, piece in pieces(text, block.start, block.end, own):
            run = paragraph.add_run(plain(piece.text))
            run.font.size = Pt(9) if block.kind in SMALL else None
            if piece.priority in SHADES:
                run.font.highlight_color = SHADES[piece.priority]
            for id_ in piece.claims:
                runs.setdefault(id_, []).append(run)
        for c in own:
            if c.id in runs:
                _comment(made, runs[c.id], list(_told(c, view, rows, cells[c.id])), str(options.settings["author"]))


def _comment(made: Document, runs: Sequence[Run], lines: Sequence[str], author: str) -> None:
    comment = made.add_comment(runs, text=plain("\n".join(lines)), author=plain(author), initials="fc")
    comment._comment_elm.attrib.pop("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}date", None)  # no clock


def _told(c: Claim, view: View, rows: Table, row: Row) -> Iterator[str]:
    """A claim's comment: who says it, how to check it, what to look at, what a person typed."""
    yield f"{c.id} ¶{view.position(c)} {row.cells.get('priority', '')}".rstrip()
    for title, column in (("Source", "road"), ("Tick", "tick"), ("Check", "check"), ("Flags", "flags")):
        words = row.cells.get(column, "")
        if words and words != "–":
            yield f"{title}: {words}"
    yield from (f"Offered: {o.text} {o.url}" for o in c.offered_sources)
    yield from (f"{title}: {words}" for title, words in extras(rows.columns, row, PRINTED))
    yield from (f"{k.title}: {row.cells[k.id]}" for k in (*working(rows), *beyond(rows)) if row.cells.get(k.id))


def _contradictions(made: Document, view: View, options: WriteOptions) -> None:
    made.add_heading("Contradictions", 1).paragraph_format.page_break_before = True
    pairs = contradictions(view, options.columns)
    if not pairs:
        _line(made, "None found. That is no proof that there is none.")
    for x in pairs:
        made.add_heading(plain(f"{x.id} {x.severity_title}: {x.kind}"), 3)
        _line(made, x.explanation)
        for side in x.sides:
            paragraph = made.add_paragraph(style="List Bullet")
            paragraph.add_run(plain(f"{side.claim} ¶{side.position} {side.who}: "))
            for piece in side.pieces:
                paragraph.add_run(plain(piece.text)).bold = piece.strong or None
        if x.elsewhere:
            _line(made, f"Also in {', '.join(x.elsewhere)}.")
        _line(made, f"To settle it: {x.resolve}")
        for cell in x.cells:
            if cell.value:
                _line(made, f"{cell.title}: {cell.value}")


def _rows(made: Document, view: View, rows: Table) -> None:
    """The rows to print and fill in with a pen."""
    made.add_heading("Rows", 1).paragraph_format.page_break_before = True
    printed = made.add_table(rows=len(rows.rows) + 1, cols=len(HEADS), style="Table Grid")
    printed.autofit = False
    for width, column in zip(WIDTHS, printed.columns, strict=True):
        column.width = Cm(width)
    lines = [HEADS, *(_shown(r, view) for r in rows.rows)]
    for n, (line, row) in enumerate(zip(lines, printed.rows, strict=True)):
        _keep(row._tr.get_or_add_trPr(), "w:cantSplit", *(["w:tblHeader"] if n == 0 else []))
        row.height = Cm(0.9)  # at least: a pen writes in it
        for words, width, cell in zip(line, WIDTHS, row.cells, strict=True):
            cell.width = Cm(width)
            run = cell.paragraphs[0].add_run(plain(words))
            run.font.size, run.bold = Pt(8.5), n == 0 or None


def _shown(row: Row, view: View) -> tuple[str, ...]:
    cells = row.cells
    status = "" if view.status(row.id) == "not_checked" else cells.get("status", "")  # white where a pen writes
    road = cells.get("road", "").removesuffix(" → article")
    keys = (cells.get(k, "") for k in ("id", "position", "claim"))
    return (*keys, road, status, "\n".join(filter(None, (cells.get("evidence"), cells.get("link")))), cells.get("initials", ""))


def _keep(properties: object, *names: str) -> None:
    for name in names:
        properties.append(OxmlElement(name))  # type: ignore[attr-defined]


def _line(made: Document, words: str, style: str | None = None) -> Paragraph:
    return made.add_paragraph(plain(words), style=style)


def _item(made: Document, strong: str, words: str) -> None:
    paragraph = made.add_paragraph(style="List Bullet")
    paragraph.paragraph_format.space_after = Pt(2)
    paragraph.add_run(plain(strong)).bold = True
    paragraph.add_run(plain(words))
