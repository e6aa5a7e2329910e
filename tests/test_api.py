from __future__ import annotations

import dataclasses
import doctest
import importlib
import pkgutil
from pathlib import Path

import pytest

import factcheck

TEXT = b"Clinic opens\n\nThe clinic has 40 beds, Mayor Ruth Bell said on Monday.\n"


@pytest.mark.parametrize("suffix", [".xlsx", ".json"])
def test_read_generate_write_load(tmp_path: Path, suffix: str) -> None:
    sheet = factcheck.generate(factcheck.read(TEXT, name="draft.txt"))
    filled = dataclasses.replace(sheet, entries={sheet.claims[0].id: {"status": "wrong", "note": "a\nb"}})
    path = factcheck.write(filled, tmp_path / f"w{suffix}")
    assert factcheck.load(path) == filled
    with pytest.raises(factcheck.FactcheckError, match="already there"):
        factcheck.write(filled, path)


def test_every_public_name_resolves() -> None:
    for name in factcheck.__all__:
        assert getattr(factcheck, name) is not None
    with pytest.raises(AttributeError):
        factcheck.no_such_name  # noqa: B018


def modules() -> list[str]:
    return [m.name for m in pkgutil.walk_packages(factcheck.__path__, "factcheck.") if not m.name.endswith("__main__")]


@pytest.mark.parametrize("name", modules())
def test_doctests_hold(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))
    assert result.failed == 0


@pytest.mark.parametrize("name", modules())
def test_every_module_says_what_it_does(name: str) -> None:
    assert (importlib.import_module(name).__doc__ or "").strip()
