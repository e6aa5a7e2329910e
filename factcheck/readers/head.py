"""Reads the head of an article: headline, standfirst, byline, dateline. Never looks below the first running text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace

from factcheck.language.sentences import cut
from factcheck.model.light import dataclass
from factcheck.readers.kinds import first_words, has_ended, kind_by_words
from factcheck.readers.lines import byline_of, dateline_of, glued_dateline, split_headline, wire_dateline
from factcheck.readers.paragraphs import Part
from factcheck.readers.triggers import containing, whole

_BESIDE = ("boilerplate", "caption", "standfirst")  # what may stand between the lines of the head
_HEAD = 8  # a byline or dateline stands among the first parts, or nowhere


@dataclass(slots=True)
class Head:
    """What was read above the running text.

    Args:
        rest: the parts below the head.
        parts: the parts of the head with their kinds; a headline with tails is several.
        title, byline, published: what they say; ``published`` is ISO.
        updated: the day of the last update, ISO.
    """

    rest: list[Part]
    parts: list[Part] = field(default_factory=list)
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    updated: str | None = None


def read_head(text: str, parts: list[Part]) -> Head:
    """Read from the top until a part is running text.

    Args:
        text: the article's text.
        parts: in order, each with a word in it; a kind of theirs is kept.
    """
    head = Head(list(parts))
    for _ in range(_HEAD):
        if not head.rest or not _take(text, head):
            break
    head.published = head.published or head.updated
    return head


def _take(text: str, head: Head) -> bool:
    """Move the first of the rest into the head, if it belongs there."""
    part = head.rest[0]
    line = _line(text, part)
    if part.kind == "headline" or (not part.kind and head.title is None and _is_headline(text, part, head.rest[1:])):
        if head.title is not None:
            return False
        made = list(_headline_parts(text, part, head))
    elif part.kind:
        if part.kind not in _BESIDE:
            return False
        made = [part]
    elif dateline_of(line) is not None:
        made = [_dated(text, replace(part, kind="dateline"), head)]
    elif (author := byline_of(line)) is not None:
        head.byline = head.byline or author
        made = [replace(part, kind="byline")]
    elif (wire := wire_dateline(line)) is not None:
        _split(text, head, part.start + wire[0], part.start + wire[1])
        return False  # what follows on the line is running text
    elif head.title is None:
        return False
    elif (glued := glued_dateline(line)) is not None:
        _split(text, head, part.start + len(line[:glued].rstrip()), part.start + glued)
        return True
    elif whole("boilerplate", "whole").fullmatch(line):
        made = [replace(part, kind="boilerplate")]
    elif _is_standfirst(text, part, head):
        made = [replace(part, kind="standfirst")]
    else:
        return False
    head.parts += made
    head.rest = head.rest[1:]
    return True


def _split(text: str, head: Head, stop: int, start: int) -> None:
    """Cut the dateline off the first of the rest: it ends at ``stop``, the report begins at ``start``."""
    part = head.rest[0]
    head.parts.append(_dated(text, replace(part, end=stop, kind="dateline"), head))
    head.rest[0] = replace(part, start=start)


def _line(text: str, part: Part) -> str:
    return text[part.start : min(part.end, part.start + 600)]


def _dated(text: str, part: Part, head: Head) -> Part:
    day = dateline_of(_line(text, part))
    if day is not None and day.updated:
        head.updated = head.updated or day.published
    elif day is not None:
        head.published = head.published or day.published
    return part


def _headline_parts(text: str, part: Part, head: Head) -> Iterator[Part]:
    line = text[part.start : part.end]
    pieces = split_headline(line)
    head.title = " ".join(line[slice(*pieces.title)].split())
    yield replace(part, end=part.start + pieces.title[1], kind="headline")
    if pieces.tag:
        yield replace(part, start=part.start + pieces.tag[0], end=part.start + pieces.tag[1], kind="boilerplate")
    if pieces.byline:
        head.byline = head.byline or byline_of(line[slice(*pieces.byline)])
        yield replace(part, start=part.start + pieces.byline[0], end=part.start + pieces.byline[1], kind="byline")


def _is_about(line: str) -> bool:
    return dateline_of(line) is not None or byline_of(line) is not None


def _is_headline(text: str, part: Part, following: list[Part]) -> bool:
    """The first part is a headline where it is short and more follows; with a full stop only where it is told from a sentence."""
    words = first_words(text, part)
    line = _line(text, part)
    if not following or len(words) > 40 or part.end - part.start > 300 or _is_about(line) or kind_by_words(text, part):
        return False
    if not has_ended(text, part) or _is_about(_line(text, following[0])):
        beside = line.endswith(";") and following[0].group == part.group
        return beside or len(following) > 3 or not line.endswith((":", ",", ";"))
    if len(words) > 20:
        return False
    asks = line.endswith(("?", "!")) and len(first_words(text, following[0])) > 1.4 * len(words)
    if asks or _title_case(words):
        return True
    if len(following) < 3 or containing("headline", "sentence").search(line) or len(cut(text, part.start, part.end)) > 2:
        return False
    near = following[:12]
    return 2 * sum(len(first_words(text, p)) > 1.4 * len(words) for p in near) >= len(near)


def _title_case(words: list[str]) -> bool:
    """Most Long Words Begin with a Capital, As in American Headlines."""
    long = [w for w in words if len(w.strip("\"'“”‘’.,:;")) > 3]
    return len(long) >= 3 and sum(w.strip("\"'“”‘’(")[:1].isupper() for w in long) >= 0.8 * len(long)


def _is_standfirst(text: str, part: Part, head: Head) -> bool:
    """A summary between headline and byline or dateline, beside the headline, or without a full stop."""
    words, following = first_words(text, part), head.rest[1:]
    if any(p.kind == "standfirst" for p in head.parts) or len(words) > 60 or not following or kind_by_words(text, part):
        return False
    top = head.parts[0]
    if _is_about(_line(text, following[0])) or (part.group == top.group and text[top.end - 1] == ";"):
        return True
    if any(p.kind in ("byline", "dateline") and p.group != top.group for p in head.parts):
        return False
    ended = has_ended(text, part) or text[part.end - 1] in ":,—–-"
    return 5 <= len(words) <= 40 and not ended and len(first_words(text, following[0])) > len(words)
