"""Every date and time of an article with what is told of it, and what speaks for two of them being one occasion. Weighs nothing."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from factcheck.contradictions.figures import by_line as figures_by_line
from factcheck.contradictions.keys import NAMES, Line, covering, lines, name_tokens, sentence_of, stems_of
from factcheck.contradictions.meanings import Word, meet, plain, word_at
from factcheck.contradictions.moments import Moment, clash_of, minutes_apart, moments
from factcheck.contradictions.negation import negations, unreal
from factcheck.contradictions.two_things import two_things
from factcheck.contradictions.voice import section
from factcheck.language import thesaurus
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context

_REACH = 14
_NEAREST, _FARTHEST = 6, 2
"""So many words of doing are looked at; those that both share have to be among the nearest."""
_CLOSE = 20
"""Minutes that two clocks may differ."""
_SHARED = 3.0
_DENIED = 2
"""The deeds nearest to a date: where one of them is denied, nothing happened at that date."""
_EDGES = frozenset([",", ";", ":", "—", "–", "(", ")", '"', "“", "”"])
_FEWEST = 2
_SHORTEST_NAME = 3
_VERBS = frozenset("FKRI")


@dataclass(frozen=True, slots=True)
class Occasion:
    """A date or time and what is told of it.

    Args:
        moment: when.
        grain: which parts of the date are stated.
        deeds: the verbs and nouns of doing next to it, nearest first.
        words: all other content words of the statement.
        names: the names of the statement, as ``kind:word``.
        marks: "plan", "other", "again", "lead:since" …
    """

    moment: Moment
    grain: tuple[str, ...]
    deeds: tuple[Word, ...]
    words: tuple[Word, ...]
    names: frozenset[str]
    marks: frozenset[str]
    line: Line
    claim: Claim
    span: Span


def occasions(ctx: Context) -> tuple[Occasion, ...]:
    """All dated statements in order, made once; questions and conditions are none."""
    return ctx.once("contradictions.occasions", lambda: tuple(_all(ctx)))


def _all(ctx: Context) -> Iterator[Occasion]:
    for line in lines(ctx):
        found = moments(line, ctx)
        if not found or unreal(line, ctx):
            continue
        for m in found:
            made = None if m.ranged else _occasion(m, found, line, ctx)
            if made is not None:
                yield made


def _occasion(m: Moment, found: tuple[Moment, ...], line: Line, ctx: Context) -> Occasion | None:
    classes = ctx.clauses
    claim = line.claim_at((m.span[0], m.span[0] + 1))
    dated = {i for n in found for i in covering(ctx, *n.span)}
    held = covering(ctx, *m.span)
    if not held:
        return None
    first, last = held[0], held[-1]
    when = _when(last, line, ctx)
    own = [i for i in when or _around(m, claim, line, ctx) if i not in dated and abs(i - first) <= _REACH]
    words = [w for i in own if (w := word_at(i, ctx)) is not None]
    words.sort(key=lambda w: (min(abs(w.at - first), abs(w.at - last)), w.at))
    deeds = [w for w in words if classes[w.at] in _VERBS or w.deeds or any(i.startswith("v:") for i in w.ids)][:_NEAREST]
    named = ctx.article.text.startswith(("'s", "’s"), m.span[1]) or ctx.tokens.lower[last].endswith(("'s", "’s"))  # "Monday's debate"
    if named or not deeds or any(n.at in {w.at for w in deeds[:_DENIED]} for n in negations(line, ctx)):
        return None
    return Occasion(
        moment=m,
        grain=tuple(sorted(m.parts)),
        deeds=tuple(deeds),
        words=tuple(w for w in words if w not in deeds),
        names=frozenset(
            f"{d.kind}:{plain(w)}"
            for d in line.details
            if d.kind in NAMES and claim.start <= d.start < claim.end
            for w in d.text.lower().split()
            if len(plain(w)) >= _SHORTEST_NAME
        ),
        marks=frozenset(x for x in _marks(first, last, own, "time" in m.parts, ctx) if not (when and x.startswith("lead:"))),
        line=line,
        claim=claim,
        span=m.span,
    )


def _when(last: int, line: Line, ctx: Context) -> Sequence[int]:
    """The clause that says what happened at a time: "since Monday, when the ferry sank" (Quirk et al. 1985, 17.17)."""
    lower = ctx.tokens.lower
    stop = ctx.tokens.within(*sentence_of(line.number, ctx)).stop
    at = last + 1 + (lower[last + 1 : last + 2] == [","])
    if lower[at : at + 1] != ["when"]:
        return ()
    return range(at + 1, next((i for i in range(at + 1, stop) if lower[i] in _EDGES), stop))


def _around(m: Moment, claim: Claim, line: Line, ctx: Context) -> Sequence[int]:
    """The tokens of the claim that tells the moment; of its clause, where the claims left it out: "…, who opened it in 1965, said"."""
    tokens = ctx.tokens
    if claim.start <= m.span[0] < claim.end:
        stated = [i for i in line.tokens if claim.start <= tokens.starts[i] < claim.end]
        return stated or tokens.within(claim.start, claim.end)  # a claim about who speaks stands in a frame
    whole = tokens.within(*sentence_of(line.number, ctx))
    at = next((i for i in whole if tokens.starts[i] >= m.span[0]), whole.stop)
    low = next((i for i in range(at - 1, whole.start, -1) if tokens.lower[i] in _EDGES), whole.start)
    high = next((i for i in range(at, whole.stop) if tokens.lower[i] in _EDGES), whole.stop)
    return range(low, high)


def _present(o: Occasion, ctx: Context) -> bool:
    """Whether it is told in the present or the perfect, which may be meant of what is to come: "it closes in May"."""
    verbs = [w.at for w in o.deeds[:_DENIED] if w.verb]
    lower = ctx.tokens.lower
    return bool(verbs) and all(
        lower[i].endswith("s") or lower[i - 1] in ("have", "has", "to") or thesaurus.base(lower[i], thesaurus.VERB) == lower[i]
        for i in verbs
    )


def _marks(first: int, last: int, own: list[int], clock: bool, ctx: Context) -> Iterator[str]:
    lower, written, words = ctx.tokens.lower, ctx.tokens.words, ctx.lexicons["figures"]["dated"]
    leads = {*words["leads"], *(() if clock else words["leads_of_days"])}
    before = [w for w in (*lower[max(0, first - 1) : first], lower[first]) if w in leads]
    state = before[:1] == ["since"] and not frozenset(words["states"]).isdisjoint(
        lower[max(0, first - 3) : first - 1]
    )  # "in force since": it began then
    if before and not state and not (before[0] == "of" and lower[first - 2] in words["parts_of_days"]):
        yield f"lead:{before[0]}"
    inside = {
        lower[i] for i in own if written[i] != "May" and not (lower[i] in ("third", "second") and lower[i - 1] in ("a", "two"))
    } | set(lower[max(0, first - 1) : last + 1])
    if any(lower[i] == "to" and lower[i - 1] in ("was", "were", "is", "are") for i in own if i):
        yield "plan"
    if any(lower[i] == "moved" and not _went(i, ctx) for i in own):
        yield "changed"
    for name in ("plan", "other", "apart", "changed", "recurring"):
        if not inside.isdisjoint(words[name]):
            yield name


def _went(at: int, ctx: Context) -> bool:
    """Whether "moved" tells of people: "moved in", "moved to Canada", and not "moved to Friday"."""
    after = ctx.tokens.lower[at + 1 : at + 2]
    if after == ["to"]:
        return at + 2 in name_tokens(ctx)
    return after in (["in"], ["out"], ["into"], ["on"])


def likeness(a: Occasion, b: Occasion, rivals: int, ctx: Context) -> Mapping[str, float] | None:
    """The features of a pair, the earlier first; None where the two cannot be one occasion or do not differ.

    Args:
        rivals: how many different moments of this grain the article tells.
    """
    if a.line.number == b.line.number or clash_of(a.moment, b.moment) != "clash" or _near(a.moment, b.moment):
        return None
    if {"changed", "recurring", "apart"} & (a.marks | b.marks):
        return None
    if ("plan" in a.marks) != ("plan" in b.marks) and not _present(b if "plan" in a.marks else a, ctx):
        return None
    if {m for m in a.marks if m.startswith("lead:")} != {m for m in b.marks if m.startswith("lead:")}:
        return None
    if section(a.claim, ctx) != section(b.claim, ctx) and "plan" not in a.marks:
        return None
    if any(clash_of(m, n) == "same" and m.parts.keys() == n.parts.keys() for m in moments(a.line, ctx) for n in moments(b.line, ctx)):
        return None
    if _differ(a, b, ctx) or two_things(a.line, b.line, ctx):
        return None
    if _other_deeds(a, b, ctx):
        return None
    yearly = {f"c:+{name}" for name in ctx.lexicons["figures"]["dated"]["every_period"]}
    found = ((x, y, i + j) for i, x in enumerate(a.deeds) for j, y in enumerate(b.deeds) if yearly.isdisjoint(set(x.ids) & set(y.ids)))
    matched = [(meet(x, y), rank) for x, y, rank in found if meet(x, y)]
    if not matched:
        return None
    rank, deed = min((rank, -deed) for deed, rank in matched)
    if rank > _FARTHEST:
        return None
    left, right = (*a.deeds, *a.words), (*b.deeds, *b.words)
    both = [x for x in left if any(meet(x, y) for y in right)]
    taken_up = _taken_up(a, b, both[0], ctx) if len(both) == 1 else False
    if len(both) < _FEWEST and both[0].verb and not taken_up:
        return None  # "the bridge opened", "the tunnel was opened"
    shared = sum(max((meet(x, y) * min(x.weight, y.weight) for y in right), default=0.0) for x in left)
    out = {
        "bias": 1.0,
        "deed_same" if deed == -1 else "deed_class": 1.0,
        "rank": float(rank),
        "shared": min(_SHARED, shared),
        "fraction": shared / max(_FEWEST, min(len(left), len(right))),
        "rivals": math.log(max(_FEWEST, rivals) / _FEWEST),
        "far": math.log(1 + abs(b.line.number - a.line.number)),
        f"g_{'-'.join(a.grain)}": 1.0,
    }
    if taken_up:
        out["taken_up"] = 1.0
    if any(x.stem == y.stem and x.limit and y.limit and x.limit != y.limit for x in left for y in right):
        out["limits_clash"] = 1.0
    mine, theirs = ({n.split(":", 1)[1] for n in o.names} for o in (a, b))
    if mine and theirs:
        out["names_shared" if mine & theirs else "names_clash"] = 1.0
    if "other" in a.marks | b.marks:
        out["other"] = 1.0
    return out


def _other_deeds(a: Occasion, b: Occasion, ctx: Context) -> bool:
    """Whether two verbs tell of two things about one deed ("the merger was announced", "the merger was completed"), or of two in a row."""
    words = ctx.lexicons["figures"]["dated"]
    ranks = [{ctx.tokens.lower[i] for i in _around(o.moment, o.claim, o.line, ctx)} & set(words["ranks"]) for o in (a, b)]
    if ranks[0] and ranks[1] and not ranks[0] & ranks[1]:
        return True
    empty = stems_of(ctx, words["empty"])
    verbs = [next((w for w in o.deeds[:_DENIED] if ctx.clauses[w.at] in "FK"), None) for o in (a, b)]
    if any(v is None or v.stem in empty for v in verbs):
        return False
    return not any(
        meet(x, y) for x in a.deeds[:_NEAREST] for y in b.deeds[:_NEAREST] if ctx.clauses[x.at] in _VERBS or ctx.clauses[y.at] in _VERBS
    )


def _taken_up(a: Occasion, b: Occasion, deed: Word, ctx: Context) -> bool:
    """Whether the later statement has pronouns for whom the deed befell, and no third date is told of such a deed: "he was arrested on …",
    "when they took him into custody on …"."""
    words = ctx.lexicons["figures"]["dated"]
    known = {f"c:+{name}" for name in words["once_each"]}
    if known.isdisjoint(deed.ids) or len({n.split(":", 1)[1] for n in b.names} - {n.split(":", 1)[1] for n in a.names}) > 0:
        return False
    said = {ctx.tokens.lower[i] for i in _around(b.moment, b.claim, b.line, ctx)}
    if said.isdisjoint(words["taken_up"]) or any(w.endswith(("'s", "’s")) and len(w) > _SHORTEST_NAME for w in said):
        return False  # "her brother's graduation"
    return sum(any(meet(deed, w) for w in o.deeds[:_DENIED]) for o in occasions(ctx)) <= _FEWEST


def _differ(a: Occasion, b: Occasion, ctx: Context) -> bool:
    """Whether the two sentences have different numbers of one sort: what differs twice is told of two occasions."""
    known = figures_by_line(ctx)
    return any(
        x.sort == y.sort and x.low != y.low and (x.noun is None or y.noun is None or meet(x.noun, y.noun))
        for x in known.get(a.line.number, ())
        for y in known.get(b.line.number, ())
    )


def _near(a: Moment, b: Moment) -> bool:
    """Whether two clock times are one for people who looked at two clocks."""
    gap = minutes_apart(a, b)
    return gap is not None and gap < _CLOSE
