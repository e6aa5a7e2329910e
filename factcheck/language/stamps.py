"""Finds the clock time that a live page sets before an entry: "14:45 A bus …". Never looks past the first words of a block."""

from __future__ import annotations

import re

from factcheck.model.patterns import compiled

_STAMP = compiled(
    r"""\W{0,4}(?:[A-Z]{4,14}\W{1,3})?                                   # UPDATE, BREAKING, CORRECTION
        (?P<clock>(?:[01]?\d|2[0-4])[:.h][0-5]\d(?:\s?[ap]\.?m\b\.?)?(?:\s(?:GMT|UTC|BST|CE?S?T|E[SD]?T|P[SD]?T|local\stime))?)
        \s{0,2}[-–—:|]?\s{1,3}(?=["“‘']?[A-Z])""",
    re.VERBOSE,
)


def stamp_end(text: str, start: int, end: int) -> int:
    """Where the words after a stamp begin; ``start`` where there is none.

    Args:
        text: the article's text.
        start, end: offsets of the block.

    >>> stamp_end("14:45 A bus has stopped.", 0, 24), stamp_end("14:45 was the hour.", 0, 19)
    (6, 0)
    """
    found = _STAMP.match(text, start, min(end, start + 80))
    return found.end() if found else start
