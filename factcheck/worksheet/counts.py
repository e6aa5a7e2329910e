"""How much there is to do, counted once for every cover. Judges nothing."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.model import vocabulary as v
from factcheck.model.light import dataclass
from factcheck.model.view import View
from factcheck.worksheet.names import names


@dataclass(frozen=True, slots=True)
class Counts:
    """What a worksheet holds.

    Args:
        rows: claims, added ones included.
        priorities: rows by priority id; {} on a practice worksheet, whose students say what comes first.
        conflicts: contradictions that are errors or look like ones: conflicts and discrepancies.
        disputed: matters on which sources disagree.
        declared: sentences with nothing to check.
    """

    rows: int
    priorities: Mapping[str, int]
    conflicts: int
    disputed: int
    sources: int
    quotations: int
    names: int
    declared: int


def counts(view: View) -> Counts:
    """Count a worksheet."""
    w = view.worksheet
    priorities = [c.verifiability.priority for c in w.claims]
    severities = [x.severity for x in w.contradictions]
    return Counts(
        rows=len(w.claims) + len(w.added_claims),
        priorities={} if w.practice else {t.id: priorities.count(t.id) for t in v.PRIORITIES},
        conflicts=severities.count("conflict") + severities.count("discrepancy"),
        disputed=severities.count("disputed"),
        sources=len(w.sources),
        quotations=len(w.quotations),
        names=len(names(view)),
        declared=sum(1 for s in w.article.sentences if not s.claims),
    )
