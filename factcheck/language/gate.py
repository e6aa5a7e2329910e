"""A pattern of many phrases that is compiled, and asked, only where the first word of one of them stands. Never knows what they mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from factcheck.model.patterns import compiled

_WORD = compiled(r"\w+")
_OPENING = compiled(r"\w*")
_LEADING = compiled(r"\W*(\w*)")


class FirstWords:
    """The first words of some phrases.

    Args:
        phrases: in lower case; what does not begin with a word is always near, "*" at the end stands for any ending.
    """

    __slots__ = ("_always", "_open", "_whole")

    def __init__(self, phrases: Iterable[str]) -> None:
        whole, opened = set[str](), set[str]()
        for phrase in phrases:
            stem = phrase.removesuffix("*")
            first = _OPENING.match(stem)[0]  # type: ignore[index]
            (opened if first == stem != phrase else whole).add(first)
        self._always = "" in whole or "" in opened
        self._whole, self._open = frozenset(whole), tuple(opened)

    def __contains__(self, word: str) -> bool:
        """Whether a word in lower case begins one of the phrases."""
        return self._always or word in self._whole or word.startswith(self._open)

    def within(self, lower: str) -> bool:
        """Whether one of the phrases may stand in a text in lower case.

        >>> [FirstWords(["plan*", "no one"]).within(t) for t in ("they planned it", "nobody did", "so no")]
        [True, False, True]
        """
        if self._always:
            return True
        words = _WORD.findall(lower)
        return not self._whole.isdisjoint(words) or (bool(self._open) and any(w.startswith(self._open) for w in words))


class Gated:
    """As a compiled pattern, as far as it is used here: ``search`` and ``match``.

    Args:
        phrases: what the pattern consists of, in lower case.
        make: compiles it.
        opens: the pattern only fires where a phrase opens the text, signs apart.
    """

    __slots__ = ("_first", "_make", "_opens", "_pattern")

    def __init__(self, phrases: Iterable[str], make: Callable[[], re.Pattern[str]], *, opens: bool) -> None:
        self._first, self._make, self._opens = FirstWords(phrases), make, opens
        self._pattern: re.Pattern[str] | None = None

    def search(self, text: str) -> re.Match[str] | None:
        """As ``re.Pattern.search``."""
        return self.match(text) if self._opens else self.compiled().search(text) if self._first.within(text.lower()) else None

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """As ``re.Pattern.match``."""
        return self.compiled().match(text, start) if self._near(text, start) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """As ``re.Pattern.fullmatch``."""
        return self.compiled().fullmatch(text) if self._near(text, 0) else None

    def _near(self, text: str, start: int) -> bool:
        return _LEADING.match(text, start)[1].lower() in self._first  # type: ignore[index]

    def compiled(self) -> re.Pattern[str]:
        """The pattern itself, for where a phrase is known to be near."""
        if self._pattern is None:
            self._pattern = self._make()
        return self._pattern
