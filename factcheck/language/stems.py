"""Stems that bring the forms of one word together, so that "planned" meets "plans". Never meant for people to read.

The endings are those of English inflection (Quirk et al. 1985, 3.5-10 and 5.79-81); irregular verbs come from the grammar lexicon.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

_NOUNS = {
    "men": "man", "women": "woman", "children": "child", "feet": "foot", "lives": "life", "wives": "wife", "people": "people",
    "mice": "mouse", "teeth": "tooth", "geese": "goose", "dead": "dead", "police": "police", "news": "news",
    "lens": "lens", "lenses": "lens", "series": "series", "species": "species", "crises": "crisis", "analyses": "analysis",
    "halves": "half", "knives": "knife", "shelves": "shelf", "thieves": "thief", "wolves": "wolf", "loaves": "loaf",
    "died": "die", "dying": "die", "lied": "lie", "lying": "lie", "tied": "tie", "tying": "tie",
}  # fmt: skip
_DOUBLED = "bdfgklmnprst"
_KEEP_S = ("ss", "us", "is", "ous")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a word in lower case; equal for the regular forms of one word.

    >>> stem("planned") == stem("plans") == stem("planning")
    True
    >>> stem("release") == stem("released")
    True
    """
    w = word.removesuffix("'s").removesuffix("'")
    if w in _NOUNS:
        return _NOUNS[w]
    for plural, single in (("women", "woman"), ("men", "man"), ("children", "child")):
        if w.endswith(plural) and len(w) > 5:
            return w[: -len(plural)] + single
    if len(w) > 4 and w.endswith(("ies", "ied")):
        return w[:-3] + "y"
    if len(w) > 4 and w.endswith("es") and w[:-2].endswith(("s", "x", "z", "ch", "sh")):
        w = w[:-2]
    elif len(w) > 3 and w.endswith("s") and not w.endswith(_KEEP_S):
        w = w[:-1]
    elif len(w) > 4 and w.endswith("ed") and not w.endswith("eed") and _vowel(w[:-2]):
        w = w[:-2]
    elif len(w) > 5 and w.endswith("ing") and _vowel(w[:-3]):
        w = w[:-3]
    return _end(w)


def _vowel(part: str) -> bool:
    return any(c in "aeiouy" for c in part)


def _end(w: str) -> str:
    """Without a last e, a last doubled consonant, and y as i, so that all forms end alike."""
    if len(w) > 3 and w.endswith("e"):
        w = w[:-1]
    if len(w) > 3 and w[-1] == w[-2] and w[-1] in _DOUBLED:
        w = w[:-1]
    return w


class Stemmer(dict[str, str]):
    """Stems with irregular verbs brought back to their lemma: ``stemmer("went")``. A table that makes what is not in it yet.

    Args:
        irregular: lemma to "third past participle ing", as in the grammar lexicon.
    """

    def __init__(self, irregular: Mapping[str, str]) -> None:
        super().__init__()
        self._back = {form: lemma for lemma, forms in irregular.items() for form in forms.split()}

    def __missing__(self, lower: str) -> str:
        made = self[lower] = stem(self._back.get(lower, lower))
        return made

    __call__ = dict.__getitem__
