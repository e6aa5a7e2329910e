"""Files that are large for no reason: 100 megabytes of one line, a million paragraphs; by ``make stress``, with what is smaller in every run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers import documents
from tests.robustness.conftest import sound, tree
from tests.robustness.corpus import WORDS, zipped
from tests.robustness.effort import LARGE
from tests.robustness.forks import Forks

pytestmark = pytest.mark.slow  # part of make test-all: it takes minutes

MILLION = 1_000_000
SIZES = (2 * MILLION, *((100 * MILLION,) if LARGE else ()))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("suffix", ["txt", "md", "html", "rtf", "eml", "odt"])
def test_one_endless_word(suffix: str, size: int, forks: Forks, tmp_path: Path) -> None:
    word = b"a" * size
    odt = b'<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    made = {
        "html": b"<html><body><article><p>" + word + b" said so today.</p></article></body></html>",
        "rtf": b"{\\rtf1 " + word + b"}",
        "eml": b"From: a@example.org\r\nSubject: x\r\n\r\n" + word,
        "odt": zipped(content_d_xml=odt + b"<o:body><o:text><text:p>" + word + b"</text:p></o:text></o:body></o:document-content>")
        if suffix == "odt"
        else b"",
    }
    (tmp_path / f"a.{suffix}").write_bytes(made.get(suffix, word))
    done = forks.run(["generate", "--no-plugins", f"a.{suffix}", "-f", "json"], tmp_path, seconds=300)
    sound(done, suffix)
    assert done.code == 0 or "more than" in done.err or "no article" in done.err
    assert tree(tmp_path) == {f"a.{suffix}"} | ({"a.factcheck.json"} if done.code == 0 else set())


@pytest.mark.parametrize(
    ("name", "unit", "count"), [("prose.txt", WORDS, 1_250_000), ("tiny.txt", "a\n\n", 7_000_000), ("lines.md", "- a\n", 6_000_000)]
)
def test_more_than_any_book_is_refused(name: str, unit: str, count: int, forks: Forks, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(unit.encode() * count)
    done = forks.run(["generate", "--no-plugins", name], tmp_path, seconds=120)
    sound(done, name)
    assert done.code == 2 and "more than 20,000,000" in done.err and tree(tmp_path) == {name}


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "odt", "docx", "rtf"])
def test_a_million_tiny_paragraphs_are_refused(suffix: str, forks: Forks, tmp_path: Path) -> None:
    number = MILLION if LARGE else 310_000
    many = {
        "html": lambda: b"<html><body>" + b"<p>a b.</p>" * number,
        "odt": lambda: documents.odt("<text:p>a b.</text:p>" * number),
        "docx": lambda: documents.docx(documents.par("a b.") * number),
        "rtf": lambda: b"{\\rtf1 " + b"a b.\\par " * number + b"}",
    }
    (tmp_path / f"a.{suffix}").write_bytes(many[suffix]() if suffix in many else b"a b.\n\n" * number)
    done = forks.run(["generate", "--no-plugins", f"a.{suffix}"], tmp_path, seconds=300)
    sound(done, suffix)
    assert (done.code == 2 and "300,000" in done.err) or "memory" in done.err
