"""Flags of sourcing: unnamed, single source, plural for one, second hand, unattributed number, interested party.

Never says that a source is wrong: it says what its place in the article leaves open.
"""

from __future__ import annotations

from factcheck.assessment.flags.common import by_rule, flag_record, raised, shown
from factcheck.assessment.marks import marks
from factcheck.assessment.traits import Found, Traits
from factcheck.model.claim import Claim
from factcheck.model.patterns import compiled
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import NOTHING, Assessment, Assessor, must, must_not

AP = "AP News Values and Principles: anonymous sources, numbers; Reuters Handbook of Journalism: sourcing"

_SCORE = compiled(r"\d{1,3}(?:\s?[-–]\s?|\sto\s)\d{1,3}")
"""A result, "3-2" or "14 to 9": it is on record."""


def origin(claim: Claim) -> str | None:
    """Who stands at the far end of a claim's road, case-folded; None for the article's own voice."""
    a = claim.attribution
    return (a.chain[-1] if a.chain else a.source).casefold() if a else None


def _origins(ctx: Context) -> dict[str, set[str]]:
    """Origins by repeat group."""

    def make() -> dict[str, set[str]]:
        out: dict[str, set[str]] = {}
        for c in ctx.claims:
            known = origin(c)
            if c.repeats and known:
                out.setdefault(c.repeats, set()).add(known)
        return out

    return ctx.once("assessment.origins", make)


def _several(claim: Claim, seen: Traits, ctx: Context) -> Found:
    group = _origins(ctx).get(claim.repeats or "", set())
    return {"several_sources": None} if claim.further_attributions or len(group) > 1 else {}


def _offered(claim: Claim, seen: Traits, ctx: Context) -> Found:
    """A link of the draft is a source; a few that nobody died of or paid for are counted at a glance."""
    found: Found = {"offered_source": None} if claim.offered_sources else {}
    if "few" in seen and "consequence.deaths" not in seen:
        found["few_alive"] = None
    score = seen.span("count:number")
    if score and _SCORE.fullmatch(seen.text[score[0] : score[1]]):
        found["score"] = score
    return found


def plural_for_one(claim: Claim, ctx: Context) -> Assessment:
    """'Sources', 'officials', 'experts' without a name: how many are there?"""
    a = claim.attribution
    if a is None or a.source_span is None:
        return NOTHING
    bare = a.source.casefold() in ctx.lexicons["flags"]["words"]["plural_sources"]["words"]
    if not (bare or a.anonymity or a.source_type == "anonymous"):
        return NOTHING
    span = next((s for name, s in marks(ctx).within(*a.source_span) if name == "flags.plural_sources"), None)
    if span is None:
        return NOTHING
    return raised("plural_for_one", span, f"More than one is claimed{shown(ctx, span)}: how many are there, and does each know it?")


@hookimpl
def register_assessors() -> list[Assessor]:
    """One record a flag."""
    return [
        flag_record(
            "unnamed",
            by_rule("unnamed"),
            AP,
            (
                must("A military source said that the depot was empty.", "unnamed"),
                must_not("Harold Finch said that the depot was empty.", "unnamed"),
            ),
        ),
        flag_record(
            "single_source",
            by_rule("single_source", _several),
            AP,
            (
                must("A military source said that the depot was empty.", "single_source"),
                must_not("The depot was built in 1950.", "single_source"),
            ),
        ),
        flag_record(
            "plural_for_one",
            plural_for_one,
            "Reuters Handbook of Journalism: 'sources' only for more than one",
            (
                must("Sources said that the depot was empty.", "plural_for_one"),
                must_not("A source said that the depot was empty.", "plural_for_one"),
            ),
        ),
        flag_record(
            "second_hand",
            by_rule("second_hand"),
            "Reuters Handbook of Journalism: pick-ups from other media",
            (
                must("The bridge will close, the Herald reported, citing Mayor Ruth Hallam.", "second_hand"),
                must_not("The bridge will close, Mayor Ruth Hallam said.", "second_hand"),
            ),
        ),
        flag_record(
            "unattributed_number",
            by_rule("unattributed_number", _offered),
            AP,
            (
                must("The flood destroyed 46 houses.", "unattributed_number"),
                must_not("The three sisters were born in Leeds.", "unattributed_number"),
                must_not("Leeds beat York 3-2 in May.", "unattributed_number"),
                must_not("The ferry left from Pier 46 in Leeds.", "unattributed_number"),
                must_not("The probe Corvus 12 landed in the desert.", "unattributed_number"),
                must("On Tuesday 46 people saw the ferry.", "unattributed_number"),
                must_not("The flood destroyed 46 houses, the fire department said.", "unattributed_number"),
            ),
        ),
        flag_record(
            "interested_party",
            by_rule("interested_party"),
            "BBC Editorial Guidelines on contributors",
            (
                must("The pills are safe, a spokesman for the manufacturer said.", "interested_party"),
                must_not("The pills are safe, Dr. Amara Lind said.", "interested_party"),
            ),
        ),
    ]
