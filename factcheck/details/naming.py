"""Reads the names of an article: runs of capitals cut, typed, widened; headlines with what the running text taught.

One reading serves the finders of names.py and of titles; says nothing of who a name is.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.details.capitals import dateline, no_name
from factcheck.details.gazetteer import Gazetteer
from factcheck.details.headlines import flattened, known_in
from factcheck.details.kinds import NAME, ORGANIZATION, PERSON, PLACE, Typer
from factcheck.details.reading import Reading, Stretch, reading
from factcheck.details.runs import Cutter, Part
from factcheck.details.shapes import RUN, shapes
from factcheck.details.short_forms import OPENING, Name, Resolver
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context

_DOMAINS = frozenset(("com", "org", "net", "gov", "edu", "info", "ca", "uk", "co", "io"))


@dataclass(frozen=True, slots=True)
class Named:
    """All names of an article and the titles that stand beside them, as token ranges."""

    names: tuple[Name, ...]
    titles: tuple[Part, ...]
    letters: str
    gazetteer: Gazetteer


def named(ctx: Context) -> Named:
    """The names of the article; the same for every finder."""
    return ctx.once("details.names", lambda: _Finder(reading(ctx)).find())


class _Finder:
    def __init__(self, r: Reading) -> None:
        self.r = r
        self.g = r.ctx.lexicons.once("details.gazetteer", lambda: Gazetteer(r.ctx.lexicons))
        self.letters = shapes(r, self.g)
        self.cutter = Cutter(r, self.g, self.letters)
        self.typer = Typer(r, self.g, self.letters, self.cutter)
        self.low = self.cutter.low
        self.titles: list[Part] = []
        self.flat = [s for s in r.stretches if flattened(r, s, self.letters, self.g)]
        flat = set(self.flat)
        self.running = [s for s in r.stretches if s not in flat]
        self.starts = frozenset(s.first for s in self.running)
        self.lower_words = {w for s in self.running for w in r.tokens.words[s.first : s.stop] if w.islower()}
        self.capital_inside = self._inside()

    def _inside(self) -> set[str]:
        """Words that have a capital inside a sentence of running text."""
        letters, found = self.letters, set()
        for s in self.running:
            for i in range(s.first + 1, s.stop):
                if letters[i] in "CFGATcfgat" and self.r.tokens.words[i - 1] not in OPENING:
                    found.add(self.low[i])
        return found

    def find(self) -> Named:
        found: list[Name] = []
        for s in self.running:
            for m in RUN.finditer(self.letters, s.first, s.stop):
                found += self._run(m.start(), m.end(), s)
        resolver = Resolver(self.r, self.g, self.letters, self.capital_inside, self.lower_words, self.starts)
        found = resolver.resolve(found)
        table = {n.folded: n.kind for n in found if n.kind}
        short = resolver.teach(found)
        for s in self.flat:
            found += [
                self._name(a, b, kind)
                for a, b, kind in known_in(self.r, s, self.letters, self.cutter, table, short, self.lower_words, self.g)
            ]
        inner = {n.first: n.stop for n in found if n.kind == PERSON}
        found = [n for n in found if n.kind != ORGANIZATION or n.stop <= inner.get(n.first, n.stop) or n.stop - n.first < 2]
        found.sort(key=lambda n: (n.start, -n.end))
        return Named(tuple(found), tuple(self.titles), self.letters, self.g)

    def _name(self, first: int, stop: int, kind: str) -> Name:
        tokens = self.r.tokens
        start, end = tokens.starts[first], tokens.ends[stop - 1]
        if self.r.lower[stop - 1].endswith("'s") and self.letters[stop - 1].islower():
            end -= 2
        return Name(first, stop, start, end, kind, self.cutter.phrase((first, stop)))

    def _widened(self, a: int, b: int, kind: str | None, s: Stretch) -> int:
        """Where a name begins: with the ordinal of "Fifth Amendment", the compass word of "eastern Lima"."""
        if a == s.first:
            return a
        before = self.low[a - 1]
        if kind == PLACE and before in self.g.compass and self.r.tokens.words[a - 1].islower() and b - a <= 3:
            return a - 1
        ordinal = (before in self.r.numbers.ordinals and self.r.tokens.words[a - 1][0].isupper()) or (
            before[0].isdecimal() and before.endswith(("st", "nd", "rd", "th"))
        )
        if ordinal and (self.low[a] in self.g.things or self.low[b - 1] in self.g.org_heads or self.low[a] in self.g.place_heads):
            return a - 1
        return a

    def _run(self, start: int, stop: int, s: Stretch) -> Iterable[Name]:
        if self.letters[start] == "K":
            return self._compound(start, s)
        if self.letters[start] == "V":
            after = self.low[stop] if stop < s.stop else ""
            return [self._name(start, stop, PLACE)] if start > s.first and (after == "." or self.low[start - 1] in (",", "(")) else ()
        if self.letters[start:stop].strip("I.w") == "" and self.cutter.phrase((start, stop)) not in self.g.kinds:
            glued = self._glued(self._name(start, stop, ""), s)
            return [glued] if glued.kind else ()
        opening = start == s.first or self.r.tokens.words[start - 1] in OPENING
        if opening:
            start = self._after_opener(start, stop, s)
        if start >= stop:
            return ()
        if start == s.first and dateline(self.r, stop, s):
            return [self._name(start, stop, PLACE)]
        office = self._office(start, stop, s)
        if office is not None:
            return [office]
        cut = self.cutter.cut(start, stop)
        self.titles += cut.titles
        made = []
        for a, b in cut.names:
            if no_name(self.r, self.g, self.low, (a, b), s):
                continue
            kind = PERSON if (a, b) in cut.person else self.typer.by_words(a, b)
            if kind is None or (kind == ORGANIZATION and b - a == 1 and self.low[a] in self.g.org_heads and self.letters[a] not in "Gg"):
                kind = self.typer.by_context(a, b, s) or kind
            elif self.cutter.phrase((a, b)) in self.g.seats_of_power:
                kind = ORGANIZATION if self.typer.acts(b, s) else PLACE
            elif (
                kind == ORGANIZATION
                and (self.low[b - 1] in self.g.facilities or self.low[a] in self.g.facilities)
                and self.typer.stands_at(a, s)
            ):
                kind = PLACE
            if b - a > 1 or self._alone(a, s, kind, opening and a == start):
                first = self._widened(a, b, kind, s)
                if first < a and b - a == 1 and kind is None:
                    kind = PLACE if self.low[a] in self.g.place_heads else NAME
                made.append(self._glued(self._name(first, b, kind or ""), s))
            elif self.letters[a] != "D":
                continue
            if kind in (PLACE, None) or (kind == ORGANIZATION and self.letters[a].upper() in "GA"):
                body = self._with_noun(a, b, s)
                if body is not None:
                    made.append(body)
        return made

    def _after_opener(self, start: int, stop: int, s: Stretch) -> int:
        """The run without a first word that has its capital only from the sentence."""
        g, low, letters = self.g, self.low[start], self.letters
        if letters[start] in "FGAIYfg" and low not in g.openers:
            return start
        if letters[start] in "D":
            return start
        if low in self.capital_inside and low not in g.openers:
            return start
        longer = stop - start > 1 and letters[start + 1] in "CFGDATIXcfgdat"
        if letters[start] == "T":
            return start if longer or low in self.capital_inside else stop if stop - start == 1 else start
        if longer and self.cutter.phrase((start, stop)) in g.kinds:
            return start
        if low in g.openers or low in self.lower_words or low.endswith(("ing", "ly")):
            ends = self.low[stop - 1] in g.org_heads | g.place_heads | g.things
            return (
                start
                if longer and ends and (low in g.naming or low in self.capital_inside)
                else start + 1 + (letters[start + 1 : start + 2] in ("a", "o", "&"))
            )
        if longer:
            return start
        if self._plural_noun(start, s):
            return stop
        after = self.low[start + 1] if start + 1 < s.stop else ""
        told = letters[start].islower() or (after in g.person_verbs and not low.endswith(("s", "ing", "ed", "ly", "ers")))
        return start if (told and stop - start == 1) or stop - start > 1 else stop

    def _plural_noun(self, i: int, s: Stretch) -> bool:
        """Whether a first word is rather a plural noun that nothing shows to be a name: "Veterans in the town …"."""
        low, after = self.low[i], self.low[i + 1] if i + 1 < s.stop else ""
        if self.letters[i] != "C" or low in self.capital_inside or after in self.g.person_verbs or after in self.g.body_verbs:
            return False
        return len(low) > 5 and low.endswith("s") and not low.endswith(("ss", "us", "is", "'s")) and after[:1].isalpha()

    def _alone(self, i: int, s: Stretch, kind: str | None, opening: bool) -> bool:
        """Whether a single token can be a name by itself."""
        low, letter = self.low[i], self.letters[i].upper()
        if letter == "D" or letter == "T" or letter == "X" or low in self.g.habits:
            return False
        if low == "rt" and i + 1 < s.stop and self.r.lower[i + 1] == "@":
            return False
        if letter == "A" and (self._shouted(i - 1, s) or self._shouted(i + 1, s) or low in self.lower_words):
            return False
        if letter == "I" and low not in self.g.kinds:
            return False
        if kind == ORGANIZATION and low in self.g.org_heads and letter == "C":
            return not opening or low in self.capital_inside
        return len(low) > 1

    def _shouted(self, i: int, s: Stretch) -> bool:
        """Whether a neighbour is a word in capitals that no gazetteer knows: the line is shouted, capitals tell nothing."""
        if not s.first <= i < s.stop:
            return False
        word = self.r.tokens.words[i]
        return word.isupper() and len(word) > 1 and word.isalpha() and self.low[i] not in self.g.kinds

    def _with_noun(self, a: int, b: int, s: Stretch) -> Name | None:
        """ "the Ardan army", "the Lund campaign": a name with the lower-case noun of a body after it."""
        if self.r.lower[b - 1].endswith("'s"):
            return None
        low = self.low
        if b < s.stop and (low[b] in self.g.thing_nouns or (b + 1 < s.stop and f"{low[b]} {low[b + 1]}" in self.g.thing_nouns)):
            return self._name(a, b + 1 + (low[b] not in self.g.thing_nouns), NAME)
        j = b
        while j < s.stop and j < b + 3:
            if j + 1 < s.stop and f"{self.r.lower[j]} {self.r.lower[j + 1]}" in self.g.org_nouns:
                j += 2
            elif self.r.lower[j] in self.g.org_nouns:
                j += 1
            else:
                break
        if j == b + 1 and b - a == 1 and low[b] in self.g.generic_nouns and self.letters[a] in "DG":
            return None
        return self._name(a, j, ORGANIZATION) if j > b else None

    def _glued(self, n: Name, s: Stretch) -> Name:
        """The name with the digits that are written to its last word: "G20", "MI6"."""
        tokens = self.r.tokens
        if (
            n.stop + 1 < s.stop
            and self.low[n.stop] == "."
            and tokens.words[n.stop + 1] in _DOMAINS
            and tokens.starts[n.stop] == n.end
            and tokens.starts[n.stop + 1] == n.end + 1
        ):
            folded = f"{n.folded}.{tokens.words[n.stop + 1]}"
            return Name(n.first, n.stop + 2, n.start, tokens.ends[n.stop + 1], ORGANIZATION, folded)  # "Harbourline.com"
        if n.stop >= s.stop or tokens.starts[n.stop] != n.end or not tokens.words[n.stop][0].isdecimal():
            return n
        folded = n.folded + self.low[n.stop]
        return Name(n.first, n.stop + 1, n.start, tokens.ends[n.stop], self.g.kinds.get(folded, n.kind), folded)

    def _office(self, start: int, stop: int, s: Stretch) -> Name | None:
        """ "the Lund County Sheriff's Office": a place, a title with its possessive, the seat."""
        last = stop - 1
        if self.letters[last] != "t" and last - 1 > start and self.letters[last - 1] == "t":
            last -= 1  # the seat has a capital and stands in the run
        after = last + 1
        if self.letters[last] != "t" or after >= s.stop or self.low[after] not in self.g.seats or last == start:
            return None
        return self._name(start, after + 1, ORGANIZATION)

    def _compound(self, i: int, s: Stretch) -> list[Name]:
        """The name in "US-led", "anti-Ardan" or "D-Ohio"; with the noun of a body after it, the body: "US-led coalition"."""
        word, start = self.r.tokens.words[i], self.r.tokens.starts[i]
        parts = word.split("-")
        at = 0
        if parts[0].lower() in self.g.compass:
            known = self.g.kinds.get(parts[1].lower()) == PLACE or parts[1].lower() in self.capital_inside
            return [self._name(i, i + 1, PLACE)] if known else []
        if len(parts[0]) == 1:  # a party and a state
            if len(parts[1]) == 1 and i + 2 < s.stop and self.low[i + 1] == "." and len(self.low[i + 2]) == 1:
                state = f"{parts[1]}.{self.low[i + 2]}.".lower()
                end = self.r.tokens.ends[i + 2]
                return [Name(i, i + 3, start + 2, end, PLACE, state)] if state in self.g.kinds else []
            return (
                [Name(i, i + 1, start + 2, start + len(word), PLACE, parts[1].lower())]
                if self.g.kinds.get(parts[1].lower()) == PLACE
                else []
            )
        if parts[0].lower() in self.g.prefixes:
            at = len(parts[0]) + 1
            parts = parts[1:]
        name = parts[0]
        low = name.lower().removesuffix("'s").removesuffix("’s")
        if (
            not name[:1].isupper()
            or low in self.g.demonyms
            or (low in self.g.function and not name.isupper())
            or low in self.g.openers
            or self.g.is_title(low)
        ):
            return []
        kind = self.g.kinds.get(low) or (ORGANIZATION if name.isupper() and len(name) > 1 else "")
        if not kind and low not in self.capital_inside:
            return []
        body = self._with_noun(i, i + 1, s) if parts[-1] in ("led", "backed") else None
        return [Name(i, i + 1, start + at, start + at + len(low), kind, low), *([body] if body else [])]
