"""Sentences that stand in an article twice in nearly the same words, and where the words differ. Judges no difference.

Candidates share a run of words, as near-duplicate documents share shingles (Broder 1997); they are aligned word by word with the standard
library's ``difflib`` (Ratcliff & Obershelp 1988). Frames count here: "said on Friday" against "said on Monday" is a difference as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import groupby, islice
from zlib import crc32

from factcheck.contradictions.keys import Line, lines, sentence_of, stemmer, terms_of
from factcheck.contradictions.likeness import SKIPPED, Pair
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context

_RUN, _SHARED_BY = 3, 4
"""Words of a run; a run of more sentences is a formula."""
_BITS = 32  # of the number of a sentence, below those of its run
_LONGEST, _PARTNERS = 120, 6
"""Words of a sentence, and sentences like it, that are looked at."""
_MATCHED, _MANY, _STEMS = 5, 10, 3
"""Words in common, so many that no content words are asked for, and content words among them."""
_SHARE, _CORE = 0.5, 0.7
"""Their share of the shorter sentence, and of what lies between the first and the last of them."""
_OPENING = frozenset({"in", "on", "at", "by", "of", "from", "with", "for", "since", "during", "before", "after", "until"})
"""A word that alone is taken for moved: it opens the phrase."""
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
    kept = [line for line in lines(ctx) if kinds.get(line.block) not in SKIPPED]
    for i, j in _candidates(_stems(_tokens(line, ctx), ctx) for line in kept):
        a, b = _whole(kept[i], ctx), _whole(kept[j], ctx)
        found = _aligned(a, b, _stems(a.tokens, ctx), _stems(b.tokens, ctx))
        if found is not None:
            yield found


def _candidates(words: Iterable[Sequence[str]]) -> list[tuple[int, int]]:
    """Sentences that share a run of words, those first that share most; each has a few partners only.

    A run is a number, for a million words make a million runs; the few that meet by chance are told apart when they are aligned.
    """
    runs: list[int] = []
    for n, own in enumerate(words):
        if len(own) <= _LONGEST:
            runs += {crc32(" ".join(own[k : k + _RUN]).encode()) << _BITS | n for k in range(len(own) - _RUN + 1)}
    runs.sort()
    shared: Counter[tuple[int, int]] = Counter()
    for _, group in groupby(runs, lambda run: run >> _BITS):
        at = [run & (1 << _BITS) - 1 for run in islice(group, _SHARED_BY + 1)]
        if 1 < len(at) <= _SHARED_BY:
            shared.update((i, j) for x, i in enumerate(at) for j in at[x + 1 :])
    partners: Counter[int] = Counter()
    out = []
    for (i, j), _ in sorted(shared.items(), key=lambda row: (-row[1], row[0])):
        if partners[i] < _PARTNERS and partners[j] < _PARTNERS:
            partners.update((i, j))
            out.append((i, j))
    return sorted(out)


def _tokens(line: Line, ctx: Context) -> tuple[int, ...]:
    """The words of the sentence, its frames included; signs are left out."""
    lower = ctx.tokens.lower
    return tuple(i for i in ctx.tokens.within(*sentence_of(line.number, ctx)) if lower[i][0].isalnum() or lower[i] == "n't")


def _stems(tokens: Iterable[int], ctx: Context) -> list[str]:
    make, lower = stemmer(ctx), ctx.tokens.lower
    return [make(lower[i]) for i in tokens]


def _whole(line: Line, ctx: Context) -> Line:
    """The line with the words and details of its frames."""
    tokens = _tokens(line, ctx)
    framed = (d for c in line.claims if c.attribution for d in c.attribution.details)
    details = {(d.start, d.end, d.kind): d for d in (*(d for c in line.claims for d in c.details), *framed)}
    return Line(line.number, line.block, line.claims, tokens, terms_of(ctx, tokens), tuple(details[k] for k in sorted(details)))


def _aligned(a: Line, b: Line, left: Sequence[str], right: Sequence[str]) -> Copy | None:
    image = _image(left, right)
    stems = {t.at: t.stem for t in a.terms}
    shared = frozenset(stems[a.tokens[i]] for i in image if a.tokens[i] in stems)
    matched = len(image)
    if matched < _MATCHED or (len(shared) < _STEMS and matched < _MANY) or matched < _SHARE * min(len(left), len(right)):
        return None
    share = matched / min(1 + max(own) - min(own) for own in (image.keys(), image.values()))
    return Copy(Pair(a, b, shared, share, copied=True), tuple(_changes(a, b, image)), matched) if share >= _CORE else None


def _image(left: Sequence[str], right: Sequence[str]) -> dict[int, int]:
    """Which word of the later sentence each word of the earlier is: in one order, then what is moved ("on Monday" to the other end)."""
    image: dict[int, int] = {}
    for i, j, size in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
        image.update(zip(range(i, i + size), range(j, j + size), strict=True))
    rest_a, taken = [i for i in range(len(left)) if i not in image], set(image.values())
    rest_b = [j for j in range(len(right)) if j not in taken]
    moved = SequenceMatcher(None, [left[i] for i in rest_a], [right[j] for j in rest_b], autojunk=False).get_matching_blocks()
    for i, j, size in moved:
        at_a, at_b = rest_a[i : i + size], rest_b[j : j + size]
        if size > 1 or (size and left[at_a[0]] in _OPENING):
            image.update(zip(at_a, at_b, strict=True))
    return image


def _changes(a: Line, b: Line, image: Mapping[int, int]) -> Iterator[Change]:
    """What stands between the same words; a stretch that the other sentence lacks has nothing in its place."""
    back = {j: i for i, j in image.items()}
    ends = (len(a.tokens), len(b.tokens))
    runs_b = _runs(ends[1], back)
    starting, ending = {run.start: run for run in runs_b}, {run.stop: run for run in runs_b}
    nothing = range(0)
    for run in _runs(ends[0], image):
        after = image[run.start - 1] + 1 if run.start else 0
        until = image[run.stop] if run.stop < ends[0] else ends[1]
        place = starting.pop(after, None) or ending.get(until, nothing)
        if place.start in starting:
            del starting[place.start]
        elif place and place.start != after:
            place = nothing  # it stands in the place of another stretch
        yield _change(a, b, run, place, (run.start, place.start if place else after))
    for place in starting.values():
        before = back[place.start - 1] + 1 if place.start else 0
        yield _change(a, b, nothing, place, (before, place.start))


def _change(a: Line, b: Line, here: range, there: range, near: tuple[int, int]) -> Change:
    edge = (here and (here.start == 0 or here.stop == len(a.tokens))) or (there and (there.start == 0 or there.stop == len(b.tokens)))
    at = (a.tokens[min(near[0], len(a.tokens) - 1)], b.tokens[min(near[1], len(b.tokens) - 1)])
    loose = bool(edge) and max(len(here), len(there)) > _EDGE
    return Change(tuple(a.tokens[i] for i in here), tuple(b.tokens[j] for j in there), at, loose)


def _runs(length: int, known: Container[int]) -> list[range]:
    """The stretches of which no word is known."""
    found = [[*own] for missing, own in groupby(range(length), lambda i: i not in known) if missing]
    return [range(own[0], own[-1] + 1) for own in found]
