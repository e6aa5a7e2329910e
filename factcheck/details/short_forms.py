"""Short forms take the kind of the full name: "Brandt" after "Tomas Brandt", "LHA" after "Lund Harbour Authority".

Works over all names of an article at once; what nothing speaks for stays a "name".
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.details.gazetteer import Gazetteer
from factcheck.details.kinds import NAME, ORGANIZATION, PERSON, PLACE
from factcheck.details.reading import Reading
from factcheck.language.names import acronym
from factcheck.model.light import dataclass

OPENING = frozenset("\"“”'‘:«(—–-[•*…`")
"""Marks after which a capital may come from the beginning of a sentence."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name in the text: tokens ``first`` to ``stop`` (exclusive), offsets, kind ("" while it is not known)."""

    first: int
    stop: int
    start: int
    end: int
    kind: str
    folded: str


class Resolver:
    """Kinds over the whole article."""

    def __init__(
        self, r: Reading, g: Gazetteer, letters: str, capital_inside: set[str], lower_words: set[str], starts: frozenset[int]
    ) -> None:
        self.r, self.g, self.letters = r, g, letters
        self.capital_inside, self.lower_words, self.starts = capital_inside, lower_words, starts

    def teach(self, found: list[Name]) -> dict[str, str]:
        """Short forms to kinds: surnames, acronyms, first words, of the names with several words."""
        short: dict[str, str] = {}
        for n in found:
            words = n.folded.split()
            if len(words) < 2 or not n.kind:
                continue
            if n.kind == PERSON:
                tail = words[-1].strip(".")
                if tail in self.g.suffixes and len(words) > 2:
                    tail = words[-2]
                short[tail] = PERSON
                if self.letters[n.first] == "F":
                    short.setdefault(words[0], PERSON)
            elif n.kind == ORGANIZATION:
                short.setdefault(acronym(n.folded).lower(), ORGANIZATION)
                if len(words) == 3 and words[1] == "of":
                    short.setdefault(words[2], ORGANIZATION)
                if (
                    self.r.tokens.words[n.stop - 1][0].isupper()
                    and len(words[0]) > 3
                    and words[-1] not in self.g.local_heads
                    and words[0] not in self.g.kinds
                    and words[0] not in self.g.demonyms
                    and words[0] not in self.g.openers
                    and words[0] not in self.g.org_leads
                ):
                    short.setdefault(words[0], ORGANIZATION)
            elif n.kind == PLACE and (words[-1] in self.g.facilities or words[0] in self.g.facilities):
                short.setdefault(acronym(n.folded).lower(), PLACE)
            elif n.kind == PLACE and self.letters[n.first] == "C" and words[-1] in self.g.place_heads:
                short.setdefault(words[0], PLACE)
        return short

    def resolve(self, found: list[Name]) -> list[Name]:
        """Short forms take the kind of the full name; a name coordinated with one of a kind shares it; the rest are names."""
        found = self._facilities(found)
        full = {n.folded: n.kind for n in found if n.kind and (n.stop - n.first > 1)}
        short = self.teach(found)
        told: dict[str, dict[str, int]] = {}
        for n in found:
            if n.kind and n.stop - n.first == 1 and n.folded not in self.g.kinds:
                votes = told.setdefault(n.folded, {})
                votes[n.kind] = votes.get(n.kind, 0) + 1
        mentions: dict[str, int] = {}
        for n in found:
            mentions[n.folded] = mentions.get(n.folded, 0) + 1
        out: list[Name] = []
        for n in found:
            kind = n.kind
            words = n.folded.split()
            if 2 <= len(words) <= 3 and self.letters[n.first] == "C" and words[0] not in self.capital_inside and self._begins(n.first):
                rest = " ".join(words[1:])  # "Meanwhile Lund": the first word has its capital from the sentence
                if full.get(rest) == PERSON or (
                    len(words) == 2 and short.get(rest) == PERSON and (n.kind != PERSON or words[0] in self.lower_words)
                ):
                    n = replace(n, first=n.first + 1, start=self.r.tokens.starts[n.first + 1], folded=rest)
                    kind = PERSON
            if n.stop - n.first == 1:
                if (
                    kind == PLACE
                    and n.folded not in self.g.kinds
                    and (n.folded in short or told[n.folded].get(PLACE, 0) * 2 < mentions[n.folded])
                ):
                    kind = ""  # "in Lund": once is no proof where the article has it otherwise
                person = short.get(n.folded) == PERSON
                if (
                    person
                    and kind in (ORGANIZATION, PLACE, "")
                    and not (kind == PLACE and self.r.lower[n.first - 1] in ("in", "near") and n.folded in self.g.kinds)
                ):
                    kind = PERSON
                elif not kind:
                    kind = short.get(n.folded, "")
                if not kind and n.folded in told:
                    best, votes_for = max(told[n.folded].items(), key=lambda x: (x[1], x[0]))
                    kind = best if votes_for * 2 >= mentions[n.folded] or best == PERSON else ""
            elif not kind:
                kind = full.get(n.folded, "")
            if not kind and short.get(n.folded.split()[-1]) == PERSON and n.stop - n.first <= 3:
                kind = PERSON
            if not kind and n.stop - n.first == 1 and n.folded.endswith(self.g.endings) and mentions[n.folded] == 1:
                continue
            out.append(n if kind == n.kind else replace(n, kind=kind))
        return self._teams(self._coordinate(out))

    def _facilities(self, found: list[Name]) -> list[Name]:
        """A museum or centre that something is "at" or "in" half of the time is a place in the whole article."""
        places: dict[str, int] = {}
        for n in found:
            words = n.folded.split()
            if n.kind in (PLACE, ORGANIZATION) and len(words) > 1 and (words[-1] in self.g.facilities or words[0] in self.g.facilities):
                places[n.folded] = places.get(n.folded, 0) + (1 if n.kind == PLACE else -1)
        return [replace(n, kind=PLACE if places[n.folded] >= 0 else ORGANIZATION) if n.folded in places else n for n in found]

    def _teams(self, found: list[Name]) -> list[Name]:
        """In a report of sport a country that nothing is in, from or to is its team."""
        if len(self.g.sports.intersection(self.r.lower)) < self.g.sports_words:
            return found
        out = []
        for n in found:
            team = n.kind == PLACE and n.folded in self.g.countries and self.r.lower[max(0, n.first - 1)] not in self.g.from_prepositions
            out.append(replace(n, kind=ORGANIZATION) if team else n)
        return out

    def _begins(self, i: int) -> bool:
        return i == 0 or self.r.tokens.words[i - 1] in OPENING or i in self.starts

    def _coordinate(self, found: list[Name]) -> list[Name]:
        for k, n in enumerate(found):
            if n.kind:
                continue
            kind = ""
            for other in (k - 1, k + 1):
                if 0 <= other < len(found) and found[other].kind in (PERSON, ORGANIZATION, PLACE):
                    m = found[other]
                    gap = (m.stop, n.first) if other < k else (n.stop, m.first)
                    between = self.r.lower[gap[0] : gap[1]] if gap[1] - gap[0] in (1, 2) else []
                    if between in (["and"], ["or"], [",", "and"]) or (between == ["&"]):
                        if m.kind == PERSON and n.stop - n.first == 1 and self.letters[n.first] == "A":
                            continue  # a person beside an acronym
                        kind = m.kind if m.kind != ORGANIZATION or n.stop - n.first == 1 else ""
            found[k] = replace(n, kind=kind or NAME)
        return found
