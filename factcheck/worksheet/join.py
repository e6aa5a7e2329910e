"""Joins what the stations found into claims: composition by span, attribution by overlap, details by place."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from factcheck.model.article import Article, Link, Sentence, Span
from factcheck.model.attribution import Attribution
from factcheck.model.change import changed
from factcheck.model.claim import Claim, fingerprint
from factcheck.model.claim_parts import Detail, OfferedSource
from factcheck.plugin.records import Extracted

T = TypeVar("T")
_CLOSING = 4  # quotation marks, brackets and full stops after the word that a note stands on


def shared(a: Span, b: Span) -> int:
    """How many characters two spans have in common.

    >>> shared((0, 5), (3, 9))
    2
    """
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


class SpanIndex(Generic[T]):
    """Items found by overlap without looking at all of them; keeps their order."""

    def __init__(self, items: Iterable[T], span: Callable[[T], Span]) -> None:
        self._items = sorted(((*span(item), n, item) for n, item in enumerate(items)), key=lambda row: row[:3])
        self._starts = [row[0] for row in self._items]
        self._longest = max((row[1] - row[0] for row in self._items), default=0)

    def touching(self, start: int, end: int) -> list[T]:
        """The items that share at least one character with [start, end), in their given order."""
        low, high = bisect_right(self._starts, start - self._longest - 1), bisect_left(self._starts, end)
        rows = [row for row in self._items[low:high] if row[1] > start]
        return [row[3] for row in sorted(rows, key=lambda row: row[2])]


def union_details(found: Iterable[Detail]) -> tuple[Detail, ...]:
    """Details by place; of equal span and kind the first stays."""
    first: dict[tuple[int, int, str], Detail] = {}
    for detail in found:
        first.setdefault((detail.start, detail.end, detail.kind), detail)
    return tuple(first[key] for key in sorted(first))


def union_claims(found: Sequence[tuple[str, Extracted]]) -> list[tuple[str, Extracted]]:
    """Claims of one sentence from several extractors, in order of the text.

    Equal spans merge their kinds; of a partial overlap the earlier found stays.
    """
    kept: list[tuple[str, Extracted]] = []
    for by, claim in found:
        for i, (old_by, old) in enumerate(kept):
            if (old.start, old.end) == (claim.start, claim.end):
                merged = tuple(dict.fromkeys((*old.kinds, *claim.kinds)))
                kept[i] = (
                    old_by,
                    dataclasses.replace(
                        old, kinds=merged, reading=old.reading or claim.reading, ambiguity=old.ambiguity or claim.ambiguity
                    ),
                )
                break
            if shared((old.start, old.end), (claim.start, claim.end)):
                break
        else:
            kept.append((by, claim))
    return sorted(kept, key=lambda row: row[1].start)


LOOSE = frozenset({"quotation", "link", "title"})
"""Kinds of details that may lie outside claims: their parts, or the words beside them, are ticked off anyway."""


def hold_details(
    found: list[tuple[str, Extracted]], details: Iterable[Detail], attributions: Sequence[Attribution]
) -> list[tuple[str, Extracted]]:
    """Claims of one sentence, in order, that lose no detail: one that lies in no claim and in no frame joins the nearest claim.

    The contract's promise holds whatever an extractor returns. Only frames of attributions that some claim takes count.
    """
    details = tuple(details)
    held, before = _held(found, details, attributions), found
    while held != before:  # a claim that grew may no longer take the attribution whose frame held a detail
        held, before = _held(held, details, attributions), held
    return held


def _held(
    found: list[tuple[str, Extracted]], details: Iterable[Detail], attributions: Sequence[Attribution]
) -> list[tuple[str, Extracted]]:
    frames = [s for a in attributions if any(takes((c.start, c.end), a) for _, c in found) for s in spans_of(a)]
    for d in details:
        inside = [(c.start, c.end) for _, c in found] + frames
        if not found or d.kind in LOOSE or any(s <= d.start and d.end <= e for s, e in inside):
            continue
        by, near = min(found, key=lambda row: max(row[1].start - d.end, d.start - row[1].end))
        start, end = min(near.start, d.start), max(near.end, d.end)
        touched = [row for row in found if shared((row[1].start, row[1].end), (start, end))]
        start, end = min(start, *(c.start for _, c in touched), start), max(end, *(c.end for _, c in touched), end)
        wide = dataclasses.replace(near, start=start, end=end, reading=None)
        found = sorted([*(row for row in found if row not in touched), (by, wide)], key=lambda row: row[1].start)
    return found


def takes(span: Span, attribution: Attribution) -> bool:
    """Whether a claim takes an attribution: they share at least half of the claim or of the content."""
    content = attribution.content_span
    return 2 * shared(span, content) >= min(span[1] - span[0], content[1] - content[0])


def spans_of(attribution: Attribution) -> list[Span]:
    """The frame, source and cue of an attribution, where it has them."""
    return [s for s in (attribution.frame_span, attribution.source_span, attribution.cue_span) if s]


def reach(attribution: Attribution) -> Span:
    """From the first to the last character of an attribution: its content with its frame and source."""
    spans = [attribution.content_span, *spans_of(attribution)]
    return min(s[0] for s in spans), max(s[1] for s in spans)


def make_claim(
    article: Article,
    sentence: Sentence,
    by: str,
    found: Extracted,
    attributions: Sequence[Attribution],
    details: Sequence[Detail],
    links: SpanIndex[Link] | None = None,
) -> Claim:
    """A claim without its id, with its attribution and details.

    Args:
        attributions: those that touch the sentence, the most trusted first.
        details: those that touch the sentence.
        links: of the article, where there is an index of them.
    """
    start, end = found.start, found.end
    text = article.text[start:end]
    own = [a for a in attributions if takes((start, end), a)]
    first = own[0] if own else None
    further = tuple(a for a in own[1:] if first and a.source.casefold() != first.source.casefold())
    kinds = found.kinds or ("event",)
    return Claim(
        id="",
        fingerprint=fingerprint(text),
        text=text,
        start=start,
        end=end,
        sentence=sentence.number,
        block=sentence.block,
        by=by,
        kind=kinds[0],
        kinds=kinds,
        reading=found.reading,
        ambiguity=found.ambiguity or (first.ambiguity if first else None),
        details=tuple(_inside(article, details, (start, end))),
        attribution=with_frame_details(first, details) if first else None,
        further_attributions=tuple(with_frame_details(a, details) for a in further),
        offered_sources=tuple(_offered(article.links if links is None else links, (start, end), sentence, own)),
    )


def _offered(
    links: Sequence[Link] | SpanIndex[Link], span: Span, sentence: Sentence, own: Sequence[Attribution]
) -> Iterable[OfferedSource]:
    """What speaks for a claim among the links near it."""
    if isinstance(links, SpanIndex):
        reached = [span, (sentence.start, sentence.end), *(s for a in own for s in spans_of(a))]
        links = links.touching(min(s[0] for s in reached) - 1, max(s[1] for s in reached) + 1)
    return (OfferedSource(k.kind, k.text, k.url) for k in links if _offers(k, span, sentence, own))


def _offers(link: Link, span: Span, sentence: Sentence, own: Sequence[Attribution]) -> bool:
    """Whether a link, note or comment speaks for a claim: it stands on its words or in its frame; a note at the end of a sentence
    is one on all of it.
    """
    at = (link.start, link.end)
    if shared(span, at) or any(shared(s, at) for a in own for s in spans_of(a)):
        return True
    ends = link.start >= sentence.start and link.end <= sentence.end <= link.end + _CLOSING
    return ends and link.kind in ("footnote", "comment")


def _inside(article: Article, details: Sequence[Detail], span: Span) -> Iterable[Detail]:
    for d in details:
        if span[0] <= d.start and d.end <= span[1]:
            yield d
        elif d.kind == "quotation" and shared(span, (d.start, d.end)) > 1:  # a quotation over several claims: the part that stands here
            start, end = max(span[0], d.start), min(span[1], d.end)
            yield dataclasses.replace(d, start=start, end=end, text=article.text[start:end])


def with_frame_details(attribution: Attribution, details: Sequence[Detail]) -> Attribution:
    """An attribution with the details that lie in its frame, source or cue and outside its content."""
    spans = spans_of(attribution)
    content = attribution.content_span
    own = [d for d in details if any(s[0] <= d.start and d.end <= s[1] for s in spans) and not shared((d.start, d.end), content)]
    return changed(attribution, details=tuple(d for d in own if d.kind != "quotation"))


def number_claims(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Give ids to claims and their details in the order of the text; a frame shared by several claims keeps one set of ids."""
    out: list[Claim] = []
    frames: dict[tuple[int, int, str], str] = {}
    for n, claim in enumerate(sorted(claims, key=lambda c: (c.start, c.end)), 1):
        cid, count = f"C{n:03}", 0

        def numbered(details: tuple[Detail, ...], cid: str = cid, frame: bool = False) -> tuple[Detail, ...]:
            nonlocal count
            done = []
            for d in details:
                key = (d.start, d.end, d.kind)
                if frame and key in frames:
                    done.append(changed(d, id=frames[key]))
                    continue
                count += 1
                done.append(changed(d, id=f"{cid}.{count}"))
                if frame:
                    frames[key] = f"{cid}.{count}"
            return tuple(done)

        details = numbered(claim.details)
        attribution = claim.attribution and changed(claim.attribution, details=numbered(claim.attribution.details, frame=True))
        further = tuple(changed(a, details=numbered(a.details, frame=True)) for a in claim.further_attributions)
        out.append(changed(claim, id=cid, details=details, attribution=attribution, further_attributions=further))
    return tuple(out)


def with_claims(sentences: Sequence[Sentence], claims: Sequence[Claim], declared: Mapping[int, str]) -> tuple[Sentence, ...]:
    """Sentences with the ids of their claims, or with the reason why they have none."""
    ids: dict[int, list[str]] = {}
    for claim in claims:
        ids.setdefault(claim.sentence, []).append(claim.id)
    return tuple(changed(s, claims=tuple(ids.get(s.number, ())), nothing_to_check=declared.get(s.number)) for s in sentences)
