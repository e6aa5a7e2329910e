"""Reads relations in all the shapes in which they are put: "owned by", "which owns", "the owner of the mill is", "the Halden-owned mill".

Never compares; what was once so, may be so, or is so of somebody in general is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from factcheck.contradictions.entities import PERSONAL, left_of, opening, possessive, proper, settled, taken_up
from factcheck.contradictions.keys import Line, in_words, sentence_of, stemmer
from factcheck.contradictions.negation import is_negator
from factcheck.contradictions.people import everybody
from factcheck.contradictions.postings import among, places, standing
from factcheck.contradictions.relation_values import coordinated, country_of, lower_at, names_in, past_measure, row_of, tells_nothing
from factcheck.contradictions.things import Thing, phrase_after, phrase_before, read
from factcheck.model.article import Span
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context

PAST = "ago"
"""Another time, whatever the other sentence says: "last year", "two years ago"."""
_WINDOW = 6
_INSERTS = frozenset({",", "that", "which", "who"})
_LONGEST_CLAUSE = 9
_FORMS = ("after", "before", "noun", "where", "blame")
_COPULA = frozenset({"was", "is", "were", "are", "remains"})
_POSSESSORS = frozenset({"its", "his", "her"})


@dataclass(frozen=True, slots=True)
class Link:
    """A value of a relation.

    Args:
        thing: what has it; None where it was named just before.
        value: stems of the value's words.
        when: years, months and weekdays that stand beside it.
        names: stems of the names in the value.
        weak: whether the thing was only taken up by a pronoun.
    """

    thing: Thing | None
    value: frozenset[str]
    line: Line
    when: frozenset[str] = frozenset()
    weak: bool = False
    names: frozenset[str] = frozenset()


Row = tuple[str, str, tuple[str, ...]]


def table(ctx: Context) -> Mapping[str, list[Row]]:
    """First word to (relation, form, words) of every phrase."""

    def make() -> dict[str, list[Row]]:
        out: dict[str, list[Row]] = {}
        for relation, row in ctx.lexicons["links"]["relation"].items():
            for form in _FORMS:
                for phrase in row.get(form, ()):
                    words = tuple(phrase.split())
                    out.setdefault(words[0], []).append((relation, form, words))
            for verb in row.get("verbs", ()):  # one relation for each verb: where it was signed, where it was shot
                for at in row["at"]:
                    out.setdefault(verb, []).append((f"{relation}:{verb}", "after", (verb, at)))
                out.setdefault(verb, []).append((f"{relation}:{verb}", "where", (verb,)))
        return out

    return ctx.once("contradictions.link_table", make)


def found(line: Line, ctx: Context) -> Iterator[tuple[str, Span, Link]]:
    """The relations that a sentence states, with their places."""
    lower, rows = ctx.tokens.lower, table(ctx)
    line = _whole(line, ctx)
    for i in among(line, standing("links", rows, ctx)):
        for relation, form, words in rows.get(lower[i], ()):
            end = i + len(words)
            if tuple(lower[i:end]) == words and not _unsure(relation, i, end, line, ctx):
                yield from _read(relation, form, i, end, line, ctx)
    yield from _joined(line, ctx)


def _whole(line: Line, ctx: Context) -> Line:
    """A line with the words of its frames: "the mill's owner, Halden Lines, said" tells who owns it."""
    start, end = sentence_of(line.number, ctx)
    return replace(line, tokens=tuple(ctx.tokens.within(start, end)), opens=start)


def _unsure(relation: str, i: int, end: int, line: Line, ctx: Context) -> bool:
    """Whether it is denied, only possible, or was so at another time."""
    lexicon, lower = ctx.lexicons["links"], ctx.tokens.lower
    if any(is_negator(j, ctx) for j in range(max(0, i - 3), i)):
        return True
    ahead = end if lower_at(end, ctx) == "," else min(end + _WINDOW, len(lower))  # what follows ", X," is said of something else
    near = range(max(line.tokens[0], i - _WINDOW), ahead)
    if any(in_words(j, lexicon["unreal"], ctx) for j in near):
        return True
    if row_of(relation, ctx).get("once", False):
        return False
    span = range(line.tokens[0], _clause_end(end, line, ctx))
    return any(lower[j] in lexicon["changed"] or (_year(lower[j]) and "since" not in lower[max(0, j - 4) : j]) for j in span)


def _clause_end(end: int, line: Line, ctx: Context) -> int:
    """Where the clause of a relation ends: what became of it is told after ", which"."""
    lower = ctx.tokens.lower
    for j in range(end, line.tokens[-1]):
        if lower[j] == "," and lower[j + 1] in ("which", "who", "where", "whose"):
            return j
    return line.tokens[-1] + 1


def _year(word: str) -> bool:
    bare = word.removesuffix("s")
    return bare.isdigit() and len(bare) == 4 and bare[:2] in ("18", "19", "20")


def _when(line: Line, ctx: Context) -> frozenset[str]:
    times = {*ctx.lexicons["links"]["times"], *ctx.lexicons["links"]["weekdays"]}
    lower = ctx.tokens.lower
    told = {lower[j] for j in line.tokens if lower[j] in times or _year(lower[j])}
    past = {PAST for j in line.tokens if lower[j] == "ago" or (lower[j] == "last" and lower[j + 1 : j + 2] in (["year"], ["month"]))}
    return frozenset(told | past)


def _read(relation: str, form: str, i: int, end: int, line: Line, ctx: Context) -> Iterator[tuple[str, Span, Link]]:
    pair: tuple[Thing | None, Thing] | None
    if form == "where":
        pair = _of_where(i, end, line, ctx)
    elif form == "blame":
        pair = _of_blame(end, line, ctx)
    else:
        pair = _of_noun(relation, i, end, line, ctx) if form == "noun" else _of_verb(form, i, end, line, ctx)
    if pair is None and form == "after" and row_of(relation, ctx).get("loose", False):
        value = phrase_after(end, line, ctx)
        pair = (None, value) if value is not None and proper(value.last, ctx) else None
    if pair is None:
        return
    thing, value = pair
    if tells_nothing(relation, thing, value, ctx):
        return
    lexicon = ctx.lexicons["links"]
    known = [x for x in (thing, value) if x is not None and x.first >= line.tokens[0]]
    span = (ctx.tokens.starts[min(i, *(x.first for x in known))], ctx.tokens.ends[max(end - 1, *(x.last for x in known))])
    narrow = form == "noun" or relation in lexicon["by_head"]
    words = (value.mods | {value.head}) if narrow else value.words
    if row_of(relation, ctx).get("named", False):
        words = frozenset(country_of(w, ctx) for w in names_in(value, ctx))
    weak = thing is None or thing.first < line.tokens[0]
    more, names = coordinated(value, line, ctx), names_in(value, ctx)
    yield relation, span, Link(thing, words | more, line, _when(line, ctx), weak, names | more if names else names)


def _of_verb(form: str, i: int, end: int, line: Line, ctx: Context) -> tuple[Thing | None, Thing] | None:
    """The phrases left and right of "caused by", "caused" or "was the cause of"."""
    lower = ctx.tokens.lower
    right = phrase_after(past_measure(end - (lower[end - 1] == "the"), ctx), line, ctx)
    if right is None:
        return None
    left = _over_insertions(i, line, ctx) or left_of(i, line, ctx)
    if left is None and form == "after" and lower[right.last + 1 : right.last + 2] == [","]:  # "Born in Tarn, Ida Brandt moved"
        left = settled(phrase_after(right.last + 2, line, ctx), ctx) if i == line.tokens[0] else None
    if left is None:
        return None
    return (left, right) if form == "after" else (settled(right, ctx), left)


def _over_insertions(i: int, line: Line, ctx: Context) -> Thing | None:
    """The subject with which a sentence opens, where a clause between commas stands before its verb: "The lorry that …, had been"."""
    helpers = ctx.lexicons["things"]["helpers"]
    at = next((j for j in range(i - 1, line.tokens[0], -1) if lower_at(j, ctx) not in helpers), i)
    if lower_at(at, ctx) != ",":
        return None
    found = opening(line, ctx)
    return found if found is not None and found.definite and lower_at(found.last + 1, ctx) in _INSERTS else None


def _of_where(i: int, end: int, line: Line, ctx: Context) -> tuple[Thing | None, Thing] | None:
    """The place before a relative clause: "Holm, where the company has its headquarters"."""
    lower = ctx.tokens.lower
    low = line.tokens[0]
    where = next((j for j in range(i - 1, max(low, i - _LONGEST_CLAUSE), -1) if lower[j] == "where"), None)
    if where is None or any(lower[j] in (",", ";") for j in range(where, i)):
        return None
    at = where - (lower[where - 1] == ",")
    first = at
    while first > low and (
        ctx.tokens.words[first - 1][0].isupper() or lower[first - 1] == "of" or (first == at and lower[at - 1].isalpha())
    ):
        first -= 1
    value = read(first + (lower[first] == "of"), at, ctx)
    thing = left_of(i, line, ctx)
    if thing is not None and low <= thing.first <= where and lower[where + 1] not in PERSONAL:
        thing = settled(phrase_after(where + 1, line, ctx), ctx)
    return (thing, value) if value is not None and thing is not None else None


def _of_blame(end: int, line: Line, ctx: Context) -> tuple[Thing | None, Thing] | None:
    """ "Blamed a short circuit for the fire": what caused what."""
    lower = ctx.tokens.lower
    stop = next((j for j in range(end, min(end + _LONGEST_CLAUSE, line.tokens[-1])) if lower[j] in ("for", ",", ";")), end)
    if stop == end or lower[stop] != "for":
        return None
    value, thing = read(end, stop, ctx), phrase_after(stop + 1, line, ctx)
    return (settled(thing, ctx), value) if value is not None and thing is not None else None


def _of_noun(relation: str, i: int, end: int, line: Line, ctx: Context) -> tuple[Thing | None, Thing] | None:
    """Whose owner, and who it is: "its owner, X", "the owner of the mill is X", "X, the mill's owner"; a deputy director is none."""
    if row_of(relation, ctx).get("adjectives", False) and ctx.tokens.words[max(0, i - 1)] in ctx.lexicons["places"]["demonyms"]:
        i -= 1  # "the mill's Danish owner"
    if lower_at(i - 1, ctx) in ctx.lexicons.words("offices", "below") | ctx.lexicons.words("offices", "not_now"):
        return None
    owned = _possessor(i, end, line, ctx)
    if owned is None:
        return None
    thing, start, stop = owned
    if row_of(relation, ctx).get("lies", False):
        return _lies(thing, end, stop, line, ctx)
    if (
        thing is not None
        and thing.definite
        and lower_at(stop, ctx) == ","
        and not proper(stop + 1, ctx)
        and not (lower_at(stop + 1, ctx) == "the" or any(proper(stop + j, ctx) for j in (2, 3, 4)))
    ):
        return _before_noun(thing, start, line, ctx)
    value = _after_noun(stop, line, ctx)
    if value is not None:
        return thing, value
    return _before_noun(thing, start, line, ctx)


def _lies(thing: Thing | None, end: int, stop: int, line: Line, ctx: Context) -> tuple[Thing | None, Thing] | None:
    """ "The headquarters of the mill in Tarn", "its headquarters in Tarn": where it is."""
    lower = ctx.tokens.lower
    if lower_at(end, ctx) == "of":
        stop = next((j for j in range(end + 1, min(end + _LONGEST_CLAUSE, line.tokens[-1])) if lower[j] == "in"), stop)
        thing = settled(read(end + 1, stop, ctx), ctx)
    value = phrase_after(stop + 1, line, ctx) if lower_at(stop, ctx) == "in" else _after_noun(stop, line, ctx)
    return (thing, value) if value is not None else None


def _possessor(i: int, end: int, line: Line, ctx: Context) -> tuple[Thing | None, int, int] | None:
    """Whose it is, and where the whole phrase begins and ends."""
    before = lower_at(i - 1, ctx)
    if before in _POSSESSORS:
        thing = taken_up(before, line, ctx, own=before == "its" and i - 1 > line.tokens[0] + 1)
        if thing is None or not thing.definite:
            return (None, i - 1, end) if before == "its" or len(everybody(ctx)) == 1 else None
        return thing, i - 1, end
    if before == "whose":
        thing = left_of(i - 1, line, ctx)
        return (thing, i - 1, end) if thing else None
    if i and possessive(before):
        first = i - 1
        while first > line.tokens[0] and (proper(first - 1, ctx) or first == i - 1) and lower_at(first - 1, ctx).isalpha():
            first -= 1
            if lower_at(first, ctx) in ("the", "a", "an"):
                break
        thing = settled(read(first, i, ctx), ctx)
        return (replace(_bare(thing, ctx), definite=True), first, end) if thing else None
    if lower_at(end, ctx) == "of":
        thing = settled(phrase_after(end + 1, line, ctx), ctx)
        return (thing, i - (before == "the"), thing.last + 1) if thing else None
    return (None, i - 1, end) if before == "the" else None


def _bare(thing: Thing, ctx: Context) -> Thing:
    word = ctx.tokens.lower[thing.last]
    for ending in ("'s", "’s", "'", "’"):
        word = word.removesuffix(ending)
    return replace(thing, head=stemmer(ctx)(word), definite=True) if thing.head.endswith(("'s", "’s", "'", "’")) else thing


def _after_noun(stop: int, line: Line, ctx: Context) -> Thing | None:
    link = lower_at(stop, ctx)
    if link in _COPULA:
        at = stop + 1
        return phrase_after(at, line, ctx) if at < len(ctx.tokens) else None
    if link == ",":
        value = phrase_after(stop + 1, line, ctx) if stop + 1 < len(ctx.tokens) else None
        named = value is not None and any(proper(j, ctx) for j in range(value.first, value.last + 1))
        return value if value and named and lower_at(value.last + 1, ctx) in (",", ".", "—", "–") else None
    value = phrase_after(stop, line, ctx) if stop < len(ctx.tokens) and proper(stop, ctx) else None
    if value is None:
        return None
    last = value.first
    while proper(last + 1, ctx) and lower_at(last + 1, ctx).isalpha():
        last += 1
    return read(value.first, last + 1, ctx)


def _before_noun(thing: Thing | None, start: int, line: Line, ctx: Context) -> tuple[Thing | None, Thing] | None:
    """ "The depot was the target of the attack", "X, the mill's owner"."""
    link = lower_at(start - 1, ctx)
    if thing is None or link not in _COPULA | {","}:
        return None
    value = phrase_before(start - 1, line, ctx)
    if value is None or (link == "," and not proper(value.last, ctx)):
        return None
    return thing, value


def _joined(line: Line, ctx: Context) -> Iterator[tuple[str, Span, Link]]:
    """ "The Halden-owned mill", "Tarn-based Brockway"."""
    endings: Mapping[str, Any] = ctx.lexicons["links"]["joined"]

    def make() -> frozenset[int]:
        return frozenset(i for word, at in places(ctx).items() if "-" in word and word.rsplit("-", 1)[-1] in endings for i in at)

    for i in among(line, ctx.once("contradictions.joined", make)):
        front, _, ending = ctx.tokens.lower[i].rpartition("-")
        relation = endings[ending]
        thing = settled(phrase_after(i + 1, line, ctx), ctx) if i + 1 < len(ctx.tokens) else None
        if not ctx.tokens.words[i][0].isupper() or thing is None or _unsure(relation, i, i + 1, line, ctx):
            continue
        definite = replace(thing, definite=thing.definite or lower_at(i - 1, ctx) in ("the", "this"))
        if definite.definite:
            value = frozenset(country_of(stemmer(ctx)(w), ctx) for w in front.split("-"))
            yield relation, (ctx.tokens.starts[i], ctx.tokens.ends[thing.last]), Link(definite, value, line, _when(line, ctx))
