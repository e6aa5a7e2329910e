"""Takes out of RTF what tracking marks as deleted, and puts the words of text boxes behind their paragraph. Makes no text.

Each look ahead has its limit: what is damaged, or made to be looked through again and again, stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model.patterns import compiled

LONG = 20_000  # characters of a link's words, of a footnote or of a deletion, with all that sets them
_SHAPE_LONG = 60_000  # characters of a shape: its settings, and its picture for older programs
_BRACE = compiled(r"\\.|[{}]", re.DOTALL)
_DELETED = compiled(r"(?<!\\)\\deleted(?![a-z\d])")
_DELETED_TO = compiled(r"\\(?:deleted0|plain)(?![a-z\d])|\\.|[{}]", re.DOTALL)
_NEXT_DELETED = compiled(r"\}\s*\\par(?![a-z])[^{}]{0,2000}\{(?=\\deleted(?![a-z\d]))")
_SHAPE_OR_PAR = compiled(r"(?<!\\)(?:\{\\shp|\\par)(?![a-z])")
_BOX = compiled(r"\{\\shptxt(?![a-z]) ?")


def without_deletions(rtf: str) -> tuple[str, list[str]]:
    """The RTF with tracked changes accepted, and the RTF of what was deleted, in order.

    A break of paragraphs between two deletions is deleted with them.

    >>> without_deletions(r"{The dam has {\\deleted\\revauthdel1 seven}{\\revised nine} gates.}")
    ('{The dam has {}{\\\\revised nine} gates.}', ['\\\\revauthdel1 seven'])
    """
    gone: list[str] = []
    kept: list[str] = []
    at = 0
    for found in _DELETED.finditer(rtf):
        if found.start() < at:
            continue
        end = _deleted_to(rtf, found.end())
        if end is None:
            break
        kept.append(rtf[at : found.start()])
        gone.append(rtf[found.end() : end])
        again = _NEXT_DELETED.match(rtf, end)
        at = again.end() if again else end
        if again:
            kept.append("}{")
    return "".join((*kept, rtf[at:])), gone


def _deleted_to(rtf: str, start: int) -> int | None:
    """Where a deletion ends: with its group, or where its setting is taken back."""
    depth = 0
    for found in _DELETED_TO.finditer(rtf, start, start + LONG):
        if found.group() == "{":
            depth += 1
        elif depth == 0 and (found.group() == "}" or len(found.group()) > 2):
            return found.start()
        elif found.group() == "}":
            depth -= 1
    return None


def with_boxes(rtf: str) -> str:
    """The RTF without its shapes, and with the words of each as paragraphs of their own behind the paragraph that it hangs on.

    >>> with_boxes(r"{{\\shp{\\*\\shpinst{\\shptxt In the box.}}}Beside it.\\par Next.}")
    '{Beside it.\\\\par {In the box.}\\\\par  Next.}'
    """
    return "".join(_boxes_moved(rtf))


def _boxes_moved(rtf: str) -> Iterator[str]:
    at, waiting = 0, ""
    for found in _SHAPE_OR_PAR.finditer(rtf):
        if found.start() < at:
            continue
        if found.group() == r"\par":
            if waiting:
                yield f"{rtf[at : found.end()]} {waiting}"
                at, waiting = found.end(), ""
            continue
        end = closing(rtf, found.end(), _SHAPE_LONG)
        if end is None:
            break
        box = _BOX.search(rtf, found.end(), end)
        stop = closing(rtf, box.end(), _SHAPE_LONG) if box else None
        if box and stop:
            waiting += f"{{{rtf[box.end() : stop]}}}\\par "
        yield rtf[at : found.start()]
        at = end + 1
    last = rtf.rfind("}", at) if waiting else -1
    yield f"{rtf[at:last]}\\par {waiting}{rtf[last:]}" if last >= 0 else rtf[at:]


def closing(rtf: str, start: int, within: int = LONG) -> int | None:
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
