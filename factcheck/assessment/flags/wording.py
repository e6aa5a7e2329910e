"""Flags of wording: time-bound, undefined superlative, missing referent. Never corrects a wording."""

from __future__ import annotations

from bisect import bisect_left

from factcheck.assessment.flags.common import by_rule, flag_record, raised, shown, uncovered
from factcheck.assessment.marks import marks
from factcheck.assessment.traits import Found, Traits
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import NOTHING, Assessment, Assessor, must, must_not

CHICAGO = "The Chicago Guide to Fact-Checking: superlatives, statements that age"
PERSONAL = frozenset({"he", "she", "him", "his", "her"})
PLURAL = frozenset({"they", "them", "their"})
OWNERS = frozenset({"his", "her", "its", "their", "my", "our", "your", "whose"})
NOT_OVER = ("flags.present", "levels.future", "levels.planned", "levels.demand", "levels.possible", "question")
"""Where one of these stands, what a word of the day tells is not over."""
FEW_WORDS = frozenset({"two", "three", "four", "five", "six", "ten"})
DEFINED = frozenset({"of", "for", "that", "which", "in"})
"""After these words a short form ("the report of the committee") says itself what it means."""


def _time(claim: Claim, seen: Traits, ctx: Context) -> Found:
    """A word of the time of writing; a day on which something was done ("sold the mill today") has passed."""
    word = uncovered(claim, ctx, "flags.time_bound", "flags.no_time")
    if word and "past" in seen and word == seen.span("flags.day_word") and not any(name in seen for name in NOT_OVER):
        word = next((s for n, s in marks(ctx).within(word[1], claim.end) if n == "flags.time_bound"), None)
    return {"time_word": word} if word else {}


def _superlative(claim: Claim, seen: Traits, ctx: Context) -> Found:
    """A superlative that no fixed phrase ("first aid", "last week", "at least") covers."""
    plain = _plain(claim, ctx)
    for d in claim.details:
        if d.kind == "superlative" and not any(s[0] < d.end and d.start < s[1] for s in plain) and not _owned(d.start, ctx):
            return {"plain_superlative": (d.start, d.end)}
    return {}


def _owned(start: int, ctx: Context) -> bool:
    """Whether a possessive before it says of what: "its last flight", "the mayor's first speech"."""
    tokens = ctx.tokens
    at = tokens.at(start)
    near = tokens.lower[max(0, at - 1) : at + 1]
    if at > 1 and near[0] in FEW_WORDS:  # "the country's two largest unions"
        near = tokens.lower[at - 2 : at]
    return any(word in OWNERS or word.endswith(("'s", "s'")) for word in near)


def _plain(claim: Claim, ctx: Context) -> list[Span]:
    return [s for name, s in marks(ctx).within(claim.start, claim.end) if name == "flags.ordinal_plain"]


def _names(ctx: Context) -> dict[str, list[int]]:
    """Where persons and bodies are named, by kind, in order."""

    def make() -> dict[str, list[int]]:
        places: dict[str, set[int]] = {"person": set(), "organization": set()}
        for c in ctx.claims:
            for d in (*c.details, *(c.attribution.details if c.attribution else ())):
                if d.kind in places:
                    places[d.kind].add(d.start)
        return {kind: sorted(starts) for kind, starts in places.items()}

    return ctx.once("assessment.names", make)


def span_of_two(ctx: Context, first: int) -> Span:
    """The span of a token and the one after it."""
    tokens = ctx.tokens
    return tokens.starts[first], tokens.ends[min(first + 1, len(tokens) - 1)]


def missing_referent(claim: Claim, ctx: Context) -> Assessment:
    """A pronoun or short form ("he", "the agency") with nothing named before it.

    Only what opens the claim is looked at, and only where the claim station could not fill it in.
    """
    tokens = ctx.tokens
    inside = tokens.within(claim.start, claim.end)
    if claim.reading or len(inside) < 2:
        return NOTHING
    first = next((i for i in inside if tokens.words[i][0].isalpha()), inside[0])
    word = tokens.lower[first]
    span = (tokens.starts[first], tokens.ends[first])
    names = _names(ctx)
    if word in PERSONAL:
        known = bisect_left(names["person"], claim.start)
    elif word in PLURAL:
        known = bisect_left(names["person"], claim.start) + bisect_left(names["organization"], claim.start)
    elif short := next((s for n, s in marks(ctx).within(*span_of_two(ctx, first)) if n == "flags.short_form"), None):
        if first + 2 in inside and (tokens.lower[first + 2] in DEFINED or tokens.words[first + 2][0].isupper()):
            return NOTHING  # "the report of the board", "the General Command"
        span = short
        known = bisect_left(names["organization"], claim.start)
    else:
        return NOTHING
    if known:
        return NOTHING
    return raised("missing_referent", span, f"Nothing named before it says who or what this is{shown(ctx, span)}.")


@hookimpl
def register_assessors() -> list[Assessor]:
    """One record a flag."""
    return [
        flag_record(
            "time_bound",
            by_rule("time_bound", _time),
            CHICAGO,
            (
                must("The road is currently closed.", "time_bound"),
                must_not("The road was closed in 1950.", "time_bound"),
                must("Today the mill is owned by a trust.", "time_bound"),
                must("The owner plans to make the faded plans public soon.", "time_bound"),
                must_not("The owner sold the mill today.", "time_bound"),
                must_not("The mill was still empty when the flood came.", "time_bound"),
            ),
        ),
        flag_record(
            "undefined_superlative",
            by_rule("undefined_superlative", _superlative),
            CHICAGO,
            (
                must("The tower is the highest building.", "undefined_superlative"),
                must_not("At least four towers stand in Leeds.", "undefined_superlative"),
                must_not("The last survey of the tower took place in Leeds.", "undefined_superlative"),
                must_not("The shuttle went on display after its last flight.", "undefined_superlative"),
            ),
        ),
        flag_record(
            "missing_referent",
            missing_referent,
            "house rule; Quirk et al. 1985 on personal pronouns",
            (
                must("She opened the depot in 1950.", "missing_referent"),
                must_not("Nora Pell opened the depot in 1950. She sold it in 1960.", "missing_referent"),
            ),
        ),
    ]
