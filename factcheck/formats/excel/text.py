"""Text on its way into a cell and out of it. Nothing becomes a formula, nothing is refused, nothing disappears unseen.

Sources: ECMA-376 part 1, 22.9.2.19 (ST_Xstring: ``_xHHHH_`` stands for a character); Excel specifications and limits (32,767
characters in a cell, counted as UTF-16).
"""

from __future__ import annotations

import re

from factcheck.model.patterns import compiled

LIMIT = 32_767
CUT = " … [cut here; the whole text is kept in the file]"

_REFUSED = compiled("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = compiled(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = compiled(r"_x(00[01][0-9A-F]|005F|FFF[EF])_", re.IGNORECASE)
"""Only what programs do escape; LibreOffice writes other text that looks like an escape as it is."""


def visible(text: str) -> str:
    """Text as a cell can hold it: line ends as ``\\n``, control characters as their pictures, broken characters as U+FFFD.

    >>> visible("a\\x07b")
    'a␇b'
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _REFUSED.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else "\ufffd"


def clip(text: str) -> str:
    """Text cut to what a cell holds, and saying so."""
    if len(text) * 2 <= LIMIT or len(text.encode("utf-16-le", "surrogatepass")) // 2 <= LIMIT:
        return text
    room = (LIMIT - len(CUT)) * 2
    return text.encode("utf-16-le", "surrogatepass")[:room].decode("utf-16-le", "ignore") + CUT


def shown(text: str) -> str:
    """Text as people see it in a cell."""
    return clip(visible(text))


def escape(text: str) -> str:
    """Shown text as it is written: what looks like an escape is escaped.

    >>> escape("_x0041_")
    '_x005F_x0041_'
    """
    return _ESCAPE.sub("_x005F_", text) if "_x" in text else text


def unescape(text: str) -> str:
    """Written text as it is shown, its line ends as ``\\n``.

    >>> unescape("_x005F_x0041_ a_x000D_")
    '_x0041_ a\\n'
    """
    if "_x" in text:
        text = _ESCAPED.sub(lambda m: chr(int(m[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
