"""A stretch of one sentence as the clause rules see it: tokens, letters, and where a cut could be. Never decides anything."""

from __future__ import annotations

import re
from functools import cache

from factcheck.language.clauses import FINITE, ClauseWords
from factcheck.language.tokens import Tokens
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled

REACH = 60
"""No rule looks ahead beyond so many tokens: cost stays linear on endless sentences."""


_FINITE = compiled(f"[{''.join(sorted(FINITE))}]")
_NO_WORDS = str.maketrans("", "", ',;:.-()"')


@cache
def _one_of(letters: str) -> re.Pattern[str]:
    return compiled(f"[{re.escape(letters)}]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of tokens that becomes one claim.

    Args:
        first, last: token indices, ``last`` exclusive.
        kind: clause, verb_phrase, relative, participle, apposition, elliptic, fronted or subject.
    """

    first: int
    last: int
    kind: str = "clause"


@dataclass(frozen=True, slots=True)
class View:
    """A stretch with its letters (see ``language.clauses``): what every rule looks at.

    Args:
        low, high: token indices, ``high`` exclusive.
        solid: tokens before which no cut is made, because they go on with a detail.
    """

    tokens: Tokens
    letters: str
    words: ClauseWords
    low: int
    high: int
    solid: frozenset[int] = frozenset()

    def letter(self, i: int) -> str:
        """The letter of a token; "." outside the stretch."""
        return self.letters[i] if self.low <= i < self.high else "."

    def word(self, i: int) -> str:
        """The token in lower case; "" outside the stretch."""
        return self.tokens.lower[i] if self.low <= i < self.high else ""

    def over_adverbs(self, i: int) -> int:
        """The first token from i on that is no adverb."""
        while self.letter(i) == "a":
            i += 1
        return i

    def until(self, i: int, stops: str) -> int:
        """The first token from i on whose letter is in stops, or the end of the reach."""
        end = min(self.high, i + REACH)
        if i >= end:
            return i
        met = _one_of(stops).search(self.letters, i, end)
        return met.start() if met else end

    def finite(self, start: int, end: int) -> int:
        """The first finite verb in [start, end), or -1."""
        met = _FINITE.search(self.letters, start, min(end, self.high))
        return met.start() if met else -1

    def size(self, start: int, end: int) -> int:
        """How many words stand in [start, end)."""
        return len(self.letters[start : min(end, self.high)].translate(_NO_WORDS))


@dataclass(frozen=True, slots=True)
class Cut:
    """The piece before ends at ``end``; the next begins at ``start`` and is of ``kind``."""

    end: int
    start: int
    kind: str
