"""Fits the weights of "one thing, two numbers" (lexicon "figures") on the passages that are seen, and prints them beside those in use.

    python benchmarks/quality/fit.py

Writes nothing and never opens a passage that is held out. Logistic regression by plain gradient descent, the same on every run.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

if __name__ == "__main__":  # a script beside the package: its own folder would hide the modules of the same name
    sys.path[0] = str(Path(__file__).resolve().parents[2])

from benchmarks.quality import passages
from benchmarks.quality.spans import Span
from factcheck import api
from factcheck.contradictions.likened import compared
from factcheck.plugin.context import Context
from factcheck.plugin.manager import Manager, create_manager

STEPS, RATE, RIDGE = 2000, 0.5, 0.002
"""Steps of the descent, their width, and how strongly a weight is drawn to nought; few pairs fit many weights too well without."""
Row = tuple[Mapping[str, float], bool]


def pairs(manager: Manager) -> Iterator[Row]:
    """The evidence of each pair of numbers in the seen passages, and whether the two are the sides of a conflict."""
    for path in sorted(passages.FOLDER.glob("*.toml")):
        if path.stem.endswith("-held"):
            continue
        for case in passages.load_file(path):
            article = api.read(case.text.encode(), name=f"{case.id}.txt", manager=manager)
            sheet = api.generate(article, manager=manager)
            ctx = Context(sheet.article, manager.lexicons(), claims=sheet.claims)
            for a, b, found in compared(ctx):
                yield found, any(_sides(x, a.span, b.span) for x in case.conflicts)


def _sides(conflict: passages.Conflict, a: Span, b: Span) -> bool:
    return any(_meet(x, conflict.a) and _meet(y, conflict.b) for x, y in ((a, b), (b, a)))


def _meet(number: Span, side: tuple[Span, ...]) -> bool:
    return any(number[0] < end and start < number[1] for start, end in side)


def fit(rows: list[Row]) -> dict[str, float]:
    """The weight of each feature that makes the given answers likeliest, with a ridge on all but the bias."""
    names = sorted({name for found, _ in rows for name in found})
    weights = dict.fromkeys(names, 0.0)
    for _ in range(STEPS):
        slope = {name: (RIDGE * w if name != "bias" else 0.0) for name, w in weights.items()}
        for found, one in rows:
            wrong = 1 / (1 + math.exp(-sum(weights[n] * v for n, v in found.items()))) - one
            for name, value in found.items():
                slope[name] += wrong * value / len(rows)
        for name in names:
            weights[name] -= RATE * slope[name]
    return weights


def lines(fitted: Mapping[str, float], used: Mapping[str, float]) -> list[str]:
    """A line for each feature: its name, the weight in use, the fitted one; "least" is chosen by hand and not fitted."""
    names = sorted({*fitted, *used} - {"least"})
    return [f"{name:16} {used.get(name, 0.0):6.1f} {fitted.get(name, 0.0):6.1f}" for name in names]


def main() -> int:
    """Fit and print."""
    manager = create_manager(entry_points=False)
    rows = list(pairs(manager))
    print(f"{len(rows)} pairs, {sum(one for _, one in rows)} of them one thing\n{'feature':16} in use fitted")
    print("\n".join(lines(fit(rows), manager.lexicons()["figures"]["weights"])))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
