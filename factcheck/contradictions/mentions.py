"""Who or what takes part in a statement: a noun phrase or a pronoun, as it is written. Judges no statement.

Phrases are read from the letters of ``language.clauses``; where a phrase is not plain, there is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.contradictions.keys import name_tokens, stemmer
from factcheck.contradictions.postings import places
from factcheck.language import thesaurus
from factcheck.language.inflect import regular_forms
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context

_LONGEST = 14
WEAK = frozenset({"new", "final", "latest", "original", "planned", "proposed", "last"})
_AND = frozenset({"and", "&"})
_NONE: frozenset[str] = frozenset()
"""One for all: an empty set takes as much memory as a small one, and most mentions have three."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A participant as it is written.

    Args:
        head: stem of its head noun under which synonyms are one; the pronoun itself.
        lower: the head noun in lower case.
        mods, limits: stems before and after the head.
        name: the last word of a name in lower case, or "".
        pronoun: "he", "she", "they", "it", "i", "we" or "".
        definite: whether it refers to something known.
        quant: "all", "none", "part" or "".
        apart: words that tell it from another of its kind ("second", "other").
        first, last: token indices.
        owner: the possessor in lower case, or "".
    """

    head: str
    lower: str
    mods: frozenset[str]
    limits: frozenset[str]
    name: str
    pronoun: str
    definite: bool
    quant: str
    apart: frozenset[str]
    first: int
    last: int
    owner: str = ""
    plural: bool = False
    article: str = ""

    @property
    def words(self) -> frozenset[str]:
        """All stems that tell what it is."""
        return self.mods | self.limits | {self.head}


def letters(ctx: Context) -> str:
    """The letters of the article's tokens, made once."""

    def make() -> str:
        made = list(ctx.clauses)
        for word, at in places(ctx).items():
            if word.endswith("ly") and thesaurus.base(word, thesaurus.NOUN) == word:  # "family" is no adverb
                for i in at:
                    made[i] = "n"
        verbs = _verbs(ctx)
        for i in range(1, len(made) - 1):  # "the chamber backs the law": a noun's form before a determiner is the verb
            word = ctx.tokens.lower[i]
            if (
                made[i] == "n"
                and (made[i - 1] in "nN" or ctx.tokens.lower[i - 1] in ("still", "never", "also", "now"))
                and ((made[i + 1] in "dq" and word in verbs) or _reports(i, ctx))
            ):
                made[i] = "F"
        return "".join(made)

    return ctx.once("clauses.letters", make)


def _reports(i: int, ctx: Context) -> bool:
    """Whether "that" follows a form in -s which is a verb: "insists that"."""
    word = ctx.tokens.lower[i]
    return ctx.tokens.lower[i + 1] == "that" and word.endswith("s") and thesaurus.base(word, thesaurus.VERB) not in (None, word)


def _verbs(ctx: Context) -> frozenset[str]:
    """Inflected forms of the verbs of the lexicon "deeds" that look like nouns."""

    def make() -> frozenset[str]:
        rows = (row for name, row in ctx.lexicons["deeds"].items() if name not in ("reading", "alias"))
        lemmas = {p for row in rows for key, value in row.items() if key.startswith(("object_", "subject_")) for p in value if " " not in p}
        irregular = ctx.lexicons["grammar"]["irregular"]
        return frozenset(f for w in lemmas for f in (w, *(irregular.get(w, "").split()), regular_forms(w)[0]))

    return ctx.lexicons.once("deeds.verbs", make)


def lexicon(ctx: Context, key: str) -> frozenset[str]:
    """A list of the lexicon "mentions"."""
    return ctx.lexicons.words("mentions", key)


def _bare(word: str) -> str:
    return (
        word.removesuffix("'s").removesuffix("’s").removesuffix("s'").removesuffix("s’") if word.endswith(("'", "’", "'s", "’s")) else word
    )


def possessive(word: str) -> bool:
    """Whether a word ends as a possessive."""
    return len(word) > 2 and word.endswith(("'s", "’s", "s'", "s’"))


def named(at: int, ctx: Context) -> bool:
    """Whether a token belongs to a name."""
    return at in name_tokens(ctx) or (letters(ctx)[at] == "N" and letters(ctx)[at - 1 : at] not in ("", ".", '"'))


def phrase(first: int, end: int, ctx: Context) -> Mention | None:
    """The mention that stands from one token up to another; None where there is none."""
    lower, marks, make = ctx.tokens.lower, letters(ctx), stemmer(ctx)
    both = False
    while first < end and (marks[first] in 'a",-(:' or lower[first] in lexicon(ctx, "before") or lower[first] in _AND):
        both |= lower[first] == "both"
        first += 1
    while end > first and marks[end - 1] in 'a",-(:':
        end -= 1
    if first >= end:
        return None
    word = lower[first]
    pronouns = ctx.lexicons["mentions"]["pronouns"]
    if (
        word in pronouns
        and lower[first + 1 : first + 2] != ["of"]
        and (end == first + 1 or not _is_noun(first + 1, ctx) or pronouns[word] in ("nothing", "nobody", "somebody"))
    ):
        return _pronoun(first, pronouns[word])
    if marks[first] in "ptu":
        return None
    quant = "all" if both else _quant(first, end, ctx)
    cut = next((i for i in range(first + 1, end) if marks[i] in "pt" or lower[i] in _AND), end)
    if (
        lower[cut : cut + 1] == ["of"]
        and cut + 1 < end
        and (quant or lower[cut - 1] in lexicon(ctx, "measuring") or lower[cut - 1][0].isdigit())
    ):
        inner = phrase(cut + 1, end, ctx)  # "two of the ships", "every member of the family"
        if inner is not None and all(marks[i] in "dmaq" or lower[i] in lexicon(ctx, "measuring") for i in range(first, cut)):
            whole = not quant and lower[first] == "the" and lower[cut - 1] in ("number", "total")  # "the number of burglaries fell"
            return replace(inner, first=first, quant="" if whole else quant or "part")
    head = cut - 1
    if not _is_noun(head, ctx):
        return None
    own = range(first, head)
    content = [
        _bare(lower[i]) for i in own if marks[i] not in "da" and lower[i] not in lexicon(ctx, "determiners") and lower[i][0].isalnum()
    ]
    apart = frozenset(w for w in content if w in lexicon(ctx, "apart")) or _NONE
    owner = next((_bare(lower[i]) for i in reversed(own) if possessive(lower[i])), "")
    if not owner and lower[first] in pronouns and lower[first] in lexicon(ctx, "possessives"):
        owner = lower[first]
    name = _bare(lower[head]) if named(head, ctx) else ""
    rest = [i for i in range(cut, end) if marks[i] in "nNmG" and lower[i][0].isalnum() and lower[i] not in WEAK]
    stem = make(_bare(lower[head]))
    definite = bool(name or owner) or lower[first] in lexicon(ctx, "definite") or quant == "all"
    member = not plural(lower[head]) and thesaurus.person(_bare(lower[head])) and alias(stem, ctx) in _MANY
    return Mention(
        stem if member else alias(stem, ctx), _bare(lower[head]),
        frozenset(make(w) for w in content if w not in apart and not w[0].isdigit()) or _NONE,
        frozenset(make(_bare(lower[i])) for i in rest) or _NONE,
        name, "", definite, quant, apart, first, end - 1, owner, plural(lower[head]), lower[first],
    )  # fmt: skip


_MANY = frozenset({"council", "parliament"})
"""One member is not the body: "the senator"; senators are."""


def _pronoun(at: int, kind: str) -> Mention:
    quant = {"nobody": "none", "nothing": "none", "everybody": "all", "somebody": "part"}.get(kind, "")
    return Mention(kind, kind, _NONE, _NONE, "", kind, not quant, quant, _NONE, at, at, "", kind in ("they", "we"))


def nobody(at: int) -> Mention:
    """Nobody, where a noun says so at a token: "no injuries"."""
    return _pronoun(at, "nobody")


def plural(word: str) -> bool:
    """Whether a noun looks like a plural."""
    return (word.endswith("s") and not word.endswith(("ss", "us", "is"))) or word in (
        "people",
        "men",
        "women",
        "children",
        "police",
        "troops",
    )


def _is_noun(at: int, ctx: Context) -> bool:
    return letters(ctx)[at] in "nNmG" and ctx.tokens.lower[at][0].isalnum()


def _quant(first: int, end: int, ctx: Context) -> str:
    """How many of them: none, all, a part, or not said."""
    lower = ctx.tokens.lower
    for i in range(first, min(end, first + 3)):
        if i > first and letters(ctx)[i] == "m" and lower[first] in lexicon(ctx, "definite"):
            return ""  # "the two leaders" are all
        for kind in ("none", "all", "part"):
            if lower[i] in lexicon(ctx, kind):
                return kind
        if lower[i][0].isdigit() or (letters(ctx)[i] == "m" and lower[i] not in ("first", "one")):
            return "" if i > first and lower[first] in lexicon(ctx, "definite") else "part"  # "the two leaders" are all
    return ""


def alias(stem: str, ctx: Context) -> str:
    """The noun under which its synonyms are compared."""

    def make() -> dict[str, str]:
        made, out = stemmer(ctx), dict[str, str]()
        for table in (ctx.lexicons["deeds"]["alias"], ctx.lexicons["mentions"]["alias"]):
            out |= {made(w): name for name, nouns in table.items() for w in nouns}
        return out

    known: dict[str, str] = ctx.once("contradictions.mention_alias", make)
    return known.get(stem, stem)


def right(start: int, end: int, ctx: Context) -> Mention | None:
    """The phrase that begins at a token, with what "of" adds to it.

    Args:
        end: where its sentence ends.
    """
    lower, marks = ctx.tokens.lower, letters(ctx)
    i = start
    while i < end and (marks[i] in 'a"' or lower[i] in lexicon(ctx, "before")) and not _is_noun(i, ctx):
        i += 1
    first = i
    pronouns = ctx.lexicons["mentions"]["pronouns"]
    if i < end and lower[i] in pronouns and not (lower[i] in lexicon(ctx, "possessives") and i + 1 < end and marks[i + 1] in "nNmGRa"):
        return phrase(i, i + 1, ctx)
    while i < end and i - first < _LONGEST:
        letter, word = marks[i], lower[i]
        if letter == "d" and i > first and marks[i - 1] in "nN" and not possessive(lower[i - 1]):
            break  # the next phrase begins: "gave the boy the book"
        if letter in 'nNdm"' or (letter == "a" and i + 1 < end and marks[i + 1] in "nNRG"):
            if i > first and (word in lexicon(ctx, "times") or word in lexicon(ctx, "after")):
                break
        elif letter == "G" and i > first and marks[i - 1] in "dnNm":
            pass  # "the warning"
        elif (letter in "GR" and i + 1 < end and marks[i + 1] in "nN" and (i == first or marks[i - 1] in "dnNm")) or (
            word == "of" and i > first
        ):
            pass
        else:
            break
        i += 1
    while i > first and (marks[i - 1] in 'dpa"' or (lower[i - 1] in lexicon(ctx, "times") and i - 1 > first)):
        i -= 1
    return phrase(first, i, ctx) if i > first else None


def left(end: int, start: int, ctx: Context) -> Mention | None:
    """The phrase that ends before a token, over a parenthesis and relative pronouns.

    Args:
        end: index of the first token of the verb group.
        start: where the sentence starts.
    """
    lower, marks = ctx.tokens.lower, letters(ctx)
    at = end - 1
    while at > start and marks[at] == '"':
        at -= 1
    relative = at > start and marks[at] == "r" and lower[at] in ("who", "which", "that", "whom")
    if relative:
        at -= 1
        at -= at > start and marks[at] == ","
    elif at > start + 1 and marks[at] in ",-)":
        opened = next((i for i in range(at - 1, max(start, at - 16), -1) if marks[i] == marks[at] or marks[i] == "("), None)
        if opened is None or opened <= start:
            return None
        at = opened - 1
    if at - 1 > start and marks[at] == "N" and lower[at] in lexicon(ctx, "times") and marks[at - 1] in "up":
        at -= 2  # "the man who has been missing since August was found"
    if at < start:
        return None
    if lower[at] == "one" and lower[max(start, at - 1)] == "no":
        return _pronoun(at, "nobody")
    if lower[at] in ctx.lexicons["mentions"]["pronouns"] and lower[at] not in lexicon(ctx, "possessives"):
        before = lower[at - 1] if at > start else ""
        return phrase(at - (before in ("no", "not") or lower[at] == "one"), at + 1, ctx)
    first = at
    while (
        first >= start
        and at - first < _LONGEST
        and (marks[first] in 'nNdmpGa"R' or lower[first] in _AND or (marks[first] == "t" and marks[first + 1] in "dN"))
    ):
        if first < at and marks[first] in "nN" and marks[first + 1] == "d" and not possessive(lower[first]):
            break  # "in March the council"
        if first < at and lower[first] in lexicon(ctx, "times") and marks[first + 1] != "p":
            break
        if marks[first] == "R" and marks[first + 1 : first + 2] not in ("n", "N"):
            break
        if relative and marks[first] == "p" and lower[first] != "of" and first < at:
            break  # "a book for the animal, which died": what stands before it is the nearest phrase (CGEL 12, 4)
        first -= 1
    if first >= start and (
        lower[first] in ("nothing", "nobody", "anything", "something") or lower[max(start, first - 1) : first + 1] == ["no", "one"]
    ):
        who = ctx.lexicons["mentions"]["pronouns"].get(lower[first], "nobody")
        limits = frozenset(stemmer(ctx)(_bare(lower[i])) for i in range(first + 2, at + 1) if marks[i] in "nNG")
        return replace(_pronoun(first, who), limits=limits)
    if first >= start and marks[first] == "q" and lower[first + 1 : first + 2] == ["of"]:
        first -= 1  # "neither of the two ships"
    first += 1
    if relative and first < at and marks[first] == "p":
        first += 1  # "a wall was left of the hall, which was destroyed"
    if lower[first : first + 2] == ["no", "one"] and first < at:
        limits = frozenset(stemmer(ctx)(_bare(lower[i])) for i in range(first + 2, at + 1) if marks[i] in "nNG")
        return replace(_pronoun(first, "nobody"), limits=limits)  # "no one from the ministry"
    if first > start and marks[first - 1] in "AFKu" and marks[min(first, at)] in "pdnN":
        opens = next((i for i in range(first - 1, max(start, first - _LONGEST), -1) if _relative(i, ctx)), None)
        if opens is not None and opens > start:
            opens -= marks[opens - 1] == "p"  # "the club in which a wall came down"
            if marks[opens - 1] in "nN":
                return left(opens, start, ctx)  # "the man who was at the wheel has been …"
    if first < at and lower[first] == "with":
        first += 1  # "with the driver still at large" (CGEL 15, 58)
    if first <= at and marks[first] == "p" and lower[first] not in lexicon(ctx, "before"):
        return None
    return phrase(first, at + 1, ctx) if first <= at else None


def _relative(at: int, ctx: Context) -> bool:
    """Whether a relative clause opens at a token: "that" only where its verb follows at once."""
    word, marks = ctx.tokens.lower[at], letters(ctx)
    return word in ("who", "which") or (
        word == "that" and marks[at] == "r" and marks[at + 1 : at + 2] in ("A", "F") and marks[at - 1] in "nN"
    )


def phrases(start: int, end: int, ctx: Context) -> Iterator[Mention]:
    """All plain noun phrases of a stretch of tokens, in order."""
    marks, i = letters(ctx), start
    while i < end:
        if marks[i] not in "nNdmG":
            i += 1
            continue
        found = right(i, end, ctx)
        if found is None:
            i += 1
            continue
        yield found
        i = max(found.last + 1, i + 1)
