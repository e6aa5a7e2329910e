"""Fills elided subjects and pronouns of a claim in brackets where the text leaves no choice; says what is not sure where it does.

Rules (Quirk et al. on ellipsis and coordination): the subject left out of a coordinated verb phrase or a participle is that of the
clause before; a relative means the noun phrase before it; a pronoun at the start means the one candidate of the sentence before.
Never guesses between two candidates.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from factcheck.claims.view import Piece, View
from factcheck.model.light import dataclass

_LONGEST_SUBJECT = 14
_EACH = frozenset({"every", "each", "last", "next", "this", "one", "that", "some"})
_TIMES = frozenset(
    ["morning", "evening", "afternoon", "night", "day", "week", "weekend", "month", "year", "summer", "winter", "spring", "autumn", "time"]
)
_NO_CANDIDATES = frozenset(
    ["i", "we", "you", "me", "us", "there", "this", "these", "that", "those", "who", "everyone", "everybody", "nobody", "no one"]
)
_MARKS = "\"“”‘’'*•–—- "  # what may stand before a subject and is no part of it
_ONE = frozenset({"is", "was", "has", "does"})
_MANY_ENDS = ("ors", "ers", "ists", "ians", "ees", "ants")
PRONOUNS = {
    "he": "person",
    "she": "person",
    "it": "thing",
    "they": "many",
    "his": "person",
    "her": "person",
    "its": "thing",
    "their": "many",
}
_GOVERNED = frozenset({"of", "in", "from", "for", "at", "with", "between", "to"})
"""After these the noun before a relative may be part of a longer phrase: "members of the crew, who …"."""
_JOINED = frozenset({"and", "or"})
_POSSESSIVE = frozenset({"his", "her", "its", "their"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What to fill in.

    Args:
        text: the claim with brackets, or None.
        ambiguity: what is not sure, in words, or None.
    """

    text: str | None = None
    ambiguity: str | None = None


PLAIN = Reading()


def subject(view: View, piece: Piece) -> str | None:
    """The subject of a clause as it stands, without fronted phrases and appositions; None where it is not plain."""
    begin = piece.first
    verb = piece.last if piece.kind == "subject" else view.finite(begin, piece.last)
    if verb <= begin or view.letter(verb) == "X":
        return None
    commas = [k for k in range(begin, verb) if view.letters[k] == "," or (view.letters[k] == "-" and not _hyphen(view, k))]
    if view.letter(begin) == "d" and view.word(begin) in _EACH and view.word(begin + 1) in _TIMES:
        return None  # "every evening the keeper climbs": where the subject begins is not plain
    if view.letter(begin) in "puta" or (view.letter(begin) in "RG" and commas):  # "Founded in 1996, the firm …"
        if not commas:
            return None
        begin = commas[-1] + 1
        commas = []
    while begin < verb and view.letter(begin) in "ac,":
        begin += 1
    end = commas[0] if commas else verb
    while end > begin and view.letter(end - 1) in "a,":
        end -= 1
    if any(view.letters[k] in "KR" and view.letter(k + 1) == "d" for k in range(begin, end)):
        return None  # a past form with an object is the verb: "a spokesman said the road | was shut"
    relative = next((k for k in range(begin, end) if view.letters[k] in "ru"), None)
    if relative is not None or end <= begin or end - begin > _LONGEST_SUBJECT or view.letter(begin) not in 'dnNmq"GR':
        return None
    return view.tokens.text[view.tokens.starts[begin] : view.tokens.ends[end - 1]].lstrip(_MARKS) or None


def _hyphen(view: View, k: int) -> bool:
    """Whether a dash joins two words."""
    return view.tokens.words[k] == "-" and k > view.low and view.tokens.ends[k - 1] == view.tokens.starts[k]


def antecedent(view: View, end: int, low: int) -> str | None:
    """The noun phrase that ends before a token: from its determiner or first capital on."""
    i = end
    while i > low and view.letters[i - 1] in "nNmR" and end - i < 8:
        i -= 1
    if i > low and view.letters[i - 1] == "d":
        i -= 1
    if i == end or view.letters[end - 1] not in "nN" or view.word(i - 1) in _GOVERNED | _JOINED:
        return None
    return view.tokens.text[view.tokens.starts[i] : view.tokens.ends[end - 1]]


def of_piece(view: View, piece: Piece, before: Sequence[Piece], text: str) -> Reading:
    """The reading of a piece that leans on the pieces before it in its stretch.

    Args:
        before: the earlier pieces of the same stretch, in order.
        text: the claim as trimmed.
    """
    main = next((p for p in reversed(before) if p.kind in ("clause", "subject")), before[0] if before else None)
    if piece.kind in ("verb_phrase", "participle") and main is not None and view.letter(view.over_adverbs(piece.first)) != "R":
        name = subject(view, main)
        if piece.kind == "participle" and _own_subject(view, piece):
            return Reading()
        if name is None or not _agrees(view, piece, name):
            return Reading()
        if name.lower() in PRONOUNS:
            return Reading(f"[{name}] {text}", f"'{name}' is not named in this sentence")
        return Reading(f"[{name}] {text}")
    if piece.kind == "relative" and before:
        name = antecedent(view, before[-1].last, before[-1].first)
        if name is None:
            return Reading(None, f"'{view.word(piece.first)}' may be more than the words right before it")
        head, _, rest = text.partition(" ")
        if name and rest and head.lower() in ("which", "who", "that"):
            return Reading(f"[{name}] {rest}")
        if name and rest and head.lower() == "whose":
            return Reading(f"[{name}'s] {rest}")
        return Reading()
    if piece.kind == "apposition" and before:
        name = antecedent(view, before[-1].last, before[-1].first)
        return Reading(f"[{name} is] {text}") if name else Reading()
    if piece.kind == "elliptic" and main is not None:
        verb = next((k for k in range(main.first, main.last) if view.word(k) in ("was", "were", "is", "are", "been")), None)
        past = next((k for k in range(piece.first, piece.last) if view.letters[k] in "KR"), None)
        if verb is not None and past is not None:
            at = view.tokens.starts[past] - view.tokens.starts[piece.first]
            offset = text.find(view.tokens.words[past]) if at else -1
            if offset > 0:
                return Reading(f"{text[:offset]}[{view.tokens.words[verb]}] {text[offset:]}")
    return Reading()


def _own_subject(view: View, piece: Piece) -> bool:
    """Whether what begins like a participle is a subject with its verb: "mailing lists have been shut down"."""
    verb = view.finite(piece.first, piece.last)
    return verb > piece.first and view.letters[verb - 1] in "nN" and not set(view.letters[piece.first : verb]) & set(",rucp")


def _agrees(view: View, piece: Piece, name: str) -> bool:
    """Whether subject and verb can go together: not "the lamps" with "costs"."""
    verb = view.word(view.over_adverbs(piece.first))
    words = name.split()
    stop = next((n for n, w in enumerate(words) if n and view.words.table.get(w.lower()) == "p"), len(words))
    head = words[stop - 1].lower()
    if words[stop - 1][0].isupper() or head.isdigit():
        return True  # names: "the United States was", "the Rovers were"
    several = "and" in words[1:stop] or (head.endswith("s") and not head.endswith(("ss", "us", "is", "ics", "ies", "'s", "’s")))
    singular = verb in _ONE or view.words.table.get(verb) == "S"
    return not (several and singular)


def candidates(view: View) -> list[tuple[str, str]]:
    """The noun phrases of a sentence that a pronoun after it can mean, with their class: person, thing or many.

    These are its first subject and the names in it that no preposition governs.
    """
    out: list[tuple[str, str]] = []
    begin = view.low
    verb = view.finite(begin, view.high)
    if verb < 0:
        return out
    name = subject(view, Piece(view.low, view.high))
    if name and name.lower() not in PRONOUNS and name.lower() not in _NO_CANDIDATES:
        out.append((name, _class(view, name, verb)))
    i = verb
    while i < view.high:
        if view.letters[i] == "N" and not _governed(view, i):
            k = i
            while k < view.high and view.letters[k] == "N":
                k += 1
            words = view.tokens.text[view.tokens.starts[i] : view.tokens.ends[k - 1]]
            if not view.word(i).endswith("day") and view.word(i) not in view.words.calendar:
                out.append((words, "thing" if view.letter(i - 1) == "d" else _class(view, words, i)))  # "the Gold Medal" is nobody
            i = k
        i += 1
    return list(dict.fromkeys(out))


def _governed(view: View, i: int) -> bool:
    """Whether a preposition governs the name at i."""
    i -= 1
    while view.letter(i) in "dnNm":
        i -= 1
    return view.letter(i) in "pt"


def _class(view: View, name: str, verb: int) -> str:
    words = name.split()
    last = words[-1].lower()
    if len(words) > 1 and words[-1][0].isupper() and any(w.lower() in view.words.post_nouns for w in words[:-1]):
        return "person"  # "Transport Minister Ann Lee"
    if len(words) == 1 and last.endswith((*_MANY_ENDS, "ans")):  # "Prosecutors said"
        return "many"
    if view.word(verb) in ("were", "are", "have", "weren't", "aren't", "haven't", "don't", "do"):
        return "many"
    if words[0][0].isupper() and all(w[0].isupper() for w in words) and words[0].lower() not in ("the", "a", "an"):
        return "name"
    if last in view.words.post_nouns:
        return "person"
    return "many" if last.endswith("s") and not last.endswith("ss") else "thing"


def of_pronoun(
    view: View, piece: Piece, text: str, named: Sequence[tuple[str, str]], sexes: Mapping[str, Container[str]] | None = None
) -> Reading:
    """The reading of a claim that begins with a pronoun.

    Args:
        named: candidates of the sentence before and of the frame, in order.
        sexes: pronoun to the nouns that it cannot mean: "she" to "husband".
    """
    pronoun = view.word(piece.first)
    wanted = PRONOUNS.get(pronoun)
    if wanted is None or view.letter(piece.first) not in "qd":
        return Reading()
    barred = (sexes or {}).get(pronoun, ())
    named = [(n, kind) for n, kind in named if n.split()[-1].lower() not in barred]
    superlative = any(view.words.superlative(view.word(k)) for k in range(piece.first + 2, min(piece.first + 6, piece.last)))
    if wanted == "thing" and view.word(piece.first + 1) in view.words.be and superlative:
        return Reading(None, f"'{pronoun}' may be what the sentence before tells")  # "It was the worst flood in …"
    fits = list(dict.fromkeys(n for n, kind in named if kind in (wanted, "name")))
    opens = range(piece.first + 2, min(piece.first + 6, piece.last))
    if wanted == "thing" and view.letter(piece.first + 1) == "A" and any(view.letters[k] in "rt" for k in opens):
        return Reading()  # "it was clear that", "it is hard to": no pronoun at all
    if not fits:
        return (
            Reading(None, f"'{pronoun}' is not named in the sentence before")
            if not named
            else Reading(None, f"'{pronoun}' may be {_listed([n for n, _ in named])}")
        )
    if len(fits) == 1 and len(named) == 1:
        name = f"{fits[0]}'s" if pronoun in _POSSESSIVE else fits[0]
        head = len(view.tokens.words[piece.first])
        return Reading(f"[{name}]{text[head:]}") if text[:head].lower() == pronoun else Reading()
    return Reading(None, f"'{pronoun}' may be {_listed(fits)}")


def _listed(names: Sequence[str]) -> str:
    short = [n if len(n) <= 60 else n[:57] + "…" for n in names[:3]]
    return " or ".join(short)


__all__ = ["PLAIN", "PRONOUNS", "Reading", "antecedent", "candidates", "of_piece", "of_pronoun", "subject"]
