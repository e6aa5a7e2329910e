"""The claim extractor: from a sentence with its attributions and details to claims, or to the reason why it has none.

Never changes the text, never overlaps two claims, never drops a number, date word, superlative or name.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from factcheck.claims.asides import asides
from factcheck.claims.contents import names_it, with_conditions, with_frames, with_subjects
from factcheck.claims.cuts import goes_on, pieces, undivided
from factcheck.claims.declare import look, reason
from factcheck.claims.identity import identities
from factcheck.claims.kinds import kinds
from factcheck.claims.readings import Reading, candidates, of_piece, of_pronoun
from factcheck.claims.rows import Row, disjoint, keep_details
from factcheck.claims.segments import Segment, segments
from factcheck.claims.trim import drop_openers, trim
from factcheck.claims.view import Piece, View
from factcheck.claims.workshop import Workshop, workshop
from factcheck.language.clauses import FINITE
from factcheck.language.stamps import stamp_end
from factcheck.model.article import Sentence, Span
from factcheck.model.attribution import Attribution
from factcheck.model.claim_parts import Detail
from factcheck.model.patterns import compiled
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ClaimExtractor, Extracted, Extraction, must, must_not

KEPT = frozenset(
    {"name", "person", "organization", "place", "age", "number", "quantity", "money", "percent", "date", "time", "duration", "superlative"}
)
"""Kinds of details that must not fall between the claims."""

_QUOTED = frozenset('"“”„«»‘')
_STOPS = frozenset(".,;:?!…")
_CLOSING = frozenset("\"”»’'")
_NO_IDENTITY = frozenset({"anonymous", "author", "document"})
_LONGEST_SENTENCE = 600  # tokens; what is longer is a broken text, and cutting it would cost more than linear time
_MARK = 6  # characters of a bullet or number before an item
_EVEN_FRAMED = frozenset({"question", "sarcasm", "call_to_action"})
"""Reasons that hold for a sentence with a frame too."""
_QUESTION_WORDS = frozenset({"how", "why", "whether", "if", "what", "who", "where", "when", "which"})
_ASKS = frozenset({"q", "a"})  # who speaks in a printed interview
_WORD = compiled(r"\w")


def extract(sentence: Sentence, attributions: tuple[Attribution, ...], details: tuple[Detail, ...], ctx: Context) -> Extraction:
    """Cut one sentence into claims.

    Args:
        sentence: the sentence; offsets are those of the article's text.
        attributions: those whose content or frame touches it.
        details: those that touch it.
        ctx: article, tokens and lexicons.
    """
    shop = ctx.once("claims.workshop", lambda: workshop(ctx))
    if sentence.block in shop.rows or shop.blocks.get(sentence.block) == "dateline":
        return Extraction()  # one claim each: ``tables``, ``dateline``
    tokens, text = ctx.tokens, ctx.article.text
    at = tokens.within(sentence.start, sentence.end)
    if len(at) > _LONGEST_SENTENCE:
        return Extraction((_whole(sentence, (), ctx, shop),))
    label = _after_label(at, True, ctx, shop)
    begin = tokens.starts[label] if at and at.start < label < at.stop else sentence.start
    after = stamp_end(text, begin, sentence.end) if sentence.start in shop.opening else begin  # "18:00 Was the gate shut?"
    if after != begin and at and after < sentence.end:
        begin, label = after, min(tokens.at(after), at.stop - 1)
    kept = [d for d in details if d.kind in KEPT and d.end > begin]
    attributions = tuple(_clausal(attributions, sentence, ctx, shop))
    found, frames = segments(sentence, attributions)
    said = any(a.content_span[0] < sentence.end and a.content_span[1] > sentence.start for a in attributions)
    seen = look(
        text[begin : sentence.end], tokens.lower[label : at.stop], shop.letters[label : at.stop], [d for d in details if d.end > begin],
        shop.blocks.get(sentence.block, "paragraph"), sentence.block in shop.alone, said, sentence.block in shop.sections,
    )  # fmt: skip
    code = reason(seen, shop.nothing)
    if code is not None and (not frames or (code in _EVEN_FRAMED and not _QUOTED & set(text[begin : sentence.end]))):
        return Extraction((), code)
    rows: list[Row] = []
    rest: list[Segment] = []
    for segment in _continued(found, ctx, shop):
        if _leads_into(segment, frames, ctx, shop):
            rest.append(segment)
            continue
        cut = _cut(segment, sentence, attributions, kept, ctx, shop)
        rows += cut
        if not cut:
            rest.append(segment)
    rows = keep_details(rows, rest, kept, _attributing(attributions, sentence), text, (begin, sentence.end))
    rows = with_frames(sorted(rows, key=lambda r: r.start), attributions, shop.admissions, tokens)
    rows = with_subjects(rows, rest, shop.letters, tokens)
    rows = with_conditions(rows, [(d.start, d.end) for d in kept], text)
    free = [f for f in frames if not any(r.start < f[1] and f[0] < r.end for r in rows)]
    cues = [a.cue_span for a in attributions if a.cue_span]
    rows += [
        Row(s, e, "identity")
        for s, e in identities(tokens, shop.letters, shop.words, free, _people(attributions, details, text), shop.first, cues)
    ]
    taken = [(r.start, r.end) for r in rows]
    rows += [
        Row(s, e, "relative") for s, e in asides(tokens, shop.letters, shop.words, free, cues) if not any(a < e and s < b for a, b in taken)
    ]
    rows = disjoint(rows)
    if frames and all(r.shape == "rest" for r in rows) and text[begin : sentence.end].rstrip().endswith((":", ",")):
        return Extraction((), "frame_only")
    if not rows:
        return (
            Extraction((), "frame_only" if frames else "fragment")
            if not _loses(kept, frames)
            else Extraction((_whole(sentence, details, ctx, shop),))
        )
    return Extraction(tuple(_finished(r, details, text, shop) for r in rows))


def _people(attributions: Sequence[Attribution], details: Sequence[Detail], text: str) -> list[Span]:
    """Names of persons in the frames: from the details, and from the sources that are persons."""
    found = {(d.start, d.end) for d in details if d.kind == "person"}
    for a in attributions:
        if a.source_span and " " in a.source and a.source_type not in _NO_IDENTITY:
            at = text.find(a.source, *a.source_span)
            if at >= 0:
                found.add((at, at + len(a.source)))
    return sorted(found)


def _attributing(attributions: Sequence[Attribution], sentence: Sentence) -> list[Span]:
    """Frames, sources and cues in the sentence: what lies in them is ticked off with the attribution."""
    spans = [s for a in attributions for s in (a.frame_span, a.source_span, a.cue_span) if s]
    return [s for s in spans if s[0] < sentence.end and s[1] > sentence.start]


def _loses(kept: Sequence[Detail], spans: Sequence[Span]) -> bool:
    return any(not any(s <= d.start and d.end <= e for s, e in spans) for d in kept)


def _whole(sentence: Sentence, details: Sequence[Detail], ctx: Context, shop: Workshop) -> Extracted:
    start, end = trim(ctx.article.text, (sentence.start, sentence.end))
    row = Row(start, end, "rest") if end > start else Row(sentence.start, sentence.end, "rest")
    return _finished(row, details, ctx.article.text, shop)


def _clausal(attributions: Sequence[Attribution], sentence: Sentence, ctx: Context, shop: Workshop) -> list[Attribution]:
    """The attributions whose content here is a clause; "called the offer an insult" is one claim with its frame."""
    out = []
    for a in attributions:
        start, end = max(a.content_span[0], sentence.start), min(a.content_span[1], sentence.end)
        if start >= end or (_is_clause(Segment(start, end, a), ctx, shop) and not _inquires(a, start, end, ctx, shop)):
            out.append(a)
    return out


def _inquires(a: Attribution, start: int, end: int, ctx: Context, shop: Workshop) -> bool:
    """ "asked how it had burned": the question states nothing, that it was asked does."""
    at = ctx.tokens.within(start, end)
    cue = ctx.article.text[slice(*a.cue_span)].lower().split() if a.cue_span else []
    if not at or not any(w in shop.inquiries for w in cue):
        return False
    return ctx.tokens.lower[at.start] in _QUESTION_WORDS and not ctx.article.text[start:end].rstrip().endswith("?")


def _continued(found: list[Segment], ctx: Context, shop: Workshop) -> list[Segment]:
    """Segments with words in them; what goes on right after a content without a clause of its own belongs to it."""
    text, out = ctx.article.text, list[Segment]()
    for segment in found:
        if not _WORD.search(text, segment.start, segment.end):
            continue
        last = out[-1] if out else None
        if last is not None and last.attribution is not None and segment.attribution is None and last.end == segment.start:
            at = ctx.tokens.within(segment.start, segment.end)
            view = View(ctx.tokens, shop.letters, shop.words, at.start, at.stop)
            whole = text[last.end - 1] not in _CLOSING or text[last.end - 2] not in _STOPS  # “… for thousands of $12” workers.
            if whole and goes_on(view):
                out[-1] = Segment(last.start, segment.end, last.attribution)
                continue
        out.append(segment)
    return out


_CONCEDES = compiled(
    r"(?:as|however) \w+(?: \w+)? (?:as )?(?:it|this|that) (?:may|might|could|must|will)? ?(?:seem|sound|be|appear|look)s?\W*\Z"
    r"|(?:believe it or not|needless to say|to be sure|to be fair|in other words|in short|that said)\W*\Z",
    re.IGNORECASE,
)
"""Comment clauses before a frame: "As improbable as it may seem, she said …" (Quirk et al. 1985, 15.53)."""


def _leads_into(segment: Segment, frames: Sequence[Span], ctx: Context, shop: Workshop) -> bool:
    """Whether a stretch of the article's own voice only leads into the frame after it: "The report goes on to | say"."""
    if segment.attribution is not None or not any(f[0] == segment.end for f in frames):
        return False
    at = ctx.tokens.within(segment.start, segment.end)
    if not at:
        return False
    if _CONCEDES.match(ctx.article.text, segment.start, segment.end):
        return True
    last = shop.letters[at.stop - 1]
    return last in "tAbdpF" or (last in "ru" and not set(shop.letters[at.start : at.stop]) & {"A", "F"})


def _is_clause(segment: Segment, ctx: Context, shop: Workshop) -> bool:
    at = ctx.tokens.within(segment.start, segment.end)
    letters = shop.letters[at.start : at.stop]
    opening = len(letters) - len(letters.lstrip('"'))
    at, letters = at[opening:], letters[opening:]
    if letters[:1] == "t":
        return False  # refused to speak
    verb = next((k for k, c in enumerate(letters) if c in FINITE), -1)
    if verb >= 0:
        if names_it(ctx.tokens.lower[at.start : at.stop], letters):
            return False
        return "u" not in letters[1:verb]  # asked them to leave after the gate had closed
    text = ctx.article.text[segment.start : segment.end].strip()
    words = sum(c not in ',;:.-()"' for c in letters)
    quoted = bool(text) and text[0] in _QUOTED and text.rstrip(".,")[-1] in _CLOSING  # not “eye-watering” prices
    return (quoted and words >= 4) or not words


def _cut(
    segment: Segment, sentence: Sentence, attributions: Sequence[Attribution], kept: Sequence[Detail], ctx: Context, shop: Workshop
) -> list[Row]:
    """The claims of one segment; none where it states nothing by itself."""
    tokens, text = ctx.tokens, ctx.article.text
    at = tokens.within(segment.start, segment.end)
    low = _after_label(at, segment.start == sentence.start, ctx, shop)
    if low >= at.stop:
        return []
    solid = [(d.start, d.end) for d in kept if d.end > segment.start and d.start < segment.end]
    view = View(tokens, shop.letters, shop.words, low, at.stop, _inside(solid, at, tokens.starts))
    whole = segment.start <= sentence.start and segment.end >= sentence.end
    content = segment.attribution is not None
    if not _speaks(view, whole or _is_all(segment, sentence)):
        return []
    rows: list[Row] = []
    cut = pieces(view)
    if shop.blocks.get(sentence.block) == "headline" and sentence.block not in shop.sections:
        cut = undivided(cut)
    for n, piece in enumerate(cut):
        span = (tokens.starts[piece.first], _quote_end(view, piece.last))
        if n == 0:
            span = (segment.start if low == at.start else span[0], span[1])
        if n == len(cut) - 1:
            span = (span[0], segment.end)
        start, end = trim(text, drop_openers(tokens, shop.letters, trim(text, span), shop.openers, solid, content))
        if not _WORD.search(text, start, end):
            continue
        words = text[start:end]
        lead = shop.leads.get(sentence.block) if not n and start - sentence.start <= _MARK else None
        if lead and view.letter(_first(view, piece, start)) not in 'qdNm"A':
            rows.append(Row(start, end, piece.kind, Reading(f"[{lead}] {words}"), content))
            continue
        reading = of_piece(view, piece, cut[:n], words) if n else _pronoun(view, piece, words, start, segment, sentence, ctx, shop)
        rows.append(Row(start, end, piece.kind, reading, content))
    return rows


def _quote_end(view: View, last: int) -> int:
    """Where a piece ends: with the quotation mark that closes after its comma, as American usage sets it."""
    starts, ends = view.tokens.starts, view.tokens.ends
    if view.letter(last) == "," and view.letter(last + 1) == '"' and starts[last + 1] == ends[last] == ends[last - 1] + 1:
        following = view.tokens.text[ends[last + 1] : ends[last + 1] + 1]
        if not following.isalnum():
            return ends[last + 1]
    return ends[last - 1]


def _inside(solid: Sequence[Span], at: range, starts: Sequence[int]) -> frozenset[int]:
    """Tokens that go on within a detail: no claim begins there."""
    return frozenset(
        i for s, e in solid for i in range(bisect_right(starts, s, at.start, at.stop), bisect_left(starts, e, at.start, at.stop))
    )


def _after_label(at: range, opens: bool, ctx: Context, shop: Workshop) -> int:
    """The first token after a label such as "Comment:" or "Update 2:"."""
    tokens = ctx.tokens
    if opens and at and tokens.lower[at.start] in _ASKS and at.stop - at.start > 2 and tokens.words[at.start + 1] == ":":
        return at.start + 2
    if opens and at and tokens.lower[at.start] in shop.labels:
        for i in range(at.start + 1, min(at.start + 4, at.stop)):
            if tokens.words[i] == ":":
                return i + 1
    return at.start


def _is_all(segment: Segment, sentence: Sentence) -> bool:
    """Whether a segment is all of a content that lies in its sentence."""
    if segment.attribution is None:
        return False
    start, end = segment.attribution.content_span
    return segment.start <= max(start, sentence.start) and min(end, sentence.end) <= segment.end


def _speaks(view: View, whole: bool) -> bool:
    """Whether a stretch states something: a finite verb, or all there is in its sentence or content."""
    size = view.size(view.low, view.high)
    if any(view.letters[i] in FINITE for i in range(view.low, view.high)):
        return size >= 2
    return whole and size >= 1


def _pronoun(
    view: View, piece: Piece, words: str, start: int, segment: Segment, sentence: Sentence, ctx: Context, shop: Workshop
) -> Reading:
    """The reading of a claim that begins with a pronoun, from the sentence before and the source of its frame."""
    tokens = ctx.tokens
    piece = replace(piece, first=_first(view, piece, start))
    named: list[tuple[str, str]] = []
    source = segment.attribution
    if source is not None and source.source and source.source_type not in ("author", "anonymous", "document"):
        person = source.source_type in ("named_person", "official", "witness", "expert")
        named.append((source.source, "person" if person else "thing"))
    earlier = shop.before.get(sentence.number)
    if earlier is not None and sentence.block - earlier.block <= 1:
        at = tokens.within(earlier.start, earlier.end)
        seen = {n for n, _ in named}
        for name, kind in candidates(View(tokens, shop.letters, shop.words, at.start, at.stop)):
            if name not in seen:
                named.append((name, "person" if kind == "name" and name.split()[0].lower() in shop.first_names else kind))
    return of_pronoun(view, piece, words, named, shop.sexes)


def _first(view: View, piece: Piece, start: int) -> int:
    """The first token of a trimmed piece."""
    return next((i for i in range(piece.first, piece.last) if view.tokens.starts[i] >= start), piece.first)


def _finished(row: Row, details: Sequence[Detail], text: str, shop: Workshop) -> Extracted:
    inside = [d for d in details if row.start <= d.start and d.end <= row.end]
    found = kinds(text[row.start : row.end], inside, row.shape, shop.kinds)
    return Extracted(row.start, row.end, found, row.reading.text, row.reading.ambiguity)


@hookimpl
def register_claim_extractors() -> list[ClaimExtractor]:
    """Claims by clauses."""
    return [
        ClaimExtractor(
            id="clauses",
            title="Claims by clauses",
            source="house rule: one assertion on one row; Quirk et al., A Comprehensive Grammar of the English Language, 13-15, 17",
            extract=extract,
            examples=(
                must("Twelve workers were hurt and more than 30 evacuated from the plant.", "Twelve workers were hurt"),
                must("Twelve workers were hurt and more than 30 evacuated from the plant.", "more than 30 evacuated from the plant"),
                must("The tanker rammed a pier near Oldport, spilling 40 tons of oil and injuring two sailors.", "spilling 40 tons of oil"),
                must("The storm hit the coast on Friday and caused floods in three villages.", "caused floods in three villages"),
                must("The council approved the plan, the largest in the history of the town.", "the largest in the history of the town"),
                must("The mayor and the council have agreed to sell the land.", "The mayor and the council have agreed to sell the land"),
                must_not("The mayor and the council have agreed to sell the land.", "the council have agreed to sell the land"),
                must("“The pens are full,” said Ann Roe, who keeps 40 goats.", "who keeps 40 goats"),
                must_not("“The pens are full,” said Ann Roe, who asked not to be named.", "who asked not to be named"),
                must("Who would buy such a house?", "nothing: question"),
                must("18:00 Who would buy such a house?", "nothing: question"),
                must("Some neighbours are unhappy.", "nothing: transition"),
                must_not("Some windows are broken.", "nothing: transition"),
                must("Read more", "nothing: navigation"),
                must_not("The law requires owners to register and pay a fee.", "pay a fee"),
            ),
        )
    ]
