"""Corrections and Progress: two sheets of live formulas over the Checklist. They hold no text of their own, so nothing is typed twice."""

from __future__ import annotations

from factcheck.formats.excel import style
from factcheck.formats.excel.book import Book
from factcheck.formats.excel.cells import Formula
from factcheck.formats.excel.lists import SHEET as LISTS
from factcheck.formats.excel.sheet import Put, Sheet
from factcheck.formats.excel.style import Look
from factcheck.model import vocabulary as v
from factcheck.worksheet.progress import EVIDENCE

COLUMNS = (
    ("id", "#", 7.0),
    ("position", "¶.s", 7.0),
    ("claim", "As it stands", 52.0),
    ("change", "Proposed wording", 42.0),
    ("status", "Status", 16.0),
    ("decided", "Decided", 14.0),
    ("decided_by", "By", 9.0),
    ("in_draft", "In draft", 8.0),
)
COUNTED = "Counted live from the Checklist. Confirmed without evidence counts as open; Confirmed as said is never added to Confirmed."
LEAST, MORE = 20, 20
HEIGHT = 44.0
ROW = Look(border="bottom")
COUNT = Look(across="right", wrap=False)
COUNT_HEAD = Look(bold=True, size=9, color=style.SOFT, border="bottom", across="right", down="bottom", wrap=False)
REMARK = Look(color=style.SOFT, size=9, wrap=False)
BAR = Look(color="2E7D5B", wrap=False)


def write_corrections(book: Book) -> Sheet:
    """Write the Corrections sheet: the rows with a change or a decision, in the order of the Checklist, as long as they are there."""
    there = [(i, t, w, book.letter("claims", i)) for i, t, w in COLUMNS if book.letter("claims", i)]
    sheet = book.sheet("Corrections", [w for _, _, w, _ in there])
    sheet.freeze(1, 3)
    sheet.repeat(2, 2)
    sheet.row(
        [
            Put(
                "What changes in the draft, taken live from the Checklist: type there.",
                style.LABEL,
            )
        ],
        18,
    )
    sheet.row([Put(t, style.HEAD_MACHINE) for _, t, _, _ in there], 20)
    changes = sum(bool(e.get("change") or e.get("decided")) for e in book.worksheet.entries.values())
    for number in range(1, max(LEAST, changes + MORE) + 1):
        found = f"MATCH({number},{LISTS}!$A:$A,0)"
        sheet.row(
            [Put(Formula(f'=IFERROR(INDEX(\'Checklist\'!${x}:${x},{found})&"","")'), ROW) for _, _, _, x in there],
            HEIGHT if number <= changes else 20.0,
        )
    return sheet


def write_progress(book: Book) -> Sheet:
    """Write the Progress sheet: what is done and open, counted by the program that shows it."""
    sheet = book.sheet("Progress", [28.0, 9.0, 9.0, 9.0, 70.0])
    sheet.ws.page_setup.fitToHeight = 1
    sheet.row([Put("Progress", style.TITLE)], 26)
    sheet.row([Put(COUNTED, style.LABEL)], 18)
    claim, status = book.area("claim"), book.area("status")
    if claim and status:
        done = _done(book)
        sheet.row([])
        _line(sheet, "Rows", f'=SUMPRODUCT(--({claim}<>""))')
        sheet.row(
            [
                Put("Done", style.PLAIN),
                Put(Formula(f"={done}"), COUNT),
                None,
                None,
                Put(Formula('=IF(B4=0,"",REPT("█",ROUND(40*B5/B4,0))&REPT("░",40-ROUND(40*B5/B4,0))&" "&ROUND(100*B5/B4,0)&" %")'), BAR),
            ],
            17,
        )
        _line(sheet, "Open", "=B4-B5")
        _statuses(sheet, book)
        _priorities(sheet, book)
        _waiting(sheet, book)
    _contradictions(sheet, book)
    return sheet


def _line(sheet: Sheet, title: str, *formulas: str, remark: str = "") -> None:
    sheet.row(
        [
            Put(title, style.PLAIN),
            *(Put(Formula(f), COUNT) for f in formulas),
            *([None] * (3 - len(formulas))),
            Put(f"   {remark}" if remark else "", REMARK),
        ],
        17,
    )


def _section(sheet: Sheet, *titles: str) -> None:
    sheet.row([])
    sheet.row([Put(titles[0], style.SECTION), *(Put(t, COUNT_HEAD) for t in (*titles[1:], *([""] * (5 - len(titles)))))], 20)


def _evidence(book: Book) -> str:
    """Rows with any evidence, as an array of true and false."""
    areas = [(key, book.area(key)) for key in EVIDENCE if book.area(key)]
    parts = [f'({a}<>"")' if key != "basis" else f'({a}<>"")*({a}<>"{v.title(v.BASIS, "none")}")' for key, a in areas]
    return f"(({'+'.join(parts)})>0)" if parts else "0"


def _confirmed(book: Book, more: str = "") -> str:
    return f'SUMPRODUCT(({book.area("status")}="{v.title(v.STATUSES, "confirmed")}")*{_evidence(book)}{more})'


def _done(book: Book, priority: str = "") -> str:
    """How many rows are done, of one priority or of all."""
    status = book.area("status")
    closed = [t.title for t in v.STATUSES if t.id in v.DONE and t.id != "confirmed"]
    if priority:
        area = book.area("priority")
        return "+".join([_confirmed(book, f'*({area}="{priority}")'), *(f'COUNTIFS({status},"{t}",{area},"{priority}")' for t in closed)])
    return "+".join([_confirmed(book), *(f'COUNTIF({status},"{t}")' for t in closed)])


def _statuses(sheet: Sheet, book: Book) -> None:
    status = book.area("status")
    _section(sheet, "Status", "Rows")
    rest = "+".join(f'COUNTIF({status},"{t.title}")' for t in v.STATUSES[1:])
    for t in v.STATUSES:
        sign = f"{v.STATUS_SIGNS[t.id]} {t.title}"
        if t.id == "not_checked":
            _line(sheet, sign, f"=B4-({rest})", remark=t.meaning)
        elif t.id == "confirmed":
            _line(sheet, f"{sign}, with evidence", f"={_confirmed(book)}", remark=t.meaning)
            _line(sheet, f"{sign}, no evidence yet", f'=COUNTIF({status},"{t.title}")-{_confirmed(book)}', remark="counts as open")
        else:
            _line(sheet, sign, f'=COUNTIF({status},"{t.title}")', remark=t.meaning)


def _priorities(sheet: Sheet, book: Book) -> None:
    area = book.area("priority")
    if area:
        _section(sheet, "Priority", "Rows", "Done", "Open")
        for t in v.PRIORITIES:
            at = sheet.at + 1
            _line(sheet, t.title, f'=COUNTIF({area},"{t.title}")', f"={_done(book, t.title)}", f"=B{at}-C{at}", remark=t.meaning)


def _waiting(sheet: Sheet, book: Book) -> None:
    waiting, initials = book.area("waiting_for"), book.area("initials")
    if waiting:
        _section(sheet, "Waiting for", "Rows")
        for t in v.WAITING_FOR:
            _line(sheet, t.title, f'=COUNTIF({waiting},"{t.title}")')
    if initials:
        _section(sheet, "Initials", "Rows")
        known = dict.fromkeys(e["initials"] for e in book.worksheet.entries.values() if e.get("initials", "").strip())
        for who in [*known, *([""] * 6)]:
            at = sheet.at + 1
            sheet.row(
                [
                    Put(who, style.WHITE_TEXT),
                    Put(Formula(f'=IF(A{at}="","",COUNTIF({initials},A{at}))'), COUNT),
                    None,
                    None,
                    Put("" if who else "type initials here to count their rows", REMARK),
                ],
                17,
            )


def _contradictions(sheet: Sheet, book: Book) -> None:
    rows = book.tables["contradictions"].rows
    letter = book.letter("contradictions", "resolution")
    if rows and letter:
        first = book.head("contradictions") + 1
        area = f"'Contradictions'!${letter}${first}:${letter}${first + len(rows) - 1}"
        _section(sheet, "Contradictions", "All", "Resolved", "Open")
        at = sheet.at + 1
        _line(sheet, "With a resolution", f"={len(rows)}", f'=SUMPRODUCT(--({area}<>""))', f"=B{at}-C{at}")


__all__ = ["write_corrections", "write_progress"]
