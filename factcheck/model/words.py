"""Text that came by a command line or as a file's name. Knows nothing of consoles."""

from __future__ import annotations

import os


def shown(name: str) -> str:
    """A file's name as it may stand in a worksheet: what is no UTF-8 as U+FFFD.

    >>> shown("caf\\udce9")
    'caf�'
    """
    return decoded(name).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def decoded(given: str) -> str:
    """What a person typed, where the system took UTF-8 for something narrower (``LC_ALL=C``); anything else as it is.

    >>> decoded("za\\udcc5\\udcbc\\udcc3\\udcb3\\udcc5\\udc82\\udcc4\\udc87")
    'zażółć'
    >>> decoded("Łódź")
    'Łódź'
    """
    try:
        return os.fsencode(given).decode("utf-8") if not given.isascii() else given
    except UnicodeError:  # it did not come through the system's encoding, or was no UTF-8
        return given
