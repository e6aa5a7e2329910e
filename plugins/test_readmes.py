"""What the plugins' READMEs show is what the tool prints: each ``console`` block is run from the repository's root.

A line of ``…`` stands for any lines.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

HOME = Path(__file__).parents[1]
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
SHOWN = [(p, block) for p in sorted(Path(__file__).parent.glob("*/README.md")) for block in BLOCK.findall(p.read_text("utf-8"))]
# A desk may bring its own configuration; a README shows the tool as it comes.
ENV = {**os.environ, "XDG_CONFIG_HOME": str(Path(tempfile.gettempdir(), "factcheck-no-such-folder")), "COLUMNS": "100"}


def test_every_plugin_is_shown_at_work_on_an_example() -> None:
    folders = {p for p in Path(__file__).parent.iterdir() if p.is_dir() and any(p.rglob("*.py"))}
    assert {readme.parent for readme, block in SHOWN if "examples" in block} == folders


@pytest.mark.parametrize(("readme", "block"), SHOWN, ids=lambda v: v.parent.name if isinstance(v, Path) else "")
def test_a_readme_shows_what_is_printed(readme: Path, block: str) -> None:
    for part in re.split(r"(?m)^\$ ", block)[1:]:
        command, _, expected = part.partition("\n")
        words = shlex.split(command)
        assert words[0] == "factcheck"
        done = subprocess.run([sys.executable, "-m", *words], cwd=HOME, capture_output=True, text=True, encoding="utf-8", env=ENV)
        assert done.returncode == 0, done.stderr
        pattern = "".join(".*" if line == "…" else re.escape(line) + r"\n" for line in expected.splitlines())
        pattern = re.sub(r"\bX\d\d\b", r"X\\d\\d", pattern)  # which number a contradiction has is the analysis's affair
        assert re.fullmatch(pattern.replace(r".*", r"(?:.*\n)*"), done.stdout), f"{readme.parent.name}: {command}\n{done.stdout}"
