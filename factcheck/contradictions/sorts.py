"""With what a number can be compared: money of one currency, shares, lengths, durations, counts. Leaves out what counts nothing.

Measures are brought to the base unit of their dimension; "a quarter of" is a share.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from factcheck.contradictions.amounts import Amount
from factcheck.contradictions.conversion import unit_of
from factcheck.contradictions.meanings import person
from factcheck.model.claim_parts import Value
from factcheck.model.patterns import compiled
from factcheck.plugin.context import Context

_HYPHENED = compiled(r"(?P<n>\d[\d,]*(?:\.\d+)?)-(?P<scale>million|billion|trillion)-(?P<unit>dollar|euro|pound)\b", re.IGNORECASE)
_SCALE = {"million": 1e6, "billion": 1e9, "trillion": 1e12}
_CURRENCY = {"dollar": "USD", "euro": "EUR", "pound": "GBP"}
_OLDEST = 115
_ENDS = ([","], ["."], [";"], ["and"])
_ENDINGS = ("st", "nd", "rd", "th")


def sort_of(a: Amount, ctx: Context) -> tuple[str, Value] | None:
    """The sort of an amount and its value in the base unit; None for ordinals, ages told as "later", halves of a date."""
    value, lower = a.value, ctx.tokens.lower
    if lower[a.first] in ctx.lexicons["figures"]["reading"]["no_counts"] and a.kind != "duration" and not 0 < float(value.number or 0) < 1:
        return None
    if lower[a.first].endswith(_ENDINGS) and lower[a.first][0].isdigit():
        return None
    if value.high is not None and value.high <= float(value.number or 0):
        return None  # "5-4": a result, which the detector of votes knows
    if a.kind == "money":
        return f"money|{value.unit or ''}", value
    if a.kind == "percent":
        points = "point" in ctx.article.text[a.span[0] : a.span[1]].lower()
        return ("points" if points else "percent"), value
    if a.kind == "age" or told_age(a, ctx) is not None:
        return "age", value
    hyphened = _HYPHENED.match(ctx.article.text, ctx.tokens.starts[a.first])
    if hyphened:
        number = float(hyphened["n"].replace(",", "")) * _SCALE[hyphened["scale"].lower()]
        return f"money|{_CURRENCY[hyphened['unit'].lower()]}", Value(number=number)
    if 0 < float(value.number or 0) < 1:
        share = value.high is None and not value.approx and lower[a.last + 1 : a.last + 2] == ["of"]
        return ("percent", Value(number=float(value.number or 0) * 100, approx="about")) if share else None
    return _measure(a, ctx) or (_count(a, ctx) if a.kind != "duration" else None)


def told_age(a: Amount, ctx: Context) -> int | None:
    """The noun of a person whose age a bare number is: "the suspect, 38,", "the boy, who is eight,"; None where it is none."""
    lower, at = ctx.tokens.lower, a.first - 1
    if a.kind != "number" or a.value.unit or not 1 <= float(a.value.number or 0) <= _OLDEST or lower[a.last + 1 : a.last + 2] not in _ENDS:
        return None
    if at > 1 and lower[at] in ("is", "was") and lower[at - 1] == "who":
        at -= 2
    if at < 1 or lower[at] != ",":
        return None
    noun = ctx.clauses[at - 1] == "n" and ctx.tokens.words[at - 1][0].islower() and person(at - 1, ctx)
    return at - 1 if noun else None


def _measure(a: Amount, ctx: Context) -> tuple[str, Value] | None:
    if a.kind == "duration" and _offset(a, ctx):
        return None
    unit = unit_of(a, ctx)
    seconds = ctx.lexicons["measures"]["calendar_seconds"]
    if unit is None and (a.value.unit or "") in seconds:
        unit = ("duration", float(seconds[a.value.unit or ""]))
    if unit is None and (a.value.unit or "").startswith("degree"):
        return "degrees", a.value  # of which scale is not said
    if unit is None:
        return (f"duration|{a.value.unit}", a.value) if a.kind == "duration" else None
    high = None if a.value.high is None else a.value.high * unit[1]
    return unit[0], dataclasses.replace(a.value, number=float(a.value.number or 0) * unit[1], high=high)


def _offset(a: Amount, ctx: Context) -> bool:
    """ "two days after", "the past three years", "for the first time in six years": no length of what happened."""
    lower, words = ctx.tokens.lower, ctx.lexicons["figures"]["reading"]
    before = lower[max(0, a.first - 4) : a.first]
    after: Sequence[str] = lower[a.last + 1 : a.last + 2]
    return (
        any(w in words["offsets"] for w in after)
        or any(w in words["spans"] for w in before[-2:])
        or any(w in words["times"] for w in before)
        or "old" in lower[a.last]
    )


def _count(a: Amount, ctx: Context) -> tuple[str, Value] | None:
    first, text = ctx.tokens.lower[a.first], ctx.article.text
    start, end = ctx.tokens.starts[a.first], ctx.tokens.ends[a.last]
    if "/" in text[end : end + 1] + text[max(0, start - 1) : start] or first.startswith("0"):
        return None  # half of a date or a name: "9/11"
    return (
        None
        if first.endswith(_ENDINGS) or a.value.unit in ("score", "figure", "digit") or (a.value.number or 0) == 1
        else ("count", a.value)
    )
