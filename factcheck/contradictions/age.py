"""Age against year of birth: "Pruett, 71" and "Pruett, born in 1961". Needs the article's date; never guesses one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from factcheck.contradictions import voice
from factcheck.contradictions.calendar import published
from factcheck.contradictions.keys import lines, sentence_of
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "age-birth-year"
_NAME = r"(?<!\w)(?P<name>[A-Z][\w’'-]{1,30}(?:\s+[A-Z][\w’'.-]{1,30}){0,3})"
_AGED = re.compile(_NAME + r",\s+(?:aged?\s+)?(?P<age>\d{1,3})(?=,|\.|;|\s+who\b|\)|—| –)")
_AGED_IN_WORDS = re.compile(r"(?P<age>\d{1,3})-year-old\s+(?:[a-z]+\s+){0,3}" + _NAME)
_BORN = re.compile(
    _NAME + r"(?:,[^.;]{0,80})?,?\s+(?:who\s+)?(?:was|is)\s+born\s+(?:[^.;\d]{0,40}\d{1,2},?\s+)?(?:in\s+|on\s+)?"
    r"(?:[A-Z][a-z]+\s+(?:\d{1,2},\s+)?)?(?P<year>1[89]\d\d|20\d\d)\b"
)


@dataclass(frozen=True, slots=True)
class _Years:
    """When somebody can have been born: both years included."""

    first: int
    last: int


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """The years of birth that a claim states or implies, by the person's last name."""
    return ctx.once("contradictions.born", lambda: _facts(ctx)).get(claim.id, ())


def _facts(ctx: Context) -> Mapping[str, list[Fact]]:
    today = published(ctx)
    out: dict[str, list[Fact]] = {}
    if today is None:
        return out
    for line in lines(ctx):
        start, end = sentence_of(line.number, ctx)
        for pattern in (_AGED, _AGED_IN_WORDS, _BORN):
            for m in pattern.finditer(ctx.article.text, start, end):
                if pattern is _BORN:
                    years = _Years(int(m["year"]), int(m["year"]))
                    at: Span = (m.start("year"), m.end("year"))
                else:
                    if not 1 <= int(m["age"]) <= 115:
                        continue
                    years = _Years(today.year - int(m["age"]) - 1, today.year - int(m["age"]))
                    at = (m.start(), m.end("age")) if pattern is _AGED else (m.start("age"), m.end())
                name = m["name"].split()[-1].lower().removesuffix("'s").removesuffix("’s")
                claim = line.claim_at(at)
                out.setdefault(claim.id, []).append(Fact(f"born|{name}", (years.first, years.last), at, (years, m["name"].split())))
    return out


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """Two statements that cannot be of one birth; two first names are two people."""
    (x, name_x), (y, name_y) = a.fact.about, b.fact.about
    if x.first <= y.last and y.first <= x.last:
        return None
    if len(name_x) > 1 and len(name_y) > 1 and name_x[0].lower() != name_y[0].lower():
        return None
    return voice.finding(
        "arithmetic",
        a.claim,
        b.claim,
        (a.fact.span, b.fact.span),
        ctx,
        "The person's date of birth, from a document or the person.",
        lead="The age and the year of birth do not meet: ",
        rule=RULE,
    )


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Ages, computed again."""
    return [
        ContradictionDetector(
            id=RULE,
            title="Age and year of birth",
            keys=keys,
            compare=compare,
            source="AP Stylebook on ages; house rule: compute every age from its date",
            examples=(
                must(
                    "ALDER BAY, Wednesday, March 13, 2024\n\nIrma Falk, 58, keeps the lighthouse of Alder Bay.\n\nFalk, who "
                    "was born in 1975, took over from her father.",
                    RULE,
                ),
                must_not(
                    "ALDER BAY, Wednesday, March 13, 2024\n\nIrma Falk, 58, keeps the lighthouse of Alder Bay.\n\nFalk, who "
                    "was born in 1965, took over from her father."
                ),
            ),
        )
    ]
