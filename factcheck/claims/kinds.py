"""Says of what kind a claim is: by its details and by the words of the lexicon "kinds", the main kind first. Never judges its truth."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from factcheck.claims.phrases import phrase_pattern
from factcheck.model.claim_parts import Detail

COUNTS = frozenset({"number", "quantity", "money", "percent", "duration", "age"})
TIMES = frozenset({"date", "time"})
ORDER = (
    *("prediction", "opinion", "intention_motive", "quantity", "cause", "definition_law", "identity_title", "attribution"),
    *("comparison_superlative", "personal_experience", "date_time", "place"),
)
"""Which kind is the main one where several fire; "event" where none does."""

_DESIGNATION = re.compile(r"^(?:[A-Za-z]+-\d|\d+(?:st|nd|rd|th)$|first$|second$|third$|one$)")


def patterns(lexicon: Mapping[str, Sequence[str]]) -> dict[str, re.Pattern[str]]:
    """One pattern for each kind of the lexicon."""
    return {kind: phrase_pattern(phrases) for kind, phrases in lexicon.items()}


def kinds(text: str, details: Iterable[Detail], shape: str, found: Mapping[str, re.Pattern[str]]) -> tuple[str, ...]:
    """The kinds of a claim, the main one first.

    Args:
        text: the claim.
        details: those inside it.
        shape: "apposition", "identity", "subject" or anything else (see ``cuts.Piece.kind``).
        found: the patterns of the lexicon.
    """
    lower = text.lower()
    own = {kind for kind, pattern in found.items() if pattern.search(lower)}
    for detail in details:
        if detail.kind in COUNTS and not _DESIGNATION.match(detail.text.lower()):
            own.add("quantity")
        elif detail.kind in TIMES:
            own.add("date_time")
        elif detail.kind == "superlative":
            own.add("comparison_superlative")
        elif detail.kind == "quotation":
            own.add("quotation")
    if shape in ("apposition", "identity", "subject"):
        main = "comparison_superlative" if "comparison_superlative" in own and shape == "apposition" else "identity_title"
        return (main, *(k for k in ORDER if k in own and k != main))
    if "quantity" in own and "opinion" in own:  # what counts is no mere judgement
        own.discard("opinion")
    ordered = [k for k in ORDER if k in own]
    if not ordered:
        ordered = ["event"]
    return (*ordered, *(("quotation",) if "quotation" in own else ()))
