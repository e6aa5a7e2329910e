"""The cue lexicon as a table of forms. Reads ``lexicon/cues.toml``; never looks at an article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.language.inflect import spellings, verb_forms
from factcheck.language.lexicon import Lexicons
from factcheck.model.light import dataclass


@dataclass(frozen=True, slots=True)
class Cue:
    """One row: a verb, noun or adjective that attributes.

    Args:
        lemma: the base form.
        part: verb, noun, adjective or phrase.
        cue_class: class of the vocabulary's twelve.
        takes: codes of what may follow, prepositions by name.
        addressee: "object", "to" or "".
        invert: may stand before its subject.
        factive: the content is presupposed.
        negative: the source speaks against the content.
    """

    lemma: str
    part: str
    cue_class: str
    takes: frozenset[str]
    addressee: str = ""
    invert: bool = False
    factive: bool = False
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a cue: base, third, past, ing, plural or word; ``tail`` is the particle of a phrasal verb."""

    cue: Cue
    form: str
    tail: str = ""


Rows = dict[str, list[tuple[str, str, str, str]]]
"""Each form as it stands in a text to its rows: part of speech, lemma, name of the form, particle."""


def cue_table(lexicons: Lexicons) -> CueTable:
    """The table of the lexicons "cues" and "grammar", made once for a manager."""

    def make() -> CueTable:
        lexicon, irregular = lexicons["cues"], lexicons["grammar"]["irregular"]
        rows = lexicons.table("attribution.forms", ("cues", "grammar"), lambda: forms_of(lexicon, irregular))
        return CueTable(lexicon, irregular, rows)

    return lexicons.once("attribution.cues", make)


def forms_of(lexicon: Mapping[str, Any], irregular: Mapping[str, str]) -> Rows:
    """Every form of every cue; those with a particle come first."""
    out: Rows = {}

    def add(word: str, row: tuple[str, str, str, str]) -> None:
        rows = out.setdefault(word, [])
        if row not in rows:
            rows.insert(0 if row[3] else len(rows), row)

    for lemma in lexicon["verbs"]:
        for name, form in zip(("base", "third", "past", "past", "ing"), verb_forms(lemma, irregular), strict=True):
            for spelling in spellings(form):
                head, _, tail = spelling.partition(" ")
                add(head, ("verb", lemma, name, tail))
    for noun in lexicon["nouns"]:
        add(noun, ("noun", noun, "word", ""))
        add(noun[:-1] + "ies" if noun.endswith("y") else noun + "s", ("noun", noun, "plural", ""))
    for word in lexicon["adjectives"]:
        add(word, ("adjective", word, "word", ""))
    return out


class CueTable:
    """Every form with its rows.

    Args:
        lexicon: the lexicon "cues".
        irregular: irregular verbs as lemma to "third past participle ing".
        rows: ``forms_of`` the two, where they were kept.
    """

    def __init__(self, lexicon: Mapping[str, Any], irregular: Mapping[str, str], rows: Rows | None = None) -> None:
        classes = lexicon["classes"]
        cues = {
            (part, lemma): _cue(lemma, part, row, classes if part == "verb" else {})
            for part in ("verb", "noun", "adjective")
            for lemma, row in lexicon[f"{part}s"].items()
        }
        self.forms: dict[str, list[Form]] = {
            word: [Form(cues[part, lemma], name, tail) for part, lemma, name, tail in rows]
            for word, rows in (rows or forms_of(lexicon, irregular)).items()
        }
        self.say = _cue("say", "verb", lexicon["verbs"]["say"], classes)
        self.according = Cue("according to", "phrase", "say", frozenset())
        self.heard = Cue("hear", "phrase", "say", frozenset(("that", "clause", "quote")))
        self.put_it = Cue("put it", "phrase", "say", frozenset(("quote",)))
        self.words: dict[str, frozenset[str]] = {key: frozenset(words.split()) for key, words in lexicon["words"].items()}
        self.impersonal = frozenset(lexicon["passive"]["impersonal"].split())


def _cue(lemma: str, part: str, row: Mapping[str, Any], classes: Mapping[str, Any]) -> Cue:
    default = classes.get(row["class"], {})
    takes = row.get("takes", default.get("takes", ""))
    return Cue(
        lemma,
        part,
        row["class"],
        frozenset(takes.split()),
        row.get("addressee", ""),
        row.get("invert", default.get("invert", False)),
        row.get("factive", default.get("factive", False)),
        row.get("polarity", default.get("polarity", "")) == "negative",
    )
