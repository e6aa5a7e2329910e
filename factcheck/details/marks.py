"""One letter for each token that can begin a figure: finders look at these tokens and no others.

Never decides what a figure is.
"""

from __future__ import annotations

from factcheck.details.reading import Reading
from factcheck.details.reference import WORDS

NUMBER, SYMBOL, MONTH, WEEKDAY, RELATIVE, UNIT, CLOCK, FREQUENCY, HOLIDAY, SEASON, REFERENCE, NONE = "N$MWRUCFHST."


def marks(r: Reading) -> str:
    """A string with one letter for each token; each distinct word is looked up once."""
    symbols = r.ctx.lexicons["units"]["symbols"]
    codes = r.ctx.lexicons["units"]["codes"]
    kind = {}
    for word in set(r.lower):
        kind[word] = _mark(word, r, symbols, codes)
    return "".join([kind[word] for word in r.lower])


def _mark(word: str, r: Reading, symbols: dict[str, str], codes: dict[str, str]) -> str:
    if word in symbols or word in codes:
        return SYMBOL
    if r.numbers.starts(word):
        return NUMBER
    bare = word[:-2] if word.endswith("'s") else word
    head = bare.split("-", 1)
    if len(head) == 2 and head[0] in ("mid", "early", "late") and (head[1][:1].isdecimal() or head[1] in r.dates.months):
        return RELATIVE
    lists = r.dates.lists
    for table, letter in (
        (r.dates.months, MONTH),
        (r.dates.weekdays, WEEKDAY),
        (lists["relative"], RELATIVE),
        (lists["clock_words"], CLOCK),
        (lists["frequency"], FREQUENCY),
        (r.dates.holiday_starts, HOLIDAY),
        (r.dates.units, UNIT),
        (lists["day_parts"], UNIT),
        (lists["seasons"], SEASON),
        (("season", "term", "eve"), UNIT),
        (WORDS, REFERENCE),
    ):
        if bare in table:
            return letter
    return NONE
