"""The command line as a user meets it: targets, refusals, exit codes, one line for each error."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "Clinic opens on Mill Lane\n\nThe clinic has 40 beds, Mayor Ruth Bell said.\n"
BROKEN_INSIDE = """
from factcheck.plugin import hookimpl
from factcheck.plugin.records import ContradictionDetector
def keys(claim, ctx):
    print("noise on stdout")
    raise RuntimeError("inside the detector")
@hookimpl
def register_contradiction_detectors():
    return [ContradictionDetector(id="bad", keys=keys)]
"""


def run(*args: str, cwd: Path, stdin: bytes | None = None, code: int = 0) -> tuple[str, str]:
    done = subprocess.run([sys.executable, "-m", "factcheck", *args], cwd=cwd, input=stdin, capture_output=True, check=False)
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert done.returncode == code, (out, err)
    assert "Traceback" not in err or "-v" in args
    return out, err


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "draft.txt").write_text(TEXT, "utf-8")
    return tmp_path


def test_the_worksheet_stands_beside_the_article_and_stdout_has_the_path_only(folder: Path) -> None:
    out, err = run("generate", "draft.txt", cwd=folder)
    assert out == "draft.factcheck.xlsx\n"
    assert err == ""
    assert (folder / "draft.factcheck.xlsx").read_bytes()[:2] == b"PK"


def test_an_existing_target_is_refused_and_force_keeps_a_backup(folder: Path) -> None:
    (folder / "w.json").write_text("mine")
    _, err = run("generate", "draft.txt", "-o", "w.json", cwd=folder, code=2)
    assert "already there" in err and "--force" in err
    assert (folder / "w.json").read_text() == "mine"
    run("generate", "draft.txt", "-o", "w.json", "--force", cwd=folder)
    assert (folder / "w.json.bak").read_text() == "mine"
    assert json.loads((folder / "w.json").read_text("utf-8"))["schema"] == "factcheck-worksheet/1"


def test_stdin_and_stdout(folder: Path) -> None:
    out, _ = run("generate", "-", "-f", "json", "-o", "-", cwd=folder, stdin=TEXT.encode())
    assert json.loads(out)["article"]["text"] == TEXT
    out, _ = run("generate", "-", cwd=folder, stdin=TEXT.encode())
    assert out == "worksheet.factcheck.xlsx\n"


def test_several_articles_on_stdout_are_json_lines(folder: Path) -> None:
    (folder / "other.txt").write_text("The bridge opened in 1998.")
    out, _ = run("generate", "draft.txt", "other.txt", "-o", "-", cwd=folder)
    assert [json.loads(line)["article"]["path"] for line in out.splitlines()] == ["draft.txt", "other.txt"]


def test_several_formats_go_to_a_folder(folder: Path) -> None:
    out, _ = run("generate", "draft.txt", "-f", "csv", "-f", "markdown", "-o", "out", cwd=folder)
    assert out.split() == [str(Path("out/draft.factcheck.csv")), str(Path("out/draft.factcheck.md"))]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("generate", "gone.txt"), "gone.txt: there is no such file"),
        (("generate", "draft.txt", "-o", "w.html", "-f", "xlsx"), "contradicts the suffix .html"),
        (("generate", "draft.txt", "-o", "w.pdf"), "no format has the suffix '.pdf'"),
        (("generate", "draft.txt", "-f", "word"), "there is no format 'word'; "),
        (("generate", "draft.txt", "-o", "worksheet"), "-o worksheet: has no suffix to say in which format; add one of .xlsx,"),
        (("generate", ""), "an argument is empty"),
        (("status", ""), "an argument is empty"),
        (("convert", "", "-f", "html"), "an argument is empty"),
        (("update", "", "draft.txt"), "an argument is empty"),
        (("merge", "", "draft.txt"), "an argument is empty"),
        (("generate", "draft.txt", "--templates", ""), "--templates: an argument is empty"),
        (("generate", "draft.txt", "-o", "draft.txt", "-f", "json"), "is the article itself"),
        (("generate", "draft.txt", "-o", "no/where/w.json"), "there is no such folder"),
        (("generate", "draft.txt", "--published", "6 June"), "'6 June' is no date"),
        (("generate", "empty"), "the folder holds no article"),
        (("generate", "empty.txt"), "empty.txt"),
        (("generate", "picture.png"), "no reader for .png files"),
        (("generate", "draft.txt", "-p", "gone.py"), "there is no such plugin file"),
        (("generate", "draft.txt", "draft.txt"), "would both be written to it"),
        (("generate", "draft.txt", "draft.txt", "-o", "new"), "would both be written to it"),
        (("generate", "draft.txt", "-o", "a.json", "-f", "json", "-f", "html"), "names one file"),
        (("genrate", "draft.txt"), "did you mean 'generate'"),
        (("generate",), "Missing argument"),
        (("convert", "draft.txt", "-f", "json"), "'factcheck generate'"),
        (("convert", "notes.json", "-f", "csv"), "no JSON"),
        (("convert", "other.json", "-f", "csv"), "its schema is 'x/1'"),
        (("status", "gone.xlsx"), "there is no such file"),
        (("status", "fake.xlsx"), "fake.xlsx"),
        (("plugins", "show", "details.monney"), "there is no plugin"),
        (("generate", "draft.txt", "-o", ""), "-o: names nothing; give a file or a folder, or leave it out"),
        (("convert", "draft.txt", "-o", " "), "-o: names nothing"),
        (("update", "fake.xlsx", "draft.txt", "-o", ""), "-o: names nothing"),
        (("merge", "fake.xlsx", "fake.xlsx", "-o", ""), "-o: names nothing"),
    ],
)
def test_bad_input_gets_one_clear_line_and_code_2(folder: Path, args: tuple[str, ...], words: str) -> None:
    (folder / "empty").mkdir()
    (folder / "empty.txt").write_text("")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / "notes.json").write_text("{")
    (folder / "other.json").write_text('{"schema": "x/1"}')
    (folder / "fake.xlsx").write_text("no workbook")
    before = sorted(folder.rglob("*"))
    _, err = run(*args, cwd=folder, code=2)
    assert words in err
    assert err.count("\n") == 1
    assert sorted(folder.rglob("*")) == before


def test_some_inputs_of_many_fail_with_code_1_and_the_others_are_written(folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    out, err = run("generate", "empty.txt", "draft.txt", "-f", "json", cwd=folder, code=1)
    assert out == "draft.factcheck.json\n"
    assert "empty.txt" in err


def test_broken_plugins_cost_their_part_and_strict_writes_nothing(folder: Path) -> None:
    (folder / "at_import.py").write_text("raise RuntimeError('at import')\n")
    (folder / "inside.py").write_text(BROKEN_INSIDE)
    plugins = ("-p", "at_import.py", "-p", "inside.py")
    out, err = run("generate", "draft.txt", "-o", "w.json", *plugins, cwd=folder)
    assert out == "w.json\n"
    assert "plugin at_import failed in loading: RuntimeError: at import" in err
    assert "plugin inside failed in contradiction detector bad: RuntimeError: inside the detector" in err
    data = json.loads((folder / "w.json").read_text("utf-8"))
    assert {p["plugin"] for p in data["problems"]} == {"at_import", "inside"}
    assert len(data["claims"]) >= 2
    _, err = run("generate", "draft.txt", "-o", "strict.json", *plugins, "--strict", cwd=folder, code=2)
    assert "--strict" in err and not (folder / "strict.json").exists()
    _, err = run("generate", "draft.txt", "-o", "strict.json", "-p", "inside.py", "--strict", cwd=folder, code=2)
    assert not (folder / "strict.json").exists()
    _, err = run("generate", "draft.txt", "-o", "verbose.json", *plugins, "-v", cwd=folder)
    assert "Traceback" in err


@pytest.mark.parametrize("suffix", ["xlsx", "json"])
def test_convert_keeps_what_people_typed(folder: Path, suffix: str) -> None:
    run("generate", "draft.txt", "-o", "w.json", cwd=folder)
    data = json.loads((folder / "w.json").read_text("utf-8"))
    typed = {"status": "confirmed_as_said", "note": "line one\nline two", "date": "2025-06-07", "in_draft": "x", "My column": "=1+1"}
    data["entries"] = {data["claims"][0]["id"]: typed, "N01": {"status": "wrong"}}
    data["added_claims"] = [{"id": "N01", "text": "@added by hand", "sentence": None}]
    (folder / "w.json").write_text(json.dumps(data), "utf-8")
    run("convert", "w.json", "-o", f"other.{suffix}", cwd=folder)
    run("convert", f"other.{suffix}", "-o", "back.json", cwd=folder)
    back = json.loads((folder / "back.json").read_text("utf-8"))
    assert back == data


def test_status_counts_and_is_a_gate(folder: Path) -> None:
    run("generate", "draft.txt", "-o", "w.json", cwd=folder)
    out, _ = run("status", "w.json", cwd=folder)
    assert out.startswith("0 of ")
    run("status", "w.json", "--require-done", cwd=folder, code=1)
    data = json.loads((folder / "w.json").read_text("utf-8"))
    data["entries"] = {c["id"]: {"status": "confirmed", "evidence": "visit", "initials": "rb"} for c in data["claims"]}
    (folder / "w.json").write_text(json.dumps(data), "utf-8")
    run("status", "w.json", "--require-done", cwd=folder)
    out, _ = run("status", "w.json", "--json", cwd=folder)
    counted = json.loads(out)
    assert counted["done"] == counted["rows"] == len(data["claims"])
    assert counted["checkers"] == {"rb": len(data["claims"])}


def test_plugins_are_listed_and_shown(folder: Path) -> None:
    (folder / "mine.py").write_text("raise RuntimeError('at import')\n")
    out, _ = run("plugins", "list", "-p", "mine.py", cwd=folder)
    assert "plugin    mine  mine.py" in out and "built-in  readers.plain" in out
    out, _ = run("plugins", "list", "--load", "-p", "mine.py", cwd=folder, code=1)
    assert "mine  mine.py  failed: RuntimeError: at import" in out
    assert "readers.plain  ok" in out
    out, _ = run("plugins", "show", "readers.plain", cwd=folder)
    assert "register_readers" in out


def test_schema_prints_json(folder: Path) -> None:
    out, _ = run("schema", cwd=folder)
    assert json.loads(out)["title"] == "factcheck-worksheet/1"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_completion(folder: Path, shell: str) -> None:
    import os

    env = {**os.environ, "_FACTCHECK_COMPLETE": f"{shell}_source"}
    done = subprocess.run(
        [sys.executable, "-c", "import sys; sys.argv[0] = 'factcheck'; from factcheck.cli import main; main()"],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "_FACTCHECK_COMPLETE" in done.stdout, done.stderr


@pytest.mark.parametrize("words", [(), ("plugins",)])
def test_a_group_alone_shows_its_help_line_by_line(folder: Path, words: tuple[str, ...]) -> None:
    out, err = run(*words, cwd=folder, code=2)
    assert out == "" and err.startswith("Usage: factcheck") and len(err.splitlines()) > 8
