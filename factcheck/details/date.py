"""Days, months, years, periods, and dates told from the day of writing ("last week"). Values hold what is stated, nothing more."""

from __future__ import annotations

from factcheck.details.amounts import Amounts
from factcheck.details.reading import Figure, Stretch
from factcheck.language.dates import Day, day_number, is_year, iso, read_day, read_numeric_date
from factcheck.language.numbers import Number
from factcheck.model.claim_parts import Value
from factcheck.plugin.records import Example, must, must_not

SOURCE = "ISO 8601-1:2019; TimeML 1.2.1 annotation guidelines (Sauri et al. 2006), type DATE"
EXAMPLES: tuple[Example, ...] = (
    must("It opened on March 11, 2024 in the rain.", "March 11, 2024"),
    must("It opened on 11 March 2024 in the rain.", "11 March 2024"),
    must("They came on Sunday, March 10.", "Sunday, March 10"),
    must("The mill closed in 1987.", "1987"),
    must("Prices fell last week.", "last week"),
    must("In the mid-1990s it was rebuilt.", "mid-1990s"),
    must_not("They may march again."),
    must_not("The hall seats 1987 people.", "1987"),
)
_DASHES = frozenset("-–—")
_PARTS = frozenset(("morning", "mornings", "afternoon", "afternoons", "evening", "evenings", "night", "nights"))
_EDGES = frozenset(("early", "earlier", "late", "later"))
_NAMED_DAY = 4  # tokens: "St. Brendan's Day"
_HOLDERS = frozenset(("end", "beginning", "start", "middle", "close", "turn", "rest", "half", "part"))


def widen(a: Amounts, i: int, s: Stretch) -> int:
    """The first token of a date, with "late", "earlier this", "mid-", "the end of" before it."""
    lower, edges = a.r.lower, a.r.dates.lists["edges"]
    start = i
    while start > s.first and start > i - 3:
        before = lower[start - 1]
        if before in edges:
            start -= 1
        elif before == "-" and start - 2 >= s.first and lower[start - 2] == "mid":
            start -= 2
        elif before == "of" and start - 2 >= s.first and lower[start - 2] in _HOLDERS:
            start -= 2
            return start - 1 if start > s.first and lower[start - 1] == "the" else start
        else:
            break
    return start


def _figure(a: Amounts, i: int, stop: int, s: Stretch, day: Day | None, weekday: str | None = None) -> Figure:
    return Figure("date", widen(a, i, s), stop, Value(date=day.iso if day else None, weekday=weekday))


def by_month(a: Amounts, i: int, s: Stretch) -> Figure | None:
    """A date that begins with a month; a bare month must be told from the verb or name."""
    lower, words = a.r.lower, a.r.tokens.words
    if not words[i][0].isupper():
        return None
    bare = lower[i][:-2] if lower[i].endswith("'s") else lower[i]
    if bare != lower[i]:
        return _figure(a, i, i + 1, s, Day(i + 1, None, a.r.dates.months[bare], None))
    day = read_day(lower, i, s.stop, a.r.dates)
    if day is None:
        return None
    if day.day is None and day.year is None and ((len(bare) <= 5 and bare not in ("april", "june", "july")) or i == s.first):
        before = lower[i - 1] if i > s.first else ""
        if before not in a.r.dates.lists["before_month"] or (i == s.first and bare in ("may", "march", "mar")):
            return None
        if before == "," and bare in ("may", "march"):
            return None
    return _figure(a, i, day.end, s, day)


def by_weekday(a: Amounts, i: int, s: Stretch) -> Figure | None:
    """A weekday, with the part of the day and the date after it: "Sunday night (March 4)"."""
    lower = a.r.lower
    if not a.r.tokens.words[i][0].isupper():
        return None
    possessive = lower[i].endswith("'s")
    weekday = a.r.dates.weekdays[lower[i][:-2] if possessive else lower[i]]
    j = i + 1
    if j < s.stop and lower[j] in _PARTS and not possessive:
        j += 1
    k = j
    if (k < s.stop and lower[k] in (",", "(")) or (k < s.stop and lower[k] == "the"):
        k += 1
    if k < s.stop and not possessive and (lower[k] in a.r.dates.months or day_number(lower[k])):
        day = read_day(lower, k, s.stop, a.r.dates)
        if day is not None and day.day is not None:
            stop = day.end + 1 if lower[j] == "(" and day.end < s.stop and lower[day.end] == ")" else day.end
            return _figure(a, i, stop, s, day, weekday)
    if j < s.stop and lower[j] in ("morning's", "evening's", "night's", "afternoon's"):
        j += 1
    return _figure(a, i, j, s, None, weekday)


def by_number(a: Amounts, n: Number | None, i: int, s: Stretch) -> Figure | None:
    """A date that begins with digits, a bare year, a decade or a century."""
    lower = a.r.lower
    numeric = read_numeric_date(lower, i, s.stop)
    if numeric is not None:
        return _figure(a, i, numeric.end, s, numeric)
    day = read_day(lower, i, s.stop, a.r.dates)
    if day is not None and a.r.tokens.words[day.end - 1 - (day.year is not None)][0].isalnum():
        month_at = next((k for k in range(i + 1, day.end) if lower[k] in a.r.dates.months), i)
        if a.r.tokens.words[month_at][0].isupper():
            return _figure(a, i, day.end, s, day)
    if n is not None and n.form == "decade":
        return _decade(a, n, i, s)
    if n is not None and n.form == "ordinal" and n.end < s.stop and n.low is not None:
        j = n.end + 1 if lower[n.end] in _DASHES and n.end + 1 < s.stop else n.end
        if lower[j] in ("century", "centuries"):
            first = (int(n.low) - 1) * 100
            return Figure("date", widen(a, i, s), j + 1, Value(first + 1, first + 100, "year"))
    if (
        n is not None
        and n.form == "ordinal"
        and n.digits
        and i >= s.first + 2
        and lower[i - 1] == "the"
        and lower[i - 2] in ("on", "until", "by")
        and n.low is not None
        and n.low < 32
        and (n.end >= s.stop or not lower[n.end][0].isalpha())
    ):
        return Figure("date", i, n.end, Value())
    return _year(a, i, s) if is_year(lower[i]) else None


def _year(a: Amounts, i: int, s: Stretch) -> Figure | None:
    """A bare year: told by the preposition before it, or by what does not follow it."""
    lower, lists = a.r.lower, a.r.dates.lists
    before = lower[i - 1] if i > s.first else ""
    after = lower[i + 1] if i + 1 < s.stop else ""
    year = int(lower[i])
    if before in a.symbols or after in ("%", "percent") or before == "#" or after in a.symbols:
        return None
    if after in a.measures or after in a.words.scales or (after in a.currencies):
        return None
    stop = i + 1
    if (
        after in _DASHES
        and i + 2 < s.stop
        and lower[i + 2].isdecimal()
        and (is_year(lower[i + 2]) or (len(lower[i + 2]) == 2 and int(lower[i + 2]) > year % 100))
    ):
        return Figure("date", widen(a, i, s), i + 3, Value(date=f"{year:04}"))
    if before in lists["before_year"] and not (
        before in ("of", "to", "about", "around", "than", "for", "or", "and", "on", "as") and not 1800 <= year <= 2099
    ):
        counted, _ = a.noun(i + 1, min(s.stop, i + 2))
        if not counted or before not in ("of", "to", "about", "around", "than", "for", "or", "and", "as"):
            return Figure("date", widen(a, i, s), stop, Value(date=f"{year:04}"))
    noun, _ = a.noun(i + 1, s.stop)
    if not 1500 <= year <= 2099 or (noun is not None and not _named_after(a, i + 1, s)) or after in a.r.dates.units:
        return None
    return Figure("date", widen(a, i, s), stop, Value(date=f"{year:04}"))


def _named_after(a: Amounts, j: int, s: Stretch) -> bool:
    """ "the 2016 Olympics": a capitalised noun, or one that is told by "the", goes with a year."""
    before = a.r.lower[j - 2] if j - 2 >= s.first else ""
    return (
        a.r.tokens.words[j][0].isupper()
        or before in ("the", "'s", "its", "his", "her", "their", "a", "an", "this")
        or before.endswith("'s")
    )


def _decade(a: Amounts, n: Number, i: int, s: Stretch) -> Figure | None:
    if n.low is None:
        return None
    low = int(n.low)
    if 1000 <= low < 2200:
        high = low + (99 if low % 100 == 0 else 9)
        return Figure("date", widen(a, i, s), n.end, Value(low, high, "year"))
    before = a.r.lower[i - 1] if i > s.first else ""
    if low % 10 == 0 and low < 100 and before in ("'", "’", "‘", "the", "early", "late", "mid", "-"):
        return Figure("date", widen(a, i, s), n.end, Value(unit="year", approx="vague"))
    return None


def by_relative(a: Amounts, i: int, s: Stretch) -> Figure | None:
    """ "today", "now", "mid-1990s", "mid-March"."""
    lower = a.r.lower
    if "-" in lower[i]:
        rest = lower[i].split("-", 1)[1]
        if rest in a.r.dates.months:
            return Figure("date", i, i + 1, Value(date=iso(None, a.r.dates.months[rest], None)))
        digits = rest.rstrip("s").removesuffix("'")
        if is_year(digits):
            year = int(digits)
            return Figure("date", i, i + 1, Value(year, year + 9, "year") if rest.endswith("s") else Value(date=f"{year:04}"))
        return None
    after = lower[i + 1] if i + 1 < s.stop else ""
    if lower[i] == "now" and after in ("that", "let"):
        return None
    stop = i + 1
    if lower[i] in ("yesterday", "tomorrow", "today") and after in _PARTS:
        stop += 1
    start = widen(a, i, s)
    if lower[i] == "now" and i > s.first and lower[i - 1] in ("right", "until", "till", "by"):
        start = i - 1 if lower[i - 1] == "right" else i
    return Figure("date", start, stop, Value())


def by_unit(a: Amounts, i: int, s: Stretch) -> Figure | None:
    """ "this week", "the past year", "earlier this month", "later that day", "the end of the year"."""
    lower, lists = a.r.lower, a.r.dates.lists
    word = lower[i][:-2] if lower[i].endswith("'s") else lower[i]
    plural = word.endswith("s") and word not in lists["calendar_units"]
    base = word[:-1] if plural else word
    if base not in lists["calendar_units"] or i == s.first:
        return None
    before = lower[i - 1]
    if before == "coming" and plural:
        return Figure(
            "date", i - 1 - (i - 2 >= s.first and lower[i - 2] == "the"), i + 1, Value(unit=a.r.dates.units.get(word), approx="vague")
        )
    if before in ("past", "recent") and plural:
        return None  # a duration
    if before == "the" and i - 3 >= s.first and lower[i - 2] == "in" and lower[i - 3] in _EDGES and not plural:
        return Figure("date", i - 3, i + 1, Value())  # later in the day
    if before == "that" and i - 2 >= s.first and lower[i - 2] in ("later", "earlier", "on", "by", "of", "in", "until", "since"):
        return Figure("date", i - 2 if lower[i - 2] in ("later", "earlier") else i - 1, i + 1, Value())
    if word == "weekend" and before in ("the", "over"):
        return Figure("date", i - 1 if before == "the" else i, i + 1, Value())
    if before not in lists["pointers"] or plural:
        if before == "the" and i - 3 >= s.first and lower[i - 2] == "of" and lower[i - 3] in _HOLDERS and not plural:
            start = i - 3
            return Figure("date", start - 1 if start > s.first and lower[start - 1] == "the" else start, i + 1, Value())
        return None
    start = i - 1
    while start > s.first and lower[start - 1] in lists["before_pointers"] and lower[start - 1] not in ("by", "until") and start > i - 4:
        start -= 1
    if before in ("current", "same") and base in ("term", "season"):
        return None
    return Figure("date", widen(a, start, s), i + 1, Value())


def by_season(a: Amounts, i: int, s: Stretch) -> Figure | None:
    """ "summer 2019", "the winter of 1962", "in spring"; "fall" only where it cannot be the verb."""
    lower = a.r.lower
    pointed = by_unit(a, i, s)
    if pointed is not None:
        return pointed
    j = i + 1
    if j < s.stop and lower[j] == "of":
        j += 1
    if j < s.stop and is_year(lower[j]):
        return Figure("date", widen(a, i, s), j + 1, Value(date=lower[j]))
    before = lower[i - 1] if i > s.first else ""
    article = before == "the" and i - 2 >= s.first and lower[i - 2] in ("in", "during", "over", "of", "since", "until", "through")
    if lower[i] not in ("fall", "spring") and (before in ("in", "during", "since", "until", "early", "late") or article):
        return Figure("date", widen(a, i, s), i + 1, Value())
    return None


def by_named_day(a: Amounts, i: int, s: Stretch) -> Figure | None:
    """A feast that its name tells: capitals before "Day" or "Eve" in running text, with the year after it."""
    lower, words = a.r.lower, a.r.tokens.words
    if words[i] not in ("Day", "Eve") or s.block == "headline":
        return None
    k = i
    while k > s.first and i - k < _NAMED_DAY and (words[k - 1][0].isupper() or (words[k - 1] == "." and k < i)):
        k -= 1
    ctx = a.r.ctx
    given = ctx.once("details.given", lambda: frozenset(ctx.lexicons["first_names"]["names"]))
    if k == i or i - k >= _NAMED_DAY or lower[k] in a.r.dates.weekdays or words[i - 1] == "." or (i - k == 1 and words[k] in given):
        return None
    j = i + 1
    if j < s.stop and (words[j][0].isupper() and words[j][0].isalpha()):
        return None
    year = lower[j] if j < s.stop and is_year(lower[j]) else None
    return Figure("date", k, j + (year is not None), Value(date=year))


def by_holiday(a: Amounts, i: int, s: Stretch) -> Figure | None:
    """A holiday by its name, in capitals, with the year after it."""
    lower, words, dates = a.r.lower, a.r.tokens.words, a.r.dates
    if not words[i][0].isupper():
        return None
    for size in (4, 3, 2, 1):
        if i + size <= s.stop and tuple(lower[i : i + size]) in dates.holidays and words[i + size - 1][0].isupper():
            j = i + size
            if j < s.stop and is_year(lower[j]):
                return Figure("date", i, j + 1, Value(date=lower[j]))
            return Figure("date", widen(a, i, s), j, Value())
    return None
