"""Reads Word documents: tracked changes as accepted, footnotes and comments as the author's sources, headings, lists, tables, links.

mammoth reads the document; what was deleted in it under tracking is left out and told. Never runs a macro, never follows a link.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from factcheck.model.article import Article
from factcheck.model.errors import FactcheckError
from factcheck.plugin import hookimpl
from factcheck.plugin.records import Reader, Source
from factcheck.readers.assemble import assemble, refuse_many, where
from factcheck.readers.container import Container
from factcheck.readers.page import Page, told_deletions
from factcheck.readers.tree import write
from factcheck.readers.wordxml import readable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DC = "{http://purl.org/dc/elements/1.1/}"
STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2.standfirst:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Intense Quote'] => blockquote:fresh
p[style-name='caption'] => figcaption:fresh
p[style-name='Caption'] => figcaption:fresh
comment-reference => sup
"""
_NOTES = {"footnote": "footnote", "endnote": "footnote", "comment": "comment"}


def read(source: Source, settings: Mapping[str, Any]) -> Article:
    """An article from a Word document (.docx, .docm).

    Args:
        source: the file's name and bytes.
        settings: none are read.
    Raises:
        FactcheckError: it is no Word document, damaged, protected or empty.
    """
    name = where(source)
    container = Container(source.data, name, "Word document")
    document = container.xml("word/document.xml")
    if document is None:
        raise FactcheckError("is no Word document: it has no word/document.xml", name, "save it as .docx")
    refuse_many(sum(p.find(f".//{W}t") is not None for p in document.iter(f"{W}p")), name)
    for part in container.zip.namelist():  # mammoth parses these itself: nothing with an entity may reach it
        if part.endswith((".xml", ".rels")):
            container.xml(part)
    root = _html(readable(container, source.data), name)
    page = Page()
    notes = _take_notes(root)
    whole = write(root, page, notes)
    told = [n for n in (_deletions(document), None if whole else "Tables nested too deeply were left out.") if n]
    properties = container.xml("docProps/core.xml")
    return assemble(
        source,
        page.text(),
        _standfirst(page, root),
        notes=told,
        links=page.links,
        author=_property(properties, "creator"),
        heading=_property(properties, "title"),
        language=(_property(properties, "language") or "en")[:2].lower(),
    )


def _html(data: bytes, name: str) -> Any:
    import mammoth  # late: 0.15 s
    from lxml import html

    try:
        made = mammoth.convert_to_html(
            io.BytesIO(data), style_map=STYLES, convert_image=mammoth.images.img_element(lambda image: {"src": ""}), id_prefix=""
        )
    except Exception as error:  # noqa: BLE001 - whatever the library trips over in a damaged file
        raise FactcheckError(f"cannot be read as a Word document: {error}", name, "open it and save it again") from None
    return html.fragment_fromstring(made.value, create_parent="div")


def _take_notes(root: Any) -> dict[str, tuple[str, str]]:
    """Takes the notes' own text out of the tree: by the anchor of their mark, (kind, words)."""
    notes: dict[str, tuple[str, str]] = {}
    for element in [e for e in root.iter("li", "dt") if e.get("id", "").split("-")[0] in _NOTES]:
        anchor = element.get("id")
        body = element.getnext() if element.tag == "dt" else element
        if body is None:
            continue
        for back in [a for a in body.iter("a") if (a.get("href") or "").startswith("#")]:
            back.text = ""
        words = " ".join(" ".join(body.itertext()).split())
        notes[f"#{anchor}"] = (_NOTES[anchor.split("-")[0]], words)
        for gone in {body, element}:
            gone.getparent().remove(gone)
    return notes


def _standfirst(page: Page, root: Any) -> list[Any]:
    """The page's parts; what Word calls the subtitle is the standfirst."""
    from dataclasses import replace

    subtitles = {" ".join("".join(e.itertext()).split()) for e in root.iter("h2") if e.get("class") == "standfirst"}
    text = page.text()
    return [
        replace(p, kind="standfirst") if p.kind == "headline" and " ".join(text[p.start : p.end].split()) in subtitles else p
        for p in page.parts
    ]


def _deletions(document: Any) -> str | None:
    """What tracking marks as deleted, told in one sentence."""
    return told_deletions("".join(t.text or "" for t in d.iter(f"{W}delText")) for d in document.iter(f"{W}del"))


def _property(properties: Any, name: str) -> str | None:
    found = properties.findtext(f"{DC}{name}") if properties is not None else None
    return str(found).strip() if found else None


@hookimpl
def register_readers() -> list[Reader]:
    """Word documents."""
    return [Reader(id="docx", title="Word document", suffixes=(".docx", ".docm"), read=read, source="ECMA-376 (Office Open XML); mammoth")]
