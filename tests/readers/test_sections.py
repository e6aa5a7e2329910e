"""Lists of sources and related articles."""

from __future__ import annotations

from factcheck.model.article import Article
from factcheck.plugin.records import Source
from factcheck.readers.plain import read


def article(text: str) -> Article:
    return read(Source("draft.txt", text.encode()), {})


def kinds(text: str) -> list[str]:
    return [b.kind for b in article(text).blocks]


def test_sources_at_the_end_are_not_the_article() -> None:
    text = 'Title here\n\nThe mayor said no.\n\nSources\n\n"Mayor says no" — Valley Courier, May 3, 2024\n\n"No again" — Norrby Post, May 4, 2024'
    assert kinds(text)[2:] == ["boilerplate"] * 3


def test_running_text_ends_such_a_section() -> None:
    text = "Title here\n\nThe mayor said no.\n\nRelated Articles\n\nOld bridges\n\nThe mayor, who was in Norrby, said on Sunday that he would not come.\n\nHe left."
    assert kinds(text)[2:] == ["boilerplate", "boilerplate", "paragraph", "paragraph"]
