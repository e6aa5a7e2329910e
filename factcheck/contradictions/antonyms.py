"""Antonyms between two like sentences, each standing in the same surroundings. Accuses nobody by itself.

Pairs come from the lexicon; a word and the same with a negative prefix ("likely", "unlikely") are a pair by rule (CGEL 19, 3.2).
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.contradictions import likeness
from factcheck.contradictions.keys import Line, Term, stemmer
from factcheck.contradictions.likeness import Pair
from factcheck.plugin.context import Context


class Antonyms:
    """The pairs of the lexicon as stems.

    Args:
        pairs: "high low", …
        order: pairs of prepositions that count only between like surroundings.
        prefixes: negative prefixes.
        make: a stemmer.
    """

    def __init__(self, pairs: Iterable[str], order: Iterable[str], prefixes: Iterable[str], make: object) -> None:
        assert callable(make)
        self._pairs: dict[str, set[str]] = {}
        for row in pairs:
            one, other = row.split()
            self._pairs.setdefault(make(one), set()).add(make(other))
            self._pairs.setdefault(make(other), set()).add(make(one))
        self.order: dict[str, set[str]] = {}
        for row in order:
            one, other = row.split()
            self.order.setdefault(one, set()).add(other)
            self.order.setdefault(other, set()).add(one)
        self._prefixes = tuple(prefixes)

    def opposed(self, a: Term, b: Term) -> bool:
        """Whether two terms exclude each other."""
        if b.stem in self._pairs.get(a.stem, ()):
            return True
        short, long = sorted((a.lower, b.lower), key=len)
        return len(short) >= 5 and any(long == p + short for p in self._prefixes)

    def between(self, pair: Pair, ctx: Context) -> Iterable[tuple[int, int]]:
        """Token indices of opposed words, the earlier line's first."""
        own_a = [t for t in pair.a.terms if t.stem not in pair.shared]
        own_b = [t for t in pair.b.terms if t.stem not in pair.shared]
        for x in own_a:
            for y in own_b:
                if self.opposed(x, y) and likeness.like_context(pair.a, (x.at, x.at), pair.b, (y.at, y.at), 3):
                    yield x.at, y.at
        yield from self._ordered(pair, ctx)

    def _ordered(self, pair: Pair, ctx: Context) -> Iterable[tuple[int, int]]:
        here, there = _words(pair.a, ctx), _words(pair.b, ctx)
        for word, i in here.items():
            if word in there:
                continue
            for other in sorted(self.order.get(word, ())):
                if other in there and other not in here:
                    j = there[other]
                    if _follows(pair.a, i) & _follows(pair.b, j) and likeness.like_context(pair.a, (i, i), pair.b, (j, j), 3):
                        yield i, j


def _words(line: Line, ctx: Context) -> dict[str, int]:
    return {ctx.tokens.lower[i]: i for i in reversed(line.tokens)}


def _follows(line: Line, at: int) -> set[str]:
    return {t.stem for t in [t for t in line.terms if t.at > at][:2]}


def antonyms(ctx: Context) -> Antonyms:
    """The article's antonyms, made once."""

    def make() -> Antonyms:
        lexicon = ctx.lexicons["opposites"]
        return Antonyms(lexicon["pairs"], lexicon["order"], lexicon["prefixes"], stemmer(ctx))

    return ctx.once("contradictions.antonyms", make)
