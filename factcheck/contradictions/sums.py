"""Votes and groups that do not fit their whole: "voted 9 to 6" in a council of 14, "12 of the 20 … the other nine". Adds, never guesses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.contradictions import voice
from factcheck.contradictions.amounts import Amount, amounts
from factcheck.contradictions.clashes import Clash, keyed, told
from factcheck.contradictions.keys import Line, line_of, lines, sentence_of
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

VOTES, REST = "votes-and-members", "part-and-rest"
NUMBER = r"(?:\d{1,4}|[a-z]{3,9}(?:-[a-z]{3,5})?)"
VOTE = compiled(rf"(?<![\w.,-])(?P<a>{NUMBER})(?:\s+votes)?(?:\s+to\s+|-to-|[-–])(?P<b>{NUMBER})(?![\w%]|[-.,]\d)", re.IGNORECASE)
VERB = compiled(
    r"\b(?:vot(?:ed?|es|ing)|ballot|approv(?:ed|al)|passed|rejected|backed|carried|defeated|endorsed|adopted|decided|ruled)\b", re.I
)
_ABSTAINED = compiled(
    rf"\b(?P<n>{NUMBER})\s+(?:(?:members?|councill?ors?|others?|deputies|delegates)\s+)?(?:abstentions?|abstain(?:ed|ing))\b",
    re.IGNORECASE,
)
BODY = (
    r"(?:members|councill?ors|deputies|senators|judges|jurors|directors|commissioners|delegates|trustees|governors|aldermen|lawmakers|mps)"
)
_SIZE = compiled(
    rf"\b(?P<n>{NUMBER})-(?:member|seat|strong|person|man)\s+(?:[a-z]+\s+){{0,2}}"
    r"(?:council|board|committee|panel|jury|parliament|assembly|senate|court|commission|chamber|cabinet)\b",
    re.IGNORECASE,
)
_ALL = compiled(
    rf"\ball\s+(?P<n>{NUMBER})\s+(?:of\s+(?:its|the)\s+)?(?:[a-z]+\s+)?{BODY}\s+(?:\w+\s+)?(?:took part|voted|present|attended|cast)",
    re.I,
)
_MARGIN = compiled(rf"\b(?:majority|margin)\s+of\s+(?:just\s+|only\s+)?(?P<n>{NUMBER})\b(?!\s*(?:to\b|[-–]\d|per))", re.IGNORECASE)
_OFF = compiled(r"\b(?:absent|away|missing|did not (?:vote|attend)|stayed away|recused|vacant|left the room|walked out)\b", re.IGNORECASE)
SPORT = compiled(
    r"\b(?:match|goals?|cup|league|season|win|victory|defeat|semi-?final|quarter-?final|coach|innings|halftime)\b", re.IGNORECASE
)
_OTHERS = frozenset(["other", "remaining"])
_FAR = 2
_RESOLVE_VOTE = "The minutes of the meeting: who was there and how each voted."
_RESOLVE_REST = "A list of all that are counted, and in which group each one is."


@dataclass(frozen=True, slots=True)
class _Cast:
    total: int
    span: Span
    claim: Claim


def number_of(word: str, ctx: Context) -> int | None:
    """A number in digits or words, as far as it is whole."""
    if word.isdigit():
        return int(word)
    values = ctx.lexicons["numbers"]["values"]
    parts = [values.get(p) for p in word.lower().split("-")]
    if any(p is None or p != int(p) for p in parts) or not parts:
        return None
    return int(sum(p for p in parts if p is not None))


def result_of(m: re.Match[str], ctx: Context) -> tuple[int, int] | None:
    """The two sides of a result; None where it is none: "thirty-one" is one number."""
    a, b = number_of(m["a"], ctx), number_of(m["b"], ctx)
    if a is None or b is None or not a + b:
        return None
    return None if m["a"].isalpha() and a % 10 == 0 and b < 10 and m[0].endswith(f"-{m['b']}") else (a, b)


def find_votes(ctx: Context) -> Iterable[Clash]:
    """Votes cast against the size of the body, where the article names one size only."""
    sizes = list(_sizes(ctx))
    if len({(n, every) for n, every, _, _ in sizes}) == 0 or len({n for n, _, _, _ in sizes}) != 1:
        return
    for cast in _casts(ctx):
        size, every, span, claim = next((s for s in sizes if s[1]), sizes[0])
        if cast.total > size or (every and cast.total != size):
            a, b = sorted(((cast.claim, cast.span), (claim, span)), key=lambda row: row[1])
            lead = f"The votes make {cast.total}, the members {size}: "
            yield Clash(a[0], b[0], a[1], b[1], lead, _RESOLVE_VOTE)
            return


def _sizes(ctx: Context) -> Iterator[tuple[int, bool, Span, Claim]]:
    """Sizes of bodies; and whether all of it took part."""
    for line in lines(ctx):
        start, end = sentence_of(line.number, ctx)
        for pattern in (_SIZE, _ALL):
            for m in pattern.finditer(ctx.article.text, start, end):
                size = number_of(m["n"], ctx)
                if size:
                    yield size, pattern is _ALL, m.span(), line.claim_at((m.start(), m.start() + 1))


def _casts(ctx: Context) -> Iterator[_Cast]:
    text = ctx.article.text
    for line in lines(ctx):
        start, end = sentence_of(line.number, ctx)
        if not VERB.search(text, start, end) or SPORT.search(text, start, end):
            continue
        for m in VOTE.finditer(text, start, end):
            sides = result_of(m, ctx)
            if sides is None:
                continue
            stop = _next_end(line, ctx)
            away = [number_of(x["n"], ctx) or 0 for x in _ABSTAINED.finditer(text, start, stop)]
            if not _OFF.search(text, start, stop):
                yield _Cast(sum(sides) + sum(away[:1]), m.span(), line.claim_at((m.start(), m.start() + 1)))


def check_margin(claim: Claim, ctx: Context) -> Iterable[Finding]:
    """ "By 61 votes to 58, a majority of five": the margin is the difference, or else the larger side."""
    start, end = sentence_of(claim.sentence, ctx)
    text = ctx.article.text
    told_as, result = _MARGIN.search(text, start, end), VOTE.search(text, start, end)
    if told_as is None or result is None or not claim.start <= result.start() < claim.end or not VERB.search(text, start, end):
        return
    sides, margin = result_of(result, ctx), number_of(told_as["n"], ctx)
    if sides is not None and margin is not None and margin not in (abs(sides[0] - sides[1]), max(sides)):
        span = (min(result.start(), told_as.start()), max(result.end(), told_as.end()))
        said = f"From {sides[0]} to {sides[1]} is a margin of {abs(sides[0] - sides[1])}, not what {voice.quote(ctx, span)} says."
        yield Finding("arithmetic", "conflict", (span,), said, _RESOLVE_VOTE, "claim", VOTES)


def _next_end(line: Line, ctx: Context) -> int:
    """The end of the next sentence of the same paragraph: abstentions are often told there."""
    after = line_of(ctx).get(line.number + 1)
    return sentence_of((after or line).number if after and after.block == line.block else line.number, ctx)[1]


def find_rest(ctx: Context) -> Iterable[Clash]:
    """ "12 of the 20 … the other nine": the part and the rest against the whole."""
    lower = ctx.tokens.lower
    for line in lines(ctx):
        whole, part = whole_of(line, ctx)
        if whole is None or part is None:
            continue
        for other in (line, *(x for x in (line_of(ctx).get(line.number + n) for n in range(1, _FAR + 1)) if x and x.block == line.block)):
            rest = next((a for a in amounts(other, ctx) if a.span[0] > part.span[0] and lower[a.first - 1] in _OTHERS and _plain(a)), None)
            if rest is None or lower[rest.first - 2] != "the":
                continue
            if part.low + rest.low != whole.low and not _third(line, other, (whole, part, rest), ctx):
                spans = sorted((whole.span, part.span))
                a, b = line.claim_at((whole.span[0], whole.span[0] + 1)), other.claim_at((rest.span[0], rest.span[0] + 1))
                lead = f"{part.low:,.10g} and {rest.low:,.10g} make {part.low + rest.low:,.10g}, not {whole.low:,.10g}: "
                yield Clash(a, b, (spans[0][0], spans[1][1]), rest.span, lead, _RESOLVE_REST)
            break


def _plain(a: Amount) -> bool:
    return a.kind in ("number", "quantity") and not a.value.approx and a.value.high is None and a.low == int(a.low)


def whole_of(line: Line, ctx: Context) -> tuple[Amount | None, Amount | None]:
    """The whole and its first part: "12 of the 20 looms", "of the 20 looms, 12 …"."""
    lower = ctx.tokens.lower
    found = [a for a in amounts(line, ctx) if _plain(a)]
    for n, a in enumerate(found):
        led = lower[max(0, a.first - 2) : a.first]
        if "of" not in led or led[-1:] not in (["of"], ["the"], ["its"], ["their"], ["all"], ["his"], ["her"]):
            continue
        of = a.first - 1 - led[::-1].index("of")
        before = next((x for x in found if x.last == of - 1), None)
        after = found[n + 1] if n + 1 < len(found) and before is None else None
        part = before or after
        if part is not None and part.low < a.low:
            return a, part
    return None, None


def _third(line: Line, other: Line, known: tuple[Amount, ...], ctx: Context) -> bool:
    """Whether more numbers of things stand between: a third part."""
    first, last = min(a.first for a in known), max(a.last for a in known)
    return any(
        _plain(a) and a not in known and first < a.first < last
        for x in {line.number: line, other.number: other}.values()
        for a in amounts(x, ctx)
    )


def vote_keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """One key for each clash of votes that the claim is part of."""
    return keyed(VOTES, find_votes, claim, ctx)


def rest_keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """One key for each clash of parts that the claim is part of."""
    return keyed(REST, find_rest, claim, ctx)


def compare_votes(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """The votes and the members."""
    return told("arithmetic", VOTES, a, ctx)


def compare_rest(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """The part and the rest."""
    return told("arithmetic", REST, a, ctx)


def check_rest(claim: Claim, ctx: Context) -> Iterable[Finding]:
    """Part and rest inside one claim."""
    for fact in rest_keys(claim, ctx):
        clash = fact.about
        if isinstance(clash, Clash) and clash.a.id == clash.b.id and fact.value == 0:
            span = (min(clash.span_a[0], clash.span_b[0]), max(clash.span_a[1], clash.span_b[1]))
            text = f"{clash.lead}{voice.quote(ctx, span)}."
            yield Finding("arithmetic", "conflict", (span,), text, clash.resolve, "claim", REST)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Votes, and parts with their rest."""
    source = "Cohn & Cope, Numbers in the Newsroom (IRE, 2nd ed. 2014): add up what belongs together"
    return [
        ContradictionDetector(
            id=VOTES,
            title="Votes and members",
            keys=vote_keys,
            compare=compare_votes,
            check=check_margin,
            source=source,
            examples=(
                must("The 14-member harbour board met on Monday.\n\nIt voted 9 to 6 to sell the crane.", VOTES),
                must("The board approved the sale by 8 votes to 5.\n\nAll 15 members took part in the vote.", VOTES),
                must("The motion was defeated by 31 votes to 28, a majority of five.", VOTES),
                must_not("The motion was defeated by 31 votes to 28, a majority of three."),
                must_not("The 15-member harbour board met on Monday.\n\nIt voted 9 to 6 to sell the crane."),
                must_not("The board approved the sale by 8 votes to 5, with two abstentions.\n\nAll 15 members took part in the vote."),
                must_not("The 15-member harbour board met on Monday.\n\nIt voted 9 to 4 to sell the crane."),
            ),
        ),
        ContradictionDetector(
            id=REST,
            title="A part and the rest",
            keys=rest_keys,
            compare=compare_rest,
            check=check_rest,
            source=source,
            examples=(
                must("The mill gave 12 of the 20 looms. The other nine were bought at a sale.", REST),
                must_not("The mill gave 12 of the 20 looms. The other eight were bought at a sale."),
                must_not("The mill gave 12 of the 20 looms, five are on loan and the other three were bought at a sale."),
            ),
        ),
    ]
