"""The head of a noun phrase on the tag string. Never looks at words."""

from __future__ import annotations


def head_token(tags: str, first: int, last: int) -> int:
    """The head of a noun phrase: its last noun before the first preposition, comma or bracket."""
    head = first
    for i in range(first, last):
        if tags[i] in "P,(HR" and i > first:
            break
        if tags[i] in "nNSMg":
            head = i
    return head
