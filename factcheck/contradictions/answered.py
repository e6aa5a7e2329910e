"""An accusation and its denial: "accused X of taking bribes … X denies any wrongdoing". Links whom they name; never says who is right."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from factcheck.contradictions.denial import denied
from factcheck.contradictions.keys import NAMES, Line, lines, sentence_of, stems_of
from factcheck.contradictions.postings import stemming
from factcheck.contradictions.ties import Tie, tying
from factcheck.contradictions.voice import sources
from factcheck.model.claim import Claim
from factcheck.model.claim_parts import Detail
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, must, must_not

RULE = "accusation-and-denial"
_REACH = 12
"""So many sentences apart at most."""
_MOST = 60
_AFTER = 8
_PASSIVE = frozenset({"was", "were", "been", "is", "are", "be", "being"})
_NOUNS = frozenset({"charge", "charges", "suspect", "suspects"})


def find(ctx: Context) -> Iterable[Tie]:
    """Each denial with the nearest accusation of who denies."""
    words = ctx.lexicons["read_with"]["denial"]
    lower = ctx.tokens.lower
    accusing = stemming("read_with.accusing", stems_of(ctx, words["accusing"]), ctx)
    charges = [
        (line, at)
        for line in lines(ctx)
        for at in _tokens(line, ctx)
        if (at in accusing and lower[at] not in _NOUNS) or lower[at] in nouns(ctx)
    ]
    if not charges:
        return
    for line, claim, who in _denials(ctx):
        low, high = (bisect_left(charges, line.number + far, key=lambda row: row[0].number) for far in (-_REACH, _REACH + 1))
        near = (row for row in charges[low:high][:_MOST] if row[0].number != line.number)
        for other, at in sorted(near, key=lambda row: (abs(row[0].number - line.number), row[1])):
            if who & _accused(other, at, ctx):
                accusation = other.claim_at((ctx.tokens.starts[at], ctx.tokens.ends[at]))
                yield Tie(claim, accusation, (claim.start, claim.end), (accusation.start, accusation.end), "denied", "denial")
                break


def _denials(ctx: Context) -> Iterable[tuple[Line, Claim, frozenset[str]]]:
    """Denials with the names of who denies: an embedded statement, a denial of "the charges", "pleaded not guilty"."""
    words, lower = ctx.lexicons["read_with"]["denial"], ctx.tokens.lower
    matters = stemming("read_with.matters", stems_of(ctx, words["matters"]), ctx)
    verbs = stemming("read_with.deny", stems_of(ctx, ctx.lexicons["denial"]["deny"]), ctx)
    pleas = stemming("read_with.plead", stems_of(ctx, words["pleading"]), ctx)
    for line in lines(ctx):
        for claim, content in denied(line, ctx):
            said = lower[content[0] - 1] == "that" or "that" in (lower[i] for i in content[:2]) or lower[content[0]].endswith("ing")
            if said or not matters.isdisjoint(content):
                yield line, claim, _names(sources(claim))
        for at in (i for i in _tokens(line, ctx) if i in verbs or i in pleas):
            after = range(at + 1, at + 6)
            negated = at in pleas and lower[at + 1 : at + 3] == ["not", "guilty"]
            if negated or (at in verbs and lower[max(0, at - 1) : at] != ["not"] and any(i in matters for i in after)):
                claim = line.claim_at((ctx.tokens.starts[at], ctx.tokens.ends[at]))
                yield line, claim, _names(sources(claim)) or _subject(line, at, ctx)


def nouns(ctx: Context) -> frozenset[str]:
    """Nouns that accuse whoever is named beside them: "faces allegations of fraud"."""
    return ctx.once("contradictions.read_with.nouns", lambda: frozenset(ctx.lexicons["read_with"]["denial"]["nouns"]))


def _tokens(line: Line, ctx: Context) -> range:
    """All tokens of the sentence: who accuses and denies stands in frames."""
    return ctx.tokens.within(*sentence_of(line.number, ctx))


def _named(line: Line) -> list[Detail]:
    """All names of the sentence in their order, those of frames included."""
    every = (d for c in line.claims for d in (*c.details, *(c.attribution.details if c.attribution else ())))
    return sorted({d.start: d for d in every if d.kind in NAMES}.values(), key=lambda d: d.start)


def _names(texts: Iterable[str]) -> frozenset[str]:
    """The last words of names, in lower case."""
    return frozenset(
        t.split()[-1].lower().removesuffix("'s").removesuffix("’s") for t in texts if t.split() and t.split()[-1][:1].isupper()
    )


def _subject(line: Line, at: int, ctx: Context) -> frozenset[str]:
    """The nearest name before a verb."""
    return _names([d.text for d in _named(line) if d.end <= ctx.tokens.starts[at]][-1:])


def _accused(line: Line, at: int, ctx: Context) -> frozenset[str]:
    """The names of who is accused: after an active verb, right before a passive one, beside a noun like "allegations"."""
    lower, starts = ctx.tokens.lower, ctx.tokens.starts
    names = _named(line)
    if lower[at] in nouns(ctx):
        return _names(d.text for d in names)
    if any(w in _PASSIVE for w in lower[max(0, at - 3) : at]):
        return _names([d.text for d in names if d.end <= starts[at]][-1:])
    end = starts[min(len(lower) - 1, at + _AFTER)]
    return _names(d.text for d in names if starts[at] <= d.start < end)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Accusations and denials."""
    return [
        tying(
            RULE,
            "An accusation and its denial",
            find,
            "FrameNet 1.7, Judgment_communication, Deny_or_grant; SPJ Code of Ethics: let those who are accused answer",
            (
                must(
                    "Prosecutors accused Ida Brandt of taking bribes.\n\nIt rained.\n\nBrandt denied the allegations.", "C003: denied C001"
                ),
                must("Oskar Lunt was charged with fraud in March.\n\nLunt has pleaded not guilty.", "denial"),
                must_not("Prosecutors accused Ida Brandt of taking bribes.\n\nOskar Lunt denied the allegations."),
                must_not("Prosecutors accused Ida Brandt of taking bribes.\n\nBrandt denied the council a vote."),
            ),
        )
    ]
