"""Patterns kept from one run to the next: the same as compiled ones, and never anything of an article."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.model import patterns
from factcheck.model.kept import Shelf

PATTERNS = [
    (r"(?P<day>\d{1,2}) (?P<month>[A-Z]\w+)", 0), (r"[\u4e00-\u9fff]+|\bstraße\b", re.IGNORECASE), (r"^-+$", re.MULTILINE),
    (r"(?i)(?<!\w)(?:a|b{2,5}?)++(?=\W)", 0), (rb"[\x80-\xff](.)\1", re.DOTALL), ("", 0),
]  # fmt: skip
TEXT = "On 14 March the Straße was 漢字, a bb.\n---\nabb! 3 May"


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    made = Shelf(tmp_path / "patterns.py")
    monkeypatch.setattr(patterns, "_shelf", made)
    return made


def again(shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the next run finds it."""
    shelf.save()
    monkeypatch.setattr(patterns, "_shelf", Shelf(tmp_path / "patterns.py"))
    monkeypatch.setattr(re, "compile", lambda *given: pytest.fail("compiled again"))


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_a_kept_pattern_is_the_compiled_one(
    pattern: str | bytes, flags: int, shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = re.compile(pattern, flags)
    assert patterns.compiled(pattern, flags) == plain
    again(shelf, tmp_path, monkeypatch)
    found = patterns.compiled(pattern, flags)
    assert (found.pattern, found.flags, found.groups, found.groupindex) == (plain.pattern, plain.flags, plain.groups, plain.groupindex)
    text: str | bytes = TEXT if isinstance(pattern, str) else TEXT.encode()
    assert [m.span() for m in found.finditer(text)] == [m.span() for m in plain.finditer(text)]  # type: ignore[arg-type]
    assert [m.groupdict() for m in found.finditer(text)] == [m.groupdict() for m in plain.finditer(text)]  # type: ignore[arg-type]


@pytest.mark.parametrize("program", [(32, b"\xff\xff\xff\xff" * 5, 0, {}, (None,)), (32, b"odd", 0, {}, (None,)), "nonsense", (1,)])
def test_a_program_that_the_engine_refuses_is_made_anew(program: object, shelf: Shelf) -> None:
    shelf.put(("a+", 0), program)
    shelf.save()
    assert shelf.get(("a+", 0)) == program
    assert patterns.compiled("a+") == re.compile("a+")


def test_an_engine_of_another_kind_compiles_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_engine", None)
    assert patterns.compiled("a+") is re.compile("a+")


def test_what_is_no_pattern_is_told_as_ever() -> None:
    with pytest.raises(re.error, match="unterminated"):
        patterns.compiled("[a")


def test_nothing_of_an_article_is_kept(tmp_path: Path) -> None:
    """What lies beside the bytecode after a run holds no word that only the article has."""
    words = ("Quillonby", "Zanthorpe", "Mirabeck", "Oxfennel", "4,317")
    article = tmp_path / "draft.txt"
    article.write_text(
        "Quillonby bridge shut\n\nThe Zanthorpe council's treasurer, Mirabeck Oxfennel, said on Monday that 4,317 people had signed.\n\n"
        "“Nobody in Zanthorpe was asked,” Mr Oxfennel said. The Oxfennel report put it at 4,371. Mirabec Oxfennel declined to comment.\n",
        "utf-8",
    )
    place = tmp_path / "bytecode"
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | {"PYTHONPYCACHEPREFIX": str(place)}
    for name in ("w.xlsx", "w.html"):
        subprocess.run([sys.executable, "-m", "factcheck", "generate", str(article), "-o", str(tmp_path / name)], env=env, check=True)
    kept = list(place.rglob("*.kept"))
    assert {"patterns.py", "light.py", "lexicon.py"} <= {p.name.split(".cpython")[0] for p in kept}
    for file in kept:
        data = file.read_bytes().lower()
        assert not [w for w in words if w.lower().encode() in data], file.name


BY_HAND = {"factcheck/assessment/parties.py": "an office as the article writes it", "factcheck/model/patterns.py": "what is kept is made here"}


def test_every_pattern_of_the_package_is_kept() -> None:
    """A module compiles with ``compiled``; with ``re.compile`` only where the words are an article's."""
    root = Path(patterns.__file__).parents[2]
    found = {p.relative_to(root).as_posix() for p in (root / "factcheck").rglob("*.py") if "re.compile(" in p.read_text("utf-8")}
    assert found == set(BY_HAND)
