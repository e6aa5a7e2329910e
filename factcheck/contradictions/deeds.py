"""Which words of an article tell a deed or a state: a class of the lexicon "deeds" with a pole, or the meanings of the thesaurus.

Keeps only those that something else in the article may speak against. Never reads who does it.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.contradictions.denial import denied
from factcheck.contradictions.keys import lines, stemmer, stems_of
from factcheck.contradictions.mentions import letters, lexicon, right
from factcheck.contradictions.postings import places, standing
from factcheck.language import thesaurus
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context

HAVE = "have:"
_HAVE = frozenset(
    {"has", "have", "had", "having", "possesses", "possessed", "lacks", "holds", "hold", "held", "own", "owns", "owned"}
    | {"wear", "wears", "wore", "wearing", "carry", "carries", "carried", "carrying"}
)
_REACH = 10
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_WITH_PARTICLE = (["up"], ["off"], ["out"], ["down"], ["away"], ["back"], ["over"], ["apart"])
"""A verb with a particle means something else: "picked" and "picked up"."""
_RESULT = ("out", "back", "up", "home", "away", "down", "off", "through", "ashore")
"""What may stand between a verb and how it ends: "pulled out alive"."""
_GAP = 4
_SENSES = 3
_ON = {"object": "does", "subject": "is", "noun": "noun"}
_PARTICLES = frozenset(
    {
        "off",
        "down",
        "out",
        "up",
        "back",
        "in",
        "away",
        "over",
        "through",
        "aside",
        "go",
        "apart",
        "on",
        "guilty",
        "public",
        "without",
        "secret",
    }
)


@dataclass(frozen=True, slots=True)
class Deed:
    """What is told: a class with a pole, or the meanings of a word.

    Args:
        name: the class of the lexicon, or "" where the thesaurus speaks.
        pole: +1 or -1 within the class.
        senses: meanings, the commonest first.
        part: part of speech of the word.
        lower: the word.
        on: "does" (the theme is the object), "is" (the theme is the subject) or "noun".
    """

    name: str
    pole: int
    senses: tuple[str, ...]
    part: str
    lower: str
    on: str


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    pole: int
    on: str
    words: tuple[str, ...]


def _table(ctx: Context) -> Mapping[str, list[_Row]]:
    """Stem of the first word to the phrases of the classes, the longest first."""

    def make() -> dict[str, list[tuple[str, int, str, tuple[str, ...]]]]:
        out: dict[str, list[tuple[str, int, str, tuple[str, ...]]]] = {}
        for name, row in ctx.lexicons["deeds"].items():
            for key, phrases_ in row.items() if isinstance(row, Mapping) else ():
                on, _, pole = key.partition("_")
                if on in _ON and name not in ("reading", "alias") and pole in ("plus", "minus"):
                    for p in phrases_:
                        words = tuple(p.split())
                        out.setdefault(stemmer(ctx)(words[0]), []).append((name, -1 if pole == "minus" else 1, _ON[on], words))
        for rows in out.values():
            rows.sort(key=lambda r: -len(r[3]))
        return out

    def rows() -> dict[str, list[_Row]]:
        found = ctx.lexicons.table("contradictions.deeds", ("deeds", "grammar"), make)
        return {stem: [_Row(*row) for row in listed] for stem, listed in found.items()}

    return ctx.lexicons.once("contradictions.telling_table", rows)


def reading(ctx: Context, key: str) -> frozenset[str]:
    """A list of the lexicon "deeds", table "reading"."""
    known: dict[str, frozenset[str]] = ctx.once("contradictions.telling_words", dict)
    if key not in known:
        known[key] = frozenset(ctx.lexicons["deeds"]["reading"].get(key, ()))
    return known[key]


def _candidates(ctx: Context) -> dict[int, list[tuple[Deed, int]]]:
    """Token index to the deeds that may stand there, with the last token of each."""

    def make() -> dict[int, list[tuple[Deed, int]]]:
        out: dict[int, list[tuple[Deed, int]]] = {}
        make_stem, table, lower, marks = stemmer(ctx), _table(ctx), ctx.tokens.lower, letters(ctx)
        for word, at in places(ctx).items():
            rows = table.get(make_stem(word), ()) or table.get(
                make_stem(thesaurus.base(word, thesaurus.VERB) or word), ()
            )  # "agreed" ends as "need"
            read_as = {marks[i] for i in at}  # names, numbers and words of grammar are not looked up
            verb = None if read_as.isdisjoint("FIKRGn") else thesaurus.entry(word, thesaurus.VERB)
            adjective, nominal = (thesaurus.entry(word, part) if "n" in read_as else None for part in (thesaurus.ADJECTIVE, thesaurus.NOUN))
            for i in at:
                taken = out.setdefault(i, [])
                names = set()
                for row in rows:
                    last = _ends(i, row, ctx)
                    if last is None or row.name in names or not _fits(i, row, marks, lower) or not _one_word(word, row.words[0]):
                        continue
                    names.add(row.name)
                    taken.append((Deed(row.name, row.pole, (), thesaurus.VERB, word, row.on), last))
                if lower[i] == "used" and lower[i + 1 : i + 2] == ["to"]:
                    taken.clear()
                elif marks[i] in "FIKRG" and verb is not None and not _light(word, ctx) and lower[i + 1 : i + 2] not in _WITH_PARTICLE:
                    taken.append((Deed("", 1, verb.senses[:_SENSES], thesaurus.VERB, word, "does"), i))
                elif marks[i] == "n" and adjective is not None and _predicative(i, marks, lower):
                    taken.append((Deed("", 1, adjective.senses[:_SENSES], thesaurus.ADJECTIVE, word, "is"), i))
                elif marks[i] == "n" and nominal is not None and nominal.deeds and verb is None and not adjective and not _doer(word):
                    taken.append((Deed("", 1, nominal.deeds[:_SENSES], thesaurus.VERB, word, "noun"), i))
                if (word in _HAVE and marks[i] in "AFKGI") or word == "without":
                    taken += _possession(i, ctx)
                if not taken:
                    del out[i]
        return out

    return ctx.once("contradictions.telling_candidates", make)


def _doer(word: str) -> bool:
    """Whether a noun names who or what does it, not the deed: "voter", "detectors"."""
    return thesaurus.person(word) or word.endswith(("er", "ers", "or", "ors", "ist", "ists"))


def _possession(at: int, ctx: Context) -> list[tuple[Deed, int]]:
    """ "Had a licence", "without a licence": what is had names the class."""
    marks, i = letters(ctx), at + 1
    while i < len(marks) - 1 and marks[i] == "a":
        i += 1
    if marks[i : i + 1] not in tuple("dmn"):
        return []
    thing = right(i, min(len(marks), i + _REACH), ctx)
    if thing is None or thing.pronoun or thing.name or thing.lower in lexicon(ctx, "times") or thing.lower in lexicon(ctx, "measuring"):
        return []
    return [(Deed(f"{HAVE}{thing.head}", 1, (), thesaurus.VERB, "have", "does"), at)]


def _one_word(word: str, lemma: str) -> bool:
    """Whether two forms with one stem are of one word: "filed" is no form of "fill"."""
    base, other = thesaurus.base(word, thesaurus.VERB), thesaurus.base(lemma, thesaurus.VERB)
    return word == lemma or base is None or other is None or base == other


def _light(word: str, ctx: Context) -> bool:
    return word in reading(ctx, "light") or (thesaurus.base(word, thesaurus.VERB) or word) in reading(ctx, "light")


def _predicative(i: int, marks: str, lower: list[str]) -> bool:
    j = i - 1
    while j > 0 and marks[j] == "a":
        j -= 1
    return lower[j] in ("is", "are", "was", "were", "be", "been", "remains", "remained", "remain", "isn't", "wasn't", "aren't", "weren't")


def _fits(i: int, row: _Row, marks: str, lower: list[str]) -> bool:
    """Whether a phrase of a class stands as what it is: a noun of an act as a noun, a verb as a verb."""
    if row.on == "noun":
        return (marks[i] in "nNGR" and lower[i] == row.words[0]) or lower[i] == row.words[0] + "s"
    before = marks[i - 1] if i else "."
    if marks[i] == "G" and before == "d" and lower[i] not in row.words[1:]:
        return False  # "no warning", "the killing" are nouns
    if row.on == "is" and marks[i] == "K" and lower[i - 1] in _BE and thesaurus.base(row.words[0], thesaurus.VERB) == row.words[0]:
        return False  # "survived by a daughter" is no survival
    if row.on == "is" and marks[i] in "FI" and thesaurus.base(row.words[0], thesaurus.VERB) not in (None, row.words[0]):
        return False  # "found guilty" is no "found him guilty"
    if marks[i] in "FIKRG" or (row.words[0] == "have" and marks[i] == "A"):
        return True
    if row.on == "does" and marks[i] == "n" and len(row.words) > 1 and _predicative(i, marks, lower):
        return True  # "unaware of the forged cheques"
    if row.on == "does" and marks[i] == "p":
        return lower[i - 1] in ("is", "are", "was", "were", "be", "been")
    if row.on == "is" and len(row.words) == 1 and (marks[i] == "p" or marks[i + 1 : i + 2] == "K"):
        return marks[i] == "p" and _predicative(i, marks, lower)  # "is over", not "a bridge over the river", "was last inspected"
    if row.on == "is":
        return (
            before in "AKbaFIn"
            or lower[i - 1] in ("be", "been", "stayed", "remained", "found", *_RESULT)
            or len(row.words) > 1
            or marks[i] == "p"
        )
    return marks[i] == "n" and before in "nNqa" and len(row.words) > 1


def _ends(i: int, row: _Row, ctx: Context) -> int | None:
    """The last token of a phrase that begins at a token: word for word, or with the object before its particle."""
    lower, words = ctx.tokens.lower, row.words
    if len(words) == 1:
        return i
    if words[1] not in _PARTICLES and lower[i + 1 : i + 2] != [words[1]]:
        return None
    last = i + len(words) - 1
    if tuple(lower[i + 1 : last + 1]) == words[1:]:
        going = words[-1] == "to" and letters(ctx)[last + 1 : last + 2] == "I"
        return None if going else last  # "going to stop"
    if words[1] in _PARTICLES:
        for j in range(i + 2, min(len(lower), i + 2 + _GAP)):
            if tuple(lower[j : j + len(words) - 1]) == words[1:] and lower[j + len(words) - 1 : j + len(words)] != ["-"]:
                return i
            if letters(ctx)[j] in "FAKpcur.,;:":
                break
    return None


def wanted(ctx: Context) -> dict[int, list[tuple[Deed, int]]]:
    """The deeds that something else may speak against: both poles of a class, or a meaning with its denial or opposite."""
    found = _candidates(ctx)
    near = _near_negation(ctx)
    signs: dict[str, set[int]] = {}
    for i, rows in found.items():
        for deed, _ in rows:
            for key in keys_of(deed):
                signs.setdefault(key, set()).update((deed.pole, -deed.pole) if i in near else (deed.pole,))
    counts: dict[str, int] = {}
    for rows in found.values():
        for key in {k for deed, _ in rows for k in keys_of(deed)}:
            counts[key] = counts.get(key, 0) + 1
    out: dict[int, list[tuple[Deed, int]]] = {}
    for i, rows in found.items():
        kept = [
            (d, last)
            for d, last in rows
            if any(
                (counts[k] > 1 and (len(signs[k]) > 1 or _one_holder(k, ctx))) or any(o in counts for o in thesaurus.against(k))
                for k in keys_of(d)
            )
        ]
        if kept:
            out[i] = kept
    return out


def _one_holder(name: str, ctx: Context) -> bool:
    """Whether two that do the same exclude each other: who holds a place, who wins a cup."""
    row = ctx.lexicons["deeds"].get(name, {})
    return bool(row.get("holder") or row.get("prizes"))


def keys_of(deed: Deed) -> tuple[str, ...]:
    """What two tellings have to share to be compared."""
    return (deed.name,) if deed.name else deed.senses


def _near_negation(ctx: Context) -> frozenset[int]:
    """Tokens that may stand under a negation or in a denial."""
    negating = standing("tellings.negators", reading(ctx, "negating"), ctx)
    out: set[int] = set()
    for i in negating:
        out.update(range(i - 2, i + 12))
    for word, at in places(ctx).items():
        if word.endswith("n't") or stemmer(ctx)(word) in undoing(ctx):
            for i in at:
                out.update(range(i, i + 25))
    for line in lines(ctx):
        for _, tokens in denied(line, ctx):
            out.update(tokens)
    return frozenset(out)


def undoing(ctx: Context) -> frozenset[str]:
    return ctx.once("contradictions.undoing", lambda: stems_of(ctx, (*reading(ctx, "undone"), *ctx.lexicons["denial"]["deny"])))
