"""What stands after a cue: receiver, day and channel first, then the content and where it ends. On tags only.

Every pattern is a run of single letters with bounded repeats.
"""

from __future__ import annotations

from factcheck.attribution.candidates import Range
from factcheck.attribution.table import Cue
from factcheck.language.phrases import phrase_right
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled

_LOOSE_WH = frozenset(["when", "where", "than", "which", "whom"])
WH = frozenset(["how", "why", "what", "where", "when", "whether", "if", "who", "which", "whatever", "whom", "than"])
_NP = r"(?:(?:[DG]+r?|M)?[nNMSegy]{0,8}[nNO]|[OyM])"
_DAY = compiled(r"(?:[rP]?[DM]?[rn]?y[M,]{0,3})(?![nN])")
_CHANNEL = compiled(rf"(?:(?:P|tP?){_NP}(?:P{_NP}){{0,3}}|P?r|[rP]?[DM]?[rn]?y(?:,?M,?)?){{1,6}},?(?=[H:]|\"q)")
_LATE_VERB = compiled(
    r"(?:,[DGnNPRsg][^,.;:]{0,40},|\([^()]{1,20}\)|-[^-]{1,40}-|R[^,.;:]{1,30}|c[DGnNMSPe]{1,10}|[eg][^,.;:]{1,20}|t[^,.;:]{1,40})r?[xVJe]"
)
_INF = compiled(r"(?:,[^,.;:]{1,40},)?r?t(?=[VbnNrxeg])")  # "asked Jo Example, the host, not to go"
_NEAR_VERB = compiled(r"[^,.;:]{0,40}?[xVJe]")
_NAMED = compiled(r",[DnNMS]{1,8},P")  # "accused its leader, Jo Example, of …"
_NUMBERED = compiled(r"[^,.;:\"qIxVc]{1,30}(?:P|n?t)[DPrn]{0,3}M")  # "the cost at about 3 million", "the figure closer to 900"
_QUOTED_SUM = compiled(r"[^,.;:\"qIxc]{1,14}P\"q")  # "the loss at “well over a million”"
_MARKS = frozenset("\"'“‘`")
_CITING = frozenset(("citing", "quoting"))
_FINITE = compiled(r"[^.;:]{0,40}?[xVJe]")
_END_NOUN = compiled(r"[,;:(-](?!.?\")|[sR](?![.])|(?<=[nN\"])c(?=[xVIer]|[DGnNMS]{1,6}[xV])")


@dataclass(frozen=True, slots=True)
class Complement:
    """The content after a cue: its tokens, the end of the frame, the code of the complement, the receiver."""

    content: Range
    frame_end: int
    how: str
    addressee: Range | None = None


def complement(tags: str, lower: list[str], cue: Cue, at: int, end: int, *, passive: bool = False) -> Complement | None:
    """The complement that starts at token ``at``; None where the cue takes nothing of what stands there.

    Args:
        tags: masked tag string.
        lower: folded words.
        cue: the row of the cue.
        at: first token after the cue words.
        end: after the last token of the sentence, final stop excluded.
    """
    p = at
    receiver: Range | None = None
    while p < end and tags[p] == "r" and p - at < 3:
        p += 1
    if p >= end:
        return None
    if cue.addressee == "object" and not passive and tags[p] in "ODGnNMSe":
        receiver, q = _receiver(tags, lower, cue, p, end)
        if receiver is not None:
            while q + 1 < end and tags[q] == "r" and tags[q + 1] in "HIJEDs" and lower[q] not in cue.takes:
                q += 1  # "told me later that"
            if "obj-inf" in cue.takes and _INF.match(tags, q, end):
                return Complement((p, end), p, "obj-inf", receiver)
            got = _direct(tags, lower, cue, q, end)
            return Complement(got[0], q, got[1], receiver) if got else None
    elif tags[p] == "t" and p + 1 < end and tags[p + 1] in "ODGnNMSe" and lower[p] not in cue.takes:
        phrase = (p + 1, p + 2) if tags[p + 1] == "O" else phrase_right(tags, p + 1, end, attached=False)
        if phrase is not None:
            q = phrase[1]
            got = _direct(tags, lower, cue, q, end, after_receiver=True)
            if got:
                return Complement(got[0], q, got[1], (p + 1, q))
    if lower[p] in _CITING and "that" in cue.takes:
        cited = phrase_right(tags, p + 1, end)
        q = cited[1] + (tags[cited[1] : cited[1] + 1] == ",") if cited is not None else end
        if q < end and tags[q] in "H:":
            got = _direct(tags, lower, cue, q, end)
            return Complement(got[0], q, got[1], receiver) if got else None
    if tags[p] == "," and "that" in cue.takes:
        close = tags.find(",", p + 1, min(end, p + 25))
        if close > 0 and tags[close + 1 : close + 2] == "H":
            return Complement((close + 2, end), close + 1, "that", receiver)
    m = _CHANNEL.match(tags, p, min(end, p + 30))
    if m and not (lower[p] in cue.takes and tags[p] in "Pt"):
        got = _direct(tags, lower, cue, m.end(), end)
        if got:
            return Complement(got[0], m.end(), got[1], receiver)
    day = _DAY.match(tags, p, min(end, p + 8))
    if day and day.end() < end:
        got = _direct(tags, lower, cue, day.end(), end)
        if got:
            return Complement(got[0], day.end(), got[1], receiver)
    got = _direct(tags, lower, cue, p, end)
    if got is None and "clause" in cue.takes and tags[p] in "Ps" and lower[p] not in WH:
        aside = phrase_right(tags, p + 1, end)
        if aside is not None and aside[1] < end and tags[aside[1]] in "IJE":
            return Complement((aside[1], end), aside[1], "clause", receiver)  # "said after the vote he would go"
    return Complement(got[0], p if got[1] not in ("that", "quote", "about") else got[0][0], got[1], receiver) if got else None


def _receiver(tags: str, lower: list[str], cue: Cue, p: int, end: int) -> tuple[Range | None, int]:
    if tags[p] == "O":
        return (p, p + 1), p + 1
    phrase = phrase_right(tags, p, end, attached=False) or phrase_right(tags, p, end)
    if phrase is None:
        return None, p
    q = phrase[1]
    attached = phrase_right(tags, p, end)
    if attached is not None and attached[1] < end and tags[attached[1]] in 'H":,tI' and attached[1] - p < 12:
        q = attached[1]
    day = _DAY.match(tags, q, min(end, q + 8))
    if day and day.end() < end:
        q2 = day.end()
        return (p, q), q2
    channel = _CHANNEL.match(tags, q, min(end, q + 30))
    if channel and lower[q] not in cue.takes:
        return (p, q), channel.end()
    return (p, q), q


def _direct(tags: str, lower: list[str], cue: Cue, p: int, end: int, *, after_receiver: bool = False) -> tuple[Range, str] | None:
    """The complement exactly at ``p``."""
    takes = cue.takes
    while p < end and tags[p] in ":," and p + 1 < end:
        if tags[p] == "," and tags[p + 1] not in '"q':
            return None
        p += 1
        if tags[p] not in '"q' and tags[p - 1] == ":":
            return ((p, end), "quote") if takes & {"quote", "that"} else None
    if p >= end:
        return None
    letter, word = tags[p], lower[p]
    if letter == "H":
        if "that" in takes and p + 1 < end and tags[p + 1] != ".":
            start = p if tags[p + 1] in "xV" else p + 1
            return (start, end), "that"
        return ((p, end), "noun") if "noun" in takes else None
    if letter in '"q':
        if takes & {"quote", "noun"}:
            return (p, end), "quote"
        return None
    if letter == "t":
        if "inf" in takes and p + 1 < end and tags[p + 1] in "VbnrxegN":
            return (p, end), "inf"
        if "to" in takes and p + 1 < end:
            return (p + 1, noun_end(tags, lower, p + 1, end)), "about"
        return None
    if letter in "sR" and word in WH:
        if word in _LOOSE_WH and cue.cue_class == "say":
            return None  # "said when she left": an adverbial
        if word in ("what", "whatever") and takes & {"noun", "pred"}:
            return (p, noun_end(tags, lower, p, end)), "noun"  # "condemned what she called a theft"
        return ((p, end), "wh") if "wh" in takes else None
    if word in takes and letter in "Prs":
        if p + 1 >= end:
            return None
        return (p + 1, noun_end(tags, lower, p + 1, end)), "about"
    if "ing" in takes and (letter == "g" or word in ("having", "being")):
        return (p, end), "ing"
    if letter in "IEJODGnNMSege":
        return _nominal(tags, lower, takes, p, end, cue.lemma == "say")
    if letter == "P" and "clause" in takes and p + 1 < end:
        phrase = phrase_right(tags, p + 1, end)
        if phrase and phrase[1] < end and tags[phrase[1]] == ",":
            return ((p, end), "clause") if _FINITE.match(tags, phrase[1] + 1, end) else None
    return None


def _nominal(tags: str, lower: list[str], takes: frozenset[str], p: int, end: int, cue_say: bool) -> tuple[Range, str] | None:
    phrase = phrase_right(tags, p, end)
    after = phrase[1] if phrase else p + 1
    if "obj-inf" in takes and after < end and _INF.match(tags, after, end):
        return (p, end), "obj-inf"
    short = phrase_right(tags, p, end, attached=False)
    if any(i < end and "obj-" + lower[i] in takes for i in (after, short[1] if short else after)):
        return (p, end), "noun"  # "see it as a chance", "linked the leak to"
    if "obj-number" in takes:
        amount = _NUMBERED.match(tags, p, end) or ("at" in lower[p : p + 16] and _QUOTED_SUM.match(tags, p, end))
        return ((p, end), "noun") if amount else None
    if "pred" in takes and (_predicated(tags, p, after, end) or any(lower[i] in _MARKS for i in range(p + 1, after - 1))):
        return (p, noun_end(tags, lower, p, end)), "noun"
    if "clause" in takes:
        if tags[p] in "IJ" or (tags[p] == "E" and after < end):
            return (p, end), "clause"
        rest = tags[after:end]
        if rest and (rest[0] in "xVJe" or (rest[0] == "r" and rest[1:2] in ("x", "V", "e")) or rest[0] == '"' or _LATE_VERB.match(rest)):
            return (p, end), "clause"
        if "noun" not in takes and (_NEAR_VERB.match(rest) or (cue_say and len(rest) > 2)):
            return (p, end), "clause"
    if "noun" in takes:
        return (p, noun_end(tags, lower, p, end)), "noun"
    return None


def _predicated(tags: str, p: int, after: int, end: int) -> bool:
    """Whether an object has its complement ("called it a theft"); "called the office by phone" has none."""
    inside = tags[p:after]
    if after < end and tags[after] in 'DGnNMSegrVO"q':
        return True
    return (tags[p] in "NM" and ("Nn" in inside or "Ne" in inside)) or tags[p] in "sHO"


def noun_end(tags: str, lower: list[str], p: int, end: int) -> int:
    """Where a bare noun phrase content ends: at the clause's own boundary; "as" goes on ("described it as a loss")."""
    for m in _END_NOUN.finditer(tags, p + 1, end):
        if lower[m.start()] != "as" and not _NAMED.match(tags, m.start(), end):
            return m.start()
    return end
