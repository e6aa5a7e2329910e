"""Outcomes that exclude each other in words that are no antonyms: resigned and dismissed, childless and "survived by a daughter".

Compares only what is told of one person or thing, by name, noun or pronoun. Leaves out conditions, fears and other years.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from factcheck.contradictions import voice
from factcheck.contradictions.keys import Line, line_of, lines
from factcheck.contradictions.likeness import MOST_LINES, frequencies
from factcheck.contradictions.moments import moments
from factcheck.contradictions.negation import is_negator
from factcheck.contradictions.postings import among, standing
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "outcomes-exclude"
_REACH = 7
_BACK = 5
_GENDERS = {"she": frozenset({"she", "her"}), "he": frozenset({"he", "his", "him"})}
"""Where nobody is named before, two pronouns of one gender are one person."""
_RESOLVE = "The record of the event, or a witness who is neither side; and when each of the two was said."


@dataclass(frozen=True, slots=True)
class _Outcome:
    """One side of an outcome, told of something.

    Args:
        side: "a" or "b".
        matter: stems of what it is told of.
        persons: the last words of the persons and bodies it may be told of, in lower case.
        years: years that the line names.
        row: the group of the lexicon.
    """

    side: str
    matter: frozenset[str]
    persons: frozenset[str]
    years: frozenset[int]
    line: Line
    row: Mapping[str, Any]


def _table(ctx: Context) -> Mapping[str, list[tuple[str, str, tuple[str, ...]]]]:
    """First word to (group, side, words) of every phrase, the longest first."""

    def make() -> dict[str, list[tuple[str, str, tuple[str, ...]]]]:
        out: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
        for name, row in ctx.lexicons["outcomes"].items():
            for side in ("a", "b"):
                for phrase in row.get(side, ()):
                    words = tuple(phrase.split())
                    out.setdefault(words[0], []).append((name, side, words))
        for rows in out.values():
            rows.sort(key=lambda r: -len(r[2]))
        return out

    return ctx.once("contradictions.outcome_table", make)


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """The outcomes that a claim tells, under their group."""
    return ctx.once("contradictions.outcomes", lambda: _facts(ctx)).get(claim.id, ())


def _facts(ctx: Context) -> Mapping[str, list[Fact]]:
    out: dict[str, list[Fact]] = {}
    for line in lines(ctx):
        for name, span, outcome in _found(line, ctx):
            claim = line.claim_at(span)
            out.setdefault(claim.id, []).append(Fact(f"outcome|{name}", (outcome.side, line.number), span, outcome))
    return out


def _found(line: Line, ctx: Context) -> Iterator[tuple[str, Span, _Outcome]]:
    tokens, table = ctx.tokens, _table(ctx)
    lower, own = tokens.lower, set(line.tokens)
    reading = ctx.lexicons["outcomes"]["reading"]
    told_at = among(line, standing("outcomes", table, ctx))
    if not told_at or among(line, standing("outcomes.unreal", reading["unreal"], ctx, may=False)) or "?" in line.claims[-1].text:
        return
    taken: set[int] = set()
    told: set[tuple[str, str]] = set()
    for i in told_at:
        for name, side, words in table.get(lower[i], ()):
            last = i + len(words) - 1
            if (name, side) in told or last not in own or i in taken or tuple(lower[i : last + 1]) != words:
                continue
            if any(is_negator(j, ctx) for j in range(max(0, i - 3), i) if j in own):
                continue
            told.add((name, side))  # one for each line is enough
            taken.update(range(i, last + 1))
            yield name, (tokens.starts[i], tokens.ends[last]), _outcome(line, (i, last), side, ctx.lexicons["outcomes"][name], ctx)


def _outcome(line: Line, at: tuple[int, int], side: str, row: Mapping[str, Any], ctx: Context) -> _Outcome:
    lower, df = ctx.tokens.lower, frequencies(ctx)
    pronouns = ctx.lexicons["outcomes"]["reading"]["pronouns"]
    near = [t for t in line.terms if -_REACH <= t.at - at[1] <= _REACH and not at[0] <= t.at <= at[1]]
    matter = {t.stem for t in near if df[t.stem] <= MOST_LINES}
    persons = _persons(line)
    spoken = {lower[i] for i in range(max(0, at[0] - _REACH), at[1] + 1) if lower[i] in pronouns}
    if spoken:
        before = line_of(ctx).get(line.number - 1)
        matter |= {t.stem for t in before.terms if df[t.stem] <= MOST_LINES} if before else set()
        if _persons(line, ctx.tokens.starts[at[0]]):  # "Brandt came with her daughter": the pronoun has its name
            spoken = set()
    if spoken:
        persons |= _named_before(line, ctx) or frozenset(g for g, forms in _GENDERS.items() if spoken & forms)
    years = frozenset(m.parts["year"] for m in moments(line, ctx) if isinstance(m.parts.get("year"), int))
    return _Outcome(side, frozenset(matter), persons, years, line, row)  # type: ignore[arg-type]


def _named_before(line: Line, ctx: Context) -> frozenset[str]:
    """Who is named in the nearest sentence before that names somebody."""
    for step in range(1, _BACK + 1):
        before = line_of(ctx).get(line.number - step)
        if before is not None and _persons(before):
            return _persons(before)
    return frozenset()


def _persons(line: Line, end: int | None = None) -> frozenset[str]:
    """Who is spoken of in a line, by last names; a speaker counts, because he may speak of himself."""
    named = [d.text for d in line.details if d.kind in ("person", "organization", "name") and (end is None or d.end <= end)]
    if end is None:
        named += [s for c in line.claims for s in voice.sources(c) if s[:1].isupper()]
    return frozenset(n.lower().removesuffix("'s").removesuffix("’s").split()[-1] for n in named if n.strip())


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """The two sides of one group, told of one person or thing."""
    x, y = a.fact.about, b.fact.about
    if not isinstance(x, _Outcome) or not isinstance(y, _Outcome) or x.side == y.side or x.line.number == y.line.number:
        return None
    if abs(x.line.number - y.line.number) > x.row["near"] or (x.years and y.years and x.years != y.years):
        return None
    named = bool(x.persons & y.persons)
    if x.row.get("person"):
        if not named and ((x.persons and y.persons) or len(x.matter & y.matter) < _LEAST_WORDS):
            return None
    elif len(x.matter & y.matter) + named < x.row["shared"]:
        return None
    return voice.finding(
        "opposite", a.claim, b.claim, (a.fact.span, b.fact.span), ctx, _RESOLVE, lead="Two outcomes that exclude each other: ",
        rule=RULE, replaces=bool(x.row.get("later")),
    )  # fmt: skip


_LEAST_WORDS = 2
"""Where nobody is named on one side, so many other words have to be the same."""


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Outcomes."""
    return [
        ContradictionDetector(
            id=RULE,
            title="Outcomes that exclude each other",
            keys=keys,
            compare=compare,
            source="FrameNet 1.7 (Quitting, Firing, Kinship, Dead_or_alive); de Marneffe, Rafferty & Manning 2008 (lexical contradictions)",
            examples=(
                must(
                    "Ida Brandt resigned in May, her lawyer said.\n\nThe board met.\n\nBrandt was dismissed in May, the board said.", RULE
                ),
                must("Ole Falk had no children.\n\nHe kept bees.\n\nFalk is survived by his daughter, Irma.", RULE),
                must("The sluice was opened at six, the agency said.\n\nFarmers said the sluice was still closed at eight.", RULE),
                must_not("Ida Brandt resigned in May.\n\nThe board met.\n\nOle Falk was dismissed in June."),
                must_not("Ole Falk had no children.\n\nHis neighbor Ida Brandt came with her daughter."),
                must_not("The sluice was opened at six, the agency said.\n\nThe museum was still closed at eight."),
            ),
        )
    ]
