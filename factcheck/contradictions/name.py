"""Variants of one name, for the Names sheet: hyphen, apostrophe and case, transliteration, a misspelling.

Never aliases (two names of one body), family members, or two people of one surname.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.contradictions.keys import NAMES
from factcheck.contradictions.spellings import bare, core, differing, letters, one_given, skeleton, variant, words
from factcheck.contradictions.voice import quote
from factcheck.language.thesaurus import NOUN, VERB, base
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "name-spelling"
_TOPS = frozenset({"headline", "standfirst"})
_WHY = {
    "marks": "hyphen, space or apostrophe",
    "accents": "an accent",
    "case": "capital letters",
    "s": "an s: an apostrophe may be lost",
    "transliteration": "transliteration",
    "letter": "a letter",
    "translation": "the language of a word",
}
_SHORTEST = 4
_ARTICLE = compiled(r"(?<!\w)(?:al|el|as|ash|ez|ad)[ -]\Z")


@dataclass(frozen=True, slots=True)
class _Form:
    """A name as it is written, with its kind and first place."""

    text: str
    kind: str
    claim: Claim
    span: Span


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """Each variant of a name under a key of its own with the form that it varies."""
    return ctx.once("contradictions.spellings", lambda: _facts(ctx)).get(claim.id, ())


def _forms(ctx: Context) -> Iterable[_Form]:
    """All names of claims and frames; a claim itself before its frame, so that a place in the text is preferred."""
    tops = {b.number for b in ctx.article.blocks if b.kind in _TOPS}
    seen: set[tuple[Span, str]] = set()
    for claim in ctx.claims:
        framed = claim.attribution.details if claim.attribution else ()
        for d in (*claim.details, *framed):
            if d.kind not in NAMES:
                continue
            start = _with_article(d.start, ctx.article.text)
            text = bare(ctx.article.text[start : d.end])
            if ctx.article.text[max(0, d.start - 1) : d.start] in ("@", "#") or "@" in d.text:
                continue  # an account's name has no spaces
            if ((d.start, d.end), claim.id) not in seen and len(letters(text)) >= _SHORTEST and any(c.isupper() for c in text):
                seen.add(((d.start, d.end), claim.id))
                yield _Form(text, d.kind if claim.block not in tops else f"top {d.kind}", claim, (start, d.end))
    for claim, span in _beside_kind(ctx):
        yield _Form(bare(ctx.article.text[slice(*span)]), "name" if claim.block not in tops else "top name", claim, span)


def _beside_kind(ctx: Context) -> Iterable[tuple[Claim, Span]]:
    """Capital words right after what they are: "the river Wenning", "the ferry Odalisk", where no detail holds them."""
    pattern = ctx.once(
        "contradictions.kind_and_name", lambda: compiled(rf"\b(?:{'|'.join(ctx.lexicons['spellings']['kinds'])}) ([A-Z]\w{{4,30}})\b")
    )
    for claim in ctx.claims:
        for m in pattern.finditer(ctx.article.text, claim.start, claim.end):
            if not any(d.start <= m.start(1) < d.end for d in claim.details):
                yield claim, m.span(1)


def _with_article(start: int, text: str) -> int:
    """Where a name begins when a small "al", "el" or "ez" before it is a part of it."""
    m = _ARTICLE.search(text, max(0, start - 4), start)
    return m.start() if m else start


def _facts(ctx: Context) -> Mapping[str, list[Fact]]:
    forms = list(_forms(ctx))
    by_text: dict[str, list[_Form]] = {}
    for f in forms:
        by_text.setdefault(f.text, []).append(f)
    # where a form stands in a claim's own words, those are its places; a frame is shared by many claims
    places = {text: [f for f in own if _inside(f)] or own for text, own in by_text.items()}
    out: dict[str, list[Fact]] = {}
    for a, b, why in (*_variants([own[0] for own in places.values()]), *_stray(places, ctx)):
        x, y = sorted((a, b), key=lambda f: f.span)
        for f in (*places[x.text], *places[y.text]):
            out.setdefault(f.claim.id, []).append(Fact(f"{RULE}|{x.text}|{y.text}", f.text, f.span, why))
    return out


def _stray(places: Mapping[str, list[_Form]], ctx: Context) -> Iterable[tuple[_Form, _Form, str]]:
    """A name of several words with an s that it has nowhere else, right before a noun, where English has a singular or an apostrophe.

    Source: Quirk et al. 1985, 17.104-109 (premodifying nouns are singular).
    """
    for text, own in places.items():
        usual = places.get(text.removesuffix("s"), [])
        if text.endswith("s") and " " in text and len(usual) > len(own) and all(_premodifies(f.span[1], ctx) for f in own):
            yield usual[0], own[0], "s"


def _premodifies(end: int, ctx: Context) -> bool:
    """Whether a noun that is no verb follows: "States fighters", not "States fight"."""
    tokens = ctx.tokens
    at = tokens.at(end)
    if at >= len(tokens) or not tokens.words[at].islower() or ctx.article.text[end : end + 1] != " ":
        return False
    return base(tokens.lower[at], NOUN) is not None and base(tokens.lower[at], VERB) is None


def _inside(form: _Form) -> bool:
    return form.claim.start <= form.span[0] and form.span[1] <= form.claim.end


def _variants(forms: list[_Form]) -> Iterable[tuple[_Form, _Form, str]]:
    buckets: dict[str, list[int]] = {}
    for i, f in enumerate(forms):
        for key in _buckets(f.text):
            buckets.setdefault(key, []).append(i)
    given = _first_names(forms)
    told: set[frozenset[str]] = set()
    head: dict[int, int] = {}
    pairs = sorted({(i, j) for at in buckets.values() for x, i in enumerate(at[:60]) for j in at[x + 1 : 60]})
    for i, j in pairs:
        a, b = forms[i], forms[j]
        why = variant(a.text, b.text)
        if why is None or (why == "case" and (a.kind.startswith("top") or b.kind.startswith("top"))):
            continue
        if not _kinds_meet(a, b) or _two_people(a, b, given, why):
            continue
        if a.claim.sentence == b.claim.sentence and why in ("letter", "transliteration"):
            continue  # who writes both into one sentence tells two names apart
        if head.get(j) == head.get(i, i) and i in head:
            continue  # both vary a form that was told before
        head.setdefault(j, head.get(i, i))
        odd = differing(a.text, b.text)
        if odd and odd in told:
            continue
        told.add(odd)
        yield a, b, why


def _buckets(text: str) -> Iterable[str]:
    """Forms that may be variants share one of these; keeps the cost linear."""
    yield f"l|{letters(text)}"
    bones = skeleton(text)
    if len(bones) >= 3:
        yield f"s|{bones}"
    parts = words(text)
    last = parts[-1] if parts else ""
    if len(last) >= 5:
        yield f"p|{last[:3]}"
        yield f"w|{skeleton(last)}"
        yield f"e|{last[0]}|{last[-3:]}"
    if len(parts) > 1:
        yield f"h|{parts[-1]}"
    telling = core(text)
    if len(telling) == 1:
        yield f"c|{skeleton(telling[0])}"


def _kinds_meet(a: _Form, b: _Form) -> bool:
    x, y = a.kind.removeprefix("top "), b.kind.removeprefix("top ")
    return x == y or "name" in (x, y) or {x, y} == {"organization", "place"} or {x, y} == {"person", "organization"}


def _first_names(forms: Iterable[_Form]) -> Mapping[str, set[str]]:
    """The first names with which each last name stands."""
    out: dict[str, set[str]] = {}
    for f in forms:
        own = words(f.text)
        if len(own) > 1:
            out.setdefault(own[-1], set()).add(own[0])
    return out


def _two_people(a: _Form, b: _Form, given: Mapping[str, set[str]], why: str) -> bool:
    """Hansen and Hanson may be two people: each with a first name of their own that differs."""
    if why in ("marks", "case") or not any("person" in kind or "name" in kind for kind in (a.kind, b.kind)):
        return False
    wa, wb = words(a.text), words(b.text)
    if len(wa) > 1 and len(wb) > 1 and wa[-1] != wb[-1] and wa[0] != wb[0]:
        return skeleton(a.text) != skeleton(b.text)
    if len(wa) > 1 and len(wb) > 1 and wa[-1] == wb[-1] and wa[0] != wb[0] and "person" in (a.kind, b.kind):
        return len(wa[0]) < 6 and not one_given(wa[0], wb[0])  # Jan and Joan share a surname; Alexander and Aleksander are one
    full_a, full_b = given.get(wa[-1], set()), given.get(wb[-1], set())
    return bool(full_a and full_b and not full_a & full_b)


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """The two spellings with their places."""
    why = str(a.fact.about)
    one, other = quote(ctx, a.fact.span), quote(ctx, b.fact.span)
    return Finding(
        "name",
        "inconsistent_spelling",
        (a.fact.span, b.fact.span),
        f"{one} and {other} look like one name; they differ in {_WHY.get(why, why)}.",
        "The spelling that the person, body or a gazetteer uses; then one spelling throughout.",
        "article",
        RULE,
    )


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Spellings of names."""
    return [
        ContradictionDetector(
            id=RULE,
            title="Spelling of names",
            keys=keys,
            compare=compare,
            source="Freeman, Condon & Ackerman 2006; Pollock & Zamora 1984; house rule: each name once, one spelling",
            examples=(
                must(
                    "The mayor thanked Peter Falkenrath for his work on the bridge.\n\nThe council later gave Falkenrat a "
                    "medal for the bridge.",
                    RULE,
                ),
                must("Sara Lund, the mayor, came at noon.\n\nThe council thanked Sarah Lund.", "inconsistent_spelling"),
                must("The ferry from Côte Claire was late.\n\nNobody came from Cote Claire.", "inconsistent_spelling"),
                must(
                    "The Harbor Union called a strike. The Harbor Union has 900 members.\n\nThe Harbor Unions lawyers were silent.",
                    "inconsistent_spelling",
                ),
                must("The camp lies on Jabal Serat.\n\nShells fell on Serat Mountain in May.", "inconsistent_spelling"),
                must_not("Francis Dahl, the mayor, came at noon.\n\nThe council thanked Frances Dahl."),
                must_not("The Harbor Union called a strike. The Harbor Union has 900 members.\n\nThe two Harbor Unions fight."),
                must_not("Ottersen scored after a mistake by Ottesen, the goalkeeper of the visitors, on Sunday."),
                must_not("Irma Falk opened the bridge with Tomas Falk, her brother.\n\nThe council gave Falk a medal for the bridge."),
            ),
        )
    ]
