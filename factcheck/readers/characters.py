"""Text as offsets count it: one way to end a line, nothing invisible that could break a file. Never strips or folds anything."""

from __future__ import annotations

from factcheck.model.patterns import compiled

_LINE_END = compiled("\r\n?")
_UNSHOWN = compiled("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def normalised(text: str) -> str:
    """The text with its byte order mark dropped, line ends as ``\\n``, and control characters and lone surrogates as U+FFFD.

    >>> normalised("\\ufeffa\\r\\nb\\0")
    'a\\nb�'
    """
    return _UNSHOWN.sub("\ufffd", _LINE_END.sub("\n", text.removeprefix("\ufeff")))
