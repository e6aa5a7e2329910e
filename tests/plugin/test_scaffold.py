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


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_plugin_is_typed_and_tidy(tmp_path: Path, kind: str) -> None:
    """Lines that a formatter would leave, and types that a strict checker can follow, because factcheck says that it is typed."""
    for path, text in scaffold.files("tides", kind).items():
        if path.endswith(".py"):
            (tmp_path / Path(path).name).write_text(text, "utf-8")
    for command in (
        ["ruff", "format", "--line-length", "140", "--check", "."],
        ["ruff", "check", "--select", "E,F,I,B,UP", "--line-length", "140", "."],
    ):
        done = subprocess.run([sys.executable, "-m", *command], cwd=tmp_path, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout
    import factcheck

    assert (Path(factcheck.__file__).parent / "py.typed").is_file()


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


ARTICLE = """Iconic bridge sued

Tip line: call us.

Logged by Bosun: the pump failed.

She sails under the Maltese flag. The spinnaker tore in case no. 24-1180 on Monday.

She sailed under the Danish flag.
"""
SHOWN: dict[str, str] = {  # what stands in the worksheet's JSON because of a kind
    "assessor": '"made_assessor.banned"',
    "attributor": '"made_attributor:made_attributor.logged"',
    "claim-extractor": '"nothing_to_check": "navigation"',
    "column": '"made_column.desk"',
    "contradiction-detector": '"made_contradiction_detector:made_contradiction_detector.flag"',
    "detail-finder": '"made_detail_finder:made_detail_finder.case-number"',
    "lexicon": '"made_lexicon:made_lexicon.terms"',
    "review": '"initials": "KB"',
}


@pytest.mark.slow
def test_installed_plugins_of_every_kind_show_in_a_worksheet(tmp_path: Path) -> None:
    """One environment with all of them, found by their entry points; the reader reads the article, the format writes it too."""
    site, folders = tmp_path / "site", [scaffold.write(f"made-{kind}", kind, tmp_path) for kind in KINDS]
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "--disable-pip-version-check"]
    subprocess.run([*pip, "--target", str(site), *map(str, folders)], check=True, capture_output=True)
    (tmp_path / "draft.made_reader").write_text(ARTICLE, "utf-8")
    env = {**os.environ, "PYTHONPATH": str(site), "XDG_CONFIG_HOME": str(tmp_path / "none")}
    command = [
        sys.executable,
        "-m",
        "factcheck",
        "generate",
        "draft.made_reader",
        "--set",
        "made_review.checker=KB",
        "--strict",
        "-o",
        "out",
    ]
    done = subprocess.run([*command, "-f", "json", "-f", "made_format"], capture_output=True, text=True, cwd=tmp_path, env=env)
    assert (done.returncode, done.stderr) == (0, "")
    made = (tmp_path / "out" / "draft.factcheck.json").read_text("utf-8")
    assert set(SHOWN) | {"reader", "format"} == set(KINDS)
    assert {kind for kind, words in SHOWN.items() if words not in made} == set()
    assert "C001\tnot_checked\t" in (tmp_path / "out" / "draft.factcheck.made_format").read_text("utf-8")
