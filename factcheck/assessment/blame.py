"""Whom the words of a claim accuse: the object of an accusing verb, the subject of its passive or of a wrong that is told.

Reads the words beside the verb, never what somebody did; where no name and no office stands there, nobody is accused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factcheck.assessment.marks import Marks
from factcheck.assessment.parties import STATES, WHO, Parties, Party, bare, mentions
from factcheck.language.lexicon import load_packaged
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.claim_parts import Detail
from factcheck.model.patterns import compiled

ACCUSING = frozenset({"accusation", "court_stage"})
SPEECH = frozenset({"accusations.accuse_object", "accusations.accuse_that"})
_MOST = 14
"""So many words a noun phrase has at most."""
_FAR = 400
"""So many characters before its verb a subject stands at most."""
_NAMES = 12
_VERBS = 12
"""So many names and so many accusing verbs of one claim are looked at."""
_PASSIVE = compiled(r"\b(?:is|are|was|were|be|been|being|gets?|got|stands?|stood)\s(?:\w{1,15}\s)?\Z", re.IGNORECASE)


@cache
def _offices() -> frozenset[str]:
    return frozenset(load_packaged("titles")["heads"])


@cache
def _list(name: str) -> frozenset[str]:
    """A list of function words, of ``beside`` in accusations.toml."""
    return frozenset(load_packaged("accusations")["beside"][name])


class Blame:
    """Finds the accused of one claim after the other, in the order of the text: a pronoun stands for whom was accused last."""

    def __init__(self, parties: Parties, found: Marks) -> None:
        self.parties = parties
        self.found = found
        self.tokens = found.tokens
        self.text = parties.article.text
        self._begins = {b.number: b.start for b in parties.article.blocks}
        self._last: tuple[int, Party] | None = None
        """Who was accused last, with the block."""

    def of(self, claim: Claim) -> tuple[Party, ...]:
        """The parties that a claim accuses, in order; () where the words name nobody."""
        whom = tuple({bare(p.name): p for p in self._find(claim)}.values())
        if whom:
            self._last = (claim.block, whom[-1])
        return whom

    def _find(self, claim: Claim) -> Sequence[Party]:
        a = claim.attribution
        frame = a.frame_span if a else None
        if frame and (frame[1] < claim.start - 24 or frame[0] > claim.end + 24):
            frame = None
        start = min(claim.start, frame[0]) if frame else claim.start
        end = max(claim.end, frame[1]) if frame and frame[1] > claim.start else claim.end
        rows = list(self.found.within(start, end))
        for span in [s for name, s in rows if name == "accusations.accuse_object"][:_VERBS]:
            whom = self._of_verb(claim, span, start, end)
            if whom:
                return whom
        begin = frame[1] if frame and frame[0] <= claim.start < frame[1] < claim.end else claim.start
        if frame and any(n == "accusations.accuse_that" for n, _ in self.found.within(*frame)):
            whom = self._subject_first(claim, begin)
            if whom:
                return whom
        trigger = next((f.span for f in claim.flags if f.code in ACCUSING and f.span and f.span[0] >= claim.start), None)
        if trigger is None:
            names = [d for d in self.parties.within(begin, claim.end) if not self._speaks(claim, d)]
            return [self.parties.party(names[0])] if names and not self._in_phrase(names[0], begin) else []
        if any(n in SPEECH and s == trigger for n, s in rows):
            return []  # who complains is not the accused
        return self._subject(claim, min(begin, trigger[0]), trigger[0]) or self._after(claim, trigger)

    def _of_verb(self, claim: Claim, verb: Span, start: int, end: int) -> Sequence[Party]:
        """The object of an accusing verb; in the passive its subject."""
        i = self.tokens.at(verb[1] - 1) + 1
        after = self.tokens.lower[i] if i < len(self.tokens) and self.tokens.starts[i] < end else "."
        word = self.text[verb[0] : verb[1]].casefold()
        passive = _PASSIVE.search(self.text[max(0, verb[0] - 28) : verb[0]]) is not None
        if passive or (after in _list("object_ends") | {"of"} and word.endswith("ed")):
            return self._subject(claim, start, verb[0], speaker=True)
        return self._object(claim, i, end)

    def _object(self, claim: Claim, i: int, end: int) -> list[Party]:
        t = self.tokens
        j = i
        while j < len(t) and t.starts[j] < end and j - i < _MOST:
            if t.lower[j] in _list("object_ends") or (t.lower[j] == "of" and not (j + 1 < len(t) and self.parties.begins(t.starts[j + 1]))):
                break
            j += 1
        if j == i:
            return []
        first, span = t.lower[i], (t.starts[i], t.ends[j - 1])
        if first in _list("him") | _list("them") and (first not in _list("possessive") or j == i + 1):
            return self._meant(claim, first, span)
        heads = [d for d in self.parties.within(*span, kinds=(*WHO, *STATES)) if self._is_head(d, span, i)]
        if heads:
            return [self.parties.party(d) for d in heads]
        if j + 1 < len(t) and t.lower[j] == ",":  # "the mayor of Oldtown, Y, of taking …"
            named = next(iter(self.parties.within(t.starts[j + 1], min(end, t.starts[j + 1] + 60))), None)
            if named and named.start == t.starts[j + 1]:
                return [self.parties.party(named)]
        return self._described(span)

    def _is_head(self, d: Detail, span: Span, i: int) -> bool:
        """Whether a name is whom the phrase means, not where ("of Leeds") and not part of a longer one ("the Leeds council")."""
        k = self.tokens.at(d.end)
        after = self.tokens.lower[k] if k < len(self.tokens) and self.tokens.starts[k] < span[1] else ""
        if self.text[d.start : d.end].endswith(("'s", "’s")) or after not in ("", "and", "or", "of"):
            return False
        before = self.tokens.lower[self.tokens.at(d.start) - 1] if d.start > span[0] else ""
        if d.kind in STATES:
            return before in ("", "and") or (before == "the" and d.start - span[0] <= 4)
        return before not in _list("prepositions")

    def _described(self, span: Span) -> list[Party]:
        """The party of a noun phrase without a name, where its head is an office or a body."""
        inside = self.tokens.within(*span)
        lower = [self.tokens.lower[i] for i in inside]
        cut = lower.index("of") if "of" in lower else len(lower)
        if not cut:
            return []
        head = lower[cut - 1]
        last = inside[cut - 1]
        known = any(n == "accusations.party" for n, _ in self.found.within(self.tokens.starts[last], self.tokens.ends[last]))
        if not (known or head in _offices() or head.removesuffix("s") in _offices()):
            return []
        holder = self.parties.holder(head) if head in _offices() else None
        if holder:
            return [Party(self.parties.full(holder.text, holder.kind), holder.kind, span)]
        return [Party(" ".join(self.text[span[0] : span[1]].split()), "role", span)]

    def _subject_first(self, claim: Claim, begin: int) -> list[Party]:
        """The subject of a content clause ("X alleges that the contractor, Y, paid …")."""
        inside = self.tokens.within(begin, claim.end)
        stop = next((self.tokens.starts[i] for i in inside[1:] if self.tokens.lower[i] in _list("subject_ends")), None)
        first = next((i for i in inside if self.tokens.words[i][0].isalnum()), None)
        if first is None:
            return []
        if self.tokens.lower[first] in _list("him") | _list("them"):
            return self._meant(claim, self.tokens.lower[first], (self.tokens.starts[first], self.tokens.ends[first]))
        limit = min(claim.end, stop or claim.end, self.tokens.starts[first] + 60)
        names = [d for d in self.parties.within(begin, limit, (*WHO, *STATES)) if not self._speaks(claim, d)]
        for d in names:
            near = d.start - self.tokens.starts[first] <= 24
            if near and (d.kind not in STATES or d.start == self.tokens.starts[first]) and not self._in_phrase(d, begin):
                return [self.parties.party(d)]
        stops = (i for i in inside if i > first and (self.tokens.lower[i] in _list("object_ends") | _list("subject_ends") or i - first > 4))
        end = next((self.tokens.starts[i] for i in stops), claim.end)
        return self._first_described(self.tokens.starts[first], end)

    def _first_described(self, start: int, end: int) -> list[Party]:
        """The shortest stretch from a place that a party's noun ends: "the council | took bribes"."""
        inside = self.tokens.within(start, end)
        if (
            not inside
            or self.tokens.lower[inside[0]] in _list("officers")
            or not (self.tokens.lower[inside[0]] in _list("determiners") or self.tokens.words[inside[0]][0].isupper())
        ):
            return []
        for i in inside[:6]:
            whom = self._described((start, self.tokens.ends[i]))
            if whom:
                return whom
        return []

    def _subject(self, claim: Claim, start: int, end: int, speaker: bool = False) -> list[Party]:
        """Who stands before a verb as its subject: the nearest name, else a pronoun or an office.

        Names in a phrase of place or in a relative clause are passed over.
        """
        start = max(start, end - _FAR)
        stop = max(start, self._clause(start, end))
        for d in reversed(self.parties.within(stop, end, (*WHO, *STATES) if speaker else WHO)[-_NAMES:]):
            if not (self._speaks(claim, d) and not speaker) and not self._in_phrase(d, stop) and not self._officer(d):
                return [self.parties.party(d)]
        inside = self.tokens.within(stop, end)
        word = next((i for i in inside if self.tokens.words[i][0].isalpha()), None)
        if word is None:
            return []
        lower = self.tokens.lower[word]
        if lower in _list("him") | _list("them") and (lower not in _list("possessive") or len(inside) < 3):
            return self._meant(claim, lower, (self.tokens.starts[word], self.tokens.ends[word]))
        limit = next((self.tokens.starts[i] for i in inside if i > word and self.tokens.lower[i] in _list("subject_ends")), end)
        return [] if lower in _list("first") else self._first_described(self.tokens.starts[word], limit)

    def _officer(self, d: Detail) -> bool:
        """Whether an office of the courts stands right before or at the head of a name ("Judge Y")."""
        i = self.tokens.at(d.start)
        return any(self.tokens.lower[k] in _list("officers") for k in (i - 1, i) if 0 <= k < len(self.tokens))

    def _clause(self, start: int, end: int) -> int:
        """Where the words of a dateline or a stamp before a verb end."""
        at = max(self.text.rfind(mark, start, end) for mark in ("—", " – ", ";", ": "))
        return at + 1 if at >= 0 else start

    def _in_phrase(self, d: Detail, since: int) -> bool:
        """Whether a name stands in a phrase that says where, whose or of what: "of Leeds", "Y's lawyer", "who met Y"."""
        if d.text.endswith(("'s", "’s")) or self.text[d.end : d.end + 2] in ("'s", "’s"):
            return True
        i = self.tokens.at(d.start) - 1
        steps = 0
        while i >= 0 and self.tokens.starts[i] >= since and steps < 4:
            word = self.tokens.lower[i]
            if word in _list("prepositions"):
                return True
            if not (word in ("the", "a", "an", "former") or word in _offices() or self.tokens.words[i][:1].isupper()):
                break
            i, steps = i - 1, steps + 1
        low = max(0, i - 2 * _MOST)
        while i >= low and self.tokens.starts[i] >= since and self.tokens.lower[i] != ",":
            if self.tokens.lower[i] in _list("relative"):
                return True
            i -= 1
        return False

    def _after(self, claim: Claim, trigger: Span) -> list[Party]:
        """A name right after the words ("the alleged thief Y")."""
        d = next(iter(self.parties.within(trigger[1], claim.end)), None)
        if d is None or self._speaks(claim, d):
            return []
        between = [self.tokens.lower[i] for i in self.tokens.within(trigger[1], d.start)]
        return (
            []
            if len(between) > 4
            or any(w in _list("prepositions") or w in _list("object_ends") or w in _list("subject_ends") for w in between)
            else [self.parties.party(d)]
        )

    def _meant(self, claim: Claim, pronoun: str, span: Span) -> list[Party]:
        """Whom a pronoun means: who was accused last, in this block or the one before it; else the person named last."""
        recent = self._last[1] if self._last and claim.block - self._last[0] <= 1 else None
        if pronoun in _list("them"):
            return [Party(recent.name, recent.kind, span)] if recent and recent.kind != "person" else []
        if recent and recent.kind in ("person", "name", "role"):
            return [Party(recent.name, recent.kind, span)]
        since = self._begins.get(claim.block, claim.start)
        for d in self.parties.last_before(claim.start, ("person",), since):
            if not self._speaks(claim, d):
                return [Party(self.parties.full(d.text, d.kind), d.kind, span)]
        return []

    def _speaks(self, claim: Claim, d: Detail) -> bool:
        """Whether a name is the source of the claim, or what follows it says that it speaks."""
        i = self.tokens.at(d.end)
        if i < len(self.tokens) and self.tokens.lower[i] in _list("says"):
            return True
        source = claim.attribution.source if claim.attribution else ""
        return bool(source) and mentions(source, d.text, d.kind)
