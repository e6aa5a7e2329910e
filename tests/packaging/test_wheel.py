"""The built wheel, installed into a fresh environment away from the checkout, makes a worksheet."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)], check=True, capture_output=True
    )
    (built,) = out.glob("*.whl")
    return built


@pytest.mark.slow
def test_the_wheel_holds_templates_lexicons_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert any(n.startswith("factcheck/_templates/worksheet/") for n in names)
    assert any(n.startswith("factcheck/language/lexicon/") and n.endswith(".toml") for n in names)
    assert "factcheck/py.typed" in names
    assert not any(n.startswith(("tests/", "examples/")) for n in names)


@pytest.mark.slow
def test_the_wheel_holds_the_licences_of_words_that_others_collected(wheel: Path) -> None:
    files = zipfile.ZipFile(wheel)
    table = files.read("factcheck/language/lexicon/thesaurus.txt").decode("utf-8")
    (beside,) = (n for n in files.namelist() if n.endswith(".dist-info/licenses/benchmarks/thesaurus/LICENSES"))
    for text in (table, files.read(beside).decode("utf-8")):
        assert "WordNet 3.0 Copyright 2006 by Princeton University.  All rights reserved." in text
        assert "Copyright 2000-2011 by Kevin Atkinson" in text
    assert any(n.endswith(".dist-info/licenses/LICENSE") for n in files.namelist())


@pytest.mark.slow
def test_built_twice_at_other_times_and_places_it_is_the_same_bytes(tmp_path: Path) -> None:
    """Two checkouts with other times, rights and folder names; another clock zone, language and order of sets."""
    made = []
    for name, then, mask, env in (
        ("one", 1_000_000_000, 0o022, {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"}),
        ("two and more", 1_700_000_000, 0o077, {"TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"}),
    ):
        old = os.umask(mask)
        try:
            checkout = tmp_path / name
            for path in sources():
                target = checkout / path.relative_to(ROOT)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(path.read_bytes())
                os.utime(target, (then, then))
            env = {**os.environ, **env, "SOURCE_DATE_EPOCH": "1750000000"}
            command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(tmp_path / f"dist {name}"), str(checkout)]
            subprocess.run(command, check=True, capture_output=True, env=env)
        finally:
            os.umask(old)
        made.append({p.name: p.read_bytes() for p in (tmp_path / f"dist {name}").iterdir()})
    assert sorted(Path(n).suffix for n in made[0]) == [".gz", ".whl"]
    assert made[0] == made[1]


def sources() -> list[Path]:
    """What a clone of this checkout would hold; of an unpacked source package, everything."""
    if (ROOT / ".git").exists():
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout.decode("utf-8")
        return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]
    return [p for p in ROOT.rglob("*") if p.is_file() and not {".venv", "__pycache__"} & set(p.relative_to(ROOT).parts)]


@pytest.mark.slow
def test_the_wheel_makes_a_worksheet_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    subprocess.run(
        [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", str(wheel)],
        check=True,
        cwd=tmp_path,
        capture_output=True,
    )
    article = tmp_path / "draft.txt"
    article.write_text("Clinic opens\n\nThe clinic has 40 beds, Mayor Ruth Bell said on Monday.\n", "utf-8")
    for suffix in ("xlsx", "html", "json", "csv", "md"):
        done = subprocess.run(
            [str(tmp_path / "env" / "bin" / "factcheck"), "generate", "draft.txt", "-o", f"w.{suffix}"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert (tmp_path / f"w.{suffix}").stat().st_size > 300
    assert "40 beds" in (tmp_path / "w.html").read_text("utf-8")
