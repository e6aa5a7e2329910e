"""Markdown: complete, and hostile words stay words. A CommonMark parser is the judge."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.formats.markdown_text import escape, write
from factcheck.model.worksheet import Worksheet
from tests.formats.sheet import OPTIONS, sheet

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def text_of(markdown: str) -> str:
    """The words that a parser sees."""
    out = []
    for token in PARSER.parse(markdown):
        assert token.type != "html_block"
        for child in token.children or ():
            assert child.type not in {"html_inline", "link_open", "image"}
            out.append(child.content or ("\n" if child.type == "softbreak" else ""))
        out.append(" ")
    return " ".join("".join(out).split())


def test_all_parts_and_no_markup_of_the_article() -> None:
    made = write(sheet(), OPTIONS).decode()
    words = text_of(made)
    for heading in (
        "# Forty berths",
        "## Start here",
        "## Checklist",
        "## Contradictions",
        "## Contact log",
        "## Nothing to check",
        "## Problems",
    ):
        assert heading in made
    for claim in sheet().claims:
        assert claim.id in words and " ".join(claim.text.split()) in words
    for part in (
        "<img src=x onerror=alert(2)>",
        "Why was there none?",
        "Confirmed as said",
        "Risk: privacy",
        "Length: 28",
        "code 7",
        "javascript:alert(3)",
    ):
        assert part in words
    assert "- [x] **C002**" in made and "- [ ] **C003**" in made and "**The fire destroyed 38 berths** and two cranes" in made
    assert write(sheet(), OPTIONS).decode() == made


def test_the_tables_that_were_asked_for() -> None:
    made = write(sheet(), dataclasses.replace(OPTIONS, tables=("contacts",))).decode()
    assert "## Contact log" in made and "## Checklist" not in made
    assert "## Contradictions" not in write(sheet(), dataclasses.replace(OPTIONS, tables=("claims",))).decode()


def test_an_empty_worksheet() -> None:
    made = write(Worksheet(), OPTIONS).decode()
    assert made.startswith("# Untitled\n") and "None found" in made and "Every sentence has a row." in made


@pytest.mark.parametrize(
    "text",
    [
        "1. one",
        "- two",
        "+ three",
        "# four",
        "> five",
        "a|b",
        "http://a.example/x",
        "www.a.example",
        "====",
        "12) six",
        "~~no~~",
        "a_b_c",
        "![x](y)",
    ],
)
def test_nothing_is_markup(text: str) -> None:
    tokens = PARSER.parse(escape(text))
    assert [t.type for t in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert text_of(escape(text)) == text


@given(st.text(alphabet=st.sampled_from("ab1.)-+#>*_`~[](){}!|&;:/\\<= \n\t"), max_size=40))
def test_any_line_comes_back(text: str) -> None:
    line = " ".join(text.split())
    if line:
        assert text_of(f"x {escape(text)}") == f"x {line}"
        assert text_of(escape(text)) == line
