"""A statement and the answer that rejects it nearby: "you were dismissed" and "I was not dismissed", "in talks" and "there were no talks".

Reads only answers by somebody else than who made the statement, within a few sentences. Never says who is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.contradictions import likeness
from factcheck.contradictions.clashes import Clash, keyed, told
from factcheck.contradictions.keys import Line, Term, line_of, lines, stems_of
from factcheck.contradictions.negation import negations, unreal
from factcheck.contradictions.postings import standing
from factcheck.contradictions.voice import same_source, sources
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "rejected-nearby"
_BACK, _AHEAD = 4, 1
_ENOUGH = 0.75
"""So much of what is rejected has to stand in the statement."""
_LONG = 6
_BE = frozenset(["is", "are", "was", "were", "has", "have", "had", "been", "be", "never", "'s"])
_NOT = frozenset(["not", "never"])
_RESOLVE = "What each of the two can show for it: a document, a record, a witness; and whether each knew of what the other says."


def find(ctx: Context) -> Iterable[Clash]:
    """All rejections with the nearest statement that they reject."""
    for line in lines(ctx):
        if unreal(line, ctx):
            continue
        for claim, content in (*_no_such(line, ctx), *_not_so(line, ctx)):
            other = _statement(line, claim, content, ctx)
            if other is not None:
                a, b = sorted((claim, other), key=lambda c: c.start)
                yield Clash(a, b, (a.start, a.end), (b.start, b.end), "One rejects what the other states: ", _RESOLVE)
                break


def _stems(ctx: Context, key: str) -> frozenset[str]:
    return ctx.once(f"contradictions.rebuttals.{key}", lambda: stems_of(ctx, ctx.lexicons["rebuttals"][key]))


def _no_such(line: Line, ctx: Context) -> Iterator[tuple[Claim, tuple[Term, ...]]]:
    """ "there were no talks", "there was never a plan to move the gate"."""
    lower, own = ctx.tokens.lower, line.tokens
    if standing("rebuttals.there", ("there",), ctx).isdisjoint(own):
        return
    for n, i in enumerate(own):
        if lower[i] != "there":
            continue
        after = [lower[j] for j in own[n + 1 : n + 5]]
        if not after or after[0] not in _BE or not ({"no", "never"} & set(after[:3])):
            continue
        claim = line.claim_at((ctx.tokens.starts[i], ctx.tokens.ends[i]))
        content = tuple(t for t in line.terms if t.at > i and ctx.tokens.starts[t.at] < claim.end)[:_LONG]
        if content and content[0].stem not in _stems(ctx, "idle"):
            yield claim, content
        return


def _not_so(line: Line, ctx: Context) -> Iterator[tuple[Claim, tuple[Term, ...]]]:
    """ "I was not dismissed", "the company never paid the bill": the negated word with all else that the claim states."""
    lower = ctx.tokens.lower
    for n in negations(line, ctx):
        word = lower[n.negator]
        if word not in _NOT and not word.endswith("n't"):
            continue
        if n.stem in _stems(ctx, "light") or len(n.stem) < 4 or n.at - n.negator > 2:
            continue
        claim = line.claim_at((ctx.tokens.starts[n.at], ctx.tokens.ends[n.at]))
        content = tuple(t for t in line.terms if claim.start <= ctx.tokens.starts[t.at] < claim.end)
        if any(t.stem == n.stem for t in content) and len(content) <= _LONG:
            # the negated word first: it has to be shared
            yield claim, (next(t for t in content if t.stem == n.stem), *(t for t in content if t.stem != n.stem))


def _statement(line: Line, claim: Claim, content: tuple[Term, ...], ctx: Context) -> Claim | None:
    """The nearest claim around that states what is rejected, said by somebody else."""
    by_number, df = line_of(ctx), likeness.frequencies(ctx)
    head, wanted = content[0].stem, {t.stem for t in content}
    intended = head in _stems(ctx, "intention")
    for step in (*range(-1, -_BACK - 1, -1), *range(1, _AHEAD + 1)):
        other = by_number.get(line.number + step)
        for candidate in other.claims if other else ():
            if other is None or not _others(claim, candidate, ctx) or not _stated(candidate, ctx):
                continue
            theirs = {t.stem for t in other.terms if candidate.start <= ctx.tokens.starts[t.at] < candidate.end}
            if intended and theirs & (_stems(ctx, "intending") | {head}):
                if {s for s in wanted & theirs if df[s] <= likeness.MOST_LINES} - {head}:
                    return candidate
                continue
            near = wanted & (theirs | {t.stem for t in other.terms})
            if head in theirs and len(near) >= _ENOUGH * len(wanted):
                return candidate
    return None


def _others(claim: Claim, candidate: Claim, ctx: Context) -> bool:
    """Whether two claims have two voices, of which one at least is somebody's."""
    if candidate.id == claim.id or not (sources(claim) or sources(candidate)):
        return False
    return not same_source(claim, candidate, ctx)


def _stated(claim: Claim, ctx: Context) -> bool:
    """Whether a claim states something: no condition, no denial, no question."""
    words = [ctx.tokens.lower[i] for i in ctx.tokens.within(claim.start, claim.end)]
    table = ctx.once("contradictions.rebuttals.open_words", lambda: ctx.lexicons.words("rebuttals", "open"))
    end = ctx.article.text[claim.end - 1 : claim.end + 1]
    return not any(w in table or w.endswith("n't") for w in words) and "?" not in end


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """One key for each clash that the claim is part of."""
    return keyed(RULE, find, claim, ctx)


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """The clash that brought the two together."""
    return told("denial", RULE, a, ctx)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Statements and their rejection."""
    source = "Horn 1989, A Natural History of Negation, ch. 6; Quirk et al. 1985, 18.44-54"
    return [
        ContradictionDetector(
            id=RULE,
            title="Stated, and rejected nearby",
            keys=keys,
            compare=compare,
            source=source,
            examples=(
                must(
                    "The two harbors are in merger negotiations, the union said.\n\nThe port director said there were no negotiations.",
                    RULE,
                ),
                must(
                    "The union said the mate had been suspended after the collision.\n\n“I was not suspended,” said the mate, Ole Brandt.",
                    RULE,
                ),
                must_not("The two harbors are in merger negotiations, the union said.\n\nThe port director said there was no hurry."),
                must_not("The union asked whether the mate had been suspended.\n\n“I was not suspended,” said the mate, Ole Brandt."),
                must_not("The crane was insured, the owner said.\n\nThe mate was not insured against storms at sea, his family said."),
            ),
        )
    ]
