"""Says of what kind a claim is: by its details and by the words of the lexicon "kinds", the main kind first. Never judges its truth."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.claims.phrases import Phrases
from factcheck.model.claim_parts import Detail
from factcheck.model.patterns import compiled

COUNTS = frozenset({"number", "quantity", "money", "percent", "duration"})
TIMES = frozenset({"date", "time"})
ORDER = (
    *("prediction", "opinion", "intention_motive", "definition_law", "quantity", "cause", "identity_title", "attribution"),
    *("comparison_superlative", "personal_experience", "date_time", "place"),
)
"""Which kind is the main one where several fire; "event" where none does."""

_DESIGNATION = compiled(r"^(?:numerous|several|many|few|some|countless|[A-Za-z]+-\d|\d+(?:st|nd|rd|th)$|first$|second$|third$|one$)")


def kinds(text: str, details: Iterable[Detail], shape: str, found: Phrases) -> tuple[str, ...]:
    """The kinds of a claim, the main one first.

    Args:
        text: the claim.
        details: those inside it.
        shape: "apposition", "identity", "subject" or anything else (see ``cuts.Piece.kind``).
        found: the phrases of the lexicon.
    """
    lower, details = text.lower(), tuple(details)
    aside: list[str] = []
    own = found.within(lower)
    for detail in details:
        exact = any(map(str.isdigit, detail.text))
        if detail.kind in COUNTS and not _DESIGNATION.match(detail.text.lower()):
            own.add("quantity") if exact or detail.kind != "duration" else aside.append("quantity")
        elif detail.kind in TIMES:
            own.add("date_time") if exact else aside.append("date_time")
        elif detail.kind == "superlative":
            own.add("comparison_superlative")
        elif detail.kind == "quotation":
            own.add("quotation")
    who = shape != "subject" or any(d.kind in ("title", "person") for d in details)  # "The lift, cast in 1891," holds no post
    if shape in ("apposition", "identity", "subject") and who:
        main = "comparison_superlative" if "comparison_superlative" in own and shape == "apposition" else "identity_title"
        return (main, *(k for k in ORDER if k in own and k != main))
    if "quantity" in own and "opinion" in own:  # what counts is no mere judgement
        own.discard("opinion")
    ordered = [k for k in ORDER if k in own]
    if not ordered:
        ordered = ["event"]
    rest = [k for k in dict.fromkeys(aside) if k not in ordered] + (["quotation"] if "quotation" in own else [])
    return (*ordered, *rest)
