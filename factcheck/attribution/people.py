"""What a noun phrase names: a person, a body, a document, an outlet, nobody. By the lexicons roles, bodies and outlets only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from factcheck.language.inflect import plural

ROLE_KEYS = ("official", "military", "expert", "witness", "media", "anonymous", "person")
BODY_KEYS = ("government", "military", "organization", "media", "document", "social")
_PERSON_ENDINGS = ("man", "woman", "men", "women", "ists", "ist", "crats", "person", "persons")


class Nouns:
    """Role and body nouns with their plurals, each with its kind."""

    def __init__(self, roles: Mapping[str, Any], bodies: Mapping[str, Any], outlets: Mapping[str, Any], given: Iterable[str] = ()) -> None:
        self.role: dict[str, str] = _kinds(roles, reversed(ROLE_KEYS))
        self.body: dict[str, str] = _kinds(bodies, reversed(BODY_KEYS))
        self.states = frozenset(bodies.get("states", "").split())
        self.titles = frozenset(roles["titles"].split())
        self.vague = frozenset(roles["vague"].split())
        self.given = frozenset(name.lower() for name in given)
        self.trade = frozenset(bodies.get("trade", "").split())
        self.short = frozenset(bodies.get("short", "").split())
        self.named = frozenset(word for word, kind in self.body.items() if kind in ("organization", "media") and word not in self.role)
        self.demonyms = tuple(roles.get("demonyms", "").split())
        self.printed = frozenset(bodies.get("printed", "").split())
        self.male, self.female = (frozenset(roles.get(key, "").split()) for key in ("male", "female"))
        self.outlets = frozenset(outlets["names"].split())
        self.outlet_phrases = tuple(outlets["phrases"])

    def kind(self, head: str) -> str:
        """person, body, document or "" for a noun in lower case.

        Names are not asked here: a capitalised head is a name.
        """
        if head in self.role or head.endswith(_PERSON_ENDINGS):
            return "person"
        body = self.body.get(head, "")
        if body == "document" or body == "social":
            return "document"
        return "body" if body or head in self.outlets or head in self.states else ""


def _kinds(table: Mapping[str, Any], keys: Iterable[str]) -> dict[str, str]:
    kinds: dict[str, str] = {}
    for key in keys:
        for word in table.get(key, "").split():
            kinds[word] = key
            kinds[plural(word)] = key
    return kinds
