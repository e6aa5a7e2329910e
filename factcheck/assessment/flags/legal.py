"""Flags of law: accusation, crime, court stage, no reply. Never says that somebody did something."""

from __future__ import annotations

from factcheck.assessment.accused import Accused, accused
from factcheck.assessment.flags.common import by_rule, flag_record, raised
from factcheck.assessment.marks import marks
from factcheck.assessment.traits import Found, Traits, traits
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import NOTHING, Assessment, Assessor, must, must_not

STYLE = "AP Stylebook on arrests, indictments and allegations; McNae's Essential Law for Journalists"
SOMEBODY = (
    "detail:person",
    "detail:organization",
    "detail:name",
    "detail:title",
    "detail:place",
    "accusations.party",
    "flags.pronoun",
    "flags.short_form",
    "consequence.power",
)
PERSONS = frozenset({"he", "she", "they"})
OBJECT_WORDS = 10
"""So many words may stand between "charged" and its "with"."""
OBJECT_NEAR = 30
"""So many characters after "slammed" its object is named."""
RULE_NEAR = 40
"""So many characters after "broke" the rule is named."""


def _charged_with(claim: Claim, seen: Traits, ctx: Context) -> Span | None:
    """ "charged … with": with somebody between, so that a charged battery is no case."""
    tokens = ctx.tokens
    for name, span in marks(ctx).within(claim.start, claim.end):
        if name == "accusations.charge_verb":
            i = tokens.at(span[1] - 1) + 1
            stop = next((k for k in range(i, min(i + OBJECT_WORDS, len(tokens))) if tokens.lower[k] in ("with", ".", ";")), None)
            if stop is None or stop == i or tokens.lower[stop] != "with" or tokens.starts[stop] >= claim.end:
                continue
            low, high = tokens.starts[i], tokens.starts[stop]
            named = any(low <= d.start < high and d.kind in ("person", "name", "organization", "title", "age") for d in claim.details)
            if named or any(n in ("accusations.party", "flags.private", "flags.pronoun") for n, _ in marks(ctx).within(low, high)):
                return span
    return None


def _crime_of_somebody(claim: Claim, seen: Traits, ctx: Context) -> Span | None:
    """A crime told of a person by another ("he stole from us")."""
    span = seen.span("accusations.crime_act")
    if span is None or "attributed" not in seen:
        return None
    tokens = ctx.tokens
    inside = tokens.within(claim.start, span[0])
    passive = any(tokens.lower[i] in ("was", "were", "been", "is", "are", "being") for i in inside[-2:])
    somebody = any(d.kind == "person" and d.end <= span[0] for d in claim.details) or any(tokens.lower[i] in PERSONS for i in inside)
    return span if somebody and not passive else None


def _rule_broken(claim: Claim, seen: Traits, ctx: Context) -> Span | None:
    """A rule that somebody is said to have broken: "broke the charter"."""
    if "accusations.rulebook" not in seen:
        return None
    found = list(marks(ctx).within(claim.start, claim.end))
    rules = [s for n, s in found if n == "accusations.rulebook"]
    return next((s for n, s in found if n == "accusations.breaks" and any(0 < r[0] - s[1] <= RULE_NEAR for r in rules)), None)


def _condemned(claim: Claim, seen: Traits, ctx: Context) -> Span | None:
    """A person or body that is judged in public ("slammed Mayor Y"): of a deed or a plan nobody answers."""
    frame = seen.span("frame:levels.condemn")
    near = frame if frame and 0 <= claim.start - frame[1] <= 2 else None
    verb = near or next((s for n, s in marks(ctx).within(claim.start, claim.end) if n == "levels.condemn"), None)
    if verb is None:
        return None
    named = (d for d in claim.details if d.kind in ("person", "organization") and 0 < d.start - verb[1] <= OBJECT_NEAR)
    text = ctx.article.text
    return next((verb for d in named if text[d.end : d.end + 2] not in ("'s", "’s") and not d.text.endswith(("'s", "’s"))), None)


def _structures(claim: Claim, seen: Traits, ctx: Context) -> Found:
    """What several words say together, by name."""
    found: Found = {}
    if "accusations.charge_verb" in seen and (span := _charged_with(claim, seen, ctx)):
        found["charged_with"] = span
    if "accusations.crime_act" in seen and (span := _crime_of_somebody(claim, seen, ctx)):
        found["crime_of_somebody"] = span
    if "accusations.breaks" in seen and (span := _rule_broken(claim, seen, ctx)):
        found["rule_broken"] = span
    if ("levels.condemn" in seen or "frame:levels.condemn" in seen) and (span := _condemned(claim, seen, ctx)):
        found["condemned_somebody"] = span
    if "accusations.stands_accused" in seen and "accusations.crime" in seen:
        found["accused_of_crime"] = seen.span("accusations.stands_accused")
    return found


def _somebody(claim: Claim, seen: Traits, ctx: Context) -> Found:
    """An accusation needs somebody: a name, a title, or a pronoun that stands for one."""
    found = _structures(claim, seen, ctx)
    for name in SOMEBODY:
        if name in seen:
            return {**found, "about_somebody": seen.span(name)}
    return {**found, "about_somebody": None} if claim.reading else found


def _unanswered(ctx: Context) -> dict[str, Accused]:
    """The accused of whose answer or silence nothing is told, by the claims that accuse them."""

    def make() -> dict[str, Accused]:
        rows = accused(ctx.claims, ctx.article, marks(ctx))
        return {i: row for row in rows if not row.answers and not row.asked for i in row.allegations}

    return ctx.once("assessment.unanswered", make)


def no_reply(claim: Claim, ctx: Context) -> Assessment:
    """The accused side's answer is not in the article; runs after the flags that accuse."""
    row = _unanswered(ctx).get(claim.id)
    if row is None or "accusations.convicted" in traits(claim, ctx):  # the trial was the place for an answer
        return NOTHING
    return raised("no_reply", row.span_in(claim), f"No answer of {row.name} is in the article: was it put to them?")


@hookimpl
def register_assessors() -> list[Assessor]:
    """One record a flag."""
    return [
        flag_record(
            "accusation",
            by_rule("accusation", _somebody),
            STYLE,
            (
                must("Nora Pell accused Tom Ashby of cheating.", "accusation"),
                must("Tom Ashby allegedly left with the papers.", "accusation"),
                must("Nora Pell sued Tom Ashby over the papers.", "accusation"),
                must("Nora Pell blamed the council for the delay.", "accusation"),
                must("“He stole from us,” Nora Pell said of Tom Ashby.", "accusation"),
                must("Nora Pell claims Tom Ashby broke the city charter.", "accusation"),
                must("Nora Pell denounced Mayor Tom Ashby at the mill.", "accusation"),
                must_not("Nora Pell denounced the test in Leeds.", "accusation"),
                must_not("Tom Ashby left with the papers.", "accusation"),
                must_not("Nora Pell claims Tom Ashby broke the record.", "accusation"),
                must_not("Tom Ashby has not been charged.", "accusation"),
                must_not("Tom Ashby said the village lies on the lake.", "accusation"),
                must_not("Tom Ashby declined to say whether he would sue the mill.", "accusation"),
                must("Nora Pell said Tom Ashby had hidden the cost of the mill.", "accusation"),
                must_not("Tom Ashby failed to qualify for the final.", "accusation"),
                must_not("The prosecutor did not recommend any charges against Tom Ashby.", "accusation"),
            ),
        ),
        flag_record(
            "crime",
            by_rule("crime", _structures),
            STYLE,
            (
                must("Tom Ashby was charged with fraud in Leeds.", "crime"),
                must_not("Tom Ashby was elected in Leeds.", "crime"),
                must_not("The council of Leeds set the charges at the car park.", "crime"),
                must("Tom Ashby faces charges at the court in Leeds.", "crime"),
                must_not("Tom Ashby stole the show in Leeds.", "crime"),
                must_not("Tom Ashby forged links with two mills in Leeds.", "crime"),
            ),
        ),
        flag_record(
            "court_stage",
            by_rule("court_stage", _structures),
            STYLE,
            (
                must("Tom Ashby was convicted of arson in Leeds.", "court_stage"),
                must("Prosecutors charged Tom Ashby with arson.", "court_stage"),
                must("The judge said that the accused had a right to silence.", "court_stage"),
                must("Tom Ashby is accused of stealing the papers.", "court_stage"),
                must_not("Nora Pell accused Tom Ashby of cheating.", "court_stage"),
                must_not("The Leeds mill burned in 1911.", "court_stage"),
                must_not("The museum charged visitors with a card.", "court_stage"),
                must_not("Tom Ashby went into cardiac arrest in Leeds.", "court_stage"),
                must_not("Tom Ashby was charged with running the mill.", "court_stage"),
            ),
        ),
        flag_record(
            "no_reply",
            no_reply,
            "BBC Editorial Guidelines on fairness: right of reply; IPSO Editors' Code, clause 1",
            (
                must("Nora Pell said Tom Ashby lied to the board.", "no_reply"),
                must_not("Nora Pell said Tom Ashby lied to the board. Ashby denied that he had lied.", "no_reply"),
                must_not("Tom Ashby was convicted of arson in Leeds.", "no_reply"),
                must_not("It was what Tom Ashby called a cover-up in Leeds.", "no_reply"),
                must_not("Judge Tom Ashby released her on bail.", "no_reply"),
                must_not("Nora Pell said Tom Ashby lied to the board. Ashby did not respond.", "no_reply"),
            ),
            priority=60,
        ),
    ]
