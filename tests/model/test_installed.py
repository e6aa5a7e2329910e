"""Entry points are found as ``importlib.metadata`` finds them, which is asked only where a file names the group."""

from __future__ import annotations

import importlib.metadata
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from factcheck.model.installed import entry_points

GROUP = "factcheck.tests"


def package(folder: Path, name: str, body: str) -> None:
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text(body, "utf-8")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "path", [str(tmp_path / "site"), str(tmp_path / "missing"), ""])
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path / "site"


def names() -> list[str]:
    found = sorted(p.name for p in entry_points(GROUP))
    assert found == sorted(p.name for p in importlib.metadata.entry_points(group=GROUP))
    return found


def test_declared_entry_points_are_found(site: Path) -> None:
    package(site, "one", f"[console_scripts]\nx = y:z\n\n[{GROUP}]\ntides = one.tides\n")
    package(site, "two", f"[{GROUP}]\nmoon = two.moon\n")
    assert names() == ["moon", "tides"]


def test_where_no_file_names_the_group_nobody_is_asked(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package(site, "one", f"[{GROUP}.more]\ntides = one.tides\n")
    (site / "bare-1.0.dist-info").mkdir()
    (site / "file.dist-info").write_text("", "utf-8")
    assert names() == []
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda **_: pytest.fail("asked"))
    assert entry_points(GROUP) == []


def test_packages_in_a_zip_and_of_other_finders_are_asked_for(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda group: asked.append(group) or ())
    assert entry_points(GROUP) == [] and not asked
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("a.py", "")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "all.zip")])
    entry_points(GROUP)
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.setattr(sys, "meta_path", [SimpleNamespace(find_distributions=lambda *_: iter(()))])
    entry_points(GROUP)
    assert asked == [GROUP, GROUP]
