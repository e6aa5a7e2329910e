"""One vote with two results: "voted 7-4" and "the 8-3 vote", or "eight members voted for it". Leaves several votes and sport alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.contradictions.clashes import Clash, keyed, told
from factcheck.contradictions.keys import Line, lines, sentence_of
from factcheck.contradictions.sums import BODY, NUMBER, SPORT, VERB, VOTE, number_of, result_of
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "one-vote-two-results"
_SIDE = compiled(
    rf"(?<![\w.,-])(?P<n>{NUMBER})\s+(?:of\s+the\s+)?(?:{BODY}\s+|people\s+)?(?:had\s+)?(?:voted|votes|cast\s+their\s+votes|were)\s+"
    r"(?P<side>for|in\s+favou?r|against)\b",
    re.IGNORECASE,
)
_SEVERAL = compiled(
    r"\b(?:amendments?|another|second|third|first|earlier|previous(?:ly)?|last\s+(?:year|month|week)|again|committee|motions?|separate(?:ly)?|"
    r"later|in\s+(?:19|20)\d\d|also|ago|next|would|could|if|versions?|each)\b",
    re.IGNORECASE,
)
_RESOLVE = "The minutes of the meeting: who was there and how each voted."


@dataclass(frozen=True, slots=True)
class _Result:
    """A result as it is told: both sides, or one."""

    sides: frozenset[int]
    whole: bool
    claim: Claim
    span: Span


def find(ctx: Context) -> Iterable[Clash]:
    """Two results of the only vote that the article tells of."""
    first: _Result | None = None
    for line in lines(ctx):
        for result in _results(line, ctx):
            if result is None:
                return  # another vote: nobody can tell which result belongs to which
            if first is None:
                if not result.whole:
                    continue
                first = result
            elif (result.sides != first.sides) if result.whole else not result.sides <= first.sides:
                yield Clash(first.claim, result.claim, first.span, result.span, "Two results of one vote: ", _RESOLVE)
                return


def _results(line: Line, ctx: Context) -> Iterator[_Result | None]:
    """The results in a sentence in order; None where it tells of another vote as well."""
    text = ctx.article.text
    start, end = sentence_of(line.number, ctx)
    if not VERB.search(text, start, end) or SPORT.search(text, start, end):
        return
    found: list[tuple[Span, frozenset[int], bool]] = []
    for m in VOTE.finditer(text, start, end):
        result = result_of(m, ctx)
        unit = text[m.end() : m.end() + 9].strip().startswith(("percent", "per cent", "p.m", "a.m"))
        if result is not None and not unit:
            found.append((m.span(), frozenset(result), True))
    if not found:
        for m in _SIDE.finditer(text, start, end):
            n = number_of(m["n"], ctx)
            if n:
                found.append((m.span(), frozenset((n,)), False))
    if len(found) > 1 or (found and _SEVERAL.search(text, start, end)):
        yield None
        return
    for span, sides, whole in found:
        yield _Result(sides, whole, line.claim_at((span[0], span[0] + 1)), span)


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """One key for each clash that the claim is part of."""
    return keyed(RULE, find, claim, ctx)


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """The clash that brought the two together."""
    return told("quantity", RULE, a, ctx)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Results of a vote."""
    return [
        ContradictionDetector(
            id=RULE,
            title="One vote, two results",
            keys=keys,
            compare=compare,
            source="AP Stylebook on vote tabulations; house rule: every vote from the minutes",
            examples=(
                must(
                    "The council voted 7-4 on Tuesday to close the pool.\n\nIna Roth was surprised.\n\nThe 8-3 vote came at midnight.", RULE
                ),
                must("The council voted 7-4 on Tuesday to close the pool.\n\nEight members voted for the closing.", RULE),
                must_not("The council voted 7-4 on Tuesday to close the pool.\n\nSeven members voted for the closing, four against it."),
                must_not("The council voted 7-4 on Tuesday to close the pool. An amendment to keep it open failed, 5-6."),
                must_not("The council voted 7-4 on Tuesday to close the pool. In 2019 the council voted 8-3 to renovate it."),
            ),
        )
    ]
