"""The road of an attribution: outlets that brought the words (``via``) and whom the source cites (``chain``).

Reads the frame's own words; a hand-over "From Outlet:" is given by ``labels``.
"""

from __future__ import annotations

from factcheck.attribution.candidates import Candidate, Range
from factcheck.attribution.page import Page
from factcheck.attribution.resolve import Resolver, Who
from factcheck.attribution.subjects import main_subject
from factcheck.language.phrases import phrase_right
from factcheck.model.light import dataclass

_CITING = frozenset(["citing", "quoting"])
_FROM = frozenset(["from", "by", "of"])


@dataclass(slots=True)
class Road:
    """The road's parts as names, nearest first."""

    via: tuple[str, ...] = ()
    chain: tuple[str, ...] = ()


def road(page: Page, resolver: Resolver, c: Candidate, who: Who) -> Road:
    """The road that the sentence itself states."""
    via: list[str] = []
    chain: list[str] = []
    if c.addressee is not None:
        receiver = resolver.phrase(c.addressee[0], c.addressee[1], c.addressee)
        if receiver.kind == "media" and receiver.name != who.name:
            via.append(receiver.name)
    cited = _cited(page, c)
    if cited is not None:
        named = resolver.phrase(cited[0], cited[1], cited)
        if named.name != who.name:
            chain.append(named.name)
    if who.kind == "document" and c.subject is not None:
        via += [name for name in _printed_in(page, resolver, c) if name != who.name]
    report = _report(page, c)
    if report is not None:
        named = resolver.phrase(report[0], report[1], report)
        chain.append(named.name)
    if c.bringer is not None:
        quoter = resolver.subject(c.bringer)
        if quoter.name != who.name:
            via.append(quoter.name)
    bringer = _bringer(page, c)
    if bringer is not None:
        named = resolver.phrase(bringer[0], bringer[1], bringer)
        if named.kind in ("media", "body", "person") and named.name != who.name:
            via.append(named.name)
    return Road(tuple(via), tuple(chain))


def _cited(page: Page, c: Candidate) -> Range | None:
    """``X said, citing Y``; for "citing information received from Y" it is Y."""
    sent = page.sents[c.sentence]
    for i in range(c.frame[0], min(sent.end - 1, c.frame[1] + 6)):
        if page.lower[i] in _CITING and page.masked[i] != "q":
            phrase = phrase_right(page.masked, i + 1, sent.end)
            if phrase is None:
                return None
            first, last = phrase
            head = page.nouns.kind(page.lower[last - 1])
            for j in range(i + 1, min(sent.end - 1, i + 9)):
                if page.masked[j] in ",.;":
                    break
                if (page.lower[j] in _FROM and head not in ("body", "person")) or page.lower[j] in ("from", "by"):
                    inner = phrase_right(page.masked, j + 1, sent.end)
                    if inner is not None:
                        return inner
            return first, last
    return None


def _printed_in(page: Page, resolver: Resolver, c: Candidate) -> list[str]:
    """``a study published in X``, ``minutes seen by X``: the journal or outlet through which a document came."""
    if c.subject is None:
        return []
    sent = page.sents[c.sentence]
    words = page.cues.words
    for i in range(c.subject.first, min(sent.end - 2, c.subject.last + 8)):
        if page.masked[i] in '.;:"' or (page.masked[i] == "," and i > c.subject.last + 1):
            return []
        if page.lower[i] in words["printed_in"]:
            at = next((j for j in range(i + 1, min(sent.end - 1, i + 6)) if page.lower[j] in ("in", "by")), None)
            phrase = phrase_right(page.masked, at + 1, sent.end, attached=False) if at is not None else None
        elif page.lower[i] == "in" and page.lower[i + 1] == "the" and page.lower[i + 2] in words["periodicals"]:
            phrase = phrase_right(page.masked, i + 1, sent.end, attached=False)
        else:
            continue
        if phrase is None or (page.masked[phrase[1] - 1] != "N" and page.lower[phrase[1] - 1] not in words["periodicals"]):
            return []
        if page.lower[phrase[0]] in words["not_printed_in"]:
            return []
        first = next((j for j in range(*phrase) if page.masked[j] == "N"), phrase[0])
        return [resolver.phrase(first, phrase[1], (first, phrase[1])).name]
    return []


def _report(page: Page, c: Candidate) -> Range | None:
    """``confirmed a report by Y that …``: the content begins with somebody else's report."""
    for first, last in c.contents[:1]:
        for i in range(first, min(last - 2, first + 5)):
            if page.nouns.kind(page.lower[i]) == "document" and page.lower[i + 1] in ("by", "from", "of"):
                phrase = phrase_right(page.masked, i + 2, last)
                if phrase is not None and phrase[1] < last and page.tags[phrase[1]] == "H":
                    c.contents[0] = (phrase[1] + 1, last)
                    c.frame = (c.frame[0], phrase[1])
                    return phrase
    return None


def _bringer(page: Page, c: Candidate) -> Range | None:
    """``Outlet …, citing X – which claimed``: the outlet brought what X claimed."""
    if c.subject is None or c.subject.kind != "relative":
        return None
    sent = page.sents[c.sentence]
    for i in range(c.subject.first - 1, max(sent.start, c.subject.first - 14), -1):
        if page.lower[i] in _CITING:
            main = main_subject(page.masked, sent.start, i)
            if main is None:
                start = sent.start
                colon = page.masked.find(":", start, i)
                main = main_subject(page.masked, colon + 1 if 0 <= colon < start + 4 else start, i)
            return (main.first, main.last) if main else None
    return None
