"""Whether a form is a verb where it stands, and what belongs to its verb group. On tags and the words of the cue lexicon only."""

from __future__ import annotations

from factcheck.attribution.heads import head_token
from factcheck.attribution.page import Page, Sent
from factcheck.attribution.table import Form
from factcheck.language.phrases import phrase_left


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
        if letter == "x" or lower[i - 1] in page.cues.words["be"]:
            be = be or (lower[i - 1] in page.cues.words["be"] and not _verb_between(tags, i, at))
            i -= 1
        elif letter == "r":
            i -= 1
        elif letter == "t":
            if i - 1 > floor and lower[i - 2] in page.cues.words["semi"]:
                i -= 2
            elif i - 2 > floor and lower[i - 2] == "on" and lower[i - 3] in page.cues.words["semi"]:
                i -= 3  # "went on to explain"
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
        return (letter in "V" and page.block_kinds[sent.block] == "headline") or _title_case(page, sent)
    if form.form == "ing":
        if before == "x" and letter == "n":
            return after in 'DGNnOIH"'
        if before == "P":
            return letter == "g" and page.lower[at - 1] in page.cues.words["before_participle"]
        return (before in ',-;"' and (after not in "P," or tags[at + 2 : at + 3] in ('"', "q"))) or (
            before in "nNIOJ.xrcs:)y" and letter == "g"
        )
    if form.form == "base":
        if before in "nNM" and _singular(page, sent, at):
            return False  # "a strong signal that"
        if before in "nN" and form.cue.cue_class == "document" and _document(page, sent, at):
            return after in "DGNnHIJsM" or (after in ".," and "," in tags[sent.start : at])
        if letter == "V" and after in 'HIJ:"' and before in "nN)":
            return before != "n" or page.lower[at - 1].endswith("s") or bool(page.nouns.kind(page.lower[at - 1]))
        if before in "xtIJrR" or (before == "c" and letter == "V"):
            return True
        if before == "N" and after in "DGNHI" and tags[at - 3 : at - 1] == "Nc":
            return True  # "Norland and Sudland support the"
        if letter in "nhb" and before in "DGSP":
            return False
        if letter == "V" and form.cue.lemma in page.cues.words["core"] and before in 'nN,")yD':
            return True
        if letter == "V" and before in "nNy)" and "c" in tags[max(sent.start, at - 8) : at]:
            return True
        if before in 'nN,")y' and (page.lower[at - 1].endswith("s") or page.lower[at - 1] in page.nouns.role or before in ',")y'):
            return letter == "V" or after in 'HtIJ":' or (after in ".," and "," in tags[sent.start : at])
        return before in "DM" and page.lower[at - 1] in page.nouns.vague and (letter == "V" or after == "H")
    if form.form == "third":
        if letter in "nh" and before in "nN" and after in "nNMPDGx" and _only_verb(tags, sent, at):
            return True  # "Mayor urges patience"
        if letter in "Vh":
            return before not in "DGSP" or (before == "D" and letter == "V")
        if before in "nN" and after in '.,"' and form.cue.cue_class in ("say", "claim", "document"):
            return "," in tags[max(sent.start, at - 16) : at]
        if before in "nN" and after in "Py" and form.cue.cue_class == "say" and "clause" in form.cue.takes:
            phrase = phrase_left(tags, sent.start, at)  # "…, the council reports on its website"
            return phrase is not None and phrase[0] > sent.start + 2 and tags[phrase[0] - 1] == "," and tags[phrase[0]] in "DGN"
        return before in "IrN" and (after in 'HtIJ":DG' or page.lower[min(at + 1, sent.end - 1)] in form.cue.takes)
    if before in "c," and after == "n" and tags[max(sent.start, at - 3) : at - 1] == "Dn":
        return False  # "a full and detailed report"
    return before not in "DGS" or (before == "D" and page.lower[at - 1] in (*page.nouns.vague, "no", "that"))


def _singular(page: Page, sent: Sent, at: int) -> bool:
    """Whether the phrase before a base form opens with a determiner of the singular, so that the form is no verb of it."""
    phrase = phrase_left(page.masked, sent.start, at)
    if phrase is None or page.lower[phrase[0]] not in page.cues.words["singular"]:
        return False
    return page.lower[head_token(page.masked, *phrase)] not in page.cues.words["partitive"]  # "a number of dockers fear"


def _document(page: Page, sent: Sent, at: int) -> bool:
    """Whether the phrase before a form has a document as its head."""
    phrase = phrase_left(page.masked, sent.start, at)
    return phrase is not None and any(page.nouns.kind(page.lower[i]) == "document" for i in (head_token(page.masked, *phrase), at - 1))


def _only_verb(tags: str, sent: Sent, at: int) -> bool:
    """Whether no other word of the sentence is a finite verb: then a form that could be one is it."""
    return sent.end - sent.start < 40 and not any(c in "xVJ" for c in tags[sent.start : at] + tags[at + 1 : sent.end])


def _title_case(page: Page, sent: Sent) -> bool:
    words = [w for w in page.words[sent.start : sent.end] if w.isalpha() and len(w) > 3]
    return len(words) > 3 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)
