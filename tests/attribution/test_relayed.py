"""Words that somebody else relays, and who is only their hearer."""

from __future__ import annotations

import pytest

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("“The quay is lost,” the board's chair, Judge Edna Quill, told reporters.", "Edna Quill", "“The quay is lost,”"),
        ("“The quay is lost,” Quill told dockers on the pier.", "Quill", "“The quay is lost,”"),
        ("Edna Quill spoke. In an email to Brand on Monday, she wrote: “The quay is lost.”", "Edna Quill", "“The quay is lost."),
        ("Asked by Otto Brand whether the quay would close, Edna Quill said it would not.", "Edna Quill", "it would not"),
        ("A docker, who gave only his first name, Jo, said that the quay was lost.", "A docker", "the quay was lost"),
    ],
)
def test_the_hearer_is_no_source(text: str, source: str, content: str) -> None:
    read = Read(text)
    assert read.of(content).source == source
    assert len(read.found) == 1


def test_quoted_as_saying_is_the_word_of_the_one_quoted() -> None:
    (a,) = Read("Interfax quoted the harbour master, Edna Quill, as saying that the quay was lost.").found
    assert (a.source, a.via, a.directness) == ("Edna Quill", ("Interfax",), "other_outlet")


def test_quoted_as_saying_after_the_words() -> None:
    read = Read("Harbour minister Otto Brand spoke. “The quay is lost,” Interfax quoted him as saying.")
    assert (read.of("“The quay").source, read.of("“The quay").via) == ("Otto Brand", ("Interfax",))


def test_quoting_as_saying() -> None:
    read = Read("The crane fell, Reuters reported, quoting Edna Quill as saying that the rope had snapped.")
    assert (read.of("the rope").source, read.of("the rope").via) == ("Edna Quill", ("Reuters",))


def test_quoting_a_price_relays_nobody() -> None:
    assert all(a.via == () for a in Read("Edna Quill quoted the price as a warning.").found)


def test_put_it_to() -> None:
    (a,) = Read("Edna Quill put it to the clerk that the books were false.").found
    assert a.source == "Edna Quill"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The Red Star put the number of homeless at 3,100.", "Red Star"),
        ("Edna Quill puts the cost at about 30 million.", "Edna Quill"),
        ("A union official put the figure closer to 900.", "A union official"),
        ("The union called the cut “overdue”.", "union"),
        ("Edna Quill always denied having sold the quay.", "Edna Quill"),
        ("RIA reported citing the port authority that the quay was lost.", "RIA"),
    ],
)
def test_more_frames(text: str, source: str) -> None:
    assert [a.source for a in Read(text).found] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "Edna Quill put the lamp on the table at noon.",
        "Quill Foods did not respond to a request for comment.",
        "The ministry has not replied to questions about the quay.",
        "Edna Quill spoke on condition of anonymity.",
    ],
)
def test_no_road(text: str) -> None:
    assert Read(text).found == []


def test_citing_before_that_is_the_chain() -> None:
    (a,) = Read("RIA reported citing the port authority that the quay was lost.").found
    assert a.chain == ("port authority",)
