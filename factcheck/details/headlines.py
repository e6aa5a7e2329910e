"""Names in headlines and lines of capitals, where a capital tells nothing: only what the running text or a gazetteer knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.details.gazetteer import Gazetteer
from factcheck.details.reading import Reading, Stretch
from factcheck.details.runs import Cutter

_LONGEST = 6
_SHOUT = 4
_ENDS = frozenset((".", ",", ";", "”", '"'))


def flattened(r: Reading, s: Stretch, letters: str, g: Gazetteer) -> bool:
    """Whether nearly every longer word of a stretch has a capital."""
    capital = lower = shouted = 0
    words = r.tokens.words[s.first : s.stop]
    for word in words:
        if len(word) > 3 and word[0].isalpha():
            if word[0].isupper():
                capital += 1
                shouted += word.isupper()
            elif word.lower() not in g.function:
                lower += 1
    if shouted and shouted == capital and not lower and len(words) <= _SHOUT:
        return True  # "FULL TEXT."
    if shouted > 2 and shouted * 10 >= (capital + lower) * 7:
        return True
    if s.block == "headline":
        return capital >= 3 and capital >= 3 * lower
    return capital >= 4 and capital >= 6 * lower and words[-1] not in _ENDS


def known_in(
    r: Reading,
    s: Stretch,
    letters: str,
    cutter: Cutter,
    table: Mapping[str, str],
    short: Mapping[str, str],
    lower_words: set[str],
    g: Gazetteer,
) -> Iterator[tuple[int, int, str]]:
    """Names as ``(first, stop, kind)``: the longest known phrase at each capital, or a given name with the capital after it."""
    words = r.tokens.words
    shouting = sum(w.isupper() and len(w) > 3 for w in words[s.first : s.stop]) > 2 or not any(w.islower() for w in words[s.first : s.stop])
    i = s.first
    while i < s.stop:
        if not words[i][0].isupper():
            i += 1
            continue
        found = _known(i, s, letters, cutter, table, short, g) or _guessed(i, s, letters, words, cutter.low, lower_words, g, shouting)
        if found:
            yield i, found[0], found[1]
            i = found[0]
        else:
            i += 1


def _known(
    i: int, s: Stretch, letters: str, cutter: Cutter, table: Mapping[str, str], short: Mapping[str, str], g: Gazetteer
) -> tuple[int, str] | None:
    for stop in range(min(i + _LONGEST, s.stop), i, -1):
        phrase = cutter.phrase((i, stop))
        kind = table.get(phrase) or (g.kinds.get(phrase) if phrase not in g.function and phrase not in g.openers else None)
        if kind is None and stop == i + 1 and phrase not in g.function and phrase not in g.openers:
            kind = short.get(phrase)
        if kind and not (stop == i + 1 and (phrase in g.habits or phrase in g.demonyms or (phrase in g.openers and phrase not in table))):
            return stop, kind
    return None


def _guessed(
    i: int, s: Stretch, letters: str, words: list[str], low: list[str], lower_words: set[str], g: Gazetteer, shouting: bool
) -> tuple[int, str] | None:
    if i + 1 < s.stop and low[i] in g.first_names and low[i] not in lower_words:
        j = i + 1
        if letters[j] == "I" and j + 2 < s.stop and letters[j + 1] == ".":
            j += 2
        if (
            j < s.stop
            and words[j][0].isupper()
            and words[j].isalpha()
            and low[j] not in lower_words
            and low[j] not in g.openers
            and low[j] not in g.function
            and low[j] not in g.after_names
        ):
            return j + 1, "person"
    if letters[i] in "Aa" and not shouting and len(words[i]) < 7:
        return i + 1, "organization"
    return None
