"""Lines to paragraphs: word breaks, indents, columns and pages."""

from __future__ import annotations

import pytest

from factcheck.readers.layout import PrintedLine, arrange


def page(*rows: str, number: int = 1, left: float = 50, top: float = 700) -> list[PrintedLine]:
    """Lines of 12 points; "|" before a line indents it, an empty one leaves a gap; a line is as wide as its letters."""
    out, at = [], top
    for row in rows:
        if row:
            start = left + (15 if row.startswith("|") else 0)
            text = row.lstrip("|")
            out.append(PrintedLine(text, number, start, start + 5 * len(text), at - 10, at, 800))
        at -= 12
    return out


FULL = "The ferry that crosses the harbour every half hour carries six"


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        ((FULL, "thousand people."), [f"{FULL} thousand people."]),
        ((FULL, "thousand people.", "", "It is old."), [f"{FULL} thousand people.", "It is old."]),
        ((FULL, "thousand people.", "|It is old and it is slow and nobody has bought another boat", "yet."),
         [f"{FULL} thousand people.", "It is old and it is slow and nobody has bought another boat yet."]),
        ((FULL, "thou\u00ad", "sand people."), [f"{FULL} thousand people."]),
        ((FULL, "peo-", "ple who read."), [f"{FULL} people who read."]),
        (("A well-known boat crosses the harbour again and again and the well-", "known boat is old."),
         ["A well-known boat crosses the harbour again and again and the well-known boat is old."]),
        ((f"{FULL} hundred Anglo\u00ad", "Saxon coins and a self\u00ad", "styled COVID\u00ad", "19 nurse of the years 1914-", "1918."),
         [f"{FULL} hundred Anglo-Saxon coins and a self-styled COVID-19 nurse of the years 1914-1918."]),
        ((f"{FULL} or more of the mother-in\u00ad", "law’s sisters, a 48-", "page book, and a self-", "ish goose."),
         [f"{FULL} or more of the mother-in-law’s sisters, a 48-page book, and a selfish goose."]),
        ((FULL, "• Two boats are old", "• One is new"), [FULL, "• Two boats are old", "• One is new"]),
    ],
)  # fmt: skip
def test_lines_make_paragraphs(rows: tuple[str, ...], texts: list[str]) -> None:
    laid = arrange([page(*rows)])
    assert [laid.text[p.start : p.end] for p in laid.parts] == texts


def test_a_paragraph_goes_on_over_a_page_and_the_page_is_kept() -> None:
    first = page(FULL, number=1, top=120)
    second = page("thousand people.", "", "It is old.", number=2)
    laid = arrange([first, second])
    assert [laid.text[p.start : p.end] for p in laid.parts] == [f"{FULL} thousand people.", "It is old."]
    assert laid.pages == (laid.text.index("thousand"),)


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    laid = arrange([[*page(FULL, top=120), *page("thousand people.", left=400)]])
    assert laid.text == f"{FULL} thousand people."


def test_a_line_over_all_columns_is_no_measure_for_the_lines_of_one() -> None:
    wide = page("The council backs a plan that costs 6.4 million after two floods in three years ruined the books of all", top=701)
    left = page("The second flood of October took", "4,000 books from the cellar and the", "atlases.", top=675)
    right = page("A third flood took nothing, as all", "that was left stood on upper floors.", left=260, top=675)
    laid = arrange([[*wide, *left, *right]])
    assert [laid.text[p.start : p.end] for p in laid.parts][1:] == [
        "The second flood of October took 4,000 books from the cellar and the atlases.",
        "A third flood took nothing, as all that was left stood on upper floors.",
    ]


def test_a_line_that_the_next_word_did_not_fit_on_ends_no_paragraph() -> None:
    laid = arrange(
        [page("They will decide on the roof at their", "meeting on 8 of", "Decemberrrrrrrrrrr. Residents can send", "comments until then.")]
    )
    assert len(laid.parts) == 1 and "on 8 of Dec" in laid.text


def test_heads_feet_and_numbers_are_left_out_on_every_page_they_run_over() -> None:
    pages = [
        [*page("The Courier", number=n, top=795), *page(f"{n} is a page of its own.", number=n), *page(f"– {n} –", number=n, top=30)]
        for n in (1, 2, 3)
    ]
    laid = arrange(pages)
    assert laid.text == "1 is a page of its own.\n\n2 is a page of its own.\n\n3 is a page of its own."
    assert laid.note == "Running heads were left out: The Courier."
    assert laid.pages == (laid.text.index("2 is"), laid.text.index("3 is"))


def test_no_lines_give_no_text() -> None:
    assert arrange([[]]).text == ""
