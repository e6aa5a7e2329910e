"""Parts that are not the article any more: lists of sources and related articles under a heading of their own."""

from __future__ import annotations

from dataclasses import replace

from factcheck.readers.paragraphs import Part
from factcheck.readers.triggers import containing, whole

_LONGEST = 30  # words: a longer part is running text again


def with_sections(text: str, parts: list[Part]) -> list[Part]:
    """Mark such a heading, and the short parts under it, as boilerplate."""
    done: list[Part] = []
    inside = False
    for part in parts:
        line = text[part.start : part.end] if part.end - part.start < 600 else ""
        if part.kind in ("", "headline", "boilerplate") and whole("section", "boilerplate").fullmatch(line):
            inside = True
            done.append(replace(part, kind="boilerplate"))
            continue
        inside = inside and part.kind in ("", "list_item", "quotation", "boilerplate") and _is_entry(line)
        done.append(replace(part, kind="boilerplate") if inside else part)
    return done


def _is_entry(line: str) -> bool:
    """A title, perhaps with its outlet and day; not a sentence that reports something."""
    if not line or len(line.split()) > _LONGEST:
        return False
    return not line.endswith(".") or not containing("report", "cues").search(line)
