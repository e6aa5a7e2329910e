"""Measures the analysis on the articles of this folder and compares the figures with their pinned floors.

    python benchmarks/quality/run.py [-v] [--report] [--pin [--reason TEXT]] [--eval [--limit N]]

Exit code 1: a figure is below its floor, or the data changed. It never reads an article from elsewhere, but for --eval.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

if __name__ == "__main__":  # a script beside the package: its own folder would hide the modules of the same name
    sys.path[0] = str(Path(__file__).resolve().parents[2])

import factcheck
from benchmarks.quality import annotate, external, floors, mutants, passages, reckoning, report, scoring
from benchmarks.quality.tally import Tally, pooled
from factcheck import api
from factcheck.plugin.manager import Manager, create_manager


def measure(names: list[str], manager: Manager) -> dict[str, Tally]:
    """Make the worksheet of each article in this process and score it."""
    out = {}
    for name in names:
        article = api.read((annotate.ARTICLES / f"{name}.txt"), manager=manager)
        sheet = json.loads(api.dump(api.generate(article, manager=manager), "json", manager=manager))
        out[name] = scoring.score(sheet, annotate.load(name), annotate.read_text(name))
        for problem in sheet["problems"]:
            out[name].misses.append(f"problem: {problem['plugin']} {problem['message']}")
    return out


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description="Measure the analysis on articles written for this project.")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what was missed, but not in unseen articles and passages")
    parser.add_argument("--report", action="store_true", help="write the figures into docs/quality.md and its picture")
    parser.add_argument("--pin", action="store_true", help="write floors a little below the present figures")
    parser.add_argument("--reason", default="", help="words of the changelog that say why a floor is lowered")
    parser.add_argument("--eval", action="store_true", help="also run the scorers of ../shared/eval, where they exist")
    parser.add_argument("--limit", type=int, help="with --eval: so many texts of each set")
    return parser.parse_args()


def main() -> int:
    """Print the table and say what broke."""
    args = arguments()
    names = annotate.names()
    manager = create_manager(entry_points=False)
    tallies = {**measure(names, manager), **passages.measure(manager), **mutants.measure(manager), **reckoning.measure(manager)}
    every = pooled(tallies.values())
    print(f"factcheck {factcheck.__version__}, {len(names)} articles, passages, planted contradictions\n\n{report.table(tallies, every)}")
    if args.verbose:
        for name, tally in tallies.items():
            if not tally.seen:  # whoever writes rules does not read what was missed here
                continue
            print(f"\n== {name}\n" + "\n".join(tally.misses))
    for problem in sorted({m for t in tallies.values() for m in t.misses if m.startswith("problem: ")}):
        print(f"quality: {problem}", file=sys.stderr)  # what failed explains a fallen figure
    wrong = floors.pin(every, args.reason) if args.pin else floors.complaints(every, floors.load(), floors.digest())
    if args.report:
        report.write(tallies, every, floors.load().get("floors", {}))
    if args.eval and not external.run(args.limit):
        print("\n../shared/eval is not beside this checkout: nothing more to measure")
    for line in wrong:
        print(f"quality: {line}", file=sys.stderr)
    if not wrong:
        print("\nevery figure holds its floor")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
