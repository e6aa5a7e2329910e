"""Writes ``lock.txt``: one version of everything that tests and plugins need, with the hashes of its files, for every system and Python.

    python .ci/lock.py [--upgrade]      needs uv; keeps the versions that are there unless told to upgrade

Asks the package index that this machine is set up for, and leaves its address out. Imported by the test that the lock is whole.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / ".ci" / "lock.txt"
PYTHON = "3.11"
"""The oldest that the lock is for; newer ones take the same versions, where nothing else is said after a ``;``."""
EDITABLE = "editables"
"""What hatchling asks for to install a checkout; without build isolation it has to be there."""


def projects() -> list[Path]:
    """The project's own pyproject.toml, then those of its plugins."""
    return [ROOT / "pyproject.toml", *sorted((ROOT / "plugins").glob("*/pyproject.toml"))]


def declared() -> Iterator[str]:
    """Every requirement that is declared anywhere, but for our own packages."""
    parsed = [tomllib.loads(p.read_text("utf-8")) for p in projects()]
    own = {name(p["project"]["name"]) for p in parsed}
    for p in parsed:
        extras = p["project"].get("optional-dependencies", {}).values()
        for requirement in (*p["build-system"]["requires"], *p["project"].get("dependencies", ()), *(r for e in extras for r in e)):
            if name(requirement) not in own:
                yield requirement
    yield EDITABLE


def name(requirement: str) -> str:
    """A package's name as the index spells it."""
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", requirement)[0]).lower()  # type: ignore[index]


def pinned() -> dict[str, list[str]]:
    """The locked versions, by name; more than one where Pythons differ."""
    found: dict[str, list[str]] = {}
    for package, version in re.findall(r"(?m)^([\w.-]+)==(\S+)", LOCK.read_text("utf-8")):
        found.setdefault(package, []).append(version)
    return found


def main() -> int:
    """Compile the lock with uv."""
    command = ["uv", "pip", "compile", "-", "--universal", "--python-version", PYTHON, "--generate-hashes", "--no-emit-index-url"]
    command += ["--no-emit-find-links", "--no-header", "--no-annotate", "--quiet", "--output-file", str(LOCK), *sys.argv[1:]]
    return subprocess.run(command, input="\n".join(sorted(set(declared()))), text=True, stdout=subprocess.DEVNULL).returncode


if __name__ == "__main__":
    sys.exit(main())
