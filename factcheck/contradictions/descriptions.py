"""How the people of an article are described, and the descriptions that take one of them up again.

Reads "the baker Irma Falk", "Falk, a baker", "Falk, who works as a baker", "the baker". Leaves out what fits two people; compares nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.contradictions.cast import cast
from factcheck.contradictions.entities import possessive
from factcheck.contradictions.keys import Line, lines
from factcheck.contradictions.people import (
    STOPS,
    Named,
    bare,
    closed_words,
    everybody,
    heads,
    is_person,
    last_alone,
    named,
    named_before,
    sentence_tokens,
    surnames,
)
from factcheck.contradictions.postings import places
from factcheck.language import thesaurus
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context

_REACH, _LONGEST = 7, 11
_IS = frozenset({"is", "was", "remains"})
_PRONOUNS = frozenset({"he", "she"})


@dataclass(frozen=True, slots=True)
class Description:
    """Words that describe somebody.

    Args:
        person: the last name in lower case.
        first, end: the tokens of the words, the second excluded.
        head: the index of the head noun, or of the last word before a preposition.
        near, far: the tokens from the name to the words, the second excluded.
        taken_up: whether the name does not stand beside it ("the baker").
        line: the line.
    """

    person: str
    first: int
    end: int
    head: int
    near: int
    far: int
    taken_up: bool
    line: Line


def descriptions(ctx: Context) -> tuple[Description, ...]:
    """All descriptions of people whose surname nobody else in the article has."""
    return ctx.once("contradictions.people.descriptions", lambda: tuple(_all(ctx)))


def _all(ctx: Context) -> Iterator[Description]:
    roles: dict[str, set[str]] = {}
    held: list[Description] = []
    parts = cast(ctx)
    for line in lines(ctx):
        for who in parts.get(line.number, ()):
            yield from _after(who, line, ctx)
    if not surnames(ctx):
        return
    for line in lines(ctx):
        for who in named(line, ctx):
            for d in _beside(who, line, ctx):
                held.append(d)
                roles.setdefault(d.person, set()).add(ctx.tokens.lower[d.head])
    yield from held
    starts = {i for d in held for i in range(d.first, d.end)}
    for line in lines(ctx):
        yield from _taken_up(line, roles, starts, ctx)


def _beside(who: Named, line: Line, ctx: Context) -> Iterator[Description]:
    lower, words, own = ctx.tokens.lower, ctx.tokens.words, sentence_tokens(line, ctx)
    closed, prepositions = closed_words(ctx), ctx.lexicons.words("things", "prepositions")
    low = who.first
    while low > own[0] and who.first - low < _REACH and lower[low - 1] not in closed | prepositions and lower[low - 1] not in STOPS:
        low -= 1
        if lower[low] in ("a", "an", "the", "its", "his", "her") or possessive(lower[low]):
            break
    verbs = (i for i in range(low, who.first) if bare(lower[i]) in everybody(ctx) or (words[i][0].islower() and lower[i].endswith("ed")))
    low = max(verbs, default=low - 1) + 1
    if low < who.first:
        yield Description(who.person, low, who.first, who.first - 1, low, who.last + 1, False, line)
    at = who.first - 1
    if at > own[0] and lower[at] == "," and who.last + 1 <= own[-1] and (lower[who.last + 1] in STOPS or lower[who.last + 1] in closed):
        first = at
        while first > own[0] and at - first < _LONGEST and lower[first - 1] not in STOPS and lower[first - 1] not in closed:
            first -= 1
            if lower[first] in ("a", "an", "the", "its") or (possessive(lower[first]) and words[first][0].isupper()):
                break
        opens = first < at and (first == own[0] or lower[first - 1] not in STOPS or lower[first - 1] in ("“", '"'))
        if opens and (lower[first] in ("the", "its", "his", "her") or possessive(lower[first])):
            yield _described(who, first, at, line, ctx)
    yield from _after(who, line, ctx)


def _described(who: Named, first: int, end: int, line: Line, ctx: Context) -> Description:
    prepositions = ctx.lexicons.words("things", "prepositions")
    cut = next((i for i in range(first + 1, end) if ctx.tokens.lower[i] in prepositions), end)
    return Description(who.person, first, end, cut - 1, min(who.first, first), max(end, who.last + 1), False, line)


def _after(who: Named, line: Line, ctx: Context) -> Iterator[Description]:
    lower, words, own = ctx.tokens.lower, ctx.tokens.words, sentence_tokens(line, ctx)
    if possessive(lower[who.last]):
        return
    i = who.last + 1
    if i < own[-1] and lower[i] == ",":
        i += 1
        if lower[i].isdigit() and i + 1 < own[-1] and lower[i + 1] == ",":
            i += 2
        if lower[i] == "who" and (told := _works_as(i + 1, ctx)):
            i += 1 + told
        elif lower[i] == "who" and i + 1 <= own[-1] and lower[i + 1] in ("is", "plays", "sings"):
            i += 2
        elif lower[i] in closed_words(ctx) - {"as", "now", "also", "still"}:
            return
    elif told := _works_as(i, ctx):
        i += told
    elif i < own[-1] and lower[i] in _IS:
        i += 1
    else:
        return
    while i <= own[-1]:
        end = _end_of(i, i, own, ctx)
        if end <= i or (end - i == 1 and words[i][0].isupper() and not words[i].isalpha()):
            return
        yield _described(who, i, end, line, ctx)
        if lower[end : end + 1] != ["and"] or lower[end + 1 : end + 2] not in (["a"], ["an"], ["the"]):
            return
        i = end + 1  # "a lecturer and a judge in Tarn"


def _end_of(first: int, start: int, own: range, ctx: Context) -> int:
    """Where a description ends that begins at a token; it is counted from another."""
    lower, closed = ctx.tokens.lower, closed_words(ctx)
    end = first
    while end <= own[-1] and end - start < _LONGEST and not _stops(end, ctx) and (end == first or lower[end] not in closed):
        end += 1
    return end


def _stops(at: int, ctx: Context) -> bool:
    """Whether a description ends before a token; the hyphens of "a 34-year-old baker" end none."""
    tokens = ctx.tokens
    if tokens.lower[at] == "-" and 0 < at < len(tokens) - 1:
        return tokens.ends[at - 1] != tokens.starts[at] or tokens.starts[at + 1] != tokens.ends[at]
    return tokens.lower[at] in STOPS


def _taken_up(line: Line, roles: Mapping[str, set[str]], starts: set[int], ctx: Context) -> Iterator[Description]:
    """ "The Osten-born novelist", "the goalkeeper", "He is a Dane": somebody who was named shortly before."""
    lower, words, own = ctx.tokens.lower, ctx.tokens.words, sentence_tokens(line, ctx)
    closed, prepositions = closed_words(ctx), ctx.lexicons.words("things", "prepositions")
    for i in own:
        if lower[i] in _PRONOUNS and i == own[0] and i + 2 <= own[-1]:
            told = _works_as(i + 1, ctx) or int(lower[i + 1] == "is")
            person = _only(ctx) or last_alone(line, ctx) if told else ""
            if person:
                yield from _predicate(person, i, i + 1 + told, line, ctx)
            continue
        if lower[i] != "the" or i in starts or i + 1 > own[-1]:
            continue
        end = i + 1
        while end <= own[-1] and end - i <= 5 and lower[end] not in STOPS and lower[end] not in closed | prepositions:
            end += 1
            if possessive(lower[end - 1]):
                break
        head = next((j for j in range(i + 1, end) if is_person(bare(lower[j]), ctx)), i)
        while head > i and head + 1 < end and is_person(lower[head + 1], ctx) and thesaurus.base(lower[head + 1], thesaurus.VERB) is None:
            head += 1
        if head == i or any(words[j][0].isupper() for j in range(head + 1, min(head + 2, own[-1] + 1))):
            continue
        if head + 1 <= own[-1] and lower[head + 1] in ("of", "for", "at", "from", "in"):
            continue
        if head + 1 <= own[-1] and lower[head + 1] not in STOPS | closed | prepositions and _noun_next(lower[head + 1]):
            continue
        person = _meant(bare(lower[head]), i, line, roles, ctx)
        if person:
            yield Description(person, i, head + 1, head, i, head + 1, True, line)


def _noun_next(word: str) -> bool:
    return (
        not word.endswith(("ed", "s"))
        and thesaurus.entry(word, thesaurus.NOUN) is not None
        and thesaurus.base(word, thesaurus.VERB) is None
    )


def _predicate(person: str, i: int, first: int, line: Line, ctx: Context) -> Iterator[Description]:
    end = _end_of(first, i, sentence_tokens(line, ctx), ctx)
    if end > first:
        yield _described(Named(person, i, i), first, end, line, ctx)


def _works_as(i: int, ctx: Context) -> int:
    """How many tokens from one on say that what follows is somebody's work: "works as a", "has been a"."""
    lower = ctx.tokens.lower
    for words in ctx.lexicons["profiles"]["works_as"]:
        end = i + len(words)
        if lower[i:end] == words and lower[end : end + 1] in (["a"], ["an"], ["the"]):
            return len(words)
    return 0


def _meant(head: str, at: int, line: Line, roles: Mapping[str, set[str]], ctx: Context) -> str:
    """The one person whom a description can take up, or ""."""
    groups = heads(ctx).get(head, frozenset())
    alone = _only(ctx)
    if "party" in groups:
        return alone  # there are many of each
    alike = [p for p, own in roles.items() if head in own or (head not in heads(ctx) and any(_alike(head, r) for r in own))]
    if len(alike) == 1:
        return alike[0]
    if alike or head in ctx.lexicons["profiles"]["passing"] or _before(head, at, ctx):
        return ""
    rivals = [p for p, own in roles.items() if groups and any(heads(ctx).get(r, frozenset()) & groups for r in own)]
    recent = named_before(line, at, ctx)
    if len(rivals) == 1 and rivals[0] in recent:
        return rivals[0]
    if rivals:
        return ""
    if alone and not (groups - {"nation"} and any(heads(ctx).get(r) for r in roles.get(alone, ()))):
        return alone
    return recent[0] if len(set(recent)) == 1 else ""


def _only(ctx: Context) -> str:
    """The only person of the article, or ""."""
    return next(iter(surnames(ctx)), "") if len(everybody(ctx)) == 1 else ""


def _before(head: str, at: int, ctx: Context) -> bool:
    """Whether a noun stands earlier in the article, of somebody else."""
    where = places(ctx)
    return any(i < at for form in (head, f"{head}s") for i in where.get(form, ())[:1])


def _alike(a: str, b: str) -> bool:
    return b not in ("man", "woman") and thesaurus.person(b) and thesaurus.same(a, b, thesaurus.NOUN)
