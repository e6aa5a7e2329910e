"""Forms that call each other: how often is known before pdfium follows the calls."""

from __future__ import annotations

import zlib

import pytest

from factcheck.readers.pdfbomb import content
from factcheck.readers.pdfforms import Forms
from tests.robustness.corpus import forms_pdf


def too_many(data: bytes) -> bool:
    return Forms(data, content).too_many()


def form(number: int, body: bytes, resources: bytes, *, packed: bool = False) -> bytes:
    body = zlib.compress(body) if packed else body
    return b"%d 0 obj<</Type/XObject/Subtype/Form%s/Length %d>>stream\n%s\nendstream endobj\n" % (number, resources, len(body), body)


@pytest.mark.parametrize(
    ("levels", "calls", "found"), [(30, 2, True), (17, 2, True), (10, 2, False), (4, 100, True), (3, 100, False), (40, 1, False)]
)
def test_a_tree_of_forms(levels: int, calls: int, found: bool) -> None:
    assert too_many(forms_pdf(levels, calls)) is found


def test_a_form_that_calls_itself() -> None:
    assert too_many(form(1, b"/X Do /X Do", b"/Resources<</XObject<</X 1 0 R>>>>"))
    assert not too_many(form(1, b"/X Do", b"/Resources<</XObject<</X 1 0 R>>>>"))


@pytest.mark.parametrize(
    "file",
    [
        form(1, b"/#58 Do /X%c\nDo", b"/Resources<</XObject<</X 1 0 R>>>>"),
        form(1, b"/X Do /X Do", b"/Resources<</XObject<</X 1 0 R>>>>", packed=True),
        form(1, b"/X Do /X Do", b"/Resources 7 0 R") + b"7 0 obj<</XObject 8 0 R>>endobj 8 0 obj<</X 1 0 R>>endobj\n",
        form(1, b"/X Do /X Do", b"/Resources 7 0 R")
        + b"9 0 obj<</Type/ObjStm/N 2/First 9>>stream\n%s\nendstream endobj" % zlib.compress(b"7 0 8 17 <</XObject 8 0 R>><</X 1 0 R>>"),
        form(1, b"/X Do /X Do", b"") + b"3 0 obj<</Type/Page/Resources<</XObject<</X 1 0 R>>>>>>endobj\n",
        form(1, b"BT ET", b"") + b"3 0 obj<</X 1 0 R>>endobj 4 0 obj<<>>stream\n%s\nendstream endobj" % zlib.compress(b"/X Do " * 100_001),
    ],
    ids=["names in other ways", "packed", "resources elsewhere", "in an object stream", "resources of the page", "a page with many"],
)
def test_calls_are_found_wherever_they_stand(file: bytes) -> None:
    assert too_many(b"%PDF-1.5\n" + file)


def test_forms_of_one_name_are_kept_apart() -> None:
    inner = form(2, b"BT ET", b"/Resources<<>>")
    outer = form(1, b"/Fm0 Do /Fm0 Do /Im0 Do", b"/Resources<</XObject<</Fm0 2 0 R/Im0 5 0 R>>>>")
    page = b"3 0 obj<</Type/Page/Resources<</XObject<</Fm0 1 0 R>>>>/Contents 4 0 R>>endobj 4 0 obj<<>>stream\n/Fm0 Do\nendstream endobj\n"
    assert not too_many(b"%PDF-1.5\n" + inner + outer + page)
