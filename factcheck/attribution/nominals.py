"""Candidates from nouns ("his claim that") and adjectives ("is confident that"), where their complement follows."""

from __future__ import annotations

from factcheck.attribution.candidates import Candidate, Range
from factcheck.attribution.complements import Complement, complement
from factcheck.attribution.page import Page, Sent
from factcheck.attribution.subjects import Subject, main_subject, subject_left
from factcheck.attribution.table import Cue
from factcheck.attribution.verbforms import body_end, step_left
from factcheck.model.patterns import compiled

_OWNER = compiled(r"(?:G|(?:(?:[DG]r?|M)*[nNMe]{0,8}S))[nMrN]{0,3}\Z")


def nominal_candidates(page: Page, number: int, sent: Sent, hits: list[int]) -> list[Candidate]:
    """All candidates of a sentence that do not come from verbs."""
    found: list[Candidate] = []
    end = body_end(page, sent)
    for at in hits:
        if page.masked[at] == "q" or at >= end:
            continue
        for form in page.cues.forms[page.lower[at]]:
            made = None
            if form.cue.part == "noun" and page.masked[at] in "nN":
                made = _noun(page, number, sent, end, at, form.cue)
            elif form.cue.part == "adjective" and page.masked[at] in "ner":
                made = _adjective(page, number, sent, end, at, form.cue)
            if made is not None:
                found.append(made)
                break
    return found


def _noun(page: Page, number: int, sent: Sent, end: int, at: int, cue: Cue) -> Candidate | None:
    tags, lower = page.masked, page.lower
    row = cue
    comp = complement(tags, lower, row, at + 1, end)
    if (
        comp is None
        and cue.lemma in ("statement", "announcement", "warning")
        and at + 2 < end
        and tags[at + 1] == "g"
        and not _reports(page, at + 1)
    ):
        comp = Complement((at + 1, end), at + 1, "that")  # "released a statement offering …"
    if comp is None and at + 3 < end and lower[at + 1] in page.cues.words["be"] and tags[at + 2] == "H" and "that" in row.takes:
        comp = Complement((at + 3, end), at + 3, "that")  # "her bet is that"
    if comp is None or comp.how not in ("that", "inf", "about"):
        return None
    low = max(sent.start, at - 14)
    owner = _OWNER.search(tags, low, at)
    subject: Subject | None = None
    inherits = False
    if owner:
        first = owner.start()
        last = max(i for i in range(first, at) if tags[i] in "GS") + 1
        subject = Subject(first, last, "pronoun" if tags[first] == "G" else "phrase", (first, at))
    else:
        i = at
        while i > low and tags[i - 1] in "DnrMNe":
            i -= 1
            if tags[i] == "D":
                break
        if i > low and (lower[i - 1] in page.cues.words["light"]):
            group, be, _ = step_left(page, sent.start, i - 1)
            if not be:
                if tags[i - 1] == "g":
                    subject, inherits = main_subject(tags, sent.start, i - 1), True
                else:
                    subject = subject_left(tags, sent.start, group)
    if subject is None:
        return None
    if comp.how == "inf" and owner is None and not subject:
        return None
    return Candidate(
        row,
        (at, at + 1),
        subject,
        [comp.content],
        (at if inherits else subject.extent[0], max(at + 1, comp.frame_end)),
        number,
        "noun",
        comp.how,
        inherits,
        clause_start=at if inherits else subject.extent[0],
    )


def _adjective(page: Page, number: int, sent: Sent, end: int, at: int, cue: Cue) -> Candidate | None:
    tags, lower = page.masked, page.lower
    comp = complement(tags, lower, cue, at + 1, end)
    if comp is None:
        return None
    i = at
    while i > sent.start and tags[i - 1] in "rD" and i > at - 3:
        i -= 1
    it = 1 if lower[i - 1] == "it" else 0
    if i - it > sent.start and cue.lemma in page.cues.words["made"] and lower[i - 1 - it] in page.cues.words["make"]:
        group, _, _ = step_left(page, sent.start, i - 1 - it)  # "made it clear that"
        maker = subject_left(tags, sent.start, group) or main_subject(tags, sent.start, i - 1)
        return _made(cue, (group, at + 1), maker, comp, number) if maker is not None else None
    if i == sent.start or (lower[i - 1] not in page.cues.words["feel"] | page.cues.words["be"] and tags[i - 1] != "J"):
        return None
    if tags[i - 1] == "J":
        subject: Subject | None = Subject(i - 1, i, "pronoun", (i - 1, i))
        group = i - 1
    else:
        group, _, infinitive = step_left(page, sent.start, i - 1)
        subject = None if infinitive else subject_left(tags, sent.start, group)
        if subject is None and group > sent.start and tags[group - 1] == "c":
            subject = main_subject(tags, sent.start, group - 1)
    if subject is None or subject.kind == "it":
        return None
    return _made(cue, (group, at + 1), subject, comp, number)


def _made(cue: Cue, cue_at: Range, subject: Subject, comp: Complement, number: int) -> Candidate:
    first = min(subject.extent[0], cue_at[0])
    frame = (first, max(cue_at[1], comp.frame_end))
    return Candidate(cue, cue_at, subject, [comp.content], frame, number, "before", comp.how, clause_start=first)


def _reports(page: Page, at: int) -> bool:
    """Whether a participle is a cue of its own that takes a that-clause."""
    return any("that" in form.cue.takes for form in page.cues.forms.get(page.lower[at], ()))
