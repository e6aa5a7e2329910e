"""A part and its whole: "Twenty-three were hurt. … Four of them are in hospital." Links where the words take up what was counted before.

A link only, never a flag: whether parts add up is told elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.contradictions.amounts import Amount, amounts
from factcheck.contradictions.conversion import unit_of
from factcheck.contradictions.counts import counts
from factcheck.contradictions.differences import noun_class
from factcheck.contradictions.keys import Line, lines
from factcheck.contradictions.tallies import is_part
from factcheck.contradictions.ties import Tie, tying
from factcheck.contradictions.voice import kind_of_block
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, must, must_not

RULE = "part-and-whole"
_BACK = 3
"""So many sentences back at most stands what "four of them" takes up."""
_COUNTED = ("number", "quantity")
_DEFINITE = 2
_MOST = 40
"""So many counts of one noun or number are looked at."""


def find(ctx: Context) -> Iterable[Tie]:
    """All parts with the statement of their whole, each part once."""
    every = lines(ctx)
    for n, line in enumerate(every):
        for a in amounts(line, ctx):
            if a.kind not in _COUNTED or a.low < 1 or a.low != int(a.low):
                continue
            whole = _taken_up(a, ctx)
            if whole is None:
                continue
            found = _named_whole(a, whole, line, ctx) if whole else _counted_before(a, line, every[max(0, n - _BACK) : n], ctx)
            if found is not None:
                yield _tie(line, a, *found)
    yield from _definite(ctx)


def _tie(line: Line, part: Amount, other: Line, whole: Amount) -> Tie:
    return Tie(_at(line, part), _at(other, whole), part.span, whole.span, "whole", "part")


def _at(line: Line, a: Amount) -> Claim:
    return line.claim_at((a.span[0], a.span[0] + 1))


def _taken_up(a: Amount, ctx: Context) -> float | None:
    """The whole that a part names ("four of the 23"), 0 where it takes it up ("four of them", "Four are …"), None for no part."""
    words, lower = ctx.lexicons["read_with"]["parts"], ctx.tokens.lower
    after = lower[a.last + 1 : a.last + 5]
    if after[:1] == ["of"]:
        if after[1:2] and after[1] in words["taking_up"]:
            return 0
        number = next((w for w in after[1:4] if w[0].isdigit()), None) if after[1:2] == ["the"] else None
        digits = number.replace(",", "") if number else ""
        return float(digits) if digits.isdigit() else None
    if _opens(a, ctx):
        return 0 if after[:1] and after[0] in words["verbs"] and not a.value.unit else None
    return None


def _opens(a: Amount, ctx: Context) -> bool:
    """Whether a number is the first word of its sentence."""
    sentences = ctx.once("contradictions.openings", lambda: frozenset(s.start for s in ctx.article.sentences))
    return a.span[0] in sentences


def _counted_before(part: Amount, line: Line, before: tuple[Line, ...], ctx: Context) -> tuple[Line, Amount] | None:
    """The nearest count of persons or things that is larger and no part itself; None where a sentence has two that could be it."""
    for other in reversed(before):
        found = [a for a in amounts(other, ctx) if a.kind in _COUNTED and not _loose(a, ctx) and not is_part(a, ctx)]
        if not found:
            continue
        fitting = [a for a in found if a.low > part.low]
        return (other, fitting[0]) if len(fitting) == 1 and kind_of_block(_at(other, fitting[0]), ctx) != "headline" else None
    return None


def _loose(a: Amount, ctx: Context) -> bool:
    """A number that counts nothing: no noun, a measure, a year."""
    if ctx.tokens.lower[a.last] in ctx.lexicons["numbers"]["ordinals"]:
        return True
    return (
        not a.noun
        or a.low < 2
        or a.low != int(a.low)
        or unit_of(a, ctx) is not None
        or a.noun in ctx.lexicons["read_with"]["parts"]["times"]
    )


def _named_whole(part: Amount, whole: float, line: Line, ctx: Context) -> tuple[Line, Amount] | None:
    """The first statement of the number that the part names, with the same noun where both have one."""
    noun = noun_class(part.words[-1], ctx) if part.words else ""
    for other, a in _by_value(ctx).get(whole, ())[:_MOST]:
        if other.number >= line.number:
            break
        if not noun or noun in {noun_class(w, ctx) for w in (a.noun, *a.words)}:
            return other, a
    return None


def _by_value(ctx: Context) -> Mapping[float, list[tuple[Line, Amount]]]:
    """All counts that are no parts by their number, in order, made once."""

    def make() -> dict[float, list[tuple[Line, Amount]]]:
        out: dict[float, list[tuple[Line, Amount]]] = {}
        for line in lines(ctx):
            for a in amounts(line, ctx):
                if a.kind in _COUNTED and a.noun and not is_part(a, ctx):
                    out.setdefault(a.low, []).append((line, a))
        return out

    return ctx.once("contradictions.read_with.values", make)


def _definite(ctx: Context) -> Iterable[Tie]:
    """ "The 12 plots by the river" after "36 plots": a smaller number of the same noun that refers back."""
    for rows in counts(ctx).values():
        for n, later in enumerate(rows[:_MOST]):
            if later.refers != _DEFINITE or later.amount.value.approx:
                continue
            wholes = {c.number: c for c in reversed(rows[:n]) if c.number > later.number and c.refers >= 0 and c.mods <= later.mods}
            same = any(c.number == later.number for c in rows[:n])
            if len(wholes) == 1 and not same:
                whole = next(iter(wholes.values()))
                if whole.line.number != later.line.number:
                    yield Tie(later.claim, whole.claim, later.amount.span, whole.amount.span, "whole", "part")


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Parts and wholes."""
    return [
        tying(
            RULE,
            "A part and its whole",
            find,
            "Quirk et al. 1985, 5.6-10, 12.6-7 (partitives, numerals that stand for their noun)",
            (
                must("Twenty-three people were hurt when the pier gave way.\n\nFour of them are still in hospital.", "C002: whole C001"),
                must("The council has 48 members.\n\nThe vote was close: 25 of the 48 members were for the bridge.", "whole"),
                must("The firm owns 36 barges.\n\nIt rained all day.\n\nThe 12 barges in the dock were painted.", "part"),
                must_not("Twenty-three people were hurt when the pier gave way.\n\nFour of the benches were broken."),
                must_not("The firm owns 36 barges.\n\nThe 48 barges in the dock were painted."),
                must_not("Six lorries and nine cars were burnt.\n\nFour of them belonged to the city."),
            ),
        )
    ]
