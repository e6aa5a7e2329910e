"""Whether two forms are spellings of one name: marks, case, transliteration, a slip. Decides on letters; never on what a name means.

Source: Freeman, Condon & Ackerman 2006, "Cross linguistic name matching in English and Arabic" (vowels, doubled and weak consonants vary);
Pollock & Zamora 1984 (four in five misspellings are one letter off, seldom the first).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from factcheck.language.lexicon import load_packaged
from factcheck.model.patterns import compiled

_WORD = compiled(r"[^\W_]+(?:['’`][^\W_]+)*")
_LEXICON = load_packaged("spellings")
_ARTICLES = frozenset(_LEXICON["articles"])
_GENERIC = frozenset(_LEXICON["generic"])
_TRANSLATED = tuple(frozenset(row.split()) for row in _LEXICON["translated"])
_KINDS = _GENERIC | frozenset(w for row in _TRANSLATED for w in row)
_ENDINGS = frozenset(_LEXICON["endings"])
_LETTERS = tuple(tuple(row.split()) for row in _LEXICON["letters"])
_GIVEN, _SEXES, _ROMANIZED = (tuple(frozenset(row.split()) for row in _LEXICON[key]) for key in ("given", "sexes", "romanized"))
_THE, _POSSESSIVE, _APOSTROPHES = compiled(r"^the\s+", re.IGNORECASE), compiled(r"'s?$"), compiled(r"'s$|'")
_ROMAN = compiled(r"[ivx]{1,4}")
_LEAST = 6


@lru_cache(maxsize=16384)
def bare(form: str) -> str:
    """A form without possessive and "the", its case and accents kept."""
    text = unicodedata.normalize("NFC", " ".join(form.replace("’", "'").replace("`", "'").split()))
    return _THE.sub("", _POSSESSIVE.sub("", text))


@lru_cache(maxsize=16384)
def plain(form: str) -> str:
    """A form without possessive, "the" and accents, its case kept."""
    return "".join(c for c in unicodedata.normalize("NFKD", bare(form)) if not unicodedata.combining(c))


@lru_cache(maxsize=16384)
def letters(form: str) -> str:
    """The letters and digits of a form in lower case: what stays when hyphens, spaces, apostrophes and case vary.

    >>> letters("Sant-Ilario") == letters("Sant'Ilario") == letters("Sant Ilario")
    True
    """
    return "".join(c for c in plain(form).lower() if c.isalnum())


def words(form: str) -> list[str]:
    """The words of a form in lower case, inner apostrophes dropped."""
    return [_APOSTROPHES.sub("", w.lower()) for w in _WORD.findall(plain(form).replace("-", " "))]


def _spoken(form: str) -> str:
    """The letters with the pairs that transliterations exchange as one."""
    text = letters(form)
    for old, new in _LETTERS:
        text = text.replace(old, new)
    return text


def _telling(form: str) -> list[str]:
    """The words without initials and Roman numerals."""
    own = words(form)
    return [w for n, w in enumerate(own) if not (len(w) == 1 and n + 1 < len(own)) and not _ROMAN.fullmatch(w)]


@lru_cache(maxsize=16384)
def skeleton(form: str) -> str:
    """The consonants that transliterations keep: vowels, y, w and doublings dropped, weak pairs as one.

    >>> skeleton("Khartoum") == skeleton("Chartum")
    True
    """
    kept = [c for c in _spoken(form) if c not in "aeiouyw"]
    out: list[str] = []
    for c in kept:
        if not out or out[-1] != c:
            out.append(c)
    return "".join(out).rstrip("h")


def variant(a: str, b: str) -> str | None:
    """How two forms are spellings of one name: "marks", "accents", "case", "transliteration", "translation", "letter" or None.

    >>> variant("Renwick", "Renwyck"), variant("al Nour", "al-Nour"), variant("Board", "Baird"), variant("Korea", "Korean")
    ('letter', 'marks', None, None)
    """
    pa, pb = plain(a), plain(b)
    if pa == pb:
        return "accents" if bare(a) != bare(b) else None
    if not pa or not pb:
        return None
    la, lb = letters(a), letters(b)
    if la == lb:
        return _marks_or_case(pa, pb)
    if la.isdigit() or lb.isdigit() or any(c.isdigit() for c in la + lb):
        return None
    wa, wb = _telling(a), _telling(b)
    if not wa or not wb or wa == wb:
        return None  # with and without an initial, a number, a possessive
    if len(wa) != len(wb) and 1 in (len(wa), len(wb)) and wa[-1] not in _GENERIC and wb[-1] not in _GENERIC:
        found = _one_word(wa[-1], wb[-1], steady=False)  # a full name and a last name
        if found:
            return found
    if len(wa) == len(wb) and any(" ".join(wa) in row and " ".join(wb) in row for row in _ROMANIZED):
        return "transliteration"
    core_a, core_b = core(a), core(b)
    if len(core_a) == 1 and len(core_b) == 1:
        if core_a == core_b:
            return "translation" if _translated(wa, wb) else None  # with and without its article
        return _one_word(core_a[0], core_b[0], steady=False)
    if len(wa) == len(wb) and len(wa) > 1:
        odd = [(x, y) for x, y in zip(wa, wb, strict=True) if x != y]
        if len(odd) == 1:
            return _one_word(*odd[0], steady=True)
        return "transliteration" if all(_sounds_alike(x, y) for x, y in odd) and _solid(a, b) else None
    if len(wa) > 1 and len(wb) > 1 and skeleton(a) == skeleton(b) and _solid(a, b):
        return "transliteration"
    return None


def core(form: str) -> list[str]:
    """The telling words without articles and words for the kind of a place: "tharda" of "Jabal al-Tharda".

    >>> core("Jabal al-Nour"), core("Serat Mountain")
    (['nour'], ['serat'])
    """
    return [w for w in _telling(form) if w not in _ARTICLES and w not in _KINDS]


def _translated(a: list[str], b: list[str]) -> bool:
    """Whether one form has the word for the kind of place in another language: "Jabal Serat", "Serat Mountain"."""
    own_a, own_b = ({w for w in words_ if w in _GENERIC or any(w in row for row in _TRANSLATED)} for words_ in (a, b))
    return own_a != own_b and any(own_a & row and own_b & row for row in _TRANSLATED)


def _marks_or_case(a: str, b: str) -> str | None:
    flat_a, flat_b = a.lower(), b.lower()
    if flat_a != flat_b:
        if "." in a or "." in b:  # U.S. and US are house style
            return None
        return "marks"
    if a.isupper() or b.isupper() or a.islower() or b.islower():
        return None  # a headline in capitals
    pairs = zip(a.split(), b.split(), strict=False)
    return "case" if all(x == y or (x[0].isupper() and y[0].isupper()) for x, y in pairs) else None


def _solid(a: str, b: str) -> bool:
    """Whether enough consonants are left to tell anything."""
    return len(skeleton(a)) >= (4 if len(words(a)) > 2 else 5) and _spoken(a)[0] == _spoken(b)[0]


def _sounds_alike(a: str, b: str) -> bool:
    return a == b or (skeleton(a) == skeleton(b) and len(skeleton(a)) >= 2) or (a in _ARTICLES and b in _ARTICLES)


def _one_word(a: str, b: str, *, steady: bool) -> str | None:
    """Two single words, ``steady`` where the rest of a longer name is the same."""
    if a == b or _sexes(a, b):
        return None
    if steady and one_given(a, b):
        return "letter"
    short, long = sorted((a, b), key=len)
    if short[0] != long[0] and len(short) >= _LEAST and {short[0], long[0]} <= set("qkcg") and "q" in (short[0], long[0]):
        return "transliteration" if skeleton(short)[1:] == skeleton(long)[1:] else None  # Arabic qaf: Qandar, Kandar
    if steady and len(short) == len(long) >= 5 and short[0] == long[0] and _swapped(short, long):
        return "letter"
    if long == short + short[-1] and len(short) >= _LEAST and short[-1] not in "aeiou":
        return "letter"  # one consonant, doubled at the end
    if steady and long == short + "s" and short.endswith("ic") and len(short) >= _LEAST:
        return "letter"  # "Dynamic" and "Dynamics" beside the same other words
    if long.startswith(short):
        return "transliteration" if long == short + "h" and len(short) >= 5 else None
    if _related(short, long):
        return None
    if steady and short[0] != long[0] and len(short) >= _LEAST and _spoken(short) == _spoken(long):
        return "transliteration"  # "Catherine" and "Katherine" beside one last name
    if len(short) < (5 if steady else _LEAST) or short[0] != long[0]:
        return None
    if steady and len(short) >= 8 and _common(short, long) >= 6 and len(long) - len(short) <= 4:
        return "letter"
    if _distance_one(short, long):
        return "letter" if skeleton(short) == skeleton(long) or len(short) >= 7 else None
    if skeleton(short) == skeleton(long) and len(skeleton(short)) >= 4 and len(long) - len(short) <= 2:
        return "transliteration"
    return None


def one_given(a: str, b: str) -> bool:
    """Whether two words in lower case are one given name in two spellings.

    >>> one_given("sara", "sarah"), one_given("francis", "frances")
    (True, False)
    """
    return any(a in row and b in row for row in _GIVEN)


def _sexes(a: str, b: str) -> bool:
    """Whether two given names are a man's and a woman's: Francis, Frances."""
    return any(a in row and b in row for row in _SEXES)


def _swapped(a: str, b: str) -> bool:
    """Whether two neighbouring letters are swapped."""
    at = _common(a, b)
    return a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :]


def differing(a: str, b: str) -> frozenset[str]:
    """The words in which two variants differ: one misspelling with and without the first name is one."""
    wa, wb = ([w for w in _telling(form) if w not in _ARTICLES and w not in _GENERIC] for form in (a, b))
    return frozenset(wa) ^ frozenset(wb) if len(wa) == len(wb) else frozenset({wa[-1], wb[-1]} if wa and wb else ())


def _common(a: str, b: str) -> int:
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _related(short: str, long: str) -> bool:
    """Inflections and demonyms: a common stem with two different known endings."""
    at = _common(short, long)
    left, right = short[at:], long[at:]
    return at >= 4 and (left in _ENDINGS or not left) and right in _ENDINGS


def _distance_one(a: str, b: str) -> bool:
    """Whether one letter changed, is missing, or two neighbours are swapped."""
    if len(b) - len(a) > 1:
        return False
    at = _common(a, b)
    if len(a) == len(b):
        return a[at + 1 :] == b[at + 1 :] or _swapped(a, b)
    return a[at:] == b[at + 1 :]
