"""Candidates whose words somebody else relays: "X quoted Y as saying", "put it to him that". Never resolves who that is."""

from __future__ import annotations

from factcheck.attribution.around import left_content
from factcheck.attribution.candidates import Candidate
from factcheck.attribution.complements import complement
from factcheck.attribution.heads import head_token
from factcheck.attribution.page import Page, Sent
from factcheck.attribution.subjects import Subject, main_subject, subject_left, subject_right
from factcheck.attribution.table import Cue
from factcheck.language.phrases import phrase_right

_SAYING = frozenset(("saying", "telling", "stating", "adding", "claiming", "warning", "denying", "announcing"))


def quoted_as(page: Page, number: int, sent: Sent, end: int, at: int, group: int, after: int, earlier: list[Candidate]) -> Candidate | None:
    """``X quoted Y as saying that …`` and ``"…," X quoted Y as saying``: the words are Y's, X brought them.

    Args:
        at, group, after: the cue, the first token of its verb group, the token after it.
        earlier: candidates before it in the sentence.
    """
    tags, lower = page.masked, page.lower
    if after >= end:
        return None
    source = Subject(after, after + 1, "pronoun", (after, after + 1)) if tags[after] == "O" else subject_right(tags, after, end)
    if source is None:
        return None
    stop = source.extent[1] + (tags[source.extent[1] : source.extent[1] + 1] == ",")
    if lower[stop : stop + 1] != ["as"] or lower[stop + 1 : stop + 2] == [] or lower[stop + 1] not in _SAYING:
        return None
    if tags[at] == "g":  # "X reported, quoting Y as saying"
        bringer = earlier[-1].subject if earlier else main_subject(tags, sent.start, at)
    else:
        bringer = subject_left(tags, sent.start, group)
    said = complement(tags, lower, page.cues.say, stop + 2, end)
    first = min(bringer.extent[0], group) if bringer is not None and tags[at] != "g" else group
    contents = [said.content] if said is not None else []
    if not contents and bringer is not None:
        left = left_content(page, sent, bringer, earlier)
        contents = [left] if left is not None else []
    if not contents:
        return None
    before = said is not None
    return Candidate(
        page.cues.say,
        (group, stop + 2),
        source,
        contents,
        (first, said.frame_end if said is not None else stop + 2),
        number,
        "before" if before else "after",
        said.how if said is not None else "quote",
        bringer=bringer,
        clause_start=first,
    )


def heard_by(page: Page, subject: Subject | None) -> bool:
    """Whether a subject only hears what others say in court: "a jury has heard that"."""
    return (
        subject is not None
        and subject.kind == "phrase"
        and page.lower[head_token(page.masked, subject.first, subject.last)] in page.cues.words["hearers"]
    )


def read_in(page: Page, number: int, reader: Subject, end: int, group: int, after: int, cue: Cue) -> Candidate | None:
    """``I read in a guide book that …``: the words are the book's."""
    if after + 1 >= end or page.lower[after] not in ("in", "on"):
        return None
    phrase = phrase_right(page.masked, after + 1, end)
    if phrase is None or phrase[1] + 1 >= end or page.masked[phrase[1]] != "H":
        return None
    head = head_token(page.masked, *phrase)
    if page.masked[head] != "N" and page.nouns.kind(page.lower[head]) != "document" and page.nouns.body.get(page.lower[head]) != "media":
        return None
    start = phrase[1] + 1
    source = Subject(phrase[0], phrase[1], "phrase", phrase)
    first = reader.extent[0]
    return Candidate(cue, (group, after), source, [(start, end)], (first, start), number, "before", "that", clause_start=first)


def put_to(page: Page, number: int, sent: Sent, end: int, group: int, after: int, cue: Cue) -> Candidate | None:
    """``put it to him that …``: a lawyer's assertion in the form of a question."""
    tags = page.masked
    receiver = (after + 2, after + 3) if tags[after + 2 : after + 3] == "O" else phrase_right(tags, after + 2, end)
    subject = subject_left(tags, sent.start, group)
    if receiver is None or subject is None or receiver[1] + 1 >= end or tags[receiver[1]] != "H":
        return None
    start = receiver[1] + 1
    first = subject.extent[0]
    return Candidate(
        cue, (group, after + 2), subject, [(start, end)], (first, start), number, "before", "that", addressee=receiver, clause_start=first
    )
