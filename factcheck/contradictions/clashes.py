"""Brings what a detector found over the whole article under keys, so that the core pairs it like everything else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from factcheck.contradictions import voice
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context
from factcheck.plugin.records import Fact, Finding, Mention


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
