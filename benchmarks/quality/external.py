"""Runs the scorers of ``../shared/eval`` beside the checkout, where they exist, and prints their main figures. It holds no floors."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
CMD = f"{sys.executable} -m factcheck generate --no-plugins {{input}} -f json -o -"
POOLED = re.compile(r"\w+: ")  # the lines of score_gold.py that are of all articles together


def runs(limit: int | None) -> Iterator[tuple[str, list[str]]]:
    """Title and arguments of each scorer."""
    tail = ["--cmd", CMD, *(["--limit", str(limit)] if limit else [])]
    data = SHARED / "eval" / "data"
    yield "attribution", ["score_attribution.py", *tail]
    yield "details, CoreNLP", ["score_details.py", *tail]
    yield "details, GUM", ["score_details.py", "--data", str(data / "gum"), *tail]
    yield "sentences", ["score_sentences.py", *tail]
    yield "contradictions", ["score_contradictions.py", *tail]
    yield "invariants, GUM", ["invariants.py", "--data", str(data / "gum"), *tail]
    yield "invariants, PolNeAR", ["invariants.py", "--data", str(data / "polnear"), *tail]


def gold_pairs(folder: Path) -> list[str]:
    """Worksheets of the annotated articles, each beside its gold."""
    out: list[str] = []
    for gold in sorted((SHARED / "articles").glob("*.gold.json")):
        name = gold.name.removesuffix(".gold.json")
        target = folder / f"{name}.json"
        article = str(gold.with_name(f"{name}.txt"))
        with target.open("wb") as f:
            subprocess.run([*CMD.replace("{input}", article).split(" ")], stdout=f, stderr=subprocess.DEVNULL, check=True)
        out += [str(target), str(gold)]
    return out


def show(title: str, args: list[str], keep: re.Pattern[str] | None = None) -> None:
    """Run one scorer and print what it says (only the lines that ``keep`` matches), or that it failed."""
    print(f"\n== {title}", flush=True)
    done = subprocess.run([sys.executable, *args], cwd=SHARED / "eval", capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"failed ({done.returncode}): {done.stderr.strip()[-300:]}")
    else:
        print("\n".join(line for line in done.stdout.splitlines() if keep is None or keep.match(line)))


def run(limit: int | None = None) -> bool:
    """Run everything; False where the folder does not exist."""
    if not (SHARED / "eval").is_dir():
        return False
    for title, args in runs(limit):
        show(title, args)
    with tempfile.TemporaryDirectory() as folder:
        show("gold, all annotated articles", ["score_gold.py", *gold_pairs(Path(folder))], POOLED)
    return True
