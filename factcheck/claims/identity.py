"""Finds who somebody is said to be inside a frame: "Jane Doe, a member of the board, said …". Never looks outside frames."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.language.clauses import ClauseWords
from factcheck.language.tokens import Tokens
from factcheck.model.article import Span

_LINKS = frozenset({"of", "for", "at", "in", "and", "'s"})


def first_mentions(tokens: Tokens, skipped: Sequence[Span]) -> dict[str, int]:
    """Where each capitalised word stands first, outside the skipped spans (headlines)."""
    out: dict[str, int] = {}
    spans = iter(sorted(skipped))
    span = next(spans, None)
    for i, word in enumerate(tokens.words):
        start = tokens.starts[i]
        while span is not None and start >= span[1]:
            span = next(spans, None)
        if word[0].isupper() and not (span is not None and span[0] <= start):
            out.setdefault(tokens.lower[i].removesuffix("'s"), start)
    return out


def identities(
    tokens: Tokens,
    letters: str,
    words: ClauseWords,
    frames: Sequence[Span],
    people: Sequence[Span],
    first: Mapping[str, int],
    cues: Sequence[Span] = (),
) -> list[Span]:
    """Spans of name and post in the frames, where a person is introduced with more than a bare title.

    Args:
        frames: the frames of one sentence.
        people: where persons are named.
        first: see ``first_mentions``.
        cues: the words that attribute; they belong to no name.
    """
    out: list[Span] = []
    for frame in frames:
        at = tokens.within(*frame)
        for start, end in people:
            if not (frame[0] <= start and end <= frame[1]):
                continue
            name = tokens.within(start, end)
            if not name or first.get(tokens.lower[name.stop - 1].removesuffix("'s"), start) < start:
                continue
            span = _apposed(tokens, letters, words, at, name) or _prefixed(tokens, letters, words, at, name, cues)
            if span and (not out or span[0] >= out[-1][1]):
                out.append(span)
    return out


def _apposed(tokens: Tokens, letters: str, words: ClauseWords, frame: range, name: range) -> Span | None:
    """ "Jane Doe, (45,) a member of the board" """
    i = name.stop
    if i + 3 >= frame.stop or letters[i] not in ",-(":
        return None
    if letters[i + 1] == "m" and letters[i + 2] == ",":
        i += 2
    stop = i + 1
    while stop < frame.stop and letters[stop] not in ",;:-)F" and letters[stop] not in "AX":
        stop += 1
    if letters[stop - 1] == "r" and letters[i + 1] != "r":
        stop -= 1  # ", a professor at Ostrava who has …": the relative is no part of who he is
    if letters[i + 1] in "rGR":  # ", who led the divers, said"
        stop = i + 1
        while stop < frame.stop and letters[stop] not in ",;-)":
            stop += 1
        if letters[i + 1] != "r" or stop >= frame.stop:
            return None
    elif (
        not any(tokens.lower[k].removesuffix("s") in words.post_nouns or tokens.lower[k] in words.post_nouns for k in range(i + 1, stop))
        and letters[i + 1] != "d"
    ):
        return None
    if stop - i - 1 < 3 and not (stop - i - 1 == 2 and letters[i + 1] == "d"):
        return None
    return tokens.starts[_title_start(tokens, letters, frame, name)], tokens.ends[stop - 1]


def _title_start(tokens: Tokens, letters: str, frame: range, name: range) -> int:
    """The first word of a title right before a name."""
    i = name.start
    while i - 1 >= frame.start and letters[i - 1] == "N":
        i -= 1
    return i


def _prefixed(tokens: Tokens, letters: str, words: ClauseWords, frame: range, name: range, cues: Sequence[Span]) -> Span | None:
    """ "harbour authority spokeswoman Jane Doe": a post with its body before the name."""
    i = name.start
    comma = False
    while i - 1 >= frame.start:
        letter, lower = letters[i - 1], tokens.lower[i - 1]
        if any(a <= tokens.starts[i - 1] < b for a, b in cues):
            break
        if letter in "nNdR" or lower in _LINKS or (letter == "." and letters[i - 2] == "N" and len(tokens.words[i - 2]) <= 4):
            i -= 1
        elif letter == "," and not comma and letters[i - 2] in "nN":
            comma = True
            i -= 1
        else:
            break
    while i < name.start and (tokens.lower[i] in _LINKS or letters[i] in ",."):
        i += 1
    before = range(i, name.start)
    if sum(letters[k] != "d" for k in before) < 3 or not any(tokens.lower[k] in words.post_nouns for k in before):
        return None
    return tokens.starts[i], tokens.ends[name.stop - 1]
