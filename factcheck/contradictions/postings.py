"""Where words and stems stand in an article, so that a detector begins at its words and not at every token. Judges nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.contradictions.keys import Line, stemmer
from factcheck.plugin.context import Context


def places(ctx: Context) -> Mapping[str, list[int]]:
    """Each word in lower case with the indices of its tokens, in order."""

    def make() -> dict[str, list[int]]:
        out: dict[str, list[int]] = {}
        for i, word in enumerate(ctx.tokens.lower):
            if word in out:
                out[word].append(i)
            else:
                out[word] = [i]
        return out

    return ctx.once("contradictions.places", make)


def standing(name: str, words: Iterable[str], ctx: Context, *, may: bool = True) -> frozenset[int]:
    """Indices of all tokens that are one of some words; looked up once an article.

    Args:
        name: of the list; the same name is the same words.
        may: whether the month of May counts as the word "may".
    """

    def make() -> frozenset[int]:
        at, written = places(ctx), ctx.tokens.words
        return frozenset(i for w in words for i in at.get(w, ()) if may or written[i] != "May")

    return ctx.once(f"contradictions.standing.{name}", make)


def stemming(name: str, stems: frozenset[str], ctx: Context) -> frozenset[int]:
    """Indices of all tokens whose stem is one of some; looked up once an article.

    Args:
        name: of the list; the same name is the same stems.
    """

    def make() -> frozenset[int]:
        stem = stemmer(ctx)
        return frozenset(i for word, at in places(ctx).items() if stem(word) in stems for i in at)

    return ctx.once(f"contradictions.stemming.{name}", make)


def among(line: Line, found: frozenset[int]) -> list[int]:
    """The tokens of a line that are among those found, in order."""
    return sorted(found.intersection(line.tokens))
