"""Generates the forms of English verbs and nouns from the lemma, and tells what a form may come from. Knows irregular ones from a table."""

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
        third, past, ing = regular_forms(head)
        participle = past
    if tail:
        return Forms(*(f"{form} {tail}" for form in (head, third, past, participle, ing)))
    return Forms(head, third, past, participle, ing)


def _doubles(base: str) -> bool:
    """Whether the last consonant is doubled before -ed and -ing: stop, plan; not visit, follow."""
    if len(base) < 3 or base[-1] in "aeiouwxyhkc" or base[-2] not in _VOWELS or base[-3] in _VOWELS:
        return False
    if base.endswith("ffer"):
        return False  # offered, suffered
    return sum(c in _VOWELS for c in base) == 1 or base.endswith(
        ("mit", "fer", "pel", "bel", "tol", "cur", "gret", "crib", "rol", "vel", "cel")
    )


def regular_forms(base: str) -> tuple[str, str, str]:
    """The -s, -ed and -ing forms of a regular verb.

    >>> regular_forms("carry"), regular_forms("plan")
    (('carries', 'carried', 'carrying'), ('plans', 'planned', 'planning'))
    """
    stem = base + base[-1] if _doubles(base) else base
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    third = base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    if base.endswith("ie"):
        return third, base + "d", base[:-2] + "ying"
    if base.endswith("e"):
        return third, base + "d", (base if base.endswith(("ee", "oe", "ye")) else base[:-1]) + "ing"
    return third, stem + "ed", stem + "ing"


def spellings(form: str) -> tuple[str, ...]:
    """A form with its American spelling where that has one l.

    >>> spellings("travelled"), spellings("said")
    (('travelled', 'traveled'), ('said',))
    """
    head, _, tail = form.partition(" ")
    if head.endswith(("elled", "elling")):
        at = head.rindex("ll")
        return form, f"{head[:at]}{head[at + 1 :]} {tail}".strip()
    return (form,)


def plural(noun: str) -> str:
    """The regular plural of a noun; -man gives -men.

    >>> plural("ministry"), plural("spokesman")
    ('ministries', 'spokesmen')
    """
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun == "person":
        return "persons"
    return regular_forms(noun)[0] if not noun.endswith("o") else noun + "s"


def lemmas(word: str) -> set[str]:
    """What a regular form may come from, itself included: more than is right, so that who asks makes the forms of each and compares.

    >>> sorted(lemmas("planned")), "ministry" in lemmas("ministries"), "spokesman" in lemmas("spokesmen")
    (['plan', 'plann', 'planne', 'planned'], True, True)
    """
    found = {word}
    for ending, instead in _BACK:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            found.add(stem + instead)
            if not instead and stem[-1:] == stem[-2:-1]:
                found.add(stem[:-1])
    return found


_BACK = (
    ("s", ""), ("es", ""), ("ies", "y"), ("d", ""), ("ed", ""), ("ied", "y"), ("ing", ""), ("ing", "e"), ("ying", "ie"), ("men", "man"),
)  # fmt: skip
"""Endings of the regular forms above, and what stands before them."""
