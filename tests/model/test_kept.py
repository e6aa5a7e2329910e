from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import tomli

from factcheck.language import lexicon
from factcheck.model import kept


@pytest.fixture(autouse=True)
def _writing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)


def files_of(folder: Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


def test_what_is_kept_is_found_for_the_same_bytes_only(tmp_path: Path) -> None:
    source = tmp_path / "words.toml"
    assert kept.load(source, b"a") is None
    kept.store(source, b"a", b"made")
    assert kept.load(source, b"a") == b"made"
    assert kept.load(source, b"b") is None
    kept.store(source, b"b", b"anew")
    assert (kept.load(source, b"a"), kept.load(source, b"b")) == (None, b"anew")
    assert len(files_of(tmp_path)) == 1 and files_of(tmp_path)[0].startswith("__pycache__")


@pytest.mark.parametrize("damage", [b"", b"short", b"0" * 40])
def test_what_is_damaged_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    source = tmp_path / "words.toml"
    kept.store(source, b"a", b"made")
    place = next(p for p in tmp_path.rglob("*") if p.is_file())
    place.write_bytes(damage)
    assert kept.load(source, b"a") is None
    place.write_bytes(b"")
    kept.store(source, b"a", b"made")
    place.write_bytes(place.read_bytes()[:-1])
    assert kept.load(source, b"a") is None


def test_nothing_is_written_where_python_writes_no_bytecode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    kept.store(tmp_path / "words.toml", b"a", b"made")
    assert files_of(tmp_path) == []


def test_it_follows_the_place_of_pythons_bytecode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "elsewhere"))
    source = tmp_path / "own" / "words.toml"
    kept.store(source, b"a", b"made")
    assert kept.load(source, b"a") == b"made"
    assert not (tmp_path / "own").exists()
    monkeypatch.setattr(sys, "implementation", SimpleNamespace(cache_tag=None))
    assert kept.load(source, b"a") is None


def test_a_folder_that_takes_no_file_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "__pycache__").write_text("a file where the folder would be", "utf-8")
    kept.store(tmp_path / "words.toml", b"a", b"made")
    assert files_of(tmp_path) == ["__pycache__"]
    (tmp_path / "__pycache__").unlink()
    (tmp_path / "__pycache__").mkdir()
    kept.store(tmp_path / "words.toml", b"a", b"made")
    place = next(p for p in tmp_path.rglob("*") if p.is_file())
    place.unlink()
    place.mkdir()
    kept.store(tmp_path / "words.toml", b"a", b"made")
    assert files_of(tmp_path) == []


def test_a_changed_lexicon_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lexicon").mkdir()
    source = tmp_path / "lexicon" / "own.toml"
    monkeypatch.setattr(lexicon, "_FOLDER", tmp_path / "lexicon")
    read = lexicon.load_packaged.__wrapped__
    source.write_text('words = ["tide"]\n', "utf-8")
    assert read("own") == read("own") == {"words": ["tide"]}
    source.write_text('words = ["ebb"]\nday = 2026-11-23\n', "utf-8")
    assert read("own")["words"] == ["ebb"]
    source.write_text('words = ["flow"]\n', "utf-8")
    assert read("own") == {"words": ["flow"]}
    monkeypatch.setattr(tomli, "loads", lambda text: pytest.fail("read again"))
    assert read("own") == {"words": ["flow"]}
