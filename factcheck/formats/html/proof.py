"""The article as a proof: numbered blocks and lines, claims and declared sentences as pieces. Changes no character but white space.

Lines are cut here and not by the browser, so that "line 34" is the same line on every paper and screen.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from factcheck.formats.html.page import Line, Piece, ProofBlock
from factcheck.model import vocabulary
from factcheck.model.article import Sentence
from factcheck.model.claim import Claim
from factcheck.model.view import View

MEASURE = 83.0
"""Width of a line in widths of a lower-case letter; fits 14 cm at 9 points in a common sans serif."""
NARROW = frozenset("iljtfrI.,;:'|!()[] ’‘“”-")
WIDE = frozenset("mwMW@%—…")
MARK, NUMBER = 4.0, 2.5
"""Widths of a claim's id and of a sentence number, which are set small."""
LEVELS = vocabulary.ids(vocabulary.PRIORITIES)


def width(character: str) -> float:
    """The rough width of a character in a proportional face, a lower-case letter being 1.

    >>> width("i") < width("a") < width("W")
    True
    """
    if character in NARROW:
        return 0.6
    if character in WIDE:
        return 1.5
    if character < "\u0100":
        return 1.25 if character.isupper() else 1.0
    if unicodedata.combining(character):
        return 0.0
    return 1.9 if unicodedata.east_asian_width(character) in "WF" else 1.15


def proof(view: View) -> tuple[ProofBlock, ...]:
    """All blocks, boilerplate included: nothing of the article is left out."""
    text = view.article.text
    claims: dict[int, list[Claim]] = {}
    for c in view.worksheet.claims:
        claims.setdefault(c.block, []).append(c)
    sentences: dict[int, list[Sentence]] = {}
    for s in view.article.sentences:
        sentences.setdefault(s.block, []).append(s)
    out, number = [], 0
    for block in view.article.blocks:
        own = sorted(claims.get(block.number, ()), key=lambda c: (c.start, c.end))
        cut = sentences.get(block.number, [])
        breaks = line_breaks(text, block.start, block.end, {c.start: MARK for c in own} | {s.start: NUMBER for s in cut if len(cut) > 1})
        found = list(pieces(text, block.start, block.end, own, cut if len(cut) > 1 else (), declared=cut, breaks=breaks))
        lines = []
        for line in _lines(found, block.start, breaks):
            number += 1
            lines.append(Line(number, line))
        out.append(ProofBlock(block.number, block.kind, vocabulary.title(vocabulary.BLOCK_KINDS, block.kind), tuple(lines)))
    return tuple(out)


def line_breaks(text: str, start: int, end: int, extra: dict[int, float]) -> list[int]:
    """Where lines begin after the first: before the word that would not fit.

    Args:
        extra: widths of what is printed before a character, by its offset.
    """
    breaks: list[int] = []
    room, word, at = MEASURE, 0.0, start
    widths = {c: 0.0 if c.isspace() else width(c) for c in set(text[start:end])}
    for i, character in enumerate(text[start:end], start):
        w = widths[character]
        if i in extra:
            room -= extra[i]
            word += extra[i]
        if not w and character.isspace():
            word, at = 0.0, i + 1
            room -= 0.6
            continue
        room -= w
        word += w
        if room < 0 and word < MEASURE / 2 and at > (breaks[-1] if breaks else start):
            breaks.append(at)
            room = MEASURE - word
        elif room < 0 and word >= MEASURE / 2:  # no space in sight: a long address, or a script that writes none
            breaks.append(i)
            room, word, at = MEASURE - w, w, i
    return breaks


def _lines(found: Sequence[tuple[int, Piece]], start: int, breaks: Sequence[int]) -> Iterator[tuple[Piece, ...]]:
    edges = set(breaks)
    line: list[Piece] = []
    for at, piece in found:
        if at in edges and line:
            yield tuple(line)
            line = []
        line.append(piece)
    if line:
        yield tuple(line)


def pieces(
    text: str,
    start: int,
    end: int,
    claims: Sequence[Claim],
    sentences: Sequence[Sentence] = (),
    *,
    declared: Sequence[Sentence] = (),
    breaks: Iterable[int] = (),
    strong: Sequence[tuple[int, int]] = (),
) -> Iterator[tuple[int, Piece]]:
    """Cut a stretch at every claim, sentence and line: each piece with its offset.

    Args:
        claims: sorted by start; may overlap.
        sentences: those that get a number where they begin.
        declared: sentences whose reason is told where they hold nothing to check.
        strong: spans to stress.
    """
    opens, closes = _edges((c.start, c.end, c) for c in claims)
    numbers = {s.start: f"{s.block}.{i}" for i, s in enumerate(sentences, 1)}
    reasons = {s.start: s for s in declared if s.nothing_to_check}
    ends = {s.end for s in reasons.values()}
    stress_on, stress_off = _edges((s, e, (s, e)) for s, e in strong)
    points = {start, end, *opens, *closes, *numbers, *reasons, *ends, *breaks, *stress_on, *stress_off}
    order = sorted(p for p in points if start <= p <= end)
    active: dict[str, Claim] = {}
    stress: set[tuple[int, int]] = set()
    reason = ""
    for s, e in strong:
        if s < start < e:
            stress.add((s, e))
    for a, b in pairwise(order):
        for c in closes.get(a, ()):
            active.pop(c.id, None)
        begun = opens.get(a, [])
        active |= {c.id: c for c in begun}
        stress = (stress - set(stress_off.get(a, ()))) | set(stress_on.get(a, ()))
        if a in ends:
            reason = ""
        if a in reasons:
            reason = vocabulary.title(vocabulary.NOTHING_TO_CHECK, reasons[a].nothing_to_check or "")
        yield (
            a,
            Piece(
                text[a:b],
                tuple(active),
                tuple(c.id for c in begun),
                _highest(active.values()),
                numbers.get(a, ""),
                reason,
                bool(reason) and b in ends,
                bool(stress),
            ),
        )


def _edges(spans: Iterable[tuple[int, int, object]]) -> tuple[dict[int, list], dict[int, list]]:  # type: ignore[type-arg]
    opens: dict[int, list[object]] = {}
    closes: dict[int, list[object]] = {}
    for start, end, item in spans:
        opens.setdefault(start, []).append(item)
        closes.setdefault(end, []).append(item)
    return opens, closes


def _highest(claims: Iterable[Claim]) -> str:
    found = {c.verifiability.priority for c in claims}
    return next((p for p in LEVELS if p in found), "")
