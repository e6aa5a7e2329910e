"""Cuts a block into sentences, inside long quotations too. Never looks beyond the block and never needs a model.

One pass over the sentence-final marks; what stands before and after each decides, by ``lexicon/abbreviations.toml``.
Linear: every look back or ahead is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.language.lexicon import load_packaged
from factcheck.model.article import Span
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled

# A blank line always ends a sentence. A mark takes the closing quotes, brackets and note numbers that touch it.
_MARK = compiled(
    r"(?P<blank>\n[^\S\n]*\n)"
    r"|(?P<mark>[.!?…‽。！？؟।]{1,12}(?:[ \u00a0]\.){0,4})(?P<close>(?:[\"'”’»›)\]}*_]|[“„‘](?=\s)|\[\d{1,3}\])*)"
    r"|(?<=\s)(?P<label>[A-Z][a-z]{2,12}:)(?=\s)"
)
_NEXT = compiled(r"[\"'“‘«‹„(\[{*_—–-]*")
_NEXT_WORD = compiled(r"[^\W_]{1,40}(?:['’][^\W_]{1,9})?")
_HAND_OVER = compiled(r"(?:[A-Z][\w’'.-]{0,30}\s{1,2}){1,4}([a-z]{3,12})\b")
_OWN_CONTENT = compiled(r"\s+(?:that|if|he|she|it|they|we|I|there|the|an?|his|her|their|its|this|these|those|such|no)\b")
_SIGNED = compiled(r"[–—―-]{1,2}\s{0,2}[A-Z][^.!?\n]{1,90}\.?")
_LIST_MARK = compiled(r"[(\[]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)\]]+\Z")
_HAS_WORD = compiled(r"\w")
_LOOK = 48  # characters looked at before and after a mark
_QUOTES = frozenset("\"'”’»“„‘")
_EAST = frozenset("。！？")
_INNER = ".'’-&"


@dataclass(frozen=True, slots=True)
class _Words:
    """The abbreviation lexicon as sets."""

    titles: frozenset[str]
    inner: frozenset[str]
    before_number: frozenset[str]
    months: frozenset[str]
    either: frozenset[str]
    capital_only: frozenset[str]
    starters: frozenset[str]
    handing_over: frozenset[str]
    credits: frozenset[str]
    times: frozenset[str]
    after_time: frozenset[str]


@cache
def _words() -> _Words:
    table = load_packaged("abbreviations")
    return _Words(*(frozenset(table[name]) for name in _Words.__slots__))


def cut(text: str, start: int, end: int) -> list[Span]:
    """The sentences of a block.

    Args:
        text: the article's text.
        start, end: offsets of the block, in characters.
    Returns:
        Spans in order, without outer white space, not overlapping; together they hold every word of the block.

    >>> [("Dr. No left. He ran."[a:b]) for a, b in cut("Dr. No left. He ran.", 0, 20)]
    ['Dr. No left.', 'He ran.']
    """
    spans: list[Span] = []
    at = start
    for stop in _ends(text, start, end):
        spans += _trimmed(text, at, stop)
        at = stop
    spans += _trimmed(text, at, end)
    return _joined(text, spans)


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    for m in _MARK.finditer(text, start, end):
        if m["blank"] is not None:
            yield m.start()
        elif m["label"] is not None:
            if m["label"] in _words().credits:
                yield m.start()
        elif m.end() < end and _is_end(text, start, end, m):
            yield m.end()


def _is_end(text: str, start: int, end: int, m: re.Match[str]) -> bool:
    mark, close, stop = m["mark"], m["close"], m.end()
    if mark[-1] in _EAST:
        return True
    glued = not text[stop].isspace()
    after = stop
    while after < end and after < stop + 4 and text[after].isspace():
        after += 1
    opened = _NEXT.match(text, after, min(end, after + 8))
    word_at = opened.end() if opened else after
    word_m = _NEXT_WORD.match(text, word_at, min(end, word_at + _LOOK))
    word = word_m.group() if word_m else ""
    before = _before(text, start, m.start("mark"))
    if glued:
        return _glued_end(before, mark, close, word, after == word_at)
    if close and close[0] in _QUOTES and _signed(text, after, end):
        return False
    if not word:
        return word_at >= end or not text[word_at].islower()
    if word[0].islower():
        return False
    if close and close[0] in _QUOTES and _hands_over(text, word_at, end, mark == "."):
        return False
    if mark[-1] != "." or len(mark) > 1 or close.strip("*_"):
        return True
    if len(word) == 1 and word_m is not None and text[word_m.end() : word_m.end() + 1] == ".":
        word += "."  # an initial, not the word "A" or "I"
    return _full_stop_ends(text, start, m.start("mark"), before, word)


def _before(text: str, start: int, at: int) -> str:
    """The word that ends at an offset, with its inner points and hyphens."""
    first = at
    while first > start and at - first < _LOOK and (text[first - 1].isalnum() or text[first - 1] in _INNER):
        first -= 1
    return text[first:at].lstrip(_INNER)


def _glued_end(before: str, mark: str, close: str, word: str, bare: bool) -> bool:
    """A missing space after the full stop: 'it fell.The mayor', but not 'U.S.Steel' or 'site.Com'."""
    if not word or not bare or not word[0].isupper() or mark not in (".", "?", "!") or close:
        return False
    return len(before) > 2 and before.isalpha() and before.islower() and word.lower() in _words().starters and word[1:].islower()


def _hands_over(text: str, at: int, end: int, closed: bool) -> bool:
    """'"Why?" Smith asked': the speaker follows the quotation in the same sentence.

    After a full stop a verb with words of its own opens the next one: '"It is over." She said that …'.
    """
    found = _HAND_OVER.match(text, at, min(end, at + 140))
    if found is None or found.group(1) not in _words().handing_over:
        return False
    return not (closed and _OWN_CONTENT.match(text, found.end(), min(end, found.end() + 12)))


def _signed(text: str, at: int, end: int) -> bool:
    """'"It is a long game." - Ann Reeve': a dash and a name after a quotation sign it."""
    return _SIGNED.fullmatch(text[at : min(end, at + 2 * _LOOK)].rstrip()) is not None and end - at <= 2 * _LOOK


def _full_stop_ends(text: str, start: int, at: int, before: str, word: str) -> bool:
    words, low = _words(), before.lower()
    starts = word.lower() in words.starters
    if _LIST_MARK.match(text[start : at + 1]) and at - start < 8:
        return False
    if low in words.before_number and word[0].isdigit():
        return False
    if low in words.capital_only and before.islower():
        return True
    if low in words.times:
        return word.isalpha() and word.lower() not in words.after_time
    if low in words.titles and not (low in words.either and starts):
        return False
    if low in words.inner and not (len(before) == 1 and before.isupper()):
        return False
    if low in words.before_number:
        return len(word) > 2 or not word.isupper() or starts
    if low in words.months:
        return not word[0].isdigit()
    if low in words.either:
        return starts
    if len(before) == 1 and before.isalpha():
        return starts if before.isupper() else True
    if "." in before:
        return starts or not _is_initials(before)
    return True


def _is_initials(word: str) -> bool:
    return all(len(part) <= 2 and not part.isdigit() for part in word.split("."))


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [(start, end)] if start < end else []


def _joined(text: str, spans: list[Span]) -> list[Span]:
    """A stretch without a word belongs to the sentence before it, or to the first one after."""
    out: list[Span] = []
    lead: int | None = None
    for start, end in spans:
        if _HAS_WORD.search(text, start, end):
            out.append((start if lead is None else lead, end))
            lead = None
        elif out:
            out[-1] = (out[-1][0], end)
        elif lead is None:
            lead = start
    return out
