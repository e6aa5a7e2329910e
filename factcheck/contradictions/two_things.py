"""What tells two like statements apart as told of two things: "the north end" and "the south end", "Route 9" and "Route 14", one shop and
another, a man and a second man, Monday's entry of a log and Friday's. Reads words and headings only; compares no values.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from factcheck.contradictions.keys import NAMES, Line, covering, lines, sentence_of
from factcheck.contradictions.meanings import VERBS
from factcheck.contradictions.moments import WEEKDAYS, one_time
from factcheck.contradictions.voice import TOPS, kind_of_block
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.plugin.context import Context

_SUBJECT, _DETERMINED = 6, 3
_AFTER_NUMBER = VERBS | frozenset("Ap.")
_FINITE = VERBS | frozenset("An,")
_FEWEST_HEADINGS = 3
_OPENING = 3
_LONGEST_HEADING = 60
_DAY = f"(?:{'|'.join(WEEKDAYS)})"
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_TIMED = compiled(
    r"[\[(]?(?:\d{1,2}[:.]\d\d\b|\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b|(?:on\s+)?" + _DAY + r"\b|" + _MONTH + r"\s+\d{1,4}\b"
    r"|\d{1,2}\s+" + _MONTH + r"\b|1[89]\d\d\b|20\d\d\b|(?:day|week|year|round)\s+(?:\d+|one|two|three|four|five)\b)",
    re.IGNORECASE,
)
"""A heading that is a time or opens with one: "Monday", "14:40 Company statement", "12 May: the vote", "1987", "Day two"."""


_MYTH = compiled(
    r"[#*\s\d.]{0,6}(?:myth|fiction|false claim|misconception|the claim|claim)(?:\s+(?:no\.?\s*)?\d{1,2})?\*{0,2}\s*[:–—]", re.IGNORECASE
)
"""The head of a paragraph that tells what others believe, to refute it."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence is told of.

    Args:
        sides: the words of each set of which a thing is one or another only.
        numbered: names with a number, "route" to its numbers.
        subject: words with a capital before the first verb, where the subject is a name.
        one_of_many: whether the subject is new: "a man", "two cars".
        proper: all words with a capital that do not open it.
        stage: "first" for what opens with "At the start", "last" with "After a year".
        first_names: the first names of those whose last name stands beside.
    """

    sides: Mapping[str, frozenset[str]]
    numbered: Mapping[str, frozenset[str]]
    subject: frozenset[str]
    one_of_many: bool
    proper: frozenset[str]
    stage: str
    first_names: Mapping[str, frozenset[str]]


def two_things(a: Line, b: Line, ctx: Context) -> bool:
    """Whether two sentences, by their words or their places, tell of two things of one kind."""
    x, y = _told(a, ctx), _told(b, ctx)
    if two_entries(a, b, ctx):
        return True
    if x.subject and y.subject and not x.subject & y.subject:
        return True
    others = _opening(a, ctx) != _opening(b, ctx)
    if x.one_of_many and y.one_of_many and (others or two_times(a, b, ctx)) and not _shown_first(a, b, ctx):
        return True
    if others and (_renewed(a, ctx) or _renewed(b, ctx)):
        return True
    if {x.stage, y.stage} == {"first", "last"}:
        return True
    return any(_parted(left, right) for left, right in ((x.sides, y.sides), (x.numbered, y.numbered), (x.first_names, y.first_names)))


def two_owners(a: Line, b: Line, ctx: Context) -> bool:
    """Whether two sentences of one paragraph have names, and none in common: what one maker sells, then what another does."""
    x, y = _told(a, ctx), _told(b, ctx)
    return a.block == b.block and bool(x.proper and y.proper) and not x.proper & y.proper


def two_times(a: Line, b: Line, ctx: Context) -> bool:
    """Whether each speaks of one year or season, and not of the same."""
    times = {one_time(line, ctx) for line in (a, b)} - {""}
    return len(times) > 1


def _parted(left: Mapping[str, frozenset[str]], right: Mapping[str, frozenset[str]]) -> bool:
    return any(name in right and not own & right[name] for name, own in left.items())


def two_entries(a: Line, b: Line, ctx: Context) -> bool:
    """Whether two sentences stand in two entries of a log, diary or chronicle, each under the time at its head."""
    heads = entries(ctx)
    return bool(heads.get(a.block) and heads.get(b.block) and heads[a.block] != heads[b.block])


def entry_and_rest(a: Line, b: Line, ctx: Context) -> bool:
    """Whether the two do not stand in one entry, where the article has entries."""
    heads = entries(ctx)
    return heads.get(a.block, 0) != heads.get(b.block, 0)


def entries(ctx: Context) -> Mapping[int, int]:
    """Blocks to the number of the entry in which they stand, 0 for none; empty where the article is no log."""

    def make() -> dict[int, int]:
        out: dict[int, int] = {}
        at = found = 0
        for block in ctx.article.blocks:
            text = ctx.article.text[block.start : block.end]
            timed = _TIMED.match(text)
            first = text.split("\n", 1)[0]
            short = len(first) <= _LONGEST_HEADING and not first.rstrip().endswith((".", "”", '"', ","))
            if short and timed is not None:
                found += 1
                at = found
            elif short and "\n" not in text and block.kind != "list_item":
                at = 0  # another heading ends the log
            out[block.number] = at
        return out if found >= _FEWEST_HEADINGS else {}

    return ctx.once("contradictions.log_entries", make)


def _shown_first(a: Line, b: Line, ctx: Context) -> bool:
    """Whether one of the two is headline, standfirst or lead, which the text tells again."""
    lead = lines(ctx)[0].block + 1
    return any(kind_of_block(line.claims[0], ctx) in TOPS or line.block <= lead for line in (a, b))


def _told(line: Line, ctx: Context) -> _Told:
    memo: dict[int, _Told] = ctx.once("contradictions.told_of", dict)
    if line.number not in memo:
        memo[line.number] = _read(line, ctx)
    return memo[line.number]


def _read(line: Line, ctx: Context) -> _Told:
    words, lower, classes = ctx.tokens.words, ctx.tokens.lower, ctx.clauses
    sets: Mapping[str, Mapping[str, list[str]]] = ctx.lexicons["things"]["sides"]
    own = [lower[i] for i in line.tokens]
    sides = {name: frozenset(side for side, forms in parts.items() if not set(forms).isdisjoint(own)) for name, parts in sets.items()}
    numbered: dict[str, set[str]] = {}
    for i in line.tokens:
        named = i and words[i - 1][0].isupper() and i - 1 in line.tokens and ctx.tokens.starts[i] - ctx.tokens.ends[i - 1] == 1
        alone = i + 1 == len(lower) or classes[i + 1] in _AFTER_NUMBER  # no count: "the Greens 12 seats", "the Greens 12%"
        if named and alone and lower[i].isdigit() and len(lower[i]) < 4 and not _month(lower[i - 1], ctx):
            numbered.setdefault(lower[i - 1], set()).add(lower[i])
    first: dict[str, set[str]] = {}
    for d in line.details:
        parts = d.text.split()
        if d.kind == "person" and len(parts) > 1:
            first.setdefault(parts[-1].lower(), set()).add(parts[0].lower())
    return _Told(
        sides={k: v for k, v in sides.items() if v},
        numbered={k: frozenset(v) for k, v in numbered.items()},
        subject=_subject(line, ctx),
        one_of_many=_one_of_many(line, ctx),
        proper=frozenset(
            lower[i].removesuffix("'s").removesuffix("’s")
            for i in line.tokens[1:]
            if words[i][0].isupper() and classes[i] == "N" and not _month(lower[i], ctx)
        ),
        stage=_stage(line, ctx),
        first_names={k: frozenset(v) for k, v in first.items()},
    )


def _month(word: str, ctx: Context) -> bool:
    return word in ctx.lexicons["dates"]["months"]


def _subject(line: Line, ctx: Context) -> frozenset[str]:
    """ "The Kestrel costs", "Corley Supplies, which": the name that opens a sentence; empty where it is no name, or a pronoun follows."""
    words, lower, classes = ctx.tokens.words, ctx.tokens.lower, ctx.clauses
    own = list(line.tokens[: _SUBJECT + _DETERMINED])
    if own and lower[own[0]] in ("the", "in", "at", "for"):
        own = own[1:]
    found: list[int] = []
    named = {i for d in line.details if d.kind in NAMES for i in covering(ctx, d.start, d.end)}
    for i in own[:_SUBJECT]:
        if not words[i][0].isupper() or (i == line.tokens[0] and i not in named):
            break
        found.append(i)
    if not found or found[-1] + 1 >= len(lower):
        return frozenset()
    after = found[-1] + 1
    while after < len(lower) - 1 and lower[after].isdigit():
        after += 1  # "the Kestrel X2 has"
    if classes[after] not in _FINITE:
        return frozenset()
    return frozenset(lower[i].removesuffix("'s").removesuffix("’s") for i in found)


def _one_of_many(line: Line, ctx: Context) -> bool:
    """ "A man, 34, was arrested", "Two cars collided", "An earlier plan": what opens a sentence and is new to the reader."""
    start = sentence_of(line.number, ctx)[0]
    if not line.tokens or ctx.tokens.starts[line.tokens[0]] > start + 1:
        return False
    at = line.tokens[0]
    opening: frozenset[str] = ctx.lexicons.words("things", "opening")
    return ctx.tokens.lower[at] in opening and ctx.tokens.lower[at + 1 : at + 2] not in (["of"], ["number"], ["total"])


def _opening(line: Line, ctx: Context) -> list[str]:
    return [ctx.tokens.lower[i] for i in line.tokens[:_OPENING]]


def _renewed(line: Line, ctx: Context) -> bool:
    """ "An earlier plan was rejected": another of a kind, after one that was told of."""
    words, lower = ctx.lexicons.words("things", "renewing"), ctx.tokens.lower
    at = line.tokens[0] if line.tokens else len(lower)
    return lower[at : at + 1] in (["a"], ["an"]) and at + 1 < len(lower) and lower[at + 1] in words


def _stage(line: Line, ctx: Context) -> str:
    """Whether a sentence opens with the first or the last state of something that is followed over time."""
    start, end = sentence_of(line.number, ctx)
    opening = " ".join(ctx.tokens.lower[i] for i in list(ctx.tokens.within(start, end))[:4]) + " "
    stages: Mapping[str, list[str]] = ctx.lexicons["things"]["stages"]
    return next((name for name, phrases in stages.items() if opening.startswith(tuple(p + " " for p in phrases))), "")


def myth(line: Line, ctx: Context) -> bool:
    """Whether a paragraph says at its head that what it tells is not so: "Myth: The glaciers are growing"."""
    starts = ctx.once("contradictions.blocks_at", lambda: {b.number: b.start for b in ctx.article.blocks})
    return _MYTH.match(ctx.article.text, starts.get(line.block, line.low)) is not None
