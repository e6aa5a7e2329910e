"""When two claims are taken for the same fact in other words. Strict: a missed memory costs a look, a false one costs a mistake.

House rule: the same words in the same order but for articles and perfect tenses; the longer may have a few more plain words, none of them
a number, a negation, a hedge or a name. Numbers are therefore always equal. A swap of who did what to whom is never alike.
"""

from __future__ import annotations

import re
import tomllib
from importlib import resources

from factcheck_earlier_checks.checks import words

_WORDS = tomllib.loads(resources.files(__package__).joinpath("likeness.toml").read_text("utf-8"))
EMPTY, GUARDED, HANGING = (frozenset(" ".join(_WORDS[key].values()).split()) for key in ("empty", "guarded", "hanging"))
"""Words that change no fact; that make another fact of it; whose meaning hangs on the article. See likeness.toml."""
FEWEST, SHARE = 4, 5
"""A claim has at least so many words to be alike; of so many words one may be more."""
_CAPITAL = re.compile(r"(?<=[\w,;:)’”] )[^\W\d_a-zß-öø-ÿ]\w*")


def hanging(text: str) -> bool:
    """Whether what a claim is about hangs on its article, so that equal words may tell another fact: it begins with a pronoun, or
    holds neither a name nor a number.

    >>> hanging("It opened in 1998"), hanging("Police have opened an investigation"), hanging("The mill opened in 1998")
    (True, True, False)
    """
    pronoun = bool(HANGING.intersection(words(text)[:3]))
    return pronoun or not (names(text) or any(ch.isdigit() for ch in text))


def alike(a: str, b: str) -> bool:
    """Whether two claims state the same fact in nearly the same words.

    >>> alike("The mill has 40 red looms in its main hall", "The mill has 40 looms in its main hall")
    True
    >>> alike("The mill has 40 looms in its main hall", "The mill has 41 looms in its main hall")
    False
    >>> alike("Brandt sued Lind over the mill", "Lind sued Brandt over the mill")
    False
    """
    short, long = sorted(([w for w in words(t) if w not in EMPTY] for t in (a, b)), key=len)
    if len(short) < FEWEST or len(long) - len(short) > len(short) // SHARE:
        return False
    extra, at = [], 0
    for word in long:
        if at < len(short) and short[at] == word:
            at += 1
        else:
            extra.append(word)
    return at == len(short) and not any(_tells(w, names(a) | names(b)) for w in extra)


def names(text: str) -> set[str]:
    """The capitalised words inside a text, case-folded."""
    return {w.casefold() for w in _CAPITAL.findall(text)}


def _tells(word: str, capitals: set[str]) -> bool:
    negated = word.endswith(("n't", "n’t"))
    return (
        word in GUARDED
        or word in capitals
        or negated
        or any(ch.isdigit() for ch in word)
        or any(p in GUARDED for p in re.split(r"\W", word))
    )
