"""A claim: one assertion on one row, a verbatim span of the article without its attribution frame."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from typing import Any

from factcheck.model.attribution import Attribution
from factcheck.model.claim_parts import Detail, Flag, OfferedSource, ReadWith, Verifiability
from factcheck.model.codec import doc, extra
from factcheck.model.light import dataclass


@dataclass(frozen=True, slots=True)
class Claim:
    """One row of the checklist, machine side. ``text == article.text[start:end]``, always."""

    id: str = doc("C001; for ever")
    fingerprint: str = doc("12 hex digits of SHA-256 of the case-folded, space-collapsed claim")
    text: str = doc("the verbatim claim")
    start: int = doc("offset of the first character")
    end: int = doc("offset after the last character")
    sentence: int = doc("number of its sentence")
    block: int = doc("number of its block")
    by: str = doc("provider:record", "")
    kind: str = doc("main kind of the vocabulary", "event")
    kinds: tuple[str, ...] = doc("all kinds, the main one first", ("event",))
    reading: str | None = doc("the claim with pronouns and elided subjects filled in brackets, where sure", None)
    ambiguity: str | None = doc("what is not sure about the reading or the source, in words", None)
    repeats: str | None = doc("id of the group of claims that state the same fact in every detail: R01", None)
    details: tuple[Detail, ...] = doc("what is ticked off by itself, inside the claim", ())
    attribution: Attribution | None = doc("null is the article's own voice", None)
    further_attributions: tuple[Attribution, ...] = doc("other sources of the same words", ())
    offered_sources: tuple[OfferedSource, ...] = doc("links, footnotes and comments of the draft at these words", ())
    verifiability: Verifiability = doc("level, priority, routes", Verifiability())
    flags: tuple[Flag, ...] = doc("things to look at", ())
    cells: Mapping[str, str] = doc("values of machine columns that plugins add, by column id", {})
    contradictions: tuple[str, ...] = doc("ids of contradictions this claim is part of", ())
    read_with: tuple[ReadWith, ...] = doc(
        "at most three claims to be read together with it, the most telling first; none of them speaks against it", (), optional=True
    )
    extra: Mapping[str, Any] = extra()


def fingerprint(text: str) -> str:
    """12 hex digits that stay the same when only case and spaces change.

    >>> fingerprint("The  Mayor\\nspoke") == fingerprint("the mayor spoke")
    True
    """
    folded = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()[:12]
