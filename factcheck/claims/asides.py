"""Finds facts told in passing inside a frame: "said Ann Roe, who keeps 40 goats", "the firm, hired in 2022, found". Never looks outside.

Source: Quirk et al. (1985), on non-restrictive relative and participial clauses: they add a statement of their own.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.cuts import pieces
from factcheck.claims.view import View
from factcheck.language.clauses import FINITE, ClauseWords
from factcheck.language.tokens import Tokens
from factcheck.model.article import Span

_OPENERS = frozenset({"who", "which", "whose"})
_LEAST = 3  # words: ", who spoke" adds nothing


def asides(tokens: Tokens, letters: str, words: ClauseWords, frames: Sequence[Span], cues: Sequence[Span]) -> list[Span]:
    """Spans of the relative clauses in the frames, cut like any other stretch.

    Args:
        frames: the frames of one sentence.
        cues: the words that attribute; a relative clause with one of them attributes and states nothing else.
    """
    out: list[Span] = []
    for frame in frames:
        at = tokens.within(*frame)
        for i in range(at.start, at.stop - _LEAST):
            if letters[i] != "," and not (letters[i] in "nN" and tokens.lower[i + 1] == "who" and "," in letters[at.start : i]):
                continue  # ", who …", or "X, a professor at Ostrava who …"
            if tokens.lower[i + 1] in _OPENERS or _partitive(tokens, i + 1):
                stop = _end(letters, i + 1, at.stop)
                if _adds(tokens, letters, words, i + 1, stop, cues):
                    view = View(tokens, letters, words, i + 1, stop)
                    out += [(tokens.starts[p.first], tokens.ends[p.last - 1]) for p in pieces(view)]
                break
            if letters[i + 1] == "R" and letters[i + 2] in "ptm" and tokens.lower[i + 1] != "aged":
                stop = next((k for k in range(i + 2, at.stop) if letters[k] in ",;-"), -1)
                inner = letters[i + 1 : max(i + 1, stop)]
                if stop > 0 and "m" in inner and not set(inner) & FINITE and not _has_cue(tokens, i + 1, stop, cues):
                    out.append((tokens.starts[i + 1], tokens.ends[stop - 1]))
                    break
    return out


def _partitive(tokens: Tokens, i: int) -> bool:
    """ "most of whom", "two of which" """
    return tokens.lower[i + 1 : i + 2] == ["of"] and tokens.lower[i + 2 : i + 3] in (["whom"], ["which"])


def _has_cue(tokens: Tokens, start: int, stop: int, cues: Sequence[Span]) -> bool:
    return any(tokens.starts[start] <= a < tokens.ends[stop - 1] for a, _ in cues)


def _end(letters: str, start: int, high: int) -> int:
    """Where it ends: at the comma before the verb that attributes, or with the frame."""
    seen = False
    for k in range(start, high):
        if letters[k] in FINITE:
            seen = True
        elif letters[k] in ",;-" and seen and k + 1 < high and letters[k + 1] in "AFXaR":
            return k
    return high


def _adds(tokens: Tokens, letters: str, words: ClauseWords, start: int, stop: int, cues: Sequence[Span]) -> bool:
    if stop - start < _LEAST or not any(letters[k] in FINITE for k in range(start, stop)):
        return False
    if _has_cue(tokens, start, stop, cues):
        return False
    return not any(tokens.lower[k] in words.frame_remarks for k in range(start + 1, min(stop, start + 5)))
