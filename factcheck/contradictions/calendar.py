"""Weekday against date, impossible dates, and things that have happened after the article's own date. Resolves only what is sure.

Proleptic Gregorian calendar; a date without a year takes that of the article. Never guesses a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from factcheck.contradictions.keys import line_of, lines
from factcheck.contradictions.moments import WEEKDAYS, Moment, full, moment, moments
from factcheck.contradictions.voice import quote
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.claim_parts import Detail
from factcheck.model.patterns import compiled
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

WEEKDAY, IMPOSSIBLE, AHEAD = "weekday-date", "impossible-date", "past-after-publication"
_DATELINE = compiled(r"(?:(?P<d1>\d{1,2})\s+)?(?P<m>[A-Z][a-z]{2,8})\.?\s+(?:(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?P<y>\d{4})\b")
_MONTH_DAY = compiled(
    r"\b(?:(?P<m1>[A-Z][a-z]{2,8})\.?\s+(?P<d1>\d{1,2})(?:st|nd|rd|th)?(?![\d:.]\d|\d|\s?%|\s+percent)"
    r"|(?P<d2>\d{1,2})\s+(?P<m2>[A-Z][a-z]{2,8}))\b(?:,?\s+(?P<y>\d{4})\b)?"
)
_TOP, _SHORT = 6, 60
_MOST_DAYS = 39
"""Larger numbers after a month are years or counts."""
_NEXT = compiled(r"\b(?:the\s+)?(?:next|following)\s+(?P<day>(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.IGNORECASE)
_DAY = compiled(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
_LAST_DAY = {1: 31, 2: 29, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}


def published(ctx: Context) -> date | None:
    """The article's date: its publication date, else a full date in its dateline; None where neither is there."""
    return ctx.once("contradictions.published", lambda: _published(ctx))


def _published(ctx: Context) -> date | None:
    if ctx.article.published:
        try:
            return date.fromisoformat(ctx.article.published[:10])
        except ValueError:
            return None
    months = ctx.lexicons["dates"]["months"]
    for block in ctx.article.blocks[:6]:
        text = ctx.article.text[block.start : block.end]
        if block.kind != "dateline" and len(text) > 60:
            continue
        m = _DATELINE.search(text)
        if m and m["m"].lower() in months and (m["d1"] or m["d2"]):
            return full({"year": int(m["y"]), "month": months[m["m"].lower()], "day": int(m["d1"] or m["d2"])})
    return None


def check(claim: Claim, ctx: Context) -> Iterable[Finding]:
    """What the calendar says against a claim."""
    line = line_of(ctx).get(claim.sentence)
    if line is None:
        return
    own = [m for m in moments(line, ctx) if claim.start <= m.span[0] and m.span[1] <= claim.end]
    yield from _stated(_joined(own, ctx), ctx)
    if claim.attribution:
        framed = [moment(d, ctx) for d in claim.attribution.details if d.kind == "date" and _first_of_frame(claim, d, ctx)]
        yield from _stated(framed, ctx)
    yield from _impossible(claim, ctx)
    if _dated_row(ctx) is None:
        yield from _ahead(claim, ctx)


def _dated_row(ctx: Context) -> tuple[Claim, Span] | None:
    """The row near the top that states the article's own date, with its words; None where no row does."""

    def find() -> tuple[Claim, Span] | None:
        today = published(ctx)
        tops = {b.number for b in ctx.article.blocks[:_TOP]}
        for claim in ctx.claims if today is not None else ():
            if claim.block in tops and len(claim.text) <= _SHORT:
                for d in claim.details:
                    if d.kind == "date" and full(moment(d, ctx).parts) == today:
                        return claim, (d.start, d.end)
        return None

    return ctx.once("contradictions.dated_row", find)


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """What would come after the article's own date, with the row that states that date."""
    return ctx.once("contradictions.ahead", lambda: _ahead_facts(ctx)).get(claim.id, ())


def _ahead_facts(ctx: Context) -> dict[str, list[Fact]]:
    out: dict[str, list[Fact]] = {}
    row = _dated_row(ctx)
    for claim in ctx.claims if row is not None else ():
        for finding in _ahead(claim, ctx):
            if row is not None and claim.id != row[0].id:
                for own, span in (row, (claim, finding.spans[0])):
                    out.setdefault(own.id, []).append(Fact(f"{AHEAD}|{claim.id}", own.id, span, finding))
    return out


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """The two rows of what would come after the article's own date."""
    found = b.fact.about
    return replace(found, spans=(a.fact.span, b.fact.span), scope="article") if isinstance(found, Finding) else None


def _impossible(claim: Claim, ctx: Context) -> Iterable[Finding]:
    """A day that no calendar has. Read from the words, because no finder takes it for a date."""
    months = ctx.lexicons["dates"]["months"]
    for m in _MONTH_DAY.finditer(claim.text):
        name, day = (m["m1"] or m["m2"]).lower(), int(m["d1"] or m["d2"])
        led = claim.text[: m.start()].rstrip(" ,").lower().endswith(("on", "day", "until", "by", "since", "from"))
        if name not in months or day > _MOST_DAYS or not (m["y"] or led):
            continue  # "in May 35 people fled" is no date
        stated = {"month": months[name], "day": day, **({"year": int(m["y"])} if m["y"] else {})}
        if day > _LAST_DAY[months[name]] or (m["y"] and full(stated) is None):
            span = (claim.start + m.start(), claim.start + m.end())
            text = f"There is no {quote(ctx, span)} in the calendar."
            yield Finding("calendar", "conflict", (span,), text, "A calendar, and the record of the day.", "claim", IMPOSSIBLE)


def _first_of_frame(claim: Claim, detail: Detail, ctx: Context) -> bool:
    """A frame shared by several claims speaks once, with the first of them."""
    sharing = ctx.once("contradictions.frames", lambda: _frames(ctx))
    return sharing.get((detail.start, detail.end)) == claim.id


def _frames(ctx: Context) -> dict[Span, str]:
    out: dict[Span, str] = {}
    for c in ctx.claims:
        for d in c.attribution.details if c.attribution else ():
            out.setdefault((d.start, d.end), c.id)
    return out


def _joined(found: list[Moment], ctx: Context) -> list[Moment]:
    """Moments with a weekday and the date right after it brought together: "Friday evening (June 6)", "Sunday, March 4"."""
    out: list[Moment] = []
    for m in found:
        between = ctx.article.text[out[-1].span[1] : m.span[0]] if out else ""
        if (
            out
            and len(between) <= 9
            and "weekday" in out[-1].parts
            and "day" not in out[-1].parts
            and "day" in m.parts
            and "weekday" not in m.parts
            and not re.search(r"\b(?:and|or|to|until)\b", between)
        ):
            out[-1] = Moment((out[-1].span[0], m.span[1]), {**out[-1].parts, **m.parts})
        else:
            out.append(m)
    return out


def _stated(found: Iterable[Moment], ctx: Context) -> Iterable[Finding]:
    today = published(ctx)
    for m in found:
        weekday = m.parts.get("weekday")
        when = full(m.parts, today.year if today else None)
        if not isinstance(weekday, str) or when is None or m.ranged:
            continue
        if WEEKDAYS[when.weekday()] != weekday and not _year_before(m, when, weekday, today):
            real = WEEKDAYS[when.weekday()].title()
            text = f"{quote(ctx, m.span)} names a {weekday.title()}, but {_long(when)} was a {real}."
            yield Finding(
                "calendar",
                "conflict",
                (m.span,),
                text,
                "A calendar, and the record of the day: either the weekday or the date is wrong.",
                "claim",
                WEEKDAY,
            )


def _long(day: date) -> str:
    """11 March 2024, in English whatever the machine's language."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _year_before(m: Moment, when: date, weekday: str, today: date | None) -> bool:
    """Whether a date without a year fits the year before or after the article's, at the turn of the year."""
    if "year" in m.parts or today is None or abs((when - today).days) < 60:
        return False
    for year in (today.year - 1, today.year + 1):
        other = full(m.parts, year)
        if other is not None and WEEKDAYS[other.weekday()] == weekday:
            return True
    return False


def _ahead(claim: Claim, ctx: Context) -> Iterable[Finding]:
    """ "they met again the next Monday" where that Monday comes after the article's own date."""
    today = published(ctx)
    m = _NEXT.search(claim.text) if today else None
    if m is None or today is None:
        return
    before = {w.lower() for w in re.findall(r"[A-Za-z]+", claim.text[: m.start()])}
    tense = ctx.lexicons["contradictions"]["calendar"]
    if not before & set(tense["past"]) or before & set(tense["future"]):
        return
    at = claim.start + m.start()
    anchor = _anchor(claim, at, today, ctx)
    if anchor is None:
        return
    steps = (WEEKDAYS.index(m["day"].lower()) - anchor.weekday()) % 7 or 7
    when = anchor + timedelta(days=steps)
    if when > today:
        span = (at, claim.start + m.end())
        text = f"{quote(ctx, span)} would be {_long(when)}, after the article's own date of {_long(today)}."
        yield Finding("calendar", "conflict", (span,), text, "When it happened, and when the article was written.", "claim", AHEAD)


def _anchor(claim: Claim, at: int, today: date, ctx: Context) -> date | None:
    """The last weekday named before a place, in the same sentence or the one before it, as the latest such day up to the article's date."""
    near = [line for line in lines(ctx) if line.block == claim.block and claim.sentence - 1 <= line.number <= claim.sentence]
    start = near[0].claims[0].start if near else claim.start
    days = list(_DAY.finditer(ctx.article.text, start, at))
    if not days:
        return None
    back = (today.weekday() - WEEKDAYS.index(days[-1].group().lower())) % 7
    return today - timedelta(days=back)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """The calendar."""
    return [
        ContradictionDetector(
            id="calendar",
            title="Calendar",
            keys=keys,
            compare=compare,
            check=check,
            source="Gregorian calendar (ISO 8601); AP Stylebook on days and dates: look up every weekday",
            examples=(
                must("The mill burned down on Sunday, March 11, 2024, the fire chief said.", WEEKDAY),
                must("The council met on February 30, 2021, to vote on the mill.", IMPOSSIBLE),
                must_not("The mill burned down on Monday, March 11, 2024, the fire chief said."),
                must_not("The mill burned down on March 11, 2024. The council will meet next Tuesday."),
            ),
        )
    ]
