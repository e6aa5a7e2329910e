"""Speaker labels and hand-overs by colon: "NAME: words", "X told Y:" with the words in the next paragraph, "From Outlet:",
"Outlet provides more details:" whose account runs on until the next update or heading.

Never hands over past an update, a heading, a comment or boilerplate.
"""

from __future__ import annotations

from factcheck.attribution.candidates import Candidate, Range
from factcheck.attribution.gates import subject_class
from factcheck.attribution.interview import answers
from factcheck.attribution.page import Page
from factcheck.attribution.subjects import Subject, main_subject, subject_left
from factcheck.attribution.verbforms import step_left
from factcheck.language.phrases import phrase_right
from factcheck.language.stamps import stamp_end
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled

STOPS = frozenset(("headline", "standfirst", "update", "correction", "comment", "boilerplate"))
_LABEL = compiled(r"(?:[DGnNMSP,()&/]|[eg](?=[nN])){1,24}:\Z")
_INLINE = compiled(r"\"?(?P<label>[N]{1,6}(?:,[DGnNMSP]{1,14})?(?:\([^()]{1,8}\))?):(?=.)")


@dataclass(slots=True)
class Handover:
    """What a colon hands on.

    Args:
        kind: speaker (the words are the source's), answer (the same, in an interview), account (the outlet tells it), via (an outlet
            brought what follows).
        subject: who, as tokens.
        cue_at: the cue, or None for a label.
        frame: the frame.
        pieces: sentences handed over, as token ranges; empty for via.
        blocks: the blocks it runs over.
        addressee: the receiver.
        sentence: index of the sentence that hands over.
    """

    kind: str
    subject: Subject
    cue_at: Range | None
    frame: Range
    pieces: list[Range]
    blocks: range
    addressee: Range | None = None
    sentence: int = 0


def handovers(page: Page) -> list[Handover]:
    """All hand-overs of an article, in order."""
    found: list[Handover] = []
    plan = answers(page)
    for block, (begin, stop) in plan.given.items():
        pieces = [(max(a, plan.starts[block]), b) for a, b in _sentences(page, range(block, block + 1)) if b > plan.starts[block]]
        number = page.by_block[block][0]
        found.append(
            Handover(
                "answer",
                Subject(begin, stop, "phrase", (begin, stop)),
                None,
                (plan.starts[block], plan.starts[block]),
                pieces,
                range(block, block + 1),
                sentence=number,
            )
        )
    for block, numbers in page.by_block.items():
        if block in plan.given or block in plan.asked:
            continue
        last = numbers[-1]
        sent = page.sents[last]
        if page.block_kinds[block] == "headline":
            label = max(sent.start, page.tags.find(":", sent.start, min(sent.end, sent.start + 6)))
            if len(numbers) == 1 and label > sent.start and label + 2 < sent.end and _heads(page, sent.start, label):
                subject = Subject(sent.start, label, "phrase", (sent.start, label))
                found.append(
                    Handover("speaker", subject, None, (sent.start, label), [(label + 1, sent.end)], range(block, block + 1), sentence=last)
                )
            continue
        end = sent.end
        if page.tags[end - 1] == ":" and page.masked[end - 1] == ":":
            made = _closing(page, block, last)
            if made is not None:
                found.append(made)
                continue
        first = page.sents[numbers[0]]
        inline = _inline(page, block, first.start, numbers)
        if inline is not None:
            found.append(inline)
    return found


def _heads(page: Page, start: int, colon: int) -> bool:
    """Whether the words before the colon of a headline are a source: a name that comes again, or a poll or report."""
    if set(page.lower[start:colon]) & page.cues.words["no_label"]:
        return False
    if page.nouns.kind(page.lower[colon - 1]) == "document":
        return True
    return set(page.tags[start:colon]) == {"N"} and page.lower.count(page.lower[colon - 1]) > 1


def _next_block(page: Page, block: int) -> int | None:
    later = block + 1
    while later < len(page.block_kinds) and later not in page.by_block:
        later += 1
    return later if later < len(page.block_kinds) and page.block_kinds[later] not in STOPS else None


def _closing(page: Page, block: int, number: int) -> Handover | None:
    """A sentence that ends in a colon."""
    tags, lower, sent = page.masked, page.lower, page.sents[number]
    follow = _next_block(page, block)
    if follow is None:
        return None
    start, colon = _after_stamp(page, sent.start, sent.end), sent.end - 1
    if start < colon and lower[start] == "from":
        phrase = phrase_right(tags, start + 1, colon)
        if phrase and phrase[1] == colon and tags[colon - 1] in "Nn":
            subject = Subject(phrase[0], phrase[1], "phrase", phrase)
            blocks = _run(page, follow)
            own = page.nouns.body.get(lower[colon - 1], "") in ("government", "military") and lower[colon - 1] != "agency"
            if own:  # "From the Coastguard:" brings its own words
                return Handover("speaker", subject, None, (start, colon), _sentences(page, blocks), blocks, sentence=number)
            return Handover("via", subject, None, (start, colon), [], blocks, sentence=number)
    lead = start
    first_colon = tags.find(":", start, colon)
    if 0 <= first_colon < start + 4:
        lead = first_colon + 1  # "Update 3: X provides …:"
    if lower[colon - 1] in page.cues.words["account"]:
        teller = main_subject(tags, lead, colon)
        if teller is not None:
            trial = Candidate(page.cues.say, (teller.last, teller.last + 1), teller, [], teller.extent, number)
            if subject_class(page, trial) in ("name", "body"):
                blocks = _run(page, follow)
                return Handover(
                    "account",
                    teller,
                    (teller.last, teller.last + 1),
                    (teller.first, colon),
                    _sentences(page, blocks),
                    blocks,
                    sentence=number,
                )
    for i in range(colon - 1, start, -1):
        if tags[i] == "q" or lower[i] not in page.cues.forms:
            continue
        cue = page.cues.forms[lower[i]][0].cue
        if cue.part != "verb" or "quote" not in cue.takes or tags[i] not in "Veg":
            continue
        group, passive, _ = step_left(page, start, i)
        speaker = subject_left(tags, start, group) or main_subject(tags, start, colon)
        if speaker is None or passive:
            continue
        receiver = phrase_right(tags, i + 1, colon, attached=False) if cue.addressee else None
        addressee = receiver if receiver is not None else None
        pieces, blocks = _quoted_pieces(page, follow)
        return Handover("speaker", speaker, (i, i + 1), (min(speaker.extent[0], i), colon), pieces, blocks, addressee, number)
    if _LABEL.match(tags, lead, colon + 1) and colon - lead <= 16 and not (set(lower[lead:colon]) & page.cues.words["no_label"]):
        label = _label_subject(page, lead, colon)
        if label is not None:
            blocks = _run(page, follow)
            return Handover("speaker", label, None, (lead, colon), _sentences(page, blocks), blocks, sentence=number)
    return None


def _after_stamp(page: Page, start: int, end: int) -> int:
    """The first token after the clock time of a live entry: "17:10 From the Coastguard:"."""
    a, b = page.span(start, end)
    return min(end - 1, page.tokens.within(stamp_end(page.text, a, b), b).start)


def _label_subject(page: Page, first: int, last: int) -> Subject | None:
    names = [i for i in range(first, last) if page.tags[i] == "N"]
    if not names:
        return None
    if page.tags[last - 1] not in "nN)":
        return None
    run = last
    while run > first and page.tags[run - 1] == "N":
        run -= 1
    if last - run >= 2 and run > first and page.lower[run - 1] in page.nouns.role:  # "… member Jane Example:"
        return Subject(run, last, "phrase", (first, last))
    return Subject(first, last, "phrase", (first, last))


def _run(page: Page, follow: int) -> range:
    """Blocks from ``follow`` to the next stop or the next sentence that hands over."""
    stop = follow
    while stop < len(page.block_kinds) and page.block_kinds[stop] not in STOPS:
        numbers = page.by_block.get(stop)
        if numbers and stop > follow:
            last, first = page.sents[numbers[-1]], page.sents[numbers[0]]
            if page.tags[last.end - 1] == ":" or _INLINE.match(page.masked, first.start, min(first.end, first.start + 30)):
                break
        stop += 1
    return range(follow, stop)


def _sentences(page: Page, blocks: range) -> list[Range]:
    return [(page.sents[n].start, page.sents[n].end) for b in blocks for n in page.by_block.get(b, [])]


def _quoted_pieces(page: Page, follow: int) -> tuple[list[Range], range]:
    """What "X said:" hands over: the quotation that opens the next paragraph and runs on, else that paragraph."""
    start = page.sents[page.by_block[follow][0]].start
    quotes = [q for q in page.quotes if q.block == follow and q.first <= start + 1]
    if not quotes:
        return _sentences(page, range(follow, follow + 1)), range(follow, follow + 1)
    return [], range(follow, follow + 1)


def _is_label(page: Page, at: int) -> bool:
    """Whether one word before a colon is a speaker: a role, a body or a name that comes again; "DAM:" is a heading."""
    word = page.lower[at]
    return len(word) > 1 and (bool(page.nouns.kind(word)) or word in page.nouns.titles or page.lower.count(word) > 1)


def _inline(page: Page, block: int, start: int, numbers: list[int]) -> Handover | None:
    """``NAME: words`` at the start of a paragraph."""
    end = page.sents[numbers[-1]].end
    m = _INLINE.match(page.masked, start, min(end, start + 30))
    if m is None or set(page.lower[start : m.end()]) & page.cues.words["no_label"]:
        return None
    start, last = m.start("label"), m.end("label")
    if last + 1 >= end:
        return None
    if last - start == 1 and not _is_label(page, start):
        return None
    quoted = page.masked[last + 1] in '"q'
    loud = all(page.words[i].isupper() for i in range(start, last) if page.words[i].isalpha())
    if not quoted and not loud and not 2 <= last - start <= 4:
        return None
    subject = Subject(start, last, "phrase", (start, last))
    pieces = [(max(s.start, last + 1), s.end) for s in (page.sents[n] for n in numbers) if s.end > last + 1]
    return Handover("speaker", subject, None, (start, last), pieces, range(block, block + 1), sentence=numbers[0])
