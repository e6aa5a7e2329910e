"""A number with a unit of measure ("six kilometers"), or with things of a designated type ("two Q-400 planes")."""

from __future__ import annotations

from factcheck.details.amounts import Amounts
from factcheck.details.reading import Figure, Stretch
from factcheck.language.numbers import Number, approximate
from factcheck.model.claim_parts import Value
from factcheck.model.patterns import compiled
from factcheck.plugin.records import Example, must, must_not

SOURCE = "SI Brochure (BIPM, 9th ed.); NIST Handbook 44, appendix C"
EXAMPLES: tuple[Example, ...] = (
    must("The camp lies six kilometers from the river.", "six kilometers"),
    must("A 62-meter tower stood there.", "62-meter"),
    must("The wind blew at 40 miles per hour.", "40 miles per hour"),
    must("The fire burned 900 square miles of forest.", "900 square miles"),
    must_not("Six men came.", "Six men"),
)
_DESIGNATION = compiled(r"[A-Z]{1,4}-?\d{1,4}[A-Za-z]?\Z")


def match(a: Amounts, n: Number, s: Stretch) -> Figure | None:
    """A number with its unit."""
    lower = a.r.lower
    if n.form not in ("cardinal", "vague", "fraction"):
        return None
    if n.tail:
        unit = a.measures.get(n.tail.split("-")[0])
        return Figure("quantity", n.start, n.end, Value(n.low, n.high, unit)) if unit else None
    j = n.end
    if j + 1 < s.stop and lower[j] in ("-", "–") and lower[j + 1].split("-")[0] in a.measures:
        unit = a.measures[lower[j + 1].split("-")[0]]
        return Figure("quantity", n.start, j + 2, Value(n.low, n.high, unit))
    if j + 1 < s.stop and lower[j] == "of" and lower[j + 1] in a.measures and n.form == "vague":
        j += 1
    power = ""
    if j + 1 < s.stop and lower[j] in a.powers:
        power, j = a.powers[lower[j]] + " ", j + 1
        if lower[j] == "." and j + 1 < s.stop:
            j += 1
    form, stop = a.phrase(j, s.stop, a.measures)
    if not form:
        return _designated(a, n, s)
    if form in ("mi", "ha", "stone", "hp") and not n.digits:
        return None
    unit = power + a.measures[form]
    if stop + 1 < s.stop and lower[stop] in ("per", "an", "a", "/") and lower[stop + 1] in a.per:
        unit, stop = f"{unit} per {a.per[lower[stop + 1]]}", stop + 2
    elif unit == "degree" and stop < s.stop and lower[stop] in ("celsius", "fahrenheit", "centigrade", "kelvin"):
        unit, stop = f"degree {lower[stop]}", stop + 1
    full = approximate(lower, n, s.first, s.stop, a.words)
    return Figure("quantity", full.start, stop, Value(n.low, n.high, unit, full.approx))


def _designated(a: Amounts, n: Number, s: Stretch) -> Figure | None:
    """A count of things of a type: number, proper words, a designation with digits, the noun."""
    words, lower = a.r.tokens.words, a.r.lower
    j = n.end
    while j < s.stop and j < n.end + 4 and words[j][0].isupper() and words[j][-1].isalpha():
        if _DESIGNATION.match(words[j]):
            break
        j += 1
    if j >= s.stop or not _DESIGNATION.match(words[j]) or n.low is None:
        return None
    noun, stop = a.noun(j + 1, min(s.stop, j + 4))
    full = approximate(lower, n, s.first, s.stop, a.words)
    return Figure("quantity", full.start, stop if noun else j + 1, Value(n.low, n.high, noun, full.approx))
