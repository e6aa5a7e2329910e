"""What belongs to an editor's comment and what does not."""

from __future__ import annotations

from factcheck.model.article import Article
from factcheck.plugin.records import Source
from factcheck.readers.plain import read


def article(text: str) -> Article:
    return read(Source("draft.txt", text.encode()), {})


def kinds(text: str) -> list[str]:
    return [b.kind for b in article(text).blocks]


def test_a_note_above_the_article_ends_with_itself() -> None:
    text = "Title here\n\nEditor's note: This is the second part of our series.\n\nWe went down to the river.\n\nYour shoes got wet there.\n\nThe end came soon."
    assert kinds(text)[1:] == ["comment", "paragraph", "paragraph", "paragraph"]


def test_the_country_is_not_the_editor() -> None:
    text = "Title here\n\nThe mayor said no.\n\nComment: He had to.\n\nThe US jets left, the ministry said.\n\nThe end came, he said."
    assert kinds(text)[2:4] == ["comment", "paragraph"]


def test_silence_up_to_an_update_belongs_to_the_comment_but_not_a_long_stretch() -> None:
    head = "Title here\n\nThe mayor said no.\n\nComment: He had to.\n\n"
    silent = "The river is low.\n\n"
    assert kinds(head + silent * 2 + "Update 1: He left.")[2:] == ["comment", "comment", "comment", "update"]
    assert kinds(head + silent * 9 + "Update 1: He left.")[3] == "paragraph"


def test_the_report_resumes_where_somebody_is_cited() -> None:
    text = "Title here\n\nThe mayor said no.\n\nComment: He had to.\n\nThe council agreed, according to the clerk.\n\nThe river is low."
    assert kinds(text)[2:] == ["comment", "paragraph", "paragraph"]


def test_the_voice_in_a_quotation_is_not_the_editors() -> None:
    text = "Title here\n\nThe mayor said no.\n\nComment: He had to.\n\nThe clerk said: “We told you so.”\n\nThe end came, he said."
    assert kinds(text)[3] == "paragraph"
