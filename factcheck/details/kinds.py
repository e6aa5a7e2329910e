"""What kind of name a part is: by the gazetteers, by the words that end or begin it, by what stands around it.

Says None where nothing speaks for a kind; short forms and coordination are resolved over the whole article in names.py.
"""

from __future__ import annotations

from factcheck.details.gazetteer import Gazetteer
from factcheck.details.reading import Reading, Stretch
from factcheck.details.runs import Cutter
from factcheck.model.patterns import compiled

PERSON, ORGANIZATION, PLACE, NAME = "person", "organization", "place", "name"


_GIVEN = compiled(r"[A-Z][a-z]{1,5}-[a-z]{2,5}\Z")


def _given(word: str) -> bool:
    """Whether a word is written as a given name of two syllables: "Ki-moon", "Jae-in"."""
    return _GIVEN.match(word) is not None and not word.endswith(("led", "run", "hit", "era", "born", "like", "only"))


class Typer:
    """Tells kinds in one article."""

    def __init__(self, r: Reading, g: Gazetteer, letters: str, cutter: Cutter) -> None:
        self.r, self.g, self.letters, self.cutter = r, g, letters, cutter
        self.low = cutter.low

    def by_words(self, start: int, stop: int) -> str | None:
        """By the words of the name alone."""
        g, low, letters = self.g, self.low, self.letters
        phrase = self.cutter.phrase((start, stop))
        if phrase in g.kinds and (stop - start > 1 or letters[start] in "Gg"):
            return g.kinds[phrase]
        last = stop - 1
        while last > start and letters[last] == ".":
            last -= 1
        size, tail, head = last - start + 1, low[last], low[start]
        shape = letters[start:stop].upper()
        if size == 1:
            return self._single(start)
        if shape in ("I.G", "IG", "I.C") and head.rstrip(".") in g.compass_initials and g.kinds.get(tail) == PLACE:
            return PLACE  # "N. Korea"
        bodily = tail in g.org_heads or tail in g.facilities
        if tail in g.suffixes or (shape[0] == "F" and "I" in shape[1:] and not bodily):
            return PERSON
        if (
            shape[0] == "F"
            and size == 3
            and tail in g.surnames
            and tail in g.place_heads
            and shape[1] in "CF"
            and low[start + 1] not in g.place_heads
        ):
            return PERSON  # three given words: "Ann Mary Hill"
        if size in (2, 3) and shape[0] in "CF" and any(_given(w) for w in self.r.tokens.words[start : last + 1]) and not bodily:
            return PERSON  # "Lee Bo-ram"
        if shape[0] == "F" and size == 2 and (tail in g.surnames or tail not in g.org_heads | g.place_heads | g.things | g.org_endings):
            return PLACE if letters[last] in "Gg" and g.kinds.get(tail) == PLACE and g.kinds.get(head) == PLACE else PERSON
        if tail in g.org_endings or "&" in shape:
            return ORGANIZATION
        if size == 2 and head in g.broadcasters:
            return ORGANIZATION
        linked = "O" in shape
        if linked:
            if head in g.org_leads or head in g.org_heads:
                return ORGANIZATION
            before = next((low[k - 1] for k in range(start + 1, stop) if letters[k] == "o"), "")
            if before in g.org_heads or before in g.org_leads:
                return ORGANIZATION
            if head in g.thing_leads or before in g.things:
                return NAME
            if before in g.place_heads:
                return PLACE
        if tail in g.org_heads:
            return ORGANIZATION
        if tail in g.things or head in g.thing_leads:
            return NAME
        if tail in g.place_heads or (head in g.place_leads and shape[0] != "F"):
            return PLACE
        if shape[0] == "F" or (shape[0] == "I" and shape[-1] in "CF" and size <= 4) or (size >= 3 and shape[1] == "I" and shape[0] == "C"):
            return PERSON
        if any(p in shape for p in ("CPC", "CPPC", "CPF")) and size <= 5:
            return PERSON
        return None

    def _single(self, i: int) -> str | None:
        low, letter = self.low[i], self.letters[i].upper()
        if low in self.g.kinds and letter == "G":
            return self.g.kinds[low]
        if letter == "F":
            return PERSON
        if letter == "A" and i > 0 and self.low[i - 1] == "the":
            return ORGANIZATION
        if low in self.g.org_heads and letter != "T":
            return ORGANIZATION
        return None

    def stands_at(self, start: int, s: Stretch) -> bool:
        """Whether "in", "at", "near" … stands before a name, with or without "the"."""
        k = start - 1
        if k >= s.first and (self.low[k] == "the" or self.r.lower[k].endswith("'s")):
            k -= 1
        return k >= s.first and (self.low[k] in ("at", "to") or self.low[k] in self.g.place_prepositions)

    def acts(self, stop: int, s: Stretch) -> bool:
        """Whether a verb of saying or deciding follows a name: "the White House denied"."""
        after = self.low[stop] if stop < s.stop else ""
        return after in self.g.person_verbs or after in self.g.body_verbs

    def by_context(self, start: int, stop: int, s: Stretch) -> str | None:
        """By the words around it: titles, verbs of people, prepositions of place."""
        g, low, letters = self.g, self.low, self.letters
        before = low[start - 1] if start > s.first else ""
        before2 = low[start - 2] if start - 2 >= s.first else ""
        after = low[stop] if stop < s.stop else ""
        human = letters[start:stop].upper() != "A"
        possessive = self.r.lower[stop - 1].endswith("'s")
        if (
            human
            and before in g.title_heads
            and not possessive
            and letters[start - 1] in "wT"
            and before not in ("head", "model", "member", "chair")
        ):
            return PERSON
        if before == "of" and before2 in g.place_of:
            return PLACE
        if after in g.person_verbs and not possessive and human:
            return PERSON
        if (
            after in (",", "(")
            and stop + 2 < s.stop
            and low[stop + 1].isdecimal()
            and len(low[stop + 1]) == 2
            and low[stop + 2] in (",", ")")
        ):
            return PERSON
        if before in g.place_prepositions or (before in g.compass and before2 in g.place_prepositions | {"of", "from", "the"}):
            return PLACE
        size = sum(c in "CFGDAIcfgda" for c in letters[start:stop])
        if (
            size in (2, 3)
            and before != "the"
            and set(letters[start:stop].upper()) <= set("CI.PG")
            and not possessive
            and "C" in letters[start:stop].upper()
        ):
            if after in g.after_names and after not in ("and", "is", "was", "has", "first", "only", "also"):
                return PERSON
            if after == "," and stop + 1 < s.stop and low[stop + 1] in g.describers:
                return PERSON
            if before in ("by", "with") and after in (",", ".", "and", ""):
                return PERSON
        return None
