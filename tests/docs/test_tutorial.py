"""The tutorial, followed to the letter in a fresh environment: its files are written, its commands run, what they print compared.

A line of ``…`` stands for any lines; a line that begins with ``!`` is on standard error; "(exit code 2)" is what it says.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "plugins" / "tutorial.md"
CODE = re.compile(r"\(exit code (\d)\)")


def expected(lines: list[str]) -> str:
    return "".join(r"(?:.*\n)*?" if line == "…" else re.escape(line) + r"\n" for line in lines)


def commands(page: str) -> Iterator[tuple[str, list[str]]]:
    """Each command with the lines that it prints."""
    for block in re.findall(r"```console\n(.*?)```", page, re.DOTALL):
        for part in re.split(r"(?m)^\$ ", block)[1:]:
            command, *lines = part.splitlines()
            yield command, lines


@pytest.mark.slow
def test_the_tutorial_works(tmp_path: Path) -> None:
    page = PAGE.read_text("utf-8")
    made = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path / "ours"), str(ROOT)]
    subprocess.run(made, check=True, capture_output=True)
    (wheel,) = (tmp_path / "ours").glob("*.whl")
    work = tmp_path / "work"
    work.mkdir()
    for name, body in re.findall(r"```\w+ (\S+)\n(.*?)```", page, re.DOTALL):
        (work / name).write_text(body, "utf-8")
    ours = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    env = {**ours, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "XDG_CONFIG_HOME": str(tmp_path / "none")}
    env |= {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "SOURCE_DATE_EPOCH": "1700000000"}
    here, ran = work, 0
    for command, lines in commands(page):
        if command.startswith("cd "):
            here = here / command.removeprefix("cd ")
            continue
        if command == ". env/bin/activate":
            env["PATH"] = f"{work / 'env' / 'bin'}{os.pathsep}{env['PATH']}"
            continue
        run = command.replace("'factcheck-worksheet[testing]'", f"'{wheel}[testing]'")  # this checkout's, not the published one
        done = subprocess.run(run, shell=True, cwd=here, capture_output=True, text=True, encoding="utf-8", env=env)
        code = next((int(m[1]) for line in lines if (m := CODE.fullmatch(line))), 0)
        assert done.returncode == code, (command, done.stdout, done.stderr)
        printed = [line for line in lines if not line.startswith("!") and not CODE.fullmatch(line)]
        assert re.fullmatch(expected(printed), done.stdout), (command, done.stdout)
        for line in (line[2:] for line in lines if line.startswith("!")):
            assert line in done.stderr, (command, done.stderr)
        ran += 1
    assert ran >= 18
    mark = '"by": "docket:docket.case-number"'
    assert mark in (here / "docket.json").read_text("utf-8")
    assert mark not in (here / "without.json").read_text("utf-8")


def test_what_the_tutorial_says_by_the_way_is_there() -> None:
    """Commands outside its sessions are commands that exist."""
    page = PAGE.read_text("utf-8")
    for named in re.findall(r"`factcheck plugins (\w+)", page):
        assert f"## `factcheck plugins {named}`" in (ROOT / "docs" / "commands.md").read_text("utf-8")
