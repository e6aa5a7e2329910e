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
class Conflict:
    """Two places that speak against each other, each with others that say the same; ``forms`` are the two spellings of a name."""

    kind: str
    severity: str
    a: tuple[Span, ...]
    b: tuple[Span, ...]
    forms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """A passage with the conflicts in it, or with the reason why there is none.

    ``related``: what was so and is so no longer, which may be shown as superseded.
    """

    id: str
    text: str
    seen: bool
    conflicts: tuple[Conflict, ...] = ()
    fine: str = ""
    related: bool = False


def one_case(row: Json, seen: bool) -> Case:
    """A case from its table: one ``conflict``, several ``conflicts``, or ``fine``.

    Raises:
        AnnotationError: a side is not in the passage, or more than once; the message begins with the case's id.
    """
    text = row["text"].strip("\n") + "\n"
    if "fine" in row:
        return Case(row["id"], text, seen, fine=row["fine"], related=row.get("related", False))
    try:
        found = tuple(one_conflict(x, text) for x in row.get("conflicts") or [row["conflict"]])
    except annotate.AnnotationError as e:
        raise annotate.AnnotationError(f"{row['id']}: {e}") from None
    return Case(row["id"], text, seen, found)


def one_conflict(row: Json, text: str) -> Conflict:
    """A conflict from its table: its kind, its severity and the words of both sides, ⟦marked⟧ where they stand twice."""
    a, b = (tuple(annotate.place(text, w) for w in (row[side], *row.get(f"{side}_also", ()))) for side in "ab")
    forms = tuple(text[slice(*side[0])] for side in (a, b)) if row["kind"] == "name" else ()
    return Conflict(row["kind"], row["severity"], a, b, forms)


def load(folder: Path = FOLDER) -> Iterator[Case]:
    """All cases of a folder, in order."""
    for path in sorted(folder.glob("*.toml")):
        yield from load_file(path)


def load_file(path: Path) -> Iterator[Case]:
    """The cases of one file, in order."""
    data = tomllib.loads(path.read_text("utf-8"))
    for row in data["case"]:
        yield one_case(row, data["seen"])


def meets(conflict: Conflict, text: str, report: Json, rows: dict[str, Span]) -> bool:
    """Whether a report is about a conflict of a text: on both of its sides, or with both of its spellings."""
    if (report["severity"] == conflicts.SPELLING) != bool(conflict.forms):
        return False
    places = [rows[i] for i in (*report["claims"], *report["occurrences"])] + [(s, e) for s, e in report["spans"]]
    if conflict.forms:
        told = (form in report["explanation"] or any(conflicts.has(text, p, form) for p in places) for form in conflict.forms)
        return all(told)
    if len(report["claims"]) == 1 and report["kind"] not in conflicts.SELF.get(conflict.kind, {report["kind"]}):
        return False
    sides = ([{"start": s, "end": e} for s, e in side] for side in (conflict.a, conflict.b))
    return all(any(conflicts.on(side, p) for p in places) for side in sides)


def score(tally: Tally, case: Case, sheet: Json) -> None:
    """Count what the worksheet of a case reports: what is right once for each conflict, every alarm."""
    rows = {r["id"]: (r["start"], r["end"]) for r in sheet["claims"]}
    alarms = [r for r in sheet["contradictions"] if not (case.related and r["severity"] == "superseded")]
    for number, conflict in enumerate(case.conflicts, start=1):
        right = [r for r in sheet["contradictions"] if meets(conflict, case.text, r, rows)]
        alarms = [r for r in alarms if r not in right]
        name = case.id if len(case.conflicts) == 1 else f"{case.id}.{number}"
        tally.add("passages_found", bool(right), miss=f"{name} {conflict.kind}")
        if right:
            tally.add("passages_precision", 1)
            given = {r["severity"] for r in right}
            told = ", ".join(sorted(given))
            tally.add("passages_severity", conflict.severity in given, miss=f"{name} is {conflict.severity}, not {told}")
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
