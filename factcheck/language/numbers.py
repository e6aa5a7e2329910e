"""Numbers in digits and words to values: "Sixty-two", "1.2 million", "hundreds of thousands", "two-thirds", "10 to 15", "about 40".

Reads tokens, never text; says nothing of units. The words are in lexicon/numbers.toml.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled

Real = int | float

_PLAIN = compiled(r"(\d+(?:[.,]\d+)*)(st|nd|rd|th|s|m|bn|k)?\Z", re.IGNORECASE)
_GROUPED = compiled(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
_HIGHEST = 10**15  # beyond it scales are no longer multiplied: keeps hostile input cheap
_TAILS = {"m": 1_000_000, "bn": 1_000_000_000, "k": 1000}
_DASHES = frozenset("-–—")
_ORDINAL_TAILS = ("st", "nd", "rd", "th")


@dataclass(frozen=True, slots=True)
class Number:
    """One number, or a range, as it stands in the text.

    Args:
        start, end: token indices; ``end`` is the first token after it.
        low, high: its value, and the upper value of a range; None where it is vague ("several").
        approx: as in ``Value.approx``, or None.
        form: cardinal, ordinal, decade ("1990s"), fraction or vague.
        digits: written in digits.
        tail: a hyphened rest of the last token: "year" of "eight-year".
        short: "5m": million or meters.
    """

    start: int
    end: int
    low: Real | None
    high: Real | None = None
    approx: str | None = None
    form: str = "cardinal"
    digits: bool = False
    tail: str = ""
    short: bool = False


class NumberWords:
    """The tables of lexicon/numbers.toml, made ready once for each article."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        self.values: Mapping[str, Real] = lexicon["values"]
        self.scales: Mapping[str, int] = lexicon["scales"]
        self.groups: Mapping[str, int] = lexicon["groups"]
        self.plurals: Mapping[str, int] = lexicon["plurals"]
        self.fractions: Mapping[str, int] = lexicon["fractions"]
        self.ordinals: Mapping[str, int] = lexicon["ordinals"]
        self.singular: Mapping[str, str] = lexicon["singular"]
        self.approximators = {tuple(k.split()): v for k, v in lexicon["approximators"].items()}
        self.after = {tuple(k.split()): v for k, v in lexicon["after"].items()}
        self.vague = frozenset(lexicon["lists"]["vague"])
        self.lists = {k: frozenset(v) for k, v in lexicon["lists"].items()}

    def starts(self, lower: str) -> bool:
        """Whether a token, in lower case, can begin a number."""
        if lower[0].isdecimal():
            return True
        head = lower.split("-", 1)[0] if "-" in lower else lower
        if head in self.values or head in self.scales or head in self.groups or head in self.ordinals:
            return True
        return lower in self.plurals or lower in self.vague or lower in self.fractions


def plain_number(text: str) -> tuple[Real, str] | None:
    """Value and tail of a token in digits: "1,200" → (1200, ""), "33rd" → (33, "rd"); None for a clock or what is no number.

    >>> plain_number("1,200.5")
    (1200.5, '')
    """
    m = _PLAIN.match(text)
    if m is None or len(m.group(1)) > 30:
        return None
    digits = m.group(1)
    if _GROUPED.match(digits) or ("," in digits and "." not in digits and all(len(g) == 3 for g in digits.split(",")[1:])):
        digits = digits.replace(",", "")
    elif digits.count(".") > 1:
        digits = digits.replace(".", "")
    else:
        digits = digits.replace(",", ".") if "," in digits and "." not in digits and digits.count(",") == 1 else digits.replace(",", "")
    value: Real = float(digits) if "." in digits else int(digits)
    return value, (m.group(2) or "").lower()


def singular(noun: str, words: NumberWords | None = None) -> str:
    """A noun in the singular, in lower case: by the lexicon's table, else by suffix.

    >>> singular("Bodies"), singular("boxes"), singular("planes"), singular("press")
    ('body', 'box', 'plane', 'press')
    """
    low = noun.lower()
    if words is not None and low in words.singular:
        return words.singular[low]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return low[:-1]
    return low


def tidy(value: Real) -> Real:
    """A whole float as int; others rounded to ten digits, so that 1.1 million is 1100000.

    >>> tidy(1.1 * 1000000), tidy(2 / 3)
    (1100000, 0.6666666667)
    """
    rounded = round(value, 10)
    return int(rounded) if rounded == int(rounded) else rounded


def read_number(lower: Sequence[str], i: int, end: int, words: NumberWords) -> Number | None:
    """The number that begins at token ``i``, without approximators; reads no token from ``end`` on."""
    w = lower[i]
    if w[0].isdecimal():
        return _digits(lower, i, end, words)
    if w in words.vague:
        return Number(i, i + 1, None, approx="vague", form="vague")
    if w in words.plurals:
        return _plural(lower, i, end, words)
    return _spelled(lower, i, end, words)


def read_range(lower: Sequence[str], i: int, end: int, words: NumberWords) -> Number | None:
    """A number, or a range of two: "10 to 15", "10–15", "five or six", "2 million to 3 million"; the upper one must be higher."""
    first = read_number(lower, i, end, words)
    if first is None or first.tail or first.low is None or first.form not in ("cardinal", "decade"):
        return first
    j = first.end
    between = i > 0 and lower[i - 1] == "between" and j < end and lower[j] == "and"  # "between 10 and 15"
    if j + 1 < end and (between or lower[j] in ("to", "or") or lower[j] in _DASHES) and words.starts(lower[j + 1]):
        second = read_number(lower, j + 1, end, words)
        if second is not None and second.form == "cardinal" and second.low is not None:
            low, high = first.low, second.low
            scale = _scale_of(lower, second, words)
            if scale > 1 and low < 1000 and low * scale < high:  # "2 to 3 million": the scale holds for both
                low = tidy(low * scale)
            near = lower[j] != "or" or high - low <= max(2, low)
            if low < high and near and not (lower[j] in _DASHES and high > 100 * max(low, 1)):
                return replace(second, start=i, low=low, high=high, digits=first.digits or second.digits)
    return first


def approximate(lower: Sequence[str], n: Number, floor: int, end: int, words: NumberWords) -> Number:
    """The number with the approximators around it: "more than 100", "100 or so", "between 5 and 10" is left to ranges."""
    start, stop, approx = n.start, n.end, n.approx
    for size in (4, 3, 2, 1):
        if start - size >= floor and tuple(lower[start - size : start]) in words.approximators:
            approx = words.approximators[tuple(lower[start - size : start])]
            start -= size
            break
    if not n.tail:
        for size in (2, 1):
            if stop + size <= end and tuple(lower[stop : stop + size]) in words.after:
                follower = lower[stop + size] if stop + size < end else ""
                if lower[stop] != "plus" or not follower[:1].isdigit():
                    approx = words.after[tuple(lower[stop : stop + size])]
                    stop += size
                break
    return n if (start, stop) == (n.start, n.end) else replace(n, start=start, end=stop, approx=approx)


def _scale_of(lower: Sequence[str], n: Number, words: NumberWords) -> int:
    last = lower[n.end - 1]
    if n.digits and n.end - n.start == 1 and last[0].isdecimal():
        read = plain_number(last)
        return _TAILS.get(read[1], 1) if read else 1  # "2-3m"
    return words.scales.get(last, 1)


def _small(word: str) -> bool:
    return len(word) < 3 and word.isdecimal()


def _digits(lower: Sequence[str], i: int, end: int, words: NumberWords) -> Number | None:
    read = plain_number(lower[i])
    if read is None:
        return None
    value, tail = read
    j = i + 1
    if tail in _ORDINAL_TAILS:
        return Number(i, j, value, form="ordinal", digits=True)
    if tail == "s":
        return Number(i, j, value, form="decade", digits=True)
    if j + 1 < end and lower[j] in _DASHES and lower[j + 1] == "plus":
        return Number(i, j + 2, tidy(value * _TAILS.get(tail, 1)), approx="at_least", digits=True)  # 15-plus years
    short = tail == "m"
    if tail:
        value = tidy(value * _TAILS[tail])
    elif (
        j + 2 < end
        and lower[j + 1] in ("/", "⁄")
        and _small(lower[j])
        and 0 < int(lower[j]) < 16
        and _small(lower[j + 2])
        and int(lower[j]) < int(lower[j + 2])
    ):
        return Number(i, j + 3, tidy(value + int(lower[j]) / int(lower[j + 2])), digits=True)  # 3 1/2
    while j < end:
        k = j + 1 if lower[j] in _DASHES and j + 1 < end and lower[j + 1] in words.scales else j
        if lower[k] not in words.scales or value > _HIGHEST:
            break
        value, j, short = tidy(value * words.scales[lower[k]]), k + 1, False
    if j == i + 1 and j < end and lower[j] in words.groups and lower[j] == "dozen":
        value, j = value * 12, j + 1
    return Number(i, j, value, digits=True, short=short)


def _plural(lower: Sequence[str], i: int, end: int, words: NumberWords) -> Number:
    value, j = words.plurals[lower[i]], i + 1
    while j + 1 < end and lower[j] == "of" and lower[j + 1] in words.plurals:
        value, j = value * words.plurals[lower[j + 1]], j + 2
    return Number(i, j, value, approx="vague", form="vague")


class _Run:
    """A number in words while it is read, part by part."""

    __slots__ = ("current", "form", "seen", "total")

    def __init__(self) -> None:
        self.total = 0
        self.current: Real = 0
        self.seen = False
        self.form = "cardinal"

    @property
    def value(self) -> Real:
        return self.total + self.current

    def take(self, part: str, hyphen: bool, words: NumberWords) -> bool:
        """Whether the part goes on with the number; it is added if so."""
        if self.form != "cardinal" or self.value > _HIGHEST:
            return False
        if part in words.values:
            if self.seen and not _fits(self.current, words.values[part]):
                return False
            self.current += words.values[part]
        elif part in words.scales:
            self.current = max(self.current, 1) * words.scales[part]
            if words.scales[part] > 100:
                self.total, self.current = self.total + int(self.current), 0
        elif part in words.groups and (part == "dozen" or not self.seen):
            self.current = max(self.current, 1) * words.groups[part]
        elif part in words.ordinals and (not self.seen or _fits(self.current, words.ordinals[part])):
            self.current += words.ordinals[part]
            self.form = "ordinal"
        elif part in words.fractions and (hyphen if self.seen else part in ("half", "quarter")):
            self.current = tidy((self.value or 1) / words.fractions[part])
            self.total, self.form = 0, "fraction"
        else:
            return False
        self.seen = True
        return True


def _spelled(lower: Sequence[str], i: int, end: int, words: NumberWords) -> Number | None:
    """Cardinals, ordinals and fractions in words."""
    run, j, tail = _Run(), i, ""
    while j < end and not tail and run.form == "cardinal":
        if (
            lower[j] == "and"
            and run.seen
            and j + 1 < end
            and run.current % 100 == 0
            and lower[j + 1].split("-", 1)[0] in words.values
            and (run.current >= 100 or lower[j - 1] in words.scales)
        ):
            j += 1
            continue
        parts = lower[j].split("-")
        k = 0
        while k < len(parts) and run.take(parts[k], k > 0, words):
            k += 1
        if k == 0:
            break
        tail = "-".join(parts[k:])
        j += 1
    if j == i:
        return None
    follower = lower[j] if j < end else ""
    if run.form == "cardinal" and not tail and follower in words.fractions and follower.endswith("s"):
        return Number(i, j + 1, tidy(run.value / words.fractions[follower]), form="fraction")  # "two thirds"
    if run.form == "cardinal" and not tail and tuple(lower[j : min(j + 3, end)]) == ("and", "a", "half"):
        return Number(i, j + 3, run.value + 0.5)
    return Number(i, j, run.value, form=run.form, tail=tail)


def _fits(current: Real, value: Real) -> bool:
    """Whether a value can follow inside one numeral: "twenty two", "hundred five", never "five six"."""
    if current == 0:
        return True
    if current % 100 == 0:
        return value < 100
    return current % 10 == 0 and current % 100 >= 20 and 0 < value < 10
