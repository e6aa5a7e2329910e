"""What a document's properties say fills the gaps that its text leaves."""

from __future__ import annotations

import io
import zipfile

import pytest

from factcheck.model.errors import FactcheckError
from factcheck.plugin.manager import Manager
from factcheck.readers import assemble
from tests.readers import documents as d
from tests.readers.test_documents import RICH, read

WORD_META = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:creator>{}</dc:creator></cp:coreProperties>'
)
OPEN_META = (
    '<m xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>{}</dc:title><meta:initial-creator>{}</meta:initial-creator></m>"
)


def with_member(data: bytes, name: str, text: str) -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as z:
        z.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("author", "byline"), [("Ruth Okafor", "Ruth Okafor"), ("Microsoft Office User", None), ("python-docx", None), ("=cmd|x !A0", None)]
)
def test_the_properties_of_a_document_fill_gaps(builtin_manager: Manager, author: str, byline: str | None) -> None:
    ways = {
        "a.docx": with_member(d.docx(d.par(d.PARAGRAPHS[0])), "docProps/core.xml", WORD_META.format("Harbour ferry", author)),
        "a.odt": d.odt(f"<text:p>{d.PARAGRAPHS[0]}</text:p>", meta=OPEN_META.format("Harbour ferry", author)),
    }
    for name, data in ways.items():
        article = read(builtin_manager, name, data)
        assert (article.title, article.byline, article.text) == ("Harbour ferry", byline, d.PARAGRAPHS[0])
    whole = with_member(RICH, "docProps/core.xml", WORD_META.format("Old title", "Ruth Okafor"))
    assert (read(builtin_manager, "a.docx", whole).title, read(builtin_manager, "a.docx", whole).byline) == (d.HEADLINE, "Nell Arkwright")


def test_more_paragraphs_than_any_book_are_refused(builtin_manager: Manager, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assemble, "MOST_BLOCKS", 3)
    assert len(read(builtin_manager, "a.txt", b"One.\n\nTwo.\n\nThree.").blocks) == 3
    with pytest.raises(FactcheckError, match=r"a\.txt: holds 4 paragraphs, more than 3"):
        read(builtin_manager, "a.txt", b"One.\n\nTwo.\n\nThree.\n\nFour.")
