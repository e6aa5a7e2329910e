"""Attribution: who says what, in which words (PARC 3.0, PolNeAR: source, cue, content)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.model.article import Span
from factcheck.model.claim_parts import Detail
from factcheck.model.codec import doc, extra
from factcheck.model.light import dataclass


@dataclass(frozen=True, slots=True)
class Attribution:
    """A stretch of content and the road by which it came to the article.

    An attributor fills everything but ``details`` and ``by``; the core adds the details of the frame.
    """

    source: str = doc("the resolved name of whom the words come from; ambiguity is shown: '[SANA; or RIA?]'")
    source_type: str = doc("source type of the vocabulary")
    anonymity: str | None = doc("described, bare or vague for an anonymous source, else null", None)
    directness: str = doc("own_interview, statement, other_outlet, document or unknown", "unknown")
    quotation: str = doc("direct, indirect or mixed", "indirect")
    cue: str | None = doc("the literal cue words, or null where a block hands over", None)
    via: tuple[str, ...] = doc("who brought the words from the source to this article, nearest to the article first", ())
    chain: tuple[str, ...] = doc("whom the source itself cites, nearest first", ())
    source_span: Span | None = doc("the literal words that name the source here, or null where it is carried over", None)
    cue_span: Span | None = doc("where the cue stands", None)
    frame_span: Span | None = doc("the whole frame: source, cue, rank and post, day, channel, receiver", None)
    content_span: Span = doc("what is attributed", (0, 0))
    details: tuple[Detail, ...] = doc("names, ranks, posts, days and channels of the frame", ())
    ambiguity: str | None = doc("why the source is not sure, in words", None, optional=True)
    cue_class: str | None = doc("say, claim, deny, confirm, admit, warn, ask, believe, intend, document or perception", None, optional=True)
    by: str = doc("provider:record", "")
    extra: Mapping[str, Any] = extra()
