"""Candidates from verb cues: is the form a verb here, who is its subject, where is its content.

Works on one sentence of the masked tag string. Gates come later; carry-over and names too.
"""

from __future__ import annotations

from factcheck.attribution.candidates import Candidate, Range
from factcheck.attribution.complements import complement
from factcheck.attribution.page import Page, Sent
from factcheck.attribution.heads import head_token
from factcheck.language.phrases import phrase_right
from factcheck.attribution.subjects import Subject, last_subject, main_subject, subject_left, subject_right
from factcheck.attribution.table import Cue, Form

BE = frozenset("is are was were be been being am 's 're isn't aren't wasn't weren't".split())
SEMI = frozenset("""continue continues continued begin begins began start starts started seem seems seemed appear appears appeared happen happens happened
came go goes went going used has had have need needs needed able""".split())
_BY = frozenset("by for in after before without while when".split())
CORE = frozenset("say tell add state".split())
_PLURAL_QUANT = frozenset("some many most several few others both all".split())


def body_end(page: Page, sent: Sent) -> int:
    """After the last token of a sentence, its final stop left out."""
    end = sent.end
    while end > sent.start and page.masked[end - 1] in ".":
        if page.words[end - 1] not in ".?!…":
            break
        end -= 1
    return end


def step_left(page: Page, floor: int, at: int) -> tuple[int, bool, bool]:
    """Steps over auxiliaries, adverbs and half-auxiliaries left of a verb: (first token of the verb group, passive, infinitive)."""
    tags, lower = page.masked, page.lower
    i, be, infinitive = at, False, False
    while i > floor:
        letter = tags[i - 1]
        if letter == "x" or lower[i - 1] in BE:
            be = be or (lower[i - 1] in BE and not _verb_between(tags, i, at))
            i -= 1
        elif letter == "r":
            i -= 1
        elif letter == "t":
            if i - 1 > floor and lower[i - 2] in SEMI:
                i -= 2
            else:
                return i - 1, be, True
        else:
            break
    while i < at and tags[i] == "r" and i == floor:
        i += 1
    return i, be, infinitive


def _verb_between(tags: str, first: int, at: int) -> bool:
    return any(c in "V" for c in tags[first:at])


def is_verb(page: Page, sent: Sent, at: int, form: Form) -> bool:
    """Whether a form that could be a noun or adjective is a verb here."""
    tags = page.masked
    letter = tags[at]
    word = page.words[at]
    before = tags[at - 1] if at > sent.start else "."
    after = tags[at + 1] if at + 1 < sent.end else "."
    if letter == "q":
        return False
    if word[0].isupper() and at > sent.start and before not in '":.-(' and not word.isupper():
        return letter in "V" and page.block_kinds[sent.block] == "headline" or _title_case(page, sent)
    if form.form == "ing":
        if before == "x" and letter == "n":
            return after in "DGNnOIH\""
        if before == "P":
            return letter == "g" and page.lower[at - 1] in _BY
        return before in ',-;"' and (after not in "P," or tags[at + 2 : at + 3] in ('"', "q")) or before in "nNIO.xrcs:)y" and letter == "g"
    if form.form == "base":
        if letter == "V" and after in 'HIJ:"' and before in "nN)":
            return True
        if before in "xtIJrR":
            return True
        if letter in "nhb" and before in "DGSP":
            return False
        if letter == "V" and form.cue.lemma in CORE and before in "nN,\")yD":
            return True
        if letter == "V" and before in "nNy)" and "c" in tags[max(sent.start, at - 8) : at]:
            return True
        if before in "nN,\")y" and (page.lower[at - 1].endswith("s") or page.lower[at - 1] in page.nouns.role or before in ",\")y"):
            return letter == "V" or after in 'HtIJ":' or (after in ".," and "," in tags[sent.start : at])
        return before in "DM" and page.lower[at - 1] in _PLURAL_QUANT and letter == "V"
    if form.form == "third":
        if letter in "Vh":
            return before not in "DGSP" or before == "D" and letter == "V"
        if before == "N" and after in '.,"' and form.cue.cue_class == "say":
            return "," in tags[max(sent.start, at - 8) : at]
        return before in "IrN" and after in 'HtIJ":DG'
    return before not in "DGS" or (before == "D" and page.lower[at - 1] in (*_PLURAL_QUANT, "no", "that"))


def _title_case(page: Page, sent: Sent) -> bool:
    words = [w for w in page.words[sent.start : sent.end] if w.isalpha() and len(w) > 3]
    return len(words) > 3 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)


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
    if form.form == "past" and be:
        return _passive(page, number, sent, end, at, group, after, cue)
    if form.form == "ing" and not be:
        return _participle(page, number, sent, end, at, after, cue, earlier)
    inverted = _inverted(page, number, sent, end, at, after, cue, form)
    if inverted is not None:
        return inverted
    if infinitive or (form.form == "base" and not infinitive and group == at and tags[at - 1 : at] == "t"):
        return _infinitive(page, number, sent, end, at, after, cue, earlier)
    subject, inherits = _subject(page, sent, group, earlier)
    if subject is None:
        return None
    comp = complement(tags, page.lower, cue, after, end)
    skip = after
    while skip < end and tags[skip] in "ryP" and skip - after < 3:
        skip += 1
    parenthetical = comp is None and skip + 2 < end and tags[skip] == "," and tags[skip + 1] not in "gR" and tags[subject.extent[0] - 1 : subject.extent[0]] == ","
    left = _left_content(page, sent, subject, earlier, parenthetical)
    if comp is not None and not (left is not None and comp.how in ("noun", "about") and "quote" in cue.takes):
        return Candidate(
            cue, (group, after), subject, [comp.content], (subject.extent[0] if not inherits else group, comp.frame_end), number,
            "before", comp.how, inherits, False, comp.addressee, clause_start=group if inherits else subject.extent[0],
        )
    first = subject.extent[0]
    if comp is None and "clause" in cue.takes and first > sent.start and page.lower[first - 1] == "as" and skip + 2 < end and tags[skip] == "," and first - sent.start < 4:
        return Candidate(cue, (group, after), subject, [(skip + 1, end)], (first - 1, skip), number, "before", "clause", clause_start=first - 1)
    if left is not None and ("clause" in cue.takes or "quote" in cue.takes and '"' in tags[left[0] : left[1]]) and "V" not in tags[after : after + 1]:
        return _around(page, number, sent, end, cue, (group, after), subject, left, (subject.extent[0], after))
    return None


def _subject(page: Page, sent: Sent, group: int, earlier: list[Candidate]) -> tuple[Subject | None, bool]:
    """The subject left of the verb group; a verb after a coordinator takes over an earlier one."""
    tags = page.masked
    if group > sent.start and tags[group - 1] == "c":
        low = group - 2
        if low > sent.start and tags[low] == "y":
            low -= 1
        last = earlier[-1] if earlier else None
        if last is not None and last.subject is not None and last.position == "before" and not last.passive and last.how in ("that", "clause", "wh", "quote"):
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
    if tags[group - 1] == "," and earlier and False:
        return None, False
    return subject_left(tags, sent.start, group), False


def _participle(page: Page, number: int, sent: Sent, end: int, at: int, after: int, cue: Cue, earlier: list[Candidate]) -> Candidate | None:
    """``…, adding that``: the main subject, not the nearest noun."""
    tags = page.masked
    subject: Subject | None = None
    inherits = True
    before = tags[at - 1] if at > sent.start else "."
    if cue.lemma in ("quote", "refer"):
        return None
    if cue.lemma == "cite":
        cited = phrase_right(tags, after, end)
        if cited is None or page.nouns.kind(page.lower[head_token(tags, *cited)]) or tags[head_token(tags, *cited)] == "N" or {"from", "by"} & set(page.lower[after : after + 8]):
            return None  # the road, not a content
    if before in "nNO)" and cue.lemma in CORE | {"claim", "warn", "allege", "argue", "urge", "accuse", "ask", "demand"}:
        subject, inherits = subject_left(tags, sent.start, at), False
    elif before == "P" and at > sent.start + 1:
        subject = last_subject(tags, sent.start, at)
    elif at == sent.start or at == sent.start + 1 and before in "sP":
        first = tags.find(",", at, end)
        subject = main_subject(tags, first + 1, end) if first > 0 else None
    else:
        floor = sent.start
        for i in range(at - 1, sent.start, -1):
            if tags[i] == ";" or tags[i] == "c" and tags[i - 1] in ',"' and main_subject(tags, i + 1, at) is not None:
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
    if before == "P" and comp.how not in ("that", "quote", "clause"):
        return None
    if at == sent.start or at == sent.start + 1 and before in "sP":
        stop = tags.find(",", at, end)
        comp = type(comp)((comp.content[0], max(comp.content[0] + 1, stop)), comp.frame_end, comp.how, comp.addressee)
    return Candidate(cue, (at, after), subject, [comp.content], (at, comp.frame_end), number, "before", comp.how, inherits, False, comp.addressee, clause_start=at)


def _infinitive(page: Page, number: int, sent: Sent, end: int, at: int, after: int, cue: Cue, earlier: list[Candidate]) -> Candidate | None:
    """``had to admit that``, ``to say that``: only with a clause or quotation, by the subject of the governing verb."""
    comp = complement(page.masked, page.lower, cue, after, end)
    allowed = ("that", "quote", "noun", "obj-inf") if cue.cue_class in ("claim", "ask", "deny") else ("that", "quote")
    if comp is None or comp.how not in allowed or cue.cue_class in ("believe", "perception", "document"):
        return None
    subject = earlier[-1].subject if earlier and earlier[-1].position == "before" else main_subject(page.masked, sent.start, at)
    if subject is None:
        return None
    return Candidate(cue, (at, after), subject, [comp.content], (at, comp.frame_end), number, "before", comp.how, True, False, comp.addressee, clause_start=at)


def _passive(page: Page, number: int, sent: Sent, end: int, at: int, group: int, after: int, cue: Cue) -> Candidate | None:
    """``X was quoted as saying``, ``is believed to``, ``was told by Y``."""
    tags, lower = page.masked, page.lower
    subject = subject_left(tags, sent.start, group)
    if cue.lemma == "quote" and lower[after : after + 2] == ["as", "saying"] and subject is not None:
        comp = complement(tags, lower, page.cues.say, after + 2, end)
        if comp is not None:
            return Candidate(page.cues.say, (group, after + 2), subject, [comp.content], (subject.extent[0], comp.frame_end), number, "before", comp.how)
    by = next((i for i in range(after, min(end, after + 14)) if lower[i] == "by"), None)
    if by is not None and subject is not None and by + 1 < end and not any(c in ".;:" for c in tags[after:by]):
        agent = subject_right(tags, by + 1, end)
        if agent is not None and cue.cue_class not in ("intend", "document", "perception"):
            return Candidate(cue, (group, after), agent, [(subject.first, subject.last)], (group, agent.last), number, "after", "noun", False, True)
    if page.lower[at] in page.cues.impersonal and subject is not None and after < end:
        if tags[after] == "t" and after + 1 < end and cue.cue_class not in ("intend",) or tags[after] == "H" and subject.kind == "it":
            start = after + 1 if tags[after] == "H" else after
            return Candidate(cue, (group, after), None, [(start, end)], (group, start), number, "before", "that", passive=True, clause_start=subject.first)
    return None


def _inverted(page: Page, number: int, sent: Sent, end: int, at: int, after: int, cue: Cue, form: Form) -> Candidate | None:
    """``"…," said X``; also ``…, said X`` and a sentence that opens with ``Said X``."""
    tags = page.masked
    if not cue.invert or form.form not in ("past", "third"):
        return None
    before = tags[at - 1] if at > sent.start else "."
    if before not in '",q-' or (before in ",-" and at - sent.start < 4):
        return None
    if after >= end or tags[after] not in "NnDGIMeS":
        return None
    if tags[at] not in "Ve":
        return None
    subject = subject_right(tags, after, end)
    if subject is None or subject.kind == "pronoun" and page.lower[subject.first] not in ("he", "she", "they", "i", "we"):
        return None
    if before == ",":
        first = subject_left(tags, sent.start, at)
        if first is not None and first.last < at - 1 and tags[first.last : first.last + 1] == "," and tags[at - 2] != '"' and not any(c in "xVJq" for c in tags[sent.start : first.first]):
            return None  # "Smith, the mayor, said voters …": an apposition, not an inversion
    stop = subject.extent[1]
    if stop < end and tags[stop] in "xVIe" and before != '"':
        return None
    content = (sent.start, at - 1 if before in ",-" else at)
    if content[1] <= content[0]:
        return None
    return _around(page, number, sent, end, cue, (at, after), subject, content, (at, stop))


def _left_content(page: Page, sent: Sent, subject: Subject, earlier: list[Candidate], parenthetical: bool = False) -> Range | None:
    """The words before ``X said`` where these stand after their content."""
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
    if first - 1 <= floor or tags[first - 1] not in ',"-q' and not as_said:
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
        if span[0] in "sgP" and '"' not in span and not _independent(span):
            return None
        return (floor, last)
    return None


def _independent(span: str) -> bool:
    """Whether words that open with a preposition or subordinator hold a clause of their own after a comma."""
    comma = span.find(",")
    return comma > 0 and any(c in "xVJ" for c in span[comma:])


def _around(
    page: Page, number: int, sent: Sent, end: int, cue: Cue, cue_at: Range, subject: Subject, left: Range, frame: Range
) -> Candidate:
    """``A, X said`` and ``A, X said, B``: content before, and what runs on after."""
    tags, lower = page.masked, page.lower
    contents = [left]
    stop = max(frame[1], cue_at[1])
    inverted = cue_at[0] < subject.first
    spoken = tags[left[1] - 1] in '"q'
    p = stop
    while p < end and tags[p] not in ',":;q.-' and p - stop < 30:
        p += 1
    frame_end, position = p, "after"
    if p + 1 < end and tags[p] in ',"-':
        q = p + 1 if tags[p] in ",-" else p
        if tags[q] == '"' or tags[q] == "q":
            contents.append((q, end))
            position = "around"
        elif tags[p] == "," and not inverted and not (spoken and tags[q] in "cPHR") and not (tags[q] == "g" and lower[q] in page.cues.forms) and tags[q] not in "R" and not (tags[q] == "c" and _next_cue(page, q, end)):
            if tags[q] in "xVePHIcE" or any(ch in "xV" for ch in tags[q : q + 12]) and tags[q] not in "sg":
                contents.append((q, end))
                position = "around"
    return Candidate(cue, cue_at, subject, contents, (min(frame[0], cue_at[0]), frame_end), number, position, "quote" if '"' in tags[left[0] : left[1]] else "clause")


def _next_cue(page: Page, q: int, end: int) -> bool:
    return any(page.lower[i] in page.cues.forms and page.masked[i] in "Ve" for i in range(q + 1, min(end, q + 4)))
