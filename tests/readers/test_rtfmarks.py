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
