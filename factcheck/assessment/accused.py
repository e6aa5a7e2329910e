"""Lists the accused persons and bodies with their answer in the article, or none: the "Legal and reply" sheet.

Never says that somebody did something. An allegation is a claim with an accusing flag; whom it accuses is read from its words
(``blame.py``), and where nobody is named there it is left to people.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factcheck.assessment.blame import ACCUSING, Blame
from factcheck.assessment.marks import Marks, packaged_marks
from factcheck.assessment.parties import Parties, Party, bare, key_of, mentions, words_of
from factcheck.model.article import Article, Span
from factcheck.model.attribution import Attribution
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass

REPLYING = frozenset({"accusations.denial", "accusations.admission"})
SILENT = "accusations.no_comment"
NOT_DONE = "accusations.not_charged"
CUES = "accusations.reply_cue"
BEFORE, AFTER = 1, 3
"""What the accused side says so many blocks before or after an allegation may answer it; farther off only a denial or admission does."""


@dataclass(frozen=True, slots=True)
class Accused:
    """One accused person or body.

    Args:
        name: the fullest form of the name in the article; of an accused without a name the words that describe them.
        kind: person, organization, name, place (a state) or role (described, not named).
        allegations: ids of the claims that accuse, in order of the text.
        answers: ids of the claims that hold the answer: said by the accused or for them, or telling that they deny or admit.
        spans: where each allegation names the accused, in the order of ``allegations``.
        asked: ids of the claims that tell of a question without an answer ("did not respond", "declined to comment").
    """

    name: str
    kind: str
    allegations: tuple[str, ...]
    answers: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    asked: tuple[str, ...] = ()

    def span_in(self, claim: Claim) -> Span | None:
        """Where a claim names the accused."""
        return dict(zip(self.allegations, self.spans, strict=True)).get(claim.id)


def own_marks(article: Article) -> Marks:
    """The marks of an article by the packaged lexicons alone, for callers without a context."""
    return packaged_marks(article.text)


@dataclass(frozen=True, slots=True)
class _Voice:
    """A claim as an answer: who speaks in it, whether it denies or admits, whether it tells of silence."""

    claim: Claim
    speaker: str
    replies: bool
    silent: bool


class _Voices:
    """Which claims speak for whom or tell of whose answer, found by the words of a name: one pass over the claims."""

    def __init__(self, claims: Sequence[Claim], parties: Parties, found: Marks) -> None:
        self._parties, self._found = parties, found
        self._by_word: dict[str, list[_Voice]] = {}
        for c in claims:
            voice = self._voice(c)
            if voice.speaker or voice.replies or voice.silent:
                for word in dict.fromkeys(words_of(f"{voice.speaker} / {c.text}" if voice.replies or voice.silent else voice.speaker)):
                    self._by_word.setdefault(word, []).append(voice)

    def _voice(self, c: Claim) -> _Voice:
        a = c.attribution
        speaker = _speaking(a, self._parties.article) if a and a.source_type != "author" else ""
        marks = {n for n, _ in self._found.within(c.start, c.end)}
        if a and a.frame_span:
            marks |= {n for n, _ in self._found.within(*a.frame_span)}
        silent = SILENT in marks
        return _Voice(c, speaker, not silent and (bool(marks & REPLYING) or (bool(speaker) and CUES in marks)), silent)

    def of(self, party: Party, allegations: Sequence[Claim], others: frozenset[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The answers of an accused, and where it is told that they were asked in vain.

        Args:
            allegations: against this accused.
            others: ids of the claims that accuse somebody else: they answer only where they deny or admit too.
        """
        own = {c.id for c in allegations}
        near = {c.block + k for c in allegations for k in range(-BEFORE, AFTER + 1)}
        key = words_of(key_of(party.name, party.kind))
        rows = self._by_word.get(key[-1], []) if key else []
        namesakes = self._parties.namesakes(party.name) if party.kind == "person" else frozenset()
        answers, asked = [], []
        for v in rows:
            speaks = bool(v.speaker) and mentions(v.speaker, party.name, party.kind, namesakes)
            told = (v.replies or v.silent) and mentions(v.claim.text, party.name, party.kind, namesakes)
            if v.silent and (speaks or told):
                asked.append(v.claim.id)
            elif (speaks and (v.replies or (v.claim.block in near and v.claim.id not in others))) or (
                told and not v.speaker and v.claim.id not in own
            ):
                answers.append(v.claim.id)
        return tuple(dict.fromkeys(answers)), tuple(dict.fromkeys(asked))


def _speaking(a: Attribution, article: Article) -> str:
    """Who speaks: the source with the words of its frame before the cue ("a lawyer for Bexley Spans denied")."""
    if not a.frame_span:
        return a.source
    start, end = a.frame_span
    frame = article.text[start : a.cue_span[0] if a.cue_span and start < a.cue_span[0] <= end else end]
    return f"{a.source} / {frame}"


def _silent_bodies(claims: Sequence[Claim], rows: Sequence[tuple[Party, list[Claim]]], found: Marks) -> dict[str, list[str]]:
    """Claims of a short form that was asked in vain ("The company did not return calls"), by the body that was accused last before."""
    out: dict[str, list[str]] = {}
    bodies = sorted((c.start, c.block, bare(p.name)) for p, own in rows for c in own if p.kind in ("organization", "name", "role"))
    for c in claims:
        marks = list(found.within(c.start, c.end))
        short = any(n == "flags.short_form" and s[0] <= c.start + 1 for n, s in marks)
        i = bisect_left(bodies, (c.start,)) - 1
        if short and i >= 0 and c.block - bodies[i][1] <= 1 and any(n == SILENT for n, _ in marks):
            out.setdefault(bodies[i][2], []).append(c.id)
    return out


def accused(claims: Sequence[Claim], article: Article, found: Marks | None = None) -> tuple[Accused, ...]:
    """The accused persons and bodies, in the order of their first allegation.

    Args:
        claims: with their flags.
        article: the claims' article.
        found: its marks, where a context has them already.
    """
    accusing = [c for c in claims if any(f.code in ACCUSING for f in c.flags)]
    if not accusing:
        return ()
    found = found or own_marks(article)
    parties = Parties(claims, article)
    blame = Blame(parties, found)
    rows: dict[str, tuple[Party, list[Claim], list[Span]]] = {}
    for c in accusing:
        if any(n == NOT_DONE for n, _ in found.within(c.start, c.end)):
            continue
        for party in blame.of(c):
            row = rows.setdefault(bare(party.name), (party, [], []))
            row[1].append(c)
            row[2].append(party.span)
    voices = _Voices(claims, parties, found)
    silent = _silent_bodies(claims, [(p, own) for p, own, _ in rows.values()], found)
    out = []
    for key, (party, own, spans) in rows.items():
        ids = tuple(c.id for c in own)
        answers, asked = voices.of(party, own, frozenset(c.id for c in accusing) - set(ids))
        asked = tuple(dict.fromkeys((*asked, *silent.get(key, ()))))
        out.append(Accused(party.name, party.kind, ids, answers, tuple(spans), asked))
    return tuple(out)


__all__ = ["ACCUSING", "Accused", "accused", "key_of", "mentions", "own_marks"]
