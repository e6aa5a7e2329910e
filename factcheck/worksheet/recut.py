"""Where a revision touched nothing but punctuation and capitals, the rows stay as they were cut and read.

A comma can make the analysis cut a sentence another way; a checker's row must not pay for it. Never touches what lies inside quotation
marks, where every letter counts, nor question marks, which turn a statement.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from factcheck.claims.repeats import groups
from factcheck.model.article import Sentence, Span
from factcheck.model.attribution import Attribution
from factcheck.model.claim import Claim, fingerprint
from factcheck.model.claim_parts import Detail, ReadWith
from factcheck.model.contradiction import Contradiction
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.model.worksheet import Quotation, Worksheet
from factcheck.worksheet import build
from factcheck.worksheet.compare import link
from factcheck.worksheet.read_with import among

MARK = "="
"""Before the id of a row that keeps its cut, until the update gives it back its own."""

_WORD = r"[^\W_]+(?:(?:['’-]|(?<=\d)[.,:/](?=\d))[^\W_]+)*"
_QUOTED = r"\"[^\"]*\"|“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]"  # an opening mark ends the one before: no mark is looked at twice
_SIGN = r"(?<![\w)])[-−+±](?=[\d$€£¥])|[$€£¥%°?]"
_TOKEN = compiled(rf"(?P<quoted>{_QUOTED})|{_WORD}|(?P<sign>{_SIGN})|[\"“”«»„]")
_LETTERS = compiled(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number, currency or quoted passage with its span; ``key`` is how it is compared."""

    key: str
    start: int
    end: int


def tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """What counts between two offsets: words without case, quoted passages to the letter. Punctuation does not.

    >>> [t.key for t in tokens('In 2004, Lee paid $2.5m: "Well, yes."', 0, 37)]
    ['in', '2004', 'lee', 'paid', '$', '2.5m', '"', 'Well', ',', 'yes', '.', '"']
    """
    for m in _TOKEN.finditer(text, start, end):
        if m["quoted"] is None:
            yield Token(m[0].casefold().replace("’", "'"), m.start(), m.end())
        else:
            yield from (Token(p[0], p.start(), p.end()) for p in _LETTERS.finditer(text, m.start(), m.end()))


def signs(text: str) -> list[str]:
    """The marks outside quotations that are no punctuation: minus, currency, percent, question mark.

    >>> signs("It fell by -5°, or $3, in a well-known way.")
    ['-', '°', '$']
    """
    return [m["sign"] for m in _TOKEN.finditer(text) if m["sign"]]


def plain(text: str) -> str:
    """The words of a text as they are compared: without punctuation and case.

    >>> plain("March 11, 2011") == plain("march 11 2011"), plain("1.5") == plain("15")
    (True, False)
    """
    return " ".join(t.key for t in tokens(text, 0, len(text)))


@dataclass(frozen=True)
class Unit:
    """A block or sentence of one draft."""

    kind: str
    start: int
    end: int
    tokens: tuple[Token, ...]

    @cached_property
    def key(self) -> tuple[str, ...]:
        """What two units of the same words share."""
        return (self.kind, *(t.key for t in self.tokens))


def recut(old: Worksheet, new: Worksheet) -> tuple[Worksheet, Mapping[str, str]]:
    """The new worksheet with the old rows wherever only punctuation changed, and the old id of each such row.

    Args:
        old: the worksheet of the draft before.
        new: freshly generated from the revised draft.
    """
    if old.article.text == new.article.text:
        return new, {}
    pairs = list(_aligned(old, new))
    whole = len(pairs) == len(old.article.blocks) == len(new.article.blocks)
    kept = [p for p in pairs if whole or _differ(old, new, *p)]
    carried = _Carried(old, new, pairs)
    done = [(b, rows) for a, b in kept if (rows := carried.rows(a)) is not None]
    if not done:
        return new, {}
    return _rebuilt(old, new, done), {row.id: row.id.removeprefix(MARK) for _, rows in done for row in rows}


def _differ(old: Worksheet, new: Worksheet, a: Unit, b: Unit) -> bool:
    return old.article.text[a.start : a.end] != new.article.text[b.start : b.end]


def _aligned(old: Worksheet, new: Worksheet) -> Iterator[tuple[Unit, Unit]]:
    """Blocks of the same words; in the other blocks, sentences of the same words. Twins in their order."""
    before, after = ([*_blocks(w)] for w in (old, new))
    pairs = list(_equal(before, after))
    yield from pairs
    taken_a, taken_b = {a.start for a, _ in pairs}, {b.start for _, b in pairs}
    rest_a = [s for u in before if u.start not in taken_a for s in _sentences(old, u)]
    rest_b = [s for u in after if u.start not in taken_b for s in _sentences(new, u)]
    yield from _equal(rest_a, rest_b)


def _equal(before: Sequence[Unit], after: Sequence[Unit]) -> Iterator[tuple[Unit, Unit]]:
    """Units of the same words, in their order; twins whose number changed by what stands before or after them, else left to the rows."""
    ours, theirs = _by_key(before), _by_key(after)
    beside: list[tuple[Mapping[int, Beside], Mapping[int, Beside]]] = []
    for key, units in theirs.items():
        same = ours.get(key, [])
        if len(same) == len(units) and units[0].tokens:
            yield from zip(same, units, strict=True)
        elif same and units[0].tokens:
            beside = beside or [(_beside(before), _beside(after))]
            yield from _by_place(same, units, *beside[0])


Beside = tuple[tuple[str, ...], tuple[str, ...]]
"""The keys of the units before and after one."""


def _beside(units: Sequence[Unit]) -> Mapping[int, Beside]:
    """What stands before and after each unit, by its start."""
    keys = [(), *(u.key for u in units), ()]
    return {u.start: (keys[i], keys[i + 2]) for i, u in enumerate(units)}


def _by_place(
    same: Sequence[Unit], units: Sequence[Unit], ours: Mapping[int, Beside], theirs: Mapping[int, Beside]
) -> Iterator[tuple[Unit, Unit]]:
    """Twins that follow, or else precede, the same words in both drafts, where only one does."""
    done: set[int] = set()
    for side in (0, 1):
        mine, others = _once(same, ours, side), _once(units, theirs, side)
        for words, b in others.items():
            a = mine.get(words)
            if a is not None and not done & {-1 - a.start, b.start}:
                done |= {-1 - a.start, b.start}
                yield a, b


def _once(units: Sequence[Unit], beside: Mapping[int, Beside], side: int) -> Mapping[tuple[str, ...], Unit]:
    """Units by the words on one side of them, where no other of them has these."""
    found: dict[tuple[str, ...], list[Unit]] = {}
    for u in units:
        found.setdefault(beside[u.start][side], []).append(u)
    return {words: same[0] for words, same in found.items() if len(same) == 1}


def _by_key(units: Sequence[Unit]) -> Mapping[tuple[str, ...], list[Unit]]:
    out: dict[tuple[str, ...], list[Unit]] = {}
    for unit in units:
        out.setdefault(unit.key, []).append(unit)
    return out


def _blocks(w: Worksheet) -> Iterator[Unit]:
    for b in w.article.blocks:
        yield Unit(b.kind, b.start, b.end, tuple(tokens(w.article.text, b.start, b.end)))


def _sentences(w: Worksheet, block: Unit) -> Iterator[Unit]:
    found = w.article.sentences
    for s in found[bisect_left(found, block.start, key=lambda s: s.start) : bisect_left(found, block.end, key=lambda s: s.start)]:
        yield Unit(block.kind, s.start, s.end, tuple(tokens(w.article.text, s.start, s.end)))


class _Carried:
    """Old rows with the offsets of the new draft, token by token."""

    def __init__(self, old: Worksheet, new: Worksheet, pairs: Sequence[tuple[Unit, Unit]]) -> None:
        self.before, self.text = old.article.text, new.article.text
        self.sentences = new.article.sentences
        self.claims = sorted(old.claims, key=lambda c: c.start)
        ordered = sorted(
            (a.start, a.end, b.start, b.end, n) for n, (u, w) in enumerate(pairs) for a, b in zip(u.tokens, w.tokens, strict=True)
        )
        self.at = ordered
        self.starts, self.ends = [t[0] for t in ordered], [t[1] for t in ordered]

    def span(self, span: Span | None) -> Span | None:
        """Where the words of an old span stand now; None where they are not there as a whole."""
        if span is None:
            return None
        first, last = bisect_right(self.ends, span[0]), bisect_left(self.starts, span[1]) - 1
        if first > last or self.at[first][4] != self.at[last][4]:
            return None
        a, b = self.at[first], self.at[last]
        start, end = a[2] + max(0, span[0] - a[0]), b[3] - max(0, b[1] - span[1])
        tail = self.before[b[1] : span[1]]  # the stop of "Dr." belongs to it while it stands
        return (start, end + len(tail) if self.text.startswith(tail, end) else end) if start < end else None

    def rows(self, unit: Unit) -> tuple[Claim, ...] | None:
        """The rows of a unit; None where one of them does not fit the new sentences, or a quoted letter is not the same."""
        low = bisect_left(self.claims, unit.start, key=lambda c: c.start)
        out = []
        for claim in self.claims[low:]:
            if claim.start >= unit.end:
                break
            moved = self.claim(claim)
            if moved is None:
                return None
            out.append(moved)
        return tuple(out)

    def claim(self, c: Claim) -> Claim | None:
        """One row with new offsets."""
        span = self.span((c.start, c.end))
        sentence = self.sentence(span) if span else None
        if span is None or sentence is None:
            return None
        details = self.details(c.details, (span,))
        if [d.text for d in details if d.kind == "quotation"] != [d.text for d in c.details if d.kind == "quotation"]:
            return None
        text = self.text[span[0] : span[1]]
        return dataclasses.replace(
            c,
            id=MARK + c.id,
            text=text,
            fingerprint=fingerprint(text),
            start=span[0],
            end=span[1],
            sentence=sentence.number,
            block=sentence.block,
            details=details,
            attribution=c.attribution and self.attribution(c.attribution, span),
            further_attributions=tuple(self.attribution(a, span) for a in c.further_attributions),
            flags=tuple(dataclasses.replace(f, span=self.span(f.span)) for f in c.flags),
            contradictions=(),
            read_with=(),
        )

    def sentence(self, span: Span) -> Sentence | None:
        """The sentence in which a span lies."""
        at = bisect_right(self.sentences, span[0], key=lambda s: s.start) - 1
        return self.sentences[at] if at >= 0 and span[1] <= self.sentences[at].end else None

    def details(self, found: Sequence[Detail], inside: Sequence[Span]) -> tuple[Detail, ...]:
        """Details with new offsets, those that lie in one of the spans."""
        out = []
        for d in found:
            span = self.span((d.start, d.end))
            if span and any(a <= span[0] and span[1] <= b for a, b in inside):
                out.append(dataclasses.replace(d, id=MARK + d.id, text=self.text[span[0] : span[1]], start=span[0], end=span[1]))
        return tuple(out)

    def attribution(self, a: Attribution, claim: Span) -> Attribution:
        """An attribution with new offsets; words that are no longer there lose their span."""
        source, cue, frame = self.span(a.source_span), self.span(a.cue_span), self.span(a.frame_span)
        return dataclasses.replace(
            a,
            source_span=source,
            cue_span=cue,
            cue=self.text[cue[0] : cue[1]] if cue and a.cue else a.cue,
            frame_span=frame,
            content_span=self.span(a.content_span) or claim,
            details=self.details(a.details, [s for s in (source, cue, frame) if s]),
        )


def _rebuilt(old: Worksheet, new: Worksheet, done: Sequence[tuple[Unit, tuple[Claim, ...]]]) -> Worksheet:
    """The new worksheet with the rows of some units replaced, and everything that refers to rows made to fit."""
    units = sorted((b.start, b.end) for b, _ in done)
    starts = [u[0] for u in units]

    def replaced(c: Claim) -> bool:
        at = bisect_right(starts, c.start) - 1
        return at >= 0 and c.start < units[at][1]

    kept = [c for c in new.claims if not replaced(c)]
    claims = tuple(sorted((*kept, *(c for _, rows in done for c in rows)), key=lambda c: (c.start, c.end)))
    repeated = groups(claims)
    claims = tuple(dataclasses.replace(c, repeats=repeated.get(c.id)) for c in claims)
    at = _At(claims)
    gone = {c.id: c for c in new.claims if replaced(c)}
    claims = _linked(claims, gone, at)
    contradictions = tuple(x for c in new.contradictions if (x := _refer(c, gone, at)) is not None)
    by_sentence: dict[int, list[str]] = {}
    for c in claims:
        by_sentence.setdefault(c.sentence, []).append(c.id)
    sentences = tuple(_sentence(s, tuple(by_sentence.get(s.number, ()))) for s in new.article.sentences)
    return dataclasses.replace(
        new,
        article=dataclasses.replace(new.article, sentences=sentences),
        claims=link(claims, contradictions),
        contradictions=contradictions,
        sources=build.sources(claims),
        quotations=tuple(_quotation(q, at) for q in new.quotations),
    )


class _At:
    """Rows by place."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.claims = claims
        self.starts = [c.start for c in claims]
        self.longest = max((c.end - c.start for c in claims), default=0)

    def touching(self, span: Span) -> list[Claim]:
        """Rows that share a letter with a span, in their order."""
        low = bisect_left(self.starts, span[0] - self.longest)
        high = bisect_left(self.starts, span[1])
        return [c for c in self.claims[low:high] if c.end > span[0]]

    def best(self, span: Span) -> str | None:
        """The row that shares most with a span."""
        found = self.touching(span)
        return max(found, key=lambda c: min(c.end, span[1]) - max(c.start, span[0])).id if found else None


def _refer(x: Contradiction, gone: Mapping[str, Claim], at: _At) -> Contradiction | None:
    """A contradiction whose sides are the rows that stand now; None where a side has no row any more."""

    def row(cid: str, span: Span | None) -> str | None:
        return cid if cid not in gone else (at.best(span) if span else None) or at.best((gone[cid].start, gone[cid].end))

    spans = x.spans if len(x.spans) == len(x.claims) else (None,) * len(x.claims)
    sides = [row(cid, span) for cid, span in zip(x.claims, spans, strict=True)]
    if None in sides:
        return None
    places = [row(cid, None) for cid in x.occurrences]
    return dataclasses.replace(
        x, claims=tuple(dict.fromkeys(i for i in sides if i)), occurrences=tuple(dict.fromkeys(i for i in (*sides, *places) if i))
    )


def _linked(claims: tuple[Claim, ...], gone: Mapping[str, Claim], at: _At) -> tuple[Claim, ...]:
    """Claims with the quiet links of those whose place they have taken."""
    places = {cid: at.best((c.start, c.end)) for cid, c in gone.items()}
    given: dict[str | None, list[ReadWith]] = {}
    for cid, c in gone.items():
        given.setdefault(places[cid], []).extend(c.read_with)
    taken = (dataclasses.replace(c, read_with=tuple(given[c.id])) if given.get(c.id) else c for c in claims)
    return tuple(among(c, places) for c in taken)


def _quotation(q: Quotation, at: _At) -> Quotation:
    return dataclasses.replace(q, claims=tuple(c.id for c in at.touching((q.start, q.end))))


def _sentence(s: Sentence, claims: tuple[str, ...]) -> Sentence:
    """A sentence with its rows; one that had rows and has none now was declared in the draft before."""
    if claims == s.claims:
        return s
    return dataclasses.replace(s, claims=claims, nothing_to_check=None if claims else s.nothing_to_check or "fragment")
