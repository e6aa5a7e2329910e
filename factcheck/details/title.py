"""Ranks, posts and professions that stand by a name: "Mayor Lund", "actor Tom Berg", "Vera Lund, a retired teacher, …".

A title without a name beside it is not reported.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from factcheck.details.naming import Named, named
from factcheck.details.reading import Figure, Reading, Stretch, reading
from factcheck.details.short_forms import Name
from factcheck.model.article import Article
from factcheck.model.claim_parts import Detail
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import DetailFinder, must, must_not

_REACH = 9
_INTRODUCE = frozenset(("the", "a", "an", "its", "his", "her", "their"))
_COURTESY = frozenset(("mr", "mrs", "ms", "miss", "mx"))


class _Titles:
    def __init__(self, r: Reading, found: Named) -> None:
        self.r, self.found, self.g = r, found, found.gazetteer
        self.low = [w[:-2] if w.endswith("'s") else w for w in r.lower]
        self.people = [n for n in found.names if n.kind == "person"]
        self.bodies = {n.stop: n.first for n in found.names if n.kind in ("organization", "place", "name")}
        self.firsts = [s.first for s in r.stretches]
        self.starts = {stop: start for start, stop in found.titles}

    def _stretch(self, i: int) -> Stretch | None:
        k = bisect_right(self.firsts, i) - 1
        return self.r.stretches[k] if k >= 0 and i < self.r.stretches[k].stop else None

    def find(self) -> Iterator[Figure]:
        beside = {n.first for n in self.people} | {n.stop for n in self.people}
        for start, stop in self.found.titles:
            comma = stop < len(self.low) and self.low[stop] == "," and stop + 1 in beside
            if stop in beside or comma or start - 1 in beside or start - 2 in beside:
                if self.low[start].rstrip(".") in _COURTESY:
                    continue
                yield Figure("title", self._left(start), stop)
        for n in self.people:
            yield from self._before(n)
            yield from self._after(n)

    def _head(self, i: int) -> bool:
        low = self.low[i]
        return low in self.g.title_heads or (low.endswith("s") and low[:-1] in self.g.title_heads)

    def _left(self, i: int) -> int:
        """Over lower-case modifiers, adjectives of peoples and a body's name before the head, not over a possessive."""
        s = self._stretch(i)
        k = i
        while s is not None and k > s.first and i - k < 7 and not self.r.lower[k - 1].endswith("'s"):
            low = self.low[k - 1]
            if k - 1 == s.first and low in self.g.function and low not in ("vice", "first"):
                break  # "Then Chief Berg": the adverb, not the former chief
            if k in self.bodies:
                if self.bodies[k] == s.first or self.low[self.bodies[k] - 1] not in self.g.title_ranks:
                    break
                k = self.bodies[k]
            elif (
                low in self.g.title_modifiers
                or self.found.letters[k - 1] == "D"
                or (self._head(k - 1) and self.r.tokens.words[k - 1].islower() and low != "member")
            ):
                k -= 1
            elif low == "-" and k - 2 >= s.first and self.low[k - 2] in ("vice", "ex", "co", "then"):
                k -= 2
            else:
                break
        return k

    def _before(self, n: Name) -> Iterator[Figure]:
        """A lower-case title right before the name, or before a comma, or before a capitalised title."""
        s = self._stretch(n.first)
        if s is None or n.first == s.first:
            return
        i = n.first - 1
        while i + 1 in self.starts:
            i = self.starts[i + 1] - 1
        if i > s.first and self.low[i] == ",":
            i -= 1
            if i < s.first or not self._head(i) or not self._called(i, s.first):
                return
        if i >= s.first and self._head(i) and self.r.tokens.words[i].islower() and not self.r.lower[i].endswith("'s"):
            yield Figure("title", self._left(i), i + 1)

    def _called(self, i: int, first: int) -> bool:
        """Whether a title before a comma is introduced: "the ministry's spokesman, Ann Lee"."""
        k = self._left(i)
        return k == first or self.r.lower[k - 1].endswith("'s") or self.low[k - 1] in _INTRODUCE or k in self.bodies

    def _after(self, n: Name) -> Iterator[Figure]:
        """An apposition or predicate after the name: ", a retired teacher", "is the city's engineer"."""
        s = self._stretch(n.first)
        if s is None or n.stop >= s.stop:
            return
        i = n.stop
        if self.low[i] == ",":
            i += 1
            if i + 1 < s.stop and self.low[i].isdecimal() and self.low[i + 1] == ",":
                i += 2
        elif self.low[i] in self.g.link_verbs:
            i += 1
            if i < s.stop and self.low[i] not in ("the", "a", "an", "its", "his", "her", "their", "chief"):
                return
        else:
            return
        for j in range(i, min(i + _REACH, s.stop)):
            low = self.low[j]
            if self._head(j) and self.found.letters[j] in "wT" and not self.r.lower[j].endswith("'s"):
                stop = j + 1
                while stop < s.stop and stop < j + 4 and self._head(stop) and self.found.letters[stop] == "w":
                    stop += 1
                start = self._left(j)
                if not (stop - start == 1 and low in self.g.title_not_alone and not self._of(stop, s.stop)):
                    yield Figure("title", max(start, i), stop)
                return
            if low in self.g.title_breaks:
                return

    def _of(self, i: int, end: int) -> bool:
        return i < end and self.low[i] in ("of", "for", "at")


def _find(article: Article, ctx: Context) -> list[Detail]:
    r = reading(ctx)
    out: list[Detail] = []
    last = 0
    for f in sorted(_Titles(r, named(ctx)).find(), key=lambda f: (f.start, -f.stop)):
        if f.start >= last:
            out.append(r.detail(f))
            last = f.stop
    return out


@hookimpl
def register_detail_finders() -> list[DetailFinder]:
    """Titles beside names."""
    return [
        DetailFinder(
            id="title",
            title="Ranks, posts and professions",
            source="AP Stylebook, 'titles', 'military titles'; lexicon/titles.toml",
            find=_find,
            examples=(
                must("Then Fire Chief Tomas Brandt spoke.", "Fire Chief"),
                must("They heard Vera Lund, a retired teacher, on the pier.", "retired teacher"),
                must("They asked actor Tom Berg about it.", "actor"),
                must("It was the work of the harbour's chief engineer, Anna Brandt.", "chief engineer"),
                must_not("A teacher and an engineer went home."),
            ),
        )
    ]
