"""Installs a checkout with the versions and hashes of ``lock.txt``: ``python .ci/install.py -e '.[dev]' …`` (what pip takes).

A file whose hash is not the locked one stops everything. Where the lock cannot be had (another index lacks a version, or a version has no
files for this Python), it says so and installs what pyproject.toml asks for: tests that run tell more than none.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

LOCK = Path(__file__).with_name("lock.txt")
TAMPERED = "DO NOT MATCH THE HASHES"
"""What pip says of a file that is another than the locked one."""


def install(wanted: list[str]) -> int:
    """Install the lock and then the checkout, without asking the index for anything more; returns an exit code."""
    done = pip("install", "--require-hashes", "-r", str(LOCK))
    if done.returncode == 0:
        return pip("install", "--no-deps", "--no-build-isolation", *wanted).returncode
    last = (done.stderr.strip().splitlines() or ["pip failed"])[-1]
    if TAMPERED in done.stderr:
        print(f"{done.stderr}\n.ci/install.py: stopped, because a file is not the locked one", file=sys.stderr)
        return 1
    print(f".ci/install.py: NOT LOCKED: {last}; installing what pyproject.toml asks for", file=sys.stderr)
    return pip("install", *wanted).returncode


def pip(*args: str) -> subprocess.CompletedProcess[str]:
    """Run this environment's pip."""
    done = subprocess.run([sys.executable, "-m", "pip", "-q", "--disable-pip-version-check", *args], stderr=subprocess.PIPE, text=True)
    if done.returncode and "-r" not in args:
        print(done.stderr, file=sys.stderr)
    return done


if __name__ == "__main__":
    sys.exit(install(sys.argv[1:]))
