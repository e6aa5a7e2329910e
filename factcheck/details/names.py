"""Registers the finders of persons, organizations, places and other names. One reading of the article's capitals serves all four.

First the running text is read; headlines and lines in capitals, where a capital tells nothing, are read with what it taught.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

from factcheck.details.gazetteer import Gazetteer
from factcheck.details.headlines import flattened, known_in
from factcheck.details.kinds import NAME, ORGANIZATION, PERSON, PLACE, Typer
from factcheck.details.reading import Reading, Stretch, reading
from factcheck.details.runs import Cutter, Part
from factcheck.details.shapes import RUN, shapes
from factcheck.language.names import acronym
from factcheck.model.article import Article
from factcheck.model.claim_parts import Detail
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import DetailFinder, must, must_not


@dataclass(frozen=True, slots=True)
class Name:
    """One name in the text: tokens ``first`` to ``stop`` (exclusive), offsets, kind ("" while it is not known)."""

    first: int
    stop: int
    start: int
    end: int
    kind: str
    folded: str


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
        self.g = Gazetteer(r)
        self.letters = shapes(r, self.g)
        self.cutter = Cutter(r, self.g, self.letters)
        self.typer = Typer(r, self.g, self.letters, self.cutter)
        self.low = self.cutter.low
        self.titles: list[Part] = []
        self.flat = [s for s in r.stretches if flattened(r, s, self.letters, self.g)]
        flat = set(self.flat)
        self.running = [s for s in r.stretches if s not in flat]
        self.lower_words = {w for s in self.running for w in r.tokens.words[s.first:s.stop] if w.islower()}
        self.capital_inside = self._inside()

    def _inside(self) -> set[str]:
        """Words that have a capital inside a sentence of running text."""
        letters, found = self.letters, set()
        for s in self.running:
            for i in range(s.first + 1, s.stop):
                if letters[i] in "CFGATcfgat" and self.r.tokens.words[i - 1] not in _OPENING:
                    found.add(self.low[i])
        return found

    def find(self) -> Named:
        found: list[Name] = []
        for s in self.running:
            for m in RUN.finditer(self.letters, s.first, s.stop):
                found += self._run(m.start(), m.end(), s)
        found = self._resolve(found)
        table = {n.folded: n.kind for n in found if n.kind}
        for s in self.flat:
            found += [self._name(a, b, kind) for a, b, kind in known_in(self.r, s, self.letters, self.cutter, table, self._teach(found), self.lower_words, self.g)]
        found.sort(key=lambda n: (n.start, -n.end))
        return Named(tuple(found), tuple(self.titles), self.letters, self.g)

    def _name(self, first: int, stop: int, kind: str) -> Name:
        tokens = self.r.tokens
        start, end = tokens.starts[first], tokens.ends[stop - 1]
        if self.r.lower[stop - 1].endswith("'s") and self.letters[stop - 1].islower():
            end -= 2
        return Name(first, stop, start, end, kind, self.cutter.phrase((first, stop)))

    def _run(self, start: int, stop: int, s: Stretch) -> Iterable[Name]:
        if self.letters[start] == "K":
            return self._compound(start)
        opening = start == s.first or self.r.tokens.words[start - 1] in _OPENING
        if opening:
            start = self._after_opener(start, stop, s)
        if start >= stop:
            return ()
        cut = self.cutter.cut(start, stop)
        self.titles += cut.titles
        made = []
        for a, b in cut.names:
            kind = PERSON if (a, b) in cut.person else self.typer.by_words(a, b)
            if kind is None or (kind == ORGANIZATION and b - a == 1 and self.low[a] in self.g.org_heads):
                kind = self.typer.by_context(a, b, s) or kind
            if b - a > 1 or self._alone(a, s, kind, opening and a == start):
                made.append(self._name(a, b, kind or ""))
            elif self.letters[a] != "D":
                continue
            if kind in (PLACE, PERSON, None) or (kind == ORGANIZATION and self.letters[a].upper() in "GA"):
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
            return start if longer and ends and (low in g.naming or low in self.capital_inside) else start + 1 + (letters[start + 1:start + 2] in ("a", "o", "&"))
        if longer:
            return start
        after = self.low[start + 1] if start + 1 < s.stop else ""
        told = letters[start].islower() or (after in g.after_names and not low.endswith(("s", "ing", "ed", "ly", "ers")))
        return start if told and stop - start == 1 or stop - start > 1 else stop

    def _alone(self, i: int, s: Stretch, kind: str | None, opening: bool) -> bool:
        """Whether a single token can be a name by itself."""
        low, letter = self.low[i], self.letters[i].upper()
        if letter == "D" or letter == "T" or letter == "X" or low in self.g.habits:
            return False
        if letter == "I" and low not in self.g.kinds:
            return False
        if kind == ORGANIZATION and low in self.g.org_heads and letter == "C":
            return not opening or low in self.capital_inside
        return len(low) > 1

    def _with_noun(self, a: int, b: int, s: Stretch) -> Name | None:
        """"the Ardan army", "the Lund campaign": a name with the lower-case noun of a body after it."""
        return self._nouns(a, b, s) if not self.r.lower[b - 1].endswith("'s") else None

    def _nouns(self, a: int, b: int, s: Stretch) -> Name | None:
        j = b
        while j < s.stop and j < b + 3:
            if j + 1 < s.stop and f"{self.r.lower[j]} {self.r.lower[j + 1]}" in self.g.org_nouns:
                j += 2
            elif self.r.lower[j] in self.g.org_nouns:
                j += 1
            else:
                break
        return self._name(a, j, ORGANIZATION) if j > b else None

    def _compound(self, i: int) -> list[Name]:
        """The name in "US-led" or "anti-Ardan"."""
        word, start = self.r.tokens.words[i], self.r.tokens.starts[i]
        parts = word.split("-")
        at = 0
        if parts[0].lower() in self.g.prefixes:
            at = len(parts[0]) + 1
            parts = parts[1:]
        name = parts[0]
        low = name.lower().removesuffix("'s").removesuffix("’s")
        if not name[:1].isupper() or low in self.g.demonyms or (low in self.g.function and not name.isupper()) or low in self.g.openers or self.g.is_title(low):
            return []
        kind = self.g.kinds.get(low) or (ORGANIZATION if name.isupper() and len(name) > 1 else "")
        if not kind and low not in self.capital_inside:
            return []
        return [Name(i, i + 1, start + at, start + at + len(low), kind, low)]

    def _teach(self, found: list[Name]) -> dict[str, str]:
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
                if len(words[0]) > 3 and words[0] not in self.g.kinds and words[0] not in self.g.demonyms and words[0] not in self.g.openers and words[0] not in self.g.org_leads:
                    short.setdefault(words[0], ORGANIZATION)
            elif n.kind == PLACE and self.letters[n.first] == "C" and words[-1] in self.g.place_heads:
                short.setdefault(words[0], PLACE)
        return short

    def _resolve(self, found: list[Name]) -> list[Name]:
        """Short forms take the kind of the full name; a name coordinated with one of a kind shares it; the rest are names."""
        full = {n.folded: n.kind for n in found if n.kind and (n.stop - n.first > 1)}
        short = self._teach(found)
        told: dict[str, dict[str, int]] = {}
        for n in found:
            if n.kind and n.stop - n.first == 1 and n.folded not in self.g.kinds:
                votes = told.setdefault(n.folded, {})
                votes[n.kind] = votes.get(n.kind, 0) + 1
        out: list[Name] = []
        for n in found:
            kind = n.kind
            if n.stop - n.first == 1:
                person = short.get(n.folded) == PERSON
                if person and kind in (ORGANIZATION, PLACE, "") and not (kind == PLACE and self.low[n.first - 1] in ("in", "near") and n.folded in self.g.kinds):
                    kind = PERSON
                elif not kind:
                    kind = short.get(n.folded, "")
                if not kind and n.folded in told:
                    kind = max(told[n.folded].items(), key=lambda x: (x[1], x[0]))[0]
            elif not kind:
                kind = full.get(n.folded, "")
            if not kind and short.get(n.folded.split()[-1]) == PERSON and n.stop - n.first <= 3:
                kind = PERSON
            out.append(n if kind == n.kind else replace(n, kind=kind))
        return self._coordinate(out)

    def _coordinate(self, found: list[Name]) -> list[Name]:
        for k, n in enumerate(found):
            if n.kind:
                continue
            kind = ""
            for other in (k - 1, k + 1):
                if 0 <= other < len(found) and found[other].kind in (PERSON, ORGANIZATION, PLACE):
                    m = found[other]
                    gap = (m.stop, n.first) if other < k else (n.stop, m.first)
                    between = self.r.lower[gap[0]:gap[1]] if gap[1] - gap[0] in (1, 2) else []
                    if between in (["and"], ["or"], [",", "and"]) or (between == ["&"]):
                        kind = m.kind
            found[k] = replace(n, kind=kind or NAME)
        return found


_OPENING = frozenset("\"“”'‘:«(—–-[•*…`")
_SOURCE = "gazetteers and cues of lexicon/{places,organizations,first_names,name_stops,titles}.toml; Chicago Manual of Style, ch. 8 (names and terms)"
_KINDS = (
    (PERSON, "Persons", (
        must("The plan was read out by Vera Lund on the quay.", "Vera Lund"),
        must("Mayor Tomas Brandt opened it. Later Brandt left.", "Brandt"),
        must_not("They met in Vienna with the World Bank."),
    )),
    (ORGANIZATION, "Organizations", (
        must("He works for the Lund Harbour Authority now.", "Lund Harbour Authority"),
        must("The loan came from the Ministry of Fisheries.", "Ministry of Fisheries"),
        must_not("He swam in the lake with Anna Brandt."),
    )),
    (PLACE, "Places", (
        must("The ship sailed from Lisbon to Brazil.", "Lisbon"),
        must("It sank near Karvik Island.", "Karvik Island"),
        must_not("Carla Brandt wrote to the board."),
    )),
    (NAME, "Other names", (
        must("They signed the Harbour Act in spring.", "Harbour Act"),
        must_not("Nothing was signed in spring."),
    )),
)


def _find(kind: str, article: Article, ctx: Context) -> list[Detail]:
    text = article.text
    return [Detail(kind, text[n.start:n.end], n.start, n.end) for n in named(ctx).names if n.kind == kind and n.end > n.start]


@hookimpl
def register_detail_finders() -> list[DetailFinder]:
    """One finder for each kind of name; they share one reading."""
    return [DetailFinder(id=kind, title=title, source=_SOURCE, find=partial(_find, kind), examples=examples) for kind, title, examples in _KINDS]
