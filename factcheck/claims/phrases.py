"""Finds words and phrases of a lexicon list in a text: one compiled pattern a list. Never knows what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable


def phrase_pattern(phrases: Iterable[str], anchor: str = "") -> re.Pattern[str]:
    """A pattern for whole words and phrases in lower-case text; "*" at the end of a phrase stands for any ending.

    Args:
        phrases: as in a lexicon; none of them makes a pattern that never fires.
        anchor: "start" for the beginning of the text, "whole" for the whole of it.

    >>> bool(phrase_pattern(["plan*"]).search("they planned it"))
    True
    """
    escaped = [re.escape(p[:-1]) + r"\w*" if p.endswith("*") else re.escape(p) for p in sorted(set(phrases), key=lambda p: (-len(p), p))]
    body = "|".join(escaped) or r"(?!)"
    if anchor == "whole":
        return re.compile(rf"(?:{body})\W*\Z")
    return re.compile((r"\A\W*" if anchor == "start" else r"(?<!\w)") + rf"(?:{body})(?!\w)")
