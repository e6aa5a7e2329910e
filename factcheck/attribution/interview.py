"""Questions and answers: "Q: … / A: …", "NAME: …", initials, and question paragraphs whose answers carry no label.

The answers are the interviewee's words, the questions are not. Never takes a page for an interview without two questions, and for one
without labels only where its opening says who is interviewed. Source: Associated Press and Guardian style guides, on interview copy.
"""

from __future__ import annotations

import re
from dataclasses import field

from factcheck.attribution.names import Entity, Register, bare
from factcheck.attribution.page import Page
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled

_LABEL = compiled(r"[*_]{0,3}(?P<label>[A-Z][\w.’'-]{0,20}(?:\s[A-Z][\w.’'-]{0,20}){0,2})[*_]{0,3}:[*_]{0,3}\s")
_ASKS = compiled(r"\?[\"”’'*_)\s]{0,6}\Z")
_YOU = compiled(r"\byou(?:r|rs|rself|['’](?:re|ve|d|ll))?\b", re.IGNORECASE)
_FIRST = compiled(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|[Uu]s|I['’](?:m|ve|d|ll)|[Ww]e['’](?:re|ve|d|ll))\b")
_ABOUT = compiled(r"\b(?:interview|questions|answers|asked|spoke|speaks|talks|talked|conversation|Q&A)\b", re.IGNORECASE)
_OPENING = 120  # tokens in which an interview says whom it asks
_LONGEST = 80  # words of a question without label
_HEARERS = frozenset(("to", "by"))
_SKIPPED = frozenset(("boilerplate", "byline", "dateline", "caption", "correction", "comment"))


@dataclass(slots=True)
class Answers:
    """Which blocks ask, and who answers in which, as the tokens of a mention of the answerer."""

    asked: set[int] = field(default_factory=set)
    given: dict[int, tuple[int, int]] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


def answers(page: Page) -> Answers:
    """The questions and answers of an article; both empty where it is no interview."""
    blocks = {b: page.article.blocks[b] for b in page.by_block if page.block_kinds[b] not in _SKIPPED}
    texts = {b: page.text[k.start : k.end].strip() for b, k in blocks.items()}
    asking = [b for b, text in texts.items() if _ASKS.search(text)]
    if len(asking) < 2:
        return Answers()
    labels = {b: m for b, text in texts.items() if (m := _LABEL.match(text)) is not None}
    if sum(b in labels for b in asking) >= 2 and len(labels) > len(asking):
        return _labelled(page, texts, labels)
    return _unlabelled(page, texts, asking)


def _labelled(page: Page, texts: dict[int, str], labels: dict[int, re.Match[str]]) -> Answers:
    out = Answers()
    register = Register(page)
    names = {m["label"] for m in labels.values()}
    asks = {n for n in names if n == "Q" or _mostly_asks(n, labels, texts)}
    who = _interviewee(page, register, min(labels))
    for b, m in labels.items():
        label = m["label"]
        if label in asks:
            out.asked.add(b)
            continue
        sent = page.sents[page.by_block[b][0]]
        start = page.article.blocks[b].start
        colon = page.tokens.within(start, start + m.end()).stop
        mention = who if label == "A" else _initials(register, label) if label.isupper() and len(label) < 4 else (sent.start, colon - 1)
        if mention is not None:
            out.given[b], out.starts[b] = mention, colon
    return out


def _mostly_asks(label: str, labels: dict[int, re.Match[str]], texts: dict[int, str]) -> bool:
    own = [b for b, m in labels.items() if m["label"] == label]
    return 2 * sum(bool(_ASKS.search(texts[b])) for b in own) > len(own)


def _unlabelled(page: Page, texts: dict[int, str], asking: list[int]) -> Answers:
    who = _interviewee(page, Register(page), asking[0])
    if who is None:
        return Answers()
    order = [b for b in texts if b >= asking[0]]
    asked = {b for b in order if _is_question(texts[b])}
    places = [n for n, b in enumerate(order) if b in asked]
    if len({n % 2 for n in places}) == 1:  # question and answer take turns: so do those that ask without a mark
        asked |= {b for n, b in enumerate(order[:-1]) if n % 2 == places[0] % 2 and not _FIRST.search(texts[b])}
    out = Answers(asked)
    last = bare(page.lower[who[1] - 1])
    for b in order:
        if b in asked:
            continue
        first = page.sents[page.by_block[b][0]]
        if page.block_kinds[b] == "headline" or last in map(bare, page.lower[first.start : first.end]):
            break  # nobody answers with his own name
        if page.tags[first.start] != '"':
            out.given[b], out.starts[b] = who, first.start
    spoken = sum(bool(_FIRST.search(texts[b])) for b in out.given)
    return out if 2 * spoken >= len(out.given) > 1 else Answers()


def _is_question(text: str) -> bool:
    bare = text.strip("*_ ")
    if bare[:1] in '"“' or bare.count(" ") > _LONGEST:
        return False
    return bool(_ASKS.search(text)) or (bool(_YOU.search(text)) and not _FIRST.search(text))


def _interviewee(page: Page, register: Register, first: int) -> tuple[int, int] | None:
    """The person whom the words before the first question present, the one who only asks left out."""
    stop = page.sents[page.by_block[first][0]].start
    if not _ABOUT.search(page.text, 0, page.tokens.starts[stop]):
        return None
    for at, entity in register.mentions:
        if at >= min(stop, _OPENING):
            break
        if entity.kind.startswith("person") and len(entity.words) > 1 and (not at or page.lower[at - 1] not in _HEARERS):
            return _mention(at, entity)
    return None


def _initials(register: Register, label: str) -> tuple[int, int] | None:
    for at, entity in register.mentions:
        if entity.kind.startswith("person") and "".join(w[:1] for w in entity.words) == label.lower():
            return _mention(at, entity)
    return None


def _mention(at: int, entity: Entity) -> tuple[int, int]:
    return at, at + len(entity.words)
