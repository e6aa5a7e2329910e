"""Another date or time in two retellings of one statement. Never compares dates of different grain, as a year and a weekday."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.contradictions.clashes import Clash, keyed, told
from factcheck.contradictions.differences import only
from factcheck.contradictions.keys import Line
from factcheck.contradictions.two_things import two_entries, two_things
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "date-retelling"
_LIKENESS, _SHARED = 0.62, 3


def find(ctx: Context) -> Iterable[Clash]:
    """Like sentences that differ in one date or time and nothing else."""
    for pair, d in only("date", ctx, _LIKENESS, _SHARED):
        if not pair.sure and (_apart(pair.a, pair.b, ctx) or two_things(pair.a, pair.b, ctx)):
            continue
        if two_entries(pair.a, pair.b, ctx):
            continue
        (a, span_a), (b, span_b) = pair.a.told_at(d.span_a), pair.b.told_at(d.span_b)
        words = f"“{ctx.article.text[d.span_a[0] : d.span_a[1]]}” against “{ctx.article.text[d.span_b[0] : d.span_b[1]]}”: "
        yield Clash(a, b, span_a, span_b, words, "The date in a record or report of the day itself.")


def _apart(a: Line, b: Line, ctx: Context) -> bool:
    """Whether one of the two tells of another of its kind, or of what comes round again."""
    words = ctx.lexicons["figures"]["dated"]
    left, right = ({ctx.tokens.lower[i] for i in line.tokens} for line in (a, b))
    return any((w in left) != (w in right) for w in (*words["apart"], *words["recurring"], *words["plan"], "again"))


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """One key for each clash that the claim is part of."""
    return keyed(RULE, find, claim, ctx)


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """The clash that brought the two together."""
    return told("date", RULE, a, ctx)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Date against date."""
    return [
        ContradictionDetector(
            id=RULE,
            title="Another date",
            keys=keys,
            compare=compare,
            source=(
                "TimeML 1.2.1 (Saurí et al. 2006) for the parts of a date; de Marneffe, Rafferty & Manning 2008, Finding "
                "contradictions in text"
            ),
            examples=(
                must(
                    "The ferry company opened the northern terminal in July 2012.\n\nIt has six boats.\n\nThe ferry company "
                    "opened the northern terminal in March 2012.",
                    RULE,
                ),
                must(
                    "The engineer told the board on Tuesday that the wall was safe.\n\nIt has six gates.\n\nThe engineer told the "
                    "board on Friday that the wall was safe.",
                    RULE,
                ),
                must_not(
                    "The ferry company opened the northern terminal in July 2012.\n\nThe ferry company closed its ticket "
                    "office in March 2012."
                ),
            ),
        )
    ]
