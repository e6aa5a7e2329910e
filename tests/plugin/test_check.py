"""``plugins check``: what it finds wrong, each with a plugin that has just that fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.model.errors import FactcheckError
from factcheck.plugin.check import check

HEAD = """\
from factcheck.plugin import hookimpl
from factcheck.plugin.records import *
from factcheck.model.claim_parts import Flag
"""


def failing(tmp_path: Path, body: str) -> list[str]:
    file = tmp_path / "tides.py"
    file.write_text(HEAD + body, "utf-8")
    return [f"{r.what}: {r.seen}" for r in check(file) if not r.holds]


FAULTS = {
    "raise RuntimeError('at import')": "loads: RuntimeError: at import",
    "def (": "loads: SyntaxError",
    "@hookimpl\ndef register_column():\n    return []": "did you mean 'register_columns'",
    "@hookimpl\ndef register_columns():\n    return []": "adds: nothing",
    "@hookimpl\ndef register_columns():\n    return [Column(id='desk', title='Desk')]": "call it tides.desk",
    "@hookimpl\ndef register_columns():\n    return [Column(id='tides.desk')]": "has no title",
    "@hookimpl\ndef register_columns():\n    return [Column(id='tides.Desk!', title='Desk')]": "use lower-case letters",
    "@hookimpl\ndef register_columns():\n    return [3]": "expected Column records, got int",
    "PLUGIN = Plugin(settings=(Setting('most', 3),))\n@hookimpl\ndef review_worksheet(worksheet, ctx):\n    return None": "most has no help",
    "@hookimpl\ndef review_worksheet(worksheet, ctx):\n    return 3": "its result was discarded",
    (
        "@hookimpl\ndef register_assessors():\n    return [Assessor(id='tides.a', title='a', source='s', assess=lambda claim, ctx: 1 / 0)]"
    ): "needs an example that must fire",
    (
        "@hookimpl\ndef register_assessors():\n"
        "    return [Assessor(id='tides.a', title='a', source='s', assess=lambda claim, ctx: Assessment(),"
        " examples=(must('It rained.', 'x'), must_not('It rained.', 'x')))]"
    ): "must fire on 'It rained.'",
    (
        "import itertools\ncount = itertools.count()\n@hookimpl\ndef register_assessors():\n"
        "    return [Assessor(id='tides.a', title='a', source='s', assess=lambda claim, ctx: Assessment(routes=(str(next(count)),)))]"
    ): "two runs differ",
}


@pytest.mark.parametrize("body", FAULTS, ids=lambda b: b[:40].replace("\n", " "))
def test_a_fault_is_named(tmp_path: Path, body: str) -> None:
    assert any(FAULTS[body] in line for line in failing(tmp_path, body)), failing(tmp_path, body)


def test_a_sound_plugin_passes_and_its_cost_is_told(tmp_path: Path) -> None:
    file = tmp_path / "tides.py"
    file.write_text(HEAD + "@hookimpl\ndef register_columns():\n    return [Column(id='tides.desk', title='Desk')]", "utf-8")
    results = check(file)
    assert all(r.holds for r in results)
    assert {"loads", "adds", "same bytes", "cost"} <= {r.what for r in results}


@pytest.mark.parametrize("project", [None, "[project]\nname = 'x'\n", "[project\n"])
def test_a_folder_without_a_plugin_is_refused(tmp_path: Path, project: str | None) -> None:
    if project is not None:
        (tmp_path / "pyproject.toml").write_text(project, "utf-8")
    with pytest.raises(FactcheckError):
        check(tmp_path)


def test_a_plugin_may_wait_for_its_settings(tmp_path: Path) -> None:
    body = (
        "PLUGIN = Plugin(settings=(Setting('file', '', 'the tables'),))\n"
        "@hookimpl\ndef register_columns(settings):\n    return [Column(id='tides.a', title='A')] if settings['file'] else []"
    )
    file = tmp_path / "tides.py"
    file.write_text(HEAD + body, "utf-8")
    assert [r.seen for r in check(file) if r.what == "adds"] == ["nothing with its settings as they come"] and failing(tmp_path, body) == []
