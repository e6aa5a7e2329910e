"""Times whole processes in one run, in turn, and prints ratios: start-up against click, a workbook against bare openpyxl.

    python benchmarks/speed/run.py [--runs N] [--article FILE]

Asserts nothing: the figures go into docs/performance.md and the changelog.
"""

from __future__ import annotations

import argparse
import compileall
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BARE = """
import json, sys
from openpyxl import Workbook
book = Workbook()
book.remove(book.active)
for title, rows in json.load(open(sys.argv[1], encoding="utf-8")):
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append(row)
book.save(sys.argv[2])
"""


def seconds(command: list[str]) -> float:
    """Wall time of one whole process."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def pair(name: str, a: list[str], b: list[str], runs: int, limit: float) -> None:
    """Run two commands in turn after a warm-up of each and print the median of the ratios."""
    seconds(a), seconds(b)
    rows = [(seconds(a), seconds(b)) for _ in range(runs)]
    ratio = statistics.median(x / y for x, y in rows)
    left, right = (statistics.median(r[i] for r in rows) for i in (0, 1))
    print(f"{name:34} {left * 1000:7.0f} ms {right * 1000:7.0f} ms   ratio {ratio:5.2f}   wanted at most {limit}")


def cells_of(workbook: Path, target: Path) -> None:
    """The values of every cell of a workbook, for the bare script."""
    import json

    from openpyxl import load_workbook

    book = load_workbook(workbook)
    sheets = [[s.title, [["" if c.value is None else str(c.value) for c in row] for row in s.iter_rows()]] for s in book.worksheets]
    target.write_text(json.dumps(sheets), "utf-8")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--article", type=Path, default=ROOT / "examples" / "harbour-fire.txt")
    args = parser.parse_args()
    compileall.compile_dir(str(ROOT / "factcheck"), quiet=1)  # as installed: with bytecode, like the libraries it is compared with
    python = sys.executable
    factcheck = [python, "-m", "factcheck"]
    print(f"{'whole processes':34} {'ours':>10} {'other':>10}")
    pair("factcheck --help / import click", [*factcheck, "--help"], [python, "-c", "import click"], args.runs, 2.5)
    with tempfile.TemporaryDirectory() as folder:
        made, cells, bare = Path(folder, "w.xlsx"), Path(folder, "cells.json"), Path(folder, "bare.py")
        generate = [*factcheck, "generate", str(args.article), "-o", str(made), "--force"]
        seconds(generate)
        cells_of(made, cells)
        bare.write_text(BARE, "utf-8")
        pair("generate to xlsx / bare openpyxl", generate, [python, str(bare), str(cells), str(Path(folder, "bare.xlsx"))], args.runs, 3)
        for old in Path(folder).glob("*.bak*"):
            old.unlink()
        generate_json = [*factcheck, "generate", str(args.article), "-o", str(Path(folder, "w.json")), "--force"]
        pair("generate to json / import click", generate_json, [python, "-c", "import click"], args.runs, float("inf"))


if __name__ == "__main__":
    main()
