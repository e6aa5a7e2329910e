"""A run of capitalised tokens cut into names and titles: "Russian Defense Minister | Ann Lee", "Lima | and | Quito", "Bank of Lima".

Cuts only; what kind of name a part is, is told in kinds.py.
"""

from __future__ import annotations

from factcheck.details.gazetteer import Gazetteer
from factcheck.details.reading import Reading
from factcheck.model.light import dataclass

Part = tuple[int, int]
_CAPS = frozenset("CFGDATIXYKcfgdat")


@dataclass(frozen=True, slots=True)
class Cut:
    """Names and titles of one run, as token ranges; ``person`` are the names that a title makes persons."""

    names: tuple[Part, ...] = ()
    titles: tuple[Part, ...] = ()
    person: frozenset[Part] = frozenset()


class Cutter:
    """Cuts runs of one article."""

    def __init__(self, r: Reading, g: Gazetteer, letters: str) -> None:
        self.g, self.letters = g, letters
        self.low = [w[:-2] if w.endswith("'s") else w for w in r.lower]

    def phrase(self, part: Part) -> str:
        """The words of a part in lower case, possessive left out."""
        if part[1] - part[0] == 1:
            return self.low[part[0]]
        return " ".join(self.low[part[0] : part[1]]).replace(" . ", ". ").replace(" .", ".")

    def cut(self, start: int, stop: int) -> Cut:
        """The names and titles of the run from token ``start`` to ``stop`` (exclusive)."""
        names: list[Part] = []
        titles: list[Part] = []
        person: set[Part] = set()
        for part in self._split(start, stop):
            self._titles(part, names, titles, person)
        return Cut(tuple(names), tuple(titles), frozenset(person))

    def _split(self, start: int, stop: int) -> list[Part]:
        """Splits at "of", "for", "and" where they do not belong to one name."""
        parts, at, i = [], start, start
        while i < stop:
            if self.letters[i] in "oa" and self.low[i] in ("of", "for", "and"):
                last = i + 1
                while last < stop and self.letters[last] == "h":
                    last += 1
                if not self._joins(at, i, last, stop):
                    parts.append((at, i))
                    at = last
                i = last
            else:
                i += 1
        parts.append((at, stop))
        return [p for p in parts if p[0] < p[1]]

    def _joins(self, at: int, i: int, right: int, stop: int) -> bool:
        g, low = self.g, self.low
        if self.phrase((at, stop)) in g.kinds:
            return True
        before = low[i - 1]
        if low[i] == "and":
            listed = any(self.letters[k] == "o" for k in range(at, i)) and (
                low[at] in g.org_leads or low[at] in g.org_heads or low[at] in g.offices
            )
            if listed and self.letters[right] in "CA" and not any(self.letters[k] in "FY" for k in range(at, i)):
                return True
            end = right
            while end < stop and self.letters[end] in _CAPS:
                end += 1
            single = i - at == 1 and self.letters[at] in "CA" and low[at] not in g.kinds
            naming = low[at] in g.naming and all(self.letters[k] == "C" for k in range(at, i))
            return (single or naming) and end - right >= 2 and low[end - 1] in g.org_heads and self.letters[right] not in "FGDTY"
        if self.letters[i - 1] in "TY":
            return True  # "Secretary of State Ann Lee": cut by titles
        if low[i] == "for":
            return before in g.org_heads or before in g.org_leads
        return before in g.org_heads or before in g.org_leads or before in g.place_heads or before in g.things or before in g.thing_leads

    def _titles(self, part: Part, names: list[Part], titles: list[Part], person: set[Part]) -> None:
        """Takes titles from the left of a part: "Environment Minister | Ann Lee"; a body's name keeps its words."""
        start, stop = part
        letters, g, low = self.letters, self.g, self.low
        last = stop - 1
        while last > start and letters[last] in ".":
            last -= 1
        if self.phrase(part) in g.kinds:
            names.append(part)
            return
        at = [k for k in range(start, stop) if letters[k] in "TYt"]
        if at == [last] and letters[start] in "F" and last > start and low[last] not in g.abbreviated:
            names.append(part)  # a given name before it: "Martin King"
            person.add(part)
            return
        has_first = any(letters[k] in "Ff" for k in range(at[-1] + 1, stop)) if at else False
        if not at or (
            not has_first and low[last] in g.org_heads and low[last] not in g.surnames and letters[at[-1]] != "Y" and at[-1] != last
        ):
            self._name(part, names)
            return
        t = at[-1]
        for k in at:  # a title that is a given name's neighbour ends the titles
            if k + 1 < stop and letters[k + 1] in "Ff":
                t = k
                break
        after = t + 1
        if after < stop and letters[after] == ".":
            after += 1
        if after < stop and letters[after] in "oa" and low[after] in ("of", "for"):
            after = self._portfolio(after, stop)
        if after >= stop:
            if t > start and letters[start] in "GFCA" and low[start] not in g.title_modifiers:
                self._name((start, self._body(start, t)), names)
            titles.append((self._body(start, t), stop))
            return
        head = self._body(start, t)
        if head > start:
            self._name((start, head), names)
        if not (t == head and low[t] in ("mr", "mrs", "ms", "miss", "mx")):
            titles.append((head, after))
        rest = (after, stop)
        names.append(rest)
        if self.phrase(rest) not in g.kinds or letters[t] in "Y":
            person.add(rest)

    def _body(self, start: int, t: int) -> int:
        """Where the title begins: over modifiers and adjectives of peoples to the left of its head, not over a name before them."""
        k = t
        while k > start and (
            self.low[k - 1] in self.g.title_modifiers or self.letters[k - 1] in "TYD." or self.low[k - 1] in self.g.habits
        ):
            k -= 1
        if self.low[t] in self.g.offices:  # "Fisheries Minister": what is before it is the portfolio
            while k > start and self.letters[k - 1] in "CD" and self.low[k - 1] not in self.g.kinds:
                k -= 1
        return k

    def _portfolio(self, at: int, stop: int) -> int:
        """The token after the words of office that follow "of": up to a given name, or by the lexicon's words."""
        k = at + 1
        while k < stop and (self.low[k] in self.g.of_words or self.letters[k] in "h&"):
            k += 1
        first = next((j for j in range(at + 1, stop) if self.letters[j] in "Ff"), None)
        if first is not None and first > at + 1:
            return first
        return k if k > at + 1 and k < stop and self.low[at + 1] in self.g.of_words and self.low[at + 1] != "the" else stop

    def _name(self, part: Part, names: list[Part]) -> None:
        """A part without titles; an adjective of a people before a person's name is left out."""
        start, stop = part
        while start < stop and self.letters[start] in ".h&":
            start += 1
        if (
            start + 1 < stop
            and self.letters[start] == "D"
            and self.letters[start + 1] in "F"
            and self.low[stop - 1] not in self.g.org_heads
        ):
            start += 1
        while stop > start and self.letters[stop - 1] == "." and self.letters[stop - 2] not in "IX":
            stop -= 1
        if start < stop:
            names.append((start, stop))
