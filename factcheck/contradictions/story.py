"""What a story has once, in two values: the weapon, the way in, the vehicle of the flight. Values are closed classes (lexicon "story").

Nothing is said where the article tells of a third value, of another case, or of what only may be so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from factcheck.contradictions import voice
from factcheck.contradictions.entities import possessive
from factcheck.contradictions.keys import Line, in_words, lines, sentence_of
from factcheck.contradictions.negation import is_negator
from factcheck.contradictions.postings import standing
from factcheck.language import thesaurus
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "one-story-two-values"
_PHRASE, _REACH, _BEFORE, _AROUND, _WORDS, _PAIR = 5, 8, 3, 8, 4, 2
_BARE = frozenset({"foot", "gunpoint", "knifepoint"})
"""Stand without a determiner: "on foot", "at gunpoint"."""
_RESOLVE = "The police or fire service's own report, and who was there."


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """What a claim says of the weapon, the way in and the like."""
    return ctx.once("contradictions.story", lambda: _facts(ctx)).get(claim.id, ())


def _facts(ctx: Context) -> Mapping[str, list[Fact]]:
    out: dict[str, list[Fact]] = {}
    values: dict[str, set[str]] = {}
    for line in lines(ctx):
        for slot, value, first, last in _of_line(line, ctx):
            span = (ctx.tokens.starts[first], ctx.tokens.ends[last])
            fact = Fact(f"story|{slot}", value, span, (ctx.tokens.lower[last], line.number))
            out.setdefault(line.claim_at(span).id, []).append(fact)
            values.setdefault(fact.key, set()).add(value)
    return {id_: [f for f in own if len(values[f.key]) == _PAIR] for id_, own in out.items()}  # with a third, there are several cases


def _kinds(ctx: Context) -> Mapping[str, list[tuple[str, str]]]:
    """Word to the slots and values for which it stands."""

    def make() -> dict[str, list[tuple[str, str]]]:
        out: dict[str, list[tuple[str, str]]] = {}
        for slot, row in ctx.lexicons["story"]["slot"].items():
            for value, words in row["kinds"].items():
                for w in words:
                    out.setdefault(w, []).append((slot, value))
        return out

    return ctx.lexicons.once("story.kinds", make)


def _of_line(line: Line, ctx: Context) -> Iterator[tuple[str, str, int, int]]:
    """Slot, value and the tokens from the words that state it to the value."""
    kinds = _kinds(ctx)
    own = ctx.tokens.within(*sentence_of(line.number, ctx))
    here = sorted(standing("story", kinds, ctx).intersection(own))
    for k in here:
        opened = _opening(k, own, ctx)
        if opened is None or _goes_on(k, own, ctx):
            continue
        for slot, value in kinds[ctx.tokens.lower[k]]:
            at = _stated(ctx.lexicons["story"]["slot"][slot], opened, k, own, ctx)
            if at is not None and not _unreal(min(at, opened), k, own, ctx):
                yield slot, value, min(at, opened), k


def _opening(k: int, own: range, ctx: Context) -> int | None:
    """The first token of the phrase which ends at a noun: its determiner; None where there is none."""
    lower = ctx.tokens.lower
    if lower[k] in _BARE:
        return k
    for i in range(k - 1, max(own[0], k - _PHRASE) - 1, -1):
        if lower[i] in ctx.lexicons.words("story", "determiners") or possessive(lower[i]):
            return i
        if lower[i] in ("'", "’"):
            return max(own[0], i - 1)  # "the thieves' van"
        if not lower[i][0].isalpha() or (
            lower[i] in ctx.lexicons.words("things", "prepositions") and lower[i] not in ctx.lexicons.words("story", "between")
        ):
            return None
    return None


def _goes_on(k: int, own: range, ctx: Context) -> bool:
    """Whether the noun is only the first of two: "knife wound", "car park"."""
    if k + 1 > own[-1]:
        return False
    after = ctx.tokens.lower[k + 1]
    if any(after in ctx.lexicons.words("things", group) for group in ("clause", "helpers", "prepositions")):
        return False
    return after.isalpha() and thesaurus.entry(after, thesaurus.NOUN) is not None and thesaurus.base(after, thesaurus.VERB) in (None, after)


def _stated(row: Mapping[str, Any], first: int, k: int, own: range, ctx: Context) -> int | None:
    """Where the words stand that make a noun the value of a slot; None where there are none."""
    lower = ctx.tokens.lower
    before = lower[first - 1] if first > own[0] else ""
    beside = row.get("beside")
    fits = not beside or any(lower[i] in beside for i in own)
    if fits and before in row.get("after", ()):
        found = _verb_before(first - 1, row["verbs"], own, ctx)
        if found is not None:
            return found
    if before in row.get("holding", ()):
        return first - 1
    linked = before == "," or before in ctx.lexicons.words("story", "copulas")
    if linked and first - 2 >= own[0] and lower[first - 2] in row.get("nouns", ()):
        return first - 2
    at = k + 1 + (lower[k + 1 : k + 2] == [","])
    ahead = " ".join(lower[at : min(at + _WORDS, own.stop)])
    near = row.get("which_beside")
    if any(f"{ahead} ".startswith(f"{w} ") for w in row.get("which", ())) and (not near or any(lower[i] in near for i in own)):
        return first
    return first if fits and _acts(k, row.get("acts", ()), own, ctx) else None


def _acts(k: int, verbs: Iterable[str], own: range, ctx: Context) -> bool:
    """Whether a noun is the subject of one of some verbs: "a bomber of the air force had launched"."""
    lower = ctx.tokens.lower
    for i in range(k + 1, min(k + _REACH, own.stop)):
        if lower[i] in verbs:
            return True
        if lower[i] in ctx.lexicons.words("story", "breaks") or not lower[i][0].isalpha():
            return False
    return False


def _verb_before(at: int, verbs: Iterable[str], own: range, ctx: Context) -> int | None:
    lower = ctx.tokens.lower
    for i in range(at - 1, max(own[0], at - _REACH) - 1, -1):
        if lower[i] in verbs:
            return i
        if lower[i] in ctx.lexicons.words("story", "breaks") or not (lower[i][0].isalnum() or lower[i] == "-"):
            return None
    return None


def _unreal(first: int, last: int, own: range, ctx: Context) -> bool:
    """Whether it is denied, only possible, or told of another case."""
    if any(is_negator(i, ctx) for i in range(max(own[0], first - _BEFORE), last + 1)):
        return True
    apart, unreal = ctx.lexicons.words("story", "apart"), ctx.lexicons["links"]["unreal"]
    near = range(max(own[0], first - _AROUND), min(own[-1], last + _AROUND) + 1)
    return any(ctx.tokens.lower[i] in apart or in_words(i, unreal, ctx) for i in near)


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """Two values that are not words for one thing."""
    (v, m), (w, n) = a.fact.about, b.fact.about
    if a.fact.value == b.fact.value or m == n or thesaurus.related(v, w):
        return None
    if any(x.claim.attribution is not None and x.claim.attribution.cue_class == "deny" for x in (a, b)):
        return None
    lead = f"{ctx.lexicons['story']['slot'][a.fact.key.partition('|')[2]]['lead']}: "
    return voice.finding("attribute", a.claim, b.claim, (a.fact.span, b.fact.span), ctx, _RESOLVE, lead=lead, rule=RULE)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """What a story has once."""
    return [
        ContradictionDetector(
            id=RULE,
            title="One story, two weapons, ways in or vehicles",
            keys=keys,
            compare=compare,
            source="FrameNet 1.7 (Weapon, Cause_harm, Fleeing, Impact); WordNet 3.1 (hyponyms of weapon, vehicle, animal, room)",
            examples=(
                must("A clerk was threatened on Friday with a pistol.\n\nIt rained.\n\nThe hammer used in the raid lay in a hedge.", RULE),
                must("The thieves fled across the fields on a scooter.\n\nIt rained.\n\nThe car in which they fled had no plates.", RULE),
                must("The blaze broke out in the attic.\n\nIt rained.\n\nThe fire had started in the cellar, an expert said.", RULE),
                must_not("A clerk was threatened with a pistol.\n\nAnother was threatened with a hammer."),
                must_not("A clerk was threatened with a revolver.\n\nThe gun used in the raid lay in a hedge."),
                must_not("A clerk was threatened with a pistol.\n\nHe had not been threatened with a hammer, he said."),
            ),
        )
    ]
