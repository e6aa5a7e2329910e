"""Whether enough of two tellings is known to be one, so that the deed is one: who, what, the rest of the phrase, rare words beside.

Weighs what the participants share; decides nothing about what is told of them.
"""

from __future__ import annotations

from factcheck.contradictions import voice
from factcheck.contradictions.deeds import HAVE, reading
from factcheck.contradictions.likeness import frequencies
from factcheck.contradictions.mention_match import MAYBE, OTHER, SAME, UNKNOWN
from factcheck.contradictions.mentions import Mention
from factcheck.contradictions.moments import moments
from factcheck.contradictions.telling import Telling
from factcheck.contradictions.times import claim_of
from factcheck.language import thesaurus
from factcheck.plugin.context import Context

_NEAR, _CLOSE, _STORY = 4, 2, 6
_WELL = 2
"""So many rare words that two sentences share say that they are about one event."""
_RARE = 4
_GROUND, _KNOWN = 3, 2


def one_deed(x: Telling, y: Telling, theme: int, agent: int, others: int, ctx: Context) -> bool:
    """Whether the two tell of one deed.

    Args:
        theme, agent, others: how far these participants are one, as ``mention_match`` tells it.
    """
    context = _context(x, y, ctx)
    return _grounded(x, y, theme, agent, others, context, ctx) and _enough(x, y, theme, agent, others, context, ctx)


def _grounded(x: Telling, y: Telling, theme: int, agent: int, others: int, context: int, ctx: Context) -> bool:
    """Whether what is known to be one outweighs what is not: who, what, the rest of the phrase, rare words beside.

    A deed of the lexicon that is done to one known thing within a few sentences is one; meanings of the thesaurus need more.
    """
    apart = abs(x.line.number - y.line.number)
    things = all(m is not None and (m.definite or m.name or m.owner or m.quant) for m in (x.theme, y.theme))
    known = bool(x.deed.name) and things and apart <= _NEAR
    if _nobody(x, y, others) and apart <= _STORY and (context >= 1 or _voiced(x, y, ctx)):
        return True
    weight = 2 * (theme == SAME) + 2 * (agent == SAME) + (others == SAME) + min(1, context)
    if theme == SAME and ((ctx.lexicons["deeds"].get(x.deed.name, {}).get("final") and _one_known(x, y)) or _shared_words(x, y)):
        weight += 1  # the dead stay dead, however far apart it is told; "prices in Holm" are told with more than their noun
    if theme == SAME and things and (x.every or y.every) and apart <= _NEAR:
        weight += 1  # "no complaints about the surgeon": none at all
    return weight >= (_KNOWN if known else _GROUND)


def _one_known(x: Telling, y: Telling) -> bool:
    """Whether the two themes are one that the article knows: by name, all of a group, or taken up by a wider word."""
    a, b = x.theme, y.theme
    if a is None or b is None or (a.plural and not b.plural and not a.pronoun):
        return False
    taken_up = a.head != b.head and not (a.pronoun or b.pronoun)
    return bool(a.name or b.name or taken_up or "all" in (a.quant, b.quant))


def _nobody(x: Telling, y: Telling, others: int) -> bool:
    """Whether one says of nobody at all what the other says of somebody: "nobody was hurt"; a group limits it, and so
    does a place that the other lacks."""
    for one, other in ((x, y), (y, x)):
        m, n = one.theme, other.theme
        limited = m is None or m.limits or one.prior or (one.others and others != SAME)
        if m is not None and m.pronoun == "nobody" and not limited and one.deed.name and one.agent is None:
            return n is not None and not (n.pronoun or other.negated or other.prior) and other.agent is None
    return False


def _voiced(x: Telling, y: Telling, ctx: Context) -> bool:
    return any(voice.sources(claim_of(t, ctx)) for t in (x, y))


def _enough(x: Telling, y: Telling, theme: int, agent: int, others: int, context: int, ctx: Context) -> bool:
    """Whether so much is one that the deed is one."""
    kin = bool(x.deed.name) or x.deed.senses[:1] == y.deed.senses[:1] or _base(x) == _base(y)
    near = abs(x.line.number - y.line.number) <= _NEAR
    common = not x.deed.name and not {x.deed.lower, thesaurus.base(x.deed.lower, x.deed.part)}.isdisjoint(reading(ctx, "common"))
    if x.deed.name.startswith(HAVE):
        return theme == SAME and (agent == SAME or (agent == MAYBE and (context >= 1 or _more_said(x, y))))
    if not x.deed.name and "noun" in (x.deed.on, y.deed.on) and (theme != SAME or agent == MAYBE):
        return False
    if "you" in {m.pronoun for m in (x.agent, y.agent, x.theme, y.theme) if m is not None}:
        return agent == SAME and context >= 2
    if theme == SAME and agent != SAME and not any(m is not None and (m.definite or m.name or m.owner) for m in (x.theme, y.theme)):
        # taxes, letters: anybody's; "records of the cash" and of one who may be he: his
        return _more_said(x, y) and (agent == MAYBE or (bool(x.deed.name) and near and (context >= 1 or _shared_words(x, y))))
    if theme == SAME and _plain(x.theme) and _plain(y.theme):
        states = x.deed.on == y.deed.on == "is" and context >= 1  # "was conscious when the ambulance came"
        return kin or states or agent == SAME or others == SAME or context >= 2
    if not kin or (ctx.lexicons["deeds"].get(x.deed.name, {}).get("trend") and not any(_bare_noun(t, ctx) for t in (x, y))):
        return False
    if theme == SAME:
        whole = bool(ctx.lexicons["deeds"].get(x.deed.name, {}).get("whole"))
        return agent == SAME or others == SAME or context >= 1 or whole or (near and bool(x.deed.name))
    if common:
        return False
    if theme == MAYBE:
        return _likely(x, y, agent, others, context, ctx)
    late, early = (x, y) if x.first > y.first else (y, x)
    if _bare_noun(late, ctx) and early.theme is not None and near:
        return agent != OTHER and (others == SAME or context >= 1 or bool(moments(x.line, ctx)))
    if x.theme is None and y.theme is None:
        if agent == SAME:
            return others == SAME or (not x.others and not y.others) or context >= 2
        return bool(x.deed.name) and agent != OTHER and (x.every or y.every) and (others == SAME or context >= 2)
    return agent == SAME and (others == SAME or context >= 2 or (near and not common and (x.every or y.every)))


def _more_said(x: Telling, y: Telling) -> bool:
    """Whether the thing is told with more than its noun in both, or denied at any time."""
    return x.theme is not None and y.theme is not None and (_shared_words(x, y) or (x.deed.on != y.deed.on and (x.every or y.every)))


def _shared_words(x: Telling, y: Telling) -> bool:
    """Whether the two themes have more in common than their noun: "prices in Holm", "the fall in prices in Holm"."""
    if x.theme is None or y.theme is None:
        return False
    mine, theirs = (t.theme.words.union(*(m.words for _, m in t.others)) for t in (x, y) if t.theme is not None)
    return bool((mine & theirs) - {x.theme.head, y.theme.head})


def _likely(x: Telling, y: Telling, agent: int, others: int, context: int, ctx: Context) -> bool:
    """Whether the rest bears out that a pronoun or a wider word stands for the other's theme."""
    if agent == SAME and not any(m is not None and m.pronoun == "nothing" for m in (x.theme, y.theme)):
        return True
    close = abs(x.line.number - y.line.number) <= _CLOSE
    if _nobody(x, y, others) and ctx.lexicons["deeds"].get(x.deed.name, {}).get("anybody"):
        return context >= 1 or _voiced(x, y, ctx)
    if any(m is not None and m.quant in ("none", "all") and m.pronoun for m in (x.theme, y.theme)):
        if any(m is not None and m.pronoun == "nothing" for m in (x.theme, y.theme)):
            return agent == SAME and (others == SAME or context >= _WELL)
        if agent != UNKNOWN or abs(x.line.number - y.line.number) > _NEAR:
            return False
        return others == SAME or context >= _WELL or (close and bool(x.deed.name) and x.agent is None and y.agent is None)
    return others == SAME or context >= _WELL or (close and _voiced(x, y, ctx) and bool(x.deed.name) and not (x.others or y.others))


def _base(t: Telling) -> str | None:
    return thesaurus.base(t.deed.lower, t.deed.part)


def _bare_noun(t: Telling, ctx: Context) -> bool:
    """ "The increase", "the merger": what has been told of just before."""
    return t.deed.on == "noun" and t.theme is None and t.agent is None and t.first > 0 and ctx.tokens.lower[t.first - 1] == "the"


def _plain(m: Mention | None) -> bool:
    return m is not None and not m.pronoun


def _context(x: Telling, y: Telling, ctx: Context) -> int:
    """How many rare words, beside deed and participants, the two sentences share."""
    df = frequencies(ctx)
    used = {i for t in (x, y) for m in (t.theme, t.agent) if m is not None for i in range(m.first, m.last + 1)}
    used |= {i for t in (x, y) for i in range(t.first, t.last + 1)}
    left, right = ({t.stem for t in side.line.terms if t.at not in used and df[t.stem] <= _RARE} for side in (x, y))
    return len(left & right)
