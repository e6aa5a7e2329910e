"""docs/security.md names tests and limits that exist."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from factcheck import fetch, files
from factcheck.formats.excel import package
from factcheck.readers import (
    assemble,
    container,
    email,
    encoding,
    markdown,
    opendocument,
    pdf,
    pdfbomb,
    pdfforms,
    rtf,
    rtfmarks,
    rtfparts,
    tree,
)

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)))


@pytest.mark.parametrize(("file", "name"), NAMED, ids=[n for _, n in NAMED])
def test_a_named_test_is_there(file: str, name: str) -> None:
    parsed = ast.parse((ROOT / file).read_text("utf-8"))
    assert name.startswith("test_") and name in {n.name for n in parsed.body if isinstance(n, ast.FunctionDef)}


def test_every_promise_names_a_test() -> None:
    promises = PAGE.partition("## Promises")[2].partition("##")[0].strip().splitlines()[2:]
    assert len(promises) > 15 and all("::test_" in row for row in promises)


def test_the_limits_are_those_of_the_code() -> None:
    assert f"{encoding.MOST:,} characters" in PAGE
    assert f"{container.LARGEST // 1024**2} MB, {container.MEMBERS:,} members" in PAGE
    assert f"{pdf._MOST:,} pages" in PAGE
    assert f"| an RTF file | {rtf.LARGEST // 1024**2} MB, its table of fonts {rtfmarks._FONT_TABLE:,} characters, a shape as many, " in PAGE
    assert rtfparts._SHAPE_LONG == rtfmarks._FONT_TABLE and f"a note or deletion {rtfparts.LONG:,} |" in PAGE
    assert f"{pdfforms.MOST:,} forms drawn on a page" in PAGE
    assert f"{assemble.MOST_BLOCKS:,} paragraphs" in PAGE and f"{email._LONGEST:,} characters; the rest" in PAGE
    assert f"{files.MOST // 1000**2:,} MB; from standard input {files.MOST_PIPED // 1000**2} MB" in PAGE
    assert f"{pdfbomb.LARGEST // 1024**2} MB unpacked in one place" in PAGE and f"{4 * pdfbomb.LARGEST // 1024**2} MB in all" in PAGE
    assert f"{fetch.LARGEST // 1024**2} MB, {3 * fetch.PATIENCE:.0f} seconds, {fetch.REDIRECTS} redirects" in PAGE
    assert f"{package.MOST_BYTES // 10**6:,} MB unpacked" in PAGE and f"{package.MOST_PARTS:,} parts" in PAGE
    assert f"{tree._NESTED} (HTML), {opendocument._DEEPEST} (OpenDocument), {markdown._DEEPEST} (Markdown)" in PAGE
