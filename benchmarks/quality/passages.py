"""Measures contradictions on short passages: conflicts that are there, and near misses where a hasty tool would cry wolf.

    python benchmarks/quality/passages.py [-v] [--held-out]

A passage is an article of its own, read by the whole tool. Files with ``seen = false`` are held out:
of them only counts are printed, never a case.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

if __name__ == "__main__":  # a script beside the package: its own folder would hide the modules of the same name
    sys.path[0] = str(Path(__file__).resolve().parents[2])

from benchmarks.quality import annotate, conflicts
from benchmarks.quality.spans import Span
from benchmarks.quality.tally import Tally
from factcheck import api
from factcheck.plugin.manager import Manager, create_manager

FOLDER = Path(__file__).resolve().parent / "passages"
HALVES = {True: "seen-passages", False: "held-out-passages"}
FIGURES = ("passages_found", "passages_precision", "passages_alarms", "passages_severity")
Json = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """A passage with the conflict in it, or with the reason why there is none.

    ``a`` and ``b`` are the places of the two sides, each with others that say the same; ``forms`` are the two spellings of a name.
    ``related``: what was so and is so no longer, which may be shown as superseded.
    """

    id: str
    text: str
    seen: bool
    kind: str = ""
    severity: str = ""
    a: tuple[Span, ...] = ()
    b: tuple[Span, ...] = ()
    forms: tuple[str, ...] = ()
    fine: str = ""
    related: bool = False


def one_case(row: Json, seen: bool) -> Case:
    """A case from its table.

    Raises:
        AnnotationError: a side is not in the passage, or more than once; the message begins with the case's id.
    """
    text = row["text"].strip("\n") + "\n"
    if "fine" in row:
        return Case(row["id"], text, seen, fine=row["fine"], related=row.get("related", False))
    x = row["conflict"]
    try:
        a, b = (tuple(annotate.place(text, w) for w in (x[side], *x.get(f"{side}_also", ()))) for side in "ab")
    except annotate.AnnotationError as e:
        raise annotate.AnnotationError(f"{row['id']}: {e}") from None
    forms = tuple(text[slice(*side[0])] for side in (a, b)) if x["kind"] == "name" else ()
    return Case(row["id"], text, seen, x["kind"], x["severity"], a, b, forms)


def load(folder: Path = FOLDER) -> Iterator[Case]:
    """All cases of a folder, in order."""
    for path in sorted(folder.glob("*.toml")):
        data = tomllib.loads(path.read_text("utf-8"))
        for row in data["case"]:
            yield one_case(row, data["seen"])


def meets(case: Case, report: Json, rows: dict[str, Span]) -> bool:
    """Whether a report is about the conflict of a case: on both of its sides, or with both of its spellings."""
    if (report["severity"] == conflicts.SPELLING) != bool(case.forms):
        return False
    places = [rows[i] for i in (*report["claims"], *report["occurrences"])] + [(s, e) for s, e in report["spans"]]
    if case.forms:
        told = (form in report["explanation"] or any(conflicts.has(case.text, p, form) for p in places) for form in case.forms)
        return all(told)
    if len(report["claims"]) == 1 and report["kind"] not in conflicts.SELF.get(case.kind, {report["kind"]}):
        return False
    sides = ([{"start": s, "end": e} for s, e in side] for side in (case.a, case.b))
    return all(any(conflicts.on(side, p) for p in places) for side in sides)


def score(tally: Tally, case: Case, sheet: Json) -> None:
    """Count what the worksheet of a case reports: what is right once, every alarm."""
    rows = {r["id"]: (r["start"], r["end"]) for r in sheet["claims"]}
    right = [r for r in sheet["contradictions"] if case.kind and meets(case, r, rows)]
    told = [r for r in sheet["contradictions"] if case.related and r["severity"] == "superseded"]
    alarms = [r for r in sheet["contradictions"] if r not in right and r not in told]
    if case.kind:
        tally.add("passages_found", bool(right), miss=f"{case.id} {case.kind}")
    if right:
        tally.add("passages_precision", 1)
        given = {r["severity"] for r in right}
        tally.add("passages_severity", case.severity in given, miss=f"{case.id} is {case.severity}, not {', '.join(sorted(given))}")
    for r in alarms:
        tally.add("passages_precision", 0, miss=f"{case.id} alarm {r['kind']} {r['explanation'][:90]!r} {case.fine}".rstrip())
    if case.fine:
        tally.add("passages_alarms", bool(alarms))
    tally.misses += [f"problem: {p['plugin']} {p['message']}" for p in sheet["problems"]]


def sheet_of(case: Case, manager: Manager) -> Json:
    """The worksheet of a passage, as JSON."""
    article = api.read(case.text.encode(), name=f"{case.id}.txt", manager=manager)
    made: Json = json.loads(api.dump(api.generate(article, manager=manager), "json", manager=manager))
    return made


def measure(manager: Manager, folder: Path = FOLDER, halves: tuple[bool, ...] = (True, False)) -> dict[str, Tally]:
    """A tally for each half (``True``: seen), under its title; the one that is held out is like an article that nobody has seen."""
    out = {HALVES[seen]: Tally(seen=seen) for seen in halves}
    for case in (c for c in load(folder) if c.seen in halves):
        score(out[HALVES[case.seen]], case, sheet_of(case, manager))
    return out


def lines(tally: Tally) -> list[str]:
    """The figures of a half as people read them."""
    out = []
    for figure in FIGURES:
        hits, of = tally.counts.get(figure, (0, 0))
        out.append(f"{figure.ljust(20)} {hits / of if of else 0:.2f}  {hits}/{of}")
    return out


def main() -> int:
    """Print the figures of a half."""
    parser = argparse.ArgumentParser(description="Measure contradictions on short passages written for this project.")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what was missed in the half that may be read")
    parser.add_argument("--held-out", action="store_true", help="the other half, counts only")
    args = parser.parse_args()
    half = not args.held_out
    tally = measure(create_manager(entry_points=False), halves=(half,))[HALVES[half]]
    print("\n".join(lines(tally)))
    if args.verbose and tally.seen:
        print("\n" + "\n".join(tally.misses))
    return 0


if __name__ == "__main__":
    sys.exit(main())
