"""Marks links, line breaks and footnotes in RTF before it is made text, and finds the marks again after. Follows no link.

The marks are control characters, which no RTF file may hold; those that one holds all the same are taken out first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LINK, END, NOTE, BREAK = "\x01", "\x02", "\x03", "\x04"
_MARKS = re.compile(f"[{LINK}{END}{NOTE}{BREAK}]")
_ADDRESS = re.compile(r'HYPERLINK\s{1,9}"([^"\\{}]{1,2000})"')
_RESULT = re.compile(r"\\fldrslt(?![a-z]) ?")
_FOOTNOTE = re.compile(r"\{\\(?:\*\\)?footnote(?![a-z])")
_LINE = re.compile(r"\\line(?![a-z]) ?")
_CODEPAGE = re.compile(r"\\ansicpg\d{1,5}")
_FONTS = re.compile(r"\\fonttbl(?![a-z])")
_FONT = re.compile(r"\\f(\d{1,6})(?!\d)[^;\n]{0,60}?\\fcharset(\d{1,3})(?!\d)")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_NEAR = 3_000  # characters between a link's address and its words
_FONT_TABLE = 60_000  # characters; Word's for two hundred fonts have half of it
_LONG = 20_000  # characters of a link's words or of a footnote, with all that sets them


def marked(rtf: str) -> tuple[str, list[str], list[str]]:
    """The RTF with marks, the addresses of its links and the RTF of its footnotes, in order.

    Raises:
        ValueError: it is damaged.
    """
    rtf = _with_fonts(_LINE.sub(BREAK, _MARKS.sub("", rtf)))
    notes: list[str] = []
    addresses: list[str] = []
    rtf = "".join(_without_notes(rtf, notes))
    rtf = "".join(_with_links(rtf, addresses))
    return rtf.replace("\\fldinst", "\\fldtype"), addresses, notes  # striprtf looks for addresses with a pattern that never ends


def _with_fonts(rtf: str) -> str:
    """The RTF with its table of fonts, one on a line and only their alphabets: striprtf's pattern takes the cube of a line's length.

    Raises:
        ValueError: the table does not end.
    """
    found = _FONTS.search(rtf)
    if found is None:
        return rtf
    end = _closing(rtf, found.end(), _FONT_TABLE)
    if end is None:
        raise ValueError("its table of fonts does not end")
    fonts = "".join(f"\n{{\\f{m[1]}\\fcharset{m[2]} X;}}" for m in _FONT.finditer(rtf, found.end(), end))
    return rtf[: found.end()] + fonts + rtf[end:]


def _without_notes(rtf: str, notes: list[str]) -> Iterator[str]:
    at, head = 0, _CODEPAGE.search(rtf, 0, _LONG)
    page = head.group() if head else ""
    for found in _FOOTNOTE.finditer(rtf):
        if found.start() < at:
            continue
        end = _closing(rtf, found.end())
        if end is None:
            break  # damaged, or made to be looked through again and again
        yield rtf[at : found.start()] + NOTE
        notes.append(f"{{\\rtf1\\ansi{page} {_MARKS.sub(' ', rtf[found.end() : end])}}}")
        at = end + 1
    yield rtf[at:]


def _with_links(rtf: str, addresses: list[str]) -> Iterator[str]:
    at = 0
    for found in _ADDRESS.finditer(rtf):
        result = _RESULT.search(rtf, found.end(), found.end() + _NEAR)
        if result is None or result.start() < at:
            continue
        end = _closing(rtf, result.end())
        if end is None:
            break
        yield f"{rtf[at : result.start()]}\\fldrslt {LINK}{rtf[result.end() : end]}{END}"
        addresses.append(found[1])
        at = end
    yield rtf[at:]


def _closing(rtf: str, start: int, within: int = _LONG) -> int | None:
    """Where the group that ``start`` lies in ends; None where that is too far."""
    depth = 0
    for found in _BRACE.finditer(rtf, start, start + within):
        if found.group() == "{":
            depth += 1
        elif found.group() == "}":
            if depth == 0:
                return found.start()
            depth -= 1
    return None
