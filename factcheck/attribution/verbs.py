"""Candidates from verb cues: is the form a verb here, who is its subject, where is its content.

Works on one sentence of the masked tag string. Gates come later; carry-over and names too.
"""

from __future__ import annotations

from factcheck.attribution.around import around, inverted, left_content
from factcheck.attribution.candidates import Candidate
from factcheck.attribution.complements import complement
from factcheck.attribution.heads import head_token
from factcheck.attribution.page import Page, Sent
from factcheck.attribution.relayed import heard_by, put_to, quoted_as, read_in
from factcheck.attribution.subjects import Subject, last_subject, main_subject, subject_left, subject_right
from factcheck.attribution.table import Cue, Form
from factcheck.attribution.verbforms import body_end, is_verb, step_left
from factcheck.language.phrases import phrase_right
from factcheck.model.patterns import compiled

_INFINITIVE = {
    "say": ("that", "quote", "clause", "wh", "noun", "about"),
    "claim": ("that", "quote", "noun", "obj-inf"),
    "ask": ("that", "quote", "noun", "obj-inf"),
    "deny": ("that", "quote", "noun", "obj-inf"),
}
"""What an infinitive must govern to be a cue: "went to court to argue that"."""
_LONGEST_ASIDE = 14  # tokens
_ADVERBIAL = compiled(r"r{0,2}[Py](?:[DGPMNnSyert]|x(?=M))*")
_OPENERS = frozenset(("when", "after", "before", "once", "while", "as", "since", "because", "although", "though", "if"))


def verb_candidates(page: Page, number: int, sent: Sent, hits: list[int]) -> list[Candidate]:
    """All candidates from verbs in a sentence, in order."""
    found: list[Candidate] = []
    end = body_end(page, sent)
    for at in hits:
        if page.masked[at] == "q" or at >= sent.end:
            continue
        for form in page.cues.forms[page.lower[at]]:
            if form.cue.part != "verb" or (form.tail and (at + 1 >= sent.end or page.lower[at + 1] != form.tail)):
                continue
            if not is_verb(page, sent, at, form):
                continue
            made = _candidate(page, number, sent, end, at, form, found)
            if made is not None:
                found.append(made)
                break
    return found


def _candidate(page: Page, number: int, sent: Sent, end: int, at: int, form: Form, earlier: list[Candidate]) -> Candidate | None:
    tags, cue = page.masked, form.cue
    after = at + (2 if form.tail else 1)
    group, be, infinitive = step_left(page, sent.start, at)
    if form.form == "ing" and group > sent.start and tags[group - 1] == "J":
        be = True  # "he's claiming"
    if cue.lemma == "quote" and not be:
        relayed = quoted_as(page, number, sent, end, at, group, after, earlier)
        if relayed is not None:
            return relayed
    if cue.lemma == "put" and page.lower[after : after + 2] == ["it", "to"]:
        return put_to(page, number, sent, end, group, after, cue)
    if form.form == "past" and be:
        return _passive(page, number, sent, end, at, group, after, cue)
    if form.form == "ing" and not be:
        return _participle(page, number, sent, end, at, after, cue, earlier)
    turned = inverted(page, number, sent, end, at, after, cue, form)
    if turned is not None:
        return turned
    if infinitive or (form.form == "base" and not infinitive and group == at and tags[at - 1 : at] == "t"):
        return _infinitive(page, number, sent, end, at, after, cue, earlier)
    subject, inherits = _subject(page, sent, group, earlier, cue)
    if subject is None:
        return None
    if cue.lemma == "hear" and heard_by(page, subject):
        cue = page.cues.heard
    if cue.lemma == "read":
        read = read_in(page, number, subject, end, group, after, cue)
        if read is not None:
            return read
    comp = complement(tags, page.lower, cue, after, end)
    skip = after
    while skip < end and tags[skip] in "ryP" and skip - after < 3:
        skip += 1
    if comp is None and skip < end and tags[skip] != "," and cue.addressee and _after_comma(page, subject.extent[0]):
        comma = tags.find(",", skip, min(end, skip + 10))  # "The point, she told me on Friday, is that …"
        if comma > 0 and not any(ch in 'xVJegH"q' for ch in tags[after:comma]):
            skip = comma
    aside = _aside(page, after, end) if _after_comma(page, subject.extent[0]) else -1
    if aside > 0:
        comp, skip = None, aside
    parenthetical = (
        comp is None and skip + 2 < end and tags[skip] == "," and tags[skip + 1] not in "gR" and _after_comma(page, subject.extent[0])
    )
    closing = comp is None and cue.cue_class in ("say", "document") and "clause" in cue.takes and (after >= end or tags[after] in "yP")
    left = left_content(page, sent, subject, earlier, parenthetical, closing)
    if comp is not None and left is not None and ":" in tags[after : comp.frame_end] and _after_comma(page, subject.extent[0]):
        return Candidate(  # "The road was shut, police said: a tree had fallen."
            cue, (group, after), subject, [left, comp.content], (subject.extent[0], comp.frame_end), number, "around", "clause"
        )
    if comp is not None and not (left is not None and comp.how in ("noun", "about") and "quote" in cue.takes):
        return Candidate(
            cue,
            (group, after),
            subject,
            [comp.content],
            (subject.extent[0] if not inherits else group, comp.frame_end),
            number,
            "before",
            comp.how,
            inherits,
            False,
            comp.addressee,
            clause_start=group if inherits else subject.extent[0],
        )
    first = subject.extent[0]
    if comp is None and "clause" in cue.takes and after < end and tags[after] in "xV" and first > sent.start and tags[first - 1] in "RH":
        return Candidate(
            cue, (group, after), subject, [(after, end)], (first, after), number, "before", "clause", clause_start=first
        )  # "which he said were …"
    if (
        comp is None
        and "clause" in cue.takes
        and first > sent.start
        and page.lower[first - 1] == "as"
        and skip + 2 < end
        and tags[skip] == ","
        and not any(c in "nNIE" for c in tags[sent.start : first - 1])
    ):
        return Candidate(
            cue, (group, after), subject, [(skip + 1, end)], (first - 1, skip), number, "before", "clause", clause_start=first - 1
        )
    if (
        left is not None
        and ("clause" in cue.takes or ("quote" in cue.takes and '"' in tags[left[0] : left[1]]))
        and "V" not in tags[after : after + 1]
    ):
        return around(page, number, sent, end, cue, (group, after), subject, left, (subject.extent[0], after))
    return None


def _aside(page: Page, after: int, end: int) -> int:
    """The comma that closes ``, she said at a meeting in Holm on Monday,`` before the verb of what she said; -1 where it is none."""
    tags = page.masked
    comma = tags.find(",", after, min(end, after + _LONGEST_ASIDE))
    closes = comma > after and comma + 1 < end and tags[comma + 1] in "xVe"
    return comma if closes and _ADVERBIAL.fullmatch(tags, after, comma) else -1


def _after_comma(page: Page, at: int) -> bool:
    tags = page.masked
    return at > 1 and (tags[at - 1] == "," or (page.lower[at - 1] == "as" and tags[at - 2] == ","))


def _subject(page: Page, sent: Sent, group: int, earlier: list[Candidate], cue: Cue) -> tuple[Subject | None, bool]:
    """The subject left of the verb group; a verb after a coordinator takes over an earlier one."""
    tags = page.masked
    if group > sent.start and tags[group - 1] == "c":
        low = group - 2
        if low > sent.start and tags[low] == "y":
            low -= 1
        last = earlier[-1] if earlier else None
        own = _own_subject(page, sent, last, group - 1)
        if own is not None:
            return own, True
        if (
            last is not None
            and last.subject is not None
            and last.position == "before"
            and not last.passive
            and (last.how in ("that", "clause", "wh", "quote") or (cue.lemma in page.cues.words["core"] and last.cue.cue_class == "say"))
        ):
            return last.subject, True
        comma = tags.rfind(",", sent.start, group - 1)
        near = last_subject(tags, max(comma, sent.start - 1) + 1, group - 1)
        if near is not None:
            return near, True
        if last is not None and last.subject is not None and last.position == "before" and not last.passive:
            return last.subject, True
        return main_subject(tags, sent.start, group - 1), True
    if group == sent.start:
        return None, False
    return subject_left(tags, sent.start, group), False


def _own_subject(page: Page, sent: Sent, last: Candidate | None, at: int) -> Subject | None:
    """``When my mother asked me, I laughed and said``: after an opening clause, the main clause's own subject is shared."""
    tags = page.masked
    if last is None or last.clause_start != sent.start + 1 or page.lower[sent.start] not in _OPENERS:
        return None
    comma = tags.find(",", last.cue_at[1], at)
    return last_subject(tags, comma + 1, at) if comma > 0 else None


def _participle(page: Page, number: int, sent: Sent, end: int, at: int, after: int, cue: Cue, earlier: list[Candidate]) -> Candidate | None:
    """``…, adding that``: the main subject, not the nearest noun."""
    tags = page.masked
    subject: Subject | None = None
    inherits = True
    before = tags[at - 1] if at > sent.start else "."
    if cue.lemma in ("quote", "refer") or page.lower[at - 1] == "as":
        return None
    if cue.lemma == "cite":
        cited = phrase_right(tags, after, end)
        if (
            cited is None
            or any(page.nouns.kind(page.lower[i]) for i in range(cited[0], head_token(tags, *cited) + 1))
            or tags[head_token(tags, *cited)] == "N"
            or {"from", "by"} & set(page.lower[after : after + 8])
        ):
            return None  # the road, not a content
    if before in "nNO)" and cue.lemma in page.cues.words["reduced"]:
        subject, inherits = subject_left(tags, sent.start, at), False
    elif before == "P" and at > sent.start + 1:
        subject = last_subject(tags, sent.start, at)
    elif at == sent.start or (at == sent.start + 1 and before in "sP"):
        first = tags.find(",", at, end)
        subject = main_subject(tags, first + 1, end) if first > 0 else None
    else:
        floor = sent.start
        for i in range(at - 1, sent.start, -1):
            if tags[i] == ";" or (tags[i] == "c" and tags[i - 1] in ',"' and main_subject(tags, i + 1, at) is not None):
                floor = i + 1
                break
        for c in reversed(earlier):
            if c.subject is not None and c.position in ("after", "around") and c.cue_at[0] >= floor:
                subject = c.subject
                break
        if subject is None:
            subject = main_subject(tags, floor, at)
        if subject is None and earlier:
            subject = earlier[0].subject
    if subject is None:
        return None
    comp = complement(tags, page.lower, cue, after, end)
    if comp is None:
        return None
    if before == "P" and comp.how not in ("that", "quote", *(("clause",) if tags[after] in "IEJ" else ())):
        return None  # "by adding a few villages": a clause without "that" would begin with its pronoun
    if at == sent.start or (at == sent.start + 1 and before in "sP"):
        stop = tags.find(",", at, end)
        comp = type(comp)((comp.content[0], max(comp.content[0] + 1, stop)), comp.frame_end, comp.how, comp.addressee)
    return Candidate(
        cue,
        (at, after),
        subject,
        [comp.content],
        (at, comp.frame_end),
        number,
        "before",
        comp.how,
        inherits,
        False,
        comp.addressee,
        clause_start=at,
    )


def _without_reason(tags: str, agent: Subject | None) -> Subject | None:
    """``called a fraud by doctors for selling pills``: the doctors, not what for."""
    reason = tags.find("Pg", agent.first, agent.last) if agent is not None else -1
    return Subject(agent.first, reason, agent.kind, (agent.first, reason)) if agent is not None and reason > agent.first else agent


def _infinitive(page: Page, number: int, sent: Sent, end: int, at: int, after: int, cue: Cue, earlier: list[Candidate]) -> Candidate | None:
    """``had to admit that``, ``to say that``: only with a clause or quotation, by the subject of the governing verb."""
    comp = complement(page.masked, page.lower, cue, after, end)
    allowed = _INFINITIVE.get(cue.cue_class, ("that", "quote"))
    if comp is None or comp.how not in allowed or cue.cue_class in ("believe", "perception", "document"):
        return None
    subject = earlier[-1].subject if earlier and earlier[-1].position == "before" else main_subject(page.masked, sent.start, at)
    if subject is None:
        return None
    return Candidate(
        cue,
        (at, after),
        subject,
        [comp.content],
        (at, comp.frame_end),
        number,
        "before",
        comp.how,
        True,
        False,
        comp.addressee,
        clause_start=at,
    )


def _passive(page: Page, number: int, sent: Sent, end: int, at: int, group: int, after: int, cue: Cue) -> Candidate | None:
    """``X was quoted as saying``, ``is believed to``, ``was told by Y``."""
    tags, lower = page.masked, page.lower
    subject = subject_left(tags, sent.start, group)
    if cue.lemma == "quote" and lower[after : after + 2] == ["as", "saying"] and subject is not None:
        comp = complement(tags, lower, page.cues.say, after + 2, end)
        if comp is not None:
            return Candidate(
                page.cues.say, (group, after + 2), subject, [comp.content], (subject.extent[0], comp.frame_end), number, "before", comp.how
            )
    if cue.lemma == "tell" and subject is not None and heard_by(page, subject):
        comp = complement(tags, lower, page.cues.heard, after, end)
        first = subject.extent[0]
        if comp is not None:  # "the inquest was told that"
            return Candidate(
                page.cues.heard,
                (group, after),
                subject,
                [comp.content],
                (first, comp.frame_end),
                number,
                "before",
                comp.how,
                clause_start=first,
            )
        left = left_content(page, sent, subject, [], closing=True) if after >= end or tags[after] in "yP" else None
        if left is not None:
            return around(page, number, sent, end, page.cues.heard, (group, after), subject, left, (first, after))
    by = next((i for i in range(after, min(end, after + 14)) if lower[i] == "by"), None)
    if by is not None and subject is not None and by + 1 < end and not any(c in ".;:" for c in tags[after:by]):
        agent = _without_reason(tags, subject_right(tags, by + 1, end))
        if agent is not None and cue.cue_class not in ("intend", "document", "perception") and cue.lemma not in page.cues.words["acted"]:
            return Candidate(
                cue, (group, after), agent, [(subject.first, subject.last)], (group, agent.last), number, "after", "noun", False, True
            )
    if page.lower[at] not in page.cues.impersonal or subject is None or after >= end:
        return None
    infinitive = tags[after] == "t" and after + 1 < end and cue.cue_class != "intend"
    if infinitive or (tags[after] == "H" and subject.kind == "it"):
        start = after if infinitive else after + 1
        return Candidate(
            cue, (group, after), None, [(start, end)], (group, start), number, "before", "that", passive=True, clause_start=subject.first
        )
    return None
