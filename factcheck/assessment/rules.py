"""Rules as data: a row of a lexicon that asks for traits and says something where it finds them. Knows no words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from factcheck.assessment.traits import Traits
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
        """The trait on which it fires, or None.

        >>> Rule(("a", "b"), (), frozenset(), {}).fires(Traits({"b": None}, ""))
        'b'
        """
        names = traits.names
        if not self.unless.isdisjoint(names):
            return None
        if any(name not in names for name in self.all):
            return None
        if self.any:
            return next((name for name in self.any if name in names), None)
        return self.all[0] if self.all else ""


def make_rules(rows: Iterable[Mapping[str, Any]]) -> tuple[Rule, ...]:
    """Rules from the rows of a lexicon, in their order."""
    return tuple(Rule(tuple(r.get("any", ())), tuple(r.get("all", ())), frozenset(r.get("unless", ())), r) for r in rows)


def rules(ctx: Context, lexicon: str, key: str) -> tuple[Rule, ...]:
    """The rules under a key of a lexicon, made once for each article."""
    return ctx.once(f"assessment.rules.{lexicon}.{key}", lambda: make_rules(ctx.lexicons[lexicon].get(key, ())))


def fired(rows: Iterable[Rule], seen: Traits) -> list[tuple[Rule, str]]:
    """The rules that fire with the trait on which they fire; of each group the first."""
    out: list[tuple[Rule, str]] = []
    done: set[str] = set()
    for rule in rows:
        group = rule.data["group"]
        if group in done:
            continue
        on = rule.fires(seen)
        if on is not None:
            done.add(group)
            out.append((rule, on))
    return out
