"""Line breaks inside a paragraph of plain text become spaces, one character for one: offsets stay those of the file.

Never touches a line break between two blocks, and never joins rows of a table, list items or verse that the file keeps apart.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.readers.paragraphs import Part


def unwrapped(text: str, parts: Iterable[Part]) -> str:
    """The text with a space for each line break inside a part.

    Args:
        text: with ``\\n`` line ends.
        parts: its blocks, in order.

    >>> unwrapped("The dam\\nburst.\\n\\nNobody fled.", [Part(0, 14), Part(16, 28)])
    'The dam burst.\\n\\nNobody fled.'
    """
    out: list[str] = []
    at = 0
    for part in parts:
        out += (text[at : part.start], text[part.start : part.end].replace("\n", " "))
        at = part.end
    out.append(text[at:])
    return "".join(out)
