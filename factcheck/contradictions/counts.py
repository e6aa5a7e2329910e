"""One thing counted twice: "24 plots", later "all 36 plots"; "wrote 12 novels", later "has written 14". Never compares parts with wholes.

A second number speaks against the first only where its noun phrase refers back (definite or total), or the same act is told again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.contradictions.amounts import Amount, amounts
from factcheck.contradictions.clashes import Clash, keyed, told
from factcheck.contradictions.conversion import unit_of
from factcheck.contradictions.keys import NAMES, Line, class_index, lines, stemmer
from factcheck.contradictions.postings import among, standing
from factcheck.contradictions.tallies import is_part
from factcheck.contradictions.things import aliases
from factcheck.contradictions.voice import kind_of_block, sources
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "counted-again"
_RESOLVE = "A list of all that are counted, from whoever keeps it, and the day on which it was made."
_TOTAL, _BACK, _PART = 3, 2, -1
_MOST_VALUES = 4
"""A noun with more different counts is counted in several places."""
_MOST_LOOKED_AT = 30
_NEARLY = 0.6
_FEW = 5


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things of one noun.

    Args:
        noun: stem of the counted noun.
        mods: stems of the words before the noun.
        number: how many.
        refers: 3 "all 36 plots", 2 "the 36 plots", -1 "another 36 plots", 0 otherwise.
        act: stem of the verb right before the number, or "".
        owner: stem of the name right after the noun ("of Tarn", "in Tarn"), or "".
    """

    noun: str
    mods: frozenset[str]
    number: float
    refers: int
    act: str
    owner: str
    amount: Amount
    line: Line
    claim: Claim
    dated: bool


def counts(ctx: Context) -> Mapping[str, list[Count]]:
    """All exact counts of the article by their noun, made once."""

    def make() -> dict[str, list[Count]]:
        out: dict[str, list[Count]] = {}
        for line in lines(ctx):
            for c in _of_line(line, ctx):
                out.setdefault(c.noun, []).append(c)
        return out

    return ctx.once("contradictions.counts", make)


def _of_line(line: Line, ctx: Context) -> Iterable[Count]:
    make, words = stemmer(ctx), ctx.lexicons["counted_again"]
    lower = ctx.tokens.lower
    moved = set(words["moved"])
    if not line.details or among(line, standing("counted_again.foreseen", words["foreseen"], ctx)):
        return
    dated = any(lower[i] in moved for i in line.tokens) or any(d.kind == "date" and any(c.isdigit() for c in d.text) for d in line.details)
    for a in amounts(line, ctx):
        if a.kind not in ("number", "quantity") or a.value.approx or a.value.high is not None or not a.value.unit or a.low < 2:
            continue
        own = make(a.value.unit.lower())
        if a.low != int(a.low) or own in _generic(ctx) or unit_of(a, ctx) is not None:
            continue
        noun = _class(own, ctx)
        head = next((n for n, w in enumerate(a.words) if make(w) == own), None)
        if head is None:
            continue
        at = a.last + 1 + head
        claim = line.claim_at((a.span[0], a.span[0] + 1))
        yield Count(
            noun,
            frozenset(make(w) for w in a.words[:head] if w not in words["told"]),
            a.low,
            _PART if is_part(a, ctx) and not _whole(a, lower) else _refers(a, words, lower),
            _act(a, words, ctx),
            _owner(at, ctx, line),
            a,
            line,
            claim,
            dated,
        )


def _class(stem: str, ctx: Context) -> str:
    """The noun under which synonyms are counted: storeys as floors, canvases as paintings, staff as workers."""
    alias = aliases(ctx).get(stem, stem)
    return alias if alias != stem else class_index(ctx, "counted").get(stem, stem)


def _generic(ctx: Context) -> frozenset[str]:
    return ctx.once("contradictions.generic_nouns", lambda: frozenset(stemmer(ctx)(w) for w in ctx.lexicons["counted_again"]["generic"]))


def _whole(a: Amount, lower: list[str]) -> bool:
    """ "the last of the 48 floors": the number is the whole of which a part is told."""
    return lower[max(0, a.first - 2) : a.first] == ["of", "the"] and lower[a.last + 1 : a.last + 2] not in (["of"], ["more"], ["other"])


def _refers(a: Amount, words: Mapping[str, list[str]], lower: list[str]) -> int:
    before = lower[max(0, a.first - 2) : a.first]
    if "all" in before:
        return _TOTAL
    if (before[-1:] and before[-1].endswith(("'s", "’s"))) or before == ["we", "are"]:
        return _BACK
    return _BACK if before[-1:] and before[-1] in words["definite"] else 0


def _act(a: Amount, words: Mapping[str, list[str]], ctx: Context) -> str:
    """The verb right before the number, light verbs apart."""
    before = ctx.tokens.lower[max(0, a.first - 1) : a.first]
    return "" if not before or before[0] in words["no_act"] or not before[0][0].isalpha() else stemmer(ctx)(before[0])


def _owner(at: int, ctx: Context, line: Line) -> str:
    lower = ctx.tokens.lower
    if at + 2 >= len(lower) or lower[at + 1] not in ("of", "in", "at", "on", "from"):
        return ""
    start = ctx.tokens.starts[at + 2 + (lower[at + 2] == "the" and at + 3 < len(lower))]
    return next((d.text.lower() for d in line.details if d.kind in NAMES and d.start <= start < d.end), "")


def find(ctx: Context) -> Iterable[Clash]:
    """Counts that refer back to another number, once for each noun."""
    for every in counts(ctx).values():
        rows = [c for c in every if c.refers != _PART]
        values = {c.number for c in rows}
        if not 1 < len(values) <= _MOST_VALUES or _explained(values | {c.number for c in every[:_MOST_LOOKED_AT]}):
            continue
        first: dict[tuple[float, frozenset[str]], Count] = {}
        for c in rows:
            first.setdefault((c.number, c.mods), c)
        clash = next((x for x in _pairs(list(first.values()), ctx)), None)
        if clash is not None:
            yield clash
    yield from _bare(ctx)


def _bare(ctx: Context) -> Iterable[Clash]:
    """ "I have built 27," where "built 30 schools" stands elsewhere and nothing else is told with that verb."""
    acts: dict[str, list[Count]] = {}
    for rows in counts(ctx).values():
        for c in rows:
            if c.act and c.refers != _PART:
                acts.setdefault(c.act, []).append(c)
    words, lower = ctx.lexicons["counted_again"], ctx.tokens.lower
    for line in lines(ctx):
        for a in amounts(line, ctx):
            act = _act(a, words, ctx)
            told_ = acts.get(act, []) if act else []
            if (
                not told_
                or a.kind != "number"
                or a.value.unit
                or a.value.approx
                or a.value.high is not None
                or len({c.noun for c in told_}) != 1
            ):
                continue
            ended = lower[a.last + 1 : a.last + 2] in ([","], ["."], [";"], ["and"], ["!"], ["?"], [])
            spoken = any(w in words["pronouns"] for w in lower[max(0, a.first - 4) : a.first - 1])
            if not ended or not spoken or any(c.number == a.low or c.dated or c.line.number == line.number for c in told_):
                continue
            claim = line.claim_at((a.span[0], a.span[0] + 1))
            x, y = sorted(((told_[0].claim, told_[0].amount.span), (claim, a.span)), key=lambda row: row[1])
            yield Clash(x[0], y[0], x[1], y[1], "Not the same number of one thing: ", _RESOLVE)


def _pairs(rows: list[Count], ctx: Context) -> Iterable[Clash]:
    for j, later in enumerate(rows):
        for earlier in rows[:j]:
            if earlier.number == later.number or earlier.line.number == later.line.number:
                continue
            if _back(earlier, later) or _again(earlier, later, ctx):
                lead = "Not the same number of one thing: "
                yield Clash(earlier.claim, later.claim, earlier.amount.span, later.amount.span, lead, _RESOLVE)


def _explained(values: set[float]) -> bool:
    """Whether parts make a whole: a sum, a difference or a half."""
    known = sorted(values)
    doubled = any(2 * a in values for a in known)
    return doubled or any(a + b in values for i, a in enumerate(known) for b in known[i + 1 :])


def _back(earlier: Count, later: Count) -> bool:
    """ "all 36 plots" after "24 plots"; a smaller number after "the" may be some of them, unless it comes close."""
    if later.dated or (earlier.owner and later.owner and earlier.owner != later.owner) or later.mods - earlier.mods:
        return False
    if later.refers < _BACK:
        return False
    if later.refers == _TOTAL or later.number > earlier.number:
        return earlier.mods == later.mods or later.refers == _TOTAL
    return later.number >= max(_FEW, _NEARLY * earlier.number) and earlier.mods == later.mods


def _again(earlier: Count, later: Count, ctx: Context) -> bool:
    """The same act told again: the same verb, noun and modifiers, with nobody else named."""
    if not earlier.act or earlier.act != later.act or earlier.mods != later.mods or (earlier.dated or later.dated):
        return False
    if earlier.owner != later.owner and earlier.owner and later.owner:
        return False
    mine, theirs = _people(earlier, ctx), _people(later, ctx)
    top = "headline" in (kind_of_block(earlier.claim, ctx), kind_of_block(later.claim, ctx))
    return bool(mine & theirs) or (top and not (mine and theirs))


def _people(c: Count, ctx: Context) -> frozenset[str]:
    """The last words of the names in a line."""
    names = [*(d.text for d in c.line.details if d.kind in NAMES), *sources(c.claim)]
    return frozenset(n.lower().removesuffix("'s").removesuffix("’s").split()[-1] for n in names if n.strip())


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """One key for each clash that the claim is part of."""
    return keyed(RULE, find, claim, ctx)


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """The clash that brought the two together."""
    return told("quantity", RULE, a, ctx)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Things counted again."""
    return [
        ContradictionDetector(
            id=RULE,
            title="One thing counted twice",
            keys=keys,
            compare=compare,
            source="Quirk et al. 1985, 5.27-32 (anaphoric the, all); Cohn & Cope, Numbers in the Newsroom (IRE, 2nd ed. 2014)",
            examples=(
                must("The museum owns 18 looms.\n\nVolunteers oiled them in winter.\n\nIn spring all 21 looms will be shown.", RULE),
                must("Ida Brandt has written 12 novels.\n\nCritics like her.\n\nBrandt said she had written 14 novels.", RULE),
                must("The baker has opened 9 shops in Holm.\n\nHow many more will there be?\n\nI have opened 7, and I am tired.", RULE),
                must_not("The museum owns 18 looms.\n\nVolunteers oiled them in winter.\n\nThe two looms from the mill will be shown."),
                must_not("The museum owns 18 looms and another 3 looms are on loan.\n\nIn spring all 21 looms will be shown."),
                must_not("In 1990 the museum owned 18 looms.\n\nNow all 21 looms are shown."),
            ),
        )
    ]
