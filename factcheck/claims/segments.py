"""Parts a sentence into the contents of its attributions, their frames and the article's own voice.

Never cuts by clause, and never decides who speaks: the records of the attribution station are given.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.model.article import Sentence, Span
from factcheck.model.attribution import Attribution
from factcheck.model.light import dataclass

_APART = 60  # characters between a source and its cue that still make one frame


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a sentence that is cut by itself.

    Args:
        start, end: offsets.
        attribution: whose content it is, or None for the article's own voice.
    """

    start: int
    end: int
    attribution: Attribution | None = None


def frame_spans(attribution: Attribution) -> list[Span]:
    """The stretches that attribute: the frame, or else source and cue, as one where no content stands between them."""
    if attribution.frame_span:
        return [attribution.frame_span]
    spans = sorted(s for s in (attribution.source_span, attribution.cue_span) if s)
    if len(spans) == 2 and 0 <= spans[1][0] - spans[0][1] <= _APART:
        low, high = spans[0][0], spans[1][1]
        if attribution.content_span[1] <= low or high <= attribution.content_span[0]:
            return [(low, high)]
    return spans


def segments(sentence: Sentence, attributions: Sequence[Attribution]) -> tuple[list[Segment], list[Span]]:
    """The segments of a sentence in order, and the frames in it.

    Where contents and frames lie in each other, the smallest stretch around a character tells what it is: an inner frame is a
    frame also inside an outer content.
    """
    low, high = sentence.start, sentence.end
    spans: list[tuple[int, int, Attribution, bool]] = []
    for attribution in attributions:
        start, end = attribution.content_span
        if start < high and end > low:
            spans.append((start, end, attribution, False))
        for start, end in frame_spans(attribution):
            if start < high and end > low:
                spans.append((start, end, attribution, True))
    edges = sorted({low, high, *(min(max(x, low), high) for s in spans for x in s[:2])})
    found: list[Segment] = []
    frames: list[Span] = []
    for start, end in pairwise(edges):
        around = [s for s in spans if s[0] <= start and end <= s[1]]
        inner = min(around, key=lambda s: (s[1] - s[0], not s[3])) if around else None
        if inner is not None and inner[3]:
            if frames and frames[-1][1] == start:
                frames[-1] = (frames[-1][0], end)
            else:
                frames.append((start, end))
            continue
        owner = inner[2] if inner is not None else None
        if found and found[-1].end == start and found[-1].attribution is owner:
            found[-1] = Segment(found[-1].start, end, owner)
        else:
            found.append(Segment(start, end, owner))
    return found, frames
