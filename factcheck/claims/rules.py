"""The rules that cut a stretch into clauses, one function each: given a token, the cut there or None. Never keep state.

Sources: Quirk et al., "A Comprehensive Grammar of the English Language": coordination 13, subordination 14 and 15, apposition and
relatives 17, participial clauses 15; headlines after the usage of newspapers.
"""

from __future__ import annotations

from collections.abc import Callable

from factcheck.claims.view import REACH, Cut, View
from factcheck.language.clauses import FINITE

_LONGEST_ASIDE = 12  # words between the two commas of an aside in a subject
_DATED = 6  # words of a fronted time clause with a date or number that hold a fact of their own
_SHORT_TIME_CLAUSE = 9  # "after he left the house" dates its clause; longer ones hold a fact of their own

Rule = Callable[[View, int, int], Cut | None]
"""``rule(view, begin of the running piece, token)``: the cut at this token, or None."""


def _has_verb(view: View, begin: int, end: int) -> bool:
    """Whether the running clause has its finite verb already: since the last word that opened one."""
    for i in range(end - 1, max(begin, end - REACH) - 1, -1):
        if view.letters[i] in FINITE:
            return True
        if view.letters[i] == "r" or (view.letters[i] == "u" and not _phrasal(view, i, end)):
            return False
    return False


def _phrasal(view: View, i: int, end: int) -> bool:
    """Whether a subordinator without a verb only leads a phrase: "until noon", "after waiting nine hours", "before dawn, and"."""
    after = view.over_adverbs(i + 1)
    if view.letter(after) in "GRp" or (view.letter(after) == "m" and view.letter(after + 1) not in "nN"):
        return True
    return view.letter(end - 1) == "," and "," not in view.letters[i : end - 1]


def _bracket(view: View, comma: int) -> int:
    """Where a short aside ends that a comma opens after a noun: at its second comma, before the verb; -1 where there is none.

    "a man, 71, | died", "her son, a welder from Norrby, | left".
    """
    close = view.until(comma + 1, ",;:.-c")
    if close - comma > _LONGEST_ASIDE or view.letter(close) != "," or view.letter(view.over_adverbs(close + 1)) not in "AF":
        return -1
    inner = view.finite(comma + 1, close)
    return close if inner < 0 or view.letter(comma + 1) == "r" else -1


def _subject_and_verb(view: View, start: int) -> int:
    """The finite verb of a clause that begins with its subject at start, or -1."""
    if view.letter(start) not in 'dnNmqXGR"pa':
        return -1
    i, joined = start, False
    end = min(view.high, start + 30)
    while i < end:
        letter = view.letters[i]
        if letter == "X" or (letter in "AF" and i > start):
            return -1 if letter == "F" and _crossed(view, i) else i
        if letter == "c" and not joined and view.letter(i - 1) in "nN" and view.letter(i + 1) in "nNd":
            joined = True
        elif letter == "," and i > start and view.letter(i - 1) in "nN" and (close := _bracket(view, i)) > 0:
            i = close
        elif letter in ",;:ru.-ctAFR":
            return -1
        i += 1
    return -1


def _crossed(view: View, verb: int) -> bool:
    """Whether a plural noun stands right before a verb in -s, which then has another subject: "trade and party leaders | shows"."""
    noun, word = view.word(verb - 1), view.word(verb)
    plural = view.letter(verb - 1) == "n" and noun.endswith("s") and not noun.endswith(("ss", "us", "is", "ics", "ies", "ws", "'s"))
    return plural and view.words.table.get(word) == "S"


def semicolon(view: View, begin: int, i: int) -> Cut | None:
    """ "…; …" with a verb on both sides."""
    if (
        view.letters[i] not in ";:"
        or (view.letters[i] == ":" and view.letter(i + 1) == "r")
        or view.finite(begin, i) < 0
        or view.finite(i + 1, view.until(i + 1, ";")) < 0
    ):
        return None
    return Cut(i, i + 1, "clause")


def dash(view: View, begin: int, i: int) -> Cut | None:
    """A single dash between two clauses; a pair of dashes brackets an aside and stays."""
    if view.letters[i] != "-" or view.letter(i - 1) == "-" or view.finite(begin, i) < 0 or view.until(i + 1, "-") < view.high:
        return None
    return Cut(i, i + 1, "clause") if _subject_and_verb(view, view.over_adverbs(i + 1)) >= 0 else None


def coordination(view: View, begin: int, i: int) -> Cut | None:
    """ "and", "but", "nor", "yet" between clauses or verb phrases."""
    if view.letters[i] != "c" or view.word(i) in ("or", "&"):
        return None
    if view.word(i) == "yet" and view.letter(i - 1) != ",":
        return None  # "no evidence yet that it was"
    end = i - 1 if view.letter(i - 1) == "," else i
    start = view.over_adverbs(i + 1)
    letter = view.letter(start)
    if letter == "G" and view.letter(view.over_adverbs(begin)) == "G":  # spilling oil and closing the harbour
        return Cut(end, i + 1, "participle") if view.size(start, view.until(start, ";,c")) >= 3 else None
    if not _has_verb(view, begin, i):
        beside = begin > view.low and view.letter(view.over_adverbs(begin)) in "GR" and letter in "AF"
        long = beside and view.size(start, view.until(start, ";")) >= 3  # "joined, earning 38 a week, | and stayed for years"
        return Cut(end, i + 1, "verb_phrase") if long and view.letter(i - 1) == "," else None
    if view.word(start) == "that" and letter == "r" and _subject_and_verb(view, start + 1) >= 0 and i - begin >= 3:
        return Cut(end, start, "clause")  # what was said, and that …
    if letter == "r":  # "that killed … and that wounded …"
        same = view.word(start) in {view.word(k) for k in range(begin, i)}
        verb = view.finite(start + 1, view.until(start + 1, ";"))
        kind = "relative" if verb == view.over_adverbs(start + 1) else "clause"
        return Cut(end, start, kind) if same and verb >= 0 else None
    if letter in "AF" or (letter == "K" and view.letter(i - 1) not in "KR"):
        return Cut(end, i + 1, "verb_phrase") if view.size(start, view.until(start, ";")) >= 3 else None
    if _subject_and_verb(view, start) >= 0:
        return None if _listed(view, begin, i) or _no_main_verb(view, begin, i) else Cut(end, i + 1, "clause")
    return _elliptic(view, begin, i, end, start)


def _no_main_verb(view: View, begin: int, i: int) -> bool:
    """Whether the only verb so far is that of a relative inside the subject: "All those who were hurt | and the dead have been …"."""
    relative = next((k for k in range(begin, i) if view.letters[k] == "r"), -1)
    if relative <= begin or view.finite(begin, relative) >= 0 or view.letter(relative - 1) not in "nNqd":
        return False
    return sum(view.letters[k] in FINITE for k in range(relative, i)) == 1


def _elliptic(view: View, begin: int, i: int, end: int, start: int) -> Cut | None:
    """ "… were hurt and more than 30 evacuated": the auxiliary is left out."""
    if not any(view.letters[k] == "K" for k in range(begin, i)):
        return None
    stop = view.until(start, ",;:rucAFX")
    if not any(view.letters[k] == "m" for k in range(start, stop)):
        return None
    verb = next((k for k in range(start, stop) if view.letters[k] in "KR"), -1)
    alone = verb > start and (view.letter(verb + 1) in 'p.,;"' or verb + 1 >= view.high)
    return Cut(end, i + 1, "elliptic") if alone else None


def _listed(view: View, begin: int, i: int) -> bool:
    """Whether clauses stand in a row with commas: "30 were children, 20 were women and 10 were men" is one count."""
    commas = [k for k in range(begin, i) if view.letters[k] == "," and view.letter(k + 1) in "mdnN"]
    return any(view.finite(begin, k) >= 0 and _subject_and_verb(view, k + 1) >= 0 for k in commas)


def joined_clause(view: View, begin: int, i: int) -> Cut | None:
    """ "…, as well as …" before a subject with its verb."""
    if view.word(i) != "as" or view.word(i + 1) != "well" or view.word(i + 2) != "as" or not _has_verb(view, begin, i):
        return None
    return Cut(i, i + 3, "clause") if _subject_and_verb(view, i + 3) >= 0 else None


def count_after_comma(view: View, begin: int, i: int) -> Cut | None:
    """ "… leaves 8 dead, more than 100 injured": headlines leave out both verb and conjunction."""
    if view.letters[i] != "," or view.finite(begin, i) < 0:
        return None
    stop = view.until(i + 1, ",;:rucAFX")
    if stop - i > 7 or not any(view.letters[k] == "m" for k in range(i + 1, stop)) or view.letter(i - 1) == "m":
        return None
    last = stop - 1 if view.letter(stop - 1) != "." else stop - 2
    return Cut(i, i + 1, "elliptic") if view.letters[last] == "R" or view.word(last) in ("dead", "missing", "hurt") else None


def relative(view: View, begin: int, i: int) -> Cut | None:
    """ ", which …", ", who …", ", some of whom …" after a clause that has its verb; "that …" and "which …" where they open a long one."""
    comma = view.letters[i] == ","
    at = i + 1 if comma else i
    if comma and view.letter(at) in "pmdn":  # ", of which", ", most of whom"
        near = next((k for k in range(at, min(at + 4, view.high)) if view.word(k) in ("which", "whom", "whose")), -1)
        if near > at and view.finite(near + 1, view.until(near + 1, ";")) >= 0 and _has_verb(view, begin, i):
            return Cut(i, at, "relative")
        return None
    if view.letter(at) != "r" or view.word(at) in ("what", "how", "why", "whether", "whatever", "whoever") or not _has_verb(view, begin, i):
        return None
    stop = view.until(at + 1, ",;c" if not comma else ";")
    verb = view.finite(at + 1, stop)
    if verb < 0:
        return None
    if comma:
        return Cut(i, at, "relative") if view.word(at) != "that" else None
    if view.letter(i - 1) not in 'nNR"' or view.word(at) not in ("which", "who", "that"):
        return None
    own = verb == view.over_adverbs(at + 1)  # the relative is the subject: "that killed", not "that he saw" or "said that it …"
    start = i
    while start > begin and view.letters[start - 1] in "nNR" and i - start < 6:
        start -= 1
    named = "N" in view.letters[start:i] and view.letter(start - 1) != "p"  # a name needs no relative to be identified: this one adds a
    # fact; not so in "a man from Oldport who …", where it belongs to the man
    counted = any(view.letters[k] == "m" and view.word(k) != "one" for k in range(verb, stop))
    weighty = view.size(at, stop) >= 5 and (named or counted)
    return Cut(i, at, "relative") if own and weighty else None


def participle(view: View, begin: int, i: int) -> Cut | None:
    """ ", killing 62 …", ", driven by …" after a clause that has its verb."""
    if view.letters[i] != "," or view.finite(begin, i) < 0:
        return None
    start = view.over_adverbs(i + 1)
    letter = view.letter(start)
    length = view.size(start, view.until(start, ";,"))
    if letter == "G" and length >= 3 and view.word(start) not in view.words.not_participles and not _is_subject(view, start):
        return Cut(i, i + 1, "participle")
    if letter == "R" and length >= 4 and view.letter(start + 1) in "pdmqt" and view.letter(i - 1) in 'nNm)"':
        return Cut(i, i + 1, "participle")
    return Cut(i, i + 1, "verb_phrase") if letter == "F" and length >= 3 else None


def _is_subject(view: View, i: int) -> bool:
    """Whether an -ing word belongs to the subject of a clause of its own: ", mailing lists have been shut down"."""
    noun = i + 1
    while view.letter(noun) in "nN":
        noun += 1
    return noun > i + 1 and view.letter(view.over_adverbs(noun)) in "FX" and view.letter(i + 1) == "n"


def apposition(view: View, begin: int, i: int) -> Cut | None:
    """ "…, the largest in its history" at the end of a clause."""
    if view.letters[i] != "," or not _has_verb(view, begin, i) or view.letter(i - 1) not in 'Nn)"':
        return None
    start = i + 1
    stop = view.until(start, ",;:-")
    closed = stop >= view.high or view.letters[stop] in ";:" or (view.letters[stop] == "," and view.letter(stop + 1) not in "cAFd")
    inner = min(view.until(start, "r"), stop)
    last = stop - 1 if view.letter(stop - 1) not in '."' else stop - 2
    if view.letter(last) in "RF":  # ", the ministry said"
        return None
    if not closed or view.size(start, stop) < 3 or view.finite(start, inner) >= 0 or "c" in view.letters[start:inner]:
        return None
    if any(view.words.superlative(view.word(k)) for k in range(start, start + 4)):
        return Cut(i, start, "apposition")
    if (
        view.letter(i - 1) == "N"
        and view.word(start) in view.words.apposing
        and view.word(i - 1) not in view.words.calendar
        and "," not in view.letters[max(begin, i - 6) : i]
    ):
        return Cut(i, start, "apposition")
    return None


def after_subject(view: View, begin: int, i: int) -> Cut | None:
    """ "Jane Doe, a member of …, | was arrested": the subject with its apposition or relative, then the verb."""
    if view.letters[i] == "-":
        return _after_dashes(view, begin, i)
    if view.letters[i] != "," or view.letter(begin) in "putG" or i - begin > REACH:
        return None
    start = view.over_adverbs(i + 1)
    if view.letter(start) not in "AF":
        return None
    comma = next((k for k in range(begin, i) if view.letters[k] == ","), -1)
    if comma < 0 or view.finite(begin, comma) >= 0:
        return None
    last = max(k for k in range(begin, i) if view.letters[k] == ",")
    inner = last + 1
    weighty = view.letter(inner) != "p" and (
        view.word(inner) in view.words.apposing
        or view.letter(inner) in "rGR"
        or any(view.word(k) in view.words.post_nouns for k in range(inner, i))
    )
    return Cut(i, i + 1, "predicate") if weighty and view.size(inner, i) >= 3 else None


def _after_dashes(view: View, begin: int, i: int) -> Cut | None:
    """ "The mill — built in 1911 — | had no doors": the subject with what the dashes say of it, then the verb."""
    if view.letter(view.over_adverbs(i + 1)) not in "AF" or i - begin > REACH:
        return None
    opening = view.until(begin, "-")
    told = view.size(opening, i) >= 3 and any(view.letters[k] in "mN" for k in range(opening, i))
    return Cut(i, i + 1, "predicate") if opening < i and told and view.finite(begin, opening) < 0 else None


def after_relative(view: View, begin: int, i: int) -> Cut | None:
    """ "The home, which houses 20 | and employs 38, | had to close": a relative after the subject that was cut in two."""
    if view.letters[i] != "," or begin == view.low or begin - view.low > REACH or view.letter(view.over_adverbs(i + 1)) not in "AF":
        return None
    comma = view.until(view.low, ",")
    if comma >= begin or view.letter(comma + 1) != "r" or view.finite(view.low, comma) >= 0 or "," in view.letters[comma + 1 : i]:
        return None
    return Cut(i, i + 1, "verb_phrase")


def _compares(view: View, at: int) -> bool:
    """Whether an "as" is the second of "as high as", "so far as"."""
    return any(view.word(k) in ("as", "so", "such") for k in range(at - 4, at))


def subordinate(view: View, begin: int, i: int) -> Cut | None:
    """ "while", "although", "as", "until", and long "after" and "before" clauses with a verb of their own."""
    at = i + 1 if view.letters[i] == "," else i
    if view.letter(at) != "u" or (not _has_verb(view, begin, i) and view.finite(begin, i) < 0):
        return None
    word = view.word(at)
    verb = _subject_and_verb(view, at + 1)
    if verb < 0:
        return None
    length = view.size(at, view.until(at, ";"))
    if word in ("while", "whereas", "although", "though"):
        return Cut(i, at + 1, "clause") if length >= 4 else None
    if word == "as" and view.word(at - 1) != "well" and view.letter(i - 1) not in "apc" and length >= 6 and not _compares(view, at):
        return Cut(i, at + 1, "clause")
    if word in ("after", "before") and view.word(at - 1) in view.words.measures:
        return None  # "moments after the senator spoke": the clause only says when
    if (word == "until" and length >= 6) or (word in ("after", "before") and length > _SHORT_TIME_CLAUSE):
        return Cut(i, at, "clause")
    return None


def fronted(view: View, begin: int, i: int) -> Cut | None:
    """ "While …, | …", "With a population of 200,000, | …": what stands before the main clause."""
    if view.letters[i] != "," or _subject_and_verb(view, view.over_adverbs(i + 1)) < 0:
        return None
    word = view.word(begin)
    if word in ("while", "whereas", "although", "though", "as") and view.finite(begin, i) >= 0 and view.size(begin, i) >= 4:
        return Cut(i, i + 1, "clause")
    if word in ("after", "before", "when", "once", "since", "because"):
        told = any(view.letters[k] == "m" for k in range(begin, i))
        heavy = view.size(begin, i) > _SHORT_TIME_CLAUSE
        states = view.finite(begin, i) >= 0 or (heavy and view.letter(begin + 1) == "G")
        return Cut(i, i + 1, "clause") if states and (heavy or (told and view.size(begin, i) >= _DATED)) else None
    if (
        word == "with"
        and view.size(begin, i) >= 4
        and view.word(begin + 1) in ("a", "an", "more", "about", "over", "some", "nearly", "almost")
    ):
        return Cut(i, i + 1, "fronted") if "m" in view.letters[begin:i] else None
    return None


TRIGGERS = ",;:-cru"
"""The letters of the tokens at which a cut can be."""

RULES: tuple[tuple[str, Rule], ...] = (
    (",", fronted),
    (";:", semicolon),
    ("-", dash),
    (",-", after_subject),
    (",", after_relative),
    ("c", coordination),
    (TRIGGERS, joined_clause),
    (",", count_after_comma),
    (",r", relative),
    (",", participle),
    (",u", subordinate),
    (",", apposition),
)
"""Each rule with the letters of the tokens at which it can fire, in this order: the first that fires at a token makes the cut."""

RULES_AT = {letter: tuple(rule for letters, rule in RULES if letter in letters) for letter in TRIGGERS}
