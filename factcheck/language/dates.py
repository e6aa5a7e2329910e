"""Dates, weekdays and clock times to values: "March 11, 2024" → 2024-03-11, "6:40 p.m." → 18:40.

Reads tokens; never guesses what is not stated (no year from the day of publication). The words are in lexicon/dates.toml.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date as calendar
from typing import Any

from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled

_YEAR = compiled(r"(?:1[0-9]|20|21)\d\d\Z")
_DAY = compiled(r"(\d{1,2})(?:st|nd|rd|th)?\Z")
_CLOCK = compiled(r"(\d{1,2})[:.](\d\d)(?::\d\d)?\Z")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DASHES = frozenset("-–—")


class DateWords:
    """The tables of lexicon/dates.toml, made ready once for each article."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        self.months: Mapping[str, int] = lexicon["months"]
        self.weekdays: Mapping[str, str] = lexicon["weekdays"]
        self.units: Mapping[str, str] = {
            **lexicon["units"],
            **{u + "s": v for u, v in lexicon["units"].items() if not u.endswith(("s", "ia"))},
        }
        self.lists = {k: frozenset(v) for k, v in lexicon["lists"].items()}
        self.holidays = frozenset(tuple(h.split()) for h in lexicon["lists"]["holidays"])
        self.holiday_starts = frozenset(h[0] for h in self.holidays)


@dataclass(frozen=True, slots=True)
class Day:
    """A date as far as it is stated. ``end`` is the first token after it; the last day of a range is left out of the value."""

    end: int
    day: int | None = None
    month: int | None = None
    year: int | None = None

    @property
    def iso(self) -> str | None:
        """``YYYY-MM-DD``, ``YYYY-MM``, ``YYYY``, ``--MM-DD`` or ``--MM``."""
        return iso(self.year, self.month, self.day)


def iso(year: int | None, month: int | None, day: int | None) -> str | None:
    """What is stated of a date, in ISO 8601; None where nothing is.

    >>> iso(2024, 3, 11), iso(None, 3, 11), iso(2024, None, None)
    ('2024-03-11', '--03-11', '2024')
    """
    if month is None:
        return f"{year:04}" if year is not None else None
    head = f"{year:04}" if year is not None else "-"
    return f"{head}-{month:02}" + (f"-{day:02}" if day is not None else "")


def weekday_of(date: str) -> str | None:
    """The weekday of a full ISO date, or None where the date is not full or not real.

    >>> weekday_of("2024-03-11")
    'monday'
    """
    try:
        return _WEEKDAYS[calendar.fromisoformat(date).weekday()]
    except ValueError:
        return None


def is_year(lower: str) -> bool:
    """Whether a token looks like a year: four digits, 1000 to 2199."""
    return len(lower) == 4 and _YEAR.match(lower) is not None


def day_number(lower: str) -> int | None:
    """1 to 31 from "4", "04", "4th"; else None."""
    m = _DAY.match(lower)
    return int(m.group(1)) if m and 1 <= int(m.group(1)) <= 31 else None


def read_day(lower: Sequence[str], i: int, end: int, words: DateWords) -> Day | None:
    """A date with a month in words that begins at token ``i``: "March 11, 2024", "11 March", "Sept. 2019", "March"."""
    if lower[i] in words.months:
        return _month_first(lower, i, end, words)
    day = day_number(lower[i])
    if day is None or i + 1 >= end:
        return None
    j = i + 1
    if j + 1 < end and (lower[j] in _DASHES or lower[j] in ("to", "and")) and day_number(lower[j + 1]):
        j += 2  # 4-6 March
    if j < end and lower[j] == "of":
        j += 1
    if j < end and lower[j] in words.months and day <= _DAYS[words.months[lower[j]] - 1]:
        month = words.months[lower[j]]
        j = _skip_dot(lower, j + 1, end, lower[j])
        year, j = _year(lower, j, end)
        return Day(j, day, month, year)
    return None


def _month_first(lower: Sequence[str], i: int, end: int, words: DateWords) -> Day:
    month = words.months[lower[i]]
    j = _skip_dot(lower, i + 1, end, lower[i])
    if j < end and lower[j] == "the" and j + 1 < end and lower[j + 1][:1].isdecimal():
        j += 1
    day = day_number(lower[j]) if j < end else None
    followed = lower[j + 1] if j + 1 < end else ""
    if day is not None and day <= _DAYS[month - 1] and followed not in ("percent", "%", "million", "billion", "thousand"):
        j += 1
        if (
            j + 1 < end
            and (lower[j] in _DASHES or lower[j] in ("to", "and"))
            and day_number(lower[j + 1])
            and (j + 2 >= end or lower[j + 2] not in words.months)
        ):
            j += 2  # March 4-6
        year, j = _year(lower, j, end)
        return Day(j, day, month, year)
    year, after = _year(lower, j, end)
    return Day(after if year else i + 1, None, month, year)


def _skip_dot(lower: Sequence[str], j: int, end: int, month: str) -> int:
    return j + 1 if j < end and lower[j] == "." and len(month) <= 4 and month not in ("may", "june", "july") else j


def _year(lower: Sequence[str], j: int, end: int) -> tuple[int | None, int]:
    k = j
    if k < end and lower[k] in (",", "of", "in"):
        k += 1
    if k < end and is_year(lower[k]) and not (k + 1 < end and lower[k + 1] in ("people", "troops", "soldiers")):
        return int(lower[k]), k + 1
    return None, j


def read_numeric_date(lower: Sequence[str], i: int, end: int) -> Day | None:
    """``2024-03-11``, or ``3/11/2024`` where only one order of day and month is possible; an ambiguous one keeps its year alone."""
    if i + 4 >= end or lower[i + 1] != lower[i + 3] or lower[i + 1] not in "-/–.":
        return None
    a, b, c = lower[i], lower[i + 2], lower[i + 4]
    if not all(len(x) <= 4 and x.isdecimal() for x in (a, b, c)):
        return None
    if is_year(a) and int(b) in range(1, 13) and int(c) in range(1, 32):
        return Day(i + 5, int(c), int(b), int(a))
    if lower[i + 1] == "/" and len(c) == 2 and 1 <= int(a) <= 12 < int(b) <= 31:
        return Day(i + 5, int(b), int(a), 2000 + int(c) if int(c) < 50 else 1900 + int(c))
    if is_year(c) and 1 <= int(a) <= 31 and 1 <= int(b) <= 31 and (int(a) <= 12 or int(b) <= 12):
        if int(a) > 12 or a == b:
            return Day(i + 5, int(a), int(b), int(c))
        return Day(i + 5, int(b), int(a), int(c)) if int(b) > 12 else Day(i + 5, None, None, int(c))
    return None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; ``end`` is the first token after it."""

    end: int
    time: str


def read_clock(lower: Sequence[str], i: int, end: int, words: DateWords, hour: int | None = None) -> Clock | None:
    """A time that begins with a number at token ``i``: "17:00", "6:40 p.m.", "11am", "five o'clock", with its zone.

    Args:
        hour: the hour where it is written in words.
    """
    m = _CLOCK.match(lower[i])
    minute = 0
    if m:
        hour, minute = int(m.group(1)), int(m.group(2))
    elif hour is None:
        if not (len(lower[i]) <= 2 and lower[i].isdecimal()):
            return None
        hour = int(lower[i])
    j = i + 1
    half, j = _half(lower, j, end)
    if half is None and j < end and lower[j] == "o'clock":
        half, j = "", j + 1
        if j + 2 < end and lower[j] == "in" and lower[j + 1] == "the" and lower[j + 2] in ("morning", "afternoon", "evening"):
            half, j = ("am" if lower[j + 2] == "morning" else "pm"), j + 3
    if half is None and (m is None or "." in lower[i] or not (hour < 24 and minute < 60)):
        if j < end and lower[j] in ("hours", "hrs", "gmt", "utc") and m is not None and hour < 24 and minute < 60:
            half = ""
        else:
            return None
    if hour > 24 or minute > 59 or (half and not 0 < hour < 13 and half == "pm" and hour > 23):
        return None
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    if j < end and lower[j] in words.lists["zones"]:
        j += 1
    elif j + 1 < end and lower[j] == "local" and lower[j + 1] == "time":
        j += 2
    return Clock(j, f"{hour % 24:02}:{minute:02}")


def _half(lower: Sequence[str], j: int, end: int) -> tuple[str | None, int]:
    """ "am" or "pm" in any of its spellings, and the token after it."""
    if j < end and lower[j].replace(".", "") in ("am", "pm"):
        return lower[j].replace(".", ""), j + 1
    if j + 2 < end and lower[j] in ("a", "p") and lower[j + 1] == "." and lower[j + 2] == "m":
        return lower[j] + "m", j + 3
    return None, j


_TO_THE_HOUR = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}


def told_clock(lower: Sequence[str], i: int, end: int, words: DateWords, values: Mapping[str, Any]) -> Clock | None:
    """A time of day told in words: "half past eight", "a quarter to six", "twenty past three in the morning", "at nine in the evening".

    "Ten to six" and "nine in the morning" are times only after words like "at" and "was": "won by ten to six", "nine in the morning class".

    Args:
        values: number words with their values.
    """
    before = lower[i - 1] if i else ""
    if before == "a" and i > 1:
        before = lower[i - 2]
    led = before in words.lists["before_clock"]
    j = i + 1 + (i + 1 < end and lower[i + 1] == "minutes")
    minutes = 0
    if j + 1 < end and lower[i] in _TO_THE_HOUR and lower[j] in ("past", "to"):
        minutes, i = _TO_THE_HOUR[lower[i]] * (1 if lower[j] == "past" else -1), j + 1
        if minutes < 0 and (not led or minutes == -30 or before in ("by", "from")):
            return None
    hour = {"midnight": 24, "noon": 12}.get(lower[i]) if minutes else None
    hour = hour or (int(lower[i]) if lower[i].isdecimal() and len(lower[i]) < 3 else values.get(lower[i]))
    if hour is None or hour != int(hour) or not (0 < hour < 13 or hour == 24):
        return None
    part, j = _part_of_day(lower, i + 1, end)
    goes_on = j < end and lower[j] not in words.lists["after_clock"]
    if (not minutes and not (part and led)) or (not part and goes_on):
        return None
    hour = int(hour) % 24
    if part in ("afternoon", "evening") or (part == "night" and 5 < hour < 12):
        hour = hour % 12 + 12
    elif part and hour == 12:
        hour = 0
    minute = (hour * 60 + minutes) % (24 * 60)
    return Clock(j, f"{minute // 60:02}:{minute % 60:02}")


def _part_of_day(lower: Sequence[str], j: int, end: int) -> tuple[str, int]:
    """ "in the morning", "at night" and the token after it."""
    if j + 2 < end and lower[j] == "in" and lower[j + 1] == "the" and lower[j + 2] in ("morning", "afternoon", "evening"):
        return lower[j + 2], j + 3
    if j + 1 < end and lower[j] == "at" and lower[j + 1] == "night":
        return "night", j + 2
    return "", j
