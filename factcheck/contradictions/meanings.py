"""Content words with the meanings they may have: stem, classes of the lexicon "figures", senses of the thesaurus. Chooses no sense.

Two words that share an id may tell the same: "shops" and "stores", "abducted" and "kidnapped", "attendance" and "spectators".
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.contradictions.keys import class_index, stemmer
from factcheck.contradictions.likeness import frequencies
from factcheck.contradictions.things import aliases
from factcheck.language import thesaurus
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context

VERBS = frozenset("FKRGIb")
_GRAMMAR = frozenset("puqrcdAXta")
_RARE, _KNOWN = 3, 8
"""In so few sentences a word says much, in so many still something."""
_SAME_MEANING = 0.7
_PHRASE = 4
_APART = 2
"""So many words may stand between a verb and what it is told with: "taken the two men into custody"."""


@dataclass(frozen=True, slots=True)
class Word:
    """A content word.

    Args:
        at: index of its token.
        stem: what its forms share.
        ids: its meanings and classes; those of deeds begin with ``c:+``.
        kinds: what it may be a kind of.
        verb: whether it is read as a verb.
        limit: stem of what tells it from others: "holm" in "the districts of Holm"; "" where nothing does.
        weight: more, the rarer it is in the article.
    """

    at: int
    stem: str
    ids: frozenset[str]
    kinds: frozenset[str]
    verb: bool
    limit: str
    weight: float

    @property
    def deeds(self) -> frozenset[str]:
        """The classes of deeds among its ids."""
        return frozenset(i for i in self.ids if i.startswith("c:+"))


def word_at(at: int, ctx: Context) -> Word | None:
    """The content word at a token; None for a word of grammar, a light word or a number."""
    memo: dict[int, Word | None] = ctx.once("contradictions.meant", dict)
    if at not in memo:
        lower = plain(ctx.tokens.lower[at])
        light = len(lower) < 2 or not lower[0].isalpha() or lower in ctx.lexicons.words("likeness", "stop") or ctx.clauses[at] in _GRAMMAR
        memo[at] = None if light and not _told_with(at, ctx) else any_word(at, ctx)
    return memo[at]


def any_word(at: int, ctx: Context) -> Word:
    """The word at a token, light words as well: the "people" that are counted."""
    lower = plain(ctx.tokens.lower[at])
    stem = stemmer(ctx)(lower)
    verb = ctx.clauses[at] in VERBS
    ids, kinds = _meanings(lower, verb, ctx)
    more = _told_with(at, ctx)
    if more:
        ids, verb = ids | more, True
    count = frequencies(ctx).get(stem, 1)
    return Word(at, stem, ids, kinds, verb, _limit(at, ctx), 1.0 if count <= _RARE else 0.6 if count <= _KNOWN else 0.3)


def _told_with(at: int, ctx: Context) -> frozenset[str]:
    """The classes of deeds that a verb has with the words after it: "set up", "put their names to", "took him into custody"."""
    lower = ctx.tokens.lower
    return frozenset(
        f"c:+{name}"
        for rest, name in _phrases(ctx).get(stemmer(ctx)(lower[at]), ())
        if any(tuple(lower[i : i + len(rest)]) == rest for i in range(at + 1, at + 2 + _APART))
    )


def _phrases(ctx: Context) -> Mapping[str, list[tuple[tuple[str, ...], str]]]:
    """Stem of a verb to the words after it and the class of deeds that they make with it."""

    def make() -> dict[str, list[tuple[tuple[str, ...], str]]]:
        out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, phrases in ctx.lexicons["figures"]["phrases"].items():
            for phrase in phrases:
                first, *rest = phrase.split()
                out.setdefault(stemmer(ctx)(first), []).append((tuple(rest), name))
        return out

    return ctx.once("contradictions.figure_phrases", make)


def _limit(at: int, ctx: Context) -> str:
    """The last word of the phrase after "of", "on", "in", "at", "near"."""
    lower, classes = ctx.tokens.lower, ctx.clauses
    if classes[at] not in "nN" or lower[at + 1 : at + 2] not in (["of"], ["on"], ["in"], ["at"], ["near"]):
        return ""
    i = at + 2
    while i < len(classes) and (classes[i] == "d" or lower[i] in ("the", "a", "an")):
        i += 1
    first = i
    while i < len(classes) and classes[i] in "nN" and i - first < _PHRASE:
        i += 1
    return stemmer(ctx)(plain(lower[i - 1])) if i > first else ""


def plain(word: str) -> str:
    """A word without its possessive ending."""
    return word.removesuffix("'s").removesuffix("’s")


def _meanings(lower: str, verb: bool, ctx: Context) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of a word's classes and senses, and the ids of what it is a kind of."""
    memo: dict[tuple[str, bool], tuple[frozenset[str], frozenset[str]]] = ctx.once("contradictions.meanings", dict)
    if (lower, verb) not in memo:
        stem = stemmer(ctx)(lower)
        ids = {f"s:{stem}", *(f"c:{c}" for c in _classes(ctx).get(stem, ()))}
        kinds: frozenset[str] = frozenset()
        if verb:
            found = thesaurus.entry(lower, thesaurus.VERB)
            ids.update(f"v:{s}" for s in (found.senses if found else ()))
        else:
            more, kinds = _noun(lower, stem, ctx)
            ids |= more
        memo[(lower, verb)] = (frozenset(ids), kinds)
    return memo[(lower, verb)]


def _noun(lower: str, stem: str, ctx: Context) -> tuple[set[str], frozenset[str]]:
    alias, counted = aliases(ctx).get(stem), class_index(ctx, "counted").get(stem)
    ids = {f"a:{alias}"} if alias else set()
    ids |= {f"k:{counted}"} if counted and counted != "person" else set()
    found = thesaurus.entry(lower, thesaurus.NOUN)
    if found:
        return ids | {f"n:{s}" for s in found.senses} | {f"v:{s}" for s in found.deeds}, frozenset(f"n:{s}" for s in found.kinds)
    adjective = thesaurus.entry(lower, thesaurus.ADJECTIVE)
    return ids | {f"v:{s}" for s in (adjective.deeds if adjective else ())}, frozenset()


def _classes(ctx: Context) -> Mapping[str, tuple[str, ...]]:
    """Stem to the classes of the lexicon that list it: "+" before a class of deeds."""

    def make() -> dict[str, tuple[str, ...]]:
        out: dict[str, tuple[str, ...]] = {}
        for sort, sign in (("deeds", "+"), ("acts", "+"), ("things", "")):
            for name, words in ctx.lexicons["figures"][sort].items():
                for w in words:
                    stem = stemmer(ctx)(w)
                    out[stem] = (*out.get(stem, ()), sign + name)
        return out

    return ctx.once("contradictions.figure_classes", make)


def meet(a: Word, b: Word) -> float:
    """How far two words may tell the same: 1 for one word, less for what shares a meaning, 0 for what does not."""
    if a.stem == b.stem:
        return 1.0
    return 0.0 if a.ids.isdisjoint(b.ids) else _SAME_MEANING


def kin(a: Word, b: Word) -> bool:
    """Whether one noun may be a kind of the other."""
    return not a.kinds.isdisjoint(b.ids) or not b.kinds.isdisjoint(a.ids)


def person(at: int, ctx: Context) -> bool:
    """Whether the noun at a token may name human beings."""
    word = ctx.tokens.lower[at]
    persons = ctx.lexicons["figures"]["reading"]["persons"]
    return thesaurus.person(word) or class_index(ctx, "counted").get(stemmer(ctx)(word)) in persons
