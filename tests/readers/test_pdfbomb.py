"""What a PDF unpacks to is known before it is read."""

from __future__ import annotations

import zlib

import pytest

from factcheck.readers import pdfbomb
from tests.readers import documents


def stream(body: bytes, head: bytes = b"") -> bytes:
    return b"1 0 obj<<%s>>stream\n%s\nendstream endobj\n" % (head, body)


@pytest.mark.parametrize(
    ("body", "head", "found"),
    [
        (zlib.compress(bytes(2_000)), b"", True),
        (zlib.compress(zlib.compress(bytes(2_000))), b"", True),
        (zlib.compress(bytes(2_000)), b"/Subtype /Image", False),
        (zlib.compress(bytes(900)), b"", False),
        (bytes(2_000), b"", False),
        (zlib.compress(bytes(2_000))[:-9][:6], b"", False),
        (b"x\x9c no zlib at all", b"", False),
    ],
)
def test_one_stream(body: bytes, head: bytes, found: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfbomb, "LARGEST", 1_000)
    assert pdfbomb.swells(b"%PDF-1.4\n" + stream(b"short") + stream(body, head)) is found


def test_many_streams_count_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfbomb, "LARGEST", 1_000)
    one = stream(zlib.compress(bytes(900)))
    assert (pdfbomb.swells(one * 4), pdfbomb.swells(one * 5)) == (False, True)


def test_an_article_does_not_swell() -> None:
    assert not pdfbomb.swells(documents.pdf())
