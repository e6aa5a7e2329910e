"""Flags of law: accusation, crime, court stage, no reply. Never says that somebody did something."""

from __future__ import annotations

from factcheck.assessment.accused import Accused, accused
from factcheck.assessment.flags.common import NOTHING, by_rule, flag_record, raised
from factcheck.assessment.marks import marks
from factcheck.assessment.traits import Found, Traits
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import Assessment, Assessor, must, must_not

STYLE = "AP Stylebook on arrests, indictments and allegations; McNae's Essential Law for Journalists"
SOMEBODY = (
    "detail:person", "detail:organization", "detail:title", "detail:place", "flags.pronoun", "flags.short_form", "consequence.power",
)


def _somebody(claim: Claim, seen: Traits, ctx: Context) -> Found:
    """An accusation needs somebody: a name, a title, or a pronoun that stands for one."""
    for name in SOMEBODY:
        if name in seen:
            return {"about_somebody": seen.span(name)}
    return {"about_somebody": None} if claim.reading else {}


def _unanswered(ctx: Context) -> dict[str, Accused]:
    """The accused without an answer, by the claims that accuse them."""

    def make() -> dict[str, Accused]:
        rows = accused(ctx.claims, ctx.article, marks(ctx))
        return {i: row for row in rows if not row.answers for i in row.allegations}

    return ctx.once("assessment.unanswered", make)


def no_reply(claim: Claim, ctx: Context) -> Assessment:
    """The accused side's answer is not in the article; runs after the flags that accuse."""
    row = _unanswered(ctx).get(claim.id)
    if row is None:
        return NOTHING
    return raised("no_reply", row.span_in(claim), f"No answer of {row.name} is in the article: was it put to them?")


@hookimpl
def register_assessors() -> list[Assessor]:
    """One record a flag."""
    return [
        flag_record("accusation", by_rule("accusation", _somebody), STYLE, (
            must("Nora Pell accused Tom Ashby of cheating.", "accusation"),
            must("Tom Ashby allegedly left with the papers.", "accusation"),
            must_not("Tom Ashby left with the papers.", "accusation"),
        )),
        flag_record("crime", by_rule("crime"), STYLE, (
            must("Tom Ashby was charged with fraud in Leeds.", "crime"),
            must_not("Tom Ashby was elected in Leeds.", "crime"),
        )),
        flag_record("court_stage", by_rule("court_stage"), STYLE, (
            must("Tom Ashby was convicted of arson in Leeds.", "court_stage"),
            must_not("The Leeds mill burned in 1911.", "court_stage"),
        )),
        flag_record("no_reply", no_reply, "BBC Editorial Guidelines on fairness: right of reply; IPSO Editors' Code, clause 1", (
            must("Nora Pell said Tom Ashby lied to the board.", "no_reply"),
            must_not("Nora Pell said Tom Ashby lied to the board. Ashby denied that he had lied.", "no_reply"),
        ), priority=60),
    ]
