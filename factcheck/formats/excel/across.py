"""The sheet Across: what other articles on the same story say against this one. Read only; findings go on the Checklist."""

from __future__ import annotations

from factcheck.formats.excel import fit
from factcheck.formats.excel.book import Book
from factcheck.formats.excel.sheet import Put
from factcheck.formats.excel.style import MACHINE_CELL, MACHINE_LINK, QUIET, Look
from factcheck.model import vocabulary

NAME = "Across"
HEADS = ("#", "Severity", "Kind", "Row here", "Claim here", "Other article", "Claim there", "Why", "What would settle it")
WIDTHS = (6.0, 13.0, 11.0, 8.0, 40.0, 18.0, 40.0, 44.0, 36.0)
CAPTION = "What other articles on this story say against this one. Each stands in the other article's worksheet under the same number."


def write_across(book: Book) -> None:
    """One row for each finding, with a link to the row of the Checklist."""
    sheet = book.sheet(NAME, list(WIDTHS))
    sheet.freeze(2, 3)
    sheet.repeat(2, 2)
    sheet.row([Put(CAPTION, QUIET)], 18)
    sheet.row([Put(h, Look(bold=True, border="all")) for h in HEADS], 18)
    claims = book.view.claims
    for x in book.worksheet.elsewhere:
        here = claims[x.claim].text if x.claim in claims else ""
        severity = vocabulary.title(vocabulary.SEVERITIES, x.severity)
        words = (x.id, severity, x.kind, x.claim, here, f"{x.article} {x.other}", x.text, x.explanation, x.resolve)
        place = book.place("claims", x.claim) if x.claim in claims else ""
        cells = [Put(w, MACHINE_LINK if n == 3 and place else MACHINE_CELL, place if n == 3 else "") for n, w in enumerate(words)]
        sheet.row(cells, max(fit.height(w, width) for w, width in zip(words, WIDTHS, strict=True)))
    sheet.filter(2, sheet.at, len(HEADS))
