"""Brings what a detector found over the whole article under keys, so that the core pairs it like everything else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from factcheck.contradictions import voice
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Example, Fact, Finding, Mention


@dataclass(frozen=True, slots=True)
class Clash:
    """Two places that speak against each other.

    Args:
        a, b: the claims, the earlier first.
        span_a, span_b: the words.
        lead: what differs, with a colon and a space at its end.
        resolve: what would settle it.
        approximate: whether they differ in degree only.
        replaces: whether the later one says that things have changed since.
    """

    a: Claim
    b: Claim
    span_a: Span
    span_b: Span
    lead: str
    resolve: str
    approximate: bool = False
    replaces: bool = False


def keyed(name: str, find: Callable[[Context], Iterable[Clash]], claim: Claim, ctx: Context) -> Iterable[Fact]:
    """The facts of a claim: one key for each clash that it is part of; ``find`` runs once an article."""

    def make() -> Mapping[str, list[Fact]]:
        out: dict[str, list[Fact]] = {}
        for n, clash in enumerate(find(ctx)):
            for side, own, span in ((0, clash.a, clash.span_a), (1, clash.b, clash.span_b)):
                out.setdefault(own.id, []).append(Fact(f"{name}|{n}", side, span, clash))
        return out

    return ctx.once(f"contradictions.clashes.{name}", make).get(claim.id, ())


def told(kind: str, rule: str, a: Mention, ctx: Context) -> Finding | None:
    """The finding of a clash that came as a fact; None where the fact holds none."""
    clash = a.fact.about
    if not isinstance(clash, Clash):
        return None
    return voice.finding(
        kind,
        clash.a,
        clash.b,
        (clash.span_a, clash.span_b),
        ctx,
        clash.resolve,
        lead=clash.lead,
        rule=rule,
        approximate=clash.approximate,
        replaces=clash.replaces,
    )


def inside(kind: str, rule: str, found: Iterable[Fact], ctx: Context) -> Iterable[Finding]:
    """The findings of clashes inside one claim, which the core does not pair."""
    for fact in found:
        clash = fact.about
        if isinstance(clash, Clash) and clash.a.id == clash.b.id and fact.value == 0:
            span = (min(clash.span_a[0], clash.span_b[0]), max(clash.span_a[1], clash.span_b[1]))
            yield Finding(kind, "conflict", (span,), f"{clash.lead}{voice.quote(ctx, span)}.", clash.resolve, "claim", rule)


def detector(
    rule: str, title: str, kind: str, find: Callable[[Context], Iterable[Clash]], source: str, examples: tuple[Example, ...]
) -> ContradictionDetector:
    """A detector of what ``find`` finds over the whole article, in one claim or in two.

    Args:
        kind: of contradiction.
        source: the work that the rule is from.
    """

    def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
        return keyed(rule, find, claim, ctx)

    def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
        clash, found = a.fact.about, told(kind, rule, a, ctx) if a.claim.id != b.claim.id else None
        if found is None or not isinstance(clash, Clash) or clash.a.sentence != clash.b.sentence:
            return found
        whole = (min(clash.span_a[0], clash.span_b[0]), max(clash.span_a[1], clash.span_b[1]))
        return replace(found, explanation=f"{clash.lead}{voice.quote(ctx, whole)}.")  # one sentence is quoted once

    def check(claim: Claim, ctx: Context) -> Iterable[Finding]:
        return inside(kind, rule, keys(claim, ctx), ctx)

    return ContradictionDetector(id=rule, title=title, keys=keys, compare=compare, check=check, source=source, examples=examples)
