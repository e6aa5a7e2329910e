"""Finds all attributions of an article: cues, gates, quotations, labels, carry-over, then names, types and roads.

The order is that of the design study: prepared page → candidates → gates → quotation speakers → output. Each content lies in one
sentence. Never keeps anything between articles.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.attribution.candidates import Candidate, Range
from factcheck.attribution.fronted import frame_start
from factcheck.attribution.gates import STRONG, keep, trim
from factcheck.attribution.kinds import directness, source_type
from factcheck.attribution.labels import Handover, handovers
from factcheck.attribution.nominals import nominal_candidates
from factcheck.attribution.page import Page, Sent
from factcheck.attribution.prepositions import according_candidates
from factcheck.attribution.quoted import ISSUED, Spoken, assign
from factcheck.attribution.resolve import Resolver, Who
from factcheck.attribution.roads import Road, road
from factcheck.attribution.sound import unsound
from factcheck.attribution.verbs import verb_candidates
from factcheck.model.article import Article, Span
from factcheck.model.attribution import Attribution
from factcheck.plugin.context import Context


def find(article: Article, ctx: Context) -> list[Attribution]:
    """The attributions of an article in order of the text, outer before nested.

    Args:
        article: with blocks and sentences.
        ctx: tokens and lexicons.
    """
    page = Page(article, ctx)
    if not page.sents:
        return []
    kept = [candidates(page, n, sent) for n, sent in enumerate(page.sents)]
    handed = handovers(page)
    spoken = assign(page, kept, handed)
    return _Writer(page, kept, spoken, handed).all()


def candidates(page: Page, number: int, sent: Sent) -> list[Candidate]:
    """The accepted candidates of a sentence."""
    forms, lower = page.cues.forms, page.lower
    hits = [i for i in range(sent.start, sent.end) if lower[i] in forms]
    found = (
        verb_candidates(page, number, sent, hits) + nominal_candidates(page, number, sent, hits) + according_candidates(page, number, sent)
    )
    found.sort(key=lambda c: c.cue_at)
    trim(page, sent, found)
    return keep(page, sent, found)


class _Writer:
    """Turns accepted candidates into attributions, in order of the text so that pronouns look back."""

    def __init__(self, page: Page, kept: list[list[Candidate]], spoken: list[Spoken], handed: list[Handover]) -> None:
        self.page, self.kept, self.handed = page, kept, handed
        self.resolver = Resolver(page)
        self.roads: dict[tuple[int, str], Road] = {}  # an outlet that brought a source's words brings those that follow in the paragraph
        self.quoted: dict[int, list[tuple[Spoken, Range]]] = {}
        for s in spoken:
            for n in range(page.sentence_at(s.quote.first), page.sentence_at(s.quote.last - 1) + 1):
                sent = page.sents[n]
                piece = (max(s.quote.first, sent.start), min(s.quote.last, sent.end))
                if piece[1] > piece[0] and not any(r[0] < piece[1] and piece[0] < r[1] for r in s.owner.contents):
                    self.quoted.setdefault(n, []).append((s, piece))
        self.pieces: dict[int, list[tuple[Handover, Range]]] = {}
        self.via: dict[int, Handover] = {}
        for h in handed:
            for piece in h.pieces:
                self.pieces.setdefault(page.sentence_at(piece[0]), []).append((h, piece))
            if h.kind in ("via", "account"):
                self.via.update(dict.fromkeys(h.blocks, h))

    def all(self) -> list[Attribution]:
        """All attributions."""
        out: list[Attribution] = []
        for n in range(len(self.page.sents)):
            rows = list(self._sentence(n))
            out += rows or self._enumerated(n, out)
        return [a for a in out if a.source_span is None or self._sound(a.source, a.source_span)]

    def _sound(self, name: str, span: Span) -> bool:
        at = self.page.tokens.within(*span)
        literal = unsound(self.page.text[slice(*span)], self.page.tags[at.start : at.stop])
        return literal in (None, "pro-form") and not unsound(name, "")  # "who" may stand for a name

    def _enumerated(self, n: int, out: list[Attribution]) -> Iterator[Attribution]:
        """``The audit found three faults. The first was …``: the parts that a content counts are its source's, too."""
        page, sent = self.page, self.page.sents[n]
        if not out or n == 0 or page.sents[n - 1].block != sent.block or not _is_part(page, sent):
            return
        before, last = page.sents[n - 1], out[-1]
        a, b = page.span(before.start, before.end)
        if last.content_span is None or not (a <= last.content_span[0] < b) or last.ambiguity:
            return
        content = page.tokens.within(*last.content_span)
        if last.frame_span is None or not (a <= last.frame_span[0] < b):
            counts = _is_part(page, before)  # itself carried on
        else:
            counts = _counts(page, content.start, content.stop)
        if counts:
            span = page.span(sent.start, sent.end)
            yield replace(last, content_span=span, frame_span=None, quotation=quotation(page, span))

    def _sentence(self, n: int) -> Iterator[Attribution]:
        page = self.page
        rows = self.kept[n]
        handover = self.via.get(page.sents[n].block)
        account = self._who(handover) if handover is not None else None
        named = [(c, self.resolver.who(c)) for c in rows]
        pieces = self.pieces.get(n, ())
        if any(h.kind == "answer" for h, _ in pieces):  # all of it is the answerer's, whoever is cited in it
            for h, piece in pieces:
                inner = next(((c, w) for c, w in named if w.kind not in ("author", "vague") and c.how in STRONG), (None, None))
                yield self._handed(h, self._who(h), piece, *inner)
            return
        for h, piece in pieces:
            if h.kind != "account":
                yield self._handed(h, self._who(h), piece, None, None)
        for c, who in named:
            way = road(page, self.resolver, c, who)
            key = (page.sents[n].block, who.name)
            if way.via:
                self.roads[key] = way
            elif key in self.roads and not way.chain:
                way = Road(self.roads[key].via, way.chain)
            outer = next(
                (w for k, w in named if k is not c and w.kind == "media" and any(r[0] <= c.cue_at[0] < r[1] for r in k.contents)), None
            )
            if outer is not None and outer.name != who.name:
                way = Road((outer.name, *way.via), way.chain)
            if handover is not None and account is not None and handover.kind == "via" and account.name not in (who.name, *way.via):
                way = Road((account.name, *way.via), way.chain)
            for content in c.contents:
                if handover is not None and account is not None and handover.kind == "account":
                    yield self._handed(handover, account, content, c, who)
                else:
                    yield self._make(c, who, way, content, None)
        for h, piece in pieces:
            if h.kind == "account":  # what nobody else says in the sentence
                yield self._handed(h, self._who(h), piece, None, None)
        for spoken, piece in self.quoted.get(n, ()):
            who = self.resolver.who(spoken.owner)
            way = road(page, self.resolver, spoken.owner, who)
            if handover is not None and account is not None and handover.kind == "via" and account.name not in (who.name, *way.via):
                way = Road((account.name, *way.via), way.chain)
            yield self._make(spoken.owner, who, way, piece, spoken)

    def _who(self, h: Handover) -> Who:
        s = h.subject
        who = self.resolver.phrase(s.first, s.last, s.extent) if s.kind == "phrase" else self.resolver.subject(s)
        if h.kind == "account" and not who.roles and who.kind in ("body", "person"):
            who = replace(who, kind="media")  # it tells the news at length: an outlet, known or not
        return who

    def _make(self, c: Candidate, who: Who, way: Road, content: Range, spoken: Spoken | None) -> Attribution:
        page = self.page
        kind, anonymity = source_type(page, who)
        frame = _frame_words(page, c.frame)
        whole = (frame_start(page, c), c.frame[1])
        receiver = page.lower[c.addressee[0] : c.addressee[1]] if c.addressee else []
        span = page.span(*_tight(page, content))
        carried = spoken is not None and spoken.carried
        return Attribution(
            source=who.name,
            source_type=kind,
            anonymity=anonymity,
            directness=directness(page, who, frame, receiver, way.via, kind),
            quotation=quotation(page, span),
            cue=page.words_of(*c.cue_at),
            via=way.via,
            chain=way.chain,
            source_span=page.span(c.subject.first, c.subject.last) if c.subject and c.how != ISSUED else None,
            cue_span=page.span(*c.cue_at) if c.how != ISSUED else None,
            frame_span=None if carried else _with_stamp(page, whole) if c.frame[1] > c.frame[0] else None,
            content_span=span,
            ambiguity=who.ambiguity,
            cue_class=c.cue.cue_class,
        )

    def _handed(self, h: Handover, who: Who, content: Range, inner: Candidate | None, cited: Who | None) -> Attribution:
        page = self.page
        kind, anonymity = source_type(page, who)
        span = page.span(*_tight(page, content))
        chain = (cited.name,) if cited is not None and cited.name != who.name else ()
        return Attribution(
            source=who.name,
            source_type=kind,
            anonymity=anonymity,
            directness="other_outlet" if h.kind == "account" else "own_interview" if h.kind == "answer" else "unknown",
            quotation="direct" if h.kind in ("speaker", "answer") or (h.kind == "account" and inner is None) else quotation(page, span),
            cue=page.words_of(*h.cue_at) if h.cue_at else None,
            chain=chain,
            source_span=page.span(h.subject.first, h.subject.last),
            cue_span=page.span(*h.cue_at) if h.cue_at else None,
            frame_span=page.span(*inner.frame) if inner else page.span(*h.frame) if h.frame[1] > h.frame[0] else None,
            content_span=span,
            ambiguity=who.ambiguity,
            cue_class=inner.cue.cue_class if inner else "say",
        )


def _with_stamp(page: Page, frame: Range) -> Span:
    """A frame with the clock time before it: "17:05 Police said"."""
    start, end = page.span(*frame)
    return page.stamped.get(frame[0], start), end


def _is_part(page: Page, sent: Sent) -> bool:
    """Whether a sentence opens with a part of what was counted: "The first", "A second", "Another"."""
    words = page.lower[sent.start : min(sent.end, sent.start + 2)]
    return words[:1] == ["another"] or (
        words[:1] in (["the"], ["a"], ["one"]) and words[1:2] != [] and words[1] in page.cues.words["ordinals"]
    )


def _counts(page: Page, first: int, last: int) -> bool:
    """Whether a content ends in a counted plural: "three faults"."""
    return any(
        page.tags[i] == "M" and page.words[i].isalpha() and page.lower[i + 1 : i + 2] != [] and page.lower[j][-1:] == "s"
        for i in range(first, last - 1)
        for j in (min(i + 1, last - 1), min(i + 2, last - 1))
    )


def _frame_words(page: Page, frame: Range) -> list[str]:
    return page.lower[frame[0] : frame[1]]


def _tight(page: Page, content: Range) -> Range:
    first, last = content
    while last - first > 1 and page.tags[last - 1] in ",;:-":
        last -= 1
    while last - first > 1 and page.tags[first] in ",;:-":
        first += 1
    return (first, last)


def quotation(page: Page, span: Span) -> str:
    """direct, indirect or mixed, by how much of a content stands in quotation marks."""
    start, end = span
    inside = 0
    for q in page.quotes_between(start, end):
        inside += max(0, min(end, q.span.end) - max(start, q.span.start))
    share = inside / max(1, end - start)
    return "direct" if share >= 0.85 else "mixed" if inside else "indirect"
