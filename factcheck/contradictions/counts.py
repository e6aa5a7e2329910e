"""The exact counts of an article by their noun, and whether each refers back: "the 12 plots" after "36 plots". Compares nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.contradictions.amounts import Amount, amounts
from factcheck.contradictions.conversion import unit_of
from factcheck.contradictions.keys import Line, class_index, lines, stemmer
from factcheck.contradictions.postings import among, standing
from factcheck.contradictions.tallies import is_part
from factcheck.contradictions.things import aliases
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context

_TOTAL, _BACK, _PART = 3, 2, -1


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things of one noun.

    Args:
        noun: stem of the counted noun.
        mods: stems of the words before the noun.
        number: how many.
        refers: 3 "all 36 plots", 2 "the 36 plots", -1 "another 36 plots", 0 otherwise.
    """

    noun: str
    mods: frozenset[str]
    number: float
    refers: int
    amount: Amount
    line: Line
    claim: Claim


def counts(ctx: Context) -> Mapping[str, list[Count]]:
    """All exact counts of the article by their noun, made once."""

    def make() -> dict[str, list[Count]]:
        out: dict[str, list[Count]] = {}
        for line in lines(ctx):
            for c in _of_line(line, ctx):
                out.setdefault(c.noun, []).append(c)
        return out

    return ctx.once("contradictions.counts", make)


def _of_line(line: Line, ctx: Context) -> Iterable[Count]:
    make, words = stemmer(ctx), ctx.lexicons["counted_again"]
    lower = ctx.tokens.lower
    if not line.details or among(line, standing("counted_again.foreseen", words["foreseen"], ctx)):
        return
    for a in amounts(line, ctx):
        if a.kind not in ("number", "quantity") or a.value.approx or a.value.high is not None or not a.value.unit or a.low < 2:
            continue
        own = make(a.value.unit.lower())
        if a.low != int(a.low) or own in _generic(ctx) or unit_of(a, ctx) is not None:
            continue
        noun = _class(own, ctx)
        head = next((n for n, w in enumerate(a.words) if make(w) == own), None)
        if head is None:
            continue
        yield Count(
            noun,
            frozenset(make(w) for w in a.words[:head] if w not in words["told"]),
            a.low,
            _PART if is_part(a, ctx) and not _whole(a, lower) else _refers(a, words, lower),
            a,
            line,
            line.claim_at((a.span[0], a.span[0] + 1)),
        )


def _class(stem: str, ctx: Context) -> str:
    """The noun under which synonyms are counted: storeys as floors, canvases as paintings, staff as workers."""
    alias = aliases(ctx).get(stem, stem)
    return alias if alias != stem else class_index(ctx, "counted").get(stem, stem)


def _generic(ctx: Context) -> frozenset[str]:
    return ctx.once("contradictions.generic_nouns", lambda: frozenset(stemmer(ctx)(w) for w in ctx.lexicons["counted_again"]["generic"]))


def _whole(a: Amount, lower: list[str]) -> bool:
    """ "the last of the 48 floors": the number is the whole of which a part is told."""
    return lower[max(0, a.first - 2) : a.first] == ["of", "the"] and lower[a.last + 1 : a.last + 2] not in (["of"], ["more"], ["other"])


def _refers(a: Amount, words: Mapping[str, list[str]], lower: list[str]) -> int:
    before = lower[max(0, a.first - 2) : a.first]
    if "all" in before:
        return _TOTAL
    if (before[-1:] and before[-1].endswith(("'s", "’s"))) or before == ["we", "are"]:
        return _BACK
    return _BACK if before[-1:] and before[-1] in words["definite"] else 0
