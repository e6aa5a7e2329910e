"""Marks links, line breaks, footnotes and comments in RTF before it is made text, and finds the marks again after. Follows no link.

The marks are control characters, which no RTF file may hold; those that one holds all the same are taken out first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.model.patterns import compiled
from factcheck.readers.rtfparts import LONG, closing, with_boxes, without_deletions

LINK, END, NOTE, BREAK, COMMENT = "\x01", "\x02", "\x03", "\x04", "\x05"
_MARKS = compiled(f"[{LINK}{END}{NOTE}{BREAK}{COMMENT}]")
_ADDRESS = compiled(r'HYPERLINK\s{1,9}"([^"\\{}]{1,2000})"')
_RESULT = compiled(r"\\fldrslt(?![a-z]) ?")
_NOTED = compiled(r"\{\\(?:\*\\)?(?:footnote|(annotation))(?![a-z])")
_LINE = compiled(r"\\line(?![a-z]) ?")
_CODEPAGE = compiled(r"\\ansicpg\d{1,5}")
_FONTS = compiled(r"\\fonttbl(?![a-z])")
_FONT = compiled(r"\\f(\d{1,6})(?!\d)[^;\n]{0,60}?\\fcharset(\d{1,3})(?!\d)")
_NEAR = 3_000  # characters between a link's address and its words
_FONT_TABLE = 60_000  # characters; Word's for two hundred fonts have half of it


class Marked(NamedTuple):
    """RTF that can be made text.

    Args:
        rtf: with marks.
        addresses: of its links, in order.
        notes: the RTF of its footnotes and comments, in order.
        gone: the RTF of what tracking marks as deleted, in order.
    """

    rtf: str
    addresses: list[str]
    notes: list[str]
    gone: list[str]


def marked(rtf: str) -> Marked:
    """The RTF with marks, tracked changes accepted, and what was taken out of it.

    Raises:
        ValueError: it is damaged.
    """
    rtf = _with_fonts(_LINE.sub(BREAK, _MARKS.sub("", rtf)))
    head = _CODEPAGE.search(rtf, 0, LONG)
    rtf, gone = without_deletions(rtf)
    notes: list[str] = []
    addresses: list[str] = []
    rtf = "".join(_without_notes(with_boxes(rtf), notes))
    rtf = "".join(_with_links(rtf, addresses)).replace("\\fldinst", "\\fldtype")  # striprtf's pattern for addresses never ends
    whole = [[f"{{\\rtf1\\ansi{head.group() if head else ''} {_MARKS.sub(' ', part)}}}" for part in parts] for parts in (notes, gone)]
    return Marked(rtf, addresses, *whole)


def _with_fonts(rtf: str) -> str:
    """The RTF with its table of fonts, one on a line and only their alphabets: striprtf's pattern takes the cube of a line's length.

    Raises:
        ValueError: the table does not end.
    """
    found = _FONTS.search(rtf)
    if found is None:
        return rtf
    end = closing(rtf, found.end(), _FONT_TABLE)
    if end is None:
        raise ValueError("its table of fonts does not end")
    fonts = "".join(f"\n{{\\f{m[1]}\\fcharset{m[2]} X;}}" for m in _FONT.finditer(rtf, found.end(), end))
    return rtf[: found.end()] + fonts + rtf[end:]


def _without_notes(rtf: str, notes: list[str]) -> Iterator[str]:
    at = 0
    for found in _NOTED.finditer(rtf):
        if found.start() < at:
            continue
        end = closing(rtf, found.end())
        if end is None:
            break  # damaged, or made to be looked through again and again
        yield rtf[at : found.start()] + (COMMENT if found[1] else NOTE)
        notes.append(rtf[found.end() : end])
        at = end + 1
    yield rtf[at:]


def _with_links(rtf: str, addresses: list[str]) -> Iterator[str]:
    at = 0
    for found in _ADDRESS.finditer(rtf):
        result = _RESULT.search(rtf, found.end(), found.end() + _NEAR)
        if result is None or result.start() < at:
            continue
        end = closing(rtf, result.end())
        if end is None:
            break
        yield f"{rtf[at : result.start()]}\\fldrslt {LINK}{rtf[result.end() : end]}{END}"
        addresses.append(found[1])
        at = end
    yield rtf[at:]
