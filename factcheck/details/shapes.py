"""One letter for each token by its capital and what the lexicons know of it; runs of such letters are where names stand.

Letters: C capitalised, F first name, G known place or body, D adjective of a people, A acronym, T title, Y title with a dot, I initial,
X abbreviation inside names, V abbreviation of a state, K compound like "US-led"; in lower case where the possessive ends the name.
o of/for, a and, h the, p particle, & . and w for the rest. Decides nothing.
"""

from __future__ import annotations

from factcheck.details.gazetteer import Gazetteer
from factcheck.details.reading import MASK, Reading
from factcheck.model.patterns import compiled

_MONTHS_AND_NAMES = frozenset(("jan", "april", "may", "june", "august"))
_OPEN = frozenset(("(", ",", "and", "by", "to", "for"))  # these stand before persons too
_DOTTED = frozenset(("jr", "sr", "inc", "corp", "ltd", "co", "bros", "st", "mt", "ft", "ste", "cos"))
_MARKS = {"&": "&", ".": ".", "of": "o", "for": "o", "and": "a", "the": "h"}
_UNIT = r"(?:[CFGDAT]|[IXY]\.?)"
RUN = compiled(rf"{_UNIT}(?:(?:p{{1,2}}|&|oh?|a)?{_UNIT})*(?:(?:p{{1,2}}|&|oh?|a)?[cfgdat])?|[cfgdat]|[KV]")
"""A run of tokens that may be one name or several."""


def shapes(r: Reading, g: Gazetteer) -> str:
    """A string with one letter for each token; each distinct word is looked up once."""
    known: dict[str, str] = {}
    for word in set(r.tokens.words):
        known[word] = _shape(word, r, g)
    letters = [known[word] for word in r.tokens.words]
    for i, low in enumerate(r.lower):
        if low is MASK:
            letters[i] = "w"
    for i, low in enumerate(r.lower[:-1]):
        if low in _MONTHS_AND_NAMES and letters[i + 1] == "C" and _given(r, i):
            letters[i] = "F"
    return "".join(letters)


def _given(r: Reading, i: int) -> bool:
    """Whether a month's name before an unknown capital is a person's: "June Brandt", never "in June Brandt"."""
    before = r.lower[i - 1] if i else ""
    if r.lower[i] == "may" and not before[:1].isalpha():
        return False  # "May Lund win?"
    return r.tokens.words[i].istitle() and before not in r.dates.lists["before_month"] - _OPEN and not before[:1].isdecimal()


def bare(word: str) -> str:
    """A word without its possessive ending."""
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _shape(word: str, r: Reading, g: Gazetteer) -> str:
    low = word.lower().replace("’", "'")
    if low in _MARKS and (word.islower() or not word.isalpha()):
        return _MARKS[low]
    stem = low.removesuffix("'s")
    letter = _letter(word[: len(stem)], stem, r, g)
    return (
        letter.lower() if stem != low and letter in "CFGDAT" and stem not in ("children", "women", "men", "people", "veterans") else letter
    )


def _letter(word: str, low: str, r: Reading, g: Gazetteer) -> str:
    if "-" in word:
        return _compound(word, low, g)
    if not word or not word[0].isupper():
        if low in g.particles:
            return "p"
        return "C" if len(word) > 2 and word[0].islower() and word[1].isupper() and word.isalpha() else "w"
    if low in g.kinds and (word.isupper() or low not in g.acronyms):
        return "G"
    if word in g.abbreviations:
        return "V"
    if low in r.dates.months or low in r.dates.weekdays or low in r.dates.lists["relative"]:
        return "w"
    if low in g.function and (low != "us" or word != "US"):
        return "w"
    if len(word) == 1 or (word[1] == "." and len(word) <= 8 and low not in g.habits):
        return "I" if low != "i" else "w"
    if word.isupper():
        return "w" if low in g.not_acronyms else ("T" if low in g.title_heads and low != "mp" else "A")
    if low in _DOTTED:
        return "X"
    if low in g.demonyms:
        return "D"
    if low in g.abbreviated or low in ("mr", "mrs", "ms", "dr", "prof", "rev", "fr", "hon"):
        return "Y"
    if low in g.title_heads or low in g.courtesy:
        return "T"
    if low in g.first_names:
        return "F"
    return "C" if low[-1].isalpha() or low.isalnum() else "w"


def _compound(word: str, low: str, g: Gazetteer) -> str:
    if low in g.kinds:
        return "G"
    if low in g.first_names:
        return "F"
    if low in g.demonyms:
        return "D"
    if low in g.title_heads and word[0].isupper():
        return "T"
    parts = word.split("-")
    first = parts[0].lower()
    if (first in g.prefixes or first in g.compass) and parts[1][:1].isupper() and (parts[0].islower() or first in g.prefixes):
        return "K"
    if len(parts[0]) == 1 and first in "rdi" and len(parts) == 2 and parts[1][:1].isupper() and len(parts[1]) < 12:
        return "K"  # a party and a state: "D-Ohio"
    if parts[0].islower():
        return "C" if low.split("-")[0] in g.joined and parts[-1][:1].isupper() else "w"
    if not word[0].isupper():
        return "w"
    capitals = [p[:1].isupper() or p.lower() in g.joined or p.isdecimal() for p in parts]
    if all(capitals):
        return "A" if word.isupper() and not any(c.isdecimal() for c in word) else "C"
    if (first in g.function and not parts[0].isupper()) or first in g.openers or first in g.title_modifiers:
        return "w"
    formed = len(parts[-1]) > 4 and parts[-1].endswith(("ed", "ing"))  # "Kwok-hing" is none
    return "K" if parts[-1] in g.compounds or formed or len(parts) > 2 else "C"
