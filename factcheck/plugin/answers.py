"""Checks what a plugin's function answered before it enters the worksheet: its type, and spans that lie in the text.

The built-in features are held by tests instead; nothing here runs for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck.model.attribution import Attribution
from factcheck.model.claim_parts import Detail, Flag
from factcheck.model.errors import FactcheckError
from factcheck.plugin.records import Assessment, Extracted, Extraction, Fact, Finding


def demand(answer: Any, wanted: type, text: str, *, many: bool = False) -> None:
    """Refuse an answer that would break the worksheet.

    Args:
        answer: what a record's function returned.
        wanted: the type it has to be of, or that its items have to be of.
        text: the article's.
        many: whether it is a list of such items.
    Raises:
        FactcheckError: says what is wrong with it.
    """
    for item in answer if many else (answer,):
        if not isinstance(item, wanted):
            raise FactcheckError(f"it returned {type(item).__name__}, not {getattr(wanted, '__name__', 'Finding or None')}")
        for span in _spans(item):
            if not _is_span(span) or not 0 <= span[0] <= span[1] <= len(text):
                raise FactcheckError(
                    f"the span {span!r} of its {type(item).__name__} does not lie in the article of {len(text)} characters"
                )
        if isinstance(item, Detail) and (not item.text or text[item.start : item.end] != item.text):
            raise FactcheckError(f"its detail {item.text[:40]!r} is not article.text[{item.start}:{item.end}]")


def _is_span(span: Any) -> bool:
    return isinstance(span, tuple) and len(span) == 2 and all(isinstance(n, int) for n in span)


def _spans(item: Any) -> Iterator[Any]:
    match item:
        case Detail() | Extracted():
            yield (item.start, item.end)
        case Attribution():
            yield item.content_span
            yield from (s for s in (item.source_span, item.cue_span, item.frame_span) if s is not None)
        case Extraction():
            for claim in item.claims:
                yield from _spans(claim)
        case Fact():
            yield item.span
        case Finding():
            yield from item.spans
        case Assessment():
            for flag in item.flags:
                yield from _spans(flag)
        case Flag():
            yield from (item.span,) if item.span is not None else ()
