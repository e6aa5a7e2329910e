"""Content before its source: ``A, X said``, ``"A," said X``, and ``A, X said, B`` with content on both sides."""

from __future__ import annotations

from factcheck.attribution.candidates import Candidate, Range
from factcheck.attribution.page import Page, Sent
from factcheck.attribution.subjects import Subject, subject_left, subject_right
from factcheck.attribution.table import Cue, Form
from factcheck.model.patterns import compiled

_NP = r"(?:(?:[DG]+r?|M)?[nNMSeg]{0,8}[nN])"
_FRONTED = compiled(
    rf"[Ps](?:{_NP}(?:P{_NP}){{0,2}}(?=[DGIE])|(?P<time>My?n?(?=[nNDGIE]))|[yM]{{1,3}}(?=[DGIEnN])){_NP}?[^,;:]{{0,12}}?[xV]"
)
_FINITE = compiled(r"[xVJ]")
_REASONS = frozenset(("because", "since", "although", "though", "unless"))
"""Subordinators whose clause belongs to what is said, not to the saying; "as", "after" and "when" often tell of the saying."""
_CLAUSAL = frozenset(("after", "before", "since", "until", "till", "as", "than", "like", "unlike"))
"""Prepositions that are subordinators, too (Quirk et al. 1985, 14.12)."""


def inverted(page: Page, number: int, sent: Sent, end: int, at: int, after: int, cue: Cue, form: Form) -> Candidate | None:
    """``"…," said X``; also ``…, said X`` and a sentence that opens with ``Said X``."""
    tags = page.masked
    if not cue.invert or form.form not in ("past", "third"):
        return None
    before = tags[at - 1] if at > sent.start else "."
    if at == sent.start:
        return _opening(page, number, end, at, after, cue)
    if before not in '",q-' or (before in ",-" and at - sent.start < 4):
        return None
    if after >= end or tags[after] not in "NnDGIMeS":
        return None
    if tags[at] not in "Ve":
        return None
    subject = subject_right(tags, after, end)
    if subject is None or (subject.kind == "pronoun" and page.lower[subject.first] not in ("he", "she", "they", "i", "we")):
        return None
    subject = _without_hearer(page, subject)
    if before == ",":
        first = subject_left(tags, sent.start, at)
        if (
            first is not None
            and first.last < at - 1
            and tags[first.last] in ",P"
            and "," in tags[first.last : at - 1]
            and tags[at - 2] != '"'
            and not any(c in "xVJq" for c in tags[sent.start : first.first])
            and not _own_verb(tags[first.last + 1 : at - 1])
        ):
            return None  # "Smith, the mayor, said voters …": an apposition, not an inversion
    stop = subject.extent[1]
    if stop < end and tags[stop] in "xVIe" and before != '"':
        return None
    content = (sent.start, at - 1 if before in ",-" else at)
    if content[1] <= content[0]:
        return None
    return around(page, number, sent, end, cue, (at, after), subject, content, (at, stop))


def _without_hearer(page: Page, subject: Subject) -> Subject:
    """``said Bolder to the crowd``: after a name, "to" opens the hearer; after a noun ("an adviser to the mayor") it does not."""
    tags = page.masked
    for i in range(subject.first + 1, subject.last):
        if tags[i] == "t" and tags[i - 1] == "N":
            return Subject(subject.first, i, subject.kind, (subject.extent[0], i))
    return subject


def _own_verb(inside: str) -> bool:
    """Whether the words between two commas have a finite verb that no relative opens: then they are no apposition."""
    found = _FINITE.search(inside)
    return found is not None and not any(c in "RsH" for c in inside[: found.start()])


def _opening(page: Page, number: int, end: int, at: int, after: int, cue: Cue) -> Candidate | None:
    """``Said X: "…"`` at the start of a sentence."""
    subject = subject_right(page.masked, after, end)
    if subject is None or subject.extent[1] + 1 >= end or page.masked[subject.extent[1]] != ":":
        return None
    stop = subject.extent[1]
    return Candidate(cue, (at, after), subject, [(stop + 1, end)], (at, stop), number, "before", "quote", clause_start=at)


def left_content(
    page: Page, sent: Sent, subject: Subject, earlier: list[Candidate], parenthetical: bool = False, closing: bool = False
) -> Range | None:
    """The words before ``X said`` where these stand after their content.

    Args:
        parenthetical: whether the content goes on after the cue.
        closing: whether the cue says and closes its sentence: then what stands before it is its content, also without a known verb.
    """
    tags = page.masked
    first = subject.extent[0]
    floor = sent.start
    for c in reversed(earlier):
        if c.position in ("after", "around"):
            floor = max(floor, c.frame[1])
            break
    if subject.kind == "relative":
        return None
    as_said = tags[first - 1] == "s" and page.lower[first - 1] == "as" and tags[first - 2 : first - 1] == ","
    if first - 1 <= floor or (tags[first - 1] not in ',"-q' and not as_said):
        return None
    if tags[first - 1] == "s":  # "…, as police have said"
        first -= 1
    last = first - 1 if tags[first - 1] in ",-" else first
    if last - floor < (1 if parenthetical else 2):
        return None
    span = tags[floor:last]
    if parenthetical:
        return (floor, last)
    if '"' in span or "q" in span or any(c in "xVJeg" for c in span):
        if span[0] in "sgP" and '"' not in span and not _independent(span) and not _main_after(page, floor, last):
            return None
        return (floor, last)
    return (floor, last) if closing and last - floor > 2 and span[0] not in "sgPrtcRy" else None


def _main_after(page: Page, first: int, last: int) -> bool:
    """Whether an adverbial and a main clause make up the words: "By noon the ships were", "After two years weed covered"."""
    m = _FRONTED.match(page.masked, first, last)
    return m is not None and (m["time"] is not None or (page.masked[first] == "P" and page.lower[first] not in _CLAUSAL))


def _independent(span: str) -> bool:
    """Whether words that open with a preposition or subordinator hold a clause of their own after a comma."""
    comma = span.find(",")
    return comma > 0 and any(c in "xVJ" for c in span[comma:])


def around(
    page: Page, number: int, sent: Sent, end: int, cue: Cue, cue_at: Range, subject: Subject, left: Range, frame: Range
) -> Candidate:
    """``A, X said`` and ``A, X said, B``: content before, and what runs on after."""
    tags = page.masked
    contents = [left]
    stop = max(frame[1], cue_at[1])
    turned = cue_at[0] < subject.first
    spoken = tags[left[1] - 1] in '"q'
    p = stop
    while p < end and tags[p] not in ',":;q.-' and p - stop < 30:
        p += 1
    frame_end, position = p, "after"
    if p + 1 < end and tags[p] in ',"-':
        q = p + 1 if tags[p] in ",-" else p
        if tags[q] == '"' or tags[q] == "q" or (tags[p] == "," and not turned and _runs_on(page, q, end, spoken)):
            contents.append((q, end))
            position = "around"
    return Candidate(
        cue,
        cue_at,
        subject,
        contents,
        (min(frame[0], cue_at[0]), frame_end),
        number,
        position,
        "quote" if '"' in tags[left[0] : left[1]] else "clause",
    )


def _runs_on(page: Page, q: int, end: int, spoken: bool) -> bool:
    """Whether the content goes on after ``A, X said,``; after a quotation only another quotation does."""
    tags = page.masked
    letter = tags[q]
    if (spoken and letter in "cPH") or letter == "R":
        return False
    if (letter == "g" and page.lower[q] in page.cues.forms) or (letter == "c" and _next_cue(page, q, end)):
        return False
    if page.lower[q] == "not" and not spoken:
        return True
    if page.lower[q] in _REASONS and not spoken:
        return any(ch in "xV" for ch in tags[q : q + 12])  # "Prices fell, X said, since most farms had sold"
    return letter in "xVePHIcE" or (any(ch in "xV" for ch in tags[q : q + 12]) and letter not in "sg")


def _next_cue(page: Page, q: int, end: int) -> bool:
    return any(page.lower[i] in page.cues.forms and page.masked[i] in "Ve" for i in range(q + 1, min(end, q + 4)))
