"""Who a source is once it is resolved. A working record, not part of the contract."""

from __future__ import annotations

from factcheck.attribution.names import Entity
from factcheck.model.light import dataclass


@dataclass(frozen=True, slots=True)
class Who:
    """A resolved source.

    Args:
        name: full name without title, or the literal words.
        kind: person, body, media, document, state, group, role, vague or author.
        roles: role nouns known of a person.
        words: folded words of the literal phrase.
        ambiguity: why it is not sure, or None.
        definite: whether the phrase was definite, a pronoun or a name.
        pronoun: "he" or "she" where the article's nouns and titles tell.
    """

    name: str
    kind: str
    roles: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    ambiguity: str | None = None
    definite: bool = True
    pronoun: str = ""


def from_entity(e: Entity, ambiguity: str | None = None, other: str | None = None) -> Who:
    """The source that an entity of the article is; ``other`` where it may be somebody else."""
    kind = "person" if e.kind.startswith("person") else e.kind
    name = f"[{e.name}; or {other}?]" if other else e.name
    return Who(name, kind, frozenset(e.roles), e.words, ambiguity)


def one_or_both(found: list[Entity], literal: str, words: tuple[str, ...]) -> Who | None:
    """The only entity that a short form fits, or the two latest with the doubt in words; None where there is none."""
    if not found:
        return None
    if len(found) == 1:
        who = from_entity(found[0])
        return Who(who.name, who.kind, who.roles, words + who.words)
    first, second = found[:2]
    kind = "person" if first.kind.startswith("person") else first.kind
    doubt = f"“{literal}” may be {first.name} or {second.name}"
    return Who(f"[{first.name}; or {second.name}?]", kind, frozenset(first.roles), words, doubt)
