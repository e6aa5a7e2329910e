"""Trims a claim's span: outer spaces and punctuation, conjunctions, openers. Never trims a detail, and leaves at least a word."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.tokens import Tokens
from factcheck.model.article import Span

_LEFT = frozenset(" \t\n\r\u00a0,;:–—-)]}.!?…*•/|")
_RIGHT = frozenset(" \t\n\r\u00a0,;:–—-([{/|*•")
_STOPS = frozenset(".!?…")
_PAIRS = {")": "(", "]": "[", "}": "{"}


def trim(text: str, span: Span) -> Span:
    """The span without outer spaces and punctuation; quotation marks stay on the side where they open or close."""
    start, end = span
    while start < end and _falls_left(text, start, end):
        start += 1
    while end > start and _falls_right(text, start, end):
        end -= 1
    return start, end


def _falls_left(text: str, start: int, end: int) -> bool:
    mark = text[start]
    after = text[start + 1 : start + 2] if start + 1 < end else ""
    if mark in _LEFT:
        return not (mark in ".-–" and after.isdigit())
    return mark in "”»" or (mark in "\"'’" and after != "" and (after.isspace() or after in _LEFT))


def _falls_right(text: str, start: int, end: int) -> bool:
    mark = text[end - 1]
    if mark in _RIGHT or mark in "“„«‘":
        return True
    if mark in "\"'":
        return text[end - 2 : end - 1].isspace()
    if mark in _PAIRS:
        return text.rfind(_PAIRS[mark], start, end) < 0
    return mark in _STOPS and end == _sentence_stop(text, start, end)


def _sentence_stop(text: str, start: int, end: int) -> int:
    """``end`` where the mark before it ends the claim; 0 where it belongs to an abbreviation such as "U.S." """
    body = text[start : end - 1]
    word = body.rsplit(None, 1)[-1] if body.split() and not body[-1].isspace() else ""
    return 0 if text[end - 1] == "." and "." in word and word.replace(".", "").isalpha() else end


def drop_openers(tokens: Tokens, letters: str, span: Span, openers: frozenset[str], solid: Sequence[Span], content: bool) -> Span:
    """The span without a leading "and", "but", "however," or the "that" of a reported clause, and without a trailing conjunction.

    Args:
        openers: words that only lead over, when a comma follows.
        solid: spans of details, which stay.
        content: whether the span is what somebody is reported to say.
    """
    start, end = span
    at = tokens.within(start, end)
    i, last = at.start, at.stop
    while i + 2 < last and not any(s < tokens.ends[i] and tokens.starts[i] < e for s, e in solid):
        lower, after = tokens.lower[i], letters[i + 1]
        leads = letters[i] in "c,:" or (lower == "so" and after in "qdXN") or (lower in openers and after == ",")
        reports = lower == "that" and letters[i] == "r" and content and after in 'qdXNnmpa"GR'
        if not (leads or reports):
            break
        i += 1
    while (
        last - 2 > i
        and letters[last - 1] in "cur,"
        and not any(s < tokens.ends[last - 1] and tokens.starts[last - 1] < e for s, e in solid)
    ):
        last -= 1
    return (tokens.starts[i] if i > at.start else start, tokens.ends[last - 1] if last < at.stop else end)
