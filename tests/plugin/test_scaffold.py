"""New plugins: each kind loads, passes its own tests and the check, and shows in a worksheet."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.model.errors import FactcheckError
from factcheck.plugin import scaffold
from factcheck.plugin.check import check

KINDS = scaffold.kinds()


def test_there_is_a_kind_for_every_hook() -> None:
    assert set(KINDS) == {
        "assessor",
        "attributor",
        "claim-extractor",
        "column",
        "contradiction-detector",
        "detail-finder",
        "format",
        "lexicon",
        "reader",
        "review",
    }


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_plugin_passes_the_check_and_its_own_tests(tmp_path: Path, kind: str) -> None:
    folder = scaffold.write(f"made-{kind}", kind, tmp_path)
    assert sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()) == [
        "README.md",
        f"factcheck_made_{kind.replace('-', '_')}.py",
        "pyproject.toml",
        f"tests/test_made_{kind.replace('-', '_')}.py",
    ]
    assert [r for r in check(folder) if not r.holds] == []
    env = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(folder), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, env=env, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", ["Tides", "9lives", "a b", "../x", "class", "", "factcheck"])
def test_a_name_that_no_module_can_have_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(FactcheckError, match="cannot be a plugin's name"):
        scaffold.write(name, "column", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_kind_gets_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match="did you mean 'assessor'"):
        scaffold.write("tides", "asessor", tmp_path)


def test_a_folder_that_exists_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "factcheck-tides").mkdir()
    with pytest.raises(FactcheckError, match="exists already"):
        scaffold.write("tides", "column", tmp_path)
    assert list((tmp_path / "factcheck-tides").iterdir()) == []
