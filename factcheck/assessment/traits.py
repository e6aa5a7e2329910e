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
from factcheck.model.patterns import compiled
from factcheck.plugin.context import Context

NUMERIC = frozenset({"number", "quantity", "money", "percent", "age", "duration"})
DATED = frozenset({"date", "time"})
NAMED = frozenset({"person", "organization", "place", "name"})
JUDGING = ("levels.", "accusations.", "consequence.trend", "consequence.force", "consequence.deaths")
FEW = 3
"""So many are counted at a glance: "two brothers"."""
OPAQUE = NAMED | {"date", "title"}
"""Words of judgement inside these judge nothing: a ship called Good Hope, the third of May."""
_ORDINAL = compiled(r"(?:\d(?:st|nd|rd|th)|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))\Z", re.IGNORECASE)
_OWN_STORY = 3
_OPENERS = frozenset('.!?"“‘(:—–')
_ENDS = frozenset(".!?)”\"’'")
NAMEABLE = frozenset({"number"})
"""Kinds of figures that may be the end of a name."""
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


def designates(d: Detail, ctx: Context) -> bool:
    """Whether a figure is the end of a name ("Flight 261", "Gate 12B") and counts nothing.

    A word with a capital stands before it, no mark between, and no plural follows; "Leeds 3, York 2" is a score, "On Tuesday 45 people"
    a count.
    """
    tokens, text = ctx.tokens, ctx.article.text
    i = tokens.at(d.start)
    if i >= len(tokens) or d.start != tokens.starts[i] or not text[d.start].isdigit():
        return i < len(tokens) and d.start != tokens.starts[i] and text[d.start - 1].isalpha()
    if text[d.end : d.end + 1].isalpha():
        return True  # "39A", "4chan"
    if i == 0 or text[d.start - 1] != " " or not tokens.words[i - 1][0].isupper() or not d.text.isdigit():
        return False
    before = tokens.lower[i - 1]
    data = ctx.lexicons["levels"]
    if before in data["numbered"]:
        return True
    opens = i < 2 or tokens.words[i - 2] in _OPENERS or text[tokens.starts[i - 1] - 1] == "\n"
    if before in data["not_numbered"] or (opens and before not in data["numbered"]):
        return False
    k = i + 1
    after = tokens.words[k] if k < len(tokens) else "."
    if after in (",", ";", "-", "–", ":") or after[0].isdigit() or after[0].isupper():
        return False
    return after in _ENDS or after in data["after_name"] or (after.islower() and not after.endswith("s") and after not in data["plurals"])


def says_when(d: Detail, vague: frozenset[str]) -> bool:
    """Whether a date or time can be looked up: "now" and "earlier" cannot, "last year" can."""
    return " ".join(d.text.split()).casefold() not in vague


def _of_details(claim: Claim, found: Found, ctx: Context, begin: int) -> None:
    vague = ctx.lexicons.words("levels", "vague_time")
    for d in claim.details:
        if d.end <= begin:  # the stamp of an entry says when it was written
            continue
        span = (d.start, d.end)
        found.setdefault(_name("detail", d.kind), span)
        if d.kind in DATED and says_when(d, vague):
            found.setdefault("dated", span)
            found.setdefault("specific", span)
        if d.kind in NUMERIC and counts(d) and not (d.kind in NAMEABLE and designates(d, ctx)):
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
    if text.endswith("?") or tail == "?" or _asks(claim, ctx):
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


def _asks(claim: Claim, ctx: Context) -> bool:
    """Whether a claim opens a sentence that ends as a question: "Why would the board do it, when …?"."""
    by_number = ctx.once("assessment.sentences", lambda: {s.number: s for s in ctx.article.sentences})
    sentence = by_number.get(claim.sentence)
    text = ctx.article.text
    if sentence is None or claim.start - sentence.start > 2 or not text[sentence.start : sentence.end].rstrip(" \"”’')]").endswith("?"):
        return False
    tokens = ctx.tokens
    opener = [tokens.lower[i] for i in tokens.within(claim.start, claim.end) if tokens.words[i][0].isalnum()][:2]
    asking = ctx.lexicons.words("levels", "question_openers")
    lead = ("so", "and", "but", "then", "now")
    return bool(opener) and (opener[0] in asking or (opener[0] in lead and opener[-1] in asking))


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


def first_person_blocks(ctx: Context) -> frozenset[int]:
    """The blocks in which the article's own voice says "I" or "my", and their neighbours."""

    def find() -> frozenset[int]:
        own = (c for c in ctx.claims if c.attribution is None or c.attribution.source_type == "author")
        at = {c.block for c in own if any(n == "levels.first_singular" for n, _ in marks(ctx).within(c.start, c.end))}
        return frozenset(n + step for n in at for step in (-1, 0, 1))

    return ctx.once("assessment.first_person_blocks", find)


def _blocks(ctx: Context) -> Mapping[int, tuple[str, int]]:
    """Kind of each block, and where its words begin after a stamp."""
    text = ctx.article.text
    return ctx.once("assessment.blocks", lambda: {b.number: (b.kind, stamp_end(text, b.start, b.end)) for b in ctx.article.blocks})


def make_traits(claim: Claim, ctx: Context) -> Traits:
    """The traits of a claim, made anew."""
    found: Found = {}
    _of_words(claim, found, marks(ctx))
    block, begin = _blocks(ctx).get(claim.block, ("paragraph", 0))
    _of_details(claim, found, ctx, begin)
    _of_road(claim.attribution, found)
    _of_form(claim, found, ctx)
    found[_name("block", block)] = (claim.start, claim.end)
    if "unattributed" in found and claim.block in first_person_blocks(ctx) and own_story(ctx):
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
