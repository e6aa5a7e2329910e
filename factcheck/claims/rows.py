"""Claims in the making: rows that hold every detail of their sentence and never overlap. Never makes or drops a detail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.claims.readings import PLAIN, Reading
from factcheck.claims.segments import Segment
from factcheck.claims.trim import trim
from factcheck.model.article import Span
from factcheck.model.claim_parts import Detail
from factcheck.model.light import dataclass

_NEAR = 24  # characters between a detail, the frame and the row that takes it up


@dataclass(frozen=True, slots=True)
class Row:
    """A claim in the making.

    Args:
        start, end: its span.
        shape: the kind of its piece, or "identity", "rest".
        reading: what to fill in.
        content: whether it lies in what somebody is reported to say.
    """

    start: int
    end: int
    shape: str = "clause"
    reading: Reading = PLAIN
    content: bool = False


def keep_details(
    rows: list[Row], rest: Sequence[Segment], kept: Sequence[Detail], frames: Sequence[Span], text: str, within: Span
) -> list[Row]:
    """Rows that hold every detail: what lies between them joins its neighbour, what has none becomes a row."""
    rows = sorted(rows, key=lambda r: r.start)
    for d in kept:
        start, end = max(d.start, within[0]), min(d.end, within[1])
        if any(r.start <= start and end <= r.end for r in rows) or any(s <= start and end <= e for s, e in frames):
            continue
        left = next((n for n in range(len(rows) - 1, -1, -1) if rows[n].start <= start), None)
        right = next((n for n, r in enumerate(rows) if r.end >= end and r.start > start), None)
        gap_left = _gap(text, rows[left].end, start, frames) if left is not None else None
        gap_right = _gap(text, end, rows[right].start, frames) if right is not None else None
        if gap_left is not None and left is not None and (gap_right is None or gap_left <= gap_right):
            rows[left] = replace(rows[left], end=max(rows[left].end, end), reading=Reading(None, rows[left].reading.ambiguity))
        elif gap_right is not None and right is not None:
            rows[right] = replace(rows[right], start=min(rows[right].start, start), reading=Reading(None, rows[right].reading.ambiguity))
        else:
            home = next((s for s in rest if s.start <= start and end <= s.end), None)
            span = trim(text, (max(home.start, within[0]), home.end)) if home else (start, end)
            if not (span[0] <= start and end <= span[1]):
                span = (start, end)
            over = _over_frame(rows, *span, frames)
            if over is not None:
                n, wide = over
                rows[n] = replace(rows[n], start=wide[0], end=wide[1], reading=PLAIN)
                continue
            rows = sorted([*(r for r in rows), Row(*span, "rest")], key=lambda r: r.start)
    return rows


def _over_frame(rows: list[Row], start: int, end: int, frames: Sequence[Span]) -> tuple[int, Span] | None:
    """The row that takes up a short detail on the other side of its frame: "Earlier today the army said | 40 boats sank"."""
    for frame in frames:
        for n, row in enumerate(rows):
            low, high = min(start, row.start), max(end, row.end)
            before = frame[0] - end if start < frame[0] else start - frame[1]
            after = row.start - frame[1] if row.start >= frame[1] else frame[0] - row.end
            beside = low <= frame[0] and frame[1] <= high and before + after <= _NEAR and row.shape != "identity"
            clear = not any(r is not row and r.start < high and low < r.end for r in rows)
            if beside and clear and frame[1] - frame[0] + end - start <= 2 * (row.end - row.start):
                return n, (low, high)
    return None


def _gap(text: str, start: int, end: int, frames: Sequence[Span]) -> int | None:
    """How far two places are apart; None where a frame stands between them."""
    if any(s < end and start < e for s, e in frames if start < end):
        return None
    return max(0, end - start)


def disjoint(rows: list[Row]) -> list[Row]:
    """Rows in order; what overlaps the one before begins after it, and what is left empty goes."""
    out: list[Row] = []
    for row in sorted(rows, key=lambda r: (r.start, -r.end)):
        if out and row.start < out[-1].end:
            if row.end > out[-1].end:
                out[-1] = replace(out[-1], end=row.end, reading=PLAIN)
            continue
        out.append(row)
    return out
