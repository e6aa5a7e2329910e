"""Variants of one name, for the Names sheet: hyphen, apostrophe and case, transliteration, a misspelling.

Never aliases (two names of one body), family members, or two people of one surname.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from factcheck.contradictions.keys import NAMES
from factcheck.contradictions.spellings import letters, plain, skeleton, variant, words
from factcheck.contradictions.voice import quote
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "name-spelling"
_TOPS = frozenset({"headline", "standfirst"})
_WHY = {"marks": "hyphen, space or apostrophe", "case": "capital letters", "transliteration": "transliteration", "letter": "a letter"}
_SHORTEST = 4


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
            text = plain(d.text)
            if d.kind in NAMES and ((d.start, d.end), claim.id) not in seen and len(letters(text)) >= _SHORTEST and any(c.isupper() for c in text):
                seen.add(((d.start, d.end), claim.id))
                yield _Form(text, d.kind if claim.block not in tops else f"top {d.kind}", claim, (d.start, d.end))


def _facts(ctx: Context) -> Mapping[str, list[Fact]]:
    forms = list(_forms(ctx))
    first: dict[str, _Form] = {}
    for f in forms:
        held = first.get(f.text)
        if held is None or (not _inside(held) and _inside(f)):
            first[f.text] = f
    known = frozenset(first)
    out: dict[str, list[Fact]] = {}
    for a, b, why in _variants(list(first.values()), known):
        x, y = sorted((a, b), key=lambda f: f.span)
        key = f"{RULE}|{x.text}|{y.text}"
        for f in forms:
            if f.text in (x.text, y.text) and (f.claim.id, f.span) == (first[f.text].claim.id, first[f.text].span):
                out.setdefault(f.claim.id, []).append(Fact(key, f.text, f.span, why))
        for f in forms:
            if f.text in (x.text, y.text) and (f.claim.id, f.span) != (first[f.text].claim.id, first[f.text].span):
                out.setdefault(f.claim.id, []).append(Fact(key, f.text, f.span, why))
    return out


def _inside(form: _Form) -> bool:
    return form.claim.start <= form.span[0] and form.span[1] <= form.claim.end


def _variants(forms: list[_Form], known: frozenset[str]) -> Iterable[tuple[_Form, _Form, str]]:
    buckets: dict[str, list[int]] = {}
    for i, f in enumerate(forms):
        for key in _buckets(f.text):
            buckets.setdefault(key, []).append(i)
    pairs = sorted({(i, j) for at in buckets.values() for x, i in enumerate(at[:60]) for j in at[x + 1 : 60]})
    for i, j in pairs:
        a, b = forms[i], forms[j]
        why = variant(a.text, b.text)
        if why is None or (why == "case" and (a.kind.startswith("top") or b.kind.startswith("top"))):
            continue
        if not _kinds_meet(a, b) or _two_people(a, b, known, why):
            continue
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
        yield f"p|{len(parts) > 1}|{last[:3]}"
        yield f"e|{last[0]}|{last[-3:]}"
    if len(parts) > 1 and len(parts[0]) >= 5:
        yield f"h|{parts[-1]}|{parts[0][:3]}"
    core = [p for p in parts if len(p) > 3]
    if len(core) == 1:
        yield f"c|{skeleton(core[0])}"


def _kinds_meet(a: _Form, b: _Form) -> bool:
    x, y = a.kind.removeprefix("top "), b.kind.removeprefix("top ")
    return x == y or "name" in (x, y) or {x, y} == {"organization", "place"} or {x, y} == {"person", "organization"}


def _two_people(a: _Form, b: _Form, known: frozenset[str], why: str) -> bool:
    """Hansen and Hanson may be two people: each with a first name of their own that differs."""
    if why in ("marks", "case"):
        return False
    wa, wb = words(a.text), words(b.text)
    if len(wa) > 1 and len(wb) > 1 and wa[-1] != wb[-1] and wa[0] != wb[0]:
        return skeleton(a.text) != skeleton(b.text)
    if len(wa) > 1 and len(wb) > 1 and wa[-1] == wb[-1] and wa[0] != wb[0] and "person" in (a.kind, b.kind):
        return len(wa[0]) < 6  # Jon and Joan share a surname; Alexander and Aleksander are one
    full_a = {words(k)[0] for k in known if words(k)[-1:] == wa[-1:] and len(words(k)) > 1}
    full_b = {words(k)[0] for k in known if words(k)[-1:] == wb[-1:] and len(words(k)) > 1}
    return bool(full_a and full_b and not full_a & full_b)


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """The two spellings with their places."""
    why = str(a.fact.about)
    one, other = quote(ctx, a.fact.span), quote(ctx, b.fact.span)
    return Finding(
        "name", "inconsistent_spelling", (a.fact.span, b.fact.span), f"{one} and {other} look like one name; they differ in {_WHY.get(why, why)}.",
        "The spelling that the person, body or a gazetteer uses; then one spelling throughout.", "article", RULE,
    )


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Spellings of names."""
    return [
        ContradictionDetector(
            id=RULE, title="Spelling of names", keys=keys, compare=compare,
            source="Freeman, Condon & Ackerman 2006; Pollock & Zamora 1984; house rule: each name once, one spelling",
            examples=(
                must("The mayor thanked Peter Falkenrath for his work on the bridge.\n\nThe council later gave Falkenrat a medal for the bridge.", RULE),
                must_not("Irma Falk opened the bridge with Tomas Falk, her brother.\n\nThe council gave Falk a medal for the bridge."),
            ),
        )
    ]
