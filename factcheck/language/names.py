"""Names compared: folded words, short forms ("Renwick" of "Paul Renwick", "WHO" of "World Health Organization"), spelling skeletons.

Compares strings only; finds no names in a text.
"""

from __future__ import annotations

import unicodedata

from factcheck.model.patterns import compiled

_WORD = compiled(r"[^\W_]+(?:['’.][^\W_]+)*")
_SMALL = frozenset(
    ("of", "the", "and", "for", "in", "on", "a", "an", "de", "la", "le", "du", "di", "da", "al", "el", "von", "van", "der", "bin", "ibn")
)
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "phd", "md", "inc", "ltd", "co", "corp", "llc", "plc"))
_SAME = str.maketrans({"y": "i", "z": "s", "q": "k", "v": "w", "j": "i"})


def fold(name: str) -> str:
    """A name in lower case, without accents, possessive and a leading article.

    >>> fold("The José’s")
    'jose'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.replace("’", "'")) if not unicodedata.combining(c)).lower()
    plain = plain.removesuffix("'s").removesuffix("'")
    return " ".join(plain.removeprefix("the ").split())


def name_words(name: str) -> tuple[str, ...]:
    """The words of a folded name, without suffixes like "Jr"."""
    return tuple(w for w in (m.group().replace(".", "") for m in _WORD.finditer(fold(name))) if w and w not in _SUFFIXES)


def acronym(name: str) -> str:
    """The initials of a name's words without the small ones: "World Health Organization" → "WHO".

    >>> acronym("Church of the Open Door")
    'COD'
    """
    return "".join(w[0] for w in name_words(name) if w not in _SMALL).upper()


def is_short_form(short: str, full: str) -> bool:
    """Whether ``short`` can stand for ``full``: its last word, its first words, its initials, or a run of its words.

    >>> is_short_form("Renwick", "Paul Renwick"), is_short_form("WHO", "World Health Organization"), is_short_form("Ann Lee", "Ann Moor")
    (True, True, False)
    """
    a, b = name_words(short), name_words(full)
    if not a or not b or len(a) >= len(b):
        return len(a) == 1 and len(b) > 1 and a[0] == acronym(full).lower()
    if len(a) == 1 and len(b) > 1 and a[0] == acronym(full).lower():
        return True
    if a[0] in _SMALL:
        return False
    return any(b[k : k + len(a)] == a for k in range(len(b) - len(a) + 1))


def skeleton(name: str) -> str:
    """The consonants of a name, doubled letters once, sounds that romanisations mix made equal; the first letter stays.

    Equal skeletons are only a reason to look: "Board" and "Baird" share one.

    >>> skeleton("Sedira") == skeleton("Sedirah"), skeleton("Renwick") == skeleton("Renwyck")
    (True, True)
    """
    letters = "".join(name_words(name))
    letters = (
        letters.replace("kh", "h")
        .replace("ph", "f")
        .replace("th", "t")
        .replace("gh", "g")
        .replace("ck", "k")
        .replace("c", "k")
        .translate(_SAME)
    )
    out = letters[:1]
    for c in letters[1:]:
        if c not in "aeiouh'" and c != out[-1]:
            out += c
    return out
