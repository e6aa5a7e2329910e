"""What a cue makes of its sentence: source, cue, frame and content as token indices. A working record, not part of the contract."""

from __future__ import annotations

from dataclasses import field

from factcheck.attribution.subjects import Subject
from factcheck.attribution.table import Cue
from factcheck.model.light import dataclass

Range = tuple[int, int]


@dataclass(slots=True)
class Candidate:
    """One attribution in the making.

    Args:
        cue: its row.
        cue_at: tokens of the cue words, auxiliaries included.
        subject: who, or None where nobody is named.
        contents: what is attributed, as token ranges.
        frame: source, cue and what stands between them and the content.
        sentence: index of the sentence.
        position: before, after, around, noun.
        how: which complement was taken: that, clause, quote, wh, noun, inf, …
        inherits: whether the subject was taken over from another verb.
        passive: whether the cue is passive.
        addressee: tokens of the receiver.
        cites: whom the frame cites (``citing Y``).
        bringer: who quotes the source (``X quoted Y as saying``).
    """

    cue: Cue
    cue_at: Range
    subject: Subject | None
    contents: list[Range]
    frame: Range
    sentence: int
    position: str = "before"
    how: str = ""
    inherits: bool = False
    passive: bool = False
    addressee: Range | None = None
    cites: list[Range] = field(default_factory=list)
    bringer: Subject | None = None
    carried: bool = False
    clause_start: int = -1
