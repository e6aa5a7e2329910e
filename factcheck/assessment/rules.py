"""Rules as data: a row of a lexicon that asks for traits and says something where it finds them. Knows no words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from factcheck.assessment.traits import Traits
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context


@dataclass(frozen=True, slots=True)
class Rule:
    """One row.

    Args:
        any: it fires on the first of these traits that is there; () where ``all`` is enough.
        all: every one of these must be there.
        unless: none of these may be there.
        data: the rest of the row: code, text, weight, …
    """

    any: tuple[str, ...]
    all: tuple[str, ...]
    unless: frozenset[str]
    data: Mapping[str, Any]

    def fires(self, traits: Traits) -> str | None:
        """The trait on which it fires, "" where it asks for none, or None.

        >>> Rule(("a", "b"), (), frozenset(), {}).fires(Traits({"b": None}, ""))
        'b'
        """
        names = traits.found
        for name in self.all:
            if name not in names:
                return None
        if not self.unless.isdisjoint(names):
            return None
        if self.any:
            return next((name for name in self.any if name in names), None)
        return self.all[0] if self.all else ""


class Rules:
    """Rules in their order, found by the traits that a claim has: what no trait of it asks for is not looked at."""

    __slots__ = ("_always", "_by_trait", "rows")

    def __init__(self, rows: Iterable[Mapping[str, Any]]) -> None:
        self.rows = tuple(Rule(tuple(r.get("any", ())), tuple(r.get("all", ())), frozenset(r.get("unless", ())), r) for r in rows)
        self._by_trait: dict[str, list[int]] = {}
        self._always: list[int] = []
        for i, rule in enumerate(self.rows):
            for name in rule.any or rule.all[:1]:
                self._by_trait.setdefault(name, []).append(i)
            if not rule.any and not rule.all:
                self._always.append(i)

    def firing(self, traits: Traits) -> Iterator[tuple[Rule, str]]:
        """The rules that fire, in their order, each with the trait on which it fires."""
        found = set(self._always)
        for name in traits.found:
            found.update(self._by_trait.get(name, ()))
        for i in sorted(found):
            on = self.rows[i].fires(traits)
            if on is not None:
                yield self.rows[i], on

    def first_of_groups(self, traits: Traits) -> list[tuple[Rule, str]]:
        """The rules that fire, of each ``group`` the first."""
        out: dict[str, tuple[Rule, str]] = {}
        for rule, on in self.firing(traits):
            out.setdefault(rule.data["group"], (rule, on))
        return list(out.values())


def rules(ctx: Context, lexicon: str, key: str) -> Rules:
    """The rules under a key of a lexicon, made once."""
    return ctx.lexicons.once(f"assessment.rules.{lexicon}.{key}", lambda: Rules(ctx.lexicons[lexicon].get(key, ())))
