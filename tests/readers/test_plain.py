"""Plain text from bytes to blocks: kinds, metadata, exact offsets, coverage."""

from __future__ import annotations

import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.article import Article
from factcheck.model.errors import FactcheckError
from factcheck.model.vocabulary import BLOCK_KINDS
from factcheck.plugin.records import Source
from factcheck.readers.plain import read, register_readers

REPORT = """Quake topples chapel in Norrby (VIDEO) – By Staff Writers

A tremor of magnitude 5.1 shook the valley before dawn

By Ida Holm, Valley Courier
Published: 4 June 2021

NORRBY (VC) — A tremor shook the valley on Friday, the Seismic Institute said. Nobody was hurt.

Comment: The chapel had been declared unsafe in 2019.

Residents told the Courier that they had run into the street, and the institute said more tremors were likely.

The chapel as it looked in 1950. Image: Lars Ek.

Comment: A priest told the Courier:

“We heard the bell. Then the tower fell.”

The diocese said on Friday that it would rebuild the chapel.

The former mayor is pictured here

Comment: The diocese has promised that before.

Oh well, perhaps the next bishop will find the plans.

The tower of Eastwick church has been without a roof since 2004, and the school beside it has no fire escape.

Update 1: The institute now puts the magnitude at 4.9.

It gave no reason.

What happens next

1. The ruins are cleared.
2. The council votes.

Correction: An earlier version of this article gave the wrong age.

(Reporting by Ida Holm; editing by Per Dahl)

Related Articles

Older chapels at risk
Tremor felt in the capital

%d bloggers like this:
"""
KINDS = """headline boilerplate byline standfirst byline dateline dateline paragraph comment paragraph caption comment quotation paragraph caption
comment comment comment update paragraph headline list_item list_item correction byline boilerplate boilerplate boilerplate boilerplate"""


def article(text: str | bytes, name: str = "draft.txt", **settings: object) -> Article:
    data = text if isinstance(text, bytes) else text.encode()
    return read(Source(name, data), settings)


def check(made: Article) -> None:
    last, inside = 0, set()
    for number, b in enumerate(made.blocks, 1):
        assert b.number == number
        assert b.kind in {t.id for t in BLOCK_KINDS}
        assert last <= b.start < b.end <= len(made.text)
        assert made.text[b.start : b.end] == made.text[b.start : b.end].strip()
        inside |= set(range(b.start, b.end))
        last = b.end
    assert all(m.start() in inside for m in re.finditer(r"\w", made.text))
    assert made.sha256 == hashlib.sha256(made.text.encode()).hexdigest()


def test_every_kind_of_a_report() -> None:
    made = article(REPORT)
    assert [b.kind for b in made.blocks] == KINDS.split()
    assert made.text == REPORT
    assert (made.title, made.byline, made.published) == ("Quake topples chapel in Norrby", "Staff Writers", "2021-06-04")
    assert made.notes == ()
    check(made)


def test_windows_line_ends_nul_direction_and_emoji_keep_offsets() -> None:
    made = article("Title here\r\n\r\nNUL\0 and \u200fשלום, said 👩‍👧 Ann.\r\n\r\nThe end of it.\r\n")
    assert made.text == "Title here\n\nNUL\ufffd and \u200fשלום, said 👩‍👧 Ann.\n\nThe end of it.\n"
    assert [made.text[b.start : b.end] for b in made.blocks][1:] == ["NUL\ufffd and \u200fשלום, said 👩‍👧 Ann.", "The end of it."]
    check(made)


def test_the_name_is_without_folders_and_a_guess_is_told() -> None:
    made = article("The café closed.".encode("cp1252"), "/home/ann/draft.txt")
    assert made.path == "draft.txt"
    assert len(made.notes) == 1
    assert article("Text.", "C:\\ann\\draft.txt").path == "draft.txt"
    assert article("Text.", "").path is None


def test_the_published_date_of_the_user_wins() -> None:
    made = read(Source("a.txt", b"Title\n\nMonday, March 5, 2007\n\nText here.", published="2007-03-06"), {})
    assert made.published == "2007-03-06"


@pytest.mark.parametrize("data", [b"", b"\n \n", b"... --- ...", "\ufeff".encode()])
def test_an_article_without_a_word_is_refused(data: bytes) -> None:
    with pytest.raises(FactcheckError, match="the article is empty"):
        article(data)
    with pytest.raises(FactcheckError, match="standard input"):
        article(data, "")


def test_the_way_of_paragraphs_can_be_set() -> None:
    assert len(article("One here.\nTwo here.", paragraphs="blank").blocks) == 1
    with pytest.raises(FactcheckError, match="blank, lines, wrapped"):
        article("One.", paragraphs="verse")


def test_the_record() -> None:
    (record,) = register_readers()
    assert record.suffixes == (".txt", ".text")
    assert record.read is read


LINE = st.sampled_from(
    [
        "Dam bursts (UPDATES) – By Ann Roe",
        "By Ann Roe",
        "May 3, 2024",
        "Comment: no:",
        "Update 1: yes",
        "“We ran.",
        "he said.",
        "Sources",
        "- a",
        "1. b",
        "",
        "",
        " ",
        "___",
        "a|b|c",
        "Image: X.",
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(LINE, max_size=25).map("\n".join)))
def test_blocks_hold_every_word_of_any_text(text: str) -> None:
    try:
        made = article(text.encode("utf-8", "surrogatepass"))
    except FactcheckError:
        return
    check(made)
    assert made == article(text.encode("utf-8", "surrogatepass"))


@given(st.binary(max_size=300))
def test_any_bytes_give_an_article_or_one_line(data: bytes) -> None:
    try:
        check(article(data))
    except FactcheckError as error:
        assert "\n" not in str(error)


@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs")), min_size=1))
def test_clean_text_is_kept_exactly(text: str) -> None:
    text = "A " + text + "\n"
    assert article(text).text == text


def test_hard_wrapped_lines_become_spaces_and_keep_their_offsets() -> None:
    lines = (
        "The old weir above the paper mill was opened for the first time since\n"
        "the spring after the river board had asked the owners twice to let the\n"
        "salmon pass, and nobody at the mill could say how long it would stay\n"
        "open or who would pay for the work on the two gates.\n"
    )
    made = article(lines)
    assert made.text == lines.replace("\n", " ", 3)
    assert len(made.text) == len(lines)
    assert made.notes != ()


def test_table_rows_and_paragraphs_keep_their_lines() -> None:
    text = "The weirs\n\nTown | Gates | Open\nNorrby | 2 | 1\n\nThe board counted them."
    assert article(text).text == text


def test_marks_of_quoted_mail_are_left_out_and_told() -> None:
    made = article("The gates were opened.\n\n> Who paid for it?\n> > Nobody did.\n")
    assert ">" not in made.text
    assert "Who paid for it?" in made.text
    assert any(">" in note for note in made.notes)
