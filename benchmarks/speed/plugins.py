"""Times ``factcheck --help`` with ten installed plugins against none, in turn, and prints the ratio.

    python benchmarks/speed/plugins.py [--runs N] [--plugins N]

Asserts nothing: the figures go into docs/performance.md. tests/cli/test_help_with_plugins.py holds that no plugin is imported.
"""

from __future__ import annotations

import argparse
import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def install(site: Path, number: int) -> None:
    """A package with a plugin and a command, as pip leaves it."""
    (site / f"factcheck_fake{number}.py").write_text("", "utf-8")
    info = site / f"factcheck_fake{number}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: factcheck-fake{number}\nVersion: 1.0\n", "utf-8")
    points = f"[factcheck]\nfake{number} = factcheck_fake{number}\n\n[factcheck.commands]\nfake{number} = factcheck_fake{number}:command\n"
    (info / "entry_points.txt").write_text(points, "utf-8")


def seconds(site: Path) -> float:
    """One whole process, with the packages of a folder beside those that are installed anyway."""
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "factcheck", "--help"],
        check=True,
        capture_output=True,
        cwd=site,
        env={**os.environ, "PYTHONPATH": str(site)},
    )
    return time.perf_counter() - begun


def main() -> None:
    """Print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--plugins", type=int, default=10)
    args = parser.parse_args()
    compileall.compile_dir(str(ROOT / "factcheck"), quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        none, many = Path(folder, "none"), Path(folder, "many")
        none.mkdir()
        many.mkdir()
        for number in range(args.plugins):
            install(many, number)
        seconds(none), seconds(many)
        pairs = [(seconds(many), seconds(none)) for _ in range(args.runs)]
    ratio = statistics.median(a / b for a, b in pairs)
    left, right = (statistics.median(p[i] for p in pairs) for i in (0, 1))
    what = f"--help with {args.plugins} plugins / with none"
    print(f"{what} {left * 1000:6.0f} ms {right * 1000:6.0f} ms   ratio {ratio:5.2f}   wanted at most 1.3")


if __name__ == "__main__":
    main()
