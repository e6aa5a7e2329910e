"""Cuts a stretch of one sentence into pieces that each state a fact. Never looks at attribution or at details.

Every piece needs a predicate and some weight; what has none stays with its neighbour.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.rules import RULES_AT
from factcheck.claims.view import Cut, Piece, View

_LEAST = {"verb_phrase": 7, "participle": 10, "relative": 7}
"""Words that a piece without a number, date or name needs to be a row of its own."""
_LEANING = 12  # the same for "and there was …", "but they …"
_FOCUS = frozenset({"particularly", "especially", "partly", "mainly", "largely", "mostly", "even", "only", "shortly", "soon", "not"})
_SHAPES = {"fronted": ("fronted", "clause"), "predicate": ("subject", "verb_phrase")}
"""Cuts that name the piece before them too."""


def pieces(view: View) -> list[Piece]:
    """The pieces of a stretch, in order, none without a predicate unless it is the only one."""
    out: list[Piece] = []
    begin, kind, depth = view.low, "clause", 0
    dashed = -1  # the dash that closes the aside around the token
    if view.word(view.low) in view.words.remarks and view.word(view.low + 1) == "like":
        return [Piece(view.low, view.high)]  # "Looks like …": a remark without a subject is one
    i = view.low + 1
    while i < view.high:
        letter = view.letters[i]
        if letter in "()":
            depth = max(0, depth + (1 if letter == "(" else -1))
        if letter == "-" and i > dashed:
            dashed = _closing_dash(view, i)
        if letter in RULES_AT and not depth and not i < dashed:
            cut = next((c for rule in RULES_AT[letter] if (c := rule(view, begin, i))), None)
            if (
                cut is not None
                and cut.end > begin
                and cut.start not in view.solid
                and cut.end not in view.solid
                and view.size(begin, cut.end) >= 2
            ):
                ends, opens = _SHAPES.get(cut.kind, (kind, cut.kind))
                cut = _focused(view, begin, cut)
                out.append(Piece(begin, cut.end, ends))
                begin, kind = cut.start, opens
                i = max(i, cut.start)
        i += 1
    out.append(Piece(begin, view.high, kind))
    return _joined(view, out)


def _focused(view: View, begin: int, cut: Cut) -> Cut:
    """The cut before an adverb that points to what follows: "face questions, | particularly after the vote" (Quirk et al. 1985, 8.116)."""
    word = cut.end - 1
    if word - 2 <= begin or cut.start != cut.end or view.word(word) not in _FOCUS or view.letter(word - 1) != ",":
        return cut
    return Cut(word - 1, word, cut.kind)


def _closing_dash(view: View, i: int) -> int:
    """The dash that closes what the one at i opens before a verb: "The mill — built in 1911, shut in 1954 — had"; -1 where none does."""
    close = view.until(i + 1, "-;")
    opens = view.letter(close) == "-" and view.letter(view.over_adverbs(close + 1)) in "AF"
    return close if opens and view.finite(i + 1, close) < 0 else -1


def undivided(found: Sequence[Piece]) -> list[Piece]:
    """The pieces with each subject joined to its verb: a headline tells who and what at once."""
    out: list[Piece] = []
    for piece in found:
        if out and out[-1].kind == "subject":
            out[-1] = Piece(out[-1].first, piece.last)
        else:
            out.append(piece)
    return out


def goes_on(view: View) -> bool:
    """Whether a stretch after a content only goes on with it: no conjunction, and no subject with its own verb."""
    start = view.low
    while view.letter(start) in ",-":
        start += 1
    if view.letter(start) in "c;:.":
        return False
    verb = view.finite(start, view.high)
    return verb <= start or view.letter(start) in "purGR" or bool(set(view.letters[start:verb]) & set("ur,"))


def _joined(view: View, found: list[Piece]) -> list[Piece]:
    """Pieces too small to stand alone join the one before, or the one after."""
    out: list[Piece] = []
    for piece in found:
        least = 2 if out and out[-1].kind == "subject" else _least(view, piece)
        if out and (view.size(piece.first, piece.last) < least or not _stands(view, piece)):
            out[-1] = Piece(out[-1].first, piece.last, out[-1].kind)
        elif out and (view.size(out[-1].first, out[-1].last) < _own_least(view, out[-1]) or not _stands(view, out[-1])):
            out[-1] = Piece(out[-1].first, piece.last, piece.kind if out[-1].kind == "clause" else out[-1].kind)
        else:
            out.append(piece)
    return out


def _own_least(view: View, piece: Piece) -> int:
    """How many words the piece before needs to stay apart: two where one is a name or a number, "wants LEDs"."""
    return 2 if piece.kind == "verb_phrase" and any(view.letters[k] in "mN" for k in range(piece.first, piece.last)) else 3


def _least(view: View, piece: Piece) -> int:
    """How many words a piece needs to stand: fewer where it holds a number or a name."""
    if view.word(piece.first) == "there" and "there" in (view.word(k) for k in range(piece.first + 2, piece.last)):
        return view.high - view.low  # "and there was nobody there": where, the clause before says
    if any(view.letters[k] in "mN" for k in range(piece.first, piece.last)):
        return 3
    leans = view.letter(piece.first - 1) != ";"
    if (
        leans
        and view.letter(view.over_adverbs(piece.first)) in "qX"
        and view.word(view.over_adverbs(piece.first)) not in view.words.indefinite
    ):
        return _LEANING  # "and there was no one", "but they do not seem to": leans on what stands before
    if piece.kind == "clause":
        return 2 if view.finite(piece.first, piece.last) >= 0 else 3
    return _LEAST.get(piece.kind, 3)


def _stands(view: View, piece: Piece) -> bool:
    if piece.kind in ("apposition", "fronted", "subject"):
        return True
    letters = view.letters[piece.first : piece.last]
    if piece.kind == "clause" and piece.first == view.low:
        return any(c in "AFXGKR," for c in letters)
    return any(c in "AFXGKR" for c in letters)
