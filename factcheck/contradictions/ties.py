"""What belongs together without conflict, brought under keys: how the detectors of quiet links ("read with") are written. Flags nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Example, Fact, Finding, Mention, Related


@dataclass(frozen=True, slots=True)
class Tie:
    """Two places that have to be read together, in either order.

    Args:
        claim, other: the claims.
        span, other_span: the words.
        relation: what the other claim is to the first: of the vocabulary.
        back: what the first claim is to the other.
    """

    claim: Claim
    other: Claim
    span: Span
    other_span: Span
    relation: str
    back: str


Find = Callable[[Context], Iterable[Tie]]


def tying(id_: str, title: str, find: Find, source: str, examples: tuple[Example, ...]) -> ContradictionDetector:
    """A detector that only links.

    Args:
        id_, title, source, examples: as of any record.
        find: all ties of an article; runs once an article.
    """

    def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
        return ctx.once(f"contradictions.ties.{id_}", lambda: _facts(id_, find(ctx))).get(claim.id, ())

    return ContradictionDetector(id=id_, title=title, keys=keys, compare=_related, source=source, examples=examples)


def _facts(id_: str, found: Iterable[Tie]) -> Mapping[str, list[Fact]]:
    """One key for each tie, under both of its claims."""
    out: dict[str, list[Fact]] = {}
    for n, t in enumerate(found):
        out.setdefault(t.claim.id, []).append(Fact(f"{id_}|{n}", 0, t.span, t))
        out.setdefault(t.other.id, []).append(Fact(f"{id_}|{n}", 1, t.other_span, t))
    return out


def _related(a: Mention, b: Mention, ctx: Context) -> Finding | Related | None:
    """The tie that brought the two together."""
    t = a.fact.about
    if not isinstance(t, Tie):
        return None
    return Related(t.back, t.relation) if a.fact.value == 0 else Related(t.relation, t.back)
