"""Sources named by a common noun: "the ministry", "the company", "his office", "the 34-year-old", "a study".

Finds the full name where the article has one, shows two where two fit, else keeps the literal words. Never guesses a name.
"""

from __future__ import annotations

from typing import Protocol

from factcheck.attribution.names import Entity, Register, bare, clean
from factcheck.attribution.page import Page
from factcheck.attribution.who import Who, one_or_both
from factcheck.model.light import dataclass

DEFINITE = frozenset(("the", "that", "this", "his", "her", "its", "their"))
ABSTRACT = ("ment", "tion", "sion", "ness", "ism", "ship", "hood", "ings")
"""Endings of nouns for what is no person (Quirk et al. 1985, I.31-39)."""
_COURT = frozenset(("court", "jury", "jurors"))
_FAR = 4000  # tokens a short form looks back


class Back(Protocol):
    """What a common noun asks of the words before it."""

    page: Page
    register: Register

    def spoken(self, at: int, kinds: tuple[str, ...]) -> Who | None:
        """The last one of some kinds who spoke before a token."""

    def owner(self, at: int, word: str) -> Who | None:
        """Whom a possessive pronoun stands for."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase with a common noun as its head, as tokens."""

    first: int
    last: int
    head: int
    words: tuple[str, ...]
    roles: frozenset[str]


def common(back: Back, p: Phrase) -> Who:
    """The source that a common noun names."""
    page = back.page
    lower = bare(page.lower[p.head])
    definite = page.lower[p.first] in DEFINITE or page.tags[p.first] in "NSG"
    literal = clean(page, p.first + (page.lower[p.first] in ("the",)), p.last)
    kind = page.nouns.kind(lower)
    core = tuple(bare(page.lower[i]) for i in range(p.first, p.last) if page.tags[i] not in "DG")
    if lower in page.nouns.printed and page.tags[p.head] == "n" and not _outlet_named(back, p):
        return Who(literal, "document", p.roles, (*p.words[:-1], "document"))
    if lower in page.nouns.outlets or " ".join(core) in page.nouns.outlet_phrases:
        return Who(literal, "media", p.roles, p.words)
    if kind == "body":
        return _body(back, p, lower, core, literal)
    if lower in page.nouns.states:
        return Who(literal, "state", p.roles, p.words)
    if kind == "document":
        return Who(literal, "document", p.roles, p.words)
    if kind == "person":
        return _person(back, p, lower, core, literal, definite)
    told = _described(back, p, lower, core)
    if told is not None:
        return told
    if page.tags[p.head] == "N" and (p.last - p.first > 1 or not lower.endswith(ABSTRACT)):
        return Who(literal, "body", p.roles, p.words)
    return Who(literal, "vague" if p.words and p.words[-1] in page.nouns.vague else "group", p.roles, p.words, definite=definite)


def hearing(who: Who) -> Who:
    """What is heard in court is the word of nobody named: the hearing is the source, as a record is."""
    *before, last = [word for word in who.name.split() if word.lower() not in ("a", "the")] or [who.name]
    name = who.name if last.lower() not in _COURT else f"{who.name} hearing" if before else "court hearing"
    return Who(name, "document", frozenset(), ("hearing",))


def _outlet_named(back: Back, p: Phrase) -> bool:
    """Whether "the paper" is a newspaper: the article names an outlet before, and no publisher follows the word."""
    page = back.page
    after = page.lower[p.last : p.last + 1]
    if page.lower[p.first] in ("a", "an") or after in (["published"], ["by"], ["in"]) or p.last > p.head + 1:
        return False
    return page.lower[p.first] == "this" or bool(back.register.before(p.first, ("media",), _FAR))


def _body(back: Back, p: Phrase, lower: str, core: tuple[str, ...], literal: str) -> Who:
    page = back.page
    kind = "media" if page.nouns.body.get(lower) == "media" else "state" if lower in page.nouns.states else "body"
    if page.tags[p.first] == "G" and len(core) == 1:
        owned = _owned(back, p, kind)
        if owned is not None:
            return owned
    longer = back.register.body_with(core, p.first) if page.lower[p.first] == "the" and kind != "state" else []
    if not longer and len(core) == 1 and lower == "agency":
        longer = back.register.before(p.first, ("media",), 400) or back.register.before(p.first, ("body",), 400)
    if longer:
        second = longer[1] if len(longer) > 1 else None
        if second is not None and len(core) == 1 and set(second.words).isdisjoint(set(longer[0].words) - set(core)):
            return one_or_both(longer, literal, p.words) or Who(literal, kind, p.roles, p.words)
        return Who(longer[0].name, longer[0].kind, p.roles, p.words + longer[0].words)
    if page.lower[p.first] == "the" and len(core) == 1 and lower in page.nouns.short:
        one = one_or_both(_companies(back, p.first), literal, p.words) or back.spoken(p.first, ("body",))
        if one is not None and (one.ambiguity or not any(page.nouns.kind(w) in ("body", "document") for w in one.words[-1:])):
            return Who(one.name, one.kind, one.roles, p.words, one.ambiguity)  # "Quayside said …. The company …"
    return Who(literal, kind, p.roles, p.words)


def _companies(back: Back, at: int) -> list[Entity]:
    """The companies of the article before a token: bodies with a company's last word."""
    nouns = back.page.nouns
    found = back.register.before(at, ("body",), _FAR)
    return [e for e in found if e.words[-1] in nouns.trade or e.words[-1] in nouns.short]


def _owned(back: Back, p: Phrase, kind: str) -> Who | None:
    """``his office``: whose it is, where the article tells."""
    page = back.page
    owner = back.owner(p.first, page.lower[p.first])
    if owner is None or owner.name == page.words[p.first]:
        return None
    noun = clean(page, p.first + 1, p.last)
    name = owner.name
    shown = f"[{name[1:-2]}'s {noun}?]" if name.startswith("[") else f"{name}'s {noun}"
    return Who(shown, kind, p.roles, p.words, owner.ambiguity)


def _person(back: Back, p: Phrase, lower: str, core: tuple[str, ...], literal: str, definite: bool) -> Who:
    page = back.page
    plural = page.lower[p.head].endswith(("s", "men", "women", "people"))
    if page.lower[p.first] in ("the", "that") and len(core) <= 2 and page.nouns.role.get(lower) and not page.lower[p.head].endswith("s"):
        for entity in back.register.before(p.first, ("person",), 2000):
            if lower in entity.roles:
                return Who(entity.name, "person", frozenset(entity.roles), p.words)
    return Who(literal, "group" if plural else "role", p.roles, p.words, definite=definite)


def _described(back: Back, p: Phrase, lower: str, core: tuple[str, ...]) -> Who | None:
    """``the Italian``, ``the 34-year-old``: the person whom the article described by this word beside the name."""
    page = back.page
    if page.lower[p.first] != "the":
        return None
    aged = len(core) > 1 and core[0].isdigit() and core[-1] in ("year-old", "old")
    from_there = len(core) == 1 and page.tags[p.head] == "N" and lower.endswith(page.nouns.demonyms)
    if not aged and not from_there:
        return None
    found: list[Entity] = []
    for at, entity in back.register.beside(core[0], p.first):
        if entity.kind.startswith("person") and entity not in found and at < p.first:
            found.append(entity)
    return one_or_both(found, " ".join(page.words_of(p.first, p.last).split()), p.words)
