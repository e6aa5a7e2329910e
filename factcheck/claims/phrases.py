"""Finds words and phrases of a lexicon list in a text: one pattern a list, compiled when it is near. Never knows what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from factcheck.language.gate import Gated
from factcheck.model.patterns import compiled

_WORD = compiled(r"\w+")
_OPENING = compiled(r"\w*")


def phrase_pattern(phrases: Iterable[str], anchor: str = "") -> Gated:
    """A pattern for whole words and phrases in lower-case text; "*" at the end of a phrase stands for any ending.

    Args:
        phrases: as in a lexicon; none of them makes a pattern that never fires.
        anchor: "start" for the beginning of the text, "whole" for the whole of it.

    >>> bool(phrase_pattern(["plan*"]).search("they planned it"))
    True
    """
    known = frozenset(phrases)
    return Gated(known, lambda: _compiled(known, anchor), opens=bool(anchor))


def _compiled(phrases: frozenset[str], anchor: str) -> re.Pattern[str]:
    escaped = [re.escape(p[:-1]) + r"\w*" if p.endswith("*") else re.escape(p) for p in sorted(phrases, key=lambda p: (-len(p), p))]
    body = "|".join(escaped) or r"(?!)"
    if anchor == "whole":
        return compiled(rf"(?:{body})\W*\Z")
    return compiled((r"\A\W*" if anchor == "start" else r"(?<!\w)") + rf"(?:{body})(?!\w)")


class Phrases:
    """Several lists of words and phrases, each with a name; a list is searched only where a first word of it stands in the text.

    Args:
        lists: the phrases by the name of their list, as for ``phrase_pattern``.
    """

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._patterns = {name: phrase_pattern(phrases) for name, phrases in lists.items()}
        self._always: set[str] = set()
        self._first: dict[str, set[str]] = {}
        self._open: list[tuple[str, str]] = []
        self._known: dict[str, frozenset[str]] = {}
        for name, phrases in lists.items():
            for phrase in phrases:
                stem = phrase.removesuffix("*")
                first = _OPENING.match(stem)[0]  # type: ignore[index]
                if not first:
                    self._always.add(name)
                elif first == stem != phrase:
                    self._open.append((first, name))
                else:
                    self._first.setdefault(first, set()).add(name)

    def within(self, lower: str) -> set[str]:
        """The names of the lists of which a phrase stands in a text in lower case.

        >>> sorted(Phrases({"a": ["plan*"], "b": ["no one", "plant"]}).within("no planes"))
        ['a']
        """
        near, known = set(self._always), self._known
        for word in _WORD.findall(lower):
            names = known.get(word)
            if names is None:
                names = known[word] = frozenset(self._first.get(word, ())) | {n for opening, n in self._open if word.startswith(opening)}
            near |= names
        return {name for name in near if self._patterns[name].compiled().search(lower)}
