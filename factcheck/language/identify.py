"""Tells whether a text is English, and if not, which language it most likely is; by function words and letters. Translates nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache

from factcheck.language.lexicon import load_packaged
from factcheck.model.patterns import compiled

_WORD = compiled(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE = 20_000  # characters; more tell nothing more
_LEAST = 25  # words below which nothing is said
_CLEAR = 1.5  # how many times as often another language's function words have to stand as the English ones
_SCRIPTS = (
    ("ja", compiled("[\u3040-\u30ff]")),
    ("ko", compiled("[\uac00-\ud7af]")),
    ("zh", compiled("[\u4e00-\u9fff]")),
    ("ru", compiled("[\u0400-\u04ff]")),
    ("ar", compiled("[\u0600-\u06ff]")),
    ("he", compiled("[\u0590-\u05ff]")),
    ("el", compiled("[\u0370-\u03ff]")),
    ("hi", compiled("[\u0900-\u097f]")),
    ("th", compiled("[\u0e00-\u0e7f]")),
)
_FOREIGN = 0.4  # share of all letters in another script


@cache
def _table() -> tuple[Mapping[str, frozenset[str]], Mapping[str, str]]:
    lexicon = load_packaged("languages")
    return {code: frozenset(words) for code, words in lexicon["words"].items()}, lexicon["titles"]


def title(code: str) -> str:
    """The English name of a language, or its code where none is known."""
    return _table()[1].get(code, code)


def identify(text: str) -> str | None:
    """The ISO 639-1 code of a text's language, or None where there is too little to tell.

    >>> identify("The council said that it had not been told of the plan which the mayor and his staff were to present to them by Monday.")
    'en'
    >>> identify("Nine boats.") is None
    True
    """
    sample = text[:_SAMPLE]
    letters = sum(c.isalpha() for c in sample)
    for code, pattern in _SCRIPTS:
        if letters > _LEAST and len(pattern.findall(sample)) > (_FOREIGN if code != "ja" else _FOREIGN / 4) * letters:
            return code
    words = Counter(w.lower() for w in _WORD.findall(sample))
    if sum(words.values()) < _LEAST:
        return None
    counted = {code: sum(words[w] for w in known) for code, known in _table()[0].items()}
    best = max(counted, key=lambda code: (counted[code], code == "en"))
    if best == "en" or counted[best] > _CLEAR * counted["en"]:
        return best if counted[best] else None
    return "en"
