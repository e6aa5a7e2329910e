"""One deed as it is told, and the parts of its clause: verb group, subject, what prepositions lead. Judges nothing."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.contradictions.deeds import Deed, reading
from factcheck.contradictions.keys import Line, stemmer, stems_of
from factcheck.contradictions.mentions import Mention, left, letters, lexicon, right
from factcheck.contradictions.negation import is_negator
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context

BACK = 8
_OBLIQUES = 3


@dataclass(frozen=True, slots=True)
class Telling:
    """One deed as it is told.

    Args:
        deed: what.
        negated: whether it is told not to be so.
        agent: who does it, theme: to whom or what; None where not plain.
        others: further participants with their prepositions.
        line: where.
        first, last: tokens of the deed.
        prior: whether it is in the past perfect.
        present: whether it is in the present tense.
        undone: whether another verb leaves it undone: "refused to".
        plan: whether it is yet to come: "will leave", "is to leave", "has no plans to leave".
        denied: whether it stands in a denial; aim: whether it was to come ("would").
        every: whether it is denied of everybody or at every time ("no one", "never", "at no time").
    """

    deed: Deed
    negated: bool
    agent: Mention | None
    theme: Mention | None
    others: tuple[tuple[str, Mention], ...]
    line: Line
    first: int
    last: int
    prior: bool = False
    present: bool = False
    every: bool = False
    denied: bool = False
    aim: bool = False
    undone: bool = False
    plan: bool = False


def undone_stems(ctx: Context) -> frozenset[str]:
    return ctx.once("contradictions.undone_stems", lambda: stems_of(ctx, reading(ctx, "undone")))


def group_start(first: int, own: range, ctx: Context) -> int:
    """The first token of the verb group that ends at a token."""
    marks, lower, made = letters(ctx), ctx.tokens.lower, stemmer(ctx)
    start = first
    undone = ctx.once("contradictions.undone_stems", lambda: stems_of(ctx, reading(ctx, "undone")))
    i = first - 1
    while i >= own.start and first - i <= BACK:
        word = lower[i]
        if (
            marks[i] in "Aab"
            or word in reading(ctx, "group")
            or word in reading(ctx, "be")
            or marks[i] == "t"
            or (made(word) in undone and (marks[i] in "FKIR" or marks[i - 1] == "A"))  # "was unable to"
        ):
            start = i
        elif marks[i] == "X":
            return i
        else:
            break
        i -= 1
    return start


def planned(start: int, first: int, own: range, ctx: Context) -> tuple[int, bool]:
    """Where the words of a plan before a deed begin, and whether there is no such plan: "will", "is set to", "has no plans to".

    Source: Quirk et al. 1985, 4.42-48 (futurity).

    Args:
        start: where the verb group begins, first: the deed.
    Returns:
        The first token, -1 where it is no plan; and whether the plan is denied.
    """
    marks, lower = letters(ctx), ctx.tokens.lower
    group = lower[start:first]
    if "to" not in group:
        return (start if not reading(ctx, "will").isdisjoint(group) else -1), False
    at = start + group.index("to")
    i = at - 1
    if i < own.start or lower[i] not in reading(ctx, "intents"):
        return -1, False
    while i >= own.start and at - i <= BACK and (lower[i] in reading(ctx, "intents") or marks[i] in "Aab"):
        i -= 1
    return i + 1, any(is_negator(j, ctx) for j in range(i + 1, start))


def subject_of(start: int, own: range, line: Line, ctx: Context) -> Mention | None:
    """The phrase before a verb group; after "and", that of the verb before."""
    lower, marks = ctx.tokens.lower, letters(ctx)
    if marks[start] == "X":
        return phrase_of_contraction(start, ctx)
    at = start - 1
    if at >= own.start and (lower[at] in ("and", "but", "or", "nor") or (marks[at] == "," and marks[at - 1] not in "nN")):
        previous = next((i for i in range(at - 1, own.start - 1, -1) if marks[i] in "FAK"), None)
        if previous is not None:
            return left(group_start(previous, own, ctx), own.start, ctx)
        return None
    return left(start, own.start, ctx) if at >= own.start else None


def phrase_of_contraction(at: int, ctx: Context) -> Mention | None:
    """The pronoun in "he'd"."""
    word = ctx.tokens.lower[at].replace("’", "'").partition("'")[0]
    who = ctx.lexicons["mentions"]["pronouns"].get(word)
    return Mention(who, who, frozenset(), frozenset(), "", who, True, "", frozenset(), at, at) if who else None


def obliques(start: int, stop: int, ctx: Context) -> Iterator[tuple[str, Mention]]:
    """The phrases that prepositions lead, up to the end of the clause."""
    lower, marks = ctx.tokens.lower, letters(ctx)
    i, found = start, 0
    while i < stop and found < _OBLIQUES and i - start < 16:
        if marks[i] in "pt" and i + 1 < stop and marks[i + 1] not in "IFA":
            thing = right(i + 1, stop, ctx)
            if thing is not None:
                if thing.lower not in lexicon(ctx, "times") and not thing.lower[0].isdigit():
                    yield lower[i], thing
                    found += 1
                i = thing.last + 1
                continue
        elif marks[i] in "FAucr;:.XI(" or (marks[i] == "," and i > start):
            return
        i += 1


def relative(subject: int, own: range, ctx: Context) -> Mention | None:
    """What "which" stands for before a subject: "the ban, which the senate passed"."""
    at = subject - 1
    if at <= own.start or letters(ctx)[at] != "r" or ctx.tokens.lower[at] not in ("which", "that", "whom"):
        return None
    return left(subject, own.start, ctx)


def outer(start: int, own: range, negated: bool, every: bool, ctx: Context) -> tuple[bool, bool]:
    """A negation before the subject: "at no time did …", "neither of them …"."""
    lower = ctx.tokens.lower
    for i in range(max(own.start, start - 6), start):
        if lower[i] == "no" and lower[i - 1 : i] == ["at"] and lower[i + 1 : i + 2] in (["time"], ["point"], ["stage"]):
            return not negated, True
    return negated, every
