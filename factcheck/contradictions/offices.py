"""One person in two offices that exclude each other, and one office with two holders: "the deputy mayor" and "mayor since 2017".

Leaves out former, acting and future holders, and posts that one person may well have at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from factcheck.contradictions import voice
from factcheck.contradictions.entities import possessive
from factcheck.contradictions.keys import Line, lines
from factcheck.contradictions.postings import places
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

TWO, HOLDERS = "two-offices", "two-holders-of-office"
_REACH = 4
_LONGEST = 6
_REST = 14
_COPULA = frozenset({"is", "remains"})
_RESOLVE = "The body's own list of its office holders, and the day on which the office was held."


@dataclass(frozen=True, slots=True)
class _Held:
    """An office of a person.

    Args:
        person: the last name in lower case.
        first: the first name in lower case, or "".
        office: the words of the office: ("deputy", "mayor").
        group: the group of offices that exclude each other.
        place: the name of the place or body whose office it is, in lower case, or "".
    """

    person: str
    first: str
    office: tuple[str, ...]
    group: str
    place: str
    line: Line


def _found(ctx: Context) -> tuple[tuple[Span, _Held], ...]:
    return ctx.once("contradictions.offices", lambda: tuple(row for line in lines(ctx) for row in _of_line(line, ctx)))


def _of_line(line: Line, ctx: Context) -> Iterator[tuple[Span, _Held]]:
    tokens, table = ctx.tokens, ctx.lexicons["offices"]
    frames = {(d.start, d.end, d.kind): d for c in line.claims if c.attribution for d in c.attribution.details}
    own = {(d.start, d.end, d.kind): d for d in line.details}
    people = sorted((d for d in {**frames, **own}.values() if d.kind in ("person", "name") and d.text[:1].isupper()), key=lambda d: d.start)
    heads = ctx.once("contradictions.office_heads", lambda: {h: g for g, row in table["group"].items() for h in row["heads"]})
    for person in people:
        inside = tokens.within(person.start, person.end)
        for at in _near(inside, ctx) if inside else ():
            head = tokens.lower[at].rpartition("-")[2]
            if head not in heads:
                continue
            row = _office(at, heads[head], inside, ctx)
            if row is None:
                continue
            words, place = row
            last = tokens.lower[inside[-1]].removesuffix("'s")
            first = tokens.lower[inside[0]] if len(inside) > 1 and tokens.lower[inside[0]] not in table["titles"] else ""
            span = (min(tokens.starts[at], person.start), max(tokens.ends[at], person.end))
            yield span, _Held(last, first, words, heads[head], place, line)


def _near(inside: range, ctx: Context) -> Iterator[int]:
    """Where an office may stand: right before the name, after "the" in an apposition, or after "who is"."""
    lower, words = ctx.tokens.lower, ctx.lexicons["offices"]
    at = inside[0] - 1
    if at >= _REACH - 2 and (lower[at] == "," or lower[at] in _COPULA):  # "the mayor of Holm, Otto Tobak,", "Holm's mayor is Otto Tobak"
        for i in range(at - 1, max(-1, at - _LONGEST), -1):
            if lower[i] in words["ends"]:
                break
            if any(w in words["leads"] or possessive(w) for w in lower[max(0, i - 3) : i]):
                yield i
    elif at >= 0:
        yield at
    i = inside[-1] + 1
    if lower[i : i + 1] == [","] and _opens(i + 1, ctx):
        i += 1
        while i < len(lower) and i - inside[-1] <= _LONGEST + 3:
            if lower[i] in words["ends"]:
                return
            yield i
            i += 1
    elif i < len(lower) and lower[i] in _COPULA:  # "Ilves is the mayor of Holm"
        yield from _complement(i + 1, ctx)


def _opens(i: int, ctx: Context) -> bool:
    """Whether an apposition may begin here: a verb begins none ("Moll, met the president")."""
    lower, words = ctx.tokens.lower, ctx.lexicons["offices"]
    if i >= len(lower):
        return False
    word = lower[i]
    heads = ctx.once("contradictions.office_heads", lambda: {h: g for g, row in words["group"].items() for h in row["heads"]})
    known = word in heads or word.rpartition("-")[2] in heads or word in words["modifiers"] or word in words["leads"]
    return known or word in ("who", "now", "currently", "also") or possessive(word) or ctx.tokens.words[i][0].isupper() or word[0].isdigit()


def _complement(start: int, ctx: Context) -> Iterator[int]:
    """The tokens of a noun phrase after "is", up to the first that cannot be a part of one with an office for its head."""
    tokens, words = ctx.tokens, ctx.lexicons["offices"]
    for i in range(start, min(start + _LONGEST, len(tokens))):
        yield i
        word = tokens.lower[i]
        fits = word in words["leads"] or word in words["modifiers"] or possessive(word) or tokens.words[i][0].isupper()
        if not fits or word in words["ends"]:
            return


def _office(at: int, group: str, inside: range, ctx: Context) -> tuple[tuple[str, ...], str] | None:
    """The words of an office with its place; None where it is a former one, or somebody else's."""
    tokens, words = ctx.tokens, ctx.lexicons["offices"]
    lower = tokens.lower
    first = at
    while first > 0 and at - first < _LONGEST and lower[first - 1] in words["modifiers"]:
        first -= 1
    around = lower[max(0, first - 3) : first] + lower[at + 1 : at + 3]
    if any(w in words["not_now"] for w in around) or (lower[at + 1 : at + 2] == ["'s"] and at < inside[0]):
        return None
    if _past(at, ctx):
        return None
    place = _body(at, first, inside, ctx)
    own = lower[at].rpartition("-")
    qualifiers = tuple(w for w in (*lower[first:at], own[0]) if w and w not in words["empty"])
    return (*qualifiers, own[2]), place


def _past(at: int, ctx: Context) -> bool:
    """Whether the rest of the apposition says that it was at another time: "mayor of Holm until 2012"."""
    lower, words = ctx.tokens.lower, ctx.lexicons["offices"]
    for i in range(at + 1, min(at + _REST, len(lower))):
        if lower[i] in (",", ".", ";", "—", "–"):
            return False
        if lower[i] in words["past"] or (
            lower[i][:2] in ("18", "19", "20") and lower[i].removesuffix("s").isdigit() and lower[i - 1] != "since"
        ):
            return True
    return False


def _body(at: int, first: int, inside: range, ctx: Context) -> str:
    """The words of the place or body whose office it is, in lower case; "" where none is named."""
    tokens, words = ctx.tokens, ctx.lexicons["offices"]
    lower = tokens.lower
    if first > 0 and lower[first - 1] in ("a", "an"):
        return ""  # one of several
    if lower[at + 1 : at + 2] in (["of"], ["in"], ["at"]):
        return _named(at + 2, ctx)
    if at < inside[0] and lower[inside[-1] + 1 : inside[-1] + 2] == ["of"]:
        return _named(inside[-1] + 2, ctx)
    low = first
    while low > 0 and first - low < _REACH and low - 1 not in inside and (tokens.words[low - 1][0].isupper() or possessive(lower[low - 1])):
        if lower[low - 1] in words["leads"] and not possessive(lower[low - 1]):
            break
        low -= 1
    own = [lower[i].removesuffix("'s").removesuffix("’s") for i in range(low, first)]
    return " ".join(w for w in own if w not in words["titles"] and w not in words["nobody"])


def _named(start: int, ctx: Context) -> str:
    """The words of a body after "of": "the Holm Museum", "the fire service"."""
    tokens, words = ctx.tokens, ctx.lexicons["offices"]
    out: list[str] = []
    for i in range(start, min(start + _LONGEST, len(tokens))):
        word = tokens.lower[i]
        if word in words["ends"] or not word[0].isalpha() or word in words["breaks"]:
            break
        if word not in words["leads"]:
            out.append(word.removesuffix("'s").removesuffix("’s"))
    return " ".join(out)


def keys_of_person(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """The offices that a claim gives to somebody, by person."""

    def make() -> Mapping[str, list[Fact]]:
        out: dict[str, list[Fact]] = {}
        for span, h in _found(ctx):
            fact = Fact(f"office|{h.group}|{h.person}", h.office, span, h)
            out.setdefault(h.line.claim_at((span[0], span[0] + 1)).id, []).append(fact)
        return out

    return ctx.once("contradictions.offices_by_person", make).get(claim.id, ())


def keys_of_office(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """The holders that a claim gives to an office of a named place."""

    def make() -> Mapping[str, list[Fact]]:
        out: dict[str, list[Fact]] = {}
        single = ctx.lexicons["offices"]["single"]
        bodies = _bodies(ctx)
        for span, h in _found(ctx):
            office = " ".join(h.office)
            if not h.place and h.first and len(own := bodies.get(office, ())) == 1:
                h = replace(h, place=next(iter(own)))
            if h.place and h.place != h.person and office in single:
                for name in single[office]:
                    fact = Fact(f"holder|{name}|{h.place.split()[0]}", h.person, span, h)
                    out.setdefault(h.line.claim_at((span[0], span[0] + 1)).id, []).append(fact)
        return out

    return ctx.once("contradictions.offices_by_place", make).get(claim.id, ())


def _bodies(ctx: Context) -> Mapping[str, set[str]]:
    """The bodies whose offices an article names: "the yard's chief executive" is the one where no other body has one."""
    at, words, alone = places(ctx), ctx.tokens.words, ctx.lexicons["offices"]["of_the_body"]
    out: dict[str, set[str]] = {}
    for _, h in _found(ctx):
        office = " ".join(h.office)
        if office in alone and h.place and h.place != h.person:
            out.setdefault(office, set()).add(h.place)
    seen = {p: [*at.get(p, ()), *at.get(f"{p}'s", ()), *at.get(f"{p}’s", ())] for own in out.values() for p in own}
    plain = {p for p, where in seen.items() if where and all(words[i].islower() for i in where)}
    return {office: own for office, own in out.items() if own <= plain}


def compare_offices(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """Two offices of one group that the same person cannot have at once."""
    x, y = a.fact.about, b.fact.about
    if not isinstance(x, _Held) or not isinstance(y, _Held) or (x.first and y.first and x.first != y.first):
        return None
    if x.line.number == y.line.number:
        return None  # told in one breath, they go together
    if x.place and y.place and not _one_body(x.place, y.place):
        return None
    ranked = ctx.lexicons["offices"]["group"][x.group].get("ranked", False)
    if ranked and (not _one_body(x.place, y.place) or set(x.office) ^ set(y.office) not in ({r} for r in ctx.lexicons["offices"]["below"])):
        return None
    if any({"deputy", "prime"} <= set(h.office) for h in (x, y)):
        return None  # beside another ministry
    exact = ctx.lexicons["offices"]["group"][x.group].get("exact", True)
    if not exact and (x.office[-1] == y.office[-1] and (len(x.office) == 1) != (len(y.office) == 1)):
        return None  # "the minister" is short for "the finance minister"
    return voice.finding(
        "attribute", a.claim, b.claim, (a.fact.span, b.fact.span), ctx, _RESOLVE, lead="Two offices of one person: ", rule=TWO
    )


def _one_body(a: str, b: str) -> bool:
    """Whether one name is the other, or a shorter form of it."""
    x, y = set(a.split()), set(b.split())
    return bool(x) and bool(y) and (x <= y or y <= x)


def compare_holders(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """Two people in one office of one place."""
    x, y = a.fact.about, b.fact.about
    if not isinstance(x, _Held) or not isinstance(y, _Held) or not _one_body(x.place, y.place):
        return None
    return voice.finding(
        "attribute", a.claim, b.claim, (a.fact.span, b.fact.span), ctx, _RESOLVE, lead="Two holders of one office: ", rule=HOLDERS
    )


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Offices and who holds them."""
    source = "FrameNet 1.7 (Leadership, People_by_vocation); AP Stylebook on titles; house rule: every title from the body's own list"
    return [
        ContradictionDetector(
            id=TWO,
            title="Two offices of one person",
            keys=keys_of_person,
            compare=compare_offices,
            source=source,
            examples=(
                must("Marta Ilves, the deputy mayor, opened the bridge.\n\nIt rained.\n\nMs. Ilves, the mayor of Holm, wore boots.", TWO),
                must("Finance Minister Marta Ilves opened the bridge.\n\nIt rained.\n\nInterior Minister Ilves wore boots.", TWO),
                must_not("Marta Ilves, the mayor of Holm, opened the bridge.\n\nIlves, a former deputy mayor, wore boots."),
                must_not("Marta Ilves, the mayor of Holm, opened the bridge.\n\nOtto Ilves, the deputy mayor, wore boots."),
                must_not("Finance Minister Marta Ilves opened the bridge.\n\nMinister Ilves wore boots."),
            ),
        ),
        ContradictionDetector(
            id=HOLDERS,
            title="Two holders of one office",
            keys=keys_of_office,
            compare=compare_holders,
            source=source,
            examples=(
                must("Mayor Marta Ilves of Holm opened the bridge.\n\nIt rained.\n\nThe mayor of Holm, Otto Tobak, wore boots.", HOLDERS),
                must_not("Mayor Marta Ilves of Holm opened the bridge.\n\nThe former mayor of Holm, Otto Tobak, wore boots."),
                must_not("Mayor Marta Ilves of Holm opened the bridge.\n\nThe mayor of Tarn, Otto Tobak, wore boots."),
            ),
        ),
    ]
