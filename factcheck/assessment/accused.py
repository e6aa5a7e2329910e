"""Lists the accused persons and bodies with their answer in the article, or none: the "Legal and reply" sheet.

Never says that somebody did something. An allegation is a claim with an accusing flag; whom it accuses is read from the names around
the accusing words, and where no name stands there it is left to people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.assessment.marks import LEXICONS, Marks, rows_of, trie
from factcheck.language.lexicon import load_packaged
from factcheck.language.tokens import Tokens
from factcheck.model.article import Article, Span
from factcheck.model.attribution import Attribution
from factcheck.model.claim import Claim
from factcheck.model.claim_parts import Detail

ACCUSING = frozenset({"accusation", "court_stage"})
WHO = ("person", "organization")
NEAR = 24
"""So many characters after an accusing cue its object begins: "accused [former mayor] Y of …"."""
STATES = ("place",)
"""A state stands under its place name: "X accused Russia of …"."""
_BETWEEN = re.compile(r"\b(?:against|to|from|on|upon|towards?|with|by|for|in|at|that)\b")
"""After these words a name is whom it was done to, or where."""
ANSWERING = frozenset({"accusations.denial", "accusations.admission", "accusations.no_comment"})
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|gets?|got|stands?|stood)\s(?:\w{1,15}\s)?\Z")


@dataclass(frozen=True, slots=True)
class Accused:
    """One accused person or body.

    Args:
        name: the fullest form of the name in the article.
        kind: person, organization or place (a state).
        allegations: ids of the claims that accuse, in order of the text.
        answers: ids of the claims that hold the answer: said by the accused or for them, or telling that they would not comment.
        spans: where each allegation names the accused, in the order of ``allegations``.
    """

    name: str
    kind: str
    allegations: tuple[str, ...]
    answers: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()

    def span_in(self, claim: Claim) -> Span | None:
        """Where a claim names the accused."""
        return dict(zip(self.allegations, self.spans, strict=True)).get(claim.id)


def own_marks(article: Article) -> Marks:
    """The marks of an article by the packaged lexicons alone, for callers without a context."""
    rows = tuple(row for name in LEXICONS for row in rows_of(name, load_packaged(name)))
    return Marks(Tokens(article.text), trie(rows, tuple(load_packaged("grammar").get("irregular", {}).items())))


def bare(name: str) -> str:
    """A name without article and possessive ending, case-folded.

    >>> bare("the Bexley Spans' ")
    'bexley spans'
    """
    folded = " ".join(name.replace("’", "'").casefold().split()).removesuffix("'s").removesuffix("'")
    return folded.removeprefix("the ")


def key_of(name: str, kind: str) -> str:
    """What two forms of one name share: of a person the last word, of a body the whole name.

    >>> key_of("Tom Ashby's", "person"), key_of("The Ashby Trust", "organization")
    ('ashby', 'ashby trust')
    """
    whole = bare(name)
    return whole.rsplit(" ", 1)[-1].strip(".,") if kind == "person" else whole


def mentions(text: str, name: str, kind: str = "person") -> bool:
    """Whether words of a text are a form of a name: the whole name, or a person's last name, as whole words."""
    words = Tokens(text.replace("’s", "").replace("'s", "")).lower
    key = Tokens(key_of(name, kind)).lower
    return any(words[i : i + len(key)] == key for i in range(len(words) - len(key) + 1))


def _candidates(claim: Claim, kinds: tuple[str, ...]) -> list[Detail]:
    """The names inside a claim that can be accused, in order; who says it is not among them."""
    source = claim.attribution.source if claim.attribution else ""
    return [d for d in claim.details if d.kind in kinds and not (source and mentions(source, d.text, d.kind))]


def _whom(claim: Claim, article: Article, found: Marks) -> Detail | None:
    """The name that a claim accuses.

    Where the cue accuses ("X accuses Y of …") the first name of the content; after an accusing verb in the active the next name; else the
    nearest name before the words, or right after them ("the alleged thief Y"). Nobody where no name stands there.
    """
    names, states = _candidates(claim, WHO), _candidates(claim, (*WHO, *STATES))
    a = claim.attribution
    if a and a.frame_span and any(n == "accusations.accuse_cue" for n, _ in found.within(*a.frame_span)):
        return states[0] if states and states[0].start - claim.start <= NEAR else None
    trigger = next((f.span for f in claim.flags if f.code in ACCUSING and f.span), None)
    if trigger is None:
        return names[0] if names else None
    cue = any(n == "accusations.accuse_cue" and s == trigger for n, s in found.within(claim.start, claim.end))
    if cue and not _PASSIVE.search(article.text[max(claim.start, trigger[0] - 28) : trigger[0]]):
        return next((d for d in states if d.start >= trigger[1]), None)
    before = [d for d in names if d.end <= trigger[0]]
    if before:
        return before[-1]
    after = next((d for d in names if d.start >= trigger[1]), None)
    return after if after and not _BETWEEN.search(article.text[trigger[1] : after.start]) else None


class _Voices:
    """Which claims speak for whom or tell of whose answer, found by the words of a name: one pass over the claims."""

    def __init__(self, claims: Sequence[Claim], article: Article, found: Marks) -> None:
        self._by_word: dict[str, list[tuple[Claim, str, bool]]] = {}
        for c in claims:
            if c.attribution:
                self._add(c, _speaking(c.attribution, article), True)
            if any(n in ANSWERING for n, _ in found.within(c.start, c.end)):
                self._add(c, c.text, False)

    def _add(self, claim: Claim, text: str, speaks: bool) -> None:
        for word in set(Tokens(text.replace("’s", "").replace("'s", "")).lower):
            self._by_word.setdefault(word, []).append((claim, text, speaks))

    def answers(self, name: str, kind: str, allegations: Iterable[str]) -> tuple[str, ...]:
        """Claims said by the accused or for them, and claims of others that tell of their denial, admission or silence."""
        accusing = set(allegations)
        words = Tokens(key_of(name, kind)).lower
        rows = self._by_word.get(words[-1], ()) if words else ()
        return tuple(dict.fromkeys(c.id for c, text, speaks in rows if (speaks or c.id not in accusing) and mentions(text, name, kind)))


def _speaking(a: Attribution, article: Article) -> str:
    """Who speaks: the source with the words of its frame before the cue ("a lawyer for Bexley Spans denied")."""
    frame = article.text[slice(*a.frame_span)] if a.frame_span else ""
    at = frame.find(a.cue) if a.cue else -1
    return f"{a.source} / {frame[:at] if at > 0 else ''}"


def _full_names(claims: Sequence[Claim]) -> dict[tuple[str, str], str]:
    """The longest form of each name, by kind and key; a single first name is joined where only one full name begins with it."""
    longest: dict[tuple[str, str], str] = {}
    first: dict[str, set[str]] = {}
    for c in claims:
        for d in (*c.details, *(c.attribution.details if c.attribution else ())):
            if d.kind in (*WHO, *STATES):
                at = (d.kind, key_of(d.text, d.kind))
                shown = " ".join(d.text.split()).removesuffix("'s").removesuffix("’s")
                longest[at] = max(longest.get(at, ""), shown, key=len)
                if d.kind == "person" and " " in bare(d.text):
                    first.setdefault(bare(d.text).split(" ")[0], set()).add(at[1])
    for name, keys in first.items():
        if len(keys) == 1 and ("person", name) in longest:
            longest["person", name] = longest["person", next(iter(keys))]
    return longest


def accused(claims: Sequence[Claim], article: Article, found: Marks | None = None) -> tuple[Accused, ...]:
    """The accused persons and bodies, in the order of their first allegation.

    Args:
        claims: with their flags.
        article: the claims' article.
        found: its marks, where a context has them already.
    """
    found = found or own_marks(article)
    pairs = [(c, whom) for c in claims if any(f.code in ACCUSING for f in c.flags) if (whom := _whom(c, article, found))]
    if not pairs:
        return ()
    names, voices = _full_names(claims), _Voices(claims, article, found)
    rows: dict[tuple[str, str], list[tuple[Claim, Detail]]] = {}
    for c, whom in pairs:
        rows.setdefault((names[whom.kind, key_of(whom.text, whom.kind)], whom.kind), []).append((c, whom))
    out = []
    for (name, kind), here in rows.items():
        ids = tuple(c.id for c, _ in here)
        out.append(Accused(name, kind, ids, voices.answers(name, kind, ids), tuple((d.start, d.end) for _, d in here)))
    return tuple(out)
