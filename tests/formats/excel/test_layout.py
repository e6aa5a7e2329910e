from __future__ import annotations

from factcheck.formats.excel import fit, layout
from factcheck.model.vocabulary import Term
from factcheck.plugin.records import Column
from factcheck.worksheet.tables import Row, Table


def claims(*columns: Column) -> Table:
    return Table("claims", "Checklist", columns, (Row("C001", {"kind": "Organization"}),))


def test_the_working_view_comes_first_and_each_group_has_its_tab() -> None:
    table = claims(
        Column(id="id", title="#"), Column(id="proof", title="Proof", group="evidence"), Column(id="words", title="Words", group="desk"),
        Column(id="claim", title="Claim", width=40), Column(id="mine", title="Mine", group="own"), Column(id="more", title="More", group="evidence"),
    )
    laid = layout.lay(table)
    assert [p.title for p in laid] == ["#", "Claim", "Mine", "Evidence", "Proof", "More", "Desk", "Words"]
    assert [p.folded for p in laid] == [False, False, False, False, True, True, False, True]
    assert abs(sum(p.width for p in laid if not p.folded) - layout.SCREEN) < 1


def test_two_headings_of_the_same_words_are_told_apart() -> None:
    laid = layout.lay(claims(Column(id="note", title="Note"), Column(id="desk.note", title="note")))
    assert [p.title for p in laid] == ["Note", "note (desk.note)"]


def test_no_column_is_narrower_than_its_longest_word() -> None:
    narrow = Column(id="kind", title="Kind", side="machine", width=5)
    other = Column(id="x", title="X", width=500)
    laid = layout.lay(claims(narrow, other))
    assert laid[0].width >= fit.text_width("Organization")


def test_the_layout_travels_without_loss() -> None:
    columns = (Column(id="status", title="Status", type="choice", choices=(Term("a", "A word", "meaning"), "plain")), Column(id="own", title="own", group="own"))
    table = claims(*columns)
    back = layout.tables_from(layout.describe({"claims": table}, {"claims": layout.lay(table)}), "w.xlsx")["claims"].columns
    assert [(c.id, c.title, c.type, c.group) for c in back] == [("status", "Status", "choice", "work"), ("own", "own", "text", "own")]
    assert back[0].choices == (Term("a", "A word", ""), "plain")
