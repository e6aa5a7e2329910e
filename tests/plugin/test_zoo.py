"""A zoo of bad plugins: the worksheet is made every time, the plugin is named, stdout stays clean; ``--strict`` writes nothing."""

from __future__ import annotations

import json
import subprocess
import sys
import types
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


def lexicon(load: str) -> str:
    return f"@hookimpl\ndef register_lexicons():\n    return [Lexicon(id='zoo.l', name='cues', load=lambda: {load})]\n"


def review(body: str) -> str:
    return f"import os\n@hookimpl\ndef review_worksheet(worksheet, ctx):\n    {body}\n    return None\n"


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
    "mutates a claim's table": assessor("claim.cells['zoo.x'] = 'y'"),
    "mutates the entries": review("worksheet.entries['C001'] = {'status': 'confirmed'}"),
    "mutates its settings": assessor("ctx.settings['most'] = 1"),
    "changes the working folder": review("os.chdir('/')"),
    "changes the working folder at import": "import os\nos.chdir('/')",
    "raises what is no Exception": assessor("raise type('Odd', (BaseException,), {})('odd')"),
    "raises what has no words": assessor("raise type('Odd', (Exception,), {'__str__': lambda self: 1 / 0})()"),
    "skips like a test": assessor("import pytest; pytest.skip('not today')"),
    "raises halfway": finder("yield Detail('number', '1998', 73, 77); 1 / 0"),
    "hook calls itself": "@hookimpl\ndef register_columns():\n    return register_columns()",
    "wrong type in a record": "@hookimpl\ndef register_columns():\n    return [Column(id='zoo.c', value=3)]",
    "function without ctx": ("@hookimpl\ndef register_assessors():\n    return [Assessor(id='zoo.a', assess=lambda claim: NOTHING)]"),
    "column value raises": (
        "@hookimpl\ndef register_columns():\n    return [Column(id='zoo.c', title='C', side='machine', value=lambda row, view: 1 / 0)]"
    ),
    "attributor raises": ("@hookimpl\ndef register_attributors():\n    return [Attributor(id='zoo.a', find=lambda article, ctx: 1 / 0)]"),
    "extractor raises": (
        "@hookimpl\ndef register_claim_extractors():\n"
        "    return [ClaimExtractor(id='zoo.e', extract=lambda sentence, attributions, details, ctx: 1 / 0)]"
    ),
    "detector raises": (
        "@hookimpl\ndef register_contradiction_detectors():\n"
        "    return [ContradictionDetector(id='zoo.d', keys=lambda claim, ctx: [Fact('k', claim.id, (0, 1))], compare=lambda a, b, ctx: 1 / 0)]"
    ),
    "lexicon raises": lexicon("1 / 0"),
    "lexicon is no table": lexicon("3"),
    "lexicon of another shape": lexicon("{'verbs': 3}"),
    "lexicon lacks a key": lexicon("{'verbs': {'aver': {}}}"),
    "review breaks the contract": (
        "import dataclasses\n@hookimpl\ndef review_worksheet(worksheet, ctx):\n"
        "    return dataclasses.replace(worksheet, claims=worksheet.claims + worksheet.claims[:1])"
    ),
    "newer API": "PLUGIN = Plugin(api=99)",
    "no Plugin": "PLUGIN = {'api': 1}",
    "settings of the wrong type": "PLUGIN = Plugin(settings='most')",
}
HARMLESS = {
    "spoils its lexicons": finder("ctx.lexicons['cues'].clear(); ctx.lexicons['cues']['verbs'] = 3"),
    "prints": "print('at import')\n" + assessor("print('inside')"),
    "prints past Python": "import os, sys\nos.system('echo at import')\n"
    + assessor("os.write(1, b'inside'); print('x', file=sys.__stdout__)"),
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


def test_what_fails_in_registering_is_told_of_every_article(tmp_path: Path) -> None:
    (tmp_path / "zoo.py").write_text(HEAD + lexicon("3") + ZOO["duplicate id"], "utf-8")
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(TEXT, "utf-8")
    command = [sys.executable, "-m", "factcheck", "generate", "a.txt", "b.txt", "-p", "zoo.py", "-f", "json", "-o", "out/"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0
    for name in ("a", "b"):
        problems = json.loads((tmp_path / "out" / f"{name}.factcheck.json").read_text("utf-8"))["problems"]
        assert [p["hook"] for p in problems] == ["register_columns", "lexicon zoo.l"]


def test_a_reader_that_fails_at_one_article_is_no_problem_of_the_next(tmp_path: Path) -> None:
    body = (
        "from factcheck.readers.plain import read as plain\ndef read(source, settings):\n    assert b'bad' not in source.data\n"
        "    return plain(source, settings)\n@hookimpl\ndef register_readers():\n"
        "    return [Reader(id='zoo', title='zoo', suffixes=('.zoo',), read=read)]\n"
    )
    (tmp_path / "zoo.py").write_text(HEAD + body, "utf-8")
    (tmp_path / "a.zoo").write_text("bad", "utf-8")
    (tmp_path / "b.zoo").write_text(TEXT, "utf-8")
    command = [sys.executable, "-m", "factcheck", "generate", "a.zoo", "b.zoo", "-p", "zoo.py", "-f", "json", "-o", "out/"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")
    assert (done.returncode, done.stdout.splitlines()) == (1, [str(Path("out", "b.factcheck.json"))])
    assert "the plugin 'zoo' failed in its reader 'zoo': AssertionError" in done.stderr
    assert json.loads((tmp_path / "out" / "b.factcheck.json").read_text("utf-8"))["problems"] == []


@pytest.mark.parametrize("load", ["1 / 0", "{'verbs': 3}", "{'verbs': {'aver': {}}}"])
def test_a_bad_lexicon_costs_no_built_in_rule(load: str) -> None:
    from factcheck.plugin.testing import make_worksheet

    sheet = make_worksheet(TEXT, plugins={"zoo": module(HEAD + lexicon(load))})
    assert sheet.claims == make_worksheet(TEXT).claims and any(c.attribution for c in sheet.claims)


def test_a_lexicon_that_a_plugin_spoils_is_its_own_copy() -> None:
    from factcheck.plugin.testing import fresh_manager, make_worksheet

    plain = make_worksheet(TEXT)
    manager = fresh_manager(module(HEAD + HARMLESS["spoils its lexicons"]))
    for _ in range(2):
        assert make_worksheet(TEXT, manager).claims == plain.claims


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("zoo.mots=3", "the plugin has no setting 'mots'; did you mean 'most'?"),
        ("zoo.most=many", "the setting 'most' takes a whole number, not 'many'"),
        ("zoo.most=true", "the setting 'most' takes a whole number, not True"),
    ],
)
def test_a_wrong_setting_is_named_with_what_would_do(tmp_path: Path, given: str, says: str) -> None:
    body = "PLUGIN = Plugin(settings=(Setting('most', 3, 'how many'),))\n" + assessor("pass")
    done, target = run(tmp_path, body, "--set", given)
    assert done.returncode == 0 and says in done.stderr
    assert [says in p["message"] for p in json.loads(target.read_text("utf-8"))["problems"]] == [True]
    target.unlink()
    strict, target = run(tmp_path, body, "--set", given, "--strict")
    assert strict.returncode == 2 and says in strict.stderr and not target.exists()


def test_explain_says_what_failed_at_the_claim(tmp_path: Path) -> None:
    done, _ = run(tmp_path, ZOO["raises for one claim"], "--explain", "C001", "--explain", "C002")
    first, second = done.stdout.split("\n\n")
    assert "failed" not in first
    assert "  failed      assessor zoo.a of zoo: ZeroDivisionError: division by zero" in second


@pytest.mark.parametrize("command", [("list", "--load"), ("show", "zoo")], ids=" ".join)
def test_list_and_show_say_what_fails_after_loading(tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "zoo.py").write_text(HEAD + lexicon("3"), "utf-8")
    line = [sys.executable, "-m", "factcheck", "plugins", *command, "-p", "zoo.py"]
    done = subprocess.run(line, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 1
    assert "failed in lexicon zoo.l: load returned int, not tables" in done.stdout


def module(code: str) -> types.ModuleType:
    made = types.ModuleType("zoo")
    exec(code, made.__dict__)
    return made
