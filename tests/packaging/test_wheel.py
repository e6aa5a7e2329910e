"""The built wheel, installed into a fresh environment away from the checkout, makes a worksheet."""

from __future__ import annotations

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
