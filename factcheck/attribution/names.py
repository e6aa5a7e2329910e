"""Who is mentioned where: persons and bodies of the article with their full names, for sources named by a short form or a role.

Reads the tag string only. Never guesses a person that the article does not name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import field

from factcheck.attribution.page import Page
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled

_MENTIONS = 40  # of a word that a description looks back at
_APOSTROPHES = frozenset(("'", "’"))
_PERSONAL = frozenset(("he", "she", "his", "her", "him"))
_RUN = compiled(r"(?:N{0,6}SSN{1,6}|[NS]N{0,7}|N{1,8})n{0,2}(?=[^nNS]|\Z)|N{1,8}")  # "the Dockers' Union"


@dataclass(slots=True)
class Entity:
    """A person or body of the article.

    Args:
        name: the fullest name without title.
        kind: person, body, media, document, state or group.
        words: folded words of the name.
        roles: folded role nouns that the article gives it.
        at: token index of the first mention.
        titles: folded titles set before the name.
        pronoun: "he" or "she" where a noun or title tells.
    """

    name: str
    kind: str
    words: tuple[str, ...]
    roles: set[str] = field(default_factory=set)
    at: int = 0
    titles: set[str] = field(default_factory=set)
    pronoun: str = ""


def bare(word: str) -> str:
    """A folded word without its possessive ending."""
    return word.removesuffix("'s").removesuffix("’s").rstrip("'’")


def is_title(page: Page, i: int) -> bool:
    """Whether a capitalised token is a title or a role before a name."""
    word = page.lower[i]
    if word in page.nouns.titles or word == ".":
        return True
    return all(part in page.nouns.role or part in page.nouns.titles for part in word.split("-"))


_COMPOUND = compiled(r"[A-Za-z]-[a-z]+\Z")
"""A word that a name goes into: "Holm-trained", "Norland-based"."""


def person_name(page: Page, first: int, last: int) -> tuple[int, int]:
    """The part of a run of names after the last title in it."""
    start = first
    for i in range(first, last - 1):
        if page.words[i] == ".":
            if i > first and len(page.words[i - 1]) == 1:
                continue  # an initial
            if page.tokens.ends[i] == page.tokens.starts[i + 1]:
                continue  # an address on the web
            start = i + 1
        elif is_title(page, i) and i + 1 < last:
            start = i + 1
    return start, last


def has_body_word(page: Page, first: int, last: int) -> bool:
    """Whether a run of names ends or is built on a body noun."""
    return any(page.nouns.kind(bare(page.lower[i])) in ("body",) and page.nouns.role.get(page.lower[i]) is None for i in range(first, last))


def _lines(page: Page, first: int, last: int) -> Iterator[tuple[int, int]]:
    """A run of tokens cut where a new line begins: no name goes on over it."""
    starts, ends, text = page.tokens.starts, page.tokens.ends, page.text
    begin = first
    for i in range(first + 1, last):
        if starts[i] > ends[i - 1] + 1 or text[ends[i - 1] : starts[i]] == "\n":
            yield begin, i
            begin = i
    yield begin, last


def clean(page: Page, first: int, last: int) -> str:
    """The words of a source without possessive ending and marks; a body noun before a name falls away."""
    start = first
    while start + 1 < last and page.tags[start] == "n" and page.nouns.kind(page.lower[start]) == "body":
        start += 1
    if start > first and set(page.tags[start:last]) <= {"N", "S"}:
        first = start  # "news agency RIA", "the charity Quayside Trust"
    text = " ".join(page.words_of(first, last).split()) if last > first else ""
    return text.removesuffix("'s").removesuffix("’s").strip("'\"“”‘’, ")


class Register:
    """All entities by place of mention."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.mentions: list[tuple[int, Entity]] = []
        self._by_words: dict[tuple[str, ...], Entity] = {}
        self._small = frozenset(word for word in set(page.words) if word[:1].islower())
        self._alone: dict[str, bool] = {}
        self._by_last: dict[str, list[Entity]] = {}
        self._index: dict[str, list[int]] | None = None
        tags = page.tags
        for m in _RUN.finditer(tags):
            for first, last in _lines(page, m.start(), m.end()):
                self._run(first, last)
        self._sexes()
        self.mentions.sort(key=lambda row: row[0])
        self._places = [at for at, _ in self.mentions]

    def _run(self, first: int, last: int) -> None:
        page = self.page
        while last > first and page.words[last - 1] in ".&@#/":
            last -= 1
        while first < last and page.lower[first] in _APOSTROPHES:
            first += 1
        if last <= first:
            return
        tail = bare(page.lower[last - 1])
        kind = page.nouns.kind(tail)
        if kind == "body" and (page.tags[last - 1] in "nN" or page.tags[last - 1] == "S"):
            self.add(first, last, "media" if page.nouns.body.get(tail) == "media" or tail in page.nouns.outlets else "body")
            return
        names = last
        while names > first and page.tags[names - 1] == "n":
            names -= 1
        role_after = [page.lower[i] for i in range(names, last) if page.lower[i] in page.nouns.role]
        if page.tags[first] == "S" and names - first > 1:
            first += 1 + (page.lower[first + 1] in _APOSTROPHES)
        if names <= first:
            return
        if " ".join(bare(w) for w in page.lower[first:names]) in page.nouns.outlet_phrases or (
            names - first == 1 and bare(page.lower[first]) in page.nouns.outlets
        ):
            self.add(first, names, "media")
            return
        start, end = person_name(page, first, names)
        before = page.lower[first - 1] if first else ""
        roles = {page.lower[i] for i in range(first, start) if page.lower[i] in page.nouns.role}
        if before in page.nouns.role and not role_after:
            roles.add(before)
        kin = page.lower[first - 2] if first > 1 and page.tags[first - 1] == "," else ""
        if kin in page.nouns.role and first > 2 and page.tags[first - 3] in "GS":
            roles.add(kin)  # "her son, Jo Example"
        roles |= self._apposed(names)
        titles = {page.lower[i] for i in range(first, start) if page.lower[i] in page.nouns.titles}
        traded = end - start > 1 and bare(page.lower[end - 1]) in page.nouns.trade and page.lower[start] not in page.nouns.given
        if has_body_word(page, start, end) or (traded and not titles):
            self.add(start, end, "body")
        elif roles or start > first or (end - start == 1 and (bare(page.lower[start]),) in self._by_words):
            if end > start:
                self.add(start, end, "person", roles).titles |= titles
        elif (
            2 <= end - start <= 4
            and before not in ("in", "at", "from", "near", "to")
            and all(page.words[i][:1].isupper() or page.words[i] == "." for i in range(start, end))
            and not _COMPOUND.search(page.words[end - 1])
        ):
            self.add(start, end, "person?", roles)

    def is_body(self, first: int, last: int) -> bool:
        """Whether a name that nothing shows to be a person's is rather a body's: by its last word, or one word alone.

        A lone name stays a person's where its paragraph goes on with "he" or "she" before it names anybody else.
        """
        page = self.page
        if bare(page.lower[first]) in page.nouns.given or page.words[last - 1] == ".":
            return False
        if last - first > 1:
            return bare(page.lower[last - 1]) in page.nouns.trade
        word = bare(page.lower[first])
        if word not in self._alone:
            self._alone[word] = not self._goes_on(first)
        return self._alone[word]

    def also_small(self, word: str) -> bool:
        """Whether a word of the article is written small somewhere else: then it is no name where it opens a sentence."""
        return word in self._small

    def _goes_on(self, at: int) -> bool:
        page = self.page
        block = page.sents[page.sentence_at(at)].block
        stop = page.sents[page.by_block[block][-1]].end
        for i in range(at + 1, min(stop, at + 60)):
            if page.lower[i] in _PERSONAL:
                return True
            if page.tags[i] == "N" and page.tags[i - 1] != "N" and page.lower[i] in page.nouns.given | page.nouns.titles:
                return False
        return False

    def _sexes(self) -> None:
        """Notes which persons the article calls by a noun or title for a man or a woman, by nothing else."""
        nouns = self.page.nouns
        for entity in self._by_words.values():
            known = entity.roles | entity.titles
            if known & nouns.male and not known & nouns.female:
                entity.pronoun = "he"
            elif known & nouns.female and not known & nouns.male:
                entity.pronoun = "she"

    def _apposed(self, at: int) -> set[str]:
        """Role nouns in an apposition after a name."""
        page, tags = self.page, self.page.tags
        if at + 2 >= len(tags) or tags[at] != "," or tags[at + 1] not in "DGnNS":
            return set()
        roles: set[str] = set()
        open_head = True
        for i in range(at + 1, min(len(tags), at + 16)):
            if tags[i] in ",.;)":
                return roles
            if tags[i] in "xVI" or (tags[i] == "e" and tags[i - 1] in "nN"):
                break
            if tags[i] == "P":
                open_head = False
            if open_head and page.lower[i] in page.nouns.role:
                roles.add(page.lower[i])
        return set()

    def add(self, first: int, last: int, kind: str, roles: set[str] | None = None) -> Entity:
        """A mention; a shorter name joins the longer one that it ends."""
        page = self.page
        words = tuple(bare(page.lower[i]) for i in range(first, last) if page.words[i] != ".")
        entity = self._by_words.get(words) or (self.full(words, kind) if kind.startswith("person") else None)
        if entity is None:
            a, b = page.span(first, last)
            name = page.text[a:b]
            name = " ".join(name.split())
            if name.endswith(("'s", "’s")):
                name = name[:-2]
            entity = Entity(name, kind, words, set(), first)
            self._by_words[words] = entity
            self._by_last.setdefault(words[-1] if words else "", []).append(entity)
        if kind == "person" and entity.kind == "person?":
            entity.kind = "person"
        entity.roles |= roles or set()
        self.mentions.append((first, entity))
        return entity

    def full(self, words: tuple[str, ...], kind: str) -> Entity | None:
        """The last longer person's name that ends in the same word."""
        if not words:
            return None
        for entity in reversed(self._by_last.get(words[-1], [])[-20:]):
            if entity.kind.startswith("person") and len(entity.words) > len(words) and (len(words) == 1 or words[0] in entity.words):
                return entity
        return None

    def before(self, at: int, kinds: tuple[str, ...], reach: int = 400) -> list[Entity]:
        """Entities of some kinds mentioned before a token, the most recent first, each once."""
        seen: list[Entity] = []
        i = bisect_left(self._places, at)
        while i > 0 and self._places[i - 1] > at - reach and len(seen) < 6:
            i -= 1
            entity = self.mentions[i][1]
            if entity.kind in kinds and entity not in seen:
                seen.append(entity)
        return seen

    def body_with(self, words: tuple[str, ...], at: int) -> list[Entity]:
        """Longer bodies mentioned before a token whose names hold these words, the most recent first."""
        wanted = set(words)
        return [
            e for e in self.before(at, ("body", "media"), 4000) if wanted < set(e.words) and (e.words[-1] == words[-1] or len(wanted) > 1)
        ]

    def beside(self, word: str, before: int) -> list[tuple[int, Entity]]:
        """The mentions that stand beside a word in their sentence, the latest first: a name and its apposition."""
        page = self.page
        found: list[tuple[int, Entity]] = []
        places = self._word_places(word)
        upto = bisect_left(places, before)
        for i in places[max(0, upto - _MENTIONS) : upto]:
            sent = page.sents[page.sentence_at(i)]
            low, high = bisect_left(self._places, max(sent.start, i - 6)), bisect_left(self._places, min(sent.end, i + 5))
            near = sorted(self.mentions[low:high], key=lambda row: abs(row[0] - i))
            found += near[:1]
        return found[::-1]

    def _word_places(self, word: str) -> list[int]:
        if self._index is None:
            self._index = {}
            for i, w in enumerate(self.page.lower):
                self._index.setdefault(w, []).append(i)
        return self._index.get(word, [])
