"""Start-up loads only what a command needs."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = (
    "openpyxl",
    "jinja2",
    "markdown_it",
    "charset_normalizer",
    "factcheck.pipeline",
    "factcheck.plugin.manager",
    "pluggy",
    "numpy",
    "lxml",
)


def loaded(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules, file=sys.stderr)"], capture_output=True, text=True, check=True
    )
    return set(done.stderr.split())


@pytest.mark.parametrize("args", [["--help"], ["--version"]])
def test_help_loads_neither_libraries_nor_plugins(args: list[str]) -> None:
    modules = loaded(f"from factcheck.cli import main\ntry:\n    main({args!r})\nexcept SystemExit:\n    pass")
    assert "factcheck.cli" in modules
    assert not modules & set(HEAVY)


def test_importing_factcheck_loads_nothing_heavy() -> None:
    assert not loaded("import factcheck") & {*HEAVY, "click"}


def test_generating_json_loads_no_workbook_and_no_template_library(tmp_path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("The bridge opened in 1998.")
    modules = loaded(
        f"from factcheck.cli import main\ntry:\n    main(['generate', {str(article)!r}, '-o', {str(tmp_path / 'w.json')!r}])\nexcept SystemExit:\n    pass"
    )
    assert "factcheck.pipeline" in modules
    assert not modules & {"openpyxl", "jinja2", "markdown_it", "charset_normalizer"}


def test_a_workbook_is_written_without_numpy_which_stays_importable(tmp_path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("The bridge opened in 1998.")
    run = f"from factcheck.cli import main\ntry:\n    main(['generate', '--no-plugins', {str(article)!r}, '-o', {str(tmp_path / 'w.xlsx')!r}])\nexcept SystemExit:\n    pass"
    modules = loaded(run)
    assert "openpyxl" in modules
    assert not modules & {"numpy", "PIL", "lxml"}
    pytest.importorskip("numpy")
    assert "numpy" in loaded(f"{run}\nimport numpy\nassert numpy.int64(2) == 2")


def test_a_library_that_somebody_uses_stays_in_use() -> None:
    pytest.importorskip("numpy")
    run = "import numpy\nfrom factcheck.formats import excel\nexcel.import_lean()\nfrom openpyxl.compat import NUMERIC_TYPES\nassert numpy.int64 in NUMERIC_TYPES"
    assert "openpyxl" in loaded(run)
