"""Source type, grade of anonymity and directness of a resolved source. By the lexicons only; decides nothing about truth."""

from __future__ import annotations

from factcheck.attribution.page import Page
from factcheck.attribution.resolve import Who

_OWN = frozenset(["me", "us"])


def source_type(page: Page, who: Who) -> tuple[str, str | None]:
    """(source type, anonymity) of a source."""
    nouns = page.nouns
    if who.kind == "author":
        return "author", None
    if who.kind == "person":
        return _by_roles(page, who, "named_person"), None
    if who.kind in ("media", "document"):
        social = any(nouns.body.get(w) == "social" for w in who.words)
        return ("social_media" if social else who.kind), None
    if who.kind == "state":
        return "government", None
    if who.kind == "body":
        return body_type(page, who.words), None
    return _unnamed(page, who)


def body_type(page: Page, words: tuple[str, ...]) -> str:
    """The type of a body by the nouns of its name: military before government before organization."""
    if "news" in words:
        return "media"  # "the Norland News Agency"
    kinds = {page.nouns.body.get(part) for w in words for part in (w, *w.split("-"))}
    for kind in ("military", "government", "media"):
        if kind in kinds and not (
            kind == "government"
            and "organization" in kinds
            and words
            and page.nouns.body.get(words[-1]) == "organization"
            and "department" in words
        ):
            return kind
    return "organization"


def _by_roles(page: Page, who: Who, default: str) -> str:
    kinds = {page.nouns.role.get(r) for r in who.roles}
    for kind in ("official", "military", "expert", "media", "witness"):
        if kind in kinds:
            return kind
    return default


def _unnamed(page: Page, who: Who) -> tuple[str, str | None]:
    nouns, words = page.nouns, who.words
    plain = [w for w in words if w not in ("the", "a", "an", "of")]
    grade = "vague" if not plain or plain[-1] in nouns.vague or who.kind == "vague" else "bare" if len(plain) <= 2 else "described"
    if any(nouns.role.get(w) == "anonymous" for w in words):
        return "anonymous", "described" if len(plain) > 1 else "bare"
    if grade == "vague":
        return "anonymous", "vague"
    kind = _by_roles(page, who, "anonymous")
    if kind in ("expert", "witness"):
        return kind, grade
    if who.kind == "role" and who.definite and kind in ("official", "military"):
        return kind, None  # "the mayor": unnamed, but there is only one
    if who.kind == "group" and kind in ("official", "military"):
        if any(nouns.body.get(w) == "military" or w == "military" for w in words):
            return "military", grade
        return "official", grade
    return "anonymous", grade


def directness(page: Page, who: Who, frame: list[str], addressee: list[str], via: tuple[str, ...], kind: str) -> str:
    """How the words came: to this outlet, by statement, by another outlet, from a document.

    Args:
        frame: folded words of the frame.
        addressee: folded words of the receiver.
        via: outlets that brought the words.
    """
    if kind == "document":
        return "document"
    if via:
        return "other_outlet"
    if _OWN & set(addressee):
        return "own_interview"
    if page.cues.words["statement"] & {*frame, *addressee}:
        return "statement"
    return "unknown"
