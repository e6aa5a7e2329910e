"""How a number is told: as known ("the 36 plots", "all six"), as a plan, a rate, a limit, another one; and when. Compares nothing."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from factcheck.contradictions.amounts import Amount
from factcheck.contradictions.keys import Line
from factcheck.contradictions.sorts import told_age
from factcheck.plugin.context import Context

_REACH, _NEAR, _AHEAD, _BEHIND, _BESIDES = 14, 7, 8, 6, 5
_TITLE = 6
_LED = 4
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_OF_THE_DEED = frozenset({"plan", "unreal", "rate"})
"""Said of what is done with the thing, not of its number: "can pay the penalty of 250,000 euros by the month"."""
_LEADS = frozenset({"of", "with", "from"})
_CENTURIES = frozenset({"18", "19", "20"})
_YEAR_LENGTH = 4
_EACH = (["each", "of", "them"], ["each", "of", "which"], ["each", "of", "whom"])
"""Says of each what the number says of all: no rate."""
_AROUND = {"now": _NEAR, "other": _NEAR, "ordinal": _NEAR, "rate": _REACH, "limit": _REACH, "unreal": _REACH}


def _words(ctx: Context) -> Mapping[str, frozenset[str]]:
    return ctx.once(
        "contradictions.figure_reading",
        lambda: {k: frozenset(v) for k, v in ctx.lexicons["figures"]["reading"].items() if isinstance(v, list)},
    )


def marks_of(a: Amount, sort: str, noun_at: int | None, line: Line, within: range, ctx: Context) -> frozenset[str]:
    """The marks of an amount.

    Args:
        noun_at: token of the counted noun.
        within: tokens that tell of this number and not of the next of its sort.
    """
    start = ctx.tokens.at(line.claims[0].start)
    found = frozenset(
        (
            *_determined(a, start, ctx),
            *_told(a, sort, line, within, ctx),
            *_one_of_several(a, sort, noun_at, start, ctx),
            *_planned(a, sort, start, ctx),
        )
    )
    return found - _OF_THE_DEED if {"title", "of"} <= found else found


def _definite(word: str, ctx: Context) -> bool:
    return word in _words(ctx)["definite"] or word.endswith(_POSSESSIVE)


def _determined(a: Amount, start: int, ctx: Context) -> Iterator[str]:
    """What stands before the number."""
    words, lower = _words(ctx), ctx.tokens.lower
    aged = told_age(a, ctx)
    if aged is not None:  # "the suspect, 38, was released"
        opens = next((i for i in range(aged - 1, max(start, aged - _LED) - 1, -1) if ctx.clauses[i] not in "nma"), start)
        yield from ("definite", "naming") if lower[opens] in ("the", "this") else ()
        return
    at, low = a.first - 1, max(start, a.first - _LED)
    while at >= low and lower[at] in words["leading"]:
        at -= 1
    one = lower[at] if at >= low else ""
    if _definite(one, ctx):
        yield "definite"
        if ctx.article.text.startswith("-", ctx.tokens.ends[a.first]) or "-" in lower[a.first]:
            yield "naming"
    if "all" in lower[max(low, at - 1) : at + 1] and lower[max(low, at - 2) : at] not in (["in", "all"], [".", "in"]):
        yield "all"
    if one in _LEADS:
        yield one
    if one == "of" and _title(at, start, ctx):
        yield "title"
    if not words["versus"].isdisjoint(lower[max(start, a.first - _LED - 1) : a.first]):
        yield "versus"


def _title(of: int, start: int, ctx: Context) -> bool:
    """ "the price of", "Saturday's attendance of", "her time of": a definite noun phrase whose value the number is."""
    lower, classes = ctx.tokens.lower, ctx.clauses
    for i in range(of - 1, max(start - 1, of - _TITLE), -1):
        if _definite(lower[i], ctx):
            return True
        if classes[i] not in "nNRGqm":
            return False
    return False


def _told(a: Amount, sort: str, line: Line, within: range, ctx: Context) -> Iterator[str]:
    """What the words around the number say of it."""
    words, tokens = _words(ctx), ctx.tokens
    inside = [i for i in line.tokens if i in within and abs(i - a.first) <= _REACH and tokens.lower[i : i + 3] not in _EACH]
    for name, reach in _AROUND.items():
        if any(
            tokens.lower[i] in words[name] and not _record(i, ctx) and tokens.words[i] != "May" and abs(i - a.first) <= reach
            for i in inside
        ):
            yield name
    opening = inside[:1] == list(line.tokens[:1]) and tokens.lower[inside[0]] == "with"
    if sort != "count" and (opening or any(tokens.lower[i] in words["net"] for i in inside)):
        yield "net"
    if not words["besides"].isdisjoint(tokens.lower[a.last + 1 : a.last + 1 + _BESIDES]):
        yield "besides"  # "four countries apart from Holm" are five
    after = tokens.lower[a.last + 1 : a.last + 3]
    if len(after) == 2 and after[0] in ("a", "an") and after[1] in words["each"] | words["periods"]:
        yield "rate"


def _record(at: int, ctx: Context) -> bool:
    """ "The lowest since the mine closed": a record, no change since then."""
    lower = ctx.tokens.lower
    return (
        lower[at] == "since" and at > 0 and (lower[at - 1].endswith("est") or lower[at - 1] in ("first", "best", "worst", "most", "least"))
    )


def _one_of_several(a: Amount, sort: str, noun_at: int | None, start: int, ctx: Context) -> Iterator[str]:
    """ "another 20", "three more", "the two remaining", "in the battle of Tarsk alone": not the whole that was told of."""
    lower, more = ctx.tokens.lower, _words(ctx)["more"]
    before: Sequence[str] = lower[max(start, a.first - 2) : a.first]
    after = lower[a.last + 1 : noun_at if noun_at is not None else a.last + 2]
    own = lower[a.first + 1 : a.last + 1]
    if (
        before[-1:] != ["than"]
        and "than" not in (*own, *after)
        and not more.isdisjoint(own if sort == "percent" else (*before, *own, *after))
    ):
        yield "more"
    if (lower[a.last + 1 : a.last + 2] == ["alone"] and sort != "duration") or "alone" in lower[max(start, a.first - _LED - 1) : a.first]:
        yield "more"
    if before[-1:] in (["between"], ["ages"]):
        yield "more"


def _planned(a: Amount, sort: str, start: int, ctx: Context) -> Iterator[str]:
    """ "had asked for 12 years", "30 stores are expected"."""
    plan, lower = _words(ctx)["plan"], ctx.tokens.lower
    behind = lower[a.last + 1 : a.last + 1 + _BEHIND]
    passive = any(x in ("is", "are", "was", "were", "been", "be") and y in plan for x, y in itertools.pairwise(behind))
    if not plan.isdisjoint(lower[max(start, a.first - _AHEAD) : a.first]) or (passive and sort == "count"):
        yield "plan"


def times_of(a: Amount, line: Line, within: range, ctx: Context) -> frozenset[str]:
    """Words of date and period around a number: "june", "2011", "last year"."""
    return frozenset(_times(a, line, within, ctx))


def _times(a: Amount, line: Line, within: range, ctx: Context) -> Iterator[str]:
    words, lower, tokens = _words(ctx), ctx.tokens.lower, ctx.tokens
    for d in line.details:
        if d.kind in ("date", "time") and tokens.at(d.start) in within:
            yield from (w for w in d.text.lower().replace(",", " ").split() if w not in words["timeless"])
    for i in line.tokens:
        if i not in within or abs(i - a.first) > _REACH:
            continue
        if i and lower[i - 1] in ("last", "next", "previous", "this", "earlier") and lower[i] in words["periods"]:
            yield f"{lower[i - 1]} {lower[i]}"
        if len(lower[i]) == _YEAR_LENGTH and lower[i].isdigit() and lower[i][:2] in _CENTURIES and not a.first <= i <= a.last:
            yield lower[i]
