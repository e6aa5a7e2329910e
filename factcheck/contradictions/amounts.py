"""Amounts: what a numeric detail says of how many of what, and whether two of them can both hold. Finds no numbers of its own.

Approximations after the AP Stylebook and Krifka 2007 ("Approximate interpretation of number words"): a round number is read with room.
"""

from __future__ import annotations

from factcheck.contradictions.keys import NUMERIC, Line, class_index, stemmer
from factcheck.model.article import Span
from factcheck.model.claim_parts import Detail, Value
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context

_ABOUT = 0.1
_OPEN_UP = 1.5
_OPEN_DOWN = 0.6
_PHRASE_LENGTH = 6
_COUNTED = 100
_ROUNDED = 0.06
_TOLD = 0.15


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what it counts.

    Args:
        value: the detail's normalised value.
        kind: the detail's kind.
        span: the number with its noun.
        noun: the head noun that is counted, in lower case, or "".
        words: the words of the noun phrase after the number, in lower case.
        first, last: token indices of the number.
        after: index of the token after the noun phrase.
    """

    value: Value
    kind: str
    span: Span
    noun: str
    words: tuple[str, ...]
    first: int
    last: int
    after: int

    @property
    def low(self) -> float:
        """The least number that the words allow."""
        return bounds(self.value)[0]


def bounds(value: Value) -> tuple[float, float]:
    """The least and the largest number that a value can stand for.

    >>> bounds(Value(number=100, approx="at_least"))
    (100.0, 150.0)
    """
    low = float(value.number or 0)
    high = float(value.high) if value.high is not None else low
    if value.approx == "about":
        return low * (1 - _ABOUT), high * (1 + _ABOUT)
    if value.approx in ("over", "at_least"):
        return low, high * _OPEN_UP
    if value.approx in ("under", "at_most", "nearly"):
        return low * (0.9 if value.approx == "nearly" else _OPEN_DOWN), high
    if value.approx == "vague":
        return low, max(high, low * 10)
    return low, high


def key_of(value: Value) -> tuple[object, ...]:
    """What makes two values one and the same: the numbers and how sharp they are."""
    return (_norm(value.number), _norm(value.high), value.approx or "")


def _norm(number: float | int | None) -> float | None:
    return None if number is None else float(number)


def differ(a: Value, b: Value) -> str | None:
    """How two values of one thing differ: "conflict", "discrepancy" or None where both can hold.

    >>> differ(Value(number=70), Value(number=52))
    'conflict'
    >>> differ(Value(number=50, approx="at_least"), Value(number=52)) is None
    True
    >>> differ(Value(number=300, approx="over"), Value(number=300, approx="about"))
    'discrepancy'
    """
    if a.number is None or b.number is None or "vague" in (a.approx, b.approx):
        return None
    if (_norm(a.number), _norm(a.high)) == (_norm(b.number), _norm(b.high)):
        said = {a.approx or "", b.approx or ""}
        more, fewer = said & {"over", "at_least"}, said & {"under", "nearly"}
        alike = len(said) == 1 or said <= {"over", "at_least"} or said <= {"under", "at_most", "nearly"}
        return "discrepancy" if (more and fewer) or (said & {"over", "under"} and not alike) else None
    (low_a, high_a), (low_b, high_b) = bounds(a), bounds(b)
    if low_a <= high_b and low_b <= high_a:
        return None
    gap = max(low_a, low_b) - min(high_a, high_b)
    sharp = not (a.approx or b.approx)
    return "conflict" if sharp or gap > 0.15 * max(high_a, high_b) else "discrepancy"


def differ_as_told(a: Value, b: Value) -> str | None:
    """As ``differ``, for two tellings in the same words: there "over $2 million" and "over $3 million" are no two truths.

    >>> differ_as_told(Value(number=2, approx="over"), Value(number=3, approx="over"))
    'discrepancy'
    >>> differ_as_told(Value(number=500, high=2000), Value(number=500, high=1000))
    'conflict'
    """
    known = differ(a, b)
    if known or a.number is None or b.number is None or a.approx != b.approx or a.approx in ("about", "vague"):
        return known
    if a.high is not None and b.high is not None and not a.approx:
        return "conflict" if key_of(a) != key_of(b) else None
    return "discrepancy" if a.approx and abs(a.number - b.number) > _TOLD * max(a.number, b.number) else None


def rounded_alike(a: float, b: float) -> bool:
    """Whether one number is the other, rounded: 1,200 for 1,187; 4 million for 3.96 million. Numbers under 100 are counted, not rounded.

    >>> rounded_alike(1187, 1200), rounded_alike(70, 52), rounded_alike(11620, 10000)
    (True, False, False)
    """
    if a == b:
        return True
    coarse, fine = (a, b) if _unit_of_rounding(a) > _unit_of_rounding(b) else (b, a)
    unit = _unit_of_rounding(coarse)
    return coarse >= _COUNTED and abs(coarse - fine) <= min(unit / 2, _ROUNDED * coarse)


def _unit_of_rounding(number: float) -> float:
    """The size of the last digit that counts: 100 for 1,200; 0.1 for 3.5."""
    text = f"{number:.6f}".rstrip("0")
    whole, _, part = text.partition(".")
    if part:
        return float(10.0 ** -len(part))
    zeros = len(whole) - len(whole.rstrip("0"))
    return float(10**zeros)


def amounts(line: Line, ctx: Context) -> tuple[Amount, ...]:
    """The amounts of a line in order, each with its noun phrase."""
    memo: dict[int, tuple[Amount, ...]] = ctx.once("contradictions.amounts", dict)
    if line.number not in memo:
        numeric = [(d, d.value) for d in line.details if d.kind in NUMERIC and d.value is not None and d.value.number is not None]
        memo[line.number] = tuple(a for d, value in numeric for a in _amount(d, value, ctx))
    return memo[line.number]


def _amount(detail: Detail, value: Value, ctx: Context) -> tuple[Amount, ...]:
    tokens = ctx.tokens
    inside = tokens.within(detail.start, detail.end)
    if not inside:
        return ()
    words: list[str] = []
    at = start = inside[-1] + 1
    ends = ctx.lexicons["contradictions"]["amounts"]["ends"]
    while at < min(len(tokens), start + _PHRASE_LENGTH) and tokens.lower[at] not in ends and tokens.starts[at] - tokens.ends[at - 1] <= 2:
        if not tokens.lower[at][0].isalpha() or "\n\n" in ctx.article.text[tokens.ends[at - 1] : tokens.starts[at]]:
            break
        words.append(tokens.lower[at])
        at += 1
    noun = (value.unit or "").lower()
    own = [tokens.lower[i] for i in inside if tokens.lower[i][0].isalpha()]
    if not noun:
        known, make = class_index(ctx, "counted"), stemmer(ctx)
        noun = next((w for w in words if make(w) in known), words[0] if words else "")
    elif detail.kind == "quantity" and not words:
        words = own[1:]
    end = tokens.ends[at - 1] if at > start else detail.end
    return (Amount(value, detail.kind, (detail.start, max(end, detail.end)), noun, tuple(words), inside[0], inside[-1], at),)
