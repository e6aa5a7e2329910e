"""A draft pasted out of an e-mail: header lines, greeting, sign-off and signature are no copy. Never reads a message's parts or encodings.

Sources: RFC 5322 (header fields), RFC 3676 (quote marks, the signature separator "-- "); the phrases are ``lexicon/blocks.toml``.
"""

from __future__ import annotations

import re

from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.readers.lines import iso_date
from factcheck.readers.paragraphs import Part, trimmed
from factcheck.readers.triggers import starting, whole, words

_FIELD = compiled(r"[^\S\n]*\**([A-Za-z][A-Za-z-]{1,24})\**:[^\S\n]*\**[^\S\n]*(.*)")
_ANSWER = compiled(r"(?:(?:re|fwd?|aw|wg|sv|vs|tr|draft|fyi)(?:\[\d{1,2}\])?:\s*)+", re.IGNORECASE)
_QUOTE_MARK = compiled(r"^[^\S\n]{0,3}(?:>[^\S\n]?)+", re.MULTILINE)
_SIGNATURE = compiled(r"^--[^\S\n]?$", re.MULTILINE)
_LAST_LINES = 8  # lines that a sign-off and a name take at most
_SHORT = 60  # characters of such a line
REMARK = 'The ">" marks of quoted mail were left out.'


@dataclass(frozen=True, slots=True)
class Mail:
    """What surrounds the copy of a pasted message.

    Args:
        body: start and end of the copy; the text around it is in ``parts``.
        above, below: blocks around the copy, all furniture but for the subject, which is the headline.
        published: the day it was sent, ISO.
    """

    body: tuple[int, int]
    above: tuple[Part, ...] = ()
    below: tuple[Part, ...] = ()
    published: str | None = None


def without_marks(text: str) -> tuple[str, str | None]:
    """The text without the ">" of quoted lines, and the remark that says so."""
    bare, count = _QUOTE_MARK.subn("", text)
    return (bare, REMARK) if count else (text, None)


def read_mail(text: str) -> Mail:
    """Find header, greeting, sign-off and signature; a text without a header has none of them.

    >>> text = "From: a@b.example\\nSubject: Re: Dam bursts\\n\\nHi all,\\n\\nThe dam burst."
    >>> [(p.kind, text[p.start:p.end]) for p in read_mail(text).above][1:]
    [('boilerplate', 'Subject: Re:'), ('headline', 'Dam bursts'), ('boilerplate', 'Hi all,')]
    """
    above: list[Part] = []
    published, at, fields = None, 0, set[str]()
    for start, end in _lines(text, 0, len(text)):
        found = _FIELD.fullmatch(text, start, end)
        name = found[1].lower() if found else ""
        if found is None or name not in words("mail", "fields"):
            if fields and text[start : start + 1] in (" ", "\t") and text[start:end].strip():  # a folded field
                above.append(_furniture(text, start, end))
                at = end
                continue
            if not text[start:end].strip() and not fields:
                continue
            break
        fields.add(name)
        at = end
        if name in ("date", "sent"):
            published = published or iso_date(found[2])
        head = found.start(2)
        answer = _ANSWER.match(text, head, end)
        head = answer.end() if answer else head
        if name == "subject" and text[head:end].strip():
            above += (_furniture(text, start, head), Part(*(trimmed(text, head, end) or (head, end)), kind="headline"))
        elif text[start:end].strip():
            above.append(_furniture(text, start, end))
    if len(fields) < 2 or not fields & {"from", "subject"}:
        return Mail((0, len(text)))
    at, greeting = _greeting(text, at)
    stop, below = _ending(text, at)
    return Mail((at, stop), (*above, *greeting), below, published)


def _lines(text: str, at: int, stop: int) -> list[tuple[int, int]]:
    """Lines as spans without their line ends; of a long text those at its beginning."""
    out: list[tuple[int, int]] = []
    while at < stop and len(out) < 60:
        end = text.find("\n", at, stop)
        end = stop if end < 0 else end
        out.append((at, end))
        at = end + 1
    return out


def _furniture(text: str, start: int, end: int) -> Part:
    return Part(*(trimmed(text, start, end) or (start, end)), kind="boilerplate")


def _greeting(text: str, at: int) -> tuple[int, list[Part]]:
    for start, end in _lines(text, at, min(len(text), at + 400)):
        line = trimmed(text, start, end)
        if line is None:
            continue
        first = text[line[0] : line[1]]
        short = len(first.split()) <= 5 and first.endswith((",", "!", ":", "–", "-"))
        if short and starting("mail", "greetings").match(first):
            return end, [_furniture(text, start, end)]
        return at, []
    return at, []


def _ending(text: str, at: int) -> tuple[int, tuple[Part, ...]]:
    """Where the copy ends, and the sign-off and signature below it."""
    signature = _SIGNATURE.search(text, at)
    stop = signature.start() if signature else len(text)
    low = stop
    for _ in range(_LAST_LINES):
        if low <= at:
            break
        start = max(at, text.rfind("\n", at, max(at, low - 1)) + 1)
        line = trimmed(text, start, low)
        if line is not None:
            if line[1] - line[0] > _SHORT:
                break
            if whole("mail", "closings").fullmatch(text[line[0] : line[1]]):
                return line[0], _below(text, line[0])
        if start == at:
            break
        low = start
    return stop, _below(text, stop)


def _below(text: str, at: int) -> tuple[Part, ...]:
    parts: list[Part] = []
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = trimmed(text, at, end)
        if line is not None:
            parts.append(Part(*line, kind="boilerplate"))
        at = end + 1
    return tuple(parts)
