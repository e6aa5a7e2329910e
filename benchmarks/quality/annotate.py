"""Turns a compact annotation by hand (articles/NAME.toml) into gold with offsets; refuses a snippet that is missing or ambiguous.

    python benchmarks/quality/annotate.py [NAME …] [--json]

Without names: all articles. Prints what is wrong, or with --json the gold itself. It never looks at what the tool makes.

The claims are lines: number, level (V verifiable, P partly, N not), priority (H, M, L), kind, source key (with :d direct or :m mixed)
and its literal words, "|", the snippet. An indented line below holds the details as kind=words; kind=words. Where a snippet stands in
the text more than once, give its surroundings and put it into ⟦ ⟧.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ARTICLES = HERE / "articles"
LEVELS = {"V": "verifiable", "P": "partly", "N": "not_verifiable"}
PRIORITIES = {"H": "high", "M": "medium", "L": "low"}
QUOTATION = {"": "indirect", "d": "direct", "m": "mixed"}
CLAIM = re.compile(r'(\d\d) ([VPN]) ([HML]) (\w+) (?:-|(\w+)(?::([dm]))? "([^|]+)") \| (.+)')
Span = tuple[int, int]


class AnnotationError(ValueError):
    """An annotation that cannot be placed in its text; the message names the article and the snippet."""


def names() -> list[str]:
    """The names of all annotated articles, in order."""
    return sorted(p.stem for p in ARTICLES.glob("*.toml"))


def read_text(name: str) -> str:
    """The exact text of an article."""
    return (ARTICLES / f"{name}.txt").read_text("utf-8")


def occurrences(text: str, words: str) -> list[Span]:
    """Every place where the words stand as whole words."""
    left = r"(?<!\w)" if words[:1].isalnum() else ""
    right = r"(?!\w)" if words[-1:].isalnum() else ""
    return [m.span() for m in re.finditer(left + re.escape(words) + right, text)]


def place(text: str, snippet: str) -> Span:
    """The one place of a snippet, with or without ⟦ ⟧ and surroundings.

    Raises:
        AnnotationError: it is not there, or more than once.
    """
    before, mark, rest = snippet.partition("⟦")
    inner, _, after = rest.partition("⟧") if mark else (snippet, "", "")
    lead = len(before) if mark else 0
    found = [s for s, _ in occurrences(text, before + inner + after if mark else snippet)]
    if len(found) != 1:
        raise AnnotationError(f"{'not found' if not found else 'ambiguous'}: {snippet!r}")
    return found[0] + lead, found[0] + lead + len(inner)


def near(text: str, words: str, claim: Span, block: Span, used: set[Span]) -> Span:
    """The place of words inside a claim (in reading order), else the nearest in its paragraph.

    Raises:
        AnnotationError: the paragraph has no such place.
    """
    if "⟦" in words:
        return place(text, words)
    free = [s for s in occurrences(text, words) if block[0] <= s[0] and s[1] <= block[1] and s not in used]
    inside = [s for s in free if claim[0] <= s[0] and s[1] <= claim[1]]
    if inside:
        return inside[0]
    if not free:
        raise AnnotationError(f"not in its paragraph: {words!r}")
    return min(free, key=lambda s: max(claim[0] - s[1], s[0] - claim[1]))


def source_words(text: str, words: str, claim: Span, block: Span) -> Span:
    """The literal words of a source: nearest in the paragraph, else the only place in the text."""
    try:
        return near(text, words, claim, block, set())
    except AnnotationError:
        found = occurrences(text, words)
        if not found:
            raise
        before = [s for s in found if s[0] < claim[0]]
        return before[-1] if before else found[0]


def blocks_of(text: str, kinds: str) -> list[dict[str, Any]]:
    """The blocks (parts between empty lines) with their kinds; ``a|b`` allows both, ``a*3`` repeats."""
    wanted: list[str] = []
    for word in kinds.split():
        kind, _, times = word.partition("*")
        wanted += [kind] * int(times or 1)
    spans = [m.span() for m in re.finditer(r"\S(?:.|\n(?!\n))*", text.rstrip())]
    if len(spans) != len(wanted):
        raise AnnotationError(f"{len(spans)} blocks in the text, {len(wanted)} kinds")
    out = []
    for (start, end), kind in zip(spans, wanted, strict=True):
        first, *more = kind.split("|")
        out.append({"kind": first, "kind_alt": more, "snippet": text[start:end][:30], "block_start": start, "block_end": end})
    return out


def block_at(blocks: list[dict[str, Any]], span: Span) -> Span:
    """The block that holds a span."""
    for b in blocks:
        if b["block_start"] <= span[0] and span[1] <= b["block_end"]:
            return b["block_start"], b["block_end"]
    raise AnnotationError(f"no block holds {span}")


def attribution(text: str, data: dict[str, Any], key: str, how: str, words: str, claim: Span, block: Span) -> dict[str, Any]:
    """The gold attribution of a claim."""
    try:
        source = data["sources"][key]
    except KeyError:
        raise AnnotationError(f"unknown source {key!r}") from None
    return {
        "source": source["name"],
        "source_alt": source.get("alt", []),
        "source_type": source["type"],
        "source_type_alt": source.get("types", []),
        "source_snippet": words,
        "source_span": list(source_words(text, words, claim, block)),
        "quotation": QUOTATION[how],
        "chain": source.get("chain", []),
        "via": source.get("via", []),
    }


def details_of(text: str, line: str, claim_id: str, claim: Span, block: Span) -> list[dict[str, Any]]:
    """The details of a claim from its indented line."""
    out: list[dict[str, Any]] = []
    used: set[Span] = set()
    for part in line.split(";"):
        kind, _, words = part.strip().partition("=")
        span = near(text, words, claim, block, used)
        used.add(span)
        out.append({"kind": kind, "snippet": text[slice(*span)], "start": span[0], "end": span[1], "claim": claim_id})
    return out


def claims_of(text: str, data: dict[str, Any], blocks: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Claims and details of an annotation."""
    claims: list[dict[str, Any]] = []
    details: list[dict[str, Any]] = []
    for line in data["claims"].strip("\n").splitlines():
        if line.startswith(" "):
            last = claims[-1]
            span = (last["start"], last["end"])
            details += details_of(text, line, last["id"], span, block_at(blocks, span))
            continue
        found = CLAIM.fullmatch(line)
        if not found:
            raise AnnotationError(f"cannot read the line {line!r}")
        number, level, priority, kind, key, how, words, snippet = found.groups()
        span = place(text, snippet)
        said = attribution(text, data, key, how or "", words, span, block_at(blocks, span)) if key else None
        claims.append(
            {
                "id": number,
                "snippet": text[slice(*span)],
                "start": span[0],
                "end": span[1],
                "attribution": said,
                "level": LEVELS[level],
                "priority": PRIORITIES[priority],
                "kind": kind,
                "why": "",
            }
        )
    return claims, details


def side(text: str, words: str, claims: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """One side of a pair: a claim by its number, or words of the text."""
    if re.fullmatch(r"\d\d", words):
        if words not in claims:
            raise AnnotationError(f"no claim {words}")
        c = claims[words]
        return {"claim": words, "snippet": c["snippet"], "start": c["start"], "end": c["end"]}
    start, end = place(text, words)
    return {"snippet": text[start:end], "start": start, "end": end}


def pair(text: str, number: str, row: dict[str, Any], claims: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """A conflict or a near miss with the spans of its sides."""
    out: dict[str, Any] = {"id": number, "a": side(text, row["a"], claims), "b": side(text, row["b"], claims)}
    for key in ("a_also", "b_also"):
        out[key] = [side(text, w, claims) for w in row.get(key, [])]
    for form in row.get("forms", []):
        if not occurrences(text, form):
            raise AnnotationError(f"not found: {form!r}")
    return out | ({"forms": row["forms"]} if "forms" in row else {})


def gold(name: str, text: str, data: dict[str, Any]) -> dict[str, Any]:
    """The gold of an article: claims, details, conflicts, near misses, what has nothing to check, blocks.

    Raises:
        AnnotationError: a snippet is missing or ambiguous; the message begins with the article's name.
    """
    try:
        blocks = blocks_of(text, data["blocks"])
        claims, details = claims_of(text, data, blocks)
        known = {c["id"]: c for c in claims}
        conflicts = [
            pair(text, f"X{i:02}", row, known) | {k: row[k] for k in ("kind", "severity", "must")} | {"explanation": row["why"]}
            for i, row in enumerate(data["conflicts"], 1)
        ]
        near_misses = [
            pair(text, f"N{i:02}", row, known) | {"reason": row["why"], "label": "related" if row.get("related") else "not_contradiction"}
            for i, row in enumerate(data["near_misses"], 1)
        ]
        silent = []
        for row in data["no_claim"]:
            snippet, _, why = row.rpartition(" | ")
            start, end = place(text, snippet)
            silent.append({"snippet": snippet, "start": start, "end": end, "why": why})
    except AnnotationError as e:
        raise AnnotationError(f"{name}: {e}") from None
    return {
        "schema": "factcheck-gold/1",
        "name": name,
        "source": data["about"],
        "seen": bool(data.get("seen")),
        "text_file": f"{name}.txt",
        "length": len(text),
        "blocks": blocks,
        "claims": claims,
        "details": details,
        "contradictions": conflicts,
        "not_contradictions": near_misses,
        "no_claim": silent,
    }


def load(name: str) -> dict[str, Any]:
    """The gold of an article of this bench, by name."""
    return gold(name, read_text(name), tomllib.loads((ARTICLES / f"{name}.toml").read_text("utf-8")))


def main() -> int:
    """Check annotations, or print their gold."""
    parser = argparse.ArgumentParser(description="Check compact annotations, or print their gold as JSON.")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    wrong = 0
    for name in args.names or names():
        try:
            made = load(name)
        except AnnotationError as e:
            print(e, file=sys.stderr)
            wrong = 1
            continue
        if args.json:
            print(json.dumps(made, ensure_ascii=False, indent=1))
    return wrong


if __name__ == "__main__":
    sys.exit(main())
