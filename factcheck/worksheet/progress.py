"""What is done and what is open, counted from the entries. Judges nothing: a status is what a person typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from factcheck.model import vocabulary
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.model.view import View
from factcheck.model.worksheet import SourceRow

EVIDENCE = ("evidence", "link", "archived", "locator", "basis")
"""Any of these filled in counts as evidence; a basis of 'none' does not."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts of one worksheet; rows are claims and added claims.

    Args:
        rows, done: all rows and closed rows.
        statuses: rows by status id.
        priorities: (done, all) by priority; added claims are under 'added'.
        checkers: rows with a status other than 'not_checked', by initials; '' where nobody signed.
        waiting: ids of open rows by whom they wait for.
        without_evidence: ids of rows that are Confirmed without evidence: they count as open.
        open_high: ids of open rows of high priority.
        open_contradictions: ids of contradictions without a resolution.
    """

    rows: int
    done: int
    statuses: Mapping[str, int]
    priorities: Mapping[str, tuple[int, int]]
    checkers: Mapping[str, int]
    waiting: Mapping[str, tuple[str, ...]]
    without_evidence: tuple[str, ...]
    open_high: tuple[str, ...]
    open_contradictions: tuple[str, ...]


def has_evidence(entry: Mapping[str, str]) -> bool:
    """Whether an entry names any evidence."""
    return any(entry.get(key, "").strip() and entry.get(key) != "none" for key in EVIDENCE)


def is_done(entry: Mapping[str, str]) -> bool:
    """Whether an entry closes its row.

    >>> is_done({"status": "confirmed"}), is_done({"status": "confirmed", "evidence": "register, p. 3"}), is_done({"status": "wrong"})
    (False, True, True)
    """
    status = entry.get("status", "")
    return has_evidence(entry) if status == "confirmed" else status in vocabulary.DONE


def progress(view: View) -> Progress:
    """Count a worksheet."""
    w = view.worksheet
    rows: list[tuple[str, str]] = [*((c.id, c.verifiability.priority) for c in w.claims), *((a.id, "added") for a in w.added_claims)]
    statuses: Counter[str] = Counter()
    checkers: Counter[str] = Counter()
    priorities: dict[str, list[int]] = {}
    waiting: dict[str, list[str]] = {}
    done = 0
    for row_id, priority in rows:
        entry = view.entry(row_id)
        closed = is_done(entry)
        statuses[view.status(row_id)] += 1
        counts = priorities.setdefault(priority, [0, 0])
        counts[0] += closed
        counts[1] += 1
        done += closed
        if view.status(row_id) != "not_checked":
            checkers[entry.get("initials", "").strip()] += 1
        if not closed and entry.get("waiting_for"):
            waiting.setdefault(entry["waiting_for"], []).append(row_id)
    return Progress(
        rows=len(rows),
        done=done,
        statuses=dict(statuses),
        priorities={k: (a, b) for k, (a, b) in priorities.items()},
        checkers=dict(checkers),
        waiting={k: tuple(v) for k, v in waiting.items()},
        without_evidence=tuple(r for r, _ in rows if view.status(r) == "confirmed" and not has_evidence(view.entry(r))),
        open_high=tuple(c.id for c in by_score(w.claims) if c.verifiability.priority == "high" and not is_done(view.entry(c.id))),
        open_contradictions=tuple(x.id for x in w.contradictions if not view.entry(x.id).get("resolution", "").strip()),
    )


def by_score(claims: Iterable[Claim]) -> list[Claim]:
    """Claims, the most urgent first."""
    return sorted(claims, key=lambda c: (-c.verifiability.score, c.start))


def start_here(view: View, most: int = 12) -> tuple[Claim, ...]:
    """The rows that matter most, one of each repeat group, the most urgent first."""
    out: list[Claim] = []
    seen: set[str] = set()
    for claim in by_score(view.worksheet.claims):
        if claim.repeats is not None and claim.repeats in seen:
            continue
        if claim.repeats is not None:
            seen.add(claim.repeats)
        out.append(claim)
        if len(out) == most:
            break
    return tuple(out)


NOT_ASKED = frozenset({"document", "author"})
"""Source types that are not called: a document is read, the author is asked anyway."""


def once(claims: Iterable[Claim]) -> list[Claim]:
    """One claim of each repeat group, in order."""
    seen: set[str] = set()
    out = []
    for c in claims:
        if c.repeats is None or c.repeats not in seen:
            out.append(c)
        seen.add(c.repeats or "")
    return out


def candidates(name: str) -> tuple[str, ...]:
    """The names that a source may be: both of "[A; or B?]", else the name itself.

    >>> candidates("[Nora Pell; or Tom Ashby?]"), candidates("Nora Pell")
    (('Nora Pell', 'Tom Ashby'), ('Nora Pell',))
    """
    inner = name.strip()
    if inner.startswith("[") and inner.endswith("?]") and "; or " in inner:
        return tuple(part.strip() for part in inner[1:-2].split("; or "))
    return (name,)


def sure_type(row: SourceRow, types: Mapping[str, str]) -> str:
    """The type of a source; "" where it may be one of several that are not of one type, or not all known.

    Args:
        types: of the sources that are sure, by case-folded name.
    """
    names = candidates(row.name)
    if len(names) == 1:
        return row.type
    found = {types.get(n.casefold(), "") for n in names}
    return found.pop() if len(found) == 1 else ""


def whom_to_ask(view: View) -> list[tuple[SourceRow, list[Claim]]]:
    """Sources that can be asked with their claims, those with the most high rows first; a repeated fact is asked for once.

    A source that is not sure ("[A; or B?]") has a type only where all that it may be are of that type.
    """
    types = {s.name.casefold(): s.type for s in view.worksheet.sources}
    rows = []
    for s in view.worksheet.sources:
        own = once(view.claims[i] for i in s.claims if i in view.claims)
        type_ = sure_type(s, types)
        if own and type_ not in NOT_ASKED:
            shown = s if type_ == s.type else replace(s, type=type_)
            rows.append(((-sum(c.verifiability.priority == "high" for c in own), -len(own), s.id), shown, own))
    return [(s, own) for _, s, own in sorted(rows, key=lambda row: row[0])]
