"""The index as a workbook: written row by row, it opens, links where it should, and takes no memory for its rows."""

from __future__ import annotations

import io
import tempfile
import tracemalloc
from collections.abc import Callable
from typing import IO

import openpyxl
import pytest

from factcheck.formats import index
from factcheck.formats.excel import index as excel
from factcheck.worksheet.summary import Summary


def rows(count: int, **more: object) -> index.Rows:
    def summary(n: int) -> Summary:
        given = {
            "article": f"in/a & {n}.txt",
            "worksheets": [f"out/a & {n}.factcheck.xlsx"],
            "title": f"Dam {n}",
            "top": ["C001: it fails"],
        }
        return Summary.from_json({**given, **more})

    return index.Rows(count, lambda: (index.row(summary(n)) for n in range(count)))


def workbook(found: index.Rows) -> bytes:
    out = io.BytesIO()
    index.workbook(found, out)
    return out.getvalue()


@pytest.mark.parametrize("count", [0, 1, 700])
def test_every_row_is_there_with_its_link(count: int) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(rows(count))))["Index"]
    assert sheet.max_row == count + 1
    assert [sheet.cell(n + 2, 1).value for n in range(count)] == [f"Dam {n}" for n in range(count)]
    links = [cell.hyperlink for (cell,) in sheet.iter_rows(min_row=2, min_col=2, max_col=2)] if count else []
    assert [link.target for link in links if link] == [f"./a%20%26%20{n}.factcheck.xlsx" for n in range(count)]
    assert all(sheet.row_dimensions[n + 2].height == 17 for n in range(count))
    assert sheet.print_options.horizontalCentered and sheet.auto_filter.ref


def test_an_article_without_worksheets_has_no_link() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(rows(2, worksheets=[], failed="is empty"))))["Index"]
    assert sheet["B2"].hyperlink is None and sheet["B2"].value == "a & 0.txt" and sheet["H2"].value == "is empty"


def test_more_links_than_excel_takes_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel, "MOST_LINKS", 3)
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(rows(9))))["Index"]
    assert [n for n in range(2, 11) if sheet.cell(n, 2).hyperlink] == [2, 3, 4]


def test_the_same_rows_give_the_same_bytes() -> None:
    assert workbook(rows(50)) == workbook(rows(50))


@pytest.mark.parametrize("write", [index.page, index.workbook])
def test_thousands_of_rows_are_never_in_memory(write: Callable[[index.Rows, IO[bytes]], None]) -> None:
    text = ["the dam, the mayor said, holds water " * 4] * 3
    found = rows(12_000, top=text, contradictions=text)  # nearly 12 MB of text
    write(rows(20), io.BytesIO())  # what is made once
    with tempfile.TemporaryFile() as out:
        tracemalloc.start()
        write(found, out)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 6_000_000
