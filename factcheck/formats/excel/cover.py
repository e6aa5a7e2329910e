"""The Cover: what matters most on page one. Counts, points and asks; judges nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.formats.excel import fit, grid, style
from factcheck.formats.excel.book import Book
from factcheck.formats.excel.cells import Formula
from factcheck.formats.excel.layout import PAPER
from factcheck.formats.excel.sheet import Put, Sheet
from factcheck.formats.excel.style import Look
from factcheck.model import vocabulary as v
from factcheck.plugin.records import Column
from factcheck.worksheet.counts import counts
from factcheck.worksheet.progress import start_here, whom_to_ask
from factcheck.worksheet.tables import in_order_of_severity

COLUMNS = 12
WIDTH = PAPER / COLUMNS
FORM_FROM = 3
"""First row of the form; the title above it is free text."""
FORM_ENDS = "At a glance"
"""Heading below which nothing is read back."""
MACHINE_LABELS = ("Published", "By", "From", "Text")
REASONS = 3
"""How many reasons of its priority a row gives here."""
MOST = 12
"""Lines of a part; the rest stands on its own sheet."""
LIMITS = (
    "The rows are made by rules from this text alone: they can miss a claim, cut one badly or misread who speaks. "
    "The Article sheet shows every sentence.",
    "Nothing here says whether a claim is true. The tool looks nothing up: no network, no archive; what a plugin did beyond that "
    "is told. People decide.",
)
TICK_LABEL = Look(wrap=False, down="center", across="right")
NUMBER = Look(bold=True, size=18, wrap=False, down="bottom")
LINE = Look(border="bottom", size=9)
LINE_LINK = Look(border="bottom", bold=True, color=style.LINK, size=9)
LINE_SOFT = Look(border="bottom", color=style.SOFT, size=9)
HEAD = Look(bold=True, size=9, color=style.SOFT, border="bottom", wrap=False, down="bottom")

Cell = tuple[int, Put]
"""How many columns a cell takes, and what is in it."""


def write_cover(book: Book, lists: Mapping[tuple[str, str], str]) -> Sheet:
    """Write the Cover."""
    sheet = book.sheet("Cover", [WIDTH] * COLUMNS)
    w = book.worksheet
    _row(sheet, [(COLUMNS, Put("Fact-check worksheet", style.QUIET))])
    _row(sheet, [(COLUMNS, Put(book.page.title, style.TITLE))])
    _form(sheet, book, lists)
    _counts(sheet, book)
    if not w.practice:  # what comes first is for the students to say
        _start(sheet, book)
    ordered = in_order_of_severity(w)
    _contradictions(sheet, book, "Conflicts in the text", [x for x in ordered if x.severity in ("conflict", "discrepancy")])
    _contradictions(
        sheet, book, "Sources disagree, or an update replaced it", [x for x in ordered if x.severity in ("disputed", "superseded")]
    )
    _ask(sheet, book)
    _at_close(sheet, book)
    _paragraphs(sheet, "Limits", LIMITS)
    _paragraphs(sheet, "How the article was read", w.article.notes)
    _paragraphs(sheet, "Legend", legend())
    _paragraphs(
        sheet, "Problems", [f"{p.plugin}, {p.hook}: {p.message}" + (f" ({', '.join(p.claims)})" if p.claims else "") for p in w.problems]
    )
    return sheet


def _row(sheet: Sheet, cells: Iterable[Cell], least: int = 1) -> int:
    """A row of cells that span columns, as high as its text asks."""
    puts: list[Put | None] = []
    spans: list[tuple[int, int]] = []
    height = 0.0
    for span, put in cells:
        spans.append((len(puts) + 1, len(puts) + span))
        puts += [put, *(Put(None, put.look) for _ in range(span - 1))]
        if isinstance(put.value, str) and not isinstance(put.value, Formula):
            width = WIDTH * span if put.look.wrap else 10_000.0
            height = max(height, fit.row_height([(put.value, width)], put.look.size, bold=put.look.bold, least=least))
        else:
            height = max(height, fit.row_height((), put.look.size, least=least))
    at = sheet.row(puts, height, fixed=True)
    for first, last in spans:
        sheet.merge(at, first, last)
    return at


def _section(sheet: Sheet, title: str) -> None:
    sheet.row([], 8)
    sheet.row([Put(title, style.SECTION), *(Put(None, style.SECTION) for _ in range(COLUMNS - 1))], 20)


def _form(sheet: Sheet, book: Book, lists: Mapping[tuple[str, str], str]) -> None:
    """What people fill in about the draft, four pairs a row; then what lies outside the text, as ticks."""
    table = book.tables["cover"]
    entry = book.view.entry("cover")
    fields = [c for c in table.columns if c.side == "checker" and c.type != "tick"]
    ticks = [c for c in table.columns if c.type == "tick"]
    pairs: list[tuple[str, Put, Column | None]] = [(c.title, grid.checker(c, entry.get(c.id, "")), c) for c in fields]
    pairs += [(label, Put(value, style.PLAIN), None) for label, value in zip(MACHINE_LABELS, _about(book), strict=True)]
    for start in range(0, len(pairs), 4):
        at = _row(sheet, [cell for label, put, _ in pairs[start : start + 4] for cell in ((1, Put(label, style.LABEL)), (2, put))])
        for number, (_, _, column) in enumerate(pairs[start : start + 4]):
            _drop_down(sheet, column, at, number * 3 + 2, lists)
    if ticks:
        _section(sheet, "Outside this text")
    for start in range(0, len(ticks), 4):
        part = ticks[start : start + 4]
        at = _row(sheet, [cell for c in part for cell in ((2, Put(c.title, TICK_LABEL)), (1, grid.checker(c, entry.get(c.id, ""))))])
        for number, column in enumerate(part):
            _drop_down(sheet, column, at, number * 3 + 3, lists)


def _drop_down(sheet: Sheet, column: Column | None, row: int, at: int, lists: Mapping[tuple[str, str], str]) -> None:
    source = lists.get(("cover", column.id)) if column else None
    if column is not None and source:
        sheet.choose(at, row, row, source, column.title, warn=column.type != "tick")


def _about(book: Book) -> tuple[str, str, str, str]:
    a = book.worksheet.article
    return (
        a.published or "not given",
        a.byline or "not given",
        a.url or a.path or "standard input",
        f"{len(a.text.split()):,} words · {a.sha256[:8]}",
    )


def _counts(sheet: Sheet, book: Book) -> None:
    found = counts(book.view)
    done: object = Formula("='Progress'!B5") if book.area("status") and book.area("claim") else ""
    tiles: list[tuple[object, str]] = [
        (found.rows, "rows"),
        (found.priorities.get("high", "–"), "of high priority"),
        (found.conflicts, "conflicts"),
        (found.sources, "sources"),
        (found.quotations, "quotations"),
        (done, "rows done"),
    ]
    _section(sheet, FORM_ENDS)
    _row(sheet, [(2, Put(number, NUMBER)) for number, _ in tiles])
    _row(sheet, [(2, Put(words, style.QUIET)) for _, words in tiles])


def _start(sheet: Sheet, book: Book) -> None:
    """The rows that matter most, each with its road, why, and its status as it is now."""
    _section(sheet, "Start here")
    claims = start_here(book.view, MOST)
    _row(
        sheet,
        [
            (1, Put("#", HEAD)),
            (1, Put("¶.s", HEAD)),
            (4, Put("Claim", HEAD)),
            (2, Put("Road", HEAD)),
            (3, Put("Why first", HEAD)),
            (1, Put("Status", HEAD)),
        ],
    )
    status, ids = book.letter("claims", "status"), book.letter("claims", "id")
    for c in claims:
        live: object = (
            Formula(f'=IFERROR(INDEX(\'Checklist\'!${status}:${status},MATCH("{c.id}",\'Checklist\'!${ids}:${ids},0))&"","")')
            if status and ids
            else ""
        )
        _row(
            sheet,
            [
                (1, Put(c.id, LINE_LINK, book.place("claims", c.id))),
                (1, Put(book.view.position(c), LINE_SOFT)),
                (4, Put(short(c.text, 180), LINE)),
                (2, Put(short(book.view.road(c) or "–", 80), LINE_SOFT)),
                (3, Put(short("; ".join(c.verifiability.priority_reasons[:REASONS]), 110), LINE_SOFT)),
                (1, Put(live, LINE)),
            ],
        )
    if not claims:
        _row(sheet, [(COLUMNS, Put("There are no claims.", style.PLAIN))])


def _contradictions(sheet: Sheet, book: Book, title: str, found: Sequence[object]) -> None:
    rows = [x for x in book.worksheet.contradictions if x in found]
    if rows:
        _section(sheet, title)
    for x in sorted(rows, key=list(found).index)[:MOST]:
        words = f"{v.title(v.SEVERITIES, x.severity)}: {' '.join(x.explanation.split())}"
        _row(sheet, [(1, Put(x.id, LINE_LINK, book.place("contradictions", x.id))), (COLUMNS - 1, Put(short(words, 300), LINE))])
    _more(sheet, len(rows), "Contradictions")


def _more(sheet: Sheet, count: int, where: str) -> None:
    if count > MOST:
        _row(sheet, [(COLUMNS, Put(f"and {count - MOST} more on the sheet {where}", style.QUIET))])


def _ask(sheet: Sheet, book: Book) -> None:
    """Sources that can be asked, those with the most high rows first; a repeated fact is asked for once."""
    people = whom_to_ask(book.view)
    if people:
        _section(sheet, "Whom to ask")
    for s, own in people[:MOST]:
        ids = ", ".join(c.id for c in own)
        _row(
            sheet,
            [
                (1, Put(s.id, LINE_LINK, book.place("sources", s.id))),
                (3, Put(s.name, LINE)),
                (2, Put(v.title(v.SOURCE_TYPES, s.type), LINE_SOFT)),
                (6, Put(short(ids, 160), LINE_SOFT)),
            ],
        )
    _more(sheet, len(people), "Sources")


def _at_close(sheet: Sheet, book: Book) -> None:
    text = book.worksheet.article.text
    bound = []
    for c in book.worksheet.claims:
        spans = [f.span for f in c.flags if f.code == "time_bound"]
        if spans:
            words = next((text[s[0] : s[1]] for s in spans if s), c.text)
            bound.append(f"{c.id} “{short(words, 40)}”")
    if bound:
        _section(sheet, "Check again at close: true only now")
        _row(sheet, [(COLUMNS, Put(" · ".join(bound[:60]) + (f" · and {len(bound) - 60} more" if len(bound) > 60 else ""), style.PLAIN))])


def _paragraphs(sheet: Sheet, title: str, lines: Sequence[str]) -> None:
    if lines:
        _section(sheet, title)
    for line in lines:
        _row(sheet, [(COLUMNS, Put(line, style.PLAIN))])


def legend() -> tuple[str, ...]:
    """The colours, signs and words of a row."""
    return (
        "Grey cells are the tool's, white cells are yours. "
        "Everything else about a row is folded away to its right: open it with the + above the Checklist.",
        *(f"{title}: {'; '.join(parts)}." for title, parts in _terms()),
    )


def _terms() -> Iterator[tuple[str, list[str]]]:
    yield "Status", [f"{v.STATUS_SIGNS[t.id]} {t.title} ({t.meaning})" for t in v.STATUSES]
    yield "Priority", [f"{t.title} ({t.meaning})" for t in v.PRIORITIES]
    yield "Severity", [f"{t.title} ({t.meaning})" for t in v.SEVERITIES]
    yield "Flags", [f"{t.title} ({t.meaning})" for t in v.FLAGS]


def short(text: str, most: int) -> str:
    """Words on one line, cut at a blank with … where they are too long."""
    words = " ".join(text.split())
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"
