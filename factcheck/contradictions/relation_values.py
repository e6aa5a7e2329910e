"""What the value of a relation is: its name, its country, its second half, and whether it tells anything. Reads no relation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.contradictions.entities import possessive
from factcheck.contradictions.keys import Line, stemmer
from factcheck.contradictions.things import Thing, aliases, phrase_after
from factcheck.plugin.context import Context

_LETTERS, _MEASURE = 4, 3
_PARTITIVE = frozenset({"pair", "piec", "block", "slab", "sheet", "lump"})


def row_of(relation: str, ctx: Context) -> Mapping[str, Any]:
    """The lexicon's entry of a relation; one with verbs stands for many."""
    row: Mapping[str, Any] = ctx.lexicons["links"]["relation"][relation.partition(":")[0]]
    return row


def tells_nothing(relation: str, thing: Thing | None, value: Thing, ctx: Context) -> bool:
    """Whether a relation says nothing that can be compared: a pronoun, "a man", another kind of thing than it is limited to."""
    lexicon = ctx.lexicons["links"]
    if ctx.tokens.lower[value.first].endswith("ing") and value.first < value.last:
        return True  # "aimed at stirring fear"
    if value.head in lexicon["no_value"] or ctx.tokens.lower[value.last] in lexicon["pronouns"]:
        return True
    if thing is not None and (thing.head in lexicon["pronouns"] or not thing.definite or thing.head == value.head):
        return True
    row = row_of(relation, ctx)
    if thing is not None and "of" in row and thing.head not in _stems(relation, "of", ctx):
        return True
    if "kinds" in row and not ({value.head} if value.head not in _PARTITIVE else value.limits) & _stems(relation, "kinds", ctx):
        return True
    if not row.get("named", False):
        return False
    return not names_in(value, ctx) or (_wide(value, ctx) and not row.get("countries", False))


def country_of(stem: str, ctx: Context) -> str:
    """The country of an adjective: "liberian" is "liberia"; any other word as it is."""

    def make() -> dict[str, str]:
        known = ctx.lexicons["places"]["demonyms"]
        return {stemmer(ctx)(w.lower()): stemmer(ctx)(c.split()[-1].lower()) for w, c in known.items() if c}

    return ctx.once("contradictions.links.adjectives", make).get(stem, stem)


def _stems(relation: str, key: str, ctx: Context) -> frozenset[str]:
    """The nouns to which a relation is limited."""
    row = row_of(relation, ctx)

    def make() -> frozenset[str]:
        known = aliases(ctx)
        return frozenset(known.get(s, s) for w in row[key] for s in [stemmer(ctx)(w)])

    return ctx.once(f"contradictions.link.{relation}.{key}", make)


def names_in(value: Thing, ctx: Context) -> frozenset[str]:
    """The stems of a value's name: "the market town of Wick" is Wick, "a farm near Wick" is not."""
    lower = ctx.tokens.lower
    own = range(value.first, value.last + 1)
    first = next((j for j in own if ctx.tokens.words[j][0].isupper()), None)
    if first is None or any(lower[j] in ctx.lexicons["links"]["beside"] for j in own):
        return frozenset()
    if (
        first > value.first
        and lower[first - 1] not in ctx.lexicons["links"]["before_name"]
        and lower[first - 1] not in ctx.lexicons["places"]["nouns"]
    ):
        return frozenset()
    names = frozenset(stemmer(ctx)(lower[j]) for j in own if ctx.tokens.words[j][0].isupper())
    kinds = _kinds(ctx)
    names = names - kinds or names  # "the University of Halden": another university has another name
    short = all(len(ctx.tokens.words[j]) <= _LETTERS and ctx.tokens.words[j].isupper() for j in own)
    return frozenset() if short else names  # letters may stand for any name


def _kinds(ctx: Context) -> frozenset[str]:
    return ctx.once("contradictions.links.kinds", lambda: frozenset(stemmer(ctx)(w) for w in ctx.lexicons["links"]["institutions"]))


def _wide(value: Thing, ctx: Context) -> bool:
    """A country or state: it may hold the town that another sentence names."""

    def make() -> frozenset[str]:
        lists = ctx.lexicons["places"]
        return frozenset(name.lower().split()[-1] for key in ("countries", "states", "regions") for name in lists[key])

    wide = ctx.once("contradictions.wide", make)
    return any(ctx.tokens.lower[j] in wide or possessive(ctx.tokens.lower[j]) for j in range(value.first, value.last + 1))


def coordinated(value: Thing, line: Line, ctx: Context) -> frozenset[str]:
    """The words of a second value: "by Helga Moss and Pieter Aldous"."""
    lower = ctx.tokens.lower
    if lower[value.last + 1 : value.last + 2] != ["and"]:
        return frozenset()
    other = phrase_after(value.last + 2, line, ctx)
    return other.words if other else frozenset()


def lower_at(i: int, ctx: Context) -> str:
    """A token in lower case; "" past the end."""
    return ctx.tokens.lower[i] if 0 <= i < len(ctx.tokens) else ""


def past_measure(at: int, ctx: Context) -> int:
    """Where the noun begins after "22 tonnes of"."""
    return at + _MEASURE if lower_at(at, ctx)[:1].isdigit() and lower_at(at + _MEASURE - 1, ctx) == "of" else at
