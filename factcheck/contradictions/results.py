"""One match with two results: "won the final 3-1" and "the 3-2 victory in the final". Leaves sets, half-times, legs and votes alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.contradictions.clashes import Clash, keyed, told
from factcheck.contradictions.keys import Line, lines, sentence_of
from factcheck.contradictions.moments import clash_of, moments
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "one-match-two-results"
_SCORE = compiled(r"(?<![\w.,:/€$£–-])(\d{1,2})[-–](\d{1,2})(?![\w%/–-]|[.,:]\d| ?percent| ?per cent)")
_MOST = 12
"""More results than this are a table of a league, or many matches."""
_BESIDE = 8
_RESOLVE = "The official report of the match."


@dataclass(frozen=True, slots=True)
class _Result:
    """A result as it is told.

    Args:
        score: the two numbers, the larger first.
        stage: which match it was, "" where not said.
        sides: the names in the sentence, in lower case.
        known: whether it is told as known: "the 3-2 victory", "their 3-2 win".
    """

    score: tuple[int, int]
    stage: str
    sides: frozenset[str]
    known: bool
    line: Line
    claim: Claim
    span: Span


def find(ctx: Context) -> Iterable[Clash]:
    """Two results of one match, each pair of scores once."""
    found = [r for line in lines(ctx) for r in _of_line(line, ctx)]
    if len(found) > _MOST:
        return
    done: set[tuple[tuple[int, int], tuple[int, int]]] = set()
    for n, a in enumerate(found):
        for b in found[n + 1 :]:
            if (a.score, b.score) not in done and a.line.number != b.line.number and _one_match(a, b, found, ctx):
                done.add((a.score, b.score))
                yield Clash(a.claim, b.claim, a.span, b.span, "Two results of one match: ", _RESOLVE)


def _one_match(a: _Result, b: _Result, found: list[_Result], ctx: Context) -> bool:
    """Whether two scores are of one match: one stage, the same two sides, or the later is taken up as known and nothing else was played."""
    if a.score == b.score or (a.stage and b.stage and a.stage != b.stage):
        return False
    if any(clash_of(m, n) == "clash" for m in moments(a.line, ctx) for n in moments(b.line, ctx)):
        return False
    common = a.sides & b.sides
    if len(common) > 1 or (a.stage and a.stage == b.stage and (common or not (a.sides and b.sides))):
        return True
    alone = len({r.score for r in found}) == 2
    return b.known and alone and b.sides <= a.sides


def _of_line(line: Line, ctx: Context) -> Iterator[_Result]:
    """The only result of a sentence; two of them are sets or several matches."""
    start, end = sentence_of(line.number, ctx)
    scores = list(_SCORE.finditer(ctx.article.text, start, end))
    if len(scores) != 1:
        return
    table = ctx.lexicons["results"]
    tokens = ctx.tokens.within(start, end)
    words = {ctx.tokens.lower[i] for i in tokens}
    if not words.isdisjoint(table["partial"]) or not words.isdisjoint(table["other"]):
        return
    m = scores[0]
    at = ctx.tokens.within(*m.span())
    near = {ctx.tokens.lower[i] for i in range(max(tokens.start, at.start - _BESIDE), min(tokens.stop, at.stop + _BESIDE))}
    if near.isdisjoint(table["told"]):
        return
    before = ctx.tokens.lower[at.start - 1] if at.start > tokens.start else ""
    known = before in ("the", "this", "that", "their", "its", "his", "her") or before.endswith(("'s", "’s", "s'"))
    low, high = sorted((int(m[1]), int(m[2])))
    claim = line.claim_at(m.span())
    yield _Result((high, low), _stage(tokens, ctx), _sides(tokens, ctx), known, line, claim, m.span())


def _stage(tokens: range, ctx: Context) -> str:
    """Which match it was: "final", "first leg", "second game"; "" where not said."""
    table, lower = ctx.lexicons["results"], ctx.tokens.lower
    for i in tokens:
        if lower[i] in table["stages"]:
            rank = lower[i - 1] if lower[i - 1] in table["ranks"] else ""
            if rank or lower[i] not in table["any_stage"]:
                return f"{rank} {lower[i]}".strip()
    return ""


def _sides(tokens: range, ctx: Context) -> frozenset[str]:
    """The names of a sentence: words with a capital that the article does not write small as well."""
    small = ctx.once("contradictions.results_small", lambda: {w for w in ctx.tokens.words if w[0].islower()})
    out = set()
    for i in tokens:
        word = ctx.tokens.lower[i].removesuffix("'s").removesuffix("’s").removesuffix("'")
        if ctx.tokens.words[i][0].isupper() and word not in ctx.lexicons["results"]["no_side"] and word not in small and len(word) > 1:
            out.add(word)
    return frozenset(out)


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """One key for each clash that the claim is part of."""
    return keyed(RULE, find, claim, ctx)


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """The clash that brought the two together."""
    return told("quantity", RULE, a, ctx)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Results of a match."""
    return [
        ContradictionDetector(
            id=RULE,
            title="One match, two results",
            keys=keys,
            compare=compare,
            source="FrameNet 1.7, Beat_opponent and Win_prize; house rule: every result from the report of the match",
            examples=(
                must("The Owls won the final 3-1.\n\nIt rained.\n\nAfter their 3-2 victory in the final the Owls danced.", RULE),
                must("Holm beat Tarn 4-0 on Saturday.\n\nIt rained.\n\nHolm's 3-0 win over Tarn was the sixth in a row.", RULE),
                must("Holm and Tarn ended their match in a 1-1 draw.\n\nIt rained.\n\nHolm's 2-1 victory over Tarn was deserved.", RULE),
                must_not("The Owls won the final 3-1.\n\nIt rained.\n\nThe 3-2 victory in the semifinal was closer."),
                must_not("Holm led 1-0 at half-time.\n\nIt rained.\n\nHolm beat Tarn 3-1."),
                must_not("Holm beat Tarn 4-0 on Saturday.\n\nIt rained.\n\nHolm lost 3-0 to Brack."),
                must_not("Holm beat Tarn 4-0.\n\nIt rained.\n\nA year ago Holm beat Tarn 3-0."),
                must_not("The council approved the plan 7-4.\n\nIt rained.\n\nThe court had won respect with its 5-4 ruling."),
            ),
        )
    ]
