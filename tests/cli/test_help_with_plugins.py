"""``--help`` with ten installed plugins: it lists their commands from metadata, and imports not one module more than with none."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TEN = 10


def install(site: Path, number: int) -> None:
    """A distribution as pip leaves it: a module that must not be imported, and its metadata with two entry points."""
    (site / f"factcheck_fake{number}.py").write_text("raise RuntimeError('imported')\n", "utf-8")
    info = site / f"factcheck_fake{number}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: factcheck-fake{number}\nVersion: 1.0\n", "utf-8")
    points = f"[factcheck]\nfake{number} = factcheck_fake{number}\n\n[factcheck.commands]\nfakecommand{number} = factcheck_fake{number}:command\n"
    (info / "entry_points.txt").write_text(points, "utf-8")


def reading_a_name() -> set[str]:
    """The modules with which the standard library reads a package's name; without any plugin installed, no name is read."""
    code = "import sys\nfrom importlib import metadata\nmetadata.distribution('pluggy').metadata['Name']\nprint(*sys.modules)"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


def run(site: Path, *args: str) -> tuple[str, set[str]]:
    """What a command prints, and the modules that it imported."""
    code = f"import sys\nfrom factcheck.cli import main\ntry:\n    main({list(args)!r})\nexcept SystemExit:\n    print(*sys.modules, file=sys.stderr)"
    env = {**os.environ, "PYTHONPATH": str(site)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env, cwd=site)
    return done.stdout, set(done.stderr.split())


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    none, ten = tmp_path_factory.mktemp("none"), tmp_path_factory.mktemp("ten")
    for number in range(TEN):
        install(ten, number)
    return none, ten


@pytest.mark.parametrize("args", [["--help"], ["--version"], ["generate", "--help"], ["plugins", "--help"]], ids=" ".join)
def test_no_plugin_is_imported_and_nothing_more_than_without(sites: tuple[Path, Path], args: list[str]) -> None:
    none, ten = sites
    assert run(ten, *args)[1] - run(none, *args)[1] <= reading_a_name()


def test_their_commands_are_listed_with_where_they_come_from(sites: tuple[Path, Path]) -> None:
    printed, modules = run(sites[1], "--help")
    assert not [m for m in modules if m.startswith("factcheck_fake")]
    for number in range(TEN):
        assert f"fakecommand{number}" in printed
        assert f"from the plugin factcheck-fake{number}" in printed


def test_plugins_list_reads_names_only(sites: tuple[Path, Path]) -> None:
    printed, modules = run(sites[1], "plugins", "list")
    assert f"fake{TEN - 1} 1.0  factcheck-fake{TEN - 1}: factcheck_fake{TEN - 1}" in printed
    assert not [m for m in modules if m.startswith("factcheck_fake")]


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("raise RuntimeError('imported')", "RuntimeError: imported"),
        ("raise SystemExit(0)", "SystemExit: 0"),
        ("command = 3", "is int, no click command"),
    ],
)
def test_a_broken_command_names_its_package(tmp_path: Path, code: str, says: str) -> None:
    install(tmp_path, 1)
    (tmp_path / "factcheck_fake1.py").write_text(code, "utf-8")
    env = {**os.environ, "PYTHONPATH": str(tmp_path)}
    command = [sys.executable, "-m", "factcheck", "fakecommand1"]
    done = subprocess.run(command, capture_output=True, text=True, env=env, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert f"the command 'fakecommand1' of factcheck-fake1 {'cannot be loaded: ' if 'raise' in code else ''}{says}" in done.stderr


def test_of_two_packages_with_one_command_the_first_by_name_is_called(tmp_path: Path) -> None:
    for number in (2, 1):
        install(tmp_path, number)
        points = tmp_path / f"factcheck_fake{number}-1.0.dist-info" / "entry_points.txt"
        points.write_text(f"[factcheck.commands]\nsame = factcheck_fake{number}:command\n", "utf-8")
    assert "from the plugin factcheck-fake1" in run(tmp_path, "--help")[0]
