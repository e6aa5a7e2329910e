"""Another number for the same thing: tallies of one event in other words, numbers in two retellings. Never compares parts with wholes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from factcheck.contradictions import voice
from factcheck.contradictions.amounts import differ, key_of, rounded_alike
from factcheck.contradictions.clashes import Clash, keyed, told
from factcheck.contradictions.differences import only
from factcheck.contradictions.keys import Line, sentence_of, stems_of
from factcheck.contradictions.likeness import Pair
from factcheck.contradictions.tallies import Tally, events, tallies
from factcheck.contradictions.two_things import entry_and_rest, two_entries, two_owners, two_things, two_times
from factcheck.contradictions.voice import TOPS, kind_of_block, section
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.patterns import compiled
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

TALLY, RETOLD = "event-tally", "number-retelling"
_LIKENESS, _SHARED = 0.6, 3
_MOST_VALUES = 3
"""A text with more tallies of one event and class compares several events."""
_TOLD = 2
_ORDINAL = compiled(r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))\b", re.IGNORECASE)
_GENERIC = frozenset({"", "person"})
_RESOLVE = "A tally with its date from a primary source (register, hospital, ministry) and one that is independent of it."


def tally_keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """The tallies of a claim under their event."""
    return ctx.once("contradictions.tally_facts", lambda: _tally_facts(ctx)).get(claim.id, ())


_PART = 2
"""Where another place is named, a number twice as large is that of all places."""


def _tally_facts(ctx: Context) -> Mapping[str, list[Fact]]:
    groups: dict[str, list[Tally]] = {}
    for t in tallies(ctx):
        groups.setdefault(t.event, []).append(t)
    out: dict[str, list[Fact]] = {}
    for event, rows in groups.items():
        values = {key_of(t.amount.value) for t in rows}
        if len(values) > _MOST_VALUES + 1 or _adds_up(rows, ctx):
            continue
        for t in rows:
            out.setdefault(t.claim.id, []).append(Fact(f"{TALLY}|{event}", (key_of(t.amount.value), t.counted), t.span, t))
    return out


def _adds_up(rows: list[Tally], ctx: Context) -> bool:
    """Whether two of the numbers make a third: parts and their total. What two entries of a live report tell is no sum of them."""
    known = {t.amount.low: section(t.claim, ctx) for t in rows}
    numbers = sorted(known)
    return any(a + b in known and known[a] == known[b] for i, a in enumerate(numbers) for b in numbers[i + 1 :])


def compare_tallies(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """Two tallies of one event that cannot both hold."""
    x, y = a.fact.about, b.fact.about
    if not isinstance(x, Tally) or not isinstance(y, Tally) or x.line.number == y.line.number:
        return None
    if entry_and_rest(x.line, y.line, ctx):
        return None  # the toll of each day, the arrests of one night and of the week
    degree = differ(x.amount.value, y.amount.value)
    if degree is None or not _one_event(x, y) or rounded_alike(x.amount.low, y.amount.low):
        return None
    if not _comparable(x, y, ctx):
        return None
    running = section(a.claim, ctx) != section(b.claim, ctx) or any(w in events(ctx).reading["running"] for w in _words(y, ctx))
    return voice.finding(
        "quantity",
        a.claim,
        b.claim,
        (x.span, y.span),
        ctx,
        _RESOLVE,
        lead=f"Not the same number {x.event}: ",
        rule=TALLY,
        approximate=degree == "discrepancy",
        replaces=running,
    )


def _words(t: Tally, ctx: Context) -> list[str]:
    """The words of the whole sentence: "the operator now says" stands in the frame."""
    return [ctx.tokens.lower[i] for i in ctx.tokens.within(*sentence_of(t.line.number, ctx))]


def _one_event(x: Tally, y: Tally) -> bool:
    """Nothing speaks for two occasions: another year, names that have nothing in common."""
    if x.year != y.year and x.year is not None and y.year is not None:
        return False
    if (x.year is None) != (y.year is None):
        return False
    small, large = sorted((x.amount.low, y.amount.low))
    elsewhere = bool(x.places and y.places and not x.places & y.places)
    return not elsewhere or (x.counted == y.counted != "" and large < _PART * small)


def _comparable(x: Tally, y: Tally, ctx: Context) -> bool:
    """Whether both count the same: one class, or persons in general against a class of them of which there are more."""
    if x.counted == y.counted or (x.counted in _GENERIC and y.counted in _GENERIC):
        return True
    general, special = (x, y) if x.counted in _GENERIC else (y, x)
    if general.counted not in _GENERIC:
        return False
    if general.counted == "" and special.counted not in ctx.lexicons["counted"]:
        return True  # "a toll of 44", "31 miners": nobody says that the miners are only some of the dead
    if kind_of_block(general.claim, ctx) in TOPS and not _borne_out(general, ctx):
        return True  # what the headline counts stands nowhere in the body
    return general.amount.low < special.amount.low


def retold(ctx: Context) -> Iterable[Clash]:
    """Like sentences that differ in one number and nothing else."""
    for pair, d in only("quantity", ctx, _LIKENESS, _SHARED):
        if not pair.sure and any(apart(pair.a, pair.b, ctx) for apart in (_apart, two_things, two_owners)):
            continue  # the north and the south
        if _ordinal(d.span_a, ctx) != _ordinal(d.span_b, ctx) or (not pair.copied and _bare(pair, ctx)):
            continue  # the first set and three sets; what is alike is names, units and times
        if two_times(pair.a, pair.b, ctx) or two_entries(pair.a, pair.b, ctx):
            continue  # last season and this season
        a, b = pair.a.claim_at(d.span_a), pair.b.claim_at(d.span_b)
        yield Clash(
            a,
            b,
            d.span_a,
            d.span_b,
            "Not the same number: ",
            "The document or count that the number comes from.",
            approximate=d.degree == "discrepancy",
        )


def _ordinal(span: Span, ctx: Context) -> bool:
    return _ORDINAL.search(ctx.article.text, *span) is not None


def _bare(pair: Pair, ctx: Context) -> bool:
    """Whether fewer than two of the shared words say what is told: the others are names, units and words of time."""
    words = ctx.once("contradictions.retold_light", lambda: stems_of(ctx, ctx.lexicons["contradictions"]["retold"]["light"]))
    written = ctx.tokens.words
    own = {t.stem for t in pair.a.terms if not written[t.at][0].isupper()}
    return len((pair.shared & own) - words) < _TOLD


def _apart(a: Line, b: Line, ctx: Context) -> bool:
    """Whether two cases are weighed, two owners told apart, or something is left out or added on one side."""
    words = ctx.lexicons["contradictions"]["retold"]
    left, right = ({ctx.tokens.lower[i] for i in line.tokens} for line in (a, b))
    if any(w in left and w in right for w in words["unreal"]) or "own" in left | right:
        return True
    return any((w in left) != (w in right) for w in words["apart"])


def retold_keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """One key for each clash that the claim is part of."""
    return keyed(RETOLD, retold, claim, ctx)


def compare_retold(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """The clash that brought the two together."""
    return told("quantity", RETOLD, a, ctx)


def _borne_out(top: Tally, ctx: Context) -> bool:
    """Whether the body has the number of the headline, its rounding, or two that make it."""
    body = [t for t in tallies(ctx) if t.event == top.event and kind_of_block(t.claim, ctx) not in TOPS]
    if any(differ(top.amount.value, t.amount.value) is None or rounded_alike(top.amount.low, t.amount.low) for t in body):
        return True
    known = {t.amount.low for t in body}
    return any(x + y == top.amount.low for x in known for y in known)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Tallies of an event, and numbers in retellings."""
    return [
        ContradictionDetector(
            id=TALLY,
            title="Another number for one event",
            keys=tally_keys,
            compare=compare_tallies,
            source="FrameNet 1.7 (Killing, Death, Cause_harm, Arrest …); AP Stylebook on casualty figures; Krifka 2007 on round numbers",
            examples=(
                must(
                    "Nine injured as grandstand gives way\n\nA grandstand at the rowing club gave way on Sunday, injuring "
                    "seven people, the fire service said.",
                    TALLY,
                ),
                must("The explosion killed 31 miners, the company said.\n\nThe union said 44 miners were killed in the explosion.", TALLY),
                must_not("The explosion killed 31 miners, the company said.\n\nThe union said at least 30 miners were killed."),
                must_not(
                    "Seven people were injured when the grandstand gave way, two of them seriously.\n\nIn 2011, a similar "
                    "collapse injured 15 people."
                ),
                must_not("About 140 people had registered for the regatta, but only 35 were on the grandstand when it gave way."),
            ),
        ),
        ContradictionDetector(
            id=RETOLD,
            title="Another number in a retelling",
            keys=retold_keys,
            compare=compare_retold,
            source="de Marneffe, Rafferty & Manning 2008, Finding contradictions in text (numeric mismatches)",
            examples=(
                must(
                    "The ferry company carried 52,000 passengers to the northern islands last summer.\n\nFares rose.\n\n"
                    "The ferry company carried 38,000 passengers to the northern islands last summer.",
                    RETOLD,
                ),
                must_not("Last season the museum counted 41,000 visitors.\n\nThis season the museum hopes for 50,000 visitors."),
                must_not(
                    "The ferry company carried 52,000 passengers to the northern islands last summer.\n\nThe ferry company "
                    "sold 38,000 tickets for its winter cruises."
                ),
            ),
        ),
    ]
