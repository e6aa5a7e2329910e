"""Candidates from prepositional cues: "according to X", "in the view of X", "as X put it", "under X's plan"."""

from __future__ import annotations

from factcheck.attribution.candidates import Candidate
from factcheck.attribution.heads import head_token
from factcheck.attribution.page import Page, Sent
from factcheck.attribution.subjects import Subject, subject_left, subject_right, without_date
from factcheck.attribution.verbforms import body_end, step_left
from factcheck.model.patterns import compiled

_OWNER = compiled(r"(?:G|(?:(?:[DG]r?|M)*[nNMe]{0,8}S))[nMrN]{0,3}\Z")


def according_candidates(page: Page, number: int, sent: Sent) -> list[Candidate]:
    """``According to X, …`` and ``…, according to X``."""
    tags, lower = page.masked, page.lower
    found: list[Candidate] = []
    end = body_end(page, sent)
    for at in range(sent.start, end - 2):
        word = lower[at]
        if tags[at] == "q":
            continue
        if word == "according" and lower[at + 1] == "to":
            start = at + 2
        elif word == "per" and tags[at + 1] in "DN" and (at == sent.start or tags[at - 1] in ",."):
            start = at + 1
        elif word == "as" and (puts := _put_it(page, at, end)) is not None:
            found.append(
                Candidate(
                    page.cues.put_it,
                    puts[1],
                    puts[0],
                    [puts[2]],
                    (at, puts[1][1]),
                    number,
                    "before" if at == sent.start else "after",
                    "clause",
                    clause_start=at,
                )
            )
            continue
        elif word == "under" and (owner := _under(page, at, end)) is not None and (at == sent.start or tags[at - 1] in ",."):
            found.append(
                Candidate(
                    page.cues.according,
                    (at, owner[2]),
                    owner[0],
                    [(owner[1], end)],
                    (at, owner[2]),
                    number,
                    "before",
                    "clause",
                    clause_start=at,
                )
            )
            continue
        elif word == "in" and lower[at + 1 : at + 4] in (
            ["the", "view", "of"],
            ["the", "opinion", "of"],
            ["the", "words", "of"],
            ["the", "eyes", "of"],
        ):
            start = at + 4
        else:
            continue
        subject = subject_right(tags, start, end)
        if subject is None:
            if start < end and tags[start] in "OI":
                subject = Subject(start, start + 1, "pronoun", (start, start + 1))
            else:
                continue
        if tags[subject.extent[1] : subject.extent[1] + 1] == "y":
            subject = without_date(tags, subject) or subject  # "according to a poll released last | week"
        if lower[head_token(tags, subject.first, subject.last)] in page.cues.words["standards"]:
            continue  # "according to plan", "according to its size"
        stop = subject.extent[1]
        if stop < end and tags[stop] in "ge" and lower[stop] != "citing":
            while stop < end and tags[stop] not in ',;:."':
                stop += 1
        contents = []
        left_last = at - 1 if at > sent.start and tags[at - 1] in ",-(" else at
        opening = at == sent.start or (at - sent.start < 3 and tags[sent.start] in "crs")
        after_stop = stop + 1 if stop < end and tags[stop] in ",)-:" else stop
        if opening:
            if after_stop < end:
                contents.append((after_stop, end))
        else:
            floor = sent.start
            contents.append((floor, left_last))
            if (
                stop < end
                and tags[stop] == ","
                and after_stop < end
                and tags[after_stop] in "xVePHc"
                and at > sent.start
                and tags[at - 1] == ","
            ):
                contents.append((after_stop, end))
        contents = [c for c in contents if c[1] > c[0]]
        if contents:
            found.append(
                Candidate(
                    page.cues.according,
                    (at, start),
                    subject,
                    contents,
                    (at, min(stop, end)),
                    number,
                    "before" if opening else "after",
                    "clause",
                    clause_start=at,
                )
            )
    return found


def _put_it(page: Page, at: int, end: int) -> tuple[Subject, tuple[int, int], tuple[int, int]] | None:
    """``As X put it, …`` and ``…, as X put it``."""
    lower, tags = page.lower, page.masked
    for i in range(at + 2, min(end - 1, at + 24)):
        if tags[i] in '.;:"q':
            return None
        if lower[i] in ("put", "puts") and lower[i + 1] == "it":
            group, _, _ = step_left(page, at + 1, i)
            subject = subject_left(tags, at + 1, group)
            if subject is None:
                return None
            sent = page.sents[page.sentence_at(at)]
            rest = i + 2
            while rest < end and tags[rest] not in ',":q':
                rest += 1
            content = (rest, end) if at <= sent.start + 1 else (sent.start, at)
            return (subject, (i, i + 2), content) if content[1] > content[0] else None
    return None


def _under(page: Page, at: int, end: int) -> tuple[Subject, int, int] | None:
    """``Under X's plan, …``: (X, first token of the content, end of the frame)."""
    tags = page.masked
    comma = tags.find(",", at, min(end, at + 10))
    if comma < 0 or page.lower[comma - 1] not in page.cues.words["plans"]:
        return None
    owner = _OWNER.match(tags[at + 1 : comma - 1])
    if owner is None or comma + 1 >= end:
        return None
    last = max((i for i in range(at + 1, comma - 1) if tags[i] in "GS"), default=at + 1) + 1
    return Subject(at + 1, last, "pronoun" if tags[at + 1] == "G" else "phrase", (at + 1, last)), comma + 1, comma
