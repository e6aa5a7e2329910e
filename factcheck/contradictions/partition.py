"""A whole and its parts in one sentence that do not add up: "34 took part, 21 of them from Holm and 15 from Tarn".

Adds only where the text says that the parts are of the whole: nothing is left over ("the remaining nine", a list after a colon), or nobody
can be in two of them. Never brings in a number from elsewhere.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from factcheck.contradictions.amounts import Amount, amounts
from factcheck.contradictions.keys import Line, line_of
from factcheck.contradictions.sorts import sort_of
from factcheck.contradictions.sums import whole_of
from factcheck.contradictions.voice import quote
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Finding, must, must_not

RULE = "whole-and-parts"
_MOST_PARTS = 40
_TABLE = 80
"""A sentence with more numbers is a table, which nobody adds up in words."""
_LIST_OPENS = frozenset({":", "—", "–", "-", "("})
_POINTS_OF_ROUNDING = 1.5
_NEAR = 3
_SHARES = 3
"""Shares that have to stand together before they are taken for all: of two, the rest may have been told before."""
_COUNT = "count"
_LONGEST_ITEM = 4


@dataclass(frozen=True, slots=True)
class _Sum:
    """A whole with its parts.

    Args:
        whole: the amount, or None for a hundred percent that nobody has to name.
        parts: of the same sort, in order.
        closed: whether nothing is left over; if not, the parts can be less than the whole.
    """

    whole: Amount | None
    parts: tuple[Amount, ...]
    closed: bool


def check(claim: Claim, ctx: Context) -> Iterable[Finding]:
    """What adding up a sentence shows; a sentence speaks with the claim that holds its first number."""
    line = line_of(ctx).get(claim.sentence)
    found = amounts(line, ctx) if line is not None else ()
    if line is None or not 1 < len(found) <= _TABLE or not claim.start <= found[0].span[0] < claim.end:
        return
    known = next((s for s in _sums(line, found, ctx) if _fails(s, ctx)), None)
    if known is None:
        return
    made = sum(a.low for a in known.parts)
    whole = "100 percent" if known.whole is None else f"{known.whole.low:,.10g}"
    every = [*known.parts, *([known.whole] if known.whole else [])]
    span = (min(a.span[0] for a in every), max(a.span[1] for a in every))
    text = f"The parts in {quote(ctx, span)} make {made:,.10g}, {'not' if known.closed else 'more than'} {whole}."
    yield Finding("arithmetic", "conflict", (span,), text, "A list of all that are counted; add it up.", "claim", RULE)


def _fails(s: _Sum, ctx: Context) -> bool:
    made = sum(a.low for a in s.parts)
    if s.whole is None:
        return abs(made - 100) > _POINTS_OF_ROUNDING
    room = _room(s.whole, ctx)
    return made > s.whole.low + room or (s.closed and made < s.whole.low - room)


def _room(whole: Amount, ctx: Context) -> float:
    """Half of the last digit of a rounded whole: "$1.2 million" is no more than 1.25."""
    found = _SCALE.search(ctx.article.text, *whole.span)
    if found is None:
        return 0.0
    scale = _SCALES[found[1].lower()]
    digits = f"{whole.low / scale:.6f}".rstrip("0").partition(".")[2]
    return float(scale * 10.0 ** -len(digits) / 2)


_SCALES = {"million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12, "tn": 1e12}
_SCALE = compiled(rf"\d\s?({'|'.join(sorted(_SCALES, key=len, reverse=True))})\b", re.IGNORECASE)


def _sums(line: Line, found: Sequence[Amount], ctx: Context) -> Iterator[_Sum]:
    """Each way to read a sentence as a whole with parts, the surest first."""
    sorts = [_sort(a, ctx) for a in found]
    for n, (whole, sort) in enumerate(zip(found, sorts, strict=True)):
        if sort in ("", "percent"):
            continue
        parts = tuple(a for a, s in zip(found[n + 1 :], sorts[n + 1 :], strict=True) if s == sort)
        if _fit(whole, parts):
            if _remaining(parts, ctx) and (_of(whole, ctx) or _colon(whole, parts[0], ctx)):
                yield _Sum(whole, parts, closed=True)
            yield from _listed(whole, parts, ctx)
            if (_of(whole, ctx) or _of_them(parts, ctx)) and _apart(parts, ctx):
                yield _Sum(whole, parts, closed=False)
    middle, first = whole_of(line, ctx)
    if middle is not None and first is not None and first.first < middle.first:
        parts = (first, *(a for a, s in zip(found, sorts, strict=True) if a.first > middle.first and s == _COUNT))
        if _fit(middle, parts) and _apart(parts, ctx):
            yield _Sum(middle, parts, closed=False)
    shares = tuple(a for a, s in zip(found, sorts, strict=True) if s == "percent")
    if len(shares) >= _SHARES and all(map(_exact, shares)) and _remaining(shares, ctx) and sum(a.low for a in shares) <= 2 * 100:
        yield _Sum(None, shares, closed=True)


def _sort(a: Amount, ctx: Context) -> str:
    """What can be added to it: persons and things to those, money of one currency, shares; "" for the rest."""
    found = sort_of(a, ctx)
    if found is not None:
        return found[0]
    counts = a.kind in ("number", "quantity") and a.low == int(a.low) and a.value.high is None
    return _COUNT if counts and not ctx.tokens.lower[a.first].endswith(("st", "nd", "rd", "th")) else ""


def _exact(a: Amount) -> bool:
    return not a.value.approx and a.value.high is None and a.low > 0


def _fit(whole: Amount, parts: Sequence[Amount]) -> bool:
    """Whether these can be parts: exact, two or more, each less than the whole, together not twice as much."""
    small = all(_exact(a) and a.low < whole.low for a in parts)
    return _exact(whole) and 2 <= len(parts) <= _MOST_PARTS and small and sum(a.low for a in parts) < 2 * whole.low


def _of(whole: Amount, ctx: Context) -> bool:
    """ "Of the 30 pupils", "all 30 pupils"."""
    before = ctx.tokens.lower[max(0, whole.first - 2) : whole.first]
    return "of" in before or before[-1:] == ["all"]


def _of_them(parts: Sequence[Amount], ctx: Context) -> bool:
    """ "21 of them", "of whom 21": the first part is one of what was counted before."""
    lower, words = ctx.tokens.lower, _words(ctx, "them")
    first = parts[0]
    after = lower[first.last + 1 : first.last + 3]
    before = lower[max(0, first.first - 6) : first.first]
    return any(pair[0] == "of" and pair[1] in words for pair in (*itertools.pairwise(after), *itertools.pairwise(before)))


def _colon(whole: Amount, part: Amount, ctx: Context) -> bool:
    return ":" in ctx.tokens.lower[whole.last + 1 : part.first]


def _remaining(parts: Sequence[Amount], ctx: Context) -> bool:
    """ "… and the remaining eight": the last of the parts is what is left."""
    last = parts[-1]
    before = ctx.tokens.lower[max(0, last.first - 2) : last.first]
    between = [ctx.tokens.lower[a.last + 1 : b.first] for a, b in itertools.pairwise(parts)]
    broken = any(";" in gap or "of" in gap[-2:] for gap in between)
    return any(w in _words(ctx, "rest") for w in before) and "and" in between[-1] and not broken


def _listed(whole: Amount, parts: Sequence[Amount], ctx: Context) -> Iterator[_Sum]:
    """ "A total of 12: five men and six women"; "12 were on board: five men and six women"; "all 30 passed: 12 …, nine … and eight …"."""
    text, lower = ctx.article.text, ctx.tokens.lower
    opener = text[whole.span[1] : parts[0].span[0]].strip()
    close = next((i for i in range(parts[0].first, parts[-1].last) if lower[i] in _CLOSES), len(lower))
    inside = tuple(p for p in parts if p.first < close)
    between = [lower[a.last + 1 : b.first] for a, b in itertools.pairwise(inside)]
    if not between or "and" not in between[-1]:
        return
    items = all(len(gap) <= _LONGEST_ITEM and gap[-1] in (",", "and") for gap in between)
    led = lower[parts[0].first - 1] == ":" and (items or lower[max(0, whole.first - 1)] == "all")
    if led or (opener in _LIST_OPENS and items):
        yield _Sum(whole, inside, closed=True)


_CLOSES = frozenset({".", ";", ")", "–", "—"})


def _apart(parts: Sequence[Amount], ctx: Context) -> bool:
    """Whether nobody can be in two of the parts: "from Holm … from Tarn", "won two, drawn two and lost six"."""
    lower = ctx.tokens.lower
    for group in _groups(ctx):
        found = [{w for w in lower[max(0, a.first - 1) : a.first] + lower[a.last + 1 : a.last + 1 + _NEAR] if w in group} for a in parts]
        if all(found) and len(set().union(*found)) == len(parts):
            return True
    leads = [_lead(a, ctx) for a in parts[1:]]
    if not leads[0] or any(lead != leads[0] for lead in leads) or "and" not in lower[parts[-2].last : parts[-1].first]:
        return False
    return leads[0] in lower[parts[0].last + 1 : parts[1].first]


def _lead(a: Amount, ctx: Context) -> str:
    """The preposition that says where a part belongs: "15 from Tarn", "15 of them from Tarn"; "" where none does."""
    lower, at = ctx.tokens.lower, a.last + 1
    if lower[at : at + 1] == ["of"] and lower[at + 1 : at + 2] and lower[at + 1] in _words(ctx, "them"):
        at += 2
    return lower[at] if at < len(lower) and lower[at] in _words(ctx, "belongs") else ""


def _words(ctx: Context, key: str) -> frozenset[str]:
    return ctx.lexicons.once(f"contradictions.partition.{key}", lambda: frozenset(ctx.lexicons["contradictions"]["arithmetic"][key]))


def _groups(ctx: Context) -> tuple[frozenset[str], ...]:
    rows = ctx.lexicons["contradictions"]["arithmetic"]["exclusive"]
    return ctx.lexicons.once("contradictions.partition.groups", lambda: tuple(frozenset(row.split()) for row in rows))


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Parts, added up."""
    return [
        ContradictionDetector(
            id=RULE,
            title="A whole and its parts",
            check=check,
            source="Cohn & Cope, Numbers in the Newsroom (IRE, 2nd ed. 2014): add up what belongs together",
            examples=(
                must("They have played nine matches, of which they have won two, drawn two and lost six.", RULE),
                must("By lot, 310 of the 600 patients were given to the first ward and 300 to the second.", RULE),
                must("Of the £2.4m, £1.2m went into a yacht, £700,000 into a stable and the remaining £600,000 into a casino.", RULE),
                must("Bread brings in 50 per cent of its sales, cakes 30 per cent and pies the remaining 25 per cent.", RULE),
                must_not("Of the 14,000 riders, 6,000 took the ferry, 5,000 the tram and the remaining 3,000 the bus."),
                must_not("In all, 40 singers came, 22 of them from Holm and 15 from Tarn."),
                must_not("Of the 40 singers, 30 read notes and 25 play the piano."),
                must_not("They have played ten matches, of which they have won two, drawn two and lost six."),
                must_not("Of the 600 patients, 310 were given the pill in May and 300 the syrup in June."),
                must_not("Bread brings in 50 per cent of its sales, cakes 30 per cent and pies the remaining 20 per cent."),
            ),
        )
    ]
