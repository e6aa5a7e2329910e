"""Flags of people: private person, minor. Never guesses an age from a photograph, a school or a name."""

from __future__ import annotations

from factcheck.assessment.flags.common import by_rule, flag_record, uncovered
from factcheck.assessment.traits import Found, Traits
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import Assessor, must, must_not

IPSO = "IPSO Editors' Code of Practice, clauses 2 (privacy), 6 (children) and 9 (reporting of crime)"


def _young(claim: Claim, seen: Traits, ctx: Context) -> Found:
    limit = ctx.lexicons["flags"]["limits"]["minor_age"]
    more: Found = {}
    for d in claim.details:
        if d.kind == "age" and d.value and d.value.number is not None and d.value.number < limit and d.value.unit in (None, "year"):
            more.setdefault("under_age", (d.start, d.end))
    word = uncovered(claim, ctx, "flags.minor", "flags.not_minor")
    if word:
        more["minor_word"] = word
    return more


def _office(claim: Claim, seen: Traits, ctx: Context) -> Found:
    """Somebody with a title of office is no private person; "retired teacher" is no office."""
    office = next((w for w in ("consequence.power", "flags.spokesperson") if w in seen), None)
    return {"official_title": seen.span(office)} if office and "detail:title" in seen else {}


@hookimpl
def register_assessors() -> list[Assessor]:
    """One record a flag."""
    return [
        flag_record(
            "private_person",
            by_rule("private_person", _office),
            IPSO,
            (
                must("Leonard Pruett, a retired teacher, was flown to Danbrook.", "private_person"),
                must_not("The bridge at Danbrook opened in 1998.", "private_person"),
            ),
        ),
        flag_record(
            "minor",
            by_rule("minor", _young),
            IPSO,
            (
                must("A schoolboy was pulled from the river.", "minor"),
                must_not("The driver had minor injuries.", "minor"),
            ),
        ),
    ]
