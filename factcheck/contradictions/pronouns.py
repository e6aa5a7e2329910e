"""Whom a pronoun in a statement may stand for, and whether two participants may be one. Never decides between several.

Looks back over the same and the two sentences before (Hobbs 1978: most antecedents stand there); "I" is the speaker.
"""

from __future__ import annotations

from factcheck.contradictions.keys import line_of, sentence_of, stemmer
from factcheck.contradictions.mention_match import MAYBE, OTHER, SAME, UNKNOWN, kind, match
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
            memo[number] = tuple(phrases(own.start, own.stop, ctx))
    return memo[number]


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
        return match(a, b, ctx)
    left = antecedents(a, x, ctx) if one else (a,)
    right = antecedents(b, y, ctx) if other else (b,)
    if not left or not right:
        return _unresolved(a, b, x, y)
    best = max(match(m, n, ctx) for m in left for n in right)
    if best == SAME:
        return SAME if len(left) <= _FEW and len(right) <= _FEW else MAYBE
    if (best == OTHER and (one and a.pronoun in ("it", "they"))) or (other and b.pronoun in ("it", "they")):
        return UNKNOWN if best == OTHER else best
    return best


def _unresolved(a: Mention, b: Mention, x: Telling, y: Telling) -> int:
    if a.pronoun and b.pronoun:
        return MAYBE if a.pronoun == b.pronoun else UNKNOWN
    return match_kind(a, b)


def match_kind(a: Mention, b: Mention) -> int:
    """A pronoun that nothing before it explains."""
    del a, b
    return UNKNOWN
