"""Sentences that stand in an article twice in nearly the same words, and where the words differ. Judges no difference.

Candidates share a run of words, as near-duplicate documents share shingles (Broder 1997); they are aligned word by word with the standard
library's ``difflib`` (Ratcliff & Obershelp 1988). Frames count here: "said on Friday" against "said on Monday" is a difference as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from factcheck.contradictions.keys import Line, lines, sentence_of, stemmer, terms_of
from factcheck.contradictions.likeness import SKIPPED, Pair
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context

_RUN, _SHARED_BY = 3, 4
"""Words of a run; a run of more sentences is a formula."""
_LONGEST, _PARTNERS = 120, 6
"""Words of a sentence, and sentences like it, that are looked at."""
_MATCHED, _MANY, _STEMS = 5, 10, 3
"""Words in common, so many that no content words are asked for, and content words among them."""
_SHARE, _CORE = 0.5, 0.7
"""Their share of the shorter sentence, and of what lies between the first and the last of them."""
_EDGE = 5
"""Words by which two copies may differ at their beginning or end; more is something else that is said."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words that stand in the same place of two copies.

    Args:
        a, b: indices of the tokens in the earlier and the later sentence; one of the two may be empty.
        near: the token in each at which the change begins, or would.
        loose: whether it is a long beginning or end: words that the other does not have, and not words in place of others.
    """

    a: tuple[int, ...]
    b: tuple[int, ...]
    near: tuple[int, int]
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """A sentence and its like.

    Args:
        pair: the two, with their frames.
        changes: where they differ, in order.
        matched: how many words they have in common.
    """

    pair: Pair
    changes: tuple[Change, ...]
    matched: int


def copies(ctx: Context) -> tuple[Copy, ...]:
    """All copies of the article in order, made once."""
    return ctx.once("contradictions.copies", lambda: tuple(_copies(ctx)))


def _copies(ctx: Context) -> Iterable[Copy]:
    kinds = {b.number: b.kind for b in ctx.article.blocks}
    kept = [_whole(line, ctx) for line in lines(ctx) if kinds.get(line.block) not in SKIPPED]
    make, lower = stemmer(ctx), ctx.tokens.lower
    words = [[make(lower[i]) for i in line.tokens] for line in kept]
    for i, j in _candidates(words):
        if kept[i].block != kept[j].block:
            found = _aligned(kept[i], kept[j], words[i], words[j])
            if found is not None:
                yield found


def _candidates(words: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Sentences that share a run of words, those first that share most; each has a few partners only."""
    where: dict[tuple[str, ...], list[int]] = {}
    for n, own in enumerate(words):
        if len(own) <= _LONGEST:
            for run in {tuple(own[k : k + _RUN]) for k in range(len(own) - _RUN + 1)}:
                where.setdefault(run, []).append(n)
    shared: Counter[tuple[int, int]] = Counter()
    for at in where.values():
        if 1 < len(at) <= _SHARED_BY:
            shared.update((i, j) for x, i in enumerate(at) for j in at[x + 1 :])
    partners: Counter[int] = Counter()
    out = []
    for (i, j), _ in sorted(shared.items(), key=lambda row: (-row[1], row[0])):
        if partners[i] < _PARTNERS and partners[j] < _PARTNERS:
            partners.update((i, j))
            out.append((i, j))
    return sorted(out)


def _whole(line: Line, ctx: Context) -> Line:
    """The line with the words of its frames; signs are left out."""
    lower = ctx.tokens.lower
    tokens = tuple(i for i in ctx.tokens.within(*sentence_of(line.number, ctx)) if lower[i][0].isalnum() or lower[i] == "n't")
    framed = (d for c in line.claims if c.attribution for d in c.attribution.details)
    details = {(d.start, d.end, d.kind): d for d in (*(d for c in line.claims for d in c.details), *framed)}
    return Line(line.number, line.block, line.claims, tokens, terms_of(ctx, tokens), tuple(details[k] for k in sorted(details)))


def _aligned(a: Line, b: Line, left: Sequence[str], right: Sequence[str]) -> Copy | None:
    steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    core = [(i, i2, j, j2) for tag, i, i2, j, j2 in steps if tag == "equal"]
    same = [i for start, end, _, _ in core for i in range(start, end)]
    stems = {t.at: t.stem for t in a.terms}
    shared = frozenset(stems[a.tokens[i]] for i in same if a.tokens[i] in stems)
    if len(same) < _MATCHED or (len(shared) < _STEMS and len(same) < _MANY) or len(same) < _SHARE * min(len(left), len(right)):
        return None
    share = len(same) / min(core[-1][1] - core[0][0], core[-1][3] - core[0][2])
    if share < _CORE:
        return None
    changes = []
    for place, (tag, i, i2, j, j2) in enumerate(steps):
        edge = place in (0, len(steps) - 1)
        if tag != "equal":
            near = (a.tokens[min(i, len(left) - 1)], b.tokens[min(j, len(right) - 1)])
            changes.append(Change(a.tokens[i:i2], b.tokens[j:j2], near, loose=edge and max(i2 - i, j2 - j) > _EDGE))
    return Copy(Pair(a, b, shared, share, copied=True), tuple(changes), len(same))
