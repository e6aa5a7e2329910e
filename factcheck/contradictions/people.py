"""Who is named: the people of an article by their surnames, where each is named, and what tells that a noun is a person's.

Leaves out a surname that two people share; reads no descriptions, compares nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.contradictions.entities import possessive
from factcheck.contradictions.keys import Line, line_of, lines
from factcheck.language import thesaurus
from factcheck.model.claim_parts import Detail
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context

_BACK = 3
_ORDER = frozenset({"first", "only"})
"""Helpers of a verb, but also words of a description: "the first Swede to win"."""
STOPS = frozenset({",", ".", ";", ":", "(", ")", "“", "”", '"', "—", "–", "-", "!", "?"})
_OF_A_PEOPLE = ("ish", "sh", "ch", "ese", "iss")
"""Adjectives with these endings stand for a whole people: "the Swiss"."""


@dataclass(frozen=True, slots=True)
class Named:
    """A place where somebody is named: the last name in lower case, the first and the last token."""

    person: str
    first: int
    last: int


def bare(word: str) -> str:
    """A word without a possessive ending."""
    return word.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")


def surnames(ctx: Context) -> Mapping[str, frozenset[str]]:
    """Last name to the first names with which it stands; those that two people share are left out."""

    def make() -> dict[str, frozenset[str]]:
        titles, lower = ctx.lexicons["offices"]["titles"], ctx.tokens.lower
        firsts: dict[str, set[str]] = {}
        sure: set[str] = set()
        for claim in ctx.claims:
            framed = claim.attribution.details if claim.attribution else ()
            for d in (*claim.details, *framed):
                if d.kind not in ("person", "name") or not d.text[:1].isupper():
                    continue
                inside = ctx.tokens.within(d.start, d.end)
                while len(inside) > 2 and lower[inside[0]] in titles:
                    inside = inside[1:]
                if len(inside) > 1 and lower[inside[0]] not in titles:
                    firsts.setdefault(bare(lower[inside[-1]]), set()).add(lower[inside[0]])
                    sure |= {bare(lower[inside[-1]])} if d.kind == "person" or _like_a_person(inside, ctx) else set()
        return {last: frozenset(own) for last, own in firsts.items() if len(own) == 1 and last in sure}

    return ctx.once("contradictions.people.surnames", make)


def _like_a_person(inside: range, ctx: Context) -> bool:
    """Whether a name stands as people's names do: after what people are, or before "who" or what somebody is."""
    lower = ctx.tokens.lower
    before = lower[inside[0] - 1] if inside[0] else ""
    after = lower[inside[-1] + 1 : inside[-1] + 7]
    if is_person(before, ctx):
        return True
    apposed = after[:2] in ([",", "a"], [",", "an"], [",", "the"], [",", "who"])
    return after[:2] == [",", "who"] or (apposed and any(is_person(w, ctx) for w in after[2:5]))


def named(line: Line, ctx: Context) -> list[Named]:
    """The people that a line names, in order, frames included."""

    def make() -> dict[int, list[Named]]:
        known, out = surnames(ctx), dict[int, list[Named]]()
        lower, words = ctx.tokens.lower, ctx.tokens.words
        titles = ctx.lexicons["offices"]["titles"]
        for sentence in ctx.article.sentences:
            inside = ctx.tokens.within(sentence.start, sentence.end)
            for i in inside:
                own = bare(lower[i])
                if own not in known or not words[i][0].isupper():
                    continue
                after = words[i + 1] if i + 1 < inside.stop else "."
                if not possessive(lower[i]) and after[0].isupper() and lower[i + 1] not in titles:
                    continue  # a part of a longer name
                first = i
                while first > inside[0] and (lower[first - 1] in known[own] or (first < i and lower[first - 1] in titles)):
                    first -= 1
                before = words[first - 1] if first > inside[0] else ""
                if first == i and before[:1].isupper() and first - 1 > inside[0] and _other_first(lower[first - 1], ctx):
                    continue
                out.setdefault(sentence.number, []).append(Named(own, first, i))
        return out

    found: dict[int, list[Named]] = ctx.once("contradictions.people.named", make)
    return found.get(line.number, [])


def _other_first(word: str, ctx: Context) -> bool:
    return any(word in own for own in surnames(ctx).values())


def is_person(word: str, ctx: Context) -> bool:
    """Whether a noun in lower case is one person's: a trade, a rank, "34-year-old"."""
    return word.endswith("-year-old") or word in heads(ctx) or (thesaurus.person(word) and not word.endswith("s"))


def heads(ctx: Context) -> Mapping[str, frozenset[str]]:
    """Nouns of the groups that exclude each other, with the groups."""

    def make() -> dict[str, frozenset[str]]:
        out: dict[str, set[str]] = {}
        for name, row in ctx.lexicons["profiles"].items():
            if isinstance(row, Mapping) and "lead" in row:
                for value, words in row.items():
                    for w in words if value != "lead" else ():
                        out.setdefault(w.rpartition("-")[2], set()).add(name)
        demonyms = (w.lower() for w, country in ctx.lexicons["places"]["demonyms"].items() if country)
        for word in (*ctx.lexicons["profiles"]["people"], *demonyms):
            if not word.endswith(_OF_A_PEOPLE):
                out.setdefault(word, set()).add("nation")
        return {w: frozenset(g) for w, g in out.items()}

    return ctx.once("contradictions.people.profile_heads", make)


def named_before(line: Line, before: int, ctx: Context) -> list[str]:
    """The people named in this sentence before a token and in the three before it, the nearest first."""
    found = [n.person for n in reversed(named(line, ctx)) if n.last < before]
    for step in range(1, _BACK + 1):
        previous = line_of(ctx).get(line.number - step)
        found += [n.person for n in reversed(named(previous, ctx))] if previous else []
    return found


def last_alone(line: Line, ctx: Context) -> str:
    """Who alone is named in the nearest sentence before that names anybody; "" where two are."""
    for step in range(1, _BACK):
        previous = line_of(ctx).get(line.number - step)
        people = {n.person for n in named(previous, ctx)} if previous else set()
        if people:
            return people.pop() if len(people) == 1 else ""
    return ""


def everybody(ctx: Context) -> frozenset[str]:
    """The last names of all people in the article, those of two people included."""

    def make() -> frozenset[str]:
        return frozenset(bare(d.text.split()[-1].lower()) for line in lines(ctx) for d in _details(line) if d.kind == "person")

    return ctx.once("contradictions.people.everybody", make)


def _details(line: Line) -> list[Detail]:
    return [*line.details, *(d for c in line.claims if c.attribution for d in c.attribution.details)]


def sentence_tokens(line: Line, ctx: Context) -> range:
    """The tokens of a line's whole sentence, frames included."""

    def make() -> dict[int, range]:
        return {s.number: ctx.tokens.within(s.start, s.end) for s in ctx.article.sentences}

    found: dict[int, range] = ctx.once("contradictions.people.sentence_tokens", make)
    return found[line.number]


def closed_words(ctx: Context) -> frozenset[str]:
    """Words that end a description: conjunctions, auxiliaries and common verbs."""

    def make() -> frozenset[str]:
        things = ctx.lexicons["things"]
        verbs = ctx.lexicons["grammar"]["words"]["verbs"].split()
        return frozenset(things["clause"]) | (frozenset(things["helpers"]) - _ORDER) | frozenset(verbs)

    return ctx.once("contradictions.people.closed", make)
