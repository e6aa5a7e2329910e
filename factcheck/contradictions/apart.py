"""What tells two tellings apart beside deed and time: another place or thing, a denial of a manner only, a part of a whole."""

from __future__ import annotations

from factcheck.contradictions.deeds import HAVE
from factcheck.contradictions.keys import sentence_of, stemmer
from factcheck.contradictions.mention_match import OTHER, UNKNOWN
from factcheck.contradictions.mentions import Mention, letters, lexicon
from factcheck.contradictions.moments import moments
from factcheck.contradictions.pronouns import matched
from factcheck.contradictions.telling import Telling
from factcheck.plugin.context import Context

_MANNERS = frozenset({"with", "as", "for", "like", "because", "from", "through", "than"})
_UNTIL = 10
_ASPECTS = frozenset({"against", "for", "about", "with", "of", "on", "to"})
_PLACES = frozenset({"in", "at", "on", "near", "from", "to", "outside", "inside", "against", "with", "for"})


def others_fit(x: Telling, y: Telling, ctx: Context) -> int:
    """How far what prepositions lead is one; one place in two places tells two deeds apart."""
    best = UNKNOWN
    for p, m in x.others:
        for q, n in y.others:
            if p != q:
                continue
            found = matched(m, n, x, y, ctx)
            if (y.theme is not None and m.head in y.theme.words) or (x.theme is not None and n.head in x.theme.words):
                continue  # "prices in Holm rose in spring", "the fall in prices in Holm": one stands in the other's theme
            bare = not p and all(t.first == t.last or ctx.tokens.lower[t.last] == "the" for t in (x, y))
            if found == OTHER and (bare or p in _ASPECTS or (p in _PLACES and m.definite == n.definite)):
                return OTHER
            best = max(best, found)
    if _other_kind(x, y, ctx) or _other_kind(y, x, ctx):
        return OTHER
    if _charges(x, y, ctx) or _charges(y, x, ctx):
        return OTHER
    mine, theirs = _proper(x, ctx), _proper(y, ctx)
    return OTHER if mine and theirs and not mine & theirs else best


def _other_kind(x: Telling, y: Telling, ctx: Context) -> bool:
    """ "The government scrapped the tax on sugar", "the tax on salt is in force": one preposition behind the thing, two things."""
    m = y.theme
    if m is None or x.theme is None or not m.limits or x.theme.limits:
        return False
    lower, marks = ctx.tokens.lower, letters(ctx)
    inside = {lower[i]: lower[i + 1 : m.last + 1] for i in range(m.first, m.last) if marks[i] == "p"}
    return any(p in inside and n.first == x.theme.last + 2 and not n.words & m.limits for p, n in x.others)


def _charges(x: Telling, y: Telling, ctx: Context) -> bool:
    """Whether one is cleared of this and the other guilty of doing that: "of assault", "of driving without a licence"."""
    lower = ctx.tokens.lower
    doing = [lower[t.last] == "of" and letters(ctx)[t.last + 1 : t.last + 2] == "G" for t in (x, y)]
    return doing[0] and lower[y.last] == "of" and not (doing[1] and lower[x.last + 1] == lower[y.last + 1])


def _proper(t: Telling, ctx: Context) -> frozenset[str]:
    """Words with a capital about the theme: the British and the German forecast are two."""
    parts = [m for m in (t.theme, *(m for p, m in t.others if p not in ("by", "to", "on"))) if m is not None and not m.pronoun]
    words, marks = ctx.tokens.words, letters(ctx)
    found = {ctx.tokens.lower[i] for m in parts for i in range(m.first, m.last + 1) if marks[i] == "N" and words[i][:1].isupper()}
    return frozenset(w.removesuffix("'s").removesuffix("’s") for w in found) - lexicon(ctx, "times")


def restricted(x: Telling, y: Telling, ctx: Context) -> bool:
    """Whether the denial is one of a manner or purpose only: "not with closed eyes", "not registered to collect gifts"."""
    no, yes = (x, y) if x.negated else (y, x)
    if not no.negated or yes.negated or no.every or no.denied:
        return False
    theirs = {t.stem for t in yes.line.terms}
    own = ctx.tokens.within(*sentence_of(no.line.number, ctx))
    if (
        not no.every
        and any(ctx.tokens.lower[i] == "until" for i in range(no.last, min(own.stop, no.last + _UNTIL)))
        and not (moments(no.line, ctx) and moments(yes.line, ctx))
    ):
        return True  # "not until March" tells that it was so
    if no.theme is not None and (no.theme.limits - theirs or _clause_after(no.theme, ctx)) and not no.theme.name:
        return True
    if any(p in _MANNERS and not (m.words & theirs) and not m.pronoun for p, m in no.others):
        return True
    end = max([no.last, *(m.last for m in (no.theme,) if m is not None and m.first > no.last)]) + 1
    purpose = _purpose(end, own, ctx)
    other = ctx.tokens.within(*sentence_of(yes.line.number, ctx))
    return bool(purpose) and purpose != _purpose(yes.last + 1, other, ctx)


def _purpose(start: int, own: range, ctx: Context) -> str:
    """The verb of what follows with "to": "registered … to collect gifts"."""
    marks = letters(ctx)
    for i in range(start, min(own.stop - 1, start + 12)):
        if marks[i] == "t" and marks[i + 1] == "I":
            return stemmer(ctx)(ctx.tokens.lower[i + 1])
        if marks[i] in ",;:.uc":
            break
    return ""


def _clause_after(m: Mention, ctx: Context) -> bool:
    """Whether a clause says which of them: "anything that would hurt"."""
    return m.pronoun in ("nothing", "nobody", "everybody") and ctx.tokens.lower[m.last + 1 : m.last + 2] in (["that"], ["who"], ["which"])


def only_part(x: Telling, y: Telling) -> bool:
    """Whether one is told of some only, and the other not of all of them."""
    for one, other in ((x.theme, y.theme), (x.agent, y.agent)):
        if one is None or other is None or (one is x.theme and x.deed.name.startswith(HAVE)):
            continue
        parts = [m.quant == "part" or m.article in ("a", "an", "another", "some") for m in (one, other)]
        never = (x.every or y.every) and x.negated != y.negated and one is x.theme  # "never asked for a guarantee"
        if all(parts) and not never and not any(m.quant in ("none", "all") for m in (one, other)):
            return True
        if any(parts) and not (all(parts) and never):
            whole = other if parts[0] else one
            if whole.quant not in ("all", "none") and not (x.every or y.every):
                late = x if (one is x.theme or one is x.agent) == parts[0] else y
                if one.quant == "part" or other.quant == "part" or late.first > min(x.first, y.first):
                    return True
    return False
