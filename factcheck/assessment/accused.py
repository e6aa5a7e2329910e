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
from factcheck.model.claim import Claim
from factcheck.model.claim_parts import Detail

ACCUSING = frozenset({"accusation", "court_stage"})
WHO = ("person", "organization")
ANSWERING = frozenset({"accusations.denial", "accusations.admission", "accusations.no_comment"})
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|gets?|got|stands?|stood)\s(?:\w{1,15}\s)?\Z")


@dataclass(frozen=True, slots=True)
class Accused:
    """One accused person or body.

    Args:
        name: the fullest form of the name in the article.
        kind: person or organization.
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


def key_of(name: str) -> str:
    """What two forms of one name share: the last word, without a possessive ending.

    >>> key_of("Tom Ashby's"), key_of("Ashby")
    ('ashby', 'ashby')
    """
    words = name.replace("’", "'").removesuffix("'s").removesuffix("'").split()
    return words[-1].strip(".,").casefold() if words else ""


def mentions(text: str, name: str) -> bool:
    """Whether words of a text are a form of a name: the whole name, or its last word as a word."""
    folded = text.replace("’s", "").replace("'s", "").casefold()
    return name.casefold() in folded or key_of(name) in Tokens(folded).lower


def _named(claim: Claim) -> list[Detail]:
    """The names inside a claim that can be accused, in order."""
    return [d for d in claim.details if d.kind in WHO]


def _whom(claim: Claim, article: Article, found: Marks) -> Detail | None:
    """The name that a claim accuses.

    After "accused" and other passives, the nearest name before the words, else the first after them; where the cue accuses ("X accuses
    Y of …"), the first name of the content.
    """
    names = [d for d in _named(claim) if not (claim.attribution and mentions(claim.attribution.source, d.text))]
    if not names:
        return None
    a = claim.attribution
    if a and a.frame_span and any(n == "accusations.accuse_cue" for n, _ in found.within(*a.frame_span)):
        return names[0]
    trigger = next((f.span for f in claim.flags if f.code in ACCUSING and f.span), None)
    if trigger is None:
        return names[0]
    cue = any(n == "accusations.accuse_cue" and s == trigger for n, s in found.within(claim.start, claim.end))
    active = cue and not _PASSIVE.search(article.text[max(claim.start, trigger[0] - 28) : trigger[0]])
    before = [d for d in names if d.end <= trigger[0]]
    after = [d for d in names if d.start >= trigger[1]]
    if active:
        return after[0] if after else before[-1]
    return before[-1] if before else (after or names)[0]


def _answers(name: str, claims: Sequence[Claim], allegations: Iterable[str], article: Article, found: Marks) -> tuple[str, ...]:
    """Claims said by the accused or for them, and claims of the article that tell of their denial or silence."""
    accusing = set(allegations)
    return tuple(c.id for c in claims if _said_for(c, name, article) or (c.id not in accusing and _told(c, name, found)))


def _said_for(claim: Claim, name: str, article: Article) -> bool:
    """Whether a claim is said by somebody or for them."""
    a = claim.attribution
    if a is None:
        return False
    return mentions(a.source, name) or (a.frame_span is not None and _speaks(article.text[slice(*a.frame_span)], a.cue, name))


def _told(claim: Claim, name: str, found: Marks) -> bool:
    """Whether a claim tells of somebody's denial, admission or silence."""
    return mentions(claim.text, name) and any(n in ANSWERING for n, _ in found.within(claim.start, claim.end))


def _speaks(frame: str, cue: str | None, name: str) -> bool:
    """Whether the name stands on the speaking side of a frame: before its cue, or after "for" or "of" ("a lawyer for Bexley Spans")."""
    at = frame.find(cue) if cue else -1
    before = frame[:at] if at > 0 else frame
    return mentions(before, name)


def accused(claims: Sequence[Claim], article: Article, found: Marks | None = None) -> tuple[Accused, ...]:
    """The accused persons and bodies, in the order of their first allegation.

    Args:
        claims: with their flags.
        article: the claims' article.
        found: its marks, where a context has them already.
    """
    found = found or own_marks(article)
    rows: dict[str, list[tuple[Claim, Detail]]] = {}
    for claim in claims:
        if any(f.code in ACCUSING for f in claim.flags):
            whom = _whom(claim, article, found)
            if whom is not None:
                rows.setdefault(key_of(whom.text), []).append((claim, whom))
    forms: dict[str, list[str]] = {}
    for c in claims:
        for d in (*c.details, *(c.attribution.details if c.attribution else ())):
            if d.kind in WHO:
                forms.setdefault(key_of(d.text), []).append(d.text)
    out = []
    for key, found_here in rows.items():
        name = max(forms.get(key, [found_here[0][1].text]), key=len).removesuffix("'s").removesuffix("’s")
        ids = tuple(c.id for c, _ in found_here)
        answers = _answers(name, claims, ids, article, found)
        out.append(Accused(name, found_here[0][1].kind, ids, answers, tuple((d.start, d.end) for _, d in found_here)))
    return tuple(out)
