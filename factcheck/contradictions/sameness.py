"""What speaks for two numbers being about one thing, and what against it, as features with values. Weighs nothing, settles nothing."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from factcheck.contradictions.amounts import differ, rounded_alike
from factcheck.contradictions.changes import of_two_things
from factcheck.contradictions.correction import EARLIER
from factcheck.contradictions.figures import Figure, by_line, figures
from factcheck.contradictions.keys import line_of, sentence_of
from factcheck.contradictions.meanings import Word, kin, meet
from factcheck.contradictions.two_things import two_owners, two_things
from factcheck.contradictions.voice import TOPS, kind_of_block, section
from factcheck.plugin.context import Context

_SHARED, _RATIO = 4.0, 3.0
_FEWEST = 2
_WHOLE, _ROUNDING = 100, 0.6
_YEAR_LENGTH = 4
_BARRED = frozenset({"more", "from", "versus", "besides"})
_KNOWN = ("definite", "all", "naming", "title")
_MONTHS = frozenset(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
)
_ANYBODY = frozenset({"people", "person"})
_SEXES = {"m": frozenset({"man", "boy"}), "f": frozenset({"woman", "girl"})}
_KIN = frozenset(
    ["brother", "sister", "son", "daughter", "father", "mother", "husband", "wif", "wife", "cousin", "uncle", "aunt", "nephew", "niec"]
)
_WEATHER = frozenset({"degrees", "temperature"})
_OWNERS = frozenset({"person", "organization"})


def evidence(a: Figure, b: Figure, rivals: int, ctx: Context) -> Mapping[str, float] | None:
    """The features of a pair; None where the two cannot be one thing, or need not differ.

    Args:
        a, b: two figures of one sort, the earlier first.
        rivals: how many different numbers the article has of what the two count.
    """
    if not _comparable(a, b, ctx):
        return None
    nouns = dict(_nouns(a, b)) if a.sort == "count" else dict(_things(a, b))
    limits, times = dict(_limits(a, b)), dict(_times(a, b))
    if "strangers" in {*nouns, *limits, *times}:
        return None
    return {
        "bias": 1.0,
        **nouns,
        **dict(_words(a, b)),
        **limits,
        **dict(_names(a, b)),
        **times,
        **dict(_marks(a, b)),
        **dict(_values(a, b)),
        "rivals": math.log(max(_FEWEST, rivals) / _FEWEST),
        "far": math.log(1 + abs(b.line.number - a.line.number)),
        f"s_{a.sort.split('|')[0]}": 1.0,
    }


def _comparable(a: Figure, b: Figure, ctx: Context) -> bool:
    """Two sentences whose numbers differ, neither a part, a plan against a fact, or what a correction has put right."""
    if (a.line.number, b.line.number) in of_two_things(ctx) or two_things(a.line, b.line, ctx) or two_owners(a.line, b.line, ctx):
        return False
    if a.sort != b.sort or a.line.number == b.line.number or not _BARRED.isdisjoint(a.marks | b.marks):
        return False
    if any((name in a.marks) != (name in b.marks) for name in ("plan", "net")) or _taken_back(a, b, ctx):
        return False
    if a.sort == "age" and ((not {"naming", "definite"} <= b.marks and not _people(a) & _people(b)) or _two_roles(a, b)):
        return False
    if a.sort in _WEATHER and _elsewhere(a, b):
        return False
    if ("now" in a.marks) != ("now" in b.marks) and section(a.claim, ctx) == section(b.claim, ctx):
        return False
    if _in_the_body(a, ctx):
        return False
    degree = differ(a.size, b.size)
    if degree is None or (degree == "conflict" and rounded_alike(a.low, b.low)) or _explained(a, b, ctx):
        return False
    return degree == "conflict" or ("unreal" in a.marks) == ("unreal" in b.marks)


def _two_roles(a: Figure, b: Figure) -> bool:
    """Whether two ages are of people in two roles: "the driver, 61", "the passenger, 44"; a man may be the driver, but no woman."""
    if a.thing is None or b.thing is None or meet(a.thing, b.thing):
        return False
    if any(t.stem in _KIN for t in (a.thing, b.thing)):
        return True  # "her 11-year-old brother"
    sexes = [next((sex for sex, words in _SEXES.items() if t.stem in words), "") for t in (a.thing, b.thing)]
    return not any(sexes) or (all(sexes) and sexes[0] != sexes[1])


def _elsewhere(a: Figure, b: Figure) -> bool:
    """Whether two temperatures are of two places or times: every town has its own, and every day."""
    names = [{n.split(":", 1)[1] for n in f.names} for f in (a, b)]
    return any(one and other and not one & other for one, other in (names, (a.times, b.times)))


def _taken_back(a: Figure, b: Figure, ctx: Context) -> bool:
    """Whether a correction tells the first number, or what an earlier version had: the detector of corrections sees to that."""
    if "correction" not in (kind_of_block(a.claim, ctx), kind_of_block(b.claim, ctx)):
        return False
    near = [s for s in (line_of(ctx).get(b.line.number - 1), b.line) if s is not None and s.block == b.line.block]
    return a.line.block == b.line.block or any(EARLIER.search(ctx.article.text, *sentence_of(s.number, ctx)) for s in near)


def _in_the_body(a: Figure, ctx: Context) -> bool:
    """Whether a number of the headline stands in the body as well, or is the sum of two of persons: the body is compared instead."""
    if kind_of_block(a.claim, ctx) not in TOPS:
        return False
    body = ctx.once("contradictions.body_figures", lambda: [f for f in figures(ctx) if kind_of_block(f.claim, ctx) not in TOPS])
    people = {f.low for f in body if f.person}
    return any(f.sort == a.sort and f.low == a.low for f in body) or (a.sort == "count" and any(a.low - n in people - {n} for n in people))


def _explained(a: Figure, b: Figure, ctx: Context) -> bool:
    """Whether one sentence has the other's number as well, or the two make a hundred percent."""
    if a.sort == "percent" and abs(a.low + b.low - _WHOLE) < _ROUNDING:
        return True
    known = by_line(ctx)
    return a.low != b.low and any(f.low == x.low for x, y in ((a, b), (b, a)) for f in known[y.line.number])


def _nouns(a: Figure, b: Figure) -> Iterator[tuple[str, float]]:
    """How near the counted nouns are; "strangers" where they have nothing in common."""
    crossed = any(x.noun is not None and any(x.noun.deeds & w.deeds for w in y.words) for x, y in ((a, b), (b, a)))
    if crossed:
        yield "noun_word", 1  # "eight injured workers", "the nine wounded"
    if a.noun is None and b.noun is None:
        yield "strangers", 1
    elif a.noun is None or b.noun is None:
        yield "noun_none", 1
    elif a.noun.stem == b.noun.stem:
        yield "noun_same", 1
    elif meet(a.noun, b.noun):
        yield "noun_class", 1
    elif a.person and b.person:
        among = not (crossed or _taken_up(a, b)) and (_of_whom(a, b) or _of_whom(b, a))
        yield ("strangers" if among else "noun_person"), 1
    elif kin(a.noun, b.noun):
        yield "noun_kind", 1
    elif not crossed:
        yield "strangers", 1
    if a.before and b.before and not a.before & b.before:
        yield "mods_clash", 1


def _of_whom(some: Figure, every: Figure) -> bool:
    """ "58 soldiers", "74 people": the people may be those soldiers and others."""
    return every.noun is not None and every.noun.stem in _ANYBODY and every.low > some.low and some.noun is not None


def _things(a: Figure, b: Figure) -> Iterator[tuple[str, float]]:
    """Whether what a measure names is told of on the other side: "the $17 million library"."""
    for x, y, side in ((a, b, "a"), (b, a, "b")):
        if x.thing is not None:
            known = a.sort == "age" or any(meet(x.thing, w) for w in (*y.words, *((y.thing,) if y.thing else ())))
            yield (f"{side}_thing" if known else f"{side}_stray"), 1


def _words(a: Figure, b: Figure) -> Iterator[tuple[str, float]]:
    """What the two statements share, each word of the first once."""
    shared = sum(max((_worth(x, y) for y in b.words), default=0.0) for x in a.words)
    yield "shared", min(_SHARED, shared)
    yield "fraction", shared / max(_FEWEST, min(len(a.words), len(b.words)))


def _limits(a: Figure, b: Figure) -> Iterator[tuple[str, float]]:
    """ "the attack on the market", "the attack on the barracks": one word, told of two things."""
    for x in _all(a):
        for y in _all(b):
            if x.stem == y.stem and x.limit and y.limit and x.limit != y.limit:
                yield "limits_clash", 1
                if {x, y} & {a.noun, b.noun, a.thing, b.thing}:
                    yield "strangers", 1


def _all(f: Figure) -> tuple[Word, ...]:
    return (*(w for w in (f.noun, f.thing) if w is not None), *f.words)


def _worth(x: Word, y: Word) -> float:
    return meet(x, y) * min(x.weight, y.weight)


def _names(a: Figure, b: Figure) -> Iterator[tuple[str, float]]:
    mine, theirs = _by_kind(a), _by_kind(b)
    if {n.split(":", 1)[1] for n in a.names} & {n.split(":", 1)[1] for n in b.names}:
        return
    if _taken_up(a, b) and "all" in b.marks:
        return  # "she drew 46 sheets", "all 48 sheets are kept at the archive"
    if set(mine) & set(theirs) or any("name" in x and not _OWNERS.isdisjoint(y) for x, y in ((mine, theirs), (theirs, mine))):
        yield "names_clash", 1


def _by_kind(f: Figure) -> frozenset[str]:
    return frozenset(n.split(":", 1)[0] for n in f.names)


def _people(f: Figure) -> frozenset[str]:
    return frozenset(n for n in f.names if n.startswith("person:"))


def _times(a: Figure, b: Figure) -> Iterator[tuple[str, float]]:
    """Whether the two are told of one time; two years, months or seasons are two occasions.

    "The museum bought nine drawings in May … The eleven drawings will be shown in autumn": what is known keeps its number.
    """
    if _taken_up(a, b) and not (a.times & b.times) and not _years(a, b):
        return
    if a.times and b.times:
        yield ("times_shared" if a.times & b.times else "times_clash"), 1
    x, y = _periods(a), _periods(b)
    if x != y:
        yield ("strangers" if x and y and not x & y else "years_one"), 1


def _taken_up(a: Figure, b: Figure) -> bool:
    """Whether things that were new are told of again as known: "nine drawings", "the eleven drawings"."""
    known = {"definite", "all"}
    return a.sort == "count" and not known.isdisjoint(b.marks) and known.isdisjoint(a.marks)


def _years(a: Figure, b: Figure) -> bool:
    """Whether both name a year."""
    return all(any(len(t) == _YEAR_LENGTH and t.isdigit() for t in f.times) for f in (a, b))


def _periods(f: Figure) -> frozenset[str]:
    return frozenset(t for t in f.times if (len(t) == _YEAR_LENGTH and t.isdigit()) or " " in t or t in _MONTHS)


def _marks(a: Figure, b: Figure) -> Iterator[tuple[str, float]]:
    yield from ((f"a_{name}", 1) for name in ("definite", "all") if name in a.marks)
    yield from ((f"b_{name}", 1) for name in (*_KNOWN, "of", "with") if name in b.marks)
    yield from ((name, 1) for name in ("other", "limit") if name in a.marks | b.marks)
    for name in ("plan", "unreal"):
        if name in a.marks and name in b.marks:
            yield f"{name}_both", 1
    yield from ((f"{name}_one", 1) for name in ("rate", "ordinal") if (name in a.marks) != (name in b.marks))


def _values(a: Figure, b: Figure) -> Iterator[tuple[str, float]]:
    """Numbers that are close, or have the same digits, are likelier meant for one."""
    yield "ratio", min(_RATIO, abs(math.log(max(1e-9, a.low) / max(1e-9, b.low))))
    if b.low < a.low and b.marks.isdisjoint(_KNOWN):
        yield "smaller_new", 1  # some of them
    x, y = (f"{f.low:.12g}".replace(".", "").strip("0") for f in (a, b))
    if sorted(x) == sorted(y) and len(x) > 1:
        yield "digits", 1
