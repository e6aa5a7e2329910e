"""What a statement is about: the noun phrase before a verb or after a preposition, with what tells it from others of its kind.

Two things are one only where nothing speaks against it: another modifier, another place, "the other", "the second". Compares no values.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.contradictions.keys import Line, stemmer
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context

_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Thing:
    """A noun phrase.

    Args:
        head: stem of its head noun, or of the class that lists it.
        mods: stems of the words before the head.
        limits: stems of the names and nouns after it ("of the school", "in Holm").
        apart: whether a word tells it from another of its kind ("second", "other", "old").
        definite: whether it refers to something known.
        first, last: token indices, the limits included.
    """

    head: str
    mods: frozenset[str]
    limits: frozenset[str]
    apart: bool
    definite: bool
    first: int
    last: int

    @property
    def words(self) -> frozenset[str]:
        """All stems that tell what it is."""
        return self.mods | self.limits | {self.head}


def _words(ctx: Context) -> Mapping[str, frozenset[str]]:
    return ctx.once("contradictions.things", lambda: {k: frozenset(v) for k, v in ctx.lexicons["things"].items() if isinstance(v, list)})


def aliases(ctx: Context) -> Mapping[str, str]:
    """Stem of a noun to the noun under which its synonyms are compared: "storey" to "floor"."""

    def make() -> dict[str, str]:
        made = stemmer(ctx)
        return {made(word): name for name, words in ctx.lexicons["things"]["alias"].items() for word in words}

    return ctx.once("contradictions.aliases", make)


def phrase_before(verb: int, line: Line, ctx: Context) -> Thing | None:
    """The noun phrase right before a verb, its helpers left out; None where none stands there.

    Args:
        verb: index of the verb's token.
    """
    lower, words = ctx.tokens.lower, _words(ctx)
    low = ctx.tokens.at(line.low)
    at = verb - 1
    while at >= low and (lower[at] in words["helpers"] or lower[at].endswith("ly")):
        at -= 1
    if low < at and lower[at] == "," and lower[at + 1] in ("who", "which"):
        at -= 1
    first = at
    while first >= low and at - first < _LONGEST and lower[first][0].isalnum() and lower[first] not in words["clause"]:
        first -= 1
    return read(first + 1, at + 1, ctx)


def phrase_after(start: int, line: Line, ctx: Context) -> Thing | None:
    """The noun phrase that begins at a token, up to a verb, a comma or the end."""
    lower, words = ctx.tokens.lower, _words(ctx)
    stop = min(len(lower), start + _LONGEST)
    end = start
    ends = words["clause"] | words["helpers"]
    while end < stop and lower[end][0].isalpha() and lower[end] not in ends and (end == start or lower[end] not in words["adjuncts"]):
        end += 1
    return read(start, end, ctx)


def read(first: int, end: int, ctx: Context) -> Thing | None:
    """The tokens from one index up to another as a noun phrase; None where they are none."""
    tokens, words, make = ctx.tokens, _words(ctx), stemmer(ctx)
    lower: Sequence[str] = tokens.lower
    if end <= first or lower[first] in words["prepositions"]:
        return None
    cut = next((i for i in range(first + 1, end) if lower[i] in words["prepositions"]), end)
    head = cut - 1
    if lower[head] in words["counted"] and lower[first] == "the" and lower[cut : cut + 1] == ["of"]:
        return read(cut + 1, end, ctx)  # "the number of burglaries fell": burglaries did
    if lower[head] in words["light"] or not lower[head][0].isalpha():
        return None
    known = aliases(ctx)
    own = [lower[i].removesuffix("'s").removesuffix("’s") for i in range(first, head)]
    named = tokens.words[head][0].isupper()
    content = [w for w in own if w not in words["determiners"] and w[0].isalpha()]
    stem = make(lower[head])
    return Thing(
        head=known.get(stem, stem),
        mods=frozenset(make(w) for w in content if w not in words["apart"]),
        limits=frozenset(
            make(lower[i].removesuffix("'s").removesuffix("’s"))
            for i in range(cut, end)
            if lower[i] not in words["prepositions"] and lower[i] not in words["determiners"] and lower[i][0].isalpha()
        ),
        apart=any(w in words["apart"] for w in own),
        definite=named
        or (bool(own) and (own[0] in words["definite"] or (tokens.words[first][0].isupper() and lower[first] not in ("a", "an")))),
        first=first,
        last=end - 1,
    )


def one(a: Thing, b: Thing) -> bool:
    """Whether two phrases may stand for one thing: one head, and neither has what the other lacks in exchange for something else."""
    if a.head != b.head or a.apart or b.apart:
        return False
    if a.mods - b.words and b.mods - a.words:
        return False
    return not (a.limits - b.words and b.limits - a.words)
