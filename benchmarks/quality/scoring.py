"""Compares a worksheet (its public JSON) with the gold of its article: claims, sources, levels, order, details, silence, blocks.

Contradictions are in ``conflicts``. It reads ``factcheck-worksheet/1`` and nothing of the project's inside.
"""

from __future__ import annotations

from typing import Any

from benchmarks.quality import conflicts
from benchmarks.quality.spans import held, iou, match, same_name, shared, span_of, touch
from benchmarks.quality.tally import Tally

COVERS = 0.6  # a row covers a gold claim when it holds this much of it
ONE_TO_ONE = 0.5
TOP = 12  # the rows of "Start here" on the cover
Json = dict[str, Any]


class TextChangedError(ValueError):
    """The worksheet's text is not the article's: no offset can be compared."""


def score(sheet: Json, gold: Json, text: str) -> Tally:
    """All figures of one article.

    Args:
        sheet: the worksheet as JSON.
        gold: as ``annotate.gold`` makes it.
        text: the article's text.
    Raises:
        TextChangedError: the reader changed the text.
    """
    if sheet["article"]["text"].rstrip() != text.rstrip():
        raise TextChangedError(f"{gold['name']}: the worksheet's text is not the article's")
    tally = Tally(seen=gold["seen"])
    rows = sheet["claims"]
    for claim in gold["claims"]:
        one_claim(tally, claim, rows)
    extraction(tally, gold["claims"], rows)
    order(tally, gold["claims"], rows)
    details(tally, gold["details"], rows)
    conflicts.score(tally, sheet, gold, text)
    silence(tally, gold["no_claim"], rows)
    blocks(tally, gold["blocks"], sheet["article"]["blocks"])
    return tally


def one_claim(tally: Tally, claim: Json, rows: list[Json]) -> None:
    """Coverage of a gold claim, and source and level on the row that fits it best."""
    span, name = span_of(claim), f"{claim['id']} {claim['snippet'][:70]!r}"
    covering = [row for row in rows if held(span, span_of(row)) >= COVERS]
    tally.add("claim_coverage", bool(covering), miss=name)
    if claim["priority"] == "high":
        tally.add("claim_coverage_high", bool(covering))
    if not covering:
        return
    row = max(covering, key=lambda r: iou(span, span_of(r)))
    level = row["verifiability"]["level"]
    tally.add("level", level == claim["level"], miss=f"{name} is {claim['level']}, not {level}")
    source(tally, claim["attribution"], row["attribution"], name)


def source(tally: Tally, gold: Json | None, tool: Json | None, name: str) -> None:
    """Whom the claim comes from, of which type, in whose words."""
    if gold is None:
        kept = tool is None or tool["source_type"] == "author"
        tally.add("unattributed_kept", kept, miss=f"{name} came from {tool and tool['source']!r}")
        return
    known = [gold["source"], *gold["source_alt"]]
    resolved = tool is not None and any(same_name(tool["source"], n) for n in known)
    placed = bool(tool and tool["source_span"]) and touch(tuple(tool["source_span"]), tuple(gold["source_span"]), 0.5)  # type: ignore[index]
    tally.add("source", resolved or placed, miss=f"{name} is from {gold['source']!r}, not {tool and tool['source']!r}")
    tally.add("source_resolved", resolved)
    if tool is not None:
        types = [gold["source_type"], *gold["source_type_alt"]]
        tally.add("source_type", tool["source_type"] in types, miss=f"{name}: {types[0]}, not {tool['source_type']}")
        tally.add("quotation", tool["quotation"] == gold["quotation"], miss=f"{name}: {gold['quotation']}, not {tool['quotation']}")


def extraction(tally: Tally, claims: list[Json], rows: list[Json]) -> None:
    """Gold claims and rows, one to one."""
    pairs = match([span_of(c) for c in claims], [span_of(r) for r in rows], ONE_TO_ONE)
    tally.add("claim_precision", len(pairs), len(rows))
    tally.add("claim_recall", len(pairs), len(claims))
    tally.add("tool_per_gold", len(rows), len(claims))
    met = {j for _, j in pairs}
    tally.misses += [f"claim_precision: row {r['text'][:80]!r}" for j, r in enumerate(rows) if j not in met]


def order(tally: Tally, claims: list[Json], rows: list[Json]) -> None:
    """How many rows are called high, and what stands at the top: as many rows as there are high claims, one for a repeat group."""
    tally.add("high_share", sum(r["verifiability"]["priority"] == "high" for r in rows), len(rows))
    wanted = [span_of(c) for c in claims if c["priority"] == "high"]
    top: list[Json] = []
    groups: set[str] = set()
    for row in sorted(rows, key=lambda r: -r["verifiability"]["score"]):
        if row["repeats"] is None or row["repeats"] not in groups:
            top.append(row)
            groups.add(row["repeats"])
    for row in top[: min(TOP, len(wanted))]:
        good = any(touch(g, span_of(row), 0.5) for g in wanted)
        tally.add("top12_gold_high", good, miss=row["text"][:80])


def details(tally: Tally, gold: list[Json], rows: list[Json]) -> None:
    """Gold details that a detail of a row or of its frame holds, without swallowing much more."""
    found = []
    for row in rows:
        frames = [a for a in (row["attribution"], *row["further_attributions"]) if a]
        for d in [*row["details"], *(d for a in frames for d in a["details"])]:
            found.append((span_of(d), d["kind"]))
    for d in gold:
        span, size = span_of(d), d["end"] - d["start"]
        fits = (kind == d["kind"] or (kind != "quotation" and s[1] - s[0] <= 3 * size + 10) for s, kind in found if held(span, s) >= COVERS)
        tally.add("details", any(fits), miss=f"{d['kind']} {d['snippet']!r} of {d['claim']}")


def silence(tally: Tally, gold: list[Json], rows: list[Json]) -> None:
    """Sentences that state nothing: no row on them, or one that says so."""
    for n in gold:
        span = span_of(n)
        on = [r for r in rows if held(span, span_of(r)) >= 0.5 or held(span_of(r), span) >= COVERS]
        tally.add("silence", all(r["verifiability"]["level"] == "not_verifiable" for r in on), miss=n["snippet"][:80])


def blocks(tally: Tally, gold: list[Json], tool: list[Json]) -> None:
    """The kind of the block that lies most on each gold block; boilerplate may be left out."""
    for b in gold:
        span = (b["block_start"], b["block_end"])
        on = [(shared(span, span_of(t)), t["kind"]) for t in tool if shared(span, span_of(t))]
        kind = max(on)[1] if on else "boilerplate"
        tally.add("blocks", kind in [b["kind"], *b["kind_alt"]], miss=f"{b['snippet']!r} is {b['kind']}, not {kind}")
