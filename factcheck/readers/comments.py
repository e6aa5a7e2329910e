"""What belongs to an editor's comment on a republished text: from "Comment:" to where the report resumes or an update begins.

The report resumes with a paragraph that reports ("said", "according to"). The comment goes on where the editor talks to the
reader ("we", "oh well"), where a colon announces more, and where nothing is reported in the few paragraphs up to the next update
or the end. A note above the article goes on only by a colon.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.language.quotes import outer, quotations
from factcheck.readers.paragraphs import Part
from factcheck.readers.triggers import containing, voicing

_FEW = 6  # paragraphs; a longer stretch without a source is more likely the report
_LIMITS = ("update", "correction", "comment", "boilerplate", "byline", "headline")
_CLOSING = ("update", "correction", "boilerplate")


def with_comments(text: str, parts: list[Part]) -> list[Part]:
    """Mark the paragraphs that continue a comment; quotations, captions and lists keep their kind."""
    done = list(parts)
    above, n = True, 0
    while n < len(done):
        part = done[n]
        n += 1
        if part.kind != "comment":
            above = above and bool(part.kind)
            continue
        last = _last(text, parts, n, above)
        for k in range(n, last):
            if not done[k].kind:
                done[k] = replace(done[k], kind="comment")
        n = max(n, last)
    return done


def _last(text: str, parts: list[Part], first: int, above: bool) -> int:
    """The index after the last part of the comment whose second part would be ``first``."""
    last, n = first, first
    announced = text[parts[first - 1].end - 1] == ":"
    while n < len(parts) and parts[n].kind not in _LIMITS:
        part = parts[n]
        own = "" if part.kind else _own_words(text, part)
        if announced or (not above and voicing("comment", "voice").search(own)):
            last = n + 1
        elif part.kind != "caption" and (part.kind or containing("report", "cues").search(own)):
            return last
        announced = text[part.end - 1] == ":"
        n += 1
    silent = first < n <= first + _FEW and not above
    return n if silent and (n >= len(parts) or parts[n].kind in _CLOSING) else last


def _own_words(text: str, part: Part) -> str:
    """The part without what it quotes: the voice in a quotation is not the editor's."""
    pieces, at = [], part.start
    for q in outer(quotations(text, part.start, part.end)):
        pieces.append(text[at : q.start])
        at = q.end
    pieces.append(text[at : part.end])
    return " ".join(pieces)
