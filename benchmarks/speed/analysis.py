"""Times the analysis (text to worksheet record, nothing written) and prints ratios: against a bare findall, growth, memory.

    python benchmarks/speed/analysis.py [--text FILE] [--million]

Each size runs in a process of its own, so that its memory is its own. Times are processor times. Asserts nothing.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import texts

SIZES = (1_000, 10_000, 100_000)
_BARE = re.compile(r"\w+|[^\w\s]")


def measure(text: str) -> dict[str, float]:
    """Seconds of the whole analysis, of its contradictions and of the bare findall; the peak memory of this process in MB."""
    from factcheck import pipeline
    from factcheck.plugin.manager import create_manager
    from factcheck.plugin.records import Source

    clock = time.process_time
    manager = create_manager(entry_points=False)
    pipeline.generate(manager, pipeline.read_article(manager, Source("warm.txt", texts.news(300, 9).encode())))  # lexicons are loaded once
    spent = [0.0]
    find = pipeline._Run.compared

    def timed(run: pipeline._Run, claims: tuple) -> tuple:  # type: ignore[type-arg]
        start = clock()
        found = find(run, claims)
        spent[0] = clock() - start
        return found

    pipeline._Run.compared = timed  # type: ignore[method-assign]
    start = clock()
    sheet = pipeline.generate(manager, pipeline.read_article(manager, Source("a.txt", text.encode())))
    whole = clock() - start
    bare = []
    for _ in range(5):
        start = clock()
        _BARE.findall(text)
        bare.append(clock() - start)
    return {
        "whole": whole,
        "contradictions": spent[0],
        "bare": min(bare),
        "claims": len(sheet.claims),
        "memory": _peak(),
    }


def _peak() -> float:
    try:
        import resource
    except ImportError:  # not on Windows
        return float("nan")
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def apart(kind: str, size: str) -> dict[str, float]:
    """What ``measure`` says of a text, in a process of its own."""
    made = subprocess.run([sys.executable, __file__, "--one", kind, size], check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(made.stdout.splitlines()[-1])
    return found


def _text(kind: str, size: str) -> str:
    if kind == "file":
        return Path(size).read_text("utf-8")
    return texts.news(int(size)) if kind == "news" else texts.quantities(int(size))


def _line(name: str, got: dict[str, float], before: dict[str, float] | None) -> None:
    ratio = f"{got['whole'] / got['bare']:5.0f} × findall"
    print(f"{name:24} {got['whole']:7.2f} s  {ratio}  {got['memory']:5.0f} MB  {got['claims']:6.0f} claims", end="")
    if before:
        growth = [got[k] / before[k] for k in ("whole", "contradictions")]
        print(f"  time × {growth[0]:.1f}  contradictions × {growth[1]:.1f}", end="")
    print()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text", help="also measure this file (UTF-8), for example 1 MB of news")
    parser.add_argument("--million", action="store_true", help="also a million words: some minutes")
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        print(json.dumps(measure(_text(*args.one))))
        return
    before = None
    for size in (*SIZES, *((1_000_000,) if args.million else ())):
        got = apart("news", str(size))
        _line(f"{size:,} words", got, before)
        before = got
    small = apart("quantities", "500")
    _line("500 quantities", small, None)
    _line("5,000 quantities", apart("quantities", "5000"), small)
    if args.text:
        _line(Path(args.text).name, apart("file", args.text), None)


if __name__ == "__main__":
    main()
