"""Who is meant: the named people of an article, how each is described, and the descriptions that take one of them up again.

Reads "the baker Irma Falk", "Falk, a baker", "Falk, who is a baker", "the baker". Leaves out what fits two people; compares nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.contradictions.entities import possessive
from factcheck.contradictions.keys import Line, line_of, lines
from factcheck.contradictions.postings import places
from factcheck.language import thesaurus
from factcheck.model.claim_parts import Detail
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context

_REACH, _LONGEST, _BACK = 7, 11, 3
_IS = frozenset({"is", "was", "remains"})
_STOPS = frozenset({",", ".", ";", ":", "(", ")", "“", "”", '"', "—", "–", "-", "!", "?"})
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


@dataclass(frozen=True, slots=True)
class _Named:
    person: str
    first: int
    last: int


def descriptions(ctx: Context) -> tuple[Description, ...]:
    """All descriptions of people whose surname nobody else in the article has."""
    return ctx.once("contradictions.people.descriptions", lambda: tuple(_all(ctx)))


def bare(word: str) -> str:
    """A word without a possessive ending."""
    return word.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")


def _surnames(ctx: Context) -> Mapping[str, frozenset[str]]:
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
    if _person(before, ctx):
        return True
    apposed = after[:2] in ([",", "a"], [",", "an"], [",", "the"], [",", "who"])
    return after[:2] == [",", "who"] or (apposed and any(_person(w, ctx) for w in after[2:5]))


def named(line: Line, ctx: Context) -> list[_Named]:
    """The people that a line names, in order, frames included."""

    def make() -> dict[int, list[_Named]]:
        known, out = _surnames(ctx), dict[int, list[_Named]]()
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
                out.setdefault(sentence.number, []).append(_Named(own, first, i))
        return out

    found: dict[int, list[_Named]] = ctx.once("contradictions.people.named", make)
    return found.get(line.number, [])


def _other_first(word: str, ctx: Context) -> bool:
    return any(word in own for own in _surnames(ctx).values())


def _closed(ctx: Context) -> frozenset[str]:
    def make() -> frozenset[str]:
        things = ctx.lexicons["things"]
        verbs = ctx.lexicons["grammar"]["words"]["verbs"].split()
        return frozenset(things["clause"]) | frozenset(things["helpers"]) | frozenset(verbs)

    return ctx.once("contradictions.people.closed", make)


def _all(ctx: Context) -> Iterator[Description]:
    roles: dict[str, set[str]] = {}
    held: list[Description] = []
    if not _surnames(ctx):
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


def _sentence(line: Line, ctx: Context) -> range:
    def make() -> dict[int, range]:
        return {s.number: ctx.tokens.within(s.start, s.end) for s in ctx.article.sentences}

    found: dict[int, range] = ctx.once("contradictions.people.sentence_tokens", make)
    return found[line.number]


def _beside(who: _Named, line: Line, ctx: Context) -> Iterator[Description]:
    lower, words, own = ctx.tokens.lower, ctx.tokens.words, _sentence(line, ctx)
    closed, prepositions = _closed(ctx), ctx.lexicons.words("things", "prepositions")
    low = who.first
    while low > own[0] and who.first - low < _REACH and lower[low - 1] not in closed | prepositions and lower[low - 1] not in _STOPS:
        low -= 1
        if lower[low] in ("a", "an", "the", "its", "his", "her") or possessive(lower[low]):
            break
    verbs = (i for i in range(low, who.first) if bare(lower[i]) in everybody(ctx) or (words[i][0].islower() and lower[i].endswith("ed")))
    low = max(verbs, default=low - 1) + 1
    if low < who.first:
        yield Description(who.person, low, who.first, who.first - 1, low, who.last + 1, False, line)
    at = who.first - 1
    if at > own[0] and lower[at] == "," and who.last + 1 <= own[-1] and (lower[who.last + 1] in _STOPS or lower[who.last + 1] in closed):
        first = at
        while first > own[0] and at - first < _LONGEST and lower[first - 1] not in _STOPS and lower[first - 1] not in closed:
            first -= 1
            if lower[first] in ("a", "an", "the", "its") or (possessive(lower[first]) and words[first][0].isupper()):
                break
        opens = first < at and (first == own[0] or lower[first - 1] not in _STOPS or lower[first - 1] in ("“", '"'))
        if opens and (lower[first] in ("the", "its", "his", "her") or possessive(lower[first])):
            yield _described(who, first, at, line, ctx)
    yield from _after(who, line, ctx)


def _described(who: _Named, first: int, end: int, line: Line, ctx: Context) -> Description:
    prepositions = ctx.lexicons.words("things", "prepositions")
    cut = next((i for i in range(first + 1, end) if ctx.tokens.lower[i] in prepositions), end)
    return Description(who.person, first, end, cut - 1, min(who.first, first), max(end, who.last + 1), False, line)


def _after(who: _Named, line: Line, ctx: Context) -> Iterator[Description]:
    lower, words, own = ctx.tokens.lower, ctx.tokens.words, _sentence(line, ctx)
    if possessive(lower[who.last]):
        return
    i = who.last + 1
    if i < own[-1] and lower[i] == ",":
        i += 1
        if lower[i].isdigit() and i + 1 < own[-1] and lower[i + 1] == ",":
            i += 2
        if lower[i] == "who" and i + 1 <= own[-1] and lower[i + 1] in ("is", "plays", "sings"):
            i += 2
        elif lower[i] in _closed(ctx) - {"as", "now", "also", "still"}:
            return
    elif i < own[-1] and lower[i] in _IS:
        i += 1
    else:
        return
    first = i
    end = first
    closed = _closed(ctx)
    while end <= own[-1] and end - first < _LONGEST and lower[end] not in _STOPS and (end == first or lower[end] not in closed):
        end += 1
    if end <= first or (end - first == 1 and words[first][0].isupper() and not words[first].isalpha()):
        return
    yield _described(who, first, end, line, ctx)


def _taken_up(line: Line, roles: Mapping[str, set[str]], starts: set[int], ctx: Context) -> Iterator[Description]:
    """ "The Osten-born novelist", "the goalkeeper", "He is a Dane": somebody who was named shortly before."""
    lower, words, own = ctx.tokens.lower, ctx.tokens.words, _sentence(line, ctx)
    closed, prepositions = _closed(ctx), ctx.lexicons.words("things", "prepositions")
    for i in own:
        if lower[i] in _PRONOUNS and i == own[0] and i + 2 <= own[-1] and lower[i + 1] == "is":
            person = _last_alone(line, ctx)
            if person:
                yield from _predicate(person, i, line, ctx)
            continue
        if lower[i] != "the" or i in starts or i + 1 > own[-1]:
            continue
        end = i + 1
        while end <= own[-1] and end - i <= 5 and lower[end] not in _STOPS and lower[end] not in closed | prepositions:
            end += 1
            if possessive(lower[end - 1]):
                break
        head = next((j for j in range(i + 1, end) if _person(bare(lower[j]), ctx)), i)
        while head > i and head + 1 < end and _person(lower[head + 1], ctx) and thesaurus.base(lower[head + 1], thesaurus.VERB) is None:
            head += 1
        if head == i or any(words[j][0].isupper() for j in range(head + 1, min(head + 2, own[-1] + 1))):
            continue
        if head + 1 <= own[-1] and lower[head + 1] in ("of", "for", "at", "from", "in"):
            continue
        if head + 1 <= own[-1] and lower[head + 1] not in _STOPS | closed | prepositions and _noun_next(lower[head + 1]):
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


def _predicate(person: str, i: int, line: Line, ctx: Context) -> Iterator[Description]:
    lower, own = ctx.tokens.lower, _sentence(line, ctx)
    end = i + 2
    while end <= own[-1] and end - i < _LONGEST and lower[end] not in _STOPS and (end == i + 2 or lower[end] not in _closed(ctx)):
        end += 1
    if end > i + 2:
        yield _described(_Named(person, i, i), i + 2, end, line, ctx)


def _person(word: str, ctx: Context) -> bool:
    return word.endswith("-year-old") or word in _heads(ctx) or (thesaurus.person(word) and not word.endswith("s"))


def _heads(ctx: Context) -> Mapping[str, frozenset[str]]:
    """Nouns of the groups that exclude each other, with the groups."""

    def make() -> dict[str, frozenset[str]]:
        out: dict[str, set[str]] = {}
        for name, row in ctx.lexicons["profiles"].items():
            if isinstance(row, Mapping) and "lead" in row:
                for value, words in row.items():
                    for w in words if value != "lead" else ():
                        out.setdefault(w.rpartition("-")[2], set()).add(name)
        for word in ctx.lexicons["profiles"]["people"]:
            out.setdefault(word, set()).add("nation")
        return {w: frozenset(g) for w, g in out.items()}

    return ctx.once("contradictions.people.profile_heads", make)


def _recent(line: Line, before: int, ctx: Context) -> list[str]:
    """The people named in this sentence before a token and in the three before it, the nearest first."""
    found = [n.person for n in reversed(named(line, ctx)) if n.last < before]
    for step in range(1, _BACK + 1):
        previous = line_of(ctx).get(line.number - step)
        found += [n.person for n in reversed(named(previous, ctx))] if previous else []
    return found


def _last_alone(line: Line, ctx: Context) -> str:
    for step in range(1, _BACK):
        previous = line_of(ctx).get(line.number - step)
        people = {n.person for n in named(previous, ctx)} if previous else set()
        if people:
            return people.pop() if len(people) == 1 else ""
    return ""


def _meant(head: str, at: int, line: Line, roles: Mapping[str, set[str]], ctx: Context) -> str:
    """The one person whom a description can take up, or ""."""
    groups = _heads(ctx).get(head, frozenset())
    alone = next(iter(_surnames(ctx))) if len(everybody(ctx)) == 1 else ""
    if "party" in groups:
        return alone  # there are many of each
    alike = [p for p, own in roles.items() if head in own or (head not in _heads(ctx) and any(_alike(head, r) for r in own))]
    if len(alike) == 1:
        return alike[0]
    if alike or head in ctx.lexicons["profiles"]["passing"] or _before(head, at, ctx):
        return ""
    rivals = [p for p, own in roles.items() if groups and any(_heads(ctx).get(r, frozenset()) & groups for r in own)]
    recent = _recent(line, at, ctx)
    if len(rivals) == 1 and rivals[0] in recent:
        return rivals[0]
    if rivals:
        return ""
    if alone and not (groups and any(_heads(ctx).get(r) for r in roles.get(alone, ()))):
        return alone
    return recent[0] if len(set(recent)) == 1 else ""


def everybody(ctx: Context) -> frozenset[str]:
    """The last names of all people in the article, those of two people included."""

    def make() -> frozenset[str]:
        return frozenset(bare(d.text.split()[-1].lower()) for line in lines(ctx) for d in _details(line) if d.kind == "person")

    return ctx.once("contradictions.people.everybody", make)


def _details(line: Line) -> list[Detail]:
    return [*line.details, *(d for c in line.claims if c.attribution for d in c.attribution.details)]


def _before(head: str, at: int, ctx: Context) -> bool:
    """Whether a noun stands earlier in the article, of somebody else."""
    where = places(ctx)
    return any(i < at for form in (head, f"{head}s") for i in where.get(form, ())[:1])


def _alike(a: str, b: str) -> bool:
    return b not in ("man", "woman") and thesaurus.person(b) and thesaurus.same(a, b, thesaurus.NOUN)
