"""Says how to check a claim: "Said: …" (did the source say it) and "So: …" (is it so), each with the class of primary source.

Never looks anything up. The lines are ``language/lexicon/routes.toml``; single sums to do again are in checks.py.
"""

from __future__ import annotations

from factcheck.assessment.checks import checks_of
from factcheck.assessment.rules import rules
from factcheck.assessment.traits import Found, Traits, counts, traits
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import Assessment, Assessor, must, must_not

OPEN = "somebody unnamed"


def seen_for_routes(claim: Claim, ctx: Context) -> Traits:
    """The traits of a claim with its level, its flags and the few that only routes ask for."""
    seen = traits(claim, ctx)
    more: Found = {f"level:{claim.verifiability.level}": None, f"level_code:{claim.verifiability.reason_code}": None}
    for flag in claim.flags:
        more.setdefault(f"flag:{flag.code}", flag.span)
        if flag.code == "undefined_superlative":
            more["plain_superlative"] = flag.span
    if "detail:superlative" in seen and "flags.ordinal_plain" not in seen:
        more.setdefault("plain_superlative", seen.span("detail:superlative"))
    for d in claim.details:
        if d.kind in ("number", "quantity") and counts(d):
            more.setdefault("counted", (d.start, d.end))
        if d.kind == "date" and d.value and d.value.weekday and d.value.date:
            more["weekday_dated"] = (d.start, d.end)
    if claim.attribution and claim.attribution.via:
        more["via"] = None
    return Traits({**seen.found, **more}, seen.text)


def said(claim: Claim, seen: Traits, ctx: Context) -> str | None:
    """The line that asks whether the source said it; None for the article's own voice and for a silence."""
    a = claim.attribution
    if a is None or a.source_type == "author" or "accusations.no_comment" in seen:
        return None
    row, _ = next(rules(ctx, "routes", "said").firing(seen), (None, ""))
    if row is None:
        return None
    via = a.via[0] if a.via else ""
    text = str(row.data["text"]).replace("{source}", a.source or OPEN).replace("{via}", via)
    tail = []
    if a.quotation != "indirect":
        tail.append("word for word")
    if any(f.code == "translated" for f in claim.flags):
        tail.append("in its own language")
    if a.chain:
        tail.append(f"then {a.chain[-1]}, whom it cites")
    return "Said: " + "; ".join([text, *tail])


def so(seen: Traits, ctx: Context) -> str:
    """The line that asks whether it is so: the first few classes of primary source."""
    found = rules(ctx, "routes", "so").first_of_groups(seen)
    if found[0][0].data.get("only"):  # an opinion, a question without an answer: nothing else would settle it
        found = found[:1]
    lines = [str(r.data["text"]) for r, _ in found if r.data["group"] != "else"] or [str(r.data["text"]) for r, _ in found]
    return "So: " + "; ".join(lines[: ctx.lexicons["routes"]["so_limit"]])


def assess(claim: Claim, ctx: Context) -> Assessment:
    """The routes and the single checks of a claim."""
    seen = seen_for_routes(claim, ctx)
    lines = [line for line in (said(claim, seen, ctx), so(seen, ctx)) if line]
    return Assessment(routes=tuple(lines), checks=checks_of(claim, ctx))


EXAMPLES = (
    must("Miners were killed.", "So: death or injury: police, hospital or next of kin; a register or an obituary"),
    must("The mill was sold for $4 million.", "So: money: accounts, budget or contract; the year and the currency"),
    must(
        "Tom Ashby did not respond to two e-mails.",
        "So: asked: the record of the request (e-mail, call log), when and to whom, and any answer since",
    ),
    must("It must be inspected every two years under state law.", "So: law: the text in force, with its section and date"),
    must_not("The mill stood on a hill.", "So: money: accounts, budget or contract; the year and the currency"),
    must_not("The mill stood on a hill.", "Said: the author's notes, and an editor who knows who it is"),
)


@hookimpl
def register_assessors() -> list[Assessor]:
    """Routes and checks of every claim; runs after levels and flags."""
    return [
        Assessor(
            id="routes",
            title="Where to check it",
            priority=80,
            assess=assess,
            examples=EXAMPLES,
            source="The Chicago Guide to Fact-Checking; Verification Handbook (2014)",
        )
    ]
