"""Remembers which places of an article are somebody's already; each question costs the logarithm of their number."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from factcheck.model.article import Span


class Taken:
    """Places that are taken."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans: list[Span] = []
        for start, end in sorted(spans):  # those that overlap are one, so that the nearest tells
            if self._spans and start < self._spans[-1][1]:
                self._spans[-1] = (self._spans[-1][0], max(end, self._spans[-1][1]))
            else:
                self._spans.append((start, end))

    def take(self, start: int, end: int) -> bool:
        """Whether a place was free; it is taken from then on."""
        at = bisect_left(self._spans, (end, end))
        if at and self._spans[at - 1][1] > start:
            return False
        insort(self._spans, (start, end))
        return True
