"""Whom or what a relation is about: the phrase left of it over inserted ages and relatives, or what a pronoun takes up.

Never resolves a pronoun between two candidates, and never across more than two sentences.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.contradictions.keys import Line, line_of, name_tokens, stemmer, stems_of
from factcheck.contradictions.things import Thing, phrase_after, phrase_before, read
from factcheck.plugin.context import Context

PERSONAL = frozenset({"he", "she", "his", "her"})
NEUTER = frozenset({"it", "its"})
_BACK = 2
_POSSESSIVE = ("'s", "’s", "s'", "s’")


def possessive(word: str) -> bool:
    """Whether a word ends as a possessive."""
    return word.endswith(_POSSESSIVE)


def proper(index: int, ctx: Context) -> bool:
    """Whether a token is a part of a name; an opening capital alone makes none."""
    return index in name_tokens(ctx) or (0 < index < len(ctx.tokens) and _inner_capital(index, ctx))


def _inner_capital(index: int, ctx: Context) -> bool:
    before = ctx.tokens.words[index - 1]
    return ctx.tokens.words[index][0].isupper() and (before[0].isalnum() or before == ",")


def settled(thing: Thing | None, ctx: Context) -> Thing | None:
    """A phrase fit for comparing: a named person without titles and trades, so that "Ms. Falk" and "the baker Irma Falk" are one."""
    if thing is None:
        return None
    tokens = ctx.tokens
    head = next((i for i in range(thing.last, thing.first - 1, -1) if _is_head(i, thing, ctx)), thing.last)
    if not proper(head, ctx):
        opening = tokens.words[thing.first][0].isupper() and thing.first == head
        return replace(thing, definite=thing.definite and not opening)
    courtesy = ctx.lexicons["offices"]["titles"]
    names = [i for i in range(thing.first, head) if tokens.words[i][0].isupper() and proper(i, ctx) and tokens.lower[i] not in courtesy]
    small = any(tokens.words[i][0].islower() for i in range(thing.first, head))
    if not names and not small:
        return thing
    own = frozenset(tokens.lower[i] for i in names)
    return replace(thing, mods=own, definite=True)


def _is_head(index: int, thing: Thing, ctx: Context) -> bool:
    word = ctx.tokens.lower[index].removesuffix("'s").removesuffix("’s")
    return thing.head[:4] == word[:4]


def left_of(at: int, line: Line, ctx: Context) -> Thing | None:
    """The phrase that ends before a token; an age or a relative pronoun between commas is stepped over.

    Args:
        at: index of the token, or of the comma before it.
    """
    lower = ctx.tokens.lower
    helpers = frozenset(ctx.lexicons["things"]["helpers"])
    low = ctx.tokens.at(line.low)
    at -= 1
    while at > low and (lower[at] in helpers or lower[at].endswith("ly")):
        at -= 1
    if lower[at] == "," and at > low:
        at -= 1
        if lower[at].isdigit() and lower[at - 1] == ",":
            at -= 2
    elif lower[at] == ")" and at - 3 > low and lower[at - 2] == "(":
        at -= 3
    found = settled(phrase_before(at + 1, line, ctx), ctx)
    if found is None or at < low:
        first = lower[at] if at >= 0 else ""
        return taken_up(first, line, ctx) if first in PERSONAL | NEUTER else None
    if found.first == found.last and lower[found.last] in PERSONAL | NEUTER:
        return taken_up(lower[found.last], line, ctx, at=found.last)
    return found


def opening(line: Line, ctx: Context) -> Thing | None:
    """The phrase with which a sentence begins, up to its verb."""
    low = ctx.tokens.at(line.low)
    found = phrase_after(low, line, ctx)
    if found is None:
        return None
    known = _verbs(ctx)
    lower, determiners = ctx.tokens.lower, ctx.lexicons["things"]["determiners"]
    content = 0
    for i in range(found.first, found.last + 1):
        if content and not proper(i, ctx) and (lower[i].endswith("ed") or stemmer(ctx)(lower[i]) in known):
            return settled(read(found.first, i, ctx), ctx)
        content += lower[i] not in determiners
    return settled(found, ctx)


def _verbs(ctx: Context) -> frozenset[str]:
    def make() -> frozenset[str]:
        return stems_of(ctx, (*ctx.lexicons["grammar"]["words"]["verbs"].split(), "belongs", "opened", "began", "cost"))

    return ctx.once("contradictions.verbs", make)


def taken_up(pronoun: str, line: Line, ctx: Context, *, own: bool = False, at: int | None = None) -> Thing | None:
    """What a pronoun stands for: the only person, or the opening phrase, of this sentence or one of the two before in its paragraph.

    Args:
        pronoun: in lower case.
        own: whether the sentence's own opening may be it, as for "its" in the predicate.
        at: index of its token; a person who is named before it in its sentence is meant first.
    """
    if pronoun in PERSONAL and at is not None:
        named = {d.text.split()[-1]: d for d in line.details if d.kind in ("person", "name") and d.end <= ctx.tokens.starts[at]}
        if named:
            where = ctx.tokens.within(*((d := next(iter(named.values()))).start, d.end))
            return settled(phrase_after(where[0], line, ctx), ctx) if where and len(named) == 1 else None
    for step in range(0 if own else 1, _BACK + 1):
        previous = line_of(ctx).get(line.number - step)
        if previous is None or (previous.block != line.block and step > 1):
            continue
        if pronoun in PERSONAL:
            named = {d.text.split()[-1]: d for d in previous.details if d.kind in ("person", "name")}
            if len(named) > 1:
                return None
            if named:
                where = ctx.tokens.within(*((d := next(iter(named.values()))).start, d.end))
                return settled(phrase_after(where[0], previous, ctx), ctx) if where else None
            continue
        found = opening(previous, ctx)
        if found is None or ctx.tokens.lower[found.first] in PERSONAL | NEUTER:
            continue
        if any(d.kind == "person" and d.start <= ctx.tokens.starts[found.last] < d.end for d in previous.details):
            return None
        return found
    return None
