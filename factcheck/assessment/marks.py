"""Finds the words of the assessment's lexicons in the article, in one pass over its tokens.

Never judges: a mark is a class of words and the place where one of them stands. What a fixed phrase of ``harmless.toml`` covers
("cardiac arrest", "dead heat") is no mark.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from factcheck.language.inflect import lemmas, plural, verb_forms
from factcheck.language.lexicon import kept_table, load_packaged
from factcheck.language.tokens import Tokens
from factcheck.model.article import Span
from factcheck.plugin.context import Context

LEXICONS = ("levels", "consequence", "accusations", "routes", "flags", "harmless")
"""The lexicons whose ``[words.NAME]`` tables are classes, called ``lexicon.NAME``."""

ACRONYMS = frozenset({"US", "IT", "IS", "WHO", "AIDS", "HE", "OR", "ME", "May"})
"""With these capitals they are names or abbreviations, in small letters function words."""

OPENERS = frozenset('.!?"“‘(:')

Row = tuple[str, str, str]


def rows_of(name: str, lexicon: Mapping[str, Any]) -> Iterator[Row]:
    """The classes of one lexicon as (class, way of inflection, phrase)."""
    for key, table in lexicon.get("words", {}).items():
        for way in ("verbs", "nouns", "words"):
            for phrase in table.get(way, ()):
                yield f"{name}.{key}", way, phrase


class Phrases:
    """The phrases of some classes, found by the first word as it stands in a text; the forms of a phrase are made when one is met.

    Args:
        rows: (class, way, phrase); a phrase with a capital letter is matched with its case.
        irregular: irregular verbs as lemma → "third past participle ing".
        table: ``_by_word`` of the two, where it was kept.
    """

    def __init__(self, rows: Iterable[Row], irregular: Mapping[str, str], table: Table | None = None) -> None:
        self._irregular = irregular
        self._rows, self._back = table or _by_word(rows, irregular)
        self.at = lru_cache(maxsize=65536)(self._at)

    def _at(self, word: str) -> tuple[tuple[tuple[str, ...], str, bool], ...]:
        """What may begin with a word in lower case: (all words, class, whether case counts), the longest first."""
        found: set[tuple[tuple[str, ...], str, bool]] = set()
        for lemma in {*lemmas(word), *self._back.get(word, ())}:
            for name, way, phrase in self._rows.get(lemma, ()):
                for form in _forms(way, phrase, self._irregular):
                    if form.isalpha() and form.lower() != word:
                        continue
                    words, cased = _words(form), form != form.lower()
                    lower = tuple(Tokens.folded(words))
                    if lower[0] == word:
                        found.add((tuple(words) if cased else lower, name, cased))
        return tuple(sorted(found, key=lambda x: (-len(x[0]), x[1], x[0])))


Table = tuple[dict[str, list[Row]], dict[str, list[str]]]
"""Rows by the first word of their phrase, and lemmas by their irregular forms."""


def _by_word(rows: Iterable[Row], irregular: Mapping[str, str]) -> Table:
    back: dict[str, list[str]] = {}
    for lemma, forms in irregular.items():
        for form in forms.split():
            back.setdefault(form, []).append(lemma)
    first: dict[str, list[Row]] = {}
    for row in rows:
        words = _words(row[2])
        if words:
            first.setdefault(Tokens.folded(words)[0], []).append(row)
    return first, back


def _forms(way: str, phrase: str, irregular: Mapping[str, str]) -> Iterable[str]:
    if way == "verbs":
        return verb_forms(phrase, irregular)
    return (phrase, plural(phrase)) if way == "nouns" else (phrase,)


def _words(form: str) -> list[str]:
    return form.split(" ") if form.replace(" ", "").isalpha() else Tokens(form).words  # thousands are plain


def _acronym(words: list[str], i: int) -> bool:
    """Whether a word in capitals is an acronym ("US", "WHO", "IS") and not a word of a line in capitals."""
    if words[i] == "May":  # the month, unless it opens a sentence
        return i > 0 and words[i - 1] not in OPENERS
    beside = [w for w in words[max(0, i - 2) : i + 3] if len(w) > 1 and w.isalpha()]
    return sum(w.isupper() for w in beside) <= len(beside) // 2 + 1


Mark = tuple[int, int, str]

_REACH = 40
"""So many characters before a phrase a mark may begin that shares words with it: "was charged | with running"."""


def uncovered_marks(found: list[Mark], covers: Mapping[str, frozenset[str]]) -> list[Mark]:
    """The marks, in their order, without those that share words with a phrase whose class covers theirs.

    Args:
        found: (start, end, class), ordered by start.
        covers: a class of fixed phrases → the classes that mean nothing inside them.
    """
    over = [row for row in found if row[2] in covers]
    if not over:
        return found
    gone: set[Mark] = set()
    starts = [row[0] for row in found]
    for start, end, name in over:
        for i in range(bisect_left(starts, start - _REACH), bisect_left(starts, end)):
            if found[i][1] > start and found[i][2] in covers[name]:
                gone.add(found[i])
    return [row for row in found if row not in gone]


def outside_context(found: list[Mark], tokens: Tokens, contexts: Iterable[Mapping[str, Any]]) -> list[Mark]:
    """The marks without those whose word means something else in a text of this kind: "attacked" in the report of a match.

    Args:
        found: (start, end, class), ordered by start.
        contexts: rows of ``contexts`` in harmless.toml.
    """
    rows = [row for row in contexts if not found or any(name in row["classes"] for _, _, name in found)]
    here = set(tokens.lower) if rows else set()
    for row in rows:
        least, seen = row["least"], here & set(row["words"])
        if len(seen) < least or (least == 0 and seen):
            continue
        classes, of = frozenset(row["classes"]), frozenset(row["of"])
        text = tokens.text
        found = [(a, b, name) for a, b, name in found if name not in classes or text[a:b].casefold() not in of]
    return found


def covers_of(name: str, lexicon: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """What each class of a lexicon covers, where its table says so."""
    tables = lexicon.get("words", {}).items()
    return {f"{name}.{key}": frozenset(table["covers"]) for key, table in tables if "covers" in table}


class Marks:
    """All marks of an article, in order of their place."""

    __slots__ = ("_found", "_starts", "tokens")

    def __init__(
        self,
        tokens: Tokens,
        phrases: Phrases,
        covers: Mapping[str, frozenset[str]] = MappingProxyType({}),
        contexts: Iterable[Mapping[str, Any]] = (),
    ) -> None:
        self.tokens = tokens
        found: list[tuple[int, int, str]] = []
        words, lower = tokens.words, tokens.lower
        known, last = phrases.at, len(lower) - 1
        for i, word in enumerate(lower):
            rows = known(word)
            if not rows:
                continue
            acronym = words[i] in ACRONYMS and _acronym(words, i)
            after = lower[i + 1] if i < last else ""
            for phrase, name, cased in rows:
                size = len(phrase)
                if size == 1 and not cased:
                    if not acronym:
                        found.append((tokens.starts[i], tokens.ends[i], name))
                elif (cased or (not acronym and phrase[1] == after)) and tuple((words if cased else lower)[i : i + size]) == phrase:
                    found.append((tokens.starts[i], tokens.ends[i + size - 1], name))
        self._found = found = outside_context(uncovered_marks(found, covers), tokens, contexts)
        self._starts = [row[0] for row in found]

    def within(self, start: int, end: int) -> Iterator[tuple[str, Span]]:
        """(class, span) of the marks that lie wholly between two offsets, in order of their place."""
        for i in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            a, b, name = self._found[i]
            if b <= end:
                yield name, (a, b)


def marks(ctx: Context) -> Marks:
    """The marks of the article, made once."""

    def make() -> Marks:
        if all(ctx.lexicons[name] is load_packaged(name) for name in (*LEXICONS, "grammar", "harmless")):  # no plugin added a word
            return packaged_marks(ctx.article.text, ctx.tokens)
        phrases = ctx.lexicons.once("assessment.phrases", lambda: phrases_of(ctx.lexicons.__getitem__))
        harmless = ctx.lexicons["harmless"]
        return Marks(ctx.tokens, phrases, covers_of("harmless", harmless), harmless.get("contexts", ()))

    return ctx.once("assessment.marks", make)


_latest: list[Marks] = []


def packaged_marks(text: str, tokens: Tokens | None = None) -> Marks:
    """The marks of a text by the packaged lexicons; those of the latest text are kept, because the sheets ask once more for them."""
    latest = _latest[-1:]  # one look: other threads may have texts of their own
    if not latest or latest[0].tokens.text != text:
        harmless = load_packaged("harmless")
        latest = [Marks(tokens or Tokens(text), packaged_phrases(), covers_of("harmless", harmless), harmless["contexts"])]
        _latest[:] = latest
    return latest[0]


@cache
def packaged_phrases() -> Phrases:
    """The phrases of the packaged lexicons, which the analysis and the sheets share."""
    irregular = load_packaged("grammar")["irregular"]
    return Phrases((), irregular, kept_table("assessment.phrases", lambda: _by_word(_rows(load_packaged), irregular)))


def phrases_of(lexicon: Callable[[str], Mapping[str, Any]]) -> Phrases:
    """All classes of the assessment's lexicons.

    Args:
        lexicon: gives one by its name.
    """
    return Phrases(_rows(lexicon), lexicon("grammar").get("irregular", {}))


def _rows(lexicon: Callable[[str], Mapping[str, Any]]) -> Iterator[Row]:
    return (row for name in LEXICONS for row in rows_of(name, lexicon(name)))
