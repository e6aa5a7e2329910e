"""Counts by figure, and the list of figures: what each means and whether more or less of it is better."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Figure:
    """A figure of the bench; ``up``: higher is better."""

    id: str
    meaning: str
    up: bool = True


FIGURES = (
    Figure("claim_coverage", "gold claims of which a row holds at least 60 %"),
    Figure("claim_coverage_high", "the same for gold claims of high priority"),
    Figure("claim_precision", "rows that meet a gold claim one to one (overlap at least half of both together)"),
    Figure("claim_recall", "gold claims that meet a row one to one"),
    Figure("claim_f1", "harmonic mean of the two"),
    Figure("tool_per_gold", "rows for each gold claim", up=False),
    Figure("source", "attributed claims whose source agrees by name or place"),
    Figure("source_resolved", "attributed claims whose source agrees by name"),
    Figure("unattributed_kept", "claims in the article's own voice that got no source"),
    Figure("source_type", "source types that agree, of attributed claims with a source"),
    Figure("quotation", "direct, indirect or mixed as in the gold"),
    Figure("level", "verifiable, partly, not verifiable as in the gold"),
    Figure("high_share", "rows of high priority", up=False),
    Figure("top12_gold_high", "the rows with the highest scores, as many as the gold has high claims (at most twelve): those on one"),
    Figure("details", "gold details that are ticked off"),
    Figure("conflicts_must", "conflicts that any good checker would flag, found"),
    Figure("conflicts_all", "all conflicts, found"),
    Figure("conflicts_precision", "reported conflicts that are in the gold"),
    Figure("names", "names in two spellings, found"),
    Figure("names_precision", "reported spellings that are in the gold"),
    Figure("near_miss_alarms", "near misses that were reported as conflicts", up=False),
    Figure("passages_found", "conflicts in short passages, found"),
    Figure("passages_precision", "conflicts reported in short passages that are there"),
    Figure("passages_severity", "conflicts found in short passages whose severity agrees"),
    Figure("passages_alarms", "short passages without a conflict in which one was reported", up=False),
    Figure("mutants", "contradictions that a program planted into the articles (mutants.py), found"),
    Figure("mutant_control_alarms", "the same rewordings with nothing altered, in which a conflict was reported", up=False),
    Figure("reckoned", "paragraphs planted into the articles whose figures contradict each other (reckoning.py), found"),
    Figure("reckoned_alarms", "the same paragraphs with figures that agree, in which a conflict was reported", up=False),
    Figure("planted_found", "contradictions of all kinds that programs planted (mutants and reckoned together), found"),
    Figure("planted_precision", "conflicts reported of what was planted and of its controls that are there"),
    Figure("silence", "sentences with nothing to check that got no row, or one that is not verifiable"),
    Figure("blocks", "kinds of blocks that agree"),
)
BY_ID = {f.id: f for f in FIGURES}


@dataclass
class Tally:
    """Hits and totals by figure, of one article or of several together."""

    counts: dict[str, tuple[int, int]] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)
    seen: bool = False  # the rules were written with this article in view

    def add(self, figure: str, hits: int | bool, total: int = 1, miss: str = "") -> None:
        """Count; ``miss`` is told when there was no hit."""
        had, of = self.counts.get(figure, (0, 0))
        self.counts[figure] = had + int(hits), of + total
        if miss and not hits:
            self.misses.append(f"{figure}: {miss}")

    def value(self, figure: str) -> float | None:
        """The figure; None where there is nothing to count."""
        if figure == "claim_f1":
            (hits, of), (back, gold) = (self.counts.get(k, (0, 0)) for k in ("claim_precision", "claim_recall"))
            return (hits + back) / (of + gold) if of + gold else None
        hits, of = self.counts.get(figure, (0, 0))
        return hits / of if of else None

    def values(self) -> dict[str, float | None]:
        """Every figure by id, in order."""
        return {f.id: self.value(f.id) for f in FIGURES}


def pooled(tallies: Iterable[Tally], *, seen: bool = True) -> Tally:
    """The counts of several articles together; without ``seen``, of those alone that no rule was written on."""
    out = Tally()
    for tally in tallies:
        if tally.seen and not seen:
            continue
        for figure, (hits, of) in tally.counts.items():
            out.add(figure, hits, of)
    return out
