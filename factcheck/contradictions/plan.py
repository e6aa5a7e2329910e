"""What was planned and what came of it: "The city will close the bridge. … The bridge was closed." Never says that a plan failed."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.contradictions import likeness
from factcheck.contradictions.keys import NAMES, Line, covering, in_words, lines, stems_of
from factcheck.contradictions.moments import WEEKDAYS
from factcheck.contradictions.negation import negations
from factcheck.contradictions.ties import Tie, tying
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, must, must_not

RULE = "plan-and-outcome"
_BESIDE, _SHARED = 2, 4
"""So many words have to be shared right beside the verb, or in all."""
_UNREAL = frozenset({"if", "unless", "whether"})
_WINDOW = 3
_REACH = 4
_PAST = ("ed", "en", "wn", "ught", "lt", "pt", "ung", "ost", "old", "ent", "eld")


_NONE: frozenset[str] = frozenset()


def find(ctx: Context) -> Iterable[Tie]:
    """Each plan with the first report of its act that shares a name or thing with it."""
    light = ctx.once("contradictions.read_with.light", lambda: stems_of(ctx, ctx.lexicons["read_with"]["plan"]["light"]))
    for plan in lines(ctx):
        for stem in sorted(planned(plan, ctx) - light):
            mine = _claim(plan, stem, ctx)
            reports = (
                (other, at)
                for other in likeness.lines_with((stem,), ctx)
                if other.number != plan.number and stem not in planned(other, ctx) and (at := _done(other, stem, ctx)) is not None
            )
            found = next(((o, at) for o, at in reports if _one_matter(plan, o, stem, ctx)), None)
            if found is not None:
                other, at = found
                theirs = other.claim_at((ctx.tokens.starts[at], ctx.tokens.ends[at]))
                yield Tie(mine, theirs, (mine.start, mine.end), (theirs.start, theirs.end), "outcome", "plan")


def _one_matter(a: Line, b: Line, stem: str, ctx: Context) -> bool:
    """Whether both name what the act is done to right beside the verb, and neither is a mere thought."""
    beside = _beside(a, stem, ctx) & _beside(b, stem, ctx)
    shared = {t.stem for t in a.terms} & {t.stem for t in b.terms}
    unreal = any(ctx.tokens.lower[i] in _UNREAL for line in (a, b) for i in line.tokens)
    return not unreal and (len(beside) >= _BESIDE or (bool(beside) and len(shared) > _SHARED))


def _beside(line: Line, stem: str, ctx: Context) -> frozenset[str]:
    """The nearest terms on either side of a verb."""
    terms = [t for t in line.terms if t.stem == stem or t.lower not in _days(ctx)]
    at = next(n for n, t in enumerate(terms) if t.stem == stem)
    return frozenset(t.stem for t in terms[max(0, at - _WINDOW) : at + _WINDOW + 1]) - {stem}


def _days(ctx: Context) -> frozenset[str]:
    """Days and months tell when, not what."""
    return ctx.once("contradictions.read_with.days", lambda: frozenset((*WEEKDAYS, *ctx.lexicons["dates"]["months"])))


def planned(line: Line, ctx: Context) -> frozenset[str]:
    """Stems of the verbs that stand under a word of the future: "will close", "plans to close", "is to be closed"."""
    memo: dict[int, frozenset[str]] = ctx.once("contradictions.read_with.planned", dict)
    if line.number not in memo:
        memo[line.number] = frozenset(_planned(line, ctx)) or _NONE
    return memo[line.number]


def _planned(line: Line, ctx: Context) -> Iterable[str]:
    words, lower = ctx.lexicons["read_with"]["plan"], ctx.tokens.lower
    future, between = frozenset(words["future"]), frozenset(words["between"])
    terms = {t.at: t.stem for t in line.terms}
    for i in line.tokens:
        meant = in_words(i, future, ctx) or (lower[i] in ("is", "are", "was", "were") and lower[i + 1 : i + 2] == ["to"])
        if not meant:
            continue
        for at in range(i + 1, min(len(lower), i + 1 + _REACH)):
            if lower[at] in between:
                continue
            if at in terms:
                yield terms[at]
            break


def _done(line: Line, stem: str, ctx: Context) -> int | None:
    """The token at which an act is reported as done: a past form, not negated and under no word of the future."""
    lower = ctx.tokens.lower
    named = {i for d in line.details if d.kind in NAMES for i in covering(ctx, d.start, d.end)}
    if any(n.stem == stem for n in negations(line, ctx)):
        return None
    for t in line.terms:
        if t.stem == stem and t.at not in named and t.lower != stem and t.lower.endswith(_PAST):
            before = lower[max(0, t.at - 3) : t.at]
            if not any(w in ("to", "will", "would", "should", "could", "may", "might", "if", "must", "can") for w in before):
                return t.at
    return None


def _claim(line: Line, stem: str, ctx: Context) -> Claim:
    at = next(t.at for t in line.terms if t.stem == stem)
    return line.claim_at((ctx.tokens.starts[at], ctx.tokens.ends[at]))


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Plans and outcomes."""
    return [
        tying(
            RULE,
            "A plan and what came of it",
            find,
            "Quirk et al. 1985, 4.42-48 (expressions of future time)",
            (
                must(
                    "The city will demolish the old grain silo by the harbor in May, the mayor said in January.\n\nNeighbors protested.\n\n"
                    "The old grain silo by the harbor was demolished on Friday.",
                    "C003: plan C001",
                ),
                must_not(
                    "The city will demolish the old grain silo by the harbor.\n\nThe old theater by the station was demolished in 1990."
                ),
                must_not("The city will demolish the old grain silo at Holm.\n\nThe old grain silo at Holm will be demolished in May."),
            ),
        )
    ]
