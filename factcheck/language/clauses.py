"""Marks the words that make clauses: finite verbs, participles, conjunctions, relatives, punctuation.

One letter for each token of the article, made once. Never builds a tree and never looks at meaning: where a form is
ambiguous the neighbours decide (Quirk et al., "A Comprehensive Grammar of the English Language", chapters 3, 11, 13, 14).

Letters: A finite auxiliary, X subject with auxiliary ("it's"), F finite verb, b "be/been/being/having", I infinitive or verb
after a modal, K participle inside a verb phrase ("was killed"), R reduced participle or adjective in -ed, G form in -ing,
c coordinator, r relative or "that", u subordinator, p preposition, t "to", d determiner, q subject pronoun, m number, a adverb,
N capitalised word, n other word, and punctuation: , ; : . - ( ) "
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from factcheck.language.inflect import regular_forms, spellings
from factcheck.language.lexicon import Lexicons
from factcheck.language.tokens import Tokens

_PUNCT = (
    dict.fromkeys(".!?…", ".")
    | dict.fromkeys("–—-", "-")
    | dict.fromkeys("([", "(")
    | dict.fromkeys(")]", ")")
    | dict.fromkeys("\"“”„«»‘’'`", '"')
    | dict.fromkeys("$€£%", "m")
    | {",": ",", ";": ";", ":": ":"}
)
_CLASSES = {
    "a": "adverbs", "p": "prepositions", "u": "subordinators", "d": "determiners", "r": "relatives", "q": "subject_pronouns",
    "c": "coordinators", "A": "auxiliaries", "X": "subject_contractions", "m": "nominal_numbers", "b": "nonfinite_auxiliaries",
}  # fmt: skip
"""The letter of each closed class, in the order in which later ones win."""
_NAMING = frozenset(["named", "called", "dubbed", "nicknamed", "titled", "branded", "given", "shown", "taught", "known", "entitled"])
FINITE = frozenset("AFX")
NOMINAL = frozenset('nNmq)"')


_TIMES = frozenset(
    ("year", "month", "week", "night", "summer", "winter", "spring", "autumn", "fall", "season", "weekend", "quarter", "decade", "century")
)


Forms = tuple[dict[str, str], set[str]]
"""The letter of each form that the lexicon knows, and the verbs whose participle is their base ("come")."""


def clause_words(lexicons: Lexicons) -> ClauseWords:
    """The word classes of the lexicon "clauses", made once for a manager."""

    def make() -> ClauseWords:
        lexicon = lexicons["clauses"]
        return ClauseWords(lexicon, lexicons.table("clauses.forms", ("clauses",), lambda: forms_of(lexicon)))

    return lexicons.once("clauses.words", make)


def forms_of(lexicon: Mapping[str, Any]) -> Forms:
    """All forms of the verbs and the closed classes; later ones win."""
    like_base: set[str] = set()
    table: dict[str, str] = {}
    for base in lexicon["verbs"]:
        third, past, ing = regular_forms(base)
        table |= {base: "B", third: "S"} | dict.fromkeys(spellings(past), "E") | dict.fromkeys(spellings(ing), "G")
    for row in lexicon["irregular"]:
        base, past, participle = row.split()
        third, _, ing = regular_forms(base)
        if base in ("begin", "forget", "upset", "offset", "beset", "overrun", "withhold"):
            ing = base + base[-1] + "ing" if base != "withhold" else "withholding"
        table |= {base: "B", third: "S", ing: "G"}
        if participle == base != past:  # come, came, come
            like_base.add(base)
        else:
            table[participle] = "K"
        table[past] = "E" if past == participle else "F"
    for letter, key in _CLASSES.items():
        table |= dict.fromkeys((w.lower() for w in lexicon.get(key, ())), letter)
    table |= {"that": "r", "to": "t", "her": "d", "his": "d"}
    return table, like_base


class ClauseWords:
    """The word classes of the lexicon "clauses", as sets and one table of forms.

    Args:
        lexicon: the lexicon.
        forms: its ``forms_of``, where they were kept.
    """

    def __init__(self, lexicon: Mapping[str, Any], forms: Forms | None = None) -> None:
        def words(key: str) -> frozenset[str]:
            return frozenset(w.lower() for w in lexicon.get(key, ()))

        self.modals, self.be = words("modals"), words("be")
        self.plural_pronouns, self.subject_pronouns = words("plural_pronouns"), words("subject_pronouns")
        self.attributive, self.also_nouns = words("attributive"), words("also_nouns")
        self.not_participles, self.not_past = words("not_participles"), words("not_past")
        self.frame_remarks, self.measures = words("frame_remarks"), words("measures")
        self.post_nouns, self.quantifiers = words("post_nouns"), words("quantifiers")
        self.indefinite, self.apposing, self.calendar = words("indefinite"), words("apposing"), words("calendar")
        self.remarks = words("remarks")
        self._superlatives, self._no_superlatives = words("superlatives"), words("not_superlative")
        self.table, self.like_base = forms or forms_of(lexicon)

    def superlative(self, word: str) -> bool:
        """Whether a word in lower case is a superlative: by list, or by its ending."""
        return word in self._superlatives or (word.endswith("est") and len(word) > 5 and word not in self._no_superlatives)

    def raw(self, word: str, lower: str) -> str:
        """The letter of a word by itself; B, S, E and K (participle only) are settled by the neighbours."""
        letter = self.table.get(lower)
        if letter is not None:
            return letter
        first = word[0]
        if first.isdigit():
            return "m"
        if not (first.isalpha() or first == "_"):
            return _PUNCT.get(word, "n")
        if first.isupper():
            return "N"
        if lower.endswith("ed") and len(lower) > 4 and lower not in self.not_past:
            return "E"
        if lower.endswith("ing") and len(lower) > 5 and lower not in self.not_participles:
            return "G"
        return "a" if lower.endswith("ly") and len(lower) > 4 else "n"


def mark(tokens: Tokens, words: ClauseWords, sentences: Iterable[tuple[int, int]]) -> str:
    """The letters of all tokens; those outside the sentences are "."

    Args:
        sentences: start and end offsets.
    """
    letters = ["."] * len(tokens)
    for start, end in sentences:
        at = tokens.within(start, end)
        _mark_sentence(tokens, words, letters, at.start, at.stop)
    return "".join(letters)


def _mark_sentence(tokens: Tokens, words: ClauseWords, letters: list[str], low: int, high: int) -> None:
    for i in range(low, high):
        word, lower = tokens.words[i], tokens.lower[i]
        letter = words.raw(word, lower)
        # inside a sentence a capital letter makes a name, except of the words of grammar
        if letter in "ABSEKFGma" and word[0].isupper() and i > low and letters[i - 1] not in '."':
            letter = "N"
        if letter == "G" and lower in words.not_participles:
            letter = "p" if words.table.get(lower) == "p" else "n"
        if letter == "E" and lower in words.not_past:
            letter = "n"
        if (
            i == low
            and letter == "N"
            and lower.endswith("ed")
            and len(lower) > 4
            and i + 1 < high
            and words.table.get(tokens.lower[i + 1]) == "p"
        ):
            letter = "E"  # "Founded in 1996, …"
        if letter == "u" and i > low and _no_subordinator(tokens.lower, i):
            letter = "n" if lower == "while" else "a"
        if lower == "am" and i > low and letters[i - 1] == "m":
            letter = "n"  # "4am"
        if lower == "last" and letter in "ABEF" and i + 1 < high and tokens.lower[i + 1] in _TIMES:
            letter = "n"  # "4am last year"
        letters[i] = letter
    strong = _strong_after(letters, low, high, "AFX")
    alone = _strong_after(letters, low, high, "AFXEK", "cur;:,")
    has_finite = False
    fronted = low < high and letters[low] == "u"  # "While …, …": the comma opens the main clause
    aside = -1  # the dash that closes what another opened between subject and verb
    phrase = False  # in a phrase that a subordinator leads: "as a clerk", "until 2015"
    bracket = False  # in a relative clause after a subject that has no verb yet: its comma gives the verb back to the subject
    conjoined = 0  # after a coordinator: 1 = "and", 2 = ", and" or "but": a new clause is likely
    for i in range(low, high):
        letter = letters[i]
        if letter in "ru;:":
            phrase = letter == "u" and has_finite and (tokens.lower[i] == "as" or letters[i + 1 : i + 2] in (["m"], ["G"], ["p"]))
            whose = letters[i - 1 : i] == ["p"] and "," in letters[max(low, i - 3) : i]  # ", most of whom"
            opens = i > low + 1 and (letters[i - 1] == "," or whose)
            bracket = letter == "r" and opens and not has_finite and letters[low] not in "pu"
            has_finite, conjoined = False, 0
            if i == low and letter == "r" and tokens.lower[i] == "that" and i + 2 < high and letters[i + 1] in "nE":
                letters[i] = "d"  # That bridge fell
            elif i > low and tokens.lower[i] == "that" and letters[i - 1] == "p" and letters[i + 1 : i + 2] == ["n"]:
                letters[i] = "d"
        elif letter == "c":
            conjoined = 2 if tokens.lower[i] == "but" or (i > low and letters[i - 1] == ",") else 1
        elif letter == ",":
            if not _around_age(letters, i, low):
                conjoined = 0
            if phrase and not has_finite:  # "joined as a clerk, …": the verb before counts again
                has_finite, phrase = True, False
            if (fronted or bracket) and has_finite:
                has_finite = fronted = bracket = False
        elif letter == "-" and i > aside and not has_finite:
            aside = _dashed(letters, i, high)
        if letter == "E" and i < aside and letters[i - 1] in ",-c" and not _in_verb_phrase(tokens, words, letters, i, low):
            letters[i] = "R"  # The mill — built in 1911, extended in 1954 and listed since — had …
            continue
        if letter == "A":
            if i > low and letters[i - 1] == "t":
                letters[i] = "b"
                continue
            has_finite = True
        elif letter in "FX":
            has_finite = True
        elif letter == "E":
            letters[i] = _past(tokens, words, letters, i, low, high, has_finite, strong, conjoined)
        elif letter == "K":
            letters[i] = "K" if _in_verb_phrase(tokens, words, letters, i, low) else "R"
        elif letter == "S":
            finite = _third(tokens, words, letters, i, low, high, has_finite and not conjoined, not alone[i - low] and not has_finite)
            letters[i] = "F" if finite else "n"
        elif letter == "B":
            letters[i] = _base(tokens, words, letters, i, low, high, has_finite and not conjoined)
        if letters[i] in "AFX":
            has_finite, conjoined = True, 0
    _last_resort(tokens, words, letters, low, high)


def _no_subordinator(lower: Sequence[str], i: int) -> bool:
    """Whether "while" and "as" open no clause: "for a while", "may as well"."""
    if lower[i] == "while":
        return lower[i - 1] in ("a", "the", "long", "short", "little", "worth", "good")
    return lower[i] == "as" and lower[i - 1] in ("may", "might") and lower[i + 1 : i + 2] == ["well"]


def _last_resort(tokens: Tokens, words: ClauseWords, letters: list[str], low: int, high: int) -> None:
    """A sentence without any verb: an unknown word between a noun and a determiner is one ("rules outfox the board"),
    or else a noun that can be one ("the film features singers").
    """
    if any(c in "AFX" for c in letters[low:high]):
        return
    for i in range(low + 1, high - 1):
        if letters[i] == "n" and letters[i - 1] in "nN" and letters[i + 1] in "dq":
            letters[i] = "F"
            return
    for i in range(low + 1, high - 1):
        single = letters[i - 1] in "nN" and not tokens.lower[i - 1].endswith("s")
        if letters[i] == "n" and words.table.get(tokens.lower[i]) == "S" and single and letters[i + 1] in "nNmdqa":
            letters[i] = "F"
            return


def _strong_after(letters: list[str], low: int, high: int, verbs: str, opens: str = "cur;:") -> list[bool]:
    """For each token, whether one of these letters follows before the next clause opens."""
    out = [False] * (high - low + 1)
    seen = False
    for i in range(high - 1, low - 1, -1):
        out[i - low] = seen
        if letters[i] in verbs:
            seen = True
        elif letters[i] in opens:
            seen = False
    return out


def _before(letters: list[str], i: int, low: int) -> int:
    """Index of the word before i, over adverbs and one opening quotation mark; low - 1 where there is none."""
    i -= 1
    if i > low and letters[i] == '"' and letters[i - 1] in "rqac":
        i -= 1
    while i >= low and letters[i] == "a":
        i -= 1
    return i


def _in_verb_phrase(tokens: Tokens, words: ClauseWords, letters: list[str], i: int, low: int) -> bool:
    j = _before(letters, i, low)
    if j >= low and letters[j] == "c" and j - 1 >= low and letters[j - 1] == "K":
        return True
    if j >= low and letters[j] in "q" and j - 1 >= low and letters[j - 1] == "A":  # Was he arrested
        return True
    return j >= low and (letters[j] in "AXb" or tokens.lower[j] in words.be)


def _past(
    tokens: Tokens,
    words: ClauseWords,
    letters: list[str],
    i: int,
    low: int,
    high: int,
    has_finite: bool,
    strong: list[bool],
    conjoined: int,
) -> str:
    """A form that is past or participle: K in a verb phrase, F finite, R reduced."""
    if _in_verb_phrase(tokens, words, letters, i, low):
        return "K"
    j = _before(letters, i, low)
    before = letters[j] if j >= low else "."
    after = letters[i + 1] if i + 1 < high else "."
    if before == "c":
        if letters[j - 1] in "KR" and j - 1 >= low:  # beaten and robbed
            return letters[j - 1]
        return "F" if has_finite and not (tokens.lower[i] in words.attributive and after in "nN") else "R"
    counted = before == "m" and after in "nN" and not (len(tokens.words[j]) == 4 and tokens.words[j].isdigit())
    if before in "dpt" or counted or (before == "." and after != "d"):
        return "R"
    if before in "qr" or _own_subject(tokens, letters, j, low):
        return "F"
    if before == "u" or (before == "," and j == i - 1 and not has_finite and _bracketed(letters, i, low, high)):
        return "R"  # while attached to; the team, led by her, found
    if before in "nN" and (after == "q" or (after == "N" and tokens.lower[i] not in _NAMING)):
        return "F"  # the prosecutor said she had, said Ann Lee had: no participle takes a noun phrase like that
    if has_finite:
        clause = (conjoined == 2 and after != ".") or (conjoined == 1 and (after in "dq" or (before in "N," and after != ".")))
        return "F" if clause and not strong[i - low] else "R"
    if after == "p" and tokens.lower[i + 1] == "by" and strong[i - low]:
        return "R"
    return "R" if strong[i - low] else "F"


def _own_subject(tokens: Tokens, letters: list[str], j: int, low: int) -> bool:
    """Whether a subject stands between "whom" or "which" and the verb: "whom the jury found guilty" (Quirk et al. 17.10-15)."""
    at = j
    while at > low and letters[at] in "nNma":
        at -= 1
    at -= letters[at] == "d"
    return low < at < j and tokens.lower[at] in ("whom", "which") and letters[at - 1] != "p"


def _dashed(letters: list[str], i: int, high: int) -> int:
    """The dash that closes an aside before the verb, or -1."""
    k = next((k for k in range(i + 1, min(high, i + 30)) if letters[k] in "-;"), high)
    after = k + 1
    while after < high and letters[after] == "a":
        after += 1
    return k if after < high and letters[k] == "-" and letters[after] in "AXFEBS" else -1


def _around_age(letters: list[str], i: int, low: int) -> bool:
    """Whether a comma is one of the two around an age: "a man, 71, died"."""
    return letters[i + 1 : i + 3] == ["m", ","] or (i - 2 >= low and letters[i - 2 : i] == [",", "m"])


def _bracketed(letters: list[str], i: int, low: int, high: int) -> bool:
    """Whether a participle after a comma opens an aside that a second comma closes before the verb: ", led by her, found"."""
    if letters[i + 1 : i + 2] not in (["p"], ["t"]):
        return False
    k = i + 1
    while k < min(high, i + 20) and letters[k] not in ",;:.AFX":
        k += 1
    if k >= high or letters[k] != ",":
        return False
    k += 1
    while k < high and letters[k] == "a":
        k += 1
    return letters[low] == "p" or (k < high and letters[k] in "AXFEBS")


def _third(tokens: Tokens, words: ClauseWords, letters: list[str], i: int, low: int, high: int, has_finite: bool, needed: bool) -> bool:
    """Whether a form in -s is a finite verb; where the clause would have none without it, it is more easily one."""
    j = _before(letters, i, low)
    before = letters[j] if j >= low else "."
    after = letters[i + 1] if i + 1 < high else "."
    noun = tokens.lower[i][:-1] in words.also_nouns or tokens.lower[i][:-2] in words.also_nouns
    if before in "qr":
        return True
    if before == "G" and needed and letters[j - 1 : j] and letters[j - 1] not in "AXb," and not noun:
        return True  # slow bargaining resumes
    if before in "dptmIGRK" or (has_finite and before != "c"):
        return False
    if noun and needed and before in "nN" and after in "pam.,;" and not tokens.lower[j].endswith("s"):
        return True
    if noun and needed and before in "nN" and after == "m":
        return True
    if noun:
        return before in 'nN)"c,' and after in "drqXt" and not (before == "c" and after == "t")
    return before in 'nNm)"c,' or (before == "." and after in "dqr")


def _base(tokens: Tokens, words: ClauseWords, letters: list[str], i: int, low: int, high: int, has_finite: bool) -> str:
    """A base form: I after "to" or a modal, F with a plural subject, else a noun."""
    j = _before(letters, i, low)
    before = letters[j] if j >= low else "."
    after = letters[i + 1] if i + 1 < high else "."
    noun = tokens.lower[i] in words.also_nouns
    if before == "t":
        return "I"
    if j >= low and (tokens.lower[j] in words.modals or before == "X"):
        return "I"
    if before in "Ab" and tokens.lower[i] in words.like_base:
        return "K"
    if before == "q":
        if j - 1 >= low and tokens.lower[j - 1] in words.modals:
            return "I"
        return "F" if tokens.lower[j] in words.plural_pronouns else "n"
    if before == "c":
        k = j - 1
        low = max(low, k - 30)
        while k >= low and letters[k] not in "IF.;":
            k -= 1
        return "I" if k >= low and letters[k] == "I" and (not noun or after in "dqt") else "n"
    if before == "r":
        return "F" if not noun or after in "dqtp" else "n"
    if has_finite or before in "dpm(" or before == ".":
        return "n"
    if before in "nN" and not noun and after != "n":
        return "F"
    plural = before in "nN" and tokens.lower[j].endswith("s") and not tokens.lower[j].endswith(("ss", "'s"))
    if not plural and not (before == '"' or before == ")"):
        return "n"
    return "F" if (after in "drqXtpaG" and not noun) or (noun and after in "dqr") else "n"
