"""The tutorial, followed to the letter: its files are written, its commands run, what they print compared.

A line of ``…`` stands for any lines; a line that begins with ``!`` is on standard error.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "tutorial.md"
INSTALL = "pip install -e '.[testing]'"


def expected(lines: list[str]) -> str:
    return "".join(r"(?:.*\n)*?" if line == "…" else re.escape(line) + r"\n" for line in lines)


@pytest.mark.slow
def test_the_tutorial_works(tmp_path: Path) -> None:
    page = PAGE.read_text("utf-8")
    for name, body in re.findall(r"```\w+ (\S+)\n(.*?)```", page, re.DOTALL):
        (tmp_path / name).write_text(body, "utf-8")
    broken = (tmp_path / "case_numbers.py").read_text("utf-8").replace("register_detail_finders", "register_detail_finder")
    (tmp_path / "broken.py").write_text(broken, "utf-8")
    site = tmp_path / "site"
    # What is installed here goes into a folder of its own, so that the environment that runs the tests stays as it is.
    install = f"{sys.executable} -m pip install -q --no-deps --no-build-isolation --disable-pip-version-check --target {site} ."
    scripts = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": scripts, "PYTHONPATH": f"{site}{os.pathsep}.", "XDG_CONFIG_HOME": str(tmp_path / "none")}
    here, ran = tmp_path, 0
    for block in re.findall(r"```console\n(.*?)```", page, re.DOTALL):
        for part in re.split(r"(?m)^\$ ", block)[1:]:
            command, *lines = part.splitlines()
            if command.startswith("cd "):
                here = here / command.removeprefix("cd ")
                continue
            run = install if command == INSTALL else command.replace("python ", f"{sys.executable} ")
            done = subprocess.run(run, shell=True, cwd=here, capture_output=True, text=True, encoding="utf-8", env=env)
            assert done.returncode == 0, (command, done.stdout, done.stderr)
            if command != INSTALL:
                assert re.fullmatch(expected([line for line in lines if not line.startswith("!")]), done.stdout), (command, done.stdout)
            for line in (line[2:] for line in lines if line.startswith("!")):
                assert line in done.stderr, (command, done.stderr)
            ran += 1
    assert ran >= 10
    assert '"by": "docket:docket.case-number"' in (here / "docket.json").read_text("utf-8")
    assert list((here / "dist").glob("factcheck_docket-*.whl"))
