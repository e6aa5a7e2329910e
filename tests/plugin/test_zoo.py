"""A zoo of bad plugins: the worksheet is made every time, the plugin is named, stdout stays clean; ``--strict`` writes nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAD = """\
from factcheck.plugin import hookimpl
from factcheck.plugin.records import *
from factcheck.model.claim_parts import Detail, Flag
from factcheck.model.errors import FactcheckError
"""


def assessor(body: str) -> str:
    return (
        f"def assess(claim, ctx):\n    {body}\n    return Assessment()\n"
        "@hookimpl\ndef register_assessors():\n    return [Assessor(id='zoo.a', assess=assess)]\n"
    )


def finder(body: str) -> str:
    return (
        f"def find(article, ctx):\n    {body}\n    return []\n"
        "@hookimpl\ndef register_detail_finders():\n    return [DetailFinder(id='zoo.f', find=find)]\n"
    )


ZOO = {
    "import error": "import no_such_module_anywhere",
    "syntax error": "def (",
    "exits at import": "raise SystemExit(0)",
    "wrong record type": "@hookimpl\ndef register_columns():\n    return ['column']",
    "no list": "@hookimpl\ndef register_columns():\n    return 3",
    "duplicate id": "@hookimpl\ndef register_columns():\n    return [Column(id='status')]",
    "misspelt hook": "@hookimpl\ndef register_colums():\n    return []",
    "defaulted argument": "@hookimpl\ndef review_worksheet(worksheet, ctx=None):\n    return None",
    "wrong signature": "@hookimpl\ndef review_worksheet(sheet):\n    return None",
    "raises for one claim": assessor("1 / (claim.id != 'C002')"),
    "exits inside": assessor("raise SystemExit(3)"),
    "returns nothing": assessor("return 'high'"),
    "infinite recursion": assessor("return assess(claim, ctx)"),
    "spans outside the text": finder("return [Detail('name', 'x', 10_000, 10_001)]"),
    "spans of other words": finder("return [Detail('name', 'x', 0, 5)]"),
    "spans backwards": finder("return [Detail('name', '', 5, 0)]"),
    "mutates what it got": finder("article.text = ''"),
    "review breaks the contract": (
        "import dataclasses\n@hookimpl\ndef review_worksheet(worksheet, ctx):\n"
        "    return dataclasses.replace(worksheet, claims=worksheet.claims + worksheet.claims[:1])"
    ),
    "newer API": "PLUGIN = Plugin(api=99)",
    "no Plugin": "PLUGIN = {'api': 1}",
    "settings of the wrong type": "PLUGIN = Plugin(settings='most')",
}
HARMLESS = {
    "prints": "print('at import')\n" + assessor("print('inside')"),
    "older API": "PLUGIN = Plugin(api=0)\n" + assessor("pass"),
}
TEXT = "Bridge opens\n\nThe bridge cost $40 million, the mayor said.\n\nIt opened in 1998 and closed in 2004.\n"


def run(tmp_path: Path, body: str, *more: str) -> tuple[subprocess.CompletedProcess[str], Path]:
    (tmp_path / "zoo.py").write_text(HEAD + body, "utf-8")
    (tmp_path / "draft.txt").write_text(TEXT, "utf-8")
    target = tmp_path / "sheet.json"
    command = [sys.executable, "-m", "factcheck", "generate", "draft.txt", "-p", "zoo.py", "-o", "sheet.json", *more]
    return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8"), target


@pytest.mark.parametrize("name", ZOO)
def test_a_bad_plugin_never_costs_the_worksheet(tmp_path: Path, name: str) -> None:
    done, target = run(tmp_path, ZOO[name])
    assert (done.returncode, done.stdout) == (0, "sheet.json\n"), done.stderr
    sheet = json.loads(target.read_text("utf-8"))
    assert len(sheet["claims"]) >= 4
    assert {p["plugin"] for p in sheet["problems"]} == {"zoo"}
    assert "plugin zoo" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ZOO)
def test_strict_makes_it_an_error_and_writes_nothing(tmp_path: Path, name: str) -> None:
    done, target = run(tmp_path, ZOO[name], "--strict")
    assert (done.returncode, done.stdout) == (2, "")
    assert not target.exists() and "zoo" in done.stderr


@pytest.mark.parametrize("name", HARMLESS)
def test_what_does_no_harm_is_no_problem(tmp_path: Path, name: str) -> None:
    done, target = run(tmp_path, HARMLESS[name], "--strict")
    assert (done.returncode, done.stdout) == (0, "sheet.json\n"), done.stderr
    assert json.loads(target.read_text("utf-8"))["problems"] == []


@pytest.mark.parametrize("body", ["raise ValueError('full')", "raise SystemExit(0)", "return 3"])
def test_a_failing_format_is_one_line_and_leaves_no_file(tmp_path: Path, body: str) -> None:
    plugin = f"def write(worksheet, options):\n    print('hello')\n    {body}\n@hookimpl\ndef register_formats():\n"
    plugin += "    return [Format(id='zoo', title='zoo', suffix='.zoo', write=write)]\n"
    (tmp_path / "zoo.py").write_text(HEAD + plugin, "utf-8")
    (tmp_path / "draft.txt").write_text(TEXT, "utf-8")
    command = [sys.executable, "-m", "factcheck", "generate", "draft.txt", "-p", "zoo.py", "-o", "sheet.zoo"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")
    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    assert "plugin 'zoo'" in done.stderr and not (tmp_path / "sheet.zoo").exists()
