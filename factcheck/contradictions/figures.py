"""Every number of an article as a record: what it counts or measures, what is told of it, who, when and how. Compares nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.contradictions.amounts import Amount, amounts
from factcheck.contradictions.keys import NAMES, Line, lines, stemmer
from factcheck.contradictions.marks import marks_of, times_of
from factcheck.contradictions.meanings import Word, any_word, person, plain, word_at
from factcheck.contradictions.sorts import sort_of, told_age
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.claim_parts import Value
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context

_REACH = 18
_PHRASE = 5
_SHORTEST_NAME = 3
_TABLE = 80
"""A sentence with more numbers is a table without its lines; none of them is told in words, and all with all would cost their square."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what it is told of.

    Args:
        sort: what can be compared with it: "count", "money|EUR", "percent", "length".
        size: the value, in the base unit where it is measured.
        noun: the counted noun, or None.
        thing: what a measure is put before or after: "the $17 million library", "the price of $17 million".
        person: whether human beings are counted.
        before: stems of the words that modify the noun.
        words: the words of the statement, nearest first.
        names: the names of the sentence, word by word, as ``kind:word``.
        times: words of date and period around it.
        marks: how it is told: "definite", "all", "title", "naming", "plan", "rate", "other", "more", "from" …
        span: the number with its noun.
    """

    sort: str
    size: Value
    noun: Word | None
    thing: Word | None
    person: bool
    before: frozenset[str]
    words: tuple[Word, ...]
    names: frozenset[str]
    times: frozenset[str]
    marks: frozenset[str]
    amount: Amount
    line: Line
    claim: Claim
    span: Span

    @property
    def low(self) -> float:
        """The number, in the base unit."""
        return float(self.size.number or 0)


def figures(ctx: Context) -> tuple[Figure, ...]:
    """All numbers of the article that count or measure, in order, made once."""
    return ctx.once("contradictions.figures", lambda: tuple(f for line in lines(ctx) for f in _of_line(line, ctx)))


def by_line(ctx: Context) -> Mapping[int, list[Figure]]:
    """The figures by the number of their sentence."""

    def make() -> dict[int, list[Figure]]:
        out: dict[int, list[Figure]] = {}
        for f in figures(ctx):
            out.setdefault(f.line.number, []).append(f)
        return out

    return ctx.once("contradictions.figures_by_line", make)


def _of_line(line: Line, ctx: Context) -> Iterator[Figure]:
    """Each number with the words up to the next of its sort: "the Greens won 14 seats and the Liberals nine"."""
    told = [a for a in amounts(line, ctx) if a.value.number and not _bare(a, ctx)]
    if len(told) > _TABLE:
        return
    found = [(a, sort_of(a, ctx)) for a in told]
    known = [(a, s[0], s[1]) for a, s in found if s is not None]
    names = frozenset(_names(line))
    counted: int | None = None
    for n, (a, sort, size) in enumerate(known):
        low = max((b.last + 1 for b, s, _ in known[:n] if s == sort), default=0)
        high = min((b.first for b, s, _ in known[n + 1 :] if s == sort), default=len(ctx.tokens))
        noun_at = _noun_at(a, ctx) if sort == "count" else None
        if sort == "count" and noun_at is None and ctx.tokens.lower[a.first - 1 : a.first] in (["and"], ["or"]):
            noun_at = counted  # "46 errors in the first weeks and 60 in the last"
        counted = noun_at if sort == "count" else counted
        yield Figure(
            sort=sort,
            size=size,
            noun=None if noun_at is None else any_word(noun_at, ctx),
            thing=None if sort == "count" else _thing(a, ctx),
            person=noun_at is not None and person(noun_at, ctx),
            before=_before(a, noun_at, ctx),
            words=_words(a, noun_at, line, range(low, high), ctx),
            names=names,
            times=times_of(a, line, range(low, high), ctx),
            marks=marks_of(a, sort, noun_at, line, range(low, high), ctx),
            amount=a,
            line=line,
            claim=line.claim_at((a.span[0], a.span[0] + 1)),
            span=a.span,
        )


def _bare(a: Amount, ctx: Context) -> bool:
    """Whether a number without a noun counts nothing: the end of a name ("Apollo 2"), a result of a match or vote ("6-4")."""
    tokens = ctx.tokens
    named = a.first > 0 and tokens.words[a.first - 1][0].isupper() and tokens.starts[a.first] - tokens.ends[a.first - 1] == 1
    if named and tokens.lower[a.last].isdigit() and ctx.clauses[a.last + 1 : a.last + 2] in ("F", "A"):
        return True  # "the Apollo 2 lasted"
    if a.kind != "number" or a.words or a.value.unit:
        return False
    if ctx.article.text[a.span[1] : a.span[1] + 1] == ":" and "." in ctx.article.text[a.span[0] : a.span[1]]:
        return True  # "11.20: A second body": the time of an entry
    return named or (a.value.high is not None and "-" in ctx.article.text[a.span[0] : a.span[1]])


def _names(line: Line) -> Iterable[str]:
    for d in line.details:
        if d.kind in NAMES:
            yield from (f"{d.kind}:{plain(w)}" for w in d.text.lower().split() if len(plain(w)) >= _SHORTEST_NAME)


def _words(a: Amount, noun_at: int | None, line: Line, within: range, ctx: Context) -> tuple[Word, ...]:
    at = (i for i in line.tokens if i in within and abs(i - a.first) <= _REACH and i != noun_at and not a.first <= i <= a.last)
    found = (w for i in at if (w := word_at(i, ctx)) is not None)
    return tuple(sorted(found, key=lambda w: (abs(w.at - a.first), w.at)))


def _before(a: Amount, noun_at: int | None, ctx: Context) -> frozenset[str]:
    stop = ctx.lexicons.words("things", "determiners")
    between = ctx.tokens.lower[a.last + 1 : noun_at] if noun_at is not None else []
    return frozenset(stemmer(ctx)(w) for w in between if w not in stop)


def _noun_at(a: Amount, ctx: Context) -> int | None:
    """The token of the counted noun; None where none is named: "all six", "a toll of 14"."""
    lower, make, classes = ctx.tokens.lower, stemmer(ctx), ctx.clauses
    unit = make((a.value.unit or "").lower())
    phrase = range(a.last + 1, a.after)
    for i in phrase:
        if unit and (make(lower[i]) == unit or (unit == "person" and lower[i] in ("people", "persons"))):
            return i
    last = None
    for i in phrase:
        if classes[i] not in "nNR":
            break
        last = i
    return last if last is not None and classes[last] == "n" else None


def _thing(a: Amount, ctx: Context) -> Word | None:
    """The noun that a measure names: "the $17 million library", "a sentence of seven years"."""
    classes, lower, text = ctx.clauses, ctx.tokens.lower, ctx.article.text
    aged = told_age(a, ctx)
    if aged is not None:
        return any_word(aged, ctx)  # "the suspect, 38"
    apart = ctx.lexicons["figures"]["reading"]["measured"]
    found = None
    for i in range(a.last + 1, min(len(classes), a.last + _PHRASE)):
        if classes[i] not in "nNR" or lower[i] in apart or "\n" in text[ctx.tokens.ends[i - 1] : ctx.tokens.starts[i]]:
            break
        found = i
    if found is None and a.first > 1 and lower[a.first - 1] == "of":
        found = a.first - 2
    return word_at(found, ctx) if found is not None and classes[found] in "nG" else None
