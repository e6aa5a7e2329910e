"""Tallies: how many persons or things an event met ("40 miners were killed", "killing 40", "40 dead", "a death toll of 40").

Leaves out what is no report of the article's own event: possibilities, parts, additions, other occasions. Compares nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from factcheck.contradictions.amounts import Amount, amounts
from factcheck.contradictions.differences import noun_class
from factcheck.contradictions.keys import NAMES, Line, in_words, lines, stemmer
from factcheck.contradictions.moments import moments
from factcheck.contradictions.postings import standing
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context

_LOOK = 9
_YEAR_LENGTH = 4
_CENTURIES = frozenset({"18", "19", "20"})
_YEAR_LEADS = frozenset({"of", "in", "since", "by", "until", "the"})
_BARRIERS = frozenset({".", ";", ":", "?", "!", "—", "–", "who", "which", "but"})


@dataclass(frozen=True, slots=True)
class Tally:
    """One number of those whom an event met.

    Args:
        event: class of the event: killed, injured, …
        counted: class of the counted noun; "" where none is named.
        amount: the number.
        line, claim: where.
        span: the words.
        year: a year that the sentence names, or None.
        places: the names in the sentence, in lower case.
    """

    event: str
    counted: str
    amount: Amount
    line: Line
    claim: Claim
    span: Span
    year: int | None
    places: frozenset[str]


class _Events:
    """The lexicon as stems, made once an article."""

    def __init__(self, ctx: Context) -> None:
        make = stemmer(ctx)
        lexicon = ctx.lexicons["events"]
        self.reading: Mapping[str, frozenset[str]] = {k: frozenset(v) for k, v in lexicon["reading"].items()}
        self.objects: dict[str, str] = {}
        self.subjects: dict[str, str] = {}
        self.states: dict[str, str] = {}
        self.nouns: dict[str, str] = {}
        self.tolls: list[tuple[tuple[str, ...], str]] = []
        for name, row in lexicon.items():
            if name == "reading":
                continue
            for word in row["object"]:
                self.objects[make(word)] = name
            for word in row["subject"]:
                self.subjects[make(word)] = name
            for word in row["state"]:
                self.states[word] = name
            for word in row["noun"]:
                self.nouns[make(word)] = name
            self.tolls += [(tuple(phrase.split()), name) for phrase in row["toll"]]


def events(ctx: Context) -> _Events:
    """The event classes as stems."""
    return ctx.once("contradictions.events", lambda: _Events(ctx))


def tallies(ctx: Context) -> tuple[Tally, ...]:
    """All tallies of the article in order, made once."""
    return ctx.once("contradictions.tallies", lambda: tuple(_tallies(ctx)))


def _tallies(ctx: Context) -> Iterable[Tally]:
    for line in lines(ctx):
        if elsewhere(line, ctx):
            continue
        names = frozenset(w for d in line.details if d.kind in NAMES for w in d.text.lower().split())
        years = [m.parts["year"] for m in moments(line, ctx) if isinstance(m.parts.get("year"), int)]
        for amount in amounts(line, ctx):
            if amount.kind not in ("number", "quantity") or _year(amount, ctx):
                continue
            found = _event_of(amount, line, ctx)
            if found is None or is_part(amount, ctx):
                continue
            event, span = found
            claim = line.claim_at((amount.span[0], amount.span[0] + 1))
            counted = "" if amount.noun and stemmer(ctx)(amount.noun) in events(ctx).nouns else _class_of(amount, ctx)
            year = int(years[0]) if years else _bare_year(line, ctx)
            yield Tally(event, counted, amount, line, claim, span, year, names)


def _year(amount: Amount, ctx: Context) -> bool:
    """ "the storm of 1987 killed 14": four bare digits after a preposition are a year."""
    word = ctx.tokens.lower[amount.first]
    led = ctx.tokens.lower[max(0, amount.first - 1) : amount.first]
    return amount.first == amount.last and len(word) == _YEAR_LENGTH and word.isdigit() and bool(led) and led[0] in _YEAR_LEADS


def _bare_year(line: Line, ctx: Context) -> int | None:
    """The year in "the storm of 1987", which no finder takes for a date."""
    lower = ctx.tokens.lower
    found = (
        w
        for i in line.tokens
        if len(w := lower[i]) == _YEAR_LENGTH and w.isdigit() and w[:2] in _CENTURIES and i and lower[i - 1] in _YEAR_LEADS
    )
    return next((int(w) for w in found), None)


def elsewhere(line: Line, ctx: Context) -> bool:
    return not standing("events.elsewhere", events(ctx).reading["elsewhere"], ctx).isdisjoint(line.tokens)


def _class_of(amount: Amount, ctx: Context) -> str:
    states = events(ctx).states
    words = [w for w in amount.words if w not in states]
    if amount.noun and amount.noun not in states:
        return noun_class(amount.noun, ctx)
    return noun_class(words[-1], ctx) if words else ""


def is_part(amount: Amount, ctx: Context) -> bool:
    """Whether the number is a part of the whole, or comes on top of it."""
    lower, reading = ctx.tokens.lower, events(ctx).reading
    part = reading["part"] - {"least"}
    before = lower[max(0, amount.first - 3) : amount.first]
    after = lower[amount.last + 1 : amount.last + 4]
    if any(w in part for w in before) or any(w in part or w == "more" for w in after):
        return True
    return after[:2] in (["of", "the"], ["of", "them"], ["of", "those"], ["of", "whom"]) or after[:1] == ["of"]


def _event_of(amount: Amount, line: Line, ctx: Context) -> tuple[str, Span] | None:
    ev = events(ctx)
    make, tokens = stemmer(ctx), ctx.tokens
    lower = tokens.lower
    found: tuple[str, int, int] | None = None
    for at in range(amount.last + 1, amount.after):
        if make(lower[at]) in ev.nouns:
            found = (ev.nouns[make(lower[at])], amount.first, at)
    found = found or _before(amount, lower, ev, ctx) or _after(amount, lower, ev, ctx) or _toll(amount, lower, ev)
    if found is None:
        return None
    event, first, last = found
    sentence = set(line.tokens)
    unreal = ev.reading["unreal"]
    if first not in sentence or last not in sentence or any(in_words(i, unreal, ctx) for i in range(max(0, first - 4), last)):
        return None
    return event, (tokens.starts[first], max(tokens.ends[last], amount.span[1]))


def _before(amount: Amount, lower: Sequence[str], ev: _Events, ctx: Context) -> tuple[str, int, int] | None:
    """ "killed at least 40 miners": an active verb right before the number."""
    make = stemmer(ctx)
    at = amount.first - 1
    while at >= 0 and amount.first - at <= 6 and lower[at] in ev.reading["leading"]:
        at -= 1
    if at >= 0 and make(lower[at]) in ev.objects and lower[at] not in ("dead",):
        passive = at > 0 and lower[at - 1] in ("was", "were", "been", "being", "is", "are")
        noun = lower[at] in ev.states and at > 0 and lower[at - 1] in ("the", "of")
        if not passive and not noun:
            return ev.objects[make(lower[at])], at, max(amount.last, amount.after - 1)
    return None


def _after(amount: Amount, lower: Sequence[str], ev: _Events, ctx: Context) -> tuple[str, int, int] | None:
    """ "40 miners were killed", "40 miners dead", "over 30 injured", "12 people on the bridge died"."""
    make = stemmer(ctx)
    for at in range(amount.last + 1, amount.after):
        if lower[at] in ev.states:
            return ev.states[lower[at]], amount.first, at
        if at > amount.last + 1 and make(lower[at]) in ev.subjects and not lower[at].endswith("ing"):
            return ev.subjects[make(lower[at])], amount.first, at
    helped = False
    for at in range(amount.after, min(len(lower), amount.after + _LOOK)):
        word = lower[at]
        if word in _BARRIERS or word[0].isdigit():
            return None
        if word in ("and", "or", ",") and not helped:
            return None
        if word in ev.reading["auxiliaries"]:
            helped = True
            continue
        if at == amount.after or helped:
            if word in ev.states:
                return ev.states[word], amount.first, at
            if helped and make(word) in ev.objects and word.endswith(("ed", "n", "t")):
                return ev.objects[make(word)], amount.first, at
        if make(word) in ev.subjects and not word.endswith("ing"):
            return ev.subjects[make(word)], amount.first, at
        if helped and not word.endswith("ly"):
            return None
    return None


def _toll(amount: Amount, lower: Sequence[str], ev: _Events) -> tuple[str, int, int] | None:
    """ "the death toll has risen to 40"."""
    window = list(lower[max(0, amount.first - 7) : amount.first])
    for phrase, name in ev.tolls:
        size = len(phrase)
        for at in range(len(window) - size + 1):
            rest = window[at + size :]
            if tuple(window[at : at + size]) == phrase and not any(w in _BARRIERS or w in ("from", "and") for w in rest):
                return name, amount.first - len(window) + at, amount.last
    return None
