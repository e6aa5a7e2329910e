"""Brings what mammoth passes over in Word's XML into a shape that it reads: words of fields, formulas, ruby, text boxes of newer drawings.

Changes a copy of the document in memory; never adds a word, never writes a file.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

from factcheck.readers.container import Container

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_BOX = f"{W}txbxContent"
_WORDS = (b"fldSimple", b"oMath", b"ruby", b"txbxContent")
"""What a part holds if there is something to change."""
_DEEPEST = 400  # elements inside elements


def readable(container: Container, data: bytes) -> bytes:
    """The document as mammoth can read it: the same bytes where nothing has to be changed.

    Args:
        container: the document, opened; its parts are parsed by it, without entities.
        data: its bytes.
    """
    changed: dict[str, bytes] = {}
    for name in container.zip.namelist():
        if name.startswith("word/") and name.endswith(".xml"):
            body = container.read(name) or b""
            if any(word in body for word in _WORDS):
                root = container.xml(name)
                if _change(root):
                    changed[name] = _written(root)
    if not changed:
        return data
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in dict.fromkeys(container.zip.namelist()):
            made.writestr(name, changed[name] if name in changed else container.read(name) or b"")
    return out.getvalue()


def _written(root: Any) -> bytes:
    from xml.etree.ElementTree import tostring

    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _change(root: Any) -> bool:
    """Whether anything was changed in a tree; what lies too deep for any reader stays as it is."""
    some = False
    waiting = [(root, 0)]
    while waiting:
        parent, depth = waiting.pop()
        kept, left = [], list(reversed(parent))
        changed = False
        while left:
            element = left.pop()
            made = _made(element)
            if made is None:
                kept.append(element)
            else:
                left += reversed(made)  # looked at again: one may stand in another
                changed = True
        if changed:
            parent[:] = kept
            some = True
        if depth < _DEEPEST:
            waiting += [(e, depth + 1) for e in kept]
    return some


def _made(element: Any) -> list[Any] | None:
    """What stands for an element, or None where it stays."""
    shape = _SHAPES.get(element.tag)
    return list(shape(element)) if shape is not None else None


def _formula(element: Any) -> Iterator[Any]:
    """The letters and figures of a formula as one run, each part of it once."""
    words = "".join(t.text or "" for t in element.iter(f"{M}t"))
    if words:
        run = element.makeelement(f"{W}r", {})
        text = run.makeelement(f"{W}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
        text.text = words
        run.append(text)
        yield run


def _base(element: Any) -> Iterator[Any]:
    base = element.find(f"{W}rubyBase")
    for run in base if base is not None else ():
        yield from (e for e in run if e.tag != f"{W}rPr")


def _drawing(element: Any) -> Iterator[Any]:
    """Text boxes of a drawing as the older kind of picture."""
    boxes = _outer(element)
    if boxes:
        picture = element.makeelement(f"{W}pict", {})
        picture.extend(boxes)
        yield picture
    else:
        element.tag = f"{W}drawing-without-words"  # looked at once
        yield element


def _outer(element: Any) -> list[Any]:
    """The text boxes in an element, but not those in them."""
    found, waiting = [], list(reversed(element))
    while waiting:
        inner = waiting.pop()
        if inner.tag == _BOX:
            found.append(inner)
        elif inner.tag == f"{MC}AlternateContent":
            waiting += reversed([e for e in inner if e.tag == f"{MC}Choice"] or list(inner))
        else:
            waiting += reversed(inner)
    return found


def _alternative(element: Any) -> Iterator[Any]:
    """The older way where it has all the words, else the newer one."""
    older = next((e for e in element if e.tag == f"{MC}Fallback"), None)
    newer = next((e for e in element if e.tag == f"{MC}Choice"), None)
    chosen = newer if newer is not None and (older is None or len(_outer(newer)) > len(_outer(older))) else older
    yield from chosen if chosen is not None else ()


_SHAPES: dict[str, Callable[[Any], Iterator[Any]]] = {
    f"{W}fldSimple": iter,
    f"{M}oMathPara": _formula,
    f"{M}oMath": _formula,
    f"{W}ruby": _base,
    f"{W}drawing": _drawing,
    f"{MC}AlternateContent": _alternative,
}
