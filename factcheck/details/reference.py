"""Words that set a statement in the past, the present or the future without a day: "the current law", "once", "at the time".

They have no value: a checker asks "as of when?". Spans with a unit of time ("the past year") are told elsewhere.
"""

from __future__ import annotations

from factcheck.details.amounts import Amounts
from factcheck.details.reading import Figure, Stretch
from factcheck.model.claim_parts import Value
from factcheck.plugin.records import Example, must, must_not

SOURCE = "TimeML 1.2.1 annotation guidelines (Sauri et al. 2006), PAST_REF, PRESENT_REF, FUTURE_REF"
EXAMPLES: tuple[Example, ...] = (
    must("The current mayor swims.", "current"),
    must("She once led the port.", "once"),
    must("Nobody knew at the time.", "at the time"),
    must("It was settled in the past.", "the past"),
    must("The future of the pier is open.", "The future"),
    must_not("The current of the river is strong.", "current"),
    must_not("They left at once.", "once"),
    must_not("He walked past a guard.", "past"),
)

_COUNTS = ("few", "several", "couple")


def by_word(a: Amounts, i: int, s: Stretch) -> Figure | None:
    """The reference at token ``i``, with "the" before a noun."""
    lower = a.r.lower
    word = lower[i][:-2] if lower[i].endswith("'s") else lower[i]
    if a.r.tokens.words[i][0].isupper() and i > s.first and word != "once":
        return None
    before = lower[i - 1] if i > s.first else ""
    after = lower[i + 1] if i + 1 < s.stop else ""
    found = _READ[word](a, before, after)
    if word == "time":
        found = found and i - 2 >= s.first and lower[i - 2] == "at"
        return Figure("date", i - 2, i + 1, Value()) if found else None
    if not found:
        return None
    return Figure("date", i - (before == "the" and word in ("past", "future", "present")), i + 1, Value())


def _current(a: Amounts, before: str, after: str) -> bool:
    return after[:1].isalpha() and after not in a.r.dates.lists["reference_stops"]


def _future(a: Amounts, before: str, after: str) -> bool:
    return True


def _past(a: Amounts, before: str, after: str) -> bool:
    lists = a.r.dates.lists
    if (
        after in a.r.dates.units
        or after in lists["calendar_units"]
        or a.words.starts(after or "-")
        or after in ("few", "several", "couple")
    ):
        return False
    owned = before in lists["owners"] or before.endswith("'s") or before in ("recent", "distant")
    return owned or (
        after.endswith("s") and len(after) > 3 and before not in lists["reference_stops"] and after not in lists["reference_stops"]
    )


def _present(a: Amounts, before: str, after: str) -> bool:
    return before in ("at", "the", "our") and not (after[:1].isalpha() and after not in a.r.dates.lists["reference_stops"])


def _once(a: Amounts, before: str, after: str) -> bool:
    lists = a.r.dates.lists
    return before not in ("at", "than", "for", "just", "only") and after[:1].isalpha() and after not in lists["once_stops"]


def _time(a: Amounts, before: str, after: str) -> bool:
    return before in ("the", "that")


_READ = {"current": _current, "future": _future, "past": _past, "present": _present, "once": _once, "time": _time}
WORDS = frozenset(_READ)
