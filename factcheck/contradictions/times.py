"""Whether two tellings may both have been so, one after the other: another day, "later", "no longer", still so at the later time."""

from __future__ import annotations

from factcheck.contradictions import voice
from factcheck.contradictions.deeds import HAVE, reading
from factcheck.contradictions.keys import sentence_of
from factcheck.contradictions.mentions import letters
from factcheck.contradictions.moments import WEEKDAYS, Moment, clash_of, moment, moments
from factcheck.contradictions.postings import standing
from factcheck.contradictions.telling import Telling
from factcheck.model.claim import Claim
from factcheck.plugin.context import Context

_WIDE = 9
_LONG = 24
_WEEK = 3


def other_time(x: Telling, y: Telling, ctx: Context) -> bool:
    """Whether the two may both have been so, one after the other."""
    changed = _changed(ctx)
    own = [ctx.tokens.within(*sentence_of(t.line.number, ctx)) for t in (x, y)]
    if any(not changed.isdisjoint(_around(t, tokens, ctx)) for t, tokens in zip((x, y), own, strict=True)):
        return True
    again, still = (standing(f"statements.{k}", reading(ctx, k), ctx) for k in ("again", "still"))
    lasts = x.present and y.present and any(not still.isdisjoint(r) for r in own)
    if x.deed.pole != y.deed.pole and not lasts and any(not again.isdisjoint(r) for r in own):
        return True
    if any(ctx.tokens.lower[r.start] == "since" and t.present for t, r in zip((x, y), own, strict=True)):
        return True
    row = ctx.lexicons["deeds"].get(x.deed.name, {})
    if row.get("times") is False:
        return False
    told_by = [bool(voice.sources(claim_of(t, ctx))) for t in (x, y)]
    passing = bool(row.get("passing")) or x.deed.name.startswith(HAVE)
    if x.prior != y.prior:
        before = x if x.prior else y
        told_after = told_by[1] if x.prior else told_by[0]
        if (
            (before.negated or passing or x.deed.pole != y.deed.pole)
            and not told_after
            and (not any(told_by) or before.undone or x.line.block == y.line.block)
        ):
            return True
    seasons = [{ctx.tokens.lower[i] for i in _around(t, r, ctx)} & reading(ctx, "periods") for t, r in zip((x, y), own, strict=True)]
    if seasons[0] and seasons[1] and not seasons[0] & seasons[1]:
        return True
    left, right = _dated(x, own[0], ctx), _dated(y, own[1], ctx)
    holds = _still(x, y, left, right, own, ctx)
    if left and right and not holds and not any(clash_of(m, n) == "same" for m in left for n in right):
        return True
    if not (left and right) and x.deed.on == y.deed.on == "is" and any(told_by):
        first, second = left or _said(x, ctx), right or _said(y, ctx)
        if first and second and not holds and not any(clash_of(m, n) == "same" for m in first for n in second):
            return True  # "out of danger, they had said on Friday"
    if (
        x.present != y.present
        and not (x.every or y.every)
        and bool(left) != bool(right)
        and (left if y.present else right)
        and not all(told_by)
        and not holds
    ):
        return True
    years = [any("year" in m.parts for m in side) for side in (left, right)]
    if row.get("final") and years[0] != years[1]:
        return True  # "survived the wreck", "died in 2011"
    if not passing or holds:
        return False
    if x.present != y.present and "noun" not in (x.deed.on, y.deed.on) and not (left and right):
        return not any(clash_of(m, n) == "same" for m in (*left, *_said(x, ctx)) for n in (*right, *_said(y, ctx)))
    if not any(told_by) and (x.line.block == y.line.block or (x.present != y.present and not (left and right))):
        return True
    return years[0] != years[1]


_OUTSET = frozenset({"start", "beginning", "outset"})
_SAYS = (["that"], ["says"], ["say"], ["believes"], ["believe"], ["puts"], ["reports"])


def _changed(ctx: Context) -> frozenset[int]:
    """Where something says that things have changed; "now that" gives a reason (Quirk et al. 1985, 15.48), "now says" another account."""
    lower = ctx.tokens.lower
    found = standing("statements.changed", reading(ctx, "changed"), ctx)
    return ctx.once("contradictions.changed", lambda: frozenset(i for i in found if lower[i] != "now" or lower[i + 1 : i + 2] not in _SAYS))


def _dated(t: Telling, own: range, ctx: Context) -> tuple[Moment, ...]:
    """The dates of a telling's own clause."""
    inside = _around(t, own, ctx, _LONG)
    if ctx.tokens.lower[inside.stop : inside.stop + 1] == ["when"]:  # "was still on when she came on Saturday"
        inside = range(inside.start, min(own.stop, inside.stop + _WIDE))
    low, high = ctx.tokens.starts[inside.start], ctx.tokens.ends[inside.stop - 1]
    return tuple(m for m in moments(t.line, ctx) if low <= m.span[0] < high)


def _said(t: Telling, ctx: Context) -> list[Moment]:
    """When it was said: "is open, the ministry said on Monday"."""
    a = claim_of(t, ctx).attribution
    return [m for d in a.details if d.kind in ("date", "time") and (m := moment(d, ctx)).parts] if a is not None else []


def _around(t: Telling, own: range, ctx: Context, wide: int = _WIDE) -> range:
    """The tokens of a telling's own clause."""
    known: dict[tuple[int, int, int], range] = ctx.once("contradictions.around", dict)
    key = (t.first, t.last, wide)
    if key not in known:
        marks, first, last = letters(ctx), t.first, t.last
        while first > own.start and t.first - first < wide and marks[first - 1] not in "ur;:":
            first -= 1
        while last < own.stop - 1 and last - t.last < wide and marks[last + 1] not in "ur;:":
            last += 1
        known[key] = range(first, last + 1)
    return known[key]


def _still(x: Telling, y: Telling, left: tuple[Moment, ...], right: tuple[Moment, ...], own: list[range], ctx: Context) -> bool:
    """Whether one is told to last: always, or still so at the later of two times."""
    always, still = (standing(f"statements.{k}", reading(ctx, k), ctx) for k in ("always", "still"))
    lower = ctx.tokens.lower
    if any(lower[i] in _OUTSET and lower[i - 2 : i] == ["from", "the"] for tokens in own for i in tokens):
        return True
    if any(not always.isdisjoint(tokens) for tokens in own):
        return True
    lasting = [not still.isdisjoint(tokens) for tokens in own]
    if not any(lasting):
        return False
    when = [_order(side) for side in (left, right)]
    if when[0] is None or when[1] is None or when[0] == when[1]:
        return not (left and right)
    late = (when[1][2] - when[0][2]) % 7 > _WEEK if not any((*when[0][:2], *when[1][:2])) else when[0] > when[1]
    return lasting[0] if late else lasting[1]


def _order(found: tuple[Moment, ...]) -> tuple[int, int, int] | None:
    """A moment as what can be put in order: year, month, day or the day of one week."""
    for m in found:
        year, month, day = (m.parts.get(k, 0) for k in ("year", "month", "day"))
        weekday = m.parts.get("weekday")
        if isinstance(year, int) and isinstance(month, int) and isinstance(day, int) and (year or month):
            return year, month, day
        if isinstance(weekday, str):
            return 0, 0, WEEKDAYS.index(weekday)
    return None


def claim_of(t: Telling, ctx: Context) -> Claim:
    return t.line.claim_at((ctx.tokens.starts[t.first], ctx.tokens.ends[t.last]))
