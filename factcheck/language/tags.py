"""One letter for each token: a coarse part of speech by closed classes, endings and the neighbours.

Letters: N name, n noun or adjective, S possessive noun, D determiner, G possessive pronoun, I subject pronoun, J pronoun with
auxiliary ("he's"), E it/there, O object pronoun, R relative, H that, P preposition, t to, c coordinator, s subordinator, x auxiliary,
V finite verb, e form in -ed, g form in -ing, r adverb, y day or month, M number, " quotation mark, and punctuation as itself
(? and ! are ".", every dash is "-", every bracket is "(" or ")").
Never tells tense or sense: a learned tagger was measured and brought nothing (design study).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from factcheck.language.inflect import spellings, verb_forms
from factcheck.language.lexicon import Lexicons
from factcheck.language.tokens import Tokens
from factcheck.model.patterns import compiled

_PUNCT = {
    ",": ",", ".": ".", "?": ".", "!": ".", "…": ".", ":": ":", ";": ";", "(": "(", ")": ")", "[": "(", "]": ")", "{": "(", "}": ")",
    "—": "-", "―": "-", "–": "-", "-": "-", "−": "-",
    "'": '"', "’": '"', "‘": '"', "`": '"', '"': '"', "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "&": "N", "/": "n", "%": "M", "$": "M", "€": "M", "£": "M", "@": "N", "#": "N",
}  # fmt: skip
_HYPHENS = frozenset("-\u2010\u2011")
_NAMING = frozenset(("Today", "Tomorrow"))
_CONTRACTED = compiled(r"(?:i|you|he|she|it|we|they|who|that|there|what)'(?:s|re|ve|ll|d|m)$")
_NEGATED = compiled(r".*n't$")
_REPAIRS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (compiled(pattern), letter)
    for pattern, letter in (
        (r"(?<=[DGSM])[hbe](?![H\"IJO])", "n"),  # the alleged plot, his claims
        (r"(?<=P)[hb](?![HIJ])", "n"),
        (r"(?<=[IJRxtO])b|(?<=r)b(?![P.,])|(?<=r,)b(?=[DGNS])", "V"),
        (r"(?<=[ncy])b(?=[HtIJ:])", "V"),
        (r"(?<=[N\"])b(?=[HIJO:])|(?<=N)b(?=[DG])", "V"),  # "Smith cut the ribbon"
        (r"b", "n"),
        (r"(?<=[INnEROry),\"-])h(?=[HDGINSJOEMts:\"gr])", "V"),
        (r"(?<=[IJ])h", "V"),  # "…, he notes, …"
        (r"[hb]", "n"),
        (r"(?<=[nNO)])e(?=[DGOIEHNM])", "V"),  # "officers encountered Smith"; a participle before its noun follows a determiner
    )
)


def grammar_of(lexicons: Lexicons) -> Grammar:
    """The word tables of the lexicons "grammar" and "cues", made once for a manager."""

    def make() -> Grammar:
        lexicon, verbs = lexicons["grammar"], lexicons["cues"]["verbs"]
        return Grammar(lexicon, verbs, lexicons.table("grammar.letters", ("grammar", "cues"), lambda: letters_of(lexicon, verbs)))

    return lexicons.once("grammar", make)


def letters_of(lexicon: Mapping[str, Any], more_verbs: Iterable[str] = ()) -> dict[str, str]:
    """The letters of all forms that the lexicon "grammar" knows, as ``Grammar`` takes them."""
    irregular = lexicon["irregular"]
    homographs = frozenset(lexicon["words"]["homographs"].split())
    table: dict[str, str] = {}
    for lemma in (*lexicon["words"]["verbs"].split(), *homographs, *(v for v in more_verbs if " " not in v and v not in homographs)):
        forms = verb_forms(lemma, irregular)
        double = lemma in homographs
        for form in (forms.past, forms.participle):
            for spelling in spellings(form):
                table.setdefault(spelling, "V" if form in {forms.past} and not form.endswith("ed") else "e")
        for spelling in spellings(forms.ing):
            table.setdefault(spelling, "g")
        table.setdefault(forms.third, "h" if double else "V")
        table[forms.base] = "b" if double else table.get(forms.base, "V")
    table["thought"] = "h"
    table["back"] = "r"
    for word in lexicon["words"]["nouns"].split():
        table[word] = "n"
    for letter, words in lexicon["classes"].items():
        for word in words.split():
            if not (letter == "y" and word in ("may", "sun", "sat", "march", "mar", "wed")):
                table[word] = letter
    return table


class Grammar:
    """The word tables, built once for a lexicon.

    Args:
        lexicon: the lexicon "grammar".
        more_verbs: lemmas that other lexicons know as verbs.
        table: ``letters_of`` the two, where it was kept.
    """

    def __init__(self, lexicon: Mapping[str, Any], more_verbs: Iterable[str] = (), table: Mapping[str, str] | None = None) -> None:
        self.table = table or letters_of(lexicon, more_verbs)
        self.about, self.times, self.this, self.particles = (
            frozenset(lexicon["words"][key].split()) for key in ("about", "times", "this", "particles")
        )
        self.days = frozenset(lexicon["classes"]["y"].split())
        self.abbreviations = frozenset(lexicon["words"]["abbreviations"].split())
        self.irregular: Mapping[str, str] = lexicon["irregular"]

    def letter(self, word: str, lower: str) -> str:
        """The letter of a word out of context."""
        known = self.table.get(lower)
        if known is not None:
            if word[0].isupper() and known not in "DGIERHPtcsxr" and (len(word) == 1 or word != lower.upper()):
                return "y" if known == "y" else known + "N"
            if lower == "first" and word[0].isupper():
                return "rN"  # the First Minister
            return "N" if known == "O" and word == "US" else known
        return _shape(word, lower, self)


@lru_cache(maxsize=65536)
def _suffix(lower: str) -> str:
    if lower.endswith("ly") and len(lower) > 4:
        return "r"
    if lower.endswith("ing") and len(lower) > 4:
        return "g"
    if lower.endswith("ed") and len(lower) > 4:
        return "e"
    return "n"


def _shape(word: str, lower: str, grammar: Grammar) -> str:
    first = word[0]
    if first.isdigit():
        return "M"
    if not (first.isalnum() or first == "_"):
        return _PUNCT.get(first, "n")
    if lower.endswith("'s"):
        if _CONTRACTED.match(lower):
            return "J"
        return "S"
    if "'" in lower and (_CONTRACTED.match(lower)):
        return "J"
    if _NEGATED.match(lower):
        return "x"
    if first.isupper() or ("-" in word and word[:3] in ("al-", "el-") and word[3:4].isupper()):
        return "y" if lower in grammar.days and lower not in ("may", "march") else "N"
    return _suffix(lower)


def tag(tokens: Tokens, grammar: Grammar) -> str:
    """The tag string of the tokens: ``len(result) == len(tokens)``."""
    memo: dict[str, str] = {}
    letters: list[str] = []
    words, lower, starts, ends = tokens.words, tokens.lower, tokens.starts, tokens.ends
    text = tokens.text
    for i, word in enumerate(words):
        letter = memo.get(word)
        if letter is None:
            letter = memo[word] = grammar.letter(word, lower[i])
        if len(letter) > 1:  # a capitalised word that is also a common word: a name unless it opens a sentence
            opens = i == 0 or letters[-1] in '.:-"' or "\n" in text[ends[i - 1] : starts[i]]
            letter = letter[0] if opens else "N"
        elif letter == "." and word == "." and i and ends[i - 1] == starts[i]:
            before = words[i - 1]
            if (lower[i - 1] in grammar.abbreviations and before[0].isupper()) or (len(before) == 1 and before.isupper() and before != "I"):
                letter = "N"
        elif letter == '"' and i and ends[i - 1] == starts[i] and word in "’'" and before_s(lower[i - 1]) and letters[-1] in "nNV":
            if not (i + 1 < len(words) and starts[i + 1] == ends[i]) and not _opened(words, i):
                letters[-1] = "S"  # plural possessive: the forces' positions
                letter = "S"
        elif letter == "-" and _inside(tokens, i):
            letter = "M"  # "a 30-page plan", "a 6-2 vote": one phrase, whoever looks for it
        elif i > 1 and letters[-1] == "M" and words[i - 1] in _HYPHENS and word[0].isalpha() and _inside(tokens, i - 1):
            letter = "n"
        elif letter == "M" and letters and letters[-1] == "P" and lower[i - 1] in grammar.about:
            letters[-1] = "D"  # "about 20 people" opens a noun phrase
        elif (
            letter == "n"
            and word in grammar.particles
            and letters
            and letters[-1] == "N"
            and i + 1 < len(words)
            and words[i + 1][0].isupper()
        ):
            letter = "N"  # "Ludwig van Bergen"
        elif letter == "r" and word in _NAMING and letters and letters[-1] == "N":
            letter = "N"  # "Norland Today": an outlet
        elif letter == "n" and i and word in grammar.times and lower[i - 1] in grammar.this:
            letter = "y"
        letters.append(letter)
    tags = "".join(letters)
    for pattern, letter in _REPAIRS:
        tags = pattern.sub(letter, tags)
    return tags


def _inside(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen or dash is glued between digits and a word, or an en dash between digits."""
    words = tokens.words
    if not 0 < at < len(words) - 1 or tokens.ends[at - 1] != tokens.starts[at] or tokens.ends[at] != tokens.starts[at + 1]:
        return False
    after = words[at + 1][0]
    return words[at - 1][0].isdigit() and (after.isdigit() if words[at] == "–" else words[at] in _HYPHENS and after.isalnum())


def _opened(words: list[str], at: int) -> bool:
    """Whether a single mark closes a quotation that opened shortly before."""
    for i in range(at - 1, max(-1, at - 14), -1):
        if words[i] in "’.":
            return False
        if words[i] in "‘'":
            return True
    return False


def before_s(word: str) -> bool:
    """Whether a word can be a plural possessive before an apostrophe."""
    return word.endswith("s")
