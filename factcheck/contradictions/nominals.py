"""The statement that a noun of an act stands for: "the rejection of the plan", "Vale's acquittal". Leaves wishes and fears alone."""

from __future__ import annotations

from factcheck.contradictions.deeds import Deed, reading
from factcheck.contradictions.keys import Line, stemmer, stems_of
from factcheck.contradictions.mentions import Mention, left, letters, lexicon, nobody, phrase, possessive, right
from factcheck.contradictions.negation import is_negator
from factcheck.contradictions.telling import Telling, group_start, obliques
from factcheck.plugin.context import Context

_ABOUT = frozenset({"to", "for", "against", "about", "on", "with", "by"})


def noun(deed: Deed, first: int, last: int, line: Line, own: range, ctx: Context) -> Telling | None:
    """The clause that a noun of an act stands for: "the rejection of the plan", "Vale's acquittal", "there was no shortage of blood"."""
    lower, marks = ctx.tokens.lower, letters(ctx)
    start = first
    while start > own.start and (marks[start - 1] in "nNdmaG" or possessive(lower[start - 1])):
        start -= 1
        if marks[start] == "d" and not possessive(lower[start]):
            break
    before = lower[start - 1] if start > own.start else ""
    row = ctx.lexicons["deeds"].get(deed.name, {})
    fact = bool(row.get("trend")) and lower[start] == "the"  # "worried about the fall in prices"
    if (before in reading(ctx, "open_before") and not fact) or lower[start] in reading(ctx, "open_before"):
        return None
    inner = [lower[i] for i in range(start, first)]
    if any(lower[i] in reading(ctx, "modal") for i in range(max(own.start, start - 12), start)):
        return None
    if any(w in reading(ctx, "open_adjectives") for w in inner):
        return None
    none = any(w in ("no", "any") for w in inner) or before in ("no", "without")
    any_ = "any" in inner and before not in ("without", "of", "was", "there")
    theme: Mention | None = None
    agent: Mention | None = None
    others = tuple(obliques(last + 1, own.stop, ctx))
    for p, m in others:
        if (
            p in ("of", "between")
            or (p == "in" and deed.name in reading(ctx, "in_nouns"))
            or (p in _ABOUT and (not deed.name or deed.name in reading(ctx, "to_nouns")))
        ):
            theme = m
            break
    if theme is None and last > first and marks[last] in "pt":  # "the vote in favor of the plan", "no to the airport"
        theme = right(last + 1, own.stop, ctx)
    if any_ and not none:
        return None
    owned = next((i for i in range(first - 1, start - 1, -1) if possessive(lower[i]) or lower[i] in lexicon(ctx, "possessives")), None)
    if owned is not None:
        owner = phrase(owned, owned + 1, ctx) if lower[owned] in lexicon(ctx, "possessives") else phrase(start, owned + 1, ctx)
        if theme is None:
            theme = owner
        else:
            agent = owner
    if theme is None and first - start >= 1 and marks[first - 1] in "nN" and not possessive(lower[first - 1]):
        theme = phrase(start, first, ctx)  # "the oil price rise"
    if agent is None:
        agent = next((m for p, m in others if p == "by"), None)
    if agent is None and theme is None and start > own.start and _denies(lower[start - 1], ctx) and marks[start - 1] in "FK":
        agent = left(group_start(start - 1, own, ctx), own.start, ctx)  # "the company denied any talks": its own
    negated = (none and lower[start] != "any") or "no" in inner or before == "without"
    negated = negated != _annulled(first, last, start, own, ctx)
    had = [lower[i] for i in range(max(own.start, start - 4), start)]
    between = [w for w in had if w not in reading(ctx, "negating") and not w.endswith("n't")]
    light = reading(ctx, "supports") | reading(ctx, "be") | reading(ctx, "group") | {"there", "time"}
    if (
        before != "without"
        and any(is_negator(i, ctx) for i in range(max(own.start, start - 4), start))
        and all(w in light for w in between[-2:])
    ):
        negated = not negated  # "was not a sale", "had not held talks"; "has not acknowledged the strike" says nothing of the strike
    if theme is None and any(
        w
        in (
            "had",
            "has",
            "held",
            "holds",
            "hold",
            "won",
            "drew",
            "met",
            "made",
            "lodged",
            "have",
            "got",
            "suffered",
            "faced",
            "gave",
            "made",
        )
        for w in had
    ):
        at = (
            next(i for i in range(start - 1, own.start - 1, -1) if marks[i] in "FAK")
            if any(marks[i] in "FAK" for i in range(own.start, start))
            else None
        )
        theme = left(group_start(at, own, ctx), own.start, ctx) if at is not None else None
    rest = tuple((p, m) for p, m in others if m is not theme and m is not agent)
    if theme is None and agent is None and not rest and "no" in inner and row.get("theme") == "living" and row.get("anybody"):
        theme = nobody(first)  # "there were no injuries"
    if theme is None and agent is None and not rest and not negated and lower[start] != "the" and not lower[first].endswith("s"):
        return None
    return Telling(deed, negated, agent, theme, rest, line, first, last, every=negated)


def _denies(word: str, ctx: Context) -> bool:
    """Whether a word is a form of a verb of denying."""
    denying = ctx.once("contradictions.denying", lambda: stems_of(ctx, ctx.lexicons["denial"]["deny"]))
    return stemmer(ctx)(word) in denying


def _annulled(first: int, last: int, start: int, own: range, ctx: Context) -> bool:
    """Whether the verb beside a noun of an act undoes it: "the merger was abandoned", "averted a strike"."""
    marks, lower, made = letters(ctx), ctx.tokens.lower, stemmer(ctx)
    undoing = ctx.once("contradictions.annul", lambda: stems_of(ctx, reading(ctx, "annul")))
    if start - 1 >= own.start and marks[start - 1] in "FIKG" and made(lower[start - 1]) in undoing:
        return True
    i = last + 1
    while i < own.stop and marks[i] in "Aab":
        i += 1
    return i > last + 1 and i < own.stop and marks[i] == "K" and made(lower[i]) in undoing
