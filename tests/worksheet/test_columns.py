"""The words of the declared columns, where an article is made to swell them."""

from __future__ import annotations

import pytest

from factcheck import api
from factcheck.model.view import View
from factcheck.plugin.manager import Manager
from factcheck.plugin.testing import make_worksheet
from factcheck.worksheet.columns import LISTED, same_as


def test_a_row_names_the_others_that_say_the_same() -> None:
    sheet = make_worksheet("The dam said 12 died. " * 3)
    assert [same_as(c, View(sheet)) for c in sheet.claims] == [
        ("C002", "same as C002, C003"),
        ("C001", "same as C001, C003"),
        ("C001", "same as C001, C002"),
    ]


@pytest.mark.parametrize("format_id", ["csv", "markdown", "html"])
def test_a_chant_grows_as_its_text_does(builtin_manager: Manager, format_id: str) -> None:
    sheets = [make_worksheet("The dam said 12 died. " * n) for n in (100, 400)]
    sizes = [len(api.dump(s, format_id, manager=builtin_manager)) for s in sheets]
    assert sizes[1] < 4.4 * sizes[0]
    last = sheets[1].claims[-1]
    assert same_as(last, View(sheets[1])) == ("C001", f"same as {', '.join(f'C{n:03}' for n in range(1, LISTED + 1))} and 387 more")
