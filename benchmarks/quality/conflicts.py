"""Compares reported contradictions with the gold's conflicts and near misses; spellings are counted by themselves."""

from __future__ import annotations

import itertools
import re
from typing import Any

from benchmarks.quality.spans import Span, held, shared, span_of
from benchmarks.quality.tally import Tally

Json = dict[str, Any]
SPELLING = "inconsistent_spelling"
# What one row alone can contradict: here the kind has to be of this family.
SELF = {"calendar": {"calendar", "date"}, "conversion": {"conversion", "quantity"}, "arithmetic": {"arithmetic", "quantity", "attribute"}}


def score(tally: Tally, sheet: Json, gold: Json, text: str) -> None:
    """Recall, precision and alarms of one article."""
    rows = {r["id"]: span_of(r) for r in sheet["claims"]}
    found: set[str] = set()
    alarms: set[str] = set()
    for report in sheet["contradictions"]:
        spelling = report["severity"] == SPELLING
        met = [x["id"] for x in gold["contradictions"] if meets(x, report, rows, text)]
        near = [] if met else [n for n in gold["not_contradictions"] if meets(n, report, rows, text)]
        found.update(met)
        alarms.update(n["id"] for n in near)
        why = f"{report['kind']} {report['explanation'][:90]!r}" + "".join(f" near miss: {n['reason']}" for n in near[:1])
        tally.add("names_precision" if spelling else "conflicts_precision", bool(met), miss=why)
    for x in gold["contradictions"]:
        if x["severity"] == SPELLING:
            tally.add("names", x["id"] in found, miss=x["explanation"])
            continue
        tally.add("conflicts_all", x["id"] in found, miss=f"{x['kind']}: {x['explanation']}")
        if x["must"]:
            tally.add("conflicts_must", x["id"] in found)
    for n in gold["not_contradictions"]:
        if n["label"] != "related":  # what is related may be shown
            tally.add("near_miss_alarms", n["id"] in alarms)


def meets(pair: Json, report: Json, rows: dict[str, Span], text: str) -> bool:
    """Whether a report is about this pair: a row on either side, or for names the two forms."""
    forms = pair.get("forms")
    if (report["severity"] == SPELLING) != bool(forms):
        return False
    spans = [rows[i] for i in report["claims"]]
    if len(spans) == 1 and pair.get("kind") in SELF and report["kind"] not in SELF[pair["kind"]]:
        return False
    twos = [(spans[0], spans[0])] if len(spans) == 1 else [p for two in itertools.combinations(spans, 2) for p in (two, two[::-1])]
    if forms:
        told = all(form in report["explanation"] for form in forms)
        return told or any(has(text, u, forms[0]) and has(text, v, forms[1]) for u, v in twos)
    a, b = ([pair[key], *pair[f"{key}_also"]] for key in ("a", "b"))
    return any(on(a, u) and on(b, v) for u, v in twos)


def on(side: list[Json], row: Span) -> bool:
    """Whether a row lies on one side of a pair: it holds most of it, or lies mostly inside and is no small part."""
    for part in map(span_of, side):
        if shared(part, row) and (held(part, row) >= 0.6 or (held(row, part) >= 0.6 and held(part, row) >= 0.3)):
            return True
    return False


def has(text: str, span: Span, form: str) -> bool:
    """Whether a spelling stands in a span as a whole word."""
    return re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text[slice(*span)]) is not None
