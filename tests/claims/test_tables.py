"""Rows of tables: head, figures, readings."""

from __future__ import annotations

import pytest

from factcheck.claims.tables import cells, reading, tables
from factcheck.model.article import Article, Block


def made(*rows: str) -> Article:
    text, blocks, at = "\n".join(rows), [], 0
    for n, row in enumerate(rows, 1):
        blocks.append(Block(n, "table", at, at + len(row)))
        at += len(row) + 1
    return Article(text=text, blocks=tuple(blocks))


def test_the_head_is_the_first_row_without_figures() -> None:
    found = tables(made("Town | Weirs | Gates", "Norrby | 4 | 12", "Oldport | 3 | 9"))
    assert found.heads == {1}
    assert found.head_of == {2: ("Town", "Weirs", "Gates"), 3: ("Town", "Weirs", "Gates")}


def test_years_make_a_head() -> None:
    assert tables(made("Town | 2021 | 2022", "Norrby | 4 | 12")).heads == {1}


@pytest.mark.parametrize("rows", [
    ("Norrby | 4 | 12", "Oldport | 3 | 9"),
    ("Town | Mayor | Party", "Norrby | Ann Roe | Greens"),
    ("Town | Weirs | Gates",),
])  # fmt: skip
def test_without_a_head_every_row_is_one(rows: tuple[str, ...]) -> None:
    assert tables(made(*rows)) == tables(made())


def test_cells_and_readings() -> None:
    assert cells("Norrby\t4\t12") == ("Norrby", "4", "12")
    assert reading(("", "Weirs"), ("Norrby", "4")) == "Norrby; [Weirs:] 4"
    assert reading(("Town",), ("Norrby", "4")) is None
