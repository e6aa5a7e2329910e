"""Two units for one amount: "3 miles (4.8 kilometers)", in both directions, with the usual rounding. Never converts currencies."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Mapping
from dataclasses import replace

from factcheck.contradictions.amounts import Amount, amounts
from factcheck.contradictions.keys import line_of
from factcheck.contradictions.voice import quote
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Finding, must, must_not

RULE = "unit-conversion"
_WIDEST = 0.25
_LONG = 2
"""So many words may stand between: "12 miles long, or"."""
_OPENERS = frozenset({"(", "[", "or", "/"})


_PLURALS = {
    "foot": "feet",
    "inch": "inches",
    "hectare": "hectares",
    "stone": "stone",
    "celsius": "degrees Celsius",
    "fahrenheit": "degrees Fahrenheit",
}


def units(ctx: Context) -> Mapping[str, tuple[str, float]]:
    """Unit to dimension and size in the base unit."""
    return ctx.once(
        "contradictions.units",
        lambda: {u: (dim, float(size)) for dim, rows in ctx.lexicons["conversions"].items() for u, size in rows.items()},
    )


def unit_of(amount: Amount, ctx: Context) -> tuple[str, float] | None:
    """Dimension and size of an amount's unit, or None where it is no unit of measure."""
    table = units(ctx)
    names = [
        (amount.value.unit or "").lower().replace("-", " "),
        amount.noun.replace("-", " "),
        *(w.replace("-", " ") for w in amount.words[:1]),
    ]
    for name in names:
        for form in (name, name.removesuffix("s"), name.removesuffix("es")):
            if form in table:
                return table[form]
    return None


def check(claim: Claim, ctx: Context) -> Iterable[Finding]:
    """Amounts side by side whose units measure the same, but that are not the same amount."""
    line = line_of(ctx).get(claim.sentence)
    if line is None:
        return
    own = [a for a in amounts(line, ctx) if claim.start <= a.span[0] < claim.end]
    for a, b in itertools.pairwise(own):
        ua, ub = unit_of(a, ctx), unit_of(b, ctx)
        if ua is None or ub is None or ua[0] != ub[0] or ua[1] == ub[1] or not _apposed(a, b, ctx):
            continue
        a, b = (_below_zero(x, ctx) if u[0] == "temperature" else x for x, u in ((a, ua), (b, ub)))
        if not any(_same(a, x, b, y) for x in _readings(ua, ctx) for y in _readings(ub, ctx)):
            should = converted(float(a.value.number or 0), ua, ub)
            unit = (b.value.unit or "").replace("-", " ")
            named = f"about {_short(should)} {_PLURALS.get(unit, unit + 's')}" if unit else _short(should)
            text = f"{quote(ctx, (a.span[0], a.span[1]))} is {named}, not {quote(ctx, (b.span[0], b.span[1]))}."
            yield Finding(
                "conversion", "conflict", (a.span, b.span), text, "Which of the two the source gave; convert it again.", "claim", RULE
            )


def _below_zero(a: Amount, ctx: Context) -> Amount:
    """A temperature with its sign: "minus 8 degrees", "-8 C"; "8 degrees below zero" too."""
    before, after = ctx.article.text[max(0, a.span[0] - 6) : a.span[0]].lower(), ctx.tokens.lower[a.after : a.after + 2]
    if not before.endswith(("minus ", " -", "(-", "−")) and after[:1] != ["below"] and not before.endswith("–"):
        return a
    return replace(a, value=replace(a.value, number=-float(a.value.number or 0)))


def _same(a: Amount, ua: tuple[str, float], b: Amount, ub: tuple[str, float]) -> bool:
    """Whether two amounts are one, both ends of a range included; one number beside a range is its end: "zero to 60 mph (97 kph)"."""
    if a.value.high and not b.value.high and equal(a.value.high, ua, b.value.number, ub):
        return True
    upper = not (a.value.high and b.value.high) or equal(a.value.high, ua, b.value.high, ub)
    return upper and equal(a.value.number, ua, b.value.number, ub)


def _readings(unit: tuple[str, float], ctx: Context) -> list[tuple[str, float]]:
    """The unit in the sizes that its name can stand for: the American and the imperial gallon, the short, long and metric ton."""
    groups: list[list[float]] = ctx.lexicons["contradictions"]["conversion"]["sizes"]
    return [(unit[0], size) for group in groups if unit[1] in group for size in group] or [unit]


def _apposed(a: Amount, b: Amount, ctx: Context) -> bool:
    lower = ctx.tokens.lower
    inside = [lower[i] for i in range(a.last + 1, b.first)]
    known = ctx.lexicons["contradictions"]["conversion"]["between"]
    words = [w for w in inside if w not in known]
    if inside in ([","], ["–"], ["—"], [",", "which", "is"], [",", "that", "is"]) or inside[-2:] == ["which", "is"]:
        return len(inside) <= 3 + _LONG and b.after < len(lower) and lower[b.after] != "and"
    at = next((i for i in range(min(len(inside), _LONG) + 1) if inside[i : i + 2] == [",", "or"]), None)
    if at is not None:
        inside = inside[at + 1 :]
        words = [w for w in inside if w not in known]
    return any(w in _OPENERS for w in inside) and len(words) <= 3 and not any(w in (")", "]", ",", ".", ";", "and") for w in inside)


def converted(number: float, unit: tuple[str, float], into: tuple[str, float]) -> float:
    """A number in another unit of the same dimension.

    >>> round(converted(3, ("length", 1609.344), ("length", 1000.0)), 1)
    4.8
    """
    if unit[0] == "temperature":
        return number * 9 / 5 + 32 if unit[1] == 1.0 else (number - 32) * 5 / 9
    return number * unit[1] / into[1]


def equal(a: float | int | None, unit: tuple[str, float], b: float | int | None, into: tuple[str, float]) -> bool:
    """Whether two numbers are one amount, each rounded to its last digit that counts.

    >>> equal(62, ("length", 1.0), 203, ("length", 0.3048)), equal(3, ("length", 1609.344), 8.2, ("length", 1000.0))
    (True, False)
    """
    if a is None or b is None:
        return True
    a, b = float(a), float(b)
    exact = converted(a, unit, into)
    if unit[0] == "temperature":
        return abs(exact - b) <= 3
    if b == 0 or exact == 0:
        return b == exact
    if max(exact, b) / min(exact, b) > 1 + _WIDEST or exact * b < 0:
        return False
    room_a = converted(_half_step(a), unit, into)
    return abs(exact - b) <= room_a + _half_step(b) or abs(exact - b) <= 0.03 * b


def _half_step(number: float) -> float:
    """Half of the last digit that counts: 50 for 200; 0.05 for 3.7."""
    text = f"{number:.4f}".rstrip("0").rstrip(".")
    if "." in text:
        return float(0.5 * 10.0 ** -len(text.split(".")[1]))
    zeros = len(text) - len(text.rstrip("0"))
    return float(0.5 * 10**zeros)


def _short(number: float) -> str:
    digits = max(0, 2 - math.floor(math.log10(abs(number))) - 1) if number else 0
    return f"{round(number, digits + 1):,.{min(digits + 1, 3)}f}".rstrip("0").rstrip(".") if abs(number) < 1000 else f"{number:,.0f}"


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Conversions, done again."""
    return [
        ContradictionDetector(
            id=RULE,
            title="Conversion",
            check=check,
            source="BIPM, The International System of Units, 2019; NIST SP 811 appendix B; AP Stylebook on metric conversions",
            examples=(
                must("Volunteers searched 3 miles (8.2 kilometers) of the shore.", RULE),
                must("The tank holds 400 gallons (about 4,600 liters) of fuel.", RULE),
                must("At dawn it was minus 8 degrees Celsius (28 degrees Fahrenheit).", RULE),
                must_not("At dawn it was minus 8 degrees Celsius (18 degrees Fahrenheit)."),
                must_not("The car goes from zero to 60 mph (97 kph) in nine seconds."),
                must_not("The tank holds 20 litres (4.4 gallons) of oil."),
                must_not("The 62-meter (203-foot) mast fell into the harbor."),
                must_not("The quarry lies eight kilometers [5 miles] from the mill."),
                must_not("The road is 30 miles long and the lake is 12 kilometers wide."),
            ),
        )
    ]
