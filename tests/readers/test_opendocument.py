"""OpenDocument: words in cells, items and shapes are read, once."""

from __future__ import annotations

import pytest

from factcheck.plugin.manager import Manager
from tests.readers import documents as d
from tests.readers.test_documents import read


def cells(*inside: str) -> str:
    return "".join(f"<table:table-row><table:table-cell>{i}</table:table-cell></table:table-row>" for i in inside)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"<table:table>{cells('<text:h>Year</text:h><text:p>2024</text:p>')}</table:table>", "Year 2024"),
        (f"<table:table>{cells('<text:p>A</text:p><table:table>' + cells('<text:p>b</text:p>') + '</table:table>')}</table:table>", "A b"),
        (f"<table:table><table:table-header-rows>{cells('<text:p>H</text:p>')}</table:table-header-rows></table:table>", "H"),
        (
            f"<text:list><text:list-item><text:p>Item.</text:p><table:table>{cells('<text:p>c</text:p>')}</table:table></text:list-item></text:list>",
            "Item.\n\nc",
        ),
        ("<text:p>Words.<drawing:custom-shape><text:p>In a shape.</text:p></drawing:custom-shape></text:p>", "Words.\n\nIn a shape."),
        ("<text:p>It was ev\u00ad\u200ber.</text:p>", "It was ever."),
    ],
)
def test_no_words_of_an_opendocument_text_are_lost_or_doubled(builtin_manager: Manager, body: str, text: str) -> None:
    assert read(builtin_manager, "a.odt", d.odt(body)).text == text
