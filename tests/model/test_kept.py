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


def test_a_shelf_keeps_what_runs_made(tmp_path: Path) -> None:
    source = tmp_path / "module.py"
    first, other = kept.Shelf(source), kept.Shelf(source)
    assert first.get("a") is None
    first.put("a", (1, "x"))
    other.put("b", {"y": 2})
    assert kept.Shelf(source).get("a") is None
    first.save()
    other.save()
    found = kept.Shelf(source)
    assert (found.get("a"), found.get("b"), found.get("c")) == ((1, "x"), {"y": 2}, None)


def test_a_shelf_made_by_something_else_is_empty(tmp_path: Path) -> None:
    source = tmp_path / "module.py"
    shelf = kept.Shelf(source, b"1")
    shelf.put("a", 1)
    shelf.save()
    assert (kept.Shelf(source, b"1").get("a"), kept.Shelf(source, b"2").get("a")) == (1, None)


def test_a_shelf_starts_anew_before_it_grows_for_ever(tmp_path: Path) -> None:
    source = tmp_path / "module.py"
    for key in range(5):
        shelf = kept.Shelf(source, most=3)
        shelf.put(key, key)
        shelf.save()
    assert [kept.Shelf(source).get(key) for key in range(5)] == [None, None, None, 3, 4]


@pytest.mark.parametrize("body", [b"", b"no marshal", b"\xe9\x01\x00\x00\x00"])
def test_a_shelf_with_something_else_on_it_is_empty(tmp_path: Path, body: bytes) -> None:
    source = tmp_path / "module.py"
    shelf = kept.Shelf(source)
    kept.store(source, shelf._made_by, body)
    assert shelf.get("a") is None


def test_what_cannot_be_written_is_made_anew_each_time(tmp_path: Path) -> None:
    shelf = kept.Shelf(tmp_path / "module.py")
    shelf.put("a", object())
    shelf.save()
    assert files_of(tmp_path) == []
