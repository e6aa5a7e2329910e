"""Somebody without a husband, a sister, a child beside "her husband", "his sister", "her daughter": the lexicon "statuses" has the pairs.

Reads only articles in which the status is told of one person; what was, or will be, is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from factcheck.contradictions import voice
from factcheck.contradictions.descriptions import descriptions
from factcheck.contradictions.keys import Line, lines
from factcheck.contradictions.people import bare, everybody, named, named_before, sentence_tokens
from factcheck.contradictions.postings import standing
from factcheck.language import thesaurus
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "status-excludes-kin"
_IS, _HAS = "is", "has"
_AROUND = 6
_OWNERS = frozenset({"her", "his"})
_RESOLVE = "The person, the family or the register."


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """What a claim says of somebody's family."""
    return ctx.once("contradictions.statuses", lambda: _facts(ctx)).get(claim.id, ())


def _facts(ctx: Context) -> Mapping[str, list[Fact]]:
    out: dict[str, list[Fact]] = {}
    held = list(_held(ctx))
    if not held:
        return out
    people = {(status, person) for status, person, *_ in held}
    for status, person, line, first, last in (*held, *_kin(people, ctx)):
        span = (ctx.tokens.starts[first], ctx.tokens.ends[last])
        value = _IS if (status, person, line, first, last) in held else _HAS
        out.setdefault(line.claim_at(span).id, []).append(Fact(f"status|{status}|{person}", value, span, line.number))
    return out


Row = tuple[str, str, Line, int, int]


def _held(ctx: Context) -> Iterator[Row]:
    """Each status with its person, its line and its tokens."""
    table = {w: s for s, row in ctx.lexicons["statuses"]["status"].items() for w in row["words"]}
    lower = ctx.tokens.lower
    for d in descriptions(ctx):
        own = [bare(w) for w in lower[d.first : d.end + 1]]
        words = {*own, *(f"{a}-{b}" for a, b in pairwise(own))}
        if words & {"not", "former", "never", "later", "then", "now"}:
            continue
        for w in words & set(table):
            yield table[w], d.person, d.line, d.near, d.far - 1
        if lower[d.end : d.end + 2] == ["who", "was"] and lower[d.end + 2 : d.end + 3] == ["divorced"]:
            yield table["divorced"], d.person, d.line, d.first, d.end + 2


def _kin(people: set[tuple[str, str]], ctx: Context) -> Iterator[Row]:
    """Each relation that a status excludes, of the one who has the status."""
    lower, over = ctx.tokens.lower, ctx.lexicons.words("statuses", "over")
    for status, person in sorted(people):
        row = ctx.lexicons["statuses"]["status"][status]
        where = standing(f"statuses.{status}", row["kin"], ctx)
        for line in lines(ctx) if where else ():
            own = sentence_tokens(line, ctx)
            for i in sorted(where.intersection(own)):
                if i == own[0] or not (_is_theirs(i - 1, person, line, ctx) or _left_behind(i, own, person, line, ctx)):
                    continue
                near = lower[max(own[0], i - _AROUND) : min(i + _AROUND, own.stop)]
                if any(w in over or w.startswith("ex-") or (len(w) == len("1990") and w.isdigit()) for w in near):
                    continue
                if not row.get("present", False) or _in_the_present(i, own, ctx):
                    yield status, person, line, i - 1, i


def _is_theirs(at: int, person: str, line: Line, ctx: Context) -> bool:
    """Whether a possessor is the person: by name, or a pronoun where nobody else was named."""
    word = ctx.tokens.lower[at]
    if word not in _OWNERS:
        return bare(word) == person and word != person and bool(named(line, ctx))
    if len(everybody(ctx)) == 1:
        return True
    return set(named_before(line, at, ctx)) == {person}


def _left_behind(i: int, own: range, person: str, line: Line, ctx: Context) -> bool:
    """Whether the person leaves them: "He leaves a wife", "Falk is survived by two daughters"."""
    lower = ctx.tokens.lower
    led = lower[i - 2 : i - 1] == ["leaves"] or lower[i - 3 : i - 1] == ["survived", "by"]
    if not led or i - 2 < own[0]:
        return False
    here = {n.person for n in named(line, ctx) if n.last < i}
    if here:
        return here == {person}
    return lower[own[0]] in ("he", "she") and (len(everybody(ctx)) == 1 or set(named_before(line, i, ctx)) == {person})


def _in_the_present(i: int, own: range, ctx: Context) -> bool:
    """Whether a verb in the present follows at once: "her husband brings"."""
    after = ctx.tokens.lower[i + 1] if i + 1 < own.stop else ""
    return after in ("is", "has") or (after.endswith("s") and thesaurus.base(after, thesaurus.VERB) not in (None, after))


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """What somebody is against whom he or she has."""
    if a.fact.value == b.fact.value or a.fact.about == b.fact.about:
        return None
    lead = str(ctx.lexicons["statuses"]["status"][a.fact.key.split("|")[1]]["lead"])
    return voice.finding("attribute", a.claim, b.claim, (a.fact.span, b.fact.span), ctx, _RESOLVE, lead=lead, rule=RULE)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """What somebody is against whom he or she has."""
    return [
        ContradictionDetector(
            id=RULE,
            title="A divorced woman with a husband, an only child with a sister",
            keys=keys,
            compare=compare,
            source="WordNet 3.1 (divorce, spinster, bachelor, widow, only child)",
            examples=(
                must("Irma Falk, a widow, runs the mill.\n\nIt is small.\n\nHer husband carries the sacks, and Falk counts them.", RULE),
                must("Otto Tobak, a bachelor of 60, runs the mill.\n\nIt is small.\n\nTobak's wife counts the sacks.", RULE),
                must_not("Irma Falk, a widow, runs the mill.\n\nIt is small.\n\nHer late husband built it. Falk counts the sacks."),
                must_not("Irma Falk, a widow, runs the mill.\n\nIt is small.\n\nOtto Tobak came. His wife counts the sacks."),
            ),
        )
    ]
