"""The article's tokens as parallel arrays, made once. Words keep inner apostrophes, hyphens and dots of abbreviations."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from factcheck.model.patterns import compiled

_TOKEN = compiled(
    r"""(?:[A-Za-z]\.){2,}                                   # U.S., a.m., J.R.R.
      | \d+(?:[.,:]\d+)*(?:(?:st|nd|rd|th|s|m|bn|k)\b)?      # 1,000  3.7  17:00  21st  1990s
      | [^\W\d_]+(?:['’`][^\W\d_]+)*(?:-[^\W_]+(?:['’`][^\W\d_]+)*)*   # don't, Leeds-based, F-16
      | \w+ | [^\w\s]""",
    re.VERBOSE,
)


class Tokens:
    """Tokens of one text, in order.

    Equal words are one string, and offsets stand in arrays: a token takes a fifth of the memory.

    Attributes:
        words: the literal words.
        lower: the same in lower case, with typographic apostrophes made straight.
        starts, ends: their offsets in the text.
    """

    __slots__ = ("ends", "lower", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        words: list[str] = []
        starts, ends = array("L"), array("L")
        known: dict[str, str] = {}
        for m in _TOKEN.finditer(text):
            word = m[0]
            words.append(known.setdefault(word, word))
            starts.append(m.start())
            ends.append(m.end())
        self.words = words
        self.starts: Sequence[int] = starts
        self.ends: Sequence[int] = ends
        folded = dict(zip(known, self.folded(list(known)), strict=True))
        self.lower = [folded[w] for w in words]

    @staticmethod
    def folded(words: list[str]) -> list[str]:
        """Words in lower case, with typographic apostrophes made straight."""
        return [w.replace("’", "'").replace("`", "'") if "’" in w or "`" in w else w for w in map(str.lower, words)]

    def __len__(self) -> int:
        return len(self.words)

    def within(self, start: int, end: int) -> range:
        """Indices of the tokens that lie wholly between two offsets."""
        return range(bisect_left(self.starts, start), bisect_right(self.ends, end))

    def at(self, offset: int) -> int:
        """Index of the first token that ends after an offset; ``len(self)`` where there is none."""
        return bisect_right(self.ends, offset)
