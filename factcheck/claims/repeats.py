"""Groups claims that state the same fact in every detail. Never by likeness: a digit, a negation, a hedge or a name keeps claims apart."""

from __future__ import annotations

from collections.abc import Hashable

from factcheck.model.claim import Claim
from factcheck.model.claim_parts import Detail
from factcheck.model.patterns import compiled

_WORD = compiled(r"[^\W_]+(?:['’][^\W_]+)*")
_FUNCTION = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "by",
        "with",
        "and",
        "that",
        "which",
        "who",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "it",
        "its",
        "this",
        "these",
        "those",
        "as",
        "also",
        "into",
        "onto",
        "upon",
        "there",
        "then",
        "than",
        "so",
        "such",
    ]
)
"""Words that change no fact (closed classes). Modals, negations, quantifiers and pronouns of persons are no such words."""

_NEGATIONS = frozenset(["not", "no", "never", "neither", "nor", "without", "nobody", "nothing", "none", "cannot"])
_SUFFIXES = ("ing", "ed", "es", "s")
_VALUE = ("number", "high", "unit", "approx", "date", "weekday", "time")


def _stem(word: str) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            return word[: -len(suffix)]
    return word


def _words(text: str) -> list[str]:
    return [w.replace("’", "'").removesuffix("'s") for w in _WORD.findall(text.casefold())]


def _detail(detail: Detail) -> Hashable:
    """A detail's value, or its words where it has none."""
    value = detail.value
    if value is not None:
        stated = tuple(getattr(value, name) for name in _VALUE)
        if any(v is not None for v in stated):
            return stated
    return tuple(w for w in _words(detail.text) if w not in _FUNCTION)


def key(claim: Claim) -> Hashable:
    """What two claims must share to be the same fact, or the fingerprint where there is too little to compare.

    It holds the values and names, the stems of all other content words and the polarity.
    """
    spans = [(d.start - claim.start, d.end - claim.start) for d in claim.details if d.kind != "quotation"]
    rest, at = [], 0
    for start, end in sorted(spans):
        if start >= at:
            rest.append(claim.text[at:start])
        at = max(at, end)
    rest.append(claim.text[at:])
    words = [w for part in rest for w in _words(part) if w not in _FUNCTION]
    details = tuple(sorted(str(_detail(d)) for d in claim.details if d.kind != "quotation"))
    stems = tuple(sorted({_stem(w) for w in words if w not in _NEGATIONS}))
    negations = sum(w in _NEGATIONS or w.endswith("n't") for w in words)
    if len(details) + len(stems) < 3:
        return claim.fingerprint
    return details, stems, negations % 2


def groups(claims: tuple[Claim, ...]) -> dict[str, str]:
    """Group id ("R01") by claim id, for claims that state the same fact in every detail."""
    by: dict[Hashable, list[Claim]] = {}
    for claim in claims:
        by.setdefault(key(claim), []).append(claim)
    repeated = [group for group in by.values() if len(group) > 1]
    return {claim.id: f"R{n:02}" for n, group in enumerate(repeated, 1) for claim in group}
