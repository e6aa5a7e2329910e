"""Whom a pronoun in a statement may stand for, and whether two participants may be one. Never decides between several.

Looks back over the same and the two sentences before (Hobbs 1978: most antecedents stand there); "I" is the speaker.
"""

from __future__ import annotations

from factcheck.contradictions.keys import line_of, sentence_of, stemmer
from factcheck.contradictions.mention_match import MAYBE, OTHER, SAME, UNKNOWN, kind, match, persons, roles
from factcheck.contradictions.mentions import Mention, alias, lexicon, phrases
from factcheck.contradictions.telling import Telling
from factcheck.contradictions.voice import sources
from factcheck.plugin.context import Context

_BACK = 2
_FEW = 2
_INDEFINITE = frozenset({"nobody", "nothing", "everybody", "somebody"})


def antecedents(m: Mention, told: Telling, ctx: Context) -> tuple[Mention, ...]:
    """What a pronoun may stand for, the nearest first."""
    if m.pronoun in ("i", "we"):
        claim = told.line.claim_at((ctx.tokens.starts[m.first], ctx.tokens.ends[m.first]))
        return tuple(x for s in sources(claim)[:1] if (x := _named(s, m, ctx)) is not None)
    out: list[Mention] = []
    seen: set[tuple[str, str]] = set()
    for step in range(_BACK + 1):
        for found in reversed(_phrases(told.line.number - step, ctx)):
            if step == 0 and found.last >= m.first:
                continue
            if found.pronoun or not _agrees(m, found, ctx) or (found.head, found.name) in seen:
                continue
            seen.add((found.head, found.name))
            out.append(found)
        if out and step:
            break
    return tuple(out[:4])


def _named(name: str, m: Mention, ctx: Context) -> Mention | None:
    words = [w for w in name.lower().replace("’s", "").split() if w not in lexicon(ctx, "determiners")]
    if not words:
        return None
    head = alias(stemmer(ctx)(words[-1]), ctx)
    proper = name.split()[-1][:1].isupper()
    make = stemmer(ctx)
    mods = frozenset(make(w) for w in words[:-1])
    return Mention(head, words[-1], mods, frozenset(), words[-1] if proper else "", "", True, "", frozenset(), m.first, m.last)


def _phrases(number: int, ctx: Context) -> tuple[Mention, ...]:
    memo: dict[int, tuple[Mention, ...]] = ctx.once("contradictions.sentence_phrases", dict)
    if number not in memo:
        if number not in line_of(ctx):
            memo[number] = ()
        else:
            own = ctx.tokens.within(*sentence_of(number, ctx))
            found = (*phrases(own.start, own.stop, ctx), *_names_in(own, ctx))
            memo[number] = tuple(sorted(found, key=lambda m: m.last))
    return memo[number]


def _names_in(own: range, ctx: Context) -> list[Mention]:
    """Persons named inside other phrases: "the sentencing of Mr. Tull"."""
    lower, make = ctx.tokens.lower, stemmer(ctx)
    last = [
        i for i in own if (w := lower[i].removesuffix("'s").removesuffix("’s")) in persons(ctx) and ctx.tokens.words[i][:1].isupper() and w
    ]
    names = [(i, lower[i].removesuffix("'s").removesuffix("’s")) for i in last]
    return [Mention(make(n), n, frozenset(), frozenset(), n, "", True, "", frozenset(), i, i) for i, n in names]


def _agrees(m: Mention, found: Mention, ctx: Context) -> bool:
    if found.quant == "none" or found.lower in lexicon(ctx, "times"):
        return False
    sort = kind(found, ctx)
    if m.pronoun in ("he", "she"):
        return not found.plural and (sort == "person" or (bool(found.name) and sort == ""))
    if m.pronoun == "it":
        return not found.plural and sort != "person"
    if m.pronoun == "they":
        return found.plural or bool(found.name) or found.lower in lexicon(ctx, "bodies")
    return False


def matched(a: Mention | None, b: Mention | None, x: Telling, y: Telling, ctx: Context) -> int:
    """How far two participants may be one, their pronouns resolved."""
    if a is None or b is None:
        return UNKNOWN
    one = a.pronoun and a.pronoun not in _INDEFINITE
    other = b.pronoun and b.pronoun not in _INDEFINITE
    if not one and not other:
        found = match(a, b, ctx)
        return OTHER if found > UNKNOWN and _two_owners(a, b, x, y, ctx) else found
    left = antecedents(a, x, ctx) if one else (a,)
    right = antecedents(b, y, ctx) if other else (b,)
    if not left or not right:
        return _unresolved(a, b, x, y)
    best = max(match(m, n, ctx) for m in left for n in right)
    if best == OTHER and "i" in (a.pronoun, b.pronoun):
        other_one = b if a.pronoun == "i" else a
        alone = not other_one.name and not other_one.plural and other_one.definite and kind(other_one, ctx) == "person"
        return MAYBE if alone or _unnamed_speaker(left if a.pronoun == "i" else right, other_one, ctx) else OTHER
    if best == OTHER and "we" in (a.pronoun, b.pronoun):
        other_one = b if a.pronoun == "we" else a
        return MAYBE if other_one.pronoun in ("", "we", "they") and kind(other_one, ctx) != "person" else UNKNOWN  # the speaker's body
    if best == SAME:
        return SAME if len(left) <= _FEW and len(right) <= _FEW else MAYBE
    if (best == OTHER and (one and a.pronoun in ("it", "they"))) or (other and b.pronoun in ("it", "they")):
        return UNKNOWN if best == OTHER else best
    return best


def _unnamed_speaker(speaker: tuple[Mention, ...], named: Mention, ctx: Context) -> bool:
    """Whether "the player", who says "I", may be the person that the other names, of whom no trade is told."""
    one = speaker[0]
    return not one.name and one.definite and named.name in persons(ctx) and not roles(ctx).get(named.name)


def _two_owners(a: Mention, b: Mention, x: Telling, y: Telling, ctx: Context) -> bool:
    """Whether "his returns" and "his returns" are two men's."""
    pronouns = ctx.lexicons["mentions"]["pronouns"]
    if not a.owner or not b.owner or (a.owner not in pronouns and b.owner not in pronouns):
        return False
    owners = []
    for m in (a, b):
        who = pronouns.get(m.owner, "")
        name = "" if who else m.owner
        owners.append(Mention(who or m.owner, m.owner, frozenset(), frozenset(), name, who, True, "", frozenset(), m.first, m.first))
    return all(o.pronoun in ("", "he", "she", "i") for o in owners) and matched(owners[0], owners[1], x, y, ctx) == OTHER


def _unresolved(a: Mention, b: Mention, x: Telling, y: Telling) -> int:
    if a.pronoun and b.pronoun:
        return MAYBE if a.pronoun == b.pronoun else UNKNOWN
    return match_kind(a, b)


def match_kind(a: Mention, b: Mention) -> int:
    """A pronoun that nothing before it explains."""
    del a, b
    return UNKNOWN
