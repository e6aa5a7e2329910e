"""Who has no name but a part in the story: the suspect, the victim, the driver, where the article has one of each. Compares nothing."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.contradictions.people import Named
from factcheck.contradictions.postings import places
from factcheck.plugin.context import Context


def cast(ctx: Context) -> Mapping[int, list[Named]]:
    """The places where somebody stands by the part alone, by sentence; made once.

    A part that is told of two ("two suspects", "another driver", "the first victim") or that goes before a name is left out.
    """

    def make() -> dict[int, list[Named]]:
        out: dict[int, list[Named]] = {}
        for part, nouns in ctx.lexicons["profiles"]["cast"].items():
            for i in _places(nouns, ctx):
                number = _sentence_of(i, ctx)
                if number is not None:
                    out.setdefault(number, []).append(Named(f"the {part}", i - 1, i))
        return out

    return ctx.once("contradictions.people.cast", make)


def _places(nouns: list[str], ctx: Context) -> list[int]:
    """Where the part stands, if there is only one who has it."""
    where, lower, words = places(ctx), ctx.tokens.lower, ctx.tokens.words
    found = sorted(i for noun in nouns for i in where.get(noun, ()))
    new = 0
    for i in found:
        before = lower[i - 1] if i else ""
        new += before in ("a", "an")
        named = words[i + 1 : i + 2] and words[i + 1][0].isupper()
        if before not in ("a", "an", "the") or new > 1 or (new and before in ("a", "an") and i != found[0]) or named:
            return []
    plural = any(where.get(f"{noun}s") or (where.get(noun.replace("man", "men")) and noun.endswith("man")) for noun in nouns)
    return [] if plural else found


def _sentence_of(token: int, ctx: Context) -> int | None:
    def make() -> dict[int, int]:
        return {i: s.number for s in ctx.article.sentences for i in ctx.tokens.within(s.start, s.end)}

    found: dict[int, int] = ctx.once("contradictions.people.sentence_at", make)
    return found.get(token)
