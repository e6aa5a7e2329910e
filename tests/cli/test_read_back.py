"""What comes back and what does not, on the command line: a filled-in table, odd statuses, the parts of the page, and advice that helps."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.test_cli import TEXT, run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "draft.txt").write_text(TEXT, "utf-8")
    run("generate", "draft.txt", "-f", "json", "-f", "csv", "-o", "out/", cwd=tmp_path)
    for suffix in ("json", "csv"):
        (tmp_path / "out" / f"draft.factcheck.{suffix}").rename(tmp_path / f"w.{suffix}")
    return tmp_path


def fill(path: Path, **typed: str) -> None:
    """Type into the second row of a CSV, as a spreadsheet saves it."""
    text = path.read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if ";" in text.split("\n")[0] else ","))
    for title, words in typed.items():
        rows[2][rows[0].index(title)] = words
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows(rows)
    path.write_text(out.getvalue(), "utf-8", newline="")


def test_a_filled_in_table_is_counted_and_merged(folder: Path) -> None:
    fill(folder / "w.csv", Status="✘", Evidence="register\np. 3")
    out, err = run("status", "w.csv", cwd=folder)
    assert "1 of 2 rows done" in out and "Wrong 1" in out and "'factcheck merge' brings it back" in err
    for files in (("w.json", "w.csv"), ("w.csv", "w.json")):
        run("merge", *files, "-o", "both.json", "--force", cwd=folder)
        data = json.loads((folder / "both.json").read_text("utf-8"))
        assert data["entries"] == {data["claims"][1]["id"]: {"status": "wrong", "evidence": "register\np. 3"}}
    _, err = run("status", "w.csv", "--require-done", cwd=folder, code=2)
    assert "holds only a part" in err
    _, err = run("convert", "w.csv", "-o", "x.xlsx", cwd=folder, code=2)
    assert "factcheck merge WORKSHEET w.csv" in err and not (folder / "x.xlsx").exists()
    _, err = run("update", "w.csv", "draft.txt", cwd=folder, code=2)
    assert "merge it into the whole worksheet first" in err
    _, err = run("merge", "w.csv", "w.csv", "-o", "x.json", cwd=folder, code=2)
    assert "give the worksheet that it was made from" in err


def test_signs_are_statuses_and_other_words_are_named(folder: Path) -> None:
    fill(folder / "w.csv", Status="–")
    assert "Nothing to check 1" in run("status", "w.csv", cwd=folder)[0]
    fill(folder / "w.csv", Status="confirmd")
    out, _ = run("status", "w.csv", cwd=folder)
    assert "no status (open): 'confirmd' on C002; did you mean Confirmed? type one of Not checked, In progress" in out


def test_what_is_typed_for_no_row_is_told(folder: Path) -> None:
    data = json.loads((folder / "w.json").read_text("utf-8"))
    data["entries"] = {"C999": {"status": "wrong"}, "C001": {"status": "wrong"}, "cover": {"draft": "2"}, "sources+1": {"note": "x"}}
    (folder / "w.json").write_text(json.dumps(data), "utf-8")
    _, err = run("status", "w.json", cwd=folder)
    assert "something is typed for C999, and no such row is there; it is kept" in err


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("status", "p.html"), "press Save on the page and give the .json file"),
        (("status", "draft.txt"), "'factcheck generate'; give the worksheet as .xlsx, "),
        (("status", "-"), "is read from a file, not from standard input"),
        (("convert", "-", "-f", "json", "-o", "-"), "is read from a file"),
        (("generate", "w.factcheck.json"), "is a worksheet, not an article"),
        (("generate", "w.xlsx"), "is a worksheet, not an article"),
        (("generate", "draft.txt", "-f", "excel"), "there is no format 'excel'; did you mean 'xlsx'?"),
        (("generate", "draft.txt", "-f", "htm"), "did you mean 'html'?"),
        (("convert", "w.json", "-f", ".md", "-o", "-"), "did you mean 'markdown'?"),
        (("generate", "draft.txt", "--parts", "cover,rowz", "-o", "n.html"), "the page has no part 'rowz'; did you mean 'rows'?"),
        (("generate", "draft.txt", "--parts", "cover", "-o", "n.json"), "only a page has parts"),
        (("generate", "draft.txt", "--parts", " ,", "-o", "n.html"), "names no part"),
    ],
)
def test_advice_helps(folder: Path, args: tuple[str, ...], words: str) -> None:
    for name in ("p.html", "w.factcheck.json", "w.xlsx"):
        (folder / name).write_bytes(b"x")
    _, err = run(*args, cwd=folder, code=2)
    assert words in err and err.count("\n") == 1
    assert not list(folder.glob("n.*"))


def test_parts_of_the_page_are_chosen(folder: Path) -> None:
    def ticked(name: str) -> list[str]:
        page = (folder / name).read_text("utf-8")
        return [part for part in ("cover", "proof", "rows", "contradictions", "tables", "calls") if f'id="print-{part}" checked' in page]

    run("generate", "draft.txt", "-o", "all.html", cwd=folder)
    assert (
        ticked("all.html") == ["cover", "proof", "rows", "contradictions", "tables"]
        and "chosen" not in (folder / "all.html").read_text("utf-8").split("<fieldset")[1][:30]
    )
    run("generate", "draft.txt", "--parts", "Calls, article", "-o", "some.html", cwd=folder)
    assert ticked("some.html") == ["proof", "calls"]
    run("convert", "w.json", "--parts", "all", "-o", "every.html", cwd=folder)
    assert len(ticked("every.html")) == 6
