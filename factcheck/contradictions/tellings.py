"""All that an article tells and that something else in it may speak against, one record for each deed. Judges nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from factcheck.contradictions.clausal import clause
from factcheck.contradictions.deeds import Deed, reading, wanted
from factcheck.contradictions.denial import denied
from factcheck.contradictions.keys import Line, lines, sentence_of, stemmer
from factcheck.contradictions.mention_match import kind
from factcheck.contradictions.mentions import lexicon
from factcheck.contradictions.nominals import noun
from factcheck.contradictions.postings import standing
from factcheck.contradictions.telling import Telling, undone_stems
from factcheck.language import thesaurus
from factcheck.plugin.context import Context

_FOUND = 5
_RELATIVE = frozenset({"which", "who", "whom", "whose"})


def tellings(ctx: Context) -> tuple[Telling, ...]:
    """All that the article tells and that something else in it may speak against, in order, made once."""

    def make() -> tuple[Telling, ...]:
        found = wanted(ctx)
        out: list[Telling] = []
        for line in lines(ctx):
            own = ctx.tokens.within(*sentence_of(line.number, ctx))
            at = [i for i in own if i in found]
            if at and not _hypothetical(line, own, ctx):
                out += _line(line, at, own, found, ctx)
        return tuple(out)

    return ctx.once("contradictions.tellings", make)


def _hypothetical(line: Line, own: range, ctx: Context) -> bool:
    """A question, or a sentence that opens with a condition."""
    unreal = standing("tellings.if", reading(ctx, "if"), ctx, may=False)
    asks = ctx.tokens.words[own[-1]] == "?" or ctx.tokens.lower[own[0]] == "q"  # "Q: You climbed it at six."
    return asks or not unreal.isdisjoint(own)


def _line(line: Line, at: list[int], own: range, wanted: Mapping[int, list[tuple[Deed, int]]], ctx: Context) -> Iterator[Telling]:
    embedded = _embedded(line, ctx)
    taken: set[int] = set()
    for i in at:
        if i in taken:
            continue
        for deed, last in wanted[i]:
            told = noun(deed, i, last, line, own, ctx) if deed.on == "noun" else clause(deed, i, last, line, own, ctx)
            if told is None or not _suits(told, ctx):
                continue
            if deed.name:
                taken.update(range(i + 1, last + 1))
            if i in embedded and not told.aim and not told.undone:
                told = replace(told, negated=not told.negated, denied=True)
            yield told


def _embedded(line: Line, ctx: Context) -> frozenset[int]:
    """The tokens of what is denied, without the words that deny it; to refuse or decline denies nothing."""
    refusing = undone_stems(ctx)
    out: set[int] = set()
    for claim, tokens in denied(line, ctx):
        a = claim.attribution
        cue = ctx.tokens.within(*a.cue_span) if a is not None and a.cue_span is not None and a.cue_class == "deny" else range(0)
        if any(stemmer(ctx)(ctx.tokens.lower[i]) in refusing for i in cue):
            continue
        if cue and ctx.tokens.lower[cue.start - 1 : cue.start] and ctx.tokens.lower[cue.start - 1] in reading(ctx, "be"):
            continue  # "was rejected by the voters"
        out.update(i for i in tokens[: _aside(tokens, ctx)] if i not in cue)
    return frozenset(out)


def _aside(tokens: Sequence[int], ctx: Context) -> int:
    """Where a clause begins that only adds something, which a denial leaves alone (CGEL 12, 4): "…, for which they were known"."""
    lower = ctx.tokens.lower
    for n, i in enumerate(tokens):
        if n and lower[i] in _RELATIVE and "," in (lower[i - 1], lower[i - 2]):
            return n
    return len(tokens)


def _suits(told: Telling, ctx: Context) -> bool:
    """Whether a deed is told of what it can be told of: people are dismissed, guns are fired."""
    row = ctx.lexicons["deeds"].get(told.deed.name, {})
    if any(m.lower in row.get("never", ()) for _, m in told.others):
        return False  # "died of its wounds" is no natural death
    if told.deed.lower in row.get("many", ()) and told.agent is not None and kind(told.agent, ctx) == "person" and not told.agent.plural:
        return False  # one member's vote decides nothing
    if told.deed.lower in row.get("bodies", ()) and reading(ctx, "bodies").isdisjoint(ctx.tokens.lower[told.last + 1 : told.last + _FOUND]):
        return False  # "his body was recovered", not "his body was trained"
    if row.get("theme") != "living" or told.theme is None:
        return True
    word = told.theme.lower
    return kind(told.theme, ctx) != "thing" or word in lexicon(ctx, "bodies") or word == "animal" or thesaurus.kind_of(word, "animal")
