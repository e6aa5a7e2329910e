"""Finds the subject of a cue on the masked tag string: left of it, across appositions, or right of it where it is inverted.

Never resolves who a pronoun is. Every look is bounded by the sentence and by forty tokens.
"""

from __future__ import annotations

import re

from factcheck.language.phrases import joined_left, phrase_left, phrase_right
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled

_LOOK = 60
_APPOSITION = compiled(r"(?:[DGRPMgesrxnNtOSIyJ\"cV(]).{0,40}\Z", re.DOTALL)
_MAIN = compiled(
    r"(?P<s>[IE]|(?:(?:[DG]r?|M)*[nNMSe]{0,12}[nN](?:\([^()]{1,6}\))?)(?:P(?:(?:[DG]r?|M)*[nNMSeg]{0,12}[nN])){0,4})(?=(?:,M(?:,P[^,]{1,30}(?:,[^,]{1,20})?)?,|,[^,]{1,40},)?r*(?:[xV]|e[^P]))"
)
_MAIN_LOOSE = compiled(_MAIN.pattern.replace("e[^P]", "e"))
_VERBAL = compiled(r"[xVJI]|[nN]e[^P]")
_ASIDE = compiled(r"(?<=[nN]),R[^,.;:\"q]{1,28}\Z")
_PLAIN = r"(?:[DG]r?|M)*[nNMS]{0,8}[nN]"
_POSTMOD = compiled(rf"(?P<s>{_PLAIN}(?:P{_PLAIN}){{0,2}})[eg]r{{0,2}}(?:(?:t?P)?[DGM]*[nNMSe]{{0,8}}[nNy]){{1,3}}\Z")
_DATED = compiled(r"[nN]e[rnDP]{0,3}\Z")


@dataclass(frozen=True, slots=True)
class Subject:
    """Who: token indices, and how it was found.

    Args:
        first, last: the tokens of the subject.
        kind: phrase, pronoun, it, relative, bare (a lone determiner or number), list.
        extent: the first and after-last token of all that belongs to it, appositions included.
    """

    first: int
    last: int
    kind: str
    extent: tuple[int, int]


def subject_left(tags: str, floor: int, at: int, deep: int = 0) -> Subject | None:
    """The subject that ends before token ``at`` (auxiliaries and adverbs already stepped over)."""
    if at <= floor:
        return None
    letter = tags[at - 1]
    if letter in "IJ":
        return Subject(at - 1, at, "pronoun", (at - 1, at))
    if letter == "E":
        return Subject(at - 1, at, "it", (at - 1, at))
    if letter == "R" and at - 3 >= floor and tags[at - 2] == "P" and tags[at - 3] in "DMn":
        return Subject(at - 3, at, "bare", (at - 3, at))  # "many of whom"
    if letter in "RH":
        return Subject(at - 1, at, "relative", (at - 1, at))
    if letter == "M" and at - 2 > floor and tags[at - 2] == "P" and deep < 3:
        return subject_left(tags, floor, at - 2, deep + 1)  # "in 2001"
    if letter == "D" or (letter == "M" and phrase_left(tags, floor, at) is None):
        first = at - 1
        return Subject(first, at, "bare", (first, at))
    if letter in ",)-" and deep < 4:
        return _over_apposition(tags, floor, at, deep)
    if letter == "y" and deep < 3:
        back = at - 1
        while back - 1 > floor and tags[back - 1] in "yDPr" and at - back < 4:  # "just this month", "on Monday"
            back -= 1
        return without_date(tags, subject_left(tags, floor, back, deep + 1))
    if letter == "e" and deep < 2:
        return subject_left(tags, floor, at - 1, deep + 1)
    found = phrase_left(tags, floor, at)
    if found is None:
        return None
    first = found[0]
    if tags[first] == "M" and tags[first + 1 : first + 2] in ("D", "G") and first > floor and tags[first - 1] == "P":
        first += 1  # "In 2019 | the agency"
    antecedent = _relative_before(tags, floor, first)
    if antecedent is not None:
        return Subject(antecedent[0], antecedent[1], "phrase", (antecedent[0], at))
    m = _POSTMOD.search(tags, max(floor, at - 30), at)
    if m and m.start() < first and (m.start() == floor or tags[m.start() - 1] in ',.:;cHs"-'):
        return Subject(m.start(), m.end("s"), "phrase", (m.start(), at))
    if first > floor and tags[first - 1] == "c":
        start = _clause_start(tags, floor, first - 1)
        start += tags[start] == "c"  # "But X and Y said"
        both = joined_left(tags, start, at)
        if both is not None:
            return Subject(both[0], at, "list", (both[0], at))
    return Subject(first, at, "phrase", (first, at))


def without_date(tags: str, s: Subject | None) -> Subject | None:
    """``a report released last | year``: the participle that a date goes with is no part of who speaks."""
    cut = _DATED.search(tags, s.first, s.last) if s is not None and s.kind == "phrase" else None
    return Subject(s.first, cut.start() + 1, s.kind, s.extent) if s is not None and cut is not None else s


def _clause_start(tags: str, floor: int, at: int) -> int:
    for i in range(at - 1, max(floor, at - 25) - 1, -1):
        if tags[i] in 'H;:-"st.q(':
            return i + 1
    return floor


def _relative_before(tags: str, floor: int, first: int) -> tuple[int, int] | None:
    """The head before a restrictive relative clause whose object stands right before the cue: "those who saw the plan said"."""
    low = max(floor, first - 14)
    for i in range(first - 1, low, -1):
        letter = tags[i]
        if letter in ',.:;"c-s':
            return None
        if (letter == "R" or (letter == "H" and tags[i - 1] == "n")) and any(c in "Vxe" for c in tags[i + 1 : first]):
            head = phrase_left(tags, floor, i)
            if head is None and tags[i - 1] in "DM":
                head = (i - 1, i)
            return head
    return None


def _over_apposition(tags: str, floor: int, at: int, deep: int) -> Subject | None:
    """``X, the mayor of Y, said``: the head stands before the commas, brackets or dashes."""
    close = tags[at - 1]
    opener = {",": ",", ")": "(", "-": "-"}[close]
    low = max(floor, at - _LOOK)
    while close == "-" and at - 2 > floor and tags[at - 2] == "-":
        at -= 1  # a dash typed as two hyphens
    i = at - 2
    while i >= low and tags[i] != opener:
        i -= 1
    if i < low or i == at - 2:
        return None
    inside = tags[i + 1 : at - 1]
    if not _APPOSITION.match(inside):
        return None
    if i == floor:
        return None
    before = tags[i - 1]
    if before in '"q.:;' or before in "VxtP":
        return None
    while opener == "-" and i > floor + 1 and tags[i - 1] == "-":
        i -= 1
    head = subject_left(tags, floor, i, deep + 1)
    if head is None or (head.kind in ("pronoun", "it", "relative") and close != ","):
        return None
    first = head.first
    aside = _ASIDE.search(tags, max(floor, first - 30), first)
    if aside is not None and aside.start() > floor and deep < 3:
        outer = subject_left(tags, floor, aside.start(), deep + 1)  # "A woman, who gave only her first name, Jo, said"
        if outer is not None and outer.kind == "phrase":
            return Subject(outer.first, outer.last, outer.kind, (outer.extent[0], at))
    if head.kind == "phrase" and first - 2 > floor and tags[first - 2 : first] == ",P" and deep < 3:
        housed = subject_left(tags, floor, first - 1, deep + 1)  # "Ann Lee, 46, of Mill Road, Holm, denies"
        if housed is not None and housed.kind == "phrase":
            return Subject(housed.first, housed.last, housed.kind, (housed.extent[0], at))
    if set(tags[first : head.last]) == {"M"} and first > floor and tags[first - 1] == "," and deep < 3:
        aged = subject_left(tags, floor, first - 1, deep + 1)  # "Ann Lee, 46, who took over last year, said"
        if aged is not None and aged.kind == "phrase":
            return Subject(aged.first, aged.last, aged.kind, (aged.extent[0], at))
    if head.kind == "phrase" and first > floor and tags[first - 1] == "," and deep < 3:
        outer = subject_left(tags, floor, first, deep + 1) if tags[first - 1] == "," and _is_name(tags, first - 1, floor) else None
        if outer is not None and outer.kind in ("phrase", "list"):
            return Subject(outer.first, outer.last, outer.kind, (outer.extent[0], at))
    return Subject(first, head.last, head.kind, (head.extent[0], at))


def _is_name(tags: str, comma: int, floor: int) -> bool:
    return comma > floor and tags[comma - 1] in "Nn)"


def main_subject(tags: str, floor: int, at: int) -> Subject | None:
    """The first subject with a finite verb after ``floor`` and before ``at``: what a participle or a shared verb inherits."""
    m = _MAIN.search(tags, floor, min(at, floor + 120))
    while m and m.start() > floor and tags[m.start() - 1] in "PG" and m.end() < at:
        m = _MAIN.search(tags, m.end(), min(at, floor + 120))
    if m is None:
        m = _MAIN_LOOSE.search(tags, floor, min(at, floor + 120))
    if m is None:
        return None
    first, last = m.start("s"), m.end("s")
    kind = "pronoun" if tags[first] == "I" else "it" if tags[first] == "E" else "phrase"
    return Subject(first, last, kind, (first, last))


def last_subject(tags: str, floor: int, at: int) -> Subject | None:
    """The last subject with a finite verb between two tokens: what a verb after "and" shares."""
    found = None
    place = floor
    while place < at:
        one = main_subject(tags, place, at)
        if one is None:
            break
        found, place = one, one.last
    return found


def subject_right(tags: str, at: int, ceiling: int) -> Subject | None:
    """The subject of an inverted cue ("said X"), its appositions in the extent."""
    if at >= ceiling:
        return None
    if tags[at] in "IO" and tags[at] == "I":
        return Subject(at, at + 1, "pronoun", (at, at + 1))
    found = phrase_right(tags, at, ceiling, joined=True)
    if found is None:
        if tags[at] in "DM" and (at + 1 >= ceiling or tags[at + 1] in ",.P"):
            return Subject(at, at + 1, "bare", (at, at + 1))
        return None
    end = found[1]
    extent = end
    while extent < ceiling and tags[extent] == "," and extent - at < 40:
        stop = extent + 1
        while stop < ceiling and tags[stop] not in ',.:;"' and stop - extent < 30:
            stop += 1
        inside = tags[extent + 1 : stop]
        if inside and _VERBAL.search(inside.partition("R")[0]):
            break
        if not inside or inside[0] not in "DGnNMRPS" or (inside[0] == "P" and "V" in inside) or "q" in inside:
            break
        if stop < ceiling and tags[stop] not in ',.:"':
            break
        extent = stop
    return Subject(found[0], end, "phrase", (found[0], extent))
