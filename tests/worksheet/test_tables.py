from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import vocabulary
from factcheck.model.view import View
from factcheck.plugin.records import Column
from factcheck.plugin.testing import make_worksheet
from factcheck.worksheet import tables
from factcheck.worksheet.columns import register_columns

COLUMNS = register_columns()
TEXT = "Mayor opens clinic\n\nThe clinic has 40 beds, Mayor Ruth Bell said on Monday.\n\nIt cost $3 million, Bell said.\n"


@pytest.fixture(scope="module")
def view(builtin_manager) -> View:
    return View(make_worksheet(TEXT, builtin_manager))


@pytest.mark.parametrize("name", tables.TITLES)
def test_every_table_has_a_cell_for_every_column(view: View, name: str) -> None:
    made = tables.table(name, view, COLUMNS)
    assert made.columns
    for row in made.rows:
        assert set(row.cells) == {c.id for c in made.columns}
        assert all(isinstance(v, str) for v in row.cells.values())


def test_columns_are_declared_well() -> None:
    assert len({(c.table, c.id) for c in COLUMNS}) == len(COLUMNS)
    for c in COLUMNS:
        assert c.title and c.help and c.table in tables.TITLES
        assert (c.side == "machine") == (c.value is not None)
        assert (c.type == "choice") == bool(c.choices)


def test_a_name_stands_once_with_its_places(view: View) -> None:
    rows = {r.cells["name"]: r for r in tables.table("names", view, COLUMNS).rows}
    assert "Ruth Bell" in rows
    assert "Bell (" in rows["Ruth Bell"].cells["spellings"]


def test_own_columns_of_people_stand_after_the_others(view: View) -> None:
    import dataclasses

    filled = View(dataclasses.replace(view.worksheet, entries={view.worksheet.claims[0].id: {"Who called": "desk", "status": "wrong"}}))
    made = tables.table("claims", filled, COLUMNS)
    assert made.columns[-1].title == "Who called"
    assert made.rows[0].cells["Who called"] == "desk"
    assert made.rows[0].cells["status"] == "Wrong"


@given(st.sampled_from(vocabulary.STATUSES))
def test_what_is_shown_is_kept(term: vocabulary.Term) -> None:
    column = Column(id="status", type="choice", choices=vocabulary.STATUSES)
    assert tables.keep(column, tables.show(column, term.id)) == term.id


@given(st.text())
def test_free_text_is_kept_to_the_letter(text: str) -> None:
    assert tables.keep(Column(id="note"), tables.show(Column(id="note"), text)) == text
