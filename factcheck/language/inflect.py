"""Generates the forms of English verbs from the lemma. Knows irregular ones from a table; never analyses a form back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

_VOWELS = "aeiou"


class Forms(NamedTuple):
    """The forms of one verb."""

    base: str
    third: str
    past: str
    participle: str
    ing: str


def verb_forms(lemma: str, irregular: Mapping[str, str]) -> Forms:
    """The five forms of a verb; a phrasal lemma ("point out") inflects its first word.

    Args:
        lemma: the base form.
        irregular: lemma → "third past participle ing".

    >>> verb_forms("deny", {}).past
    'denied'
    """
    head, _, tail = lemma.partition(" ")
    if head in irregular:
        third, past, participle, ing = irregular[head].split()
    else:
        third, past, ing = _third(head), _past(head), _ing(head)
        participle = past
    if tail:
        return Forms(*(f"{form} {tail}" for form in (head, third, past, participle, ing)))
    return Forms(head, third, past, participle, ing)


def _third(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    return lemma + "s"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    return lemma + "ed"


def _ing(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    return lemma + "ing"


def plural(noun: str) -> str:
    """The regular plural of a noun; -man gives -men.

    >>> plural("ministry"), plural("spokesman")
    ('ministries', 'spokesmen')
    """
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun == "person":
        return "persons"
    return _third(noun) if not noun.endswith("o") else noun + "s"
