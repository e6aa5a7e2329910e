"""Kinds of single blocks, lists, headings."""

from __future__ import annotations

import pytest

from factcheck.model.article import Article
from factcheck.plugin.records import Source
from factcheck.readers.plain import read


def article(text: str) -> Article:
    return read(Source("draft.txt", text.encode()), {})


def kinds(text: str) -> list[str]:
    return [b.kind for b in article(text).blocks]


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        ("“We ran. The tower fell.”", "quotation"),
        ('"We ran. The tower fell." - Pia Lund', "quotation"),
        ("“We ran. Then we stood still and waited for the others.", "quotation"),
        ("“We ran,” said Pia Lund, who lives there.", "paragraph"),
        ("Photo: Lars Ek/Valley Courier", "caption"),
        ("The chapel, seen here in 1950, was wooden.", "caption"),
        ("A picture of the chapel hung in the hall.", "paragraph"),
        ("UPDATE (9 a.m.): The road is open.", "update"),
        ("Updates were sent to all parents.", "paragraph"),
        ("Clarification: The bell weighs two tons.", "correction"),
        ("CORRECTION 11:20 The bell weighs two tons.", "correction"),
        ("11:20 CORRECTION: The bell weighs two tons.", "correction"),
        ("Correction at 9 p.m.: The bell weighs two tons.", "correction"),
        ("11:20 UPDATE: The road is open.", "update"),
        ("11:20 The road is open, the police said.", "paragraph"),
        ("Correction officers were sent to the prison, the ministry said.", "paragraph"),
        ("The report has been corrected twice, the ministry said.", "paragraph"),
        ("Share this story with your friends", "boilerplate"),
        ("Subscribe to our newsletter", "boilerplate"),
        ("Sign up sheets were missing, the clerk said.", "paragraph"),
        ("Follow the Valley Courier on Twitter", "boilerplate"),
        ("Categories: Norrby Churches 2021", "boilerplate"),
        ("| town | dead |", "table"),
        ("• water for three days", "list_item"),
        ("What happens next", "headline"),
        ("GO BACK.", "headline"),
        ("Comments on the plan were few, and most of them came from one street.", "paragraph"),
        ("Editor’s note: The Courier rents a room in the chapel.", "comment"),
    ],
)
def test_kinds_of_single_blocks(block: str, kind: str) -> None:
    text = f"Quake topples chapel\n\nA tremor shook the valley on Friday, the institute said.\n\n{block}\n\nThe road to Norrby is closed, the police said."
    assert kinds(text)[2] == kind


def test_a_single_number_is_no_list() -> None:
    text = "Title\n\nThe mayor said so.\n\n5. What a number to begin with, he said.\n\nThe end came."
    assert kinds(text)[2] == "paragraph"


def test_lines_under_a_colon_are_items() -> None:
    assert kinds("Title\n\nThe candidate has to do this:\nWin the north\nKeep the south\n\nThe vote is on Sunday.")[1:] == [
        "paragraph",
        "list_item",
        "list_item",
        "paragraph",
    ]
