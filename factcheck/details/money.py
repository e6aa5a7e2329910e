"""Amounts of money: a symbol, code or currency word with a number. Converts nothing."""

from __future__ import annotations

from dataclasses import replace

from factcheck.details.amounts import Amounts
from factcheck.details.reading import Figure, Stretch
from factcheck.language.numbers import Number, approximate, read_range, tidy
from factcheck.model.claim_parts import Value
from factcheck.plugin.records import Example, must, must_not

SOURCE = "ISO 4217 (codes); AP Stylebook, 'cents', 'dollars'"
EXAMPLES: tuple[Example, ...] = (
    must("The bridge cost $1.2 million to mend.", "$1.2 million"),
    must("It was sold for 40 euros at the fair.", "40 euros"),
    must("The council lent US$ 300 to each shop.", "US$ 300"),
    must_not("The bridge was mended by 12 men."),
)


def by_symbol(a: Amounts, i: int, s: Stretch) -> Figure | None:
    """Money that begins with the symbol or code at token ``i``."""
    lower = a.r.lower
    start, unit = i, a.symbols.get(lower[i]) or a.codes.get(lower[i])
    if lower[i] == "$" and i > s.first and lower[i - 1] in a.dollars and a.r.tokens.words[i - 1].isupper():
        start, unit = i - 1, a.dollars[lower[i - 1]]
    if unit is None or i + 1 >= s.stop or not lower[i + 1][0].isdecimal():
        return None
    n = read_range(lower, i + 1, s.stop, a.words)
    if n is None or n.low is None or n.form == "ordinal":
        return None
    joins = lower[n.end] in ("to", "-", "–", "—") or (lower[n.end] == "and" and lower[start - 1] == "between") if n.end < s.stop else False
    if n.high is None and joins and n.end + 2 < s.stop and lower[n.end + 1] == lower[i]:
        upper = read_range(lower, n.end + 2, s.stop, a.words)  # $2 million to $3 million
        if upper is not None and upper.low is not None and upper.low > n.low:
            n = replace(upper, start=n.start, low=n.low, high=upper.low)
    stop = n.end
    if stop < s.stop and lower[stop] == "usd":
        stop += 1
    n = approximate(lower, replace(n, start=start, end=stop), s.first, s.stop, a.words)
    return Figure("money", n.start, n.end, Value(n.low, n.high, unit, n.approx))


def by_word(a: Amounts, n: Number, s: Stretch) -> Figure | None:
    """Money whose currency word or code follows the number."""
    if n.low is None and n.form != "vague":
        return None
    form, stop = a.phrase(n.end, s.stop, a.currencies)
    unit = a.currencies.get(form) if form else None
    if unit is None and n.end < s.stop and a.r.lower[n.end] in a.symbols and n.end > n.start:
        unit, stop = a.symbols[a.r.lower[n.end]], n.end + 1
        if stop < s.stop and a.r.lower[stop][0].isdecimal() and unit in ("USD", "GBP"):
            return None
    if unit is None and n.end < s.stop and a.r.lower[n.end] in a.codes:
        unit, stop = a.codes[a.r.lower[n.end]], n.end + 1
    if (
        unit is None
        and n.low is not None
        and n.end < s.stop
        and a.r.lower[n.end] == "pounds"
        and n.low >= 1000
        and a.r.lower[n.end - 1] in a.words.scales
    ):
        unit, stop = "GBP", n.end + 1  # "two million pounds" is rather money
    if unit is None:
        return None
    full = approximate(a.r.lower, n, s.first, s.stop, a.words)
    return Figure("money", full.start, stop, Value(tidy(n.low) if n.low is not None else None, n.high, unit, full.approx))
