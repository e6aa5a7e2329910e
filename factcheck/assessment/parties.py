"""Persons, bodies and states of an article, by the forms of their names and by their offices. Never guesses an identity: a form that
two names share is nobody's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from factcheck.language.tokens import Tokens
from factcheck.model.article import Article, Span
from factcheck.model.claim import Claim
from factcheck.model.claim_parts import Detail
from factcheck.model.light import dataclass

WHO = ("person", "organization", "name")
STATES = ("place",)
"""A state stands under its place name: "X accused Russia of …"."""
_OFFICE_NEAR = 48
"""So many characters beside a name its office stands: "the mayor of Oldtown, Y", "Y, a former mayor"."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody at one place of the text.

    Args:
        name: the fullest form of the name in the article; of a party without one the words that describe it.
        kind: person, organization, place (a state), name (not known which) or role (described, not named).
        span: where it stands.
    """

    name: str
    kind: str
    span: Span


def bare(name: str) -> str:
    """A name without article and possessive ending, case-folded.

    >>> bare("the Bexley Spans' ")
    'bexley spans'
    """
    folded = " ".join(name.replace("’", "'").casefold().split()).removesuffix("'s").removesuffix("'")
    for article in ("the ", "a ", "an "):
        folded = folded.removeprefix(article)
    return folded


def key_of(name: str, kind: str) -> str:
    """What two forms of one name share: of a person the last word, of a body the whole name.

    >>> key_of("Tom Ashby's", "person"), key_of("The Ashby Trust", "organization")
    ('ashby', 'ashby trust')
    """
    whole = bare(name)
    return whole.rsplit(" ", 1)[-1].strip(".,") if kind == "person" else whole


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, without possessive endings."""
    return Tokens(text.replace("’s", "").replace("'s", "")).lower


def mentions(text: str, name: str, kind: str = "person", others: frozenset[str] = frozenset()) -> bool:
    """Whether words of a text are a form of a name: the whole name, or a person's last name, as whole words.

    Args:
        others: first names of others with this last name: after one of them it is another's.
    """
    words, key = words_of(text), words_of(key_of(name, kind))
    return any(words[i : i + len(key)] == key and not (i and words[i - 1] in others) for i in range(len(words) - len(key) + 1))


class Parties:
    """Who is named in an article, and where."""

    def __init__(self, claims: Sequence[Claim], article: Article) -> None:
        self.article = article
        found = {(d.start, d.end): d for d in _names(claims)}
        self.details: list[Detail] = [found[span] for span in sorted(found)]
        self._starts = [d.start for d in self.details]
        self._holders: dict[str, Detail | None] = {}
        self._longest: dict[tuple[str, str], str] = {}
        self._persons: list[tuple[int, str]] = []
        """Full names of persons with their places, in order."""
        for d in self.details:
            shown = _shown(d.text)
            if d.kind == "person" and " " in bare(d.text):
                self._persons.append((d.start, shown))
            at = (d.kind, bare(d.text))
            self._longest[at] = max(self._longest.get(at, ""), shown, key=len)

    @cached_property
    def _by_word(self) -> dict[str, dict[str, list[int]]]:
        """Full names of persons by their first and last word, with their places."""
        out: dict[str, dict[str, list[int]]] = {}
        for start, name in self._persons:
            words = bare(name).split(" ")
            for word in {words[0], words[-1].strip(".,")}:
                out.setdefault(word, {}).setdefault(name, []).append(start)
        return out

    def namesakes(self, name: str) -> frozenset[str]:
        """First names of other persons with the last name of this one."""
        words = bare(name).split(" ")
        found = {bare(other).split(" ")[0] for other in self._by_word.get(words[-1], ())}
        return frozenset(found - {words[0]})

    def within(self, start: int, end: int, kinds: Iterable[str] = WHO) -> list[Detail]:
        """The names that lie between two offsets, in order."""
        rows = self.details[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [d for d in rows if d.kind in kinds and d.end <= end]

    def begins(self, offset: int) -> bool:
        """Whether a name begins at an offset."""
        i = bisect_left(self._starts, offset)
        return i < len(self._starts) and self._starts[i] == offset

    def party(self, d: Detail) -> Party:
        """The party of a name."""
        return Party(self.full(d.text, d.kind), d.kind, (d.start, d.end))

    def full(self, text: str, kind: str) -> str:
        """The fullest form of a name; of a single name that two persons share the name itself."""
        if kind in ("person", "name"):
            word = bare(text)
            bearers = self._by_word.get(word, {}) if " " not in word else {}
            by_key: dict[str, str] = {}
            for name in bearers:
                by_key.setdefault(bare(name), name)
            if len(by_key) == 1:
                return next(iter(by_key.values()))
        return self._longest.get((kind, bare(text)), _shown(text))

    def last_before(self, offset: int, kinds: Iterable[str], since: int) -> Iterator[Detail]:
        """The names before an offset and after another, the nearest first."""
        i = bisect_left(self._starts, offset) - 1
        while i >= 0 and self._starts[i] >= since:
            if self.details[i].kind in kinds:
                yield self.details[i]
            i -= 1

    def holder(self, office: str) -> Detail | None:
        """The one name beside which an office stands ("the mayor of Oldtown, Y", "Mayor Y", "Y, the mayor"), or None."""
        if office not in self._holders:
            self._holders[office] = self._holder(office)
        return self._holders[office]

    def _holder(self, office: str) -> Detail | None:
        before, after = _beside(office)
        text = self.article.text
        found: dict[str, Detail] = {}
        for d in self.details:
            if d.kind not in WHO:
                continue
            left, right = text[max(0, d.start - _OFFICE_NEAR) : d.start], text[d.end : d.end + _OFFICE_NEAR]
            if before.search(left) or after.match(right):
                found.setdefault(bare(self.full(d.text, d.kind)), d)
        return next(iter(found.values())) if len(found) == 1 else None


@lru_cache(maxsize=256)
def _beside(office: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An office before a name and after it."""
    word = re.escape(office)
    before = re.compile(rf"(?<!\w){word}(?: of [A-Z]\w{{1,20}}| of the \w{{1,20}})?,? \Z", re.IGNORECASE)
    after = re.compile(rf", (?:the |a |an )?(?:\w{{1,15}} )?(?:\w{{1,15}} )?{word}(?!\w)", re.IGNORECASE)
    return before, after


def _names(claims: Sequence[Claim]) -> Iterator[Detail]:
    for c in claims:
        for d in (*c.details, *(c.attribution.details if c.attribution else ())):
            if d.kind in (*WHO, *STATES):
                yield d


def _shown(text: str) -> str:
    return " ".join(text.split()).removesuffix("'s").removesuffix("’s")
