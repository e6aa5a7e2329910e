"""Markdown to plain text: kinds, links and footnotes with offsets, front matter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.article import Article
from factcheck.model.errors import FactcheckError
from factcheck.plugin.records import Source
from factcheck.readers.markdown import read, register_readers

PAGE = """---
title: "Dam bursts in Ellerby"
author: [Ann Roe, Bo Lind]
date: 2024-05-03
url: https://courier.example/dam
lang: en-GB
---
# Dam bursts in *Ellerby*

*By Cy Dunn*

The [dam](https://example.org/dam "t") burst **on Friday**,[^1] the
mayor said &amp; left.<!-- ask Ann -->

> We saw it coming.

- one [link](u)
- two
  lines

1. first

## Section

![A bridge](b.png "in May")

| town | lost |
|---|---|
| [Norrby](n) | 2 |

<div>Raw <b>words</b></div>

Update 1: More **came**.

Share this article

[^1]: Minutes of the
    council.
[^2]: Never used.
"""


def article(text: str) -> Article:
    return read(Source("a.md", text.encode()), {})


def blocks(made: Article) -> list[tuple[str, str]]:
    return [(b.kind, made.text[b.start : b.end]) for b in made.blocks]


def test_a_page() -> None:
    made = article(PAGE)
    assert blocks(made) == [
        ("headline", "Dam bursts in Ellerby"),
        ("byline", "By Cy Dunn"),
        ("paragraph", "The dam burst on Friday, the mayor said & left."),
        ("quotation", "We saw it coming."),
        ("list_item", "one link"),
        ("list_item", "two lines"),
        ("list_item", "first"),
        ("headline", "Section"),
        ("caption", "A bridge in May"),
        ("table", "town | lost"),
        ("table", "Norrby | 2"),
        ("headline", "Raw words"),
        ("update", "Update 1: More came."),
        ("boilerplate", "Share this article"),
        ("list_item", "Never used."),
    ]
    assert (made.title, made.byline, made.published) == ("Dam bursts in Ellerby", "Ann Roe, Bo Lind", "2024-05-03")
    assert (made.url, made.language, made.path) == ("https://courier.example/dam", "en", "a.md")


def test_links_footnotes_and_comments_have_offsets() -> None:
    made = article(PAGE)
    assert [(k.kind, k.text, k.url) for k in made.links] == [
        ("link", "dam", "https://example.org/dam"),
        ("footnote", "Friday,", "Minutes of the council."),
        ("comment", "left.", "ask Ann"),
        ("link", "link", "u"),
        ("link", "Norrby", "n"),
    ]
    assert all(made.text[k.start : k.end] == k.text for k in made.links)


def test_a_title_in_the_front_matter_alone_is_checked_too() -> None:
    made = article("---\ntitle: Dam bursts\nsubtitle: Ellerby under water\n---\nThe dam burst.\n\nNobody was hurt.")
    assert blocks(made)[:2] == [("headline", "Dam bursts"), ("standfirst", "Ellerby under water")]


def test_rule_and_text_are_no_front_matter() -> None:
    assert article("---\nThe dam burst.\n\n---\n\nMore.").text == "The dam burst.\n\nMore."


def test_code_fences_keep_their_words_and_what_looks_like_a_note() -> None:
    made = article("Text[^1].\n\n```\n[^1]: not a note\n```\n")
    assert made.links == ()
    assert made.text == "Text[^1].\n\n[^1]: not a note"


def test_deep_nesting_that_is_left_out_is_told() -> None:
    assert article(">" * 100 + " deep").notes == ()
    assert len(article(">" * 3000 + " deep\n\nshallow").notes) == 1


def test_without_a_word_it_is_refused() -> None:
    with pytest.raises(FactcheckError, match="the article is empty"):
        article("***\n\n<!-- only a comment -->\n")


def test_the_record() -> None:
    (record,) = register_readers()
    assert ".md" in record.suffixes


PIECES = st.lists(
    st.sampled_from(
        [
            "[a](b)",
            "[^1]",
            "\n",
            "\n\n",
            "> ",
            "- ",
            "1. ",
            "# ",
            "<!-- c -->",
            "<b>",
            "&#12;",
            "&#13;",
            "`",
            "```\n",
            "| a | b |\n",
            "|---|---|\n",
            "word ",
            "**",
            "![p](q)",
            "[^1]: n",
            " ",
            "  \n",
            "É ",
        ]
    ),
    max_size=40,
).map("".join)


@given(st.one_of(PIECES, st.text(max_size=150)))
def test_offsets_hold_on_any_markdown(text: str) -> None:
    try:
        made = read(Source("a.md", text.encode("utf-8", "surrogatepass")), {})
    except FactcheckError:
        return
    last, inside = 0, set()
    for b in made.blocks:
        assert last <= b.start < b.end <= len(made.text)
        assert made.text[b.start : b.end] == made.text[b.start : b.end].strip()
        inside |= set(range(b.start, b.end))
        last = b.end
    assert all(i in inside for i, c in enumerate(made.text) if c.isalnum())
    assert all(made.text[k.start : k.end] == k.text and k.text for k in made.links)
    assert "\r" not in made.text and "\x0c" not in made.text


def test_a_title_is_not_told_twice_whatever_its_markup() -> None:
    made = article(
        "---\ntitle: Dam bursts\n---\n\n![The dam in May](d.jpg)\n\n# [Dam **bursts**](https://x.example/d)\n\n*By Ann Roe*\n\nIt fell.\n"
    )
    assert [k for k, _ in blocks(made)] == ["caption", "headline", "byline", "paragraph"]
    assert made.byline == "Ann Roe"


def test_a_comment_above_the_text_stays_with_its_first_word() -> None:
    made = article("<!-- ask Bo -->\n\nThe dam burst.\n")
    assert [(k.kind, k.text, k.url) for k in made.links] == [("comment", "The", "ask Bo")]
