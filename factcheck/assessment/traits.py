"""What rules ask of a claim, as a set of names, each with the words that show it. Never judges.

Names: ``lexicon.class`` for words inside the claim and ``frame:lexicon.class`` for words of its frame; ``kind:…``, ``main:…``,
``detail:…``, ``count:…`` for details that count, ``block:…``, ``source:…``, ``quotation:…``, ``anonymity:…``, ``directness:…``,
``cue:…``, ``contradiction:…``; and the plain words attributed, unattributed, second_hand, chain, specific, numeric, dated, named,
question, exclaimed, few, loaded (two words of judgement), short, long, past, repeated, generic (about things in general),
own_story (the writer tells what they did themselves).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache

from factcheck.assessment.marks import Marks, marks
from factcheck.language.stamps import stamp_end
from factcheck.model.article import Span
from factcheck.model.attribution import Attribution
from factcheck.model.claim import Claim
from factcheck.model.claim_parts import Detail
from factcheck.model.contradiction import Contradiction
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context

NUMERIC = frozenset({"number", "quantity", "money", "percent", "age", "duration"})
DATED = frozenset({"date", "time"})
NAMED = frozenset({"person", "organization", "place", "name"})
JUDGING = ("levels.", "accusations.", "consequence.trend", "consequence.force", "consequence.deaths")
FEW = 3
"""So many are counted at a glance: "two brothers"."""
OPAQUE = NAMED | {"date", "title"}
"""Words of judgement inside these judge nothing: a ship called Good Hope, the third of May."""
_ORDINAL = re.compile(r"(?:\d(?:st|nd|rd|th)|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))\Z", re.IGNORECASE)
_OWN_STORY = 3
_QUOTES = ('"', "“", "‘", "«", "„")
Found = dict[str, Span | None]


@dataclass(frozen=True)
class Traits:
    """The traits of one claim: name → the words that show it, None where no words do."""

    found: Mapping[str, Span | None]
    text: str

    def __contains__(self, name: str) -> bool:
        return name in self.found

    def span(self, name: str) -> Span | None:
        """Where the words of a trait stand."""
        return self.found.get(name)

    def words(self, name: str) -> str:
        """The literal words of a trait; "" where it has none."""
        span = self.found.get(name)
        return self.text[span[0] : span[1]] if span else ""


@cache
def _name(part: str, what: str) -> str:
    """The name of a trait; one string for all claims that have it."""
    return f"{part}:{what}"


def _frame(a: Attribution) -> Iterator[Span]:
    seen = [s for s in (a.frame_span, a.source_span, a.cue_span) if s]
    return iter(seen[:1] if a.frame_span else seen)


def _of_words(claim: Claim, found: Found, at: Marks) -> None:
    opaque = [(d.start, d.end) for d in claim.details if d.kind in OPAQUE]
    for name, span in at.within(claim.start, claim.end):
        if not (name.startswith(JUDGING) and any(a <= span[0] and span[1] <= b for a, b in opaque)):
            if name == "levels.opinion" and name in found and found[name] != span:
                found.setdefault("loaded", span)
            found.setdefault(name, span)
    if claim.attribution:
        for start, end in _frame(claim.attribution):
            for name, span in at.within(start, end):
                found.setdefault(_name("frame", name), span)


def counts(d: Detail) -> bool:
    """Whether a figure counts something: "one of them", "the second" and "numerous" do not."""
    if d.value and d.value.approx == "vague":
        return False
    if d.kind not in ("number", "quantity"):
        return True
    return not (_ORDINAL.search(d.text) or (d.kind == "number" and d.value and d.value.number in (0, 1, 2) and not d.value.unit))


def says_when(d: Detail, vague: frozenset[str]) -> bool:
    """Whether a date or time can be looked up: "now" and "earlier" cannot, "last year" can."""
    return " ".join(d.text.split()).casefold() not in vague


def _of_details(claim: Claim, found: Found, vague: frozenset[str], begin: int) -> None:
    for d in claim.details:
        if d.end <= begin:  # the stamp of an entry says when it was written
            continue
        span = (d.start, d.end)
        found.setdefault(_name("detail", d.kind), span)
        if d.kind in DATED and says_when(d, vague):
            found.setdefault("dated", span)
            found.setdefault("specific", span)
        if d.kind in NUMERIC and counts(d):
            found.setdefault(_name("count", d.kind), span)
            found.setdefault("numeric", span)
            found.setdefault("specific", span)
        if d.kind in NAMED:
            found.setdefault("named", span)
    if _only_few(claim):
        found["few"] = None


def _only_few(claim: Claim) -> bool:
    """Whether all figures that count are counts of a few: "three sisters"."""
    figures = [d for d in claim.details if d.kind in NUMERIC and d.kind not in ("age", "duration") and counts(d)]
    return bool(figures) and all(d.kind in ("number", "quantity") and _is_few(d) for d in figures)


def _is_few(d: Detail) -> bool:
    v = d.value
    return v is not None and v.number is not None and not v.high and 0 <= v.number <= FEW


def _of_road(a: Attribution | None, found: Found) -> None:
    if a is None or a.source_type == "author":
        found["unattributed"] = None
        if a is None:
            return
    else:
        found["attributed"] = a.source_span
    found[_name("source", a.source_type)] = a.source_span
    found[_name("quotation", a.quotation)] = None
    found[_name("directness", a.directness)] = a.cue_span
    if a.anonymity:
        found[_name("anonymity", a.anonymity)] = a.source_span
    if a.cue_class:
        found[_name("cue", a.cue_class)] = a.cue_span
    if a.chain or a.via:
        found["second_hand"] = a.source_span
    if a.chain:
        found["chain"] = a.source_span


def _of_form(claim: Claim, found: Found, ctx: Context) -> None:
    text = claim.text.rstrip(" \"”’')]")
    tail = ctx.article.text[claim.end : claim.end + 1]
    if text.endswith("?") or tail == "?":
        found["question"] = (claim.start, claim.end)
    if text.endswith("!") or tail == "!":
        found["exclaimed"] = (claim.start, claim.end)
    tokens = ctx.tokens
    inside = tokens.within(claim.start, claim.end)
    opener = next((tokens.lower[i] for i in inside if tokens.words[i][0].isalnum()), "")
    said = claim.attribution is not None or claim.text[:1] in _QUOTES
    if said and opener in ctx.lexicons.words("levels", "generic_openers"):
        found["generic"] = (claim.start, claim.end)
    if len(inside) < 6:
        found["short"] = None
    if len(inside) > 18:
        found["long"] = None
    past = _past(ctx)
    at = bisect_left(past, inside.start)
    if at < len(past) and past[at] < inside.stop:
        found.setdefault("past", (tokens.starts[past[at]], tokens.ends[past[at]]))


def _past(ctx: Context) -> list[int]:
    """Where a verb in the past may stand, by its form, in order."""

    def find() -> list[int]:
        lower, irregular = ctx.tokens.lower, past_forms(ctx)
        forms = {w for w in set(lower) if (w.endswith("ed") and len(w) > 4) or w in irregular}
        return [i for i, w in enumerate(lower) if w in forms]

    return ctx.once("assessment.past_at", find)


def past_forms(ctx: Context) -> frozenset[str]:
    """Irregular past forms and participles that are not also base forms."""

    def make() -> frozenset[str]:
        rows = ctx.lexicons["grammar"].get("irregular", {})
        return frozenset(form for lemma, forms in rows.items() for form in forms.split()[1:3] if form != lemma)

    return ctx.once("assessment.past", make)


def contradictions_of(claim: Claim, ctx: Context) -> tuple[Contradiction, ...]:
    """The contradictions that a claim is part of."""
    if not claim.contradictions:
        return ()
    by_id = ctx.once("assessment.contradictions", lambda: {x.id: x for x in ctx.contradictions})
    return tuple(by_id[i] for i in claim.contradictions if i in by_id)


def own_story(ctx: Context) -> bool:
    """Whether the writer tells what they did: at least three claims in the article's own voice, and a tenth of them, say "I" or "my"."""

    def count() -> bool:
        own = [c for c in ctx.claims if c.attribution is None or c.attribution.source_type == "author"]
        first = sum(any(name == "levels.first_singular" for name, _ in marks(ctx).within(c.start, c.end)) for c in own)
        return first >= _OWN_STORY and 10 * first >= len(own)

    return ctx.once("assessment.own_story", count)


def _blocks(ctx: Context) -> Mapping[int, tuple[str, int]]:
    """Kind of each block, and where its words begin after a stamp."""
    text = ctx.article.text
    return ctx.once("assessment.blocks", lambda: {b.number: (b.kind, stamp_end(text, b.start, b.end)) for b in ctx.article.blocks})


def make_traits(claim: Claim, ctx: Context) -> Traits:
    """The traits of a claim, made anew."""
    found: Found = {}
    _of_words(claim, found, marks(ctx))
    block, begin = _blocks(ctx).get(claim.block, ("paragraph", 0))
    _of_details(claim, found, ctx.lexicons.words("levels", "vague_time"), begin)
    _of_road(claim.attribution, found)
    _of_form(claim, found, ctx)
    found[_name("block", block)] = (claim.start, claim.end)
    if "unattributed" in found and own_story(ctx):
        found["own_story"] = (claim.start, claim.end)
    for kind in claim.kinds:
        found.setdefault(_name("kind", kind), (claim.start, claim.end))
    found[_name("main", claim.kind)] = (claim.start, claim.end)
    for x in contradictions_of(claim, ctx):
        found.setdefault(_name("contradiction", x.severity), None)
    if claim.repeats:
        found["repeated"] = None
    return Traits(found, ctx.article.text)


def traits(claim: Claim, ctx: Context) -> Traits:
    """The traits of a claim, made once for all assessors: what they look at does not change between them."""
    memo: dict[str, Traits] = ctx.once("assessment.traits", dict)
    if claim.id not in memo:
        memo[claim.id] = make_traits(claim, ctx)
    return memo[claim.id]
