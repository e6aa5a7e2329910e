"""What a thing lacks against the same on it: "the village has no doctor", "the village doctor". Plans, wishes and changes are left out.

Compares only what is named twice, the thing and what it has; never infers that something must be there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.contradictions.clashes import Clash, keyed, told
from factcheck.contradictions.keys import Line, lines, sentence_of, stemmer
from factcheck.contradictions.mentions import Mention, left, letters, possessive, right
from factcheck.contradictions.moments import moments
from factcheck.contradictions.negation import is_negator
from factcheck.contradictions.postings import places, standing
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, must, must_not
from factcheck.plugin.records import Mention as Placed

RULE = "lacking-and-there"
_RESOLVE = "Somebody who was there, a picture, a plan or register; and the time for which each holds."


@dataclass(frozen=True, slots=True)
class _Lack:
    """What is not there: stems of it and of what lacks it, with the tokens from "no" to the end."""

    what: str
    where: str
    line: Line
    first: int
    last: int


def find(ctx: Context) -> Iterable[Clash]:
    """Each lack with the first place that has what is lacking."""
    lacks = [lack for line in lines(ctx) if not _open(line, ctx) for lack in _lacks(line, ctx)]
    if not lacks:
        return
    wanted = {lack.what for lack in lacks}
    forms: dict[str, list[int]] = {}
    for word, at in places(ctx).items():
        if (stem := stemmer(ctx)(word)) in wanted:
            forms.setdefault(stem, []).extend(at)
    by_token = {i: line for line in lines(ctx) if not _open(line, ctx) for i in line.tokens}
    for lack in lacks:
        for i in sorted(forms.get(lack.what, ())):
            line = by_token.get(i)
            if line is None or line.number == lack.line.number or line.block == lack.line.block or not _there(i, lack, line, ctx):
                continue
            spans = [(ctx.tokens.starts[a], ctx.tokens.ends[b]) for a, b in ((lack.first, lack.last), (i, i))]
            rows = sorted(((lack.line, spans[0]), (line, spans[1])), key=lambda row: row[1])
            (one, a), (other, b) = rows
            yield Clash(one.claim_at(a), other.claim_at(b), a, b, "Not there, and there: ", _RESOLVE)
            break


def _open(line: Line, ctx: Context) -> bool:
    """Whether a sentence tells a wish, a plan, a condition or a change, or asks."""
    words = ctx.lexicons.words("lacking", "open")
    own = ctx.tokens.within(*sentence_of(line.number, ctx))
    return not standing("lacking.open", words, ctx, may=False).isdisjoint(own) or ctx.tokens.words[own[-1]] == "?"


def _lacks(line: Line, ctx: Context) -> Iterator[_Lack]:
    """ "there is no pool in the park", "the house has no cellar"."""
    lower, marks, own = ctx.tokens.lower, letters(ctx), ctx.tokens.within(*sentence_of(line.number, ctx))
    table = ctx.lexicons["lacking"]
    for i in own:
        if lower[i] != "no" or i == own.start or i + 1 >= own.stop:
            continue
        last = i + 1
        while last < own.stop and marks[last] == "n":
            last += 1
        last -= 1
        if last <= i or lower[last] in table["idioms"] or lower[i + 1] in table["apart"]:
            continue
        holder: Mention | None = None
        if lower[i - 1] in table["has"]:
            holder = left(i - 1, own.start, ctx) if i - 1 > own.start else None
        elif lower[i - 1] in ("is", "was", "were", "are") and lower[i - 2 : i - 1] == ["there"] and lower[last + 1 : last + 2] != ["to"]:
            holder = right(last + 2, own.stop, ctx) if last + 2 < own.stop and marks[last + 1] == "p" else None
        if (
            holder is not None
            and not holder.pronoun
            and (holder.article == "the" or holder.name)
            and not holder.apart
            and not holder.plural
        ):
            yield _Lack(stemmer(ctx)(lower[last]), stemmer(ctx)(holder.name or holder.lower), line, i, last)


def _there(at: int, lack: _Lack, line: Line, ctx: Context) -> bool:
    """Whether a noun is told to be there: "the pool of the park", "the company's debts", "the village doctor"."""
    lower, marks, make = ctx.tokens.lower, letters(ctx), stemmer(ctx)
    own = ctx.tokens.within(*sentence_of(line.number, ctx))
    table = ctx.lexicons["lacking"]
    before = lower[max(own.start, at - 4) : at]
    if marks[at] != "n" or not set(before).isdisjoint(table["apart"]) or any(is_negator(i, ctx) for i in own):
        return False
    years = [{m.parts["year"] for m in moments(x, ctx) if "year" in m.parts} for x in (lack.line, line)]
    if years[0] != years[1]:
        return False
    if at + 2 < own.stop and lower[at + 1] in table["with"]:
        holder = right(at + 2, own.stop, ctx)
        return holder is not None and (holder.article == "the" or bool(holder.name)) and make(holder.name or holder.lower) == lack.where
    if at - 1 < own.start:
        return False
    holder_word = lower[at - 1].removesuffix("'s").removesuffix("’s")
    compound = marks[at - 1] == "n" and lower[max(own.start, at - 2)] == "the"
    return make(holder_word) == lack.where and (possessive(lower[at - 1]) or compound)


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """One key for each clash that the claim is part of."""
    return keyed(RULE, find, claim, ctx)


def compare(a: Placed, b: Placed, ctx: Context) -> Finding | None:
    """The clash that brought the two together."""
    return told("polarity", RULE, a, ctx)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Lacks."""
    return [
        ContradictionDetector(
            id=RULE,
            title="Lacking, and there",
            keys=keys,
            compare=compare,
            source="Quirk et al. 1985, 10.54-70, 18.44-54 (negation, existential there); Strawson 1950, On referring",
            examples=(
                must("There is no pool in the park.\n\nIt rained.\n\nChildren were splashing in the pool of the park.", RULE),
                must("The village has no doctor.\n\nIt rained.\n\nThe village doctor, Ada Lunn, came at once.", RULE),
                must("The company has no debts.\n\nIt rained.\n\nThe company's debts are 40 million euros.", RULE),
                must_not("There is no pool in the park.\n\nIt rained.\n\nThe pool in the hotel is open to all."),
                must_not("The village has no doctor.\n\nIt rained.\n\nThe village will get a doctor in May."),
                must_not("The village has no doctor.\n\nIt rained.\n\nThe last village doctor left in 1990."),
                must_not("The company has no debts.\n\nIt rained.\n\nThe debts of its rival have grown."),
            ),
        )
    ]
