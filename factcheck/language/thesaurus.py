"""What common words mean: the same, a kind of, the opposite, the verb in a noun. Cut out of WordNet; never reads an article.

The table (lexicon/thesaurus.txt, made by benchmarks/thesaurus/make.py) is sorted; a word is looked up by bisection, so
that nothing is parsed at the start. Meanings are those that carry at least an eighth of a word's uses in the tagged texts
of WordNet. Words are ambiguous: what the thesaurus says is a reason to compare two statements, never the proof that they
speak of one thing.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.language.lexicon import packaged

NOUN, VERB, ADJECTIVE = "n", "v", "a"
_ENDINGS = {
    NOUN: (("ies", "y"), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("men", "man"), ("s", "")),
    VERB: (("ies", "y"), ("es", "e"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", "")),
    ADJECTIVE: (("er", ""), ("est", ""), ("er", "e"), ("est", "e")),
}
"""Endings to what stands in the base form (the rules of detachment of WordNet's morphy, section 7)."""
_PEOPLE = frozenset({"people", "person", "persons"})
_HUMAN = frozenset({"driver", "drivers", "ceo", "ceos"})
"""People whom WordNet files elsewhere: a driver is a causal agent."""


class Entry(NamedTuple):
    """A word as one part of speech.

    Args:
        senses: its meanings, the commonest first.
        kinds: what they are kinds of: up to four steps up for nouns, two for verbs; that it is a person, however far up.
        deeds: meanings of the verbs that a noun or an adjective is made from: "acquittal" has those of "acquit".
    """

    senses: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()


@cache
def _lines() -> list[str]:
    text = packaged("thesaurus.txt").decode()
    return text[text.index("\n!") + 1 :].splitlines()  # the licences come first


def _line(key: str) -> str | None:
    """The rest of the line that begins with a key and a tab."""
    lines = _lines()
    at = bisect_left(lines, key + "\t")
    return lines[at][len(key) + 1 :] if at < len(lines) and lines[at].startswith(key + "\t") else None


@lru_cache(maxsize=65536)
def _parts(word: str) -> dict[str, str]:
    """What the lines of a word hold: by part of speech, or by part of speech and "=" the base form of an irregular one."""
    lines, head, found = _lines(), f"{word}/", {}
    for at in range(bisect_left(lines, head), len(lines)):
        if not lines[at].startswith(head):
            break
        key, _, rest = lines[at].partition("\t")
        found[key[len(head) :]] = rest
    return found


@lru_cache(maxsize=65536)
def base(word: str, part: str) -> str | None:
    """The base form of a word in lower case; None where the thesaurus has no such word.

    >>> base("thieves", NOUN), base("plunged", VERB), base("running", VERB), base("zzz", NOUN)
    ('thief', 'plunge', 'run', None)
    """
    own = _parts(word)
    if own.get(f"{part}="):
        return own[f"{part}="]
    if part in own and not (part == ADJECTIVE and word.endswith(("er", "est"))):
        return word
    for ending, instead in _ENDINGS[part]:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)] + instead
            doubled = stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] and not instead else ""
            for form in (stem, doubled):
                if form and part in _parts(form):
                    return form
    return word if part in own else None


@lru_cache(maxsize=65536)
def entry(word: str, part: str) -> Entry | None:
    """What the thesaurus has of a word in any of its forms, or None.

    Args:
        word: in lower case, without a possessive.
        part: ``NOUN``, ``VERB`` or ``ADJECTIVE``.
    """
    form = base(word, part)
    if form is None:
        return None
    fields = [tuple(f.split()) for f in _parts(form).get(part, "").split("\t")]
    return Entry(*fields)


def same(a: str, b: str, part: str) -> bool:
    """Whether two words may mean the same.

    >>> same("storeys", "floors", NOUN), same("shut", "close", VERB), same("ferry", "road", NOUN)
    (True, True, False)
    """
    one, other = entry(a, part), entry(b, part)
    return a == b or bool(one and other and not set(one.senses).isdisjoint(other.senses))


def kind_of(a: str, b: str, part: str = NOUN) -> bool:
    """Whether the first may be a kind of the second.

    >>> kind_of("ferry", "boat"), kind_of("boat", "ferry")
    (True, False)
    """
    one, other = entry(a, part), entry(b, part)
    return bool(one and other and not set(one.kinds).isdisjoint(other.senses[:1]))


def related(a: str, b: str, part: str = NOUN) -> bool:
    """Whether two words may be used of one thing: the same, or one a kind of the other; "people" may be any that are persons."""
    if same(a, b, part) or kind_of(a, b, part) or kind_of(b, a, part):
        return True
    return part == NOUN and ((a in _PEOPLE and person(b)) or (b in _PEOPLE and person(a)))


def person(word: str) -> bool:
    """Whether a noun may name a human being.

    >>> person("passengers"), person("people"), person("bridges")
    (True, True, False)
    """
    return word in _PEOPLE or word in _HUMAN or kind_of(word, "person")


def deed(word: str, part: str = VERB) -> frozenset[str]:
    """The meanings of a verb, or of the verb in a noun or an adjective: "acquittal" and "acquitted" share one.

    >>> bool(deed("acquittal", NOUN) & deed("acquitted")), bool(deed("denial", NOUN) & deed("approved"))
    (True, False)
    """
    found = entry(word, part)
    if found is None:
        return frozenset()
    return frozenset(found.senses if part == VERB else found.deeds)


@lru_cache(maxsize=65536)
def against(sense: str) -> frozenset[str]:
    """The meanings that say the opposite of a meaning.

    >>> any(against(s) & set(entry("fall", VERB).senses) for s in entry("rise", VERB).senses)
    True
    """
    return frozenset((_line("!" + sense) or "").split())


def opposite(a: str, b: str, part: str) -> bool:
    """Whether two words may say opposite things, themselves or as kinds of what does: "plunged" and "increased".

    >>> opposite("plunged", "rose", VERB), opposite("guilty", "innocent", ADJECTIVE), opposite("fell", "sank", VERB)
    (True, True, False)
    """
    one, other = entry(a, part), entry(b, part)
    if not one or not other or not set(one.senses).isdisjoint(other.senses):
        return False
    mine, theirs = {*one.senses, *one.kinds, *one.deeds}, {*other.senses, *other.kinds, *other.deeds}
    return any(not against(s).isdisjoint(theirs) for s in mine)
