"""The lexicons of names as sets, made ready once: places, bodies, first names, titles, words that are no name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from factcheck.language.lexicon import Lexicons


class Gazetteer:
    """Sets of lower-case words and phrases."""

    def __init__(self, lex: Lexicons) -> None:
        places, bodies, names, stops, titles = (lex[k] for k in ("places", "organizations", "first_names", "name_stops", "titles"))
        self.kinds: dict[str, str] = {}
        for key in ("regions", "cities", "states", "countries"):
            self.kinds.update((p.lower(), "place") for p in places[key])
        self.kinds.update((p.lower(), "organization") for p in bodies["known"])
        exact = (*bodies["known"], *places["states"], *places["countries"])
        self.kinds.update((p.lower(), "place") for p in places["seats_of_power"])
        self.acronyms = frozenset(p.lower() for p in exact if p.isupper() and p.isalpha())
        self.kinds.update((p.lower(), "name") for p in places["peoples"])
        self.abbreviations = frozenset(places["abbreviations"])
        self.demonyms = _set(places["demonyms"])
        self.place_heads = _set(places["heads"])
        self.place_leads = _set(places["leads"])
        self.place_prepositions = _set(places["prepositions"])
        self.compass_initials = frozenset("nsew")
        self.seats_of_power = _set(places["seats_of_power"])
        self.compass = _set(places["compass"])
        self.org_heads = _set(bodies["heads"])
        self.org_endings = _set(bodies["endings"])
        self.org_leads = _set(bodies["leads"])
        self.org_nouns = _set(bodies["nouns"])
        self.things = _set(bodies["things"])
        self.thing_leads = _set(bodies["thing_leads"])
        self.countries = _set(places["countries"])
        self.from_prepositions = _set(places["team_breaks"])
        self.sports = _set(bodies["sports"])
        self.sports_words = int(bodies["sports_words"])
        self.local_heads = _set(bodies["local_heads"])
        self.broadcasters = _set(bodies["broadcasters"])
        self.generic_nouns = _set(bodies["generic_nouns"])
        self.seats = _set(bodies["seats"])
        self.facilities = _set(bodies["facilities"])
        self.thing_nouns = _set(bodies["thing_nouns"])
        self.surnames = _set(bodies["surnames"])
        self.not_acronyms = _set(bodies["not_acronyms"])
        self.first_names = _set(names["names"])
        self.particles = _set(names["particles"])
        self.joined = _set(names["joined"])
        self.suffixes = _set(names["suffixes"])
        self.function = _set(stops["function"])
        self.openers = _set(stops["openers"])
        self.naming = _set(stops["naming"])
        self.habits = _set(stops["habits"])
        self.after_names = _set(stops["after_names"])
        self.person_verbs = _set(stops["person_verbs"])
        self.body_verbs = _set(stops["body_verbs"])
        self.prefixes = _set(stops["prefixes"])
        self.endings = tuple(stops["endings"])
        self.compounds = _set(stops["compounds"])
        self.courtesy = _set(titles["courtesy"])
        self.abbreviated = _set(titles["abbreviated"])
        self.title_heads = _set(titles["heads"])
        self.title_modifiers = _set(titles["modifiers"])
        self.offices = _set(titles["offices"])
        self.of_words = _set(titles["of_words"])
        self.title_breaks = _set(titles["breaks"])
        self.title_not_alone = _set(titles["not_alone"])
        self.title_ranks = _set(titles["ranks"])
        self.place_of = _set(places["of_nouns"])
        self.describers = _set(titles["describers"])
        self.link_verbs = _set(titles["link_verbs"])

    def is_title(self, lower: str) -> bool:
        """Whether a word, in lower case and without its dot, is a title, rank, post or profession."""
        return lower in self.title_heads or lower in self.courtesy or lower in self.abbreviated


def _set(words: Iterable[str] | Mapping[str, Any]) -> frozenset[str]:
    return frozenset(w.lower() for w in words)
