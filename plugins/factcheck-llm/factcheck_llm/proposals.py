"""Takes from a model's answer what holds: JSON of the asked shape whose words stand in the article. Drops and counts the rest.

Nothing of the answer but numbers, spans and source types gets through, so no instruction, markup or verdict can.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from factcheck.model.article import Sentence, Span
from factcheck.model.attribution import Attribution
from factcheck.model.vocabulary import SOURCE_TYPES
from factcheck_llm.sources import attribution, names_somebody

TYPES = tuple(t.id for t in SOURCE_TYPES if t.id != "author")
MOST = 500
"""Proposals of one kind in one answer; what comes after is dropped and counted."""
UNUSABLE, SHAPE, NOT_VERBATIM, TWICE, NOBODY, ASKED, TOO_MANY = (
    "answers that are not the JSON that was asked for",
    "of the wrong shape",
    "not verbatim in the sentence they name",
    "not clear which place is meant, or proposed twice",
    "sources that name nobody",
    "never asked for (verdicts, ratings, comments)",
    "beyond the limit",
)
_FENCE = re.compile(r"\A```(?:json)?[ \t]*\n(.*)\n```\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Proposals:
    """What holds of one or more answers.

    Args:
        claims: spans by the number of their sentence, in the order of the text, not overlapping.
        sources: attributions.
        contradictions: pairs of spans, the earlier place first.
        dropped: how many proposals were dropped, by reason.
    """

    claims: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)
    sources: tuple[Attribution, ...] = ()
    contradictions: tuple[tuple[Span, Span], ...] = ()
    dropped: Mapping[str, int] = field(default_factory=dict)

    @property
    def kept(self) -> int:
        """How many hold."""
        return sum(map(len, self.claims.values())) + len(self.sources) + len(self.contradictions)


class _DroppedError(Exception):
    """One proposal does not hold; its reason."""


def joined(found: Iterable[Proposals]) -> Proposals:
    """Several answers as one."""
    rows = list(found)
    return Proposals(
        {number: spans for p in rows for number, spans in p.claims.items()},
        tuple(a for p in rows for a in p.sources),
        tuple(pair for p in rows for pair in p.contradictions),
        dict(sum((Counter(p.dropped) for p in rows), Counter())),
    )


def parsed(answer: str) -> dict[str, Any] | None:
    """The one JSON object that an answer is, or None. A fence around all of it is let pass, a word before or after is not.

    >>> parsed('{"claims": []}'), parsed('Sure! {"claims": []}'), parsed('{"claims": [')
    ({'claims': []}, None, None)
    """
    answer = answer.strip()
    if fenced := _FENCE.match(answer):
        answer = fenced[1]
    try:
        made = json.loads(answer, object_pairs_hook=_object, parse_constant=_refused)
    except (ValueError, RecursionError):
        return None
    return made if isinstance(made, dict) else None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(made := dict(pairs)) < len(pairs):
        raise ValueError("a key stands twice")
    return made


def _refused(constant: str) -> Any:
    raise ValueError(f"{constant} is no JSON")


def proposals(answer: str, text: str, sentences: Sequence[Sentence]) -> Proposals:
    """What holds of one answer.

    Args:
        text: the article's.
        sentences: those that were sent; an answer can point at no other.
    """
    given = parsed(answer)
    kinds = ("claims", "sources", "contradictions")
    if given is None or not any(k in given for k in kinds) or not all(isinstance(given.get(k, []), list) for k in kinds):
        return Proposals(dropped={UNUSABLE: 1})
    dropped: Counter[str] = Counter()
    if unasked := len(set(given) - set(kinds)):
        dropped[ASKED] += unasked
    page = _Page(text, {s.number: s for s in sentences})
    readers: tuple[Callable[[Any], Any], ...] = (page.claim, page.source, page.contradiction)
    claims, sources, pairs = (list(_held(given.get(k, []), reader, dropped)) for k, reader in zip(kinds, readers, strict=True))
    return Proposals(_apart(claims, dropped), tuple(sources), tuple(_once(pairs, dropped)), dict(dropped))


def _held(rows: list[Any], reader: Callable[[Any], Any], dropped: Counter[str]) -> Iterator[Any]:
    for row in rows[:MOST]:
        try:
            yield reader(row)
        except _DroppedError as reason:
            dropped[str(reason)] += 1
    if len(rows) > MOST:
        dropped[TOO_MANY] += len(rows) - MOST


def _apart(claims: Iterable[tuple[int, Span]], dropped: Counter[str]) -> Mapping[int, tuple[Span, ...]]:
    """Claims by sentence; of two that overlap, the first in the text stays."""
    out: dict[int, tuple[Span, ...]] = {}
    for number, span in sorted(claims):
        if number in out and out[number][-1][1] > span[0]:
            dropped[TWICE] += 1
        else:
            out[number] = (*out.get(number, ()), span)
    return out


def _once(rows: list[Any], dropped: Counter[str]) -> Iterable[Any]:
    first = dict.fromkeys(rows)
    if len(rows) > len(first):
        dropped[TWICE] += len(rows) - len(first)
    return first


class _Page:
    """The sentences that were sent. Each method reads one proposal, or says why it is dropped."""

    def __init__(self, text: str, sentences: Mapping[int, Sentence]) -> None:
        self.text, self.sentences = text, sentences

    def place(self, given: Any) -> tuple[Sentence, Span]:
        """The place that is meant: whole words that stand exactly once in the sentence."""
        match _fields(given, "sentence", "text"):
            case (int(number), str(words)) if not isinstance(number, bool) and words.strip():
                sentence = self.sentences.get(number)
            case _:
                raise _DroppedError(SHAPE)
        words = words.strip()
        if sentence is None or words not in self.text[sentence.start : sentence.end]:
            raise _DroppedError(NOT_VERBATIM)
        found = [m.span() for m in _whole(words).finditer(self.text, sentence.start, sentence.end)]
        if not found:  # "6 dead" stands in "16 dead", and is not what it says
            raise _DroppedError(NOT_VERBATIM)
        if len(found) > 1:
            raise _DroppedError(TWICE)
        return sentence, found[0]

    def claim(self, given: Any) -> tuple[int, Span]:
        """(sentence, span) of a claim: two words at least."""
        sentence, span = self.place(given)
        if len(self.text[slice(*span)].split()) < 2:
            raise _DroppedError(SHAPE)
        return sentence.number, span

    def source(self, given: Any) -> Attribution:
        """A source and what comes from it, apart from each other; the cue beside the content."""
        content, source, cue, kind = _fields(given, "content", "source", "cue", "type")
        (here, what), (there, who) = self.place(content), self.place(source)
        said = None if cue is None else self.place(cue)
        if kind not in TYPES or _touch(what, who) or (said and (said[0] is not here or _touch(said[1], what))):
            raise _DroppedError(SHAPE)
        if not names_somebody(self.text[slice(*who)]):
            raise _DroppedError(NOBODY)
        return attribution(self.text, str(kind), what, who, said[1] if said else None, here=here is there)

    def contradiction(self, given: Any) -> tuple[Span, Span]:
        """Two places apart from each other, the earlier first."""
        first, second = sorted(self.place(p)[1] for p in _fields(given, "first", "second"))
        if _touch(first, second):
            raise _DroppedError(SHAPE)
        return first, second


def _fields(given: Any, *names: str) -> list[Any]:
    """The values of an object that has these keys and no others: a proposal with a verdict beside it is none."""
    if not isinstance(given, dict) or not set(names) <= set(given):
        raise _DroppedError(SHAPE)
    if set(given) - set(names):
        raise _DroppedError(ASKED)
    return [given[name] for name in names]


def _touch(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _whole(words: str) -> re.Pattern[str]:
    """The words where they cut no word and no number in two: not "lethal" in "non-lethal", not "200" in "1,200"."""
    before = r"(?<!\w)(?<!\d[.,:])(?<!\w[-’'])" if re.match(r"\w", words) else ""
    after = r"(?!\w)(?![.,:]\d)(?!-\w)" if re.search(r"\w\Z", words) else ""
    return re.compile(before + re.escape(words) + after)
