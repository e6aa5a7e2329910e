"""Adverbials that stand before a frame and belong to it: "At a meeting in Holm, the mayor said that …". Never touches source or content."""

from __future__ import annotations

from factcheck.attribution.candidates import Candidate
from factcheck.attribution.page import Page
from factcheck.model.patterns import compiled

_LONGEST = 16  # tokens
_PHRASE = compiled(r"(?:r{0,2}P|y|g|rr?y)(?:[DGPMNnSyegrct,-]|x(?=[M,]))*,")
"""A prepositional, temporal or participial phrase up to a comma, without a finite verb (Quirk et al. 1985, 8.36 and 15.26).
The month of May may be tagged as a verb."""
_DATE = compiled(r"r?P[DG]?[ny]{0,2}[yM]{1,3}|[Dr]?y|r{1,2}")
"""A date right before its subject, without a comma: "On Monday the ministry said", "Earlier today the army said"."""


def frame_start(page: Page, c: Candidate) -> int:
    """Where a frame begins with the adverbial before it, as a token; the frame's own start where none stands there."""
    first = c.frame[0]
    start = page.sents[c.sentence].start
    if c.position != "before" or c.inherits or not 0 < first - start <= _LONGEST:
        return first
    before = page.tags[start:first]
    return start if _PHRASE.fullmatch(before) or _DATE.fullmatch(before) else first
