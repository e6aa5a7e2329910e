"""Resolves sources to full names: pronouns, roles and short forms by recency, with the ambiguity in words where two fit.

Works in order of the text and remembers who spoke. Never resolves across the article's end, never by guess of sex from a first name.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import replace

from factcheck.attribution.candidates import Candidate
from factcheck.attribution.commons import ABSTRACT, DEFINITE, Phrase, common, hearing
from factcheck.attribution.heads import head_token
from factcheck.attribution.names import Entity, Register, bare, clean, has_body_word, is_title, person_name
from factcheck.attribution.page import Page
from factcheck.attribution.subjects import Subject, main_subject
from factcheck.attribution.who import Who, from_entity
from factcheck.language.phrases import phrase_left

_HE = frozenset(["he", "she", "his", "her", "him", *(f"{p}'{end}" for p in ("he", "she") for end in ("s", "d", "ll"))])
_IT = frozenset(["it", "its", "it's", "it'd", "it'll"])
_THEY = frozenset(["they", "their", "them", "they've", "they're", "they'd", "they'll", "these", "those", "both"])
_AUTHOR = frozenset(["i", "we", "my", "our", "me", "us", "i'm", *(f"{p}'{end}" for p in ("i", "we") for end in ("ve", "d", "ll")), "we're"])
_OTHER = {word: "she" if word.startswith("h") and word != "her" else "he" for word in _HE}
_REACH = 350  # tokens a pronoun looks back
_NEAR = 90  # the same to one without a name
_BESIDE = 12  # tokens between a name and a role that may be its apposition


def _one_name(a: str, b: str) -> bool:
    """Whether one of two names is the other, or its end: "Quill", "Edna Quill"."""
    return f" {a}".endswith(f" {b}") or f" {b}".endswith(f" {a}")


class Resolver:
    """Resolves the sources of one article in their order."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.register = Register(page)
        self._spoken: list[tuple[int, Who]] = []
        self._seen: set[int] = set()
        self._memo: dict[tuple[int, int], Who] = {}

    def who(self, c: Candidate) -> Who:
        """The source of a candidate."""
        if c.subject is None:
            return Who("unnamed", "vague", words=("it",), definite=False)
        key = (c.subject.first, c.subject.last)
        if key not in self._memo:
            found = self.subject(c.subject)
            if c.cue is self.page.cues.heard:
                found = hearing(found)
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
            return replace(self.phrase(s.first, s.last, s.extent), name=self._listed(s))
        return self.phrase(s.first, s.last, s.extent)

    def _listed(self, s: Subject) -> str:
        """Names in a row, each in full."""
        page, parts, first = self.page, list[str](), s.first
        for i in range(s.first, s.last + 1):
            if i == s.last or page.tags[i] in "c,":
                if i > first:
                    parts.append(self.phrase(first, i, (first, i)).name)
                first = i + 1
        return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))

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
        unnamed = self._unnamed_before(at, other_sex) if person else None
        if unnamed is not None:
            return replace(unnamed, words=(word,))
        spoken = list(self._spoken_before(at, kinds, other_sex))

        def named(kinds: tuple[str, ...], reach: int) -> list[Entity]:
            return [e for e in self.register.before(at, kinds, reach) if not other_sex or e.pronoun != other_sex]

        mentioned = named(kinds, 60)
        if not spoken:
            far = mentioned or named(kinds, _REACH) or (named(("person?",), _REACH) if person else [])
            if not far:
                return None
            other = [e for e in far[1:2] if person and not _one_name(e.name, far[0].name)]
            return from_entity(far[0], f"“{word}” may also be {other[0].name}" if other else None, other[0].name if other else None)
        best = spoken[0]
        fresh = [e for e in mentioned[:1] if not _one_name(e.name, best.name.strip("[]").split("; or ")[0])]
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
        insort(self._spoken, (at, who), key=lambda row: row[0])

    def _spoken_before(self, at: int, kinds: tuple[str, ...], other_sex: str = "") -> Iterator[Who]:
        """The last one of some kinds who spoke or acted before a token."""
        for i in range(bisect_left(self._spoken, at, key=lambda row: row[0]) - 1, -1, -1):
            place, who = self._spoken[i]
            if place <= at - _REACH:
                return
            if who.kind in kinds and not (other_sex and who.pronoun == other_sex):
                yield who
                return

    def _unnamed_before(self, at: int, other_sex: str) -> Who | None:
        """``A spokesman said …. He added``: the last who spoke or acted, where it is one person without a name and none is named since."""
        opens = self.page.sents[self.page.sentence_at(at)].start  # who acts in what is said is another
        i = bisect_left(self._spoken, opens, key=lambda row: row[0]) - 1
        while i >= 0 and self._spoken[i][1].kind not in ("person", "role"):
            i -= 1
        if i < 0 or self._spoken[i][1].kind != "role" or at - self._spoken[i][0] > _NEAR:
            return None
        place, who = self._spoken[i]
        female, male = (not words.isdisjoint(who.words) for words in (self.page.nouns.female, self.page.nouns.male))
        if (other_sex == "he" and male and not female) or (other_sex == "she" and female and not male):
            return None
        lead = place - self.page.sents[self.page.sentence_at(place)].start
        if lead and list(self.register.before(place, ("person", "person?"), min(lead + 1, _BESIDE))):
            return None  # "Ann Lee, a baker and spokesman for …": who has a name
        since = at - place - len(who.words)
        return None if since > 0 and list(self.register.before(at, ("person", "person?"), since)) else who

    def _subjects_before(self, at: int) -> None:
        """Remembers the main subjects of this sentence and the two before it, one paragraph back at most: pronouns prefer them."""
        page = self.page
        here = page.sentence_at(at)
        for n in range(max(0, here - 2), here + 1):
            if n not in self._seen and page.sents[here].block - page.sents[n].block <= 1:
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
        if at > 2 and page.tags[at - 2 : at] == ",M":
            at -= 2  # "Edna Quill, 84, who"
        floor = max(page.sents[page.sentence_at(s.first)].start, at - 30)
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
        if last - first > 1 and page.lower[last - 1] in ("last", "this", "next") and tags[last : last + 1] == "y":
            last -= 1  # "the manifesto last year said"
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
            if not is_title(page, start) and bare(page.lower[start]) not in page.nouns.given:  # "Bank of Norland" is one name
                outlet = " ".join(bare(w) for w in page.lower[start:last]) in page.nouns.outlet_phrases
                return Who(clean(page, start, last), "media" if outlet else "body", roles, words)
        run = None if self._common_noun(first, last, head, lower) else self._name_run(first, last, head, low, high)
        if run is not None:
            a, b = run
            name_words = tuple(bare(page.lower[i]) for i in range(a, b) if page.words[i] != ".")
            entity = self.register.full(name_words, "person") or self.register._by_words.get(name_words)
            known = frozenset(entity.roles) if entity else frozenset()
            if a > low and page.lower[a - 1] in page.nouns.named and not (entity is not None and entity.kind == "person"):
                return Who(clean(page, a, b), "media" if page.nouns.body[page.lower[a - 1]] == "media" else "body", roles, words)
            if entity is None or not entity.kind.startswith("person"):
                shown = roles - page.nouns.body.keys() | parts or (a > low and is_title(page, a - 1))
                if not shown and (entity is not None or self.register.is_body(a, b)):
                    return Who(clean(page, a, b), "body", roles, words)
            told = {"he": not known.isdisjoint(page.nouns.male), "she": not known.isdisjoint(page.nouns.female)}
            sex = entity.pronoun if entity and entity.pronoun else next((w for w in told if told[w] and sum(told.values()) == 1), "")
            return Who(
                entity.name if entity and len(entity.words) > len(name_words) else clean(page, a, b),
                "person",
                roles | parts | known,
                words,
                pronoun=sex,
            )
        return common(self, Phrase(first, last, head, words, roles))

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
                    (page.lower[first] in DEFINITE | {"a", "an"} or tags[first] == "S" or "S" in tags[first:head])
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
        return bool(page.nouns.kind(lower)) or lower.endswith(ABSTRACT) or self.register.also_small(lower)

    def _known_person(self, first: int, last: int) -> bool:
        words = tuple(bare(self.page.lower[i]) for i in range(first, last))
        return self.register.full(words, "person") is not None

    def spoken(self, at: int, kinds: tuple[str, ...]) -> Who | None:
        """The last one of some kinds who spoke before a token."""
        return next(self._spoken_before(at, kinds), None)

    def owner(self, at: int, word: str) -> Who | None:
        """Whom a possessive pronoun stands for: one who is named in its own sentence before it, or else as other pronouns."""
        if word not in _HE:
            return None
        found = self._recent(at, ("person",), word)
        since = at - self.page.sents[self.page.sentence_at(at)].start
        near = [e for e in self.register.before(at, ("person", "person?"), since) if e.pronoun != _OTHER[word]] if since else []
        names = {e.name for e in near}
        if found is None or not near or any(name in found.name for name in names):
            return found
        return from_entity(near[0]) if len(names) == 1 else found


__all__ = ["Resolver", "Who", "is_title"]
