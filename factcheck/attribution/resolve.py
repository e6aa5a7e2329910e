"""Resolves sources to full names: pronouns, roles and short forms by recency, with the ambiguity in words where two fit.

Works in order of the text and remembers who spoke. Never resolves across the article's end, never by guess of sex from a first name.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.attribution.candidates import Candidate
from factcheck.attribution.heads import head_token
from factcheck.attribution.names import Entity, Register, bare, has_body_word, is_title, person_name
from factcheck.attribution.page import Page
from factcheck.attribution.subjects import Subject, main_subject
from factcheck.language.phrases import phrase_left

_HE = frozenset(["he", "she", "his", "her", "him", "he's", "she's"])
_IT = frozenset(["it", "its", "it's"])
_THEY = frozenset(["they", "their", "them", "they've", "they're", "these", "those", "both"])
_AUTHOR = frozenset(["i", "we", "my", "our", "me", "us", "i'm", "i've", "we're", "we've"])
_DEFINITE = frozenset(("the", "that", "this", "his", "her", "its", "their"))
_ABSTRACT = ("ment", "tion", "sion", "ness", "ism", "ship", "hood", "ings")
"""Endings of nouns for what is no person (Quirk et al. 1985, I.31-39)."""
_OTHER = {"he": "she", "his": "she", "him": "she", "he's": "she", "she": "he", "her": "he", "she's": "he"}
_REACH = 350  # tokens a pronoun looks back


@dataclass(frozen=True, slots=True)
class Who:
    """A resolved source.

    Args:
        name: full name without title, or the literal words.
        kind: person, body, media, document, state, group, role, vague or author.
        roles: role nouns known of a person.
        words: folded words of the literal phrase.
        ambiguity: why it is not sure, or None.
        entity: the entity it was resolved to.
        definite: whether the phrase was definite, a pronoun or a name.
        pronoun: "he" or "she" where the article's nouns and titles tell.
    """

    name: str
    kind: str
    roles: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    ambiguity: str | None = None
    definite: bool = True
    pronoun: str = ""


class Resolver:
    """Resolves the sources of one article in their order."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.register = Register(page)
        self.spoken: list[tuple[int, Who]] = []
        self._seen: set[int] = set()
        self._memo: dict[tuple[int, int], Who] = {}

    def who(self, c: Candidate) -> Who:
        """The source of a candidate."""
        if c.subject is None:
            return Who("unnamed", "vague", words=("it",), definite=False)
        key = (c.subject.first, c.subject.last)
        if key not in self._memo:
            found = self.subject(c.subject)
            self._memo[key] = found
            self._remember(c.subject.first, found)
        return self._memo[key]

    def subject(self, s: Subject) -> Who:
        """The source of a subject."""
        page = self.page
        word = page.lower[s.first]
        if (s.last - s.first == 1 and page.tags[s.first] in "IJEOG") or (s.kind in ("pronoun", "it") and s.last - s.first == 1):
            return self._pronoun(s, word)
        if s.kind == "relative":
            return self._relative(s)
        if s.kind == "list" and set(page.tags[s.first : s.last]) <= set("Nc,"):  # "Norland and Sudland": both
            return replace(self.phrase(s.first, s.last, s.extent), name=_clean(page, s.first, s.last))
        return self.phrase(s.first, s.last, s.extent)

    def _pronoun(self, s: Subject, word: str) -> Who:
        if word in _AUTHOR:
            return Who("the author", "author", words=(word,))
        if word in _HE:
            return self._recent(s.first, ("person",), word) or Who(
                self.page.words[s.first], "person", words=(word,), ambiguity=f"nobody is named before “{word}”"
            )
        if word in _IT:
            found = self._recent(s.first, ("body", "media", "document", "state"), word)
            return found or Who(self.page.words[s.first], "body", words=(word,), ambiguity="what “it” stands for is not clear")
        if word in _THEY:
            found = self._recent(s.first, ("group", "body", "media", "state"), word)
            return found or Who(self.page.words[s.first], "group", words=(word,), ambiguity=f"whom “{word}” stands for is not clear")
        return Who(self.page.words[s.first], "vague", words=(word,), definite=False)

    def _recent(self, at: int, kinds: tuple[str, ...], word: str) -> Who | None:
        self._subjects_before(at)
        person = "person" in kinds
        other_sex = _OTHER.get(word, "") if person else ""
        spoken = list(self._spoken_before(at, kinds, other_sex))

        def named(kinds: tuple[str, ...], reach: int) -> list[Entity]:
            return [e for e in self.register.before(at, kinds, reach) if not other_sex or e.pronoun != other_sex]

        mentioned = named(kinds, 60)
        if not spoken:
            far = mentioned or named(kinds, _REACH) or (named(("person?",), _REACH) if person else [])
            if not far:
                return None
            other = [e for e in far[1:2] if person]
            return _from_entity(far[0], f"“{word}” may also be {other[0].name}" if other else None, other[0].name if other else None)
        best = spoken[0]
        fresh = [e for e in mentioned[:1] if e.name != best.name.strip("[]").split("; or ")[0]]
        if person and fresh and fresh[0].roles | {""} != {""} and "; or " not in best.name:
            return Who(
                f"[{best.name}; or {fresh[0].name}?]",
                best.kind,
                best.roles,
                (word,),
                f"“{word}” may be {best.name} or {fresh[0].name}, both named just before",
            )
        return Who(best.name, best.kind, best.roles, best.words, best.ambiguity)

    def _remember(self, at: int, who: Who) -> None:
        insort(self.spoken, (at, who), key=lambda row: row[0])

    def _spoken_before(self, at: int, kinds: tuple[str, ...], other_sex: str = "") -> Iterator[Who]:
        """The last one of some kinds who spoke or acted before a token."""
        for i in range(bisect_left(self.spoken, at, key=lambda row: row[0]) - 1, -1, -1):
            place, who = self.spoken[i]
            if place <= at - _REACH:
                return
            if who.kind in kinds and not (other_sex and who.pronoun == other_sex):
                yield who
                return

    def _subjects_before(self, at: int) -> None:
        """Remembers the main subjects of this sentence and the two before it in the paragraph: pronouns prefer them."""
        page = self.page
        here = page.sentence_at(at)
        for n in page.by_block.get(page.sents[here].block, []):
            if here - 2 <= n <= here and n not in self._seen:
                sent = page.sents[n]
                stop = min(sent.end, at) if n == here else sent.end
                found = main_subject(page.masked, sent.start, stop)
                if n != here:
                    self._seen.add(n)
                if found is not None and found.kind == "phrase" and found.last <= at:
                    acting = self.phrase(found.first, found.last, found.extent)
                    if acting.kind not in ("group", "vague") or page.nouns.kind(page.lower[head_token(page.tags, found.first, found.last)]):
                        self._remember(found.first, acting)  # a thing is never "they" who speak

    def _relative(self, s: Subject) -> Who:
        page = self.page
        at = s.first
        if at and page.tags[at - 1] in ",-)":
            at -= 1
        while at and page.tags[at - 1] == '"':
            at -= 1
        floor = max(0, at - 30)
        found = phrase_left(page.tags, floor, at)
        if found is None:
            return Who(page.words[s.first], "vague", words=(page.lower[s.first],), definite=False)
        first = found[0]
        return self.phrase(first, at, (first, at))

    def phrase(self, first: int, last: int, extent: tuple[int, int]) -> Who:
        """The source that a noun phrase names."""
        page, tags = self.page, self.page.tags
        low, high = min(extent[0], first), max(extent[1], last)
        while high > low and tags[high - 1] in ",-":
            high -= 1
        head = head_token(tags, first, last)
        lower = bare(page.lower[head])
        words = tuple(bare(page.lower[i]) for i in range(first, last))
        roles = frozenset(page.lower[i] for i in range(low, high) if page.lower[i] in page.nouns.role)
        parts = frozenset(p for w in page.lower[low:high] for p in w.split("-") if "-" in w and p in page.nouns.role)
        if (
            tags[head] == "N"
            and lower not in page.nouns.role
            and page.lower[head + 1 : head + 2] == ["of"]
            and "N" in tags[head + 2 : last]
        ):
            start = head
            while start > first and tags[start - 1] == "N":
                start -= 1
            if not is_title(page, start):  # "Bank of Norland" is one name
                outlet = " ".join(bare(w) for w in page.lower[start:last]) in page.nouns.outlet_phrases
                return Who(_clean(page, start, last), "media" if outlet else "body", roles, words)
        run = None if self._common_noun(first, last, head, lower) else self._name_run(first, last, head, low, high)
        if run is not None:
            a, b = run
            name_words = tuple(bare(page.lower[i]) for i in range(a, b) if page.words[i] != ".")
            entity = self.register.full(name_words, "person") or self.register._by_words.get(name_words)
            known = frozenset(entity.roles) if entity else frozenset()
            if entity is None or not entity.kind.startswith("person"):
                shown = roles - page.nouns.body.keys() | parts or (a > low and is_title(page, a - 1))
                if not shown and (entity is not None or self.register.is_body(a, b)):
                    return Who(_clean(page, a, b), "body", roles, words)
            told = {"he": not known.isdisjoint(page.nouns.male), "she": not known.isdisjoint(page.nouns.female)}
            sex = entity.pronoun if entity and entity.pronoun else next((w for w in told if told[w] and sum(told.values()) == 1), "")
            return Who(
                entity.name if entity and len(entity.words) > len(name_words) else _clean(page, a, b),
                "person",
                roles | parts | known,
                words,
                pronoun=sex,
            )
        return self._common(first, last, head, lower, words, roles)

    def _name_run(self, first: int, last: int, head: int, low: int, high: int) -> tuple[int, int] | None:
        """The tokens of a person's name in a phrase or its apposition, or None where the phrase names no person."""
        page, tags = self.page, self.page.tags
        lower = bare(page.lower[head])
        if tags[head] in "NS" and page.words[head] not in "&/":
            a = head
            while a > first and tags[a - 1] == "N":
                a -= 1
            single_state = head == a and lower in page.nouns.body
            phrase = " ".join(bare(page.lower[i]) for i in range(a, head + 1))
            if phrase in page.nouns.outlet_phrases or (lower in page.nouns.outlets and head == a):
                return None
            start, _ = person_name(page, a, head + 1)
            if not has_body_word(page, start, head + 1) and not single_state and not (tags[a - 1 : a] == "D" and start == a):
                before = page.lower[a - 1] if a > low else ""
                if start > a or before in page.nouns.role or head - start >= 1 or self._known_person(start, head + 1):
                    return start, head + 1
                return start, head + 1
            return None
        if tags[head] in "nN" and high > last and tags[last] in ",-":  # "the spokesman, Igor Example"
            i = last
            while i < high and tags[i] in ",-":
                i += 1
            b = i
            while b < high and tags[b] == "N":
                b += 1
            if b - i >= 2 and (
                lower in page.nouns.role
                or (
                    (page.lower[first] in _DEFINITE | {"a", "an"} or tags[first] == "S" or "S" in tags[first:head])
                    and (b == high or tags[b] in ",-")
                )
            ):
                start, _ = person_name(page, i, b)
                return start, b
        return None

    def _common_noun(self, first: int, last: int, head: int, lower: str) -> bool:
        """Whether a capitalised word that opens a sentence is a noun like any other: "Friends say", "Unemployment fell"."""
        page = self.page
        if last - first > 1 or head != page.sents[page.sentence_at(head)].start or self._known_person(first, last):
            return False
        return bool(page.nouns.kind(lower)) or lower.endswith(_ABSTRACT) or self.register.also_small(lower)

    def _known_person(self, first: int, last: int) -> bool:
        words = tuple(bare(self.page.lower[i]) for i in range(first, last))
        return self.register.full(words, "person") is not None

    def _common(self, first: int, last: int, head: int, lower: str, words: tuple[str, ...], roles: frozenset[str]) -> Who:
        page = self.page
        definite = page.lower[first] in _DEFINITE or page.tags[first] in "NSG"
        literal = _clean(page, first + (page.lower[first] in ("the",)), last)
        kind = page.nouns.kind(lower)
        core = tuple(bare(page.lower[i]) for i in range(first, last) if page.tags[i] not in "DG")
        if lower in page.nouns.outlets or " ".join(core) in page.nouns.outlet_phrases:
            return Who(literal, "media", roles, words)
        if kind == "body":
            body_kind = "media" if page.nouns.body.get(lower) == "media" else "state" if lower in page.nouns.states else "body"
            longer = self.register.body_with(core, first) if page.lower[first] == "the" and body_kind != "state" else []
            if not longer and len(core) == 1 and lower == "agency":
                longer = self.register.before(first, ("media",), 400) or self.register.before(first, ("body",), 400)
            if longer:
                second = longer[1] if len(longer) > 1 else None
                if second is not None and len(core) == 1 and set(second.words).isdisjoint(set(longer[0].words) - set(core)):
                    return Who(
                        f"[{longer[0].name}; or {second.name}?]",
                        longer[0].kind,
                        roles,
                        words,
                        f"“{literal}” may be {longer[0].name} or {second.name}",
                    )
                return Who(longer[0].name, longer[0].kind, roles, words + longer[0].words)
            return Who(literal, body_kind, roles, words)
        if lower in page.nouns.states:
            return Who(literal, "state", roles, words)
        if kind == "document":
            return Who(literal, "document", roles, words)
        if kind == "person":
            if (
                page.lower[first] in ("the", "that")
                and len(core) <= 2
                and page.nouns.role.get(lower)
                and not page.lower[head].endswith("s")
            ):
                for entity in self.register.before(first, ("person",), 2000):
                    if lower in entity.roles:
                        return Who(entity.name, "person", frozenset(entity.roles), words)
            plural = page.lower[head].endswith(("s", "men", "women", "people"))
            return Who(literal, "group" if plural else "role", roles, words, definite=definite)
        if page.tags[head] == "N" and (last - first > 1 or not lower.endswith(_ABSTRACT)):
            return Who(literal, "body", roles, words)
        return Who(literal, "vague" if words and words[-1] in page.nouns.vague else "group", roles, words, definite=definite)


def _clean(page: Page, first: int, last: int) -> str:
    start = first
    while start + 1 < last and page.tags[start] == "n" and page.nouns.kind(page.lower[start]) == "body":
        start += 1
    if start > first and set(page.tags[start:last]) <= {"N", "S"}:
        first = start  # "news agency RIA", "the charity Quayside Trust"
    text = " ".join(page.words_of(first, last).split()) if last > first else ""
    return text.removesuffix("'s").removesuffix("’s").strip("'\"“”‘’, ")


def _from_entity(e: Entity, ambiguity: str | None, other: str | None) -> Who:
    kind = "person" if e.kind.startswith("person") else e.kind
    name = f"[{e.name}; or {other}?]" if other else e.name
    return Who(name, kind, frozenset(e.roles), e.words, ambiguity)


__all__ = ["Resolver", "Who", "is_title"]
