"""Orders the work: scores become high, medium and low. Looks at scores, places and repeat groups, never at words."""

from __future__ import annotations

from functools import cache

from factcheck.language.lexicon import load_packaged
from factcheck.model.claim import Claim


@cache
def _limits() -> tuple[float, float, float, float]:
    score = load_packaged("consequence")["score"]
    return score["high"], score["medium"], score["high_share"], score["low_share"]


def rank(claims: tuple[Claim, ...]) -> dict[str, str]:
    """Priority by claim id, from the scores.

    At most a quarter of the rows is high, of a repeat group one; where nothing scores high, fewer are. At least a fifth of the rows is
    low, and every row that cannot be checked at all is at most medium. Ties go to the earlier place.

    >>> rank(())
    {}
    """
    least, medium, high_share, low_share = _limits()
    order = sorted(claims, key=lambda c: (-c.verifiability.score, c.start, c.end))
    room = max(1, int(len(claims) * high_share)) if len(claims) > 1 else len(claims)
    high: set[str] = set()
    groups: set[str] = set()
    for claim in order:
        if len(high) >= room:
            break
        v = claim.verifiability
        if v.score < least or v.level == "not_verifiable" or (claim.repeats and claim.repeats in groups):
            continue
        if claim.repeats:
            groups.add(claim.repeats)
        high.add(claim.id)
    last = {c.id for c in order[len(order) - int(len(order) * low_share) :]} - high
    return {c.id: "high" if c.id in high else "low" if c.id in last or c.verifiability.score < medium else "medium" for c in claims}
