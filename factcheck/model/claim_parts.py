"""The small parts of a claim: normalised values, details, offered sources, flags, the assessment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.model.article import Span
from factcheck.model.codec import doc, extra
from factcheck.model.light import dataclass


@dataclass(frozen=True, slots=True)
class Value:
    """What a detail means, normalised; only the keys that apply are written."""

    number: float | int | None = doc("the number; the lower one of a range", None, optional=True)
    high: float | int | None = doc("the upper number of a range; of a vote or score (7-4) the second number", None, optional=True)
    unit: str | None = doc("unit or counted noun, singular: 'kilometer', 'soldier', 'USD', 'percent', 'vote'", None, optional=True)
    approx: str | None = doc("about, over, under, at_least, at_most, nearly or vague", None, optional=True)
    date: str | None = doc("ISO date, or YYYY-MM, YYYY, --MM-DD as far as it is stated", None, optional=True)
    weekday: str | None = doc("monday … sunday", None, optional=True)
    time: str | None = doc("HH:MM, 24 hours", None, optional=True)
    extra: Mapping[str, Any] = extra()


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing to tick off: a name, number, date, title, quotation."""

    kind: str = doc("detail kind of the vocabulary")
    text: str = doc("the literal words, article.text[start:end]")
    start: int = doc("offset of the first character")
    end: int = doc("offset after the last character")
    id: str = doc("C001.1; the frame's details go on counting; a frame shared by several claims keeps one set of ids", "")
    value: Value | None = doc("normalised value", None, optional=True)
    by: str = doc("provider:record", "")
    extra: Mapping[str, Any] = extra()


@dataclass(frozen=True, slots=True)
class OfferedSource:
    """A source that the draft itself offers for a claim."""

    kind: str = doc("link, footnote or comment")
    text: str = doc("the linked words")
    url: str = doc("the address, or the text of the note")
    extra: Mapping[str, Any] = extra()


@dataclass(frozen=True, slots=True)
class Flag:
    """Something to look at, by one code, with the words that triggered it."""

    code: str = doc("flag of the vocabulary, or plugin.flag")
    span: Span | None = doc("the words that triggered it", None)
    reason: str = doc("one sentence", "")
    by: str = doc("provider:record", "")
    extra: Mapping[str, Any] = extra()


@dataclass(frozen=True, slots=True)
class ReadWith:
    """A quiet link to another claim that has to be read together with this one: a part and its total, a plan and its outcome. No flag."""

    claim: str = doc("id of the other claim")
    relation: str = doc("what the other claim is to this one: a relation of the vocabulary, or plugin.relation")
    by: str = doc("provider:record", "")
    extra: Mapping[str, Any] = extra()


@dataclass(frozen=True, slots=True)
class Verifiability:
    """Whether, how urgently and how a claim can be checked."""

    level: str = doc("verifiable, partly or not_verifiable", "verifiable")
    reason_code: str = doc("stable code of the reason; empty only before assessment", "")
    reason: str = doc("the reason in a sentence, with the words that triggered it", "")
    priority: str = doc("high, medium or low", "low")
    priority_reasons: tuple[str, ...] = doc("what raised the score, in words", ())
    score: float = doc("0..1, orders the work", 0.0)
    routes: tuple[str, ...] = doc("ways to check, each with the class of primary source; 'Said: …' and 'So: …' for a reported claim", ())
    checks: tuple[str, ...] = doc("single things to do: 'recompute 12 of 40 = 30 percent'", ())
    extra: Mapping[str, Any] = extra()
