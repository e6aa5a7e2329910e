"""Gives every long quotation a speaker: its own cue, the cue beside it, the paragraph's speaker, the colon before it.

Never makes a speaker up: a quotation nobody can be found for stays without attribution.
"""

from __future__ import annotations

from factcheck.attribution.candidates import Candidate, Range
from factcheck.attribution.labels import Handover
from factcheck.attribution.page import Page, Quote
from factcheck.attribution.subjects import Subject, subject_left
from factcheck.attribution.verbforms import step_left
from factcheck.model.light import dataclass

_LONGEST_LINE = 4000  # characters
ISSUED = "issue"
"""How a quotation is taken that makes up the paragraph after "issued a statement": that sentence is no frame, it tells a fact."""
SPEAKING = frozenset(("say", "claim", "confirm", "deny", "admit", "warn", "ask", "believe", "document"))


@dataclass(slots=True)
class Spoken:
    """A quotation with the candidate whose source speaks it; ``carried`` where its sentence has no cue."""

    quote: Quote
    owner: Candidate
    carried: bool


def assign(page: Page, kept: list[list[Candidate]], handed: list[Handover]) -> list[Spoken]:
    """The speakers of all long quotations.

    Args:
        kept: accepted candidates by sentence.
        handed: hand-overs by colon; one that opens a paragraph speaks its quotations.
    """
    labels = {b: h for h in handed if h.kind == "speaker" and not h.pieces for b in h.blocks}
    whole = {b for h in handed if h.kind in ("speaker", "answer") and h.pieces for b in h.blocks}
    done: list[Spoken] = []
    last: dict[int, Spoken] = {}
    for n, q in enumerate(page.quotes):
        if not q.long or q.block in whole or q.block not in page.by_block:
            continue
        first, final = page.sentence_at(q.first), page.sentence_at(q.last - 1)
        owner, carried = _own(page, kept, q, first, final), False
        if owner is None:
            label = labels.get(q.block) or _signature(page, q)
            owner, carried = _of_label(page, label) if label else None, True
        if owner is None and (q.span.closed or _goes_on(page, q)):
            owner, carried = _carried(page, kept, q, n, first, final, last), True
        if owner is not None:
            spoken = Spoken(q, owner, carried)
            done.append(spoken)
            last[q.block] = spoken
    return done


def _signature(page: Page, q: Quote) -> Handover | None:
    """``"…" – Jane Example``: a name after a dash signs the quotation before it."""
    tags = page.masked
    at = _signing_dash(page, q)
    if at + 1 < len(tags) and tags[at] == "-" and tags[at + 1] == "N":
        end = at + 1
        while end < len(tags) and tags[end] in "NMn,P" and end - at < 12 and not _new_line(page, end):
            end += 1
        stop = page.sents[page.by_block[q.block][-1]].end
        if end >= stop or tags[end] in '."-' or _new_line(page, end):
            subject = Subject(at + 1, min(end, stop), "phrase", (at + 1, min(end, stop)))
            return Handover(
                "speaker", subject, None, (at + 1, min(end, stop)), [], range(q.block, q.block + 1), sentence=page.sentence_at(q.last - 1)
            )
    return None


def _new_line(page: Page, at: int) -> bool:
    """Whether a token opens a line."""
    return "\n" in page.text[page.tokens.ends[at - 1] : page.tokens.starts[at]]


def _signing_dash(page: Page, q: Quote) -> int:
    """The dash that a signature opens with: after the quotation, or the last one of a line that the quotation opens."""
    tags, tokens = page.tags, page.tokens
    at = q.last
    if tags[at : at + 1] == "-":
        return at
    line = page.text.find("\n", q.span.end, q.span.end + _LONGEST_LINE)
    if line < 0 or (q.span.start and page.text[q.span.start - 1] != "\n"):
        return at
    last = min(tokens.within(q.span.end, line).stop, page.sents[page.by_block[q.block][-1]].end)
    first = last
    while first > at and last - first < 8 and tags[first - 1] in "Nn,P":
        first -= 1
    return first - 1 if first < last and tags[first - 1] == "-" and tags[first] == "N" else at


def _of_label(page: Page, h: Handover) -> Candidate:
    return Candidate(page.cues.say, h.cue_at or h.frame, h.subject, [], h.frame, h.sentence, "before", "quote", addressee=h.addressee)


def _goes_on(page: Page, q: Quote) -> bool:
    """Whether the paragraph after an unclosed quotation opens with a mark again."""
    later = q.block + 1
    while later < len(page.block_kinds) and later not in page.by_block:
        later += 1
    return (later in page.by_block and page.tags[page.sents[page.by_block[later][0]].start] == '"') or not q.span.opened


def _speaks(c: Candidate) -> bool:
    return c.cue.cue_class in SPEAKING and (c.cue.part in ("verb", "phrase")) and not c.passive


def _tells(c: Candidate) -> bool:
    """Whether a cue reports speech, so that its source may go on speaking."""
    return _speaks(c) and bool(c.cue.takes & {"quote", "clause"} or c.cue.part == "phrase")


def _touches(c: Candidate, span: Range) -> int:
    return sum(max(0, min(r[1], span[1]) - max(r[0], span[0])) for r in c.contents)


def _own(page: Page, kept: list[list[Candidate]], q: Quote, first: int, final: int) -> Candidate | None:
    span = (q.first, q.last)
    around = [c for n in dict.fromkeys((first, final)) for c in kept[n]]
    holding = [c for c in around if _touches(c, span)]
    if holding:
        return max(holding, key=lambda c: (_speaks(c), c.position != "before", c.cue_at[0] if c.position == "before" else 0))
    beside = [c for c in around if _speaks(c) and "quote" in (c.cue.takes or {"quote"}) and _gap(c, span) <= 3]
    return min(beside, key=lambda c: _gap(c, span)) if beside else None


def _gap(c: Candidate, span: Range) -> int:
    return max(c.frame[0] - span[1], span[0] - c.frame[1], 0)


def _carried(
    page: Page, kept: list[list[Candidate]], q: Quote, n: int, first: int, final: int, last: dict[int, Spoken]
) -> Candidate | None:
    previous = last.get(q.block)
    sentences = page.by_block.get(q.block, [])
    if previous is not None and _quiet(page, kept, previous.quote, q):
        return previous.owner
    for s in reversed([s for s in sentences if s < first]):
        speakers = [c for c in kept[s] if _tells(c)]
        if speakers:
            return speakers[-1]
    for s in [s for s in sentences if s > final][:1]:
        speakers = [c for c in kept[s] if _speaks(c) and c.position in ("after", "around")]
        if speakers:
            return speakers[0]
    opens = sentences and q.first <= page.sents[sentences[0]].start + 1
    if previous is not None:
        return previous.owner
    if opens:
        return _from_before(page, kept, q, last)
    return None


def _quiet(page: Page, kept: list[list[Candidate]], a: Quote, b: Quote) -> bool:
    """Whether nobody else speaks between two quotations."""
    between = kept[page.sentence_at(a.last - 1) + 1 : page.sentence_at(b.first)]
    return not any(_speaks(c) for row in between for c in row)


def _from_before(page: Page, kept: list[list[Candidate]], q: Quote, last: dict[int, Spoken]) -> Candidate | None:
    """The speaker of the paragraph before, where that hands over: an unclosed quotation, a colon, or a speaker of its own."""
    block = q.block - 1
    while block >= 0 and block not in page.by_block:
        block -= 1
    if block < 0 or q.block - block > 2 or page.block_kinds[block] == "headline":
        return None
    before = last.get(block)
    if before is not None and (not before.quote.span.closed or _ends_with(page, block, before.quote)):
        return before.owner
    sentences = page.by_block[block]
    for s in reversed(sentences[-2:]):
        speakers = [c for c in kept[s] if _tells(c)]
        if speakers:
            return speakers[-1]
    return before.owner if before is not None else _issuer(page, sentences[-1], q)


def _issuer(page: Page, number: int, q: Quote) -> Candidate | None:
    """``X issued a statement on Monday.`` and a paragraph that is all quotation: X speaks it."""
    sent, words = page.sents[number], page.cues.words
    if not _ends_with(page, q.block, q):
        return None
    at = next((i for i in range(sent.start + 1, sent.end) if page.lower[i] in words["issuing"]), -1)
    if at < 0 or not set(page.lower[at + 1 : min(at + 9, sent.end)]) & words["issued"]:
        return None
    group, be, infinitive = step_left(page, sent.start, at)
    subject = None if be or infinitive else subject_left(page.masked, sent.start, group)
    if subject is None or subject.kind == "relative":
        return None
    frame = (subject.extent[0], at + 1)
    return Candidate(page.cues.say, (at, at + 1), subject, [], frame, number, "before", ISSUED)


def _ends_with(page: Page, block: int, q: Quote) -> bool:
    return q.last >= page.sents[page.by_block[block][-1]].end - 1
