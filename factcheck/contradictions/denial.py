"""A denial against the statement it denies: "denied that A had told B" against "had told B", "no part in it" against "by A", not received
against returned. Reads who denies from the attribution; never says who is right.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from factcheck.contradictions import likeness
from factcheck.contradictions.clashes import Clash, keyed, told
from factcheck.contradictions.keys import NAMES, Line, line_of, lines, stemmer, stems_of
from factcheck.contradictions.negation import negations
from factcheck.contradictions.postings import stemming
from factcheck.contradictions.voice import sources
from factcheck.model.claim import Claim
from factcheck.model.patterns import compiled
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

DENIED, PART, RECEIPT = "denied-statement", "denied-part", "given-not-received"
_RESOLVE = "What each of the two can show for it: a document, a record, a witness; and whether the denial was put to the other side."
_WORD = compiled(r"[A-Za-z][\w’'-]*")
_LEAST_SHARED = 2
_NEAR = 6
_ALIKE, _SAME_ACT = 0.5, 0.25
"""How much of the shorter statement has to be shared; less where verb and object are the same."""


def _deny_stems(ctx: Context) -> frozenset[str]:
    return ctx.once("contradictions.deny", lambda: stems_of(ctx, ctx.lexicons["denial"]["deny"]))


def denied(line: Line, ctx: Context) -> tuple[tuple[Claim, tuple[int, ...]], ...]:
    """Each denial of a line as its claim and the tokens of what is denied, made once."""
    memo: dict[int, tuple[tuple[Claim, tuple[int, ...]], ...]] = ctx.once("contradictions.denied", dict)
    if line.number not in memo:
        memo[line.number] = tuple(_denied(line, ctx))
    return memo[line.number]


def _denied(line: Line, ctx: Context) -> Iterator[tuple[Claim, tuple[int, ...]]]:
    verbs = stemming("denial.deny", _deny_stems(ctx), ctx)
    tokens_ = ctx.tokens
    for claim in line.claims:
        inside = tuple(tokens_.within(claim.start, claim.end))
        a = claim.attribution
        if a is not None and a.cue_class == "deny":
            yield claim, tuple(i for i in inside if a.content_span[0] <= tokens_.starts[i]) or inside
            continue
        if verbs.isdisjoint(inside):
            continue
        for n, i in enumerate(inside):
            if i in verbs and tokens_.lower[i] != "dismissed" and not (n and tokens_.lower[i - 1] in ("not", "never")):
                rest = inside[n + 1 :]
                if len(rest) >= 3 and _embedded(rest, ctx):
                    yield claim, rest
                break


def _embedded(rest: tuple[int, ...], ctx: Context) -> bool:
    """Whether a statement follows: "that …", "having …", "claims that …"; to reject a request denies nothing."""
    words = [ctx.tokens.lower[i] for i in rest[:5]]
    return "that" in words[:4] or (words[0].endswith("ing") and words[0] != "nothing")


def _stem(ctx: Context, at: int) -> str:
    """The stem of a token."""
    return stemmer(ctx)(ctx.tokens.lower[at])


def _terms(line: Line, tokens: Iterable[int]) -> list[str]:
    own = set(tokens)
    return [t.stem for t in line.terms if t.at in own]


def find(ctx: Context) -> Iterable[Clash]:
    """All denials against what states the same."""
    for line in lines(ctx):
        for claim, tokens in denied(line, ctx):
            yield from _statement(line, claim, tokens, ctx)
            yield from _part(line, claim, tokens, ctx)
    yield from _receipts(ctx)


def _statement(line: Line, claim: Claim, tokens: tuple[int, ...], ctx: Context) -> Iterable[Clash]:
    """The statement that shares the verb and most words with what is denied."""
    content = _terms(line, tokens)
    acts = list(_verbs(tokens, ctx))
    if len(content) < 2 or not acts:
        return
    weight = likeness.weights(ctx)
    best: tuple[float, Line, Claim] | None = None
    for other in likeness.lines_with(content, ctx):
        if other.number == line.number or denied(other, ctx):
            continue
        for candidate in other.claims:
            theirs = [t.stem for t in other.terms if candidate.start <= ctx.tokens.starts[t.at] < candidate.end]
            shared = {s for s in content if any(_akin(s, t) for t in theirs)}
            if len(shared) < _LEAST_SHARED or not any(v in shared for v in acts):
                continue
            if _reversed(tokens, candidate, ctx):
                continue
            enough = _SAME_ACT if _same_object(tokens, candidate, ctx) else _ALIKE
            score = sum(weight.get(s, 1.0) for s in shared) / max(
                0.1, min(sum(weight.get(s, 1.0) for s in set(content)), sum(weight.get(t, 1.0) for t in set(theirs)))
            )
            if score >= enough and (best is None or score > best[0]) and not _negated(other, shared, ctx):
                best = score, other, candidate
    if best is not None:
        yield _clash(claim, best[2], "One denies what the other states: ")


def _verbs(tokens: tuple[int, ...], ctx: Context) -> Iterator[str]:
    """Stems of the embedded verb: the word right after had, has, have, was, were, or in -ing after of."""
    lower = ctx.tokens.lower
    opening = next((i for i in tokens[:2] if lower[i].endswith("ing") and len(lower[i]) > 5), None)
    if opening is not None:
        yield _stem(ctx, opening)
    for before, at in itertools.pairwise(tokens):
        if (
            lower[before] in ("had", "has", "have", "was", "were", "ever", "did", "been")
            and lower[at] not in ("been", "ever", "not", "a", "the", "any")
            and lower[at][0].isalpha()
        ):
            yield _stem(ctx, at)


def _same_object(tokens: tuple[int, ...], candidate: Claim, ctx: Context) -> bool:
    """Whether a claim has a denied verb with the same object, in the active voice: "warned the council", not "warned by it"."""
    stop = ctx.lexicons.words("likeness", "stop")
    lower = ctx.tokens.lower

    def objects(span: Iterable[int], verb: str) -> set[str]:
        own = list(span)
        out = set()
        for n, i in enumerate(own):
            if _stem(ctx, i) == verb and lower[i] != verb + "s" and own[n + 1 : n + 2] and lower[own[n + 1]] != "by":
                out |= {_stem(ctx, j) for j in own[n + 1 : n + 4] if lower[j] not in stop and lower[j][0].isalpha()}
        return out

    theirs = tuple(ctx.tokens.within(candidate.start, candidate.end))
    return any(objects(tokens, verb) & objects(theirs, verb) for verb in _verbs(tokens, ctx))


def _reversed(tokens: tuple[int, ...], candidate: Claim, ctx: Context) -> bool:
    """Whether a claim's "by" names whom the denied act was done to: "warned by the police" against "had warned the police"."""
    theirs = tuple(ctx.tokens.within(candidate.start, candidate.end))
    for verb in _verbs(tokens, ctx):
        at = next((n for n, i in enumerate(tokens) if _stem(ctx, i) == verb), 0)
        done_to = {_stem(ctx, i) for i in tokens[at + 1 : at + 5]}
        doer = {_stem(ctx, i) for i in tokens[:at]}
        for n, i in enumerate(theirs):
            if _stem(ctx, i) == verb and theirs[n + 1 : n + 2] and ctx.tokens.lower[theirs[n + 1]] == "by":
                agent = {_stem(ctx, j) for j in theirs[n + 2 : n + 6] if len(ctx.tokens.lower[j]) > 3}
                return bool(agent & done_to) and not agent & doer
    return False


def _akin(a: str, b: str) -> bool:
    """One stem inside the other's end or start: ferry boat and ferryboat."""
    return a == b or (len(a) >= 5 and len(b) >= 5 and (a.endswith(b) or b.endswith(a)))


def _negated(line: Line, shared: set[str], ctx: Context) -> bool:
    return any(n.stem in shared for n in negations(line, ctx))


def _part(line: Line, claim: Claim, tokens: tuple[int, ...], ctx: Context) -> Iterable[Clash]:
    """ "The company had never worked on it" against "by the contractor NAME"."""
    lower = ctx.tokens.lower
    words = [lower[i] for i in tokens]
    general = ctx.once("contradictions.involvement", lambda: stems_of(ctx, ctx.lexicons["denial"]["involvement"]))
    if not any(w in ctx.lexicons["denial"]["any"] for w in words) or not any(_stem(ctx, i) in general for i in tokens):
        return
    party = _party(claim, line)
    if not party:
        return
    roles = ctx.lexicons.words("denial", "roles")
    for other in likeness.lines_with([stemmer(ctx)(w) for w in sorted(party)], ctx):
        if other.number == line.number:
            continue
        for candidate in other.claims:
            for d in candidate.details:
                if d.kind in NAMES and _names(d.text) & party and _agent(d.start, candidate, roles, ctx):
                    yield _clash(claim, candidate, "One denies a part in what the other puts down to it: ")
                    return


def _party(claim: Claim, line: Line) -> set[str]:
    """The names for whom the denial speaks: its source, or a name in the claim."""
    told_by = {w for s in sources(claim) for w in _names(s)}
    return told_by or {w for d in line.details if d.kind in NAMES for w in _names(d.text)}


def _names(text: str) -> set[str]:
    return {w.lower() for w in _WORD.findall(text) if w[0].isupper() and len(w) > 3}


def _agent(start: int, claim: Claim, roles: frozenset[str], ctx: Context) -> bool:
    """Whether "by", with a role at most between, stands before a name."""
    tokens = ctx.tokens
    at = tokens.at(start) - 1
    steps = 0
    while at >= 0 and tokens.starts[at] >= claim.start and steps < 4:
        if tokens.lower[at] == "by":
            return True
        if (
            tokens.lower[at] not in roles
            and tokens.lower[at] not in ("the", "a", "local", "private", "its")
            and not tokens.words[at][0].isupper()
        ):
            return False
        at, steps = at - 1, steps + 1
    return False


def _receipts(ctx: Context) -> Iterable[Clash]:
    """ "Returned it to them" against "have not received it": one party or thing in both."""
    giving = ctx.once("contradictions.giving", lambda: stems_of(ctx, ctx.lexicons["denial"]["giving"]))
    getting = ctx.once("contradictions.getting", lambda: stems_of(ctx, ctx.lexicons["denial"]["getting"]))
    refusals = [(line, n) for line in lines(ctx) for n in negations(line, ctx) if n.stem in getting]
    for line, n in refusals:
        claim = line.claim_at((ctx.tokens.starts[n.at], ctx.tokens.ends[n.at]))
        mine = {w for s in sources(claim) for w in _names(s)} | {w for d in line.details for w in _names(d.text) if d.kind in NAMES}
        by_number = line_of(ctx)
        for number in range(line.number - _NEAR, line.number + _NEAR + 1):
            other = by_number.get(number)
            if other is None or number == line.number:
                continue
            for at, t in enumerate(other.terms):
                if t.stem not in giving or any(x.stem == t.stem for x in negations(other, ctx)):
                    continue
                candidate = other.claim_at((ctx.tokens.starts[t.at], ctx.tokens.ends[t.at]))
                theirs = _names(candidate.text) | {w for d in candidate.details for w in _names(d.text)}
                receiver = "to" in [ctx.tokens.lower[i] for i in other.tokens if i > t.at][:8] or at == 0
                if mine & theirs and receiver:
                    yield _clash(claim, candidate, "One has not got what the other says was handed over: ")
                    return


def _clash(claim: Claim, other: Claim, lead: str) -> Clash:
    a, b = sorted((claim, other), key=lambda c: c.start)
    return Clash(a, b, (a.start, a.end), (b.start, b.end), lead, _RESOLVE)


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """One key for each clash that the claim is part of."""
    return keyed(DENIED, find, claim, ctx)


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """The clash that brought the two together."""
    return told("denial", DENIED, a, ctx)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Denials."""
    return [
        ContradictionDetector(
            id=DENIED,
            title="Denied",
            keys=keys,
            compare=compare,
            source="Karttunen 1971 (implicative verbs); FrameNet 1.7, Deny_or_grant; de Marneffe, Rafferty & Manning 2008",
            examples=(
                must(
                    "The water company said it had warned the district council about the broken sluice.\n\n"
                    "The council denied that the company had warned it about the sluice.",
                    DENIED,
                ),
                must(
                    "The roof was mended in 2019 by the contractor Holm Brothers.\n\nA lawyer for Holm Brothers denied that "
                    "the firm had ever worked on the roof.",
                    DENIED,
                ),
                must_not(
                    "The water company said it had repaired the sluice.\n\nThe council denied that it had raised the fees for parking."
                ),
            ),
        )
    ]
