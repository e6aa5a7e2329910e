"""Lines that tell about the article: bylines, datelines, tags after a headline. Pure functions from words to what they say."""

from __future__ import annotations

import re
from datetime import date

from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.readers.triggers import containing, starting, table, whole, words

_HEADLINE = 600
_LEAST_REPORT = 20  # characters after the dash of a dateline
_LONGEST = 160  # a byline or dateline is one short line
_WORD = compiled(r"[^\W\d_](?:[^\W_]|[.'’`@_-])*|[&|–—/•·]|\d+")
_BY = compiled(r"(?:^|\s)(?:[–—-]{1,2}|\|)\s*(?=[Bb][Yy]\s)")
_TAG = compiled(r"\s*[(\[][^()\[\]]{1,24}[)\]]\s*$")
_CLOCK = compiled(r"\b\d{1,2}(?:[:.]\d\d)?(?::\d\d)?\s?(?:[ap]\.?m\b\.?)?|[+-]\d\d:?\d\d\b", re.IGNORECASE)
_WEEKDAY = compiled(r"\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?", re.IGNORECASE)
_GLUED = compiled(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}),? \d{4} (?=[A-Z])"
)

_WIRE = compiled(
    r"(?P<line>[A-Z][A-Z.'’-]{2,20}(?: [A-Z][A-Z.'’-]{1,20}){0,3}"  # CITY
    r"(?:, (?:[A-Z][a-z]{1,12}\.?|(?:[A-Z][a-z]{0,2}\.){2,4}|[A-Z][a-z]+ [A-Z][a-z]+))?"  # , State
    r"(?:,? (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?)?"  # , May 6, 2024
    r"(?: \([A-Z][\w .&/-]{1,24}\))?)"  # (Agency)
    r"\s?(?:--|[–—-])\s(?=[\"“‘']?[A-Z])"
)

_DATES = tuple(
    compiled(p)
    for p in (
        r"\b(?P<y>1[6-9]\d\d|20\d\d)[-/.](?P<n>[01]?\d)[-/.](?P<d>[0-3]?\d)(?:T[\d:.]+Z?)?(?!\d)",
        r"\b(?P<m>[A-Za-z]{3,9})\.?\s{1,2}(?P<d>[0-3]?\d)(?:st|nd|rd|th)?,?\s{1,2}(?P<y>1[6-9]\d\d|20\d\d)\b",
        r"\b(?P<d>[0-3]?\d)(?:st|nd|rd|th)?\s{1,2}(?:of\s)?(?P<m>[A-Za-z]{3,9})\.?,?\s{1,2}(?P<y>1[6-9]\d\d|20\d\d)\b",
        r"\b(?P<n>[0-3]?\d)[/.](?P<d>[0-3]?\d)[/.](?P<y>1[6-9]\d\d|20\d\d)\b",
    )
)
_OPENERS = frozenset({"the", "a", "an", "on", "in", "at", "after", "according", "this", "yesterday", "today", "last"})


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline line in its pieces; every piece is (start, end) within the line.

    Args:
        title: the headline itself.
        tag: "(UPDATES)", or None.
        byline: "By X", or None.
    """

    title: tuple[int, int]
    tag: tuple[int, int] | None = None
    byline: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says: the day as ISO, or None, and whether it is the day of an update."""

    published: str | None
    updated: bool = False


def split_headline(line: str) -> Headline:
    """Cut "– By X" and a bracketed tag off a headline.

    >>> line = "Dam bursts (UPDATES) – By Ann Roe"
    >>> h = split_headline(line)
    >>> line[slice(*h.title)], line[slice(*h.tag)], line[slice(*h.byline)]
    ('Dam bursts', '(UPDATES)', 'By Ann Roe')
    """
    end, by, tag = len(line), None, None
    if end > _HEADLINE:
        return Headline((0, end))
    for m in _BY.finditer(line):
        if m.start() > 0 and byline_of(line[m.end() :]) is not None:
            by, end = (m.end(), len(line.rstrip())), m.start()
            break
    found = _TAG.search(line, 0, end)
    if found and found.start() > 0 and whole("headline", "tags").fullmatch(found.group().strip()):
        start = found.start() + len(found.group()) - len(found.group().lstrip())
        tag, end = (start, start + len(found.group().strip())), found.start()
    return Headline((0, len(line[:end].rstrip())), tag, by)


def byline_of(line: str) -> str | None:
    """The author of a byline without "By", or None where the line is none.

    >>> byline_of("By Ann Roe and Bo Lind, staff writers"), byline_of("By Monday the water had gone")
    ('Ann Roe and Bo Lind, staff writers', None)
    """
    found = starting("byline", "starts").match(line) if len(line) <= _LONGEST else None
    if found is None:
        return None
    rest = line[found.end() :].strip(" \t\u00a0:*_")
    names = _WORD.findall(rest)
    small = words("byline", "small")
    if not names or len(names) > 16 or not names[0][0].isupper() or rest.endswith(("?", "!")):
        return None
    if all(n[0].isupper() or n in small or "@" in n for n in names) and not _WEEKDAY.match(rest) and not _month(names[0]):
        return rest.rstrip(".,;") or None
    return None


def is_tail_byline(line: str) -> bool:
    """Whether a line at the end names who else worked on the article."""
    if len(line) > 2 * _LONGEST:
        return False
    if len(line.split()) <= 8 and not line.endswith((".", ":", ",")) and line.lower().lstrip("*_ ").startswith("by ") and byline_of(line):
        return True
    return bool(starting("byline", "tail_starts").match(line) or containing("byline", "tail_contains").search(line))


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    iso: str | None


def dateline_of(line: str) -> Dateline | None:
    """What a line with nothing but a date, a place, a time and labels says, or None where it is no such line.

    >>> dateline_of("Monday, March 5, 2007").published, dateline_of("ELLERBY, May 3, 2024").published
    ('2007-03-05', '2024-05-03')
    >>> dateline_of("On May 3, 2024, the dam burst.") is None
    True
    """
    if len(line) > _LONGEST or line.rstrip().endswith(("?", "!", ":")):
        return None
    found = _date(line)
    if found is None:
        return None
    before, after = line[: found.start], line[found.end :]
    label = starting("dateline", "updated").match(line)
    if label:
        before = before[label.end() :]
    second = _date(after)
    if second is not None:  # "Published … Updated …": the second date is another label's
        after = after[: second.start] + after[second.end :]
    rest = [w for part in (before, after) for w in _WORD.findall(_CLOCK.sub(" ", _WEEKDAY.sub(" ", part)))]
    place = [w for w in rest if w.strip(".").lower() not in _known()]
    if len(place) > 6 or any(not w[0].isupper() and w not in ("|", "–", "—", "&", "/", "•", "·", "de", "la", "al") for w in place):
        return None
    if place and _WORD.findall(after) and line.rstrip().endswith("."):
        return None
    return Dateline(found.iso, label is not None)


def glued_dateline(line: str) -> int | None:
    """Where a paragraph begins with a whole date line without a mark after it: the offset after the date, else None."""
    found = _GLUED.match(line)
    if found is None or dateline_of(found.group()) is None:
        return None
    word = compiled(r"\w+").match(line, found.end())
    return found.end() if word and word.group().lower() in _OPENERS else None


def wire_dateline(line: str) -> tuple[int, int] | None:
    """Where a paragraph begins with a place in capitals and a dash: where the dateline ends and where the report begins.

    Source: AP Stylebook, entry 'datelines'.

    >>> line = "NORRBY, June 4, 2021 (VC) - A tremor shook the valley."
    >>> line[: wire_dateline(line)[0]], wire_dateline("A tremor - the third - shook the valley.") is None
    ('NORRBY, June 4, 2021 (VC)', True)
    """
    found = _WIRE.match(line)
    return (found.end("line"), found.end()) if found and len(line) - found.end() >= _LEAST_REPORT else None


def _known() -> frozenset[str]:
    return words("dateline", "labels") | words("dateline", "zones") | words("dateline", "updated") | {"by"}


def _month(word: str) -> int | None:
    months: dict[str, int] = table()["months"]
    return months.get(word.lower().rstrip("."))


def _date(line: str) -> _Found | None:
    best: _Found | None = None
    for pattern in _DATES:
        for m in pattern.finditer(line):
            parts = m.groupdict()
            month = _month(parts["m"]) if parts.get("m") else int(parts["n"])
            if not month or (best is not None and m.start() >= best.start):
                continue
            best = _Found(m.start(), m.end(), _iso(int(parts["y"]), month, int(parts["d"]), pattern is _DATES[3]))
            break
    return best


def _iso(year: int, month: int, day: int, unordered: bool) -> str | None:
    """The day, or None: 3/5/2024 is a day in March for one reader and in May for another."""
    if unordered and month != day:
        if day <= 12 and month <= 12:
            return None
        if month > 12:
            month, day = day, month
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def iso_date(words_: str) -> str | None:
    """A date in words or digits as ISO, or None.

    >>> iso_date("3 May 2024"), iso_date("2024-05-03T10:00:00Z"), iso_date("soon")
    ('2024-05-03', '2024-05-03', None)
    """
    found = _date(words_[:_LONGEST])
    return found.iso if found else None
