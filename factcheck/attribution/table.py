"""The cue lexicon as a table of forms. Reads ``lexicon/cues.toml``; never looks at an article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.language.inflect import spellings, verb_forms
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


class CueTable:
    """Every form with its rows, built once for a lexicon."""

    def __init__(self, lexicon: Mapping[str, Any], irregular: Mapping[str, str]) -> None:
        self.forms: dict[str, list[Form]] = {}
        classes = lexicon["classes"]
        for lemma, row in lexicon["verbs"].items():
            cue = _cue(lemma, "verb", row, classes)
            forms = verb_forms(lemma, irregular)
            for name, form in zip(("base", "third", "past", "past", "ing"), forms, strict=True):
                for spelling in spellings(form):
                    head, _, tail = spelling.partition(" ")
                    self._add(head, Form(cue, name, tail))
        for noun, row in lexicon["nouns"].items():
            cue = _cue(noun, "noun", row, {})
            self._add(noun, Form(cue, "word"))
            self._add(noun[:-1] + "ies" if noun.endswith("y") else noun + "s", Form(cue, "plural"))
        for word, row in lexicon["adjectives"].items():
            self._add(word, Form(_cue(word, "adjective", row, {}), "word"))
        self.say = _cue("say", "verb", lexicon["verbs"]["say"], classes)
        self.according = Cue("according to", "phrase", "say", frozenset())
        self.heard = Cue("hear", "phrase", "say", frozenset(("that", "clause", "quote")))
        self.put_it = Cue("put it", "phrase", "say", frozenset(("quote",)))
        self.words: dict[str, frozenset[str]] = {key: frozenset(words.split()) for key, words in lexicon["words"].items()}
        self.impersonal = frozenset(lexicon["passive"]["impersonal"].split())

    def _add(self, word: str, form: Form) -> None:
        rows = self.forms.setdefault(word, [])
        if form not in rows:
            if form.tail:
                rows.insert(0, form)
            else:
                rows.append(form)


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
