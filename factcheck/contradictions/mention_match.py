"""How far two participants may be one, and what sort of thing a participant is. Judges no statement, resolves no pronoun.

What two phrases share is told in degrees, because a wider word ("the company" for a name) may stand for several.
"""

from __future__ import annotations

from factcheck.contradictions.keys import stemmer
from factcheck.contradictions.mentions import WEAK, Mention, alias, letters, lexicon, right
from factcheck.contradictions.postings import places
from factcheck.language import thesaurus
from factcheck.plugin.context import Context

SAME, MAYBE, UNKNOWN, OTHER = 2, 1, 0, -1
_ENDING = 4
_DOERS = ("er", "or", "ers", "ors")


def kind(m: Mention, ctx: Context) -> str:
    """ "person", "thing" or "" where it can be either."""
    if m.pronoun:
        return {"he": "person", "she": "person", "i": "person", "we": "person", "it": "thing"}.get(m.pronoun, "")
    if m.name:
        return "person" if m.name in persons(ctx) else ""
    if thesaurus.person(m.lower):
        return "person"
    return "" if m.plural else "thing"


def persons(ctx: Context) -> frozenset[str]:
    """Last words of persons' names."""

    def make() -> frozenset[str]:
        framed = (d for c in ctx.claims if c.attribution for d in c.attribution.details)
        every = (*(d for c in ctx.claims for d in c.details), *framed)
        return frozenset(
            d.text.lower().removesuffix("'s").removesuffix("’s").split()[-1] for d in every if d.kind == "person" and d.text.strip()
        )

    return ctx.once("contradictions.person_names", make)


def roles(ctx: Context) -> dict[str, set[str]]:
    """Last name to the stems of the roles that stand beside it: "Senator Amos Birdwell", "Lyle Benton, the governor's chief of staff"."""

    def make() -> dict[str, set[str]]:
        out: dict[str, set[str]] = {}
        lower, marks, made = ctx.tokens.lower, letters(ctx), stemmer(ctx)
        at = places(ctx)
        for name in persons(ctx):
            for i in at.get(name, ()):
                first = i
                while first and marks[first - 1] == "N":
                    first -= 1
                for j in (first, first - 1, first - 2):  # "the coach, Amos Birdwell"
                    if 0 <= j < len(lower) and lower[j] != name and thesaurus.person(lower[j]):
                        out.setdefault(name, set()).add(alias(made(lower[j]), ctx))
                if first > 3 and lower[first - 1] == "," and marks[first - 2] in "nN" and "of" in lower[first - 5 : first - 2]:
                    j = first - 5 + lower[first - 5 : first - 2].index("of") - 1  # "the mayor of Sallow, Amos Birdwell"
                    if j >= 0 and thesaurus.person(lower[j]):
                        out.setdefault(name, set()).add(alias(made(lower[j]), ctx))
                if lower[i + 1 : i + 2] == [","]:
                    found = right(i + 2, min(len(lower), i + 12), ctx)
                    if found is not None and not found.name and thesaurus.person(found.lower):
                        out.setdefault(name, set()).add(found.head)
        return out

    return ctx.once("contradictions.name_roles", make)


def match(a: Mention | None, b: Mention | None, ctx: Context) -> int:
    """How far two mentions may be one: SAME, MAYBE, UNKNOWN where one is missing, OTHER. Pronouns are resolved by the caller."""
    if a is None or b is None:
        return UNKNOWN
    if a.pronoun or b.pronoun:
        return _with_pronoun(a, b, ctx)
    if a.name and b.name:
        if a.name == b.name:
            return SAME
        both = a.name in persons(ctx) and b.name in persons(ctx)
        return OTHER if both or not (a.words & b.words) else MAYBE
    if a.name or b.name:
        full, common = (a, b) if a.name else (b, a)
        if common.head in roles(ctx).get(full.name, ()) and (thesaurus.person(common.lower) or not _body(common, ctx)):
            return SAME if common.definite else MAYBE
        if full.head in common.words:
            return MAYBE  # the chamber, and its president
        if full.name in persons(ctx):
            return (
                MAYBE if thesaurus.person(common.lower) and common.definite and not common.plural and full.name not in roles(ctx) else OTHER
            )
        return MAYBE if common.definite and not common.plural and kind(common, ctx) == "thing" and _body(common, ctx) else OTHER
    if a.head == b.head:
        return min(MAYBE, _one_kind(a, b)) if a.lower in ctx.lexicons.words("things", "light") else _one_kind(a, b)
    for one, other in ((a, b), (b, a)):
        if one.lower in lexicon(ctx, "inhabitants") and other.head in one.limits and (one.plural or one.quant):
            return SAME  # "people in the village" are the village
    if (taken_up := _taken_up(a, b, ctx)) == SAME:
        return SAME
    if _anyone(a, b, ctx):
        return MAYBE
    if thesaurus.same(a.lower, b.lower, thesaurus.NOUN) or a.head in b.mods or b.head in a.mods:
        return min(MAYBE, _one_kind(a, b)) if a.definite or b.definite else OTHER
    if a.definite and b.definite and thesaurus.related(a.lower, b.lower, thesaurus.NOUN):
        return min(MAYBE, _one_kind(a, b))
    return taken_up


def _taken_up(a: Mention, b: Mention, ctx: Context) -> int:
    """ "A police dog … the animal", "the nightclub … the club": a wider word, or the end of a compound written as one word.

    One thing where the article has no other that the wider word could stand for.
    """
    early, late = (a, b) if a.first < b.first else (b, a)
    if not late.definite or late.owner or late.name or late.mods or late.limits or early.name or early.plural != late.plural:
        return OTHER
    if _who_did(early, late, ctx):
        return SAME
    if early.lower not in _wider(late.lower, ctx):
        return OTHER
    return SAME if {stemmer(ctx)(w) for w in _wider(late.lower, ctx)} == {stemmer(ctx)(early.lower)} else MAYBE


def _who_did(early: Mention, late: Mention, ctx: Context) -> bool:
    """ "The man who robbed the shop … the robber": the noun is made of the verb of the relative clause."""
    made_of = thesaurus.entry(late.lower, thesaurus.NOUN)
    lower, marks = ctx.tokens.lower, letters(ctx)
    if (
        made_of is None
        or not made_of.deeds
        or not late.lower.endswith(_DOERS)
        or lower[early.last + 1 : early.last + 2] not in (["who"], ["that"])
    ):
        return False
    verb = next((lower[i] for i in range(early.last + 2, min(len(lower), early.last + 6)) if marks[i] in "FK"), "")
    told = thesaurus.entry(verb, thesaurus.VERB) if verb else None
    return told is not None and not set(told.senses).isdisjoint(made_of.deeds)


def _wider(word: str, ctx: Context) -> frozenset[str]:
    """The article's nouns for which a wider word may stand."""
    known: dict[str, frozenset[str]] = ctx.once("contradictions.wider", dict)
    if word not in known:
        nouns = ctx.once("contradictions.nouns", lambda: [w for w, at in places(ctx).items() if any(letters(ctx)[i] == "n" for i in at)])
        known[word] = frozenset(
            n for n in nouns if n != word and ((len(word) >= _ENDING < len(n) - 1 and n.endswith(word)) or thesaurus.kind_of(n, word))
        )
    return known[word]


def _body(m: Mention, ctx: Context) -> bool:
    return m.lower in lexicon(ctx, "bodies") or thesaurus.kind_of(m.lower, "organization")


def _anyone(a: Mention, b: Mention, ctx: Context) -> bool:
    """Whether one is a word for anybody: "the client" may be "the defendant"."""
    if a.plural or b.plural or not (a.definite and b.definite) or not {a.lower, b.lower} & lexicon(ctx, "anyone"):
        return False
    return thesaurus.person(a.lower) and thesaurus.person(b.lower)


def _one_kind(a: Mention, b: Mention) -> int:
    """Of one head noun: what each has and the other lacks tells them apart where both have something."""
    if a.apart - WEAK != b.apart - WEAK or (a.apart and b.apart and a.apart != b.apart):
        return OTHER
    own, other = a.mods - b.words, b.mods - a.words
    if own and other:
        return OTHER
    if a.limits - b.words and b.limits - a.words:
        return OTHER
    if a.owner and b.owner and a.owner != b.owner and a.owner[0] != "h" != b.owner[0]:
        return OTHER
    return SAME


def _with_pronoun(a: Mention, b: Mention, ctx: Context) -> int:
    for one, other in ((a, b), (b, a)):
        if one.limits - other.words:
            return OTHER  # "no one in the command centre", and the cook
        if one.pronoun in ("nobody", "everybody", "somebody"):
            return MAYBE if kind(other, ctx) != "thing" else OTHER
        if one.pronoun == "nothing":
            return MAYBE if kind(other, ctx) != "person" else OTHER
    if a.pronoun and b.pronoun:
        return MAYBE if a.pronoun == b.pronoun else OTHER
    one, other = (a, b) if a.pronoun else (b, a)
    wanted, found = kind(one, ctx), kind(other, ctx)
    if wanted and found and wanted != found:
        return OTHER
    if one.pronoun == "they" and not other.plural and found == "thing" and not _body(other, ctx):
        return OTHER
    return UNKNOWN
