"""Finds quotations in a stretch of text: every style of marks, nested, unclosed, unopened, over several paragraphs.

Never decides who speaks. Scanning is one pass over the marks; an apostrophe is told from a mark by its neighbours.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled

_MARK = compiled(r"''|``|[\"“”„‟«»‘’‚'`]")
_CLOSER = {
    "“": '”"“',
    "„": '“”"',
    "‟": '”"',
    "«": "»",
    "»": "«",
    '"': '"”',
    "''": "''",
    "``": "''",
    "‘": "’'",
    "‚": "’‘'",
    "'": "'’",
    "`": "'’`",
}
_SINGLE = frozenset("‘’‚'`")
_DEEPEST = 4  # deeper nesting is noise, and the stack stays short on hostile text
_OPEN_BEFORE = frozenset("([{—–-/:;,…\"“„«‘'\u00a0")
_CLOSE_AFTER = frozenset(")]}—–-/:;,.!?…\"”»’'\u00a0")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation.

    Args:
        start, end: offsets with the marks.
        inner_start, inner_end: offsets without the marks.
        opened: whether an opening mark stands in the stretch.
        closed: whether a closing mark stands in the stretch.
        depth: 0 for an outer quotation, 1 for one inside it.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    opened: bool = True
    closed: bool = True
    depth: int = 0


def _can_open(text: str, at: int, stop: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[stop] if stop < end else " "
    return (before.isspace() or before in _OPEN_BEFORE) and not after.isspace()


def _can_close(text: str, at: int, stop: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[stop] if stop < end else " "
    return not before.isspace() and (after.isspace() or after in _CLOSE_AFTER or not after.isalnum())


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """The quotations between two offsets, which should be one paragraph; outer before inner, in the order of the text.

    A mark without its partner makes a quotation up to the end of the stretch (``closed`` is false) or from its start
    (``opened`` is false).

    >>> [(q.inner_start, q.inner_end) for q in quotations('He said "no".', 0, 13)]
    [(9, 11)]
    """
    found: list[Quotation] = []
    stack: list[tuple[str, int, int]] = []
    for m in _MARK.finditer(text, start, end):
        mark, at, stop = m.group(), m.start(), m.end()
        if mark in _SINGLE and at > start and stop < end and text[at - 1].isalnum() and text[stop].isalnum():
            continue  # an apostrophe
        opens = mark in "“„‟«‘‚``" or _can_open(text, at, stop, start, end)
        closes = mark in "”»’" or _can_close(text, at, stop, start, end)
        level = next((n for n in range(len(stack) - 1, -1, -1) if mark in _CLOSER[stack[n][0]]), None)
        closes = closes or (level is not None and mark == '"' and not opens and text[at - 2 : at - 1] in _SINGLE)  # a closing 'word' "
        if level is not None and closes and not (opens and mark == '"' and not _can_close(text, at, stop, start, end)):
            opener, first, inner = stack[level]
            del stack[level:]
            found.append(Quotation(first, stop, inner, at, True, True, level))
        elif mark in "”»" and not stack and mark != "»":
            if not any(q.depth == 0 for q in found[-1:]):
                found.append(Quotation(start, stop, start, at, False, True, 0))
        elif len(stack) < _DEEPEST and opens and mark not in "”»’" and _opens_well(text, mark, at, start, stop, end):
            if stack and stack[-1][0] == mark and mark not in _SINGLE:
                opener, first, inner = stack.pop()  # a second opening mark: the first one was never closed
                stop_at = _trim(text, inner, at)
                found.append(Quotation(first, stop_at, inner, stop_at, True, False, len(stack)))
            stack.append((mark, at, stop))
    for depth, (opener, first, inner) in enumerate(stack):
        if opener in _SINGLE and opener != "‘":
            continue  # a stray apostrophe
        stop_at = _trim(text, inner, end)
        found.append(Quotation(first, stop_at, inner, stop_at, True, False, depth))
    return sorted(_clean(found), key=lambda q: (q.start, -q.end))


def _opens_well(text: str, mark: str, at: int, start: int, stop: int, end: int) -> bool:
    """A straight single mark opens a quotation only before a letter, so that '90s and 'em stay words where no mark follows."""
    if mark in "'`‚":
        near = min(end, stop + 400)
        return _can_open(text, at, stop, start, end) and (text.find("'", stop, near) >= 0 or text.find("’", stop, near) >= 0)
    return True


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _clean(found: Iterable[Quotation]) -> list[Quotation]:
    return [q for q in found if q.inner_end > q.inner_start]


def outer(found: Iterable[Quotation]) -> list[Quotation]:
    """The outermost quotations only, none overlapping another."""
    kept: list[Quotation] = []
    for q in sorted(found, key=lambda q: (q.start, -q.end)):
        if not kept or q.start >= kept[-1].end:
            kept.append(q)
    return kept
