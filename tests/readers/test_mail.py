"""A draft pasted out of an e-mail: what is furniture, what is the headline, what is copy."""

from __future__ import annotations

import pytest

from factcheck.plugin.records import Source
from factcheck.readers.mail import read_mail, without_marks
from factcheck.readers.plain import read

LETTER = """From: Ida Holm <ida@courier.example>
To: desk@courier.example,
  night@courier.example
Subject: Re: Weir opened after two years
Date: Mon, 6 May 2024 10:12:00 +0200

Hi all,

The weir above the mill was opened on Sunday, the river board said.

Two gates were repaired.

Best wishes,
Ida
--\x20
Ida Holm, Valley Courier
Tel. 555 0102
"""


def kinds(text: str) -> list[tuple[str, str]]:
    made = read(Source("mail.txt", text.encode()), {})
    return [(b.kind, made.text[b.start : b.end]) for b in made.blocks]


def test_only_subject_and_copy_are_left() -> None:
    found = [(kind, words) for kind, words in kinds(LETTER) if kind != "boilerplate"]
    assert found == [
        ("headline", "Weir opened after two years"),
        ("paragraph", "The weir above the mill was opened on Sunday, the river board said."),
        ("paragraph", "Two gates were repaired."),
    ]


def test_what_the_message_says_about_the_draft() -> None:
    made = read(Source("mail.txt", LETTER.encode()), {})
    assert (made.title, made.published) == ("Weir opened after two years", "2024-05-06")
    assert made.text == LETTER


@pytest.mark.parametrize(
    "text",
    [
        "From: the river to the mill\n\nThe weir was opened.",  # one field is no header
        "The weir was opened.\n\nSubject: to weather, the gates stay open.\nDate: unknown",
        "Weir opened\n\nDear readers, the weir was opened.\n\nThanks to all who came, the gates work again.",
    ],
)
def test_no_mail(text: str) -> None:
    assert read_mail(text).body == (0, len(text))
    assert "boilerplate" not in dict(kinds(text))


def test_copy_that_ends_without_a_greeting_is_copy() -> None:
    text = "From: a@b.example\nTo: c@d.example\n\nThe weir was opened.\n\nIt holds."
    assert [k for k, _ in kinds(text)][2:] == ["paragraph", "paragraph"]


def test_marks() -> None:
    assert without_marks("> one\n> > two\nthree")[0] == "one\ntwo\nthree"
    assert without_marks("5 > 4") == ("5 > 4", None)
