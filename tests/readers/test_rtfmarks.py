"""RTF: links and footnotes are offered sources, broken lines stay in their paragraph, no character is lost."""

from __future__ import annotations

import pytest

from factcheck.plugin.manager import Manager
from tests.readers.test_documents import read

LINKED = r'{\field{\*\fldinst HYPERLINK "https://example.org/r"}{\fldrslt{\ul the report}}}'


def rtf(body: str) -> bytes:
    return (r"{\rtf1\ansi\ansicpg1252 " + body + "}").encode("latin-1")


@pytest.mark.parametrize(
    ("body", "text", "links"),
    [
        (f"So says {LINKED} of May.", "So says the report of May.", [("link", "the report", "https://example.org/r")]),
        (
            r'{\field{\*\fldinst{HYPERLINK "https://e.org/a"}}{\fldrslt{One}}} and {\field{\*\fldinst{HYPERLINK "mailto:a@e.org"}}{\fldrslt two}}.',
            "One and two.",
            [("link", "One", "https://e.org/a"), ("link", "two", "mailto:a@e.org")],
        ),
        (r'{\field{\*\fldinst HYPERLINK "javascript:x"}{\fldrslt the report}} said so.', "the report said so.", []),
        (r"The dam failed{\super\chftn}{\footnote\chftn See caf\'e9 minutes.} then.", "The dam failed then.", [("footnote", "failed", "See café minutes.")]),
        (r"The dam failed\line on Monday.", "The dam failed\non Monday.", []),
        (r"A \u-10179?\u-8704? face.", "A 😀 face.", []),
        ("A \x01mark\x02 of\x03 its\x04 own.", "A mark of its own.", []),
    ],
)  # fmt: skip
def test_marks(builtin_manager: Manager, body: str, text: str, links: list[tuple[str, str, str]]) -> None:
    article = read(builtin_manager, "a.rtf", rtf(body))
    assert article.text == text
    assert [(k.kind, k.text, k.url) for k in article.links] == links
    assert all(article.text[k.start : k.end] == k.text for k in article.links)


DELETED = r"The dam has }{\deleted\revauthdel1 seven}{\revised nine}{ gates"


@pytest.mark.parametrize(
    ("body", "text", "gone"),
    [
        (f"{{{DELETED}.}}", "The dam has nine gates.", "“seven”"),
        (r"The dam has \deleted seven\deleted0 nine gates.", "The dam has nine gates.", "“seven”"),
        (r"The dam \deleted has seven\par Old.\pard\plain\par has nine gates.", "The dam\nhas nine gates.", "“has seven Old.”"),
        (r"{Begin }{\deleted end of one.}\par\pard\plain{\deleted Two begins}{ here.}", "Begin here.", "“end of one.”, “Two begins”"),
        (r"{\deleted A {\b bold} caf\'e9}The dam.", "The dam.", "“A bold café”"),
        (r"Kept.{\deleted old{\footnote Gone too.}}", "Kept.", "“old”"),
        (r"He wrote \\deleted in it.", "He wrote \\deleted in it.", ""),
    ],
)
def test_tracked_changes_are_read_as_accepted_and_deletions_told(builtin_manager: Manager, body: str, text: str, gone: str) -> None:
    article = read(builtin_manager, "a.rtf", rtf(body))
    assert article.text.replace("\n\n", "\n") == text and article.links == ()
    told = f"Tracked changes were read as accepted; deleted and left out: {gone}."
    assert [n for n in article.notes if n.startswith("Tracked")] == ([told] if gone else [])


def test_a_comment_is_the_authors_source_on_the_word_before(builtin_manager: Manager) -> None:
    comment = r"{\*\atnid AR}{\*\atnauthor Ada Roe}\chatn{\*\annotation{\*\atndate -14}{Told me by phone.}}"
    article = read(builtin_manager, "a.rtf", rtf(rf"It has nine gates.{comment} It leaks.{{\footnote Minutes.}}"))
    assert article.text == "It has nine gates. It leaks."
    assert [(k.kind, k.text, k.url) for k in article.links] == [
        ("comment", "gates.", "Told me by phone."),
        ("footnote", "leaks.", "Minutes."),
    ]


@pytest.mark.parametrize(
    ("body", "paragraphs"),
    [
        (r"{{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt{In the box.}\par Its second line.}}}Beside it.}\par Next.",
         ["Beside it.", "In the box.", "Its second line.", "Next."]),
        (r"{\shp{\*\shpinst{\shptxt One.}}}{\shp{\*\shpinst{\shptxt Two.}}}Beside.\par Next.", ["Beside.", "One.", "Two.", "Next."]),
        (r"Beside.{\shp{\*\shpinst{\shptxt One.}}{\shprslt Again.}}", ["Beside.", "One."]),
        (r"Beside {\shp{\*\shpinst{\sp{\sn pib}{\sv {\pict 00ff}}}}}it.\par Next.", ["Beside it.", "Next."]),
    ],
)  # fmt: skip
def test_a_text_box_stands_behind_its_paragraph(builtin_manager: Manager, body: str, paragraphs: list[str]) -> None:
    assert [p for p in read(builtin_manager, "a.rtf", rtf(body)).text.split("\n") if p] == paragraphs
