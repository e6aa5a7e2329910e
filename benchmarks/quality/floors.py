"""Pinned floors: what the figures may not fall below (or rise above), with a digest of the data they were measured on.

A floor is lowered only with its reason in the changelog; a changed article or annotation needs the floors pinned again.
"""

from __future__ import annotations

import hashlib
import json
import math
from pathlib import Path
from typing import Any

from benchmarks.quality.tally import FIGURES, Tally

HERE = Path(__file__).resolve().parent
FILE = HERE / "floors.json"
CHANGELOG = HERE.parents[1] / "CHANGELOG.md"
DATA = (HERE / "articles", HERE / "passages", HERE / "mutants")
MARGIN = 0.025


def digest(*folders: Path) -> str:
    """SHA-256 over the names and bytes of all articles, annotations, passages and words of mutants, or of the given folders."""
    out = hashlib.sha256()
    for path in (p for f in folders or DATA for p in sorted(f.iterdir()) if p.suffix in (".txt", ".toml")):
        data = path.read_bytes()
        out.update(f"{path.name} {len(data)}\n".encode() + data)
    return out.hexdigest()


def load(path: Path = FILE) -> dict[str, Any]:
    """The pinned floors; empty where there are none."""
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def complaints(tally: Tally, pinned: dict[str, Any], data: str) -> list[str]:
    """One line for each broken floor, or one for changed data."""
    if pinned.get("digest") != data:
        return ["the articles or annotations are not those the floors were pinned on: read the difference, then run with --pin"]
    out = []
    for figure in FIGURES:
        value, floor = tally.value(figure.id), pinned["floors"].get(figure.id)
        if floor is None:
            continue
        if value is None:
            out.append(f"{figure.id} has a floor, {floor:.2f}, and nothing to count")
        elif value < floor if figure.up else value > floor:
            side = "below its floor" if figure.up else "above its ceiling"
            out.append(f"{figure.id} is {value:.3f}, {side} {floor:.2f}")
    return out


def made(tally: Tally, data: str) -> dict[str, Any]:
    """Floors a little below the present figures (ceilings above), in steps of a hundredth, never past 0 or 1."""
    out: dict[str, float] = {}
    for figure in FIGURES:
        value = tally.value(figure.id)
        if value is None:
            continue
        if figure.up:
            out[figure.id] = max(0.0, math.floor(round((value - MARGIN) * 100, 6)) / 100)
        else:
            out[figure.id] = math.ceil(round((value + MARGIN) * 100, 6)) / 100
    return {"digest": data, "floors": out}


def lowered(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """The figures whose floor would become easier to hold."""
    was, now = old.get("floors", {}), new["floors"]
    return [f.id for f in FIGURES if f.id in was and (f.id not in now or (now[f.id] < was[f.id] if f.up else now[f.id] > was[f.id]))]


def pin(tally: Tally, reason: str, path: Path = FILE, changelog: Path = CHANGELOG) -> list[str]:
    """Write the floors; returns why not, where one would be lowered without its reason in the changelog."""
    new = made(tally, digest())
    easier = lowered(load(path), new)
    if easier and (not reason.strip() or reason not in changelog.read_text("utf-8")):
        return [f"floors would be lowered ({', '.join(easier)}): write the reason into CHANGELOG.md and give the same words to --reason"]
    path.write_text(json.dumps(new, indent=1) + "\n", "utf-8")
    return []
