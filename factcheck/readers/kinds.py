"""Gives each part of the running text its block kind. Never changes the text.

What shows a kind is data (``lexicon/blocks.toml``); here is only the order of the questions.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

from factcheck.language.quotes import outer, quotations
from factcheck.language.stamps import stamp_end
from factcheck.model.patterns import compiled
from factcheck.readers.comments import with_comments
from factcheck.readers.lines import is_tail_byline
from factcheck.readers.paragraphs import Part, is_row
from factcheck.readers.sections import with_sections
from factcheck.readers.triggers import containing, ending, starting, table, whole

_ITEM = compiled(r"(?P<sign>[•‣◦▪●·*–-])[^\S\n]+\w|(?P<number>\(?(?:\d{1,3}|[a-z])[.)])[^\S\n]+\w")
_STOP = (".", "!", "?", "…")
_CLOSERS = "\"'”’»)]*_ \u00a0"
_QUOTE_OPENERS = ("“", '"', "„", "«", "''", "``", "‘", "‟")
_LETTER = compiled(r"\w")
_SIGNED = compiled(r"\s*(?:[–—―-]{1,2}|[(\[])\s*\w[^.!?\n]{0,80}[.)\]]?")
_CLOCK = compiled(r"\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?|GMT|UTC|[hH])?[.:]?(?:\s(?:[A-Z]{2,4}))?\.?")
_LINE, _SHORT, _BRIEF = 110, 320, 700  # characters: a heading; a share line or caption; a correction


def body_kinds(text: str, parts: list[Part]) -> list[Part]:
    """The parts below the head with their kinds; those that come with one keep it.

    Args:
        text: the article's text.
        parts: in order, each with a word in it.
    """
    found = with_sections(text, [_own_kind(text, p) for p in parts])
    led = _led(text, found)
    found = _lists(text, _headings(text, found, led), led)
    return [p if p.kind else replace(p, kind="paragraph") for p in with_comments(text, found)]


def first_words(text: str, part: Part) -> list[str]:
    """The words of a part; of a long one those at its beginning."""
    return text[part.start : min(part.end, part.start + 1200)].split()


def has_ended(text: str, part: Part) -> bool:
    """Whether a part closes like a sentence."""
    return text[part.start : part.end].rstrip(_CLOSERS).endswith(_STOP)


def _own_kind(text: str, part: Part) -> Part:
    if part.kind:
        return part
    kind = kind_by_words(text, part)
    if kind is None and _is_quoted(text, part):
        kind = "quotation"
    return replace(part, kind=kind) if kind else part


def kind_by_words(text: str, part: Part) -> str | None:
    """The kind that a part's own words show, or None."""
    size = part.end - part.start
    line = text[part.start : min(part.end, part.start + 2000)]
    after = stamp_end(line, 0, len(line))  # "15:30 CORRECTION: …"
    for kind in ("update", "correction", "comment"):
        if starting(kind, "starts").match(line) or (after and starting(kind, "starts").match(line, after)):
            return kind
    if size <= _BRIEF and containing("correction", "contains").search(line):
        return "correction"
    if size <= _BRIEF and _is_caption(line):
        return "caption"
    if size <= _SHORT and _is_furniture(line):
        return "boilerplate"
    if is_tail_byline(line):
        return "byline"
    return "table" if is_row(line) else None


def _is_furniture(line: str) -> bool:
    """A share line says only that; a report about one ("Follow the money, she said.") is text."""
    if not (
        starting("boilerplate", "starts").match(line)
        or containing("boilerplate", "contains").search(line)
        or whole("boilerplate", "whole").fullmatch(line)
    ):
        return False
    return len(line.split()) <= 40 and not containing("report", "cues").search(line)


def _is_caption(line: str) -> bool:
    if _credit().search(line):
        return True
    short = len(line) <= _SHORT
    if short and (starting("caption", "starts").match(line) or (not line.endswith(".") and ending("caption", "ends").search(line))):
        return True
    return len(line.split()) <= 45 and containing("caption", "contains").search(line) is not None


@cache
def _credit() -> re.Pattern[str]:
    """'… Image: NAME.' at the end of a part."""
    return compiled(rf"(?<!\w)(?:{'|'.join(table()['caption']['credits'])}):\s{{1,2}}[^:\n]{{1,80}}\Z", re.IGNORECASE)


def _is_quoted(text: str, part: Part) -> bool:
    """Wholly in quotation marks; a mark left open goes on in the next paragraph. A signature after a dash may follow."""
    if not text.startswith(_QUOTE_OPENERS, part.start):
        return False
    last = part.start
    for q in outer(quotations(text, part.start, part.end)):
        if _LETTER.search(text, last, q.start):
            return False
        last = q.end
    return last > part.start and (_LETTER.search(text, last, part.end) is None or _SIGNED.fullmatch(text, last, part.end) is not None)


def _headings(text: str, parts: list[Part], led: list[bool]) -> list[Part]:
    """A short line without a full stop over running text is the heading of a section."""
    done = list(parts)
    for n, (part, following) in enumerate(pairwise(parts)):
        if part.kind or part.end - part.start > _LINE or following.kind in ("boilerplate", "table"):
            continue
        words = first_words(text, part)
        capitals = len(words) <= 6 and text[part.start : part.end].isupper()
        plain = len(words) <= 14 and not has_ended(text, part) and _opens_large(text, part) and not led[n]
        if capitals or plain or _CLOCK.fullmatch(text, part.start, part.end):
            done[n] = replace(part, kind="headline")
    return done


def _opens_large(text: str, part: Part) -> bool:
    first = text[part.start]
    return (first.isupper() or first.isdigit()) and text[part.end - 1] not in ":;,—–-"


def _led(text: str, parts: list[Part]) -> list[bool]:
    """For each part whether a colon leads up to it, directly or over lines like it: an item of a list, or what was announced."""
    led: list[bool] = []
    for n, part in enumerate(parts):
        before = parts[n - 1] if n else None
        if before is None:
            led.append(False)
        elif text[before.end - 1] == ":":
            led.append(True)
        else:
            led.append(led[n - 1] and not part.kind and before.group == part.group and not has_ended(text, before))
    return led


def _lists(text: str, parts: list[Part], led: list[bool]) -> list[Part]:
    """Items have a bullet, or a number with a neighbour that has one too, or stand line by line under a colon."""
    marks = [_ITEM.match(text, p.start, p.end) for p in parts]
    numbered = [bool(m and m["number"]) for m in marks]
    done = list(parts)
    for n, part in enumerate(parts):
        if part.kind:
            continue
        found = marks[n]
        beside = any(numbered[max(0, n - 1) : n]) or any(numbered[n + 1 : n + 2])
        if (found and (found["sign"] or beside)) or (led[n] and _plain_item(text, parts, n)):
            done[n] = replace(part, kind="list_item")
    return done


def _plain_item(text: str, parts: list[Part], n: int) -> bool:
    """A short line without a full stop that has a neighbour in its group."""
    beside = {p.group for p in (*parts[max(0, n - 1) : n], *parts[n + 1 : n + 2])}
    return parts[n].group in beside and len(first_words(text, parts[n])) <= 25 and not has_ended(text, parts[n])
