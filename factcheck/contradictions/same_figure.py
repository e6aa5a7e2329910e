"""One thing counted or measured in two places without conflict: the figure and its rounding, the same at another time or in another place.

A link only, never a flag. Numbers of one event are told apart by what kind of event it is, others by the words around them.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.contradictions import likeness
from factcheck.contradictions.amounts import Amount, amounts, differ, rounded_alike
from factcheck.contradictions.changes import Difference
from factcheck.contradictions.conversion import unit_of
from factcheck.contradictions.differences import differences, noun_class
from factcheck.contradictions.keys import Line, lines
from factcheck.contradictions.likeness import Pair
from factcheck.contradictions.moments import clash_of, moments, one_time
from factcheck.contradictions.tallies import Tally, tallies
from factcheck.contradictions.ties import Tie, tying
from factcheck.model.claim_parts import Value
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, must, must_not

RULE = "same-figure"
_LIKENESS = 0.6
_MOST = 12
"""An event with more tallies is many events."""
_MANY, _MOST_COUNTS, _SHARED = 10, 4, 2
_PERSONS = frozenset({"", "person"})


def find(ctx: Context) -> Iterable[Tie]:
    """Figures of one event, and figures of like sentences."""
    yield from _tallied(ctx)
    yield from _counted(ctx)
    for pair in likeness.pairs(ctx):
        if pair.likeness >= _LIKENESS:
            yield from _retold(pair, ctx)


def _tallied(ctx: Context) -> Iterable[Tie]:
    groups: dict[str, list[Tally]] = {}
    for t in tallies(ctx):
        groups.setdefault(t.event, []).append(t)
    for rows in groups.values():
        for n, later in enumerate(rows[:_MOST]):
            for earlier in rows[:n]:
                relation = _between(earlier.amount.value, later.amount.value)
                same = earlier.counted == later.counted or (earlier.counted in _PERSONS and later.counted in _PERSONS)
                if relation and same and earlier.year == later.year and not _apart(earlier, later):
                    yield Tie(earlier.claim, later.claim, earlier.span, later.span, *relation)


def _apart(a: Tally, b: Tally) -> bool:
    return bool(a.places and b.places) and not a.places & b.places


def _counted(ctx: Context) -> Iterable[Tie]:
    """One noun counted for two times: "last year 4 million visitors … 6 million visitors this year"."""
    groups: dict[str, list[tuple[Line, Amount, str]]] = {}
    for line in lines(ctx):
        when = one_time(line, ctx)
        if not when:
            continue
        for a in amounts(line, ctx):
            noun = noun_class(a.value.unit or "", ctx)
            if (
                a.kind in ("number", "quantity")
                and a.low >= _MANY
                and noun
                and unit_of(a, ctx) is None
                and ctx.tokens.lower[a.last + 1 : a.last + 2] != ["of"]
            ):
                groups.setdefault(noun, []).append((line, a, when))
    for rows in groups.values():
        first = {(when, a.low): (line, a, when) for line, a, when in reversed(rows)}
        if len(first) > _MOST_COUNTS:
            continue
        kept = sorted(first.values(), key=lambda row: row[1].span)
        for n, (line, a, when) in enumerate(kept):
            for other, b, then in kept[:n]:
                if when != then and a.low != b.low and (_one_matter(line, other) or _told_apart(when, then)):
                    yield Tie(line.claim_at(a.span), other.claim_at(b.span), a.span, b.span, "other_time", "other_time")


def _one_matter(a: Line, b: Line) -> bool:
    """Whether two sentences share a name or thing beside the counted noun."""
    return len({t.stem for t in a.terms} & {t.stem for t in b.terms}) >= _SHARED


def _told_apart(a: str, b: str) -> bool:
    """Whether two times are set against each other: "last year", "this year"."""
    return " " in a and " " in b and a.split()[1] == b.split()[1]


def _between(a: Value, b: Value) -> tuple[str, str] | None:
    """What the second value is to the first and the first to the second, where both give one number with different care."""
    if a.number is None or b.number is None or "vague" in (a.approx, b.approx):
        return None
    x, y = float(a.number), float(b.number)
    loose_a, loose_b = bool(a.approx) or a.high is not None, bool(b.approx) or b.high is not None
    if loose_a == loose_b and (loose_a or x == y or not rounded_alike(x, y)):
        return None
    if loose_a != loose_b and differ(a, b) is not None and not rounded_alike(x, y):
        return None
    exact_a = not loose_a if loose_a != loose_b else _digits(x) > _digits(y)
    return ("rounded", "exact") if exact_a else ("exact", "rounded")


def _digits(number: float) -> int:
    """How many digits count: 4 for 1,187, 2 for 1,200."""
    return len(f"{number:.6f}".rstrip("0").rstrip(".").replace(".", "").rstrip("0"))


def _retold(pair: Pair, ctx: Context) -> Iterable[Tie]:
    """Like sentences whose numbers differ in care only, or that tell of two times or places."""
    found = differences(pair, ctx)
    sorts = {d.sort for d in found}
    numbers = [d for d in found if d.sort in ("quantity", "rounded")]
    if sorts <= {"rounded"}:
        yield from _rounded(pair, ctx)
    elif len(numbers) == 1 and numbers[0].sort == "quantity" and sorts == {"quantity", "date"} and _two_times(pair, ctx):
        yield _tie(pair, numbers[0], "other_time", "other_time")
    elif len(numbers) == 1 and numbers[0].sort == "quantity" and sorts in ({"quantity", "attribute"}, {"quantity", "others"}):
        yield _tie(pair, numbers[0], "other_scope", "other_scope")


def _rounded(pair: Pair, ctx: Context) -> Iterable[Tie]:
    for x in amounts(pair.a, ctx):
        for y in amounts(pair.b, ctx):
            relation = _between(x.value, y.value) if x.kind == y.kind and noun_class(x.noun, ctx) == noun_class(y.noun, ctx) else None
            if relation:
                yield Tie(pair.a.claim_at(x.span), pair.b.claim_at(y.span), x.span, y.span, *relation)


def _two_times(pair: Pair, ctx: Context) -> bool:
    """Whether both are dated alike, by the year or the month alone, and differently."""
    return any(clash_of(x, y) == "clash" and set(x.parts) == set(y.parts) for x in moments(pair.a, ctx) for y in moments(pair.b, ctx))


def _tie(pair: Pair, d: Difference, relation: str, back: str) -> Tie:
    return Tie(pair.a.claim_at(d.span_a), pair.b.claim_at(d.span_b), d.span_a, d.span_b, relation, back)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Figures to be read together."""
    return [
        tying(
            RULE,
            "One thing, two figures that agree",
            find,
            "Krifka 2007 (approximate interpretation of number words); Cohn & Cope, Numbers in the Newsroom (IRE, 2nd ed. 2014)",
            (
                must("The blast killed at least 30 miners, the company said.\n\nThe union said 31 miners were killed.", "exact"),
                must(
                    "About 1,200 passengers used the northern ferry to Quarne on its first day.\n\nIt rained.\n\nThe harbor office counted "
                    "1,187 passengers on the northern ferry to Quarne on its first day.",
                    "C003: rounded C001",
                ),
                must(
                    "In 2018 the ferry company carried 52,000 passengers to the northern islands.\n\nFares rose.\n\n"
                    "In 2021 the ferry company carried 38,000 passengers to the northern islands.",
                    "other_time",
                ),
                must(
                    "Last season the museum counted 41,000 visitors.\n\nIt rained.\n\nThis season the museum hopes for 50,000 visitors.",
                    "other_time",
                ),
                must_not("Last season the museum counted 41,000 visitors.\n\nThis season the zoo hopes for 50,000 readers."),
                must_not("The blast killed 31 miners, the company said.\n\nA fire in 1987 killed at least 30 miners."),
                must_not("The firm carried 52,000 passengers in 2018.\n\nThe museum sold 38,000 tickets in 2021."),
                must_not("The blast killed 31 miners, the company said.\n\nThe blast killed 31 miners."),
            ),
        )
    ]
